package cells

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// Bounds of what is read. They hold while it is read, not afterwards.
const (
	MaxBytes   = 32 << 20  // of the file
	MaxRows    = 200_000   // with something in them, of all sheets
	MaxColumns = 1_000     //
	MaxCells   = 1_000_000 // rows times columns as they stand, of all sheets
	MaxText    = 32_767    // characters of a cell
	MaxFaults  = 20        // that are told at once
)

// A Book is the sheets of a file that a person sees, in their order. A text is a
// book of one sheet.
type Book struct {
	Sheets   []*Sheet
	Hidden   []string // the names of sheets that nobody sees and that were not read
	OldLines bool     // a text whose lines end in CR alone
}

// A Sheet is the rows that have something in them, in their order.
type Sheet struct {
	Name   string // "" of a text
	Rows   []Row
	Faults fault.Faults // why it could not be read to its end

	merges []Range
	across map[int][]Range // by column, the merges that it has a part of, from the top
	dark   []bool          // by column, whether nobody sees it; none where all are seen
}

// A Row is one row of cells. Cells behind the last that says something are not
// there.
type Row struct {
	Number int // as a spreadsheet counts it, from 1
	cells  []cell
	hidden bool
}

// A cell is what stands in one, and what is odd about it.
type cell struct {
	text string
	odd  *odd
}

// An odd cell does not count as it looks, or does not look as it counts.
type odd struct {
	code   fault.Code
	values []any
}

// newCell is a cell whose text is bounded, and whose letters are composed.
func newCell(text string) cell {
	n := len(text)
	if n > MaxText {
		n = utf8.RuneCountInString(text)
	}
	if n <= MaxText {
		return cell{text: typed.Compose(text)}
	}
	const kept = 100
	short := string([]rune(text[:kept*utf8.UTFMax])[:kept])
	return cell{short, &odd{TooLong, []any{"length", n, "limit", MaxText}}}
}

// At is the text of the cell in a column, from 1; "" where there is none.
func (r Row) At(column int) string {
	if column < 1 || column > len(r.cells) {
		return ""
	}
	return r.cells[column-1].text
}

// Len is the last column that says something.
func (r Row) Len() int { return len(r.cells) }

// Width is the last column of any row that says something.
func (s *Sheet) Width() int {
	n := 0
	for _, row := range s.Rows {
		n = max(n, row.Len())
	}
	return n
}

