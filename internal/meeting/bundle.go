package meeting

import (
	"fmt"
	"strings"
	"time"
)

// A Bundle is the sheets that are being read now, at most as many as the plan
// says. Only inside it can a ballot be taken back.
type Bundle struct {
	Open    bool
	Number  int
	Stack   int // index into the round's stacks, of which its sheets are
	Ballots []Ballot
}

func (b Bundle) doubtful() int {
	n := 0
	for _, x := range b.Ballots {
		if x.Doubtful {
			n++
		}
	}
	return n
}

// FirstDoubtful is the position (from 1) of the first doubtful sheet, 0 if
// there is none.
func (b Bundle) FirstDoubtful() int {
	for i, x := range b.Ballots {
		if x.Doubtful {
			return i + 1
		}
	}
	return 0
}

// A ClosedBundle is a bundle that was counted by hand and put aside.
type ClosedBundle struct {
	Number, Sheets int
	Stack          int
	Older          *ClosedBundle
}

// OpenBundle begins the next bundle of sheets, all of one stack.
type OpenBundle struct{ Class, Subject string }

// BundleOpened gives the bundle its number, from 1 in each round, whatever its
// stack.
type BundleOpened struct {
	Bundle  int    `json:"bundle"`
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
}

func (o OpenBundle) Line() string { return "bundle" + selected(o.Class, o.Subject) }

func (o OpenBundle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if s.Round.Bundle.Open {
		return nil, refuse(BundleIsOpen, "bundle", s.Round.Bundle.Number)
	}
	n, err := s.stack("bundle", o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	if err := s.back(n); err != nil {
		return nil, err
	}
	if st := s.Round.Stacks[n]; s.Round.ReadOf(n) >= st.Collected {
		return nil, s.about(n, AllRead, "collected", st.Collected)
	}
	return []Deed{BundleOpened{s.Round.Bundle.Number + 1, o.Class, o.Subject}}, nil
}

func (BundleOpened) Kind() string { return "bundle-opened" }

func (d BundleOpened) apply(s State, _ time.Time) State {
	if n, err := s.stack("", d.Class, d.Subject); err == nil {
		s.Round.Bundle = Bundle{Open: true, Number: d.Bundle, Stack: n}
	}
	return s
}

// CloseBundle ends the open bundle with the number of sheets counted by hand.
type CloseBundle struct{ Sheets int }

// BundleClosed carries the hand count, which equalled the sheets entered.
type BundleClosed struct {
	Bundle int `json:"bundle"`
	Sheets int `json:"sheets"`
}

func (o CloseBundle) Line() string { return fmt.Sprintf("close-bundle %d", o.Sheets) }

func (o CloseBundle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	b := s.Round.Bundle
	switch {
	case !b.Open:
		return nil, refuse(NoBundle)
	case len(b.Ballots) == 0 && s.Round.ReadOf(b.Stack) < s.Round.Stacks[b.Stack].Collected:
		// Once no sheet is left for it, an empty bundle is closed with 0.
		return nil, refuse(BundleEmpty, "bundle", b.Number)
	case b.doubtful() > 0:
		return nil, refuse(Doubtful, "bundle", b.Number, "sheets", positions(b))
	case o.Sheets != len(b.Ballots):
		return nil, refuse(HandCountDiffers, "bundle", b.Number, "counted", o.Sheets, "entered", len(b.Ballots))
	}
	return []Deed{BundleClosed{b.Number, o.Sheets}}, nil
}

// positions lists the doubtful sheets, "3、7".
func positions(b Bundle) string {
	var out []string
	for i, x := range b.Ballots {
		if x.Doubtful {
			out = append(out, fmt.Sprint(i+1))
		}
	}
	return strings.Join(out, "、")
}

func (BundleClosed) Kind() string { return "bundle-closed" }

func (d BundleClosed) apply(s State, _ time.Time) State {
	s.Round.LastClosed = &ClosedBundle{d.Bundle, d.Sheets, s.Round.Bundle.Stack, s.Round.LastClosed}
	s.Round.Bundle = Bundle{Number: d.Bundle}
	return s
}
