package meeting

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// anyPileLine is any order about piles that a line can give, however senseless.
func anyPileLine(t *rapid.T, word func() string, number func() int) Order {
	p := Pile{number(), rapid.SliceOfN(rapid.Int(), 1, 9).Draw(t, "numbers"), number(), number()}
	switch rapid.IntRange(0, 6).Draw(t, "piles") {
	case 0:
		return OpenPiles{word(), word(), word(), rapid.Bool().Draw(t, "again")}
	case 1:
		return CountPile{p}
	case 2:
		return ClosePiles{number()}
	case 3:
		return CountPileAgain{p, Side(word())}
	case 4:
		return RulePile{p, word(), word()}
	case 5:
		return LeavePiles{word()}
	default:
		return WithdrawPiles{word(), word(), word()}
	}
}

// anyPileDeed is a deed about piles with any values, near to what would fit.
func anyPileDeed(t *rapid.T, s State, class, subject string) Deed {
	c := s.Round.Piling
	sheets := rapid.IntRange(0, 3).Draw(t, "sheets")
	if s.Opened && rapid.Bool().Draw(t, "all") {
		sheets = s.Round.Stacks[c.Stack].Collected
	}
	if c.Compared && len(c.open()) == 0 && rapid.Bool().Draw(t, "settled") {
		return c.conclusion()
	}
	side := rapid.SampledFrom([]Side{FirstEntry, SecondEntry, ""}).Draw(t, "of")
	switch rapid.IntRange(0, 31).Draw(t, "piles") {
	case 0, 1, 2, 3:
		return PilesOpened{class, subject, "张三", rapid.Bool().Draw(t, "again")}
	case 15, 16, 17:
		return PilesClosed{sheets}
	case 18, 19, 20, 21:
		if c.Side == SecondEntry {
			return PilesCompared{sheets, c.places(s.Round.Stacks[c.Stack].Piles.Rows)}
		}
		return PilesCompared{sheets, []int{sheets}}
	case 22, 23, 24, 25:
		return PileCountedAgain{somePile(t, s), side}
	case 26:
		return PileRuled{somePile(t, s), "王某某", "理由"}
	case 27, 28, 29:
		return rapid.SampledFrom([]Deed{c.conclusion(), PilesChecked{"李四", 0, 0}}).Draw(t, "end")
	case 13: // the first and the last numbers come most often
		return PilesLeft{"理由"}
	case 14:
		return PilesWithdrawn{class, subject, "理由"}
	default:
		return PileCounted{somePile(t, s)}
	}
}

// somePile is a row of the count that is under way, which as a rule adds up to a
// few sheets.
func somePile(t *rapid.T, s State) Pile {
	c, p := s.Round.Piling, Pile{}
	p.Row = rapid.IntRange(0, 6).Draw(t, "row")
	if side, row := c.Wants(); side != "" && rapid.IntRange(0, 9).Draw(t, "wanted") > 0 {
		p.Row = row
	} else if c.Under() && !c.Compared && c.Waits() >= 0 && rapid.IntRange(0, 9).Draw(t, "waiting") > 0 {
		p.Row = c.Waits()
	} else if row := c.Disputed(); row >= 0 && rapid.IntRange(0, 9).Draw(t, "disputed") > 0 {
		p.Row = row
	}
	n := len(s.Plan.Sheets.Voids)
	if p.Row > 0 {
		n = s.Plan.Rule.Boxes()
		if s.Plan.Rule.Aside != "" {
			n++
		}
	}
	if rapid.IntRange(0, 19).Draw(t, "stray") == 0 {
		n++
	}
	p.Numbers = make([]int, n)
	left, known := s.PileDue()
	if !known {
		left = rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "void")
	}
	for range left {
		at := rapid.IntRange(0, n+1).Draw(t, "at")
		switch {
		case p.Row > 0 && at == n:
			p.Blank++
		case p.Row > 0 && at == n+1:
			p.Spoiled++
		case n > 0:
			p.Numbers[at%n]++
		}
	}
	return p
}

// nextPiles is what two people who count by piles would do next, or nil where no
// count is under way.
func nextPiles(t *rapid.T, s State) Order {
	c := s.Round.Piling
	if !c.Under() {
		return nil
	}
	side, _ := c.Wants()
	switch {
	case rapid.IntRange(0, 30).Draw(t, "leave") == 30: // small numbers come most often
		return LeavePiles{"理由"}
	case side != "":
		return CountPileAgain{somePile(t, s), side}
	case c.Disputed() >= 0:
		return RulePile{somePile(t, s), "王某某", "理由"}
	case c.Waits() >= 0:
		p := somePile(t, s)
		if first := s.Round.Stacks[c.Stack].Piles.Rows; c.Side == SecondEntry && p.Row < len(first) && rapid.IntRange(0, 3).Draw(t, "same") > 0 {
			p = first[p.Row]
		}
		return CountPile{p}
	default:
		return ClosePiles{s.Round.Stacks[c.Stack].Collected}
	}
}

