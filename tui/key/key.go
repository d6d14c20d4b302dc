package key

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A Meaning is what a key press asks for. Digit meanings carry the digit in N;
// Held carries how many presses before it were the held key's.
type Meaning struct {
	What What
	N    int
}

// What is the part of a meaning that has no number.
type What int

const (
	Nothing What = iota
	Help
	GoAgenda
	GoRecord
	GoResult
	GoGrade
	GoLedger
	GoArchive
	GoLog
	GoProjector
	NextScreen
	PlainGlyphs
	Leave
	Confirm
	Back
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	First
	Last
	Pause
	More
	Less
	Digit
	TakeBack
	RestSame
	Slip
	Piles
	Tables
	Held
)

// A Binding ties keys to a meaning. Label is shown after Cap in the line of
// keys; a binding without a label works but is not shown there.
type Binding struct {
	Keys    []string
	Meaning Meaning
	Cap     string
	Label   string
}

// A Scope is the bindings that work in one place now.
type Scope []Binding

// On is a binding whose cap is the name of its key.
func On(what What, cap, label string, keys ...string) Binding {
	return Binding{keys, Meaning{What: what}, cap, label}
}

// Digits binds the digits from first to last, shown as one entry.
func Digits(first, last int, cap, label string) Scope {
	var s Scope
	for d := first; d <= last; d++ {
		b := Binding{Keys: []string{string(rune('0' + d))}, Meaning: Meaning{Digit, d}}
		if d == first {
			b.Cap, b.Label = cap, label
		}
		s = append(s, b)
	}
	return s
}

// Of is the meaning of a press in the scopes, innermost first; false if no
// scope knows the key.
func Of(press tea.KeyPressMsg, scopes ...Scope) (Meaning, bool) {
	name := Name(press)
	for _, scope := range scopes {
		for _, b := range scope {
			for _, k := range b.Keys {
				if k == name {
					return b.Meaning, true
				}
			}
		}
	}
	return Meaning{}, false
}

// Name is the name of a key after twins were folded: "1", "f3", "enter",
// "space", "ctrl+q".
func Name(press tea.KeyPressMsg) string {
	if n, ok := keypad[press.Code]; ok && press.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		return n
	}
	name := press.Keystroke()
	if press.Mod&^(tea.ModShift|tea.ModCapsLock|tea.ModNumLock) == 0 && press.Text != "" {
		name = fold(press.Text)
	}
	return name
}

// fold maps what an input method makes of a key onto the key.
func fold(text string) string {
	r := []rune(text)
	if len(r) != 1 {
		return "text " + text // never the name of a key, whatever it says
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

// keypad names the keypad's keys as their twins.
var keypad = map[rune]string{
	tea.KeyKpEnter: "enter", tea.KeyKpEqual: "=", tea.KeyKpPlus: "+",
	tea.KeyKpMinus: "-", tea.KeyKpDecimal: ".", tea.KeyKpComma: ".", tea.KeyKpSep: ".",
	tea.KeyKp0: "0", tea.KeyKp1: "1", tea.KeyKp2: "2", tea.KeyKp3: "3", tea.KeyKp4: "4",
	tea.KeyKp5: "5", tea.KeyKp6: "6", tea.KeyKp7: "7", tea.KeyKp8: "8", tea.KeyKp9: "9",
	tea.KeyKpUp: "up", tea.KeyKpDown: "down", tea.KeyKpLeft: "left", tea.KeyKpRight: "right",
	tea.KeyKpPgUp: "pgup", tea.KeyKpPgDown: "pgdown", tea.KeyKpHome: "home", tea.KeyKpEnd: "end",
	tea.KeyKpDelete: "delete",
}
