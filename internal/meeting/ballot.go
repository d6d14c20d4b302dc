package meeting

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"shuping/internal/tally"
)

// A Ballot is what one sheet says: its marks in form order, or a reason why it
// is void, or that it is doubtful. Where rows have items, the marks of a row
// follow each other, the overall one first.
type Ballot struct {
	Marks    []tally.Mark
	Void     int // the digit of the reason, 0 if the sheet is not void
	Doubtful bool
	Missing  bool // no sheet yet: its place waits behind a mended slip
	// Withdrawn is a place whose sheet was taken out after the count: a gap that is
	// not filled.
	Withdrawn bool
	Ruled     *Ruling // the scrutineer's word on it, nil where none was needed
}

// A Ruling is who said what a sheet says that was in doubt, or on which two readings
// differed, and why; "" where that was not said.
type Ruling struct{ By, Reason string }

// EnterBallot reads one valid sheet: a mark for each subject in form order, or
// as many for each as the form has columns; on a sheet of one subject his alone.
type EnterBallot struct{ Marks []tally.Mark }

// BallotEntered holds the marks as digits, a grade as its place on the whole scale.
type BallotEntered struct {
	Marks  marks `json:"marks"`
	Bundle int   `json:"bundle,omitempty"` // named while more than one is in hand
}

func (o EnterBallot) decide(s State) ([]Deed, error) {
	if s.Round.Check.Under() {
		return s.second(SecondBallot{Marks: slices.Clone(marks(o.Marks))})
	}
	if err := s.readable(); err != nil {
		return nil, err
	}
	if err := s.checkMarks(s.Round.Bundle.Stack, o.Marks); err != nil {
		return nil, err
	}
	// A copy: the deed lasts, and whoever gave the order may use the list again.
	return []Deed{BallotEntered{Marks: slices.Clone(marks(o.Marks))}}, nil
}

// checkMarks refuses marks that no sheet of the stack can have.
func (s State) checkMarks(stack int, list []tally.Mark) error {
	rule := s.Plan.Rule
	if due := len(s.Round.Stacks[stack].Tallies); len(list) != due {
		return refuse(WrongRows, "rows", len(list), "subjects", due)
	}
	for _, m := range list {
		switch {
		case rule.Takes(m):
		case rule.Aside != "":
			return refuse(UnknownMarkAside, "mark", rule.Box(m), "grades", rule.Boxes(), "aside", rule.Aside)
		default:
			return refuse(UnknownMark, "mark", rule.Box(m), "grades", rule.Boxes())
		}
	}
	return s.capped(list)
}

// capped refuses the marks of a sheet that is void because it gives some grades too
// often.
func (s State) capped(list []tally.Mark) error {
	most := s.Plan.Sheets.Cap
	n := most.Over(list, s.Plan.Rule.Columns())
	if n == 0 {
		return nil
	}
	digit := s.voidDigit(most.Void)
	return refuse(SheetOverCap, "grades", List(s.Plan.Rule.Scale.Names(most.Grades)), "count", n, "most", most.Most,
		"digit", digit, "title", s.Plan.Sheets.Voids[digit-1].Title)
}

func (BallotEntered) Kind() string { return "ballot-entered" }
func (BallotEntered) anonymous()   {}

// readBallotEntered takes the usual body as it stands, because a session has
// one for each sheet; for any other it leaves the error to the usual reader.
func readBallotEntered(body []byte) (Deed, error) {
	var d BallotEntered
	rest := body
	if after, names := bytes.CutPrefix(body, []byte(`{"bundle":`)); names {
		number, _, _ := bytes.Cut(after, []byte(`,`))
		d.Bundle, _ = strconv.Atoi(string(number))
		rest, _ = bytes.CutPrefix(after, fmt.Appendf(nil, "%d,", d.Bundle)) // as it is written
		if d.Bundle > 0 {
			rest = slices.Concat([]byte(`{`), rest)
		}
	}
	rest, opens := bytes.CutPrefix(rest, []byte(`{"marks":"`))
	digits, closes := bytes.CutSuffix(rest, []byte(`"}`))
	if opens && closes && d.Marks.UnmarshalText(digits) == nil {
		return d, nil
	}
	return bodyReader[BallotEntered]()(body)
}

