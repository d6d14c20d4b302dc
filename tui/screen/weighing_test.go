package screen_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/internal/meeting"
	"shuping/internal/words"

	"shuping/tui/desktest"
)

// TestSourceByKeys: grade, score and note, each in its turn; Esc in the note
// keeps all three, Esc before it keeps nothing.
func TestSourceByKeys(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 ctrl+n 2 esc ctrl+n 2 1 esc ctrl+n 2 1 '92 esc")
	if len(d.State.Assessments[0]) > 0 {
		t.Errorf("%+v was not to be kept", d.State.Assessments[0])
	}
	d.Press("ctrl+n 2 1 '１０１ enter")
	d.Shows("实地调研", "分数")
	rings := d.Rings
	d.Press("backspace backspace backspace '88.5 enter '现场看了三个点 enter '台账齐全 esc")
	if d.Rings != rings {
		t.Errorf("%d rings", d.Rings-rings)
	}
	d.Shows("实地调研 已保存。", "实地调研 好 88.5 分")
	d.Hides("现场看了三个点")
	want := meeting.Assessment{Source: "visit", Grade: "好", Score: "88.5", Note: "现场看了三个点\n台账齐全"}
	got, _ := d.State.Assessment(0, "visit")
	if got.At = want.At; got != want {
		t.Errorf("kept %+v", got)
	}

	d.Press("ctrl+n 2 enter enter '，走访到位 esc") // Enter leaves what was said before
	want.Note += "，走访到位"
	got, _ = d.State.Assessment(0, "visit")
	if got.At = want.At; got != want {
		t.Errorf("kept %+v", got)
	}
	d.Press("ctrl+n 2 5 ctrl+u enter ctrl+u backspace ctrl+u esc")
	if got, ok := d.State.Assessment(0, "visit"); ok {
		t.Errorf("%+v was to be cleared", got)
	}
	d.Press("ctrl+n 1 '两人离场 esc")
	if got, _ := d.State.Assessment(0, "vote"); got.Note != "两人离场" || got.Grade != "" {
		t.Errorf("kept %+v", got)
	}
}

func TestOpinionByKeys(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 down ctrl+n 5 '基层党建扎实 esc ctrl+n 6 '整改销号慢 enter '反复出现 esc")
	if got := d.State.Opinions[1]; got != (meeting.Opinion{Merits: "基层党建扎实", Problems: "整改销号慢\n反复出现"}) {
		t.Errorf("%+v", got)
	}
	d.Shows("成绩  基层党建扎实", "问题  整改销号慢 反复出现", "综合评价意见已保存。")
	d.Press("up")
	d.Hides("基层党建扎实")
}

// TestLongOpinionIsKeptWhole: whatever of it has room on the screen.
func TestLongOpinionIsKeptWhole(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	text := strings.Repeat("理论学习抓得实，整改台账按月销号。", 200)
	d.Press("f5 ctrl+n 5")
	d.Paste(text)
	if at := d.Model.View().Cursor; at == nil {
		t.Error("the caret is lost in a long text")
	}
	if problem := d.Bent(false); problem != "" {
		t.Error(problem)
	}
	d.Press("esc")
	if got := d.State.Opinions[0].Merits; got != text {
		t.Errorf("%d of %d bytes", len(got), len(text))
	}
	d.Press("ctrl+n 5")
	d.Paste(strings.Repeat(text, 2))
	d.Shows("已去掉")
}

// TestGradeThatDiffersAsksWhy: from the vote's, from that of all the sources, and
// from the quota.
func TestGradeThatDiffersAsksWhy(t *testing.T) {
	for _, c := range []struct {
		plan func(testing.TB) string
		play []string
	}{
		{desktest.House, desktest.Closed()},
		{desktest.Weighed, desktest.Script(desktest.Closed(), desktest.Assessed)},
	} {
		d := desktest.New(t, c.plan(t), "zh").Play(c.play...)
		d.Press("f5 2")
		d.Shows("写明理")
		d.Press("esc 2 '平时了解有不足 enter")
		if got := d.State.Decisions[0]; got.Grade != 2 || got.Reason != "平时了解有不足" {
			t.Fatalf("%+v", got)
		}
		d.Press("1")
		if got := d.State.Decisions[0]; got.Grade != 1 || got.Earlier == nil || got.Earlier.Grade != 2 {
			t.Errorf("%+v", got)
		}
		d.Shows("此前的决定：较好（平时了解有不足）")
	}
	d := desktest.New(t, desktest.Members(t), "zh").Play(desktest.MembersCount(20)...)
	d.Press("f5 1 down 1 down 1 down 2 down 2 down 2")
	d.Shows("偏少") // the quota warns and asks for nothing
	if got := d.State.Decisions[5]; got.Grade != 2 || got.Reason != "" {
		t.Errorf("%+v", got)
	}
}

func TestNothingButTheForcedGradeCanBeDecided(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 down 1")
	d.Shows("综合评价等次只能是“差”")
	d.Press("enter 2")
	d.Shows("综合评价等次只能是“差”")
	d.Press("esc 4")
	if got := d.State.Decisions[1].Grade; got != 4 {
		t.Errorf("decided %d", got)
	}
}

