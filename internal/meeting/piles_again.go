package meeting

import (
	"cmp"
	"slices"
	"time"
)

// PilesCompared ends the second count of a stack by piles. It says in which rows
// the two counts differ, and never by what: 0 is the void sheets.
type PilesCompared struct {
	Sheets  int   `json:"sheets"`
	Differs []int `json:"differs"`
}

func (PilesCompared) Kind() string { return "piles-compared" }

func (d PilesCompared) fits(s State) error {
	c := s.Round.Piling
	if c.Side != SecondEntry || c.Compared {
		return refuse(NoPiles)
	}
	first := s.Round.Stacks[c.Stack].Piles
	switch {
	case d.Sheets != first.Sheets:
		return s.about(c.Stack, PilesHandCount, "counted", d.Sheets, "collected", first.Sheets)
	case !slices.Equal(d.Differs, c.places(first.Rows)):
		return s.about(c.Stack, PilesDiffer, "rows", numberList(c.places(first.Rows)))
	default:
		return s.addUp(c.Stack, c.Rows, d.Sheets)
	}
}

func (d PilesCompared) apply(s State, _ time.Time) State {
	c := s.Round.Piling
	c.Compared, c.Differs = true, nil
	for _, row := range d.Differs {
		c.Differs = append(c.Differs, PileDifference{Row: row})
	}
	s.Round.Piling = c
	return s
}

// CountPileAgain states the numbers of a row that differs anew, as one of the two
// people.
type CountPileAgain struct {
	Pile
	Of Side
}

// PileCountedAgain holds what one of the two counted this time.
type PileCountedAgain struct {
	Pile
	Of Side `json:"of"`
}

func (o CountPileAgain) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	d := PileCountedAgain{o.owned(), o.Of}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.pilesConcluded(d), nil
}

func (PileCountedAgain) Kind() string { return "pile-counted-again" }

func (d PileCountedAgain) fits(s State) error {
	i, err := s.pileDifference(d.Row)
	switch {
	case err != nil:
		return err
	case !d.Of.known():
		return refuse(MissingArgument, "command", "repile", "argument", "of")
	case s.Round.Piling.Differs[i].disputed():
		return refuse(RowStillDiffers, "row", d.Row)
	}
	return s.checkAgreed(d.Pile)
}

// pileDifference is the index of an unsettled difference, or a refusal.
func (s State) pileDifference(row int) (int, error) {
	c := s.Round.Piling
	i := slices.IndexFunc(c.Differs, func(d PileDifference) bool { return d.Row == row && d.Final == nil })
	switch {
	case !c.Compared:
		return 0, refuse(NoPiles)
	case i < 0:
		return 0, refuse(RowAgrees, "row", row)
	case c.open()[0].Row == 0 && row > 0:
		return 0, refuse(VoidRowFirst, "row", row)
	default:
		return i, nil
	}
}

// checkAgreed refuses numbers that a row cannot come to in the end.
func (s State) checkAgreed(p Pile) error {
	c := s.Round.Piling
	if err := s.checkPile(c.Stack, p); err != nil {
		return err
	}
	first := s.Round.Stacks[c.Stack].Piles
	return s.addsUp(c.Stack, p, first.Sheets, c.agreed(first.Rows)[0].Sum())
}

func (d PileCountedAgain) apply(s State, _ time.Time) State {
	i, err := s.pileDifference(d.Row)
	if err != nil {
		return s
	}
	x := s.Round.Piling.Differs[i]
	if d.Of == FirstEntry {
		x.First = &d.Pile
	} else {
		x.Second = &d.Pile
	}
	if x.First != nil && x.Second != nil && x.First.says(*x.Second) {
		x.Final = x.Second
	}
	return s.pileSettled(i, x)
}

