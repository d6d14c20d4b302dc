package meeting

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"shuping/internal/plan"
)

// today is the day on which ledgers are looked at in these tests.
var today = on("2024-06-01")

// briefYear is what a state knows of before and behind the meeting.
func briefYear(s State) string {
	var b strings.Builder
	line := func(format string, about ...any) { fmt.Fprintf(&b, "    | "+format+"\n", about...) }
	filed := func(what string, f Filing) {
		for was := &f; was != nil && was.Given(); was = was.Earlier {
			line("%s filed on %s with %s", what, was.Date, was.To)
		}
	}
	filed("plan", s.PlanFiled)
	for i, f := range s.Filings {
		filed(s.Plan.Papers[i].ID, f)
	}
	for i, r := range s.Reports {
		for _, v := range r.Vettings {
			line("report of %s %s%s: own %q causes %q problems %q, lacks %v%s", s.Plan.Subjects[i].ID, v.Outcome, keyed(v.By), v.Own, v.Causes, v.Problems, v.Missing, because(v.Note))
		}
	}
	for _, f := range s.Files() {
		line("%s has %s, %d bytes, %s", f.To, f.Name, f.Size, f.SHA256[:4])
	}
	for i := range s.Duties {
		for d := &s.Duties[i]; d != nil; d = d.Earlier {
			line("%s: %s", d.What, d.Who)
		}
	}
	for _, q := range s.Questions {
		line("asked %q: %s", q.Subject, q.Text)
	}
	for _, p := range s.Ledger {
		b.WriteString(briefProblem(*p))
	}
	return b.String()
}

func briefProblem(p Problem) string {
	var b strings.Builder
	fmt.Fprintf(&b, "    | %s %q %s %s on %s: %s; measure %q target %q who %q branch %q due %q", p.ID, p.Subject, p.Origin, p.Status(today), today,
		p.Text, p.Measure, p.Target, p.Who, p.Branch, p.Until())
	if p.SignedOff != nil {
		fmt.Fprintf(&b, "; signed off by %s on %s", p.SignedOff.By, p.SignedOff.Date)
	}
	if p.Again != "" {
		fmt.Fprintf(&b, "; %s again", p.Again)
	}
	b.WriteString("\n")
	for _, x := range p.Progress {
		fmt.Fprintf(&b, "    |    until %s: %s\n", x.Date, x.Text)
	}
	for _, x := range p.Returned {
		fmt.Fprintf(&b, "    |    returned: %s\n", x.Reason)
	}
	if p.From != nil {
		fmt.Fprintf(&b, "    |    was %s of %s in %d, in %s\n", p.From.ID, p.From.Subject, p.From.Year, p.From.Bag)
		b.WriteString(briefPast("before", p.From.History))
	}
	b.WriteString(briefPast("then", p.History))
	return b.String()
}

