package meeting

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// likelyPiles are orders about piles that a meeting may well take.
func likelyPiles(t *rapid.T, s State, class, subject string) Order {
	if !s.Opened {
		return OpenPiles{class, subject, "张三", false}
	}
	p := somePile(t, s)
	who := rapid.SampledFrom([]string{"张三", "李四", ""}).Draw(t, "who")
	return rapid.SampledFrom([]Order{
		OpenPiles{class, subject, who, false}, OpenPiles{class, subject, who, true},
		CountPile{p}, CountPileAgain{p, FirstEntry}, CountPileAgain{p, SecondEntry}, RulePile{p, who, "理由"},
		ClosePiles{s.Round.Stacks[s.Round.Piling.Stack].Collected}, LeavePiles{"理由"},
		WithdrawPiles{class, subject, "理由"},
	}).Draw(t, "piles")
}

// collected are meetings whose few sheets are all back, of plans with one stack and
// with several.
func collected(t testing.TB) []State {
	return []State{
		play(t, "piles", "attend expected=9 present=9", "issue 5", "collect 3"),
		play(t, "five", "attend expected=9 present=9", "issue 5", "collect 4"),
		play(t, "each", "attend expected=9 present=9", "issue 3 subject=s1", "issue 3 subject=s2",
			"collect 3 subject=s1", "collect 2 subject=s2"),
		play(t, "every", "attend class=a expected=3 present=3", "attend class=b expected=2 present=2",
			"issue 3 class=a subject=s1", "issue 2 class=b subject=s1", "issue 3 class=a subject=s2", "issue 2 class=b subject=s2",
			"collect 3 class=a subject=s1", "collect 2 class=b subject=s1", "collect 2 class=a subject=s2", "collect 2 class=b subject=s2"),
	}
}

// Whatever two people do with piles, and whatever else is done meanwhile: the sums
// close, the numbers of a stack are those of its piles, no state is changed behind
// its back, and replaying the records comes to the same. Every deed about piles is
// come to, and often.
func TestPileLaws(t *testing.T) {
	starts := collected(t)
	often := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(starts).Draw(t, "meeting")
		for range 60 {
			o := towardsPiles(t, s)
			events, err := Decide(s, Command{Who: Person{Role: "console"}, At: noon, Order: o})
			if err != nil {
				continue
			}
			for _, e := range events {
				often[e.Deed.Kind()]++
				before := written(s)
				next := Apply(s, e)
				kind, body := Encode(e.Deed)
				again, err := Follow(s, kind, body, e.Who, e.At)
				switch {
				case written(s) != before:
					t.Fatalf("%#v changed the state before it", o)
				case err != nil:
					t.Fatalf("%#v: %s %s does not replay: %v", o, kind, body, err)
				case !reflect.DeepEqual(again, next):
					t.Fatalf("%#v: replayed\n%s\nshown\n%s", o, written(again), written(next))
				}
				if err := closes(next); err != nil {
					t.Fatalf("after %#v: %v", o, err)
				}
				s = next
			}
		}
	})
	if testing.Short() { // a few tries do not come to everything
		return
	}
	for _, kind := range []string{
		PilesOpened{}.Kind(), PileCounted{}.Kind(), PilesClosed{}.Kind(), PilesCompared{}.Kind(), PileCountedAgain{}.Kind(),
		PileRuled{}.Kind(), PilesChecked{}.Kind(), PilesLeft{}.Kind(), PilesWithdrawn{}.Kind(), CountClosed{}.Kind(),
	} {
		if often[kind] < 10 {
			t.Errorf("%s was come to only %d times", kind, often[kind])
		}
	}
	t.Log(often)
}