// TestBarredGradeIsRefused: in the words of its gate, and opened again with the
// source.
func TestBarredGradeIsRefused(t *testing.T) {
	d := desktest.New(t, desktest.Gated(t), "zh").Play(desktest.Closed()...)
	d.Press("f5 ctrl+n 4 3 enter esc 1")
	d.Shows("第一党支部书记 的年度基层党建考核为“一般”，不是“较好”，综合评价等次不能定为")
	if d.State.Decisions[0].Grade != 0 {
		t.Error("decided")
	}
	d.Press("enter")
	d.Shows("好（未达到条件）")
	d.Press("esc ctrl+n 4 2 enter esc 1")
	if d.State.Decisions[0].Grade != 1 {
		t.Errorf("%+v", d.State.Decisions[0])
	}
	d.Press("ctrl+n 4 3 enter esc") // a decision that cannot stand any more is open again
	if got := d.State.Decisions[0]; got.Grade != 0 || got.Earlier == nil {
		t.Errorf("%+v", got)
	}
	d.Shows("未定", "此前的决定：好")
}

// TestWhatIsSaidOfAGradeStandsApart: what the votes come to stays what it is when a fact
// forces another grade, and when that is decided.
func TestWhatIsSaidOfAGradeStandsApart(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Closed()...).Press("f5")
	d.Shows("好   –              未定", "测评参考  好 33/41", "限定      一般+差 2/41", "评定      未定")
	d.Play(`fact s1 kind=accountable source="根纪发〔2023〕7号"`)
	d.Shows("好   只能差（事实） 未定", "测评参考  好 33/41", "问责追责（依据：根纪发")
	d.Play("decide s1 差")
	d.Shows("好   只能差（事实） 差", "评定      差")
	d.Press("f4").Shows("参考 好  只能差（事实）  评定 差")
}

// TestOrderAndFilterKeepTheSubject: and so does a decision that drops him from
// what is shown, until the cursor is moved.
func TestOrderAndFilterKeepTheSubject(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(30)...), "zh").Play(desktest.Vote30()...)
	d.Press("f5 down down down")
	here := "▸ 第4"
	for _, keys := range []string{"@排序 2", "@排序 3", "@排序 1", "@只看 2"} {
		d.Press(keys)
		d.Shows(here)
	}
	d.Press("1 1")
	d.Shows(here)
	if d.State.Decisions[3].Grade != 1 || d.State.Decisions[4].Grade != 0 {
		t.Error("one press decided on two")
	}
	d.Press("down")
	d.Hides("第4党支部书记")
	d.Press("@只看 3")
	d.Shows("只看否决", "▸ 第3党支部书记")
	d.Press("@只看 4")
	d.Shows("没有这样的述职人")
	rings := d.Rings
	d.Press("1 enter ctrl+n left")
	if d.Rings != rings+4 || d.State.Decisions[2].Grade != 0 {
		t.Errorf("%d rings: something was decided on nobody", d.Rings-rings)
	}
	d.Press("@只看 1 down")
	d.Shows("▸ 第")
}

// TestHeldDigitDecidesOnOne: the filter drops each subject that is decided.
func TestHeldDigitDecidesOnOne(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(30)...), "zh").Play(desktest.Vote30()...)
	d.Press("f5 @只看 2")
	d.Hold("1", 60)
	decided := 0
	for _, g := range d.State.Decisions {
		if g.Grade != 0 {
			decided++
		}
	}
	if decided != 1 {
		t.Errorf("%d decided", decided)
	}
}

// TestNothingIsWrittenAfterTheSeal: what was open when another seat sealed is
// refused, and nothing opens.
func TestNothingIsWrittenAfterTheSeal(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Decided()...)
	d.Press("f5 ctrl+n 5 '补记")
	d.Play("seal")
	before := d.Seq
	d.Press("esc")
	if d.Seq != before || d.State.Opinions[0].Merits != "" {
		t.Error("written after the seal")
	}
	d.Shows("封存", "补记") // what was written stays in sight once, with the reason
	d.Press("esc")
	d.Hides("补记")
	rings := d.Rings
	d.Press("ctrl+n 1 enter + -")
	if d.Rings != rings+5 || d.Seq != before {
		t.Errorf("%d rings", d.Rings-rings)
	}
	d.Hides("填写哪一项")
}

// TestCaretStandsBehindWhatIsWeighed: where an input method will open its window.
func TestCaretStandsBehindWhatIsWeighed(t *testing.T) {
	for _, c := range []struct{ keys, before string }{
		{"f5 ctrl+n 2 1 '88.5", "88.5"},
		{"f5 ctrl+n 2 1 enter '现场看了三个点abc", "现场看了三个点abc"},
		{"f5 ctrl+n 1 '两人离场 enter '欧阳堃𬭎", "欧阳堃𬭎"},
		{"f5 ctrl+n 5 '理论学习抓得实，整改到位 left left", "理论学习抓得实，整改"},
		{"f5 down ctrl+n 6 '销号慢", "销号慢"},
		{"f5 2 '平时了解", "平时了解"},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := desktest.New(t, desktest.House(t), lang).Play(desktest.Closed()...)
			d.Press(c.keys)
			for _, size := range [][2]int{{80, 24}, {99, 24}, {100, 24}, {120, 34}, {200, 50}} {
				d.Size(size[0], size[1])
				at := d.Model.View().Cursor
				if at == nil {
					t.Fatalf("%s: no caret\n%s", c.keys, d.Frame())
				}
				left := ansi.Cut(strings.Split(d.Frame(), "\n")[at.Y], 0, at.X)
				if !strings.HasSuffix(left, c.before) {
					t.Errorf("%s at %v: the caret stands behind %q", c.keys, size, left)
				}
			}
		}
	}
}

