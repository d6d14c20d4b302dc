package papers_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/result"
)

// What .ci/papers measures is written by a test, so that nothing but the program
// writes it.
var (
	folder = flag.String("documents", "", "a folder to write the documents into")
	own    = flag.String("templates", "", "a folder of templates to write them with")
)

// info is what the papers of a sealed meeting say beside its state.
var info = papers.Info{Stamp: papers.Stamp{
	Head: result.Head{Seq: 96, Hash: strings.Repeat("0a", 32)}, Words: strings.Fields("春风 大树 河流 明天 山坡 木桥 白云 书本"),
	Groups: groups(strings.Repeat("0a", 32)),
}}

func groups(hash string) []string {
	var out []string
	for i := 0; i < len(hash); i += 4 {
		out = append(out, hash[i:i+4])
	}
	return out
}

// long is what somebody may write in a review: several paragraphs, one of them of
// several lines, with characters that markup is made of.
var long = strings.Repeat("抓党建工作思路清楚措施具体落实到位群众反映良好", 12) + "。\n" +
	"其次，存在“重业务、轻党建”的倾向；<w:p/>、{{.Title}}、& 和 'DDE' 只是文字。\n\n" +
	strings.Repeat("整改要有时限有责任人", 9) + "。"

// told is a sealed meeting in which everything was written down.
func told(t testing.TB) meeting.State {
	plan := strings.Replace(genhe(t), `post = "第一党支部书记"`, "post = \"第一党支部书记\"\nname = \"王𬭎喆\"", 1)
	talk := "attend class=masses expected=6 present=5\nattend class=member expected=40 present=38\n" +
		"start report:s1\nfinish\nstart review:s1\nfinish\nskip report:s2 reason=\"请假，书面述职\"\nstart review:s2\nfinish\n" +
		"start speech\nfinish\nstart evaluation\nfinish\n" +
		"review s1 text=" + quoted(long) + "\nreview s2 text=\"要从严。\"\nspeech text=" + quoted(long+"\n"+long) + "\n"
	return meet(t, plan, false, talk+"opinion s1 merits="+quoted(long)+" problems="+quoted("问题一。\n问题二。")+"\n"+script(t, "sealed"))
}

// quoted is a text as a line of a script has it.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// crowded is a meeting on sixty subjects, which is still being counted.
func crowded(t testing.TB) meeting.State {
	before, after, _ := strings.Cut(genhe(t), "[[subjects]]")
	_, after, _ = strings.Cut(after, "[[voters]]")
	var plan strings.Builder
	plan.WriteString(before)
	for i := range 60 {
		fmt.Fprintf(&plan, "[[subjects]]\nid = \"s%d\"\npost = \"第%d党支部书记\"\nname = \"张三%d\"\n\n", i+1, i+1, i+1)
	}
	plan.WriteString("[[voters]]" + after)
	return meet(t, plan.String(), false, "attend class=member expected=3 present=2\nissue 2\ncollect 2\nbundle\nb"+
		strings.Repeat(" 1", 60)+"\nb"+strings.Repeat(" 2", 60)+"\nclose-bundle 2\n")
}

// stacked is a meeting of two classes with as many bundles as one page of cover lines
// has, each keyed and read again by people with long names.
func stacked(t testing.TB) meeting.State {
	var script strings.Builder
	script.WriteString("attend class=a expected=15 present=12 by=\"王某某\" saw=\"按签到表逐人核对，有三人请假\"\nattend class=b expected=9 present=8\n" +
		"issue 8 class=a printed=11 destroyed=3 by=\"王某某\"\nissue 7 class=b\ncollect 8 class=a\ncollect 7 class=b\n")
	for n := range 15 {
		class := "a"
		if n >= 8 {
			class = "b"
		}
		fmt.Fprintf(&script, "bundle class=%s by=\"阿依古丽·买买提·欧阳\"\nb 1 %d\nclose-bundle 1\n", class, n%4+1)
	}
	for n := range 15 {
		fmt.Fprintf(&script, "second %d by=\"巴特尔·斯琴高娃\"\nb 1 %d\nclose-second 1\n", n+1, n%4+1)
	}
	script.WriteString("close-count by=\"王某某\"\ncorrect bundle=3 sheet=1 2 2 by=\"赵六\" reason=\"复看\"\n")
	return meet(t, read(t, "../meeting/testdata/plans/weighted.toml"), false, script.String())
}

