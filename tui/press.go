package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/hall"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// An act is an action of whatever is in front, with what it does to the seat.
type act = key.Bound[Model, tea.Cmd]

// press finds out what a key does, innermost first: an open field, what lies over
// the place, the place, then what works everywhere.
func (m Model) press(k tea.KeyPressMsg) (Model, tea.Cmd) {
	if m.ending || m.tooSmall() && m.width > 0 { // before its size is known a window is not too small
		return m.small(k)
	}
	p, at := key.Press(k), m.seat.Now()
	var held bool
	var undo int
	m.cadence, held, undo = m.cadence.Feed(string(p), at)
	if held && m.keyed(p) {
		return m.held(p, undo)
	}
	bounced := p == "enter" && m.before == "enter" && at.Sub(m.pressed) < bounce
	m.before, m.pressed = p, at
	if m.cover == choosing {
		return m.choose(k, p)
	}
	c := m.context()
	if next, cmd, taken := m.typed(k, c); taken {
		return next, cmd
	}
	if bounced && m.bounces() || held && (p == "enter" || p == "space") {
		return m, nil // nobody walks through a meeting with a key that bounces or is held
	}
	acts := append(m.front(c), m.everywhere(c)...)
	i, digit := key.Find(p, acts)
	if i < 0 {
		return m.unknown(p)
	}
	return m.carry(acts[i], digit)
}

// bounce is how soon a second Enter, with no other key between, is no hand's.
const bounce = 300 * time.Millisecond

// bounces reports whether a second Enter that comes too soon is dropped: where it
// would end an item or answer a question.
func (m Model) bounces() bool {
	return m.hides() || m.cover == leaving || m.place == desk.AgendaPlace || m.asks[m.place] != nil
}

// carry does an action, or says why it cannot be done.
func (m Model) carry(a act, digit int) (Model, tea.Cmd) {
	if a.Why != "" {
		return m.say(a.Why, frame.Look), look.Ring
	}
	return a.Do(digit)
}

// typed offers a key to what is being typed.
func (m Model) typed(k tea.KeyPressMsg, c desk.Context) (Model, tea.Cmd, bool) {
	if m.cover == helping {
		next, taken := m.read(c).Press(k)
		m.manual = next
		return m, nil, taken
	}
	if m.cover == picking {
		next, taken := m.search.picker.Press(k)
		m.search.picker = next
		return m, nil, taken
	}
	if m.cover != uncovered {
		return m, nil, false
	}
	if q := m.asks[m.place]; q != nil {
		if text := q.Selected(); text != "" && key.Press(k) == "ctrl+c" {
			return m, tea.SetClipboard(text), true
		}
		next, taken := q.Press(k)
		m.asks[m.place] = &next
		return m, nil, taken
	}
	if t, types := m.here().(desk.Typist); types && t.Typing(c) {
		next, taken := t.Press(k, c)
		if taken {
			m.screens[m.place] = next
		}
		return m, nil, taken
	}
	next, taken := desk.Search(m.here(), k, c)
	m.screens[m.place] = next
	return m, nil, taken
}

// keyed reports whether a key that is held would fill or empty sheets: a digit on
// the count, or what takes back.
func (m Model) keyed(p key.Pressed) bool {
	return m.place == desk.CountPlace && m.cover == uncovered && (p.IsDigit() || takesBack(p))
}

func takesBack(p key.Pressed) bool { return p == "." || p == "backspace" }

// held takes back what a key that is held has made. What was taken back is not
// keyed again by a program: it stays so, and the bell rings.
func (m Model) held(p key.Pressed, undo int) (Model, tea.Cmd) {
	switch {
	case undo == 0:
		return m, nil
	case takesBack(p):
		return m, look.Ring
	}
	if q := m.asks[m.place]; q != nil {
		next := q.Less(undo)
		m.asks[m.place] = &next
		return m.say(words.HeldKey(m.seat.Lang), frame.Look), look.Ring
	}
	if s, counts := m.here().(desk.Held); counts {
		return m.answered(s.Held(undo, m.context()))
	}
	return m, nil
}

// front is the actions of whatever is in front.
func (m Model) front(c desk.Context) []act {
	switch m.cover {
	case helping:
		return m.reading(c)
	case leaving:
		return m.asking(&m.leaving, c, Model.left)
	case picking:
		return m.seeking(c)
	}
	return m.work(c)
}

// left takes what became of the question whether to leave.
func (m Model) left(q *desk.Question) Model {
	if q == nil {
		return m.lifted()
	}
	m.leaving = *q
	return m
}

// work is the actions of the place, of the question that lies over it, or of the
// wall.
func (m Model) work(c desk.Context) []act {
	if m.hides() {
		return m.walls(c)
	}
	if q := m.asks[m.place]; q != nil {
		return m.asking(q, c, Model.asked)
	}
	return append(m.stopping(), m.lift(desk.All(m.here(), c), Model.answered)...)
}

