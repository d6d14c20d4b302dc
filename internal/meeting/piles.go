package meeting

import (
	"cmp"
	"slices"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A small unit counts by piles: the sheets are sorted by what they say in one row,
// each pile is counted by hand and its number keyed, then the same for the next
// row. A stack is counted so or by bundles, never both.

// A Pile is what one person counted of one row: how many sheets say what. Of the
// void sheets, which come first, it is how many are void for each reason.
type Pile struct {
	Row     int   `json:"row"`             // in the order of the form, from 1; 0 for the void sheets
	Numbers []int `json:"numbers"`         // a number for each grade on the sheet, best first, then for 不了解 where the rule has it; of row 0 one for each reason
	Blank   int   `json:"blank,omitempty"` // 弃权
	Spoiled int   `json:"spoiled,omitempty"`
}

// Sum is how many sheets were counted.
func (p Pile) Sum() int {
	n := p.Blank + p.Spoiled
	for _, k := range p.Numbers {
		n += k
	}
	return n
}

// says reports whether two people counted the same.
func (p Pile) says(o Pile) bool {
	return p.Blank == o.Blank && p.Spoiled == o.Spoiled && slices.Equal(p.Numbers, o.Numbers)
}

// owned is the pile with a list of its own: a deed lasts, and whoever gave the
// order may use the list again.
func (p Pile) owned() Pile {
	p.Numbers = slices.Clone(p.Numbers)
	return p
}

// count is what it says of its row under the rule.
func (p Pile) count(rule tally.Rule) tally.Count {
	c, boxes := tally.Count{Blank: p.Blank, Spoiled: p.Spoiled}, rule.Boxes()
	copy(c.Grades[rule.Unmarked:], p.Numbers[:boxes])
	if len(p.Numbers) > boxes {
		c.Aside = p.Numbers[boxes]
	}
	return c
}

// A PileCount is how a stack was counted by piles. Its rows are what counts: after
// a second count what both people agreed on, not what was counted first.
type PileCount struct {
	By     string // who counted first
	Sheets int    // all sheets of the stack, counted by hand
	Rows   []Pile // by row, at 0 the void sheets; none where the stack was not counted by piles

	Checked   Way    // "" until a second person counted, then BySecond
	CheckedBy string // the second person
	Differed  int    // rows that the two counts differed on
	Ruled     int    // of them, those that the scrutineer ruled on
	Found     bool   // a second count that was left had found something, and none confirmed it since
}

// ByPiles reports whether the stack was counted by piles. A stack that was not is
// counted by bundles.
func (st Stack) ByPiles() bool { return len(st.Piles.Rows) > 0 }

// A Piling is a count by piles that is under way, of one stack at a time. The
// second one is blind: only when it has ended are the two compared.
type Piling struct {
	Side  Side // FirstEntry or SecondEntry, "" while none is under way
	Stack int  // index into the round's stacks
	By    string
	Rows  []Pile // by row, at 0 the void sheets; one without Numbers has yet to be counted

	Compared bool // the second count has ended, and differs from the first
	Differs  []PileDifference
}

// A PileDifference is one row that two people counted differently. Each counts it
// anew; where they still differ the scrutineer rules.
type PileDifference struct {
	Row    int
	First  *Pile // counted anew by who counted first; nil until then
	Second *Pile // counted anew by who counted second
	Final  *Pile // what counts; nil until that is settled
	Ruled  bool  // by the scrutineer
}

// disputed reports whether the scrutineer must rule.
func (d PileDifference) disputed() bool {
	return d.Final == nil && d.First != nil && d.Second != nil
}

// Under reports whether a count by piles is under way.
func (c Piling) Under() bool { return c.Side != "" }

// Waits is the first row that has yet to be counted, 0 for the void sheets; -1 if
// none does.
func (c Piling) Waits() int {
	return slices.IndexFunc(c.Rows, func(p Pile) bool { return p.Numbers == nil })
}

// open lists the differences that are to be settled now: that of the void sheets
// by itself, for what the other rows must add up to rests on it, then the others.
func (c Piling) open() []PileDifference {
	var out []PileDifference
	for _, d := range c.Differs {
		if d.Final != nil {
			continue
		}
		if out = append(out, d); d.Row == 0 {
			break
		}
	}
	return out
}

// Wants is who has to count anew next, and which row: first all of the one person,
// then all of the other; "" where the scrutineer must rule or nothing is open.
func (c Piling) Wants() (Side, int) {
	for _, d := range c.open() {
		if d.First == nil {
			return FirstEntry, d.Row
		}
	}
	for _, d := range c.open() {
		if d.Second == nil {
			return SecondEntry, d.Row
		}
	}
	return "", 0
}

// Disputed is the first row that the scrutineer must rule on now, 0 for the void
// sheets; -1 if there is none.
func (c Piling) Disputed() int {
	if side, _ := c.Wants(); side != "" || len(c.open()) == 0 {
		return -1
	}
	return c.open()[0].Row
}

// list is the rows that are not settled, "2、5".
func (c Piling) list() List {
	var rows []int
	for _, d := range c.Differs {
		if d.Final == nil {
			rows = append(rows, d.Row)
		}
	}
	return numberList(rows)
}

// PileDue is how many sheets every row but the void ones must come to in the count
// that is under way: collected − void. It is not known before the void sheets are
// counted, nor while they are in dispute.
func (s State) PileDue() (sheets int, known bool) {
	c := s.Round.Piling
	if !c.Under() {
		return 0, false
	}
	st := s.Round.Stacks[c.Stack]
	if !c.Compared {
		return st.Collected - c.Rows[0].Sum(), c.Rows[0].Numbers != nil
	}
	void := c.agreed(st.Piles.Rows)[0]
	return st.Piles.Sheets - void.Sum(), len(c.open()) == 0 || c.open()[0].Row > 0
}

// UncheckedPiles lists the stacks, by index, that were counted by piles and by one
// person alone.
func (s State) UncheckedPiles() []int {
	var out []int
	for n, st := range s.Round.Stacks {
		if st.ByPiles() && st.Piles.Checked == "" {
			out = append(out, n)
		}
	}
	return out
}

// pilesConfirmed refuses to close over a stack that only one person counted where
// the plan wants a check, or where a second count found something. There is nothing
// to draw from piles, so a second count is what every kind of check comes to.
func (s State) pilesConfirmed() error {
	for _, n := range s.UncheckedPiles() {
		if s.Plan.Sheets.Check != plan.CheckOffered || s.Round.Stacks[n].Piles.Found {
			return s.about(n, PilesUnchecked, "check", s.Plan.Sheets.Check)
		}
	}
	return nil
}

// checkPile refuses numbers that no row of the stack can have.
func (s State) checkPile(stack int, p Pile) error {
	if err := checkNumber(p.Row, 0, len(s.Round.Stacks[stack].Tallies)); err != nil {
		return err
	}
	due, beside := len(s.Plan.Sheets.Voids), 0
	if p.Row > 0 {
		due, beside = s.Plan.Rule.Boxes(), MaxPeople
		if s.Plan.Rule.Aside != "" {
			due++
		}
	}
	if len(p.Numbers) != due {
		return refuse(WrongPiles, "row", p.Row, "numbers", len(p.Numbers), "piles", due)
	}
	for i, n := range p.Numbers {
		if err := checkNumber(n, 0, MaxPeople); err != nil {
			return err
		}
		if p.Row == 0 && n > 0 {
			if err := s.used(i + 1); err != nil {
				return err
			}
		}
	}
	return cmp.Or(checkNumber(p.Blank, 0, beside), checkNumber(p.Spoiled, 0, beside))
}

// addsUp refuses a row that does not come to the sheets without the void ones.
func (s State) addsUp(stack int, p Pile, sheets, void int) error {
	if p.Row == 0 {
		return checkNumber(p.Sum(), 0, sheets)
	}
	if p.Sum() != sheets-void {
		return s.about(stack, PileOpen, "row", p.Row, "counted", p.Sum(), "collected", sheets, "void", void, "valid", sheets-void)
	}
	return nil
}

// addUp refuses rows of which one was not counted or does not add up.
func (s State) addUp(stack int, rows []Pile, sheets int) error {
	for _, p := range rows {
		if p.Numbers == nil {
			return s.about(stack, PileMissing, "row", slices.IndexFunc(rows, func(p Pile) bool { return p.Numbers == nil }))
		}
		if err := s.addsUp(stack, p, sheets, rows[0].Sum()); err != nil {
			return err
		}
	}
	return nil
}

// piled is s with what the rows of a stack say counted (+1) or no longer counted
// (-1).
func (s State) piled(stack int, rows []Pile, by int) State {
	if len(rows) < 2 {
		return s
	}
	r, st := s.Round, s.Round.Stacks[stack]
	void, valid := by*rows[0].Sum(), by*rows[1].Sum()
	st.Void, st.Valid = st.Void+void, st.Valid+valid
	if st.Vote == 0 {
		r.Voids = slices.Clone(r.Voids)
		for i, n := range rows[0].Numbers {
			r.Voids[i] += by * n
		}
		r.Void, r.Valid = r.Void+void, r.Valid+valid
	}
	st.Tallies = slices.Clone(st.Tallies)
	for i, p := range rows[1:] {
		c := p.count(s.Plan.Rule)
		if by < 0 {
			c = negativeCount(c)
		}
		st.Tallies[i] = st.Tallies[i].Plus(c)
	}
	r.Stacks = listWith(r.Stacks, stack, st)
	s.Round = r
	s.Round.Counts = s.recounted()
	return s
}

// negativeCount is a count that takes c away where it is added.
func negativeCount(c tally.Count) tally.Count {
	for g := range c.Grades {
		c.Grades[g] = -c.Grades[g]
	}
	c.Blank, c.Spoiled, c.Aside = -c.Blank, -c.Spoiled, -c.Aside
	return c
}

// recounted is the deciding marks of each subject, drawn up anew from the stacks.
func (s State) recounted() []tally.Count {
	out, columns := make([]tally.Count, len(s.Plan.Subjects)), s.Plan.Rule.Columns()
	for _, st := range s.Round.Stacks {
		for i, c := range st.Tallies {
			if n := st.SubjectIn(i / columns); isDeciding(s.Plan.Rule, i%columns) && st.Of(n) {
				out[n] = out[n].Plus(c)
			}
		}
	}
	return out
}
