package screen_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/machine"
	"shuping/internal/meeting"

	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
	"shuping/tui/picker"
)

// TestAReportIsExcusedBeforeTheHallLooks: nothing is asked when it is started, and the
// reason is recorded then.
func TestAReportIsExcusedBeforeTheHallLooks(t *testing.T) {
	d := desktest.New(t, desktest.Vetted(t), "zh").Press("enter")
	d.Shows("开会前检查", "▸ ✗ 审核把关 第一党支部书记", "请先在这里办理").Hides("照常述职的理由（")
	if d.State.Running() >= 0 {
		t.Fatal("it was started")
	}
	d.Press("enter 3 enter").Shows("照常述职的理由（")
	d.Press("'主任出差，会后补审 enter").Shows("▸   审核把关", "照常述职：主任出差")
	if d.Seq != 1 {
		t.Errorf("%d records", d.Seq)
	}
	d.Sit("zh", look.Full) // the program is begun anew
	d.Press("enter")
	if st := d.State.Steps[0]; st.Status != meeting.Running || st.Reason != "主任出差，会后补审" {
		t.Errorf("%+v", st)
	}
	if len(d.Kept.Drafts) > 0 {
		t.Errorf("it is still kept: %v", d.Kept.Drafts)
	}
}

// TestUnderTheWallNothingIsAskedOfAReport that did not pass.
func TestUnderTheWallNothingIsAskedOfAReport(t *testing.T) {
	d := desktest.New(t, desktest.Vetted(t), "zh").Press("f9 enter")
	d.Hides("审核把关", "没有审核")
	if d.State.Running() >= 0 || d.Rings == 0 {
		t.Error("it was started")
	}
}

// TestTheListSaysWhatWasFound, and marks what is not as it should be.
func TestTheListSaysWhatWasFound(t *testing.T) {
	for name, c := range map[string]struct {
		found desk.Survey
		shows []string
	}{
		"all well": {desk.Survey{Machine: machine.State{Power: machine.Mains, Charge: 87, Free: 212 << 30}, Printed: "/home/chair/2023-会前材料"},
			[]string{"✓ 会前材料", "✓ 电源", "接着电源，电量 87%（09:00 查）", "✓ 磁盘空间", "还有 212 GB", "✓ 日期和时间", "该办的都办好了"}},
		"nothing printed": {desk.Survey{Machine: machine.State{Power: machine.Mains, Charge: machine.Unknown, Free: 1 << 40}},
			[]string{"✗ 会前材料", "没有写出", "接着电源（09:00 查）", "还差 1 项"}},
		"on its battery": {desk.Survey{Machine: machine.State{Power: machine.Battery, Charge: 9, Free: 512 << 20}, Printed: "/p"},
			[]string{"! 电源", "用电池，没有接电源，电量 9%", "! 磁盘空间", "还有 0.5 GB", "2 项要看一看"}},
		"not known": {desk.Survey{Machine: machine.State{Charge: machine.Unknown, Free: machine.Unknown}, Printed: "/p"},
			[]string{"! 电源", "这台电脑查不到（09:00 查）", "! 磁盘空间", "2 项要看一看"}},
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play("officers recorder=吴记录 scrutineers=王监票 tellers=李录入")
		d.Around = c.found
		d.Size(80, 30).Press("ctrl+w").Tick()
		for _, text := range c.shows {
			if !strings.Contains(d.Frame(), text) {
				t.Errorf("%s: no %q in\n%s", name, text, d.Frame())
			}
		}
	}
	for at, text := range map[time.Duration]string{-60 * 24 * time.Hour: "早于方案的", 0: "✓ 日期和时间", 15 * 24 * time.Hour: "已过方案的 2024-01-31"} {
		d := desktest.New(t, desktest.House(t), "zh")
		d.At = d.At.Add(at)
		d.Publish()
		d.Size(80, 30).Press("ctrl+w").Tick()
		d.Shows(text)
	}
}

// TestEveryRowOfTheListOpensWhatItIsAbout: a question, a file that is looked for, or
// something outside.
func TestEveryRowOfTheListOpensWhatItIsAbout(t *testing.T) {
	d := desktest.New(t, desktest.Vetted(t), "zh")
	d.Around.Printed = ""
	var begun []string
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		s.Mirrors, s.Wall = true, func(bool, int) {}
		s.Browse = func(string) (picker.Listing, error) { return picker.Listing{Folder: "/media/stick"}, nil }
		errand := s.Errand
		s.Errand = func(ctx context.Context, e desk.Errand, to string, far func(done, of int64)) (tui.Outcome, error) {
			if e == desk.BeginMirror {
				begun = append(begun, to)
				d.Mirror = desk.Copy{Says: "镜像到第 1 条"}
			}
			return errand(ctx, e, to, far)
		}
	})
	d.Press("ctrl+w end up up up").Tick()
	d.Shows("▸ ! 镜像", "没有镜像", "! 投影")
	d.Press("enter").Shows("镜像放在哪个文件夹").Press("tab").Tick()
	d.Publish()
	d.Shows("▸ ✓ 镜像", "镜像到第 1 条")
	if !slices.Equal(begun, []string{"/media/stick"}) {
		t.Errorf("mirrors: %q", begun)
	}
	d.Mirror = desk.Copy{Says: "镜像停在第 1 条", Fault: "U盘已拔出"}
	d.Publish()
	d.Shows("▸ ! 镜像").Press("enter").Shows("U盘已拔出", "继续镜像", "停止镜像").Press("esc")
	d.Press("up enter").Tick()
	d.Shows("▸ ✓ 投影", "打开过窗口")
	d.Press("up").Shows("▸ ✗ 会前材料").Press("enter").Tick()
	d.Shows("▸ ✓ 会前材料").Press("enter").Shows("打开所在的文件夹").Press("esc")
	d.Errands = nil
	d.Press("end up enter").Shows("已重新查看")
	if !slices.Equal(d.Errands, []desk.Errand{desk.LookAround}) {
		t.Errorf("%v", d.Errands)
	}
}

