package hall_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// situations are what the hall sees, through a whole meeting.
var situations = []desktest.Situation{
	{Name: "title", More: true},
	{Name: "next", Play: desktest.Script(desktest.Spoken, "start report:s1\nwait 9m\nfinish")},
	{Name: "item", Play: desktest.Script(desktest.Spoken, "start report:s1\nwait 3m12s"), More: true},
	{Name: "over", Play: desktest.Script("start report:s1\nwait 11m12s")},
	{Name: "paused", Play: desktest.Script("start report:s1\nwait 2m\npause")},
	{Name: "progress", Play: desktest.Script(desktest.Reports, desktest.Gates, "bundle", desktest.Sheets(10, 2, 1), "close-bundle 10\nbundle\nb 1 2"), More: true},
	{Name: "progress-only", Plan: desktest.With("counting", `"progress"`), Play: desktest.Counted()},
	{Name: "awaits", Play: desktest.Closed()},
	{Name: "votes", Play: desktest.Script(desktest.Closed(), "announce votes"), More: true},
	{Name: "decided", Play: desktest.Script(desktest.Decided(), "announce votes\nannounce grades")},
	{Name: "five", Plan: desktest.Subjects(5), Play: desktest.Script(desktest.Vote(5), "announce votes")},
	{Name: "twelve", Plan: desktest.Subjects(12), Play: desktest.Script(desktest.Vote(12), "announce votes"), More: true},
	{Name: "sixty", Plan: desktest.Subjects(60), Play: desktest.Script(desktest.Vote(60), "announce votes"), Keys: "pgdown"},
	{Name: "void-round", Play: desktest.Script("attend expected=46 present=43\nissue 43\ncollect 44")},
	{Name: "off", Plan: desktest.With("after", `"off"`), Play: desktest.Closed()},
	{Name: "long-names", Plan: desktest.LongNames, Play: desktest.Script("start report:s1\nwait 1m")},
	{Name: "classes", Plan: desktest.Packed("university-2025"), Play: desktest.Script(desktest.UniversityCount(), "announce votes"), More: true},
	{Name: "each", Plan: desktest.Packed("street-2025"), Play: desktest.Script(desktest.StreetCount(), "announce votes"), More: true},
	{Name: "cascade", Plan: desktest.Packed("people-congress-2025"), Play: desktest.Script(desktest.CongressCount(), "announce votes"), More: true},
	{Name: "blank", Play: desktest.Script(desktest.Closed(), "announce votes"), Keys: "."},
}

// TestFrames holds the whole window, because the wall fills it.
func TestFrames(t *testing.T) {
	for _, s := range situations {
		t.Run(s.Name, func(t *testing.T) {
			views := [][2]int{{80, 24}}
			if s.More {
				views = append(views, [2]int{120, 34}, [2]int{200, 50})
			}
			var b strings.Builder
			for _, v := range views {
				s.Keys = strings.TrimPrefix(s.Keys, "f9 ")
				d := desktest.Situation{Name: s.Name, Plan: s.Plan, Play: s.Play, Keys: "f9 " + s.Keys}.At(t, "zh").Size(v[0], v[1])
				fmt.Fprintf(&b, "== %d×%d ==\n", v[0], v[1])
				for row := range strings.SplitSeq(desktest.Inked(d.Model.View().Content), "\n") {
					b.WriteString(strings.TrimRight(row, " ") + "\n")
				}
			}
			desktest.Golden(t, s.Name, b.String())
		})
	}
}

func TestShapes(t *testing.T) {
	walls := make([]desktest.Situation, len(situations))
	for i, s := range situations {
		s.Keys = "f9 " + s.Keys
		walls[i] = s
	}
	desktest.Shapes(t, walls)
}

// private matter is what a hall never sees.
var private = []string{"整改台账要按月销号", "党员教育管理有短板", "件件有着落", "群众评价与平时了解一致", "按方案否决"}

func TestHallNeverSeesNotesOrReasons(t *testing.T) {
	for _, counting := range []string{"off", "progress", "closed", "checked", "every-sheet"} {
		for _, play := range [][]string{
			desktest.Script(desktest.Spoken),
			desktest.Script(desktest.Spoken, "start report:s1\nwait 9m\nfinish\nstart review:s1\nwait 1m"),
			desktest.Script(desktest.Spoken, desktest.Reports, desktest.Gates, "bundle\nb 1 2"),
			desktest.Script(desktest.Spoken, desktest.Decided()),
			desktest.Script(desktest.Spoken, desktest.Decided(), "announce votes\nannounce grades\nseal"),
		} {
			d := desktest.New(t, desktest.Setting(desktest.House(t), "counting", `"`+counting+`"`), "zh").Play(play...)
			for _, from := range []string{"f2", "f3", "f4", "f5", "f7", "f8"} {
				d.Press(from + " f9")
				for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
					d.Size(size[0], size[1])
					d.Hides(private...)
					d.Hides("录入一张", "日志")
				}
				d.Press("f9")
			}
		}
	}
}

