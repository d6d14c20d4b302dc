package meeting

import (
	"slices"
	"time"

	"shuping/internal/tally"
)

// A Difference is one sheet that two readings do not say the same of. Both people
// look at the paper and each keys it anew, from an empty field; where they still
// differ, or where the sheet is doubtful, the scrutineer rules.
type Difference struct {
	Sheet  int     // its place in the bundle, from 1
	First  *Ballot // keyed anew by who keyed it first; nil until then
	Second *Ballot // keyed anew by who keyed it second
	Final  *Ballot // what it says; nil until that is settled
	Ruled  bool    // by the scrutineer
}

// disputed reports whether the scrutineer must rule.
func (d Difference) disputed() bool {
	return d.Final == nil && d.First != nil && d.Second != nil
}

// untouched reports whether nobody has looked at the paper yet.
func (d Difference) untouched() bool {
	return d.Final == nil && d.First == nil && d.Second == nil
}

// Wants is the entry that has to be keyed anew next and its sheet: first all of
// the one person, then all of the other; "" where the scrutineer must rule or
// nothing is open.
func (c Check) Wants() (Side, int) {
	if c.Way == BySpot || c.Uneven() {
		return "", 0
	}
	for _, d := range c.Differs {
		if d.Final == nil && d.First == nil {
			return FirstEntry, d.Sheet
		}
	}
	for _, d := range c.Differs {
		if d.Final == nil && d.Second == nil {
			return SecondEntry, d.Sheet
		}
	}
	return "", 0
}

// Disputed is the first sheet that the scrutineer must rule on now, 0 if there is
// none.
func (c Check) Disputed() int {
	if side, _ := c.Wants(); side != "" || c.Uneven() {
		return 0
	}
	for _, d := range c.Differs {
		if d.Final == nil {
			return d.Sheet
		}
	}
	return 0
}

// list is the sheets that are not settled, "3、7".
func (c Check) list() List {
	var open []int
	for _, d := range c.Differs {
		if d.Final == nil {
			open = append(open, d.Sheet)
		}
	}
	return numberList(open)
}

// unsettled says what has to be settled first in a check that was compared.
func (c Check) unsettled() *Refusal {
	if c.Uneven() {
		return refuse(Uneven, "bundle", c.Bundle, "first", len(c.First), "second", len(c.Second))
	}
	return refuse(CheckDiffers, "bundle", c.Bundle, "sheets", c.list())
}

// difference is the index of an unsettled difference, or a refusal.
func (s State) difference(sheet int) (int, error) {
	c := s.Round.Check
	i := slices.IndexFunc(c.Differs, func(d Difference) bool { return d.Sheet == sheet && d.Final == nil })
	switch {
	case !c.Under():
		return 0, refuse(NoCheck)
	case c.Uneven():
		return 0, c.unsettled()
	case i < 0:
		return 0, refuse(NotDiffering, "bundle", c.Bundle, "sheet", sheet)
	default:
		return i, nil
	}
}

// KeyAgain reads one differing sheet anew, as one of the two people.
type KeyAgain struct {
	Sheet    int
	Of       Side
	Marks    []tally.Mark
	Void     int // the digit of the reason
	Doubtful bool
}

// SheetKeyedAgain holds what one of the two read from the paper this time.
type SheetKeyedAgain struct {
	Sheet    int    `json:"sheet"`
	Of       Side   `json:"of"`
	Marks    marks  `json:"marks,omitempty"`
	Void     string `json:"void,omitempty"`
	Doubtful bool   `json:"doubtful,omitempty"`
	Bundle   int    `json:"bundle,omitempty"`
}

func (o KeyAgain) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	void, err := s.voidID(o.Void)
	if err != nil {
		return nil, err
	}
	d := SheetKeyedAgain{Sheet: o.Sheet, Of: o.Of, Marks: slices.Clone(marks(o.Marks)), Void: void, Doubtful: o.Doubtful}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.concluded(d), nil
}

// voidID is the reason with the digit, "" for none.
func (s State) voidID(digit int) (string, error) {
	if digit == 0 {
		return "", nil
	}
	return s.voidReason(digit)
}

