// Package hall draws the wall: what the hall sees of a meeting, in type as large as
// the window allows. A [Wall] has no pen. The agenda goes on under its own keys, which
// the root lends it; a presenter's remote turns pages and blanks the picture, and
// every other key of it does nothing.
//
// # Pages
//
// What the hall sees now is one page or several, each made of blocks below each other:
// words, numbers, columns of both, bars. A block has shapes, the best first, and a page
// takes for each the best that there is room for. Whoever sits fifteen metres from a
// picture of 1.8 metres reads what is a twelfth of it high, and a label of an
// eighteenth: no shape is smaller in the windows that the law of heights names. In low
// and narrow ones a long word has no such shape and stands as text; below 40 by 12 one
// line is left.
package hall

import (
	"time"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A Wall fills a window with the state of the meeting. Where not all has room at once
// it turns by pages.
type Wall struct {
	at      int    // the page
	of      string // what it is a page of: another thing begins with its first
	blank   bool
	steered bool      // a console says which page, of whatever there is
	turns   time.Time // since when pages turn by themselves, zero for never
}

// each is how long a page stays that turns by itself.
const each = 12 * time.Second

var wallActions = []desk.Action[Wall]{
	{Keys: []string{"pgdown"}, Cap: "PgUp PgDn", Name: words.KeyPage, When: paged, Do: func(w Wall, c desk.Context, _ int) (Wall, desk.Answer) { return w.turn(c, 1), desk.Answer{} }},
	{Keys: []string{"pgup"}, Shown: key.Hidden, When: paged, Do: func(w Wall, c desk.Context, _ int) (Wall, desk.Answer) { return w.turn(c, -1), desk.Answer{} }},
	{Keys: []string{".", "b"}, Name: words.KeyBlank, Do: func(w Wall, _ desk.Context, _ int) (Wall, desk.Answer) {
		w.blank = !w.blank
		return w, desk.Answer{}
	}},
	// What else a presenter's remote sends, and digits, change nothing.
	{Keys: []string{"f5", "esc", "f1", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "pgup", "pgdown", "up", "down", "left", "right"},
		Shown: key.Hidden, Do: func(w Wall, _ desk.Context, _ int) (Wall, desk.Answer) { return w, desk.Answer{} }},
}

// paged is where there may be several pages; how many is not worth laying them out.
func paged(_ Wall, c desk.Context) key.Can { return key.If(now(c).several) }

// Acts are the actions of the wall.
func (w Wall) Acts(c desk.Context) []desk.Act { return desk.Acts(w, c, wallActions) }

// turn goes so many pages on, and stays there if pages turned by themselves.
func (w Wall) turn(c desk.Context, by int) Wall {
	n := len(pages(c))
	w.at, w.of, w.steered = max(0, min(w.page(c, n)+by, n-1)), now(c).seen, false
	if !w.turns.IsZero() {
		w.turns = c.Now
	}
	return w
}

// Turns reports whether pages turn by themselves; Turning lets them, or lets them stay.
func (w Wall) Turns() bool { return !w.turns.IsZero() }

func (w Wall) Turning(c desk.Context, on bool) Wall {
	w = w.turn(c, 0)
	if w.turns = (time.Time{}); on {
		w.turns = c.Now
	}
	return w
}

// page is which of so many pages is in sight.
func (w Wall) page(c desk.Context, n int) int {
	at := 0
	if w.steered || w.of == now(c).seen {
		at = min(w.at, n-1)
	}
	if w.turns.IsZero() {
		return at
	}
	return (at + int(max(0, c.Now.Sub(w.turns))/each)) % n
}

// Draw is the window with nothing said.
func (w Wall) Draw(c desk.Context) desk.Picture { return w.Whole(c, frame.Notice{}) }

// Whole is the window. A notice takes the place of the small print at its foot.
func (w Wall) Whole(c desk.Context, notice frame.Notice) desk.Picture {
	rows := make([]string, c.Rows)
	if !w.blank {
		all := pages(c)
		rows, _, _ = all[w.page(c, len(all))].lay(c)
	}
	if notice.Text != "" && !w.blank && c.Rows >= leastRows {
		rows[c.Rows-1] = frame.NoticeRow(c.Look, notice, c.Width)
	}
	for i, r := range rows {
		rows[i] = c.Look.Steady(c.Look.Left(r, c.Width))
	}
	return desk.Picture{Rows: rows}
}

// Sees is what the hall sees now, in a few words.
func (w Wall) Sees(c desk.Context) string {
	seen := now(c).seen
	if w.blank {
		seen = words.HallBlank(c.Lang)
	}
	return c.Say(words.HallSees, "what", seen)
}
