package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// TestSourceByKeys: grade, score and note, each in its turn; Esc in the note
// keeps all three, Esc before it keeps nothing.
func TestSourceByKeys(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(closed()...)
	d.press("f5 right 2 esc right 2 1 esc right 2 1 '92 esc")
	if len(d.state.Assessments[0]) > 0 {
		t.Errorf("%+v was not to be kept", d.state.Assessments[0])
	}
	d.press("right 2 1 '１０１ enter")
	d.shows("实地调研", "分数")
	rings := d.rings
	d.press("backspace backspace backspace '88.5 enter '现场看了三个点 enter '台账齐全 esc")
	if d.rings != rings {
		t.Errorf("%d rings", d.rings-rings)
	}
	d.shows("实地调研 已存盘。", "实地调研 好 88.5 分")
	d.hides("现场看了三个点")
	want := meeting.Assessment{Source: "visit", Grade: "好", Score: "88.5", Note: "现场看了三个点\n台账齐全"}
	got, _ := d.state.Assessment(0, "visit")
	if got.At = want.At; got != want {
		t.Errorf("kept %+v", got)
	}

	d.press("right 2 enter enter '，走访到位 esc") // Enter leaves what was said before
	want.Note += "，走访到位"
	got, _ = d.state.Assessment(0, "visit")
	if got.At = want.At; got != want {
		t.Errorf("kept %+v", got)
	}
	d.press("right 2 5 ctrl+u enter ctrl+u backspace ctrl+u esc")
	if got, ok := d.state.Assessment(0, "visit"); ok {
		t.Errorf("%+v was to be cleared", got)
	}
	d.press("right 1 '两人离场 esc")
	if got, _ := d.state.Assessment(0, "vote"); got.Note != "两人离场" || got.Grade != "" {
		t.Errorf("kept %+v", got)
	}
}

func TestOpinionByKeys(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(closed()...)
	d.press("f5 down right 5 '基层党建扎实 esc right 6 '整改销号慢 enter '反复出现 esc")
	if got := d.state.Opinions[1]; got != (meeting.Opinion{Merits: "基层党建扎实", Problems: "整改销号慢\n反复出现"}) {
		t.Errorf("%+v", got)
	}
	d.shows("成绩  基层党建扎实", "问题  整改销号慢 反复出现", "综合评价意见已存盘。")
	d.press("up")
	d.hides("基层党建扎实")
}

// TestLongOpinionIsKeptWhole: whatever of it has room on the screen.
func TestLongOpinionIsKeptWhole(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(closed()...)
	text := strings.Repeat("理论学习抓得实，整改台账按月销号。", 200)
	d.press("f5 right 5")
	paste(d, text)
	if at := d.model.View().Cursor; at == nil {
		t.Error("the caret is lost in a long text")
	}
	if problem := bent(d, false); problem != "" {
		t.Error(problem)
	}
	d.press("esc")
	if got := d.state.Opinions[0].Merits; got != text {
		t.Errorf("%d of %d bytes", len(got), len(text))
	}
	d.press("right 5")
	paste(d, strings.Repeat(text, 2))
	d.shows("已去掉")
}

// TestGradeThatDiffersAsksWhy: from the vote's, from that of all the sources, and
// from the quota.
func TestGradeThatDiffersAsksWhy(t *testing.T) {
	for _, c := range []struct {
		plan func(testing.TB) string
		play []string
	}{
		{ofHouse, closed()},
		{weighed, script(closed(), assessed)},
	} {
		d := newDesk(t, c.plan(t), "zh").play(c.play...)
		d.press("f5 2")
		d.shows("写明理")
		d.press("esc 2 '平时了解有不足 enter")
		if got := d.state.Decisions[0]; got.Grade != 2 || got.Reason != "平时了解有不足" {
			t.Fatalf("%+v", got)
		}
		d.press("1")
		if got := d.state.Decisions[0]; got.Grade != 1 || got.Earlier == nil || got.Earlier.Grade != 2 {
			t.Errorf("%+v", got)
		}
		d.shows("此前的决定：较好（平时了解有不足）")
	}
	d := newDesk(t, members(t), "zh").play(membersCount(20)...)
	d.press("f5 1 down 1 down 1 down 2 down 2 down 2")
	d.shows("请写明理由")
	d.press("'全体复议 enter")
	if got := d.state.Decisions[5]; got.Grade != 2 || got.Reason != "全体复议" {
		t.Errorf("%+v", got)
	}
}

