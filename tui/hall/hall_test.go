package hall_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/desktest"
	"shuping/tui/hall"
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
	{Name: "short-names", Plan: shortNamed, Play: desktest.Script("start report:s1\nwait 1m"), More: true},
	{Name: "short-votes", Plan: shortNamed, Play: desktest.Script(desktest.Vote(2), "announce votes"), More: true},
	{Name: "classes", Plan: desktest.Packed("university-2025"), Play: desktest.Script(desktest.UniversityCount(), "announce votes"), More: true},
	{Name: "each", Plan: desktest.Packed("street-2025"), Play: desktest.Script(desktest.StreetCount(), "announce votes"), More: true},
	{Name: "cascade", Plan: desktest.Packed("people-congress-2025"), Play: desktest.Script(desktest.CongressCount(), "announce votes"), More: true},
	{Name: "unmarked", Plan: desktest.Unmarked, Play: desktest.Script("attend expected=3 present=3\nissue 3\ncollect 3\nbundle\nb 1 2\nb 1 3\nb 1 7\nclose-bundle 3\nclose-count by=王监票\nannounce votes"), More: true},
	{Name: "blank", Play: desktest.Script(desktest.Closed(), "announce votes"), Keys: "."},
}

// shortNamed is the plan of long names with short ones for the hall.
func shortNamed(t testing.TB) string {
	plan := desktest.LongNames(t)
	for i, short := range []string{"执法一部", "执法二部"} {
		id := fmt.Sprintf("id = \"s%d\"\n", i+1)
		plan = strings.Replace(plan, id, id+fmt.Sprintf("short = %q\n", short), 1)
	}
	return plan
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
				d.Hides(private...)
				d.Hides("录入一张", "日志")
				d.Press("f9")
			}
			for _, secret := range private {
				if said := said(t, d); strings.Contains(said, secret) {
					t.Errorf("the hall reads %q:\n%s", secret, said)
				}
			}
		}
	}
}

// said is all that the hall may read of the meeting on a desk.
func said(t testing.TB, d *desktest.Desk) string {
	c := context(t, d, "zh")
	c.Width, c.Rows = 110, 30
	return hall.Said(c)
}

func TestHallSeesOfTheCountWhatThePlanAllows(t *testing.T) {
	grade, votes := "综合评价等次", "33"
	veto, share := "一般和差超过10%", "12.20%"
	for _, c := range []struct {
		after, announced string
		hidden, shown    []string
	}{
		{"off", "announce votes\nannounce grades", []string{grade, votes, veto, share}, []string{"计票结束"}},
		{"votes", "announce votes\nannounce grades", []string{grade, veto, share}, []string{votes, "有效票 41 张"}},
		{"votes-and-grades", "", []string{grade, votes, veto, share}, []string{"结果待宣布"}},
		{"votes-and-grades", "announce votes", []string{grade, veto, share}, []string{votes}},
		{"votes-and-grades", "announce grades", []string{votes, share}, []string{grade, veto}},
		{"votes-and-grades", "announce votes\nannounce grades", nil, []string{grade, votes, veto, share}},
		{"votes-and-grades", "announce votes\nannounce grades\ncorrect bundle=1 sheet=1 2 2 by=\"王监票\" reason=\"复看票面\"", []string{grade, votes, veto, share}, []string{"结果待宣布", "更正"}},
	} {
		d := desktest.New(t, desktest.Setting(desktest.House(t), "after", `"`+c.after+`"`), "zh").Play(desktest.Script(desktest.Decided(), c.announced)...)
		got := said(t, d)
		for _, text := range c.hidden {
			if strings.Contains(got, text) {
				t.Errorf("%s, %q: the hall reads %q:\n%s", c.after, c.announced, text, got)
			}
		}
		for _, text := range c.shown {
			if !strings.Contains(got, text) {
				t.Errorf("%s, %q: the hall does not read %q:\n%s", c.after, c.announced, text, got)
			}
		}
	}
}

