package papers

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"shuping/internal/meeting"
)

// Widths in twips: of a page on its side, and of a character of the text.
const (
	wideTable = 12756
	character = 315
)

// SummaryGrid is the width of each column of the summary.
func (p page) SummaryGrid() []int {
	front, back := []int{640, 3000}, []int{800}
	if len(p.Sheets.Earlier) > 0 {
		front = append(front, 1000)
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
		back = append(back, 1300)
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

// An opinionSize is how the opinion on somebody comes to stand on one page: rows that are
// lower and then smaller type make room for its text. What is longer than that has the
// grade and those who sign on a page of their own.
type opinionSize struct{ Low, Fine, Over bool }

// opinionRoom is what a page has below its title, in twips, without what rows may lose.
const opinionRoom = 11460

// sizeOf is the size of an opinion below a title of so many lines of 579 twips.
func sizeOf(s pageSubject, title int) opinionSize {
	fits := func(rows, least, line, width int) bool {
		lines := func(text string) (n int) {
			for p := range strings.Lines(text) {
				n += (utf8.RuneCountInString(p) + 2 + width - 1) / width
			}
			return n
		}
		faults := lines(s.Problems) + 1
		if s.LastYear != nil {
			faults++
		}
		return title*579+rows+max(least, line*lines(s.Merits))+max(least, line*faults) <= opinionRoom
	}
	switch {
	case fits(5600, 2000, 360, 29):
		return opinionSize{}
	case fits(4400, 900, 360, 29):
		return opinionSize{Low: true}
	case fits(4400, 900, 260, 33):
		return opinionSize{Low: true, Fine: true}
	}
	return opinionSize{Low: true, Fine: true, Over: true}
}

// OverPage is how many characters the opinion on the subject at index i has more than
// stand on one page, 0 where it has none.
func OverPage(s meeting.State, i int) int {
	at := slices.IndexFunc(bodies, func(b body) bool { return b.id == "opinion" })
	title := len(titleLines(s.Plan, bodies[at].wholeTitle(s.Plan)))
	merits, problems := []rune(s.Opinions[i].Merits), []rune(s.Opinions[i].Problems)
	last := drawLastYear(figures{}, s, i)
	fits := func(less int) bool { // first of the longer part
		cut := min(less, len(merits))
		if len(problems) > len(merits) {
			cut = max(0, less-len(problems))
		}
		return !sizeOf(pageSubject{Merits: string(merits[cut:]), Problems: string(problems[less-cut:]), LastYear: last}, title).Over
	}
	if fits(0) { // as nearly all do, and each frame asks
		return 0
	}
	return sort.Search(len(merits)+len(problems), fits)
}

// NameIndent is how far from the edge the name of the unit ends, so that it stands in
// the middle over the day, which is eleven characters long and four from the edge.
func (p page) NameIndent() int {
	return max(0, 4*character+(11-utf8.RuneCountInString(p.Unit))*character/2)
}
