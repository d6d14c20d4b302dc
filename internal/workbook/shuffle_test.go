package workbook_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"shuping/internal/result"
	"shuping/internal/workbook"
)

// Where the plan wants the tables shuffled, each column has the marks that it had, and
// no row is the sheet that it was; the book comes to the same figures.
func TestShuffledTablesTellNoSheet(t *testing.T) {
	list := func(shuffled bool) [][]string {
		s := meet(t, genhe(t), false, "attend expected=4 present=4\nissue 4\ncollect 4\nbundle\nb 1 4\nb 4 1\nb 0 reason=1\nb 2 9\nclose-bundle 4\n")
		s.Plan.Sheets.Shuffled = shuffled
		var b bytes.Buffer
		if err := workbook.SheetsCSV(&b, s, nil); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var book bytes.Buffer
		if err := workbook.Write(&book, s, result.Head{}, nil); err != nil {
			t.Fatal(err)
		}
		if err := workbook.Compare(bytes.NewReader(book.Bytes()), int64(book.Len()), s, result.Head{}, false); err != nil {
			t.Error(err)
		}
		return rows
	}
	plain, shuffled := list(false), list(true)
	if shuffled[0][0] != "序号" || len(plain) != len(shuffled) {
		t.Fatalf("%v, %d rows of %d", shuffled[0], len(shuffled), len(plain))
	}
	marks := func(rows [][]string, column string) []string {
		at := slices.Index(rows[0], column)
		var out []string
		for _, row := range rows[1:] {
			out = append(out, row[at])
		}
		return out
	}
	for _, column := range plain[0][4:] {
		a, b := marks(plain, column), marks(shuffled, column)
		if !slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))) {
			t.Errorf("%s has other marks", column)
		}
	}
	whole := func(rows [][]string) []string {
		var out []string
		for _, row := range rows[1:] {
			out = append(out, strings.Join(row[slices.Index(rows[0], "效力"):], ","))
		}
		slices.Sort(out)
		return out
	}
	if slices.Equal(whole(plain), whole(shuffled)) {
		t.Error("every sheet can still be told")
	}
}