// towardsPiles is mostly what two people who count by piles would do next, on this
// stack or that, and sometimes anything.
func towardsPiles(t *rapid.T, s State) Order {
	class, subject := s.StackIDs(rapid.IntRange(0, len(s.Round.Stacks)-1).Draw(t, "stack"))
	switch n := rapid.IntRange(0, 19).Draw(t, "sense"); {
	case n == 19:
		return onward(t, s)
	case n >= 17:
		return likelyPiles(t, s, class, subject)
	}
	if o := nextPiles(t, s); o != nil {
		return o
	}
	for n, st := range s.Round.Stacks {
		class, subject := s.StackIDs(n)
		if st.ByPiles() && !s.Round.Closed && rapid.IntRange(0, 9).Draw(t, "withdraw") == 9 {
			return WithdrawPiles{class, subject, "理由"}
		}
		if st.Collected > 0 && st.Piles.Checked == "" && !s.bundled(n) {
			return OpenPiles{class, subject, rapid.SampledFrom([]string{"张三", "李四"}).Draw(t, "who"), st.ByPiles()}
		}
	}
	return onward(t, s)
}

// Deeds about piles that no order led to either fit or are refused; what they lead
// to can be looked at, and its rows add up.
func TestReplayOfPilesIsNeverUpset(t *testing.T) {
	twice := []string{"attend expected=9 present=9", "issue 5", "collect 3", `piles by="张三"`, "pile 0 1 0", "pile 1 2 0 0 0 0", "pile 2 1 1 0 0 0",
		"close-piles 3", `piles-again by="李四"`, "pile 0 0 1", "pile 1 1 1 0 0 0", "pile 2 1 1 0 0 0"}
	starts := append(collected(t), play(t, "piles", twice...), play(t, "piles", append(twice, "close-piles 3")...))
	often := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(starts).Draw(t, "meeting")
		for range rapid.IntRange(40, 80).Draw(t, "records") {
			d := anyDeed(t, s)
			if class, subject := someStack(t, s); rapid.IntRange(0, 9).Draw(t, "other") < 9 {
				d = anyPileDeed(t, s, class, subject)
			}
			if rapid.Bool().Draw(t, "sense") { // or it would not come far
				events, err := Decide(s, Command{At: noon, Order: towardsPiles(t, s)})
				if err != nil {
					continue
				}
				d = events[len(events)-1].Deed
			}
			e := Event{Deed: d, At: noon}
			if _, ok := d.(anonymous); ok {
				e = Event{Deed: d}
			}
			next, err := Replay(s, e)
			if err != nil {
				continue
			}
			s = next
			often[d.Kind()]++
			brief(s, noon)
			for _, st := range s.Round.Stacks {
				for _, c := range st.Tallies {
					if c.Rows() != st.Valid {
						t.Fatalf("after %s: %s", d.Kind(), written(s))
					}
				}
			}
		}
	})
	for _, d := range []Deed{PilesClosed{}, PilesCompared{}, PileCountedAgain{}, PilesChecked{}, PilesLeft{}, PilesWithdrawn{}} {
		if often[d.Kind()] == 0 && !testing.Short() { // which draws too few
			t.Errorf("%s never fitted", d.Kind())
		}
	}
	t.Log(often)
}

