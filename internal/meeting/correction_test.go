package meeting

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// briefCorrections is every version before the last, what is sealed, and the
// comments; nothing where there is nothing of it.
func briefCorrections(s State) string {
	var b strings.Builder
	for i, v := range s.Versions {
		was := s.At(i + 1)
		fmt.Fprintf(&b, "    | version %d:", i+1)
		for n := range was.Decisions {
			fmt.Fprintf(&b, " %v %q;", was.Round.Counts[n].Grades[:len(s.Plan.Rule.Scale)], s.Plan.Rule.Scale.Name(was.Verdict(n).Suggested))
		}
		fmt.Fprintf(&b, " valid %d, void %d, present %d, sealed %v; then %s\n",
			was.Round.Valid, was.Round.Void, was.Heads.Present, was.IsSealed(), kindsOf(v.Changes))
	}
	if n := s.GradeSeals(); n > 1 || n > 0 && !s.IsSealed() {
		fmt.Fprintf(&b, "    | version %d, seals %d, sealed %v\n", s.Round.Version, n, s.IsSealed())
	}
	for i, seal := range s.Seals {
		if len(s.Seals) > 2 || len(s.Versions) > 0 {
			fmt.Fprintf(&b, "    | seal %d of %s: round %d, version %d, record %d, unread %v, %s\n", i+1, seal.Of, seal.Round, seal.Version, seal.Record, seal.Unread, kindsOf(seal.Changes))
		}
	}
	for i, why := range s.Exempt {
		if why != "" {
			fmt.Fprintf(&b, "    | %s is not graded: %s\n", s.Plan.Subjects[i].ID, why)
		}
	}
	for _, r := range s.Round.Recounts {
		fmt.Fprintf(&b, "    | counted anew: the %s stands, different in %v\n", r.Stands, r.Differs)
	}
	for _, c := range s.Comments {
		fmt.Fprintf(&b, "    | comment %q %q\n", c.Subject, c.Text)
	}
	return b.String()
}

// kindsOf is deeds by their kinds.
func kindsOf(list []Deed) string {
	var out []string
	for _, d := range list {
		out = append(out, d.Kind())
	}
	return strings.Join(out, " ")
}

// closedFive is a closed count of six sheets in two bundles.
func closedFive(t testing.TB) State {
	return play(t, "five", "attend expected=8 present=6", "issue 6", "collect 6",
		"bundle", "b 1 1 1 1 1", "b 1 1 1 1 2", "b 0 reason=1", "close-bundle 3",
		"bundle", "b 1 2 3 4 9", "b 1 1 1 1 8", "b 2 2 2 2 2", "close-bundle 3", `close-count by="王某某"`)
}

// sealedFive is that meeting with its grades sealed.
func sealedFive(t testing.TB) State {
	s := closedFive(t)
	for _, o := range decisions(s) {
		s, _ = give(t, s, o)
	}
	return s
}

// decisions are the orders that decide what is open and seal it.
func decisions(s State) []Order {
	var out []Order
	for i, sub := range s.Plan.Subjects {
		out = append(out, DecideGrade{sub.ID, s.Plan.Rule.Scale.Name(max(2, s.Verdict(i).Forced)), "理由"})
	}
	return append(out, Seal{})
}

// anyCorrection is a correction that may well be taken.
func anyCorrection(t *rapid.T, s State) Order {
	if rapid.IntRange(0, 5).Draw(t, "heads") == 0 {
		class := ""
		if n := len(s.Heads.Classes); n > 0 {
			class = s.Heads.Classes[rapid.IntRange(0, n-1).Draw(t, "class")].Class
		}
		return CorrectHeads{class, 9, rapid.IntRange(0, 9).Draw(t, "present"), pick(t, "leave", []*int{nil, nil, new(1)}), "王某某", "漏数"}
	}
	if n := slices.IndexFunc(s.Round.Stacks, Stack.ByPiles); n >= 0 && rapid.Bool().Draw(t, "piles") {
		return anyPileCorrection(t, s, n)
	}
	o := CorrectSheet{By: "王某某", Reason: "录错"}
	if n := s.Round.Bundles.Len(); n > 0 {
		o.Bundle = rapid.IntRange(1, n).Draw(t, "bundle")
	}
	rows := 1
	if o.Bundle > 0 {
		b := s.Round.Bundles.At(o.Bundle)
		o.Sheet, rows = rapid.IntRange(0, b.Sheets()).Draw(t, "sheet"), len(s.Round.Stacks[b.Stack].Tallies)
	}
	if rapid.IntRange(0, 4).Draw(t, "voided") == 0 {
		o.Void = rapid.IntRange(1, 2).Draw(t, "void")
		return o
	}
	o.Marks = rapid.SliceOfN(rapid.SampledFrom([]tally.Mark{1, 1, 2, 3, 4, 9}), rows, rows).Draw(t, "marks")
	return o
}

