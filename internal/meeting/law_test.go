package meeting

import (
	"iter"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// meetings are the plans of random meetings: the plain one, and one in which all
// that tells sheets apart comes together; and those in which only some of it does.
var meetings = []string{"five", "every", "every", "weighted", "small", "items", "sources", "checked", "checked", "drawn", "piles"}

func openings(t testing.TB) []Order {
	var out []Order
	for _, name := range meetings {
		out = append(out, OpenSession{PlanName: name, PlanText: planText(t, name)})
	}
	return out
}

// even is a number from 0 to most, all equally likely; the ranges of rapid lean to
// the small ones, so that a long list of choices would never come to its end.
func even(t *rapid.T, most int, what string) int {
	return rapid.Custom(func(t *rapid.T) int {
		n := 0
		for range 10 {
			n *= 2
			if rapid.Bool().Draw(t, "bit") {
				n++
			}
		}
		return n * (most + 1) >> 10
	}).Draw(t, what)
}

// pick is one of a list, each equally likely.
func pick[T any](t *rapid.T, what string, list []T) T { return list[even(t, len(list)-1, what)] }

// likely are orders that a meeting of these plans may well take, so that a random
// script comes far; any number and text may still be wrong.
func likely(s State) *rapid.Generator[Order] {
	mark := rapid.SampledFrom([]tally.Mark{1, 1, 1, 1, 2, 2, 2, 3, 4, 8, 9, 9, 5, 7, 7, 0, 255})
	return rapid.Custom(func(t *rapid.T) Order {
		number := func() int { return even(t, 10, "number") - 1 }
		reason := pick(t, "reason", []string{"", "理由", "反\u202e向"})
		subject := pick(t, "subject", []string{"s1", "s2", "s3", "s4", "s5", "s5", "s9"})
		rows := rowsDue(s)
		marks := rapid.SliceOfN(mark, rows, rows).Draw(t, "marks")
		class, of := someStack(t, s)
		due := len(s.Round.Bundle.Ballots) // what the hand would count
		seen := pick(t, "seen", []Witness{{}, {"王某某", "当众清点"}})
		switch even(t, 59, "order") {
		case 0, 1:
			switch small := smallOnes(s); {
			case len(small) > 0 && even(t, 3, "settle") > 0:
				return SettleClass{pick(t, "small", small), pick(t, "with", []string{"", "a", "b", "c"}), "王某某"}
			case s.Plan.Sheets.FewestOf > 0 && even(t, 3, "few") > 0:
				return CountHeads{pick(t, "small", []string{"a", "b", "c"}), 9, 1 + even(t, 2, "there"), 0, seen}
			}
			return CountHeads{pick(t, "class", []string{"", "", "member", "guests", "a", "b", "c"}), 9, number(), max(0, number()-6), seen}
		case 2, 3:
			return IssueSheets{Sheets: number(), Printed: max(0, number()-6), Kept: max(0, number()-7), Reason: reason, Class: class, Subject: of, Witness: seen}
		case 4, 5:
			return CollectSheets{Sheets: number(), Class: class, Subject: of, Witness: seen}
		case 6, 7, 8:
			return OpenBundle{Class: class, Subject: of, By: pick(t, "by", []string{"", "张三"})}
		case 59:
			return HandBundle{s.Round.Bundles.Given(), pick(t, "by", []string{"", "赵六", "张三"}), ""}
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
			return CloseCount{"王某某", seen.Saw, pick(t, "stands", []Side{"", "", FirstEntry, SecondEntry}), reason}
		case 23:
			return RecordFact{subject, "failure", "通报"}
		case 24:
			return WithdrawFact{subject, "failure", reason}
		case 25, 26:
			return DecideGrade{subject, pick(t, "grade", []string{"好", "较好", "差", "优"}), reason}
		case 27:
			return Seal{}
		case 28, 29:
			source := pick(t, "source", []string{"vote", "visit", "yearly", "yearly", "rumour"})
			grade := pick(t, "grade", []string{"", "好", "优秀", "称职"})
			return AssessSubject{subject, source, grade, pick(t, "score", []string{"", "88.5", "101"}), reason}
		case 30:
			return WriteOpinion{subject, reason, ""}
		case 31, 32, 33, 34, 35, 36:
			return anyCheckOrder(t, s, marks)
		case 37, 38, 39:
			return likelyPiles(t, s, class, of)
		case 40:
			return anyCorrection(t, s)
		case 43, 44:
			return pick(t, "exempt", []Order{ExemptSubject{subject, reason}, RestoreSubject{subject, reason}})
		case 45, 46:
			return anyReopening(t, s, class, of, reason)
		case 42:
			return AnnounceResult{pick(t, "what", []Matter{Votes, Grades, Grades, ""})}
		case 41:
			return NoteComments{[]Comment{{subject, reason}, {"", "会议太长"}}}
		case 51, 52, 53, 54, 55, 56, 57, 58:
			return likelyYear(t, s, subject, reason)
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
	if !s.Opened || even(t, 9, "stray") == 0 {
		return pick(t, "class", []string{"", "a", "c"}), pick(t, "of", []string{"", "s2", "s9"})
	}
	return s.StackIDs(even(t, len(s.Round.Stacks)-1, "stack"))
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
	if slices.ContainsFunc(s.Steps, func(st Step) bool { return st.Paused }) && rapid.Bool().Draw(t, "resume") {
		return ResumeClock{}
	}
	for i, st := range s.Steps {
		if !st.Ended.IsZero() && s.Running() < 0 && even(t, 1, "back") == 0 {
			return pick(t, "back", []Order{ReopenItem{s.Agenda[i].ID, reason}, TakeBackEnd{}})
		}
	}
	if s.Opened && s.Running() >= 0 && even(t, 2, "runs") > 0 {
		return pick(t, "clock", []Order{FinishItem{}, PauseClock{}, AddTime{3}})
	}
	return pick(t, "step", []Order{
		Vouch{pick(t, "vouched", []string{"张三", "张3", "王某某"}), reason},
		NameOfficers{Place: reason, Scrutineers: []string{"王某某"}, Tellers: []string{pick(t, "teller", []string{"王某某", "张三"})}, Reason: reason},
		StartItem{Item: item}, FinishItem{}, SkipItem{item, reason}, PauseClock{}, ResumeClock{},
		AddTime{3}, AddTime{-300}, NoteReview{"s1", "", reason}, ReopenItem{item, reason}, TakeBackEnd{}, ChangeOrder{anyOrder(t, s), false}, NoteSpeech{reason},
	})
}

// anyOrder is an order of speaking, of everybody as a rule.
func anyOrder(t *rapid.T, s State) []string {
	var ids []string
	for _, it := range s.Agenda {
		if it.Subject >= 0 && !slices.Contains(ids, s.Plan.Subjects[it.Subject].ID) {
			ids = append(ids, s.Plan.Subjects[it.Subject].ID)
		}
	}
	if len(ids) == 0 {
		return []string{"s9"}
	}
	return rapid.Permutation(ids).Draw(t, "order")
}

// onward is mostly what a meeting would do next, so that it comes to its end, now
// and then what it might, and sometimes anything.
func onward(t *rapid.T, s State) Order {
	switch n := even(t, 9, "sense"); {
	case n == 0:
		return anyLine().Draw(t, "any")
	case n <= 2:
		return likely(s).Draw(t, "likely")
	case n == 3 && s.Opened && rapid.Bool().Draw(t, "agenda"):
		return someStep(t, s, "理由")
	default:
		return sensible(t, s)
	}
}

func sensible(t *rapid.T, s State) Order {
	r, seen := s.Round, Witness{"王某某", "当众清点"}
	for _, c := range s.Plan.Rule.Classes {
		if i := s.class(c.ID); len(s.Heads.Classes) <= i {
			return CountHeads{c.ID, 9, even(t, 5, "present"), even(t, 3, "leave"), seen}
		}
	}
	if !s.Heads.Counted {
		return CountHeads{Expected: 9, Present: 8, Witness: seen}
	}
	for _, next := range []func(*rapid.T, State) Order{nextCheck, nextPiles} {
		if o := next(t, s); o != nil {
			return o
		}
	}
	switch b := r.Bundle; {
	case b.FirstDoubtful() > 0:
		return Settle{Place: b.FirstDoubtful(), Void: 1}
	case b.Open && b.Gap() == 0 && (b.Keyed() == s.Size(b.Stack) || r.ReadOf(b.Stack) >= r.Stacks[b.Stack].Collected):
		return CloseBundle{len(b.Ballots)}
	case b.Gap() > 0 && r.ReadOf(b.Stack) >= r.Stacks[b.Stack].Collected:
		return TakeBack{}
	case len(b.Ballots) > 0 && even(t, 7, "slip") == 0:
		at := 1 + even(t, len(b.Ballots)-1, "at")
		return pick(t, "which", []Order{TakeBack{}, SetAside{}, VoidBallot{1}, MendSlip{at, false, ""}, MendSlip{at, true, ""}})
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
			return IssueSheets{Sheets: 1 + even(t, h.Present-1, "issued"), Class: class, Subject: subject, Witness: seen}
		case st.Issued > 0 && !st.HasCollected:
			return CollectSheets{Sheets: st.Issued - max(0, even(t, 5*st.Issued, "out")-4*st.Issued), Class: class, Subject: subject, Witness: seen}
		case r.ReadOf(n) == 0 && st.Collected > 0 && !s.bundled(n) && even(t, 2, "piles") == 0:
			return OpenPiles{Class: class, Subject: subject, By: "张三"}
		case st.ByPiles() && !r.Closed && even(t, 14, "withdrawn") == 0:
			return WithdrawPiles{class, subject, "理由"}
		case st.ByPiles() && !r.Closed && st.Piles.Checked == "" && (s.confirmed() != nil || even(t, 2, "again") == 0):
			return OpenPiles{Class: class, Subject: subject, By: "李四", Again: true}
		case r.ReadOf(n) < st.Collected:
			if o := someCheck(t, s); o != nil {
				return o
			}
			return OpenBundle{Class: class, Subject: subject, By: "张三"}
		}
	}
	if !r.Closed {
		if r.Reopened && even(t, 3, "withdrawn") == 0 {
			return WithdrawSheet{1 + even(t, r.Bundles.Len(), "bundle"), 1 + even(t, 2, "sheet"), seen.Saw, "理由"}
		}
		if o := someCheck(t, s); o != nil {
			return o
		}
		if len(s.RecountDiffers()) > 0 {
			return CloseCount{seen.By, seen.Saw, pick(t, "stands", []Side{FirstEntry, SecondEntry}), ""}
		}
		return CloseCount{By: seen.By, Saw: seen.Saw}
	}
	for i, d := range s.Decisions {
		if s.IsExempt(i) && even(t, 2, "restored") == 0 {
			return RestoreSubject{s.Plan.Subjects[i].ID, "已满半年"}
		}
		if s.IsExempt(i) {
			continue
		}
		if d.Grade == 0 && rapid.Bool().Draw(t, "beside") {
			return besideGrade(t, s, i)
		}
		if v := s.Verdict(i); d.Grade == 0 {
			return DecideGrade{s.Plan.Subjects[i].ID, s.Plan.Rule.Scale.Name(max(1, v.Suggested)), "理由"}
		}
	}
	return Seal{}
}

// besideGrade is what may be done between the count and the grade of the subject at
// index i.
func besideGrade(t *rapid.T, s State, i int) Order {
	id := s.Plan.Subjects[i].ID
	switch even(t, 8, "beside") {
	case 0:
		return RecordFact{id, "failure", "通报"}
	case 1:
		for about := range s.Facts[i] {
			return WithdrawFact{id, s.Facts[i][about].Kind, "理由"}
		}
		return WriteOpinion{id, "抓得实", ""}
	case 2:
		return AssessSubject{Subject: id, Source: pick(t, "source", []string{"visit", "yearly"}), Score: "88"}
	case 3:
		return NoteComments{[]Comment{{id, "要多下基层"}, {"", "会议太长"}}}
	case 4:
		return AnnounceResult{pick(t, "what", Matters)}
	case 5:
		class, of := s.StackIDs(even(t, len(s.Round.Stacks)-1, "stack"))
		return anyReopening(t, s, class, of, "理由")
	case 6:
		return pick(t, "exempt", []Order{ExemptSubject{id, "到任不久"}, RestoreSubject{id, "已满半年"}})
	default:
		return anyCorrection(t, s)
	}
}

// smallOnes are the classes that can be settled as small ones.
func smallOnes(s State) []string {
	var out []string
	for _, class := range []string{"a", "b", "c"} {
		if _, err := (SettleClass{Class: class, By: "王某某"}).decide(s); err == nil {
			out = append(out, class)
		}
	}
	return out
}

// anyReopening is an order by which a closed count is open again, and what follows.
func anyReopening(t *rapid.T, s State, class, of, reason string) Order {
	sheet := WithdrawSheet{1 + even(t, s.Round.Bundles.Len(), "bundle"), 1 + even(t, 2, "sheet"), "王某某", reason}
	return pick(t, "reopening", []Order{
		OpenBundle{Class: class, Subject: of, By: "张三", From: pick(t, "from", []string{"1/1", "1/2", "2/1"})},
		ReopenCount{"王某某", reason}, ReopenCount{"王某某", reason}, sheet, sheet, sheet, anyCorrection(t, s),
		RecountSheets{class, of, "王某某", reason}, RecountSheets{By: "王某某", Reason: reason}, VoidRound{"王某某", reason, nil},
		VoidRound{"王某某", reason, pick(t, "again", [][]string{{"s1"}, {"s2"}, {"s3", "s1"}})}, VoidRound{"王某某", reason, []string{"s2"}},
	})
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
				t.Fatalf("%#v: %v, %v", o, events, err)
			}
			return
		}
		for _, e := range events {
			s = Apply(s, e)
			st.states, st.events = append(st.states, s), append(st.events, e)
		}
		if err := closes(s); err != nil {
			t.Fatalf("after %#v: %v", o, err)
		}
	}
	give(opening)
	if len(st.events) > 0 && st.states[len(st.states)-1].Plan.Sheets.FewestOf > 0 {
		give(CountHeads{"a", 9, 2, 0, Witness{}})
		give(SettleClass{"a", pick(t, "with", []string{"", "b"}), pick(t, "by", []string{"", "王某某"})})
	}
	for range even(t, 250, "orders") {
		s := st.states[len(st.states)-1]
		give(onward(t, s))
	}
	return st
}

