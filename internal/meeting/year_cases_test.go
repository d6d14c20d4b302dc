package meeting

import (
	"fmt"
	"slices"
	"testing"

	"shuping/internal/plan"
)

func TestHowAProblemStands(t *testing.T) {
	for _, c := range []struct {
		name   string
		due    string
		script []string
		want   ProblemStatus
	}{
		{"without a time limit it is open", "", nil, StandsOpen},
		{"fifteen days before its limit it is open", "2024-06-16", nil, StandsOpen},
		{"fourteen days before its limit it is due soon", "2024-06-15", nil, StandsDueSoon},
		{"on its last day it is due soon", "2024-06-01", nil, StandsDueSoon},
		{"the day after, it is overdue", "2024-05-31", nil, StandsOverdue},
		{"overdue comes before returned", "2024-05-31", []string{`return p1 reason="x"`}, StandsOverdue},
		{"returned comes before due soon", "2024-06-15", []string{`return p1 reason="x"`}, StandsReturned},
		{"evidence is no progress", "", []string{`return p1 reason="x"`, `amend p1 who="x"`}, StandsReturned},
		{"after progress it is no longer returned", "", []string{`return p1 reason="x"`, `progress p1 date=2024-05-30 text="x"`}, StandsOpen},
		{"signed off it is done, however late", "2024-05-31", []string{`sign-off p1 by="x" date=2024-06-01`}, StandsDone},
		{"returned after that it is overdue again", "2024-05-31", []string{`sign-off p1 by="x" date=2024-06-01`, `return p1 reason="x"`}, StandsOverdue},
		{"signed off once more it is done", "", []string{`sign-off p1 by="x" date=2024-06-01`, `return p1 reason="x"`, `sign-off p1 by="x" date=2024-06-01`}, StandsDone},
	} {
		line := `problem s1 origin=self text="x"`
		if c.due != "" {
			line += " due=" + c.due
		}
		s := play(t, "genhe-2023", append([]string{line}, c.script...)...)
		if got := s.Ledger[0].Status(today); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func TestSumLedger(t *testing.T) {
	s := play(t, "genhe-2023",
		`problem s1 origin=self text="x"`, `problem s1 origin=self text="x" due=2024-06-02`, `problem s2 origin=self text="x" due=2024-05-02`,
		`problem s2 origin=self text="x"`, `return p4 reason="x"`, `problem s1 origin=self text="x"`, `sign-off p5 by="x" date=2024-05-01`,
		`carry p1 bag="x" year=2022 was="x" subject=s1 origin=self text="x"`)
	if got, want := SumLedger(s.Ledger, today), (LedgerSum{6, 2, 1, 1, 1, 1}); got != want {
		t.Errorf("all: %+v", got)
	}
	if got, want := SumLedger(s.ProblemsOf("s1"), today), (LedgerSum{All: 4, Open: 2, DueSoon: 1, Done: 1}); got != want {
		t.Errorf("of s1: %+v", got)
	}
	if got, want := SumLedger(s.LastYears("s1"), today), (LedgerSum{All: 1, Open: 1}); got != want {
		t.Errorf("last year's of s1: %+v", got)
	}
	if got := s.LastYears("s2"); got != nil {
		t.Errorf("last year's of s2: %v", got)
	}
}

func TestMissing(t *testing.T) {
	papers := []string{"paper plan 2024-02-09", "paper comments 2024-02-09", "paper speech 2024-02-09", "paper sheets 2024-02-09", "paper rectification 2024-02-09", "paper ledger 2024-02-09"}
	for _, c := range []struct {
		name   string
		plan   string
		day    string
		script []string
		want   []string
	}{
		{"at first all that the plan wants", "genhe-2023", "2024-01-31", nil,
			append([]string{"plan-filed 2024-01-31", "vetting s1 2024-01-31", "vetting s2 2024-01-31", "seal 2024-01-31"}, papers...)},
		{"the day after, what was wanted before is overdue", "genhe-2023", "2024-02-01", []string{"file all date=2024-01-31"},
			[]string{"plan-filed 2024-01-31 overdue", "vetting s1 2024-01-31 overdue", "vetting s2 2024-01-31 overdue", "seal 2024-01-31 overdue"}},
		{"a returned report is not vetted, one that passed is", "genhe-2023", "2024-01-01",
			[]string{"file-plan date=2023-12-05", "file all date=2024-01-31", `vet s1 returned by="x" own=no`, `vet s2 returned by="x" own=no`, `vet s2 passed by="x" own=yes`},
			[]string{"vetting s1 2024-01-31", "seal 2024-01-31"}},
		{"a report that passed and was returned is not", "genhe-2023", "2024-01-01",
			[]string{"file-plan date=2023-12-05", "file all date=2024-01-31", `vet s1 passed by="x"`, `vet s2 passed by="x"`, `vet s1 returned by="x" own=no`},
			[]string{"vetting s1 2024-01-31", "seal 2024-01-31"}},
		{"a report that was given or passed over needs no vetting", "genhe-2023", "2024-01-01",
			[]string{"file-plan date=2023-12-05", "file all date=2024-01-31", "start report:s1", "finish", "start review:s1", "finish", `skip report:s2 reason="病假"`},
			[]string{"seal 2024-01-31"}},
		{"a plan that does not ask for it wants neither vetting nor filing of itself", "five", "2025-01-01", []string{"file all date=2025-01-31"}, []string{"seal 2025-01-31"}},
		{"problems that are due soon or overdue, and no others", "five", "2024-06-01",
			[]string{
				"file all date=2025-01-31", `problem s1 origin=self text="x" due=2024-05-31`, `problem s2 origin=self text="x" due=2024-06-15`,
				`problem s3 origin=self text="x" due=2024-06-16`, `problem s4 origin=self text="x"`, `problem s5 origin=self text="x" due=2024-05-31`,
				`sign-off p5 by="x" date=2024-05-30`, `carry p1 bag="x" year=2023 was="x" origin=self text="x" due=2024-01-01`,
			},
			[]string{"seal 2025-01-31", "sign-off s1 p1 2024-05-31 overdue", "sign-off s2 p2 2024-06-15", "sign-off p6 2024-01-01 overdue"}},
		{"a limit in words by its last day, at once until it is done, and for good never", "five", "2024-06-01",
			[]string{
				"file all date=2025-01-31", `problem s1 origin=self text="x" due="2024年5月"`, `problem s2 origin=self text="x" due="2024年第二季度"`,
				`problem s3 origin=self text="x" due=立行立改`, `problem s4 origin=self text="x" due=长期坚持`, `problem s5 origin=self text="x" due=立行立改`,
				`sign-off p5 by="x" date=2024-05-30`, `problem s1 origin=self text="x" due="2024年6月上旬"`,
			},
			[]string{"seal 2025-01-31", "sign-off s1 p1 2024-05-31 overdue", "sign-off s3 p3 ", "sign-off s1 p6 2024-06-10"}},
	} {
		s := play(t, c.plan, c.script...)
		if got := missing(s, on(c.day)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%q\n%q", c.name, got, c.want)
		}
	}
	if got := missing(sealedGenhe(t), today); slices.ContainsFunc(got, func(line string) bool { return line[:4] == "seal" }) {
		t.Errorf("a sealed meeting wants a seal: %q", got)
	}
	s, _ := give(t, State{}, OpenSession{PlanName: "five", PlanText: planText(t, "five"), Rehearsal: true})
	if got := missing(s, today); got != nil {
		t.Errorf("a rehearsal wants %q", got)
	}
}

// missing is what is missing, a line each.
func missing(s State, day plan.Day) []string {
	var out []string
	for _, m := range s.Missing(day) {
		line := string(m.What)
		if m.Subject >= 0 {
			line += " " + s.Plan.Subjects[m.Subject].ID
		}
		if m.Paper >= 0 {
			line += " " + s.Plan.Papers[m.Paper].ID
		}
		if m.Problem != "" {
			line += " " + m.Problem
		}
		line += " " + m.By.String()
		if m.Overdue {
			line += " overdue"
		}
		out = append(out, line)
	}
	return out
}

func TestPapers(t *testing.T) {
	s := play(t, "genhe-2023", `file paper=sheets date=2024-02-09`, attached("paper:sheets", "3f"), attached("paper:ledger", "4e"), attached("paper:ledger", "5d"))
	got := s.Papers(func(p plan.Paper) bool { return p.ID == "ledger" || p.ID == "comments" })
	var lines []string
	for _, p := range got {
		lines = append(lines, fmt.Sprint(p.Paper.ID, " ", p.State, " ", len(p.Files), " ", p.Filed.Date, p.Filed.To))
	}
	want := []string{
		"plan missing 0 ", "comments generated 0 ", "speech missing 0 ", "sheets attached 1 2024-02-09市委直属机关工委",
		"rectification missing 0 ", "ledger attached 2 ",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("%q", lines)
	}
}

func attached(to, digits string) string {
	sum := ""
	for range 32 {
		sum += digits
	}
	return "attach " + to + ` name="x.pdf" size=1 sha256=` + sum
}

func TestUnvetted(t *testing.T) {
	s := play(t, "genhe-2023", `vet s2 passed by="x"`)
	for item, want := range map[string]bool{"report:s1": true, "report:s2": false, "review:s1": false, "speech": false, "report:s9": false} {
		if s.Unvetted(item) != want {
			t.Errorf("%s: %v", item, !want)
		}
	}
	if play(t, "five").Unvetted("report:s1") {
		t.Error("a plan that does not ask for vetting has a report that lacks it")
	}
}

// Last year's ledger, taken over whole, is in this year's with all that happened.
func TestCarry(t *testing.T) {
	last := play(t, "genhe-2023",
		`carry p4 "" signed-off "" "" "甲" 2022-06-01 bag="前年" year=2022 was="第一党支部书记" subject=s1 origin=self text="前年已销号" signed-by="甲" signed-on=2022-06-01`,
		`carry p5 2023-01-18T04:00:00Z progress "" "前年的进展" "" 2022-05-01 bag="前年" year=2022 was="第三党支部书记" origin=self text="前年未了，无人接"`,
		`problem s1 origin=superior text="未了" due=2024-06-30`, `progress p3 date=2024-03-01 text="进展"`, attached("problem:p3", "3f"),
		`problem s2 origin=masses text="已销号"`, `sign-off p4 by="乙" date=2024-05-01`)
	now := play(t, "five")
	for _, o := range now.Carry(last, "去年") {
		now, _ = give(t, now, o)
	}
	var got []string
	for _, p := range now.Ledger {
		got = append(got, fmt.Sprint(p.From.ID, " of ", p.From.Subject, " to ", p.Subject, ": ", p.Text, " ", p.Status(today), ", ", len(p.From.History)))
	}
	want := []string{
		"p2 of 第三党支部书记 to : 前年未了，无人接 open, 2",
		"p3 of 第一党支部书记 to s1: 未了 open, 3",
		"p4 of 第二党支部书记 to s2: 已销号 done, 2",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if h := now.Ledger[0].From.History; h[0].Text != "前年的进展" || h[1].Act != ActCarried {
		t.Errorf("%+v", h)
	}
	if again := now.Carry(last, "去年"); len(again) > 0 {
		if _, err := Decide(now, Command{At: noon, Order: again[0]}); err == nil {
			t.Error("a problem is carried twice")
		}
	}
}

// A post goes to whoever holds it under the same name, or else alone.
func TestSuccessor(t *testing.T) {
	now := plan.Plan{Subjects: []plan.Subject{
		{ID: "a", Post: "书记", Name: "张三"}, {ID: "b", Post: "书记", Name: "李四"}, {ID: "c", Post: "主任", Name: "王五"},
	}}
	for _, c := range []struct {
		was  plan.Subject
		want string
	}{
		{plan.Subject{Post: "书记", Name: "李四"}, "b"},
		{plan.Subject{Post: "书记", Name: "赵六"}, ""},
		{plan.Subject{Post: "主任", Name: "赵六"}, "c"},
		{plan.Subject{Post: "主任"}, "c"},
		{plan.Subject{Post: "组长", Name: "张三"}, ""},
	} {
		if got := successorID(now, c.was); got != c.want {
			t.Errorf("%s goes to %q", c.was.Label(), got)
		}
	}
}

// Words that do not say the day that they are kept with are refused, and so are words that
// say none; words without a year say that of their day, or the year before.
func TestLimitsSayTheirDay(t *testing.T) {
	for _, c := range []struct {
		due, limit string
		want       Code
	}{
		{"2024-06-30", "2024年6月底前", ""}, {"2024-06-30", "6月底前", ""}, {"2024-02-28", "12月至2月", ""},
		{"2024-06-30", "2024年第二季度", ""}, {"2024-12-31", "2024年底前，并长期坚持", ""}, {"", "立行立改，长期坚持", ""},
		{"2024-06-30", "2024年5月", BadLimit}, {"2024-06-30", "立行立改", BadLimit}, {"", "2024年5月", BadLimit}, {"", "尽快", BadLimit},
	} {
		var due plan.Day
		if c.due != "" {
			due = on(c.due)
		}
		err := Remedy{Due: due, Limit: c.limit}.check()
		if got, _ := err.(*Refusal); (got == nil) != (c.want == "") || got != nil && got.Code != c.want {
			t.Errorf("%s %s: %v", c.due, c.limit, err)
		}
	}
	s := play(t, "genhe-2023", `problem s1 origin=self text="x" due="2024年5月"`, `amend p1 due=2024-06-01`)
	if p := s.Ledger[0]; p.Until() != "2024-06-01" || p.Limit != "" {
		t.Errorf("a day in the place of words: %q", p.Until())
	}
	if last := s.Ledger[0].History[len(s.Ledger[0].History)-1]; last.Text != "2024年5月" {
		t.Errorf("the words before are not kept: %+v", last)
	}
}
