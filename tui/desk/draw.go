package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"shuping/tui/field"
	"shuping/tui/look"
)

// Dress gives a field its size and styles.
func (c Context) Dress(f field.Field, width, height int) field.Field {
	return f.WithWidth(max(1, width)).WithHeight(max(1, height)).
		WithStyles(field.Styles{Text: c.Look.Field, Placeholder: c.Look.Dim})
}

// Clock is a duration as m:ss, or h:mm:ss from an hour on.
func Clock(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// Elapsed floors to whole seconds, so that a clock never shows a second that
// has not passed.
func Elapsed(d time.Duration) string { return Clock(d.Truncate(time.Second)) }

// Left is what is left of the time of an item, in whole seconds, and whether so little
// that the clock warns. Less than nothing is over the time.
func (c Context) Left(i int) (left time.Duration, warns bool) {
	st, it := c.State.Steps[i], c.State.Agenda[i]
	left = st.Length(it) - st.Elapsed(c.Now).Truncate(time.Second)
	return left, left <= time.Duration(c.State.Plan.Warn)*time.Minute
}

// Remaining is the item's clock as the hall reads it: what is left, then how
// much it is over, and the style that goes with it.
func (c Context) Remaining(i int) (text string, style lipgloss.Style) {
	switch left, warns := c.Left(i); {
	case left < 0:
		return "+" + Clock(-left), c.Look.Red
	case warns:
		return Clock(left), c.Look.Amber
	default:
		return Clock(left), c.Look.Text
	}
}

// Beside puts columns of the given widths next to each other.
func (c Context) Beside(gap int, widths []int, columns ...[]string) []string {
	height := 0
	for _, col := range columns {
		height = max(height, len(col))
	}
	rows := make([]string, height)
	for r := range rows {
		var b strings.Builder
		for i, col := range columns {
			cell := ""
			if r < len(col) {
				cell = col[r]
			}
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gap))
			}
			b.WriteString(c.Look.Left(cell, widths[i]))
		}
		rows[r] = b.String()
	}
	return rows
}

// RowsAround cuts rows to height so that the row at stays in sight.
func RowsAround(rows []string, height, at int) []string {
	if len(rows) <= height {
		return rows
	}
	top := min(max(0, at-height/2), len(rows)-height)
	return rows[top : top+height]
}

// TightRows takes empty rows away, the last ones first, until the rows are no more
// than height or none is left.
func TightRows(rows []string, height int) []string {
	for i := len(rows) - 1; i >= 0 && len(rows) > height; i-- {
		if rows[i] == "" {
			rows = slices.Delete(rows, i, i+1)
		}
	}
	return rows
}

// SpreadRows puts an empty row between rows where there is room for it.
func SpreadRows(rows []string, height int) []string {
	if 2*len(rows)-1 > height {
		return rows
	}
	out := make([]string, 0, 2*len(rows))
	for i, r := range rows {
		if i > 0 {
			out = append(out, "")
		}
		out = append(out, r)
	}
	return out
}

// Indent wraps text to the work area behind a margin.
func (c Context) Indent(margin int, text string, style lipgloss.Style) []string {
	var rows []string
	for _, line := range look.Wrap(text, c.Width-2*margin) {
		rows = append(rows, strings.Repeat(" ", margin)+style.Render(line))
	}
	return rows
}

// Pointer stands before a row: it shows where the next key goes.
func (c Context) Pointer(here bool) string {
	if here {
		return c.Look.Accent.Render(c.Look.Here()) + " "
	}
	return "  "
}

// Labels are the subjects in so many cells each, cut in the middle of the post, so
// that those which differ stay different. A name is kept whole where it has room, if
// need be alone.
func (c Context) Labels(width int) []string {
	subjects := c.State.Plan.Subjects
	whole := make([]string, len(subjects))
	for i, s := range subjects {
		whole[i] = s.Label()
	}
	out := c.Look.Apart(whole, width)
	const post = 4 // what of it is shown at least
	for i, s := range subjects {
		cut := s.Name
		if room := width - look.Width(s.Name) - 1; room >= post {
			cut = c.Look.Middle(s.Post, room) + " " + s.Name
		}
		if s.Name != "" && out[i] != whole[i] && look.Width(cut) <= width && !slices.Contains(out, cut) {
			out[i] = cut
		}
	}
	return out
}

// OneLine is a text of several lines in a row of its own.
func OneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }
