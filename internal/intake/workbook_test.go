package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuping/internal/cells"
	"shuping/internal/fault"
)

// bookOf is a workbook of one sheet with these rows, and what is done to it.
func bookOf(t testing.TB, rows [][]string, change func(*excelize.File)) cells.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		for c, text := range row {
			if text != "" {
				f.SetCellStr("Sheet1", fmt.Sprint(fault.ColumnName(c+1), i+1), text)
			}
		}
	}
	if change != nil {
		change(f)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, err := cells.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func split(lines ...string) [][]string {
	out := make([][]string, len(lines))
	for i, line := range lines {
		out[i] = strings.Split(line, ",")
	}
	return out
}

// Merges mean what a person sees in them, and one that means nothing is named.
func TestMergesOfProblems(t *testing.T) {
	s := session(t)
	for _, c := range []struct {
		name   string
		rows   [][]string
		merges []string
		want   string
	}{
		{"a subject over several problems", split("述职人,来源,问题,措施", "s1,自查,甲,做", ",点评,乙,做", "s2,考核,丙,做"), []string{"A2:A3"},
			"2 new p1\n  problem s1 origin=self text=甲 measure=做\n3 new p2\n  problem s1 origin=superior text=乙 measure=做\n4 new p3\n  problem s2 origin=assessment text=丙 measure=做"},
		{"a measure, persons and a time limit over several problems", split("述职人,来源,问题,措施,责任人,时限", "s1,自查,甲,做,张,2024.6.30", "s1,点评,乙,,,"), []string{"D2:D3", "E2:E3", "F2:F3"},
			"2 new p1\n  problem s1 origin=self text=甲 measure=做 who=张 due=2024-06-30\n3 new p2\n  problem s1 origin=superior text=乙 measure=做 who=张 due=2024-06-30"},
		{"a problem over several measures", split("序号,述职人,来源,问题,措施,责任人,时限", "1,s1,自查,甲,一做,张,2024.6.30", ",,,,二做,李,", "2,s2,点评,乙,三做,王,"), []string{"A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3"},
			"2 new p1\n  problem s1 origin=self text=甲 measure=一做\\n二做 who=张、李 due=2024-06-30\n4 new p2\n  problem s2 origin=superior text=乙 measure=三做 who=王"},
		{"a problem with two time limits", split("述职人,来源,问题,措施,时限", "s1,自查,甲,一做,2024.6.30", ",,,二做,2024.7.1"), []string{"A2:A3", "B2:B3", "C2:C3"},
			"fault: 第2行第E列：同一个问题的几行里，“整改时限”有“2024.6.30”和“2024.7.1”两种，请合成一种或分成几个问题。\n"},
		{"over two columns", split("述职人,来源,问题,措施", "s1,自查,甲,"), []string{"C2:D2"},
			"fault: 第2行第C列：看不出合并区域 C2:D2 的意思，请取消合并，每格各写各的。\n"},
		{"a number of two problems", split("编号,述职人,来源,问题", "p1,s1,自查,甲", ",s1,自查,乙"), []string{"A2:A3"},
			"fault: 第2行第A列：看不出合并区域 A2:A3 的意思，请取消合并，每格各写各的。\n"},
		{"heads in two rows", split("述职人,来源,问题,整改情况,", ",,,进展,完成情况", "s1,自查,甲,2024-03-01 做了,整改中"), []string{"A1:A2", "B1:B2", "C1:C2", "D1:E1"},
			"3 new p1\n  problem s1 origin=self text=甲\n  progress p1 date=2024-03-01 text=做了"},
		{"a heading over all columns", split("序号,来源,问题,措施", "一、第一党支部书记,,,", "1,自查,甲,做"), []string{"A2:D2"},
			"3 new p1\n  problem s1 origin=self text=甲 measure=做"},
		{"a signature over all columns", split("述职人,来源,问题,措施", "s1,自查,甲,做", "负责人签字：,,,"), []string{"A3:D3"},
			"2 new p1\n  problem s1 origin=self text=甲 measure=做"},
	} {
		book := bookOf(t, c.rows, func(f *excelize.File) {
			for _, m := range c.merges {
				from, to, _ := strings.Cut(m, ":")
				f.MergeCell("Sheet1", from, to)
			}
		})
		r, err := ReadProblems(s, book, Options{Day: today})
		got := told(r)
		if err != nil {
			got = toldFaults(err)
		}
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestMergesOfSheets(t *testing.T) {
	s := collectedOf(t, packs(t)["university-2025"], 10)
	book := bookOf(t, split("票别,s1,s2,s3,s4,s5", "a,1,1,1,1,1", ",2,2,2,2,2", "b,1,1,1,1,1"), func(f *excelize.File) { f.MergeCell("Sheet1", "A2", "A3") })
	l, err := ReadSheets(s, book, SheetOptions{})
	if err != nil || len(l.Stacks) != 2 || l.Stacks[0].Len() != 2 {
		t.Errorf("a class over two sheets: %v, %v", err, l.Stacks)
	}
	book = bookOf(t, split("s1,s2", "好,", "好,好"), func(f *excelize.File) { f.MergeCell("Sheet1", "A2", "B2") })
	if _, err = ReadSheets(collectedOf(t, packs(t)["genhe-2023"], 10), book, SheetOptions{}); err == nil || !strings.Contains(toldFaults(err), "看不出合并区域 A2:B2 的意思") {
		t.Errorf("a mark over two subjects: %v", err)
	}
}

// The sheet that has the heads is looked for, and what lies beside it is told.
func TestTheSheetIsLookedFor(t *testing.T) {
	s := collectedOf(t, packs(t)["genhe-2023"], 10)
	rows := split("说明,", "请看下一张表,")
	fill := func(f *excelize.File, sheet string, mark string) {
		f.NewSheet(sheet)
		f.SetSheetRow(sheet, "A1", &[]any{"s1", "s2"})
		f.SetSheetRow(sheet, "A2", &[]any{mark, "好"})
	}
	book := bookOf(t, rows, func(f *excelize.File) {
		fill(f, "录入", "好")
		fill(f, "草稿", "差")
		f.SetSheetVisible("草稿", false)
	})
	l, err := ReadSheets(s, book, SheetOptions{})
	if err != nil || l.Len() != 1 || l.Stacks[0].Ballots[0].Marks[0] != 1 || toldFindings(l.Findings) != "读的是工作表“录入”，表头在第1行。\n没有读别的工作表：Sheet1。\n没有读隐藏的工作表：草稿。\n" {
		t.Errorf("%v\n%s", err, toldFindings(l.Findings))
	}
	book = bookOf(t, rows, func(f *excelize.File) {
		fill(f, "甲", "好")
		fill(f, "乙", "差")
	})
	if _, err := ReadSheets(s, book, SheetOptions{}); err == nil || toldFaults(err) != "fault: 这几张工作表都有认得出的表头：甲、乙。请用 --sheet 写明是哪一张。\n" {
		t.Error(err)
	}
	if l, err := ReadSheets(s, book, SheetOptions{Sheet: "乙"}); err != nil || l.Stacks[0].Ballots[0].Marks[0] != 4 {
		t.Errorf("%v, %v", err, l.Stacks)
	}
	if _, err := ReadSheets(s, book, SheetOptions{Sheet: "丙"}); err == nil || toldFaults(err) != "fault: 没有工作表“丙”，有：Sheet1、甲、乙。\n" {
		t.Error(err)
	}
}

// What nobody sees is a fault where it would count, and none where it would not.
func TestWhatIsHidden(t *testing.T) {
	s := collectedOf(t, packs(t)["genhe-2023"], 10)
	for _, c := range []struct {
		name, want string
		rows       [][]string
		change     func(*excelize.File)
	}{
		{"a row", "第3行：这一行是隐藏的（或高度为 0）", split("s1,s2", "好,好", "差,差"), func(f *excelize.File) { f.SetRowVisible("Sheet1", 3, false) }},
		{"a column", "第B列：这一列是隐藏的（或宽度为 0）", split("s1,s2", "好,好"), func(f *excelize.File) { f.SetColVisible("Sheet1", "B", false) }},
		{"a title", "", split("测评票,", "s1,s2", "好,好"), func(f *excelize.File) { f.SetRowVisible("Sheet1", 1, false) }},
		{"a sum", "", split("序号,s1,s2", "1,好,好", "合计,1,1"), func(f *excelize.File) { f.SetRowVisible("Sheet1", 3, false) }},
		{"a remark", "", split("s1,s2,备注", "好,好,x"), func(f *excelize.File) { f.SetColVisible("Sheet1", "C", false) }},
	} {
		l, err := ReadSheets(s, bookOf(t, c.rows, c.change), SheetOptions{})
		switch {
		case c.want == "" && (err != nil || l.Len() != 1):
			t.Errorf("%s: %v, %d sheets", c.name, err, l.Len())
		case c.want != "" && (err == nil || !strings.Contains(toldFaults(err), c.want)):
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Whatever rows of cells there are, reading them ends without a panic, in orders that
// the meeting takes or refuses, or in faults.
func FuzzTables(f *testing.F) {
	paths, err := caseTables()
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range paths {
		f.Add(p)
	}
	genhe := collected(f, packs(f)["genhe-2023"], func(int) int { return 12 })
	street := collected(f, packs(f)["street-2025"], func(int) int { return 12 })
	f.Fuzz(func(t *testing.T, src []byte) {
		book, err := cells.Read(slices.Clone(src))
		if err != nil {
			return
		}
		for _, s := range []struct{ each bool }{{false}, {true}} {
			state := genhe
			if s.each {
				state = street
			}
			if l, err := ReadSheets(state, book, SheetOptions{}); err == nil {
				if l.Len() == 0 || len(l.Orders(state, Source{By: "张三"})) == 0 {
					t.Error("nothing was read, and no fault was found")
				}
			} else if toldFaults(err) == "" {
				t.Error("a fault without words")
			}
			if r, err := ReadProblems(state, book, Options{Day: today, By: "赵核"}); err == nil {
				give(t, state, r.Orders()...)
			}
		}
	})
}
