package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// A filledForm is a template in a spreadsheet, in which a person picks choices.
type filledForm struct {
	*excelize.File
	sheet string
	lists map[string][]string // by column, what may be picked
}

// opened is a template as a spreadsheet opens it.
func opened(t *testing.T, f cells.Form) filledForm {
	t.Helper()
	src, err := f.XLSX()
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	out := filledForm{book, book.GetSheetName(0), map[string][]string{}}
	rules, err := book.GetDataValidations(out.sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		column := strings.TrimRight(strings.Split(r.Sqref, ":")[0], "0123456789")
		if r.Type != "list" {
			continue
		}
		if at, far := strings.CutPrefix(r.Formula1, "'"); far {
			sheet, cells, _ := strings.Cut(at, "'!")
			var last int
			fmt.Sscanf(cells[strings.LastIndex(cells, "$")+1:], "%d", &last)
			for n := range last {
				text, _ := book.GetCellValue(sheet, fmt.Sprint(column, n+1))
				out.lists[column] = append(out.lists[column], text)
			}
			continue
		}
		out.lists[column] = strings.Split(strings.Trim(r.Formula1, `"`), ",")
	}
	return out
}

func (f filledForm) heads(t *testing.T) []string {
	t.Helper()
	rows, err := f.GetRows(f.sheet)
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	return rows[0]
}

func (f filledForm) book(t *testing.T) cells.Book {
	t.Helper()
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

// A template for sheets that is filled in from its choices is read without a question,
// for every plan.
func TestTemplatesForSheets(t *testing.T) {
	for name, text := range packs(t) {
		s := collected(t, text, func(n int) int { return 5 + n })
		f := opened(t, SheetForm(s, words.Chinese))
		stacks := len(s.Round.Stacks)
		n := 0
		for stack, st := range s.Round.Stacks {
			for sheet := range st.Collected {
				n++
				for c, head := range f.heads(t) {
					column := fault.ColumnName(c + 1)
					at := fmt.Sprint(column, n+1)
					list := f.lists[column]
					switch head {
					case "序号", "作废原因":
					case "参评类别":
						f.SetCellStr(f.sheet, at, list[st.Class])
					case "述职人":
						f.SetCellStr(f.sheet, at, list[st.Subject])
					default:
						if len(list) < 5 {
							t.Fatalf("%s: under %s there are %q", name, head, list)
						}
						f.SetCellStr(f.sheet, at, list[(sheet+stack)%len(list)])
					}
				}
			}
		}
		l, err := ReadSheets(s, f.book(t), SheetOptions{})
		if err != nil || l.Len() != s.Round.Collected || l.Asks() || len(l.Stacks) != stacks {
			t.Errorf("%s: %v, %d sheets of %d, %s", name, err, l.Len(), s.Round.Collected, toldFindings(l.Findings))
		}
		plain, err := cells.Read(SheetForm(meeting.State{Plan: s.Plan}, words.English).CSV())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadSheets(s, plain, SheetOptions{}); err == nil || toldFaults(err) != "fault: 表头下面没有评议表。\n" {
			t.Errorf("%s: an empty table: %v", name, err)
		}
	}
}

// A template for problems that is filled in from its choices is read, without a
// question but for the row that is new.
func TestTemplatesForProblems(t *testing.T) {
	s := session(t)
	for len(s.Plan.Subjects) < 60 { // so many that the choices need a sheet of their own
		n := len(s.Plan.Subjects) + 1
		s.Plan.Subjects = append(s.Plan.Subjects, plan.Subject{ID: fmt.Sprint("s", n), Post: fmt.Sprint("某某市市场监督管理局第", n, "党支部书记")})
	}
	f := opened(t, ProblemForm(s.Plan, words.Chinese))
	for i, head := range f.heads(t) {
		column := fault.ColumnName(i + 1)
		text := map[string]string{"序号": "1", "整改时限": "2024-06-30", "问题": "学习少", "进展": "2024-06-10 已开会", "完成情况": "整改中"}[head]
		if list := f.lists[column]; len(list) > 0 {
			text = list[len(list)-1]
		}
		f.SetCellStr(f.sheet, column+"2", text)
	}
	r, err := ReadProblems(s, f.book(t), Options{Day: today})
	want := "2 new p1\n  problem s60 origin=assessment text=学习少 due=2024-06-30\n  progress p1 date=2024-06-10 text=已开会"
	if err != nil || told(r) != want || r.Asks() {
		t.Errorf("%v\n%s\n%s", err, told(r), toldFindings(r.Findings))
	}
}

func TestTemplatesForNames(t *testing.T) {
	s := session(t)
	f := opened(t, NameForm(s.Plan, words.Chinese))
	for n, name := range []string{"张三", "李四", "欧阳某某"} {
		f.SetCellInt(f.sheet, fmt.Sprint("A", n+2), int64(n+1))
		f.SetCellStr(f.sheet, fmt.Sprint("B", n+2), name)
		f.SetCellStr(f.sheet, fmt.Sprint("C", n+2), f.lists["C"][n])
	}
	l, err := ReadNames(s.Plan, f.book(t), "")
	if err != nil || len(l.List) != 3 || l.Count(0) != 1 || l.Count(2) != 1 || l.List[2].Name != "欧阳某某" || l.Asks() {
		t.Errorf("%v, %+v", err, l)
	}
}
