package intake

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
)

// longTables are tables of that many rows.
func longTables(t testing.TB, rows int) (map[string]cells.Book, meeting.State) {
	t.Helper()
	var each strings.Builder
	each.WriteString("述职人,来源,问题\n")
	for n := range rows - 1 {
		fmt.Fprintf(&each, "s1,自查,问题%d\n", n)
	}
	out := map[string]cells.Book{}
	for name, text := range map[string]string{
		"sheets":                    "序号,第一党支部书记,第二党支部书记\n" + strings.Repeat("1,好,好\n", rows-1),
		"sheets without numbers":    "第一党支部书记,第二党支部书记\n" + strings.Repeat("好,好\n", rows-1),
		"sums":                      "第一党支部书记,第二党支部书记\n" + strings.Repeat("合计,好\n", rows-1),
		"heads again":               strings.Repeat("第一党支部书记,第二党支部书记\n", rows),
		"counts":                    "述职人,好,较好,一般,差\n" + strings.Repeat("第一党支部书记,1,1,1,1\n", rows-1),
		"problems":                  "述职人,来源,问题\n" + strings.Repeat("s1,自查,甲\n", rows-1),
		"problems each another":     each.String(),
		"problems of other numbers": "编号,问题\n" + strings.Repeat("p9,甲\n", rows-1),
		"wide heads":                strings.Repeat(strings.Repeat("好,", cells.MaxColumns-1)+"好\n", min(rows, cells.MaxCells/cells.MaxColumns)),
		"names":                     "姓名,类别\n" + strings.Repeat("张三,党员\n", rows-1),
		"long words":                strings.Repeat(strings.Repeat("好", cells.MaxText)+",第一党支部书记,问题,来源\n", 300),
	} {
		book, err := cells.Read([]byte(text))
		if err != nil {
			t.Fatal(name, err)
		}
		out[name] = book
	}
	return out, collected(t, packs(t)["genhe-2023"], func(int) int { return 100 })
}

// readers are those that a table may be given to.
func readers(s meeting.State) map[string]func(cells.Book) error {
	return map[string]func(cells.Book) error{
		"sheets":   func(b cells.Book) error { _, err := ReadSheets(s, b, SheetOptions{}); return err },
		"problems": func(b cells.Book) error { _, err := ReadProblems(s, b, Options{Day: today}); return err },
		"names":    func(b cells.Book) error { _, err := ReadNames(s.Plan, b, ""); return err },
	}
}

// BenchmarkLongTables is how long the longest tables take.
func BenchmarkLongTables(b *testing.B) {
	books, s := longTables(b, cells.MaxRows)
	for name, book := range books {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				for _, read := range readers(s) {
					read(book)
				}
			}
		})
	}
}

// TestLongTablesAreBounded: the longest tables cost no more than 300 MiB, whatever they are
// taken for. A hurried test takes shorter ones, which are still more than may be counted.
func TestLongTablesAreBounded(t *testing.T) {
	rows := cells.MaxRows
	if testing.Short() {
		rows = MaxNames + 2
	}
	books, s := longTables(t, rows)
	for name, book := range books {
		for as, read := range readers(s) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := read(book)
			runtime.ReadMemStats(&after)
			if spent := (after.TotalAlloc - before.TotalAlloc) >> 20; spent > 300 {
				t.Errorf("%s as %s: %d MiB", name, as, spent)
			}
			if err == nil {
				t.Errorf("%s as %s: taken in", name, as)
			}
		}
	}
	for name, as := range map[string]string{"problems each another": "problems", "names": "names"} {
		var list fault.Faults
		if err := readers(s)[as](books[name]); !errors.As(err, &list) || list[len(list)-1].Code != TooManyRows {
			t.Errorf("%s: %v", name, err)
		}
	}
}