func TestNothingButTheForcedGradeCanBeDecided(t *testing.T) {
	d := newDesk(t, house(t), "zh").play(closed()...)
	d.press("f5 down 1")
	d.shows("综合评价等次只能是“差”")
	d.press("enter 2")
	d.shows("综合评价等次只能是“差”")
	d.press("esc 4")
	if got := d.state.Decisions[1].Grade; got != 4 {
		t.Errorf("decided %d", got)
	}
}

// TestBarredGradeIsRefused: in the words of its gate, and opened again with the
// source.
func TestBarredGradeIsRefused(t *testing.T) {
	d := newDesk(t, gated(t), "zh").play(closed()...)
	d.press("f5 right 4 3 enter esc 1")
	d.shows("年度考核为“一般”，不是“较好”，综合评价等次不能定为“好”。")
	if d.state.Decisions[0].Grade != 0 {
		t.Error("decided")
	}
	d.press("enter")
	d.shows("好（未达到条件）")
	d.press("esc right 4 2 enter esc 1")
	if d.state.Decisions[0].Grade != 1 {
		t.Errorf("%+v", d.state.Decisions[0])
	}
	d.press("right 4 3 enter esc") // a decision that cannot stand any more is open again
	if got := d.state.Decisions[0]; got.Grade != 0 || got.Earlier == nil {
		t.Errorf("%+v", got)
	}
	d.shows("未定", "此前的决定：好")
}

// TestOrderAndFilterKeepTheSubject: and so does a decision that drops him from
// what is shown, until the cursor is moved.
func TestOrderAndFilterKeepTheSubject(t *testing.T) {
	d := newDesk(t, planFor(t, many(30)...), "zh").play(vote30()...)
	d.press("f5 down down down")
	here := "▸ 第4党支部书记"
	for _, keys := range []string{"home", "home", "home", "end"} {
		d.press(keys)
		d.shows(here)
	}
	d.press("1 1")
	d.shows(here)
	if d.state.Decisions[3].Grade != 1 || d.state.Decisions[4].Grade != 0 {
		t.Error("one press decided on two")
	}
	d.press("down")
	d.hides("第4党支部书记")
	d.press("end")
	d.shows("只看否决", "▸ 第3党支部书记")
	d.press("end")
	d.shows("没有这样的述职人")
	rings := d.rings
	d.press("1 enter right +")
	if d.rings != rings+4 || d.state.Decisions[2].Grade != 0 {
		t.Errorf("%d rings: something was decided on nobody", d.rings-rings)
	}
	d.press("end down")
	d.shows("▸ 第")
}