func (d BallotEntered) apply(s State, _ time.Time) State {
	return s.put(Ballot{Marks: d.Marks})
}

func (d BallotEntered) fits(s State) error {
	if !s.Round.Bundle.Open {
		return refuse(NoBundle)
	}
	return s.checkMarks(s.Round.Bundle.Stack, d.Marks)
}

// VoidBallot reads one void sheet; the reason is its digit in the plan.
type VoidBallot struct{ Reason int }

// BallotVoided holds the reason's id in the plan.
type BallotVoided struct {
	Reason string `json:"reason"`
	Bundle int    `json:"bundle,omitempty"`
}

func (o VoidBallot) decide(s State) ([]Deed, error) {
	id, err := s.voidReason(o.Reason)
	if s.Round.Check.Under() {
		if err != nil {
			return nil, err
		}
		return s.second(SecondBallot{Void: id})
	}
	if blocked := s.readable(); blocked != nil {
		return nil, blocked
	}
	if err != nil {
		return nil, err
	}
	return []Deed{BallotVoided{Reason: id}}, nil
}

func (s State) voidReason(digit int) (string, error) {
	if voids := s.Plan.Sheets.Voids; digit >= 1 && digit <= len(voids) {
		return voids[digit-1].ID, s.used(digit)
	}
	return "", refuse(UnknownVoid, "reason", digit, "most", len(s.Plan.Sheets.Voids))
}

// used refuses the digit of a reason for which no sheet is void any more.
func (s State) used(digit int) error {
	if v := s.Plan.Sheets.Voids[digit-1]; v.Retired {
		return refuse(VoidRetired, "title", v.Title)
	}
	return nil
}

func (s State) voidDigit(id string) int {
	for i, v := range s.Plan.Sheets.Voids {
		if v.ID == id {
			return i + 1
		}
	}
	return 0
}

func (BallotVoided) Kind() string { return "ballot-voided" }
func (BallotVoided) anonymous()   {}

func (d BallotVoided) apply(s State, _ time.Time) State {
	return s.put(Ballot{Void: s.voidDigit(d.Reason)})
}

func (d BallotVoided) fits(s State) error {
	if !s.Round.Bundle.Open {
		return refuse(NoBundle)
	}
	if s.voidDigit(d.Reason) == 0 {
		return refuse(UnknownVoid, "reason", d.Reason, "most", len(s.Plan.Sheets.Voids))
	}
	return nil
}

// TakeBack removes what was keyed last from the open bundle, or from the second
// reading of one: the last sheet, or the one that filled a gap; a gap that waits
// is closed.
type TakeBack struct{}

// BallotTakenBack undoes the last ballot, which stays in the record.
type BallotTakenBack struct {
	Bundle int `json:"bundle,omitempty"`
}

func (TakeBack) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if s.Round.Check.Under() {
		return []Deed{SecondTakenBack{}}, SecondTakenBack{}.fits(s)
	}
	if err := (BallotTakenBack{}).fits(s); err != nil {
		return nil, err
	}
	return []Deed{BallotTakenBack{}}, nil
}

func (BallotTakenBack) Kind() string { return "ballot-taken-back" }
func (BallotTakenBack) anonymous()   {}

func (BallotTakenBack) apply(s State, _ time.Time) State {
	list, gone := entry(s.Round.Bundle.Ballots).takenBack(s.Round.Bundle.Filled)
	s.Round.Bundle.Ballots, s.Round.Bundle.Filled = list, 0
	return s.uncounted(gone)
}

func (BallotTakenBack) fits(s State) error {
	if !s.Round.Bundle.Open || len(s.Round.Bundle.Ballots) == 0 {
		return refuse(NothingToTakeBack)
	}
	return nil
}

