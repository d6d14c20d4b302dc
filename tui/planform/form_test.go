package planform

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"shuping/data"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/look"
)

var update = flag.Bool("update", false, "rewrite the golden frames, for somebody to read")

// A clerk sits in front of a form and has a folder of files.
type clerk struct {
	t     testing.TB
	form  Form
	files map[string]string
	ended bool
}

// newClerk opens a form in November 2024, over all packs.
func newClerk(t testing.TB, lang, path string) *clerk {
	t.Helper()
	c := &clerk{t: t, files: map[string]string{"old.toml": "kept"}}
	c.form = New(Setting{
		Lang: words.LanguageOf(lang), Dark: true, Depth: look.Full,
		Today: plan.Day{Year: 2024, Month: time.November, Day: 20},
		Packs: packs(t), Path: path,
		Offer: func(p plan.Plan) string { return fmt.Sprintf("plan-%d.toml", p.Year) },
		Taken: func(path string) string {
			if _, there := c.files[path]; there {
				return path + " is taken"
			}
			return ""
		},
		Write: func(path string, text []byte) string {
			if _, there := c.files[path]; there {
				return path + " is taken"
			}
			c.files[path] = string(text)
			return ""
		},
	})
	c.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return c
}

func packs(t testing.TB) []plan.Plan {
	t.Helper()
	var out []plan.Plan
	for _, name := range data.Plans() {
		text, _ := data.Plan(name)
		p, err := plan.Parse(name, text)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// send gives the form a message and carries out what it asks for.
func (c *clerk) send(msg tea.Msg) {
	c.t.Helper()
	next, cmd := c.form.Update(msg)
	c.form = next.(Form)
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		c.ended = true
	case writtenMsg:
		c.send(msg)
	}
}

var keys = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "esc": {Code: tea.KeyEscape}, "f10": {Code: tea.KeyF10}, "ctrl+s": {Code: 's', Mod: tea.ModCtrl},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "backspace": {Code: tea.KeyBackspace},
	"pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp}, "end": {Code: tea.KeyEnd}, "home": {Code: tea.KeyHome},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+q": {Code: 'q', Mod: tea.ModCtrl}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
	"f1": {Code: tea.KeyF1}, "f6": {Code: tea.KeyF6},
}

// press is keys by name; what is no name is typed, in one piece as an input
// method commits it.
func (c *clerk) press(names ...string) {
	c.t.Helper()
	for _, name := range names {
		if k, ok := keys[name]; ok {
			c.send(k)
		} else if r := []rune(name); len(r) == 1 {
			c.send(tea.KeyPressMsg{Code: r[0], Text: name})
		} else {
			c.send(tea.KeyPressMsg{Code: tea.KeyExtended, Text: name})
		}
	}
}

// to passes pages unchanged until the one with the title.
func (c *clerk) to(title string) {
	c.t.Helper()
	for range pages {
		if c.form.page.Title == title {
			return
		}
		c.press("ctrl+s")
	}
	c.t.Fatalf("no page is called %s; the last is %s: %s", title, c.form.page.Title, c.form.notice)
}

// on holds that the page is in front.
func (c *clerk) on(title string) {
	c.t.Helper()
	if c.form.page.Title != title {
		c.t.Fatalf("on the page %s, not %s: %s", c.form.page.Title, title, c.form.notice)
	}
}

// put writes over the answer in focus, a list by its lines.
func (c *clerk) put(text string) {
	c.t.Helper()
	for c.form.entries[c.form.focus].field.Value() != "" {
		c.press("ctrl+u", "backspace")
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			c.press("enter")
		}
		c.press(line)
	}
}

// written is the plan that lies on the disk.
func (c *clerk) written(path string) plan.Plan {
	c.t.Helper()
	p, err := plan.Parse(path, []byte(c.files[path]))
	if err != nil {
		c.t.Fatalf("%v in\n%s", err, c.files[path])
	}
	return p
}

func (c *clerk) screen() string { return ansi.Strip(c.form.View().Content) }

