package hall

import (
	"strings"

	"shuping/tui/desk"
)

// A Laid is a page as it stands in a window, for the law of heights.
type Laid struct {
	Rows  []string
	Marks []Mark
	OK    bool
}

// A Mark is where a word stands, how high one of its lines is and has to be.
type Mark struct {
	Row, Col, Cols, Rows, Each, Least int
	Text                              string
}

// Pages are all pages of the moment, as they are laid.
func Pages(c desk.Context) []Laid {
	var out []Laid
	for _, g := range pages(c) {
		out = append(out, laid(g, c))
	}
	return out
}

// Said is all that the hall may read now, large and small, on any page.
func Said(c desk.Context) string {
	var b strings.Builder
	for _, g := range pages(c) {
		_, marks, _ := g.lay(c)
		for _, m := range marks {
			b.WriteString(m.text + "\n")
		}
		b.WriteString(g.left + "\n" + g.right + "\n" + g.foot + "\n")
	}
	return b.String()
}

// LongPage is a page that asks too much of a small window.
func LongPage(c desk.Context, text string) Laid {
	return laid(page{blocks: []block{word{text: text, role: matter}}}, c)
}

// TextPage is a page that writes what matters in one row of text.
func TextPage(c desk.Context, text string) Laid {
	return laid(page{grid: func() ([]string, []mark) {
		p := paper{Context: c, cols: c.Width}
		rows := make([]string, c.Rows)
		s := word{text: text, role: matter}.set(p, hand{text: true}, text)
		drawn, marks := s.draw()
		rows[c.Rows/2] = drawn[0]
		return rows, moved(marks, c.Rows/2, 0)
	}}, c)
}

func laid(g page, c desk.Context) Laid {
	rows, marks, ok := g.lay(c)
	out := Laid{Rows: rows, OK: ok}
	for _, m := range marks {
		least := m.role.least(c.Rows)
		out.Marks = append(out.Marks, Mark{m.row, m.col, m.cols, m.rows, m.each, least, m.text})
	}
	return out
}
