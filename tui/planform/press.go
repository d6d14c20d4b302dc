package planform

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// An act is an action as it stands now, an action an entry of the table.
type (
	act    = key.Bound[Form, tea.Cmd]
	action = key.Action[Form, struct{}, tea.Cmd]
)

// actions is what can be done with the questions of a page.
var actions = []action{
	{Keys: []string{"enter", "tab"}, Name: words.KeyConfirm, When: kind(Menu), Do: Form.goOn},
	{Keys: []string{"tab", "enter"}, Name: words.FormNext, When: kind(List), Do: Form.goOn},
	{Keys: []string{"enter", "tab"}, Name: words.FormNext, When: kind(Line, Number, Choice), Do: Form.goOn},
	{Keys: []string{"left"}, Cap: "←→", Name: words.KeyChoose, When: kind(Choice), Do: choosing(-1)},
	{Keys: []string{"right", "space"}, Shown: key.Hidden, When: kind(Choice), Do: choosing(+1)},
	{Keys: []string{"up", "left"}, Cap: "↑↓", Name: words.KeyChoose, When: kind(Menu), Do: choosing(-1)},
	{Keys: []string{"down", "right", "space"}, Shown: key.Hidden, When: kind(Menu), Do: choosing(+1)},
	{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: key.Hidden, When: kind(Choice, Menu), Do: Form.digit},
	// In a list the arrows move in what is typed.
	{Keys: []string{"shift+tab"}, Name: words.FormBefore, When: both(several, kind(List)), Do: stepping(-1)},
	{Keys: []string{"up", "shift+tab"}, Cap: "↑↓", Name: words.FormMove, When: both(several, kind(Line, Number, Choice, Menu)), Do: stepping(-1)},
	{Keys: []string{"down"}, Shown: key.Hidden, When: both(several, kind(Line, Number, Choice, Menu)), Do: stepping(+1)},
	// What is to be read first is answered on purpose, and not skipped.
	{Keys: []string{"ctrl+s"}, Name: words.FormNextPage, When: func(f Form, _ struct{}) key.Can { return key.If(len(f.page.Text) == 0) }, Do: func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { return f.take() }},
	{Keys: []string{"esc"}, Name: words.FormPageBack, Do: func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { return f.back(), nil }},
}

// everywhere is a function because the menu, which it opens, lists it.
func everywhere() []action {
	return []action{
		{Keys: []string{"f12"}, Name: words.KeyPlainGlyphs, Shown: key.InMenu, Do: func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { f.look = f.look.Simpler(); return f, nil }},
		{Keys: []string{"ctrl+q", "ctrl+c"}, Name: words.KeyLeave, Do: func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { return f.asked(), nil }},
		{Keys: []string{"f1", "?"}, Name: words.KeyHelp, Shown: key.InMenu, Do: Form.help},
		{Keys: []string{"f10", "ctrl+p"}, Name: words.KeyMenu, Shown: key.OffMenu, Do: func(f Form, _ struct{}, _ int) (Form, tea.Cmd) {
			f.manual = nil
			m := frame.NewMenu(key.Entries(f.acts()))
			f.menu = &m
			return f, nil
		}},
	}
}

// kind holds where the question in focus is answered in one of these ways, several
// where the page has more than one, both where two conditions do.
func kind(kinds ...Kind) func(Form, struct{}) key.Can {
	return func(f Form, _ struct{}) key.Can {
		for _, k := range kinds {
			if f.entries[f.focus].Kind == k {
				return key.Yes
			}
		}
		return key.No
	}
}

func several(f Form, _ struct{}) key.Can { return key.If(len(f.page.Questions) > 1) }

func both(one, other func(Form, struct{}) key.Can) func(Form, struct{}) key.Can {
	return func(f Form, none struct{}) key.Can {
		if can := one(f, none); can != key.Yes {
			return can
		}
		return other(f, none)
	}
}

func choosing(by int) func(Form, struct{}, int) (Form, tea.Cmd) {
	return func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { return f.with(f.entries[f.focus].choose(by)), nil }
}

func stepping(by int) func(Form, struct{}, int) (Form, tea.Cmd) {
	return func(f Form, _ struct{}, _ int) (Form, tea.Cmd) { return f.step(by), nil }
}

func (f Form) goOn(struct{}, int) (Form, tea.Cmd) { return f.next() }

// digit takes a choice by its number.
func (f Form) digit(_ struct{}, n int) (Form, tea.Cmd) {
	e := f.entries[f.focus]
	if n > len(e.Choices) {
		return f.unknown()
	}
	e.At = n - 1
	return f.with(e).next()
}

// acts is what can be done on the page: a search of its text first while there is
// one, the menu last.
func (f Form) acts() []act {
	last := key.Bind(f, struct{}{}, f.setting.Lang, everywhere())
	if f.manual != nil {
		return append(f.reading(), last...)
	}
	own := key.Bind(f, struct{}{}, f.setting.Lang, actions)
	var turns []act
	for _, b := range key.Bind(f.read, f.sheet(), f.setting.Lang, frame.Turns) {
		if !f.read.Finding() && (b.On("up") || b.On("down")) {
			continue // they choose
		}
		turns = append(turns, act{Entry: b.Entry, Do: func(n int) (Form, tea.Cmd) {
			next := f
			next.read, _ = b.Do(n)
			return next, nil
		}})
	}
	if f.read.Finding() {
		own, turns = turns, own
	}
	return slices.Concat(own, turns, last)
}

