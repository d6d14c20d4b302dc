package archive

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
)

// watched is a meeting whose sheets were controlled: gates with witnesses, a second
// entry with a difference and a ruling, a draw that found a sheet and another one,
// comments, a seal, corrections and a second seal.
const watched = `attend expected=13 present=12 by="王某某" saw="逐排清点"
issue 12 printed=14 destroyed=2 by="王某某" saw="备用票当众销毁"
collect 11 by="王某某" saw="当众开箱"
comments s2 "学习不够" "" "会议太长"
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
b 1 1
b 2 2
b 1 2
b 1 1
close-bundle 7
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
b 2 2
b 1 1
close-second 5
rule 2 1 1 by="王某某" reason="票面勾在“好”"
spot 2 by="李四" dice=26262
b 1 2
b 1 9
b 1 1
b 1 2
b 1 1
close-second 5
close-count by="王某某" saw="各束封签完好"
decide s1 好
decide s2 差
seal
`

const corrected = `correct bundle=1 sheet=3 2 2 by="赵六" reason="复看票面"
correct-heads expected=13 present=13 by="赵六" reason="漏数一人"
decide s2 较好
seal
`

// piled is a meeting that was counted by piles, twice, and corrected.
const piled = `attend expected=46 present=43
issue 43
collect 42
piles by="张三"
pile 0 1 0 0 0
pile 1 33 6 2 0
pile 2 30 6 5 0
close-piles 42
piles-again by="李四"
pile 0 1 0 0 0
pile 1 33 6 2 0
pile 2 30 7 4 0
close-piles 42
repile 2 30 6 5 0 of=first
repile 2 30 6 5 0 of=second
close-count by="王某某"
decide s1 好
decide s2 差
seal
correct-piles 2=30,8,3,0,0,0 by="赵六" reason="一堆数错"
decide s2 较好 reason="台账不实"
seal
`

// seated is a meeting of three seats: the second bundle is closed first and read again
// while others are keyed, one is handed on, and so is a check.
const seated = `attend expected=13 present=12
issue 12
collect 11
bundle by="张三" seat=a
b 1 2
bundle by="王五" seat=b
b 2 2 bundle=2
b 1 2 bundle=1
b 0 reason=1 bundle=2
doubt bundle=1
b 1 1 bundle=2
missing 1 bundle=2
b 2 1 bundle=2
takeback bundle=2
doubled 1 bundle=2
close-bundle 3 bundle=2
second 2 by="李四" seat=c
bundle by="王五"
b 1 2 bundle=3
b 2 2 bundle=2
hand 2 by="钱七" seat=d
hand 1 by="孙八" seat=a
b 0 reason=1 bundle=2
settle 3 1 2 by="赵六" bundle=1
b 1 2 bundle=1
b 1 2 bundle=2
close-bundle 4 bundle=1
close-second 3 bundle=2
rekey 3 1 1 of=first bundle=2
rekey 3 1 2 of=second bundle=2
spot 1 by="钱七" dice=31415 seat=b
b 1 2 bundle=1
b 2 2 bundle=3
takeback bundle=1
b 1 2 bundle=1
rule 3 1 2 by="赵六" reason="票面勾在“较好”" bundle=2
b 1 2 bundle=1
b 1 2 bundle=1
b 1 2 bundle=3
b 1 2 bundle=1
close-second 4 bundle=1
b 9 2
close-bundle 4
second 3 by="李四"
b 1 2
b 2 2
b 1 2
b 9 2
close-second 4
close-count by="赵六" saw="各束封签完好"
decide s1 好
decide s2 较好
seal
`

// demanding is the plan of the real meeting that wants each bundle read twice.
func demanding(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../../data/plans/genhe-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(text), `"offered"`, `"either"   `, 1)
	if changed == string(text) {
		t.Fatal("the plan offers no check")
	}
	return changed
}

