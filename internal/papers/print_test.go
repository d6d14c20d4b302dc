package papers_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/result"
	"shuping/internal/words"
)

// What .ci/papers prints and holds against what it says is written by a test too.
var (
	printed = flag.String("printed", "", "a folder to write all papers of whole meetings into, with what they say")
	whole   = flag.Bool("whole", false, "of every plan in every size, and each person's papers")
)

// people are what a name may be like.
var people = []string{"王芳", "欧阳娜娜", "李某某", "阿依古丽·买买提", "张伟", "赵𬭎喆"}

// A session is a meeting on a plan of the program, played from vetting to ledger.
type session struct {
	t    testing.TB
	name string
	at   time.Time
	s    meeting.State
}

// do gives an order as a script has it.
func (x *session) do(format string, args ...any) {
	x.t.Helper()
	line := fmt.Sprintf(format, args...)
	o, err := meeting.State{}.Parse(line)
	if err != nil {
		x.t.Fatalf("%s: %s: %v", x.name, line, err)
	}
	x.give(o)
}

func (x *session) give(o meeting.Order) {
	x.t.Helper()
	s, _, err := meeting.Try(x.s, meeting.Person{Role: "chair"}, x.at, o)
	if err != nil {
		x.t.Fatalf("%s: %#v: %v", x.name, o, err)
	}
	x.s, x.at = s, x.at.Add(41*time.Second)
}

// play holds a meeting on a plan with so many people, 0 for those that it has. Where
// there are several the last is not graded.
func play(t testing.TB, plan string, many int) meeting.State {
	t.Helper()
	text, _ := data.Plan(plan)
	planText := string(text)
	if many > 0 {
		before, after, _ := strings.Cut(planText, "[[subjects]]")
		_, after, _ = strings.Cut(after, "[[voters]]")
		for i := range many {
			before += fmt.Sprintf("[[subjects]]\nid = \"s%d\"\npost = \"第%d党支部书记\"\nname = %q\n\n", i+1, i+1, people[i%len(people)])
		}
		planText = before + "[[voters]]" + after
	}
	x := session{t: t, name: fmt.Sprint(plan, many), at: time.Date(2024, 1, 20, 1, 0, 0, 0, time.UTC)}
	x.give(meeting.OpenSession{PlanName: plan, PlanText: planText})
	x.do(`officers place="三楼会议室" chair="周某某" recorder="李某" scrutineers=王某某 tellers=张三,李四`)
	for i, p := range x.s.Plan.Subjects {
		x.do(`vet %s passed by="党总支"`, p.ID)
		x.do(`attach report:%s name="述职报告.docx" size=4096 sha256=%064d`, p.ID, i+1)
	}
	for _, v := range x.s.Plan.Voters {
		x.do("attend class=%s expected=5 present=4", v.ID)
	}
	for _, it := range x.s.Agenda {
		x.do("start %s", it.ID)
		x.do("finish")
	}
	for _, p := range x.s.Plan.Subjects {
		x.do(`review %s text="抓党建工作思路清楚，措施具体，落实到位；一些工作抓得还不够实，要从严从实，持续用力。"`, p.ID)
	}
	x.do(`speech text="要从严从实，抓好整改。"`)
	x.count()
	x.grade()
	return x.s
}

// count has every stack issued, collected and read.
func (x *session) count() {
	stacks := len(x.s.Round.Stacks)
	of := func(n int) (string, int) {
		st, where, heads := x.s.Round.Stacks[n], "", 0
		for _, v := range x.s.Plan.Voters {
			heads += 4
			if st.Class >= 0 && v.ID == x.s.Plan.Rule.Classes[st.Class].ID {
				where, heads = " class="+v.ID, 4
				break
			}
		}
		if st.Subject >= 0 {
			where += " subject=" + x.s.Plan.Subjects[st.Subject].ID
		}
		return where, heads
	}
	for n := range stacks {
		where, heads := of(n)
		x.do("issue %d%s", heads, where)
	}
	for n := range stacks {
		where, heads := of(n)
		x.do("collect %d%s", heads, where)
	}
	for n := range stacks {
		where, left := of(n)
		rows := x.s.Plan.Rule.Columns()
		if x.s.Round.Stacks[n].Subject < 0 {
			rows *= len(x.s.Plan.Subjects)
		}
		for left > 0 {
			some := min(left, 10)
			x.do("bundle by=\"张三\"%s", where)
			for k := range some {
				x.do("b%s", strings.Repeat(fmt.Sprintf(" %d", 1+k%2), rows))
			}
			x.do("close-bundle %d", some)
			left -= some
		}
	}
	x.do(`close-count by="王某某"`)
}

