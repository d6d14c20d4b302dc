package intake

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A dress is one way to put the same content into a file: what stands above it and
// below, in which order, in which words, with which merges, in which form.
type dress struct {
	*rand.Rand
	seed   uint64
	rows   [][]string
	merges [][4]int // from row, column to row, column, from 0
	worn   []string // what it is made of, in words
}

func newDress(seed uint64) *dress {
	return &dress{Rand: rand.New(rand.NewPCG(seed, 50)), seed: seed}
}

// wear notes a piece of the dress.
func (d *dress) wear(piece string) { d.worn = append(d.worn, piece) }

// one picks one of several.
func one[T any](d *dress, list ...T) T { return list[d.IntN(len(list))] }

// chance is true once in so many times.
func (d *dress) chance(n int) bool { return d.IntN(n) == 0 }

// row adds a row.
func (d *dress) row(cells ...string) { d.rows = append(d.rows, cells) }

// title adds what stands above the heads.
func (d *dress) title(width int, lines ...string) {
	for _, line := range lines[:d.IntN(len(lines)+1)] {
		if d.chance(3) {
			d.merges = append(d.merges, [4]int{len(d.rows), 0, len(d.rows), width - 1})
		}
		d.row(line)
		d.wear("title")
	}
	if len(d.rows) > 0 && d.chance(4) {
		d.row("")
		d.wear("empty row")
	}
}

// foot adds what stands below.
func (d *dress) foot(sum []string) {
	if d.chance(3) {
		d.row(sum...)
		d.wear("sum")
	}
	if d.chance(4) {
		d.row("监票人：", "", "计票人：")
		d.wear("signatures")
	}
	if d.chance(5) {
		d.row("备注：以上均已核对")
		d.wear("remark")
	}
}

// spaced is a word with what nobody sees, or in full width.
func (d *dress) spaced(word string) string {
	switch d.IntN(6) {
	case 0:
		return " " + word + "　"
	case 1:
		return strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return c - '0' + '０'
			}
			return c
		}, word)
	}
	return word
}

