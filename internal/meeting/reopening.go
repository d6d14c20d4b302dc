package meeting

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// A closed count is open again when something in it turns out to be wrong: what was
// issued and collected may be restated, bundles are added, a sheet is withdrawn, and
// the count is closed anew. Its next version has a seal of its own. A correction is
// all of that in one order where the count is closed.

// ReopenCount opens a closed count again.
type ReopenCount struct{ By, Reason string }

// CountReopened says who opened the count again, and why.
type CountReopened struct {
	By     string `json:"by"`
	Reason string `json:"reason"`
}

func (o ReopenCount) decide(s State) ([]Deed, error) {
	if err := s.correctable("reopen-count", o.By, o.Reason); err != nil {
		return nil, err
	}
	d := CountReopened(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (CountReopened) Kind() string      { return "count-reopened" }
func (CountReopened) chains(State) bool { return true }
func (ReopenCount) chains(State) bool   { return true }

func (d CountReopened) fits(s State) error {
	if !s.Round.Closed {
		return refuse(CountOpen)
	}
	return nil
}

func (d CountReopened) apply(s State, at time.Time) State { return s.reopened(at).changed(d) }

// The corrections of today open the count that they put right. Where an order gave
// them, the record that closes it again stands behind them.
type (
	SheetRestated struct{ SheetCorrected }
	PilesRestated struct{ PilesCorrected }
	HeadsRestated struct{ HeadsCorrected }
)

func (SheetRestated) Kind() string { return "sheet-restated" }
func (PilesRestated) Kind() string { return "piles-restated" }
func (HeadsRestated) Kind() string { return "heads-restated" }

func (d SheetRestated) fits(s State) error { return cmp.Or(s.restatable(), d.right(s)) }
func (d PilesRestated) fits(s State) error { return cmp.Or(s.restatable(), d.right(s)) }
func (d HeadsRestated) fits(s State) error { return cmp.Or(s.restatable(), d.right(s)) }

func (d SheetRestated) apply(s State, at time.Time) State {
	return d.change(s.reopened(at)).changed(d)
}
func (d HeadsRestated) apply(s State, at time.Time) State {
	return d.change(s.reopened(at)).changed(d)
}
func (d PilesRestated) apply(s State, at time.Time) State {
	if s.StackAt(d.Class, d.Subject) < 0 {
		return s
	}
	return d.change(s.reopened(at)).changed(d)
}

// restatable refuses to put a count right that was never closed, or in which
// something is in hand.
func (s State) restatable() error {
	if !s.Round.Closed && !s.Round.Reopened {
		return refuse(CountOpen)
	}
	return s.free()
}

// restated is a correction; a count that was closed is closed again with it, by
// whoever saw it, and with the reason as what was seen.
func (s State) restated(d Deed, by, reason string) []Deed {
	if !s.Round.Closed {
		return []Deed{d}
	}
	return []Deed{d, d.apply(s, time.Time{}).closing(CloseCount{By: by, Saw: reason})}
}

// WithdrawSheet takes one sheet out of a bundle of a count that is open again,
// because it never belonged there.
type WithdrawSheet struct {
	Bundle, Sheet int // the sheet's place in the bundle, from 1
	By            string
	Reason        string
}

// SheetWithdrawn holds what the sheet was counted as, and how many the bundle has
// without it. Its place stays, as a gap that is not filled.
type SheetWithdrawn struct {
	Bundle int     `json:"bundle"`
	Sheet  int     `json:"sheet"`
	Was    Reading `json:"was"`
	Sheets int     `json:"sheets"` // that the bundle has now, counted by hand
	By     string  `json:"by"`
	Reason string  `json:"reason"`
}

func (o WithdrawSheet) decide(s State) ([]Deed, error) {
	if err := s.confirmedBy("withdraw-sheet", o.By, o.Reason); err != nil {
		return nil, err
	}
	b, err := s.sheet(o.Bundle, o.Sheet)
	if err != nil {
		return nil, err
	}
	d := SheetWithdrawn{o.Bundle, o.Sheet, s.reads(b), s.Round.Bundles.At(o.Bundle).Sheets() - 1, o.By, o.Reason}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (SheetWithdrawn) Kind() string { return "sheet-withdrawn" }

func (d SheetWithdrawn) fits(s State) error {
	if !s.Round.Reopened {
		return refuse(NotReopened)
	}
	if err := s.free(); err != nil {
		return err
	}
	b, err := s.sheet(d.Bundle, d.Sheet)
	switch {
	case err != nil:
		return err
	case !d.Was.says(s.reads(b)):
		return fmt.Errorf("sheet %d of bundle %d did not say so", d.Sheet, d.Bundle)
	case d.Sheets != s.Round.Bundles.At(d.Bundle).Sheets()-1:
		return errors.New("the bundle has another number of sheets")
	default:
		return nil
	}
}

func (d SheetWithdrawn) apply(s State, _ time.Time) State {
	b := s.Round.Bundles.At(d.Bundle)
	s = s.count(b.Stack, b.Ballots[d.Sheet-1], -1)
	b.Ballots = listWith(b.Ballots, d.Sheet-1, Ballot{Withdrawn: true})
	s.Round.Bundles = s.Round.Bundles.with(b)
	return s.changed(d)
}
