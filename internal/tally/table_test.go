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
//	lower 20                         or how many he grades 较好, and the others 好
//	printed 28/1/0 20/8/1            or the counts of each subject, as a report prints them
//	part A类 3/5 present=20          the sheets that follow are of this part
//	step 满意 满意 over 1/2 expected a step of a cascade
//	veto 差 over 30% bars 好         another veto; "forces" in the place of "bars"
//	rate 优良率 好+较好              a rate that is told
//	bars late 迟报 好+较好           a kind of fact that bars grades
//	source visit 实地调研 1/2        a source and its weight; "vote" after it: the vote
//	gate 好 yearly 优秀+良好          a grade that a source may bar
//	assess s1 visit 优秀 88          what the chair entered for a source, - for none
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
	parts   []tablePart
	facts   map[int][]Fact
	seen    map[int][]Assessment
	decided []int
}

// A tablePart is the sheets of one part: a count for each subject.
type tablePart struct {
	name    string
	weight  Fraction
	turnout Turnout
	counts  []Count
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
	c := &tableCase{t: t, rule: usual(), parts: make([]tablePart, 1), facts: map[int][]Fact{}, seen: map[int][]Assessment{}}
	lines := strings.Split(strings.TrimSpace(given), "\n")[1:]
	for _, line := range lines {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || strings.HasPrefix(line, "#"):
		case strings.HasSuffix(words[0], ":"):
			c.sheets(c.number(strings.TrimSuffix(words[0], ":")), words[1:])
		case words[0] == "printed":
			c.printed(words[1:])
		case words[0] == "part":
			c.part(words[1], c.fraction(words[2]), words[3:])
		case words[0] == "step":
			c.rule.Suggest.Method = Cascade
			c.rule.Suggest.Steps = append(c.rule.Suggest.Steps, Stair{c.rule.Scale.Position(words[1]),
				c.positions(words[2]), Comparison(words[3]), c.fraction(words[4]), Base(words[5])})
		case words[0] == "veto":
			v := Veto{Grades: c.positions(words[1]), Reading: Sum, Compare: Comparison(words[2]), Limit: c.fraction(words[3]), Clause: "七"}
			if words[4] == "bars" {
				v.Bars = c.positions(words[5])
			} else {
				v.Forces = c.rule.Scale.Position(words[5])
			}
			c.rule.Vetoes = append(c.rule.Vetoes, v)
		case words[0] == "rate":
			c.rule.Rates = append(c.rule.Rates, Rate{words[1], c.positions(words[2]), "六"})
		case words[0] == "bars":
			c.rule.Facts = append(c.rule.Facts, FactKind{ID: words[1], Title: words[2], Bars: c.positions(words[3]), Clause: "八"})
		case words[0] == "source":
			source := Source{ID: words[1], Title: words[2], Clause: "四", Vote: len(words) > 4}
			if len(words) > 3 {
				source.Weight = c.fraction(words[3])
			}
			c.rule.Sources = append(c.rule.Sources, source)
		case words[0] == "gate":
			c.rule.Gates = append(c.rule.Gates, Gate{c.rule.Scale.Position(words[1]), words[2], strings.Split(words[3], "+"), "五"})
		case words[0] == "assess":
			i := c.number(strings.TrimPrefix(words[1], "s")) - 1
			a := Assessment{Source: words[2], Grade: strings.Trim(words[3], "-")}
			if len(words) > 4 {
				a.Score = c.fraction(words[4])
			}
			c.seen[i] = append(c.seen[i], a)
		case words[0] == "fact":
			i := c.number(strings.TrimPrefix(words[1], "s")) - 1
			c.facts[i] = append(c.facts[i], Fact{Kind: words[2], Source: strings.Join(words[3:], " ")})
		case words[0] == "lower":
			for i := range len(c.parts[0].counts) {
				c.decided = append(c.decided, 1)
				if i < c.number(words[1]) {
					c.decided[i] = 2
				}
			}
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

// part starts a part; numbers given with it are its own and those of everybody.
func (c *tableCase) part(name string, weight Fraction, numbers []string) {
	p := tablePart{name: name, weight: weight}
	for _, w := range numbers {
		key, value, _ := strings.Cut(w, "=")
		n := c.number(value)
		switch key {
		case "expected":
			p.turnout.Expected, c.turnout.Expected = n, c.turnout.Expected+n
		case "present":
			p.turnout.Present, c.turnout.Present = n, c.turnout.Present+n
		case "issued":
			p.turnout.Issued, c.turnout.Issued = n, c.turnout.Issued+n
		default:
			c.t.Fatalf("no number %q", key)
		}
	}
	if c.parts[0].name == "" {
		c.parts = nil
	}
	c.parts = append(c.parts, p)
}

func (c *tableCase) sheets(n int, marks []string) {
	p := &c.parts[len(c.parts)-1]
	for _, t := range []*Turnout{&p.turnout, &c.turnout} {
		if t.Collected += n; marks[0] == "废" {
			t.Void += n
		} else {
			t.Valid += n
		}
	}
	if marks[0] == "废" {
		return
	}
	for len(p.counts) < len(marks) {
		p.counts = append(p.counts, Count{})
	}
	for i, m := range marks {
		mark := map[string]Mark{"弃权": Blank, "无效": Spoiled, c.rule.Aside: Aside}[m]
		if mark == 0 {
			mark = Mark(c.rule.Scale.Position(m))
		}
		if !c.rule.Takes(mark) {
			c.t.Fatalf("no mark %q", m)
		}
		for range n {
			p.counts[i] = p.counts[i].Add(mark)
		}
	}
}

// printed reads counts as a report prints them: of each subject, best first.
func (c *tableCase) printed(rows []string) {
	p := &c.parts[len(c.parts)-1]
	for _, row := range rows {
		var count Count
		for g, n := range strings.Split(row, "/") {
			count.Grades[g] = c.number(n)
		}
		p.counts = append(p.counts, count)
	}
	for _, t := range []*Turnout{&p.turnout, &c.turnout} {
		t.Valid += p.counts[0].Marks()
		t.Collected += p.counts[0].Marks()
	}
}

// subjects is how many the sheets are about.
func (c *tableCase) subjects() int {
	n := 0
	for _, p := range c.parts {
		n = max(n, len(p.counts))
	}
	return n
}

// poll is the vote on the subject at index i.
func (c *tableCase) poll(i int) Poll {
	poll := Poll{Turnout: c.turnout, Facts: c.facts[i], Assessments: c.seen[i]}
	for _, p := range c.parts {
		part := Part{Name: p.name, Weight: p.weight, Turnout: p.turnout}
		if i < len(p.counts) {
			part.Count = p.counts[i]
		}
		if p.name == "" {
			part.Turnout = c.turnout
		}
		poll.Parts = append(poll.Parts, part)
	}
	return poll
}

func (c *tableCase) set(key, value string) {
	r := &c.rule
	switch key {
	case "grades":
		r.Scale = strings.Split(value, "+")
	case "unmarked":
		r.Unmarked = c.number(value)
	case "base":
		r.Base = Base(value)
	case "decimals":
		r.Decimals = c.number(value)
	case "veto":
		if value == "none" {
			r.Veto = Veto{}
			return
		}
		r.Veto.Grades = c.positions(value)
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
		r.Suggest.Bands = c.bands(value)
	case "composite":
		r.Composite = c.bands(value)
	case "trim":
		high, low, _ := strings.Cut(value, ",")
		low, above, _ := strings.Cut(low, ",")
		r.Suggest.Trim = Trim{High: c.number(high), Low: c.number(low)}
		if above != "" {
			r.Suggest.Trim.Above = c.number(above)
		}
	case "else":
		r.Suggest.Else = r.Scale.Position(value)
	case "aside":
		r.Aside = value
	case "empty":
		r.Empty = Empty(value)
	case "quorum":
		of, over, _ := strings.Cut(value, "/")
		r.Quorum.Of, r.Quorum.Over, r.Quorum.Clause = Base(of), Base(over), "二"
	case "quorum-over":
		r.Quorum.Compare, r.Quorum.Share = Over, c.fraction(value)
	case "quorum-at-least":
		r.Quorum.Compare, r.Quorum.Share = AtLeast, c.fraction(value)
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
	case "tolerance":
		r.Quota.Tolerance = c.fraction(value)
	case "rounding":
		r.Quota.Rounding = Rounding(value)
	case "subjects":
		c.parts[0].counts = make([]Count, c.number(value))
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
	suggested := make([]int, c.subjects())
	for i := range suggested {
		poll := c.poll(i)
		v := c.rule.JudgePoll(poll)
		suggested[i] = v.Suggested
		if c.turnout.Collected == 0 && (c.decided != nil || len(suggested) > 1) {
			continue // such a case is about the quota
		}
		fmt.Fprintf(&b, "s%d ", i+1)
		for _, p := range poll.Parts {
			c.count(&b, p)
		}
		fmt.Fprintf(&b, "  %s %d\n", v.Base, v.Size)
		fmt.Fprintf(&b, "    suggested %s  forced %s  negative %v  over %v\n",
			c.grade(v.Suggested), c.grade(v.Forced), v.Negative, v.Over)
		if len(v.Barred) > 0 {
			fmt.Fprintf(&b, "    barred %s\n", strings.Join(c.rule.Scale.Names(v.Barred), " "))
		}
		if v.Composite.Given() {
			fmt.Fprintf(&b, "    composite %v  weighed %s\n", v.Composite, c.grade(v.Weighed))
		}
		for _, r := range v.Reasons {
			clause := r.Clause
			if clause == "" {
				clause = "-"
			}
			zh, en := Said(r)
			fmt.Fprintf(&b, "    %s [%s]\n      %s\n      %s\n", r.Step, clause, zh, en)
		}
	}
	q := c.rule.Quota.Check(suggested, false)
	if c.decided != nil {
		q = c.rule.Quota.Check(c.decided, true)
	}
	fmt.Fprintf(&b, "quota  %d of %d lower, right %v, %s\n", q.Lower, q.Subjects, q.Nearest, q.State)
	return b.String()
}

// count is one part in a row: in per cent too, where it is the only one.
func (c *tableCase) count(b *strings.Builder, p Part) {
	if p.Name != "" {
		fmt.Fprintf(b, " %s %v:", p.Name, p.Weight)
	}
	for g, name := range c.rule.Offered() {
		n := p.Count.Of(g + 1)
		fmt.Fprintf(b, " %s %d", name, n)
		if p.Name == "" {
			size := p.Turnout.Size(c.rule.Base, p.Count)
			fmt.Fprintf(b, " (%s%%)", shareOf(n, size).Percent(c.rule.Decimals))
		}
	}
	fmt.Fprintf(b, "  弃权 %d  无效 %d", p.Count.Blank, p.Count.Spoiled)
	if c.rule.Aside != "" {
		fmt.Fprintf(b, "  %s %d", c.rule.Aside, p.Count.Aside)
	}
	if p.Name != "" {
		b.WriteString(" |")
	}
}

func (c *tableCase) positions(grades string) []int {
	var out []int
	for g := range strings.SplitSeq(grades, "+") {
		out = append(out, c.rule.Scale.Position(g))
	}
	return out
}

func (c *tableCase) bands(value string) []Band {
	var out []Band
	for b := range strings.SplitSeq(value, ",") {
		grade, from, _ := strings.Cut(b, ":")
		out = append(out, Band{c.rule.Scale.Position(grade), c.fraction(from)})
	}
	return out
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