// asked takes what became of the question at the place.
func (m Model) asked(q *desk.Question) Model {
	m.asks[m.place] = q
	return m
}

// walls is the actions of the wall, and those that go on in the agenda's order and
// ask nothing: a question would be read by the hall.
func (m Model) walls(c desk.Context) []act {
	out := m.lift(m.hall.Acts(m.wallContext(c)), func(m Model, s desk.Screen, ans desk.Answer) (Model, tea.Cmd) {
		m.hall = s.(hall.Wall)
		return m.answer(ans)
	})
	for _, a := range m.lift(screen.Agenda{}.Acts(c), Model.stepped) {
		if a.On("enter") || a.On("space") || a.On("+") || a.On("-") {
			out = append(out, a)
		}
	}
	return out
}

// stepped takes what the agenda answered under the wall.
func (m Model) stepped(_ desk.Screen, ans desk.Answer) (Model, tea.Cmd) {
	switch {
	case ans.Ask != nil || ans.Errand != desk.NoErrand: // it asks, or opened a list that does
		return m.say(words.AskInAgenda(m.seat.Lang), frame.Look), look.Ring
	case len(ans.Orders) > 0 && !m.writes():
		return m, look.Ring
	}
	return m.answer(ans)
}

// lift is the actions of a screen as those of the seat.
func (m Model) lift(acts []desk.Act, then func(Model, desk.Screen, desk.Answer) (Model, tea.Cmd)) []act {
	out := make([]act, len(acts))
	for i, a := range acts {
		out[i] = act{Entry: a.Entry, Do: func(n int) (Model, tea.Cmd) {
			s, ans := a.Do(n)
			return then(m, s, ans)
		}}
	}
	return out
}

// asking is the actions of a question; put stores what became of it.
func (m Model) asking(q *desk.Question, c desk.Context, put func(Model, *desk.Question) Model) []act {
	var out []act
	for _, b := range q.Acts(c) {
		out = append(out, act{Entry: b.Entry, Do: func(n int) (Model, tea.Cmd) {
			r, _ := b.Do(n)
			return m.replied(r, put)
		}})
	}
	return out
}

// replied takes what a question came to. What was answered stays in the question
// where no order is taken.
func (m Model) replied(r desk.Reply, put func(Model, *desk.Question) Model) (Model, tea.Cmd) {
	if len(r.Answer.Orders) > 0 && !m.writes() {
		return m, look.Ring
	}
	m = put(m, r.Open)
	if r.Answer.Onto != nil {
		m.screens[m.place] = r.Answer.Onto(m.here())
	}
	return m.answer(r.Answer)
}

// answered takes the screen at the place as it became, and its answer.
func (m Model) answered(s desk.Screen, ans desk.Answer) (Model, tea.Cmd) {
	if len(ans.Orders) > 0 && !m.writes() {
		return m, look.Ring // what was keyed stays in hand, where it can be seen
	}
	m.screens[m.place] = s
	return m.answer(ans)
}

// writes reports whether orders are taken at all: there is a pen, and the disk has
// not failed.
func (m Model) writes() bool { return m.seat.Submit != nil && m.sight.Fault == "" }

// answer carries out what a screen answered.
func (m Model) answer(ans desk.Answer) (Model, tea.Cmd) {
	stores := len(ans.Orders) > 0
	if stores && !ans.Ring {
		m = m.say("", frame.Plain)
		m.promise = frame.Notice{Text: ans.Say, Tone: ans.Tone}
	} else {
		m = m.say(ans.Say, ans.Tone)
	}
	var cmds []tea.Cmd
	if ans.Ring {
		cmds = append(cmds, look.Ring)
	}
	if ans.Ask != nil {
		m.asks[m.place] = ans.Ask
	}
	if stores {
		m.outbox = m.outbox.add(ans.Orders, m.now())
		next, cmd := m.hand()
		m = next
		cmds = append(cmds, cmd)
	}
	if ans.Private != nil {
		m.private.contents, m.private.unkept = *ans.Private, true
	}
	if ans.Quit {
		m.ending = true
		cmds = append(cmds, m.gone())
	}
	m, taking := m.attach(ans.Attach)
	cmds = append(cmds, taking, m.table(ans.Table), m.names(ans.Names))
	switch ans.Errand {
	case desk.Export:
		if !m.exporting { // one export at a time, however often it is asked for
			m.exporting = true
			next, cmd := m.slowly(desk.Export, words.Exporting, ans.To)
			m, cmds = next, append(cmds, cmd)
		}
	case desk.ReadFormer:
		next, cmd := m.slowly(desk.ReadFormer, words.FormerReading, ans.To)
		m, cmds = next, append(cmds, cmd)
	case desk.Print, desk.Reveal, desk.BeginMirror, desk.EndMirror, desk.OpenWall, desk.LookAround, desk.OpenDoor, desk.ShutDoor, desk.PutOut:
		cmds = append(cmds, m.errandTo(ans.Errand, ans.To))
	}
	if ans.Copy != "" {
		cmds = append(cmds, tea.SetClipboard(ans.Copy))
	}
	if ans.Pick != nil {
		next, cmd := m.seek(ans.Pick)
		m = next
		cmds = append(cmds, cmd)
	}
	if ans.Go != 0 {
		next, cmd := m.enter(ans.Go)
		return next, tea.Batch(append(cmds, cmd)...)
	}
	return m, tea.Batch(cmds...)
}

