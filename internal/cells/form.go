package cells

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"shuping/internal/fault"
)

// A Form is a table that is to be filled in.
type Form struct {
	Name    string // of the sheet
	Columns []Column
	Filled  [][]string // rows below the heads that have something in them already
	Blank   int        // how many rows below the heads are to be filled in, those included
	Checks  []Check
	Choices string // what the sheet is called that holds choices too long for a cell
}

// A Column is one of a form: its head, and what may stand below.
type Column struct {
	Head    string
	Choices []string // from which one is picked; none where anything may stand
	Longest int      // characters of a cell, 0 for any number
	Title   string   // over what is told of the column
	Hint    string   // what is told whoever fills it in
	Wrong   string   // and whoever wrote something else
}

// A Check paints the rows of which a formula is true. The formula is about the first
// row below the heads.
type Check struct{ Formula string }

// CSV is the form as a file of text, which knows nothing of choices.
func (f Form) CSV() []byte { return CSV(f.rows()) }

// rows is the heads, and the rows that have something in them.
func (f Form) rows() [][]string {
	heads := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		heads[i] = c.Head
	}
	return append([][]string{heads}, f.Filled...)
}

// XLSX is the form as a workbook: heads that stay in sight, choices to pick from, a
// refusal of what is none of them, and rows in colour that do not add up.
func (f Form) XLSX() ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName(book.GetSheetName(0), f.Name); err != nil {
		return nil, err
	}
	for _, step := range []func(*excelize.File) error{f.write, f.dress, f.restrict, f.paint} {
		if err := step(book); err != nil {
			return nil, err
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (f Form) write(book *excelize.File) error {
	for n, row := range f.rows() {
		for i, text := range row {
			if err := book.SetCellValue(f.Name, Place{n + 1, i + 1}.name(), value(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// dress frames the cells that are to be filled in, and keeps the heads in sight.
func (f Form) dress(book *excelize.File) error {
	thin := []excelize.Border{
		{Type: "left", Color: "808080", Style: 1}, {Type: "right", Color: "808080", Style: 1},
		{Type: "top", Color: "808080", Style: 1}, {Type: "bottom", Color: "808080", Style: 1},
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "center"}
	head, err := book.NewStyle(&excelize.Style{
		Border: thin, Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"},
	})
	if err != nil {
		return err
	}
	body, err := book.NewStyle(&excelize.Style{Border: thin, Alignment: wrap})
	if err != nil {
		return err
	}
	last := len(f.Columns)
	if err := book.SetCellStyle(f.Name, "A1", Place{1, last}.name(), head); err != nil {
		return err
	}
	if f.Blank > 0 {
		if err := book.SetCellStyle(f.Name, "A2", Place{f.Blank + 1, last}.name(), body); err != nil {
			return err
		}
	}
	for i, c := range f.Columns {
		width := max(8, min(40, float64(2*utf8.RuneCountInString(c.Head)+4)))
		if c.Longest > MaxHead {
			width = 40
		}
		name := fault.ColumnName(i + 1)
		if err := book.SetColWidth(f.Name, name, name, width); err != nil {
			return err
		}
	}
	return book.SetPanes(f.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// MaxHead is how long a text may be that needs no wide column.
const MaxHead = 200

// inCell is how many characters of choices a cell may hold.
const inCell = 250

// restrict gives the columns their choices.
func (f Form) restrict(book *excelize.File) error {
	for i, c := range f.Columns {
		if f.Blank == 0 || len(c.Choices) == 0 && c.Longest == 0 && c.Hint == "" {
			continue
		}
		check := excelize.NewDataValidation(true)
		check.SetSqref(Place{2, i + 1}.name() + ":" + Place{f.Blank + 1, i + 1}.name())
		switch joined := strings.Join(c.Choices, ","); {
		case len(c.Choices) == 0 && c.Longest > 0:
			if err := check.SetRange(0, c.Longest, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
		case len(c.Choices) == 0:
		case utf8.RuneCountInString(joined) <= inCell && strings.Count(joined, ",") == len(c.Choices)-1:
			if err := check.SetDropList(c.Choices); err != nil {
				return err
			}
		default:
			at, err := f.listed(book, i, c.Choices)
			if err != nil {
				return err
			}
			check.SetSqrefDropList(at)
		}
		if c.Hint != "" {
			check.SetInput(c.Title, c.Hint)
		}
		if c.Wrong != "" {
			check.SetError(excelize.DataValidationErrorStyleStop, c.Title, c.Wrong)
		}
		if err := book.AddDataValidation(f.Name, check); err != nil {
			return err
		}
	}
	return nil
}

// listed writes choices that are too long for a cell on a sheet of their own.
func (f Form) listed(book *excelize.File, column int, choices []string) (string, error) {
	if n, err := book.GetSheetIndex(f.Choices); err != nil || n < 0 {
		if _, err := book.NewSheet(f.Choices); err != nil {
			return "", err
		}
	}
	for i, text := range choices {
		if err := book.SetCellStr(f.Choices, Place{i + 1, column + 1}.name(), text); err != nil {
			return "", err
		}
	}
	name := fault.ColumnName(column + 1)
	return fmt.Sprintf("'%s'!$%s$1:$%s$%d", f.Choices, name, name, len(choices)), nil
}

// paint gives the rows colour that a check is true of.
func (f Form) paint(book *excelize.File) error {
	if len(f.Checks) == 0 || f.Blank == 0 {
		return nil
	}
	amber, err := book.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFE699"}}})
	if err != nil {
		return err
	}
	var rules []excelize.ConditionalFormatOptions
	for _, c := range f.Checks {
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Criteria: c.Formula, Format: &amber})
	}
	return book.SetConditionalFormat(f.Name, "A2:"+Place{f.Blank + 1, len(f.Columns)}.name(), rules)
}
