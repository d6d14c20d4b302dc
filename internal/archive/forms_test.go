package archive

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A held meeting is one on any plan, from its first record to the seal.
type held struct {
	t       testing.TB
	state   meeting.State
	at      time.Time
	entries []journal.Entry
}

// hold holds a meeting on a plan file: people of every class, eleven sheets of
// every stack with marks of every kind, every source assessed, an opinion on the
// first subject, and the grades as they are suggested.
func hold(t testing.TB, path string) *held {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	h := &held{t: t, at: time.Date(2024, 1, 20, 4, 0, 0, 0, time.UTC)}
	h.do(meeting.OpenSession{PlanName: filepath.Base(path), PlanText: string(text)})
	const sheets = 11
	seen := meeting.Witness{}
	if h.state.Plan.Sheets.Witnessed {
		seen = meeting.Witness{By: "监票人", Saw: "当众清点"}
	}
	for _, c := range h.state.Plan.Rule.Classes {
		h.do(meeting.CountHeads{Class: c.ID, Expected: sheets, Present: sheets, Witness: seen})
	}
	if !h.state.Heads.Counted {
		h.do(meeting.CountHeads{Expected: sheets, Present: sheets, Witness: seen})
	}
	for n := range h.state.Round.Stacks {
		class, subject := h.state.StackIDs(n)
		h.do(meeting.IssueSheets{Sheets: sheets, Class: class, Subject: subject, Witness: seen})
		h.do(meeting.CollectSheets{Sheets: sheets, Class: class, Subject: subject, Witness: seen})
	}
	for n := range h.state.Round.Stacks {
		h.count(n, sheets)
	}
	h.confirm()
	h.do(meeting.CloseCount{By: "监票人", Saw: seen.Saw})
	h.decide()
	h.do(meeting.Seal{})
	return h
}

func (h *held) do(o meeting.Order) {
	h.t.Helper()
	events, err := meeting.Decide(h.state, meeting.Command{Who: meeting.Person{Role: "chair"}, At: h.at, Order: o})
	if err != nil {
		h.t.Fatalf("%#v: %v", o, err)
	}
	for _, e := range events {
		kind, body := meeting.Encode(e.Deed)
		h.entries = append(h.entries, journal.Entry{Kind: kind, Event: body, At: e.At, Who: journal.Who(e.Who)})
		h.state = meeting.Apply(h.state, e)
	}
	h.at = h.at.Add(time.Second)
}

// count reads the sheets of a stack, the second of them void.
func (h *held) count(stack, sheets int) {
	h.t.Helper()
	class, subject := h.state.StackIDs(stack)
	for i := range sheets {
		b := h.state.Round.Bundle
		if !b.Open {
			h.do(meeting.OpenBundle{Class: class, Subject: subject})
		}
		if i == 1 {
			h.do(meeting.VoidBallot{Reason: 1})
		} else {
			h.do(meeting.EnterBallot{Marks: h.marks(stack, i)})
		}
		if b = h.state.Round.Bundle; len(b.Ballots) == h.state.Plan.Sheets.Bundle || i == sheets-1 {
			h.do(meeting.CloseBundle{Sheets: len(b.Ballots)})
		}
	}
}

// confirm reads every bundle again in the way that the plan wants.
func (h *held) confirm() {
	h.t.Helper()
	how := h.state.Plan.Sheets.Check
	if how == plan.CheckOffered {
		return
	}
	for _, n := range h.state.Unchecked() {
		if how == plan.CheckSpot {
			h.do(meeting.DrawSpot{Bundle: n, By: "复核人", Dice: "31415"})
		} else {
			h.do(meeting.OpenSecond{Bundle: n, By: "复核人", First: "录入人"})
		}
		for _, b := range h.state.Round.Check.First {
			if b.Void != 0 {
				h.do(meeting.VoidBallot{Reason: b.Void})
			} else {
				h.do(meeting.EnterBallot{Marks: b.Marks})
			}
		}
		h.do(meeting.CloseSecond{Sheets: len(h.state.Round.Check.First)})
	}
}