// TestClerkSetsUpAnotherMeeting: every page is answered from the keyboard, and
// the file says all of it.
func TestClerkSetsUpAnotherMeeting(t *testing.T) {
	c := newClerk(t, "zh", "")
	c.press("1")
	c.on("单位和年度")
	c.put("呼伦贝尔市某局机关党委")
	c.press("enter")
	c.put("市直机关工委")
	c.press("tab")
	c.put("机关党委书记")
	c.press("enter")
	c.put("２０２５")
	c.press("enter")
	c.on("标题和日期")
	if got := c.form.entries[0].field.Value(); got != "2025年度述职评议" {
		t.Errorf("the title did not move along: %s", got)
	}
	c.press("enter")
	c.put("2025年11月1日")
	c.press("down")
	c.put("2026.1.31")
	c.press("down")
	c.put("一(二)")
	c.press("down")
	c.put("２０２６－０２－１０")
	c.press("enter")
	c.put("五")
	c.press("enter")
	c.on("述职对象")
	c.put("第一党支部书记，张三（简称一支部甲书记）\n第一党支部书记,李四\n第二党支部书记 王五\n第三党支部书记")
	c.press("enter", "enter") // the second on an empty line
	c.on("述职对象")
	if !strings.Contains(c.screen(), "会场简称“一支部甲书记”太长，最多 4 个字。") {
		t.Errorf("a long short name is not refused:\n%s", c.screen())
	}
	c.put("第一党支部书记，张三（简称一支部）\n第一党支部书记,李四\n第二党支部书记 王五（会场简称：二支部）\n第三党支部书记")
	c.press("enter", "enter")
	c.on("参加测评的人员")
	c.press("right", "enter")
	c.put("A类，3/5\n党员，40%")
	c.press("tab", "2")
	c.on("述职内容")
	c.put("抓党建，二1\n抓业务，又抓作风，二2")
	c.press("tab")
	c.on("议程")
	c.put("8")
	c.press("down")
	c.put("三1")
	c.press("ctrl+s")
	c.on("等次")
	c.put("优秀、合格 基本合格，不合格")
	c.press("enter", "不了解", "enter")
	c.on("怎样算票")
	c.press("3", "2")
	c.put("1")
	c.press("enter")
	c.on("票数否决")
	c.press("2")
	c.put("不合格")
	c.press("enter", "3", "2")
	c.put("1/3")
	c.press("enter", "4")
	c.put("六")
	c.press("enter")
	c.on("事实否决")
	c.put("党组织书记抓基层党建工作不力被问责追责，三(五)\n受处分，七")
	c.press("tab")
	c.on("比例要求")
	c.press("2", "1", "2")
	c.put("2/3")
	c.press("ctrl+s")
	c.on("评议表")
	c.press("2")
	c.put("15")
	c.press("enter")
	c.put("３０")
	c.press("enter", "3", "2")
	c.on("投影")
	c.press("2", "2", "2")
	c.put("5")
	c.press("enter")
	c.put("4")
	c.press("enter")
	c.on("报送材料")
	c.put("整改台账，四\n总结讲话，五")
	c.press("tab")
	c.on("写到哪里")
	if got := c.form.entries[0].field.Value(); got != "plan-2025.toml" {
		t.Errorf("%s is offered", got)
	}
	c.press("enter")
	c.on("请核对")
	c.press("1")
	if path, ok := c.form.Written(); !ok || path != "plan-2025.toml" || !c.ended {
		t.Fatalf("written %s %v, ended %v: %s", path, ok, c.ended, c.form.notice)
	}

	p := c.written("plan-2025.toml")
	third := func(n, d int64) tally.Fraction { return tally.Fraction{Num: n, Den: d} }
	day := func(y int, m time.Month, d int) plan.Day { return plan.Day{Year: y, Month: m, Day: d} }
	for what, pair := range map[string][2]any{
		"unit":     {p.Unit, "呼伦贝尔市某局机关党委"},
		"superior": {p.Superior, "市直机关工委"},
		"chair":    {p.Chair, "机关党委书记"},
		"year":     {p.Year, 2025},
		"dates": {p.Dates, plan.Dates{
			From: day(2025, 11, 1), Until: day(2026, 1, 31), FileBy: day(2026, 2, 10), Clause: "一(二)", FileByClause: "五",
		}},
		"subjects": {p.Subjects, []plan.Subject{
			{ID: "s1", Post: "第一党支部书记", Name: "张三", Short: "一支部"}, {ID: "s2", Post: "第一党支部书记", Name: "李四"},
			{ID: "s3", Post: "第二党支部书记", Name: "王五", Short: "二支部"}, {ID: "s4", Post: "第三党支部书记"},
		}},
		"voters":  {p.Voters, []plan.Class{{ID: "c1", Name: "A类"}, {ID: "member", Name: "党员"}}},
		"classes": {p.Rule.Classes, []tally.Class{{ID: "c1", Name: "A类", Weight: third(3, 5)}, {ID: "member", Name: "党员", Weight: third(2, 5)}}},
		"empty":   {p.Rule.Empty, tally.Refuse},
		"content": {p.Content, []plan.Point{{Label: "抓党建", Clause: "二1"}, {Label: "抓业务，又抓作风", Clause: "二2"}}},
		"report":  {p.Stages[0], plan.Stage{Kind: plan.Report, Minutes: 8, Clause: "三1"}},
		"grades":  {p.Rule.Scale, tally.Scale{"优秀", "合格", "基本合格", "不合格"}},
		"aside":   {p.Rule.Aside, "不了解"},
		"base":    {p.Rule.Base, tally.Collected},
		"suggest": {p.Rule.Suggest.Method, tally.Plurality},
		"decimal": {p.Rule.Decimals, 1},
		"veto": {p.Rule.Veto, tally.Veto{
			Grades: []int{4}, Reading: tally.Any, Compare: tally.AtLeast, Limit: third(1, 3), Forces: 4, Clause: "六",
		}},
		"facts": {p.Rule.Facts, []tally.FactKind{
			{ID: "accountable", Title: "党组织书记抓基层党建工作不力被问责追责", Forces: 4, Clause: "三(五)"}, {ID: "f1", Title: "受处分", Forces: 4, Clause: "七"},
		}},
		"quota":   {p.Rule.Quota, tally.Quota{LowerThan: 1, Target: third(2, 3), Compare: tally.AtLeast, Clause: "三(五)"}},
		"sheets":  {[]any{p.Sheets.Each, p.Sheets.Bundle, p.Sheets.Large}, []any{true, 15, 30}},
		"checks":  {[]any{p.Sheets.Check, p.Sheets.Witnessed}, []any{plan.CheckSpot, true}},
		"shown":   {[]any{p.Hall, p.Sheets.Fewest, p.Sheets.FewestOf}, []any{plan.Hall{Counting: plan.CountingProgress, After: plan.AfterVotes, Reference: true}, 5, 4}},
		"papers":  {p.Papers, []plan.Paper{{ID: "ledger", Title: "整改台账", Clause: "四"}, {ID: "p1", Title: "总结讲话", Clause: "五"}}},
		"sources": {p.Rule.Sources, packs(t)[0].Rule.Sources},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("%s: %v, want %v", what, pair[0], pair[1])
		}
	}
}