// TestVetoesAreToldApart: one by votes, one by a fact, and what the votes alone say is
// small print.
func TestVetoesAreToldApart(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(),
		"fact s1 kind=accountable source=市纪委通报\ndecide s1 差\ndecide s2 差\nannounce votes\nannounce grades")...)
	got := said(t, d)
	for _, text := range []string{"被问责追责", "依据：市纪委通报", "票数参考为“好”", "一般和差超过10%"} {
		if !strings.Contains(got, text) {
			t.Errorf("the hall does not read %q:\n%s", text, got)
		}
	}
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
	if got := said(t, d); !strings.Contains(got, "下一项\n点评\n第一党支部书记") {
		t.Errorf("the hall reads\n%s", got)
	}
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
	for _, page := range []string{"1/15", "2/15", "3/15", "4/15"} { // three of all, then one each
		d.Shows(page)
		d.Press("pgdown").Tick()
	}
	d.Press("pgup pgup pgup pgup pgup").Tick()
	d.Shows("1/15")
	got := said(t, d)
	for i := range 12 {
		if name := fmt.Sprintf("第%d党支部书记", i+1); !strings.Contains(got, name) {
			t.Errorf("the hall does not read %s", name)
		}
	}
}

// TestNamesAreToldApart where they have little room: what all end in goes first.
func TestNamesAreToldApart(t *testing.T) {
	for _, c := range []struct {
		posts []string
		shown []string
	}{
		{[]string{"第一党支部书记", "第二党支部书记"}, []string{"第一", "第二"}},
		{[]string{"机关党支部书记", "药品检验中心党支部书记 李堃"}, []string{"李堃"}},
		{[]string{"一", "二"}, []string{"一", "二"}},
	} {
		d := desktest.New(t, desktest.PlanFor(t, c.posts...), "zh").Play(desktest.Script(desktest.Closed(), "announce votes")...)
		w := context(t, d, "zh")
		w.Width, w.Rows = 80, 24
		for _, name := range c.shown {
			if got := hall.Said(w); !strings.Contains(got, "\n"+name+"\n") {
				t.Errorf("%v: no %q in\n%s", c.posts, name, got)
			}
		}
	}
}

// TestPagesTurnByThemselves only where that was chosen, and any key of the remote goes
// on from there.
func TestPagesTurnByThemselves(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(), "announce votes")...)
	d.Press("f9").Play("wait 1m")
	d.Shows("1/3")
	d.Press("f9").Choose("投影自动翻页").Press("f9")
	for _, page := range []string{"2/3", "3/3", "1/3"} {
		d.Play("wait 12s")
		d.Shows(page)
	}
	d.Press("pgdown").Tick()
	d.Shows("2/3")
	d.Press("f9").Choose("投影不再自动翻页").Press("f9").Play("wait 1m")
	d.Shows("2/3")
	d.Play("decide s1 好", "decide s2 差", "announce grades") // another thing begins with its first page
	d.Shows("1/6")
}

// TestRemoteKeysChangeNothing but pages and blank.
func TestRemoteKeysChangeNothing(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(), "announce votes")...)
	d.Press("f9").Tick()
	before, seq := d.Frame(), d.Seq
	for _, k := range []string{"f5", "esc", "f1", "0", "5", "left", "right", "up", "down", "home", "end"} {
		if d.Press(k).Tick(); d.Frame() != before || d.Seq != seq {
			t.Errorf("%s changes what the hall sees:\n%s", k, d.Frame())
		}
	}
	for _, k := range []string{".", "b", "'。"} {
		if d.Press(k).Tick(); strings.TrimSpace(d.Frame()) != "" {
			t.Errorf("%s does not blank the wall", k)
		}
		d.Press(k).Tick()
	}
	if d.Frame() != before {
		t.Error("the picture does not come back")
	}
}

// TestTallyFollowsTheRecord: what is on disk is in the next picture.
func TestTallyFollowsTheRecord(t *testing.T) {
	d := desktest.New(t, desktest.With("counting", `"every-sheet"`)(t), "zh").Play(desktest.Script(desktest.Gates, "bundle", desktest.Sheets(8, 2, 1))...)
	d.Press("f9").Tick()
	before := d.Frame()
	d.Order(meeting.EnterBallot{Marks: []tally.Mark{1, 2}})
	d.Publish()
	if d.Frame() == before || !strings.Contains(d.Frame(), "已计 9 张") {
		t.Errorf("the wall does not follow:\n%s", d.Frame())
	}
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
