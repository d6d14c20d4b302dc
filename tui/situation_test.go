package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
)

// A situation is a moment of a meeting that a screen must show well: what the
// room has recorded, and the keys that lead to it.
type situation struct {
	name string
	plan func(testing.TB) string // the house plan where it is nil
	play []string
	then func(*desk)
	keys string
	more bool // shown at every size and in both languages
}

// at opens a desk where the situation is.
func (s situation) at(t testing.TB, lang string) *desk {
	t.Helper()
	plan := house(t)
	if s.plan != nil {
		plan = s.plan(t)
	}
	d := newDesk(t, plan, lang)
	d.play(s.play...)
	if s.then != nil {
		s.then(d)
	}
	d.press(s.keys)
	return d
}

func script(parts ...any) []string {
	var out []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			for line := range strings.Lines(p) {
				if line = strings.TrimSpace(line); line != "" {
					out = append(out, line)
				}
			}
		case []string:
			out = append(out, p...)
		}
	}
	return out
}

const (
	reports = `start report:s1
wait 9m41s
finish
start review:s1
wait 4m20s
finish
start report:s2
wait 10m5s
finish
start review:s2
wait 3m58s
finish
start speech
wait 6m12s
finish
start evaluation
`
	gates = `attend expected=46 present=43
issue 43
collect 42
`
	spoken = `review s1 text="理论学习抓得实，“第一议题”落实好；整改台账要按月销号。"
review s2 text="党员教育管理有短板。"
speech text="抓好整改落实，做到件件有着落。"
`
)

// counted is the whole count of the house plan, 41 valid and 1 void.
func counted() []string {
	var b strings.Builder
	b.WriteString(reports + gates)
	marks := []struct {
		n    int
		line string
	}{{22, "b 1 1"}, {10, "b 1 2"}, {1, "b 1 3"}, {2, "b 2 2"}, {2, "b 2 3"}, {1, "b 3 1"}, {1, "b 3 4"}, {1, "b 2 1"}, {1, "b 2 3"}, {1, "b 0 reason=1"}}
	n := 0
	for _, m := range marks {
		for range m.n {
			if n%10 == 0 {
				b.WriteString("bundle\n")
			}
			b.WriteString(m.line + "\n")
			if n++; n%10 == 0 {
				b.WriteString("close-bundle 10\n")
			}
		}
	}
	b.WriteString("close-bundle 2\n")
	return script(b.String())
}

// closed is counted and confirmed by the scrutineer.
func closed() []string { return script(counted(), `close-count by="王监票"`) }

func decided() []string {
	return script(closed(), "wait 10m\nfinish\ndecide s1 好 reason=\"群众评价与平时了解一致\"\ndecide s2 差 reason=\"按方案否决\"")
}

func subjects(n int) func(testing.TB) string {
	return func(t testing.TB) string { return planFor(t, many(n)...) }
}

func with(key, value string) func(testing.TB) string {
	return func(t testing.TB) string { return setting(house(t), key, value) }
}

// vote is one bundle of ten sheets for n subjects, closed.
func vote(n int) []string {
	return script("attend expected=12 present=10\nissue 10\ncollect 10\nbundle",
		sheets(6, n, 1), sheets(3, n, 2), sheets(1, n, 4), "close-bundle 10\nclose-count by=\"王监票\"")
}

func long(t testing.TB) string {
	return planFor(t, "市场监督管理综合行政执法大队第一党支部委员会书记 阿卜杜热合曼·买买提吐尔逊", "市场监督管理综合行政执法大队第二党支部委员会书记 𬭎堃喆")
}