func TestHallSeesOfTheCountWhatThePlanAllows(t *testing.T) {
	grades := []string{"测评建议等次", "综合评价等次"}
	figures := []string{"80.49%", "12.20%"}
	for _, c := range []struct {
		after, announced string
		hidden, shown    []string
	}{
		{"off", "announce votes\nannounce grades", append(figures, grades...), nil},
		{"votes", "announce votes\nannounce grades", grades, figures},
		{"votes-and-grades", "", append(figures, grades...), []string{"结果待宣布"}},
		{"votes-and-grades", "announce votes", grades, figures},
		{"votes-and-grades", "announce grades", figures, grades[1:]},
		{"votes-and-grades", "announce votes\nannounce grades", grades[:1], append(figures, grades[1])},
		{"votes-and-grades", "announce votes\nannounce grades\ncorrect bundle=1 sheet=1 2 2 by=\"王监票\" reason=\"复看票面\"", append(figures, grades...), []string{"结果待宣布", "更正"}},
	} {
		d := desktest.New(t, desktest.Setting(desktest.House(t), "after", `"`+c.after+`"`), "zh").Play(desktest.Script(desktest.Decided(), c.announced)...)
		d.Press("f9")
		for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
			d.Size(size[0], size[1])
			d.Hides(c.hidden...)
			d.Shows(c.shown...)
		}
	}
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Counted()[:40]...)
	d.Press("f9")
	d.Hides("%")
}

// TestWhatIsSaidToTheChairStaysOffTheWall: the grade was decided just before the hall
// was shown, and is stored just after.
func TestWhatIsSaidToTheChairStaysOffTheWall(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 down enter 4").Tick()
	d.Shows("第二党支部书记：差")
	d.Press("f9").Tick()
	d.Hides("第二党支部书记：差")
	d.Press("f9").Tick()
	d.Hides("第二党支部书记：差")

	d.Slow = true
	d.Press("up enter 1 f9")
	d.Drain()
	d.Tick()
	d.Hides("第一党支部书记：好")
}

func TestAgendaGoesOnUnderTheHall(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("f9 enter").Tick()
	d.Shows("剩余")
	d.Play("wait 30s")
	d.Press("space").Tick()
	d.Shows("计时暂停")
	d.Press("space + enter").Tick()
	d.Shows("下一项", "点评 第一党支部书记")
	if got := d.State.Steps[0].Length(d.State.Agenda[0]); got != 11*time.Minute {
		t.Errorf("the report has %v", got)
	}
	rings := d.Rings
	d.Press("f6").Tick()
	d.Hides("没有作用") // the hall need not read it
	if d.Rings != rings+1 {
		t.Error("a key that does nothing did not ring")
	}
	d.Press("f9").Tick()
	d.Shows("按 Enter 开始")
}

// TestWhatLiesOverTheHallLeavesItThere: neither the help nor the question whether to
// leave shows what the wall covers, before or after.
func TestWhatLiesOverTheHallLeavesItThere(t *testing.T) {
	for _, keys := range []string{"f1", "ctrl+q", "f1 ctrl+q", "ctrl+c", "f1 esc", "f1 f1", "ctrl+q esc", "ctrl+q enter", "f1 ctrl+q 1", "esc", "f5"} {
		d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(), `opinion s1 merits="敢于担当" problems="调研少"`)...)
		d.Press("f5 ctrl+n").Tick()
		d.Shows("敢于担当")
		d.Press("f9 " + keys).Tick()
		d.Hides("敢于担当", "来源与意见")
	}
}

func TestHallGoesOnInOrder(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("down down f9 enter")
	if got := d.State.Running(); got != 0 {
		t.Errorf("item %d runs: the hall goes on in order, wherever the cursor of the agenda is", got)
	}
}

func TestHallTurnsToEverySubject(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(12)...), "zh").Play(desktest.Script(desktest.Vote(12), "announce votes")...)
	d.Press("f9").Tick()
	for _, name := range []string{"第1党支部书记", "第5党支部书记", "第9党支部书记"} {
		d.Shows(name)
		d.Press("pgdown").Tick()
	}
	d.Shows("第12党支部书记", "第 9–12 名，共 12 名")
	d.Press("pgup pgup pgup").Tick()
	d.Shows("第1党支部书记")
}

func TestHallSeesAStorageFault(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("f9")
	d.Fault = "磁盘坏了。"
	d.Publish()
	d.Shows("磁盘坏了")
	rings := d.Rings
	d.Press("enter")
	if d.Rings == rings || d.State.Running() >= 0 {
		t.Error("an order was taken after a fault")
	}
}

// TestClockGoesOnWithEachSight: what is on the screen is one moment.
func TestClockGoesOnWithEachSight(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1")
	d.Order(meeting.PauseClock{})
	d.Order(meeting.ResumeClock{})
	for _, want := range []string{"1:00 / 10:00", "2:00 / 10:00"} {
		d.Play("wait 1m")
		d.Shows(want)
	}
}