// TestNothingChangedIsTheSamePlan: whoever passes every page gets the plan that
// he began with, in the year that is meant.
func TestNothingChangedIsTheSamePlan(t *testing.T) {
	for i, pack := range packs(t) {
		for _, lang := range []string{"zh", "en"} {
			c := newClerk(t, lang, "a.toml")
			for range i {
				c.press("down")
			}
			for range pages {
				c.press("ctrl+s")
			}
			c.press("1")
			if !c.ended {
				t.Fatalf("%s: %s", pack.Name, c.form.notice)
			}
			want := newDraft(c.form.setting).begin(i).plan
			want.Name = "a"
			if got := c.written("a.toml"); !reflect.DeepEqual(got, want) {
				t.Errorf("%s in %s:\n%+v\nwant\n%+v", pack.Name, lang, got, want)
			}
			if got := c.written("a.toml").RuleSHA256(); got != pack.RuleSHA256() {
				t.Errorf("%s: another rule", pack.Name)
			}
		}
	}
}

// TestPageStaysAtAFault: what cannot be read or would be refused is said, and
// the cursor stands at the answer that is to blame.
func TestPageStaysAtAFault(t *testing.T) {
	for _, f := range []struct {
		name, page string
		do         func(*clerk)
		at         int
		say        string
	}{
		{"no unit", "单位和年度", func(c *clerk) { c.put(""); c.press("ctrl+s") }, 0, "这一项不能空着。"},
		{"spaces", "单位和年度", func(c *clerk) { c.put("　 "); c.press("ctrl+s") }, 0, "这一项不能空着。"},
		{"a year of long ago", "单位和年度", func(c *clerk) { c.press("down", "down", "down"); c.put("1999"); c.press("enter") }, 3, "1999"},
		{"no year", "单位和年度", func(c *clerk) { c.press("down", "down", "down"); c.put(""); c.press("enter") }, 3, "请填一个整数。"},
		{"no day", "标题和日期", func(c *clerk) { c.press("down"); c.put("2024-02-30"); c.press("ctrl+s") }, 1, "“2024-02-30”不是日历上的一天"},
		{"days out of order", "标题和日期", func(c *clerk) { c.press("down", "down"); c.put("2024-11-1"); c.press("ctrl+s") }, 2, "早于"},
		{"filed before it is done", "标题和日期", func(c *clerk) { c.press("down", "down", "down", "down"); c.put("2024-12-30"); c.press("ctrl+s") }, 4, "早于"},
		{"no clause", "标题和日期", func(c *clerk) { c.press("down", "down", "down"); c.put(""); c.press("ctrl+s") }, 3, "不能空着"},
		{"nobody", "述职对象", func(c *clerk) { c.put(""); c.press("tab") }, 0, "这一项不能空着。"},
		{"a post twice", "述职对象", func(c *clerk) { c.put("书记\n书记"); c.press("tab") }, 0, "书记"},
		{"no weight", "参加测评的人员", func(c *clerk) { c.press("2", "tab", "ctrl+s") }, 1, "第 1 行“党员”少一项"},
		{"weights of 9/10", "参加测评的人员", func(c *clerk) { c.press("2"); c.put("A类，1/2\nB类，2/5"); c.press("ctrl+s") }, 1, "1"},
		{"a weight of 0.6", "参加测评的人员", func(c *clerk) { c.press("2"); c.put("A类，0.6\nB类，2/5"); c.press("ctrl+s") }, 1, "“0.6”不是比例"},
		{"content without a clause", "述职内容", func(c *clerk) { c.put("抓党建"); c.press("tab") }, 0, "第 1 行“抓党建”少一项"},
		{"0 minutes", "议程", func(c *clerk) { c.put("0"); c.press("ctrl+s") }, 0, "0"},
		{"a warning before the start", "议程", func(c *clerk) {
			for range 8 {
				c.press("down")
			}
			c.put("5")
			c.press("enter")
		}, 8, "5"},
		{"one grade", "等次", func(c *clerk) { c.put("好"); c.press("ctrl+s") }, 0, "2 到 6 个"},
		{"a grade twice", "等次", func(c *clerk) { c.put("好 好 差"); c.press("ctrl+s") }, 0, "重复"},
		{"the choice that counts for none is a grade", "等次", func(c *clerk) { c.press("down", "好", "ctrl+s") }, 1, "好"},
		{"decimals", "怎样算票", func(c *clerk) { c.press("down", "down"); c.put("9"); c.press("enter") }, 2, "9"},
		{"a veto of what is no grade", "票数否决", func(c *clerk) { c.press("down"); c.put("一般 很差"); c.press("ctrl+s") }, 1, "“很差”不在等次之列：好、较好、一般、差。"},
		{"a veto of nothing", "票数否决", func(c *clerk) { c.press("down"); c.put("、"); c.press("ctrl+s") }, 1, "不能空着"},
		{"a limit of 0.1", "票数否决", func(c *clerk) { c.press("down", "down", "down", "down"); c.put("0.1"); c.press("ctrl+s") }, 4, "“0.1”不是比例"},
		{"a limit that no count passes", "票数否决", func(c *clerk) { c.press("down", "down", "down", "down"); c.put("100%"); c.press("ctrl+s") }, 4, "任何票数都不能超过"},
		{"a fact without a clause", "事实否决", func(c *clerk) { c.put("受处分"); c.press("tab") }, 0, "第 1 行“受处分”少一项"},
		{"a quota over all", "比例要求", func(c *clerk) { c.press("down", "down", "down"); c.put("3/2"); c.press("ctrl+s") }, 3, "不能大于 1"},
		{"a bundle of none", "评议表", func(c *clerk) { c.press("down"); c.put("0"); c.press("ctrl+s") }, 1, "0"},
		{"a large bundle beyond a hand", "评议表", func(c *clerk) { c.press("down", "down"); c.put("101"); c.press("ctrl+s") }, 2, "101"},
		{"no number of a large bundle", "评议表", func(c *clerk) { c.press("down", "down"); c.put(""); c.press("ctrl+s") }, 2, "请填一个整数。"},
		{"more sheets than are counted", "投影", func(c *clerk) { c.press("down", "down", "down"); c.put("1001"); c.press("ctrl+s") }, 3, "1001"},
		{"more sheets of a class than are counted", "投影", func(c *clerk) { weigh(c); c.press("down", "down", "down", "down"); c.put("1001"); c.press("ctrl+s") }, 4, "1001"},
		{"no papers", "报送材料", func(c *clerk) { c.put(""); c.press("tab") }, 0, "这一项不能空着。"},
		{"a file that is there", "写到哪里", func(c *clerk) { c.put("old.toml"); c.press("enter") }, 0, "old.toml is taken"},
	} {
		t.Run(f.name, func(t *testing.T) {
			c := newClerk(t, "zh", "")
			c.to(f.page)
			f.do(c)
			c.on(f.page)
			if c.form.focus != f.at || !strings.Contains(c.form.notice, f.say) {
				t.Errorf("at %d: %s; want %d: %s", c.form.focus, c.form.notice, f.at, f.say)
			}
			if strings.Contains(c.form.notice, ".toml:") {
				t.Errorf("a place in a file that nobody has seen: %s", c.form.notice)
			}
			if !strings.Contains(strings.ReplaceAll(c.screen(), "\n", ""), ansi.Truncate(c.form.notice, 60, "")) {
				t.Errorf("not on the screen:\n%s", c.screen())
			}
		})
	}
}