var situations = []situation{

	{name: "record-heads", keys: "f3 46 enter 4"},
	{name: "record-issue", play: script("attend expected=46 present=43"), keys: "f3"},
	{name: "record-issue-over", play: script("attend expected=46 present=43"), keys: "f3 45 enter enter '备用"},
	{name: "record-collect", play: script("attend expected=46 present=43\nissue 43"), keys: "f3 4"},
	{name: "record-collect-over", play: script("attend expected=46 present=43\nissue 43"), keys: "f3 44 enter"},
	{name: "record-void-round", play: script("attend expected=46 present=43\nissue 43\ncollect 44"), keys: "f3"},
	{name: "record-restate", play: script(gates, "bundle\nb 1 1"), keys: "f3 home 4"},
	{name: "record-open", play: script(reports, gates), keys: "f3"},
	{name: "record-sheet", play: script(reports, gates, "bundle\nb 1 2\nb 1 1\nb 0 reason=1\nb 2 2\nb 9 1\nb 1 8"), keys: "f3", more: true},
	{name: "record-half", play: script(reports, gates, "bundle\nb 1 2\nb 1 1"), keys: "f3 2", more: true},
	{name: "record-void-reason", play: script(reports, gates, "bundle\nb 1 2"), keys: "f3 0"},
	{name: "record-doubtful", play: script(reports, gates, "bundle\nb 1 2\ndoubt\nb 1 1"), keys: "f3"},
	{name: "record-settle", play: script(reports, gates, "bundle\nb 1 2\ndoubt\nb 1 1"), keys: "f3 end 3"},
	{name: "record-hand", play: script(reports, gates, "bundle", sheets(10, 2, 1)), keys: "f3 1", more: true},
	{name: "record-hand-differs", play: script(reports, gates, "bundle", sheets(10, 2, 1)), keys: "f3 9 enter"},
	{name: "record-writing", play: script(reports, gates, "bundle\nb 1 2\nb 1 1"), then: func(d *desk) { d.slow = true }, keys: "f3 1123"},
	{name: "record-finish", play: counted(), keys: "f3"},
	{name: "record-unchecked", play: counted(), keys: "f3 enter", more: true},
	{name: "record-scrutineer", play: counted(), keys: "f3 enter 2 '王监票"},
	{name: "record-closed", play: closed(), keys: "f3"},
	{name: "record-held", play: script(reports, gates, "bundle\nb 1 2\nb 1 1"), then: func(d *desk) { d.press("f3"); hold(d, "1", 30) }},
	{name: "record-paste", play: script(reports, gates, "bundle\nb 1 2"), then: func(d *desk) { d.press("f3"); paste(d, "1212") }},
	{name: "record-1", plan: subjects(1), play: script(gates, "bundle\nb 1\nb 2"), keys: "f3"},
	{name: "record-12", plan: subjects(12), play: script(gates, "bundle", sheets(2, 12, 1)), keys: "f3 1122", more: true},
	{name: "record-30", plan: subjects(30), play: script(gates, "bundle by=李录入", sheets(2, 30, 1)), keys: "f3 1122334411", more: true},
	{name: "record-60", plan: subjects(60), play: script(gates, "bundle", sheets(2, 60, 1)), keys: "f3 11223344112233441122334411223344", more: true},
	{name: "record-long-names", plan: long, play: script(gates, "bundle\nb 1 2"), keys: "f3 1"},
	{name: "record-refused", play: script(reports, gates, "bundle\nb 1 2"), then: overtaken},

	{name: "help-agenda", keys: "f1"},
	{name: "help-record", play: script(gates, "bundle\nb 1 1"), keys: "f3 f1", more: true},
	{name: "leave", play: script(gates, "bundle\nb 1 1"), keys: "f3 1 ctrl+q"},
	{name: "unknown-key", keys: "f11"},
	{name: "fault", play: script(gates, "bundle\nb 1 1"), then: broken, keys: "12"},
	{name: "warning", play: script(gates, "bundle\nb 1 1"), then: func(d *desk) {
		d.press("f3")
		d.warning = "磁盘只剩 3 MB，请清出空间。"
		d.publish()
	}},

	{name: "projector-title", keys: "f9", more: true},
	{name: "projector-next", play: script(spoken, "start report:s1\nwait 9m\nfinish"), keys: "f9"},
	{name: "projector-item", play: script(spoken, "start report:s1\nwait 3m12s"), keys: "f9", more: true},
	{name: "projector-over", play: script("start report:s1\nwait 11m12s"), keys: "f9"},
	{name: "projector-paused", play: script("start report:s1\nwait 2m\npause"), keys: "f9"},
	{name: "projector-progress", play: script(reports, gates, "bundle", sheets(10, 2, 1), "close-bundle 10\nbundle\nb 1 2"), keys: "f9", more: true},
	{name: "projector-progress-only", plan: with("display", `"progress"`), play: closed(), keys: "f9"},
	{name: "projector-tally", plan: with("display", `"tally"`), play: closed(), keys: "f9"},
	{name: "projector-grade", play: closed(), keys: "f9", more: true},
	{name: "projector-decided", play: decided(), keys: "f9"},
	{name: "projector-5", plan: subjects(5), play: vote(5), keys: "f9"},
	{name: "projector-12", plan: subjects(12), play: vote(12), keys: "f9", more: true},
	{name: "projector-60", plan: subjects(60), play: vote(60), keys: "f9 right"},
	{name: "projector-void-round", play: script("attend expected=46 present=43\nissue 43\ncollect 44"), keys: "f9"},
	{name: "projector-off", plan: with("display", `"off"`), play: closed(), keys: "f9"},
	{name: "projector-long-names", plan: long, play: script("start report:s1\nwait 1m"), keys: "f9"},
}

