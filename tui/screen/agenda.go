package screen

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Agenda is the order of the meeting and its clock. One key leads through it.
type Agenda struct {
	list   frame.List
	chosen bool // the cursor was moved

	preparing bool // the weeks before the meeting are in sight
	chores    frame.List
	hinted    string // the review beside whose clock the prepared comments stand
}

var agendaActions = []desk.Action[Agenda]{
	{Keys: []string{"enter", "esc"}, Name: words.KeyToRunning, When: Agenda.astray, Do: Agenda.home},
	{Keys: []string{"enter"}, Name: words.KeyFinish, When: Agenda.attended, Do: Agenda.finish},
	{Keys: []string{"enter"}, Name: words.KeyStart, When: Agenda.startable, Do: Agenda.start},
	{Keys: []string{"space"}, Name: words.KeyPause, When: ticking(true), Do: orders[Agenda](meeting.PauseClock{})},
	{Keys: []string{"space"}, Name: words.KeyResume, When: ticking(false), Do: orders[Agenda](meeting.ResumeClock{})},
	{Keys: []string{"+", "="}, Name: words.KeyMinute, When: Agenda.running, Do: orders[Agenda](meeting.AddTime{Minutes: 1})},
	{Keys: []string{"-"}, Name: words.KeyMinuteLess, Shown: key.InMenu, When: Agenda.running, Do: orders[Agenda](meeting.AddTime{Minutes: -1})},
	{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Cap: "1–9", Name: words.KeyTake, When: Agenda.takes, Do: Agenda.take},
	{Keys: []string{"ctrl+o"}, Name: words.KeyHints, When: hinting(false), Do: Agenda.hint},
	{Keys: []string{"ctrl+o"}, Name: words.KeyHide, When: hinting(true), Do: Agenda.hide},
	{Keys: []string{"ctrl+n"}, Name: words.KeyNotes, When: Agenda.noted, Do: Agenda.note},
	{Keys: []string{"ctrl+n"}, Name: words.KeyOfficers, When: electing(true), Do: Agenda.officers},
	{Keys: []string{"ctrl+t"}, Name: words.KeyQuestion, When: Agenda.running, Do: Agenda.question},
	{Keys: []string{"ctrl+w"}, Name: words.KeyPrepare, When: Agenda.idle, Do: Agenda.prepare},
	{Keys: []string{"."}, Name: words.KeyTakeBackEnd, Shown: key.InMenu, When: Agenda.justEnded, Do: orders[Agenda](meeting.TakeBackEnd{})},
	{Name: words.KeyReopenItem, Shown: key.InMenu, When: Agenda.over, Do: Agenda.reopen},
	{Name: words.KeyOtherReview, Shown: key.InMenu, When: Agenda.reviewed, Do: Agenda.otherReview},
	{Name: words.KeySpeaking, Shown: key.InMenu, When: Agenda.orderable, Do: Agenda.order},
	{Name: words.KeySkip, Shown: key.InMenu, When: Agenda.skippable, Do: Agenda.skip},
	{Name: words.KeyOfficers, Shown: key.InMenu, When: electing(false), Do: Agenda.officers},
	{Name: words.KeyVouch, Shown: key.InMenu, When: Agenda.unsealed, Do: func(a Agenda, c desk.Context, _ int) (Agenda, desk.Answer) {
		return a, desk.Asks(desk.AskVouch(c))
	}},
}

func (a Agenda) Acts(c desk.Context) []desk.Act {
	if a.preparing {
		return desk.Acts(a, c, preparationActions)
	}
	return desk.Acts(a, c, agendaActions)
}

// orders is what submits an order, as it is.
func orders[S desk.Screen](o ...meeting.Order) func(S, desk.Context, int) (S, desk.Answer) {
	return func(s S, c desk.Context, _ int) (S, desk.Answer) { return s, c.Submit(o...) }
}

// at is the item under the cursor: the one that was chosen, the one that runs, or
// the next one.
func (a Agenda) at(s meeting.State) int {
	switch next := s.Next(); {
	case a.chosen && a.list.At < len(s.Agenda):
		return a.list.At
	case s.Running() >= 0:
		return s.Running()
	case next >= 0:
		return next
	default:
		return len(s.Agenda) - 1
	}
}

func (a Agenda) running(c desk.Context) key.Can {
	return key.If(c.Ahead.Running() >= 0 && !c.Ahead.IsSealed())
}

// astray is where another item than the one that runs is looked at.
func (a Agenda) astray(c desk.Context) key.Can {
	r := c.Ahead.Running()
	return key.If(r >= 0 && a.at(c.Ahead) != r)
}

// attended is where the item that runs is the one under the cursor.
func (a Agenda) attended(c desk.Context) key.Can {
	r := c.Ahead.Running()
	return key.If(r >= 0 && a.at(c.Ahead) == r && !c.Ahead.IsSealed())
}

