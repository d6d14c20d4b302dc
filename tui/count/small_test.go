package count_test

import (
	"slices"
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestASmallClassIsSettledBeforeItsSheets: the count says so in one sentence, the first
// answer settles nothing, and what is chosen is what a script says.
func TestASmallClassIsSettledBeforeItsSheets(t *testing.T) {
	seats := script("attend class=a expected=5 present=4\nattend class=b expected=40 present=36")
	shares := desktest.But(desktest.University, `empty-class = "refuse"`, `empty-class = "renormalise"`)
	for _, c := range []struct {
		plan              func(testing.TB) string
		keys, line, shows string
	}{
		{shares, "2 ctrl+u '王监票 enter", `small-class a into=b by="王监票"`, "［B类"},
		{shares, "3 ctrl+u '王监票 enter", `small-class a by="王监票"`, "［A类"},
		{desktest.University, "2 ctrl+u '王监票 enter", `small-class a by="王监票"`, "［A类"},
	} {
		said := newDesk(t, c.plan(t), "zh").Play(append(slices.Clone(seats), c.line)...)
		d := newDesk(t, c.plan(t), "zh").Play(seats...).Press("f3")
		d.Shows("只有 4 人，不足 5 人", "按 Enter，发放以前定下")
		before := d.Seq
		if d.Press("enter").Shows("先不定", "照样单列"); d.Press("enter").Seq != before {
			t.Fatalf("the first answer settles something:\n%s", d.Frame())
		}
		d.Press("enter " + c.keys)
		if len(d.State.Settled) != 1 || d.State.Settled[0] != said.State.Settled[0] || d.Rings > 0 {
			t.Errorf("by keys %+v, by script %+v\n%s", d.State.Settled, said.State.Settled, d.Frame())
		}
		d.Shows("发放评议表", c.shows)
		if strings.Contains(d.Frame(), "只有 4 人") {
			t.Errorf("it is asked again:\n%s", d.Frame())
		}
	}
}

// TestAClassOfFewSheetsIsSettledBeforeTheyAreKeyed: enough people are there and few
// sheets come back; what is chosen is what a script says, and the result tells it.
func TestAClassOfFewSheetsIsSettledBeforeTheyAreKeyed(t *testing.T) {
	seats := script("attend class=a expected=7 present=6\nattend class=b expected=9 present=8\nissue 6 class=a\nissue 8 class=b\ncollect 3 class=a\ncollect 8 class=b")
	shares := desktest.But(desktest.University, `empty-class = "refuse"`, `empty-class = "renormalise"`)
	for _, c := range []struct{ keys, line, shows, told string }{
		{"2 ctrl+u '王监票 enter", `small-class a into=b by="王监票"`, "还有 11 张未录", "混入B类：师生代表一起计票"},
		{"3 ctrl+u '王监票 enter", `small-class a by="王监票"`, "A类", "票数单列"},
	} {
		said := newDesk(t, shares(t), "zh").Play(append(slices.Clone(seats), c.line)...)
		d := newDesk(t, shares(t), "zh").Play(seats...).Press("f3")
		d.Shows("只有 3 张，不足 5 张", "按 Enter，定下评议表少的")
		d.Press("enter").Shows("先不定", "混入B类：师生代表一起计票").Press(c.keys)
		if len(d.State.Settled) != 1 || d.State.Settled[0] != said.State.Settled[0] || d.Rings > 0 {
			t.Errorf("by keys %+v, by script %+v\n%s", d.State.Settled, said.State.Settled, d.Frame())
		}
		d.Shows(c.shows).Press("f4").Shows(c.told)
	}
}
