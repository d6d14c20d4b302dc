package cells

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"shuping/internal/fault"
)

// A surveyor goes through the XML of a sheet from its beginning to its end.
type surveyor struct {
	*packed
	*Sheet

	row, column int
	unseen      bool // nobody sees the row
	collapsed   bool // nobody sees rows that do not say otherwise
	described   int  // columns
	cells       []cell

	at      Place  // of the cell that is open
	kind    string // its type
	look    int    // its style
	value   []byte
	hasText bool // it has a value, if an empty one
	formula bool
	inline  lettering
}

// Where every spreadsheet ends.
const (
	lastColumn = 16_384
	lastRow    = 1_048_576
)

// errEnded ends a walk behind which nothing need be read.
var errEnded = errors.New("ended")

// sheet reads a sheet that a person sees.
func (w *packed) sheet(name string, f *zip.File) error {
	if f == nil {
		return errNoSheet
	}
	s := surveyor{packed: w, Sheet: &Sheet{Name: strings.Map(graphic, name), across: map[int][]Range{}, dark: make([]bool, MaxColumns+1)}}
	err := w.walk(f, s.take)
	if err != nil && err != errEnded {
		return err
	}
	w.book.Sheets = append(w.book.Sheets, s.Sheet)
	return s.index()
}

// take takes one tag or text of the sheet.
func (s *surveyor) take(in *scanner, t token) error {
	depth := len(in.open)
	if depth > 0 && in.open[0] != "worksheet" {
		return errNoSheet
	}
	switch {
	case depth >= 2 && in.open[1] == "sheetData":
		return s.data(in, t)
	case t.kind == endTag && depth == 2 && t.name == "row":
		return nil
	case t.kind != startTag:
	case in.at("worksheet", "sheetFormatPr"):
		s.collapsed = t.truth("zeroHeight")
	case in.at("worksheet", "cols", "col"):
		return s.columns(t)
	case in.at("worksheet", "mergeCells", "mergeCell"):
		return s.merge(t.attr("ref"))
	}
	return nil
}

// data takes one tag or text of the rows.
func (s *surveyor) data(in *scanner, t token) error {
	switch depth := len(in.open); {
	case t.kind == startTag && depth == 3 && t.name == "row":
		return s.begin(t)
	case t.kind == endTag && depth == 2 && t.name == "row":
		return s.end()
	case depth < 3 || in.open[2] != "row":
	case t.kind == startTag && depth == 4 && t.name == "c":
		return s.open(t)
	case t.kind == endTag && depth == 3 && t.name == "c":
		return s.close()
	case depth < 5 || in.open[3] != "c":
	case in.open[4] == "is":
		s.hasText = true
		s.inline.take(in.open[5:], t)
	case t.kind == startTag && depth == 5 && t.name == "f":
		s.formula = true
	case t.kind == startTag && depth == 5 && t.name == "v":
		s.hasText = true
	case t.kind == textToken && depth == 5 && in.open[4] == "v":
		if len(s.value) > 4*MaxText {
			return errUnpacked
		}
		s.value = append(s.value, t.text...)
	}
	return nil
}

// columns takes how columns look. One that is too narrow for anything is one that
// nobody sees.
func (s *surveyor) columns(t token) error {
	from, to := t.number("min"), t.number("max")
	if s.described++; from < 1 || to < from || s.described > lastColumn {
		return errors.New("columns are described that are not there")
	}
	if t.truth("hidden") || t.below("width", 0.3) {
		for c := from; c <= min(to, MaxColumns); c++ {
			s.dark[c] = true
		}
	}
	return nil
}

// begin takes the head of a row; without a number it is the next one.
func (s *surveyor) begin(t token) error {
	next := s.row + 1
	if t.attr("r") != "" {
		next = t.number("r")
	}
	if next <= s.row || next > lastRow {
		return fmt.Errorf("row %d does not follow row %d", next, s.row)
	}
	hidden := s.collapsed && t.attr("hidden") == "" && t.attr("ht") == ""
	s.row, s.column, s.cells = next, 0, s.cells[:0]
	s.unseen = hidden || t.truth("hidden") || t.below("ht", 1)
	return nil
}

// end takes the row that has ended.
func (s *surveyor) end() error {
	before := len(s.Rows)
	if !s.packed.take(s.Sheet, s.row, s.cells) {
		return errEnded
	}
	if len(s.Rows) > before {
		s.Rows[before].hidden = s.unseen
	}
	return nil
}

// open takes the head of a cell; without a place it is the next one.
func (s *surveyor) open(t token) error {
	at := Place{s.row, s.column + 1}
	if name := t.attr("r"); name != "" {
		var ok bool
		if at, ok = placeOf(name); !ok {
			return fmt.Errorf("there is no cell %.20q", name)
		}
	}
	if at.Row != s.row || at.Column <= s.column {
		return fmt.Errorf("row %d has a cell out of its order", s.row)
	}
	s.at, s.column = at, at.Column
	s.kind, s.look = t.attr("t"), t.number("s")
	s.value, s.hasText, s.formula, s.inline = s.value[:0], false, false, lettering{}
	return nil
}