func documents(t testing.TB, s meeting.State, info papers.Info) []papers.Document {
	t.Helper()
	docs, err := papers.Documents(s, info, nil)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestDocumentsForTheEye(t *testing.T) {
	dir := *folder
	if dir == "" {
		dir = t.TempDir()
	}
	var templates fs.FS
	if *own != "" {
		templates = os.DirFS(*own)
	}
	every := every(t)
	every["told"], every["crowded"], every["stacked"] = told(t), crowded(t), stacked(t)
	every["long-year"] = longYear(t)
	for name, s := range every {
		docs, err := papers.Documents(s, info, templates)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			at := filepath.Join(dir, name+"-"+d.ID)
			for ending, b := range map[string][]byte{".docx": d.Bytes, ".json": saidBy(t, s, d, "王某某", "李四", "张三")} {
				if err := os.WriteFile(at+ending, b, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	notes, err := papers.Visits(every["year"], info, visits, meant, templates)
	if err != nil {
		t.Fatal(err)
	}
	for ending, b := range map[string][]byte{".docx": notes.Bytes, ".json": saidBy(t, every["year"], notes)} {
		if err := os.WriteFile(filepath.Join(dir, "year-visits"+ending), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if made, err := os.ReadDir(dir); err != nil || len(made) < 10*len(every) {
		t.Errorf("%d documents of %d meetings, %v", len(made), len(every), err)
	}
}

func TestPapersOfAMeeting(t *testing.T) {
	s := told(t)
	var got []string
	for _, d := range documents(t, s, info) {
		got = append(got, d.ID+" "+d.Name+" "+d.Title)
	}
	want := []string{
		"minutes minutes.docx 会议记录", "summary summary.docx 述职评议测评汇总表", "count count.docx 监票计票报告单", "details details.docx 计票复核明细",
		"opinion-s1 opinion-s1.docx 综合评价意见（第一党支部书记 王𬭎喆）", "opinion-s2 opinion-s2.docx 综合评价意见（第二党支部书记）",
		"grounds-s1 grounds-s1.docx 等次确定依据（第一党支部书记 王𬭎喆）", "grounds-s2 grounds-s2.docx 等次确定依据（第二党支部书记）",
		"sample sample.docx 述职评议表（空白样表）", "comments comments.docx 主持点评讲话", "speech speech.docx 党组织书记总结讲话", "feedback-s1 feedback-s1.docx 结果反馈（第一党支部书记 王𬭎喆）", "feedback-s2 feedback-s2.docx 结果反馈（第二党支部书记）", "notice notice.docx 结果通报",
		"account account.docx 工作情况报告", "submission submission.docx 报送材料的报告", "catalogue catalogue.docx 归档文件目录",
	}
	if !slices.Equal(got, want) {
		t.Errorf("papers %q", got)
	}
	docs := documents(t, held(t, "watched"), info)
	if d := docs[len(docs)-2]; len(docs) != 11 || d.Name != "correction.docx" || d.Title != "更正说明" {
		t.Errorf("%d papers where something was put right, the last but one is %s %s", len(docs), d.Name, d.Title)
	}
	if docs := documents(t, meeting.State{}, info); len(docs) > 0 {
		t.Errorf("%d papers of no meeting", len(docs))
	}
}

func TestPapersAreEqualOnEveryComputer(t *testing.T) {
	s := told(t)
	before := documents(t, s, info)
	local := time.Local
	time.Local = time.FixedZone("far away", -11*60*60)
	defer func() { time.Local = local }()
	for i := range s.Steps {
		s.Steps[i].Started, s.Steps[i].Ended = s.Steps[i].Started.Local(), s.Steps[i].Ended.Local()
	}
	for i, d := range documents(t, s, info) {
		if !bytes.Equal(d.Bytes, before[i].Bytes) {
			t.Errorf("%s differs", d.Name)
		}
	}
	if text := textOf(t, before[0].Bytes); !strings.Contains(text, "\n时间\n2024年1月20日9时00分至9时00分\n地点\n") {
		t.Errorf("no time of the meeting in\n%s", text)
	}
}

// A paper is a draft while what it rests on is open: the count, the meeting, the grades.
func TestDraftsSaySo(t *testing.T) {
	for name, final := range map[string]string{
		"counted": "", "closed": "summary count details", "rehearsed": "", "void-round": "",
		"sealed": "minutes summary count details opinion grounds feedback notice account submission catalogue",
	} {
		for _, d := range documents(t, held(t, name), info) {
			text, kind := textOf(t, d.Bytes), strings.Split(d.ID, "-")[0]
			if kind == "sample" { // it rests on nothing
				continue
			}
			if is := slices.Contains(strings.Fields(final), kind); strings.Contains(text, "草稿") == is {
				t.Errorf("%s, %s: final is %v, in\n%s", name, d.ID, is, text)
			}
			if strings.Contains(text, "草稿　演练") != (name == "rehearsed") {
				t.Errorf("%s, %s: whether it was played is not said in\n%s", name, d.ID, text)
			}
			void := name == "void-round" && (kind == "count" || kind == "summary" || kind == "details")
			if of := strings.Contains(text, "第一轮测评　第一版"); of != void && name != "rehearsed" {
				t.Errorf("%s, %s: it says which version of which round it is: %v", name, d.ID, of)
			}
			if strings.Contains(text, "测评无效，重新测评）") != void {
				t.Errorf("%s, %s says whether the vote counts:\n%s", name, d.ID, text)
			}
		}
	}
}

// What people typed comes out whole, as text and as nothing else.
func TestWhatWasTypedStaysText(t *testing.T) {
	texts := map[string]string{}
	for _, d := range documents(t, told(t), info) {
		texts[d.ID] = textOf(t, d.Bytes)
	}
	for _, line := range strings.Split(strings.ReplaceAll(long, "\n\n", "\n"), "\n") {
		if n := strings.Count(texts["minutes"], "\n"+line+"\n"); n != 3 { // one review, and twice in the speech
			t.Errorf("%d paragraphs %q", n, line)
		}
		if !strings.Contains(texts["opinion-s1"], "\n"+line+"\n") {
			t.Errorf("no paragraph %q in the opinion", line)
		}
	}
	for id, want := range map[string]string{
		"minutes": "王𬭎喆", "summary": "王𬭎喆", "count": "春风 大树 河流", "opinion-s1": "王𬭎喆",
	} {
		if !strings.Contains(texts[id], want) {
			t.Errorf("%s does not say %q", id, want)
		}
	}
	if !strings.Contains(texts["minutes"], "（请假，书面述职）") {
		t.Error("the minutes do not say why an item was skipped")
	}
}

// textOf is the text of a paper, a line a paragraph, header and footers last. It
// fails where the paper has a field other than the number of the page.
func textOf(t testing.TB, paper []byte) string {
	t.Helper()
	parts, err := docx.Unpack(paper)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, p := range slices.Backward(parts) {
		if !strings.HasPrefix(p.Name, "word/") || !strings.HasSuffix(p.Name, ".xml") {
			continue
		}
		in := ""
		for d := xml.NewDecoder(bytes.NewReader(p.Bytes)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", p.Name, err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				if in = x.Name.Local; in == "fldSimple" || in == "hyperlink" || in == "object" {
					t.Errorf("%s has a <%s>", p.Name, in)
				}
			case xml.EndElement:
				if in = ""; x.Name.Local == "p" {
					out.WriteByte('\n')
				}
			case xml.CharData:
				if in == "instrText" && strings.TrimSpace(string(x)) != "PAGE" {
					t.Errorf("%s has the field %q", p.Name, x)
				}
				if in == "t" {
					out.Write(x)
				}
			}
		}
	}
	return out.String()
}

func TestALongTableRepeatsItsHeads(t *testing.T) {
	for _, d := range documents(t, crowded(t), info)[1:3] {
		parts, err := docx.Unpack(d.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		body := string(parts[len(parts)-1].Bytes)
		rows, heads := strings.Count(body, "<w:tr>"), strings.Count(body, "<w:tblHeader/>")
		if rows < 61 || heads != 1 {
			t.Errorf("%s: %d rows, %d heads", d.ID, rows, heads)
		}
	}
}
