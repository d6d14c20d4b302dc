package count

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/field"
	"shuping/tui/key"
)

// A form is the number fields of a gate, one of which is typed in.
type form struct {
	fields []field.Field
	at     int
}

// sized is the form with n fields: those that are new are empty.
func (f form) sized(n int) form {
	f.fields = slices.Clone(f.fields[:min(n, len(f.fields))])
	for len(f.fields) < n {
		f.fields = append(f.fields, field.Number(meeting.MaxPeople))
	}
	f.at = max(0, min(f.at, n-1))
	return f
}

// offered is the form as it was filled in, to be gone through once more: what is typed
// replaces what stands there.
func (f form) offered() form {
	f = f.sized(len(f.fields))
	for i, x := range f.fields {
		f.fields[i] = x.WithOffer(x.Value())
	}
	f.at = 0
	return f
}

// number is what was typed into a field, and whether anything was.
func (f form) number(i int) (int, bool) {
	if i >= len(f.fields) {
		return 0, false
	}
	return f.fields[i].Int()
}

func (f form) open() bool { return len(f.fields) > 0 }

func (f form) press(k tea.KeyPressMsg) (form, bool) {
	if !f.open() {
		return f, false
	}
	next, taken := f.fields[f.at].Press(k)
	f.fields = slices.Clone(f.fields)
	f.fields[f.at] = next
	return f, taken
}

// less takes back the last n digits of the number that is typed; left is how many
// more than it has that were.
func (f form) less(n int) (next form, left int) {
	for ; n > 0 && f.open() && f.fields[f.at].Value() != ""; n-- {
		f, _ = f.press(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	return f, n
}

// numbers is what stands in the fields, 0 for nothing, and the first that must not
// be empty and is, -1 for none.
func (f form) numbers(slots []slot) (list []int, lacks int) {
	lacks = -1
	for i, x := range f.fields {
		n, typed := x.Int()
		if !typed && !slots[i].spare && lacks < 0 {
			lacks = i
		}
		list = append(list, n)
	}
	return list, lacks
}

// typing is how numbers are typed.
var typing = []action{
	{Keys: []string{"enter"}, Name: words.KeyConfirm, ByHand: true, Do: Count.enter},
	{Keys: []string{"tab"}, Name: words.KeyNextField, When: may(Count.hasFieldBehind), Do: toField(1)},
	{Keys: []string{"tab"}, Name: words.KeyOtherStack, When: may(Count.hasOther), Do: otherStack(1)},
	{Keys: []string{"tab"}, Shown: key.Hidden, When: may(Count.hasFields), Do: toField(1)},
	{Keys: []string{"shift+tab"}, Shown: key.Hidden, When: may(Count.hasFields), Do: toField(-1)},
	{Keys: []string{"shift+tab"}, Shown: key.Hidden, When: may(Count.hasOther), Do: otherStack(-1)},
}

func (c Count) hasFields(meeting.State) bool { return len(c.form.fields) > 1 }

func (c Count) hasFieldBehind(meeting.State) bool { return c.form.at < len(c.form.fields)-1 }

// hasOther reports whether the number that is stated again could be that of another
// stack, once its last field was reached.
func (c Count) hasOther(s meeting.State) bool {
	return c.again != nil && !c.hasFieldBehind(s) && len(c.again.restates.stacks(s)) > 1
}

func toField(by int) doing {
	return turn(func(c *Count) { n := len(c.form.fields); c.form.at = (c.form.at + by + n) % n })
}

func otherStack(by int) doing {
	return turn(func(c *Count) { c.other += by })
}

// enter goes to the next field, and from the last one hands the numbers over.
func (c Count) enter(d desk.Context, _ int) (Count, desk.Answer) {
	list, lacks := c.form.numbers(c.slots(d))
	switch {
	case lacks >= 0 && lacks <= c.form.at:
		c.form.at = lacks
		return c, desk.Warn(words.NumberNeeded(d.Lang))
	case c.form.at < len(c.form.fields)-1:
		c.form.at++
		return c, desk.Answer{}
	default:
		return c.gate.states(c, list, d)
	}
}

// numbers is the slots of a gate that asks for the same numbers always.
func numbers(labels ...words.Sentence) func(Count, desk.Context) []slot {
	return func(_ Count, d desk.Context) []slot {
		var out []slot
		for _, l := range labels {
			out = append(out, slot{label: l(d.Lang)})
		}
		return out
	}
}
