package screen_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestTheSameKeysMoveInEveryList, and do nothing else.
func TestTheSameKeysMoveInEveryList(t *testing.T) {
	plan := desktest.PlanFor(t, desktest.Many(60)...)
	many := make([]string, 45)
	for i := range many {
		many[i] = fmt.Sprintf(`problem s%d origin=superior text="问题%d"`, i%60+1, i+1)
	}
	for _, c := range []struct {
		name, open  string
		play        []string
		first, last string
		of          int
	}{
		{"agenda", "f2", nil, "▸   述职 第1党支部书记 李𬭎", "▸   会议测评", 122},
		{"preparation", "ctrl+w", nil, "▸   工作方案报送备案", "▸ ✓ 日期和时间", 252},
		{"grades", "f5", desktest.Vote(60), "▸ 第1党支部书记", "▸ 第60党支部书记", 60},
		{"ledger", "f6", many, "▸ p1 ", "▸ p45", 45},
		{"log", "f8", many, "▸     46", "▸      1", 46},
	} {
		d := desktest.New(t, plan, "zh").Play(c.play...)
		seq := d.Seq
		d.Press(c.open).Tick()
		d.Shows(c.first, fmt.Sprintf("1/%d", c.of))
		d.Press("end")
		d.Shows(c.last, fmt.Sprintf("%d/%d", c.of, c.of))
		d.Press("up pgup")
		d.Hides(c.last)
		d.Press("home")
		d.Shows(c.first)
		d.Press("down down up")
		d.Shows(fmt.Sprintf("2/%d", c.of))
		d.Press("pgdown")
		at := regexp.MustCompile(fmt.Sprintf(`(?m)(\d+)/%d *$`, c.of)).FindStringSubmatch(d.Frame())
		if at == nil || len(at[1]) == 1 && at[1] < "4" {
			t.Errorf("%s: PgDn leads to %q", c.name, at)
		}
		if d.Seq != seq {
			t.Errorf("%s: moving has recorded something", c.name)
		}
	}
}

// TestTheLedgerIsSearched by post and by what the problem is; Esc ends it where it
// stands.
func TestTheLedgerIsSearched(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Problems()...)
	d.Press("f6 / '第二党支部")
	d.Shows("▸ p3", "/第二党支部")
	d.Press("enter")
	d.Shows("▸ p4")
	d.Press("ctrl+u '窗口")
	d.Shows("▸ p2")
	d.Press("esc")
	d.Shows("▸ p2", "Enter 整改、销号")
	d.Hides("/窗口")
	d.Press("/").Paste("组织生活会")
	d.Shows("▸ p4")
}

// TestProblemIsReadWhole with all that was done about it.
func TestProblemIsReadWhole(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Problems()...)
	d.Play(`progress p1 date=2024-01-11 text="第二次"`)
	d.Press("f6")
	d.Hides("已补记两次")
	d.Press("ctrl+o")
	d.Shows("已补记两次", "第二次", "Esc 返回")
	d.Press("esc")
	d.Shows("Ctrl+O 看全文")
}

// TestTheLogStaysOnItsRecord when newer ones come, and shows it whole.
func TestTheLogStaysOnItsRecord(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Problems()...)
	d.Press("f8 down down")
	d.Shows("▸      7")
	d.Play("start report:s1").Press("f8")
	d.Shows("▸      7")
	d.Press("enter").Play("finish")
	d.Shows("  7  09:00:00", "Esc 返回")
	d.Press("esc home").Play("start review:s1").Press("f8")
	d.Shows("▸     12") // the newest stays the newest
}

// TestNamesThatDifferAtTheEndStayDifferent at every width, on every screen.
func TestNamesThatDifferAtTheEndStayDifferent(t *testing.T) {
	posts := []string{"根河市市场监督管理局第一党支部书记", "根河市市场监督管理局第二党支部书记", "根河市市场监督管理局第三党支部书记"}
	d := desktest.New(t, desktest.PlanFor(t, posts...), "zh").Play(desktest.Script(desktest.Vote(3),
		`problem s1 origin=superior text="甲"`, `problem s2 origin=superior text="甲"`, `problem s3 origin=superior text="甲"`)...)
	d.Press("ctrl+w")
	for _, keys := range []string{"f2", "esc", "f4", "f5", "f6"} {
		d.Press(keys)
		for width := 80; width <= 200; width += 7 {
			d.Size(width, 24)
			frame := d.Frame()
			for _, n := range []string{"一", "二", "三"} {
				if keys == "f4" && n == "三" && !strings.Contains(frame, "共 3 名") {
					continue
				}
				if keys == "f4" && n != "一" && width < 120 {
					continue // not all are in sight
				}
				if !regexp.MustCompile("[第…]" + n + "党").MatchString(frame) {
					t.Fatalf("%s at %d: nobody can be told to be the %s\n%s", keys, width, n, frame)
				}
			}
			if problem := d.Bent(false); problem != "" {
				t.Fatalf("%s at %d: %s", keys, width, problem)
			}
		}
	}
}

// TestTheRailIsAsHighAsTheWork and shows what runs, whoever it is.
func TestTheRailIsAsHighAsTheWork(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(60)...), "zh").Play("start report:s1", "finish", "start review:s1", "finish", "start report:s2")
	d.Size(120, 34).Press("f6")
	rows := strings.Split(d.Frame(), "\n")
	for i, row := range rows[2:32] {
		if at := strings.Index(row, "│"); at < 0 || look.Width(row[:at]) != 29 || strings.TrimSpace(row[:at]) == "" {
			t.Errorf("row %d of the rail is %q", i, row)
		}
	}
	d.Shows("▸ 述职 第2…书记 欧阳喆", "述职 买买提·吐尔逊")
}

// TestNoClickDecidesOrSeals: those want a key.
func TestNoClickDecidesOrSeals(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5").Click("1–4")
	d.Shows("这一步要用键盘：请按 1–4。")
	d.Press("enter").Click("1  好").Click("1  好").ClickKey("Enter")
	if d.State.Decisions[0].Grade != 0 {
		t.Error("a click has decided")
	}
	d.Press("esc").Click("第二党支部书记")
	d.Shows("▸ 第二党支部书记")
	d.Play("wait 10m", "decide s1 好", "decide s2 差")
	d.Press("f7 enter").Click("2  封存").Click("2  封存").ClickKey("Enter")
	if d.State.IsSealed() {
		t.Error("a click has sealed")
	}
	d.Press("esc f6 ctrl+n")
	d.Click("2  第二党支部书记").Click("2  第二党支部书记").Click("3  群众评议").Click("3  群众评议").Press("'办事慢 esc")
	if p := d.State.Ledger[0]; p.Subject != "s2" || p.Origin != meeting.ByMasses {
		t.Errorf("clicks have answered %+v", p)
	}
}

// TestADigitIsChosenFromTheMenu: there it asks which.
func TestADigitIsChosenFromTheMenu(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 @等次 1")
	if d.State.Decisions[0].Grade != 1 {
		t.Errorf("%+v", d.State.Decisions[0])
	}
	d = desktest.New(t, desktest.House(t), "zh")
	hinted(d)
	d.Press("ctrl+o @转入台账 2")
	if len(d.State.Ledger) != 1 || d.State.Ledger[0].Text != "整改台账要按月销号" {
		t.Errorf("%+v", d.State.Ledger)
	}
}
