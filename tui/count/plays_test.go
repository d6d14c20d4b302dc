package count_test

import (
	"fmt"
	"testing"

	"shuping/tui/desktest"
)

// What the tests say often, in short.
var (
	script  = desktest.Script
	sheets  = desktest.Sheets
	repeat  = desktest.Repeat
	house   = desktest.House
	newDesk = desktest.New
)

const gates = desktest.Gates

// Sheets under control: who saw what at the gates, bundles and their covers, the
// second reading and what it finds, slips, rulings, corrections, comments.

// seenGates is the gates with who confirmed them.
const seenGates = `attend expected=46 present=43 by=王监票 saw="当场逐人清点，数目一致"
issue 43 printed=46 destroyed=3 by=王监票 saw="当场逐张发放，备用票当众销毁"
collect 42 by=王监票 saw="当众开箱，逐张清点，已打乱顺序"
`

// ten is one closed bundle of ten sheets, of which the third, the fifth and the
// seventh are like no other.
func ten() []string {
	return script(seenGates, "bundle by=李录入", "b 1 1", "b 1 2", "b 3 4", "b 1 1", "b 0 reason=1", "b 2 2", "b 9 3", repeat(3, "b 1 1"), "close-bundle 10")
}

// reread is its second entry, which reads 3 and 7 otherwise.
func reread() []string {
	return script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2", "b 2 4", "b 1 1", "b 0 reason=1", "b 2 2", "b 1 3", repeat(3, "b 1 1"))
}

// differing is where the two were compared; disputed is where both looked at the
// paper and still differ on the third sheet.
func differing() []string { return script(reread(), "close-second 10") }

func disputed() []string {
	return script(differing(), "rekey 3 3 4 of=first", "rekey 7 9 3 of=first", "rekey 3 2 4 of=second", "rekey 7 9 3 of=second")
}

// uneven is a second entry that passed over the fourth sheet.
func uneven() []string {
	return script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2", "b 3 4", "b 0 reason=1", "b 2 2", "b 9 3", repeat(3, "b 1 1"), "close-second 9")
}

// drawn is a spot check of the bundle: the dice draw five of ten.
func drawn() []string { return script(ten(), "spot 1 by=赵复录 dice=31415") }

// demanding is the house plan with another demand for checks.
func demanding(check string) func(testing.TB) string {
	return func(t testing.TB) string { return desktest.Setting(house(t), "check", `"`+check+`"`) }
}

// four is four closed bundles, of which one was keyed again, one drawn from, one
// left as it is, and one that turned out to be empty.
func four() []string {
	return script(seenGates, bundleOf(10, "李录入"), "second 1 by=赵复录", sheets(9, 2, 1), "b 1 2", "close-second 10",
		"rekey 10 1 1 of=first", "rekey 10 1 1 of=second", bundleOf(10, "李录入"), "spot 2 by=阿卜杜热合曼·买买提吐尔逊 dice=31415", sheets(5, 2, 1), "close-second 5",
		bundleOf(10, "李录入"), "bundle by=李录入", "collect 30", "close-bundle 0")
}

func bundleOf(n int, by string) []string {
	return script("bundle by="+by, sheets(n, 2, 1), fmt.Sprintf("close-bundle %d", n))
}

// sorted is one count by piles of 42 sheets, two of them void, and recounted a
// second one that differs in the second row.
func sorted() []string {
	return script(seenGates, "piles by=李录入", "pile 0 2 0 0 0", "pile 1 30 8 1 0 blank=1", "pile 2 20 15 3 2", "close-piles 42")
}

func recounted() []string {
	return script(sorted(), "piles-again by=赵复录", "pile 0 2 0 0 0", "pile 1 30 8 1 0 blank=1", "pile 2 21 14 3 2", "close-piles 42")
}

// hasty presses keys without a rest between them.
func hasty(d *desktest.Desk, keys string) {
	pace := d.Pace
	d.Pace /= 10
	d.Press(keys)
	d.Pace = pace
	d.Tick()
}
