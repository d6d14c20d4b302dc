package tui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// press finds out what a key means, innermost first: an open field, what covers
// the place, the place, then what works everywhere.
func (m Model) press(k tea.KeyPressMsg) (Model, tea.Cmd) {
	if m.ending || m.tooSmall() && m.width > 0 { // before its size is known a window is not too small
		return m.small(k)
	}
	name := key.Name(k)
	var held bool
	var undo int
	m.cadence, held, undo = m.cadence.Feed(name, m.seat.Now())
	if held && m.keyed(name) {
		return m.held(name, undo)
	}
	c := m.context()
	if m.cover == uncovered && m.here().Typing(c) {
		if next, taken := m.here().Press(k, c); taken {
			return m.turn(next), nil
		}
	}
	if held && (name == "enter" || name == "space") {
		return m, nil // nobody walks through a meeting with a key held down
	}
	meaning, known := key.Of(k, m.scope(c), m.everywhere())
	if !known {
		return m.unknown(name)
	}
	if place, ok := goes[meaning.What]; ok {
		return m.enter(place)
	}
	switch meaning.What {
	case key.Nothing:
		return m, nil
	case key.Help:
		return m.covered(helping), nil
	case key.GoProjector:
		return m.covered(projecting), nil
	case key.NextScreen:
		return m.enter(after(m.place))
	case key.PlainGlyphs:
		return m.plain(), nil
	case key.Leave:
		m.leaving = screen.AskLeave(c, m.screens[screen.RecordPlace])
		return m.covered(asking), nil
	}
	return m.do(meaning, c)
}

// keyed reports whether a key that is held would fill or empty sheets: a digit
// on the record screen, or what takes back.
func (m Model) keyed(name string) bool {
	return m.place == screen.RecordPlace && m.cover == uncovered &&
		(len(name) == 1 && name[0] >= '0' && name[0] <= '9' || takesBack(name))
}

func takesBack(name string) bool { return name == "." || name == "backspace" }

// held tells the screen how many presses before this one no hand made. What was
// taken back is not keyed again by a program: it stays so, and the bell rings.
func (m Model) held(name string, undo int) (Model, tea.Cmd) {
	switch {
	case undo == 0:
		return m, nil
	case takesBack(name):
		return m, look.Ring
	}
	return m.do(key.Meaning{What: key.Held, N: undo}, m.context())
}

// goes is where the function keys lead.
var goes = map[key.What]screen.Place{
	key.GoAgenda: screen.AgendaPlace, key.GoRecord: screen.RecordPlace, key.GoResult: screen.ResultPlace,
	key.GoGrade: screen.GradePlace, key.GoLedger: screen.LedgerPlace, key.GoArchive: screen.ArchivePlace, key.GoLog: screen.LogPlace,
}

// after is the place that follows in the order of the function keys.
func after(p screen.Place) screen.Place {
	if int(p)+1 < screen.Places {
		return p + 1
	}
	return screen.AgendaPlace
}

func (m Model) here() screen.Screen { return m.screens[m.place] }

// turn replaces the screen at the place by what became of it.
func (m Model) turn(s screen.Screen) Model {
	m.screens[m.place] = s
	return m
}

func (m Model) enter(p screen.Place) (Model, tea.Cmd) {
	if here, covers := m.here().(interface{ Left() screen.Screen }); covers && p != m.place {
		m = m.turn(here.Left())
	}
	m.place, m.cover, m.beneath = p, uncovered, uncovered
	m = m.say("", screen.Plain)
	if p == screen.LogPlace {
		return m, m.errand(screen.ReadLog)
	}
	return m, m.marks()
}

// covered lays a cover over the place, or lifts it if it lies there already.
// What lies over the projector view does not take it away: the hall must not see
// the place when it is lifted.
func (m Model) covered(c cover) Model {
	if m.cover == c {
		return m.lifted()
	}
	if m.cover == projecting {
		m.beneath = projecting
	}
	m.cover = c
	if c == projecting { // what is said to the chair is not for the hall
		m.beneath = uncovered
		m = m.say("", screen.Plain)
		m.promise = ""
	}
	return m
}

// lifted takes away what lies on top.
func (m Model) lifted() Model {
	m.cover, m.beneath = m.beneath, uncovered
	return m
}

func (m Model) plain() Model {
	m.look.Plain = !m.look.Plain
	if m.look.Plain {
		return m.say(words.PlainOn(m.seat.Lang), screen.Plain)
	}
	return m.say(words.PlainOff(m.seat.Lang), screen.Plain)
}

// do lets whatever is in front answer.
func (m Model) do(meaning key.Meaning, c screen.Context) (Model, tea.Cmd) {
	switch m.cover {
	case helping:
		return m.lifted(), nil
	case asking:
		return m.leave(meaning)
	case projecting:
		if meaning.What == key.Back {
			return m.lifted(), nil
		}
		next, ans := m.hall.Do(meaning, screen.Hall(c, m.width, m.height))
		if len(ans.Orders) > 0 && !m.writes() {
			return m, look.Ring
		}
		m.hall = next.(screen.Projector)
		return m.answer(ans)
	}
	next, ans := m.here().Do(meaning, c)
	if len(ans.Orders) > 0 && !m.writes() {
		return m, look.Ring // what was keyed stays in hand, where it can be seen
	}
	return m.turn(next).answer(ans)
}

// writes reports whether orders are taken at all: there is a pen, and the disk
// has not failed.
func (m Model) writes() bool { return m.seat.Submit != nil && m.sight.Fault == "" }

