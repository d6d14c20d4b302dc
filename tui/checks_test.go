package tui

import (
	"fmt"
	"strings"
	"testing"
)

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
	return func(t testing.TB) string { return setting(house(t), "check", `"`+check+`"`) }
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
func hasty(d *desk, keys string) {
	pace := d.pace
	d.pace /= 10
	d.press(keys)
	d.pace = pace
	d.tick()
}

var checks = []situation{
	{name: "witness-name", keys: "f3 46 enter 43 enter '王监", more: true},
	{name: "witness-heads", keys: "f3 46 enter 43 enter '王监票 enter", more: true},
	{name: "witness-issued", play: script("attend expected=46 present=43"), keys: "f3 43 enter 3 enter '王监票 enter", more: true},
	{name: "witness-collected", play: script("attend expected=46 present=43\nissue 43"), keys: "f3 42 enter '王监票 enter down", more: true},
	{name: "witness-counted", play: counted(), keys: "f3 enter 2 '王监票 enter", more: true},
	{name: "witness-words", keys: "f3 46 enter 43 enter '王监票 enter 3 '逐人清点，一人迟到", more: true},
	{name: "witness-words-needed", keys: "f3 46 enter 43 enter '王监票 enter 3 enter"},
	{name: "witness-again", play: script(seenGates[:strings.Index(seenGates, "\n")]), keys: "f3 43 enter 3 enter", more: true},
	{name: "issue-spares", play: script("attend expected=46 present=43"), keys: "f3 43 enter 3", more: true},

	{name: "keyer", play: script(seenGates), keys: "f3 enter '李录", more: true},
	{name: "rest-asked", play: script(seenGates, "bundle by=李录入", sheets(3, 2, 1)), keys: "f3 end 3 enter", more: true},
	{name: "rest-not-yet", play: script(seenGates, "bundle by=李录入", sheets(3, 2, 1)), then: func(d *desk) { hasty(d.press("f3 end"), "3 enter 2") }},
	{name: "cover", play: ten(), keys: "f3", more: true},
	{name: "bundles", play: four(), keys: "f3 right", more: true},
	{name: "bundles-many", play: script("attend expected=400 present=400\nissue 400\ncollect 400", strings.Repeat(strings.Join(bundleOf(20, "李录入"), "\n")+"\n", 20)), keys: "f3 right down down down"},
	{name: "bundles-demanded", plan: demanding("second-entry"), play: script(counted()), keys: "f3", more: true},
	{name: "bundles-demanded-refused", plan: demanding("second-entry"), play: script(counted()), keys: "f3 enter"},
	{name: "check-way", play: ten(), keys: "f3 right enter", more: true},
	{name: "second-name", play: ten(), keys: "f3 right enter 1 '李", more: true},
	{name: "second-same", play: ten(), keys: "f3 right enter 1 '李录入 enter"},
	{name: "second-first-unknown", play: script(gates, "bundle", sheets(10, 2, 1), "close-bundle 10"), keys: "f3 right enter 1"},
	{name: "second-sheet", play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2"), keys: "f3 2", more: true},
	{name: "second-hand", play: reread(), keys: "f3 1", more: true},
	{name: "second-hand-differs", play: reread(), keys: "f3 9 enter"},
	{name: "differs", play: differing(), keys: "f3", more: true},
	{name: "differs-other", play: differing(), keys: "f3 7 enter"},
	{name: "differs-second", play: script(differing(), "rekey 3 3 4 of=first", "rekey 7 9 3 of=first"), keys: "f3"},
	{name: "again", play: differing(), keys: "f3 3 enter 3", more: true},
	{name: "dispute", play: disputed(), keys: "f3", more: true},
	{name: "ruling", play: disputed(), keys: "f3 3 enter 3", more: true},
	{name: "ruling-void", play: disputed(), keys: "f3 3 enter 0"},
	{name: "ruling-name", play: disputed(), keys: "f3 3 enter 34", more: true},
	{name: "ruling-reason", play: disputed(), keys: "f3 3 enter 34 enter '票面勾在“一般”", more: true},
	{name: "ruled", play: disputed(), keys: "f3 3 enter 34 enter '票面勾在“一般” enter"},
	{name: "leave-check", play: differing(), keys: "f3 left '复录人离席", more: true},
	{name: "second-agrees", play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 1 2", "b 3 4", "b 1 1", "b 0 reason=1", "b 2 2", "b 9 3", repeat(3, "b 1 1")), keys: "f3 10 enter"},

	{name: "uneven", play: uneven(), keys: "f3", more: true},
	{name: "slip-whose", play: uneven(), keys: "f3 /", more: true},
	{name: "slip-kind", play: script(gates, "bundle", sheets(4, 2, 1)), keys: "f3 /", more: true},
	{name: "slip-missing", play: uneven(), keys: "f3 / 2 1 4", more: true},
	{name: "slip-doubled", play: uneven(), keys: "f3 / 1 2 4", more: true},
	{name: "slip-mended", play: uneven(), keys: "f3 / 2 1 4 enter"},
	{name: "gap", play: script(seenGates, "bundle by=李录入", "b 1 1", "b 2 2", "b 3 3", "missing 2"), keys: "f3 1", more: true},
	{name: "gap-second", play: script(ten(), "second 1 by=赵复录", "b 1 1", "b 3 4", "b 1 1", "missing 2"), keys: "f3"},

	{name: "spot-name", play: ten(), keys: "f3 right enter 2 '赵", more: true},
	{name: "spot-dice", play: ten(), keys: "f3 right enter 2 '赵复录 enter 314", more: true},
	{name: "spot-drawn", play: ten(), keys: "f3 right enter 2 '赵复录 enter 31415 enter", more: true},
	{name: "spot-sheet", play: script(drawn(), "b 1 1", "b 1 2"), keys: "f3 1", more: true},
	{name: "spot-dispute", play: script(drawn(), repeat(5, "b 4 4"), "close-second 5"), keys: "f3", more: true},

	{name: "pile-name", play: script(seenGates), keys: "f3 * '李", more: true},
	{name: "pile-voids", play: script(seenGates, "piles by=李录入"), keys: "f3 2", more: true},
	{name: "pile-row", play: script(seenGates, "piles by=李录入", "pile 0 2 0 0 0"), keys: "f3 30 enter 8 enter 1", more: true},
	{name: "pile-sum-differs", play: script(seenGates, "piles by=李录入", "pile 0 2 0 0 0", "pile 1 30 8 1 0 blank=1"), keys: "f3 30 enter 8 enter enter enter enter enter"},
	{name: "pile-hand", play: sorted()[:len(sorted())-1], keys: "f3 4", more: true},
	{name: "pile-again", play: sorted(), keys: "f3 right '赵复录 enter", more: true},
	{name: "pile-differs", play: recounted(), keys: "f3", more: true},
	{name: "pile-dispute", play: script(recounted(), "repile 2 20 15 3 2 of=first", "repile 2 21 14 3 2 of=second"), keys: "f3", more: true},
	{name: "pile-ruling", play: script(recounted(), "repile 2 20 15 3 2 of=first", "repile 2 21 14 3 2 of=second"), keys: "f3 2 enter 21 enter 14", more: true},

	{name: "correct", play: closed(), keys: "f3 home 2 enter 1", more: true},
	{name: "correct-no-such", play: closed(), keys: "f3 home 9 enter 1 enter"},
	{name: "correct-marks", play: closed(), keys: "f3 home 2 enter 1 enter 3", more: true},
	{name: "correct-name", play: closed(), keys: "f3 home 2 enter 1 enter 31", more: true},
	{name: "correct-reason", play: closed(), keys: "f3 home 2 enter 1 enter 31 enter '录入时看错一行", more: true},
	{name: "corrected", play: closed(), keys: "f3 home 2 enter 1 enter 31 enter '录入时看错一行 enter"},
	{name: "comments-of", play: closed(), keys: "f3 +", more: true},
	{name: "comments-writing", play: closed(), keys: "f3 + 2 '多下基层 enter '整改要见实效", more: true},
	{name: "comments-kept", play: closed(), keys: "f3 + 2 '多下基层 enter '整改要见实效 esc"},
}