// recorded are the records of a script on a plan.
func recorded(t testing.TB, planText, script string) records {
	t.Helper()
	at := time.Date(2024, 1, 20, 15, 59, 55, 0, time.UTC)
	var s meeting.State
	var list []journal.Record
	do := func(o meeting.Order) {
		t.Helper()
		events, err := meeting.Decide(s.Seated(meeting.EverySeat), meeting.Command{Who: meeting.Person{Role: "recorder", Name: "记录人"}, At: at, Order: o})
		if err != nil {
			t.Fatalf("%#v: %v", o, err)
		}
		for _, e := range events {
			s = meeting.Apply(s, e)
			kind, body := meeting.Encode(e.Deed)
			list = append(list, journal.Record{Kind: kind, Event: body, At: e.At, Who: journal.Who(e.Who)})
		}
		at = at.Add(time.Minute)
	}
	do(meeting.OpenSession{PlanName: "genhe-2023", PlanText: planText})
	for line := range strings.Lines(script) {
		o, err := meeting.State{}.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		do(o)
	}
	return chained(list)
}

func TestBagsOfControlledSheetsVerify(t *testing.T) {
	for name, script := range map[string]string{
		"checked": watched, "corrected and sealed again": watched + corrected,
		"corrected twice": watched + corrected + strings.ReplaceAll(corrected, "present=13", "present=12")[strings.Index(corrected, "correct-heads"):],
		"piles":           piled,
		"seats":           seated,
	} {
		src := recorded(t, demanding(t), script)
		for _, file := range []string{"bag", "bag.zip"} {
			r, err := Verify(context.Background(), export(t, src, file), "", nil)
			if err != nil || !r.OK() {
				t.Errorf("%s, %s: %v, %v", name, file, err, r.Err())
			}
		}
	}
}

// A first bag stays good when a second one follows, and is another.
func TestASecondSealMakesAnotherBag(t *testing.T) {
	first := export(t, recorded(t, demanding(t), watched), "first")
	second := export(t, recorded(t, demanding(t), watched+corrected), "second")
	a, err := Verify(context.Background(), first, "", nil)
	if err != nil || !a.OK() {
		t.Fatal(err, a.Err())
	}
	b, err := Verify(context.Background(), second, "", nil)
	if err != nil || !b.OK() {
		t.Fatal(err, b.Err())
	}
	if x, y := tree(t, first), tree(t, second); !bytes.HasPrefix(y[journalFile], x[journalFile]) || bytes.Equal(x[infoFile], y[infoFile]) {
		t.Error("the second journal does not go on where the first one ends")
	}
	if !strings.Contains(string(tree(t, second)[resultFile]), `"seals": 2`) {
		t.Error("the second result does not say that it supersedes a seal")
	}
}

// Every single record of these meetings dropped, doubled or moved is found, even
// where the chain and all papers are made anew, unless what is left is a meeting
// that can have been held so: then it says so with another head.
func TestEveryControlDroppedOrDoubledIsFound(t *testing.T) {
	for name, script := range map[string]string{"sheets": watched + corrected, "piles": piled} {
		src := recorded(t, demanding(t), script)
		files := tree(t, export(t, src, "bag"))
		let := map[string]int{} // by kind: what may be left out, or stated again
		for i, rec := range src {
			if testing.Short() && i%7 > 0 {
				continue
			}
			for how, forged := range map[string]records{
				"dropped": chained(slices.Delete(slices.Clone(src), i, i+1)),
				"doubled": chained(slices.Insert(slices.Clone(src), i, rec)),
			} {
				bad := maps.Clone(files)
				bad[journalFile] = lines(forged)
				if check(t, resummed(bad), nil).OK() {
					t.Errorf("%s: record %d %s %s was not found", name, i+1, rec.Kind, how)
				}
				if r, ok := forge(t, files, forged); ok {
					let[rec.Kind]++
					if r.Head.Hash == src.Head().Hash.String() {
						t.Errorf("%s: record %d %s %s has the same head", name, i+1, rec.Kind, how)
					}
				}
			}
		}
		for kind, n := range let {
			if !slices.Contains([]string{"comments-noted", "heads-counted", "rule-sealed", "sheets-collected", "pile-counted", "grade-decided", "sheets-issued", "sheet-keyed-again", "pile-counted-again", "session-sealed"}, kind) {
				t.Errorf("%s: %d records %s can be dropped or doubled", name, n, kind)
			}
		}
	}
}

// forge is the report on a bag that somebody made anew from a journal of his own.
func forge(t testing.TB, files map[string][]byte, list records) (Report, bool) {
	t.Helper()
	var r reading
	if replayed(&r, list) != nil {
		return Report{}, false
	}
	report := check(t, remade(t, files, list), nil)
	return report, report.OK()
}