// TestWhoIsMissingIsNamedFromTheList: each office by itself, and who is elected at the
// meeting is not missing before it.
func TestWhoIsMissingIsNamedFromTheList(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Size(120, 34).Press("ctrl+w")
	d.Shows("! 记录人", "! 监票人", "! 计票人", "没有登记", "会场简称", "0/2", "3 项要看一看", "下一步：↑↓ 选“记录人”，按 Enter 办")
	for at, row := range []string{"记录人", "监票人", "计票人"} {
		for !strings.Contains(d.Frame(), "▸ ! "+row) {
			d.Press("down")
		}
		d.Press("enter '" + strings.Repeat("王", at+1) + " enter").Shows("▸ ! " + row).Press("2").Shows("▸ ✓ " + row)
	}
	if o := d.State.Officers; o.Recorder != "王" || !slices.Equal(o.Scrutineers, []string{"王王"}) || !slices.Equal(o.Tellers, []string{"王王王"}) {
		t.Errorf("%+v", o)
	}
	d.Press("down down enter").Shows("会场简称写在方案里")
	electing := desktest.But(desktest.House, "[[agenda.stages]]\nkind    = \"evaluation\"", "[[agenda.stages]]\nkind = \"elect\"\nminutes = 5\nclause = \"三(四)4\"\n\n[[agenda.stages]]\nkind    = \"evaluation\"")
	desktest.New(t, electing(t), "zh").Size(120, 34).Press("ctrl+w").Shows("! 记录人", "  监票人", "会上推选").Hides("! 监票人")
}

// TestTheKeyOfThePlaceLeadsBackToIt from the list that lies over it, as a click on its
// tab does.
func TestTheKeyOfThePlaceLeadsBackToIt(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("ctrl+w").Shows("3 项要看一看").Press("f2").Shows("Ctrl+W 开会前检查").Press("ctrl+w").Click("F2").Shows("Ctrl+W 开会前检查")
	d.Press("f7 ctrl+w").Shows("还差 2 项").Press("f7").Shows("Ctrl+W 封存前检查")
}

// TestATimeLimitWithoutADayIsOne: what is kept up for good has its limit.
func TestATimeLimitWithoutADayIsOne(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(`problem s1 origin=self text="台账不全" measure="补齐"`).Press("f7 ctrl+w")
	d.Shows("! 问题有措施、有期限  0/1")
	d.Play("amend p1 due=长期坚持").Shows("✓ 问题有措施、有期限  1/1")
}

// TestAnOpinionLongerThanAPageIsTold, when it is written, beside it, and before the seal.
func TestAnOpinionLongerThanAPageIsTold(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Decided()...)
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		s.OverPage = func(s meeting.State, i int) int { return max(0, len([]rune(s.Opinions[i].Merits))-3) }
	})
	d.Press("f7 ctrl+w").Hides("综合评价意见各占一页")
	d.Play(`opinion s1 merits="抓得很实在" problems=""`).Press("f7 ctrl+w").Shows("! 综合评价意见各占一页  1/2")
	d.Press("esc f5").Shows("比一页多约 2 字，请精简")
}

// TestWhatTheSealWaitsForIsListed, and each row leads to its place.
func TestWhatTheSealWaitsForIsListed(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Reports, desktest.Gates)...).Press("f7 ctrl+w")
	d.Shows("封存前检查", "还差 2 项", "✗ 计票", "还没有结束", "✗ 综合评价等次", "0/2", "下一步：↑↓ 选“计票”，按 Enter 办")
	d.Press("down down enter")
	d.Shows("[F3计票]").Press("f7 end enter").Shows("计票还没有结束")
	d.Play(desktest.Decided()[len(desktest.Script(desktest.Reports, desktest.Gates)):]...)
	d.Shows("✓ 计票", "✓ 综合评价等次", "! 综合评价意见", "! 测评以外的来源", "! 各组复核", "项要看一看")
	for _, place := range []struct{ row, opens string }{{"! 综合评价意见", "[F5等次]"}, {"! 各组复核", "[F3计票]"}, {"议程", "[F2议程]"}, {"! 报送材料", "附上哪个文件"}} {
		d.Press("f8 f7 home")
		for range 12 {
			if strings.Contains(d.Frame(), "▸ "+place.row) || strings.Contains(d.Frame(), "▸ ✓ "+place.row) {
				break
			}
			d.Press("down")
		}
		d.Press("enter").Tick()
		d.Shows(place.opens)
	}
	d.Press("esc esc").Shows("下一步：按 Ctrl+W 做封存前检查")
	d.Press("ctrl+w end enter 2")
	if !d.State.IsSealed() {
		t.Errorf("it is not sealed:\n%s", d.Frame())
	}
	d.Shows("封存与归档", "下一步：按 Enter 导出归档包")
}
