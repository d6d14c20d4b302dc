package desktest

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Press presses keys by name, parted by spaces: f3, enter, ctrl+q, 12 for two
// digits, '好 for text that an input method commits at once, and the words of said
// for a question that is answered whole; @名称|name chooses from the menu
// in the language of the desk.
func (d *Desk) Press(keys string) *Desk {
	d.t.Helper()
	return d.Each(keys, func() {})
}

// Each presses keys and does something after every one.
func (d *Desk) Each(keys string, then func()) *Desk {
	d.t.Helper()
	for _, k := range strings.Fields(keys) {
		if answer, ok := said[k]; ok {
			d.rest()
			d.Each(answer, then)
			continue
		}
		if name, chosen := strings.CutPrefix(k, "@"); chosen {
			zh, en, _ := strings.Cut(name, "|")
			if d.lang == "en" && en != "" {
				zh = en
			}
			d.Choose(zh)
			continue
		}
		for _, msg := range Strokes(d.t, k) {
			d.At = d.At.Add(d.Pace)
			d.Take(msg)
			then()
		}
	}
	return d
}

// said answers a question that gets in the way of what a test is about: who
// confirmed a gate and what they saw, who keys, whether a bundle that is not full is
// the last, who keys a bundle again, and what the hands do until a page that opened
// by itself listens: they rest, and take it up. Or they only rest.
var said = map[string]string{
	"seen": "ctrl+u '王监票 enter 1", "keyer": "'李录入 enter", "last": "enter 2", "again": "ctrl+u '赵复录 enter",
	"pause": "enter", "rest": "",
}

// rest lets the hands rest before a question that opened by itself or wants to be
// read.
func (d *Desk) rest() { d.At = d.At.Add(time.Second) }

var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": tea.KeySpace, "tab": tea.KeyTab,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert, "kpenter": tea.KeyKpEnter,
	"kp0": tea.KeyKp0, "kp1": tea.KeyKp1, "kp2": tea.KeyKp2, "kp9": tea.KeyKp9, "kp.": tea.KeyKpDecimal,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

// Strokes are the presses of one word.
func Strokes(t testing.TB, word string) []tea.KeyPressMsg {
	t.Helper()
	if text, ok := strings.CutPrefix(word, "'"); ok {
		if r, size := utf8.DecodeRuneInString(text); size == len(text) {
			return []tea.KeyPressMsg{{Code: r, Text: text}}
		}
		return []tea.KeyPressMsg{{Code: tea.KeyExtended, Text: text}}
	}
	if letter, ok := strings.CutPrefix(word, "ctrl+"); ok {
		return []tea.KeyPressMsg{{Code: rune(letter[0]), Mod: tea.ModCtrl}}
	}
	if name, ok := strings.CutPrefix(word, "shift+"); ok {
		return []tea.KeyPressMsg{{Code: named[name], Mod: tea.ModShift}}
	}
	if code, ok := named[word]; ok {
		k := tea.KeyPressMsg{Code: code}
		if code == tea.KeySpace {
			k.Text = " "
		}
		return []tea.KeyPressMsg{k}
	}
	var out []tea.KeyPressMsg
	for _, r := range word {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}

// Choose opens the menu, types a name and does what it finds first.
func (d *Desk) Choose(name string) *Desk {
	d.t.Helper()
	return d.Press("f10 '" + strings.ReplaceAll(name, " ", "\u3000") + " enter")
}

// Paste pastes a text.
func (d *Desk) Paste(text string) *Desk {
	d.At = d.At.Add(d.Pace)
	d.Take(tea.PasteMsg{Content: text})
	return d
}

// Hold lets a key repeat as a keyboard does: a hand's press, a wait, then a press
// every 33 ms.
func (d *Desk) Hold(key string, repeats int) *Desk {
	d.t.Helper()
	d.Press(key)
	pace := d.Pace
	d.Pace = 500 * time.Millisecond
	d.Press(key)
	d.Pace = 33 * time.Millisecond
	for range repeats {
		d.Press(key)
	}
	d.Pace = pace
	return d
}

// Click clicks the left button on the first cell at which the text stands in the
// window.
func (d *Desk) Click(text string) *Desk {
	d.t.Helper()
	for y, row := range strings.Split(d.Frame(), "\n") {
		if at := strings.Index(row, text); at >= 0 {
			d.At = d.At.Add(d.Pace)
			d.Take(tea.MouseClickMsg{X: cells(row[:at]), Y: y, Button: tea.MouseLeft})
			return d
		}
	}
	d.t.Fatalf("%q is not in the window:\n%s", text, d.Frame())
	return d
}

// ClickKey clicks on a key of the line of keys; false where it does not stand there.
func (d *Desk) ClickKey(cap string) bool {
	rows := strings.Split(d.Frame(), "\n")
	row := rows[len(rows)-1]
	at := strings.Index(row, " "+cap+" ")
	if at >= 0 {
		d.At = d.At.Add(d.Pace)
		d.Take(tea.MouseClickMsg{X: cells(row[:at+1]), Y: len(rows) - 1, Button: tea.MouseLeft})
	}
	return at >= 0
}

// Wheel turns the wheel of the mouse, down or up.
func (d *Desk) Wheel(down bool) *Desk {
	button := tea.MouseWheelUp
	if down {
		button = tea.MouseWheelDown
	}
	d.At = d.At.Add(d.Pace)
	d.Take(tea.MouseWheelMsg{X: 10, Y: 10, Button: button})
	return d
}
