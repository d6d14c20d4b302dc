package workbook

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"shuping/internal/docx"
)

// A bookPart is one part of the workbook, whose middle may be a stream.
type bookPart struct {
	name          string
	before, after []byte
	stream        func(io.Writer) error // nil for none
}

// layOutParts lays out everything but the cells: styles, sheets, pages and charts. The
// cells are put in by row, because the library has no formula with its result.
func layOutParts(b *book, pages []sheet) ([]bookPart, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := addLooks(f, b.s.Plan.Rule.Decimals); err != nil {
		return nil, err
	}
	for i, p := range pages {
		if err := addPage(f, p, i); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	if !b.d.Hidden {
		if err := addCharts(f, b); err != nil {
			return nil, fmt.Errorf("%s: %w", chartName, err)
		}
	}
	const day = "1980-01-01T00:00:00Z" // no day of its own, as in the zip
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "述评", Title: b.d.Title, Created: day, Modified: day}); err != nil {
		return nil, err
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Shuping"}); err != nil {
		return nil, err
	}
	file, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	parts, err := docx.Unpack(file.Bytes())
	if err != nil {
		return nil, err
	}
	return fillParts(parts, pages)
}

// addPage lays out the sheet at index i: widths, what stays in sight, and how it
// is printed.
func addPage(f *excelize.File, p sheet, i int) error {
	if i == 0 {
		if err := f.SetSheetName("Sheet1", p.name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(p.name); err != nil {
		return err
	}
	for n, w := range p.widths {
		if err := f.SetColWidth(p.name, columnLetters(n), columnLetters(n), w); err != nil {
			return err
		}
	}
	if err := setPrinting(f, p); err != nil || p.heads == nil {
		return err
	}
	top := fmt.Sprintf("%s%d", columnLetters(p.frozen), firstRow)
	panes := excelize.Panes{Freeze: true, XSplit: p.frozen, YSplit: firstRow - 1, TopLeftCell: top, ActivePane: "bottomRight"}
	if p.frozen == 0 {
		panes.ActivePane = "bottomLeft"
	}
	if err := f.SetPanes(p.name, &panes); err != nil {
		return err
	}
	if err := f.SetSheetDimension(p.name, fmt.Sprintf("A1:%s%d", columnLetters(len(p.heads)-1), p.last)); err != nil {
		return err
	}
	titles := fmt.Sprintf("%s!$1:$%d", p.name, firstRow-1)
	if p.pagesAcross() > 1 {
		titles = fmt.Sprintf("%s!$A:$%s,%s", p.name, columnLetters(p.frozen-1), titles)
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: titles})
}

// pagesAcross is how many pages the sheet is wide in print: one, unless nobody
// could read it then. Each page repeats the columns that stay in sight.
func (p sheet) pagesAcross() int {
	const readable = 130
	repeated, rest := 0.0, 0.0
	for i, w := range p.widths {
		if i < p.frozen {
			repeated += w
		} else {
			rest += w
		}
	}
	return max(1, int(math.Ceil(rest/max(readable/2, readable-repeated))))
}

// setPrinting prints a sheet on A4 across, fitted to the width, with the number of each
// page.
func setPrinting(f *excelize.File, p sheet) error {
	a4, across, wide, long := 9, "landscape", p.pagesAcross(), 0
	fits := true
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	side, end := 0.4, 0.6 // inches
	margins := excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end}
	if err := f.SetPageMargins(p.name, &margins); err != nil {
		return err
	}
	layout := excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &wide, FitToHeight: &long}
	if err := f.SetPageLayout(p.name, &layout); err != nil {
		return err
	}
	return f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddFooter: "&C— &P —"})
}

// fillParts puts the cells into the sheets and their figures into the charts.
func fillParts(parts []docx.Part, pages []sheet) ([]bookPart, error) {
	var out []bookPart
	for _, p := range parts {
		var n int
		part := bookPart{name: p.Name, before: p.Bytes}
		switch {
		case p.Name == docx.ContentTypes:
			sorted, err := sortTypes(p.Bytes)
			if err != nil {
				return nil, err
			}
			part.before = sorted
		case strings.HasPrefix(p.Name, "xl/charts/"):
			part.before = chartFigures(p.Bytes, pages)
		case scanPartName(p.Name, "xl/worksheets/sheet%d.xml", &n):
			const mark = "<sheetData>"
			at := bytes.Index(p.Bytes, []byte(mark))
			if at < 0 || n < 1 || n > len(pages) {
				return nil, fmt.Errorf("%s has no place for cells", p.Name)
			}
			at += len(mark)
			part.before, part.after = append(p.Bytes[:at:at], pages[n-1].top()...), p.Bytes[at:]
			part.stream = pages[n-1].cells
		}
		out = append(out, part)
	}
	return out, nil
}

func scanPartName(text, format string, n *int) bool {
	_, err := fmt.Sscanf(text, format, n)
	return err == nil && fmt.Sprintf(format, *n) == text
}

// top is the rows above the first: title, note and heads.
func (p sheet) top() []byte {
	if p.heads == nil {
		return nil
	}
	heads := make([]cell, len(p.heads))
	for i, h := range p.heads {
		heads[i] = textCell(headed, h)
	}
	out := appendRow(nil, 1, 26, []cell{textCell(titled, p.title)})
	out = appendRow(out, 2, 16, []cell{textCell(noted, p.note)})
	return appendRow(out, firstRow-1, rowHeightOf(heads, p.widths), heads)
}

// cells writes the rows of the sheet.
func (p sheet) cells(w io.Writer) error {
	if p.stream != nil {
		return p.stream(w)
	}
	var b []byte
	for i, cells := range p.rows {
		b = appendRow(b, firstRow+i, rowHeightOf(cells, p.widths), cells)
	}
	_, err := w.Write(b)
	return err
}

// at is the cell in the column and the row of a sheet, as a formula counts them.
func (p sheet) at(column, number int) cell {
	switch i := number - firstRow; {
	case i == -1 && column < len(p.heads):
		return textCell(headed, p.heads[column])
	case i >= 0 && i < len(p.rows) && column < len(p.rows[i]):
		return p.rows[i][column]
	}
	return cell{number: math.NaN()}
}
