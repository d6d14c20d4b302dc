package workbook_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
	"shuping/internal/workbook"
)

var booksInto = flag.String("books", "", "a folder to which the workbooks of the tests are written too")

func TestTheSummaryShowsTheResultWithoutACalculator(t *testing.T) {
	for name, m := range bookCases(t) {
		got := cellsOf(t, bookOf(t, m), "汇总表")
		d := result.Of(m, head, words.Chinese)
		if len(got) != 3+len(d.Subjects) {
			t.Fatalf("%s: %d rows for %d subjects", name, len(got), len(d.Subjects))
		}
		for i, s := range d.Subjects {
			want := []string{strconv.Itoa(i + 1), strings.TrimSpace(s.Post + " " + s.Name)}
			marks := 0
			for _, c := range s.Counts {
				want = append(want, strconv.Itoa(c.Count))
				if s.Negative != nil && slices.Contains(s.Negative.Grades, c.Grade) {
					marks += c.Count
				}
			}
			want = append(want, strconv.Itoa(s.Blank), strconv.Itoa(s.Spoiled))
			if s.Aside != nil {
				want = append(want, strconv.Itoa(s.Aside.Count))
			}
			want = append(want, strconv.Itoa(s.Base.Count))
			row := got[3+i]
			if n := s.Negative; n != nil {
				over := map[bool]string{true: "是", false: "否"}[n.Over]
				want = append(want, strconv.Itoa(marks), row[len(want)+1], over)
				if share, err := strconv.ParseFloat(row[len(want)-2], 64); n.Percent != "" && err == nil {
					if shown, _ := strconv.ParseFloat(string(n.Percent), 64); share*100-shown > 0.051 || shown-share*100 > 0.051 {
						t.Errorf("%s: %s has a share of %v, the result says %s", name, s.ID, share, n.Percent)
					}
				} else if n.Percent != "" {
					t.Errorf("%s: %s has no share: %q", name, s.ID, row)
				}
			}
			want = append(want, string(*s.ByVotes), string(s.Forced))
			if !slices.Equal(row[:len(want)], want) {
				t.Errorf("%s: the row is\n%q, the result says\n%q", name, row, want)
			}
		}
	}
}

func TestTheListHasARowForEachSheet(t *testing.T) {
	m := tell(t, genhe(t), "attend class=member expected=9 present=9\nissue 9\ncollect 9\nbundle\nb 1 2\nb 9 8\ndoubt\nb 0 reason=2\n")
	got := cellsOf(t, bookOf(t, m), "评议表明细")
	want := [][]string{
		{"组", "张", "效力", "无效原因", "第一党支部书记", "第二党支部书记"},
		{"1", "1", "有效", "", "好", "较好"},
		{"1", "2", "有效", "", "弃权", "该项无效"},
		{"1", "3", "待认定"},
		{"1", "4", "无效票", m.Plan.Sheets.Voids[1].Title},
	}
	if !slices.EqualFunc(got[2:], want, slices.Equal) {
		t.Errorf("the list is %q", got[2:])
	}
}

var (
	aCell     = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)" s="([0-9]+)"( t="[a-zA-Z]+")?>(.*?)</c>`)
	aFormula  = regexp.MustCompile(`<f>(.*?)</f>`)
	withValue = regexp.MustCompile(`^<f>[^<]+</f><v>[^<]*</v>$`)
)

func TestEveryFormulaHasItsResultBesideIt(t *testing.T) {
	for name, m := range bookCases(t) {
		book, formulas := bookOf(t, m), 0
		parts, err := docx.Unpack(book)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			for _, c := range aCell.FindAllStringSubmatch(string(p.Bytes), -1) {
				if strings.Contains(c[4], "<f>") {
					formulas++
					if !withValue.MatchString(c[4]) {
						t.Errorf("%s: %s %s has %s", name, p.Name, c[1], c[4])
					}
					if f := html.UnescapeString(aFormula.FindStringSubmatch(c[4])[1]); utf8.RuneCountInString(f) > 8192 {
						t.Errorf("%s: %s %s is longer than a formula may be", name, p.Name, c[1])
					}
				}
			}
		}
		if formulas < 10 {
			t.Errorf("%s: only %d formulas", name, formulas)
		}
	}
}

func TestChartsShowWithoutACalculator(t *testing.T) {
	book := bookOf(t, tell(t, genhe(t), script(t, "counted")))
	for n, counts := range [][]string{{"33", "6", "2", "0"}, {"24", "12", "4", "1"}} {
		chart := part(t, book, fmt.Sprintf("xl/charts/chart%d.xml", n+1))
		for g, count := range counts {
			want := fmt.Sprintf(`<numCache><formatCode>General</formatCode><ptCount val="1"/><pt idx="0"><v>%s</v></pt></numCache>`, count)
			name := fmt.Sprintf(`<pt idx="0"><v>%s</v></pt>`, []string{"好", "较好", "一般", "差"}[g])
			if !strings.Contains(chart, want) || !strings.Contains(chart, name) {
				t.Errorf("chart %d does not show %s", n+1, count)
			}
		}
	}
	many := bookOf(t, tell(t, crowd(t, 45), ""))
	if chart := part(t, many, "xl/charts/chart3.xml"); !strings.Contains(chart, `<ptCount val="5"/>`) || strings.Contains(chart, "第40党支部书记") {
		t.Errorf("the third chart of 45 subjects is not of the last five:\n%s", chart)
	}
}