// earlier is the kinds that earlier versions recorded and no order does any more.
var earlier = map[string]bool{"sheet-corrected": true, "heads-corrected": true, "piles-corrected": true}

// Replaying the records gives the state that was shown, after each of them.
func TestReplayEqualsWhatWasShown(t *testing.T) {
	plans := openings(t)
	told := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		for range 12 {
			st := tell(t, pick(t, "plan", plans))
			var again State
			for i, e := range st.events {
				kind, body := Encode(e.Deed)
				told[kind]++
				next, err := Follow(again, kind, body, e.Who, e.At)
				if err != nil {
					t.Fatalf("record %d, %s %s: %v", i+1, kind, body, err)
				}
				if again = next; !reflect.DeepEqual(again, st.states[i+1]) {
					t.Fatalf("after record %d, %s:\nreplayed %s\nshown    %s", i+1, kind, written(again), written(st.states[i+1]))
				}
			}
		}
	})
	reaches(t, func(yield func(string) bool) {
		for kind := range kinds {
			if !earlier[kind] && !yield(kind) {
				return
			}
		}
	}, told, "no random meeting came to")
}

// Apply leaves its argument alone, and so two states that grew from one do not
// disturb each other.
func TestApplyLeavesItsArgumentAlone(t *testing.T) {
	plans := openings(t)
	rapid.Check(t, func(t *rapid.T) {
		st := tell(t, pick(t, "plan", plans))
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
			return sheet{even(t, 3, "stack"), rapid.SliceOfN(mark, 3, 3).Draw(t, "marks")}
		}), 1, 9).Draw(t, "sheets")
		s, again := count(sheets), count(rapid.Permutation(sheets).Draw(t, "shuffled"))
		s.Round.Bundle, again.Round.Bundle = Bundle{}, Bundle{}
		if written(s) != written(again) {
			t.Fatalf("%s\n%s", written(s), written(again))
		}
	})
}

