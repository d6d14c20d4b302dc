package meeting

import (
	"cmp"
	"slices"
	"time"
)

// OpenPiles begins to count a stack by piles. Again begins its second count, which
// another person makes.
type OpenPiles struct {
	Class, Subject string
	By             string
	Again          bool
}

// PilesOpened begins a count by piles.
type PilesOpened struct {
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
	By      string `json:"by"`
	Again   bool   `json:"again,omitempty"`
}

func (o OpenPiles) command() string {
	if o.Again {
		return "piles-again"
	}
	return "piles"
}

func (o OpenPiles) decide(s State) ([]Deed, error) {
	if err := cmp.Or(s.countable(), s.idle()); err != nil {
		return nil, err
	}
	n, err := s.stack(o.command(), o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	if err := s.back(n); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", o.command(), "argument", "by")
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	d := PilesOpened(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	switch st := s.Round.Stacks[n]; {
	case s.Plan.Sheets.Cap.Given():
		return nil, refuse(CapWantsSheets)
	case o.Again && s.samePerson(o.By, st.Piles.By):
		return nil, s.about(n, SameCounter, "by", o.By)
	case st.Collected == 0:
		return nil, s.about(n, AllRead, "collected", st.Collected)
	}
	return []Deed{d}, nil
}

func (PilesOpened) Kind() string { return "piles-opened" }

func (d PilesOpened) fits(s State) error {
	if err := cmp.Or(s.counting(), s.hasStack(d.Class, d.Subject), s.idle()); err != nil {
		return err
	}
	n, _ := s.stack("", d.Class, d.Subject)
	switch piled := s.Round.Stacks[n].ByPiles(); {
	case d.Again && !piled:
		return s.about(n, NotPiled)
	case !d.Again && piled:
		return s.about(n, CountedByPiles)
	case !d.Again && s.bundled(n):
		return s.about(n, CountedByBundles)
	default:
		return nil
	}
}

// unpiled refuses a bundle of the stack at index n where it is counted by piles.
func (s State) unpiled(n int) error {
	switch c := s.Round.Piling; {
	case s.Round.Stacks[n].ByPiles():
		return s.about(n, CountedByPiles)
	case c.Under() && c.Stack == n:
		return s.about(n, PilesUnderWay, "by", c.By)
	default:
		return nil
	}
}

// bundled reports whether a bundle of the stack at index n was opened.
func (s State) bundled(n int) bool {
	for h := range s.Round.all() {
		if h.Bundle.Open && h.Bundle.Stack == n {
			return true
		}
	}
	for b := range s.Round.Bundles.Closed() {
		if b.Stack == n {
			return true
		}
	}
	return false
}

func (d PilesOpened) apply(s State, _ time.Time) State {
	n, err := s.stack("", d.Class, d.Subject)
	if err != nil {
		return s
	}
	s.Round.Piling = Piling{Side: FirstEntry, Stack: n, By: d.By, Rows: make([]Pile, 1+len(s.Round.Stacks[n].Tallies))}
	if d.Again {
		s.Round.Piling.Side = SecondEntry
	}
	return s
}

// CountPile states the numbers of one row. It may be stated again until the count
// is closed.
type CountPile struct{ Pile }

// PileCounted replaces what was stated of the row before.
type PileCounted struct{ Pile }

func (o CountPile) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	d := PileCounted{o.owned()}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (PileCounted) Kind() string { return "pile-counted" }

func (d PileCounted) fits(s State) error {
	if err := s.piling(); err != nil {
		return err
	}
	return s.checkPile(s.Round.Piling.Stack, d.Pile)
}

// piling refuses what is said of a count by piles where none is under way, or
// after it has ended.
func (s State) piling() error {
	switch c := s.Round.Piling; {
	case !c.Under():
		return refuse(NoPiles)
	case c.Compared:
		return s.about(c.Stack, PilesDiffer, "rows", c.list())
	default:
		return nil
	}
}

func (d PileCounted) apply(s State, _ time.Time) State {
	s.Round.Piling.Rows = listWith(s.Round.Piling.Rows, d.Row, d.Pile)
	return s
}

// ClosePiles ends a count by piles with the number of all sheets of the stack, the
// void ones too, counted by hand. Every row must add up to it. The numbers of a first
// count then count; those of a second are compared with the first.
type ClosePiles struct{ Sheets int }

// PilesClosed ends the first count of a stack by piles.
type PilesClosed struct {
	Sheets int `json:"sheets"`
}

func (o ClosePiles) decide(s State) ([]Deed, error) {
	if err := cmp.Or(s.countable(), s.piling()); err != nil {
		return nil, err
	}
	c := s.Round.Piling
	if st := s.Round.Stacks[c.Stack]; o.Sheets != st.Collected {
		return nil, s.about(c.Stack, PilesHandCount, "counted", o.Sheets, "collected", st.Collected)
	}
	if c.Side == SecondEntry {
		d := PilesCompared{o.Sheets, c.places(s.Round.Stacks[c.Stack].Piles.Rows)}
		if err := d.fits(s); err != nil {
			return nil, err
		}
		return s.pilesConcluded(d), nil
	}
	d := PilesClosed(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (PilesClosed) Kind() string { return "piles-closed" }

func (d PilesClosed) fits(s State) error {
	c := s.Round.Piling
	if c.Side != FirstEntry {
		return refuse(NoPiles)
	}
	return s.addUp(c.Stack, c.Rows, d.Sheets)
}

func (d PilesClosed) apply(s State, _ time.Time) State {
	c := s.Round.Piling
	if c.Side != FirstEntry {
		return s
	}
	s.Round.Piling = Piling{}
	s = s.piled(c.Stack, c.Rows, +1)
	found := s.Round.Stacks[c.Stack].Piles.Found
	return s.withPiles(c.Stack, PileCount{By: c.By, Sheets: d.Sheets, Rows: c.Rows, Found: found})
}

// withPiles is s with another count by piles of the stack at index n.
func (s State) withPiles(n int, c PileCount) State {
	st := s.Round.Stacks[n]
	st.Piles = c
	s.Round.Stacks = listWith(s.Round.Stacks, n, st)
	return s
}

// LeavePiles gives up the count by piles that is under way. What was keyed stays in
// the record; the stack is as uncounted, or as unchecked, as before. Where the two
// counts were compared and differ, another second count must follow.
type LeavePiles struct{ Reason string }

// PilesLeft ends a count by piles without a result.
type PilesLeft struct {
	Reason string `json:"reason"`
}

func (o LeavePiles) decide(s State) ([]Deed, error) {
	d := PilesLeft(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (PilesLeft) Kind() string { return "piles-left" }

func (d PilesLeft) fits(s State) error {
	if !s.Round.Piling.Under() {
		return refuse(NoPiles)
	}
	return nil
}

func (d PilesLeft) apply(s State, _ time.Time) State {
	c := s.Round.Piling
	s.Round.Piling = Piling{}
	if !c.Compared {
		return s
	}
	now := s.Round.Stacks[c.Stack].Piles
	now.Checked, now.CheckedBy, now.Differed, now.Ruled, now.Found = "", "", 0, 0, true
	return s.withPiles(c.Stack, now)
}

// WithdrawPiles takes back a count by piles that was closed, before the count of
// the round is: the number collected was wrong, or the stack is to be counted in
// another way after all.
type WithdrawPiles struct{ Class, Subject, Reason string }

// PilesWithdrawn makes a stack uncounted again.
type PilesWithdrawn struct {
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
	Reason  string `json:"reason"`
}

func (o WithdrawPiles) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if _, err := s.stack("withdraw-piles", o.Class, o.Subject); err != nil {
		return nil, err
	}
	d := PilesWithdrawn(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (PilesWithdrawn) Kind() string { return "piles-withdrawn" }

func (d PilesWithdrawn) fits(s State) error {
	if err := cmp.Or(s.counting(), s.hasStack(d.Class, d.Subject), s.idle()); err != nil {
		return err
	}
	if n, _ := s.stack("", d.Class, d.Subject); !s.Round.Stacks[n].ByPiles() {
		return s.about(n, NotPiled)
	}
	return nil
}

func (d PilesWithdrawn) apply(s State, _ time.Time) State {
	n, err := s.stack("", d.Class, d.Subject)
	if err != nil {
		return s
	}
	was := s.Round.Stacks[n].Piles
	return s.piled(n, was.Rows, -1).withPiles(n, PileCount{Found: was.Found})
}

// places are the rows that two people counted differently.
func (c Piling) places(first []Pile) []int {
	out := []int{}
	for row, p := range c.Rows {
		if row >= len(first) || !p.says(first[row]) {
			out = append(out, row)
		}
	}
	return out
}

// agreed is the rows that count: where the two counts differed, what that was
// settled to, if it was.
func (c Piling) agreed(first []Pile) []Pile {
	out := slices.Clone(first)
	for _, d := range c.Differs {
		if d.Final != nil {
			out[d.Row] = *d.Final
		}
	}
	return out
}
