package meeting

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// meetings are the plans of random meetings: the plain one, and one in which all
// that tells sheets apart comes together; and those in which only some of it does.
var meetings = []string{"five", "five", "every", "every", "weighted", "items", "sources"}

func openings(t testing.TB) []Order {
	var out []Order
	for _, name := range meetings {
		out = append(out, OpenSession{PlanName: name, PlanText: planText(t, name)})
	}
	return out
}

// likely are orders that a meeting of these plans may well take, so that a random
// script comes far; any number and text may still be wrong.
func likely(s State) *rapid.Generator[Order] {
	mark := rapid.SampledFrom([]tally.Mark{1, 1, 1, 1, 2, 2, 2, 3, 4, 8, 9, 9, 5, 7, 7, 0, 255})
	return rapid.Custom(func(t *rapid.T) Order {
		small := rapid.IntRange(-1, 9)
		number := func() int { return small.Draw(t, "number") }
		reason := rapid.SampledFrom([]string{"", "理由", "反\u202e向"}).Draw(t, "reason")
		subject := rapid.SampledFrom([]string{"s1", "s2", "s3", "s4", "s5", "s5", "s9"}).Draw(t, "subject")
		rows := rowsDue(s)
		marks := rapid.SliceOfN(mark, rows, rows).Draw(t, "marks")
		class, of := someStack(t, s)
		due := len(s.Round.Bundle.Ballots) // what the hand would count
		switch rapid.IntRange(0, 33).Draw(t, "order") {
		case 0, 1:
			return CountHeads{rapid.SampledFrom([]string{"", "", "member", "guests", "a", "b"}).Draw(t, "class"), 9, number(), Witness{}}
		case 2, 3:
			return IssueSheets{Sheets: number(), Reason: reason, Class: class, Subject: of}
		case 4, 5:
			return CollectSheets{Sheets: number(), Class: class, Subject: of}
		case 6, 7, 8:
			return OpenBundle{Class: class, Subject: of}
		case 9, 10, 11, 12, 13:
			return EnterBallot{marks}
		case 14:
			return VoidBallot{rapid.IntRange(0, 3).Draw(t, "void")}
		case 15:
			return SetAside{}
		case 16:
			return Settle{Place: number(), Marks: marks, Void: rapid.IntRange(-1, 3).Draw(t, "void")}
		case 17:
			return Settle{Place: s.Round.Bundle.FirstDoubtful(), Marks: marks}
		case 18:
			return TakeBack{}
		case 19, 20:
			return CloseBundle{due}
		case 21, 22:
			return CloseCount{By: "王某某"}
		case 23:
			return RecordFact{subject, "failure", "通报"}
		case 24:
			return WithdrawFact{subject, "failure", reason}
		case 25, 26:
			return DecideGrade{subject, rapid.SampledFrom([]string{"好", "较好", "差", "优"}).Draw(t, "grade"), reason}
		case 27:
			return Seal{}
		case 28, 29:
			source := rapid.SampledFrom([]string{"vote", "visit", "yearly", "yearly", "rumour"}).Draw(t, "source")
			grade := rapid.SampledFrom([]string{"", "好", "优秀", "称职"}).Draw(t, "grade")
			return AssessSubject{subject, source, grade, rapid.SampledFrom([]string{"", "88.5", "101"}).Draw(t, "score"), reason}
		case 30:
			return WriteOpinion{subject, reason, ""}
		case 31, 32:
			return likelyPiles(t, s, class, of)
		default:
			return someStep(t, s, reason)
		}
	})
}

// rowsDue is how many marks the next sheet has.
func rowsDue(s State) int {
	if !s.Opened {
		return 5
	}
	return len(s.Round.Stacks[s.Round.Bundle.Stack].Tallies)
}

// someStack names a stack, now and then one that is not.
func someStack(t *rapid.T, s State) (class, subject string) {
	if !s.Opened || rapid.IntRange(0, 9).Draw(t, "stray") == 0 {
		return rapid.SampledFrom([]string{"", "a", "c"}).Draw(t, "class"), rapid.SampledFrom([]string{"", "s2", "s9"}).Draw(t, "of")
	}
	return s.StackIDs(rapid.IntRange(0, len(s.Round.Stacks)-1).Draw(t, "stack"))
}

