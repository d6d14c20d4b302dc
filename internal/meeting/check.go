package meeting

import (
	"slices"
	"time"

	"shuping/internal/plan"
)

// A Way is how a bundle was confirmed.
type Way string

const (
	BySecond Way = "second-entry" // another person keyed it again
	BySpot   Way = "spot-check"   // drawn sheets were read again
)

// A Check is the second reading of one closed bundle, under way. It is blind: what
// was keyed first is compared only when the second reading has ended.
type Check struct {
	Bundle  int // its number, 0 while no check is under way
	Way     Way
	By      string  // who reads now
	Before  []Keyer // who did before it was handed on
	FirstBy string  // who keyed it first
	Draw    int     // of a spot check: which draw it is, from 1
	Drawn   []int   // and the sheets that were drawn, from 1, in order

	First    []Ballot // as it was keyed, slips mended; of a spot check the drawn sheets
	Second   []Ballot
	Filled   int  // the place (from 1) in a gap that was keyed last, 0 for none
	Compared bool // the second reading has ended
	Differs  []Difference
}

// Under reports whether a check is under way.
func (c Check) Under() bool { return c.Bundle > 0 }

// Comparing reports whether the second reading has ended and differs.
func (c Check) Comparing() bool { return c.Compared }

// Uneven reports whether the two readings have different numbers of sheets, so
// that a slip must be mended before they can be compared.
func (c Check) Uneven() bool { return c.Compared && len(c.First) != len(c.Second) }

// Gap is the place (from 1) of the second entry that waits to be keyed behind a
// mended slip, 0 if none does.
func (c Check) Gap() int { return entry(c.Second).gap() + 1 }

// Sheet is the place in the bundle (from 1) of the sheet at index i of the
// reading: of a spot check one that was drawn.
func (c Check) Sheet(i int) int {
	if c.Way == BySpot {
		return c.Drawn[i]
	}
	return i + 1
}

// most bounds the sheets of the second reading: the bundle may have been filled
// when its size was another.
func (c Check) most(s State) int {
	if c.Way == BySpot {
		return len(c.Drawn)
	}
	b := s.Round.Bundles.At(c.Bundle)
	return max(s.Size(b.Stack), b.Sheets())
}

// Size is how many sheets a bundle of the stack at index n has.
func (s State) Size(n int) int { return s.Plan.Sheets.Size(s.Round.Stacks[n].Collected) }

// due is how many sheets of the stack at index n were read, with those that the
// checks under way add to them. Those that one takes away are there until it ends.
func (s State) due(n int) int {
	read := s.Round.ReadOf(n)
	for h := range s.Round.all() {
		if b, _ := s.Round.Bundles.Find(h.Check.Bundle); h.Check.Way == BySecond && b.Stack == n {
			read += max(0, len(h.Check.First)-b.Sheets())
		}
	}
	return read
}

// satisfied reports whether the bundle was confirmed in a way that the plan asks for.
// Where the plan asks for none, every way will do.
func (s State) satisfied(b ClosedBundle) bool {
	switch {
	case len(b.Ballots) == 0:
		return true
	case s.Plan.Sheets.Check == plan.CheckSecond:
		return b.Checked == BySecond
	default:
		return b.Checked != ""
	}
}

// closedBundle is the bundle with the number n, or a refusal where it is not closed.
func (s State) closedBundle(n int) (ClosedBundle, error) {
	b, closed := s.Round.Bundles.Find(n)
	switch {
	case closed:
		return b, nil
	case n >= 1 && n <= s.Round.Bundles.Given():
		return b, refuse(BundleIsOpen, "bundle", n)
	default:
		return b, refuse(NoSuchBundle, "bundle", n, "bundles", s.Round.Bundles.Len())
	}
}

// checkable finds a closed bundle that may be checked now.
func (s State) checkable(n int) (ClosedBundle, error) {
	if err := s.countable(); err != nil {
		return ClosedBundle{}, err
	}
	if err := s.idle(); err != nil {
		return ClosedBundle{}, err
	}
	b, err := s.closedBundle(n)
	if err != nil {
		return b, err
	}
	if _, err := s.Round.hand(n); err == nil {
		return b, refuse(InOtherHands, "bundle", n)
	}
	if len(b.Ballots) == 0 {
		return b, refuse(NoSheets, "bundle", n)
	}
	if at := slices.IndexFunc(b.Ballots, func(x Ballot) bool { return x.Withdrawn }); at >= 0 {
		return b, refuse(SheetGone, "bundle", n, "sheet", at+1)
	}
	return b, nil
}

