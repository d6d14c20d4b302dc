package workbook_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"shuping/internal/workbook"
)

// inTheBook is what the book says for words of the table of the sheets, whose format is kept.
var inTheBook = map[string]string{"束": "组", "作废": "无效票", "存疑": "待认定", "作废原因": "无效原因", "无效": "该项无效"}

// The table of the sheets says what the list in the workbook says.
func TestTheTableOfSheetsIsTheListInTheBook(t *testing.T) {
	for name, m := range bookCases(t) {
		var b bytes.Buffer
		if err := workbook.SheetsCSV(&b, m, nil); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text, marked := bytes.CutPrefix(b.Bytes(), []byte("\uFEFF"))
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || !marked {
			t.Fatalf("%s: %v", name, err)
		}
		want := cellsOf(t, bookOf(t, m), "评议表明细")[2:]
		if len(rows) != len(want) {
			t.Fatalf("%s: %d rows, and the book has %d", name, len(rows), len(want))
		}
		for i, row := range rows {
			for k, cell := range row {
				if len(cell) > 1 && cell[0] == '\'' {
					row[k] = cell[1:]
				}
				if now, other := inTheBook[row[k]]; other {
					row[k] = now
				}
			}
			for len(want[i]) < len(row) {
				want[i] = append(want[i], "")
			}
			if !slices.Equal(row, want[i]) {
				t.Errorf("%s: line %d is %q, and in the book it is %q", name, i+1, row, want[i])
			}
		}
	}
}
