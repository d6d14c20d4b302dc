package screen_test

import (
	"context"
	"slices"
	"testing"

	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
	"shuping/tui/picker"
)

// TestASealSaysWhatItLeavesOpen: the clock of the vote is easily left to run.
func TestASealSaysWhatItLeavesOpen(t *testing.T) {
	open := "议程还有 1 项没有结束"
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Closed(), "wait 10m", "decide s1 好", "decide s2 差")...)
	d.Press("f7 enter")
	d.Shows(open)
	d.Press("esc f2 enter f7 enter")
	d.Hides(open)
	d.Shows("现在封存吗")
}

// TestABrokenSealIsToldWhereItIsPutRight, and what was exported under it is no
// longer offered as the bundle.
func TestABrokenSealIsToldWhereItIsPutRight(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Decided(), "seal")...)
	d.Press("f7 enter").Tick()
	d.Shows("2023.zip")
	d.Play(`correct bundle=1 sheet=1 2 2 by="王监票" reason="复看票面"`)
	d.Shows("第 1 次封存已因更正失效，须再次封存并导出。")
	d.Press("down")
	d.Hides("2023.zip")
	d.Press("enter 2")
	d.Hides("已因更正失效")
	d.Shows("Enter 导出归档包")
}

// TestExportGoesWhereItIsWanted: where people look for it, or into a folder that is
// chosen; then its path can be copied and its folder opened.
func TestExportGoesWhereItIsWanted(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(append(desktest.Decided(), "seal")...)
	type asked struct {
		errand desk.Errand
		to     string
	}
	var all []asked
	d.SitAs("zh", look.Full, func(s *tui.Seat) {
		s.Errand = func(_ context.Context, e desk.Errand, to string, _ func(done, of int64)) (tui.Outcome, error) {
			all = append(all, asked{e, to})
			return tui.Outcome{Path: "/media/stick/2023.zip", To: "/home/chair/桌面"}, nil
		}
		s.Browse = func(path string) (picker.Listing, error) { return picker.Listing{Folder: "/media/stick"}, nil }
	})
	d.Press("f7").Tick()
	d.Shows("导出到 /home/chair/桌面")
	d.Press("enter").Tick()
	d.Shows("读回核验相符：/media/stick/2023.zip").Hides("导出到 /home")
	d.Press("ctrl+o").Tick()
	d.Shows("归档包放在哪个文件夹").Press("tab").Tick()
	d.Choose("打开归档包所在的文件夹").Choose("复制归档包的路径").Shows("已复制：/media/stick/2023.zip")
	want := []asked{{desk.ReadMark, ""}, {desk.Export, ""}, {desk.Export, "/media/stick"}, {desk.Reveal, "/media/stick/2023.zip"}}
	if !slices.Equal(all, want) {
		t.Errorf("%v, want %v", all, want)
	}
}

// TestAnExportAsksAboutAMirrorThatStandsOtherwise, and writes at once where none does.
func TestAnExportAsksAboutAMirrorThatStandsOtherwise(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(append(desktest.Decided(), "seal")...).Press("f7")
	d.Mirror = desk.Copy{Says: "镜像停在第 70 条", Fault: "镜像从第 71 条起与本机不同。"}
	d.Publish()
	d.Press("enter").Shows("从第 71 条起与本机不同", "归档包里只有本机的记录", "1  先不导出")
	d.Press("enter")
	if slices.Contains(d.Errands, desk.Export) {
		t.Fatal("it was exported")
	}
	d.Press("rest enter rest 2").Tick()
	d.Shows("已导出归档包")
	d.Mirror.Fault, d.Errands = "", nil
	d.Publish()
	d.Press("enter").Tick()
	if !slices.Contains(d.Errands, desk.Export) {
		t.Errorf("it was not exported:\n%s", d.Frame())
	}
}
