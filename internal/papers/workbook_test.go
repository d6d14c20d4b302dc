package papers_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"html"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"shuping/internal/meeting"
	"shuping/internal/office"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

var booksInto = flag.String("books", "", "a folder to which the workbooks of the tests are written too")

// polled is a meeting with the sheets that were read in it.
type polled struct {
	state  meeting.State
	sheets []papers.SheetRow
}

func (m polled) rows() iter.Seq[papers.SheetRow] { return slices.Values(m.sheets) }

// tell plays a script on a plan and keeps the sheets.
func tell(t testing.TB, planText, script string) polled {
	t.Helper()
	var m polled
	at := time.Date(2024, 1, 20, 4, 0, 0, 0, time.UTC)
	do := func(o meeting.Order) {
		t.Helper()
		open := m.state.Round.Bundle
		events, err := meeting.Decide(m.state, meeting.Command{At: at, Order: o})
		if err != nil {
			t.Fatalf("%s: %v", o.Line(), err)
		}
		for _, e := range events {
			m.state = meeting.Apply(m.state, e)
		}
		if open.Open && !m.state.Round.Bundle.Open {
			m.take(open)
		}
	}
	do(meeting.OpenSession{PlanName: "plan", PlanText: planText})
	for line := range strings.Lines(script) {
		o, err := meeting.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if o != nil {
			do(o)
		}
	}
	if m.state.Round.Bundle.Open {
		m.take(m.state.Round.Bundle)
	}
	return m
}

func (m *polled) take(b meeting.Bundle) {
	for n, x := range b.Ballots {
		m.sheets = append(m.sheets, papers.SheetRow{Bundle: b.Number, Number: n + 1, Stack: b.Stack, Ballot: x})
	}
}

// vote is a script in which each stack has n sheets, every seventh void, with
// marks that differ from row to row.
func vote(t testing.TB, planText string, n int) string {
	t.Helper()
	p, err := plan.Parse("plan", []byte(planText))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var stacks []string
	if len(p.Rule.Classes) == 0 {
		fmt.Fprintf(&b, "attend expected=%d present=%d\n", n+2, n+1)
		stacks = []string{""}
	}
	for _, c := range p.Rule.Classes {
		fmt.Fprintf(&b, "attend class=%s expected=%d present=%d\n", c.ID, n+2, n+1)
		stacks = append(stacks, " class="+c.ID)
	}
	if p.Sheets.Each {
		classes := stacks
		stacks = nil
		for _, s := range p.Subjects {
			for _, c := range classes {
				stacks = append(stacks, c+" subject="+s.ID)
			}
		}
	}
	chance := uint32(7)
	draw := func(of int) int {
		chance = chance*1664525 + 1013904223
		return int(chance>>16) % of
	}
	for _, stack := range stacks {
		fmt.Fprintf(&b, "issue %d%s\ncollect %[1]d%[2]s\n", n, stack)
		for left := n; left > 0; {
			size := min(left, p.Sheets.Bundle)
			b.WriteString("bundle" + stack + "\n")
			for range size {
				if draw(7) == 0 {
					fmt.Fprintf(&b, "b 0 reason=%d\n", 1+draw(len(p.Sheets.Voids)))
					continue
				}
				b.WriteString("b")
				for row := range p.Rows() {
					fmt.Fprintf(&b, " %d", drawMark(p.Rule, row, draw))
				}
				b.WriteString("\n")
			}
			fmt.Fprintf(&b, "close-bundle %d\n", size)
			left -= size
		}
	}
	return b.String()
}

// drawMark makes the first rows good and the last ones bad.
func drawMark(r tally.Rule, row int, draw func(int) int) tally.Mark {
	switch draw(30) {
	case 0:
		return tally.Blank
	case 1:
		return tally.Spoiled
	case 2:
		if r.Aside != "" {
			return tally.Aside
		}
	}
	return tally.Mark(1 + min(draw(2+row), draw(len(r.Scale))))
}

// changed is a plan with some of its text replaced, each of it there.
func changed(t testing.TB, planText string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(planText, pairs[i]) {
			t.Fatalf("the plan has no %q", pairs[i])
		}
		planText = strings.ReplaceAll(planText, pairs[i], pairs[i+1])
	}
	return planText
}

