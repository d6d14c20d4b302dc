package key

import (
	"slices"

	bubbles "charm.land/bubbles/v2/key"

	"shuping/internal/words"
)

// A Binding is the keys of one action and how they are shown.
type Binding = bubbles.Binding

// An Action is one thing that can be done on a screen of type S: one entry of one
// table. The keys, the mouse, the menu, the line of keys and the help are made from
// it. C is what a screen may know, and A is what it answers.
type Action[S, C, A any] struct {
	Keys []string // by which it is done, the one that is shown first
	Cap  string   // how the keys are shown, where that is not the first of them
	Name words.Sentence
	// Called is its name where that follows from the screen or the plan.
	Called func(S, C) string
	Shown  Shown
	// ByHand keeps it from the mouse: it records, rules, decides or seals.
	ByHand bool
	// When says whether it can be done now; nil is always.
	When func(S, C) Can
	// Do does it. The number is the digit that was pressed, 0 for other keys.
	Do func(S, C, int) (S, A)
}

// Shown is where an action is shown.
type Shown int

const (
	OnLine  Shown = iota // in the line of keys, the menu and the help
	InMenu               // in the menu and the help
	OffMenu              // in the line of keys and the help: what opens the menu
	Hidden               // nowhere: a twin of another, or a mark
)

// Can says whether an action can be done now, and why not.
type Can struct {
	here bool
	why  string
}

// Yes is an action that can be done, No one that is not of this moment and is
// shown nowhere.
var (
	Yes = Can{here: true}
	No  = Can{}
)

// Not is an action that is of this moment and cannot be done: the menu shows it
// with the reason.
func Not(why string) Can { return Can{here: true, why: why} }

// If is Yes where the condition holds, else No.
func If(holds bool) Can { return Can{here: holds} }

// An Entry is an action as it stands now, in the words of one language.
type Entry struct {
	Binding
	Why    string // why it cannot be done, "" where it can
	Shown  Shown
	ByHand bool
}

// Cap is how its keys are shown, Name what it is called.
func (e Entry) Cap() string  { return e.Help().Key }
func (e Entry) Name() string { return e.Help().Desc }

// On reports whether a key is one of its keys.
func (e Entry) On(name string) bool { return slices.Contains(e.Keys(), name) }

// A Bound action is an entry with what it does on the screen that it was bound to.
type Bound[S, A any] struct {
	Entry
	Do func(n int) (S, A)
}

// Bind is the actions of a table that are of this moment.
func Bind[S, C, A any](s S, c C, l words.Language, table []Action[S, C, A]) []Bound[S, A] {
	var out []Bound[S, A]
	for _, a := range table {
		can := Yes
		if a.When != nil {
			can = a.When(s, c)
		}
		if !can.here {
			continue
		}
		name := ""
		switch {
		case a.Called != nil:
			name = a.Called(s, c)
		case a.Name != nil:
			name = a.Name(l)
		}
		e := Entry{Why: can.why, Shown: a.Shown, ByHand: a.ByHand}
		e.Binding = bubbles.NewBinding(bubbles.WithKeys(a.Keys...), bubbles.WithHelp(a.cap(), name))
		out = append(out, Bound[S, A]{e, func(n int) (S, A) { return a.Do(s, c, n) }})
	}
	return out
}

func (a Action[S, C, A]) cap() string {
	if a.Cap != "" || len(a.Keys) == 0 {
		return a.Cap
	}
	return Cap(a.Keys[0])
}

// Find is the place of the first entry that a press is for, and the digit that was
// pressed; -1 for none.
func Find[S, A any](p Pressed, list []Bound[S, A]) (at, digit int) {
	for i, b := range list {
		if bubbles.Matches(p, b.Binding) {
			return i, p.Digit()
		}
	}
	return -1, 0
}

// Entries is what a line of keys, a menu and a help show of actions. One whose keys
// all do something else before it is shown nowhere.
func Entries[S, A any](list []Bound[S, A]) []Entry {
	out := make([]Entry, len(list))
	taken := map[string]bool{}
	for i, b := range list {
		out[i] = b.Entry
		free := len(b.Keys()) == 0
		for _, k := range b.Keys() {
			free = free || !taken[k]
			taken[k] = true
		}
		if !free {
			out[i].Shown = Hidden
		}
	}
	return out
}