// someStep is an order of the agenda and its clock.
func someStep(t *rapid.T, s State, reason string) Order {
	item := "report:s9"
	if len(s.Agenda) > 0 {
		item = s.Agenda[rapid.IntRange(0, len(s.Agenda)-1).Draw(t, "item")].ID
		if n := s.Next(); n >= 0 && rapid.Bool().Draw(t, "next") {
			item = s.Agenda[n].ID
		}
	}
	return rapid.SampledFrom([]Order{
		StartItem{item}, FinishItem{}, SkipItem{item, reason}, PauseClock{}, ResumeClock{},
		AddTime{3}, AddTime{-300}, NoteReview{"s1", reason}, NoteSpeech{reason},
	}).Draw(t, "step")
}

// onward is mostly what a meeting would do next, so that it comes to its end, now
// and then what it might, and sometimes anything.
func onward(t *rapid.T, s State) Order {
	switch n := rapid.IntRange(0, 9).Draw(t, "sense"); {
	case n == 0:
		return anyLine().Draw(t, "any")
	case n <= 2:
		return likely(s).Draw(t, "likely")
	default:
		return sensible(t, s)
	}
}

func sensible(t *rapid.T, s State) Order {
	r := s.Round
	for _, c := range s.Plan.Rule.Classes {
		if i := s.class(c.ID); len(s.Heads.Classes) <= i {
			return CountHeads{c.ID, 9, rapid.IntRange(0, 4).Draw(t, "present"), Witness{}}
		}
	}
	if !s.Heads.Counted {
		return CountHeads{Expected: 9, Present: 8}
	}
	if o := nextPiles(t, s); o != nil {
		return o
	}
	switch b := r.Bundle; {
	case b.FirstDoubtful() > 0:
		return Settle{Place: b.FirstDoubtful(), Void: 1}
	case b.Open && (len(b.Ballots) == s.Plan.Sheets.Bundle || r.ReadOf(b.Stack) >= r.Stacks[b.Stack].Collected):
		return CloseBundle{len(b.Ballots)}
	case b.Open:
		marks := make([]tally.Mark, rowsDue(s))
		for i := range marks {
			marks[i] = rapid.SampledFrom([]tally.Mark{1, 1, 1, 2, 3}).Draw(t, "mark")
		}
		return EnterBallot{marks}
	}
	for n, st := range r.Stacks {
		class, subject := s.StackIDs(n)
		h, _ := s.HeadsOf(n)
		switch {
		case h.Present > 0 && (st.Issued == 0 || r.IsVoid()):
			return IssueSheets{Sheets: rapid.IntRange(1, h.Present).Draw(t, "issued"), Class: class, Subject: subject}
		case st.Issued > 0 && !st.HasCollected:
			return CollectSheets{Sheets: rapid.IntRange(0, st.Issued).Draw(t, "collected"), Class: class, Subject: subject}
		case r.ReadOf(n) < st.Collected && !s.bundled(n) && rapid.Bool().Draw(t, "piles"):
			return OpenPiles{class, subject, "张三", st.ByPiles()}
		case st.ByPiles() && st.Piles.Checked == "" && rapid.IntRange(0, 3).Draw(t, "again") > 0:
			return OpenPiles{class, subject, "李四", true}
		case r.ReadOf(n) < st.Collected:
			return OpenBundle{Class: class, Subject: subject}
		}
	}
	if !r.Closed {
		return CloseCount{By: "王某某"}
	}
	for i, d := range s.Decisions {
		if v := s.Verdict(i); d.Grade == 0 {
			return DecideGrade{s.Plan.Subjects[i].ID, s.Plan.Rule.Scale.Name(max(1, v.Suggested)), "理由"}
		}
	}
	return Seal{}
}

// A story is a random meeting: what was recorded and the state it came to.
type story struct {
	states []State // before the first event, and after each
	events []Event
}

func tell(t *rapid.T, opening Order) story {
	st := story{states: []State{{}}}
	now := noon
	give := func(o Order) {
		s := st.states[len(st.states)-1]
		now = now.Add(time.Duration(rapid.IntRange(-5, 60).Draw(t, "seconds")) * time.Second)
		events, err := Decide(s, Command{Who: Person{Role: "console"}, At: now, Order: o})
		if err != nil {
			if _, ok := err.(*Refusal); !ok || len(events) > 0 {
				t.Fatalf("%s: %v, %v", o.Line(), events, err)
			}
			return
		}
		for _, e := range events {
			s = Apply(s, e)
			st.states, st.events = append(st.states, s), append(st.events, e)
		}
		if err := closes(s); err != nil {
			t.Fatalf("after %s: %v", o.Line(), err)
		}
	}
	give(opening)
	for range rapid.IntRange(0, 80).Draw(t, "orders") {
		s := st.states[len(st.states)-1]
		give(onward(t, s))
	}
	return st
}

