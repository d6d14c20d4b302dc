package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"shuping/internal/tally"
)

// Once the count is closed nothing in it is edited. What turns out to be wrong is
// corrected: the deed names the old, the new, why, and who saw it, and the count has
// another version with a seal of its own. Where the grades were sealed, that seal no
// longer covers the votes, and they have to be sealed again. A grade whose verdict
// changed is open again.

// A Reading is what one sheet says: its marks, or the ID of the reason why it is
// void.
type Reading struct {
	Marks marks  `json:"marks,omitempty"`
	Void  string `json:"void,omitempty"`
}

func (r Reading) says(o Reading) bool { return r.Void == o.Void && slices.Equal(r.Marks, o.Marks) }

// ballot is the reading as it is counted.
func (s State) ballot(r Reading) Ballot { return Ballot{Marks: r.Marks, Void: s.voidDigit(r.Void)} }

// reads is what a counted sheet says, with the ID of its reason.
func (s State) reads(b Ballot) Reading {
	if b.Void == 0 {
		return Reading{Marks: b.Marks}
	}
	return Reading{Void: s.Plan.Sheets.Voids[b.Void-1].ID}
}

// CorrectSheet puts right one sheet of a closed count.
type CorrectSheet struct {
	Bundle, Sheet int // the sheet's place in the bundle, from 1
	Marks         []tally.Mark
	Void          int    // the digit of the reason
	By            string // who saw the sheet
	Reason        string
}

// SheetCorrected holds what the sheet was counted as, and what it is counted as
// from now on.
type SheetCorrected struct {
	Bundle int     `json:"bundle"`
	Sheet  int     `json:"sheet"`
	Was    Reading `json:"was"`
	Now    Reading `json:"now"`
	By     string  `json:"by"`
	Reason string  `json:"reason"`
}

func (o CorrectSheet) decide(s State) ([]Deed, error) {
	if err := s.correctable("correct", o.By, o.Reason); err != nil {
		return nil, err
	}
	b, err := s.sheet(o.Bundle, o.Sheet)
	if err != nil {
		return nil, err
	}
	void, err := s.voidID(o.Void)
	if err != nil {
		return nil, err
	}
	d := SheetRestated{SheetCorrected{
		Bundle: o.Bundle, Sheet: o.Sheet, Was: s.reads(b),
		Now: Reading{slices.Clone(marks(o.Marks)), void}, By: o.By, Reason: o.Reason,
	}}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.restated(d, o.By, o.Reason), nil
}

// correctable refuses a correction before there is anything to correct, and one
// that does not say who saw it and why.
func (s State) correctable(command, by, reason string) error {
	if !s.Round.Closed && !s.Round.Reopened {
		return refuse(CountOpen)
	}
	return s.confirmedBy(command, by, reason)
}

// confirmedBy refuses what does not say who saw it and why.
func (s State) confirmedBy(command, by, reason string) error {
	if isBlank(by) {
		return refuse(MissingArgument, "command", command, "argument", "by")
	}
	return cmp.Or(s.checkPerson(by), needReason(reason))
}

// sheet is what a sheet of a closed bundle says.
func (s State) sheet(bundle, sheet int) (Ballot, error) {
	b, err := s.closedBundle(bundle)
	if err != nil {
		return Ballot{}, err
	}
	list := b.Ballots
	if len(list) == 0 {
		return Ballot{}, refuse(NoSheets, "bundle", bundle)
	}
	if err := checkNumber(sheet, 1, len(list)); err != nil {
		return Ballot{}, err
	}
	if list[sheet-1].Withdrawn {
		return Ballot{}, refuse(SheetGone, "bundle", bundle, "sheet", sheet)
	}
	return list[sheet-1], nil
}

func (SheetCorrected) Kind() string      { return "sheet-corrected" }
func (SheetCorrected) chains(State) bool { return true }
func (CorrectSheet) chains(State) bool   { return true }

func (d SheetCorrected) fits(s State) error { return cmp.Or(CountReopened{}.fits(s), d.right(s)) }

// right refuses what the sheet did not say, and what it cannot say.
func (d SheetCorrected) right(s State) error {
	b, err := s.sheet(d.Bundle, d.Sheet)
	switch {
	case err != nil:
		return err
	case !d.Was.says(s.reads(b)):
		return fmt.Errorf("sheet %d of bundle %d did not say so", d.Sheet, d.Bundle)
	case d.Now.says(d.Was):
		return refuse(Unchanged)
	}
	return s.checkReading(s.Round.Bundles.At(d.Bundle).Stack, d.Now.Marks, d.Now.Void, false)
}

func (d SheetCorrected) apply(s State, at time.Time) State {
	return s.corrected(d, at, d.change)
}

// change is s with the sheet as it is from now on.
func (d SheetCorrected) change(s State) State {
	b, now := s.Round.Bundles.At(d.Bundle), s.ballot(d.Now)
	s = s.count(b.Stack, b.Ballots[d.Sheet-1], -1).count(b.Stack, now, +1)
	b.Ballots = listWith(b.Ballots, d.Sheet-1, now)
	s.Round.Bundles = s.Round.Bundles.with(b)
	return s
}

// corrected is s after a correction as earlier versions recorded it. The count stays
// closed: it is the next version without anybody reading it out.
func (s State) corrected(d Deed, at time.Time, change func(State) State) State {
	return change(s.reopened(at)).changed(d).closed(Sealing{At: at, Unread: true})
}

// sameVerdict reports whether two verdicts leave the chair the same choice.
func sameVerdict(a, b tally.Verdict) bool {
	return a.Forced == b.Forced && a.Suggested == b.Suggested && slices.Equal(a.Barred, b.Barred)
}