// idle is where nothing runs and something may be entered.
func (a Agenda) idle(c desk.Context) key.Can {
	return key.If(c.Ahead.Running() < 0 && !c.Ahead.IsSealed())
}

func (a Agenda) unsealed(c desk.Context) key.Can { return key.If(!c.Ahead.IsSealed()) }

func (a Agenda) startable(c desk.Context) key.Can {
	s := c.Ahead
	return key.If(s.Running() < 0 && !s.IsSealed() && (s.Next() >= 0 || a.chosen))
}

func (a Agenda) skippable(c desk.Context) key.Can {
	return key.If(!c.Ahead.IsSealed() && waits(c.Ahead.Steps[a.at(c.Ahead)]))
}

// noted is where something is kept of what is said in the item under the cursor.
func (a Agenda) noted(c desk.Context) key.Can {
	k := c.Ahead.Agenda[a.at(c.Ahead)].Kind
	return key.If(!c.Ahead.IsSealed() && (k == plan.Review || k == plan.Speech))
}

// ticking is where the clock of what runs goes, or stands still.
func ticking(goes bool) func(Agenda, desk.Context) key.Can {
	return func(_ Agenda, c desk.Context) key.Can {
		r := c.Ahead.Running()
		return key.If(r >= 0 && !c.Ahead.IsSealed() && c.Ahead.Steps[r].Paused != goes)
	}
}

func (a Agenda) View(c desk.Context) desk.View {
	if a.preparing {
		return chores(c).view(c, a.chores)
	}
	a.list.At = a.at(c.Ahead)
	return desk.View{List: a.list, Rows: frame.Rows{N: len(c.Ahead.Agenda), Page: a.room(c), Text: c.Item}}
}

func (a Agenda) Seen(v desk.View, c desk.Context) desk.Screen {
	if a.preparing {
		a.chores = v.List
		return a
	}
	a.chosen = a.chosen || v.List.At != a.at(c.Ahead)
	a.list = v.List
	return a
}

func (a Agenda) home(desk.Context, int) (Agenda, desk.Answer) {
	a.chosen = false
	return a, desk.Answer{}
}

// soon is how long an item must have run to be ended without a question.
const soon = 10 * time.Second

// finish ends what runs. An item that has hardly begun, and a vote of which no sheet came
// back, are asked about first.
func (a Agenda) finish(c desk.Context, _ int) (Agenda, desk.Answer) {
	a.chosen = false
	r := c.Ahead.Running()
	end := func(c desk.Context) desk.Answer {
		return c.Submit(meeting.FinishItem{}).Saying(c.Say(words.ItemFinished, "item", c.Item(r)))
	}
	ran, votes := c.Ahead.Steps[r].Elapsed(c.Now), c.Ahead.Agenda[r].Kind == plan.Evaluation && !c.Ahead.Round.HasCollected
	if ran >= soon && !votes {
		return a, end(c)
	}
	why := c.Say(words.FinishSoon, "item", c.Item(r), "seconds", int(ran/time.Second))
	if votes {
		why = c.Say(words.FinishUnvoted, "item", c.Item(r))
	}
	return a, desk.Asks(desk.AskChoice([]string{words.FinishNo(c.Lang), words.FinishYes(c.Lang)}, func(n int, c desk.Context) desk.Answer {
		if n == 0 {
			return desk.Answer{}
		}
		return end(c)
	}, why))
}

// start starts the item under the cursor. An item out of order asks why what lies
// before it is passed over.
func (a Agenda) start(c desk.Context, _ int) (Agenda, desk.Answer) {
	s := c.Ahead
	i := a.at(s)
	start := meeting.StartItem{Item: s.Agenda[i].ID}
	switch r := c.Try(start); {
	case r == nil && s.Unvetted(start.Item):
		return a.startUnvetted(c, start)
	case r == nil:
		a.chosen = false
		return a, desk.Answer{Orders: []meeting.Order{start}}
	case r.Code == meeting.OutOfOrder:
		return a, desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
			return c.Submit(append(skips(s, i, reason), start)...)
		}, c.Refuse(r), words.SkipWhy(c.Lang)))
	default:
		return a, desk.Warn(c.Refuse(r))
	}
}