// anyPileCorrection moves a sheet from one pile of a row to another, and now and
// then from the void ones into each row.
func anyPileCorrection(t *rapid.T, s State, n int) Order {
	class, subject := s.StackIDs(n)
	o := CorrectPiles{Class: class, Subject: subject, By: "王某某", Reason: "数错"}
	rows := s.Round.Stacks[n].Piles.Rows
	grade := func(p Pile) int { return rapid.IntRange(0, len(p.Numbers)-1).Draw(t, "pile") }
	if rapid.IntRange(0, 2).Draw(t, "voided") == 0 {
		by := pick(t, "by", []int{-1, 1})
		for _, p := range rows {
			p = p.owned()
			if p.Row == 0 {
				p.Numbers[grade(p)] -= by
			} else {
				p.Numbers[grade(p)] += by
			}
			o.Rows = append(o.Rows, p)
		}
		return o
	}
	p := rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")].owned()
	p.Numbers[grade(p)]--
	p.Numbers[grade(p)]++
	if p.Row > 0 && rapid.IntRange(0, 3).Draw(t, "blank") == 0 {
		p.Numbers[grade(p)]--
		p.Blank++
	}
	o.Rows = []Pile{p}
	return o
}

// After any corrections, decisions and seals the sums close, the counts are a plain
// recount of the sheets, every earlier version is as it was, and the records lead
// to the same state.
func TestCorrectionsLaw(t *testing.T) {
	starts := map[string]State{
		"five": closedFive(t),
		"every": play(t, "every", "attend class=a expected=3 present=2", "attend class=b expected=1 present=1",
			"issue 1 class=a subject=s1", "collect 1 class=a subject=s1", "issue 1 class=b subject=s1", "collect 1 class=b subject=s1",
			"issue 1 class=a subject=s2", "collect 1 class=a subject=s2", "issue 1 class=b subject=s2", "collect 1 class=b subject=s2",
			"bundle class=a subject=s1", "b 1 1 1", "close-bundle 1", "bundle class=b subject=s1", "b 2 2 2", "close-bundle 1",
			"bundle class=a subject=s2", "b 0 reason=1", "close-bundle 1", "bundle class=b subject=s2", "b 9 1 1", "close-bundle 1",
			`close-count by="王某某"`),
		"piles": play(t, "every", "attend class=a expected=9 present=5", "attend class=b expected=1 present=0",
			"issue 5 class=a subject=s1", "collect 5 class=a subject=s1", `piles class=a subject=s1 by="张三"`,
			"pile 0 1 0", "pile 1 1 1 1 0 1", "pile 2 4 0 0 0 0", "pile 3 2 2 0 0 0", "close-piles 5",
			"issue 1 class=a subject=s2", "collect 1 class=a subject=s2", "bundle class=a subject=s2", "b 1 1 1", "close-bundle 1",
			`close-count by="王某某"`),
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range starts {
			if !yield(name) {
				return
			}
		}
	})
	corrections, reseals := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		start := starts[pick(t, "meeting", names)]
		s, again := start, start
		var kept []string // what stood at each version
		for range rapid.IntRange(1, 30).Draw(t, "orders") {
			var orders []Order
			switch n := rapid.IntRange(0, 6).Draw(t, "sense"); {
			case n < 3:
				orders = []Order{anyCorrection(t, s)}
			case n == 3:
				orders = []Order{onward(t, s)}
			case n == 4:
				orders = decisions(s)
			default:
				orders = []Order{sensible(t, s)} // decide, seal
			}
			for _, o := range orders {
				events, err := Decide(s, Command{Who: Person{Role: "console"}, At: noon, Order: o})
				if err != nil {
					continue
				}
				for _, e := range events {
					before := written(s)
					next := Apply(s, e)
					if written(s) != before {
						t.Fatalf("%s changed the state before it", e.Deed.Kind())
					}
					if len(next.Versions) < len(s.Versions) {
						kept = nil // a new vote
					}
					if len(next.Versions) > len(s.Versions) {
						corrections++
						was := s
						was.Versions = nil
						kept = append(kept, written(was))
					}
					if n := next.GradeSeals(); n > 1 && n > s.GradeSeals() {
						reseals++
					}
					s = next
					kind, body := Encode(e.Deed)
					if again, err = Follow(again, kind, body, e.Who, e.At); err != nil {
						t.Fatalf("%s %s: %v", kind, body, err)
					}
				}
				if err := closes(s); err != nil {
					t.Fatalf("after %#v: %v", o, err)
				}
			}
		}
		if !reflect.DeepEqual(s, again) {
			t.Fatalf("replayed:\n%s\nshown:\n%s", written(again), written(s))
		}
		if s.Round.Closed && s.Round.Version != len(kept)+1 || len(s.Versions) != len(kept) {
			t.Fatalf("version %d, %d kept, after %d corrections", s.Round.Version, len(s.Versions), len(kept))
		}
		for i, want := range kept {
			was := s.At(i + 1)
			if was.Round.Version != i+1 || len(was.Versions) != i {
				t.Fatalf("version %d is %d with %d before it", i+1, was.Round.Version, len(was.Versions))
			}
			if was.Versions = nil; written(was) != want {
				t.Fatalf("version %d changed:\n%s\nwas\n%s", i+1, written(was), want)
			}
		}
	})
	if corrections == 0 || reseals == 0 {
		t.Errorf("%d corrections and %d later seals were tried", corrections, reseals)
	}
}

