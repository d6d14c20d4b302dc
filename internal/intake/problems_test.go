package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// today is the day of the tables of problems.
var today = plan.Day{Year: 2024, Month: 6, Day: 30}

// session is a meeting with two subjects, 第一党支部书记 (s1) and 第二党支部书记 (s2).
func session(t testing.TB, script ...string) meeting.State {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "data", "plans", "genhe-2023.toml"))
	if err != nil {
		t.Fatal(err)
	}
	s := give(t, meeting.State{}, meeting.OpenSession{PlanName: "p", PlanText: string(text)})
	for _, line := range script {
		o, err := meeting.State{}.Parse(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		s = give(t, s, o)
	}
	return s
}

// read holds a table of text against a meeting.
func read(t testing.TB, s meeting.State, text string, o Options) (Review, error) {
	t.Helper()
	grid, err := cells.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return ReadProblems(s, grid, o)
}

// told is a review in short: each row, what it comes to, and its orders as lines
// without quotation marks.
func told(r Review) string {
	var out []string
	for _, l := range r.Lines {
		line := fmt.Sprint(l.Row, " ", l.Change, " ", l.ID)
		for _, o := range l.Orders {
			line += "\n  " + scripted(o)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// scripted is an order of a table in the words of a script, without quotation marks.
func scripted(o meeting.Order) string {
	var words []string
	add := func(key, text string) {
		if text != "" {
			words = append(words, key+"="+strings.ReplaceAll(text, "\n", `\n`))
		}
	}
	amended := func(key string, text *string) {
		if text != nil {
			words = append(words, key+"="+*text)
		}
	}
	switch o := o.(type) {
	case meeting.RecordProblem:
		words = []string{"problem", o.Subject}
		add("origin", string(o.Origin))
		add("text", o.Text)
		add("measure", o.Measure)
		add("target", o.Target)
		add("who", o.Who)
		add("branch", o.Branch)
		add("due", o.Due.String())
		add("limit", o.Limit)
	case meeting.AmendProblem:
		words = []string{"amend", o.Problem}
		amended("subject", o.Changes.Subject)
		amended("origin", (*string)(o.Changes.Origin))
		amended("text", o.Changes.Text)
		amended("measure", o.Changes.Measure)
		amended("target", o.Changes.Target)
		amended("who", o.Changes.Who)
		amended("branch", o.Changes.Branch)
		if o.Due != nil {
			amended("due", new(o.Due.String()))
		}
		if o.Limit != nil && *o.Limit != "" {
			amended("limit", o.Limit)
		}
	case meeting.NoteProgress:
		words = []string{"progress", o.Problem}
		add("date", o.Date.String())
		add("text", o.Text)
	case meeting.SignOffProblem:
		words = []string{"sign-off", o.Problem}
		add("by", o.By)
		add("date", o.Date.String())
	default:
		return fmt.Sprintf("%#v", o)
	}
	return strings.Join(words, " ")
}

var some = []string{
	`problem s1 origin=superior text="学习流于形式" measure="补课" who="张三" due=2024-06-30`,
	`problem s2 origin=self text="党费收缴不及时"`,
	`progress p1 date=2024-05-01 text="补课两次"`,
}

func TestATableIsHeldAgainstTheLedger(t *testing.T) {
	s := session(t, some...)
	for _, c := range []struct{ name, in, want string }{
		{"a new problem, with all the usual columns",
			"序号,述职人,问题来源,问题,整改措施,整改目标,责任人,责任支部,整改时限,进展,完成情况\n" +
				"1,第二党支部书记,群众评议,联系群众少,每月走访,满意率提高,李四、王五,第二党支部,2024年7月31日,2024-06-01 走访三户,整改中\n",
			"2 new p3\n  problem s2 origin=masses text=联系群众少 measure=每月走访 target=满意率提高 who=李四、王五 branch=第二党支部 due=2024-07-31\n" +
				"  progress p3 date=2024-06-01 text=走访三户"},
		{"English heads, IDs and words",
			"No.,Subject,Origin,Problem,Measure,Due Date,Done\n1,s1,assessment,x,y,2024/7/1,done 2024-06-20 Li\n",
			"2 new p3\n  problem s1 origin=assessment text=x measure=y due=2024-07-01\n  sign-off p3 by=Li date=2024-06-20"},
		{"a title above the heads, and other columns beside them",
			"2023年度述职评议整改台账,,,\n单位：根河市,,,\n备注,对象,来源,问题,,措施\n无,第一党支部书记,自查,新,甲,乙\n",
			"4 new p3\n  problem s1 origin=self text=新 measure=乙"},
		{"the same problem by its words", "对象,来源,问题,措施\n第一党支部书记,上级点评,学习 流于形式,补课并测试\n",
			"2 changed p1\n  amend p1 text=学习 流于形式 measure=补课并测试"},
		{"by its number, and only what the table has", "编号,进展\nP1,2024-06-01 又补一次\np2,\n",
			"2 changed p1\n  progress p1 date=2024-06-01 text=又补一次\n3 same p2"},
		{"progress goes on where it was", "编号,进展\np1,\"2024-05-01 补课两次\n2024.6.1：测试\n全体合格\"\n",
			"2 changed p1\n  progress p1 date=2024-06-01 text=测试\\n全体合格"},
		{"progress without a day is of today", "编号,进展\np2,已全部收齐\n", "2 changed p2\n  progress p2 date=2024-06-30 text=已全部收齐"},
		{"a day that is part of a sentence begins no step", "编号,进展\np2,2024年6月30日前收齐\n", "2 changed p2\n  progress p2 date=2024-06-30 text=2024年6月30日前收齐"},
		{"progress that is known, without its day", "编号,进展\np1,补课两次\n", "2 same p1"},
		{"an empty cell clears a remedy, and nothing that was done", "编号,措施,责任人,时限,进展,完成情况\np1,,,,,\n",
			"2 changed p1\n  amend p1 measure= who= due="},
		{"signed off", "编号,销号\np1,已销号（2024年6月20日，王监督）\np2,完成\n",
			"2 changed p1\n  sign-off p1 by=王监督 date=2024-06-20\n3 changed p2\n  sign-off p2 by=赵核 date=2024-06-30"},
		{"another subject and another origin", "编号,述职人,问题来源\np1,s2,考核\n", "2 changed p1\n  amend p1 subject=s2 origin=assessment"},
		{"nothing but numbers is no row", "序号,对象,来源,问题\n1,s1,自查,新\n2,,,\n合计,,,\n", "2 new p3\n  problem s1 origin=self text=新"},
		{"full-width digits", "编号,时限\np１,２０２４．７．１\n", "2 changed p1\n  amend p1 due=2024-07-01"},
	} {
		r, err := read(t, s, c.in, Options{By: "赵核", Day: today})
		if err != nil || told(r) != c.want {
			t.Errorf("%s: %v\n%s", c.name, err, told(r))
			continue
		}
		give(t, s, r.Orders()...)
	}
}

// A workbook that LibreOffice made, with days as days and lines in a cell.
func TestAWorkbookOfLibreOffice(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("testdata", "libreoffice.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := read(t, session(t), string(src), Options{Day: today})
	const want = "2 new p1\n  problem s1 origin=superior text=学习流于形式 measure=一、补课\\n二、测试 who=张三 due=2024-06-30\n" +
		"3 new p2\n  problem s2 origin=masses text=联系群众少 measure=走访 who=李四 due=2024-12-31"
	if err != nil || told(r) != want {
		t.Errorf("%v\n%s", err, told(r))
	}
}

func TestWhatWasLeftOutIsSaid(t *testing.T) {
	r, err := read(t, session(t), "对象,来源,问题,备注,\ns1,自查,新,无,甲\n", Options{Day: today})
	if err != nil || len(r.LeftOut) != 1 || words.Fault(words.Chinese, r.LeftOut[0]) != "这些列没有读：备注、E" {
		t.Errorf("%v, %v", r.LeftOut, err)
	}
	if r.Count(New) != 1 || r.Count(Same) != 0 || !reflect.DeepEqual(r.Lines[0].Parts, []Part{{"origin", "", "自查"}}) {
		t.Errorf("%+v", r.Lines)
	}
}

func TestFaultsHaveTheirPlace(t *testing.T) {
	s := session(t, append(some, `sign-off p2 by=王 date=2024-06-01`)...)
	for _, c := range []struct{ name, in, zh string }{
		{"no heads", "a,b\n1,2\n", "前 20 行里没有认得出的表头。请写上表头；用 template 命令可以写出一份空表。"},
		{"no rows", "编号,问题\n", "表头下面没有问题。"},
		{"a column twice", "问题,措施,存在问题\n1,2,3\n", "第1行第C列：“存在问题”有两列，另一列是第1行第A列，请删去一列。"},
		{"a new one without its origin", "述职人,问题\ns1,新\n", "第2行：这是新问题，缺少“问题来源”这一列，请补上。"},
		{"a new one without words", "述职人,来源,问题,措施\ns1,自查,,做\n", "第2行第C列：“问题”空着，请填写。"},
		{"no such number", "编号,措施\np9,做\n", "第2行第A列：台账里没有编号“p9”。新问题的编号请空着。"},
		{"one number twice", "编号,措施\np1,做\n\np1,再做\n", "第4行：与第2行是同一个问题（p1），请合并成一行。"},
		{"one new problem twice", "对象,来源,问题\ns1,自查,新\ns1,自查,新\n", "第3行：与第2行是同一个问题（新），请合并成一行。"},
		{"words taken away", "编号,问题\np1,\n", "第2行第B列：“问题”空着，请填写。"},
		{"no such subject", "编号,述职人\np1,张三\n", "第2行第B列：没有述职人“张三”，或者不止一位，可用：第一党支部书记、第二党支部书记。"},
		{"no such origin", "编号,来源\np1,巡视\n", "第2行第B列：没有问题来源“巡视”，可用：自己查摆、上级点评、群众评议、考核反馈。"},
		{"no day", "编号,时限\np1,尽快\n", "第2行第B列：看不出“尽快”是什么时候，请写成 2024-06-30、2024年6月或 2024年6月底前，没有时限的空着。"},
		{"no day on the calendar", "编号,时限\np1,2024-06-31\n", "第2行第B列：看不出“2024-06-31”是什么时候，请写成 2024-06-30、2024年6月或 2024年6月底前，没有时限的空着。"},
		{"too long", "编号,责任人\np1," + strings.Repeat("张", 201) + "\n", "第2行第B列：有 201 个字，最多 200 个，请删短。"},
		{"several lines of persons", "编号,责任人\np1,\"张三\n李四\"\n", "第2行第B列：这一格要写成一行，几个人用顿号分开。"},
		{"a day and no progress", "编号,进展\np1,2024-06-01\n", "第2行第B列：2024-06-01 后面没有写进展。"},
		{"neither done nor not", "编号,完成情况\np1,长期坚持\n", "第2行第B列：“长期坚持”看不出是否销号。请写“整改中”，或“已销号 2024-06-30 姓名”；别的话请写在“进展”里。"},
		{"done by nobody", "编号,完成情况\np1,已销号 2024-06-01\n", "第2行第B列：“已销号 2024-06-01”没有写谁核实销号。请写成“已销号 2024-06-30 姓名”，或用 --by 写明。"},
		{"done and taken back", "编号,完成情况\np2,整改中\n", "第2行第B列：p2 台账里是“已销号 2024-06-01 王”，表里不能改。要退回请用“退回”并写明理由。"},
		{"done by another", "编号,完成情况\np2,已销号 2024-06-01 李\n", "第2行第B列：p2 台账里是“已销号 2024-06-01 王”，表里不能改。要退回请用“退回”并写明理由。"},
		{"progress of what is done", "编号,进展\np2,又\n", "第2行：问题 p2 已经销号。确需再整改，请先写明理由退回。"},
	} {
		_, err := read(t, s, c.in, Options{Day: today})
		var faults fault.Faults
		if !errors.As(err, &faults) || words.Fault(words.Chinese, faults[0]) != c.zh {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if said := words.Fault(words.English, faults[0]); strings.ContainsAny(said, "{}") {
			t.Errorf("%s: %s", c.name, said)
		}
	}
}

// All faults are told at once, up to a bound.
func TestFaultsOfProblemsAreToldTogether(t *testing.T) {
	_, err := read(t, session(t), "对象,来源,问题\n"+strings.Repeat("x,y,z\n", 30), Options{Day: today})
	var faults fault.Faults
	if !errors.As(err, &faults) || len(faults) != cells.MaxFaults {
		t.Fatalf("%d faults", len(faults))
	}
}

// A problem that was carried over and is nobody's this year keeps whose it was.
func TestANobodysProblemIsWrittenAsItWas(t *testing.T) {
	s := give(t, session(t), meeting.CarryProblem{
		Bag: "shuping-2022-1-x", Earlier: "p4", Year: 2022, Was: "第三党支部书记", Origin: meeting.BySelf, Text: "旧问题",
		SignedBy: "王", SignedOn: today, History: []meeting.Past{{Act: meeting.ActRecorded}},
	})
	rows := ProblemRows(s, s.Ledger, today, words.Chinese)
	if want := []string{"1", "p1", "第三党支部书记", "自己查摆", "旧问题", "", "", "", "", "", "", "已销号 2024-06-30 王", "已销号"}; !reflect.DeepEqual(rows[1], want) {
		t.Errorf("%q", rows[1])
	}
	unchanged(t, s)
}

// unchanged: what was written in either form reads as no change.
func unchanged(t testing.TB, s meeting.State) {
	t.Helper()
	rows := ProblemRows(s, s.Ledger, today, words.Chinese)
	book, err := cells.XLSX("台账", rows)
	if err != nil {
		t.Fatal(err)
	}
	for name, src := range map[string][]byte{"CSV": cells.CSV(rows), "XLSX": book} {
		r, err := read(t, s, string(src), Options{Day: today})
		if err != nil || r.Count(Same) != len(s.Ledger) || len(r.Orders()) > 0 || len(r.LeftOut) > 0 {
			t.Fatalf("%s: %v\n%s", name, err, told(r))
		}
	}
}

// Whatever a ledger holds, it reads back as no change; and what a table brings in
// once it does not bring in again.
func TestWhatIsWrittenReadsAsNoChange(t *testing.T) {
	words := rapid.StringOfN(rapid.RuneFrom([]rune("整改 =+-@'\"\n,;，。2024-06-30年1月销号_x000D<&>𬭎喆")), 1, 30, -1)
	empty := session(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := empty
		try := func(o meeting.Order) {
			s, _, _ = meeting.Try(s, meeting.Person{}, noon, o)
		}
		for range rapid.IntRange(1, 12).Draw(rt, "orders") {
			any := fmt.Sprint("p", rapid.IntRange(1, 4).Draw(rt, "problem"))
			day := today
			day.Day = rapid.IntRange(1, 30).Draw(rt, "day")
			switch rapid.IntRange(0, 3).Draw(rt, "order") {
			case 0, 1:
				try(meeting.RecordProblem{
					Subject: rapid.SampledFrom([]string{"s1", "s2"}).Draw(rt, "subject"), Text: words.Draw(rt, "text"),
					Origin: rapid.SampledFrom(meeting.Origins).Draw(rt, "origin"),
					Remedy: meeting.Remedy{Measure: words.Draw(rt, "measure"), Who: "张三", Due: day},
				})
			case 2:
				try(meeting.NoteProgress{Problem: any, Date: day, Text: words.Draw(rt, "progress")})
			case 3:
				try(meeting.SignOffProblem{Problem: any, By: "王监督", Date: day})
			}
		}
		if len(s.Ledger) == 0 {
			return
		}
		unchanged(t, s)
		taken(t, rt, empty, s)
	})
}

// taken: the whole ledger goes into an empty session, and then is no change there.
func taken(t testing.TB, rt *rapid.T, empty, s meeting.State) {
	rows := ProblemRows(s, s.Ledger, today, words.Chinese)
	for _, row := range rows[1:] {
		row[1] = "" // the numbers are those of another session
	}
	r, err := read(t, empty, string(cells.CSV(rows)), Options{Day: today})
	var faults fault.Faults
	if errors.As(err, &faults) && (faults[0].Code == Twice || faults[0].Code == EmptyStep) {
		return // two that only a number tells apart; a step that ends in a day
	}
	if err != nil || r.Count(New) != len(s.Ledger) {
		rt.Fatalf("%v\n%s", err, told(r))
	}
	again := give(t, empty, r.Orders()...)
	unchanged(t, again)
	if r, err := read(t, again, string(cells.CSV(rows)), Options{Day: today}); err != nil || r.Count(Same) != len(s.Ledger) {
		rt.Fatalf("%v\n%s", err, told(r))
	}
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{10, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := session(b)
			for i := range n {
				s = give(b, s, meeting.RecordProblem{Subject: "s1", Origin: meeting.BySelf, Text: fmt.Sprint("问题", i)})
			}
			rows := ProblemRows(s, s.Ledger, today, words.Chinese)
			for _, row := range rows[1:] {
				row[5] = "新的措施"
			}
			grid, err := cells.Read(cells.CSV(rows))
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if r, err := ReadProblems(s, grid, Options{}); err != nil || r.Count(Changed) != n {
					b.Fatal(err)
				}
			}
		})
	}
}