// context is what the question whether to leave is drawn and answered with.
func (f Form) context() desk.Context {
	return desk.Context{Lang: f.setting.Lang, Look: f.look, Width: f.width, Rows: f.room()}
}

// asked is the form that asks whether to leave.
func (f Form) asked() Form {
	lang := f.setting.Lang
	q := desk.AskChoice([]string{words.LeaveNo(lang), words.FormLeaveYes(lang)}, func(n int, _ desk.Context) desk.Answer {
		return desk.Answer{Quit: n == 1}
	}, words.FormLeaveAsk(lang)).ByHand()
	f.leaving = &q
	return f
}

// press finds out what a key does, innermost first.
func (f Form) press(k tea.KeyPressMsg) (Form, tea.Cmd) {
	p := key.Press(k)
	switch {
	case f.busy:
		return f, look.Ring
	case f.tooSmall() && f.width > 0:
		if p == "ctrl+q" || p == "ctrl+c" {
			return f, tea.Quit
		}
		return f, look.Ring
	case f.menu != nil:
		return f.find(k)
	case f.leaving != nil:
		return f.leave(p)
	case f.manual != nil:
		next, taken := f.manualRead().Press(k)
		if f.manual = &next; taken {
			return f, nil
		}
		return f.act(p)
	}
	e := f.entries[f.focus]
	if text := e.field.Selected(); p == "ctrl+c" && text != "" {
		return f, tea.SetClipboard(text)
	}
	if e, taken := e.press(k); taken {
		f = f.with(e)
		f.notice = ""
		return f, nil
	}
	if next, taken := f.read.Press(k, f.sheet()); taken {
		f.read = next
		return f, nil
	}
	return f.act(p)
}

// act does what a key is for.
func (f Form) act(p key.Pressed) (Form, tea.Cmd) {
	acts := f.acts()
	at, digit := key.Find(p, acts)
	if at < 0 {
		return f.unknown()
	}
	return f.carry(acts[at], digit)
}

// help opens the manual at the page of this form, or puts it away.
func (f Form) help(struct{}, int) (Form, tea.Cmd) {
	if f.manual != nil {
		f.manual = nil
		return f, nil
	}
	h := frame.NewManual("plan", key.Entries(f.acts()))
	f.manual = &h
	return f, nil
}

// manualRead is the manual in the window.
func (f Form) manualRead() frame.Manual {
	return f.manual.In(f.setting.Lang, f.look, f.width, f.room())
}

// reading is what can be done in the manual.
func (f Form) reading() (out []act) {
	for _, b := range f.manualRead().Acts() {
		out = append(out, act{Entry: b.Entry, Do: func(n int) (Form, tea.Cmd) {
			next, over := b.Do(n)
			if f.manual = &next; over {
				f.manual = nil
			}
			return f, nil
		}})
	}
	return out
}

// carry does an action; what was said before is over.
func (f Form) carry(a act, digit int) (Form, tea.Cmd) {
	next, cmd := a.Do(digit)
	if next.notice == f.notice {
		next.notice = ""
	}
	return next, cmd
}

func (f Form) unknown() (Form, tea.Cmd) {
	f.notice = words.FormUnknownKey(f.setting.Lang)
	return f, look.Ring
}

// find answers a key while the menu is open.
func (f Form) find(k tea.KeyPressMsg) (Form, tea.Cmd) {
	next, which, done := f.menu.Take(k, f.room())
	if f.menu = &next; done {
		return f.pick(which)
	}
	return f, nil
}

// pick closes the menu and does an entry of it, none for -1.
func (f Form) pick(which int) (Form, tea.Cmd) {
	if f.menu = nil; which < 0 {
		return f, nil
	}
	return f.carry(f.acts()[which], 0)
}

// leave answers the question whether to leave; asked for once more, it is a yes.
func (f Form) leave(p key.Pressed) (Form, tea.Cmd) {
	if p == "ctrl+q" || p == "ctrl+c" {
		return f, tea.Quit
	}
	acts := f.leaving.Acts(f.context())
	at, digit := key.Find(p, acts)
	if at < 0 {
		return f, look.Ring
	}
	reply, _ := acts[at].Do(digit)
	if f.leaving = reply.Open; reply.Answer.Quit {
		return f, tea.Quit
	}
	return f, nil
}

// paste offers pasted text to what is being typed.
func (f Form) paste(text string) (Form, tea.Cmd) {
	e := f.entries[f.focus]
	switch {
	case f.leaving != nil || f.busy || f.tooSmall() && f.width > 0:
		return f, look.Ring
	case f.menu != nil:
		next := f.menu.Paste(text)
		f.menu = &next
		return f, nil
	case f.manual != nil:
		next, taken := f.manualRead().Paste(text)
		if f.manual = &next; !taken {
			return f, look.Ring
		}
		return f, nil
	case f.read.Finding():
		f.read = f.read.Paste(text, f.sheet())
		return f, nil
	case !e.typed():
		return f, look.Ring
	}
	next, cut := e.field.Paste(text)
	e.field = next
	f = f.with(e)
	f.notice = ""
	if cut {
		f.notice = words.PasteCut(f.setting.Lang)
		return f, look.Ring
	}
	return f, nil
}

func (f Form) tooSmall() bool { return f.width < frame.MinWidth || f.height < frame.MinHeight }
