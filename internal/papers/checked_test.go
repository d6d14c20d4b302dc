package papers_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/tally"
)

// ground is a plan on which meetings are told (package meeting), with more keys for
// its sheets.
func ground(t testing.TB, name, sheets string) string {
	t.Helper()
	text, err := os.ReadFile("../meeting/testdata/plans/" + name + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), "[sheets]\n", "[sheets]\n"+sheets, 1)
}

// A meeting with all that makes sheets safe: gates with witnesses, a second entry
// with a difference and a ruling, a draw, comments, corrections and a second seal.
const watched = `attend expected=9 present=8 by="王某某" saw="逐排清点"
issue 8 printed=10 destroyed=2 by="王某某" saw="备用票当众销毁"
collect 7 by="王某某" saw="当众开箱"
comments s2 "=学习不够" "" "会议太长"
bundle by="张三"
b 1 2
b 1 2
b 2 2
b 0 reason=1
close-bundle 4
bundle by="张三"
b 1 2
b 1 2
b 1 9
close-bundle 3
second 1 by="李四"
b 1 2
b 1 2
b 2 3
b 0 reason=1
close-second 4
rekey 3 2 2 of=first
rekey 3 2 3 of=second
rule 3 2 3 by="王某某" reason="票面勾在“一般”"
spot 2 by="李四" dice=31415
b 1 2
b 1 1
b 1 9
close-second 3
rule 2 1 1 by="王某某" reason="票面勾在“好”"
spot 2 by="李四" dice=26262
b 1 2
b 1 1
b 1 9
close-second 3
close-count by="王某某" saw="各束封签完好"
decide s1 好
decide s2 差
seal
correct bundle=1 sheet=3 2 2 by="赵六" reason="=复看票面"
correct bundle=1 sheet=4 1 1 by="赵六" reason="不应作废"
correct-heads expected=9 present=9 by="赵六" reason="漏数一人"
`

const resealed = `decide s2 较好
seal
`

// checked are meetings in which sheets were controlled or corrected.
func checked(t testing.TB) map[string]meeting.State {
	piled := ground(t, "piles", "")
	return map[string]meeting.State{
		"watched":   meet(t, genhe(t), false, watched),
		"resealed":  meet(t, genhe(t), false, watched+resealed),
		"piles":     meet(t, piled, false, pileScript),
		"hidden":    meet(t, ground(t, "weighted", "fewest-of-class = 3\n"), false, classes),
		"too few":   meet(t, ground(t, "five", "fewest = 5\n"), false, "attend expected=8 present=6\nissue 6\ncollect 6\nbundle by=\"张三\"\nb 1 1 1 1 1\n"),
		"from file": meet(t, genhe(t), false, "attend expected=3 present=2\nissue 2\ncollect 2\nbundle by=\"张三\" file=\"票.csv\" sha256="+strings.Repeat("3f", 32)+"\nb 1 1\nclose-bundle 1\nbundle\nb 1 2\nclose-bundle 1\n"),
	}
}

const pileScript = `attend expected=46 present=43
issue 43
collect 42
piles by="张三"
pile 0 1 0
pile 1 33 6 2 0 0
pile 2 30 6 2 1 1 blank=1
close-piles 42
piles-again by="李四"
pile 0 1 0
pile 1 33 6 2 0 0
pile 2 30 7 1 1 1 spoiled=1
close-piles 42
repile 2 30 6 2 1 1 blank=1 of=first
repile 2 30 6 2 1 1 blank=1 of=second
close-count by="王某某"
correct-piles 1=33,5,3,0,0,0,0 by="王某某" reason="一张数错"
`

const classes = `attend class=a expected=5 present=5
attend class=b expected=3 present=3
issue 4 class=a
issue 2 class=b
collect 4 class=a
collect 2 class=b
bundle class=a
b 1 1
b 1 1
b 2 3
close-bundle 3
bundle class=a
b 1 4
close-bundle 1
bundle class=b
b 1 1
b 4 1
close-bundle 2
close-count by="王某某"
correct bundle=3 sheet=2 1 9 by="王某某" reason="录错"
`