// pilesClose says which stack that was counted by piles does not say what its rows
// do.
func pilesClose(s State) error {
	for n, st := range s.Round.Stacks {
		if !st.ByPiles() {
			continue
		}
		if s.bundled(n) {
			return fmt.Errorf("stack %d was counted by piles and by bundles", n)
		}
		void := st.Piles.Rows[0].Sum()
		if st.Void != void || st.Valid+void != st.Piles.Sheets {
			return fmt.Errorf("stack %d: %d valid and %d void sheets of %d, %d void by its piles", n, st.Valid, st.Void, st.Piles.Sheets, void)
		}
		for i, p := range st.Piles.Rows[1:] {
			if got, want := st.Tallies[i], p.count(s.Plan.Rule); got != want || p.Row != i+1 {
				return fmt.Errorf("stack %d row %d: %v, by its piles %v", n, i+1, got, want)
			}
		}
	}
	return nil
}

// A paper is the sheets of each stack as they truly are.
type paper [][]Ballot

// somePaper is sheets for every stack of a meeting, marked and voided by chance.
func somePaper(t *rapid.T, s State, most int) paper {
	out := make(paper, len(s.Round.Stacks))
	grades := len(s.Plan.Rule.Scale)
	choices := []tally.Mark{1, 1, 1, 2, 2, 3, tally.Mark(grades), tally.Spoiled, tally.Blank}
	if s.Plan.Rule.Aside != "" {
		choices = append(choices, tally.Aside)
	}
	for n, st := range s.Round.Stacks {
		out[n] = make([]Ballot, rapid.IntRange(1, most).Draw(t, "sheets"))
		for i := range out[n] {
			if rapid.IntRange(0, 7).Draw(t, "void") == 0 {
				out[n][i].Void = pick(t, "reason", s.Plan.Sheets.Reasons())
				continue
			}
			for range st.Tallies {
				out[n][i].Marks = append(out[n][i].Marks, rapid.SampledFrom(choices).Draw(t, "mark"))
			}
		}
	}
	return out
}

// piles is the true rows of the stack at index n.
func (p paper) piles(s State, n int) []Pile {
	grades := len(s.Plan.Rule.Scale)
	rows := make([]Pile, 1+len(s.Round.Stacks[n].Tallies))
	rows[0].Numbers = make([]int, len(s.Plan.Sheets.Voids))
	for i := range rows[1:] {
		rows[i+1] = Pile{Row: i + 1, Numbers: make([]int, grades)}
		if s.Plan.Rule.Aside != "" {
			rows[i+1].Numbers = append(rows[i+1].Numbers, 0)
		}
	}
	for _, b := range p[n] {
		if b.Void > 0 {
			rows[0].Numbers[b.Void-1]++
		}
		for i, m := range b.Marks {
			switch row := &rows[i+1]; m {
			case tally.Blank:
				row.Blank++
			case tally.Spoiled:
				row.Spoiled++
			case tally.Aside:
				row.Numbers[grades]++
			default:
				row.Numbers[m-1]++
			}
		}
	}
	return rows
}

// before is a meeting whose sheets are all back.
func (p paper) before(t testing.TB, plan string) State {
	s := play(t, plan)
	most := 0
	for n := range p {
		most = max(most, len(p[n]))
	}
	classes := s.Plan.Voters
	if len(classes) == 0 || len(s.Plan.Rule.Classes) == 0 {
		s, _ = give(t, s, CountHeads{Expected: most, Present: most})
		classes = nil
	}
	for _, c := range classes {
		s, _ = give(t, s, CountHeads{Class: c.ID, Expected: most, Present: most})
	}
	for n := range p {
		class, subject := s.StackIDs(n)
		s, _ = give(t, s, IssueSheets{Sheets: len(p[n]), Class: class, Subject: subject})
	}
	for n := range p {
		class, subject := s.StackIDs(n)
		s, _ = give(t, s, CollectSheets{Sheets: len(p[n]), Class: class, Subject: subject})
	}
	return s
}

// bySheets is s with the stack at index n read sheet by sheet.
func (p paper) bySheets(t testing.TB, s State, n int) State {
	class, subject := s.StackIDs(n)
	for rest := p[n]; len(rest) > 0; {
		s, _ = give(t, s, OpenBundle{Class: class, Subject: subject, By: "张三"})
		size := min(s.Size(n), len(rest))
		for _, b := range rest[:size] {
			if b.Void > 0 {
				s, _ = give(t, s, VoidBallot{b.Void})
			} else {
				s, _ = give(t, s, EnterBallot{b.Marks})
			}
		}
		s, _ = give(t, s, CloseBundle{size})
		rest = rest[size:]
	}
	return s
}

// byPiles is s with the stack at index n counted by piles, once or twice.
func (p paper) byPiles(t testing.TB, s State, n int, again bool) State {
	class, subject := s.StackIDs(n)
	s, _ = give(t, s, OpenPiles{Class: class, Subject: subject, By: "张三"})
	for _, row := range p.piles(s, n) {
		s, _ = give(t, s, CountPile{row})
	}
	s, _ = give(t, s, ClosePiles{len(p[n])})
	if !again {
		return s
	}
	s, _ = give(t, s, OpenPiles{Class: class, Subject: subject, By: "李四", Again: true})
	for _, row := range slices.Backward(p.piles(s, n)) {
		s, _ = give(t, s, CountPile{row})
	}
	s, _ = give(t, s, ClosePiles{len(p[n])})
	return s
}

