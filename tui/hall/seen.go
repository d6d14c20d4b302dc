package hall

import "shuping/tui/desk"

// At is the wall as a console wants it: a picture or none, and the page in sight where
// there are several.
func (w Wall) At(blank bool, page int) Wall { return Wall{at: page, steered: true, blank: blank} }

// Blank and Page are what the wall is at now. Pages are laid out only where they turn
// by themselves: each window knows how many it has.
func (w Wall) Blank() bool { return w.blank }
func (w Wall) Page(c desk.Context) int {
	n := w.at + 1
	if w.Turns() {
		n = len(pages(c))
	}
	return w.page(c, n)
}

// Paused is the wall that nobody vouches for: what it showed is gone, and the reason
// stands small below.
func (w Wall) Paused(c desk.Context, why string) desk.Picture {
	g := faultPage(c)
	g.foot = why
	rows, _, _ := g.lay(c)
	return desk.Picture{Rows: rows}
}
