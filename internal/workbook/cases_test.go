package workbook_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/workbook"
)

var head = result.Head{Seq: 96, Hash: strings.Repeat("0a", 32)}

// tell plays a script on a plan.
func tell(t testing.TB, planText, script string) meeting.State {
	t.Helper()
	return meet(t, planText, false, script)
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
					fmt.Fprintf(&b, "b 0 reason=%d\n", p.Sheets.Reasons()[draw(len(p.Sheets.Reasons()))])
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
	return r.InBox(1 + min(draw(2+row), draw(r.Boxes())))
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
func bookCases(t testing.TB) map[string]meeting.State {
	t.Helper()
	on := func(dir, name string) string {
		text, err := os.ReadFile(filepath.Join("../..", dir, name+".toml"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	out := map[string]meeting.State{
		"plain": tell(t, genhe(t), "review s1 text=\"一是抓得不紧。\\n\\n二是重业务轻党建。\"\n"+script(t, "sealed")),
		"again": held(t, "again"),
		"again each": func() meeting.State {
			text := on("internal/meeting/testdata/plans", "every")
			return tell(t, text, vote(t, text, 3)+"close-count by=\"王某某\"\nvoid-round subjects=s2 by=\"王某某\" reason=\"印错\"\n"+
				"issue 2 class=a subject=s2\nissue 2 class=b subject=s2\ncollect 2 class=a subject=s2\ncollect 1 class=b subject=s2\n"+
				"bundle class=a subject=s2\nb 1 2 3\nb 0 reason=1\nclose-bundle 2\nbundle class=b subject=s2\nb 2 9 1\nclose-bundle 1\nclose-count by=\"王某某\"\n")
		}(),
		"limit":  tell(t, genhe(t), exactly(4, 40)),
		"passed": tell(t, changed(t, genhe(t), `compare = "over"`, `compare = "at-least"`), exactly(4, 40)),
		"opened": tell(t, genhe(t), ""),
		"halfway": tell(t, genhe(t), "attend class=member expected=9 present=9\nissue 9\ncollect 9\nbundle\n"+
			"b 1 2\ndoubt\nb 0 reason=2\n"),
		"too many back": tell(t, genhe(t), "attend class=member expected=3 present=3\nissue 2\ncollect 3\n"),
		"all void":      tell(t, genhe(t), "attend class=member expected=3 present=3\nissue 1\ncollect 1\nbundle\nb 0 reason=1\nclose-bundle 1\n"),
		"many":          tell(t, crowd(t, 45), vote(t, crowd(t, 45), 30)),
		"latin": func() meeting.State {
			text := changed(t, genhe(t), `"好", "较好", "一般", "差"`, `"a", "A", "*", "1"`,
				`"一般", "差"`, `"*", "1"`, `forces  = "差"`, `forces  = "1"`, `forces = "差"`, `forces = "1"`, `"好"`, `"a"`)
			return tell(t, text, vote(t, text, 40))
		}(),
		"no veto": func() meeting.State {
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
	out["piles"] = tell(t, planOf(t, script(t, "piles")), script(t, "piles"))
	mixed := strings.Replace(read(t, "../meeting/testdata/plans/weighted.toml"), `decimals = 2`, "decimals = 2\naside = \"不了解\"", 1)
	out["piles and sheets"] = tell(t, mixed, "attend class=a expected=9 present=9\nattend class=b expected=9 present=9\n"+
		"issue 3 class=a\nissue 4 class=b\ncollect 3 class=a\ncollect 4 class=b\n"+
		"piles class=a by=\"张三\"\npile 0 1 0\npile 1 1 0 1 0 0\npile 2 0 0 0 1 1\nclose-piles 3\n"+
		"bundle class=b\nb 1 2\nb 0 reason=2\nb 7 4\nclose-bundle 3\nbundle class=b\nb 9 1\nclose-bundle 1\n")
	out["year"] = held(t, "year")
	out["watched"] = tell(t, genhe(t), script(t, "resealed"))
	out["a class too small"] = tell(t, planOf(t, script(t, "hidden")), script(t, "hidden"))
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

func bookOf(t testing.TB, m meeting.State) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, m, head, nil); err != nil {
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
	parts, err := docx.Unpack(book)
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