// Replaying the records gives the state that was shown, after each of them.
func TestReplayEqualsWhatWasShown(t *testing.T) {
	plans := openings(t)
	rapid.Check(t, func(t *rapid.T) {
		st := tell(t, rapid.SampledFrom(plans).Draw(t, "plan"))
		var again State
		for i, e := range st.events {
			kind, body := Encode(e.Deed)
			next, err := Follow(again, kind, body, e.Who, e.At)
			if err != nil {
				t.Fatalf("record %d, %s %s: %v", i+1, kind, body, err)
			}
			if again = next; !reflect.DeepEqual(again, st.states[i+1]) {
				t.Fatalf("after record %d, %s:\nreplayed %s\nshown    %s", i+1, kind, written(again), written(st.states[i+1]))
			}
		}
	})
}

// Apply leaves its argument alone, and so two states that grew from one do not
// disturb each other.
func TestApplyLeavesItsArgumentAlone(t *testing.T) {
	plans := openings(t)
	rapid.Check(t, func(t *rapid.T) {
		st := tell(t, rapid.SampledFrom(plans).Draw(t, "plan"))
		before := make([]string, len(st.states))
		for i, s := range st.states {
			before[i] = written(s)
		}
		at := rapid.IntRange(0, len(st.states)-1).Draw(t, "branch")
		branches := make([]State, 3)
		kept := make([]string, len(branches))
		for b := range branches {
			branches[b] = st.states[at]
			for range 12 {
				events, _ := Decide(branches[b], Command{At: noon, Order: onward(t, branches[b])})
				for _, e := range events {
					branches[b] = Apply(branches[b], e)
				}
			}
			kept[b] = written(branches[b])
		}
		for i, s := range st.states {
			if written(s) != before[i] {
				t.Fatalf("state %d was changed:\n%s\n%s", i, before[i], written(s))
			}
		}
		for b, s := range branches {
			if written(s) != kept[b] {
				t.Fatalf("branch %d was changed:\n%s\n%s", b, kept[b], written(s))
			}
		}
	})
}

// Lists that grow have room behind their end. Whatever grows from one state must
// not use it together.
func TestTwoStatesFromOne(t *testing.T) {
	sheet := func(a, b tally.Mark) Order { return EnterBallot{[]tally.Mark{a, b}} }
	fact := func(source string) Order { return RecordFact{"s1", "failure", source} }
	for _, c := range []struct {
		name      string
		grow      Order
		one, two  []Order
		growTimes int
	}{
		{"ballots", sheet(1, 1), []Order{sheet(2, 2)}, []Order{sheet(3, 3)}, 9},
		{"after a ballot is taken back", sheet(1, 1), []Order{TakeBack{}, sheet(2, 2)}, []Order{TakeBack{}, sheet(3, 3)}, 9},
		{"a ballot and a doubtful one", sheet(1, 1), []Order{SetAside{}}, []Order{VoidBallot{1}}, 9},
		{"facts", fact("x"), []Order{fact("y")}, []Order{fact("z")}, 9},
		{"a fact and none", fact("x"), []Order{WithdrawFact{"s1", "failure", "x"}}, []Order{fact("z")}, 9},
		{"rounds", CollectSheets{Sheets: 1}, []Order{CollectSheets{Sheets: 21}, IssueSheets{Sheets: 20}}, []Order{CollectSheets{Sheets: 22}, IssueSheets{Sheets: 19}}, 1},
	} {
		s := play(t, "genhe-2023", "attend expected=20 present=20", "issue 20", "collect 20", "bundle")
		for i := range c.growTimes {
			s, _ = give(t, s, c.grow)
			from := written(s)
			if i == 0 && c.growTimes > 1 {
				continue // nothing to take back to
			}
			one, two := s, s
			for _, o := range c.one {
				one, _ = give(t, one, o)
			}
			kept := written(one)
			for _, o := range c.two {
				two, _ = give(t, two, o)
			}
			if written(s) != from || written(one) != kept || written(two) == kept {
				t.Errorf("%s, after %d: one state changed another", c.name, i+1)
			}
		}
	}
}