// pileSettled is s with another difference at index i. Where it is the void sheets
// that are settled, rows that the two agreed on may no longer add up: these are
// counted anew as well.
func (s State) pileSettled(i int, x PileDifference) State {
	c := s.Round.Piling
	c.Differs = listWith(c.Differs, i, x)
	if first := s.Round.Stacks[c.Stack].Piles; x.Row == 0 && x.Final != nil {
		for row, p := range first.Rows {
			apart := slices.ContainsFunc(c.Differs, func(d PileDifference) bool { return d.Row == row })
			if !apart && s.addsUp(c.Stack, p, first.Sheets, x.Final.Sum()) != nil {
				c.Differs = append(c.Differs, PileDifference{Row: row})
			}
		}
		slices.SortFunc(c.Differs, func(a, b PileDifference) int { return cmp.Compare(a.Row, b.Row) })
	}
	s.Round.Piling = c
	return s
}

// RulePile is the scrutineer's word on a row that two people still count
// differently, with the reason.
type RulePile struct {
	Pile
	By, Reason string
}

// PileRuled settles the numbers of a row.
type PileRuled struct {
	Pile
	By     string `json:"by"`
	Reason string `json:"reason"`
}

func (o RulePile) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "rule-pile", "argument", "by")
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	d := PileRuled{o.owned(), o.By, o.Reason}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.pilesConcluded(d), nil
}

func (PileRuled) Kind() string { return "pile-ruled" }

func (d PileRuled) fits(s State) error {
	i, err := s.pileDifference(d.Row)
	if err != nil {
		return err
	}
	if !s.Round.Piling.Differs[i].disputed() {
		return refuse(CountRowAgain, "row", d.Row)
	}
	return s.checkAgreed(d.Pile)
}

func (d PileRuled) apply(s State, _ time.Time) State {
	i, err := s.pileDifference(d.Row)
	if err != nil {
		return s
	}
	x := s.Round.Piling.Differs[i]
	x.Final, x.Ruled = &d.Pile, true
	return s.pileSettled(i, x)
}

// PilesChecked confirms a count by piles: after it, what both people agreed on or
// the scrutineer ruled is what counts.
type PilesChecked struct {
	By       string `json:"by"`
	Differed int    `json:"differed"` // rows that were not the same at first
	Ruled    int    `json:"ruled"`    // of them, those that the scrutineer ruled on
}

// pilesConcluded is the deed, and the end of the second count where it settles the
// last thing that was open.
func (s State) pilesConcluded(d Deed) []Deed {
	c := d.apply(s, time.Time{}).Round.Piling
	if !c.Compared || len(c.open()) > 0 {
		return []Deed{d}
	}
	return []Deed{d, c.conclusion()}
}

func (c Piling) conclusion() PilesChecked {
	ruled := 0
	for _, d := range c.Differs {
		if d.Ruled {
			ruled++
		}
	}
	return PilesChecked{c.By, len(c.Differs), ruled}
}

func (PilesChecked) Kind() string { return "piles-checked" }

func (d PilesChecked) fits(s State) error {
	c := s.Round.Piling
	switch {
	case !c.Compared || d != c.conclusion():
		return refuse(NoPiles)
	case len(c.open()) > 0:
		return s.about(c.Stack, PilesDiffer, "rows", c.list())
	}
	first := s.Round.Stacks[c.Stack].Piles
	return s.addUp(c.Stack, c.agreed(first.Rows), first.Sheets)
}

func (d PilesChecked) apply(s State, _ time.Time) State {
	c := s.Round.Piling
	if !c.Compared {
		return s
	}
	s.Round.Piling = Piling{}
	now := s.Round.Stacks[c.Stack].Piles
	s = s.piled(c.Stack, now.Rows, -1)
	now.Rows = c.agreed(now.Rows)
	now.Checked, now.CheckedBy, now.Differed, now.Ruled, now.Found = BySecond, d.By, d.Differed, d.Ruled, false
	return s.piled(c.Stack, now.Rows, +1).withPiles(c.Stack, now)
}