// Records that no order led to, and that no correction is.
func TestCorrectionsThatDoNotFit(t *testing.T) {
	open := play(t, "five", "attend expected=8 present=6", "issue 6", "collect 6", "bundle", "b 1 1 1 1 1", "close-bundle 1")
	closed := closedFive(t)
	sealed := sealedFive(t)
	broken, _ := give(t, sealed, CorrectHeads{"", 9, 6, nil, "王某某", "漏数"})
	ones, twos := Reading{Marks: marks{1, 1, 1, 1, 1}}, Reading{Marks: marks{2, 2, 2, 2, 2}}
	rule := closed.Round.RuleSHA256
	for _, c := range []struct {
		what  string
		state State
		deed  Deed
	}{
		{"a correction before the count is closed", open, SheetCorrected{1, 1, ones, twos, "x", "x"}},
		{"of another sheet", closed, SheetCorrected{1, 2, ones, twos, "x", "x"}},
		{"of a bundle that is not", closed, SheetCorrected{3, 1, ones, twos, "x", "x"}},
		{"of a sheet that is not", closed, SheetCorrected{1, 4, ones, twos, "x", "x"}},
		{"of nothing", closed, SheetCorrected{1, 1, ones, ones, "x", "x"}},
		{"to nothing", closed, SheetCorrected{1, 1, ones, Reading{}, "x", "x"}},
		{"to two things", closed, SheetCorrected{1, 1, ones, Reading{marks{1, 1, 1, 1, 1}, "empty"}, "x", "x"}},
		{"to a reason that is not", closed, SheetCorrected{1, 1, ones, Reading{Void: "torn"}, "x", "x"}},
		{"from a void sheet that is valid", closed, SheetCorrected{1, 1, Reading{Void: "empty"}, twos, "x", "x"}},
		{"heads before the count is closed", open, HeadsCorrected{Was: Numbers{8, 6, 0}, Now: Numbers{8, 7, 0}}},
		{"heads that were not", closed, HeadsCorrected{Was: Numbers{8, 5, 0}, Now: Numbers{8, 7, 0}}},
		{"heads as they were", closed, HeadsCorrected{Was: Numbers{8, 6, 0}, Now: Numbers{8, 6, 0}}},
		{"heads below nothing", closed, HeadsCorrected{Was: Numbers{8, 6, 0}, Now: Numbers{8, -1, 0}}},
		{"heads of no class", closed, HeadsCorrected{Class: "a", Was: Numbers{8, 6, 0}, Now: Numbers{8, 7, 0}}},
		{"a grade behind a seal", sealed, GradeDecided{"s1", "好", ""}},
		{"a comment behind a seal", sealed, CommentsNoted{[]Comment{{"s1", "x"}}}},
		{"a comment behind a broken seal", broken, CommentsNoted{[]Comment{{"s1", "x"}}}},
		{"a fact behind a broken seal", broken, FactRecorded{"s1", "failure", "x"}},
		{"a seal that is not the next", broken, SessionSealed{1, rule, 2, 2}},
		{"a seal of an earlier version", broken, SessionSealed{1, rule, 0, 1}},
		{"a seal that names none before it", broken, SessionSealed{1, rule, 2, 0}},
		{"a first seal that names one before it", closed, SessionSealed{1, rule, 0, 1}},
		{"a first version that is told", closed, SessionSealed{1, rule, 1, 0}},
		{"no comments", closed, CommentsNoted{}},
		{"comments that are not sorted", closed, CommentsNoted{[]Comment{{"s1", "乙"}, {"s1", "丙"}}}},
		{"a comment on nobody", closed, CommentsNoted{[]Comment{{"s9", "x"}}}},
	} {
		e := Event{Deed: c.deed, At: noon}
		if _, ok := c.deed.(anonymous); ok {
			e = Event{Deed: c.deed}
		}
		before := written(c.state)
		if after, err := Replay(c.state, e); err == nil || written(after) != before {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	if _, err := Replay(broken, Event{Deed: SessionSealed{1, rule, 2, 1}, At: noon}); err != nil {
		t.Error(err)
	}
}

// Two states that grew from one correction do not disturb each other.
func TestTwoCorrectionsOfOneState(t *testing.T) {
	s := closedFive(t)
	for range 5 {
		s, _ = give(t, s, CorrectSheet{1, 1, []tally.Mark{2, 1, 1, 1, 1}, 0, "王某某", "录错"})
		from := written(s)
		one, _ := give(t, s, CorrectSheet{1, 1, []tally.Mark{3, 1, 1, 1, 1}, 0, "王某某", "录错"})
		kept := written(one)
		two, _ := give(t, s, CorrectSheet{2, 1, []tally.Mark{4, 4, 4, 4, 4}, 0, "王某某", "录错"})
		if written(s) != from || written(one) != kept || written(two) == kept {
			t.Fatal("one state changed another")
		}
		s, _ = give(t, s, CorrectSheet{1, 1, []tally.Mark{1, 1, 1, 1, 1}, 0, "王某某", "录错"})
	}
	if s.Round.Version != 11 || s.At(0).Round.Version != 11 || s.At(11).Round.Version != 11 || s.At(10).Round.Version != 10 {
		t.Error(s.Round.Version)
	}
}

// However comments are entered, the state is the same.
func TestNoOrderOfCommentsShows(t *testing.T) {
	base := closedFive(t)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Comment {
			return Comment{pick(t, "subject", []string{"", "s1", "s2"}), pick(t, "text", []string{"甲", "乙", "丙"})}
		}), 1, 8).Draw(t, "comments")
		enter := func(list []Comment) State {
			s := base
			for len(list) > 0 {
				n := rapid.IntRange(1, len(list)).Draw(t, "batch")
				own := slices.Clone(list[:n])
				events, err := Decide(s, Command{At: noon, Order: NoteComments{own}})
				if err != nil || !slices.Equal(own, list[:n]) {
					t.Fatalf("%v, %v became %v", err, list[:n], own)
				}
				if e := events[0]; !e.At.IsZero() || e.Who != (Person{}) {
					t.Fatalf("%+v says when or who", e)
				}
				s, list = Apply(s, events[0]), list[n:]
			}
			s.Records = 0 // which alone says in how many batches
			return s
		}
		if a, b := enter(list), enter(rapid.Permutation(list).Draw(t, "shuffled")); !reflect.DeepEqual(a, b) {
			t.Fatalf("%v\n%v", a.Comments, b.Comments)
		}
	})
}