// weigh makes classes of the voters and comes back to the page that it left.
func weigh(c *clerk) {
	c.t.Helper()
	back := c.form.page.Title
	for c.form.page.Title != words.VotersPage(c.form.setting.Lang).Title {
		c.press("esc")
	}
	c.press("2")
	c.put("A类，3/5\nB类，2/5")
	c.to(back)
}

// TestLeavingLeavesNothing: every way out ends the form without a file, and the
// question can be taken back.
func TestLeavingLeavesNothing(t *testing.T) {
	for _, ways := range [][]string{
		{"ctrl+c", "ctrl+c"}, {"ctrl+q", "2"}, {"ctrl+q", "down", "enter"}, {"esc", "2"},
		{"ctrl+s", "ctrl+s", "新标题", "ctrl+q", "ctrl+q"},
	} {
		c := newClerk(t, "zh", "a.toml")
		c.press(ways...)
		if _, written := c.form.Written(); !c.ended || written || len(c.files) != 1 {
			t.Errorf("%v: ended %v, files %v", ways, c.ended, c.files)
		}
	}
	c := newClerk(t, "zh", "a.toml")
	c.to("请核对")
	c.press("3")
	if _, written := c.form.Written(); !c.ended || written || len(c.files) != 1 {
		t.Error("the last page wrote although it was told not to")
	}
	c = newClerk(t, "zh", "a.toml")
	c.to("述职对象")
	c.press("ctrl+c", "esc", "ctrl+q", "1", "ctrl+q", "enter")
	c.on("述职对象")
	if c.ended || c.form.leaving != nil {
		t.Error("nobody wanted to leave")
	}
}