// carried is last year's problems of the first subject.
const carried = `carry p1 "" recorded "" "" "" "" bag="shuping-2022-1-3fa9c2d10b77" year=2022 was="第一党支部书记" subject=s1 origin=superior text="学习记录不全" due=2023-06-30
carry p2 "" recorded "" "" "" "" bag="shuping-2022-1-3fa9c2d10b77" year=2022 was="第一党支部书记" subject=s1 origin=masses text="窗口等候时间长" signed-by="赵六" signed-on=2023-05-01`

// problems is a ledger with a problem of every standing.
func problems() []string {
	return script(`problem s1 origin=superior text="主题教育学习台账不全，“第一议题”记录缺 3 次" measure="补记并由支委会按月检查" who="张三" branch="第一党支部" due=2023-12-31
problem s1 origin=masses text="服务窗口等候时间长" due=2024-01-25
problem s2 origin=self text="党员教育管理有短板，外出党员联系不够" who="李四、王五"
problem s2 origin=assessment text="组织生活会整改措施没有时限"
progress p1 date=2024-01-10 text="已补记两次"
sign-off p3 by="赵六" date=2024-01-12
return p3 reason="材料不全"
sign-off p4 by="赵六" date=2024-01-15`)
}

// hinted is a review that runs, with comments that the chair prepared for it.
func hinted(d *desk) {
	d.press("left down down down down enter '理论学习抓得实 enter '整改台账要按月销号 esc esc")
	d.play("start report:s1", "wait 9m", "finish", "start review:s1", "wait 1m")
}

// hold lets a key repeat as a keyboard does: a hand's press, a wait, then a
// press every 33 ms.
func hold(d *desk, key string, repeats int) {
	d.t.Helper()
	d.press(key)
	pace := d.pace
	d.pace = 500 * time.Millisecond
	d.press(key)
	d.pace = 33 * time.Millisecond
	for range repeats {
		d.press(key)
	}
	d.pace = pace
}

func paste(d *desk, text string) {
	d.at = d.at.Add(d.pace)
	d.take(tea.PasteMsg{Content: text})
}

// broken lets the disk fail while somebody keys.
func broken(d *desk) {
	d.press("f3")
	d.fault = "2023.shuping 写入失败，请停止录入，重新打开会议。"
	d.publish()
}

// overtaken lets another seat close the bundle between two keys.
func overtaken(d *desk) {
	d.press("f3")
	d.slow = true
	d.press("11 12 22")
	d.answers = nil
	d.take(wroteMsg{stored: 0, sight: d.sight(), refusal: d.try(meeting.StartItem{Item: "nothing"})})
}

// titled is a situation as the name of a test.
func (s situation) titled(lang string, width, height int) string {
	return fmt.Sprintf("%s %d×%d %s", s.name, width, height, lang)
}
