// Package hall draws the wall: what the hall sees of a meeting, in type as large as
// the window allows. A [Wall] has no pen. The agenda goes on under its own keys, which
// the root lends it; a presenter's remote turns pages and blanks the picture, and
// every other key of it does nothing.
package hall

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Wall fills a window with the state of the meeting. Where not all subjects have
// room at once it turns by pages.
type Wall struct {
	from  int // the first subject in sight
	blank bool
}

var wallActions = []desk.Action[Wall]{
	{Keys: []string{"pgdown", "right", "down"}, Cap: "PgUp PgDn", Name: words.KeyPage, When: paged, Do: func(w Wall, c desk.Context, _ int) (Wall, desk.Answer) {
		if next := w.from + w.page(c); next < len(c.State.Plan.Subjects) {
			w.from = next
		}
		return w, desk.Answer{}
	}},
	{Keys: []string{"pgup", "left", "up"}, Shown: key.Hidden, When: paged, Do: func(w Wall, c desk.Context, _ int) (Wall, desk.Answer) {
		w.from = max(0, w.from-w.page(c))
		return w, desk.Answer{}
	}},
	{Keys: []string{".", "b"}, Name: words.KeyBlank, Do: func(w Wall, _ desk.Context, _ int) (Wall, desk.Answer) {
		w.blank = !w.blank
		return w, desk.Answer{}
	}},
	// What else a presenter's remote sends, and digits, change nothing.
	{Keys: []string{"f5", "esc", "f1", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "pgup", "pgdown", "up", "down", "left", "right"},
		Shown: key.Hidden, Do: func(w Wall, _ desk.Context, _ int) (Wall, desk.Answer) { return w, desk.Answer{} }},
}

func paged(w Wall, c desk.Context) key.Can {
	return key.If(len(c.State.Plan.Subjects) > w.page(c))
}

// Acts are the actions of the wall.
func (w Wall) Acts(c desk.Context) []desk.Act { return desk.Acts(w, c, wallActions) }

// Whole is the window: a line that says which meeting this is, the picture, and a
// line for what was said last. No keys: the hall reads it.
func (w Wall) Whole(c desk.Context, notice frame.Notice) desk.Picture {
	width, height := c.Width, c.Rows
	c.Rows = max(1, height-2)
	s := c.State
	right := ""
	if s.Rehearsal {
		right = c.Look.Practice.Render(" "+words.Rehearsal(c.Lang)+" ") + " "
	}
	rows := make([]string, height)
	if !w.blank {
		rows[0] = c.Look.Ends(" "+c.Look.Dim.Render(s.Plan.Title+"  "+s.Plan.Unit), right, width)
		copy(rows[1:height-1], w.Draw(c).Rows)
		rows[height-1] = frame.NoticeRow(c.Look, notice, width)
	}
	for i, r := range rows {
		rows[i] = c.Look.Steady(c.Look.Left(r, width))
	}
	return desk.Picture{Rows: rows}
}

// Sees is what the hall sees now, in a few words.
func (w Wall) Sees(c desk.Context) string {
	return c.Say(words.HallSees, "what", w.seen(c))
}

func (w Wall) seen(c desk.Context) string {
	s := c.State
	r := s.Running()
	vote := voteSeen(c)
	switch {
	case w.blank:
		return words.HallBlank(c.Lang)
	case r >= 0 && s.Agenda[r].Kind != plan.Evaluation:
		return c.Item(r)
	case vote != "":
		return vote
	case r >= 0:
		return c.Item(r)
	case s.Next() >= 0 && s.Current >= 0:
		return words.HallNext(c.Lang)
	default:
		return words.HallTitle(c.Lang)
	}
}

// voteSeen is what the hall sees of the vote, in a word; "" for nothing.
func voteSeen(c desk.Context) string {
	h := c.State.Hall()
	word, ok := map[meeting.HallStage]words.Sentence{
		meeting.HallVoid: words.HallProgress, meeting.HallProgress: words.HallProgress, meeting.HallTally: words.HallTally,
		meeting.HallAwaits: words.HallAwaits, meeting.HallEnded: words.HallEnded,
	}[h.Stage]
	switch {
	case ok:
		return word(c.Lang)
	case h.Grades:
		return words.Matter(c.Lang, string(meeting.Grades))
	case h.Votes:
		return words.HallTally(c.Lang)
	default:
		return ""
	}
}

func (w Wall) Draw(c desk.Context) desk.Picture {
	s := c.State
	r := s.Running()
	h := s.Hall()
	var rows []string
	switch {
	case r >= 0 && s.Agenda[r].Kind != plan.Evaluation:
		rows = w.item(c, r)
	case h.Stage != meeting.HallSilent:
		rows = w.vote(c, h)
	case r >= 0:
		rows = w.item(c, r)
	default:
		rows = w.idle(c)
	}
	return desk.Picture{Rows: middle(rows, c.Rows)}
}

