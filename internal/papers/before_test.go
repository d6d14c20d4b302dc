package papers_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shuping/data"
	"shuping/internal/docx"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/sheet"
	"shuping/internal/tally"
)

var eve = flag.String("eve", "", "a folder to write what is printed before the meeting into")

// planned is a meeting on a plan of the program that was not opened.
func planned(t testing.TB, name string) meeting.State {
	t.Helper()
	text, _ := data.Plan(name)
	p, err := plan.Parse(name+".toml", text)
	if err != nil {
		t.Fatal(err)
	}
	return meeting.State{Plan: p}
}

func TestBeforeForTheEye(t *testing.T) {
	dir := *eve
	if dir == "" {
		dir = t.TempDir()
	}
	meetings := map[string]meeting.State{}
	for _, name := range data.Plans() {
		meetings[name] = planned(t, name)
	}
	for _, many := range []int{1, 12, 48} {
		s := planned(t, data.DefaultPlan)
		s.Plan.Subjects = nil
		for i := range many {
			s.Plan.Subjects = append(s.Plan.Subjects, plan.Subject{ID: fmt.Sprintf("s%d", i+1), Post: fmt.Sprintf("第%d党支部书记", i+1), Name: people[i%len(people)]})
		}
		meetings[fmt.Sprintf("%s-%02d", data.DefaultPlan, many)] = s
	}
	for name, s := range meetings {
		var with papers.Eve
		if len(s.Plan.Subjects) == 12 { // whose list leaves its foot no place on the page
			for i := range 20 {
				with.Names = append(with.Names, papers.Attendee{Name: people[i%len(people)], Unit: "第一党支部"})
			}
		}
		docs, err := papers.Before(s, with, nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(at, 0o777); err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			if err := os.WriteFile(filepath.Join(at, d.Name), d.Bytes, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		names, err := json.Marshal(said{Names: people})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(at, "names.json"), names, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var (
	tables     = regexp.MustCompile(`(?s)<w:tbl>.*?</w:tbl>`)
	blocks     = regexp.MustCompile(`(?s)<w:tbl/>|<w:p>.*?</w:p>`)
	tags       = regexp.MustCompile(`<[^>]*>`)
	keepsNext  = regexp.MustCompile(`<w:keepNext/>|w:pStyle w:val="(Heading1|Heading2|Title)"`)
	underWhich = regexp.MustCompile(`（签名|（签字|主持人：|监票人：|审核人：|印制人：|联系人：|清点人|^[_年月日\s\x{3000}]*$`)
)

// lonely is what could stand on the last page of a document alone: hands, a unit or a day
// below which nothing stands that they are about. In a table the row before is held to it.
func lonely(t testing.TB, d papers.Document, unit string) string {
	t.Helper()
	if strings.HasPrefix(d.ID, "sample") || strings.HasPrefix(d.ID, "sheet-") {
		return "" // on which everything has its place
	}
	parts, err := docx.Unpack(d.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(parts, func(p docx.Part) bool { return p.Name == docx.Document })
	text := string(parts[at].Bytes)
	for _, table := range tables.FindAllString(text, -1) {
		rows := strings.SplitAfter(table, "</w:tr>")
		rows = rows[:len(rows)-1]
		if n := len(rows) - 1; n > 1 && strings.Contains(rows[n], "<w:gridSpan") && underWhich.MatchString(tags.ReplaceAllString(rows[n], "")) &&
			!strings.Contains(rows[n-1], "<w:keepNext/>") && !strings.Contains(rows[n-1], "<w:gridSpan") {
			return tags.ReplaceAllString(rows[n], "")
		}
	}
	list := blocks.FindAllString(tables.ReplaceAllString(text, "<w:tbl/>"), -1)
	isFoot := func(said string) bool { return said == unit || underWhich.MatchString(said) }
	for i := len(list) - 1; i > 3; i-- {
		said := strings.TrimSpace(tags.ReplaceAllString(list[i], ""))
		if list[i] == "<w:tbl/>" || !isFoot(said) {
			break // what stands above is no foot
		} else if said == "" {
			continue
		}
		// Up to the first paragraph that says something each stays with the next.
		for k := i - 1; k >= 0; k-- {
			before := strings.TrimSpace(tags.ReplaceAllString(list[k], ""))
			if !keepsNext.MatchString(list[k]) {
				return said
			}
			if !isFoot(before) {
				break
			}
		}
	}
	return ""
}

// Nobody signs, counts or seals on a page where nothing else stands, however long the
// paper is that day.
func TestNothingStandsAloneOnAPage(t *testing.T) {
	for name, s := range every(t) {
		for _, d := range documents(t, s, info) {
			if found := lonely(t, d, s.Plan.Unit); found != "" {
				t.Errorf("%s, %s: %s", name, d.ID, found)
			}
		}
	}
	s := planned(t, data.DefaultPlan)
	list, err := papers.Before(s, papers.Eve{Names: []papers.Attendee{{Class: 0, Name: "王芳"}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list[:len(list)-1] {
		if found := lonely(t, d, s.Plan.Unit); found != "" {
			t.Errorf("before, %s: %s", d.ID, found)
		}
	}
}

// tight is the text of a document without spaces between its pieces.
func tight(t testing.TB, d papers.Document) string {
	t.Helper()
	return spaces.ReplaceAllString(textOf(t, d.Bytes), "")
}

var spaces = regexp.MustCompile(`\s`)

// before is what is printed before a meeting, by the names of the files.
func before(t testing.TB, s meeting.State, eve papers.Eve) map[string]papers.Document {
	t.Helper()
	docs, err := papers.Before(s, eve, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]papers.Document{}
	for _, d := range docs {
		out[d.Name] = d
	}
	if len(out) != len(docs) {
		t.Fatalf("two of %d documents have one name", len(docs))
	}
	return out
}

func TestBeforeFollowsThePlan(t *testing.T) {
	for name, says := range map[string]map[string]string{
		"genhe-2023": {
			"02-会议通知.docx":     "第一党支部书记",
			"03-会议议程.docx":     "5总结讲话主持人10分钟6填写述职评议表，进行会议测评",
			"04-主持词.docx":      "首先，请第一党支部书记述职，时间不超过10分钟。",
			"08-签到表.docx":      "入党申请人",
			"09-监票人计票人名单.docx": "述职人不担任监票人",
			"10-述职评议表.docx":    "根河市市场监督管理局党总支2023年度述职评议表",
			"10-印制清单.docx":     "印制张数等于发出、留存、剪角作废三项张数之和",
			"11-手工计票表.docx":    "弃权该项无效",
			"11-票数报告单.docx":    "缺席人数",
		},
		"university-2025": {"11-组封签.docx": "类别：A票学院党委委员和组织员第", "04-主持词.docx": "研究生第二党支部书记的述职结束。", "10-印制清单.docx": "浅黄色"},
		"street-2025":     {"10-评议表（东社区居委会）.docx": "总体评价", "02-会议通知.docx": "各有关单位", "04-主持词.docx": "首先，请东社区居委会报告，时间不超过8分钟。", "11-组封签.docx": "2025年居民评议第"},
		"people-congress-2025": {
			"02-会议通知.docx": "附件：报告顺序", "04-主持词.docx": "首先，听取市水利局专项工作报告，时间不超过15分钟。（报告，到时提醒）市水利局专项工作报告结束。下面，我作点评：",
			"09-监票人计票人名单.docx": "所在单位", "08-签到表.docx": "20应到",
		},
	} {
		docs := before(t, planned(t, name), papers.Eve{})
		all := tight(t, docs["00-会前材料合订.docx"])
		for file, want := range says {
			if got := tight(t, docs[file]); !strings.Contains(got, want) {
				t.Errorf("%s, %s does not say %s: %s", name, file, want, got)
			}
			if !strings.Contains(all, want) {
				t.Errorf("%s: the file of all does not say %s", name, want)
			}
		}
		if said := strings.Contains(all, "党徽"); said != (name == "genhe-2023" || name == "university-2025") {
			t.Errorf("%s: a badge of the Party is worn: %v", name, said)
		}
		if name == "people-congress-2025" && strings.Contains(tight(t, docs["02-会议通知.docx"])+tight(t, docs["04-主持词.docx"]), "述职") {
			t.Errorf("%s speaks of reports on duty", name)
		}
		again := before(t, planned(t, name), papers.Eve{})
		for file, d := range docs {
			if !bytes.Equal(d.Bytes, again[file].Bytes) {
				t.Errorf("%s: %s is written in two ways", name, file)
			}
		}
	}
}

// TestBeforeTakesNames: those of a class stand on its list, with free lines behind.
func TestBeforeTakesNames(t *testing.T) {
	eve := papers.Eve{Names: []papers.Attendee{{0, "王芳", "第一党支部"}, {0, "欧阳娜娜", "第二党支部"}, {3, "李四", ""}}, Slips: true}
	docs := before(t, planned(t, "genhe-2023"), eve)
	if got := tight(t, docs["08-签到表.docx"]); !strings.Contains(got, "1王　芳第一党支部2欧阳娜娜第二党支部345应到") || !strings.Contains(got, "1李　四234应到") {
		t.Errorf("the lists to sign say %s", got)
	}
	if got := tight(t, docs["10-印制清单.docx"]); !strings.Contains(got, "A5，一张A4印两份3") {
		t.Errorf("the list to print says %s", got)
	}
	if got := tight(t, docs["11-票数报告单.docx"]); !strings.Contains(got, "到会人数报告单") || !strings.Contains(got, "收回情况报告单") {
		t.Errorf("the slips say %s", got)
	}
}

// TestWhatDoesNotFitOnASheetIsSaid: the bounds of a plan are wider than those of paper.
func TestWhatDoesNotFitOnASheetIsSaid(t *testing.T) {
	s := planned(t, "genhe-2023")
	s.Plan.Rule.Items = make([]tally.Item, 9)
	for i := range s.Plan.Rule.Items {
		s.Plan.Rule.Items[i] = tally.Item{ID: fmt.Sprint(i), Title: fmt.Sprintf("第%d项", i+1)}
	}
	for i := range 58 {
		s.Plan.Subjects = append(s.Plan.Subjects, plan.Subject{ID: fmt.Sprintf("s%d", i+3), Post: fmt.Sprintf("第%d党支部书记", i+3)})
	}
	_, err := papers.Before(s, papers.Eve{}, nil)
	if f := fault.Find(err, "sheet"); f == nil || f.Code != sheet.TooMany {
		t.Errorf("600 rows: %v", err)
	}
}