// TestNothingIsOverwritten: a file that came between is said, and nothing is
// written over it.
func TestNothingIsOverwritten(t *testing.T) {
	c := newClerk(t, "zh", "old.toml")
	c.to("请核对")
	c.press("enter")
	if _, written := c.form.Written(); written || c.ended || c.files["old.toml"] != "kept" || c.form.notice != "old.toml is taken" {
		t.Errorf("ended %v: %s", c.ended, c.form.notice)
	}
	delete(c.files, "old.toml")
	c.press("enter")
	if _, written := c.form.Written(); !written {
		t.Error(c.form.notice)
	}
}

// TestWayBack: what was answered stands there again; what made no sense is not
// kept, and that is said.
func TestWayBack(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("述职对象")
	c.put("甲支部书记\n乙支部书记")
	c.press("esc")
	c.on("标题和日期")
	c.press("ctrl+s")
	if got := c.form.entries[0].field.Value(); got != "甲支部书记\n乙支部书记" {
		t.Errorf("back came %q", got)
	}
	c.put("")
	c.press("esc")
	if c.form.notice != "上一页有填得不对的地方，没有保留。" {
		t.Error(c.form.notice)
	}
	c.to("请核对")
	c.press("2")
	c.on("单位和年度")
	c.to("述职对象")
	if got := c.form.entries[0].field.Value(); got != "甲支部书记\n乙支部书记" {
		t.Errorf("back came %q", got)
	}
}

// TestAnotherNumberOfGrades: what was said of grades by their place is known by
// their word, and the form says that it must be looked at.
func TestAnotherNumberOfGrades(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("等次")
	c.put("好 一般 不好")
	c.press("ctrl+s")
	c.on("怎样算票")
	if !strings.Contains(c.form.notice, "等次个数变了") {
		t.Error(c.form.notice)
	}
	r := c.form.draft.plan.Rule
	if want := []int{2}; !slices.Equal(r.Veto.Grades, want) || r.Veto.Forces != 3 || r.Facts[0].Forces != 3 || r.Quota.LowerThan != 1 {
		t.Errorf("%+v", r)
	}
}

// TestVetoIsSaidWhileItIsAsked: the answers are told back in the words of the
// plan before the page is left.
func TestVetoIsSaidWhileItIsAsked(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("票数否决")
	c.press("down", "down", "3", "2")
	c.put("1/5")
	if want := "一般、差 中任一项达到有效票的 20%，综合评价等次确定为“差”［三(五)］"; !strings.Contains(c.screen(), want) {
		t.Errorf("no %s in\n%s", want, c.screen())
	}
	c.put("1/")
	if len(c.form.told) > 0 {
		t.Errorf("half an answer is told: %v", c.form.told)
	}
}

// TestCursorStandsBehindChineseText: in cells, in a line and in a list, also
// where the text is longer than its field.
func TestCursorStandsBehindChineseText(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("ctrl+s")
	for _, text := range []string{"市局", "市局a党总支", strings.Repeat("局", 60)} {
		c.put(text)
		cursor := c.form.View().Cursor
		row := ansi.Strip(strings.Split(c.form.View().Content, "\n")[cursor.Y])
		before := strings.TrimRight(ansi.Truncate(row, cursor.X, ""), " ")
		if got := ansi.StringWidth(before); got != cursor.X {
			t.Errorf("%s: the cursor stands at %d, the text ends at %d\n%s", text, cursor.X, got, row)
		}
	}
	c.put("市局")
	c.to("述职对象")
	c.put("甲支部书记\n乙支部，李四")
	cursor := c.form.View().Cursor
	if cursor.X != margin+12 || cursor.Y != 8 {
		t.Errorf("in a list at %d, %d\n%s", cursor.X, cursor.Y, c.screen())
	}
	c.press("tab")
	if c.form.View().Cursor != nil {
		t.Error("a cursor where nothing is typed")
	}
}

// TestPaste: a list takes a column from a table; what cannot be kept is said.
func TestPaste(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("述职对象")
	c.put("")
	c.send(tea.PasteMsg{Content: "甲支部书记\t张三\r\n乙支部书记\t李四\r\n"})
	c.press("tab")
	c.on("参加测评的人员")
	if got := c.form.draft.plan.Subjects; len(got) != 2 || got[1].Label() != "乙支部书记 李四" {
		t.Errorf("%v", got)
	}
	c.press("esc")
	c.send(tea.PasteMsg{Content: "a\x1b[2Jb"})
	if c.form.notice == "" {
		t.Error("what was cut is not said")
	}
}