// crowd is genhe's plan with n subjects.
func crowd(t testing.TB, n int) string {
	t.Helper()
	before, rest, ok := strings.Cut(genhe(t), "[[subjects]]")
	_, after, found := strings.Cut(rest, "[[voters]]")
	if !ok || !found {
		t.Fatal("the plan has no subjects before its voters")
	}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[[subjects]]\nid = \"s%d\"\npost = \"第%[1]d党支部书记\"\nname = \"喆%[1]d\"\n\n", i+1)
	}
	return before + b.String() + "[[voters]]" + after
}

// bookCases are meetings under every kind of rule, each with sheets.
func bookCases(t testing.TB) map[string]polled {
	t.Helper()
	on := func(dir, name string) string {
		text, err := os.ReadFile(filepath.Join("../..", dir, name+".toml"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	out := map[string]polled{
		"plain":  tell(t, genhe(t), sheets()+"review s1 text=\"一是抓得不紧。\\n\\n二是重业务轻党建。\"\n"+closing),
		"limit":  tell(t, genhe(t), exactly(4, 40)),
		"passed": tell(t, changed(t, genhe(t), `compare = "over"`, `compare = "at-least"`), exactly(4, 40)),
		"opened": tell(t, genhe(t), ""),
		"halfway": tell(t, genhe(t), "attend class=member expected=9 present=9\nissue 9\ncollect 9\nbundle\n"+
			"b 1 2\ndoubt\nb 0 reason=2\n"),
		"too many back": tell(t, genhe(t), "attend class=member expected=3 present=3\nissue 2\ncollect 3\n"),
		"all void":      tell(t, genhe(t), "attend class=member expected=3 present=3\nissue 1\ncollect 1\nbundle\nb 0 reason=1\nclose-bundle 1\n"),
		"many":          tell(t, crowd(t, 45), vote(t, crowd(t, 45), 30)),
		"latin": func() polled {
			text := changed(t, genhe(t), `"好", "较好", "一般", "差"`, `"a", "A", "*", "1"`,
				`"一般", "差"`, `"*", "1"`, `forces  = "差"`, `forces  = "1"`, `forces = "差"`, `forces = "1"`, `"好"`, `"a"`)
			return tell(t, text, vote(t, text, 40))
		}(),
		"no veto": func() polled {
			text := changed(t, genhe(t), "[rule.veto]", "#", `grades  = ["一般", "差"]`, "#", `reading = "sum"`, "#", `compare = "over"`, "#",
				`limit   = "1/10"`, "#", "forces  = \"差\"\nclause  = \"三(五)\"", "#")
			return tell(t, text, vote(t, text, 20))
		}(),
	}
	for _, base := range tally.Bases {
		for _, reading := range []string{"sum", "each", "any"} {
			text := changed(t, genhe(t), `base     = "valid-marks"`, fmt.Sprintf("base     = %q", base), `reading = "sum"`, fmt.Sprintf("reading = %q", reading))
			out[fmt.Sprintf("%s %s", base, reading)] = tell(t, text, vote(t, text, 25))
		}
		for _, name := range []string{"every", "weighted", "each"} {
			text := changed(t, on("internal/meeting/testdata/plans", name), "decimals = 2", fmt.Sprintf("decimals = 2\nbase = %q", base))
			out[fmt.Sprintf("%s %s", name, base)] = tell(t, text, vote(t, text, 25))
		}
	}
	for _, name := range []string{"composite", "each", "every", "five", "items", "mean", "sources", "weighted"} {
		text := on("internal/meeting/testdata/plans", name)
		out[name] = tell(t, text, vote(t, text, 30))
	}
	for _, name := range []string{"party-members-2024", "people-congress-2025", "street-2025", "university-2025"} {
		text := on("data/plans", name)
		out[name] = tell(t, text, vote(t, text, 30))
	}
	var items strings.Builder
	for i := range 7 {
		fmt.Fprintf(&items, "[[items]]\nid = \"more%d\"\ntitle = \"另项%[1]d\"\n\n", i)
	}
	long := changed(t, on("internal/meeting/testdata/plans", "every"), "[[sources]]\nid     = \"vote\"", items.String()+"[[sources]]\nid     = \"vote\"")
	out["many items"] = tell(t, long, vote(t, long, 6))
	for _, empty := range []string{"renormalise", "refuse"} {
		text := changed(t, on("internal/meeting/testdata/plans", "weighted"), `"renormalise"`, strconv.Quote(empty), "2/3", "1/100")
		script := vote(t, text, 20)
		alone, _, _ := strings.Cut(script, "issue 20 class=b")
		out["one class "+empty] = tell(t, text, alone)
	}
	return out
}

// exactly is a count in which n of all sheets say 一般 of the first subject.
func exactly(n, all int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "attend class=member expected=%d present=%[1]d\nissue %[1]d\ncollect %[1]d\n", all)
	for i := range all {
		if i%10 == 0 {
			b.WriteString("bundle\n")
		}
		if i < n {
			b.WriteString("b 3 1\n")
		} else {
			b.WriteString("b 1 2\n")
		}
		if i%10 == 9 {
			b.WriteString("close-bundle 10\n")
		}
	}
	return b.String()
}

func bookOf(t testing.TB, m polled, hidden func(int) bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := papers.Workbook(&b, m.state, papers.Info{Head: head, Version: 2}, m.rows(), hidden); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cellsOf is a sheet as a library reads it, without working anything out.
func cellsOf(t testing.TB, book []byte, name string) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// part is the text of one part of a book.
func part(t testing.TB, book []byte, name string) string {
	t.Helper()
	parts, err := office.Unpack(book)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if p.Name == name {
			return string(p.Bytes)
		}
	}
	t.Fatalf("no part %s", name)
	return ""
}

func TestTheSummaryShowsTheResultWithoutACalculator(t *testing.T) {
	for name, m := range bookCases(t) {
		got := cellsOf(t, bookOf(t, m, nil), "汇总表")
		d := papers.Result(m.state, head, tally.Chinese)
		if len(got) != 3+len(d.Subjects) {
			t.Fatalf("%s: %d rows for %d subjects", name, len(got), len(d.Subjects))
		}
		for i, s := range d.Subjects {
			want := []string{s.ID, strings.TrimSpace(s.Post + " " + s.Name)}
			marks := 0
			for _, c := range s.Counts {
				want = append(want, strconv.Itoa(c.Count))
				if s.Negative != nil && slices.Contains(s.Negative.Grades, c.Grade) {
					marks += c.Count
				}
			}
			want = append(want, strconv.Itoa(s.Blank), strconv.Itoa(s.Spoiled))
			if s.Aside != nil {
				want = append(want, strconv.Itoa(s.Aside.Count))
			}
			want = append(want, strconv.Itoa(s.Base.Count))
			row := got[3+i]
			if n := s.Negative; n != nil {
				over := map[bool]string{true: "是", false: "否"}[n.Over]
				want = append(want, strconv.Itoa(marks), row[len(want)+1], over)
				if share, err := strconv.ParseFloat(row[len(want)-2], 64); n.Percent != "" && err == nil {
					if shown, _ := strconv.ParseFloat(string(n.Percent), 64); share*100-shown > 0.051 || shown-share*100 > 0.051 {
						t.Errorf("%s: %s has a share of %v, the result says %s", name, s.ID, share, n.Percent)
					}
				} else if n.Percent != "" {
					t.Errorf("%s: %s has no share: %q", name, s.ID, row)
				}
			}
			want = append(want, string(s.Suggested), string(s.Forced))
			if !slices.Equal(row[:len(want)], want) {
				t.Errorf("%s: the row is\n%q, the result says\n%q", name, row, want)
			}
		}
	}
}

func TestTheListHasARowForEachSheet(t *testing.T) {
	m := tell(t, genhe(t), "attend class=member expected=9 present=9\nissue 9\ncollect 9\nbundle\nb 1 2\nb 9 8\ndoubt\nb 0 reason=2\n")
	got := cellsOf(t, bookOf(t, m, nil), "评议表明细")
	want := [][]string{
		{"束", "张", "效力", "作废原因", "第一党支部书记", "第二党支部书记"},
		{"1", "1", "有效", "", "好", "较好"},
		{"1", "2", "有效", "", "弃权", "无效"},
		{"1", "3", "存疑"},
		{"1", "4", "作废", m.state.Plan.Sheets.Voids[1].Title},
	}
	if !slices.EqualFunc(got[2:], want, slices.Equal) {
		t.Errorf("the list is %q", got[2:])
	}
}

var (
	aCell     = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)" s="([0-9]+)"( t="[a-zA-Z]+")?>(.*?)</c>`)
	aFormula  = regexp.MustCompile(`<f>(.*?)</f>`)
	withValue = regexp.MustCompile(`^<f>[^<]+</f><v>[^<]*</v>$`)
)

func TestEveryFormulaHasItsResultBesideIt(t *testing.T) {
	for name, m := range bookCases(t) {
		book, formulas := bookOf(t, m, nil), 0
		parts, err := office.Unpack(book)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			for _, c := range aCell.FindAllStringSubmatch(string(p.Bytes), -1) {
				if strings.Contains(c[4], "<f>") {
					formulas++
					if !withValue.MatchString(c[4]) {
						t.Errorf("%s: %s %s has %s", name, p.Name, c[1], c[4])
					}
					if f := html.UnescapeString(aFormula.FindStringSubmatch(c[4])[1]); utf8.RuneCountInString(f) > 8192 {
						t.Errorf("%s: %s %s is longer than a formula may be", name, p.Name, c[1])
					}
				}
			}
		}
		if formulas < 10 {
			t.Errorf("%s: only %d formulas", name, formulas)
		}
	}
}