func TestABookSaysHowFinalItIs(t *testing.T) {
	for script, want := range map[string]string{
		script(t, "counted"):                            "根河市市场监督管理局党总支　第1轮　第1版　草稿　计票中",
		script(t, "counted") + "close-count by=\"王\"\n": "草稿　计票结束",
		script(t, "sealed"):                             "第1轮　第1版　已封存",
	} {
		book := bookOf(t, tell(t, genhe(t), script))
		for _, name := range []string{"汇总表", "评议表明细", "台账", "收发核对"} {
			got := cellsOf(t, book, name)[1][0]
			if !strings.Contains(got, want) {
				t.Errorf("%s says %q, not %q", name, got, want)
			}
			if hash := strings.Contains(got, "末条记录 96　"+head.Hash); hash != (name == "收发核对") {
				t.Errorf("%s names the record: %v", name, hash)
			}
		}
	}
}

func TestTwoBooksAreEqual(t *testing.T) {
	dir := t.TempDir()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.run=^TestBooksAreWritten$", "-books="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, m := range bookCases(t) {
		first := bookOf(t, m)
		elsewhere, err := os.ReadFile(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, bookOf(t, m)) || !bytes.Equal(first, elsewhere) {
			t.Errorf("%s: two books are not equal", name)
		}
	}
}