// free refuses what no seat may have anything in hand for.
func (s State) free() error {
	if list := s.Round.Hands(); len(list) > 1 || len(list) == 1 && list[0].Seat != "" {
		return refuse(SeatsBusy, "bundles", listOf(list, Hand.String))
	}
	return s.Seated("").idle()
}

// idle refuses to begin with a bundle while the seat has another in hand. Piles are in
// the hands of the console.
func (s State) idle() error {
	switch {
	case s.Round.Bundle.Open:
		return refuse(BundleIsOpen, "bundle", s.Round.Bundle.Number)
	case s.Round.Check.Under():
		return refuse(CheckUnderWay, "bundle", s.Round.Check.Bundle)
	case s.Round.Piling.Under() && s.Round.Seat == "":
		return s.about(s.Round.Piling.Stack, PilesUnderWay, "by", s.Round.Piling.By)
	default:
		return nil
	}
}

// OpenSecond begins to key a closed bundle again, blind. First names who keyed it
// first, where that was not recorded.
type OpenSecond struct {
	Bundle    int
	By, First string
	Seat      Seat // where it is keyed
}

// SecondOpened begins the second entry of a bundle.
type SecondOpened struct {
	Bundle int    `json:"bundle"`
	By     string `json:"by"`
	First  string `json:"first,omitempty"`
	Seat   Seat   `json:"seat,omitempty"`
}

func (o OpenSecond) decide(s State) ([]Deed, error) {
	b, err := s.checkable(o.Bundle)
	if err != nil {
		return nil, err
	}
	first := b.By
	if first == "" {
		first = o.First
	}
	switch {
	case isBlank(o.By):
		return nil, refuse(MissingArgument, "command", "second", "argument", "by")
	case isBlank(first):
		return nil, refuse(FirstUnknown, "bundle", o.Bundle)
	case o.First != "" && !IsOneName(o.First, first):
		return nil, refuse(UnknownArgument, "command", "second", "argument", "first")
	}
	known := b
	known.By = first
	if err := s.anotherReader(known, o.By, s.Round.Seat); err != nil {
		return nil, err
	}
	for _, name := range []string{o.By, o.First} {
		if err := s.checkPerson(name); err != nil {
			return nil, err
		}
	}
	if b.By != "" {
		o.First = "" // it is known
	}
	o.Seat = s.Round.Seat
	return []Deed{SecondOpened(o)}, nil
}

func (SecondOpened) Kind() string { return "second-opened" }

func (d SecondOpened) fits(s State) error {
	if err := s.counting(); err != nil {
		return err
	}
	_, err := s.checkable(d.Bundle)
	return err
}

func (d SecondOpened) apply(s State, _ time.Time) State {
	b := s.Round.Bundles.At(d.Bundle)
	if b.By == "" {
		b.By = d.First
		s.Round.Bundles = s.Round.Bundles.with(b)
	}
	s.Round.Check = Check{Bundle: d.Bundle, Way: BySecond, By: d.By, FirstBy: b.By, First: b.Ballots}
	return s
}

// CloseSecond ends the second reading with its number of sheets, counted by hand.
type CloseSecond struct{ Sheets int }

// SecondCompared says where the two readings differ, by the places of the sheets
// and never by what stands on them. Without places the numbers of sheets differ.
type SecondCompared struct {
	Bundle  int   `json:"bundle"`
	Sheets  int   `json:"sheets"`
	Differs []int `json:"differs"`
}

func (o CloseSecond) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	c := s.Round.Check
	switch {
	case !c.Under():
		return nil, refuse(NoCheck)
	case c.Compared:
		return nil, c.unsettled()
	case len(c.Second) == 0:
		return nil, refuse(BundleEmpty, "bundle", c.Bundle)
	case c.Gap() > 0:
		return nil, refuse(GapOpen, "bundle", c.Bundle, "sheet", c.Gap())
	case c.Way == BySpot && len(c.Second) < len(c.Drawn):
		return nil, refuse(HandCountDiffers, "bundle", c.Bundle, "counted", len(c.Drawn), "entered", len(c.Second))
	case o.Sheets != len(c.Second):
		return nil, refuse(HandCountDiffers, "bundle", c.Bundle, "counted", o.Sheets, "entered", len(c.Second))
	}
	d := SecondCompared{Bundle: c.Bundle, Sheets: o.Sheets, Differs: c.places()}
	return s.concluded(d), nil
}

// places are the sheets on which the readings differ, nil where the numbers of
// sheets do.
func (c Check) places() []int {
	if len(c.First) != len(c.Second) {
		return nil
	}
	out := []int{}
	for i, b := range c.Second {
		if !b.says(c.First[i]) {
			out = append(out, c.Sheet(i))
		}
	}
	return out
}

