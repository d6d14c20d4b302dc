package screen

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/key"
)

// Agenda is the order of the meeting and its clock. One key leads through it.
type Agenda struct {
	at  int // the item the cursor was moved to
	set bool
	ask ask

	prepare prepare // the weeks before the meeting, on a page of their own
	hinted  string  // the review beside whose clock the prepared comments stand
}

// cursor is the item that Enter is for: the one that runs, the one chosen, or
// the next one.
func (a Agenda) cursor(s meeting.State) int {
	switch next := s.Next(); {
	case s.Running() >= 0:
		return s.Running()
	case a.set && a.at < len(s.Agenda):
		return a.at
	case next >= 0:
		return next
	default:
		return len(s.Agenda) - 1
	}
}

func (a Agenda) Scope(c Context) key.Scope {
	if a.ask.open() {
		return a.ask.scope(c)
	}
	if a.prepare.open {
		return a.prepare.scope(c)
	}
	s := c.Ahead
	if s.IsSealed() {
		return nil
	}
	scope := a.hintKeys(c)
	if r := s.Running(); r >= 0 {
		pause := words.KeyPause(c.Lang)
		if s.Steps[r].Paused {
			pause = words.KeyResume(c.Lang)
		}
		scope = append(scope,
			key.On(key.Confirm, "Enter", words.KeyFinish(c.Lang), "enter"),
			key.On(key.Pause, "Space", pause, "space"),
			key.On(key.More, "+/-", words.KeyMinute(c.Lang), "+", "="),
			key.On(key.Less, "", "", "-"))
	} else {
		if s.Next() >= 0 || a.set {
			scope = append(scope, key.On(key.Confirm, "Enter", words.KeyStart(c.Lang), "enter"))
		}
		scope = append(scope, key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down"))
	}
	if a.hasNotes(s) {
		scope = append(scope, key.On(key.Right, "→", words.KeyNotes(c.Lang), "right"))
	}
	switch {
	case s.Running() < 0:
		scope = append(scope, key.On(key.Left, "←", words.KeyPrepare(c.Lang), "left"))
	case reviewed(s) >= 0 && !a.hints(s):
		scope = append(scope, key.On(key.Left, "←", words.KeyHints(c.Lang), "left"))
	}
	if s.Running() >= 0 {
		scope = append(scope, key.On(key.Slip, "/", words.KeyQuestion(c.Lang), "/"))
	}
	return scope
}

// hasNotes reports whether something is kept of the item under the cursor.
func (a Agenda) hasNotes(s meeting.State) bool {
	k := s.Agenda[a.cursor(s)].Kind
	return k == plan.Review || k == plan.Speech
}

func (a Agenda) Do(m key.Meaning, c Context) (Screen, Answer) {
	if a.ask.open() {
		var ans Answer
		a.ask, ans = a.ask.do(m, c)
		return a, ans
	}
	if a.prepare.open {
		var ans Answer
		a.prepare, ans = a.prepare.do(m, c)
		return a, ans
	}
	s := c.Ahead
	switch m.What {
	case key.Left:
		if a.prepare.open = s.Running() < 0; a.prepare.open {
			return a, Answer{}
		}
		if item := s.Agenda[s.Running()].ID; a.hinted == item {
			a.hinted = ""
		} else {
			a.hinted = item // of the next review nothing is seen before it is asked for
		}
	case key.Digit:
		return a.given(m.N, c)
	case key.Slip:
		a.ask = askQuestion(c)
	case key.Up:
		a.at, a.set = max(0, a.cursor(s)-1), true
	case key.Down:
		a.at, a.set = min(len(s.Agenda)-1, a.cursor(s)+1), true
	case key.Confirm:
		return a.step(c)
	case key.Pause:
		if r := s.Running(); r >= 0 && s.Steps[r].Paused {
			return a, c.submit(meeting.ResumeClock{})
		}
		return a, c.submit(meeting.PauseClock{})
	case key.More:
		return a, c.submit(meeting.AddTime{Minutes: 1})
	case key.Less:
		return a, c.submit(meeting.AddTime{Minutes: -1})
	case key.Right:
		return a.note(c), Answer{}
	}
	return a, Answer{}
}

// step finishes what runs, or starts the item under the cursor. An item out of
// order asks why what lies before it is passed over.
func (a Agenda) step(c Context) (Screen, Answer) {
	s := c.Ahead
	if r := s.Running(); r >= 0 {
		a.set = false
		ans := c.submit(meeting.FinishItem{})
		if !ans.Ring {
			ans.Say = c.Say(words.ItemFinished, "item", c.item(r))
		}
		return a, ans
	}
	i := a.cursor(s)
	start := meeting.StartItem{Item: s.Agenda[i].ID}
	switch r := c.try(start); {
	case r == nil && s.Unvetted(start.Item) && !s.Rehearsal:
		line := c.Say(words.UnvettedAsk, "subject", s.Plan.Subjects[s.Agenda[i].Subject].Label())
		a.ask = askText(meeting.MaxReason, func(reason string, c Context) Answer {
			if reason == "" {
				return warn(line)
			}
			return c.submit(meeting.StartItem{Item: start.Item, Reason: reason})
		}, line)
		return a, Answer{}
	case r == nil:
		a.set = false
		return a, order(start)
	case r.Code == meeting.OutOfOrder:
		a.ask = askText(meeting.MaxReason, func(reason string, c Context) Answer {
			return c.submit(append(skips(s, i, reason), start)...)
		}, c.Refuse(r), words.SkipWhy(c.Lang))
		return a, Answer{}
	default:
		return a, warn(c.Refuse(r))
	}
}

// skips passes over every item before i that still waits.
func skips(s meeting.State, i int, reason string) []meeting.Order {
	var out []meeting.Order
	for n := range i {
		if s.Steps[n].Status == meeting.Waiting {
			out = append(out, meeting.SkipItem{Item: s.Agenda[n].ID, Reason: reason})
		}
	}
	return out
}

// note opens what is kept of the item's words.
func (a Agenda) note(c Context) Agenda {
	s := c.Ahead
	i := a.cursor(s)
	it := s.Agenda[i]
	if it.Kind == plan.Speech {
		a.ask = askNotes(meeting.MaxText, s.Speech, func(text string, c Context) Answer {
			return keep(c, text, s.Speech, meeting.NoteSpeech{Text: text})
		}, c.Say(words.NotesOf, "item", c.item(i))).named(c, "speech")
		return a
	}
	subject := s.Plan.Subjects[it.Subject].ID
	a.ask = askNotes(meeting.MaxText, s.Reviews[it.Subject], func(text string, c Context) Answer {
		return keep(c, text, s.Reviews[it.Subject], meeting.NoteReview{Subject: subject, Text: text})
	}, c.Say(words.NotesOf, "item", c.item(i))).named(c, "review:"+subject)
	return a
}

// keep submits a text that changed.
func keep(c Context, text, before string, o meeting.Order) Answer {
	if text == before {
		return Answer{}
	}
	ans := c.submit(o)
	if !ans.Ring {
		ans.Say = words.NotesKept(c.Lang)
	}
	return ans
}

// askQuestion keeps what somebody asks while an item runs.
func askQuestion(c Context) ask {
	subject := ""
	if i := c.Ahead.Agenda[c.Ahead.Running()].Subject; i >= 0 {
		subject = c.Ahead.Plan.Subjects[i].ID
	}
	return askText(meeting.MaxReason, func(text string, c Context) Answer {
		ans := c.submit(meeting.NoteQuestion{Subject: subject, Text: text})
		if !ans.Ring {
			ans.Say = words.QuestionKept(c.Lang)
		}
		return ans
	}, words.QuestionAsk(c.Lang)).named(c, "question")
}

func (a Agenda) Typing(Context) bool {
	return a.ask.typing() || a.prepare.open && !a.prepare.covered && a.prepare.ask.typing()
}

func (a Agenda) Press(k tea.KeyPressMsg, _ Context) (Screen, bool) {
	var taken bool
	if a.prepare.open && !a.ask.open() {
		a.prepare.ask, taken = a.prepare.ask.press(k)
		return a, taken
	}
	a.ask, taken = a.ask.press(k)
	return a, taken
}

func (a Agenda) Paste(text string, c Context) (Screen, Answer) {
	var ans Answer
	if a.prepare.open && !a.ask.open() {
		a.prepare.ask, ans = a.prepare.ask.paste(text, c)
		return a, ans
	}
	a.ask, ans = a.ask.paste(text, c)
	return a, ans
}

func (a Agenda) Draw(c Context) Picture {
	if a.prepare.open && !a.ask.open() {
		return a.prepare.draw(c)
	}
	items := make([]string, len(c.State.Agenda))
	for i := range items {
		items[i] = a.row(c, i)
	}
	const below = 3                                              // the clock in one line, with space around it
	room := max(below, c.Rows-1-below-len(a.hintsAs(c, c.Rows))) // the comments come before what waits
	rows := append([]string{""}, window(items, room, a.cursor(c.State))...)
	rows = append(rows, "")
	hints := a.hintRows(c, c.Rows-len(rows)-1)
	if r := c.State.Running(); r >= 0 {
		rows = append(rows, a.clock(c, r, max(below, c.Rows-len(rows)-len(hints)))...)
	} else {
		rows = append(rows, a.next(c)...)
	}
	rows = append(rows, hints...)
	rows = append(rows, a.notes(c, c.Rows-len(rows))...)
	return a.ask.over(Picture{Rows: rows}, c)
}

// row is one item: its mark, its name, how long it ran of how long it may.
func (a Agenda) row(c Context, i int) string {
	st, it := c.State.Steps[i], c.State.Agenda[i]
	times := elapsed(st.Elapsed(c.Now)) + " / " + clock(st.Length(it))
	if st.Status == meeting.Waiting {
		times = clock(st.Length(it))
	}
	if st.Status == meeting.Skipped {
		times = words.ItemSkipped(c.Lang)
	}
	sign := mark(c, st.Status)
	if st.Status == meeting.Running {
		sign = " " // the cursor is on it
	}
	name := c.Look.Left(sign+" "+c.item(i), max(20, min(44, c.Width-30)))
	line := name + " " + c.Look.Right(times, 15) + "  " + c.Look.Left(it.Clause, 8)
	pointer := "  "
	if i == a.cursor(c.State) {
		pointer = c.Look.Accent.Render(c.Look.Here()) + " "
	}
	switch {
	case st.Status == meeting.Running:
		line = c.Look.Accent.Render(line)
	case st.Status != meeting.Waiting:
		line = c.Look.Dim.Render(line)
	}
	return pointer + line
}

func mark(c Context, st meeting.Status) string {
	switch st {
	case meeting.Done:
		return c.Look.Done()
	case meeting.Running:
		return c.Look.Here()
	case meeting.Skipped:
		return c.Look.Past()
	default:
		return " "
	}
}

// clock is the running item's time, large where there is room.
func (a Agenda) clock(c Context, i, room int) []string {
	text, style := c.remaining(i)
	label := words.TimeLeft(c.Lang)
	if strings.HasPrefix(text, "+") {
		label = words.TimeOver(c.Lang)
	}
	if c.State.Steps[i].Paused {
		label = words.ClockPaused(c.Lang)
		style = c.Look.Dim
	}
	to := ""
	if c.State.Agenda[i].Kind == plan.Evaluation {
		to = "   " + c.Look.Accent.Render(c.onward())
	}
	if room < 10 {
		return []string{"  " + style.Bold(true).Render(c.item(i)+"  "+label+" "+text) + to}
	}
	rows := []string{"  " + style.Render(c.item(i)+"  "+label) + to, ""}
	return append(rows, c.large(text, min(c.Width, 100), min(room-3, 16), style)...)
}

// next says what Enter will do when nothing runs.
func (a Agenda) next(c Context) []string {
	s := c.State
	if s.Next() < 0 {
		rows := c.indent(2, words.AgendaOver(c.Lang), c.Look.Good)
		return append(rows, c.indent(2, c.onward(), c.Look.Accent)...)
	}
	i := a.cursor(s)
	if s.Steps[i].Status == meeting.Done {
		return nil
	}
	return c.indent(2, c.Say(words.AgendaNext, "item", c.item(i)), c.Look.Text)
}

// onward is where the meeting goes on once the agenda has come to the vote:
// nobody is left on the agenda with sheets that were never counted.
func (c Context) onward() string {
	s := c.State
	open := func(d meeting.Decision) bool { return d.Grade == 0 }
	switch {
	case !s.Round.Closed:
		return words.ToCount(c.Lang)
	case slices.ContainsFunc(s.Decisions, open):
		return words.ToGrades(c.Lang)
	case !s.IsSealed() && !s.Rehearsal:
		return words.ToArchive(c.Lang)
	default:
		return ""
	}
}

// notes shows what is kept of the item under the cursor, if there is room.
func (a Agenda) notes(c Context, room int) []string {
	s := c.State
	it := s.Agenda[a.cursor(s)]
	text := ""
	switch it.Kind {
	case plan.Review:
		text = s.Reviews[it.Subject]
	case plan.Speech:
		text = s.Speech
	}
	if text == "" || room < 3 {
		return nil
	}
	rows := append([]string{"", "  " + c.Look.Dim.Render(words.NotesHead(c.Lang))}, c.indent(2, text, c.Look.Text)...)
	return rows[:min(len(rows), room)]
}

// Left is the agenda as it is come back to: comments that were open beside the
// clock have to be asked for again, whoever sees the window by then.
func (a Agenda) Left() Screen {
	a.hinted = ""
	a.prepare.covered = a.prepare.ask.open()
	return a
}

// Draft is what is being written and would be lost by a sudden end.
func (a Agenda) Draft() (name, text string) {
	if name, text := a.prepare.ask.draft(); name != "" {
		return name, text
	}
	return a.ask.draft()
}
