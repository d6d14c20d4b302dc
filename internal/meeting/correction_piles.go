package meeting

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// CorrectPiles puts right rows of a stack that was counted by piles. A sheet that
// moves between valid and void changes every row, so several are corrected at once.
type CorrectPiles struct {
	Class, Subject string
	Rows           []Pile
	By             string // who saw it
	Reason         string
}

// PilesCorrected holds the rows as they were counted, and as they are from now on,
// in their order.
type PilesCorrected struct {
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
	Was     []Pile `json:"was"`
	Now     []Pile `json:"now"`
	By      string `json:"by"`
	Reason  string `json:"reason"`
}

func (a *arguments) correctPiles() Order {
	o := CorrectPiles{Class: a.maybe("class"), Subject: a.maybe("subject"), By: a.text("by"), Reason: a.text("reason")}
	for key, text := range a.named {
		row, err := strconv.Atoi(key)
		if err != nil || strconv.Itoa(row) != key {
			continue // rest refuses it
		}
		delete(a.named, key)
		o.Rows = append(o.Rows, a.row(row, text))
	}
	slices.SortFunc(o.Rows, func(p, q Pile) int { return cmp.Compare(p.Row, q.Row) })
	return o
}

// row reads the numbers of a row.
func (a *arguments) row(row int, text string) Pile {
	p := Pile{Row: row}
	for word := range strings.SplitSeq(text, ",") {
		p.Numbers = append(p.Numbers, a.parse(strconv.Itoa(row), word))
	}
	if row == 0 {
		return p
	}
	n := len(p.Numbers) - 2
	if n < 1 {
		a.fail(refuse(BadNumber, "argument", strconv.Itoa(row), "value", text))
		return p
	}
	p.Blank, p.Spoiled, p.Numbers = p.Numbers[n], p.Numbers[n+1], p.Numbers[:n:n]
	return p
}

func (o CorrectPiles) decide(s State) ([]Deed, error) {
	if err := s.correctable("correct-piles", o.By, o.Reason); err != nil {
		return nil, err
	}
	n, err := s.stack("correct-piles", o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	if len(o.Rows) == 0 {
		return nil, refuse(MissingArgument, "command", "correct-piles", "argument", "row")
	}
	d := PilesRestated{PilesCorrected{Class: o.Class, Subject: o.Subject, By: o.By, Reason: o.Reason}}
	for _, p := range o.Rows {
		d.Now = append(d.Now, p.owned())
	}
	slices.SortStableFunc(d.Now, func(p, q Pile) int { return cmp.Compare(p.Row, q.Row) })
	rows := s.Round.Stacks[n].Piles.Rows
	for _, p := range d.Now {
		if p.Row >= 0 && p.Row < len(rows) {
			d.Was = append(d.Was, rows[p.Row])
		}
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.restated(d, o.By, o.Reason), nil
}

func (PilesCorrected) Kind() string      { return "piles-corrected" }
func (PilesCorrected) chains(State) bool { return true }
func (CorrectPiles) chains(State) bool   { return true }

func (d PilesCorrected) fits(s State) error { return cmp.Or(CountReopened{}.fits(s), d.right(s)) }

// right refuses rows that were not counted so, and those that do not add up.
func (d PilesCorrected) right(s State) error {
	n, err := s.stack("", d.Class, d.Subject)
	if err != nil {
		return err
	}
	count := s.Round.Stacks[n].Piles
	if !s.Round.Stacks[n].ByPiles() {
		return s.about(n, NotPiled)
	}
	for i, p := range d.Now {
		if err := s.checkPile(n, p); err != nil {
			return err
		}
		switch {
		case i > 0 && p.Row <= d.Now[i-1].Row:
			return errors.New("the rows are not in their order")
		case i >= len(d.Was) || d.Was[i].Row != p.Row || !d.Was[i].says(count.Rows[p.Row]):
			return fmt.Errorf("row %d was not counted so", p.Row)
		case p.says(d.Was[i]):
			return refuse(Unchanged)
		}
	}
	if len(d.Now) == 0 || len(d.Now) != len(d.Was) {
		return refuse(Unchanged)
	}
	return s.addUp(n, d.rows(count.Rows), count.Sheets)
}

// rows are the rows as they are after the correction.
func (d PilesCorrected) rows(was []Pile) []Pile {
	out := slices.Clone(was)
	for _, p := range d.Now {
		out[p.Row] = p
	}
	return out
}

func (d PilesCorrected) apply(s State, at time.Time) State {
	if s.StackAt(d.Class, d.Subject) < 0 {
		return s
	}
	return s.corrected(d, at, d.change)
}

// change is s with the rows as they are from now on.
func (d PilesCorrected) change(s State) State {
	n := s.StackAt(d.Class, d.Subject)
	count := s.Round.Stacks[n].Piles
	s = s.piled(n, count.Rows, -1)
	count.Rows = d.rows(count.Rows)
	return s.piled(n, count.Rows, +1).withPiles(n, count)
}
