package count

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/tui/field"
)

// A form is the number fields of a gate, one of which is typed in.
type form struct {
	fields []field.Field
	at     int
	gate   gate
	row    int // of piles: the row that the numbers are of
}

func newForm(g gate) form { return formOf(g, fieldsOf[g]) }

// formOf is a form of n fields.
func formOf(g gate, n int) form {
	f := form{gate: g}
	for range n {
		f.fields = append(f.fields, field.Number(meeting.MaxPeople))
	}
	return f
}

// fieldsOf is how many numbers each gate asks for.
var fieldsOf = map[gate]int{
	gateHeads: 2, gateIssue: 2, gateCollect: 1, gateHand: 1, gateVoid: 2,
	gateSecondHand: 1, gateDiffers: 1, gateDispute: 1, gateCorrect: 2,
	gatePileHand: 1, gatePileDiffers: 1, gatePileDispute: 1,
}

func (f form) made() bool { return f.gate != gateNone }
func (f form) open() bool { return len(f.fields) > 0 }

// number is what stands in field i, and whether anything does.
func (f form) number(i int) (int, bool) { return f.fields[i].Int() }

func (f form) press(k tea.KeyPressMsg) (form, bool) {
	if !f.open() {
		return f, false
	}
	next, taken := f.fields[f.at].Press(k)
	f.fields = with(f.fields, f.at, next)
	return f, taken
}

// less takes back the last n digits of the number that is typed; left is how
// many more than it has that were.
func (f form) less(n int) (next form, left int) {
	for ; n > 0 && f.open() && f.fields[f.at].Value() != ""; n-- {
		f, _ = f.press(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	return f, n
}

// turn goes to the next field, to the one at i; emptied starts anew.
func (f form) turn() form {
	if f.open() {
		f.at = (f.at + 1) % len(f.fields)
	}
	return f
}

func (f form) to(i int) form { f.at = i; return f }

func (f form) emptied() form {
	next := formOf(f.gate, len(f.fields))
	next.row = f.row
	return next
}

func with[T any](list []T, i int, v T) []T {
	out := append([]T(nil), list...)
	out[i] = v
	return out
}
