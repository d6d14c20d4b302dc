package meeting

import (
	"cmp"
	"strconv"
	"time"

	"shuping/internal/plan"
)

// CloseCount is the scrutineer's word that counting is done. It seals the count. Where
// the sheets were counted anew it says which count stands.
type CloseCount struct {
	By, Saw string
	Stands  Side   // "" where there is one count, or two that say the same
	Reason  string // why whoever keyed sheets closes the count; it vouches for the name
}

// CountClosed carries the sums that closed. After it no ballot is taken.
type CountClosed struct {
	By        string        `json:"by"`
	Saw       string        `json:"saw,omitempty"`
	Issued    int           `json:"issued"`
	Collected int           `json:"collected"`
	Valid     int           `json:"valid"`
	Void      int           `json:"void"`
	Stacks    []ClosedStack `json:"stacks,omitempty"` // each, where there are several
	Page      string        `json:"page,omitempty"`   // the SHA-256 of the page that checks exports, from the third format on
}

// A ClosedStack is the sums of one of several stacks.
type ClosedStack struct {
	Class     string `json:"class,omitempty"`
	Subject   string `json:"subject,omitempty"`
	Issued    int    `json:"issued"`
	Collected int    `json:"collected"`
	Valid     int    `json:"valid"`
	Void      int    `json:"void"`
	Round     int    `json:"round,omitempty"` // of a new vote of some subjects, its number
}

func (o CloseCount) decide(s State) ([]Deed, error) {
	if o.Reason != "" && !s.IsVouched(o.By) {
		vouching, err := Vouch{o.By, o.Reason}.decide(s)
		if err != nil {
			return nil, err
		}
		o.Reason = ""
		closing, err := o.decide(vouching[0].apply(s, time.Time{}))
		return append(vouching, closing...), err
	}
	if err := s.countable(); err != nil {
		return nil, err
	}
	if err := s.free(); err != nil {
		return nil, err
	}
	settling, err := o.settled(s)
	if err != nil {
		return nil, err
	}
	if settling != nil {
		s = settling.apply(s, time.Time{})
	}
	if err := o.closable(s); err != nil {
		return nil, err
	}
	if settling != nil {
		return []Deed{settling, s.closing(o)}, nil
	}
	return []Deed{s.closing(o)}, nil
}

// closable refuses to close a count that is not whole, or that nobody saw.
func (o CloseCount) closable(s State) error {
	for n := range s.Round.Stacks {
		if err := s.back(n); err != nil && !s.Idle(n) {
			return err
		}
	}
	if err := s.open(); err != nil {
		return err
	}
	if err := s.seated(); err != nil {
		return err
	}
	if isBlank(o.By) {
		return refuse(MissingArgument, "command", "close-count", "argument", "by")
	}
	if err := cmp.Or(s.witnessed("close-count", Witness{o.By, o.Saw}), s.impartial(o.By)); err != nil {
		return err
	}
	return s.confirmed()
}

// closing is the end of the count as it stands.
func (s State) closing(o CloseCount) CountClosed {
	r := s.Round
	return CountClosed{o.By, o.Saw, r.Issued, r.Collected, r.Valid, r.Void, s.closedStacks(), s.CheckPage}
}

// confirmed refuses to close while a bundle or a count by piles is not confirmed as
// the plan wants it. Whatever the plan wants, it refuses while a check has found
// something in a bundle and no later one has confirmed the bundle.
func (s State) confirmed() error {
	if err := s.pilesConfirmed(); err != nil {
		return err
	}
	var list []int
	for _, n := range s.Unchecked() {
		if s.Plan.Sheets.Check != plan.CheckOffered || s.Round.Bundles.At(n).Found {
			list = append(list, n)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return refuse(BundlesUnchecked, "bundles", numberList(list), "check", s.Plan.Sheets.Check)
}

// numberList is numbers as people list them.
func numberList(list []int) List { return listOf(list, strconv.Itoa) }

// closedStacks is the sums of each stack, nil where there is only one.
func (s State) closedStacks() []ClosedStack {
	if len(s.Round.Stacks) < 2 {
		return nil
	}
	out := make([]ClosedStack, len(s.Round.Stacks))
	for n, st := range s.Round.Stacks {
		class, subject := s.StackIDs(n)
		out[n] = ClosedStack{class, subject, st.Issued, st.Collected, st.Valid, st.Void, st.Vote}
	}
	return out
}

func (CountClosed) Kind() string { return "count-closed" }

func (d CountClosed) apply(s State, at time.Time) State {
	s.Round.ClosedBy, s.Round.ClosedSaw, s.Round.CheckPage = d.By, d.Saw, d.Page
	return s.closed(Sealing{At: at})
}