// TestFrameIsExactlyAsLargeAsTheWindow: every page at every size, in both
// languages, with and without colours and fine glyphs.
func TestFrameIsExactlyAsLargeAsTheWindow(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, pack := range []string{"1", "2", "3"} {
			c := newClerk(t, lang, "")
			c.press(pack, "esc")
			for i := range pages {
				for _, plain := range []bool{false, true} {
					c.form.look = look.New(true, map[bool]look.Depth{false: look.Full, true: look.None}[plain])
					c.form.look.Plain = plain
					for _, size := range [][2]int{{80, 24}, {81, 25}, {100, 24}, {120, 34}, {200, 50}, {60, 20}} {
						c.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
						for range c.form.entries {
							whole(t, c)
							c.form = c.form.step(+1)
						}
						c.form = c.form.asked()
						whole(t, c)
						c.form.leaving, c.form.focus = nil, 0
						if size[0] == 80 {
							c.press("f10")
							whole(t, c)
							c.press("esc")
						}
					}
				}
				c.send(tea.WindowSizeMsg{Width: 80, Height: 24})
				if i < len(pages)-1 {
					c.press("ctrl+s")
				}
			}
			c.on(words.ReviewPage(c.form.setting.Lang).Title)
		}
	}
}

func whole(t *testing.T, c *clerk) {
	t.Helper()
	v := c.form.View()
	rows := strings.Split(v.Content, "\n")
	if len(rows) != c.form.height {
		t.Fatalf("%d rows of %d:\n%s", len(rows), c.form.height, c.screen())
	}
	for _, r := range rows {
		if w := ansi.StringWidth(r); w != c.form.width {
			t.Fatalf("a row of %d cells in %d: %s", w, c.form.width, ansi.Strip(r))
		}
	}
	e := c.form.entries[c.form.focus]
	if !c.form.tooSmall() && c.form.leaving == nil && c.form.menu == nil && e.typed() != (v.Cursor != nil) {
		t.Fatalf("typed %v, cursor %v:\n%s", e.typed(), v.Cursor, c.screen())
	}
	if v.Cursor != nil && (v.Cursor.Y < 2 || v.Cursor.Y >= c.form.height-2 || v.Cursor.X >= c.form.width) {
		t.Fatalf("the cursor stands at %d, %d", v.Cursor.X, v.Cursor.Y)
	}
}

// TestUnknownKey: the bell rings, a sentence says so, and nothing moves.
func TestUnknownKey(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("f6", "9")
	c.on("从哪个方案开始")
	c.press("x")
	if c.form.notice == "" {
		t.Error("nothing is said")
	}
	c.to("参加测评的人员")
	c.press("tab", "shift+tab")
	if c.form.focus != 0 {
		t.Errorf("at %d", c.form.focus)
	}
}

// TestAFormIsAValue: what was answered later does not show in a form that was
// kept from before.
func TestAFormIsAValue(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("票数否决")
	kept := c.form
	before := kept.View().Content
	c.press("1", "2")
	c.to("请核对")
	if kept.View().Content != before {
		t.Error("the form that was kept has changed")
	}
}

// TestTerminalIsAsked: the form learns the background, the colours, and whether
// a doubtful character is two cells wide.
func TestTerminalIsAsked(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.send(tea.BackgroundColorMsg{Color: color.White})
	c.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	if c.form.look.Dark || c.form.look.Depth != look.None {
		t.Errorf("%+v", c.form.look)
	}
	if view := c.form.View().Content; strings.Contains(view, "38;") || strings.Contains(view, "48;") {
		t.Error("colours where there are none")
	}
	c.send(tea.CursorPositionMsg{X: 2, Y: 1})
	if !c.form.look.Plain || strings.ContainsAny(c.screen(), "─▸") {
		t.Errorf("fine lines on a terminal that tears them:\n%s", c.screen())
	}
}

// TestSmallWindow: nothing can be typed where nothing can be seen, but anybody
// can leave.
func TestSmallWindow(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("单位和年度")
	c.send(tea.WindowSizeMsg{Width: 60, Height: 20})
	c.press("x", "enter")
	c.send(tea.PasteMsg{Content: "y"})
	if got := c.form.entries[0].field.Value(); strings.ContainsAny(got, "xy") || c.form.focus != 0 {
		t.Errorf("%s", got)
	}
	c.press("ctrl+q")
	if !c.ended {
		t.Error("nobody gets out")
	}
}

// TestTheManualIsRead: F1 opens the page of the form, and typed text waits below it.
func TestTheManualIsRead(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("f1")
	for _, want := range []string{"新建方案", "一页问一件事", "Esc 返回"} {
		if !strings.Contains(c.screen(), want) {
			t.Errorf("%q is not on the screen:\n%s", want, c.screen())
		}
	}
	c.press("right")
	if strings.Contains(c.screen(), "一页问一件事") {
		t.Error("no other page is opened")
	}
	c.press("esc", "2")
	if c.form.at != 1 {
		t.Error("the form does not go on")
	}
	c.press("f1", "f1", "f10")
	if menu := c.screen(); !strings.Contains(menu, "帮助") || strings.Count(menu, "菜单") != 2 { // of the first row and the line that asks
		t.Errorf("the menu lists itself:\n%s", menu)
	}
}

