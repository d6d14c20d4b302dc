package papers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/docx"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/words"
)

func on(day string) plan.Day {
	d, err := plan.ParseDay(day)
	if err != nil {
		panic(err)
	}
	return d
}

// visits are what the chair noted before the meeting.
var visits = []papers.Visit{
	{Subject: "s2", Date: on("2024-01-09"), Place: "窗口", Seen: "群众等候约半小时。"},
	{Subject: "s1", Date: on("2024-01-08"), Place: "第一党支部活动室", Unannounced: true, Seen: "=学习记录缺两次。\n笔记是补的。"},
	{Subject: "s1", Place: "", Seen: ""},
}

// longYear has a ledger of several pages, with a row that is longer than a page.
func longYear(t testing.TB) meeting.State {
	t.Helper()
	var script strings.Builder
	for i := range 40 {
		fmt.Fprintf(&script, "problem s%d origin=masses text=%s measure=%s who=\"张某某\" due=2024-0%d-15\n", 1+i%2,
			quoted(strings.Repeat("服务窗口排队时间长群众意见多", 1+i%4)), quoted(strings.Repeat("增设窗口延长时间", 1+i%3)), 1+i%9)
	}
	return meet(t, genhe(t), false, script.String()+"amend p20 text="+quoted(strings.Repeat(long+"\n", 3))+"\n")
}

func TestPapersOfTheYear(t *testing.T) {
	s := held(t, "year")
	texts := textsOf(t, s)
	for id, parts := range map[string][]string{
		"vetting-s1": {
			"\n述职人：第一党支部书记\n", "\n述职报告.docx（已存）\n",
			"\n五\n查摆问题与整改对策\n第二部分第5项\n具备\n", "\n一\n退回\n党总支\n2024.01.20\n是\n否\n未说明\n二\n通过\n党总支\n2024.01.20\n是\n是\n是\n",
			"\n第一次审核指出缺少：组织体系建设与党员教育管理、查摆问题与整改对策。\n第一次审核意见：=问题部分太简略。\n对策不实。\n",
		},
		"vetting-s2":  {"第二党支部述职报告.pdf（已存）"},
		"publication": {"\n1\n第一党支部书记\n述职报告.docx\n通过\n2\n第二党支部书记\n第二党支部述职报告.pdf\n—\n", "\n公示范围和方式：\n", "\n根河市市场监督管理局党总支\n　　　　年　　月　　日\n"},
		"comments":    {"2023年度述职评议主持点评讲话", "\n第一党支部书记\n抓党建工作思路清楚"},
		"speech":      {"2023年度述职评议党组织书记总结讲话", "\n要从严从实。\n"},
		"rectification": {
			"\n二、问题和整改措施\n（一）第一党支部书记\n1.问题来源：上级点评，结转自2022年度。\n问题：发展党员滞后\n整改措施：\n责任人：\n整改时限：2023年12月31日。\n2.问题来源：自己查摆",
			"\n4.问题来源：上级点评，再次出现（第2项）。\n问题：=发展党员仍然滞后。\n两年没有发展对象。\n整改措施：每季度研究一次发展党员工作\n确定培养联系人\n整改目标：年内发展一名\n责任人：李某某、赵某某。责任支部：第一党支部。\n整改时限：2024年6月30日。\n（二）第二党支部书记\n",
			"\n（三）第三党支部书记\n1.问题来源：自己查摆，结转自2022年度。\n问题：活动室闲置\n",
		},
		"ledger": {
			"\n截至2024年1月20日，共8项：已销号2项，逾期1项，退回1项，将到期1项，整改中3项。\n",
			"\n6\n第一党支部书记\n上级点评\n=发展党员仍然滞后。\n两年没有发展对象。\n再次出现（第2项）\n每季度研究一次发展党员工作\n确定培养联系人\n年内发展一名\n李某某、赵某某\n第一党支部\n2024.06.30\n2024.01.19\n已确定两名培养对象\n佐证：支委会记录.pdf\n整改中\n",
			"\n服务窗口排队久\n结转自2022年度\n", "\n退回：台账与会议记录不一致\n退回\n", "\n已补齐\n已销号\n党总支\n2024.01.20\n",
		},
		"notice":     {"\n2024年1月20日，根河市市场监督管理局党总支召开2023年度述职评议会议。经研究，", "\n1\n第一党支部书记\n好\n2\n第二党支部书记\n差\n"},
		"account":    {"\n市委直属机关工委：\n", "\n2024年1月20日召开会议，2名述职人述职，应到46人，实到43人，", "\n综合评价等次为“好”的1名，综合评价等次为“差”的1名。\n", "\n2\n第二党支部书记\n差\n"},
		"submission": {"\n关于报送2023年度述职评议材料的报告\n", "\n附件：1.述职评议考核工作方案\n2.主持点评讲话\n", "\n特此报告。\n"},
		"catalogue":  {"\n1\n\n\n根河市市场监督管理局党总支\n根河市市场监督管理局2023年度党支部书记抓基层党建工作述职评议考核工作方案\n", "\n2023年度述职评议会议记录\n20240120\n"},
		"opinion-s1": {"\n发展党员滞后\n上年度结转问题4项：已销号1项，逾期1项，退回1项，整改中1项。\n努力方向\n"},
	} {
		for _, part := range parts {
			if !strings.Contains(texts[id], part) {
				t.Errorf("%s: no %q in\n%s", id, part, texts[id])
			}
		}
	}
	if strings.Contains(texts["rectification"], "服务窗口排队久") {
		t.Error("what was dealt with last year is to be put right again")
	}
	if strings.Contains(texts["opinion-s2"], "上年度") {
		t.Error("the second subject has brought problems along")
	}
	last := result.Of(s, info.Head, words.Chinese).Subjects[0].LastYear
	if want := (result.LastYear{On: on("2024-01-20"), All: 4, Done: 1, Overdue: 1, Returned: 1, Open: 1}); last == nil || *last != want {
		t.Errorf("the result says of last year %+v", last)
	}
}