// Deeds that no order led to either fit or are refused; what they lead to can
// be looked at and gone on from, whatever it is, and counts what its sheets say.
func TestReplayIsNeverUpset(t *testing.T) {
	opened := []State{play(t, "five"), play(t, "every"), play(t, "weighted"), play(t, "piles"), betweenBundles(t), betweenBundles(t), differing(t), betweenDraws(t), betweenDraws(t), betweenPiles(t), closedFive(t), ledgered(t)}
	fitting := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			s := pick(t, "meeting", opened)
			for range even(t, 200, "records") {
				s = upset(t, s, fitting)
			}
		}
	})
	reaches(t, slices.Values(checkKinds), fitting, "no deed fits of the kind")
	reaches(t, slices.Values(yearKinds), fitting, "no deed fits of the kind")
}

// upset is s after the records of an order, or after one that no order led to, if it
// fits.
func upset(t *rapid.T, s State, fitting map[string]int) State {
	if rapid.Bool().Draw(t, "ordered") {
		events, _ := Decide(s, Command{At: noon, Order: onward(t, s)})
		for _, e := range events {
			s = Apply(s, e)
		}
		return s
	}
	d := anyDeed(t, s)
	kind, body := Encode(d)
	who, at := Person{Role: "x"}, noon
	if _, ok := d.(anonymous); ok {
		who, at = Person{}, time.Time{}
	}
	next, err := Follow(s, kind, body, who, at)
	if err != nil {
		return s
	}
	fitting[kind]++
	if err := recounts(next); err != nil {
		t.Fatalf("after %s %s: %v", kind, body, err)
	}
	brief(next, noon)
	return next
}