func TestChartsShowWithoutACalculator(t *testing.T) {
	book := bookOf(t, tell(t, genhe(t), sheets()), nil)
	for n, counts := range [][]string{{"33", "6", "2", "0"}, {"24", "12", "4", "1"}} {
		chart := part(t, book, fmt.Sprintf("xl/charts/chart%d.xml", n+1))
		for g, count := range counts {
			want := fmt.Sprintf(`<numCache><formatCode>General</formatCode><ptCount val="1"/><pt idx="0"><v>%s</v></pt></numCache>`, count)
			name := fmt.Sprintf(`<pt idx="0"><v>%s</v></pt>`, []string{"好", "较好", "一般", "差"}[g])
			if !strings.Contains(chart, want) || !strings.Contains(chart, name) {
				t.Errorf("chart %d does not show %s", n+1, count)
			}
		}
	}
	many := bookOf(t, tell(t, crowd(t, 45), ""), nil)
	if chart := part(t, many, "xl/charts/chart3.xml"); !strings.Contains(chart, `<ptCount val="5"/>`) || strings.Contains(chart, "第40党支部书记") {
		t.Errorf("the third chart of 45 subjects is not of the last five:\n%s", chart)
	}
}

func TestABookSaysHowFinalItIs(t *testing.T) {
	for script, want := range map[string]string{
		sheets():                            "根河市市场监督管理局党总支　第1轮　第2版　草稿　计票中　末条记录 96　" + head.Hash,
		sheets() + "close-count by=\"王\"\n": "草稿　计票结束",
		sheets() + closing:                  "第1轮　第2版　已封存",
	} {
		book := bookOf(t, tell(t, genhe(t), script), nil)
		for _, name := range []string{"汇总表", "评议表明细", "台账", "票数闭合"} {
			if got := cellsOf(t, book, name)[1][0]; !strings.Contains(got, want) {
				t.Errorf("%s says %q, not %q", name, got, want)
			}
		}
	}
}

