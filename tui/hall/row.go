package hall

import (
	"slices"
	"strings"

	"shuping/tui/look"
)

// A row is blocks side by side, with equal gaps.
type row []block

func (r row) shapes(p paper) []shape {
	each := make([][]shape, len(r))
	var heights []int
	for i, b := range r {
		each[i] = b.shapes(p)
		for _, s := range each[i] {
			heights = append(heights, s.rows)
		}
	}
	slices.Sort(heights)
	heights = slices.Compact(heights)
	var out []shape
	for _, most := range slices.Backward(heights) {
		if s, ok := r.within(p, each, most); ok {
			out = append(out, s)
		}
	}
	return out
}

// gutter is the least gap between two blocks of a row.
const gutter = 2

// within is the row in at most so many rows: each block in its best shape, the widest
// made smaller until there is room.
func (r row) within(p paper, each [][]shape, most int) (shape, bool) {
	chosen := make([]shape, len(r))
	narrower := func(i, cols int) bool {
		for _, s := range each[i] {
			if s.rows <= most && s.cols < cols {
				chosen[i] = s
				return true
			}
		}
		return false
	}
	for i := range r {
		if !narrower(i, p.cols+1) {
			return shape{}, false
		}
	}
	for width(chosen) > p.cols {
		widest := -1
		for i, s := range chosen {
			if hasNarrower(each[i], most, s.cols) && (widest < 0 || s.cols > chosen[widest].cols) {
				widest = i
			}
		}
		if widest < 0 {
			return shape{}, false
		}
		narrower(widest, chosen[widest].cols)
	}
	return beside(p.Look, chosen, p.cols), true
}

func hasNarrower(shapes []shape, most, cols int) bool {
	return slices.ContainsFunc(shapes, func(s shape) bool { return s.rows <= most && s.cols < cols })
}

func width(shapes []shape) int {
	total := gutter * (len(shapes) - 1)
	for _, s := range shapes {
		total += s.cols
	}
	return total
}

// beside is shapes in one, with the free room shared out before, between and behind them.
func beside(l look.Look, shapes []shape, cols int) shape {
	out := shape{cols: cols}
	free := cols
	for _, s := range shapes {
		free -= s.cols
		out.rows, out.cut = max(out.rows, s.rows), out.cut || s.cut
	}
	at := make([]int, len(shapes))
	col := 0
	for i, s := range shapes {
		gap := free * (i + 1) / (len(shapes) + 1)
		at[i] = col + gap
		col += s.cols
	}
	shapes = slices.Clone(shapes)
	out.draw = func() ([]string, []mark) {
		rows, all := make([]string, out.rows), []mark(nil)
		for i, s := range shapes {
			drawn, marks := s.draw()
			top := (out.rows - s.rows) / 2
			all = append(all, moved(marks, top, at[i])...)
			for y := range rows {
				rows[y] = l.Left(rows[y], at[i])
				if y >= top && y-top < len(drawn) {
					rows[y] += l.Left(drawn[y-top], s.cols)
				} else {
					rows[y] += strings.Repeat(" ", s.cols)
				}
			}
		}
		return rows, all
	}
	return out
}

// moved is marks so many rows and cells further on.
func moved(marks []mark, rows, cols int) []mark {
	for i := range marks {
		marks[i].row += rows
		marks[i].col += cols
	}
	return marks
}

// stack is shapes below each other, with so many empty rows between them.
func stack(l look.Look, gap, cols int, shapes ...shape) shape {
	out := shape{cols: cols}
	for i, s := range shapes {
		if i > 0 {
			out.rows += gap
		}
		out.rows, out.cut = out.rows+s.rows, out.cut || s.cut
	}
	out.draw = func() ([]string, []mark) {
		var rows []string
		var all []mark
		for i, s := range shapes {
			if i > 0 {
				rows = append(rows, make([]string, gap)...)
			}
			left := (cols - s.cols) / 2
			drawn, marks := s.draw()
			all = append(all, moved(marks, len(rows), left)...)
			for _, r := range drawn {
				rows = append(rows, strings.Repeat(" ", left)+r)
			}
		}
		for i := range rows {
			rows[i] = l.Left(rows[i], cols)
		}
		return rows, all
	}
	return out
}
