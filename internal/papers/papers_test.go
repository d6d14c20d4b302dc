package papers_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/tally"
)

var update = flag.Bool("update", false, "write the golden papers anew; whoever does must keep the old form for old bags")

var head = papers.Head{Seq: 96, Hash: strings.Repeat("0a", 32)}

// meet plays a script on a plan and returns the state that it leads to.
func meet(t testing.TB, planText string, rehearsal bool, script string) meeting.State {
	t.Helper()
	at := time.Date(2024, 1, 20, 1, 0, 0, 0, time.UTC)
	var s meeting.State
	do := func(o meeting.Order) {
		t.Helper()
		events, err := meeting.Decide(s, meeting.Command{Who: meeting.Person{Role: "chair"}, At: at, Order: o})
		if err != nil {
			t.Fatalf("%s: %v", o.Line(), err)
		}
		for _, e := range events {
			s = meeting.Apply(s, e)
		}
		at = at.Add(time.Second)
	}
	do(meeting.OpenSession{PlanName: "plan", PlanText: planText, Rehearsal: rehearsal})
	for line := range strings.Lines(script) {
		o, err := meeting.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if o != nil {
			do(o)
		}
	}
	return s
}

func genhe(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../data/plans/genhe-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// sheets is the count of 41 valid sheets and a void one: s1 is good, s2 has
// 5/41 of 一般 and 差.
func sheets() string {
	marks := make([]string, 41)
	for i := range marks {
		s1, s2 := "1", "1"
		switch {
		case i >= 39:
			s1 = "3"
		case i >= 33:
			s1 = "2"
		}
		switch {
		case i == 40:
			s2 = "4"
		case i >= 36:
			s2 = "3"
		case i >= 24:
			s2 = "2"
		}
		marks[i] = "b " + s1 + " " + s2
	}
	marks = append(marks, "b 0 reason=1")
	var b strings.Builder
	b.WriteString("attend class=masses expected=6 present=5\nattend class=member expected=40 present=38\nissue 43\ncollect 42\n")
	for i, m := range marks {
		if i%10 == 0 {
			if i > 0 {
				b.WriteString("close-bundle 10\n")
			}
			b.WriteString("bundle\n")
		}
		b.WriteString(m + "\n")
	}
	b.WriteString("close-bundle 2\n")
	return b.String()
}

const closing = `
close-count by="王"
decide s1 好
decide s2 差
seal
`

func TestPapersStayAsTheyAre(t *testing.T) {
	s := meet(t, genhe(t), false, sheets()+closing)
	d := papers.Result(s, head, tally.Chinese)
	for name, got := range map[string][]byte{
		"result.json": d.JSON(), "result.csv": d.CSV(), "custody.csv": d.CustodyCSV(),
		"result-en.json": papers.Result(s, head, tally.English).JSON(),
	} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has changed from line %d on", name, differs(got, want))
		}
	}
}

// The forms that only some plans have: a class that weighs, a sheet for each, the
// items of a row, sources, a gate, an opinion and 不了解.
func TestPapersOfOtherRules(t *testing.T) {
	for name, s := range others(t) {
		d := papers.Result(s, head, tally.Chinese)
		golden(t, name+".json", d.JSON())
		golden(t, name+".csv", d.CSV())
		golden(t, name+"-custody.csv", d.CustodyCSV())
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed from line %d on", name, differs(got, want))
	}
}