// Whoever gave an order may use its list again.
func TestADeedOwnsItsMarks(t *testing.T) {
	s := play(t, "five", "attend expected=8 present=6", "issue 6", "collect 6", "bundle", "doubt")
	list := []tally.Mark{1, 1, 1, 1, 1}
	s, _ = give(t, s, EnterBallot{list})
	s, _ = give(t, s, Settle{Place: 1, Marks: list})
	before := written(s)
	list[0] = 4
	if written(s) != before {
		t.Error("a ballot changed after it was counted")
	}
}

// The order of sheets never matters to a tally, nor how they fall into bundles.
func TestOrderOfSheetsNeverMatters(t *testing.T) {
	base := play(t, "five", "attend expected=60 present=60", "issue 60", "collect 60")
	type total struct {
		Counts      []tally.Count
		Valid, Void int
		Voids       []int
		Verdicts    []tally.Verdict
		Custody     Custody
	}
	count := func(t *rapid.T, sheets []Order) total {
		s := base
		do := func(o Order) {
			events, err := Decide(s, Command{At: noon, Order: o})
			if err != nil {
				t.Fatal(err)
			}
			s = Apply(s, events[0])
		}
		for i, o := range sheets {
			if !s.Round.Bundle.Open {
				do(OpenBundle{})
			}
			do(o)
			n := len(s.Round.Bundle.Ballots)
			if n == s.Plan.Sheets.Bundle || i == len(sheets)-1 || rapid.IntRange(0, 3).Draw(t, "cut") == 0 {
				do(CloseBundle{n})
			}
		}
		out := total{s.Round.Counts, s.Round.Valid, s.Round.Void, s.Round.Voids, nil, s.Custody()}
		for i := range s.Plan.Subjects {
			out.Verdicts = append(out.Verdicts, s.Verdict(i))
		}
		return out
	}
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.SampledFrom([]tally.Mark{1, 2, 3, 4, 8, 9})
		sheet := rapid.Custom(func(t *rapid.T) Order {
			if rapid.IntRange(0, 6).Draw(t, "void") == 0 {
				return VoidBallot{rapid.IntRange(1, 2).Draw(t, "reason")}
			}
			return EnterBallot{rapid.SliceOfN(mark, 5, 5).Draw(t, "marks")}
		})
		sheets := rapid.SliceOfN(sheet, 1, 60).Draw(t, "sheets")
		shuffled := rapid.Permutation(sheets).Draw(t, "shuffled")
		if a, b := count(t, sheets), count(t, shuffled); !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v\n%+v", a, b)
		}
	})
}

// Nor does it matter which stack is read first, or whether they take turns.
func TestOrderOfStacksNeverMatters(t *testing.T) {
	base := play(t, "every", "attend class=a expected=9 present=9", "attend class=b expected=9 present=9",
		"issue 9 class=a subject=s1", "issue 9 class=b subject=s1", "issue 9 class=a subject=s2", "issue 9 class=b subject=s2",
		"collect 9 class=a subject=s1", "collect 9 class=b subject=s1", "collect 9 class=a subject=s2", "collect 9 class=b subject=s2")
	type sheet struct {
		stack int
		marks []tally.Mark
	}
	count := func(sheets []sheet) State {
		s := base
		for _, x := range sheets {
			class, subject := s.StackIDs(x.stack)
			for _, o := range []Order{OpenBundle{Class: class, Subject: subject}, EnterBallot{x.marks}, CloseBundle{1}} {
				events, err := Decide(s, Command{At: noon, Order: o})
				if err != nil {
					t.Fatal(err)
				}
				s = Apply(s, events[0])
			}
		}
		s.Round.Bundles = Bundles{}
		return s
	}
	rapid.Check(t, func(t *rapid.T) {
		sheets := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sheet {
			mark := rapid.SampledFrom([]tally.Mark{1, 2, 3, 4, 7, 8, 9})
			return sheet{rapid.IntRange(0, 3).Draw(t, "stack"), rapid.SliceOfN(mark, 3, 3).Draw(t, "marks")}
		}), 1, 9).Draw(t, "sheets")
		s, again := count(sheets), count(rapid.Permutation(sheets).Draw(t, "shuffled"))
		s.Round.Bundle, again.Round.Bundle = Bundle{}, Bundle{}
		if written(s) != written(again) {
			t.Fatalf("%s\n%s", written(s), written(again))
		}
	})
}