// file is the rows in some form of file.
func (d *dress) file(t testing.TB) []byte {
	t.Helper()
	if len(d.merges) > 0 || d.chance(2) {
		return d.workbook(t)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = one(d, ',', ';', '\t')
	d.wear("text with " + strconv.QuoteRune(w.Comma))
	width := 0
	for _, row := range d.rows {
		width = max(width, len(row))
	}
	for _, row := range d.rows {
		w.Write(append(slices.Clone(row), make([]string, width-len(row))...))
	}
	w.Flush()
	text := b.String()
	if end := one(d, "\n", "\r\n", "\r"); end != "\n" {
		text = strings.ReplaceAll(text, "\n", end)
		d.wear("lines end in " + strconv.Quote(end))
	}
	switch d.IntN(5) {
	case 0:
		d.wear("GB18030")
		out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	case 1:
		d.wear("UTF-16")
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return out
	case 2:
		d.wear("byte order mark")
		return []byte("\uFEFF" + text)
	}
	return []byte(text)
}

func (d *dress) workbook(t testing.TB) []byte {
	t.Helper()
	d.wear("workbook")
	f := excelize.NewFile()
	defer f.Close()
	sheet := "Sheet1"
	if d.chance(3) {
		sheet = "录入"
		f.NewSheet(sheet)
		f.SetCellStr("Sheet1", "A1", "填写说明：见下一张表")
		d.wear("other sheet before")
	}
	if d.chance(3) {
		f.NewSheet("存底")
		f.SetCellStr("存底", "A1", "第一党支部书记")
		f.SetCellStr("存底", "A2", "差")
		f.SetSheetVisible("存底", false)
		d.wear("hidden sheet")
	}
	for r, row := range d.rows {
		for c, text := range row {
			at := fmt.Sprint(fault.ColumnName(c+1), r+1)
			n, err := strconv.Atoi(text)
			switch {
			case text == "":
			case err == nil && strconv.Itoa(n) == text && d.chance(2):
				f.SetCellInt(sheet, at, int64(n))
			default:
				f.SetCellStr(sheet, at, text)
			}
		}
	}
	for _, m := range d.merges {
		f.MergeCell(sheet, fmt.Sprint(fault.ColumnName(m[1]+1), m[0]+1), fmt.Sprint(fault.ColumnName(m[3]+1), m[2]+1))
		d.wear("merge")
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheetContent is what all dresses of sheets say.
var sheetContent = []meeting.Ballot{
	{Marks: []tally.Mark{1, 1}}, {Marks: []tally.Mark{1, 2}}, {Marks: []tally.Mark{2, 1}}, {Marks: []tally.Mark{3, 4}},
	{Marks: []tally.Mark{1, tally.Blank}}, {Marks: []tally.Mark{tally.Spoiled, 2}}, {Void: 1}, {Void: 4}, {Marks: []tally.Mark{4, 1}},
}

// A sheetColumn of a dress: its head, in one row or two, and what stands below.
type sheetColumn struct {
	top, head string
	cell      func(n int, b meeting.Ballot) string
}

// sheets puts the content into a dress.
func (d *dress) sheets() {
	posts := []string{"第一党支部书记", "第二党支部书记"}
	ids := []string{"s1", "S2"}
	voids := []string{"票面污损无法辨认", "未使用统一评议表", "全部空白", "署名或留有可识别身份的记号"}
	grades := []string{"好", "较好", "一般", "差"}
	ticked := d.chance(3)
	twoRows := ticked && d.chance(2)
	var columns []sheetColumn
	for i := range posts {
		name := one(d, posts[i], posts[i], ids[i])
		if !ticked {
			head := one(d, name, name, fmt.Sprintf("%d、对%s的评价", i+1, posts[i]), posts[i]+"（评价等次）", posts[i][:9]+" "+posts[i][9:])
			digits := d.chance(3)
			columns = append(columns, sheetColumn{head: head, cell: func(_ int, b meeting.Ballot) string {
				if b.Void > 0 {
					return ""
				}
				m := b.Marks[i]
				words := map[tally.Mark]string{tally.Blank: "弃权", tally.Spoiled: "无效"}
				for g, w := range grades {
					words[tally.Mark(g+1)] = w
				}
				if digits {
					return d.spaced(one(d, strconv.Itoa(int(m)), strconv.Itoa(int(m)), strconv.Itoa(int(m))+".0"))
				}
				return d.spaced(words[m])
			}})
			continue
		}
		tick := one(d, "√", "✓", "✔", "○", "1", "☑")
		between := one(d, "-", "：", " ", "·", "/")
		for g, w := range append(slices.Clone(grades), "弃权", "无效") {
			mark := tally.Mark(g + 1)
			if g >= len(grades) {
				mark = []tally.Mark{tally.Blank, tally.Spoiled}[g-len(grades)]
			}
			c := sheetColumn{head: posts[i] + between + w, cell: func(_ int, b meeting.Ballot) string {
				if b.Void == 0 && b.Marks[i] == mark {
					return tick
				}
				return ""
			}}
			if twoRows {
				c.top, c.head = posts[i], w
			}
			columns = append(columns, c)
		}
	}
	if ticked {
		d.wear("ticks")
	} else {
		d.wear("marks")
	}
	columns = append(columns, sheetColumn{head: one(d, "作废原因", "废票原因", "作废", "void"), cell: func(_ int, b meeting.Ballot) string {
		if b.Void == 0 {
			return ""
		}
		return one(d, voids[b.Void-1], strconv.Itoa(b.Void))
	}})
	if !twoRows {
		d.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
	}
	if d.chance(2) {
		first := one(d, 1, 1, 31)
		number := sheetColumn{head: one(d, "序号", "票号", "No."), cell: func(n int, _ meeting.Ballot) string {
			return d.spaced(one(d, strconv.Itoa(n+first), fmt.Sprintf("第%d张", n+first)))
		}}
		columns = append([]sheetColumn{number}, columns...)
		d.wear("numbered")
	}
	if d.chance(4) {
		columns = append(columns, sheetColumn{head: "备注", cell: func(int, meeting.Ballot) string { return "" }})
	}
	d.title(len(columns), "2023年度述职评议测评表（录入）", "单位：某局党总支", "2024年1月17日")
	d.heads(columns, twoRows)
	headAt := len(d.rows) - 1
	for n, b := range sheetContent {
		row := make([]string, len(columns))
		for c, col := range columns {
			row[c] = col.cell(n, b)
		}
		d.row(row...)
		if d.chance(12) {
			d.row("")
			d.wear("empty row between")
		}
		if !twoRows && d.chance(15) {
			d.row(d.rows[headAt]...)
			d.wear("heads again")
		}
	}
	sum := make([]string, len(columns))
	sum[0] = "合计"
	if len(columns) > 1 {
		sum[1] = "7"
	}
	d.foot(sum)
}

// heads adds the row of heads, or two of them with the upper one merged.
func (d *dress) heads(columns []sheetColumn, twoRows bool) {
	top, head := make([]string, len(columns)), make([]string, len(columns))
	for c, col := range columns {
		head[c] = col.head
		if twoRows && col.top == "" {
			top[c], head[c] = col.head, ""
		}
		if twoRows && (c == 0 || columns[c-1].top != col.top) && col.top != "" {
			top[c] = col.top
		}
	}
	if !twoRows {
		d.row(head...)
		return
	}
	at := len(d.rows)
	if d.chance(2) {
		for c := 0; c < len(columns); {
			n := 1
			for c+n < len(columns) && columns[c].top != "" && columns[c+n].top == columns[c].top {
				n++
			}
			if columns[c].top == "" {
				d.merges = append(d.merges, [4]int{at, c, at + 1, c})
			} else if n > 1 {
				d.merges = append(d.merges, [4]int{at, c, at, c + n - 1})
			}
			c += n
		}
	}
	d.row(top...)
	d.row(head...)
	d.wear("two rows of heads")
}

// However the same sheets are dressed, they are the same sheets, or there is a
// question; and there seldom is.
func TestDressedSheets(t *testing.T) {
	s := collected(t, packs(t)["genhe-2023"], func(int) int { return len(sheetContent) })
	asked := 0
	for seed := range uint64(600) {
		d := newDress(seed)
		d.sheets()
		src := d.file(t)
		l, err := readSheetsOf(s, src)
		if seed < 50 {
			t.Logf("%2d %v: %s", seed, d.worn, outcome(err))
		}
		if err != nil {
			if asked++; !strings.HasPrefix(toldFaults(err), "fault: 第") {
				t.Errorf("dress %d %v: a question without a place: %s", seed, d.worn, toldFaults(err))
			}
			continue
		}
		if len(l.Stacks) != 1 || !reflect.DeepEqual(l.Stacks[0].Ballots, sheetContent) {
			t.Fatalf("dress %d %v is read as %v\n%s", seed, d.worn, l.Stacks, strings.Join(joinedRows(d.rows), "\n"))
		}
		if slices.Contains(d.worn, "sum") != slices.ContainsFunc(l.LeftOut, func(f *fault.Fault) bool { return f.Code == TotalRow }) {
			t.Errorf("dress %d %v: left out is %v", seed, d.worn, l.LeftOut)
		}
	}
	if asked > 0 {
		t.Errorf("%d of 600 dresses are asked about", asked)
	}
}

func outcome(err error) string {
	if err == nil {
		return "read"
	}
	return strings.TrimSpace(toldFaults(err))
}

func joinedRows(rows [][]string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = strings.Join(row, "|")
	}
	return out
}

func readSheetsOf(s meeting.State, src []byte) (Sheets, error) {
	book, err := cells.Read(src)
	if err != nil {
		return Sheets{}, err
	}
	return ReadSheets(s, book, SheetOptions{})
}

// counts puts the numbers of valid sheets that say what into a dress.
func (d *dress) counts() {
	posts := []string{"第一党支部书记", "第二党支部书记"}
	numbers := [][]int{{9, 2, 0, 0, 1}, {6, 3, 2, 1, 0}}
	type column struct {
		head string
		cell func(i int) string
	}
	said := func(n int) string {
		if n == 0 && d.chance(2) {
			return one(d, "", "0", "-")
		}
		return d.spaced(one(d, strconv.Itoa(n), strconv.Itoa(n), strconv.Itoa(n)+"票", strconv.Itoa(n)+".0", fmt.Sprintf("%d（%.1f%%）", n, float64(n)/12*100)))
	}
	columns := []column{{one(d, "述职人", "述职对象", "测评对象", "职务"), func(i int) string { return one(d, posts[i], fmt.Sprint("s", i+1)) }}}
	var grades []column
	for g, w := range []string{"好", "较好", "一般", "差", "弃权"} {
		grades = append(grades, column{w + one(d, "", "", "票"), func(i int) string { return said(numbers[i][g]) }})
	}
	d.Shuffle(len(grades), func(i, j int) { grades[i], grades[j] = grades[j], grades[i] })
	columns = append(columns, grades...)
	if d.chance(2) {
		columns = append(columns, column{one(d, "合计", "小计"), func(int) string { return "12" }})
		d.wear("sum column")
	}
	if d.chance(2) {
		columns = append(columns, column{one(d, "有效票", "有效票数"), func(i int) string { return strconv.Itoa(12 - numbers[i][4]) }})
		d.wear("valid column")
	}
	if d.chance(3) {
		columns = append(columns, column{"好占比", func(int) string { return "75%" }})
		d.wear("shares")
	}
	if d.chance(2) {
		columns = append([]column{{"序号", func(i int) string { return strconv.Itoa(i + 1) }}}, columns...)
	}
	d.wear("counts")
	d.title(len(columns), "2023年度述职评议测评结果汇总表", "收回12张")
	var heads []string
	for _, c := range columns {
		heads = append(heads, c.head)
	}
	d.row(heads...)
	order := one(d, []int{0, 1}, []int{1, 0})
	for _, i := range order {
		var row []string
		for _, c := range columns {
			row = append(row, c.cell(i))
		}
		d.row(row...)
	}
	d.foot([]string{"合计", "", "15"})
}

// However a table of counts is dressed, the piles are the same.
func TestDressedCounts(t *testing.T) {
	s := collected(t, packs(t)["genhe-2023"], func(int) int { return 12 })
	want := []meeting.Pile{{Numbers: []int{0, 0, 0, 0}}, {Row: 1, Numbers: []int{9, 2, 0, 0}, Blank: 1}, {Row: 2, Numbers: []int{6, 3, 2, 1}}}
	for seed := range uint64(300) {
		d := newDress(seed)
		d.counts()
		l, err := readSheetsOf(s, d.file(t))
		if err != nil {
			t.Errorf("dress %d %v: %s\n%s", seed, d.worn, toldFaults(err), strings.Join(joinedRows(d.rows), "\n"))
			continue
		}
		if len(l.Stacks) != 1 || !reflect.DeepEqual(l.Stacks[0].Piles, want) {
			t.Fatalf("dress %d %v is read as %+v\n%s", seed, d.worn, l.Stacks, strings.Join(joinedRows(d.rows), "\n"))
		}
	}
}

// problemContent is what all dresses of problems say.
var problemContent = []struct {
	subject  int
	origin   meeting.Origin
	text     string
	remedy   meeting.Remedy
	progress string
	day      plan.Day
}{
	{0, meeting.BySelf, "主题党日形式单一", meeting.Remedy{Measure: "每月开展主题党日", Target: "形式多样", Who: "张三", Branch: "第一党支部", Due: plan.Day{Year: 2024, Month: 6, Day: 30}}, "开了两次会", plan.Day{Year: 2024, Month: 3, Day: 1}},
	{0, meeting.BySuperior, "发展党员台账不全", meeting.Remedy{Measure: "补齐台账\n专人负责", Who: "李四", Branch: "第一党支部", Due: plan.Day{Year: 2024, Month: 12, Day: 31}}, "", plan.Day{}},
	{1, meeting.ByMasses, "谈心谈话少", meeting.Remedy{Measure: "每季谈心"}, "", plan.Day{}},
	{1, meeting.ByAssessment, "会议记录不规范", meeting.Remedy{Measure: "统一格式", Who: "王五", Due: plan.Day{Year: 2024, Month: 5, Day: 1}}, "", plan.Day{}},
}

// dayWords are a day as people write it.
func (d *dress) dayWords(day plan.Day) string {
	if day == (plan.Day{}) {
		return ""
	}
	y, m, n := day.Year, int(day.Month), day.Day
	return one(d, day.String(), fmt.Sprintf("%d.%d.%d", y, m, n), fmt.Sprintf("%d/%d/%d", y, m, n), fmt.Sprintf("%d年%d月%d日", y, m, n),
		fmt.Sprintf("%d年%d月%d日前", y, m, n), fmt.Sprintf("%04d%02d%02d", y, m, n), fmt.Sprintf("%d年%d月%d日前完成", y, m, n))
}

// headOf is one of the heads that a column may have.
func (d *dress) headOf(c column) string {
	heads := columns[c-1].heads
	return one(d, heads[0], heads[d.IntN(len(heads))])
}

// problems puts the content into a dress.
func (d *dress) problems() {
	posts := []string{"第一党支部书记", "第二党支部书记"}
	type col struct {
		is   column
		head string
		cell func(i int) string
	}
	merged := d.chance(3)
	said := func(i int) string {
		if merged && i%2 == 1 {
			return ""
		}
		s := problemContent[i].subject
		return one(d, posts[s], posts[s], fmt.Sprint("s", s+1), posts[s][:len(posts[s])-len("书记")])
	}
	list := []col{
		{subject, d.headOf(subject), said},
		{origin, d.headOf(origin), func(i int) string {
			for _, o := range origins {
				if o.is == problemContent[i].origin {
					return one(d, o.words[0], o.words[d.IntN(len(o.words))])
				}
			}
			return ""
		}},
		{text, d.headOf(text), func(i int) string { return problemContent[i].text }},
		{measure, d.headOf(measure), func(i int) string { return problemContent[i].remedy.Measure }},
		{target, d.headOf(target), func(i int) string { return problemContent[i].remedy.Target }},
		{who, d.headOf(who), func(i int) string { return problemContent[i].remedy.Who }},
		{branch, d.headOf(branch), func(i int) string { return problemContent[i].remedy.Branch }},
		{due, d.headOf(due), func(i int) string { return d.dayWords(problemContent[i].remedy.Due) }},
		{progress, d.headOf(progress), func(i int) string {
			if problemContent[i].progress == "" {
				return ""
			}
			return one(d, "2024-03-01 ", "2024.3.1：", "2024年3月1日，") + problemContent[i].progress
		}},
	}
	d.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	if d.chance(2) {
		list = append([]col{{number, one(d, "序号", "序"), func(i int) string { return strconv.Itoa(i + 1) }}}, list...)
		d.wear("numbered")
	}
	if d.chance(3) {
		list = append(list, col{remark, "备注", func(int) string { return one(d, "", "无") }})
		d.wear("remarks")
	}
	d.title(len(list), "2023年度述职评议问题整改台账", "填报单位：某局党总支", "填报日期：2024年2月5日")
	var heads []string
	for _, c := range list {
		heads = append(heads, d.spaced(c.head))
	}
	d.row(heads...)
	d.wear(strings.Join(heads, " "))
	at := len(d.rows)
	for i := range problemContent {
		row := make([]string, len(list))
		for c, col := range list {
			row[c] = col.cell(i)
		}
		d.row(row...)
	}
	for c, col := range list {
		if merged && col.is == subject {
			d.merges = append(d.merges, [4]int{at, c, at + 1, c}, [4]int{at + 2, c, at + 3, c})
		}
	}
	if d.chance(4) {
		d.row("合计", "4个")
		d.wear("sum")
	}
	if d.chance(4) {
		d.row("负责人（签字）：")
		d.wear("signature")
	}
}

// However the same problems are dressed, they are the same problems.
func TestDressedProblems(t *testing.T) {
	s := session(t)
	var want []meeting.Order
	for i, p := range problemContent {
		want = append(want, meeting.RecordProblem{Subject: fmt.Sprint("s", p.subject+1), Origin: p.origin, Text: p.text, Remedy: p.remedy})
		if p.progress != "" {
			want = append(want, meeting.NoteProgress{Problem: fmt.Sprint("p", i+1), Date: p.day, Text: p.progress})
		}
	}
	for seed := range uint64(600) {
		d := newDress(seed)
		d.problems()
		book, err := cells.Read(d.file(t))
		if err != nil {
			t.Fatalf("dress %d %v: %v", seed, d.worn, err)
		}
		r, err := ReadProblems(s, book, Options{Day: today})
		if seed < 50 {
			t.Logf("%2d %v: %s", seed, d.worn, outcome(err))
		}
		if err != nil {
			t.Errorf("dress %d %v: %s\n%s", seed, d.worn, toldFaults(err), strings.Join(joinedRows(d.rows), "\n"))
			continue
		}
		if got := r.Orders(); !reflect.DeepEqual(got, want) {
			t.Fatalf("dress %d %v is read as\n%s\n%s", seed, d.worn, told(r), strings.Join(joinedRows(d.rows), "\n"))
		}
	}
}