// others are meetings on the plans in which meetings are told (package meeting).
func others(t testing.TB) map[string]meeting.State {
	on := func(name, script string) meeting.State {
		text, err := os.ReadFile("../meeting/testdata/plans/" + name + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		return meet(t, string(text), false, script)
	}
	var every strings.Builder
	every.WriteString("attend class=a expected=3 present=2\nattend class=b expected=1 present=1\n")
	sheets := map[string][]string{
		"class=a subject=s1": {"b 1 1 1", "b 2 7 3"}, "class=b subject=s1": {"b 1 2 2"},
		"class=a subject=s2": {"b 1 1 1", "b 0 reason=1"}, "class=b subject=s2": {"b 9 1 1"},
	}
	for _, stack := range []string{"class=a subject=s1", "class=b subject=s1", "class=a subject=s2", "class=b subject=s2"} {
		list := sheets[stack]
		fmt.Fprintf(&every, "issue %d %s\ncollect %[1]d %[2]s\nbundle %[2]s\n%[3]s\nclose-bundle %[1]d\n",
			len(list), stack, strings.Join(list, "\n"))
	}
	every.WriteString(`close-count by="王"
assess s1 source=vote note="只在记录中"
assess s1 source=visit grade=好 score=88.5 note="只在记录中"
assess s2 source=visit score=265/3
assess s2 source=yearly grade=称职
opinion s1 merits="=抓得实" problems=""
decide s1 差
decide s2 较好 reason="按前提条件"
`)
	const plain = "attend expected=3 present=2\nissue 2\ncollect 2\nbundle\n"
	return map[string]meeting.State{
		"every":     on("every", every.String()),
		"items":     on("items", plain+"b 1 1 4 2 2 1\nb 9 8 3 1 1 1\nclose-bundle 2\n"),
		"composite": on("composite", plain+"b 1 2\nb 1 2\nclose-bundle 2\nassess s1 source=visit score=80\nassess s1 source=yearly grade=称职 score=70\n"),
	}
}

// differs is the first line in which a and b are not the same.
func differs(a, b []byte) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return 1 + bytes.Count(a[:n], []byte("\n"))
}

func TestResultSaysWhatThePlanSays(t *testing.T) {
	d := papers.Result(meet(t, genhe(t), false, sheets()), head, tally.Chinese)
	if d.State != papers.Counting || d.Rehearsal {
		t.Errorf("state %s, rehearsal %v", d.State, d.Rehearsal)
	}
	if c := d.Custody; c.Expected != 46 || c.Present != 43 || c.Valid != 41 || c.Void != 1 || !c.Closes {
		t.Errorf("custody %+v", c)
	}
	s2 := d.Subjects[1]
	if n := s2.Negative; n.Numerator != 5 || n.Denominator != 41 || n.Percent != "12.20" || !n.Over {
		t.Errorf("negative %+v", n)
	}
	if s2.Suggested != "差" || s2.Forced != "差" || s2.Decided != nil {
		t.Errorf("grades %+v", s2)
	}
	if r := s2.Reasons[1]; r.Clause != "三(五)" || r.Text != "一般+差 5/41 有效票 = 12.20% > 10%，超过 10%，综合评价等次确定为“差”" {
		t.Errorf("reason %+v", r)
	}
	if q := d.Quota; q.Lower != 1 || len(q.Nearest) != 1 || q.Nearest[0] != 1 || q.State != tally.QuotaOpen || q.Target != "2/5" {
		t.Errorf("quota %+v", q)
	}
}

func TestClassesStandInThePlansOrder(t *testing.T) {
	d := papers.Result(meet(t, genhe(t), false, sheets()), head, tally.Chinese)
	if c := d.Custody.Classes; len(c) != 2 || c[0].ID != "member" || c[1].ID != "masses" {
		t.Errorf("classes %+v", c)
	}
}

// cases are one meeting each, in the states that a result may be asked for.
func cases(t testing.TB) map[string]meeting.State {
	bare := strings.NewReplacer(
		"[rule.veto]", "#", `grades  = ["一般", "差"]`, "#", `reading = "sum"`, "#", `compare = "over"`, "#",
		`limit   = "1/10"`, "#", "forces  = \"差\"\nclause  = \"三(五)\"", "#",
		"[rule.quota]", "#", `lower-than = "好"`, "#", `target     = "2/5"`, "#", `compare    = "about"`, "#",
		`rounding   = "nearest"`, "#", `clause     = "三(五)"`, "#").Replace(genhe(t))
	points := strings.Replace(genhe(t), "method = \"majority\"\nlimit  = \"1/2\"",
		"method = \"points\"\npoints = [100, 85, 60, 0]\nbands = [{grade = \"好\", from = 90}, {grade = \"较好\", from = \"75\"}]", 1)
	list := others(t)
	maps.Copy(list, map[string]meeting.State{
		"just opened":       meet(t, genhe(t), false, ""),
		"counting":          meet(t, genhe(t), false, sheets()),
		"rehearsal":         meet(t, genhe(t), true, sheets()),
		"closed":            meet(t, genhe(t), false, sheets()+"close-count by=\"王\"\n"),
		"sealed":            meet(t, genhe(t), false, sheets()+closing),
		"facts":             meet(t, genhe(t), false, sheets()+"fact s1 kind=accountable source=\"=通报〔2024〕1号\"\n"),
		"void round":        meet(t, genhe(t), false, "attend expected=3 present=3\nissue 2\ncollect 3\n"),
		"no veto, no quota": meet(t, bare, false, sheets()),
		"points":            meet(t, points, false, sheets()),
		"nothing opened":    {},
	})
	return list
}