// TestHeldDigitDecidesOnOne: the filter drops each subject that is decided.
func TestHeldDigitDecidesOnOne(t *testing.T) {
	d := newDesk(t, planFor(t, many(30)...), "zh").play(vote30()...)
	d.press("f5 end")
	hold(d, "1", 60)
	decided := 0
	for _, g := range d.state.Decisions {
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
	d := newDesk(t, house(t), "zh").play(decided()...)
	d.press("f5 right 5 '补记")
	d.play("seal")
	before := d.seq
	d.press("esc")
	if d.seq != before || d.state.Opinions[0].Merits != "" {
		t.Error("written after the seal")
	}
	d.shows("封存", "补记") // what was written stays in sight once, with the reason
	d.press("esc")
	d.hides("补记")
	rings := d.rings
	d.press("right 1 enter + -")
	if d.rings != rings+5 || d.seq != before {
		t.Errorf("%d rings", d.rings-rings)
	}
	d.hides("填写哪一项")
}

// TestCaretStandsBehindWhatIsWeighed: where an input method will open its window.
func TestCaretStandsBehindWhatIsWeighed(t *testing.T) {
	for _, c := range []struct{ keys, before string }{
		{"f5 right 2 1 '88.5", "88.5"},
		{"f5 right 2 1 enter '现场看了三个点abc", "现场看了三个点abc"},
		{"f5 right 1 '两人离场 enter '欧阳堃𬭎", "欧阳堃𬭎"},
		{"f5 right 5 '理论学习抓得实，整改到位 left left", "理论学习抓得实，整改"},
		{"f5 down right 6 '销号慢", "销号慢"},
		{"f5 2 '平时了解", "平时了解"},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := newDesk(t, house(t), lang).play(closed()...)
			d.press(c.keys)
			for _, size := range [][2]int{{80, 24}, {99, 24}, {100, 24}, {120, 34}, {200, 50}} {
				d.size(size[0], size[1])
				at := d.model.View().Cursor
				if at == nil {
					t.Fatalf("%s: no caret\n%s", c.keys, d.frame())
				}
				left := ansi.Cut(strings.Split(d.frame(), "\n")[at.Y], 0, at.X)
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
	hidden := []string{"走访时群众", "两人离场", "带队伍", "销号拖拉", "61.5", "平时了解", "年度考核"}
	for _, c := range []struct {
		plan  func(testing.TB) string
		play  []string
		grade string // decided, and not to be released
	}{
		{with("display", `"tally"`), script(closed(), secret, `decide s1 较好 reason="平时了解"`), "综合评价等次"},
		{with("display", `"progress"`), script(closed(), secret), "测评建议等次"},
		{ofHouse, script(closed(), secret), "走访"},
		{weighed, script(closed(), secret, assessed[strings.Index(assessed, "assess s1 source=known"):]), "加权得分"},
	} {
		d := newDesk(t, c.plan(t), "zh").play(c.play...)
		for _, from := range []string{"f2", "f4", "f5", "f5 right 2 1 enter", "f5 right 5", "f8"} {
			d.press(from + " f9")
			for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
				d.size(size[0], size[1])
				d.hides(hidden...)
				d.hides(c.grade)
			}
			d.press("f9 esc")
		}
		d.press("f4")
		d.hides(hidden[:4]...)
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
		{ofHouse, decided()}, {university, universityCount()}, {street, streetCount()},
		{congress, congressCount()}, {members, membersCount(20)},
	} {
		for _, lang := range []string{"zh", "en"} {
			d := newDesk(t, c.plan(t), lang)
			for _, line := range c.play {
				d.play(line)
				if word, _, _ := strings.Cut(line, " "); word == "b" || word == "wait" {
					continue
				}
				for _, keys := range []string{"f2", "f3", "f3 1", "f3 home", "f4", "f4 enter", "f5", "f5 right", "f7", "f8", "f9", "f1"} {
					d.press(keys)
					for _, size := range [][2]int{{80, 24}, {120, 34}} {
						d.size(size[0], size[1])
						if problem := bent(d, false); problem != "" {
							t.Fatalf("%s after %q, %s, %v %s: %s\n%s", d.state.Plan.Title, line, keys, size, lang, problem, d.frame())
						}
					}
					d.press(map[string]string{"f3 1": "backspace", "f3 home": "esc", "f4 enter": "esc", "f5 right": "esc", "f9": "f9", "f1": "f1"}[keys])
				}
			}
		}
	}
}

// TestWhatHasNoRoomIsScrolledTo: nothing of a subject is out of reach in a small
// window.
func TestWhatHasNoRoomIsScrolledTo(t *testing.T) {
	d := newDesk(t, planFor(t, many(60)...), "zh").play(vote(60)...)
	d.press("f5")
	d.hides("第60党支部书记 张三 票数相同")
	d.shows("PgUp/PgDn 滚动")
	d.press("pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown pgdown")
	d.shows("由主持人确定。", "▸ 第1党支部书记")
	d.press("down")
	d.shows("▸ 第2党支部书记", "第2党支部书记 欧阳喆  好")
	d.press("pgdown pgup pgup")
	d.shows("第2党支部书记 欧阳喆  好")
	d.size(200, 50)
	d.hides("PgUp/PgDn")
}