// Row is the row with a number; an empty one where nothing is in it.
func (s *Sheet) Row(number int) Row {
	i, found := slices.BinarySearchFunc(s.Rows, number, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !found {
		return Row{Number: number}
	}
	return s.Rows[i]
}

// A Range is cells that are merged into one.
type Range struct{ From, To Place }

// Text is the range as a spreadsheet names it: B2:B3.
func (r Range) Text() string { return r.From.name() + ":" + r.To.name() }

func (p Place) name() string { return fault.ColumnName(p.Column) + fmt.Sprint(p.Row) }

// Merge is the merge that a cell is a part of.
func (s *Sheet) Merge(at Place) (Range, bool) {
	list := s.across[at.Column]
	i, found := slices.BinarySearchFunc(list, at.Row, func(m Range, row int) int {
		switch {
		case m.To.Row < row:
			return -1
		case m.From.Row > row:
			return 1
		}
		return 0
	})
	if !found {
		return Range{}, false
	}
	return list[i], true
}

// Shown is what a person reads in a cell: of one that is part of a merge, what
// stands in its first.
func (s *Sheet) Shown(at Place) string {
	if m, merged := s.Merge(at); merged {
		return s.Row(m.From.Row).At(m.From.Column)
	}
	return s.Row(at.Row).At(at.Column)
}

// Fault is what is wrong with a cell that says something, if anything is: nobody
// sees it, or it has a character that none may have. A hidden row is a fault of the
// row, a hidden column one of the column.
func (s *Sheet) Fault(row Row, column int) *fault.Fault {
	if column > len(row.cells) || row.cells[column-1].text == "" && row.cells[column-1].odd == nil {
		return nil
	}
	at, c := Place{row.Number, column}, row.cells[column-1]
	switch {
	case row.hidden:
		return blame(Place{Row: row.Number}, HiddenRow)
	case column < len(s.dark) && s.dark[column]:
		return blame(Place{Column: column}, HiddenColumn)
	}
	if m, merged := s.Merge(at); merged && m.From != at {
		return blame(at, Covered, "range", m.Text())
	}
	if c.odd != nil {
		return blame(at, c.odd.code, c.odd.values...)
	}
	return textFault(at, c.text)
}

// stop says why nothing more of the sheet was read.
func (s *Sheet) stop(at Place, code fault.Code, pairs ...any) {
	s.Faults = append(s.Faults, blame(at, code, pairs...))
}

// A Place is a cell as a person finds it. Row and column count from 1; 0 is none.
type Place struct{ Row, Column int }

// In is the place as a fault has it.
func (p Place) In() fault.Place { return fault.Place{Line: p.Row, Column: p.Column} }

// Read takes a file whole. An error is of the type [fault.Faults]: the file is no table,
// or says nothing. What is wrong with one sheet stands there, and what is wrong with
// a cell [Sheet.Fault] says of it.
func Read(src []byte) (Book, error) {
	r := &reader{}
	code, known := kindOf(src)
	switch {
	case len(src) > MaxBytes:
		r.fault(TooLarge, "limit", MaxBytes>>20)
	case known:
		r.fault(code)
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		r.archive(src)
	case bytes.HasPrefix(src, []byte(compound)):
		r.fault(kindOfCompound(src))
	default:
		r.text(src)
	}
	said := func(s *Sheet) bool { return len(s.Rows)+len(s.Faults) > 0 }
	switch {
	case len(r.faults) > 0 || slices.ContainsFunc(r.book.Sheets, said):
	case len(r.book.Hidden) > 0:
		r.fault(HiddenSheet, "sheet", r.book.Hidden[0])
	default:
		r.fault(NothingThere)
	}
	if len(r.faults) > 0 {
		return Book{}, r.faults
	}
	return r.book, nil
}

// A reader gathers sheets, and what is wrong with the file as a whole.
type reader struct {
	book        Book
	faults      fault.Faults
	rows, cells int
	slab        []cell // room for the cells of rows
}

func (r *reader) fault(code fault.Code, pairs ...any) {
	r.faults = append(r.faults, blame(Place{}, code, pairs...))
}

// take adds a row of cells to a sheet; one without anything is left out. It reports
// whether there is room for more.
func (r *reader) take(s *Sheet, number int, list []cell) bool {
	for len(list) > 0 && list[len(list)-1].text == "" && list[len(list)-1].odd == nil {
		list = list[:len(list)-1]
	}
	r.cells += len(list)
	switch at := (Place{Row: number}); {
	case len(list) == 0:
		return true
	case r.rows == MaxRows:
		s.stop(at, TooManyRows, "limit", MaxRows)
		return false
	case r.cells > MaxCells:
		s.stop(at, TooManyCells, "limit", MaxCells)
		return false
	}
	r.rows++
	if len(r.slab)+len(list) > cap(r.slab) {
		r.slab = make([]cell, 0, max(4096, len(list)))
	}
	begin := len(r.slab)
	r.slab = append(r.slab, list...)
	s.Rows = append(s.Rows, Row{Number: number, cells: r.slab[begin:len(r.slab):len(r.slab)]})
	return true
}

// archive reads an archive: a workbook, or something else that is packed.
func (r *reader) archive(src []byte) {
	// Opening an archive costs for each of its parts, whatever their size.
	if bytes.Count(src, []byte("PK\x01\x02")) > maxParts {
		r.fault(Unpacked, "limit", maxUnpacked>>20)
		return
	}
	parts, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		r.damaged(err)
		return
	}
	r.workbook(parts)
}