func TestARuleMayHaveNoVetoAndNoQuota(t *testing.T) {
	d := papers.Result(cases(t)["no veto, no quota"], head, tally.Chinese)
	if d.Quota != nil || d.Subjects[0].Negative != nil {
		t.Errorf("quota %+v, negative %+v", d.Quota, d.Subjects[0].Negative)
	}
	if strings.Contains(string(d.CSV()), "否决（") {
		t.Errorf("a column for a veto that there is not:\n%s", d.CSV())
	}
}

func TestResultsFitTheirSchema(t *testing.T) {
	schema := closedSchema(t, "result-1.json")
	every := cases(t)
	every["year"] = year(t)
	for name, s := range every {
		for _, l := range []tally.Language{tally.Chinese, tally.English} {
			d := papers.Result(s, head, l)
			if name == "nothing opened" {
				d.JSON() // must not panic; no schema fits a meeting that there is not
				continue
			}
			var v any
			if err := json.Unmarshal(d.JSON(), &v); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %v\n%s", name, err, d.JSON())
			}
		}
	}
}

// closedSchema is the schema with every object closed against members that it
// does not describe, so that none is forgotten.
func closedSchema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../data/schemas", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	shut(doc)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("mem:///"+name, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("mem:///" + name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func shut(node any) {
	switch n := node.(type) {
	case map[string]any:
		delete(n, "$id")
		for _, v := range n {
			shut(v)
		}
		if _, ok := n["properties"]; ok && n["type"] == "object" && n["additionalProperties"] == nil {
			n["additionalProperties"] = false
		}
	case []any:
		for _, v := range n {
			shut(v)
		}
	}
}

func TestTablesOpenInASpreadsheet(t *testing.T) {
	for name, s := range cases(t) {
		d := papers.Result(s, head, tally.Chinese)
		for file, raw := range map[string][]byte{"result": d.CSV(), "custody": d.CustodyCSV()} {
			body, ok := bytes.CutPrefix(raw, []byte("\xEF\xBB\xBF"))
			if !ok {
				t.Errorf("%s %s has no byte order mark", name, file)
			}
			if bytes.Count(body, []byte("\n")) != bytes.Count(body, []byte("\r\n")) {
				t.Errorf("%s %s has a line without CRLF", name, file)
			}
			rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
			if err != nil {
				t.Errorf("%s %s: %v", name, file, err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if strings.ContainsAny(first(cell), "=+-@\t\r") {
						t.Errorf("%s %s: the cell %q is a formula", name, file, cell)
					}
				}
			}
		}
	}
}

func first(cell string) string {
	for _, c := range cell {
		return string(c)
	}
	return ""
}

func TestADecisionWithAReasonIsOneCell(t *testing.T) {
	s := meet(t, genhe(t), false, sheets()+"close-count by=\"=王\"\ndecide s1 较好 reason=\"=HYPERLINK(\\\"x\\\"),\\n第二行\"\n")
	d := papers.Result(s, head, tally.Chinese)
	if want := "\"'=HYPERLINK(\"\"x\"\"),\r\n第二行\""; !strings.Contains(string(d.CSV()), want) {
		t.Errorf("no cell %s in\n%s", want, d.CSV())
	}
	if want := "监票人,'=王\r\n"; !strings.Contains(string(d.CustodyCSV()), want) {
		t.Errorf("no line %s in\n%s", want, d.CustodyCSV())
	}
}
