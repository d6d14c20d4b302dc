package meeting

import (
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
		return OpenSecond{number(), name, pick(t, "first", []string{"", "张三"})}
	case 2:
		return DrawSpot{number(), name, someDice(t)}
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
		return DrawSpot{n, "张三", someDice(t)}
	}
	return OpenSecond{n, "李四", ""}
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
	case c.list() == "": // no order leads here
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
		return Ballot{Void: rapid.IntRange(1, len(s.Plan.Sheets.Voids)).Draw(t, "void")}
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
	} else if c.Compared && c.list() == "" && even(t, 7, "end") > 0 {
		return s.conclusion()
	}
	bundle := c.Bundle
	if even(t, 9, "stray") == 0 {
		bundle = n()
	}
	switch even(t, 15, "check") {
	case 0, 1:
		return SlipMended{sheet, rapid.Bool().Draw(t, "doubled"), side}
	case 2:
		return SecondOpened{n(), "李四", word}
	case 3:
		dice, at := someDice(t), 1+even(t, 1+s.Round.Bundles.Len()-1, "bundle")
		if at > s.Round.Bundles.Len() {
			return SpotDrawn{at, "李四", dice, 1, nil}
		}
		b := s.Round.Bundles.At(at)
		return SpotDrawn{at, "李四", dice, b.Draws + 1, Drawn(s.Round.Number, at, b.Draws+1, dice, len(b.Ballots))}
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
		return pick(t, "again", []Deed{SheetKeyedAgain{sheet, side, m, "", false}, SheetKeyedAgain{sheet, side, nil, "empty", false}, SheetKeyedAgain{sheet, side, nil, "", true}})
	case 13:
		return pick(t, "ruled", []Deed{SheetRuled{sheet, m, "", word, word}, SheetRuled{sheet, nil, "empty", word, word}})
	case 14:
		return pick(t, "end", []Deed{s.conclusion(), BundleChecked{bundle, BySecond, "李四", n(), 0}, DrawCorrected{bundle, c.Draw, c.wrong()}})
	default:
		return CheckLeft{n(), word}
	}
}