// TestBooksAreWritten writes the books where they can be looked at: as they are,
// in the folder stored with another program named as their maker, whose results an
// office program believes, and in the folder spoiled so with a wrong result.
func TestBooksAreWritten(t *testing.T) {
	dir := cmp.Or(*booksInto, t.TempDir())
	for _, sub := range []string{"stored", "spoiled"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(book []byte, path ...string) {
		if err := os.WriteFile(filepath.Join(append([]string{dir}, path...)...), book, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cases := bookCases(t)
	for name, m := range cases {
		book := bookOf(t, m)
		write(book, name+".xlsx")
		write(replaced(t, book, "docProps/app.xml", ">Shuping<", ">Microsoft Excel<"), "stored", name+".xlsx")
	}
	for _, name := range []string{"every", "weighted", "university-2025"} {
		book := bookOf(t, small(cases[name]))
		write(replaced(t, book, "docProps/app.xml", ">Shuping<", ">Microsoft Excel<"), "stored", "hidden "+name+".xlsx")
	}
	spoiled := replaced(t, bookOf(t, cases["plain"]), "docProps/app.xml", ">Shuping<", ">Microsoft Excel<")
	const summary = "xl/worksheets/sheet1.xml"
	write(replaced(t, spoiled, summary, "</f><v>33</v>", "</f><v>34</v>"), "spoiled", "number.xlsx")
	write(replaced(t, spoiled, summary, "</f><v>否</v>", "</f><v>是</v>"), "spoiled", "word.xlsx")
	write(replaced(t, spoiled, summary, "</f><v>0.04878048780487805</v>", "</f><v>0.0487804878049</v>"), "spoiled", "share.xlsx")
}

// replaced is a book with the first old in one part replaced.
func replaced(t *testing.T, book []byte, name, old, now string) []byte {
	t.Helper()
	parts, err := docx.Unpack(book)
	if err != nil {
		t.Fatal(err)
	}
	done := false
	for i, p := range parts {
		if p.Name == name && bytes.Contains(p.Bytes, []byte(old)) {
			parts[i].Bytes, done = bytes.Replace(p.Bytes, []byte(old), []byte(now), 1), true
		}
	}
	if !done {
		t.Fatalf("%s has no %s", name, old)
	}
	out, err := docx.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// small is the meeting where every class has fewer sheets than the plan wants.
func small(m meeting.State) meeting.State {
	m.Plan.Sheets.FewestOf = 1000
	return m
}

func TestNoBookTellsAHiddenClassFromTheOthers(t *testing.T) {
	cases := bookCases(t)
	for _, name := range []string{"every", "weighted", "university-2025"} {
		m := small(cases[name])
		book := bookOf(t, m)
		list := cellsOf(t, book, "评议表明细")
		for _, head := range []string{"组", "张", "类别"} {
			if slices.Contains(list[2], head) {
				t.Errorf("%s: the list has the column %s", name, head)
			}
		}
		for _, class := range m.Plan.Rule.Classes {
			for _, row := range list[3:] {
				if slices.Contains(row, class.Name) {
					t.Errorf("%s: a row names the class: %q", name, row)
				}
			}
			for _, row := range cellsOf(t, book, "收发核对") {
				if strings.Contains(row[0], class.Name) && (strings.HasPrefix(row[0], "有效") || strings.HasPrefix(row[0], "无效")) {
					t.Errorf("%s: %q", name, row)
				}
			}
		}
		if sum, all := len(list)-3, m.Round.Read(); sum != all {
			t.Errorf("%s: %d of %d sheets are listed", name, sum, all)
		}
		m.Plan.Sheets.FewestOf = 0
		if !slices.Contains(cellsOf(t, bookOf(t, m), "评议表明细")[2], "类别") {
			t.Errorf("%s: a class is hidden that need not be", name)
		}
	}
}

func TestAClassThatWeighsNothingByItselfHidesNothing(t *testing.T) {
	m := tell(t, genhe(t), script(t, "counted"))
	if !bytes.Equal(bookOf(t, m), bookOf(t, small(m))) {
		t.Error("where all classes fill in the same sheets there is nothing to hide")
	}
}

func TestMoreSheetsThanASpreadsheetHoldsAreRefused(t *testing.T) {
	m := tell(t, genhe(t), script(t, "counted"))
	m.Round.Stacks[0].Valid = 1 << 20
	err := workbook.Write(&bytes.Buffer{}, m, result.Head{}, nil)
	if want := "the workbook has room for 1048573 sheets, and 1048577 were read"; err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestThereIsNoBookOfNothing(t *testing.T) {
	if err := workbook.Write(&bytes.Buffer{}, meeting.State{}, result.Head{}, nil); err == nil {
		t.Error("a workbook of a meeting that was never opened")
	}
}

func TestEverySheetIsPrintedToBeRead(t *testing.T) {
	for n, pages := range map[int]int{2: 1, 45: 6} {
		f, err := excelize.OpenReader(bytes.NewReader(bookOf(t, tell(t, crowd(t, n), ""))))
		if err != nil {
			t.Fatal(err)
		}
		titles := map[string]string{}
		for _, name := range f.GetDefinedName() {
			titles[name.Scope] = name.RefersTo
		}
		for _, name := range f.GetSheetList() {
			layout, err := f.GetPageLayout(name)
			if err != nil {
				t.Fatal(err)
			}
			props, err := f.GetSheetProps(name)
			if err != nil {
				t.Fatal(err)
			}
			wide := 1
			if name == "评议表明细" {
				wide = pages
			}
			if *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != wide || *layout.FitToHeight != 0 || !*props.FitToPage {
				t.Errorf("%d subjects: %s is not A4 across, fitted to %d pages but %d", n, name, wide, *layout.FitToWidth)
			}
			if name == "分布图" {
				continue
			}
			panes, err := f.GetPanes(name)
			if err != nil {
				t.Fatal(err)
			}
			if !panes.Freeze || panes.YSplit != 3 {
				t.Errorf("%d subjects: the heads of %s do not stay", n, name)
			}
			want := name + "!$1:$3"
			if wide > 1 {
				want = name + "!$A:$D," + want
			}
			if titles[name] != want {
				t.Errorf("%d subjects: %s repeats %q, not %q", n, name, titles[name], want)
			}
		}
	}
}

func TestNoFigureIsShownOfTooFewSheets(t *testing.T) {
	m := tell(t, planOf(t, script(t, "too-few")), "attend expected=8 present=6\nissue 6\ncollect 6\nbundle\nb 1 1 1 1 1\nb 1 1 1 1 2\n")
	book := bookOf(t, m)
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{"汇总表", "评议表明细", "台账", "收发核对"}) {
		t.Errorf("the sheets are %q", got)
	}
	for _, row := range cellsOf(t, book, "汇总表")[3:] {
		if len(row) != 3 || row[2] != "已录评议表太少，暂不列出" {
			t.Errorf("the summary says %q", row)
		}
	}
	if rows := cellsOf(t, book, "评议表明细"); len(rows) != 3 {
		t.Errorf("the list has %q", rows[3:])
	}
}

func TestTheListLeavesOutASheetThatWaitsToBeKeyed(t *testing.T) {
	m := tell(t, genhe(t), "attend class=member expected=3 present=3\nissue 3\ncollect 3\nbundle\nb 1 1\nb 2 2\nmissing 2\n")
	var got []string
	for _, row := range cellsOf(t, bookOf(t, m), "评议表明细")[3:] {
		got = append(got, strings.Join(row, " "))
	}
	if want := []string{"1 1 有效  好 好", "1 3 有效  较好 较好"}; !slices.Equal(got, want) {
		t.Errorf("the list has %q", got)
	}
}

func TestWhatWasCountedByPilesStandsInTheBookAsANumber(t *testing.T) {
	m := bookCases(t)["piles and sheets"]
	book := bookOf(t, m)
	if rows := cellsOf(t, book, "评议表明细"); len(rows) != 3+4 {
		t.Errorf("the list has %q", rows[3:])
	}
	for place, f := range formulasOf(t, book) {
		if strings.HasPrefix(place, "xl/worksheets/sheet1.xml C") {
			t.Errorf("%s counts sheets that are not on the list: %s", place, f)
		}
	}
	groups := part(t, book, "xl/worksheets/sheet3.xml")
	if n := strings.Count(groups, "EXACT("); n == 0 {
		t.Error("the class that was read sheet by sheet is not counted on the list")
	}
}
