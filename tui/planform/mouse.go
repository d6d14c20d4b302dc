package planform

import (
	tea "charm.land/bubbletea/v2"

	"shuping/tui/frame"
	"shuping/tui/key"
)

// most is more choices than a question has: a spot of the page is the question times
// this, and the choice that the row shows.
const most = 100

// click does what lies under the mouse. It moves to a question and to a choice; only
// where nothing is written or discarded is a click on the choice under the cursor
// Enter.
func (f Form) click(msg tea.MouseClickMsg) (Form, tea.Cmd) {
	if msg.Button != tea.MouseLeft || f.busy || f.tooSmall() {
		return f, nil
	}
	_, zones := f.shell().Draw(f.look, f.width, f.height)
	for _, z := range zones {
		if z.Row != msg.Y || msg.X < z.From || msg.X >= z.To {
			continue
		}
		switch z.Kind {
		case frame.OnKey:
			return f.key(z.N)
		case frame.OnLast:
			return f.press(tea.KeyPressMsg{Code: []rune{tea.KeyF1, tea.KeyF10}[z.N]})
		case frame.OnItem:
			return f.point(z.N)
		}
	}
	return f, nil
}

// key does what stands in the line of keys.
func (f Form) key(n int) (Form, tea.Cmd) {
	acts := f.acts()
	if f.leaving != nil || n >= len(acts) {
		return f, nil
	}
	return f.carry(acts[n], 0)
}

// point moves the cursor to a row.
func (f Form) point(n int) (Form, tea.Cmd) {
	switch {
	case f.menu != nil && f.menu.At() == n:
		return f.pick(f.menu.Chosen())
	case f.menu != nil:
		next := f.menu.Point(n)
		f.menu = &next
		return f, nil
	case f.leaving != nil:
		f.leaving = f.leaving.Point(n, f.context()).Open
		return f, nil
	}
	there := f.focus == n/most
	f.focus = n / most
	e := f.entries[f.focus]
	if e.Kind != Menu {
		return f, nil
	}
	there = there && e.At == n%most
	if e.At = n % most; there && len(f.page.Text) == 0 {
		return f.next()
	}
	return f.with(e), nil
}

// wheel scrolls what is read, and moves as the arrows do elsewhere.
func (f Form) wheel(msg tea.MouseWheelMsg) (Form, tea.Cmd) {
	k := tea.KeyPressMsg{Code: tea.KeyDown}
	if msg.Button == tea.MouseWheelUp {
		k.Code = tea.KeyUp
	}
	if f.menu == nil && f.leaving == nil && f.manual == nil && len(f.page.Text) > 0 && !f.tooSmall() {
		for _, b := range key.Bind(f.read, f.sheet(), f.setting.Lang, frame.Turns) {
			for range 3 {
				if b.On(string(key.Press(k))) {
					f.read, _ = b.Do(0)
				}
			}
		}
		return f, nil
	}
	return f.press(k)
}