// close takes the cell that has ended, if it says anything.
func (s *surveyor) close() error {
	c, err := s.cell()
	switch {
	case err != nil:
		return err
	case c.text == "" && c.odd == nil:
		return nil // a colour or a border
	case s.at.Column > MaxColumns:
		s.Sheet.stop(Place{Row: s.at.Row}, TooManyColumns, "limit", MaxColumns)
		return errEnded
	}
	for len(s.cells) < s.at.Column-1 {
		s.cells = append(s.cells, cell{})
	}
	s.cells = append(s.cells, c)
	return nil
}

// cell is what stands in the cell that is open.
func (s *surveyor) cell() (cell, error) {
	value := string(s.value)
	if s.formula && !s.hasText {
		return cell{odd: &odd{code: NotCalculated}}, nil
	}
	switch s.kind {
	case "inlineStr":
		return s.said(s.kept(s.inline.text()))
	case "str":
		return s.said(s.kept(plainLines(spelled(value))))
	case "s":
		if !s.hasText {
			return cell{}, nil
		}
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(s.texts) {
			return cell{}, fmt.Errorf("%s has a text that is not there", s.at.name())
		}
		c := s.texts[n].cell
		if s.texts[n].pale && s.style().ground.like(white) {
			c.odd = &odd{code: Unseen}
		}
		return s.said(c, nil)
	case "b":
		return oddCell(value, IsATruth)
	case "e":
		return oddCell(strings.Map(graphic, value), IsAnError, "text", strings.Map(graphic, value))
	}
	if value == "" {
		return cell{}, nil
	}
	return s.number(value)
}

// oddCell is a cell that is odd, unless nothing is in it.
func oddCell(text string, code fault.Code, pairs ...any) (cell, error) {
	if text == "" {
		return cell{}, nil
	}
	c := newCell(text)
	c.odd = &odd{code, pairs}
	return c, nil
}

// said is a text, held against the look of its cell.
func (s *surveyor) said(c cell, err error) (cell, error) {
	switch look := s.style(); {
	case c.text == "" || c.odd != nil || err != nil:
	case look.unseen():
		c.odd = &odd{code: Unseen}
	case look.format.masksText():
		c.odd = &odd{code: Masked}
	}
	return c, err
}

// style is the look of the cell.
func (s *surveyor) style() style {
	if s.look < 0 || s.look >= len(s.looks) {
		return style{ground: white}
	}
	return s.looks[s.look]
}

// number is a number, held against the look of its cell.
func (s *surveyor) number(value string) (cell, error) {
	look := s.style()
	if s.kind == "d" || look.format.date {
		day, is := dayOf(value, s.kind == "d", s.from1904)
		if !is {
			return oddCell(value, IsADate)
		}
		return s.said(cell{text: day}, nil)
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return cell{}, fmt.Errorf("%s has a number that is none", s.at.name())
	}
	c := cell{text: strings.TrimSpace(value)}
	switch {
	case look.format.percent:
		c.text = plain(n*100) + "%"
	case strings.ContainsAny(value, ".eE"):
		c.text = plain(n)
	}
	if look.unseen() {
		c.odd = &odd{code: Unseen}
	} else if look.format.masks(n < 0, n == 0) {
		c.odd = &odd{code: Masked}
	}
	return c, nil
}

// plain is a number as a person would type it: a workbook stores 0.3 as
// 0.29999999999999999.
func plain(n float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil || math.Abs(n) >= 1e15 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// placeOf reads the name of a cell: B12.
func placeOf(name string) (Place, bool) {
	var at Place
	i := 0
	for ; i < len(name) && i < 3 && (name[i] >= 'A' && name[i] <= 'Z' || name[i] >= 'a' && name[i] <= 'z'); i++ {
		at.Column = at.Column*26 + int(name[i]&0x1F)
	}
	row, err := strconv.Atoi(name[i:])
	at.Row = row
	return at, err == nil && at.Column >= 1 && at.Column <= lastColumn && row >= 1 && row <= lastRow && name[i] != '+'
}

// merge takes cells that are merged into one.
func (s *surveyor) merge(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	a, okA := placeOf(from)
	b, okB := placeOf(to)
	switch {
	case to == "" && okA:
		return nil // one cell
	case !okA || !okB || b.Row < a.Row || b.Column < a.Column:
		return fmt.Errorf("there is no range %.40q", ref)
	case len(s.merges) == maxMerges:
		s.Sheet.stop(Place{}, TooManyMerges, "limit", maxMerges)
		return errEnded
	}
	s.merges = append(s.merges, Range{a, b})
	return nil
}

// index lays out the merges by column. Two that overlap are none.
func (s *surveyor) index() error {
	room := maxAcross
	for _, m := range s.merges {
		for c := m.From.Column; c <= min(m.To.Column, MaxColumns); c++ {
			if room--; room < 0 {
				s.Sheet.stop(Place{}, TooManyMerges, "limit", maxMerges)
				return nil
			}
			s.across[c] = append(s.across[c], m)
		}
	}
	for _, list := range s.across {
		slices.SortFunc(list, func(a, b Range) int { return cmp.Compare(a.From.Row, b.From.Row) })
		for i := 1; i < len(list); i++ {
			if list[i].From.Row <= list[i-1].To.Row {
				return fmt.Errorf("%s and %s overlap", list[i-1].Text(), list[i].Text())
			}
		}
	}
	return nil
}