// says reports whether two ballots say the same and neither leaves it open.
func (b Ballot) says(o Ballot) bool {
	return !b.Doubtful && !b.Missing && !o.Doubtful && !o.Missing &&
		b.Void == o.Void && slices.Equal(b.Marks, o.Marks)
}

func (SecondCompared) Kind() string { return "second-compared" }

func (d SecondCompared) fits(s State) error {
	if err := s.checking(d.Bundle); err != nil {
		return err
	}
	c, places := s.Round.Check, s.Round.Check.places()
	switch {
	case c.Compared, d.Sheets != len(c.Second), c.Way == BySpot && d.Sheets != len(c.Drawn):
		return refuse(HandCountDiffers, "bundle", d.Bundle, "counted", d.Sheets, "entered", len(c.Second))
	case c.Gap() > 0:
		return refuse(GapOpen, "bundle", d.Bundle, "sheet", c.Gap())
	case !slices.Equal(d.Differs, places) || (d.Differs == nil) != (places == nil):
		return refuse(CheckDiffers, "bundle", d.Bundle, "sheets", numberList(places))
	}
	return nil
}

func (d SecondCompared) apply(s State, _ time.Time) State {
	s.Round.Check = s.Round.Check.compared()
	return s
}

// compared is the check with its differences drawn up. What was keyed anew from
// the paper before a slip was mended stays, for the sheet is still where it was.
func (c Check) compared() Check {
	was := slices.DeleteFunc(slices.Clone(c.Differs), Difference.untouched)
	c.Compared, c.Filled, c.Differs = true, 0, was
	for _, sheet := range c.places() {
		if !slices.ContainsFunc(was, func(d Difference) bool { return d.Sheet == sheet }) {
			c.Differs = append(c.Differs, Difference{Sheet: sheet})
		}
	}
	slices.SortFunc(c.Differs, func(a, b Difference) int { return a.Sheet - b.Sheet })
	return c
}

// mended is the check with a slip of one of its entries put right. An entry that is
// being keyed has room for size sheets. Of two that were compared, the longer grows no
// longer and the shorter no shorter.
func (c Check) mended(d SlipMended, size int) Check {
	mine, other := &c.Second, c.First
	if d.Of == FirstEntry {
		mine, other = &c.First, c.Second
	}
	most, least := max(len(*mine), len(other)), min(len(*mine), len(other))
	if !c.Compared {
		most, least = size, 0 // the other entry is not known while this one is keyed
	}
	if d.Doubled {
		*mine = entry(*mine).doubled(d.Sheet-1, least)
	} else {
		*mine = entry(*mine).missing(d.Sheet-1, most)
	}
	c.Filled = 0
	if c.Compared {
		return c.trimmed().compared()
	}
	return c
}

// trimmed is the check without the last places where both entries wait for a
// sheet: once each had one too many, there is none.
func (c Check) trimmed() Check {
	for n := len(c.First); n > 1 && n == len(c.Second) && c.First[n-1].Missing && c.Second[n-1].Missing; n-- {
		if slices.ContainsFunc(c.Differs, func(d Difference) bool { return d.Sheet == n && !d.untouched() }) {
			break
		}
		c.First, c.Second = c.First[:n-1], c.Second[:n-1]
	}
	return c
}

// LeaveCheck gives a check up. What was keyed stays in the record, and the bundle is
// confirmed no more than before. Where the readings were found to differ, no earlier
// check confirms it any more, and the count cannot close before another one does.
type LeaveCheck struct{ Reason string }

// CheckLeft ends a check without a result.
type CheckLeft struct {
	Bundle int    `json:"bundle"`
	Reason string `json:"reason"`
}

func (o LeaveCheck) decide(s State) ([]Deed, error) {
	if !s.Round.Check.Under() {
		return nil, refuse(NoCheck)
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{CheckLeft{s.Round.Check.Bundle, o.Reason}}, nil
}

func (CheckLeft) Kind() string { return "check-left" }

func (d CheckLeft) fits(s State) error { return s.checking(d.Bundle) }

// checking refuses what is about another check than the one under way.
func (s State) checking(bundle int) error {
	if !s.Round.Check.Under() || s.Round.Check.Bundle != bundle {
		return refuse(NoCheck)
	}
	return nil
}

func (d CheckLeft) apply(s State, _ time.Time) State {
	if s.Round.Check.Compared {
		s.Round.Bundles = s.Round.Bundles.with(s.Round.Bundles.At(d.Bundle).found())
	}
	s.Round.Check = Check{}
	return s
}