// Chains that are whole, with papers made anew, and say what nobody can have done.
func TestAForgedControlIsFound(t *testing.T) {
	src := recorded(t, demanding(t), watched+corrected)
	files := tree(t, export(t, src, "bag"))
	find := func(kind string, nth int) int {
		for i, rec := range src {
			if rec.Kind != kind {
				continue
			}
			if nth--; nth < 0 {
				return i
			}
		}
		t.Fatalf("no %s", kind)
		return -1
	}
	edit := func(kind string, nth int, old, now string) []journal.Record {
		c, i := slices.Clone(src), find(kind, nth)
		event := strings.Replace(string(c[i].Event), old, now, 1)
		if event == string(c[i].Event) {
			t.Fatalf("%s has no %s", event, old)
		}
		c[i].Event = []byte(event)
		return c
	}
	without := func(from, to int) []journal.Record { return slices.Delete(slices.Clone(src), from, to) }
	first, second := find("session-sealed", 0), find("session-sealed", 1)
	fact := src[find("grade-decided", 0)]
	fact.Kind, fact.Event = "fact-recorded", []byte(`{"kind":"accountable","source":"x","subject":"s1"}`)
	comment := src[find("comments-noted", 0)]
	plain := recorded(t, demanding(t), watched)
	once := slices.Delete(slices.Clone(plain), find("second-opened", 0), find("bundle-checked", 0)+1)
	for name, c := range map[string]struct {
		forged []journal.Record
		want   fault.Code
	}{
		"another old value":             {edit("sheet-restated", 0, `"was":{"marks":"23"}`, `"was":{"marks":"13"}`), NotReplayed},
		"another sheet":                 {edit("sheet-restated", 0, `"sheet":3`, `"sheet":2`), NotReplayed},
		"other heads before":            {edit("heads-restated", 0, `"was":{"expected":13,"present":12}`, `"was":{"expected":13,"present":11}`), NotReplayed},
		"no corrections":                {without(first+1, find("heads-restated", 0)+1), NotReplayed},
		"one correction less":           {without(first+1, first+2), NotReplayed},
		"the first seal left out":       {without(first, first+1), NotReplayed},
		"a seal that supersedes none":   {edit("session-sealed", 1, `,"supersedes":1`, ``), NotReplayed},
		"a seal of another version":     {edit("session-sealed", 1, `"version":3`, `"version":2`), NotReplayed},
		"a grade behind the first seal": {slices.Insert(slices.Clone(src), first+1, src[first-1]), NotReplayed},
		"a fact behind a correction":    {slices.Insert(slices.Clone(src), second, fact), NotReplayed},
		"a comment behind the seal":     {slices.Insert(slices.Clone(src), first+1, comment), NotReplayed},
		"comments in the order of sheets": {edit("comments-noted", 0,
			`{"subject":"","text":"会议太长"},{"subject":"s2","text":"学习不够"}`,
			`{"subject":"s2","text":"学习不够"},{"subject":"","text":"会议太长"}`), NotReplayed},
		"no second entry":        {once, NotChecked},
		"no draw":                {without(find("spot-drawn", 0), find("count-closed", 0)), NotChecked},
		"only the draw that hit": {without(find("spot-drawn", 1), find("count-closed", 0)), NotChecked},
		"other dice":             {edit("spot-drawn", 1, `26262`, `66262`), NotReplayed},
		"sheets chosen by hand":  {edit("spot-drawn", 0, `"sheets":[1,2,3,5,7]`, `"sheets":[1,3,4,5,7]`), NotReplayed},
		"no difference":          {edit("second-compared", 0, `"differs":[3]`, `"differs":[]`), NotReplayed},
		"fewer differences":      {edit("bundle-checked", 0, `"differed":1`, `"differed":0`), NotReplayed},
	} {
		forged := chained(c.forged)
		if err := check(t, remade(t, files, forged), nil).Err(); code(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		want := c.want
		if want == NotReplayed {
			want = BadSource
		}
		if _, err := Export(context.Background(), filepath.Join(t.TempDir(), "bag"), forged, means(), nil); code(err) != want {
			t.Errorf("%s, exported: %v, want %s", name, err, want)
		}
	}
}
