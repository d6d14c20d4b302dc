package meeting

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// checkKinds are the kinds of record of slips and second readings.
var checkKinds = []string{
	SlipMended{}.Kind(), SecondOpened{}.Kind(), SpotDrawn{}.Kind(), SecondBallot{}.Kind(), SecondTakenBack{}.Kind(),
	SecondCompared{}.Kind(), SheetKeyedAgain{}.Kind(), SheetRuled{}.Kind(), BundleChecked{}.Kind(), DrawCorrected{}.Kind(), CheckLeft{}.Kind(),
}

// anyCheckOrder is an order about slips and second readings that a meeting may well
// take; any name and number may still be wrong.
func anyCheckOrder(t *rapid.T, s State, marks []tally.Mark) Order {
	number := func() int { return even(t, 6, "sheet") }
	name := pick(t, "name", []string{"李四", "张三", "李四", ""})
	side := pick(t, "side", []Side{FirstEntry, SecondEntry, SecondEntry, ""})
	void := rapid.IntRange(-5, 2).Draw(t, "void")
	if void > 0 {
		marks = nil
	}
	void = max(void, 0)
	switch even(t, 7, "check") {
	case 0:
		return MendSlip{number(), rapid.Bool().Draw(t, "doubled"), side}
	case 1:
		return OpenSecond{number(), name, pick(t, "first", []string{"", "张三"}), ""}
	case 2:
		return DrawSpot{number(), name, someDice(t), ""}
	case 3:
		return CloseSecond{len(s.Round.Check.Second)}
	case 4:
		return KeyAgain{Sheet: number(), Of: side, Marks: marks, Void: void}
	case 5:
		return KeyAgain{Sheet: number(), Of: side, Doubtful: true}
	case 6:
		return RuleSheet{number(), marks, void, name, "理由"}
	default:
		return LeaveCheck{pick(t, "reason", []string{"", "理由"})}
	}
}

func someDice(t *rapid.T) string {
	dice := rapid.SliceOfN(rapid.SampledFrom([]byte("123456")), 5, 6).Draw(t, "dice")
	return string(dice)
}

// someCheck begins, as a rule, to check a bundle that nobody confirmed; nil where
// there is none or it is left for later.
func someCheck(t *rapid.T, s State) Order {
	list := s.Unchecked()
	if len(list) == 0 || s.confirmed() == nil && even(t, 3, "later") == 0 {
		return nil
	}
	n := pick(t, "unchecked", list)
	if s.Plan.Sheets.Check != plan.CheckSecond && rapid.Bool().Draw(t, "spot") {
		return DrawSpot{n, "张三", someDice(t), ""}
	}
	return OpenSecond{n, "李四", "", ""}
}

// nextCheck is what two people who check a bundle would do next; nil where none is
// under way.
func nextCheck(t *rapid.T, s State) Order {
	c := s.Round.Check
	side, sheet := c.Wants()
	switch {
	case !c.Under():
		return nil
	case even(t, 60, "leave") == 0:
		return LeaveCheck{"理由"}
	case !c.Compared:
		return nextRead(t, s)
	case len(c.First) > len(c.Second):
		return someMend(t, len(c.First), len(c.Second), FirstEntry, SecondEntry)
	case len(c.First) < len(c.Second):
		return someMend(t, len(c.Second), len(c.First), SecondEntry, FirstEntry)
	case c.Way == BySecond && even(t, 12, "slip") == 0:
		of := pick(t, "of", []Side{FirstEntry, SecondEntry})
		return MendSlip{1 + even(t, len(c.First)-1, "at"), rapid.Bool().Draw(t, "doubled"), of}
	case len(c.list()) == 0: // no order leads here
		return LeaveCheck{"理由"}
	case side != "":
		b := someReading(t, s, c.First[sheet-1])
		return KeyAgain{sheet, side, b.Marks, b.Void, b.Doubtful}
	default:
		sheet = c.Disputed()
		b := someReading(t, s, c.First[c.index(sheet)])
		if b.Doubtful {
			b = Ballot{Void: 1}
		}
		return RuleSheet{sheet, b.Marks, b.Void, "王某某", "理由"}
	}
}

// someMend takes a sheet out of the longer entry or opens a gap in the shorter one.
func someMend(t *rapid.T, long, short int, longer, shorter Side) Order {
	if rapid.Bool().Draw(t, "doubled") {
		return MendSlip{1 + even(t, long-1, "at"), true, longer}
	}
	return MendSlip{1 + even(t, short+1-1, "at"), false, shorter}
}

// nextRead is the next order of whoever reads second.
func nextRead(t *rapid.T, s State) Order {
	c := s.Round.Check
	at := len(c.Second)
	if c.Gap() > 0 {
		at = c.Gap() - 1
	}
	slips := c.Way == BySecond && len(c.Second) > 0
	switch n := even(t, 19, "read"); {
	case slips && n == 0:
		return MendSlip{1 + even(t, len(c.Second)-1, "at"), rapid.Bool().Draw(t, "doubled"), ""}
	case n == 1 && at > 0:
		return TakeBack{}
	case slips && c.Gap() == 0 && n == 2, at >= len(c.First):
		return CloseSecond{len(c.Second)}
	}
	switch b := someReading(t, s, c.First[at]); {
	case b.Doubtful:
		return SetAside{}
	case b.Void != 0:
		return VoidBallot{b.Void}
	default:
		return EnterBallot{b.Marks}
	}
}