// betweenBundles is a meeting in which three bundles were closed, of which one is
// being keyed again.
func betweenBundles(t testing.TB) State {
	return play(t, "five", "attend expected=20 present=20", "issue 20", "collect 20",
		`bundle by="张三"`, "b 1 1 1 1 1", "b 0 reason=1", "b 2 2 2 2 2", "close-bundle 3",
		`bundle by="张三"`, "b 1 1 1 1 1", "b 1 2 1 2 1", "close-bundle 2",
		`bundle`, "b 9 8 1 1 1", "close-bundle 1", `second 1 by="李四"`, "b 1 1 1 1 1")
}

// differing is a meeting in which a second entry ended and differs.
func differing(t testing.TB) State {
	s := betweenBundles(t)
	for _, o := range []Order{VoidBallot{2}, EnterBallot{[]tally.Mark{1, 2, 2, 2, 2}}, CloseSecond{3}} {
		s, _ = give(t, s, o)
	}
	return s
}

// betweenPiles is a meeting in which one stack was counted by piles, and is being
// counted so again.
func betweenPiles(t testing.TB) State {
	return play(t, "every", "attend class=a expected=9 present=5", "attend class=b expected=9 present=5",
		"issue 3 class=a subject=s1", "collect 3 class=a subject=s1", "issue 3 class=b subject=s1", "collect 3 class=b subject=s1",
		`piles class=a subject=s1 by="张三"`, "pile 0 1 0", "pile 1 1 1 0 0 0", "pile 2 2 0 0 0 0", "pile 3 0 1 0 0 0 blank=1", "close-piles 3",
		`piles-again class=a subject=s1 by="李四"`, "pile 0 1 0", "pile 1 2 0 0 0 0", "pile 2 2 0 0 0 0", "pile 3 0 1 0 0 0 blank=1")
}

