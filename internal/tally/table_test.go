package tally

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what the tables in testdata expect")

// The tables in testdata hold cases that read like ballots:
//
//	== one of ten is not over
//	veto=一般+差 limit=1/10          a change to the usual rule, if any
//	present=43 issued=43             numbers that are not sheets, if any
//	9: 好                            nine sheets: a mark for each subject
//	1: 差                            弃权 and 无效 are marks, 废 is a void sheet
//	fact s1 failure 通报             a fact about a subject
//	decide 较好 好                   the grades that the chair decides
//	----
//
// and what follows from them: for each subject the count, the verdict, and its
// reasons in both languages, then the quota. The usual rule is 好 较好 一般 差;
// 一般+差 over 1/10 of the valid marks force 差; a majority suggests; about 2/5
// should be lower than 好.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d tables, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, cases, _ := strings.Cut(string(src), "== ")
			out := head
			for c := range strings.SplitSeq(cases, "\n== ") {
				given, want, _ := strings.Cut(c, "----\n")
				got := newCase(t, given).run()
				if !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
					t.Errorf("== %s\ngot:\n%swant:\n%s", given, got, want)
				}
				out += "== " + given + "----\n" + got + "\n"
			}
			if *update {
				if err := os.WriteFile(file, []byte(strings.TrimSpace(out)+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// A tableCase is one case of a table, read.
type tableCase struct {
	t       *testing.T
	rule    Rule
	turnout Turnout
	counts  []Count
	facts   map[int][]Fact
	decided []int
}

func usual() Rule {
	return Rule{
		Scale: Scale{"好", "较好", "一般", "差"},
		Base:  ValidMarks,
		Veto:  Veto{Grades: []int{3, 4}, Reading: Sum, Compare: Over, Limit: Fraction{1, 10}, Forces: 4, Clause: "三(五)"},
		Facts: []FactKind{
			{ID: "failure", Title: "年度工作重大失误造成严重影响", Forces: 4, Clause: "三(五)"},
			{ID: "absent", Title: "无故缺席", Forces: 3, Clause: "六"},
		},
		Suggest:  Suggestion{Method: Majority, Limit: Fraction{1, 2}},
		Quota:    Quota{LowerThan: 1, Target: Fraction{2, 5}, Compare: About, Rounding: Nearest, Clause: "三(五)"},
		Decimals: 2,
	}
}

func newCase(t *testing.T, given string) *tableCase {
	t.Helper()
	c := &tableCase{t: t, rule: usual(), facts: map[int][]Fact{}}
	lines := strings.Split(strings.TrimSpace(given), "\n")[1:]
	for _, line := range lines {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
		case strings.HasSuffix(words[0], ":"):
			c.sheets(c.number(strings.TrimSuffix(words[0], ":")), words[1:])
		case words[0] == "fact":
			i := c.number(strings.TrimPrefix(words[1], "s")) - 1
			c.facts[i] = append(c.facts[i], Fact{Kind: words[2], Source: strings.Join(words[3:], " ")})
		case words[0] == "decide":
			for _, g := range words[1:] {
				c.decided = append(c.decided, c.rule.Scale.Position(g))
			}
		default:
			for _, w := range words {
				key, value, _ := strings.Cut(w, "=")
				c.set(key, value)
			}
		}
	}
	return c
}

func (c *tableCase) sheets(n int, marks []string) {
	if c.turnout.Collected += n; marks[0] == "废" {
		c.turnout.Void += n
		return
	}
	c.turnout.Valid += n
	for len(c.counts) < len(marks) {
		c.counts = append(c.counts, Count{})
	}
	for i, m := range marks {
		mark := map[string]Mark{"弃权": Blank, "无效": Spoiled}[m]
		if mark == 0 {
			mark = Mark(c.rule.Scale.Position(m))
		}
		if !mark.Valid(len(c.rule.Scale)) {
			c.t.Fatalf("no mark %q", m)
		}
		for range n {
			c.counts[i] = c.counts[i].Add(mark)
		}
	}
}

func (c *tableCase) set(key, value string) {
	r := &c.rule
	switch key {
	case "grades":
		r.Scale = strings.Split(value, "+")
	case "base":
		r.Base = Base(value)
	case "decimals":
		r.Decimals = c.number(value)
	case "veto":
		if value == "none" {
			r.Veto = Veto{}
			return
		}
		r.Veto.Grades = nil
		for g := range strings.SplitSeq(value, "+") {
			r.Veto.Grades = append(r.Veto.Grades, r.Scale.Position(g))
		}
	case "reading":
		r.Veto.Reading = Reading(value)
	case "compare":
		r.Veto.Compare = Comparison(value)
	case "limit":
		r.Veto.Limit = c.fraction(value)
	case "forces":
		r.Veto.Forces = r.Scale.Position(value)
	case "suggest":
		r.Suggest.Method = Method(value)
	case "majority":
		r.Suggest.Limit = c.fraction(value)
	case "points":
		r.Suggest.Method = Points
		for p := range strings.SplitSeq(value, ",") {
			r.Suggest.Points = append(r.Suggest.Points, c.fraction(p))
		}
	case "bands":
		for b := range strings.SplitSeq(value, ",") {
			grade, from, _ := strings.Cut(b, ":")
			r.Suggest.Bands = append(r.Suggest.Bands, Band{r.Scale.Position(grade), c.fraction(from)})
		}
	case "quota":
		if value == "none" {
			r.Quota = Quota{}
			return
		}
		r.Quota.Compare = Comparison(value)
	case "lower-than":
		r.Quota.LowerThan = r.Scale.Position(value)
	case "target":
		r.Quota.Target = c.fraction(value)
	case "rounding":
		r.Quota.Rounding = Rounding(value)
	case "subjects":
		c.counts = make([]Count, c.number(value))
	case "expected":
		c.turnout.Expected = c.number(value)
	case "present":
		c.turnout.Present = c.number(value)
	case "issued":
		c.turnout.Issued = c.number(value)
	default:
		c.t.Fatalf("no word %q", key)
	}
}

func (c *tableCase) run() string {
	var b strings.Builder
	suggested := make([]int, len(c.counts))
	for i, count := range c.counts {
		v := c.rule.Judge(count, c.turnout, c.facts[i])
		suggested[i] = v.Suggested
		if c.turnout.Collected == 0 && (c.decided != nil || len(c.counts) > 1) {
			continue // such a case is about the quota
		}
		fmt.Fprintf(&b, "s%d ", i+1)
		for g, name := range c.rule.Scale {
			n := count.Of(g + 1)
			share := Fraction{int64(n), int64(v.Size)}
			fmt.Fprintf(&b, " %s %d (%s%%)", name, n, share.Percent(c.rule.Decimals))
		}
		fmt.Fprintf(&b, "  弃权 %d  无效 %d  %s %d\n", count.Blank, count.Spoiled, v.Base, v.Size)
		fmt.Fprintf(&b, "    suggested %s  forced %s  negative %v  over %v\n",
			c.grade(v.Suggested), c.grade(v.Forced), v.Negative, v.Over)
		for _, r := range v.Reasons {
			clause := r.Clause
			if clause == "" {
				clause = "-"
			}
			fmt.Fprintf(&b, "    %s [%s]\n      %s\n      %s\n", r.Step, clause, r.Text(Chinese), r.Text(English))
		}
	}
	q := c.rule.Quota.Check(suggested, false)
	if c.decided != nil {
		q = c.rule.Quota.Check(c.decided, true)
	}
	fmt.Fprintf(&b, "quota  %d of %d lower, right %v, %s\n", q.Lower, q.Subjects, q.Nearest, q.State)
	return b.String()
}

func (c *tableCase) grade(g int) string {
	if g == 0 {
		return "-"
	}
	return c.rule.Scale.Name(g)
}

func (c *tableCase) number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		c.t.Fatal(err)
	}
	return n
}

func (c *tableCase) fraction(s string) Fraction {
	f, err := ParseFraction(s)
	if err != nil {
		c.t.Fatal(err)
	}
	return f
}