// someReading is as a rule what was keyed first, and sometimes anything that a sheet
// can say.
func someReading(t *rapid.T, s State, first Ballot) Ballot {
	switch n := even(t, 9, "reading"); {
	case n > 2 && !first.Missing:
		return first
	case n == 0:
		return Ballot{Doubtful: true}
	case n == 1:
		return Ballot{Void: pick(t, "void", s.Plan.Sheets.Reasons())}
	default:
		marks := make([]tally.Mark, len(s.Round.Stacks[s.checkStack()].Tallies))
		for i := range marks {
			marks[i] = rapid.SampledFrom([]tally.Mark{1, 2}).Draw(t, "mark")
		}
		return Ballot{Marks: marks}
	}
}

// anyCheckDeed is a deed about slips and second readings with any values, near to
// what would fit.
func anyCheckDeed(t *rapid.T, s State, m marks, word string) Deed {
	c := s.Round.Check
	n := func() int { return even(t, 5, "number") - 1 }
	side := pick(t, "side", []Side{"", "", FirstEntry, SecondEntry})
	sheet := n()
	if wants, at := c.Wants(); wants != "" && even(t, 7, "wanted") > 0 {
		side, sheet = wants, at
	} else if at := c.Disputed(); at > 0 && even(t, 7, "disputed") > 0 {
		sheet = at
	} else if c.Compared && len(c.list()) == 0 && even(t, 7, "end") > 0 {
		return s.conclusion()
	}
	bundle := c.Bundle
	if even(t, 9, "stray") == 0 {
		bundle = n()
	}
	switch even(t, 15, "check") {
	case 0, 1:
		return SlipMended{sheet, rapid.Bool().Draw(t, "doubled"), side, 0}
	case 2:
		return SecondOpened{n(), "李四", word, ""}
	case 3:
		dice, at := someDice(t), 1+even(t, 1+s.Round.Bundles.Len()-1, "bundle")
		if at > s.Round.Bundles.Len() {
			return SpotDrawn{at, "李四", dice, 1, nil, ""}
		}
		b := s.Round.Bundles.At(at)
		return SpotDrawn{at, "李四", dice, b.Draws + 1, Drawn(s.Round.Number, at, b.Draws+1, dice, len(b.Ballots)), ""}
	case 4, 5, 6:
		return SecondBallot{Marks: m}
	case 7:
		return pick(t, "ballot", []Deed{SecondBallot{Void: word}, SecondBallot{Marks: m, Void: word}, SecondBallot{Doubtful: true}})
	case 8:
		return SecondTakenBack{}
	case 9, 10:
		places := c.places()
		if even(t, 9, "places") == 0 {
			places = []int{1}
		}
		return SecondCompared{bundle, len(c.Second), places}
	case 11, 12:
		return pick(t, "again", []Deed{SheetKeyedAgain{sheet, side, m, "", false, 0}, SheetKeyedAgain{sheet, side, nil, "empty", false, 0}, SheetKeyedAgain{sheet, side, nil, "", true, 0}})
	case 13:
		return pick(t, "ruled", []Deed{SheetRuled{sheet, m, "", word, word, 0}, SheetRuled{sheet, nil, "empty", word, word, 0}})
	case 14:
		return pick(t, "end", []Deed{s.conclusion(), BundleChecked{bundle, BySecond, "李四", n(), 0}, DrawCorrected{bundle, c.Draw, c.wrong()}})
	default:
		return CheckLeft{n(), word}
	}
}

