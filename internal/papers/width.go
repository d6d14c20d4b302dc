package papers

import "unicode/utf8"

// Widths in twips: of a page on its side, and of a character of the text.
const (
	wideTable = 12756
	character = 315
)

// SummaryGrid is the width of each column of the summary.
func (p page) SummaryGrid() []int {
	front, back := []int{640, 3000}, []int{800}
	if len(p.Sheets.Earlier) > 0 {
		front = append(front, 900)
	}
	if p.HasParts {
		front = append(front, 1200)
	}
	if len(front) > 2 {
		front[1] = 2100
	}
	if p.Veto != "" {
		back = append(back, 1500)
	}
	if back = append(back, 1000); p.Graded {
		back = append(back, 1000)
	}
	left := wideTable
	for _, w := range append(front[:len(front):len(front)], back...) {
		left -= w
	}
	for range p.MarkColumns {
		front = append(front, left/p.MarkColumns)
	}
	return append(front, back...)
}

// MarksGrid is the width of each column of the marks on an upright page.
func (p page) MarksGrid() []int {
	grid, marks := []int{800, 2800}, 4545
	if len(p.Sheets.Earlier) > 0 {
		grid, marks = []int{800, 2200, 1000}, 4145
	}
	for range p.MarkColumns {
		grid = append(grid, marks/p.MarkColumns)
	}
	return append(grid, 700)
}

// NameIndent is how far from the edge the name of the unit ends, so that it stands in
// the middle over the day, which is eleven characters long and four from the edge.
func (p page) NameIndent() int {
	return max(0, 4*character+(11-utf8.RuneCountInString(p.Unit))*character/2)
}