// betweenDraws is a meeting in which a spot check ended and differs.
func betweenDraws(t testing.TB) State {
	return play(t, "five", "attend expected=20 present=20", "issue 20", "collect 20",
		`bundle by="张三"`, "b 1 1 1 1 1", "b 0 reason=1", "b 2 2 2 2 2", "close-bundle 3",
		`spot 1 by="张三" dice=31415`, "b 1 1 1 1 2", "b 0 reason=1", "doubt", "close-second 3")
}

// reaches fails for each of the kinds of record that was never come to. With
// -short too few meetings are drawn for that to be promised.
func reaches(t *testing.T, list iter.Seq[string], reached map[string]int, complaint string) {
	t.Logf("%v", reached)
	if testing.Short() {
		return
	}
	for kind := range list {
		if reached[kind] == 0 {
			t.Errorf("%s %s: %v", complaint, kind, reached)
		}
	}
}

// anyDeed is a deed with any values, near to what would fit.
func anyDeed(t *rapid.T, s State) Deed {
	n := func() int { return even(t, 5, "number") - 1 }
	w := func() string {
		return pick(t, "word", []string{"", "s1", "s5", "report:s1", "review:s5", "evaluation", "member", "a", "b", "优秀", "failure", "empty", "好", "差", "x"})
	}
	rows := rowsDue(s)
	if even(t, 9, "rows") == 0 {
		rows += pick(t, "more", []int{-1, 1})
	}
	m := rapid.SliceOfN(rapid.SampledFrom([]tally.Mark{1, 2, 3, 4, 8, 9, 5, 7}), max(0, rows), max(0, rows)).Draw(t, "marks")
	c, r := s.Custody(), s.Round
	class, of := someStack(t, s)
	if even(t, 2, "in hand") > 0 {
		switch {
		case r.Check.Under():
			return anyCheckDeed(t, s, m, w())
		case r.Piling.Under():
			return anyPileDeed(t, s, class, of)
		case r.Closed && rapid.Bool().Draw(t, "correct"):
			return anyCorrectionDeed(t, s, w())
		}
	}
	switch even(t, 44, "deed") {
	case 0:
		return HeadsCounted{w(), n(), n(), 0, Witness{}}
	case 1:
		return RoundOpened{r.Number + max(0, n()-3)}
	case 2:
		return RuleSealed{ruleDigest(s)}
	case 3:
		return SheetsIssued{Sheets: n(), Reason: w(), Class: class, Subject: of}
	case 4:
		return SheetsCollected{Sheets: n(), Class: class, Subject: of}
	case 5:
		return RoundVoided{max(0, n()-3) * r.Number, n(), n(), class, of}
	case 6, 7:
		return BundleOpened{Bundle: r.Bundle.Number + 1, Class: class, Subject: of, By: w()}
	case 8, 27:
		return BundleClosed{r.Bundle.Number, len(r.Bundle.Ballots)}
	case 9:
		return CountClosed{w(), w(), c.Issued, c.Collected, c.Valid, c.Void, s.closedStacks(), ""}
	case 10, 11, 12:
		return BallotEntered{Marks: m}
	case 13:
		return BallotVoided{Reason: w()}
	case 14:
		return BallotSetAside{}
	case 15:
		return BallotSettled{max(n(), r.Bundle.FirstDoubtful()), m, "", w(), 0}
	case 16:
		return BallotSettled{max(n(), r.Bundle.FirstDoubtful()), nil, "empty", w(), 0}
	case 17, 18:
		return BallotTakenBack{}
	case 19:
		return FactRecorded{w(), w(), w()}
	case 20:
		return FactWithdrawn{w(), w(), w()}
	case 21:
		return GradeDecided{w(), w(), w()}
	case 22:
		d := s.sealing()
		d.Round += max(0, n()-3)
		return d
	case 40:
		return ResultAnnounced{pick(t, "what", []Matter{Votes, Grades, ""}), r.Number, r.Version + max(0, n()-3)}
	case 28:
		return pick(t, "exempt", []Deed{ClassSettled{"a", "b", n(), n(), w()}, SubjectExempted{w(), w()}, SubjectRestored{w(), w()}})
	case 29, 41:
		return anyReopeningDeed(t, s, w(), class, of)
	case 25:
		return SubjectAssessed{w(), pick(t, "source", []string{"vote", "visit", "yearly"}), w(), "", w()}
	case 26:
		return OpinionWritten{w(), w(), w()}
	case 23:
		return pick(t, "step", []Deed{ItemStarted{w(), w()}, ItemFinished{w()}, ItemSkipped{w(), w()}, ItemReopened{w(), w()}, EndTakenBack{w()}, OrderSet{[]string{w(), w()}, true}})
	case 24:
		return pick(t, "clock", []Deed{ClockPaused{w()}, ClockResumed{w()}, TimeAdded{w(), n()}})
	case 30, 31, 32, 33, 34:
		return anyCheckDeed(t, s, m, w())
	case 35, 36, 37:
		return anyPileDeed(t, s, class, of)
	case 38, 39:
		return anyCorrectionDeed(t, s, w())
	case 42, 43, 44:
		return anyYearDeed(t, s, w())
	default:
		return pick(t, "note", []Deed{ReviewNoted{w(), w(), w()}, SpeechNoted{w()}, BallotSettled{n(), m, w(), "", 0}})
	}
}