func (h *held) marks(stack, sheet int) []tally.Mark {
	out := make([]tally.Mark, len(h.state.Round.Stacks[stack].Tallies))
	for i := range out {
		out[i] = h.state.Plan.Rule.InBox(1 + (sheet+i)%2)
	}
	switch {
	case sheet == 2:
		out[0] = tally.Blank
	case sheet == 3:
		out[0] = tally.Spoiled
	case sheet == 4 && h.state.Plan.Rule.Aside != "":
		out[0] = tally.Aside
	}
	return out
}

func (h *held) decide() {
	h.t.Helper()
	rule := h.state.Plan.Rule
	for i, p := range h.state.Plan.Subjects {
		for _, source := range rule.Sources {
			o := meeting.AssessSubject{Subject: p.ID, Source: source.ID, Note: "备注"}
			if !source.Vote {
				o.Grade, o.Score = slices.Concat(source.Grades, rule.Scale)[0], "88.5"
			}
			h.do(o)
		}
		if i == 0 {
			h.do(meeting.WriteOpinion{Subject: p.ID, Merits: "抓得实", Problems: "=台账"})
		}
		v := h.state.Verdict(i)
		h.do(meeting.DecideGrade{Subject: p.ID, Grade: rule.Scale.Name(max(1, v.Suggested)), Reason: "按测评"})
	}
}

// A bag proves itself whatever the rule: the plans that come with the program, and
// those in which meetings are told (package meeting).
func TestBagsOfEveryRule(t *testing.T) {
	var plans []string
	for _, pattern := range []string{"../../data/plans/*.toml", "../meeting/testdata/plans/*.toml"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d plans, %v", pattern, len(found), err)
		}
		plans = append(plans, found...)
	}
	s := schema(t, "result-1.json")
	for i, path := range plans {
		if testing.Short() && i%5 > 0 {
			continue
		}
		t.Run(strings.TrimSuffix(filepath.Base(path), ".toml"), func(t *testing.T) {
			files := tree(t, export(t, book(t, hold(t, path).entries), "bag"))
			if err := check(t, memShelf(files), nil).Err(); err != nil {
				t.Error(err)
			}
			if err := fits(t, s, files[resultFile]); err != nil {
				t.Error(err)
			}
			if bytes.Contains(files[resultFile], []byte("备注")) || bytes.Contains(files[tableFile], []byte("备注")) {
				t.Error("a note to a source stands in the result")
			}
			for _, name := range []string{resultFile, tableFile, custodyFile} {
				bad := maps.Clone(files)
				bad[name] = bytes.Replace(bad[name], []byte("1"), []byte("2"), 1)
				if check(t, resummed(bad), nil).Err() == nil {
					t.Errorf("another figure in %s is not found", name)
				}
			}
		})
	}
}

// A grade that a gate bars is no more for the archive than one against a veto.
func TestAGradeAgainstAGateIsFound(t *testing.T) {
	list := all(t, book(t, hold(t, "../meeting/testdata/plans/sources.toml").entries))
	end := len(list)
	at := slices.IndexFunc(list, func(r journal.Record) bool { return r.Kind == "subject-assessed" })
	lowered, graded := list[at], list[end-2]
	lowered.Event = []byte(`{"grade":"称职","source":"yearly","subject":"s2"}`)
	graded.Event = []byte(`{"grade":"好","subject":"s2"}`)
	forged := chained(slices.Concat(list[:end-1], []journal.Record{lowered, graded}, list[end-1:]))
	var r reading
	if err := replayed(&r, forged); err != nil {
		t.Fatal(err)
	}
	if f := r.final(); f == nil || f.Code != GateIgnored {
		t.Errorf("%v, want %s", f, GateIgnored)
	}
}
