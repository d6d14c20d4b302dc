package tui

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/hall"
	"shuping/tui/key"
	"shuping/tui/screen"
)

// A seatAction is one that works in every place.
type seatAction = key.Action[Model, desk.Context, tea.Cmd]

// everywhereActions are what works in every place. The last of the line always has
// its room. It is a function because the menu, which it opens, lists it.
func everywhereActions() []seatAction {
	return []seatAction{
		goes("f2", words.AgendaName, desk.AgendaPlace),
		goes("f3", words.KeyRecord, desk.CountPlace),
		goes("f4", words.KeyResult, desk.ResultPlace),
		goes("f5", words.KeyGrade, desk.GradePlace),
		goes("f6", words.KeyLedger, desk.LedgerPlace),
		goes("f7", words.KeyArchive, desk.ArchivePlace),
		goes("f8", words.KeyLog, desk.LogPlace),
		{Keys: []string{"f9"}, Name: words.KeyProjector, Shown: key.InMenu, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.covered(projecting), nil }},
		{Keys: []string{"ctrl+b"}, Name: words.WallBlank, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(!m.hall.Blank()) }, Do: wallKey(".")},
		{Keys: []string{"ctrl+b"}, Name: words.WallPicture, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.hall.Blank()) }, Do: wallKey(".")},
		{Name: words.WallForward, Shown: key.InMenu, When: wallTurns, Do: wallKey("pgdown")},
		{Name: words.WallBack, Shown: key.InMenu, When: wallTurns, Do: wallKey("pgup")},
		{Name: words.KeyTurning, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(!m.hall.Turns()) }, Do: wallTurning(true)},
		{Name: words.KeyStaying, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.hall.Turns()) }, Do: wallTurning(false)},
		{Name: words.WallOpen, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.seat.Wall != nil) }, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m, m.errand(desk.OpenWall) }},
		{Name: words.DoorName, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.sight.Door.Has) }, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.enter(desk.SeatsPlace) }},
		{Name: words.MirrorBegin, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can {
			return key.If(m.seat.Mirrors && m.sight.Mirror == (desk.Copy{}))
		}, Do: func(m Model, c desk.Context, _ int) (Model, tea.Cmd) { return m.answer(desk.MirrorInto(c)) }},
		{Name: words.MirrorEnd, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.sight.Mirror != (desk.Copy{})) }, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m, m.errand(desk.EndMirror) }},
		{Keys: []string{"tab"}, Name: words.KeyNextScreen, Shown: key.InMenu, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.enter(after(m.place, 1)) }},
		{Keys: []string{"shift+tab"}, Shown: key.Hidden, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.enter(after(m.place, -1)) }},
		{Keys: []string{"f12"}, Name: words.KeyPlainGlyphs, Shown: key.InMenu, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.plain(), nil }},
		{Name: words.LightGround, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.look.Dark) }, Do: Model.otherGround},
		{Name: words.DarkGround, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(!m.look.Dark) }, Do: Model.otherGround},
		{Name: words.MouseOff, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(!m.mouseless) }, Do: Model.toggleMouse},
		{Name: words.MouseOn, Shown: key.InMenu, When: func(m Model, _ desk.Context) key.Can { return key.If(m.mouseless) }, Do: Model.toggleMouse},
		{Keys: []string{"ctrl+q", "ctrl+c"}, Name: words.KeyLeave, Shown: key.InMenu, Do: func(m Model, c desk.Context, _ int) (Model, tea.Cmd) {
			m.leaving = screen.AskLeave(c, m.screens[desk.CountPlace])
			return m.covered(leaving), nil
		}},
		{Keys: []string{"f1", "?"}, Name: words.KeyHelp, Do: func(m Model, c desk.Context, _ int) (Model, tea.Cmd) { return m.help(c), nil }},
		{Keys: []string{"f10", "ctrl+p"}, Name: words.KeyMenu, Shown: key.OffMenu, Do: func(m Model, c desk.Context, _ int) (Model, tea.Cmd) { return m.open(c), nil }},
	}
}

// goes is the action that opens a place.
func goes(to string, name words.Sentence, p desk.Place) seatAction {
	return seatAction{Keys: []string{to}, Name: name, Shown: key.InMenu, Do: func(m Model, _ desk.Context, _ int) (Model, tea.Cmd) { return m.enter(p) }}
}

// everywhere is what works whatever is in front; the question whether to leave, and
// the wall, come first.
func (m Model) everywhere(c desk.Context) []act {
	if m.cover == leaving {
		return nil
	}
	all := key.Bind(m, c, m.seat.Lang, everywhereActions())
	if m.cover != projecting {
		return all
	}
	var out []act
	for _, a := range all {
		if k := a.Keys(); len(k) > 0 && (k[0] == "f9" || k[0] == "f10" || k[0] == "f12" || k[0] == "ctrl+q") {
			out = append(out, a) // F1 and the rest never show the desk to the hall
		}
	}
	return out
}

// wallKey is what a key does on the wall, wherever the chair is.
func wallKey(name key.Pressed) func(Model, desk.Context, int) (Model, tea.Cmd) {
	return func(m Model, c desk.Context, _ int) (Model, tea.Cmd) {
		acts := m.hall.Acts(m.wallContext(c))
		if i, _ := key.Find(name, acts); i >= 0 {
			next, _ := acts[i].Do(0)
			m.hall = next.(hall.Wall)
		}
		return m, nil
	}
}

// wallTurning lets the wall's pages turn by themselves, or stay.
func wallTurning(on bool) func(Model, desk.Context, int) (Model, tea.Cmd) {
	return func(m Model, c desk.Context, _ int) (Model, tea.Cmd) {
		m.hall = m.hall.Turning(m.wallContext(c), on)
		return m, nil
	}
}

// wallTurns reports whether the wall has more than one page.
func wallTurns(m Model, c desk.Context) key.Can {
	i, _ := key.Find("pgdown", m.hall.Acts(m.wallContext(c)))
	return key.If(i >= 0)
}

// after is the place so many steps on in the order of the function keys, which leads
// to no place without a tab.
func after(p desk.Place, by int) desk.Place {
	n := int(desk.LogPlace)
	return desk.Place((int(p)-1+by+n)%n + 1)
}

func (m Model) plain() Model {
	m.look = m.look.Simpler()
	if m.look.Plain {
		return m.say(words.PlainOn(m.seat.Lang), frame.Plain)
	}
	return m.say(words.PlainOff(m.seat.Lang), frame.Plain)
}

// otherGround is colours for the other ground: a terminal is not always asked, and a lit
// hall may want light.
func (m Model) otherGround(desk.Context, int) (Model, tea.Cmd) {
	m.look = m.look.Against(!m.look.Dark)
	return m, nil
}

func (m Model) toggleMouse(desk.Context, int) (Model, tea.Cmd) {
	m.mouseless = !m.mouseless
	return m, nil
}
