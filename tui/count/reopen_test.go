package count_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// afterwards is all of a count that does not depend on when it was keyed, with what came
// after its close, and the kinds of record that made it.
func afterwards(d *desktest.Desk) string {
	r := d.State.Round
	text := outcome(d.State) + fmt.Sprintln(r.Number, r.Version, r.Closed, r.Reopened, r.VoidedFor, r.VoidedBy, d.State.Exempt, len(d.State.Seals))
	for _, again := range r.Revotes {
		text += fmt.Sprintf("%+v\n", again)
	}
	for _, again := range r.Recounts {
		text += fmt.Sprintln(again.Stands, again.Differs, again.By, again.Reason)
	}
	for i := range r.Bundles.Len() {
		text += fmt.Sprintf("%+v\n", r.Bundles.At(i+1))
	}
	for _, row := range d.Rows {
		text += row.Kind + " "
	}
	return text
}

// small is a count of three sheets, closed.
const (
	threeGates = "attend expected=5 present=5\nissue 4\ncollect 3\n"
	threeClose = ` by="王监票" saw="各组与录入张数一致，封签完好"`
)

func small() []string {
	return script(threeGates, "bundle by=李录入", "b 1 1", "b 1 2", "b 2 4", "close-bundle 3", "close-count"+threeClose)
}

// TestWhatComesAfterTheCloseByKeys: what is asked and answered by keys comes to the same
// as what a script says, and the first answer of each question changes nothing.
func TestWhatComesAfterTheCloseByKeys(t *testing.T) {
	const who = "ctrl+u '王监票 enter '票面有误 enter"
	why := ` by="王监票" reason="票面有误"`
	for _, c := range []struct {
		what   string
		plan   func(testing.TB) string
		begun  []string
		ask    string // the keys that open the question
		answer string // from the question on
		script []string
	}{
		{"reopen", house, small(), "f3 @重新开启计票", "2 " + who + " @更正收回 4 enter seen enter 22 1 enter enter 2 seen",
			script("reopen-count"+why, `collect 4 by="王监票" saw="当众开箱，逐张清点，已打乱顺序"`, "bundle by=李录入", "b 2 2", "close-bundle 1", "close-count"+threeClose)},
		{"withdraw", house, script(small(), "reopen-count"+why), "f3 @抽出 1/2 enter", "2 " + who + " @更正收回 2 enter seen enter 2 seen",
			script("withdraw-sheet bundle=1 sheet=2"+why, `collect 2 by="王监票" saw="当众开箱，逐张清点，已打乱顺序"`, "close-count"+threeClose)},
		{"correct", house, small(), "f3 @更正一张 1 enter 2 enter 13 enter ctrl+u '王监票 enter", "'票面有误 enter",
			script("correct bundle=1 sheet=2 1 3" + why)},
		{"correct while open", house, script(small(), "reopen-count"+why), "f3 @更正一张 1 enter 2 enter 13 enter ctrl+u '王监票 enter", "'票面有误 enter enter 2 seen",
			script("correct bundle=1 sheet=2 1 3"+why, "close-count"+threeClose)},
		{"recount, the same", house, small(), "f3 @重新计票", "2 " + who + " enter keyer 112214 3 enter enter 2 seen",
			script("recount"+why, "bundle by=李录入", "b 1 1", "b 2 2", "b 1 4", "close-bundle 3", "close-count stands=second"+threeClose)},
		{"recount, the first stands", house, small(), "f3 @重新计票", "2 " + who + " enter keyer 111124 3 enter enter 2 2 seen",
			script("recount"+why, "bundle by=李录入", "b 1 1", "b 1 1", "b 2 4", "close-bundle 3", "close-count stands=first"+threeClose)},
		{"recount, the second stands", house, small(), "f3 @重新计票", "2 " + who + " enter keyer 111124 3 enter enter 3 2 seen",
			script("recount"+why, "bundle by=李录入", "b 1 1", "b 1 1", "b 2 4", "close-bundle 3", "close-count stands=second"+threeClose)},
		{"recount of one stack", desktest.University, desktest.UniversityCount(), "f3 @重新计票", "2 " + who,
			script("recount" + why)},
		{"recount of the second stack", desktest.University, desktest.UniversityCount(), "f3 @重新计票", "4 " + who,
			script("recount class=b" + why)},
		{"vote again", house, small(), "f3 @测评无效", "2 " + who + " 4 enter enter seen",
			script("void-round"+why, `issue 4 by="王监票" saw="当场逐张发放，没有备用票"`)},
		{"vote again before the close", house, script(threeGates, "bundle by=李录入", "b 1 1"), "f3 @测评无效", "2 " + who,
			script("void-round" + why)},
		{"vote again on one", house, small(), "f3 @测评无效", "3 '2 enter " + who + " 3 enter enter seen 2 enter seen enter 12 2 enter enter 2 seen",
			script("void-round subjects=s2"+why, `issue 3 by="王监票" saw="当场逐张发放，没有备用票"`, `collect 2 by="王监票" saw="当众开箱，逐张清点，已打乱顺序"`,
				"bundle by=李录入", "b 1", "b 2", "close-bundle 2", "close-count"+threeClose)},
		{"exempt", house, small(), "f5 down @不评定等次", "2 '到任不满半年 enter",
			script(`exempt s2 reason="到任不满半年"`)},
		{"restore", house, script(small(), "exempt s1 reason=\"调离\""), "f5 @恢复评定等次", "2 '仍在任 enter",
			script(`restore s1 reason="仍在任"`)},
	} {
		t.Run(c.what, func(t *testing.T) {
			d := newDesk(t, c.plan(t), "zh").Play(c.begun...)
			said := newDesk(t, c.plan(t), "zh").Play(append(slices.Clone(c.begun), c.script...)...)
			before := d.Seq
			if d.Press(c.ask + " enter"); d.Seq != before && !strings.HasPrefix(c.what, "correct") {
				t.Fatalf("the first answer does something:\n%s", d.Frame())
			}
			d = newDesk(t, c.plan(t), "zh").Play(c.begun...).Press(c.ask)
			if d.Seq != before {
				t.Fatal("the question itself does something")
			}
			d.Press(c.answer)
			if got, want := afterwards(d), afterwards(said); got != want {
				t.Errorf("by keys:\n%s\nby script:\n%s\n%s", got, want, d.Frame())
			}
			if d.Rings > 0 {
				t.Errorf("%d rings:\n%s", d.Rings, d.Frame())
			}
		})
	}
}