// middle puts rows into the middle of height.
func middle(rows []string, height int) []string {
	return append(make([]string, max(0, (height-len(rows))/2)), rows...)
}

// item is what runs: its kind and clock as large as they go.
func (w Wall) item(c desk.Context, i int) []string {
	it := c.State.Agenda[i]
	text, style := c.Remaining(i)
	label := words.TimeLeft(c.Lang)
	switch {
	case c.State.Steps[i].Paused:
		label, style = words.ClockPaused(c.Lang), c.Look.Dim
	case strings.HasPrefix(text, "+"):
		label = words.TimeOver(c.Lang)
	}
	who := ""
	if it.Subject >= 0 {
		who = c.State.Plan.Subjects[it.Subject].Label()
	}
	room := (c.Rows - 3) / 2
	switch third := (c.Rows - 4) / 3; {
	case who != "" && c.Fits(who, third):
		room = third
	case who != "":
		room = (c.Rows - 5) / 2 // the name in one line, so that the clock is large
	}
	room = max(1, room)
	rows := append(c.Large(words.ItemKind(c.Lang, string(it.Kind)), c.Width, room, c.Look.Accent), "")
	if who != "" {
		rows = append(append(rows, c.Large(who, c.Width, room, c.Look.Text)...), "")
	}
	rows = append(rows, c.Large(text, c.Width, room, style)...)
	return append(rows, "", c.Look.Centre(style.Render(label), c.Width))
}

// idle is between items: what comes next, or the title before and after.
func (w Wall) idle(c desk.Context) []string {
	s := c.State
	if n := s.Next(); n >= 0 && s.Current >= 0 {
		rows := append([]string{c.Look.Centre(c.Look.Dim.Render(words.ItemNext(c.Lang)), c.Width), ""},
			c.Large(words.ItemKind(c.Lang, string(s.Agenda[n].Kind)), c.Width, c.Rows-6, c.Look.Accent)...)
		return append(rows, "", c.Look.Centre(c.Look.Strong.Render(c.Item(n)), c.Width))
	}
	rows := c.Large(words.ProgramTitle(c.Lang), c.Width, c.Rows-6, c.Look.Accent)
	return append(rows, "", c.Look.Centre(c.Look.Strong.Render(s.Plan.Title), c.Width), "",
		c.Look.Centre(s.Plan.Unit, c.Width))
}

// vote is the vote as far as the hall may see it: the progress and the tally while
// sheets are read, then what was announced.
func (w Wall) vote(c desk.Context, h meeting.Hall) []string {
	switch h.Stage {
	case meeting.HallVoid:
		return c.Large(c.Say(words.RoundVoidBig, "round", c.State.Round.Number), c.Width, c.Rows-4, c.Look.Red)
	case meeting.HallProgress:
		return w.progress(c, h)
	case meeting.HallTally:
		return w.tally(c, h)
	case meeting.HallResult:
		return w.result(c, h)
	}
	rows := append(c.Large(words.CountBig(c.Lang), c.Width, c.Rows-8, c.Look.Accent), "", c.Look.Centre(c.Look.Strong.Render(words.HallEnded(c.Lang)), c.Width))
	if h.Stage == meeting.HallAwaits {
		rows = append(rows, "", c.Look.Centre(c.Look.Strong.Render(words.HallAwaits(c.Lang)), c.Width))
	}
	if h.Corrected {
		rows = append(rows, "", c.Look.Centre(c.Look.Amber.Render(words.CorrectedMark(c.Lang)), c.Width))
	}
	return rows
}

// tally is what the sheets say that are in it, a row a subject.
func (w Wall) tally(c desk.Context, h meeting.Hall) []string {
	s := c.State
	rows := []string{c.Look.Centre(c.Look.Strong.Render(c.Say(words.TallyOf, "sheets", h.Sheets, "void", h.Void, "read", s.Round.Read(), "collected", s.Round.Collected)), c.Width), ""}
	to := min(w.from+w.page(c), len(h.Subjects))
	for i := w.from; i < to; i++ {
		line := s.Plan.Subjects[i].Label()
		if h.Subjects[i].TooFew {
			line += "  " + c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest)
		} else {
			for g, name := range s.Plan.Rule.Scale {
				line += fmt.Sprintf("   %s %d", name, h.Subjects[i].Count.Of(g+1))
			}
		}
		rows = append(rows, c.Look.Centre(c.Look.Middle(line, c.Width-4), c.Width))
	}
	return rows
}