// startUnvetted starts a report that did not pass, for the reason that was given in the
// list of what is to be done before the meeting. Where none was, it is asked for there
// and not before the hall.
func (a Agenda) startUnvetted(c desk.Context, start meeting.StartItem) (Agenda, desk.Answer) {
	i := c.Ahead.Agenda[a.at(c.Ahead)].Subject
	if start.Reason = excuse(c, i); start.Reason == "" {
		a.preparing = true
		a.chores.At = slices.IndexFunc(chores(c), func(r chore) bool { return r.subject == i && r.stands == lacking })
		ans := desk.Warn(c.Say(words.UnvettedAsk, "subject", c.Ahead.Plan.Subjects[i].Label()))
		ans.Errand = desk.LookAround
		return a, ans
	}
	ans := c.Submit(start)
	if !ans.Ring {
		a.chosen = false
		kept := c.Private.Draft(excuseName(c, i), "")
		ans.Private = &kept
	}
	return a, ans
}

func waits(st meeting.Step) bool { return st.Status == meeting.Waiting }

// skips passes over every item before i that still waits.
func skips(s meeting.State, i int, reason string) []meeting.Order {
	var out []meeting.Order
	for n := range i {
		if waits(s.Steps[n]) {
			out = append(out, meeting.SkipItem{Item: s.Agenda[n].ID, Reason: reason})
		}
	}
	return out
}

// skip passes over the item under the cursor.
func (a Agenda) skip(c desk.Context, _ int) (Agenda, desk.Answer) {
	i := a.at(c.Ahead)
	id := c.Ahead.Agenda[i].ID
	return a, desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
		return c.Submit(meeting.SkipItem{Item: id, Reason: reason})
	}, c.Say(words.SkipAsk, "item", c.Item(i))))
}

// note opens what is kept of the item's words.
func (a Agenda) note(c desk.Context, _ int) (Agenda, desk.Answer) {
	s := c.Ahead
	i := a.at(s)
	was, name := s.Speech, "speech"
	to := func(text string) meeting.Order { return meeting.NoteSpeech{Text: text} }
	if s.Agenda[i].Kind == plan.Review {
		id := subjectOf(s, i)
		was, name = s.Review(id), "review:"+id
		to = func(text string) meeting.Order { return meeting.NoteReview{Subject: id, Text: text} }
	}
	return a, desk.Asks(desk.AskNotes(meeting.MaxText, was, func(text string, c desk.Context) desk.Answer {
		if text == was {
			return desk.Answer{}
		}
		return c.Submit(to(text)).Saying(words.NotesKept(c.Lang))
	}, c.Say(words.NotesOf, "item", c.Item(i))).Named(c, name))
}

// question keeps what somebody asks while an item runs.
func (a Agenda) question(c desk.Context, _ int) (Agenda, desk.Answer) {
	subject := subjectOf(c.Ahead, c.Ahead.Running())
	return a, desk.Asks(desk.AskText(meeting.MaxReason, func(text string, c desk.Context) desk.Answer {
		if strings.TrimSpace(text) == "" {
			return desk.Warn(words.QuestionAsk(c.Lang))
		}
		return c.Submit(meeting.NoteQuestion{Subject: subject, Text: text}).Saying(words.QuestionKept(c.Lang))
	}, words.QuestionAsk(c.Lang)).Named(c, "question"))
}

// Next is what Enter will do, or where the meeting goes on.
func (a Agenda) Next(c desk.Context) string {
	s := c.State
	r, undone := s.Running(), 0
	if r < 0 && s.Current < 0 && !a.preparing && !s.Rehearsal {
		undone = chores(c).count(lacking)
	}
	switch {
	case a.preparing:
		list := chores(c)
		return list.next(c, a.chores.Within(len(list)).At)
	case s.Rehearsal:
		return coach(c, desk.AgendaPlace)
	case s.IsSealed():
		return onward(c)
	case r >= 0 && s.Agenda[r].Kind == plan.Elect && len(s.Officers.Scrutineers) == 0:
		return words.NextOfficers(c.Lang)
	case r >= 0 && s.Agenda[r].Kind != plan.Evaluation:
		if n := slices.IndexFunc(s.Steps, waits); n >= 0 {
			return c.Say(words.NextEnd, "item", c.Item(n))
		}
		return words.NextEndLast(c.Lang)
	case undone > 0:
		return c.Say(words.ChoreFirst, "n", undone)
	case r < 0 && s.Next() >= 0 && waits(s.Steps[a.at(s)]):
		return c.Say(words.NextStart, "item", c.Item(a.at(s)))
	default:
		return onward(c)
	}
}

// Left is the agenda as it is come back to: comments that were open beside the
// clock have to be asked for again, whoever sees the window by then.
func (a Agenda) Left() desk.Screen {
	a.hinted = ""
	return a
}

// beneath is the rows that the clock has in one line, with space around it.
const beneath = 3

// room is how many items are in sight. The comments come before what waits.
func (a Agenda) room(c desk.Context) int {
	return max(beneath, c.Rows-1-beneath-len(a.hintsAs(c, c.Rows)))
}

