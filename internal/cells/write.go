package cells

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"shuping/internal/fault"
)

// CSV is rows of cells as a file of text: UTF-8 with a byte order mark, commas,
// line ends of CR LF. [Read] gives the same cells back.
func CSV(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(mark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := w.Write(cells); err != nil { // a buffer takes everything
			panic(fmt.Errorf("the table as CSV: %w", err))
		}
	}
	w.Flush()
	return b.Bytes()
}

// harmless is a cell that no spreadsheet takes for a formula, and tame is that
// cell read again.
func harmless(cell string) string {
	if risky(cell) {
		return "'" + cell
	}
	return cell
}

func tame(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && risky(rest) {
		return rest
	}
	return cell
}

func risky(cell string) bool {
	cell = strings.TrimLeft(cell, "' \u3000")
	return strings.IndexAny(cell, "=+-@＝＋－＠") == 0
}

// XLSX is rows of cells as a workbook with one sheet called name, its first row
// frozen. Whole numbers up to nine digits are numbers, everything else is text. A
// text that is wider than its column goes on in the next line. One that no cell can
// hold is an error of the type [fault.Faults].
func XLSX(name string, rows [][]string) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName(book.GetSheetName(0), name); err != nil {
		return nil, err
	}
	sheet, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, w := range widths(rows) {
		if err := sheet.SetColWidth(i+1, i+1, w); err != nil {
			return nil, err
		}
	}
	long, err := book.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	err = sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	for n, row := range rows {
		if err != nil {
			return nil, err
		}
		cells := make([]any, len(row))
		for i, cell := range row {
			if length := len(utf16.Encode([]rune(cell))); length > MaxText {
				return nil, fault.Faults{blame(Place{n + 1, i + 1}, TooLong, "length", length, "limit", MaxText)}
			}
			cells[i] = value(cell)
			if wide(cell) > maxWidth || strings.Contains(cell, "\n") {
				cells[i] = excelize.Cell{StyleID: long, Value: cell}
			}
		}
		err = sheet.SetRow("A"+strconv.Itoa(n+1), cells)
	}
	if err != nil {
		return nil, err
	}
	if err := sheet.Flush(); err != nil {
		return nil, err
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// maxWidth is that of a column, in digits.
const maxWidth = 60

// widths are as wide as the longest cell of each column, up to maxWidth.
func widths(rows [][]string) []float64 {
	out := make([]float64, len(first(rows)))
	for _, row := range rows {
		for i := range min(len(row), len(out)) {
			out[i] = max(out[i], min(maxWidth, wide(row[i])))
		}
	}
	return out
}

// wide is how much room a text of one line takes, in digits, as if each character
// were a Chinese one.
func wide(cell string) float64 { return float64(2*utf8.RuneCountInString(cell) + 2) }

func first(rows [][]string) []string {
	if len(rows) == 0 {
		return nil
	}
	return rows[0]
}

// value is a cell as a workbook stores it; nil for an empty one.
func value(cell string) any {
	if n, err := strconv.Atoi(cell); err == nil && len(cell) < 10 && strconv.Itoa(n) == cell {
		return n
	}
	if cell == "" {
		return nil
	}
	return cell
}
