package tui

import (
	"testing"
	"time"

	"shuping/internal/meeting"
)

// privateMatter is what a hall never sees.
var privateMatter = []string{"整改台账要按月销号", "党员教育管理有短板", "件件有着落", "群众评价与平时了解一致", "按方案否决"}

func TestHallNeverSeesNotesOrReasons(t *testing.T) {
	for _, display := range []string{"off", "progress", "tally", "tally-and-grade"} {
		for _, play := range [][]string{
			script(spoken),
			script(spoken, "start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m"),
			script(spoken, reports, gates, "bundle\nb 1 2"),
			script(spoken, decided()),
			script(spoken, decided(), "seal"),
		} {
			d := newDesk(t, setting(house(t), "display", `"`+display+`"`), "zh").play(play...)
			for _, from := range []string{"f2", "f3", "f4", "f5", "f7", "f8"} {
				d.press(from + " f9")
				for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
					d.size(size[0], size[1])
					d.hides(privateMatter...)
					d.hides("录入一张", "日志")
				}
				d.press("esc")
			}
		}
	}
}

func TestHallSeesOfTheCountWhatThePlanAllows(t *testing.T) {
	grades := []string{"测评建议等次", "综合评价等次"}
	figures := []string{"80.49%", "12.20%"}
	for display, hidden := range map[string][]string{
		"off": append(figures, grades...), "progress": append(figures, grades...), "tally": grades, "tally-and-grade": nil,
	} {
		d := newDesk(t, setting(house(t), "display", `"`+display+`"`), "zh").play(decided()...)
		d.press("f9")
		for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
			d.size(size[0], size[1])
			d.hides(hidden...)
		}
	}
	d := newDesk(t, house(t), "zh").play(counted()[:40]...)
	d.press("f9")
	d.hides("%")
}

// TestWhatIsSaidToTheChairStaysOffTheWall: the grade was decided just before
// the hall was shown, and is stored just after.
func TestWhatIsSaidToTheChairStaysOffTheWall(t *testing.T) {
	d := newDesk(t, setting(house(t), "display", `"progress"`), "zh").play(closed()...)
	d.press("f5 down 4")
	d.shows("第二党支部书记：差")
	d.press("f9")
	d.hides("第二党支部书记：差")
	d.press("esc")
	d.hides("第二党支部书记：差")

	d.slow = true
	d.press("up 1 f9")
	d.drain()
	d.tick()
	d.hides("第一党支部书记：好")
}

func TestAgendaGoesOnUnderTheHall(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("f9 enter")
	d.shows("剩余")
	d.play("wait 30s")
	d.press("space")
	d.shows("计时暂停")
	d.press("space + enter")
	d.shows("下一项", "点评 第一党支部书记")
	if got := d.state.Steps[0].Length(d.state.Agenda[0]); got != 11*time.Minute {
		t.Errorf("the report has %v", got)
	}
	rings := d.rings
	d.press("1")
	d.hides("没有作用") // the hall need not read it
	if d.rings != rings+1 {
		t.Error("a key that does nothing did not ring")
	}
	d.press("f9")
	d.shows("按 Enter 开始")
}

// TestWhatLiesOverTheHallLeavesItThere: neither the help nor the question
// whether to leave shows what the projector view covers, before or after.
func TestWhatLiesOverTheHallLeavesItThere(t *testing.T) {
	for _, keys := range []string{"f1", "ctrl+q", "f1 ctrl+q", "ctrl+c", "f1 esc", "f1 f1", "ctrl+q esc", "ctrl+q enter", "f1 ctrl+q 1"} {
		d := newDesk(t, house(t), "zh").play(script(closed(), `opinion s1 merits="敢于担当" problems="调研少"`)...)
		d.press("f5")
		d.shows("敢于担当")
		d.press("f9 " + keys)
		d.hides("敢于担当", "来源与意见")
		if !d.model.hides() {
			t.Errorf("%s: the place is in sight", keys)
		}
	}
	d := newDesk(t, house(t), "zh")
	d.press("f5 f9 f1")
	d.shows("Enter       开始")
}

func TestHallSendsAQuestionBackToTheAgenda(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("down down f9 enter")
	if got := d.state.Running(); got != 0 {
		t.Errorf("item %d runs: the hall goes on in order, wherever the cursor of the agenda is", got)
	}
}

func TestHallTurnsToEverySubject(t *testing.T) {
	d := newDesk(t, planFor(t, many(12)...), "zh").play(vote(12)...)
	d.press("f9")
	for _, name := range []string{"第1党支部书记", "第5党支部书记", "第9党支部书记"} {
		d.shows(name)
		d.press("right")
	}
	d.shows("第12党支部书记", "第 9–12 名，共 12 名")
	d.press("left left left")
	d.shows("第1党支部书记")
}

func TestHallSeesAStorageFault(t *testing.T) {
	d := newDesk(t, house(t), "zh")
	d.press("f9")
	d.fault = "磁盘坏了。"
	d.publish()
	d.shows("磁盘坏了")
	rings := d.rings
	d.press("enter")
	if d.rings == rings || d.state.Running() >= 0 {
		t.Error("an order was taken after a fault")
	}
}

// TestClockGoesOnWithEachSight: what is on the screen is one moment.
func TestClockGoesOnWithEachSight(t *testing.T) {
	d := newDesk(t, house(t), "zh").play("start report:s1")
	d.order(meeting.PauseClock{})
	d.order(meeting.ResumeClock{})
	for _, want := range []string{"1:00 / 10:00", "2:00 / 10:00"} {
		d.play("wait 1m")
		d.shows(want)
	}
}
