package meeting

import (
	"slices"
	"time"

	"shuping/internal/typed"
)

// A Vouched is a name that would be refused, and why it is right as it is.
type Vouched struct{ Name, Reason string }

// Vouch says why a name is right that would be refused: it has a digit, it is also that
// of another person, or whoever keyed sheets watches over the count as well.
type Vouch Vouched

// NameVouched lets a name pass from now on.
type NameVouched struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

func (o Vouch) decide(s State) ([]Deed, error) {
	if isBlank(o.Name) {
		return nil, refuse(MissingArgument, "command", "vouch", "argument", "name")
	}
	if err := checkLine(o.Name, MaxName); err != nil {
		return nil, err
	}
	if s.IsVouched(o.Name) {
		return nil, refuse(Unchanged)
	}
	return []Deed{NameVouched(o)}, needReason(o.Reason)
}

func (NameVouched) Kind() string { return "name-vouched" }

func (NameVouched) chains(s State) bool { return !s.IsSealed() }
func (Vouch) chains(s State) bool       { return !s.IsSealed() }

func (d NameVouched) apply(s State, _ time.Time) State {
	s.Vouched = append(s.Vouched[:len(s.Vouched):len(s.Vouched)], Vouched(d))
	return s
}

// IsVouched reports whether somebody said why this very name is right.
func (s State) IsVouched(name string) bool {
	return slices.ContainsFunc(s.Vouched, func(v Vouched) bool { return v.Name == name })
}

// checkPerson refuses what cannot be the name of a person. A name that nobody needs to
// give may be empty.
func (s State) checkPerson(name string) error {
	if err := checkLine(name, MaxName); err != nil {
		return err
	}
	if typed.HasDigit(name) && !s.IsVouched(name) {
		return refuse(NameWithDigits, "name", name)
	}
	return nil
}

// IsOneName reports whether two names are one name, however it was spaced and in
// whichever characters it was written.
func IsOneName(a, b string) bool { return typed.FoldName(a) == typed.FoldName(b) }

// samePerson reports whether two names are those of one person, as far as nobody has
// said otherwise of either.
func (s State) samePerson(a, b string) bool {
	return IsOneName(a, b) && !s.IsVouched(a) && !s.IsVouched(b)
}

// impartial refuses a scrutineer who keyed or counted sheets of the round himself.
func (s State) impartial(name string) error {
	keyed := func(by string) bool { return by != "" && s.samePerson(by, name) }
	for b := range s.Round.Bundles.Closed() {
		if slices.ContainsFunc(b.Keyers(), keyed) || b.Checked == BySecond && slices.ContainsFunc(b.Checkers(), keyed) {
			return refuse(ScrutineerKeyed, "by", name)
		}
	}
	for _, st := range s.Round.Stacks {
		if keyed(st.Piles.By) || keyed(st.Piles.CheckedBy) {
			return refuse(ScrutineerKeyed, "by", name)
		}
	}
	return nil
}