// TestFrames holds pages against their golden frames.
func TestFrames(t *testing.T) {
	for _, f := range []struct {
		name   string
		chrome bool // with the first row and the line of keys
		at     func(*clerk)
	}{
		{"pack", true, func(c *clerk) {}},
		{"subjects", false, func(c *clerk) { c.to(words.SubjectsPage(c.form.setting.Lang).Title) }},
		{"voters", true, func(c *clerk) {
			c.to(words.VotersPage(c.form.setting.Lang).Title)
			c.press("2")
			c.put("A类，3/5\nB类，2/5")
		}},
		{"agenda", false, func(c *clerk) { c.to(words.AgendaPage(c.form.setting.Lang).Title) }},
		{"veto", false, func(c *clerk) { c.to(words.VetoPage(c.form.setting.Lang).Title); c.press("down") }},
		{"quota", false, func(c *clerk) { c.to(words.QuotaPage(c.form.setting.Lang).Title) }},
		{"sheets", false, func(c *clerk) {
			c.to(words.SheetsPage(c.form.setting.Lang).Title)
			c.press("down", "down", "down", "2", "right")
		}},
		{"shown", false, func(c *clerk) { c.to(words.ShownPage(c.form.setting.Lang).Title); c.press("down", "down") }},
		{"shown-classes", false, func(c *clerk) {
			c.to(words.ShownPage(c.form.setting.Lang).Title)
			weigh(c)
			c.press("down", "down", "down", "down")
			c.put("5")
		}},
		{"fault", false, func(c *clerk) {
			c.to(words.DatesPage(c.form.setting.Lang).Title)
			c.press("down")
			c.put("明年")
			c.press("ctrl+s")
		}},
		{"review", true, func(c *clerk) { c.to(words.ReviewPage(c.form.setting.Lang).Title); c.press("pgdown") }},
		{"leave", false, func(c *clerk) { c.to(words.CountPage(c.form.setting.Lang).Title); c.press("ctrl+q") }},
	} {
		t.Run(f.name, func(t *testing.T) {
			var b strings.Builder
			for _, v := range []struct {
				width, height int
				lang          string
			}{{80, 24, "zh"}, {120, 34, "zh"}, {80, 24, "en"}, {120, 34, "en"}} {
				c := newClerk(t, v.lang, "plan-2024.toml")
				c.send(tea.WindowSizeMsg{Width: v.width, Height: v.height})
				f.at(c)
				fmt.Fprintf(&b, "== %d×%d %s ==\n", v.width, v.height, v.lang)
				rows := strings.Split(c.screen(), "\n")
				if !f.chrome {
					rows = rows[1 : len(rows)-1]
				}
				for _, row := range rows {
					b.WriteString(strings.TrimRight(row, " ") + "\n")
				}
			}
			path := filepath.Join("testdata", f.name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("differs from %s; read it and run with -update if it is right:\n%s", path, b.String())
			}
		})
	}
}

// TestKeptPartsAreNamed: the last page says first what no page has asked for.
func TestKeptPartsAreNamed(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("5") // the university's
	c.to("请核对")
	if want := "各页没有问到、照开始时所选的方案保留：无效票原因、一行无效的情形、法定人数、综合评价的来源、评等次的前提。"; c.form.page.Text[0] != want {
		t.Error(c.form.page.Text[0])
	}
	c.press("ctrl+s")
	if _, written := c.form.Written(); written || c.ended {
		t.Error("the key that passes pages has written the plan")
	}
}

// TestClassesThatNoLongerWeigh: a weight that still stands behind a class does
// not become part of its name.
func TestClassesThatNoLongerWeigh(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("5")
	c.to("参加测评的人员")
	before := c.form.draft.plan.Voters
	c.press("left", "ctrl+s")
	if p := c.form.draft.plan; !slices.Equal(p.Voters, before) || len(p.Rule.Classes) > 0 {
		t.Errorf("%+v, %+v", p.Voters, p.Rule.Classes)
	}
}

// TestMarksInsideAnEntryStay: a page that is passed leaves entries as they are
// that hold the marks which part entries.
func TestMarksInsideAnEntryStay(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	p := &c.form.draft.packs[0]
	p.Subjects = []plan.Subject{{ID: "s1", Post: "党总支 书记", Short: "总支", Written: true}, {ID: "s2", Post: "支部，书记"}}
	p.Content = []plan.Point{{Label: "抓党建", Clause: "二1，二2"}}
	p.Papers = []plan.Paper{{ID: "a", Title: "台账", Clause: "四(四)，五"}}
	p.Rule.Scale = tally.Scale{"好", "较好", "一般/及格", "差"}
	p.Rule.Facts[0].Clause = "三，四"
	want := c.form.draft.packs[0]
	c.press("1")
	c.to("请核对")
	got := c.form.draft.plan
	if !slices.Equal(got.Subjects, want.Subjects) || !slices.Equal(got.Content, want.Content) || !slices.Equal(got.Papers, want.Papers) {
		t.Errorf("%+v", got)
	}
	if got.RuleSHA256() != want.RuleSHA256() {
		t.Errorf("%+v", got.Rule)
	}
}

