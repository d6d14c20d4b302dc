package plan

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	toml "github.com/pelletier/go-toml/v2"
	"pgregory.net/rapid"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

const (
	genhe = "../../data/plans/genhe-2023.toml"
	// earlier is the bureau's plan as it came with the program before: sessions have it
	// in them.
	earlier = "testdata/genhe-2023-earlier.toml"
)

// TestGenhe holds the plan of the bureau against its value, written out.
func TestGenhe(t *testing.T) {
	golden(t, "testdata/genhe-2023.txt", spelled(parse(t, genhe)))
}

// TestGenheRule pins the hashes that seal the bureau's rule, now and as it came before.
// Each may change only with its rule.
func TestGenheRule(t *testing.T) {
	for file, want := range map[string]string{
		genhe:   "c49b084a69a1944188fc0a6a8530e4896040871720579c8d94c0d44cb6775675",
		earlier: "623a6a4aed6ff43757e8c4a4cfc5c21d42a79c03be09ebdd975f03784c3ec3c5",
	} {
		p := parse(t, file)
		if got := fmt.Sprintf("%x", p.RuleSHA256()); got != want {
			t.Errorf("%s: got %s over\n%s", file, got, canonicalRule(p.Rule))
		}
	}
}

// TestOldRule pins the hash of a rule that states none of the keys that came
// later: such a file is the plan that it was.
func TestOldRule(t *testing.T) {
	text := string(read(t, earlier))
	from, to := strings.Index(text, "[[sources]]"), strings.Index(text, "[rule]")
	p, err := Parse(earlier, []byte(text[:from]+text[to:]))
	if err != nil {
		t.Fatal(err)
	}
	const want = "e4804058f3aba33cff9175bb2a275a5d818c88e97034b50cc9f46445e944258b"
	if got := fmt.Sprintf("%x", p.RuleSHA256()); got != want {
		t.Errorf("got %s over\n%s", got, canonicalRule(p.Rule))
	}
}

// TestRuleSHA256 says what the hash depends on.
func TestRuleSHA256(t *testing.T) {
	p := parse(t, genhe)
	same := func(why string, edit func(*Plan), want bool) {
		q := parse(t, genhe)
		edit(&q)
		if (p.RuleSHA256() == q.RuleSHA256()) != want {
			t.Errorf("%s: the same hash should be %v", why, want)
		}
	}
	same("another title", func(q *Plan) { q.Title = "x" }, true)
	same("another agenda", func(q *Plan) { q.Stages = q.Stages[:2] }, true)
	same("another limit", func(q *Plan) { q.Rule.Veto.Limit = tally.Fraction{Num: 1, Den: 9} }, false)
	same("another clause", func(q *Plan) { q.Rule.Veto.Clause = "三(六)" }, false)
	same("a fact less", func(q *Plan) { q.Rule.Facts = q.Rule.Facts[1:] }, false)
	none, empty := p, p
	none.Rule.Facts, empty.Rule.Facts = nil, []tally.FactKind{}
	if none.RuleSHA256() != empty.RuleSHA256() {
		t.Error("no facts and an empty list of facts differ")
	}
	other := strings.Replace(string(read(t, genhe)), `"1/10"`, `"10%"`, 1)
	if q, err := Parse("x", []byte(other)); err != nil || q.RuleSHA256() != p.RuleSHA256() {
		t.Errorf("the same limit in another form: %v", err)
	}
}

// Said is what package words says of a plan.
var Said struct {
	Lines  func(lang string, p Plan) []string
	Fault  func(lang string, f *fault.Fault) string
	Alone  func(*fault.Fault) string
	Faults func(fault.Faults) string
}

var languages = []string{"zh", "en"}

// TestLines shows what is said of every plan that comes with the program.
func TestLines(t *testing.T) {
	for _, file := range packFiles(t) {
		p := parse(t, file)
		golden(t, "testdata/"+p.Name+".zh.txt", strings.Join(Said.Lines("zh", p), "\n")+"\n")
		golden(t, "testdata/"+p.Name+".en.txt", strings.Join(Said.Lines("en", p), "\n")+"\n")
	}
}