func (m Model) here() desk.Screen { return m.screens[m.place] }

// enter opens a place.
func (m Model) enter(p desk.Place) (Model, tea.Cmd) {
	if p != m.place {
		m = m.departed()
	}
	m.place, m.cover, m.beneath = p, uncovered, uncovered
	m = m.say("", frame.Plain)
	switch p {
	case desk.LogPlace:
		return m, m.errand(desk.ReadLog)
	case desk.SeatsPlace:
		return m, m.errand(desk.FindDoors)
	}
	return m, m.marks()
}

// departed is the seat after the place was left: what is not for everybody is out of
// sight when one comes back.
func (m Model) departed() Model {
	if here, covers := m.here().(desk.Leaver); covers {
		m.screens[m.place] = here.Left()
	}
	if q := m.asks[m.place]; q != nil {
		left := q.Left()
		m.asks[m.place] = &left
	}
	return m
}

// unasked opens what the place in front has to ask by itself.
func (m Model) unasked() Model {
	asker, asks := m.here().(desk.Asker)
	if !asks || m.cover != uncovered || m.asks[m.place] != nil {
		return m
	}
	c := m.context()
	s, q := asker.Asks(c)
	if q != nil {
		opened := q.Unasked(c)
		m.screens[m.place], m.asks[m.place] = s, &opened
	}
	return m
}

// covered lays a cover over the place, or lifts it if it lies there already. What
// lies over the wall does not take it away: the hall must not see the place when it
// is lifted.
func (m Model) covered(c cover) Model {
	if m.cover == c {
		return m.lifted()
	}
	if m.cover == projecting || m.cover == picking {
		m.beneath = m.cover
	}
	m.cover = c
	if c == projecting { // what is said to the chair is not for the hall
		m.beneath = uncovered
		m = m.say("", frame.Plain)
		m.promise = frame.Notice{}
	}
	return m
}

// lifted takes away what lies on top.
func (m Model) lifted() Model {
	m.cover, m.beneath = m.beneath, uncovered
	return m
}

// hides reports whether the place must not be seen: it is under the wall.
func (m Model) hides() bool { return m.cover == projecting || m.beneath == projecting }

// unknown says that a key does nothing here. It did nothing before either, so
// holding it down has left nothing to be undone.
func (m Model) unknown(p key.Pressed) (Model, tea.Cmd) {
	m.cadence = key.Cadence{}
	if m.cover == projecting {
		return m, look.Ring // the hall need not read it
	}
	return m.say(m.context().Say(words.UnknownKey, "key", p.Shown()), frame.Look), look.Ring
}

// small answers keys where nothing can be shown: only leaving works, and only while
// the window is too small.
func (m Model) small(k tea.KeyPressMsg) (Model, tea.Cmd) {
	if p := key.Press(k); m.ending || p != "ctrl+q" && p != "ctrl+c" {
		return m, look.Ring
	}
	m.ending = true
	if m.outbox.empty() {
		return m, tea.Quit
	}
	return m, nil
}

// paste offers pasted text to what is being typed; nothing else takes any.
func (m Model) paste(text string) (Model, tea.Cmd) {
	c := m.context()
	switch q := m.asks[m.place]; {
	case m.ending || m.tooSmall():
		return m, look.Ring
	case m.cover == choosing:
		m.menu = m.menu.Paste(text)
		return m, nil
	case m.cover == picking:
		m.search.picker = m.search.picker.Paste(text)
		return m, nil
	case m.cover != uncovered:
		return m, look.Ring
	case q != nil:
		next, ans := q.Paste(text, c)
		m.asks[m.place] = &next
		return m.answer(ans)
	}
	if t, types := m.here().(desk.Typist); types {
		return m.answered(t.Paste(text, c))
	}
	if s, taken := desk.SearchFor(m.here(), text, c); taken {
		return m.answered(s, desk.Answer{})
	}
	return m.say(words.PasteRefused(m.seat.Lang), frame.Look), look.Ring
}