// readable refuses another sheet where there is no room for one.
func (s State) readable() error {
	if err := s.countable(); err != nil {
		return err
	}
	b := s.Round.Bundle
	switch {
	case !b.Open:
		return refuse(NoBundle)
	case s.due(b.Stack) >= s.Round.Stacks[b.Stack].Collected:
		return s.about(b.Stack, AllRead, "collected", s.Round.Stacks[b.Stack].Collected)
	case b.From != "" && b.Gap() == 0 && b.Keyed() > 0:
		return refuse(BundleFull, "bundle", b.Number, "size", 1)
	case b.Gap() == 0 && b.Keyed() >= s.Size(b.Stack):
		return refuse(BundleFull, "bundle", b.Number, "size", s.Size(b.Stack))
	default:
		return nil
	}
}

// put is s with one more ballot in the open bundle.
func (s State) put(b Ballot) State {
	filling := s.Round.Bundle.Gap() > 0
	list, at := entry(s.Round.Bundle.Ballots).put(b)
	s.Round.Bundle.Ballots, s.Round.Bundle.Filled = list, 0
	if filling {
		s.Round.Bundle.Filled = at + 1
	}
	if b.Doubtful {
		return s
	}
	return s.count(s.Round.Bundle.Stack, b, +1)
}

// count is s with the ballot of a sheet of the stack at index at counted (+1) or
// no longer counted (-1).
func (s State) count(at int, b Ballot, by int) State {
	st := s.Round.Stacks[at]
	all := st.Vote == 0
	switch {
	case b.Void != 0 && all:
		s.Round.Void += by
		s.Round.Voids = listWith(s.Round.Voids, b.Void-1, s.Round.Voids[b.Void-1]+by)
	case all:
		s.Round.Valid += by
	}
	if b.Void != 0 {
		st.Void += by
	} else {
		st.Valid += by
		st.Tallies = talliesWith(st.Tallies, b.Marks, by)
		s.Round.Counts = s.decided(st, b.Marks, by)
	}
	s.Round.Stacks = listWith(s.Round.Stacks, at, st)
	return s
}

// talliesWith are tallies with the marks of one more sheet (by 1), or of one less (-1).
func talliesWith(tallies []tally.Count, marks []tally.Mark, by int) []tally.Count {
	out := make([]tally.Count, len(tallies))
	for i, c := range tallies {
		if by > 0 {
			out[i] = c.Add(marks[i])
		} else {
			out[i] = c.Drop(marks[i])
		}
	}
	return out
}

// decided is the counts of all subjects with the deciding marks of one more
// sheet of the stack, or of one less.
func (s State) decided(st Stack, marks []tally.Mark, by int) []tally.Count {
	rule := s.Plan.Rule
	if len(s.Round.Stacks) == 1 && rule.Columns() == 1 {
		return st.Tallies // the same numbers, which nobody changes
	}
	out := slices.Clone(s.Round.Counts)
	s.mark(out, st, marks, by)
	return out
}

// mark counts the deciding marks of one more sheet of the stack, or of one less.
func (s State) mark(counts []tally.Count, st Stack, marks []tally.Mark, by int) {
	rule := s.Plan.Rule
	for i, m := range marks {
		if n := st.SubjectIn(i / rule.Columns()); isDeciding(rule, i%rule.Columns()) && st.Of(n) {
			counts[n] = talliesWith(counts[n:n+1], []tally.Mark{m}, by)[0]
		}
	}
}

// marks are written as digits, "12".
type marks []tally.Mark

func (m marks) MarshalText() ([]byte, error) {
	out := make([]byte, len(m))
	for i, x := range m {
		out[i] = '0' + byte(x)
	}
	return out, nil
}

func (m *marks) UnmarshalText(b []byte) error {
	out := make(marks, len(b))
	for i, c := range b {
		if c < '1' || c > '9' {
			return errors.New("marks are the digits 1 to 9")
		}
		out[i] = tally.Mark(c - '0')
	}
	*m = out
	return nil
}
