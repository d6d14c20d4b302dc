package hall

import "shuping/tui/desk"

// At is the wall as a console wants it: a picture or none, and the page in sight where
// there are several.
func (w Wall) At(blank bool, from int) Wall { return Wall{at: from, steered: true, blank: blank} }

// Blank and From are what the wall is at now.
func (w Wall) Blank() bool { return w.blank }
func (w Wall) From(c desk.Context) int {
	if w.at == 0 && w.turns.IsZero() {
		return 0
	}
	return w.page(c, len(pages(c)))
}

// Paused is the wall that nobody vouches for: what it showed is gone, and the reason
// stands small below.
func (w Wall) Paused(c desk.Context, why string) desk.Picture {
	g := faultPage(c)
	g.foot = why
	rows, _, _ := g.lay(c)
	return desk.Picture{Rows: rows}
}
