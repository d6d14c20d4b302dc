package cells

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"shuping/internal/typed"
)

// A survey is what the first sheet of a workbook is made of.
type survey struct {
	name    string           // as a person sees it
	last    int              // the last row with something in it
	numbers map[Place]bool   // the cells that are not simply digits
	dated   map[Place]string // the cells that hold a day
}

// A surveyor walks through the XML of a sheet from its beginning to its end.
type surveyor struct {
	*reader
	survey
	book    *excelize.File
	strings int // how many texts the cells share
	dates   map[int]bool
	hidden  []span // columns

	from1904 bool // how days are numbered

	row, column int
	rowHidden   bool
	count       int // cells with something in them
}

// A span of columns, both ends in it.
type span struct{ from, to int }

func (r *reader) survey(parts *zip.Reader, book *excelize.File) (survey, error) {
	name, file, from1904, err := firstSheet(parts)
	if err != nil {
		return survey{}, err
	}
	if list := book.GetSheetList(); len(list) == 0 || list[0] != name {
		return survey{}, errors.New("no first sheet")
	}
	s := surveyor{
		reader: r, survey: survey{name: name, numbers: map[Place]bool{}, dated: map[Place]string{}},
		book: book, dates: map[int]bool{}, from1904: from1904,
	}
	if shown, err := book.GetSheetVisible(name); err != nil || !shown {
		r.stop(Place{}, HiddenSheet, "sheet", strings.Map(graphic, name))
		return s.survey, err
	}
	if shared := part(parts, "xl/sharedStrings.xml"); shared != nil {
		if s.strings, err = countTexts(shared); err != nil {
			return s.survey, err
		}
	}
	return s.survey, s.walk(file)
}

// graphic keeps what a name may show.
func graphic(c rune) rune {
	if typed.Hidden(c) {
		return -1
	}
	return c
}

// firstSheet finds the part of the sheet that stands first in the workbook, and how
// the workbook numbers days.
func firstSheet(parts *zip.Reader) (name string, file *zip.File, from1904 bool, err error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := decodePart(parts, "xl/workbook.xml", &book); err != nil {
		return "", nil, false, err
	}
	if err := decodePart(parts, "xl/_rels/workbook.xml.rels", &relations); err != nil {
		return "", nil, false, err
	}
	if len(book.Sheets) == 0 {
		return "", nil, false, errors.New("no sheet")
	}
	for _, r := range relations.List {
		if r.ID != book.Sheets[0].ID {
			continue
		}
		target := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target[1:]
		}
		if file := part(parts, target); file != nil {
			return book.Sheets[0].Name, file, truth(book.Properties.Date1904), nil
		}
	}
	return "", nil, false, errors.New("no first sheet")
}

func part(parts *zip.Reader, name string) *zip.File {
	for _, f := range parts.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

func decodePart(parts *zip.Reader, name string, into any) error {
	f := part(parts, name)
	if f == nil {
		return errors.New("no " + name)
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	return xml.NewDecoder(in).Decode(into)
}

// countTexts reads the shared texts to their end.
func countTexts(f *zip.File) (n int, err error) {
	err = tokens(f, func(d *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local == "si" {
			n++
		}
		if n > MaxCells {
			return fmt.Errorf("more than %d texts", MaxCells)
		}
		return nil
	})
	return n, err
}

// tokens hands out every element of a part, and is an error where the part is not
// XML to its last byte.
func tokens(f *zip.File, take func(*xml.Decoder, xml.StartElement) error) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	d := xml.NewDecoder(in)
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := take(d, start); err != nil {
				return err
			}
		}
	}
}

// errEnded ends a walk behind which nothing need be read.
var errEnded = errors.New("ended")

// walk surveys every row and cell of the sheet.
func (s *surveyor) walk(f *zip.File) error {
	err := tokens(f, func(d *xml.Decoder, start xml.StartElement) error {
		switch start.Name.Local {
		case "col":
			return s.columns(start)
		case "row":
			return s.begin(start)
		case "c":
			return s.cell(d, start)
		}
		return nil
	})
	if err == errEnded {
		return nil
	}
	return err
}