// TestMethodOfTheFirstPlanComesBack: another choice and back again loses nothing
// of it.
func TestMethodOfTheFirstPlanComesBack(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.press("3") // the people's congress, in steps
	c.to("怎样算票")
	want := c.form.draft.plan.RuleSHA256()
	c.press("down", "1", "ctrl+s")
	if c.form.draft.plan.Rule.Suggest.Method != tally.Majority {
		t.Fatal(c.form.draft.plan.Rule.Suggest)
	}
	c.press("esc", "down", "4", "ctrl+s")
	if c.form.draft.plan.RuleSHA256() != want {
		t.Errorf("%+v", c.form.draft.plan.Rule.Suggest)
	}
}

// TestWhatIsLostIsSaid: on the way back too, and where another plan is taken to
// begin with.
func TestWhatIsLostIsSaid(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("等次")
	c.put("一般 差")
	c.press("esc")
	c.on("议程")
	if !strings.Contains(c.form.notice, "等次个数变了") {
		t.Error(c.form.notice)
	}
	if r := c.form.draft.plan.Rule; r.Veto.Forces != 0 || r.Facts[0].Forces != 2 {
		t.Errorf("%+v", r)
	}
	for range pages {
		if c.form.at > 0 {
			c.press("esc")
		}
	}
	c.press("2")
	c.on("单位和年度")
	if !strings.Contains(c.form.notice, "没有保留") {
		t.Error(c.form.notice)
	}
}

// TestFewestOfAClassIsAskedOfClasses: only where classes are counted apart; where
// they no longer are, nothing of it is left in the plan.
func TestFewestOfAClassIsAskedOfClasses(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("投影")
	if n := len(c.form.page.Questions); n != 4 {
		t.Errorf("%d questions where all vote alike", n)
	}
	weigh(c)
	c.press("down", "down", "down", "down")
	c.put("７")
	c.press("enter")
	if got := c.form.draft.plan.Sheets.FewestOf; got != 7 {
		t.Errorf("%d sheets of a class", got)
	}
	for c.form.page.Title != "参加测评的人员" {
		c.press("esc")
	}
	c.press("1", "ctrl+s")
	c.to("请核对")
	for _, line := range c.form.page.Text {
		if strings.Contains(line, "不单列该类票数") {
			t.Errorf("said of no class: %s", line)
		}
	}
}

// TestChecksAreSaidWhileTheyAreAsked: in the words of the plan, before the page
// is left.
func TestChecksAreSaidWhileTheyAreAsked(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("评议表")
	c.press("down", "down")
	c.put("25")
	c.press("enter", "4", "2")
	c.press("esc")
	c.to("评议表")
	for _, want := range []string{
		"收回超过 100 张的，每 25 张为一组", "复核：每组须由第二人重录或掷骰抽查", "各环节须写明谁确认、看到什么",
	} {
		if !strings.Contains(c.screen(), want) {
			t.Errorf("no %s in\n%s", want, c.screen())
		}
	}
}

// TestMenuListsThePage: F10 opens it everywhere; what it lists can be done by its
// name, and the page is passed by it.
func TestMenuListsThePage(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.to("标题和日期")
	c.press("f10", "下一页", "enter")
	c.on("述职对象")
	c.press("f10")
	if c.form.menu == nil || !strings.Contains(c.screen(), "下一页") {
		t.Errorf("no menu:\n%s", c.screen())
	}
	c.press("esc", "f10", "离开", "enter")
	if c.form.leaving == nil {
		t.Error("the menu does not ask whether to leave")
	}
}

// TestMouseMovesAndNeverWrites: a click goes to a question and to a choice; neither
// the plan is written by one nor the form left.
func TestMouseMovesAndNeverWrites(t *testing.T) {
	c := newClerk(t, "zh", "a.toml")
	c.click("2024年度民主评议党员")
	c.click("2024年度民主评议党员")
	c.on("单位和年度")
	c.click("年度")
	c.to("标题和日期")
	c.click("材料报送截止")
	if c.form.focus != 4 {
		t.Errorf("at question %d", c.form.focus)
	}
	c.to("请核对")
	for range 3 {
		c.click("写方案")
		c.click("不写，离开")
		c.click("不写，离开")
	}
	c.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	c.click("Ctrl+Q")
	c.click("离开，不写方案")
	c.click("离开，不写方案")
	if _, written := c.form.Written(); written || c.ended {
		t.Errorf("written %v, ended %v", written, c.ended)
	}
}

// click clicks on the first row of the window that has the text.
func (c *clerk) click(text string) {
	c.t.Helper()
	for y, row := range strings.Split(c.screen(), "\n") {
		if at := strings.Index(row, text); at >= 0 {
			c.send(tea.MouseClickMsg{X: ansi.StringWidth(row[:at]), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	c.t.Fatalf("%s is not in\n%s", text, c.screen())
}