// answer carries out what a screen answered.
func (m Model) answer(ans screen.Answer) (Model, tea.Cmd) {
	stores := len(ans.Orders) > 0
	if stores && !ans.Ring {
		m = m.say("", screen.Plain)
		m.promise = ans.Say
	} else {
		m = m.say(ans.Say, ans.Tone)
	}
	var cmds []tea.Cmd
	if ans.Ring {
		cmds = append(cmds, look.Ring)
	}
	if stores {
		m.outbox = m.outbox.add(ans.Orders, m.now())
		var write tea.Cmd
		m, write = m.hand()
		cmds = append(cmds, write)
	}
	if ans.Drawer != nil {
		m.private.contents, m.private.unkept = *ans.Drawer, true
	}
	cmds = append(cmds, m.attach(ans.Attach), m.table(ans.Table))
	if ans.Errand == screen.Export && !m.exporting {
		m.exporting = true // one bag at a time, however often it is asked for
		cmds = append(cmds, m.errand(ans.Errand))
	}
	return m, tea.Batch(cmds...)
}

// leave answers the question whether to leave; leaving waits for the outbox.
func (m Model) leave(meaning key.Meaning) (Model, tea.Cmd) {
	var done, yes bool
	m.leaving, done, yes = m.leaving.Do(meaning)
	if !done {
		return m, nil
	}
	m = m.lifted()
	if !yes {
		return m, nil
	}
	m.ending = true
	return m, m.gone()
}

// unknown says that a key does nothing here. It did nothing before either, so
// holding it down has left nothing to be undone.
func (m Model) unknown(name string) (Model, tea.Cmd) {
	m.cadence = key.Cadence{}
	if m.cover == projecting {
		return m, look.Ring // the hall need not read it
	}
	return m.say(m.context().Say(words.UnknownKey, "key", shown(name)), screen.Look), look.Ring
}

// shown is a key's name as a person would call it: F6, Ctrl+X, or the text that
// an input method committed, without what cannot be seen.
func shown(name string) string {
	if text, ok := strings.CutPrefix(name, "text "); ok {
		return strings.Map(func(r rune) rune {
			if unicode.IsGraphic(r) {
				return r
			}
			return -1
		}, text)
	}
	parts := strings.Split(name, "+")
	for i, p := range parts {
		if p != "" && p[0] >= 'a' && p[0] <= 'z' && len(name) > 1 {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "+")
}

// small answers keys where nothing can be shown: only leaving works, and only
// while the window is too small.
func (m Model) small(k tea.KeyPressMsg) (Model, tea.Cmd) {
	if name := key.Name(k); m.ending || name != "ctrl+q" && name != "ctrl+c" {
		return m, look.Ring
	}
	m.ending = true
	if m.outbox.empty() {
		return m, tea.Quit
	}
	return m, nil
}

// paste offers pasted text to the place; nothing that covers it takes any.
func (m Model) paste(text string) (Model, tea.Cmd) {
	if m.cover != uncovered || m.ending || m.tooSmall() {
		return m, look.Ring
	}
	next, ans := m.here().Paste(text, m.context())
	return m.turn(next).answer(ans)
}

// scope is the keys of whatever is in front.
func (m Model) scope(c screen.Context) key.Scope {
	switch m.cover {
	case helping:
		return key.Scope{key.On(key.Back, "Esc", words.KeyBack(m.seat.Lang), "esc", "enter", "f1", "space")}
	case asking:
		return m.leaving.Scope(c)
	}
	return m.work(c)
}

// work is the keys of the place, or of the projector view that lies over it,
// whatever else lies on top.
func (m Model) work(c screen.Context) key.Scope {
	if !m.hides() {
		return m.here().Scope(c)
	}
	back := key.On(key.Back, "Esc", words.KeyBack(m.seat.Lang), "esc")
	return append(m.hall.Scope(screen.Hall(c, m.width, m.height)), back)
}

// hides reports whether the place must not be seen: it is under the projector
// view.
func (m Model) hides() bool { return m.cover == projecting || m.beneath == projecting }

// everywhere is the keys that work in every place; the question whether to
// leave comes first.
func (m Model) everywhere() key.Scope {
	if m.cover == asking {
		return nil
	}
	return m.always()
}

// always is the keys that need nothing in front of them to be out of the way.
func (m Model) always() key.Scope {
	return key.Scope{
		key.On(key.Help, "F1", words.KeyHelp(m.seat.Lang), "f1"),
		key.On(key.GoAgenda, "F2", words.AgendaName(m.seat.Lang), "f2"),
		key.On(key.GoRecord, "F3", words.KeyRecord(m.seat.Lang), "f3"),
		key.On(key.GoResult, "F4", words.KeyResult(m.seat.Lang), "f4"),
		key.On(key.GoGrade, "F5", words.KeyGrade(m.seat.Lang), "f5"),
		key.On(key.GoLedger, "F6", words.KeyLedger(m.seat.Lang), "f6"),
		key.On(key.GoArchive, "F7", words.KeyArchive(m.seat.Lang), "f7"),
		key.On(key.GoLog, "F8", words.KeyLog(m.seat.Lang), "f8"),
		key.On(key.GoProjector, "F9", words.KeyProjector(m.seat.Lang), "f9"),
		key.On(key.PlainGlyphs, "F12", words.KeyPlainGlyphs(m.seat.Lang), "f12"),
		key.On(key.NextScreen, "Tab", words.KeyNextScreen(m.seat.Lang), "tab"),
		key.On(key.Leave, "Ctrl+Q", words.KeyLeave(m.seat.Lang), "ctrl+q"),
		key.On(key.Leave, "", "", "ctrl+c"),
	}
}