func (s *surveyor) columns(start xml.StartElement) error {
	from, to := number(start, "min"), number(start, "max")
	if from < 1 || to < from {
		return errors.New("a column has no number")
	}
	if truth(attr(start, "hidden")) {
		s.hidden = append(s.hidden, span{from, to})
	}
	return nil
}

// begin takes the head of a row; without a number it is the next one.
func (s *surveyor) begin(start xml.StartElement) error {
	next := s.row + 1
	if attr(start, "r") != "" {
		next = number(start, "r")
	}
	if next <= s.row {
		return fmt.Errorf("row %d does not follow row %d", next, s.row)
	}
	s.row, s.column, s.rowHidden = next, 0, truth(attr(start, "hidden"))
	return nil
}

// cell takes one cell; without a place it is the next one.
func (s *surveyor) cell(d *xml.Decoder, start xml.StartElement) error {
	column, row := s.column+1, s.row
	if name := attr(start, "r"); name != "" {
		var err error
		if column, row, err = excelize.CellNameToCoordinates(name); err != nil {
			return err
		}
	}
	if row != s.row || column <= s.column {
		return fmt.Errorf("row %d has a cell out of its order", s.row)
	}
	s.column = column
	var c content
	if err := d.DecodeElement(&c, &start); err != nil {
		return err
	}
	if c.Formula == nil && c.Value == nil && c.Inline == nil {
		return nil // a colour or a border
	}
	return s.judge(Place{row, column}, c)
}

// content is what stands in a cell.
type content struct {
	Type    string    `xml:"t,attr"`
	Style   int       `xml:"s,attr"`
	Value   *string   `xml:"v"`
	Formula *struct{} `xml:"f"`
	Inline  *struct{} `xml:"is"`
}

func (c content) text() string {
	if c.Value == nil {
		return ""
	}
	return *c.Value
}

// judge reports what may not stand in a cell, and what a person could not see.
func (s *surveyor) judge(at Place, c content) error {
	if c.Value != nil && *c.Value == "" && c.Formula == nil && c.Type != "str" {
		return nil
	}
	s.last = at.Row
	s.count++
	switch {
	case s.count > MaxCells:
		s.stop(Place{Row: at.Row}, TooManyCells, "limit", MaxCells)
		return errEnded
	case at.Column > MaxColumns:
		s.stop(Place{Row: at.Row}, TooManyColumns, "limit", MaxColumns)
	case s.rowHidden:
		s.fault(Place{Row: at.Row}, HiddenRow)
		s.rowHidden = false // once is enough
	case s.hides(at.Column):
		s.fault(Place{Column: at.Column}, HiddenColumn)
	case c.Value == nil && c.Inline == nil:
		s.fault(at, NotCalculated)
	case c.Type == "b":
		s.fault(at, IsATruth)
	case c.Type == "e":
		s.fault(at, IsAnError, "text", strings.Map(graphic, c.text()))
	case c.Type == "d" || c.isNumber() && s.isDate(c.Style):
		day, is := s.day(c)
		if !is || !s.reader.days {
			s.fault(at, IsADate)
		}
		s.dated[at] = day
	case c.Type == "s":
		if n, err := strconv.Atoi(strings.TrimSpace(c.text())); err != nil || n < 0 || n >= s.strings {
			return fmt.Errorf("%s has a text that is not there", ColumnName(at.Column)+strconv.Itoa(at.Row))
		}
	case c.isNumber() && strings.ContainsAny(c.text(), ".eE"):
		s.numbers[at] = true
	}
	return nil
}

func (c content) isNumber() bool { return c.Type == "" || c.Type == "n" }

// hides reports whether a column is hidden, and forgets it, because once is enough.
func (s *surveyor) hides(column int) bool {
	for i, h := range s.hidden {
		if column >= h.from && column <= h.to {
			s.hidden = append(s.hidden[:i:i], s.hidden[i+1:]...)
			return true
		}
	}
	return false
}

func attr(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is an attribute as a number, 0 for none.
func number(start xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(start, name))
	if err != nil {
		return 0
	}
	return n
}

func truth(word string) bool { return word == "1" || word == "true" }
