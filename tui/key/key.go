package key

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// A Pressed is a key by the one name that all its twins share.
type Pressed string

// Press is the key of a press.
func Press(press tea.KeyPressMsg) Pressed {
	if n, ok := keypad[press.Code]; ok && press.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		return Pressed(n)
	}
	name := press.Keystroke()
	if press.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock) == 0 && press.Text != "" {
		name = fold(press.Text)
	}
	return Pressed(name)
}

func (p Pressed) String() string { return string(p) }

// Digit is the digit of the key, 0 where it is none; IsDigit tells 0 from none.
func (p Pressed) Digit() int {
	if p.IsDigit() {
		return int(p[0] - '0')
	}
	return 0
}

func (p Pressed) IsDigit() bool { return len(p) == 1 && p[0] >= '0' && p[0] <= '9' }

// Unlocked reports whether a digit of the keypad becomes this key while NumLock is
// off.
func (p Pressed) Unlocked() bool {
	switch p {
	case "home", "end", "pgup", "pgdown", "up", "down", "left", "right", "insert", "delete", "begin":
		return true
	}
	return false
}

// Shown is the key as a person would call it: F6, Ctrl+X, or the text that an
// input method committed, without what cannot be seen.
func (p Pressed) Shown() string {
	if text, ok := strings.CutPrefix(string(p), committed); ok {
		return strings.Map(func(r rune) rune {
			if unicode.IsGraphic(r) {
				return r
			}
			return -1
		}, text)
	}
	return Cap(string(p))
}

// Cap is the name of a key as it is shown.
func Cap(name string) string {
	if c, ok := caps[name]; ok {
		return c
	}
	parts := strings.Split(name, "+")
	for i, part := range parts {
		if part != "" && part[0] >= 'a' && part[0] <= 'z' && len(name) > 1 {
			parts[i] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return strings.Join(parts, "+")
}

// caps are the keys that are not called by their names.
var caps = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn",
}

// committed stands before text that is no key.
const committed = "text "

// fold is the name of what was typed, with full-width characters and the marks of
// a Chinese keyboard as their twins.
func fold(text string) string {
	r := []rune(text)
	if len(r) != 1 {
		return committed + text // never the name of a key, whatever it says
	}
	switch c := r[0]; {
	case c == ' ' || c == '\u3000':
		return "space"
	case c == '、':
		return "/"
	case c == '。':
		return "."
	case c >= '！' && c <= '～': // full-width forms of ! to ~
		return string(c - '！' + '!')
	case c == '—':
		return "-"
	default:
		return strings.ToLower(text)
	}
}

// keypad is what its keys are called elsewhere.
var keypad = map[rune]string{
	tea.KeyKpEnter: "enter", tea.KeyKpEqual: "=", tea.KeyKpPlus: "+",
	tea.KeyKpMinus: "-", tea.KeyKpDecimal: ".", tea.KeyKpComma: ".", tea.KeyKpSep: ".",
	tea.KeyKp0: "0", tea.KeyKp1: "1", tea.KeyKp2: "2", tea.KeyKp3: "3", tea.KeyKp4: "4",
	tea.KeyKp5: "5", tea.KeyKp6: "6", tea.KeyKp7: "7", tea.KeyKp8: "8", tea.KeyKp9: "9",
	tea.KeyKpUp: "up", tea.KeyKpDown: "down", tea.KeyKpLeft: "left", tea.KeyKpRight: "right",
	tea.KeyKpPgUp: "pgup", tea.KeyKpPgDown: "pgdown", tea.KeyKpHome: "home", tea.KeyKpEnd: "end",
	tea.KeyKpDelete: "delete", tea.KeyKpInsert: "insert", tea.KeyKpBegin: "begin", tea.KeyBegin: "begin",
}