func TestTwoBooksAreEqual(t *testing.T) {
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-test.run=^TestBooksAreWritten$", "-books="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, m := range bookCases(t) {
		first := bookOf(t, m, nil)
		elsewhere, err := os.ReadFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, bookOf(t, m, nil)) || !bytes.Equal(first, elsewhere) {
			t.Errorf("%s: two books are not equal", name)
		}
	}
}

// TestBooksAreWritten writes the books where they can be looked at: as they are,
// in the folder stored with another program named as their maker, whose results an
// office program believes, and in the folder spoiled so with a wrong result.
func TestBooksAreWritten(t *testing.T) {
	dir := cmp.Or(*booksInto, t.TempDir())
	for _, sub := range []string{"stored", "spoiled"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(book []byte, path ...string) {
		if err := os.WriteFile(filepath.Join(append([]string{dir}, path...)...), book, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cases := bookCases(t)
	for name, m := range cases {
		book := bookOf(t, m, nil)
		write(book, name+".xlsx")
		write(replaced(t, book, "docProps/app.xml", ">Shuping<", ">Microsoft Excel<"), "stored", name+".xlsx")
	}
	for _, name := range []string{"every", "weighted", "university-2025"} {
		book := bookOf(t, cases[name], byClass(cases[name], 0))
		write(replaced(t, book, "docProps/app.xml", ">Shuping<", ">Microsoft Excel<"), "stored", "hidden "+name+".xlsx")
	}
	spoiled := replaced(t, bookOf(t, cases["plain"], nil), "docProps/app.xml", ">Shuping<", ">Microsoft Excel<")
	const summary = "xl/worksheets/sheet1.xml"
	write(replaced(t, spoiled, summary, "</f><v>33</v>", "</f><v>34</v>"), "spoiled", "number.xlsx")
	write(replaced(t, spoiled, summary, "</f><v>否</v>", "</f><v>是</v>"), "spoiled", "word.xlsx")
	write(replaced(t, spoiled, summary, "</f><v>0.04878048780487805</v>", "</f><v>0.0487804878049</v>"), "spoiled", "share.xlsx")
}

// replaced is a book with the first old in one part replaced.
func replaced(t *testing.T, book []byte, name, old, now string) []byte {
	t.Helper()
	parts, err := office.Unpack(book)
	if err != nil {
		t.Fatal(err)
	}
	done := false
	for i, p := range parts {
		if p.Name == name && bytes.Contains(p.Bytes, []byte(old)) {
			parts[i].Bytes, done = bytes.Replace(p.Bytes, []byte(old), []byte(now), 1), true
		}
	}
	if !done {
		t.Fatalf("%s has no %s", name, old)
	}
	out, err := office.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// formulasOf are all formulas of a book by their place.
func formulasOf(t *testing.T, book []byte) map[string]string {
	t.Helper()
	parts, err := office.Unpack(book)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, p := range parts {
		for _, c := range aCell.FindAllStringSubmatch(string(p.Bytes), -1) {
			if f := aFormula.FindStringSubmatch(c[4]); f != nil {
				out[p.Name+" "+c[1]] = f[1]
			}
		}
	}
	return out
}

func TestNothingTypedBecomesAFormula(t *testing.T) {
	meet := func(typed func(string) string) polled {
		text := changed(t, genhe(t), `title = "票面污损无法辨认"`, "title = "+strconv.Quote(typed("票面污损无法辨认")))
		say := func(s string) string { return strconv.Quote(typed(s)) }
		return tell(t, text, sheets()+"review s1 text="+say("点评")+"\nopinion s1 merits="+say("成绩")+" problems="+say("问题")+
			"\nclose-count by="+say("王")+"\nfact s1 kind=accountable source="+say("通报")+"\ndecide s1 差 reason="+say("理由")+"\n")
	}
	tame := meet(func(s string) string { return s })
	for _, start := range []string{"=", "+", "-", "@", "＝", "'=", "\"&", "]]><f>1+1</f>", "</t></is></c><c><f>", "_x003D_", "1/2 ", "=cmd|'/c calc'!A0"} {
		wild := meet(func(s string) string { return start + s })
		book := bookOf(t, wild, nil)
		got, want := formulasOf(t, book), formulasOf(t, bookOf(t, tame, nil))
		// Only the criterion that counts the reason of void sheets names what was typed.
		for place := range want {
			if strings.Contains(want[place], "票面污损无法辨认") {
				if !strings.HasPrefix(got[place], "SUMPRODUCT(--EXACT(评议表明细!$D$4:$D$45,&#34;") {
					t.Errorf("%q: %s is %s", start, place, got[place])
				}
				delete(got, place)
				delete(want, place)
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%q has changed a formula", start)
		}
		all := ""
		for _, name := range []string{"汇总表", "台账", "票数闭合"} {
			for _, r := range cellsOf(t, book, name) {
				all += strings.Join(r, "\n") + "\n"
			}
		}
		for _, s := range []string{"点评", "问题", "王", "理由", "票面污损无法辨认"} {
			if !strings.Contains(all, start+s) {
				t.Errorf("%q does not stand in the book as it was typed", start+s)
			}
		}
	}
}

func TestATextThatLooksLikeAFormulaIsMarkedAsQuoted(t *testing.T) {
	book := bookOf(t, tell(t, genhe(t), "review s1 text=\"=1+1\\n二是\"\n"), nil)
	styles := regexp.MustCompile(`<xf [^>]*>`).FindAllString(strings.SplitN(part(t, book, "xl/styles.xml"), "<cellXfs", 2)[1], -1)
	quoted := map[string]bool{}
	for _, c := range aCell.FindAllStringSubmatch(part(t, book, "xl/worksheets/sheet4.xml"), -1) {
		style, _ := strconv.Atoi(c[2])
		for _, text := range []string{"=1+1", "二是"} {
			if strings.Contains(c[4], ">"+text+"<") {
				quoted[text] = strings.Contains(styles[style], `quotePrefix="true"`)
			}
		}
	}
	if !maps.Equal(quoted, map[string]bool{"=1+1": true, "二是": false}) {
		t.Errorf("quoted: %v", quoted)
	}
}

// byClass hides the stacks of one class.
func byClass(m polled, class int) func(int) bool {
	return func(n int) bool { return m.state.Round.Stacks[n].Class == class }
}

func TestNoBookTellsAHiddenClassFromTheOthers(t *testing.T) {
	cases := bookCases(t)
	for _, name := range []string{"every", "weighted", "university-2025"} {
		m := cases[name]
		book := bookOf(t, m, byClass(m, 1))
		list := cellsOf(t, book, "评议表明细")
		for _, head := range []string{"束", "张", "类别"} {
			if slices.Contains(list[2], head) {
				t.Errorf("%s: the list has the column %s", name, head)
			}
		}
		for _, class := range m.state.Plan.Rule.Classes {
			for _, row := range list[3:] {
				if slices.Contains(row, class.Name) {
					t.Errorf("%s: a row names the class: %q", name, row)
				}
			}
			for _, row := range cellsOf(t, book, "票数闭合") {
				if strings.Contains(row[0], class.Name) && (strings.HasPrefix(row[0], "有效") || strings.HasPrefix(row[0], "作废")) {
					t.Errorf("%s: %q", name, row)
				}
			}
		}
		if sum, all := len(list)-3, m.state.Round.Read(); sum != all {
			t.Errorf("%s: %d of %d sheets are listed", name, sum, all)
		}
		// Whose the sheets are and how they lay changes nothing.
		turned := polled{m.state, slices.Clone(m.sheets)}
		slices.Reverse(turned.sheets)
		if !bytes.Equal(book, bookOf(t, turned, byClass(m, 0))) {
			t.Errorf("%s: the book depends on the order of the sheets, or on which class is hidden", name)
		}
		open := bookOf(t, m, func(int) bool { return false })
		if !slices.Contains(cellsOf(t, open, "评议表明细")[2], "类别") {
			t.Errorf("%s: a class is hidden that need not be", name)
		}
	}
}

func TestAClassThatWeighsNothingByItselfHidesNothing(t *testing.T) {
	m := tell(t, genhe(t), sheets())
	if !bytes.Equal(bookOf(t, m, nil), bookOf(t, m, func(int) bool { return true })) {
		t.Error("where all classes fill in the same sheets there is nothing to hide")
	}
}

func TestSheetsThatTheRoundDidNotCountAreRefused(t *testing.T) {
	m := tell(t, genhe(t), sheets())
	write := func(change func(list []papers.SheetRow) []papers.SheetRow) error {
		list := slices.Clone(m.sheets)
		for i := range list {
			list[i].Ballot.Marks = slices.Clone(list[i].Ballot.Marks)
		}
		return papers.Workbook(&bytes.Buffer{}, m.state, papers.Info{}, slices.Values(change(list)), nil)
	}
	for want, change := range map[string]func(list []papers.SheetRow) []papers.SheetRow{
		"41 sheets are to be listed, and round 1 has read 42": func(l []papers.SheetRow) []papers.SheetRow { return l[1:] },
		"do not come to what round 1 has counted": func(l []papers.SheetRow) []papers.SheetRow {
			l[0].Ballot.Marks[1] = 2
			return l
		},
		"other reasons": func(l []papers.SheetRow) []papers.SheetRow {
			l[41].Ballot.Void = 2
			return l
		},
		"sheet 3 of bundle 1 has 1 marks, and a sheet has 2": func(l []papers.SheetRow) []papers.SheetRow {
			l[2].Ballot.Marks = l[2].Ballot.Marks[:1]
			return l
		},
		"sheet 1 of bundle 2 has the mark 6": func(l []papers.SheetRow) []papers.SheetRow {
			l[10].Ballot.Marks[0] = 6
			return l
		},
		"is of stack 7, and the round has 1": func(l []papers.SheetRow) []papers.SheetRow {
			l[0].Stack = 7
			return l
		},
		"is void for reason 9": func(l []papers.SheetRow) []papers.SheetRow {
			l[0].Ballot.Void = 9
			return l
		},
	} {
		if err := write(change); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if err := write(func(l []papers.SheetRow) []papers.SheetRow { return l }); err != nil {
		t.Error(err)
	}
}

func TestMoreSheetsThanASpreadsheetHoldsAreRefused(t *testing.T) {
	m := tell(t, genhe(t), sheets())
	m.state.Round.Valid = 1 << 20
	err := papers.Workbook(&bytes.Buffer{}, m.state, papers.Info{}, m.rows(), nil)
	if want := "the workbook has room for 1048573 sheets, and 1048577 were read"; err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestThereIsNoBookOfNothing(t *testing.T) {
	if err := papers.Workbook(&bytes.Buffer{}, meeting.State{}, papers.Info{}, func(func(papers.SheetRow) bool) {}, nil); err == nil {
		t.Error("a workbook of a meeting that was never opened")
	}
}