// A time limit stands as it was written, and what is kept up for good says so.
func TestTimeLimitsInWords(t *testing.T) {
	texts := textsOf(t, meet(t, genhe(t), false, `problem s1 origin=self text="甲" who="张某某" due=立行立改
problem s1 origin=self text="乙" who="李某某" due="2024年底前，并长期坚持"
problem s2 origin=self text="丙" due=长期坚持
`))
	for id, parts := range map[string][]string{
		"rectification": {"责任人：张某某。\n整改时限：立行立改。", "责任人：李某某。\n整改时限：2024年底前，并长期坚持。", "\n整改时限：长期坚持。"},
		"ledger":        {"\n张某某\n\n立行立改\n\n整改中\n", "\n李某某\n\n2024年底前，并长期坚持\n\n整改中\n", "\n长期坚持\n\n长期坚持\n"},
	} {
		for _, part := range parts {
			if !strings.Contains(texts[id], part) {
				t.Errorf("%s: no %q in\n%s", id, part, texts[id])
			}
		}
	}
}

// The text of an opinion has a page with the grade and those who sign: rows become lower,
// then type smaller; what is longer still has these on a page of their own.
func TestAnOpinionHasAPage(t *testing.T) {
	const low, fine, over = `w:trHeight w:val="600"`, `w:spacing w:line="260"`, "<w:pageBreakBefore/>"
	for n, want := range map[int][]string{0: nil, 250: nil, 380: {low}, 600: {low, fine}, 1200: {low, fine, over}} {
		merits := strings.Repeat("严", n/2)
		s := meet(t, genhe(t), false, "opinion s1 merits=\""+merits+"\" problems=\""+merits+"\"\n")
		for _, d := range documents(t, s, info) {
			if d.ID != "opinion-s1" {
				continue
			}
			parts, err := docx.Unpack(d.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			body := string(parts[len(parts)-1].Bytes)
			for _, sign := range []string{low, fine, over} {
				if got := strings.Contains(body, sign); got != slices.Contains(want, sign) {
					t.Errorf("%d characters: %s %v", n, sign, got)
				}
			}
		}
	}
}

// A paper of the year is there once something stands in it.
func TestPapersOfTheYearComeOneByOne(t *testing.T) {
	always := []string{"minutes", "summary", "count", "details", "opinion-s1", "opinion-s2", "grounds-s1", "grounds-s2"}
	for script, want := range map[string][]string{
		"": nil,
		"vet s2 returned by=\"党总支\" causes=no\n":                                                        {"vetting-s2"},
		"vet s2 passed by=\"党总支\"\n":                                                                    {"vetting-s2", "publication"},
		"review s1 text=\"严\"\nspeech text=\"实\"\n":                                                     {"comments", "speech"},
		"problem s1 origin=self text=\"甲\"\n":                                                           {"rectification", "ledger"},
		script(t, "counted") + "close-count by=\"王\"\ndecide s1 好\n":                                    {"sample"},
		script(t, "counted") + "close-count by=\"王\"\ndecide s1 好\ndecide s2 差\n":                       {"sample", "feedback-s1", "feedback-s2", "notice", "account", "submission", "catalogue"},
		strings.SplitAfter(script(t, "prepared"), "增开窗口\" signed-by=\"党总支\" signed-on=2023-09-01\n")[0]: {"vetting-s1", "vetting-s2", "publication", "ledger"},
	} {
		var got []string
		for _, d := range documents(t, meet(t, genhe(t), false, script), info) {
			got = append(got, d.ID)
		}
		if !slices.Equal(got, slices.Concat(always, want)) {
			t.Errorf("%q: %q", script, got)
		}
	}
}

// What the program says that it writes is among its documents, with something in it.
func TestThePapersOfAPlanAreWritten(t *testing.T) {
	got := map[string][]string{}
	s := held(t, "year")
	for _, p := range s.Plan.Papers {
		got[p.ID] = papers.Written(s, p)
	}
	want := map[string][]string{
		"plan": nil, "comments": {"comments"}, "speech": {"speech"}, "sheets": {"sample", "summary"},
		"rectification": {"rectification"}, "ledger": {"ledger"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
	every := every(t)
	every["told"] = told(t)
	ids := strings.Fields("plan report minutes summary count opinion correction sheets comments speech rectification ledger vetting publication notice")
	for name, s := range every {
		var known []string
		for _, d := range documents(t, s, info) {
			known = append(known, d.ID)
		}
		for _, id := range ids {
			p := plan.Paper{ID: id}
			list := papers.Written(s, p)
			if others := id == "plan" || id == "report"; others && len(list) > 0 {
				t.Errorf("%s: the program writes the %s of others", name, id)
			}
			for _, d := range list {
				if !slices.Contains(known, d) {
					t.Errorf("%s: %s is said to be %s, which is not written", name, id, d)
				}
			}
			if name == "opened" && len(list) > 0 {
				t.Errorf("%s stands in %q before anything was done", id, list)
			}
		}
	}
	if list := papers.Written(every["piles"], plan.Paper{ID: "sheets"}); !slices.Equal(list, []string{"sample", "summary"}) {
		t.Errorf("sheets that were counted by piles stand in %q", list)
	}
	filled := every["year"]
	if filled.Plan.Sheets.Filled = true; papers.Written(filled, plan.Paper{ID: "sheets"}) != nil {
		t.Error("the sheets that were filled in are written")
	}
	if list := papers.Written(meeting.State{}, plan.Paper{ID: "summary"}); list != nil {
		t.Errorf("%q of no meeting", list)
	}
}

// What leaves the room tells grades, and no votes, whatever the hall was shown.
func TestWhatIsMadeKnownTellsNoVotes(t *testing.T) {
	for _, after := range []plan.After{plan.AfterOff, plan.AfterVotes, plan.AfterGrades} {
		text := strings.Replace(genhe(t), `after    = "votes-and-grades"`, "after = "+quoted(string(after)), 1)
		for _, d := range documents(t, meet(t, text, false, script(t, "sealed")), info) {
			if d.ID != "notice" && !strings.HasPrefix(d.ID, "feedback") && !strings.HasPrefix(d.ID, "opinion") {
				continue
			}
			said := textOf(t, d.Bytes)
			got, err := papers.FiguresOf(d.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			for name := range got {
				if !strings.HasSuffix(name, "_decided") {
					t.Errorf("%s, %s: %s stands in\n%s", after, d.ID, name, said)
				}
			}
			if len(got) == 0 || strings.Contains(said, "24") && !strings.Contains(said, "2024") {
				t.Errorf("%s, %s: %d grades in\n%s", after, d.ID, len(got), said)
			}
		}
	}
}

// A plan may have the notice tell the votes, whatever the hall was shown.
func TestANoticeTellsVotesWhereThePlanSaysSo(t *testing.T) {
	text := strings.Replace(genhe(t), "year     = 2023\n", "year     = 2023\nnotice-votes = true\npeople = \"报告人\"\n", 1)
	texts := textsOf(t, meet(t, text, false, script(t, "sealed")))
	if said := texts["notice"]; !strings.Contains(said, "\n1\n第一党支部书记\n33\n6\n2\n0\n0\n0\n41\n") || !strings.Contains(said, "\n报告人\n") {
		t.Errorf("the notice says\n%s", said)
	}
}

// What is overdue is so on the day of the last record, whatever day it is.
func TestTheLedgerStandsOnTheDayOfTheLastRecord(t *testing.T) {
	s := meet(t, genhe(t), false, "problem s1 origin=self text=\"甲\" due=2024-01-20\n")
	if text := textsOf(t, s)["ledger"]; !strings.Contains(text, "截至2024年1月20日，共1项：已销号0项，逾期0项，退回0项，将到期1项") {
		t.Errorf("on its last day the ledger says\n%s", text)
	}
	late := time.Date(2024, 1, 20, 16, 30, 0, 0, time.UTC) // half past midnight in China
	s, _, err := meeting.Try(s, meeting.Person{Role: "chair"}, late, meeting.AssignDuty{What: "督办", Who: "王某某"})
	if err != nil {
		t.Fatal(err)
	}
	if text := textsOf(t, s)["ledger"]; !strings.Contains(text, "截至2024年1月21日，共1项：已销号0项，逾期1项") {
		t.Errorf("a day later the ledger says\n%s", text)
	}
}

// meant is what the chair means to say.
var meant = map[string][]string{"s2": {"窗口等候久。", "台账不实。"}}

func TestVisitsAreInNoOtherPaper(t *testing.T) {
	s := held(t, "year")
	d, err := papers.Visits(s, info, visits, meant, nil)
	if err != nil || d.ID != "visits" || d.Name != "visits.docx" || d.Title != "调研记录" {
		t.Fatalf("%s %s %s, %v", d.ID, d.Name, d.Title, err)
	}
	want := "\n一、第一党支部书记\n（一）2024年1月8日　第一党支部活动室　不打招呼\n=学习记录缺两次。\n笔记是补的。\n（二）日期未记\n\n\n二、第二党支部书记\n（一）2024年1月9日　窗口\n群众等候约半小时。\n点评准备\n窗口等候久。\n台账不实。\n"
	if text := textOf(t, d.Bytes); !strings.Contains(text, want) {
		t.Errorf("the notes say\n%s", text)
	}
	for id, text := range textsOf(t, s) {
		if strings.Contains(text, "调研") || strings.Contains(text, "学习记录缺两次") {
			t.Errorf("%s tells of a visit", id)
		}
	}
	if _, err := papers.Visits(s, info, []papers.Visit{{Subject: "s9"}}, nil, nil); err == nil || !strings.Contains(err.Error(), `"s9"`) {
		t.Errorf("a visit to nobody: %v", err)
	}
	if _, err := papers.Visits(meeting.State{}, info, nil, nil, nil); err == nil {
		t.Error("notes of no meeting")
	}
}

func TestAnOfficeWritesItsOwnPapersOfTheYear(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ledger.xml"), []byte("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{{range .Ledger}}<w:p><w:r><w:t>{{.Nobody}}</w:t></w:r></w:p>{{end}}</w:body></w:document>"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := papers.Documents(held(t, "year"), info, os.DirFS(dir)); !fault.Is(err, "docx", docx.BadValue) || fault.Find(err, "docx").At != (fault.Place{File: "ledger.xml", Line: 1}) {
		t.Errorf("a template with a fault: %v", err)
	}
}

// A round that counts for nothing says so in words, whether more sheets came back than were
// issued or somebody had it voided.
func TestAVoidRoundIsToldInWords(t *testing.T) {
	issued := "attend expected=5 present=4\nissue 4\n"
	for script, want := range map[string]string{
		issued + "collect 5\n": "收回数多于发出数（收回5张，发出4张），测评无效，重新测评。",
		issued + "collect 4\nbundle by=\"李\"\nb 1 1\nb 1 1\nb 1 1\nb 1 1\nclose-bundle 4\nclose-count by=\"王\"\nvoid-round by=\"党总支\" reason=\"有人代填\"\n": "测评无效，重新测评。原因：有人代填。",
	} {
		texts := textsOf(t, meet(t, genhe(t), false, script))
		all := texts["count"] + texts["minutes"]
		if !strings.Contains(all, want) || strings.Contains(all, " > ") || strings.Contains(all, "（有人代填）") {
			t.Errorf("no %q in %s", want, all)
		}
	}
}