func (a Agenda) Draw(c desk.Context) desk.Picture {
	if a.preparing {
		return chores(c).draw(c, a.chores, words.KeyPrepare(c.Lang), c.Say(words.PrepareHead, "day", c.State.Plan.Dates.Until))
	}
	names := itemNames(c, max(20, min(44, c.Width-30))-2)
	a.list.At = a.at(c.State)
	p := a.list.Draw(len(names), a.room(c), func(i int, here bool) string { return a.row(c, i, names[i], here) }).Under("")
	if p.Rows = append(p.Rows, ""); names[a.list.At] != c.Item(a.list.At) {
		p.Whole = c.Item(a.list.At)
	}
	hints := a.hintRows(c, c.Rows-len(p.Rows)-1)
	switch r := c.State.Running(); {
	case r >= 0:
		p.Rows = append(p.Rows, a.clock(c, r, max(beneath, c.Rows-len(p.Rows)-len(hints)))...)
	case c.State.Next() < 0:
		p.Rows = append(p.Rows, c.Indent(2, words.AgendaOver(c.Lang), c.Look.Good)...)
	}
	p.Rows = append(p.Rows, hints...)
	p.Rows = append(p.Rows, a.notes(c, c.Rows-len(p.Rows))...)
	return p
}

// row is one item: its mark, its name, how long it ran of how long it may.
func (a Agenda) row(c desk.Context, i int, name string, here bool) string {
	st, it := c.State.Steps[i], c.State.Agenda[i]
	times := desk.Elapsed(st.Elapsed(c.Now)) + " / " + desk.Clock(st.Length(it))
	switch st.Status {
	case meeting.Waiting:
		times = desk.Clock(st.Length(it))
	case meeting.Skipped:
		times = words.ItemSkipped(c.Lang)
	}
	sign := mark(c, st.Status)
	if st.Status == meeting.Running && here {
		sign = " " // the cursor is on it
	}
	line := sign + " " + c.Look.Left(name, max(20, min(44, c.Width-30))-2) + " " + c.Look.Right(times, 15) + "  " + c.Look.Left(it.Clause, 8)
	switch {
	case st.Status == meeting.Running:
		line = c.Look.Accent.Render(line)
	case st.Status != meeting.Waiting:
		line = c.Look.Dim.Render(line)
	}
	return c.Pointer(here) + line + a.spent(c, i, c.Width-2-look.Width(line)-4)
}

// spent is the time of an item in a bar of at most so many cells, in the measure of the
// longest: what was planned, what of it is used, and what went over it. A narrow window
// has no room for it.
func (a Agenda) spent(c desk.Context, i, room int) string {
	const least, most = 20, 40
	if room < least {
		return ""
	}
	longest := time.Duration(1)
	for n, it := range c.State.Agenda {
		longest = max(longest, c.State.Steps[n].Length(it), c.State.Steps[n].Elapsed(c.Now))
	}
	cells := func(d time.Duration) int { return int(d * time.Duration(min(room, most)) / longest) }
	st := c.State.Steps[i]
	planned, used := cells(st.Length(c.State.Agenda[i])), cells(st.Elapsed(c.Now))
	bar := c.Look.Choice.Render(strings.Repeat(" ", min(planned, used))) + c.Look.Field.Render(strings.Repeat(" ", max(0, planned-used)))
	return "  " + bar + c.Look.Red.Reverse(true).Render(strings.Repeat(" ", max(0, used-planned)))
}

// clock is the running item's time, large where there is room.
func (a Agenda) clock(c desk.Context, i, room int) []string {
	text, style := c.Remaining(i)
	label := words.TimeLeft(c.Lang)
	if strings.HasPrefix(text, "+") {
		label = words.TimeOver(c.Lang)
	}
	if c.State.Steps[i].Paused {
		label = words.ClockPaused(c.Lang)
		style = c.Look.Dim
	}
	head := c.Item(i) + "  " + label
	if room < 10 {
		return []string{"  " + style.Bold(true).Render(head+" "+text)}
	}
	rows := []string{"  " + style.Render(head), ""}
	for _, row := range glyph.Solid(min(9, (room-4)/2*2+1)).Draw(text, style) {
		rows = append(rows, "  "+row)
	}
	return rows
}

// notes shows what is kept of the item under the cursor, if there is room.
func (a Agenda) notes(c desk.Context, room int) []string {
	s := c.State
	it := s.Agenda[a.at(s)]
	text := ""
	switch it.Kind {
	case plan.Review:
		text = s.ReviewsOf(subjectOf(s, a.at(s)))
	case plan.Speech:
		text = s.Speech
	}
	if text == "" || room < 3 {
		return nil
	}
	rows := append([]string{"", "  " + c.Look.Dim.Render(words.NotesHead(c.Lang))}, c.Indent(2, text, c.Look.Text)...)
	return rows[:min(len(rows), room)]
}