func briefPast(when string, history []Past) string {
	var b strings.Builder
	for _, x := range history {
		fmt.Fprintf(&b, "    |       %s %s", when, x.Act)
		for _, word := range []string{x.Field, x.Text, x.By, x.Date.String()} {
			if word != "" {
				fmt.Fprintf(&b, " %q", word)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// yearKinds are the kinds of record of before and behind the meeting.
var yearKinds = []string{
	PlanFiled{}.Kind(), ReportVetted{}.Kind(), FileAttached{}.Kind(), DutyAssigned{}.Kind(), QuestionNoted{}.Kind(),
	ProblemRecorded{}.Kind(), ProblemCarried{}.Kind(), ProblemAmended{}.Kind(), ProgressNoted{}.Kind(),
	ProblemSignedOff{}.Kind(), ProblemReturned{}.Kind(), ProblemLinked{}.Kind(), PaperFiled{}.Kind(),
}

// ledgered is a meeting whose ledger has some problems.
func ledgered(t testing.TB) State {
	return play(t, "genhe-2023", `problem s1 origin=self text="甲" due=2024-05-31`, `problem s2 origin=masses text="乙"`,
		`sign-off p2 by="党总支" date=2024-05-01`, `problem s2 origin=assessment text="丙"`)
}

// someProblem names a problem, now and then one that is not.
func someProblem(t *rapid.T, s State) string {
	if n := len(s.Ledger); n > 0 && even(t, 4, "known") > 0 {
		return s.Ledger[even(t, n-1, "problem")].ID
	}
	return fmt.Sprint("p", even(t, len(s.Ledger)+1, "problem"))
}

func someDay(t *rapid.T) plan.Day {
	return pick(t, "day", []plan.Day{{}, on("2024-02-09"), on("2024-05-31"), on("2024-06-10"), on("2024-12-31")})
}

func someRemedy(t *rapid.T, word string) Remedy {
	r := Remedy{Measure: word, Who: "李某某", Branch: pick(t, "branch", []string{"", "第一党支部"}), Due: someDay(t)}
	r.Limit = pick(t, "limit", []string{"", "", "", "立行立改", "2024年底前", "5月"})
	return r
}

func someChanges(t *rapid.T, word, subject string) Changes {
	return pick(t, "changes", []Changes{
		{}, {Text: new(word)}, {Measure: new(word), Due: new(someDay(t)), Limit: new(pick(t, "limit", []string{"", "长期坚持", "2024年5月"}))}, {Subject: &subject, Origin: new(ByMasses)}, {Who: new(word + "人"), Target: new(word + "目标"), Branch: new("")},
	})
}

func someHistory(t *rapid.T, word string) []Past {
	return pick(t, "history", [][]Past{nil, {}, {{At: noon, Act: ActRecorded}, {At: noon.Add(time.Hour), Act: ActReturned, Text: word}}})
}

// likelyYear are orders of before and behind the meeting.
func likelyYear(t *rapid.T, s State, subject, word string) Order {
	problem, sha := someProblem(t, s), strings.Repeat(pick(t, "sha", []string{"3f", "4e", "5d", "x"}), 32)
	paper := pick(t, "paper", []string{"ledger", "plan", "x"})
	switch n := len(s.Ledger); {
	case n < 3 && rapid.Bool().Draw(t, "more"):
		return RecordProblem{"s1", BySelf, "问题" + word, Remedy{}}
	case n > 0 && even(t, 2, "ledger") > 0:
		return pick(t, "deed", []Order{
			NoteProgress{problem, today, "进展" + word}, SignOffProblem{problem, "党总支" + word, today}, ReturnProblem{problem, "退回" + word},
			LinkProblem{fmt.Sprint("p", n), problem}, LinkProblem{fmt.Sprint("p", n), "p1"}, AmendProblem{problem, someChanges(t, word, "s1")},
			VetReport{Subject: "s1", Outcome: Passed, By: "组织委员" + word}, AttachFile{"problem:" + problem, "证据" + word, 1, sha},
		})
	}
	return pick(t, "year", []Order{
		FilePlan{someDay(t), word},
		VetReport{Subject: subject, Outcome: Passed, By: "组织委员", Own: Yes},
		VetReport{Subject: subject, Outcome: pick(t, "outcome", Outcomes), By: "组织委员", Causes: pick(t, "causes", answers), Missing: pick(t, "missing", [][]int{nil, {1}, {9}}), Note: word},
		AttachFile{pick(t, "to", []string{"report:" + subject, "paper:" + paper, "problem:" + problem}), "文件" + word, 1, sha},
		AssignDuty{"会务", "张三" + word}, AssignDuty{"记录", word},
		NoteQuestion{subject, word + "？"},
		RecordProblem{subject, pick(t, "origin", Origins), "问题" + word, someRemedy(t, word)},
		RecordProblem{subject, BySelf, "问题", Remedy{}},
		CarryProblem{Bag: "bag", Earlier: problem, Year: 2023, Was: word, Subject: pick(t, "whose", []string{"", subject}), Origin: BySuperior, Text: "旧", SignedBy: pick(t, "signed", []string{"", "党总支"}), History: someHistory(t, word)},
		AmendProblem{problem, someChanges(t, word, subject)},
		NoteProgress{problem, someDay(t), "进展" + word},
		SignOffProblem{problem, "党总支" + word, someDay(t)},
		ReturnProblem{problem, word},
		LinkProblem{problem, someProblem(t, s)},
		FilePaper{paper, someDay(t), word}, FileAll{someDay(t), word},
	})
}

// anyYearDeed is a deed of before and behind the meeting with any values.
func anyYearDeed(t *rapid.T, s State, word string) Deed {
	problem, subject := someProblem(t, s), pick(t, "subject", []string{"s1", "s2", "s9", ""})
	next := pick(t, "id", []string{s.nextProblem(), s.nextProblem(), problem})
	return pick(t, "year", []Deed{
		PlanFiled{someDay(t), word}, PaperFiled{pick(t, "paper", []string{"ledger", "x"}), someDay(t), word},
		ReportVetted{Subject: subject, Outcome: pick(t, "outcome", []Outcome{Passed, Returned, ""}), Missing: pick(t, "missing", [][]int{nil, {1}, {1, 1}, {0}})},
		FileAttached{pick(t, "to", []string{"report:" + subject, "paper:ledger", "problem:" + problem, word}), word, 1, strings.Repeat("3f", 32)},
		DutyAssigned{word, word}, QuestionNoted{subject, word},
		ProblemRecorded{next, subject, pick(t, "origin", append(Origins, "x")), word, someRemedy(t, word)},
		ProblemCarried{ID: next, Subject: subject, Origin: BySelf, Remedy: someRemedy(t, word), SignedBy: word, History: someHistory(t, word)},
		ProblemAmended{problem, someChanges(t, word, subject)},
		ProgressNoted{problem, someDay(t), word}, ProblemSignedOff{problem, word, someDay(t)},
		ProblemReturned{problem, word}, ProblemLinked{problem, "p1"}, ProblemLinked{problem, someProblem(t, s)},
	})
}

// anyYearLine is any order of before and behind the meeting that a line can give.
func anyYearLine(t *rapid.T, w func() string, i func() int) Order {
	maybe := func() *string {
		if rapid.Bool().Draw(t, "given") {
			return new(w())
		}
		return nil
	}
	day := func() plan.Day {
		if rapid.Bool().Draw(t, "dated") {
			return dayAt(rapid.Int64Range(-62135596800, 253402300799).Draw(t, "seconds"))
		}
		return plan.Day{}
	}
	remedy := func() Remedy {
		r := Remedy{w(), w(), w(), w(), day(), ""}
		if rapid.Bool().Draw(t, "limited") {
			r.Due, r.Limit = plan.Day{}, pick(t, "limit", []string{"长期坚持", "立行立改，长期坚持"})
		}
		return r
	}
	switch even(t, 14, "year") {
	case 0:
		return FilePlan{day(), w()}
	case 1:
		return VetReport{w(), Outcome(w()), w(), Answer(w()), Answer(w()), Answer(w()), rapid.SliceOfN(rapid.Int(), 1, 5).Draw(t, "missing"), w()}
	case 2:
		return AttachFile{w(), w(), int64(i()), w()}
	case 3:
		return AssignDuty{w(), w()}
	case 4:
		return NoteQuestion{w(), w()}
	case 5:
		return RecordProblem{w(), Origin(w()), w(), remedy()}
	case 6, 7:
		past := rapid.Custom(func(t *rapid.T) Past {
			at := time.UnixMilli(rapid.Int64Range(0, 4102444800000).Draw(t, "at")).UTC()
			return Past{pick(t, "instant", []time.Time{{}, at}), Act(w()), w(), w(), w(), day()}
		})
		o := CarryProblem{w(), w(), i(), w(), w(), Origin(w()), w(), remedy(), w(), day(), nil}
		if rapid.Bool().Draw(t, "history") {
			o.History = rapid.SliceOfN(past, 1, 4).Draw(t, "past")
		}
		return o
	case 8:
		c := Changes{Subject: maybe(), Text: maybe(), Measure: maybe(), Target: maybe(), Who: maybe(), Branch: maybe()}
		if rapid.Bool().Draw(t, "more") {
			c.Origin, c.Due = new(Origin(w())), new(day())
			c.Limit = new("")
		}
		return AmendProblem{w(), c}
	case 9:
		return NoteProgress{w(), day(), w()}
	case 10:
		return SignOffProblem{w(), w(), day()}
	case 11:
		return ReturnProblem{w(), w()}
	case 12:
		return LinkProblem{w(), w()}
	case 13:
		return FilePaper{w(), day(), w()}
	default:
		return FileAll{day(), w()}
	}
}

func dayAt(seconds int64) plan.Day {
	y, m, d := time.Unix(seconds, 0).UTC().Date()
	return plan.Day{Year: y, Month: m, Day: d}
}

// A template is attached where the plan names a folder of them; the newest is used, and
// an older one may come back.
func TestTemplatesAreAttached(t *testing.T) {
	a, b := strings.Repeat("a", 64), strings.Repeat("b", 64)
	var s State
	s.Opened = true
	attach := func(sum string) Code {
		_, err := AttachFile{"template:minutes.xml", "minutes.xml", 1, sum}.decide(s)
		if err == nil {
			s = FileAttached{"template:minutes.xml", "minutes.xml", 1, sum}.apply(s, time.Time{})
			return ""
		}
		return err.(*Refusal).Code
	}
	if err := attach(a); err != UnknownTarget {
		t.Errorf("without a folder in the plan: %v", err)
	}
	s.Plan.Templates = "模板"
	for _, c := range []struct {
		sum  string
		want Code
	}{{a, ""}, {a, AlreadyAttached}, {b, ""}, {a, ""}} {
		if err := attach(c.sum); err != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	if len(s.Templates) != 1 || s.Templates[0].Newest().SHA256 != a || len(s.Files()) != 3 {
		t.Errorf("%+v", s.Templates)
	}
}