// anyCorrected is a correction, a comment or a seal as it may stand in a record,
// near to what would fit.
func anyCorrected(t *rapid.T, s State) Deed {
	n := func() int { return rapid.IntRange(-1, 4).Draw(t, "number") }
	w := func() string { return rapid.SampledFrom([]string{"", "s1", "a", "empty", "x"}).Draw(t, "word") }
	reads := func() Reading {
		if rapid.Bool().Draw(t, "voided") {
			return Reading{Void: w()}
		}
		rows := rapid.SampledFrom([]int{0, 2, 3, 5}).Draw(t, "rows")
		return Reading{Marks: rapid.SliceOfN(rapid.SampledFrom([]tally.Mark{1, 2, 4, 5, 9}), rows, rows).Draw(t, "marks")}
	}
	rows := func() []Pile {
		var out []Pile
		for range rapid.IntRange(0, 3).Draw(t, "rows") {
			numbers := rapid.SliceOfN(rapid.IntRange(-1, 3), 0, 5).Draw(t, "numbers")
			out = append(out, Pile{n(), numbers, n(), n()})
		}
		return out
	}
	class, subject := someStack(t, s)
	switch rapid.IntRange(0, 6).Draw(t, "deed") {
	case 0:
		return SheetCorrected{n(), n(), reads(), reads(), w(), w()}
	case 1: // what stands there, and something else
		was, _ := s.sheet(1, 1)
		if was.Marks == nil && was.Void == 0 {
			return SheetCorrected{1, 1, Reading{}, reads(), w(), w()}
		}
		return SheetCorrected{1, 1, s.reads(was), reads(), w(), w()}
	case 2:
		return HeadsCorrected{w(), Numbers{s.Heads.Expected, s.Heads.Present, s.Heads.Leave}, Numbers{n(), n(), 0}, w(), w()}
	case 3:
		return PilesCorrected{class, subject, rows(), rows(), w(), w()}
	case 4:
		return CommentsNoted{[]Comment{{w(), w()}, {w(), w()}}}
	case 5:
		return s.sealing()
	default:
		return SessionSealed{Round: n(), RuleSHA256: s.Round.RuleSHA256, Version: n(), Supersedes: n()}
	}
}

