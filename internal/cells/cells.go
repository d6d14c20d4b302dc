package cells

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"shuping/internal/typed"
)

// Bounds of what is read.
const (
	MaxBytes   = 32 << 20  // of the file
	MaxRows    = 200_000   // with something in them
	MaxColumns = 1_000     //
	MaxCells   = 1_000_000 // rows times columns as they stand
	MaxText    = 4_000     // characters of a cell
	MaxLines   = 32_767    // characters of a cell that may have lines
	MaxFaults  = 20        // that are told at once
)

// A Table is the rows of a file that have something in them, in their order.
type Table struct{ Rows []Row }

// A Row is one row of cells. Cells behind the last that says something are not
// there.
type Row struct {
	Number int // as a spreadsheet counts it, from 1
	cells  []string
}

// At is the text of the cell in a column, from 1; "" where there is none.
func (r Row) At(column int) string {
	if column < 1 || column > len(r.cells) {
		return ""
	}
	return r.cells[column-1]
}

// Len is the last column that says something.
func (r Row) Len() int { return len(r.cells) }

// A Place is a cell as a person finds it. Row and column count from 1; 0 is none.
type Place struct{ Row, Column int }

// Text is the place in the language "zh" or "en", "" for none.
func (p Place) Text(lang string) string {
	column := ColumnName(p.Column)
	if lang == english {
		return strings.TrimPrefix(filled(" row %d", p.Row)+named(" column %s", column), " ")
	}
	return filled("第%d行", p.Row) + named("第%s列", column)
}

// Before is the place as it stands before a sentence, "" for none.
func (p Place) Before(lang string) string { return Before(p.Text(lang), lang) }

// Before is what a sentence is about as it stands before it, "" for nothing.
func Before(what, lang string) string {
	switch {
	case what == "":
		return ""
	case lang == english:
		return what + ": "
	}
	return what + "："
}

func filled(format string, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(format, n)
}

func named(format, name string) string {
	if name == "" {
		return ""
	}
	return fmt.Sprintf(format, name)
}

// ColumnName is the letters of a column, from 1: A, B … Z, AA; "" for none.
func ColumnName(column int) string {
	var name []byte
	for ; column > 0; column = (column - 1) / 26 {
		name = append([]byte{byte('A' + (column-1)%26)}, name...)
	}
	return string(name)
}

// An Allowance lets pass what is a fault otherwise.
type Allowance int

const (
	Lines Allowance = iota + 1 // line breaks in a cell, and up to MaxLines characters
	Days                       // cells of a workbook that hold a day: they read as 2024-06-30
)

// Read takes a file whole. An error is of the type [Faults].
func Read(src []byte, allowed ...Allowance) (Table, error) {
	r := &reader{lines: slices.Contains(allowed, Lines), days: slices.Contains(allowed, Days)}
	switch {
	case len(src) > MaxBytes:
		r.fault(Place{}, TooLarge, "limit", MaxBytes>>20)
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		r.workbook(src)
	case bytes.HasPrefix(src, []byte("\xD0\xCF\x11\xE0")):
		r.fault(Place{}, OldWorkbook)
	default:
		r.text(src)
	}
	if len(r.faults) == 0 && len(r.table.Rows) == 0 {
		r.fault(Place{}, NothingThere)
	}
	if len(r.faults) > 0 {
		return Table{}, r.faults
	}
	return r.table, nil
}

// A reader gathers rows, and what is wrong with them.
type reader struct {
	table  Table
	faults Faults
	cells  int
	ended  bool // what follows cannot be read
	lines  bool // cells may have lines
	days   bool // and days
}

// done reports whether no more need be read.
func (r *reader) done() bool { return r.ended || len(r.faults) >= MaxFaults }

// stop is a fault behind which nothing can be read.
func (r *reader) stop(at Place, code Code, pairs ...any) {
	r.fault(at, code, pairs...)
	r.ended = true
}

// row takes a row of cells. What is empty at its end is left out, and so is a row
// without anything.
func (r *reader) row(number int, cells []string) {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	r.cells += len(cells)
	switch at := (Place{Row: number}); {
	case len(cells) == 0:
		return
	case len(cells) > MaxColumns:
		r.stop(at, TooManyColumns, "limit", MaxColumns)
		return
	case len(r.table.Rows) == MaxRows:
		r.stop(at, TooManyRows, "limit", MaxRows)
		return
	case r.cells > MaxCells:
		r.stop(at, TooManyCells, "limit", MaxCells)
		return
	}
	for i, text := range cells {
		cells[i] = typed.Compose(text)
		r.clean(Place{number, i + 1}, cells[i])
	}
	r.table.Rows = append(r.table.Rows, Row{number, cells})
}
