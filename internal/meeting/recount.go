package meeting

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"shuping/internal/tally"
)

// RecountSheets has everything counted anew, or one stack, beside the first count,
// which is kept. The scrutineer says at the end which of the two stands.
type RecountSheets struct {
	Class, Subject string // of one stack alone, "" for everything
	By, Reason     string
}

// RecountBegun opens a closed count again with nothing counted in it.
type RecountBegun struct {
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
	By      string `json:"by"`
	Reason  string `json:"reason"`
}

// RecountSettled says which count stands, and which subjects the two tell otherwise.
type RecountSettled struct {
	Stands  Side     `json:"stands"`
	Differs []string `json:"differs"` // the IDs of subjects
}

// A Recount is two counts of the same sheets.
type Recount struct {
	First, Second Round
	Stands        Side
	Differs       []string
	By, Reason    string // of whoever wanted it
}

func (o RecountSheets) decide(s State) ([]Deed, error) {
	if err := s.correctable("recount", o.By, o.Reason); err != nil {
		return nil, err
	}
	d := RecountBegun(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if o.Class != "" || o.Subject != "" {
		if _, err := s.stack("recount", o.Class, o.Subject); err != nil {
			return nil, err
		}
	}
	return []Deed{d}, nil
}

func (RecountBegun) Kind() string       { return "recount-begun" }
func (RecountBegun) chains(State) bool  { return true }
func (RecountSheets) chains(State) bool { return true }

func (d RecountBegun) fits(s State) error {
	if err := s.restatable(); err != nil {
		return err
	}
	if s.Round.First != nil {
		return refuse(RecountUnderWay)
	}
	return nil
}

func (d RecountBegun) apply(s State, at time.Time) State {
	s = s.reopened(at).changed(d)
	first := s.Round
	s.Round.First, s.Round.Wanted = &first, d
	one := -1 // everything, also where the stack that is named is none of them
	if d.Class != "" || d.Subject != "" {
		one = s.StackAt(d.Class, d.Subject)
	}
	for n := range s.Round.Stacks {
		if one < 0 || n == one {
			s = s.uncountedStack(n)
		}
	}
	if one < 0 {
		s.Round.Bundles, s.Round.Bundle, s.Round.Beside = Bundles{}, Bundle{}, nil
	}
	return s
}

// uncountedStack is s with nothing read of the stack at index n. Its bundles keep
// their numbers.
func (s State) uncountedStack(n int) State {
	if s.Round.Stacks[n].ByPiles() {
		s = s.piled(n, s.Round.Stacks[n].Piles.Rows, -1)
	}
	for b := range s.Round.Bundles.Closed() {
		if b.Stack != n {
			continue
		}
		for _, x := range b.Ballots {
			if !x.Withdrawn {
				s = s.count(n, x, -1)
			}
		}
		s.Round.Bundles = s.Round.Bundles.with(ClosedBundle{Number: b.Number, Stack: n})
	}
	return s.withPiles(n, PileCount{})
}

// RecountDiffers are the subjects whom the count under way tells otherwise than the
// one before it, by their index.
func (s State) RecountDiffers() []int {
	if s.Round.First == nil {
		return nil
	}
	var out []int
	for i := range s.Plan.Subjects {
		if !slices.Equal(s.talliesOf(i), s.countedFirst().talliesOf(i)) {
			out = append(out, i)
		}
	}
	return out
}

// countedFirst is s as the count before the one under way has it.
func (s State) countedFirst() State {
	s.Round = *s.Round.First
	return s
}

// talliesOf is every count of marks on the subject at index i, with the sheets that
// they stand on.
func (s State) talliesOf(i int) []tally.Count {
	var out []tally.Count
	columns := s.Plan.Rule.Columns()
	for _, st := range s.Round.Stacks {
		if row := st.Row(i) * columns; st.Of(i) {
			out = append(out, st.Tallies[row:row+columns]...)
			out = append(out, tally.Count{Blank: st.Valid, Spoiled: st.Void})
		}
	}
	return out
}

// settled is the word on which count stands, nil where nothing was counted anew; a
// refusal where the two differ and nobody said so.
func (o CloseCount) settled(s State) (Deed, error) {
	if s.Round.First == nil {
		if o.Stands != "" {
			return nil, refuse(UnknownArgument, "command", "close-count", "argument", "stands")
		}
		return nil, nil
	}
	d := RecountSettled{Stands: o.Stands, Differs: s.recountDiffers()}
	switch {
	case d.Stands == "" && len(d.Differs) > 0 && s.open() == nil:
		return nil, refuse(RecountDiffers, "subjects", s.Labels(s.RecountDiffers()))
	case d.Stands == "":
		d.Stands = SecondEntry
	}
	return d, d.fits(s)
}

// recountDiffers are the IDs of the subjects whom two counts tell otherwise.
func (s State) recountDiffers() []string {
	out := []string{}
	for _, i := range s.RecountDiffers() {
		out = append(out, s.Plan.Subjects[i].ID)
	}
	return out
}

// Labels are subjects as people call them, in a row.
func (s State) Labels(list []int) string {
	var out []string
	for _, i := range list {
		out = append(out, s.Plan.Subjects[i].Label())
	}
	return strings.Join(out, "、")
}

func (RecountSettled) Kind() string { return "recount-settled" }

func (d RecountSettled) fits(s State) error {
	switch {
	case s.Round.First == nil:
		return refuse(CountOpen)
	case !d.Stands.known():
		return refuse(MissingArgument, "command", "close-count", "argument", "stands")
	case !slices.Equal(d.Differs, s.recountDiffers()):
		return fmt.Errorf("the counts do not differ in %v", d.Differs)
	}
	return s.free()
}

func (d RecountSettled) apply(s State, _ time.Time) State {
	kept := Recount{First: *s.Round.First, Second: s.Round, Stands: d.Stands, Differs: d.Differs, By: s.Round.Wanted.By, Reason: s.Round.Wanted.Reason}
	kept.Second.First = nil
	list := s.Round.Recounts
	if d.Stands == FirstEntry {
		s.Round = kept.First
	}
	s.Round.First, s.Round.Wanted = nil, RecountBegun{}
	s.Round.Recounts = append(list[:len(list):len(list)], kept)
	return s.changed(d)
}
