package screen_test

import (
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestSubjectsAreRankedByTheirVotes: the best first, and those that are alike share a
// place.
func TestSubjectsAreRankedByTheirVotes(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, "甲支部", "乙支部", "丙支部", "丁支部"), "zh").Play(desktest.Script(
		"attend expected=12 present=10\nissue 10\ncollect 10\nbundle", desktest.Repeat(6, "b 2 1 1 3"), desktest.Repeat(4, "b 1 1 1 4"),
		"close-bundle 10\nclose-count by=\"王监票\"")...)
	d.Press("f4").Choose("全部排列")
	at := -1
	for _, row := range []string{"1  乙支部", "1  丙支部", "3  甲支部", "4  丁支部"} {
		next := strings.Index(d.Frame(), row)
		if next <= at {
			t.Fatalf("%s is not in its place:\n%s", row, d.Frame())
		}
		at = next
	}
	d.Press("esc").Tick()
	d.Hides("按票数排列")
}