// Records of second readings that no order led to, and that mean nothing.
func TestChecksThatDoNotFit(t *testing.T) {
	idle := play(t, "five", "attend expected=9 present=9", "issue 9", "collect 9", `bundle by="张三"`, "b 1 1 1 1 1", "b 2 2 2 2 2", "close-bundle 2")
	open, _ := give(t, idle, OpenBundle{})
	reading, differs, draws := betweenBundles(t), differing(t), betweenDraws(t)
	uneven, _ := give(t, reading, CloseSecond{1})
	gap, _ := give(t, reading, MendSlip{1, false, ""})
	ended := Apply(gap, Event{Deed: SecondTakenBack{}})
	one := marks{1, 1, 1, 1, 1}
	for _, c := range []struct {
		what  string
		state State
		deed  Deed
	}{
		{"a second entry of no bundle", idle, SecondOpened{2, "李四", "", ""}},
		{"a second entry beside an open bundle", open, SecondOpened{1, "李四", "", ""}},
		{"a second entry in a second entry", reading, SecondOpened{2, "李四", "", ""}},
		{"a bundle in a second entry", reading, BundleOpened{Bundle: 4}},
		{"a draw of other sheets", idle, SpotDrawn{1, "张三", "31415", 1, []int{1}, ""}},
		{"a draw out of its turn", idle, SpotDrawn{1, "张三", "31415", 2, []int{1, 2}, ""}},
		{"a reading without a check", idle, SecondBallot{Marks: one}},
		{"a reading that says nothing", reading, SecondBallot{}},
		{"a reading that says two things", reading, SecondBallot{Marks: one, Void: "empty"}},
		{"a void and doubtful reading", reading, SecondBallot{Void: "empty", Doubtful: true}},
		{"a reading of no reason", reading, SecondBallot{Void: "torn"}},
		{"a reading after the end", differs, SecondBallot{Marks: one}},
		{"nothing to take back", idle, SecondTakenBack{}},
		{"taking back after the end", differs, SecondTakenBack{}},
		{"an end of nothing", idle, SecondCompared{0, 0, []int{}}},
		{"an end of another check", reading, SecondCompared{2, 1, nil}},
		{"an end at another count", reading, SecondCompared{1, 2, nil}},
		{"an end that names other sheets", differs, SecondCompared{1, 3, []int{1}}},
		{"an even end of uneven entries", reading, SecondCompared{1, 1, []int{}}},
		{"an end over a gap", gap, SecondCompared{1, 2, nil}},
		{"an end of nothing keyed but a gap", ended, SecondCompared{1, 1, []int{1}}},
		{"a slip where nothing is keyed", idle, SlipMended{1, false, "", 0}},
		{"a slip of neither entry", differs, SlipMended{1, false, "", 0}},
		{"a slip of one entry while it is keyed", reading, SlipMended{1, true, SecondEntry, 0}},
		{"a slip behind the last sheet", differs, SlipMended{4, false, FirstEntry, 0}},
		{"a slip in a draw", draws, SlipMended{1, false, FirstEntry, 0}},
		{"a sheet keyed anew before the end", reading, SheetKeyedAgain{Sheet: 1, Of: FirstEntry, Marks: one}},
		{"a sheet keyed anew that does not differ", differs, SheetKeyedAgain{Sheet: 1, Of: FirstEntry, Marks: one}},
		{"a sheet keyed anew by nobody", differs, SheetKeyedAgain{Sheet: 2, Marks: one}},
		{"a sheet keyed anew in uneven entries", uneven, SheetKeyedAgain{Sheet: 2, Of: FirstEntry, Marks: one}},
		{"a sheet keyed anew in a draw", draws, SheetKeyedAgain{Sheet: 1, Of: FirstEntry, Marks: one}},
		{"a ruling before both keyed anew", differs, SheetRuled{2, one, "", "王某某", "x", 0}},
		{"a ruling that says nothing", draws, SheetRuled{1, nil, "", "王某某", "x", 0}},
		{"a ruling on a sheet that was not drawn", draws, SheetRuled{2, one, "", "王某某", "x", 0}},
		{"an end of the check with sheets open", differs, BundleChecked{1, BySecond, "李四", 2, 0}},
		{"an end of no check", idle, BundleChecked{1, BySecond, "李四", 0, 0}},
		{"a corrected draw with sheets open", draws, DrawCorrected{1, 1, nil}},
		{"a corrected draw of a second entry", differs, DrawCorrected{1, 0, nil}},
		{"leaving another check", differs, CheckLeft{2, "x"}},
		{"leaving no check", idle, CheckLeft{0, "x"}},
		{"the end of the count in a check", reading, CountClosed{By: "x", Issued: 9, Collected: 9, Valid: 5, Void: 1}},
	} {
		before := written(c.state)
		e := Event{Deed: c.deed, At: noon}
		if _, ok := c.deed.(anonymous); ok {
			e = Event{Deed: c.deed}
		}
		after, err := Replay(c.state, e)
		if err == nil || written(after) != before || written(c.state) != before {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

// Of a second reading, as of a first, no record says who read a sheet and when.
func TestSecondReadingsAreAnonymous(t *testing.T) {
	s := betweenBundles(t)
	for _, o := range []Order{
		EnterBallot{marks{1, 1, 1, 1, 1}}, TakeBack{}, SetAside{}, MendSlip{Sheet: 2}, VoidBallot{1}, CloseSecond{3},
		KeyAgain{Sheet: 3, Of: FirstEntry, Void: 1}, KeyAgain{Sheet: 3, Of: SecondEntry, Void: 2}, RuleSheet{3, nil, 1, "王某某", "对照票面"},
	} {
		events, err := Decide(s, Command{Who: Person{"recorder", "李某某"}, At: noon, Order: o})
		must(t, err)
		for _, e := range events {
			_, read := e.Deed.(anonymous)
			if end := slices.Contains([]string{"second-compared", "bundle-checked"}, e.Deed.Kind()); read == end || read && (e.Who != (Person{}) || !e.At.IsZero()) {
				t.Errorf("%s names %v at %v", e.Deed.Kind(), e.Who, e.At)
			}
			s = Apply(s, e)
		}
	}
}