// packFiles are the plans that come with the program, the bureau's first.
func packFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../data/plans/*.toml")
	if err != nil || len(files) < 5 || files[0] != genhe {
		t.Fatalf("%v, %v", files, err)
	}
	return files
}

// TestRuleLines shows how each turn of the rule is said: only the lines that
// differ from those of the bureau's plan are in the file.
func TestRuleLines(t *testing.T) {
	frac := func(n, d int64) tally.Fraction { return tally.Fraction{Num: n, Den: d} }
	var b strings.Builder
	for _, c := range []struct {
		what string
		edit func(*Plan)
	}{
		{"no veto", func(p *Plan) { p.Rule.Veto = tally.Veto{} }},
		{"veto of one grade, at least a third of the people present", func(p *Plan) {
			p.Rule.Base = tally.Present
			p.Rule.Veto.Grades, p.Rule.Veto.Compare, p.Rule.Veto.Limit = []int{4}, tally.AtLeast, frac(1, 3)
		}},
		{"veto of each", func(p *Plan) { p.Rule.Veto.Reading = tally.Each }},
		{"veto of any", func(p *Plan) { p.Rule.Veto.Reading = tally.Any }},
		{"no facts", func(p *Plan) { p.Rule.Facts = nil }},
		{"majority of two thirds, by the plan", func(p *Plan) { p.Rule.Suggest.Limit, p.Rule.Suggest.Clause = frac(2, 3), "三(五)" }},
		{"plurality", func(p *Plan) { p.Rule.Suggest = tally.Suggestion{Method: tally.Plurality} }},
		{"points", func(p *Plan) {
			p.Rule.Suggest = tally.Suggestion{Method: tally.Points, Clause: "五",
				Points: []tally.Fraction{frac(100, 1), frac(85, 1), frac(60, 1), frac(0, 1)},
				Bands:  []tally.Band{{Grade: 1, From: frac(90, 1)}, {Grade: 2, From: frac(151, 2)}}}
		}},
		{"no suggestion", func(p *Plan) { p.Rule.Suggest = tally.Suggestion{Method: tally.None} }},
		{"no quota", func(p *Plan) { p.Rule.Quota = tally.Quota{} }},
		{"quota of at most a third", func(p *Plan) { p.Rule.Quota.Compare, p.Rule.Quota.Target = tally.AtMost, frac(1, 3) }},
		{"quota of at least a half of five", func(p *Plan) { fiveSubjects(p); p.Rule.Quota.Compare, p.Rule.Quota.Target = tally.AtLeast, frac(1, 2) }},
		{"quota of over and under of five", func(p *Plan) {
			fiveSubjects(p)
			p.Rule.Quota.Compare, p.Rule.Quota.Tolerance, p.Rule.Quota.Target = tally.Over, tally.Fraction{}, frac(1, 5)
			p.Rule.Quotas = []tally.Quota{{LowerThan: 1, Target: frac(3, 5), Compare: tally.Under, Clause: "四"}}
		}},
		{"quota of about a half of five", func(p *Plan) { fiveSubjects(p); p.Rule.Quota.Target = frac(1, 2) }},
		{"no warning, nothing shown", func(p *Plan) { p.Warn, p.Hall = 0, Hall{CountingOff, AfterOff, false} }},
		{"progress shown", func(p *Plan) { p.Hall.Counting = CountingProgress }},
		{"votes announced, and what they suggest", func(p *Plan) { p.Hall = Hall{CountingEvery, AfterVotes, true} }},
		{"valid sheets", func(p *Plan) { p.Rule.Base = tally.ValidSheets }},
		{"collected", func(p *Plan) { p.Rule.Base = tally.Collected }},
		{"issued", func(p *Plan) { p.Rule.Base = tally.Issued }},
		{"expected", func(p *Plan) { p.Rule.Base = tally.Expected }},
		{"a choice beside the grades", func(p *Plan) { p.Rule.Aside = "不了解" }},
		{"classes that weigh", func(p *Plan) { p.Rule.Classes, p.Rule.Empty = classes(p), tally.Renormalise }},
		{"classes that weigh, none may be empty", func(p *Plan) { p.Rule.Classes, p.Rule.Empty = classes(p), tally.Refuse }},
		{"a sheet for each subject, who fills in his own", func(p *Plan) { p.Sheets.Each, p.Sheets.SelfRating = true, true }},
		{"items for reading", func(p *Plan) { p.Rule.Items = unityAndWork }},
		{"an item that decides", func(p *Plan) { p.Rule.Items, p.Rule.Deciding = unityAndWork, "work" }},
		{"the mean of the items", func(p *Plan) { p.Rule.Items, p.Rule.Deciding = unityAndWork, tally.Mean }},
		{"a quorum", func(p *Plan) {
			p.Rule.Quorum = tally.Quorum{Of: tally.Collected, Over: tally.Expected, Compare: tally.AtLeast, Share: frac(2, 3), Clause: "三(四)"}
		}},
		{"a cascade", func(p *Plan) {
			p.Rule.Suggest = tally.Suggestion{Method: tally.Cascade, Clause: "五", Else: 4, Steps: []tally.Stair{
				{Grade: 1, Grades: []int{1}, Compare: tally.AtLeast, Limit: frac(2, 3), Base: tally.Expected},
				{Grade: 2, Grades: []int{1, 2}, Compare: tally.Over, Limit: frac(1, 2), Base: tally.Present},
			}}
		}},
		{"points without the extremes", func(p *Plan) {
			p.Rule.Suggest = tally.Suggestion{Method: tally.Points, Clause: "五", Trim: tally.Trim{High: 1, Low: 2},
				Points: []tally.Fraction{frac(100, 1), frac(85, 1), frac(60, 1), frac(0, 1)},
				Bands:  []tally.Band{{Grade: 1, From: frac(90, 1)}}}
		}},
		{"sources that weigh, and a gate", func(p *Plan) {
			p.Rule.Sources = []tally.Source{
				{ID: "vote", Title: "述职评议", Vote: true, Weight: frac(1, 2), Clause: "三(五)"},
				{ID: "year", Title: "年度考核", Grades: []string{"优秀", "称职", "不称职"}, Weight: frac(1, 2), Clause: "三(五)"},
			}
			p.Rule.Gates = []tally.Gate{{Grade: 1, Source: "year", Grades: []string{"优秀", "称职"}, Clause: "三(六)"}}
			p.Rule.Composite = []tally.Band{{Grade: 1, From: frac(90, 1)}, {Grade: 2, From: frac(151, 2)}}
		}},
		{"spoiled rows, sheets too many, a few before any is shown", func(p *Plan) {
			p.Sheets.Spoils, p.Sheets.OverIssued, p.Sheets.Fewest = []string{"一行打两个勾", "看不清"}, IsRefused, 5
		}},
	} {
		usual, p := parse(t, genhe), parse(t, genhe)
		c.edit(&p)
		fmt.Fprintf(&b, "# %s\n", c.what)
		for _, l := range languages {
			known := strings.Join(Said.Lines(l, usual), "\n")
			for _, line := range Said.Lines(l, p) {
				if !strings.Contains(known, line) && !strings.Contains(line, "SHA-256") && (!strings.HasPrefix(line, "  ") || len(p.Subjects) == 2) {
					b.WriteString(line + "\n")
				}
			}
		}
	}
	golden(t, "testdata/rule-lines.txt", b.String())
}

var unityAndWork = []tally.Item{{ID: "unity", Title: "班子团结"}, {ID: "work", Title: "工作实绩"}}

// classes gives the first class of p 2/5 and the others as much as each other.
func classes(p *Plan) []tally.Class {
	var out []tally.Class
	for i, c := range p.Voters {
		w := tally.Fraction{Num: 1, Den: 5}
		if i == 0 {
			w.Num = 2
		}
		out = append(out, tally.Class{ID: c.ID, Name: c.Name, Weight: w})
	}
	return out
}

func fiveSubjects(p *Plan) {
	p.Subjects = make([]Subject, 5)
}

// TestBounds tries the lists at their longest and one beyond.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		header, key string
		most        int
	}{
		{"[[subjects]]", "post", maxSubjects},
		{"[[voters]]", "name", maxEntries},
		{"[[papers]]", "title", maxEntries},
		{"[[sheets.voids]]", "title", maxDigit},
		{"[[rule.facts]]", "title", maxDigit},
	} {
		small := string(read(t, "testdata/small.toml"))
		for n := strings.Count(small, c.header); n <= c.most; n++ {
			if _, err := Parse("x", []byte(small)); err != nil {
				t.Fatalf("%s, %d of them: %v", c.header, n, err)
			}
			entry := fmt.Sprintf("%s\nid = \"n%d\"\n%s = \"第%d\"\n", c.header, n, c.key, n)
			if c.header == "[[rule.facts]]" {
				entry += "forces = \"差\"\n"
			}
			if c.header == "[[papers]]" || c.header == "[[rule.facts]]" {
				entry += "clause = \"一\"\n"
			}
			small = strings.Replace(small, c.header, entry+c.header, 1)
		}
		_, err := Parse("x", []byte(small))
		if fs, ok := err.(fault.Faults); !ok || len(fs) != 1 || fs[0].Code != TooMany {
			t.Errorf("%s, one too many: %v", c.header, err)
		}
	}
}

// TestName derives the plan's short name.
func TestName(t *testing.T) {
	small := read(t, "testdata/small.toml")
	for file, want := range map[string]string{
		"genhe-2023.toml": "genhe-2023", "a/b/c.toml": "c", `C:\plans\我局.toml`: "我局", "x": "x", "x.txt": "x.txt",
	} {
		if p, err := Parse(file, small); err != nil || p.Name != want {
			t.Errorf("%s: %q, %v", file, p.Name, err)
		}
	}
}

// TestAgendaLaw: a list of stages is accepted just where no kind recurs and nothing
// answers a report before it, and then the agenda holds with every report what follows
// it at once.
func TestAgendaLaw(t *testing.T) {
	small := string(read(t, "testdata/small.toml"))
	from := strings.Index(small, "[[agenda.stages]]")
	to := strings.Index(small, "[sheets]")
	subjects := strings.Index(small, "[[subjects]]")
	voters := strings.Index(small, "[[voters]]")
	rapid.Check(t, func(t *rapid.T) {
		letters := map[byte]Kind{'r': Report, 'q': Question, 'v': Review, 's': Speech, 'l': Elect, 'e': Evaluation}
		order := rapid.StringOfN(rapid.SampledFrom([]rune("rqvsle")), 1, 6, -1).Draw(t, "stages")
		n := rapid.IntRange(1, 7).Draw(t, "subjects")

		var people, stages strings.Builder
		for i := range n {
			fmt.Fprintf(&people, "[[subjects]]\nid = \"s%d\"\npost = \"第%d支部书记\"\n", i+1, i+1)
		}
		for _, c := range []byte(order) {
			fmt.Fprintf(&stages, "[[agenda.stages]]\nkind = %q\nminutes = 5\nclause = \"三\"\n", letters[c])
		}
		p, err := Parse("x", []byte(small[:subjects]+people.String()+small[voters:from]+stages.String()+small[to:]))
		if lawful(order) != (err == nil) {
			t.Fatalf("%s: %v", order, err)
		}
		if err != nil {
			return
		}
		var got []string
		for _, it := range p.Agenda() {
			got = append(got, it.ID)
		}
		var want []string
		before, behind, _ := strings.Cut(order, "r")
		rest := strings.TrimLeft(behind, "qv")
		for _, c := range []byte(before) {
			want = append(want, string(letters[c]))
		}
		for i := range strings.Count(order, "r") * n {
			for _, c := range []byte("r" + behind[:len(behind)-len(rest)]) {
				want = append(want, fmt.Sprintf("%s:s%d", letters[c], i+1))
			}
		}
		for _, c := range []byte(rest) {
			want = append(want, string(letters[c]))
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%s with %d subjects: %v", order, n, got)
		}
	})
}

// lawful says the law again, on letters.
func lawful(order string) bool {
	for _, c := range "rqvsle" {
		if strings.Count(order, string(c)) > 1 {
			return false
		}
	}
	report, review, evaluation := strings.Index(order, "r"), strings.Index(order, "v"), strings.Index(order, "e")
	answered := review < 0 || report >= 0 && review > report
	return answered && evaluation >= 0 && evaluation > report
}

// FuzzParse: whatever the bytes are, Parse gives a plan that can be told, or
// faults that lie in the file. What it accepts, any TOML parser accepts.
func FuzzParse(f *testing.F) {
	small := read(f, "testdata/small.toml")
	f.Add(small)
	for _, file := range packFiles(f) {
		f.Add(read(f, file))
	}
	f.Add(everything().TOML(spelt))
	for _, s := range []string{
		"", "\ufeff", "a", "a=", "a.b.c=1\n[a.b]\n[[a.b]]", "[[a]]\n[a.b]\n[[a]]\n[a.b]\nc={d=[{e=1}]}",
		"form=1\nitems=[{}]\nsources={}\n[[voters]]\nweight=1\n[rule]\naside=[]\ncomposite=[{from=1}]\nempty-class=1",
		"[[form]]\ndeciding=\"mean\"\n[[voters]]\nweight={}\n[[voters]]\n[[sources]]\nvote=1\nweight=\"1/1\"\n[[rule.gates]]\nsource=\"\"\ngrades=[1]",
		"[rule.suggest]\nmethod=\"cascade\"\nsteps=[{},1,{base=\"issued\"}]\n[[rule.composite]]\n[rule.quorum]\nof=\"present\"",
		"title = \"\\u202e\"", "title = '''\n\r\n'''", "[rule]\ngrades=[[],{},1.5,nan,2024-02-30,\"\"]", "\"\" = 1\n[\"\".\"\"]",
		"[rule.suggest]\nmethod=\"points\"\npoints=[1,\"1e9%\"]\nbands=[{}]", "year=0x7e8\n[ agenda . stages ]\n", "a\xff", "\"四",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p, err := Parse("x.toml", src)
		if err != nil {
			checkFaults(t, src, err)
			return
		}
		var any map[string]any
		if err := toml.Unmarshal([]byte(strings.TrimPrefix(string(src), "\ufeff")), &any); err != nil {
			t.Errorf("accepted, but %v", err)
		}
		p.Agenda()
		again(t, p)
		for _, l := range languages {
			if s := strings.Join(Said.Lines(l, p), "\n"); strings.Contains(s, "%!") {
				t.Errorf("words do not fit:\n%s", s)
			}
		}
	})
}

// TestTornLaw: a file whose lines were lost, doubled, moved or mixed up gives
// faults that lie in it, or another plan.
func TestTornLaw(t *testing.T) {
	whole := strings.SplitAfter(string(everything().TOML(spelt)), "\n")
	rapid.Check(t, func(rt *rapid.T) {
		lines := slices.Clone(whole)
		place := func() int { return rapid.IntRange(0, len(lines)-1).Draw(rt, "line") }
		for range rapid.IntRange(1, 6).Draw(rt, "tears") {
			i, j := place(), place()
			switch rapid.SampledFrom([]string{"lost", "doubled", "swapped", "mixed"}).Draw(rt, "tear") {
			case "lost":
				lines = slices.Delete(lines, i, i+1)
			case "doubled":
				lines = slices.Insert(lines, j, lines[i])
			case "swapped":
				lines[i], lines[j] = lines[j], lines[i]
			case "mixed":
				key, _, _ := strings.Cut(lines[i], "=")
				if _, value, ok := strings.Cut(lines[j], "="); ok {
					lines[i] = key + "=" + value
				}
			}
		}
		src := []byte(strings.Join(lines, ""))
		if p, err := Parse("x.toml", src); err != nil {
			checkFaults(t, src, err)
		} else {
			again(rt, p)
		}
	})
}

func checkFaults(t *testing.T, src []byte, err error) {
	fs, ok := err.(fault.Faults)
	if !ok || len(fs) == 0 || len(fs) > maxFaults {
		t.Fatalf("%T %v", err, err)
	}
	lines := strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
	for i, f := range fs {
		if f.At.Line < 1 || f.At.Line > len(lines) || f.At.Column < 1 || f.At.Column > utf8.RuneCountInString(lines[f.At.Line-1])+1 {
			t.Errorf("%v is not in the file", f)
		}
		if i > 0 && fs[i-1].At.Line > f.At.Line {
			t.Errorf("%v comes after %v", f, fs[i-1])
		}
		for _, l := range languages {
			if s := Said.Fault(l, f); strings.Contains(s, "{") && !strings.Contains(string(src), "{") || strings.Contains(s, "\n") || s == "" {
				t.Errorf("words do not fit: %s", s)
			}
		}
	}
}

// spelled writes a plan out, a row for each value, "-" for none.
func spelled(p Plan) string {
	var b strings.Builder
	row := func(name string, cells ...any) {
		fmt.Fprintf(&b, "%-10s", name)
		for _, c := range cells {
			s := fmt.Sprint(c)
			if s == "" {
				s = "-"
			}
			b.WriteString(" | " + s)
		}
		b.WriteString("\n")
	}
	row("name", p.Name)
	row("title", p.Title)
	row("year", p.Year)
	row("unit", p.Unit)
	row("superior", p.Superior)
	row("chair", p.Chair)
	row("hall", p.Hall.Counting, p.Hall.After, p.Hall.Reference)
	row("dates", p.Dates.From, p.Dates.Until, p.Dates.Clause)
	row("file by", p.Dates.FileBy, p.Dates.FileByClause)
	for _, s := range p.Subjects {
		row("subject", s.ID, s.Post, s.Name)
		if s.Short != "" {
			row("short", s.Short)
		}
	}
	for _, c := range p.Voters {
		row("voters", c.ID, c.Name)
	}
	for _, c := range p.Content {
		row("content", c.Label, c.Clause)
	}
	for _, s := range p.Stages {
		row("stage", s.Kind, s.Minutes, s.Clause)
	}
	for _, it := range p.Agenda() {
		row("item", it.ID, it.Subject, it.Length, it.Clause)
	}
	row("warn", p.Warn)
	row("bundle", p.Sheets.Bundle)
	row("form", p.Sheets.Each, p.Sheets.SelfRating, p.Rule.Deciding, p.Sheets.Spoils, p.Sheets.OverIssued, p.Sheets.Fewest)
	row("checks", p.Sheets.Large, p.Sheets.Check, p.Sheets.Witnessed, p.Sheets.FewestOf)
	for _, v := range p.Sheets.Voids {
		row("void", v.ID, v.Title)
	}
	r := p.Rule
	row("rule", r.Scale, r.Base, r.Decimals)
	row("veto", r.Veto.Grades, r.Veto.Reading, r.Veto.Compare, r.Veto.Limit, r.Veto.Forces, r.Veto.Clause)
	for _, f := range r.Facts {
		row("fact", f.ID, f.Title, f.Forces, f.Clause)
	}
	row("suggest", r.Suggest.Method, r.Suggest.Limit, r.Suggest.Points, r.Suggest.Bands, r.Suggest.Clause)
	for _, s := range r.Sources {
		row("source", s.ID, s.Title, s.Grades, s.Weight, s.Vote, s.Clause)
	}
	for _, q := range r.AllQuotas() {
		row("quota", q.LowerThan, q.Target, q.Compare, q.Rounding, q.Tolerance, q.Clause)
	}
	for _, f := range p.Papers {
		row("paper", f.ID, f.Title, f.Clause)
	}
	return b.String()
}

func parse(t testing.TB, file string) Plan {
	t.Helper()
	p, err := Parse(file, read(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(read(t, file)); got != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}