// result is what was announced.
func (w Wall) result(c desk.Context, h meeting.Hall) []string {
	s := c.State
	inner := c
	inner.Width = min(c.Width, 160)
	head := ""
	if h.Votes {
		head = c.Look.Strong.Render(c.Say(words.ProjectorHead, "valid", s.Round.Valid))
	}
	if note := c.Weighted(); note != "" {
		head += "   " + note
	}
	if note := c.Versions(); note != "" {
		head += "   " + note
	}
	rows := []string{c.Look.Centre(head, c.Width), ""}
	all := len(s.Plan.Subjects)
	to := min(w.from+w.page(c), all)
	n := min(w.across(c), to-w.from)
	bands := (to - w.from + n - 1) / n
	each := (inner.Width - 4 - 4*(n-1)) / n
	for from := w.from; from < to; from += n {
		var columns [][]string
		var widths []int
		for i := from; i < min(from+n, to); i++ {
			columns, widths = append(columns, w.subject(inner, h, i, each, bands)), append(widths, each)
		}
		for _, line := range inner.Beside(4, widths, columns...) {
			rows = append(rows, c.Look.Centre(line, c.Width))
		}
		if from+n < to {
			rows = append(rows, "")
		}
	}
	if to-w.from < all {
		rows = append(rows, c.Look.Centre(c.Look.Dim.Render(c.Say(words.RowsShown, "from", w.from+1, "to", to, "all", all)), c.Width))
	}
	return rows
}

// across is how many subjects stand side by side, page how many are in sight at
// once; all of them have room wherever the tally is not what is shown.
func (w Wall) across(c desk.Context) int { return max(1, min(c.Width, 160)/38) }

func (w Wall) page(c desk.Context) int {
	s := c.State
	switch s.Hall().Stage {
	case meeting.HallTally:
		return max(1, c.Rows-3)
	case meeting.HallResult:
	default:
		return len(s.Plan.Subjects)
	}
	high := len(s.Plan.Rule.Scale) + 6 // label, blank and spoiled, limit, grade, space
	if all := len(s.Plan.Subjects); all <= w.across(c)*max(1, (c.Rows-1)/high) {
		return all
	}
	return w.across(c) * max(1, (c.Rows-2)/high)
}

// subject is the votes on one, spread out, with the grade large below them if every
// grade of the scale has room: none is made to look more than another.
func (w Wall) subject(c desk.Context, h meeting.Hall, i, width, bands int) []string {
	s, seen := c.State, h.Subjects[i]
	rows := []string{c.Look.Strong.Render(c.Look.Left(s.Plan.Subjects[i].Label(), width))}
	switch {
	case seen.TooFew:
		for _, line := range look.Wrap(c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest), width) {
			rows = append(rows, c.Look.Dim.Render(line))
		}
	case h.Votes:
		rows = c.Tally(i, width, c.Rows*3/5/bands, false)
	}
	if seen.Grade == 0 {
		return rows
	}
	scale, label, style := s.Plan.Rule.Scale, words.SuggestedGrade(c.Lang), c.Look.Accent
	if seen.Decided {
		label = words.DecidedGrade(c.Lang)
	}
	rows = append(rows, c.Look.Left(label+"  "+c.Look.Strong.Render(scale.Name(seen.Grade)), width))
	room := min(16, (c.Rows-3)/bands-len(rows)-2)
	c.Width = width
	if room < 8 || slices.ContainsFunc(scale, func(name string) bool { return !c.Fits(name, room) }) {
		return rows
	}
	return append(append(rows, ""), c.Large(scale.Name(seen.Grade), width, room, style)...)
}

// progress is how many sheets are read of those collected.
func (w Wall) progress(c desk.Context, h meeting.Hall) []string {
	s := c.State
	text := fmt.Sprintf("%d/%d", s.Round.Read(), s.Round.Collected)
	rows := append([]string{c.Look.Centre(c.Look.Strong.Render(words.CountUnderWay(c.Lang)), c.Width), ""},
		c.Large(text, c.Width, max(1, c.Rows-8), c.Look.Accent)...)
	room := max(10, c.Width/2)
	filled := 0
	if s.Round.Collected > 0 {
		filled = s.Round.Read() * room / s.Round.Collected
	}
	bar := c.Look.Bar(1, filled) + c.Look.Dim.Render(strings.Repeat(".", room-filled))
	rows = append(rows, "", c.Look.Centre(bar, c.Width), "", c.Look.Centre(
		c.Say(words.CountDetail, "issued", s.Round.Issued, "collected", s.Round.Collected, "read", s.Round.Read()), c.Width))
	if h.TooFew && s.Plan.Sheets.Fewest > 0 {
		rows = append(rows, c.Look.Centre(c.Look.Dim.Render(c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest)), c.Width))
	}
	return rows
}