// secret is what only the chair wrote and reads.
const secret = `assess s1 source=visit grade=一般 score=61.5 note="走访时群众有意见"
assess s1 source=vote note="票决时有两人离场"
opinion s1 merits="带队伍有办法" problems="销号拖拉"
`

func TestHallNeverSeesSourcesOrOpinions(t *testing.T) {
	hidden := []string{"走访时群众", "两人离场", "带队伍", "销号拖拉", "61.5", "平时了解", "年度基层党建考核"}
	for _, c := range []struct {
		plan  func(testing.TB) string
		play  []string
		grade string // decided, and not to be released
	}{
		{desktest.With("after", `"votes"`), desktest.Script(desktest.Closed(), "announce votes", secret, `decide s1 较好 reason="平时了解"`), "综合评价等次"},
		{desktest.With("after", `"off"`), desktest.Script(desktest.Closed(), "announce votes", secret), "测评参考等次"},
		{desktest.House, desktest.Script(desktest.Closed(), secret), "走访"},
		{desktest.Weighed, desktest.Script(desktest.Closed(), secret, desktest.Assessed[strings.Index(desktest.Assessed, "assess s1 source=known"):]), "加权得分"},
	} {
		d := desktest.New(t, c.plan(t), "zh").Play(c.play...)
		for _, from := range []string{"f2", "f4", "f5", "f5 ctrl+n 2 1 enter", "f5 ctrl+n 5", "f8"} {
			d.Press(from + " f9")
			for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
				d.Size(size[0], size[1])
				d.Hides(hidden...)
				d.Hides(c.grade)
			}
			d.Press("f9 esc")
		}
		d.Press("f4")
		d.Hides(hidden[:4]...)
	}
}

// TestLogSaysOnlyThatSomethingWasWritten: in both languages.
func TestLogSaysOnlyThatSomethingWasWritten(t *testing.T) {
	for _, lang := range []words.Language{words.Chinese, words.English} {
		for _, kind := range []string{meeting.SubjectAssessed{}.Kind(), meeting.OpinionWritten{}.Kind()} {
			if words.QuietRecord(lang, kind) == "" {
				t.Errorf("%s: %s says what it holds", lang.Tag(), kind)
			}
		}
	}
}

// TestEveryScreenOfEveryPlan: that comes with the program, at every moment of its
// meeting, has its shape.
func TestEveryScreenOfEveryPlan(t *testing.T) {
	for _, c := range []struct {
		plan func(testing.TB) string
		play []string
	}{
		{desktest.House, desktest.Decided()}, {desktest.University, desktest.UniversityCount()}, {desktest.Street, desktest.StreetCount()},
		{desktest.Congress, desktest.CongressCount()}, {desktest.Members, desktest.MembersCount(20)},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := desktest.New(t, c.plan(t), lang)
			for _, line := range c.play {
				d.Play(line)
				if word, _, _ := strings.Cut(line, " "); word == "b" || word == "wait" {
					continue
				}
				for _, keys := range []string{"f2", "f3", "f3 1", "f3 home", "f4", "f4 enter", "f5", "f5 ctrl+n", "f7", "f8", "f9", "f1"} {
					d.Press(keys)
					for _, size := range [][2]int{{80, 24}, {120, 34}} {
						d.Size(size[0], size[1])
						if problem := d.Bent(false); problem != "" {
							t.Fatalf("%s after %q, %s, %v %s: %s\n%s", d.State.Plan.Title, line, keys, size, lang, problem, d.Frame())
						}
					}
					d.Press(map[string]string{"f3 1": "backspace", "f3 home": "esc", "f4 enter": "esc", "f5 ctrl+n": "esc", "f9": "f9", "f1": "f1"}[keys])
				}
			}
		}
	}
}

// TestWhatHasNoRoomIsReadOnAPage: nothing of a subject is out of reach in a small
// window.
func TestWhatHasNoRoomIsReadOnAPage(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(60)...), "zh").Play(desktest.Vote(60)...)
	d.Press("f5")
	d.Hides("由主持人确定。")
	d.Shows("行，按 Ctrl+O 看全文")
	d.Press("ctrl+o end")
	d.Shows("由主持人确定。", "Esc 返回")
	d.Press("right home")
	d.Shows("第2党支部书记 欧阳喆")
	d.Press("esc")
	d.Shows("▸ 第2党支部书记")
	d.Size(200, 50)
	d.Hides("按 Ctrl+O 看全文")
}
