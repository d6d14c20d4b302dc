package screen_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/tui/desktest"
)

func TestHeldEnterStopsWalkingThroughTheAgenda(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Hold("enter", 200)
	if got := d.Seq; got > 4 { // opened, started, and what came before the rhythm showed
		t.Errorf("%d records", got)
	}
}

func TestHeldDigitDecidesOnce(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...).Press("f5")
	before := d.Seq
	d.Hold("1", 40)
	if got := d.Seq - before; got != 1 {
		t.Errorf("%d records", got)
	}
}

func TestPasteIntoNotesIsCleaned(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "finish", "start review:s1")
	d.Press("ctrl+n").Paste("抓实\x1b[31m整改\u202e")
	d.Shows("抓实", "整改", "已去掉")
	d.Press("esc")
	if got := d.State.Review("s1"); strings.ContainsAny(got, "\x1b\u202e") || !strings.HasPrefix(got, "抓实") {
		t.Errorf("kept %q", got)
	}
}

func TestSwitchingScreensKeepsWhatIsTyped(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "finish", "start review:s1")
	d.Press("ctrl+n '抓实整改 f3 f9 f9 f2")
	d.Shows("抓实整改", "可写多行")
	d.Press("'到位 esc")
	if got := d.State.Review("s1"); got != "抓实整改到位" {
		t.Errorf("kept %q", got)
	}
}

// TestCaretStandsBehindTheText: where an input method will open its window.
func TestCaretStandsBehindTheText(t *testing.T) {
	for _, c := range []struct{ lines, keys, before string }{
		{"start report:s1\nfinish\nstart review:s1", "ctrl+n '理论学习abc '抓得实", "理论学习abc抓得实"},
		{"start report:s1\nfinish\nstart review:s1", "ctrl+n '理论学习 enter '整改台账 left left", "整改"},
		{"", "f5 @登记否决事实|add 1 '根纪发〔2023〕7号", "根纪发〔2023〕7号"},
		{"", "down enter '因病请假", "因病请假"},
		{"problem s1 origin=self text=甲\nproblem s1 origin=self text=乙", "f6 down enter 3 '欧阳堃𬭎", "欧阳堃𬭎"},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := desktest.New(t, desktest.House(t), lang).Play(desktest.Script(c.lines)...).Press(c.keys)
			for _, size := range [][2]int{{80, 24}, {99, 24}, {100, 24}, {120, 34}, {132, 43}, {200, 50}} {
				d.Size(size[0], size[1])
				at := d.Model.View().Cursor
				if at == nil {
					t.Fatalf("%s: no caret\n%s", c.keys, d.Frame())
				}
				if left := ansi.Cut(strings.Split(d.Frame(), "\n")[at.Y], 0, at.X); !strings.HasSuffix(left, c.before) {
					t.Errorf("%s at %v: the caret stands behind %q", c.keys, size, left)
				}
			}
			if d.Press("f1"); d.Model.View().Cursor != nil {
				t.Errorf("%s: a caret on the help", c.keys)
			}
		}
	}
}

// TestAgendaSaysWhereTheVoteGoesOn: from the evaluation on, the agenda names the
// place that has work, at the end the one where papers are filed.
func TestAgendaSaysWhereTheVoteGoesOn(t *testing.T) {
	over := []string{"start report:s1", "finish", "start review:s1", "finish", "start report:s2", "finish",
		"start review:s2", "finish", "start speech", "finish", "start evaluation"}
	for _, c := range []struct {
		lines []string
		shows string
	}{
		{over, "按 F3"},
		{desktest.Script(over, "finish"), "按 F3"},
		{desktest.Closed(), "按 F5"},
		{desktest.Script(desktest.Closed(), "finish"), "按 F5"},
		{desktest.Decided(), "按 F7 封存"},
		{desktest.Script(desktest.Decided(), "seal"), "按 F7 导出"},
	} {
		desktest.New(t, desktest.House(t), "zh").Play(c.lines...).Press("f2").Shows(c.shows)
	}
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Script(desktest.Decided(), "seal")...)
	d.Press("f7 enter").Tick()
	d.Press("f2").Shows("议程已全部完成", "按 F7 登记报送")
	d.Hides("按 F3", "按 F5")
}