// grade decides what the plan lets be decided, and has the rest of the year follow.
func (x *session) grade() {
	for i, p := range x.s.Plan.Subjects {
		if i > 0 && i == len(x.s.Plan.Subjects)-1 {
			x.do(`exempt %s reason="任职不满半年"`, p.ID)
			continue
		}
		merits := "党建工作责任落实较好，组织生活正常。"
		if i == 0 {
			merits = strings.Repeat(merits, 20) // a page has room for so much
		}
		x.do(`opinion %s merits=%q problems="联系群众不够经常。"`, p.ID, merits)
		v := x.s.Verdict(i)
		grade := v.Forced
		for g := max(1, v.Suggested); grade == 0; g++ {
			if !slices.Contains(v.Barred, g) {
				grade = g
			}
		}
		x.do(`decide %s %s reason="综合各方面情况"`, p.ID, x.s.Plan.Rule.Scale.Name(grade))
	}
	x.do("seal")
	for _, p := range x.s.Plan.Subjects[:min(3, len(x.s.Plan.Subjects))] {
		x.do(`problem %s origin=masses text="服务窗口排队时间长" measure="增设窗口" who="欧阳娜娜" due=2024-03-31`, p.ID)
	}
}

// A said is what a paper says: its paragraphs, the names in it, and what stands in it about
// each of them by the record, whatever its template makes of that: whom, and what.
type said struct {
	Paragraphs, Names []string
	Rows              [][2]string
}

// saidBy is what a paper of a meeting says.
func saidBy(t testing.TB, s meeting.State, d papers.Document, names ...string) []byte {
	t.Helper()
	out := said{Paragraphs: strings.Split(textOf(t, d.Bytes), "\n"), Names: names}
	r := result.Of(s, info.Head, words.Chinese)
	for _, sub := range r.Subjects {
		if sub.Name != "" {
			out.Names = append(out.Names, sub.Name)
		}
		grade := ""
		switch {
		case sub.Exempt != "":
			grade = "不评定等次"
		case sub.Decided != nil:
			grade = sub.Decided.Grade
		}
		switch whose := s.Plan.Subjects[s.Plan.Subject(sub.ID)].Label(); {
		case d.ID == "count" && len(sub.Counts) > 0 && sub.Parts == nil:
			figures := ""
			for _, c := range sub.Counts {
				figures += fmt.Sprint(c.Count)
			}
			figures += fmt.Sprintf("%d%d", sub.Blank, sub.Spoiled)
			if sub.Aside != nil {
				figures += fmt.Sprint(sub.Aside.Count)
			}
			out.Rows = append(out.Rows, [2]string{whose, figures + fmt.Sprint(sub.Figures().Marks())})
		case (d.ID == "notice" || d.ID == "account") && grade != "":
			out.Rows = append(out.Rows, [2]string{whose, grade})
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWholeMeetingsForTheEye(t *testing.T) {
	dir := *printed
	if dir == "" {
		dir = t.TempDir()
	}
	var templates fs.FS
	if *own != "" {
		templates = os.DirFS(*own)
	}
	names := append(slices.Clone(people), "王某某", "张三", "李四", "周某某")
	for _, plan := range data.Plans() {
		for _, many := range []int{0, 1, 2, 12, 48} {
			if plan != data.DefaultPlan && many > 0 && !*whole {
				continue
			}
			s := play(t, plan, many)
			docs, err := papers.Documents(s, info, templates)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range docs {
				if of := d.ID[strings.LastIndex(d.ID, "-")+1:]; !*whole && s.Plan.Subject(of) > 0 && s.Plan.Subject(of) < len(s.Plan.Subjects)-1 || d.ID == "sample" {
					continue // like the first, and measured by itself
				}
				at := filepath.Join(dir, fmt.Sprintf("%s-%02d-%s", plan, many, d.ID))
				for ending, b := range map[string][]byte{".docx": d.Bytes, ".json": saidBy(t, s, d, names...)} {
					if err := os.WriteFile(at+ending, b, 0o666); err != nil {
						t.Fatal(err)
					}
				}
			}
			if list := papers.Written(s, s.Plan.Papers[len(s.Plan.Papers)-1]); len(list) == 0 {
				t.Errorf("%s, %d: the last paper of the plan is not written", plan, many)
			}
		}
	}
}

// TestWhatAnOpinionHasTooMuchIsCounted: without so many of its characters it stands on one
// page, and with one of them more it does not.
func TestWhatAnOpinionHasTooMuchIsCounted(t *testing.T) {
	s := held(t, "counted")
	for _, long := range [][2]int{{40, 0}, {600, 20}, {700, 20}, {900, 0}, {1500, 300}} {
		write := func(merits, problems int) int {
			s.Opinions[0] = meeting.Opinion{Merits: strings.Repeat("实", merits), Problems: strings.Repeat("弱", problems)}
			return papers.OverPage(s, 0)
		}
		over := write(long[0], long[1])
		if (over > 0) != (long[0]+long[1] > 620) {
			t.Errorf("%v: %d characters too many", long, over)
		}
		if rest := write(long[0]-over, long[1]); rest != 0 {
			t.Errorf("%v: without %d of them %d are too many", long, over, rest)
		}
		if over > 0 && write(long[0]-over+1, long[1]) == 0 {
			t.Errorf("%v: %d characters fewer would do", long, over)
		}
		if other := write(long[1], long[0]); other < over-60 || other > over+60 {
			t.Errorf("%v: %d characters too many, and %d the other way round", long, over, other)
		}
	}
}