// Deeds that no order led to either fit or are refused; what they lead to can
// be looked at, whatever it is.
func TestReplayIsNeverUpset(t *testing.T) {
	opened := []State{play(t, "five"), play(t, "every"), play(t, "weighted")}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(opened).Draw(t, "plan")
		for range rapid.IntRange(1, 60).Draw(t, "records") {
			d := anyDeed(t, s)
			kind, body := Encode(d)
			who, at := Person{Role: "x"}, noon
			if _, ok := d.(anonymous); ok {
				who, at = Person{}, time.Time{}
			}
			next, err := Follow(s, kind, body, who, at)
			if err == nil {
				s = next
			}
			brief(s, noon)
			for _, st := range s.Round.Stacks {
				for _, c := range st.Tallies {
					if c.Rows() != st.Valid {
						t.Fatalf("after %s %s: %s", kind, body, written(s))
					}
				}
			}
		}
	})
}

// anyDeed is a deed with any values, near to what would fit.
func anyDeed(t *rapid.T, s State) Deed {
	n := func() int { return rapid.IntRange(-1, 4).Draw(t, "number") }
	w := func() string {
		return rapid.SampledFrom([]string{"", "s1", "s5", "report:s1", "review:s5", "evaluation", "member", "a", "b", "优秀", "failure", "empty", "好", "差", "x"}).Draw(t, "word")
	}
	rows := rowsDue(s)
	m := rapid.SliceOfN(rapid.SampledFrom([]tally.Mark{1, 2, 3, 4, 5, 7, 8, 9}), max(0, rows-1), rows+1).Draw(t, "marks")
	c, r := s.Custody(), s.Round
	class, of := someStack(t, s)
	switch rapid.IntRange(0, 31).Draw(t, "deed") {
	case 0:
		return HeadsCounted{w(), n(), n(), Witness{}}
	case 1:
		return RoundOpened{r.Number + n()}
	case 2:
		return RuleSealed{ruleDigest(s)}
	case 3:
		return SheetsIssued{Sheets: n(), Reason: w(), Class: class, Subject: of}
	case 4:
		return SheetsCollected{Sheets: n(), Class: class, Subject: of}
	case 5:
		return RoundVoided{n(), n(), n(), class, of}
	case 6, 7:
		return BundleOpened{Bundle: r.Bundle.Number + 1, Class: class, Subject: of, By: w()}
	case 8:
		return BundleClosed{r.Bundle.Number, len(r.Bundle.Ballots)}
	case 9:
		return CountClosed{w(), w(), c.Issued, c.Collected, c.Valid, c.Void, s.closedStacks()}
	case 10, 11, 12:
		return BallotEntered{m}
	case 13:
		return BallotVoided{w()}
	case 14:
		return BallotSetAside{}
	case 15:
		return BallotSettled{n(), m, "", w()}
	case 16:
		return BallotSettled{n(), nil, w(), w()}
	case 17, 18:
		return BallotTakenBack{}
	case 19:
		return FactRecorded{w(), w(), w()}
	case 20:
		return FactWithdrawn{w(), w(), w()}
	case 21:
		return GradeDecided{w(), w(), w()}
	case 22:
		return SessionSealed{Round: n(), RuleSHA256: r.RuleSHA256}
	case 25:
		return SubjectAssessed{w(), rapid.SampledFrom([]string{"vote", "visit", "yearly"}).Draw(t, "source"), w(), "", w()}
	case 26:
		return OpinionWritten{w(), w(), w()}
	case 23:
		return rapid.SampledFrom([]Deed{ItemStarted{w()}, ItemFinished{w()}, ItemSkipped{w(), w()}}).Draw(t, "step")
	case 24:
		return rapid.SampledFrom([]Deed{ClockPaused{w()}, ClockResumed{w()}, TimeAdded{w(), n()}}).Draw(t, "clock")
	case 29, 30, 31:
		return anyPileDeed(t, s, class, of)
	default:
		return rapid.SampledFrom([]Deed{ReviewNoted{w(), w()}, SpeechNoted{w()}, BallotSettled{n(), m, w(), ""}}).Draw(t, "note")
	}
}