// TestWhatWasReopenedSaysSo: what is to be done then, and why a vote was made void.
func TestWhatWasReopenedSaysSo(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(small()...).Play(`reopen-count by="王监票" reason="漏了一张"`).Press("f3")
	d.Shows("下一步：F10 菜单里改好张数、抽出、更正，再按 Enter 结束计票")
	d.Play(`void-round by="王监票" reason="发错了评议表"`)
	d.Shows("测评无效（王监票：发错了评议表）", "重新发放评议表")
}

// TestANewVoteOnSomeIsInHandAlone: its sheets have their rows and no others, the sums are
// its own, and the result says of whom it is.
func TestANewVoteOnSomeIsInHandAlone(t *testing.T) {
	d := newDesk(t, house(t), "zh").Play(small()...).Press("f3 @测评无效 3")
	d.Shows("对谁重新测评？", "1 第一党支部书记  2 第二党支部书记")
	if before := d.Seq; d.Press("'3 enter").Seq != before || d.Rings == 0 {
		t.Fatalf("the third of two is voted on again:\n%s", d.Frame())
	}
	d = newDesk(t, house(t), "zh").Play(small()...).Play(`void-round subjects=s2 by="王监票" reason="印错"`, "issue 5")
	d.Press("f3").Shows("［第2轮（第二党支部书记）］", "发出    5")
	d.Play("collect 3", "bundle by=李录入", "b 1")
	d.Shows("第二党支部书记", "收回    3", "已录    1")
	if strings.Contains(d.Frame(), "第一党支部书记") {
		t.Errorf("who keeps his count is keyed again:\n%s", d.Frame())
	}
	d.Play("b 4", "b 9", "close-bundle 3", "close-count"+threeClose).Press("f4")
	d.Shows("有效 3  无效票 0  收回 3  发出 4", "第2轮 发5 收3 有效3 无效0", "1→0")
}