// What does not fit a count by piles does not replay, and leaves the state as it was.
func TestPileRecordsThatDoNotFit(t *testing.T) {
	back := []string{"attend expected=9 present=9", "issue 9", "collect 9"}
	on := func(more ...string) State { return play(t, "piles", append(back, more...)...) }
	first := []string{`piles by="张三"`, "pile 0 1 0", "pile 1 8 0 0 0 0"}
	last, end := "pile 2 7 1 0 0 0", "close-piles 9"
	second := append(first, last, end, `piles-again by="李四"`, "pile 0 1 0", "pile 1 8 0 0 0 0")
	fresh, open, full, closed := on(), on(first...), on(append(first, last)...), on(append(first, last, end)...)
	again, differing := on(second...), on(append(second, "pile 2 8 0 0 0 0", end)...)
	lesser := on(append(second, "pile 1 7 0 0 0 0", "pile 2 7 0 0 0 0")...)
	counted := play(t, "five", "attend expected=9 present=9", "issue 1", "collect 1", "bundle", "b 1 1 1 1 1", "close-bundle 1")
	over := func(s State) State { s, _ = give(t, s, CloseCount{By: "王某某"}); return s }
	row := Pile{Row: 2, Numbers: []int{8, 0, 0, 0, 0}}
	for _, c := range []struct {
		what  string
		state State
		deed  Deed
	}{
		{"a count of no stack", fresh, PilesOpened{Class: "a", By: "张三"}},
		{"a count in a count", open, PilesOpened{By: "张三"}},
		{"a second count before the first", fresh, PilesOpened{By: "李四", Again: true}},
		{"a first count after one", closed, PilesOpened{By: "李四"}},
		{"a count of what was read", counted, PilesOpened{By: "张三"}},
		{"a count after the count", over(counted), PilesOpened{By: "张三"}},
		{"a bundle in a count", open, BundleOpened{Bundle: 1}},
		{"a bundle of what was counted", closed, BundleOpened{Bundle: 1}},
		{"a row without a count", fresh, PileCounted{row}},
		{"a row after the count", closed, PileCounted{row}},
		{"a row after the comparison", differing, PileCounted{row}},
		{"a row that is not on the sheet", open, PileCounted{Pile{Row: 3, Numbers: row.Numbers}}},
		{"a row below none", open, PileCounted{Pile{Row: -1, Numbers: row.Numbers}}},
		{"too few piles", open, PileCounted{Pile{Row: 2, Numbers: []int{8}}}},
		{"no piles", open, PileCounted{Pile{Row: 2}}},
		{"fewer than none", open, PileCounted{Pile{Row: 2, Numbers: []int{9, -1, 0, 0, 0}}}},
		{"blank void sheets", open, PileCounted{Pile{0, []int{0, 0}, 1, 0}}},
		{"the end of no count", fresh, PilesClosed{9}},
		{"the end of half a count", open, PilesClosed{9}},
		{"an end that does not add up", full, PilesClosed{8}},
		{"the first end of a second count", again, PilesClosed{9}},
		{"a comparison with nothing", full, PilesCompared{9, []int{}}},
		{"a comparison of half a count", again, PilesCompared{9, []int{2}}},
		{"a comparison of other sheets", again, PilesCompared{8, []int{2}}},
		{"a comparison of fewer sheets", lesser, PilesCompared{8, []int{1, 2}}},
		{"a second comparison", differing, PilesCompared{9, []int{2}}},
		{"a row counted again that agrees", differing, PileCountedAgain{Pile{Row: 1, Numbers: row.Numbers}, FirstEntry}},
		{"a row counted again by nobody", differing, PileCountedAgain{row, "third"}},
		{"a row counted again before", again, PileCountedAgain{row, FirstEntry}},
		{"a row counted again that does not add up", differing, PileCountedAgain{Pile{Row: 2, Numbers: []int{9, 0, 0, 0, 0}}, FirstEntry}},
		{"a ruling before both counted again", differing, PileRuled{row, "王某某", "x"}},
		{"a ruling on nothing", closed, PileRuled{row, "王某某", "x"}},
		{"a check with a row open", differing, PilesChecked{"李四", 1, 0}},
		{"a check of nothing", closed, PilesChecked{"李四", 0, 0}},
		{"a count left that was not begun", closed, PilesLeft{"x"}},
		{"a count withdrawn that is under way", again, PilesWithdrawn{Reason: "x"}},
		{"a count withdrawn that is not", fresh, PilesWithdrawn{Reason: "x"}},
		{"a count withdrawn of no stack", closed, PilesWithdrawn{Class: "a", Reason: "x"}},
		{"sums in the middle of a count", again, CountClosed{By: "x", Issued: 9, Collected: 9, Valid: 8, Void: 1}},
	} {
		before := written(c.state)
		after, err := Replay(c.state, Event{Deed: c.deed, At: noon})
		if err == nil || written(after) != before || written(c.state) != before {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
