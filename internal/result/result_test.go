package result_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

var update = flag.Bool("update", false, "write the golden papers anew; whoever does must keep the old form for old bags")

var head = result.Head{Seq: 96, Hash: strings.Repeat("0a", 32)}

// The forms that only some plans have are among them: a class that weighs, a sheet for
// each, the items of a row, sources, a gate, an opinion and 不了解; and sheets that were
// controlled or corrected.
func TestResultsStayAsTheyAre(t *testing.T) {
	golden(t, "result-en.json", result.Of(held(t, "sealed"), head, words.English).JSON())
	for name, files := range map[string][3]string{
		"sealed": {"result.json", "result.csv", "custody.csv"},
		"every":  {}, "items": {}, "composite": {},
		"watched": {}, "resealed": {}, "piles": {}, "hidden": {}, "too-few": {}, "from-file": {}, "again": {},
	} {
		if files[0] == "" {
			files = [3]string{name + ".json", name + ".csv", name + "-custody.csv"}
		}
		d := result.Of(held(t, name), head, words.Chinese)
		golden(t, files[0], d.JSON())
		golden(t, files[1], d.CSV())
		golden(t, files[2], d.CustodyCSV())
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

// differs is the first line in which a and b are not the same.
func differs(a, b []byte) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return 1 + bytes.Count(a[:n], []byte("\n"))
}

func TestResultSaysWhatThePlanSays(t *testing.T) {
	d := result.Of(meet(t, genhe(t), false, script(t, "counted")), head, words.Chinese)
	if d.State != result.Counting || d.Rehearsal {
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
	d := result.Of(meet(t, genhe(t), false, script(t, "counted")), head, words.Chinese)
	if c := d.Custody.Classes; len(c) != 2 || c[0].ID != "member" || c[1].ID != "masses" {
		t.Errorf("classes %+v", c)
	}
}

func TestARuleMayHaveNoVetoAndNoQuota(t *testing.T) {
	d := result.Of(held(t, "no-veto"), head, words.Chinese)
	if d.Quota != nil || d.Subjects[0].Negative != nil {
		t.Errorf("quota %+v, negative %+v", d.Quota, d.Subjects[0].Negative)
	}
	if strings.Contains(string(d.CSV()), "否决（") {
		t.Errorf("a column for a veto that there is not:\n%s", d.CSV())
	}
}

func TestResultsFitTheirSchema(t *testing.T) {
	schema := closedSchema(t, "result-1.json")
	result.Of(meeting.State{}, head, words.Chinese).JSON() // must not panic; no schema fits a meeting that there is not
	for name, s := range every(t) {
		for _, l := range []words.Language{words.Chinese, words.English} {
			d := result.Of(s, head, l)
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
	all := every(t)
	all["nothing opened"] = meeting.State{}
	for name, s := range all {
		d := result.Of(s, head, words.Chinese)
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
	s := meet(t, genhe(t), false, script(t, "counted")+"close-count by=\"=王\"\ndecide s1 较好 reason=\"=HYPERLINK(\\\"x\\\"),\\n第二行\"\n")
	d := result.Of(s, head, words.Chinese)
	if want := "\"'=HYPERLINK(\"\"x\"\"),\r\n第二行\""; !strings.Contains(string(d.CSV()), want) {
		t.Errorf("no cell %s in\n%s", want, d.CSV())
	}
	if want := "监票人,'=王\r\n"; !strings.Contains(string(d.CustodyCSV()), want) {
		t.Errorf("no line %s in\n%s", want, d.CustodyCSV())
	}
}