// anyReopeningDeed is what opens a count again or follows from it, with any values.
func anyReopeningDeed(t *rapid.T, s State, word, class, of string) Deed {
	out := []Deed{
		CountReopened{word, word}, CountReopened{word, word}, RecountBegun{class, of, word, word}, RecountBegun{"", "", word, word},
		RoundDropped{s.Round.Number, word, word}, SubjectsDropped{s.Round.Last() + 1, pick(t, "again", [][]string{{"s1"}, {"s2"}, {"s1", "s3"}, {"s9"}}), word, word},
		RecountSettled{pick(t, "stands", []Side{FirstEntry, SecondEntry, ""}), s.recountDiffers()},
	}
	if n := s.Round.Bundles.Len(); n > 0 {
		n = rapid.IntRange(1, n).Draw(t, "bundle")
		if b := s.Round.Bundles.At(n); len(b.Ballots) > 0 {
			d := SheetWithdrawn{n, 1, s.reads(b.Ballots[0]), b.Sheets() - 1, word, word}
			out = append(out, d, d, d)
		}
	}
	return pick(t, "reopening", out)
}

// anyCorrectionDeed is a correction with any values, or comments.
func anyCorrectionDeed(t *rapid.T, s State, word string) Deed {
	now := Reading{Marks: make(marks, rowsDue(s))}
	for i := range now.Marks {
		now.Marks[i] = rapid.SampledFrom([]tally.Mark{1, 2, 9, 5}).Draw(t, "mark")
	}
	var deeds []Deed
	if n := s.Round.Bundles.Len(); n > 0 {
		n = rapid.IntRange(1, n).Draw(t, "bundle")
		if list := s.Round.Bundles.At(n).Ballots; len(list) > 0 {
			was := s.reads(list[0])
			deeds = append(deeds, SheetRestated{SheetCorrected{n, 1, was, now, word, word}}, SheetCorrected{n, 1, was, now, word, word}, SheetCorrected{n, 1, was, Reading{Void: "empty"}, word, word})
		}
	}
	heads := Numbers{s.Heads.Expected, s.Heads.Present, s.Heads.Leave}
	deeds = append(deeds, HeadsCorrected{"", heads, Numbers{9, 9, 0}, word, word}, HeadsRestated{HeadsCorrected{"", heads, Numbers{9, 9, 0}, word, word}}, CommentsNoted{[]Comment{{word, "x"}}})
	for n, st := range s.Round.Stacks {
		if class, subject := s.StackIDs(n); st.ByPiles() {
			row := st.Piles.Rows[1].owned()
			row.Numbers[0]--
			row.Blank++
			d := PilesCorrected{class, subject, st.Piles.Rows[1:2], []Pile{row}, word, word}
			deeds = append(deeds, d, PilesRestated{d})
		}
	}
	return pick(t, "correction", deeds)
}