func (SheetKeyedAgain) Kind() string { return "sheet-keyed-again" }
func (SheetKeyedAgain) anonymous()   {}

func (d SheetKeyedAgain) fits(s State) error {
	i, err := s.difference(d.Sheet)
	switch {
	case err != nil:
		return err
	case s.Round.Check.Way == BySpot:
		return refuse(RuleInSpot, "sheet", d.Sheet)
	case !d.Of.known():
		return refuse(MissingArgument, "command", "rekey", "argument", "of")
	case s.Round.Check.Differs[i].disputed():
		return refuse(StillDiffers, "sheet", d.Sheet)
	}
	return s.checkReading(s.checkStack(), d.Marks, d.Void, d.Doubtful)
}

func (d SheetKeyedAgain) apply(s State, _ time.Time) State {
	i, err := s.difference(d.Sheet)
	if err != nil {
		return s
	}
	now := Ballot{Marks: d.Marks, Void: s.voidDigit(d.Void), Doubtful: d.Doubtful}
	x := s.Round.Check.Differs[i]
	if d.Of == FirstEntry {
		x.First = &now
	} else {
		x.Second = &now
	}
	if x.First != nil && x.Second != nil && x.First.says(*x.Second) {
		x.Final = x.Second
	}
	s.Round.Check.Differs = listWith(s.Round.Check.Differs, i, x)
	return s
}

// checkStack is the stack of the bundle that is being checked.
func (s State) checkStack() int { return s.Round.Bundles.At(s.Round.Check.Bundle).Stack }

// checkReading refuses what no sheet of the stack can say: it is marks, or void,
// or doubtful, and only one of them.
func (s State) checkReading(stack int, list []tally.Mark, void string, doubtful bool) error {
	switch {
	case void != "" && (s.voidDigit(void) == 0 || len(list) > 0 || doubtful):
		return refuse(UnknownVoid, "reason", void, "most", len(s.Plan.Sheets.Voids))
	case void != "", doubtful && len(list) == 0:
		return nil
	default:
		return s.checkMarks(stack, list)
	}
}

// RuleSheet is the scrutineer's word on a sheet on which the readings still
// differ, with the reason.
type RuleSheet struct {
	Sheet      int
	Marks      []tally.Mark
	Void       int
	By, Reason string
}

// SheetRuled settles what a sheet says.
type SheetRuled struct {
	Sheet  int    `json:"sheet"`
	Marks  marks  `json:"marks,omitempty"`
	Void   string `json:"void,omitempty"`
	By     string `json:"by"`
	Reason string `json:"reason"`
	Bundle int    `json:"bundle,omitempty"`
}

func (o RuleSheet) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "rule", "argument", "by")
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	void, err := s.voidID(o.Void)
	if err != nil {
		return nil, err
	}
	d := SheetRuled{Sheet: o.Sheet, Marks: slices.Clone(marks(o.Marks)), Void: void, By: o.By, Reason: o.Reason}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return s.concluded(d), nil
}

func (SheetRuled) Kind() string { return "sheet-ruled" }
func (SheetRuled) anonymous()   {}

func (d SheetRuled) fits(s State) error {
	i, err := s.difference(d.Sheet)
	if err != nil {
		return err
	}
	if x := s.Round.Check.Differs[i]; s.Round.Check.Way == BySecond && !x.disputed() {
		return refuse(KeyAgainFirst, "sheet", d.Sheet)
	}
	return s.checkReading(s.checkStack(), d.Marks, d.Void, false)
}

func (d SheetRuled) apply(s State, _ time.Time) State {
	i, err := s.difference(d.Sheet)
	if err != nil {
		return s
	}
	x := s.Round.Check.Differs[i]
	x.Final, x.Ruled = &Ballot{Marks: d.Marks, Void: s.voidDigit(d.Void), Ruled: &Ruling{d.By, d.Reason}}, true
	s.Round.Check.Differs = listWith(s.Round.Check.Differs, i, x)
	return s
}
