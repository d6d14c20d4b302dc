package hall

import (
	"slices"
	"strings"

	"shuping/tui/desk"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// A page is what the hall sees at once: blocks below each other, between two rows of
// small print.
type page struct {
	one         string // what is left of it in a window below 40 by 12
	left, right string // the first row
	foot        string // the last one
	blocks      []block
	grid        func() ([]string, []mark) // the page without its foot, instead of blocks
}

// The least window that a page is drawn in, and its margin.
const (
	leastCols, leastRows = 40, 12
	margin               = 2
)

// A try is one way of laying a page: with its small print or without, with its names
// whole or cut, and at last with letters that are too small.
type try struct{ print, whole, loose bool }

var tries = []try{{true, true, false}, {false, true, false}, {true, false, false}, {false, false, false}, {true, false, true}, {false, false, true}}

// attempt finds the shapes of the blocks, if there is room for them.
func (g page) attempt(c desk.Context, t try) (p paper, chosen []shape, room int, ok bool) {
	p = paper{c, c.Width - 2*margin, t.whole, t.loose}
	if room = c.Rows; t.print {
		room -= 2
	}
	chosen, ok = choose(p, g.blocks, room)
	return p, chosen, room, ok
}

// fits reports whether all of the page is large enough.
func (g page) fits(c desk.Context) bool {
	return slices.ContainsFunc(tries, func(t try) bool {
		if t.loose {
			return false
		}
		_, _, _, ok := g.attempt(c, t)
		return ok
	})
}

// lay draws a page in a window. The marks say where its words stand; ok is false where
// some could not be drawn high enough.
func (g page) lay(c desk.Context) (rows []string, marks []mark, ok bool) {
	if c.Width < leastCols || c.Rows < leastRows {
		rows = make([]string, max(1, c.Rows))
		rows[len(rows)/2] = c.Look.Centre(c.Look.Strong.Render(c.Look.Middle(g.one, c.Width)), c.Width)
		return rows, nil, true
	}
	if g.grid != nil {
		rows, marks = g.grid()
		rows[c.Rows-1] = foot(c, g.foot)
		return rows, marks, true
	}
	for _, t := range tries {
		p, chosen, room, fits := g.attempt(c, t)
		if !fits {
			continue
		}
		rows, marks = place(p, chosen, c.Rows, room)
		if t.print {
			rows[0] = head(c, g.left, g.right)
			rows[c.Rows-1] = foot(c, g.foot)
		}
		return rows, marks, !t.loose
	}
	rows = make([]string, c.Rows)
	rows[c.Rows/2] = c.Look.Centre(c.Look.Strong.Render(c.Look.Middle(g.one, c.Width)), c.Width)
	return rows, nil, false
}

// head is the first row: which meeting, and which page.
func head(c desk.Context, left, right string) string {
	if right != "" {
		right = " " + right + " "
	}
	return c.Look.Ends(" "+c.Look.Dim.Render(c.Look.Middle(left, max(2, c.Width-2-look.Width(right)))), c.Look.Dim.Render(right), c.Width)
}

// foot is the last row.
func foot(c desk.Context, text string) string {
	return strings.Repeat(" ", margin) + c.Look.Dim.Render(c.Look.Middle(text, c.Width-2*margin))
}

// choose finds a shape for every block so that all are no higher than the room: each
// has an equal share of it, what needs more takes it from the others.
func choose(p paper, blocks []block, room int) ([]shape, bool) {
	all, ok := candidates(p, blocks)
	if !ok {
		return nil, false
	}
	each := share(all, room)
	chosen, total := make([]shape, len(all)), 0
	for i, shapes := range all {
		at := slices.IndexFunc(shapes, func(s shape) bool { return s.rows <= each })
		if at < 0 {
			at = slices.IndexFunc(shapes, func(s shape) bool { return s.rows == lowest(shapes) })
		}
		chosen[i] = shapes[at]
		total += chosen[i].rows
	}
	for total > room { // the highest gives way
		at := -1
		for i, s := range chosen {
			if lowest(all[i]) < s.rows && (at < 0 || s.rows > chosen[at].rows) {
				at = i
			}
		}
		if at < 0 {
			return nil, false
		}
		less := all[at][slices.IndexFunc(all[at], func(s shape) bool { return s.rows < chosen[at].rows })]
		total -= chosen[at].rows - less.rows
		chosen[at] = less
	}
	return chosen, true
}

// candidates are the shapes of every block; what has none in this width is taken apart.
// It is not ok if something has none even so.
func candidates(p paper, blocks []block) (all [][]shape, ok bool) {
	for _, b := range blocks {
		shapes := b.shapes(p)
		if p.whole {
			shapes = slices.DeleteFunc(shapes, func(s shape) bool { return s.cut })
		}
		if len(shapes) > 0 {
			all = append(all, shapes)
			continue
		}
		parts := apart(b)
		if parts == nil {
			return nil, false
		}
		more, ok := candidates(p, parts)
		if !ok {
			return nil, false
		}
		all = append(all, more...)
	}
	return all, true
}

func lowest(shapes []shape) int {
	return slices.MinFunc(shapes, func(a, b shape) int { return a.rows - b.rows }).rows
}

// share is how many rows there are for each block that can do with more or less; the
// others have what they need.
func share(all [][]shape, room int) int {
	each := room / max(1, len(all))
	for range all { // what fills less or more changes the share of the others
		taken, others := 0, 0
		for _, shapes := range all {
			most := slices.MaxFunc(shapes, func(a, b shape) int { return a.rows - b.rows }).rows
			switch low := lowest(shapes); {
			case low > each:
				taken += low
			case most < each:
				taken += most
			default:
				others++
			}
		}
		if others > 0 {
			each = max(1, (room-taken)/others)
		}
	}
	return each
}

// apart is the parts of a block that can stand below each other, nil for one that is
// whole.
func apart(b block) []block {
	switch b := b.(type) {
	case row:
		if len(b) > 1 {
			return b
		}
	case rail:
		if parts := apart(b.block); parts != nil { // the bars stay around what comes last
			parts = slices.Clone(parts)
			parts[len(parts)-1] = rail{parts[len(parts)-1], b.style, b.whole}
			return parts
		}
	case columns:
		if n := len(b); n > 1 {
			return []block{b[:(n+1)/2], b[(n+1)/2:]}
		}
	}
	return nil
}

// place puts the shapes into the window, with the rows that are left shared out between
// them.
func place(p paper, chosen []shape, height, room int) ([]string, []mark) {
	free := room
	for _, s := range chosen {
		free -= s.rows
	}
	rows := make([]string, height)
	var marks []mark
	at := (height - room) / 2
	for i, s := range chosen {
		y := at + free*(i+1)/(len(chosen)+1)
		left := margin + (p.cols-s.cols)/2
		drawn, stand := s.draw()
		for n, line := range drawn {
			rows[y+n] = strings.Repeat(" ", left) + line
		}
		marks = append(marks, moved(stand, y, left)...)
		at += s.rows
	}
	return rows, marks
}

// Columns are numbers below their words, each pair as wide as the wider of the two, all
// words in one hand and all numbers of one size.
type columns []column

type column struct {
	word
	number
}

func (k columns) shapes(p paper) []shape {
	joined := ""
	for _, x := range k {
		joined += x.word.text
	}
	var out []shape
	digits := k[0].digits(p)
	for _, h := range p.hands(joined, label) {
		_, high := h.cell()
		for _, d := range digits {
			room, tall := d.Size(k[0].room)
			total := -gutter
			for _, x := range k {
				total += gutter + max(h.width(x.word.text), room)
			}
			if total > p.cols {
				continue
			}
			for _, gap := range []int{1, 0} {
				out = append(out, shape{cols: p.cols, rows: high + gap + tall, draw: func() ([]string, []mark) { return k.pairs(p, h, d, gap).draw() }})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b shape) int { return b.rows - a.rows })
	return out
}

// pairs is each word with its number below it, side by side.
func (k columns) pairs(p paper, h hand, d glyph.Digits, gap int) shape {
	pairs := make([]shape, len(k))
	for i, x := range k {
		head, body := x.set(p, h, x.word.text), x.number.shape(p.Look, d)
		pairs[i] = stack(p.Look, gap, max(head.cols, body.cols), head, body)
	}
	return beside(p.Look, pairs, p.cols)
}