// The same paper counted by piles and sheet by sheet comes to the same.
func TestPilesSayWhatSheetsSay(t *testing.T) {
	for _, plan := range []string{"genhe-2023", "five", "piles", "each", "every", "weighted", "items", "mean", "sources", "composite"} {
		t.Run(plan, func(t *testing.T) {
			opened := play(t, plan)
			rapid.Check(t, func(rt *rapid.T) {
				p := somePaper(rt, opened, 12)
				sheets := p.before(t, plan)
				piles := sheets
				for n := range p {
					sheets = p.bySheets(t, sheets, n)
					switch rapid.IntRange(0, 2).Draw(rt, "way") {
					case 0:
						piles = p.byPiles(t, piles, n, false)
					case 1:
						piles = p.byPiles(t, piles, n, true)
					default:
						piles = p.bySheets(t, piles, n) // each stack in its own way
					}
				}
				alike(t, sheets, piles)
				if len(piles.UncheckedPiles()) == 0 && len(piles.Unchecked()) == 0 {
					give(t, piles, CloseCount{By: "王某某"})
				}
			})
		})
	}
}

// alike holds everything that follows from one count against another.
func alike(t *testing.T, a, b State) {
	t.Helper()
	same := func(what string, x, y any) {
		t.Helper()
		if !reflect.DeepEqual(x, y) {
			t.Fatalf("%s:\n%+v\n%+v", what, x, y)
		}
	}
	same("counts", a.Round.Counts, b.Round.Counts)
	same("turnout", a.Turnout(), b.Turnout())
	same("voids", a.Round.Voids, b.Round.Voids)
	same("closing", a.Custody().Closes(), b.Custody().Closes())
	for n := range a.Round.Stacks {
		same("tallies", a.Round.Stacks[n].Tallies, b.Round.Stacks[n].Tallies)
		same("read", a.Round.ReadOf(n), b.Round.ReadOf(n))
	}
	for i := range a.Plan.Subjects {
		same("poll", a.Poll(i), b.Poll(i))
		same("verdict", a.Verdict(i), b.Verdict(i))
		same("left", a.Left(i), b.Left(i))
	}
	same("quotas", a.Quotas(), b.Quotas())
}

// Nothing counts while piles are counted, and two counts that grew from one state
// do not disturb each other.
func TestPilesUnderWayCountNothing(t *testing.T) {
	s := play(t, "piles", "attend expected=9 present=9", "issue 9", "collect 9")
	before := s
	for _, line := range []string{`piles by="张三"`, "pile 0 1 0", "pile 1 8 0 0 0 0"} {
		o, err := State{}.Parse(line)
		must(t, err)
		s, _ = give(t, s, o)
		alike(t, before, s)
	}
	from := written(s)
	one, _ := give(t, s, CountPile{Pile{Row: 2, Numbers: []int{8, 0, 0, 0, 0}}})
	kept := written(one)
	two, _ := give(t, s, CountPile{Pile{Row: 2, Numbers: []int{7, 1, 0, 0, 0}}})
	one, _ = give(t, one, ClosePiles{9})
	closed := written(one)
	two, _ = give(t, two, ClosePiles{9})
	if written(s) != from || written(one) != closed || kept == closed || reflect.DeepEqual(one.Round.Counts, two.Round.Counts) {
		t.Error("one count changed another")
	}
	withdrawn, _ := give(t, one, WithdrawPiles{Reason: "重新计数"})
	alike(t, before, withdrawn)
	if written(one) != closed {
		t.Error("a count changed when it was withdrawn")
	}
}

// Whoever gave an order may use its list again.
func TestADeedOwnsItsNumbers(t *testing.T) {
	s := play(t, "piles", "attend expected=9 present=9", "issue 9", "collect 9", `piles by="张三"`)
	list := []int{8, 0, 0, 0, 0}
	s, _ = give(t, s, CountPile{Pile{Row: 2, Numbers: list}})
	before := written(s)
	list[0] = 4
	if written(s) != before {
		t.Error("a pile changed after it was counted")
	}
}

// briefPiles is what was counted by piles, and how far a count of them is.
func briefPiles(s State) string {
	var b strings.Builder
	for n, st := range s.Round.Stacks {
		if st.ByPiles() {
			p := st.Piles
			fmt.Fprintf(&b, "    | stack %d by piles: %d sheets, by %s, checked %q by %q, %d differed, %d ruled\n",
				n, p.Sheets, p.By, p.Checked, p.CheckedBy, p.Differed, p.Ruled)
		}
	}
	if c := s.Round.Piling; c.Under() {
		side, row := c.Wants()
		due, known := s.PileDue()
		fmt.Fprintf(&b, "    | piles of stack %d, %s by %s: row %d waits, %q wants row %d, disputed %d, due %d %v, differing %s\n",
			c.Stack, c.Side, c.By, c.Waits(), side, row, c.Disputed(), due, known, c.list())
	}
	return b.String()
}