func TestPapersOfControlledSheets(t *testing.T) {
	schema := closedSchema(t, "result-1.json")
	for name, s := range checked(t) {
		name = strings.ReplaceAll(name, " ", "-")
		d := papers.Result(s, head, tally.Chinese)
		golden(t, name+".json", d.JSON())
		golden(t, name+".csv", d.CSV())
		golden(t, name+"-custody.csv", d.CustodyCSV())
		for _, l := range []tally.Language{tally.Chinese, tally.English} {
			var v any
			if err := json.Unmarshal(papers.Result(s, head, l).JSON(), &v); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for file, raw := range map[string][]byte{"result": d.CSV(), "custody": d.CustodyCSV()} {
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF")))).ReadAll()
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

// Nothing that a hidden class said can be read from any paper, nor be worked out
// from what stands there of the others.
func TestAHiddenClassIsInNoPaper(t *testing.T) {
	d := papers.Result(checked(t)["hidden"], head, tally.Chinese)
	for _, s := range d.Subjects {
		for _, p := range s.Parts {
			if !p.Hidden || p.Counts != nil || p.Blank != nil || p.Spoiled != nil || p.Base != nil || p.Aside != nil {
				t.Errorf("%s: %+v", s.ID, p)
			}
		}
		for _, r := range s.Reasons {
			for _, p := range r.Parts {
				if p.Base != 0 || p.Count != 0 {
					t.Errorf("%s says of %s: %s", s.ID, p.Name, r.Text)
				}
			}
		}
	}
	if c := d.Corrections[0]; !c.Hidden || c.Was != "" || c.Now != "" {
		t.Errorf("%+v", c)
	}
	whole := string(d.JSON()) + string(d.CSV()) + string(d.CustodyCSV())
	for _, told := range []string{"B类 2/5×", "A类 3/5×"} {
		if strings.Contains(whole, told) {
			t.Errorf("a paper says %q", told)
		}
	}
}

func TestTooFewSheetsShowNothing(t *testing.T) {
	d := papers.Result(checked(t)["too few"], head, tally.Chinese)
	if !d.Hidden || len(d.Subjects) != 0 || d.Quota != nil || !strings.Contains(string(d.JSON()), `"subjects": []`) {
		t.Errorf("%s", d.JSON())
	}
}

// Earlier figures stand beside the new ones, and the newest are what a result of
// the same sheets without any correction would say.
func TestEarlierFiguresStandBesideTheNew(t *testing.T) {
	s := checked(t)["resealed"]
	d := papers.Result(s, head, tally.Chinese)
	if d.Version != 4 || d.Seals != 2 || len(d.Corrections) != 3 || len(d.Earlier) != 3 || d.State != papers.Sealed {
		t.Errorf("version %d, %d seals, %d corrections, %d earlier, %s", d.Version, d.Seals, len(d.Corrections), len(d.Earlier), d.State)
	}
	s2 := d.Subjects[1]
	if e := s2.Earlier[0]; !e.Sealed || e.Suggested != "差" || e.Decided == nil || e.Decided.Grade != "差" || e.Counts[2].Count != 1 {
		t.Errorf("%+v", e)
	}
	if s2.Suggested != "较好" || s2.Decided == nil || s2.Decided.Grade != "较好" {
		t.Errorf("%+v", s2)
	}
	for i := range s.Versions {
		was := papers.Result(s.At(i+1), head, tally.Chinese)
		for n, sub := range was.Subjects {
			e := d.Subjects[n].Earlier[i]
			if e.Base != sub.Base || e.Suggested != sub.Suggested || e.Blank != sub.Blank {
				t.Errorf("version %d of %s: %+v, %+v", i+1, sub.ID, e, sub)
			}
		}
	}
	if c := d.Corrections[0]; c.Was != "较好 · 一般" || c.Now != "较好 · 较好" || c.Bundle != 1 || c.Sheet != 3 || c.By != "赵六" {
		t.Errorf("%+v", c)
	}
	if c := d.Corrections[1]; !strings.HasPrefix(c.Was, "废票：") || c.Now != "好 · 好" {
		t.Errorf("%+v", c)
	}
	if broken := papers.Result(checked(t)["watched"], head, tally.Chinese); broken.State != papers.Closed || broken.Seals != 1 {
		t.Errorf("%s with %d seals", broken.State, broken.Seals)
	}
}