// Deeds that no order led to either fit or are refused, at the start of a meeting,
// behind a closed count and behind a seal; what they lead to can be looked at.
func TestReplayIsNeverUpsetByCorrections(t *testing.T) {
	closed := closedFive(t)
	sealed := Apply(closed, Event{Deed: closed.sealing(), At: noon})
	piled := play(t, "piles", "attend expected=8 present=6", "issue 2", "collect 2", `piles by="张三"`,
		"pile 0 0 0", "pile 1 2 0 0 0 0", "pile 2 1 1 0 0 0", "close-piles 2")
	starts := []State{play(t, "five"), closed, sealed, piled, play(t, "every"),
		Apply(piled, Event{Deed: CountClosed{By: "x"}, At: noon})}
	taken := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(starts).Draw(t, "state")
		for range rapid.IntRange(1, 30).Draw(t, "records") {
			d := anyCorrected(t, s)
			if rapid.IntRange(0, 3).Draw(t, "other") == 0 {
				d = anyDeed(t, s)
			}
			kind, body := Encode(d)
			who, at := Person{Role: "x"}, noon
			if _, ok := d.(anonymous); ok {
				who, at = Person{}, time.Time{}
			}
			next, err := Follow(s, kind, body, who, at)
			if err != nil {
				continue
			}
			taken[kind]++
			s = next
			brief(s, noon)
			for v := range s.Versions {
				brief(s.At(v+1), noon)
			}
			for n := range s.Round.Stacks {
				s.Hides(n)
			}
		}
	})
	for _, kind := range []string{"sheet-corrected", "heads-corrected", "comments-noted", "session-sealed"} {
		if taken[kind] == 0 && !testing.Short() { // which tries too few
			t.Errorf("no %s was taken", kind)
		}
	}
}
