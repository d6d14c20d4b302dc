package plan

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// TestPacksTOML: what TOML writes of a plan that comes with the program is that
// plan.
func TestPacksTOML(t *testing.T) {
	for _, file := range packFiles(t) {
		again(t, parse(t, file))
	}
}

// spelt stands for the words behind a code.
func spelt(code string) string { return "（" + code + "）" }

// TestTOML shows a file that is written, with every key that there is.
func TestTOML(t *testing.T) {
	p := everything()
	again(t, p)
	golden(t, "testdata/everything.toml", string(p.TOML(spelt)))
}

// TestTOMLLaw: what is written of any plan is that plan, and has its rule.
func TestTOMLLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { again(t, anyPlan(t)) })
}

// TestRows counts the marks of a sheet.
func TestRows(t *testing.T) {
	p := everything()
	for _, c := range []struct {
		each  bool
		items int
		want  int
	}{{false, 0, 2}, {false, 3, 8}, {true, 0, 1}, {true, 3, 4}} {
		p.Sheets.Each, p.Rule.Items = c.each, make([]tally.Item, c.items)
		if got := p.Rows(); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

// again reads what was written of p.
func again(t interface {
	Helper()
	Fatalf(string, ...any)
}, p Plan) {
	t.Helper()
	out := p.TOML(spelt)
	q, err := Parse(p.Name+".toml", out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !reflect.DeepEqual(p, q) {
		t.Fatalf("%+v\nwas written as\n%s\nand read as\n%+v", p, out, q)
	}
	if p.RuleSHA256() != q.RuleSHA256() {
		t.Fatalf("another hash\n%s", out)
	}
}

// everything is a plan with every key that there is, but for the methods other
// than points.
func everything() Plan {
	frac := func(n, d int64) tally.Fraction { return tally.Fraction{Num: n, Den: d} }
	return Plan{
		Name: "everything", Title: "2024年度“述职”评议", Unit: `某局"机关"党总支`, UnitCode: "12150785MB0001", Scheme: "2024年度述职评议考核工作方案", Superior: `某工委\组织部`, Chair: "书记", Year: 2024,
		Templates: "本局 模板.2024", People: "报告人", NoticeVotes: true,
		Dates:   Dates{Day{2024, 12, 1}, Day{2025, 1, 31}, Day{2025, 2, 9}, "一(一)", "四(四)"},
		Meeting: Meeting{Day{2025, 1, 20}, "14:30", "三楼会议室"},
		Subjects: []Subject{
			{ID: "s1", Post: "支部书记", Name: "张三", Short: "一支部"}, {ID: "s2", Post: "支部书记", Name: "李四"},
		},
		Prepare: Prepare{true, "一(一)", true, "三(一)"},
		Voters:  []Class{{"a", "A类"}, {"b", "B类"}},
		Content: []Point{{"责任制", "二4"}},
		Stages:  []Stage{{Report, 10, "三(四)1", false}, {Question, 3, "三(四)1", false}, {Review, 5, "三(四)2", true}, {Speech, 5, "三(四)3", false}, {Elect, 2, "三(四)3", false}, {Evaluation, 15, "三(四)4", false}},
		Warn:    1,
		Sheets: Sheets{Bundle: 10, Each: true, SelfRating: true, Voids: []VoidReason{{"damaged", "票面污损", false}, {"empty", "全部空白", true}}, Cap: Cap{[]int{1}, 1, "damaged"},
			Spoils: []string{"一行打两个勾", "看不清"}, OverIssued: IsRefused, Fewest: 5, Large: 20, Check: CheckEither, Witnessed: true, FewestOf: 4, Filled: true, Shuffled: true},
		Hall:   Hall{CountingChecked, AfterVotes, true},
		Papers: []Paper{{"ledger", "整改台账", "四(四)"}},
		Rule: tally.Rule{
			Scale: tally.Scale{"好", "较好", "一般", "差"}, Aside: "不了解",
			Items: []tally.Item{{ID: "unity", Title: "班子团结"}, {ID: "work", Title: "工作实绩"}}, Deciding: tally.Mean,
			Classes: []tally.Class{{ID: "a", Name: "A类", Weight: frac(3, 5)}, {ID: "b", Name: "B类", Weight: frac(2, 5)}}, Empty: tally.Renormalise,
			Quorum: tally.Quorum{Of: tally.Present, Over: tally.Expected, Compare: tally.AtLeast, Share: frac(2, 3), Clause: "三(四)"},
			Base:   tally.Collected,
			Veto:   tally.Veto{Grades: []int{3, 4}, Reading: tally.Sum, Compare: tally.Over, Limit: frac(1, 10), Forces: 4, Clause: "三(五)"},
			Facts:  []tally.FactKind{{ID: "blamed", Title: "被问责", Forces: 4, Clause: "三(五)"}},
			Suggest: tally.Suggestion{Method: tally.Points, Points: []tally.Fraction{frac(100, 1), frac(85, 1), frac(125, 2), frac(0, 1)},
				Bands: []tally.Band{{Grade: 1, From: frac(90, 1)}, {Grade: 3, From: frac(181, 3)}}, Trim: tally.Trim{High: 1, Low: 1, Above: 20}, Clause: "五"},
			Rates: []tally.Rate{{Title: "优良率", Grades: []int{1, 2}, Clause: "三(五)"}},
			Sources: []tally.Source{
				{ID: "vote", Title: "述职评议", Vote: true, Weight: frac(1, 2), Clause: "三(五)"},
				{ID: "year", Title: "年度考核", Grades: []string{"优秀", "称职"}, Weight: frac(1, 2), Clause: "三(五)"},
				{ID: "known", Title: "平时了解", Clause: "三(五)"},
			},
			Gates:     []tally.Gate{{Grade: 1, Source: "year", Grades: []string{"优秀"}, Clause: "三(五)"}},
			Composite: []tally.Band{{Grade: 1, From: frac(90, 1)}, {Grade: 2, From: frac(0, 1)}},
			Quota:     tally.Quota{LowerThan: 1, Target: frac(2, 5), Compare: tally.About, Rounding: tally.Nearest, Clause: "三(五)"},
			Decimals:  2,
		},
	}
}

// anyPlan draws a plan out of all that a file can state.
func anyPlan(t *rapid.T) Plan {
	d := drawing{t}
	start := Day{2000 + d.upTo(0, 900), 1, d.upTo(1, 31)}
	p := Plan{
		Name: "x", Title: d.text(60), Unit: d.text(60), Superior: d.text(60), Chair: d.text(40), Year: d.upTo(firstYear, lastYear),
		Dates: Dates{start, Day{start.Year, 2, d.upTo(1, 28)}, Day{start.Year + 1, 3, 9}, d.text(20), d.text(20)},
		Hall:  Hall{of(d, Countings...), of(d, Afters...), d.yes()},
		Sheets: Sheets{Bundle: d.upTo(1, 100), Each: d.yes(), SelfRating: d.yes(), Spoils: d.words(0, 9, d.text40),
			OverIssued: of(d, VoidsRound, IsRefused), Fewest: d.upTo(0, 1000), Large: d.upTo(0, 100),
			Check: of(d, CheckOffered, CheckSecond, CheckSpot, CheckEither), Witnessed: d.yes(), FewestOf: d.upTo(0, 1000), Filled: d.yes(), Shuffled: d.yes()},
	}
	if p.Prepare.Vetting = d.yes(); p.Prepare.Vetting {
		p.Prepare.VettingClause = d.text(20)
	}
	if p.Prepare.Filed = d.yes(); p.Prepare.Filed {
		p.Prepare.FiledClause = d.text(20)
	}
	if d.yes() {
		p.People, p.NoticeVotes = d.text(10), d.yes()
		p.Templates = d.text(40)
		if !isFolder(p.Templates) {
			p.Templates = "x" + d.id(1)
		}
	}
	for i := range d.upTo(1, 5) {
		s := Subject{ID: d.id(i), Post: fmt.Sprint(i) + d.text(38)}
		if d.yes() {
			s.Name = d.text(40)
		}
		if d.yes() {
			s.Short = fmt.Sprint(i) + d.text(3)
		}
		p.Subjects = append(p.Subjects, s)
	}
	for i := range d.upTo(1, 6) {
		p.Voters = append(p.Voters, Class{d.id(i), fmt.Sprint(i) + d.text(38)})
	}
	for range d.upTo(1, 3) {
		p.Content = append(p.Content, Point{d.text(60), d.text(20)})
	}
	for i := range d.upTo(1, 9) {
		p.Sheets.Voids = append(p.Sheets.Voids, VoidReason{d.id(i), d.text(40), i > 0 && d.yes()})
	}
	for i := range d.upTo(1, 3) {
		p.Papers = append(p.Papers, Paper{d.id(i), d.text(60), d.text(20)})
	}
	if d.yes() {
		p.Stages = append(p.Stages, d.stage(Report), d.stage(Review))
	}
	p.Stages = append(p.Stages, d.stage(Evaluation))
	if d.yes() {
		p.Stages = append(p.Stages, d.stage(Speech))
	}
	p.Warn = d.upTo(0, 1)
	p.Rule = d.rule(p)
	return p
}

// A drawing draws what a plan may hold.
type drawing struct{ t *rapid.T }

func (d drawing) upTo(low, high int) int { return rapid.IntRange(low, high).Draw(d.t, "n") }
func (d drawing) yes() bool              { return rapid.Bool().Draw(d.t, "yes") }
func (d drawing) text40() string         { return d.text(40) }
func (d drawing) text12() string {
	return strings.ReplaceAll(d.text(12), " ", "_")
}

func of[W any](d drawing, words ...W) W { return rapid.SampledFrom(words).Draw(d.t, "word") }

func (d drawing) id(i int) string {
	return rapid.StringMatching(`[a-l][a-z0-9-]{0,9}`).Draw(d.t, "id") + fmt.Sprint("-", i)
}

// text is what a person might type, with all that a file might trip over.
func (d drawing) text(most int) string {
	rs := []rune("好较评一１a0\"\\'#=[]{},. “”　𬭎é\\n")
	s := rapid.StringOfN(rapid.SampledFrom(rs), 1, most, -1).Draw(d.t, "text")
	if s = strings.TrimSpace(s); s == "" {
		return "党"
	}
	return s
}

// words are so many texts, none twice, nil for none.
func (d drawing) words(few, many int, word func() string) []string {
	var out []string
	for range d.upTo(few, many) {
		if w := strings.ReplaceAll(word(), "　", "_"); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	for i := 0; len(out) < few; i++ {
		out = append(out, fmt.Sprint("第", i))
	}
	return out
}

func (d drawing) stage(k Kind) Stage {
	return Stage{k, d.upTo(2, 240), d.text(20), (k == Question || k == Review) && d.yes()}
}

// fraction is one from 0 to 1, neither end included.
func (d drawing) fraction() tally.Fraction {
	den := d.upTo(2, 1000)
	return reduced(d.upTo(1, den-1), den)
}

func reduced(n, den int) tally.Fraction {
	f, err := tally.ParseFraction(fmt.Sprintf("%d/%d", n, den))
	if err != nil {
		panic(err)
	}
	return f
}

// weights are n of them that add up to 1.
func (d drawing) weights(n int) []tally.Fraction {
	parts, sum := make([]int, n), 0
	for i := range parts {
		parts[i] = d.upTo(1, 50)
		sum += parts[i]
	}
	out := make([]tally.Fraction, n)
	for i := range out {
		out[i] = reduced(parts[i], sum)
	}
	return out
}

func (d drawing) rule(p Plan) tally.Rule {
	r := tally.Rule{
		Scale: d.words(tally.MinGrades, tally.MaxGrades, d.text12), Base: of(d, tally.Bases...), Decimals: d.upTo(0, 4),
	}
	if w := d.text12(); len(r.Scale) < tally.MaxGrades && !strings.Contains(w, "　") && r.Scale.Position(w) == 0 {
		r.Aside = w
	}
	if len(p.Voters) > 1 && d.yes() {
		r.Empty = of(d, tally.Renormalise, tally.Refuse)
		for i, w := range d.weights(len(p.Voters)) {
			r.Classes = append(r.Classes, tally.Class{ID: p.Voters[i].ID, Name: p.Voters[i].Name, Weight: w})
		}
	}
	for i := range d.upTo(0, 9) {
		r.Items = append(r.Items, tally.Item{ID: d.id(i), Title: fmt.Sprint(i) + d.text(38)})
	}
	if len(r.Items) > 0 {
		r.Deciding = of(d, "", tally.Mean, r.Items[0].ID)
	}
	if i := d.upTo(1, 5); i < 5 && d.yes() {
		r.Quorum = tally.Quorum{Of: tally.Bases[i], Over: of(d, tally.Bases[i+1:]...), Compare: d.compare(), Share: d.fraction(), Clause: d.text(20)}
		if r.Quorum.Of == tally.Present && r.Quorum.Over == tally.Expected && d.yes() {
			r.Quorum.Classes = []tally.Group{{ID: p.Voters[0].ID, Name: p.Voters[0].Name}}
		}
	}
	if d.yes() {
		r.Veto = tally.Veto{Grades: d.grades(r.Scale), Reading: of(d, tally.Sum, tally.Each, tally.Any), Compare: d.compare(),
			Limit: d.fraction(), Forces: d.upTo(2, len(r.Scale)), Clause: d.text(20)}
		if r.Veto.Reading == tally.Each && len(r.Veto.Grades) > 1 {
			r.Veto.Limit = reduced(1, d.upTo(len(r.Veto.Grades)+1, 1000))
		}
		for range d.upTo(0, 2) {
			r.Vetoes = append(r.Vetoes, tally.Veto{Grades: []int{len(r.Scale)}, Reading: tally.Sum, Compare: tally.Over,
				Limit: d.fraction(), Bars: []int{d.upTo(1, len(r.Scale)-1)}, Clause: d.text(20)})
		}
	}
	for i := range d.upTo(0, 3) {
		r.Facts = append(r.Facts, tally.FactKind{ID: d.id(i), Title: d.text(60), Forces: d.upTo(2, len(r.Scale)), Clause: d.text(20)})
	}
	r.Suggest = d.suggestion(r.Scale)
	d.weigh(&r)
	if d.yes() {
		r.Quota = tally.Quota{LowerThan: d.upTo(1, len(r.Scale)-1), Target: d.fraction(), Compare: of(d, tally.About, tally.AtLeast, tally.AtMost), Clause: d.text(20)}
		if r.Quota.Compare == tally.About {
			r.Quota.Rounding = of(d, tally.Nearest, tally.Floor, tally.Ceil)
			if d.yes() {
				r.Quota.Tolerance = d.fraction()
			}
		}
		for c := range d.upTo(0, 2) {
			r.Quotas = append(r.Quotas, tally.Quota{LowerThan: r.Quota.LowerThan, Target: d.fraction(), Compare: []tally.Comparison{tally.Over, tally.Under}[c], Clause: d.text(20)})
		}
	}
	return r
}

func (d drawing) compare() tally.Comparison   { return of(d, tally.Over, tally.AtLeast) }
func (d drawing) grade(scale tally.Scale) int { return d.upTo(1, len(scale)) }

// grades are some of the scale, but not all.
func (d drawing) grades(scale tally.Scale) []int {
	all := make([]int, len(scale))
	for i := range all {
		all[i] = i + 1
	}
	return rapid.Permutation(all).Draw(d.t, "grades")[:d.upTo(1, len(scale)-1)]
}

func (d drawing) suggestion(scale tally.Scale) tally.Suggestion {
	s := tally.Suggestion{Method: of(d, tally.Majority, tally.Plurality, tally.Points, tally.Cascade, tally.None)}
	if d.yes() {
		s.Clause = d.text(20)
	}
	switch s.Method {
	case tally.Majority:
		s.Limit = d.fraction()
	case tally.Points:
		s.Points = d.falling(len(scale))
		s.Bands = slices.DeleteFunc(d.bands(scale), func(b tally.Band) bool { return b.From.Cmp(s.Points[0]) > 0 })
		if len(s.Bands) == 0 {
			s.Bands = []tally.Band{{Grade: 1, From: s.Points[0]}}
		}
		s.Trim = tally.Trim{High: d.upTo(0, maxTrim), Low: d.upTo(0, maxTrim)}
	case tally.Cascade:
		s.Else = d.grade(scale)
		for range d.upTo(1, 9) {
			st := tally.Stair{Grade: d.grade(scale), Grades: d.grades(scale), Compare: d.compare(), Limit: d.fraction(), Base: of(d, tally.Bases...)}
			if !slices.ContainsFunc(s.Steps, func(b tally.Stair) bool { return stairImplies(st, b) }) {
				s.Steps = append(s.Steps, st)
			}
		}
	}
	return s
}

// falling are n numbers up to 100, each less than the one before.
func (d drawing) falling(n int) []tally.Fraction {
	whole := rapid.SliceOfNDistinct(rapid.IntRange(0, 300), n, n, rapid.ID).Draw(d.t, "falling")
	slices.SortFunc(whole, func(a, b int) int { return cmp.Compare(b, a) })
	out := make([]tally.Fraction, n)
	for i, w := range whole {
		out[i] = reduced(w, 3)
	}
	return out
}

func (d drawing) bands(scale tally.Scale) []tally.Band {
	n := d.upTo(1, len(scale))
	out := make([]tally.Band, n)
	for i, f := range d.falling(n) {
		out[i] = tally.Band{Grade: i + 1, From: f}
	}
	return out
}

// weigh adds sources to r, and what is made of them.
func (d drawing) weigh(r *tally.Rule) {
	n := d.upTo(0, 5)
	for i := range n {
		s := tally.Source{ID: d.id(i), Title: fmt.Sprint(i) + d.text(58), Clause: d.text(20)}
		if s.Vote = i == 0 && d.yes(); !s.Vote && d.yes() {
			s.Grades = d.words(2, 9, d.text12)
		}
		r.Sources = append(r.Sources, s)
	}
	first := 0
	if n > 0 && r.Sources[0].Vote && r.Suggest.Method != tally.Points {
		first = 1
	}
	if n > first && d.yes() {
		for i, w := range d.weights(n - first) {
			r.Sources[first+i].Weight = w
		}
		r.Composite = d.bands(r.Scale)
	}
	for i, s := range r.Sources {
		words := s.Grades
		if words == nil {
			words = r.Scale
		}
		if !s.Vote && d.yes() {
			g := tally.Gate{Grade: i%(len(r.Scale)-1) + 1, Source: s.ID, Clause: d.text(20)}
			g.Grades = slices.Clone(words[:d.upTo(1, len(words)-1)])
			r.Gates = append(r.Gates, g)
		}
	}
}
