package papers_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
)

// meetings is the folder with the scripts of the meetings that a result, its papers
// and its workbook are drawn up of. A line "# as in NAME" stands for another script,
// "# on PATH" names the plan (the first counts), "# sheets KEY" adds a key to the plan's
// sheets, and "# as a rehearsal" makes it one.
const meetings = "../result/testdata/meetings/"

var (
	asIn   = regexp.MustCompile(`(?m)^# as in (\S+)$`)
	onPlan = regexp.MustCompile(`(?m)^# on (\S+)$`)
	onKey  = regexp.MustCompile(`(?m)^# sheets (.+)$`)
)

// script is the meeting called name, line by line.
func script(t testing.TB, name string) string {
	t.Helper()
	return asIn.ReplaceAllStringFunc(read(t, meetings+name+".txt"), func(line string) string {
		return script(t, asIn.FindStringSubmatch(line)[1])
	})
}

// planOf is the plan that a script names.
func planOf(t testing.TB, script string) string {
	t.Helper()
	text := read(t, "../../"+onPlan.FindStringSubmatch(script)[1])
	for _, key := range onKey.FindAllStringSubmatch(script, -1) {
		text = strings.Replace(text, "[sheets]\n", "[sheets]\n"+key[1]+"\n", 1)
	}
	return text
}

// held is what the meeting called name came to.
func held(t testing.TB, name string) meeting.State {
	t.Helper()
	text := script(t, name)
	return meet(t, planOf(t, text), strings.Contains(text, "\n# as a rehearsal\n"), text)
}

// meet plays a script on a plan and returns the state that it leads to.
func meet(t testing.TB, planText string, rehearsal bool, script string) meeting.State {
	t.Helper()
	at := time.Date(2024, 1, 20, 1, 0, 0, 0, time.UTC)
	var s meeting.State
	do := func(o meeting.Order) {
		t.Helper()
		var err error
		if s, _, err = meeting.Try(s, meeting.Person{Role: "chair"}, at, o); err != nil {
			t.Fatalf("%#v: %v", o, err)
		}
		at = at.Add(time.Second)
	}
	do(meeting.OpenSession{PlanName: "plan", PlanText: planText, Rehearsal: rehearsal})
	for line := range strings.Lines(script) {
		o, err := meeting.State{}.Parse(strings.TrimSpace(line))
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
	return read(t, "../../data/plans/genhe-2023.toml")
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// every is every meeting that has a script, by its name.
func every(t testing.TB) map[string]meeting.State {
	t.Helper()
	files, err := os.ReadDir(meetings)
	if err != nil || len(files) < 18 {
		t.Fatalf("%d meetings, %v", len(files), err)
	}
	out := map[string]meeting.State{}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".txt")
		out[name] = held(t, name)
	}
	return out
}
