package cells

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	maxUnpacked = 192 << 20 // bytes of all parts of a workbook
	maxStyles   = 8 << 20   // of a part that is XML and neither a sheet nor its texts
	maxParts    = 10_000
)

// workbook reads the first sheet of a workbook. The parts are bounded before
// anything is unpacked, and the sheet is surveyed strictly, since the library
// ends a broken sheet without a word.
func (r *reader) workbook(src []byte) {
	defer func() {
		// The library promises nothing of files that nobody's spreadsheet wrote.
		if broken := recover(); broken != nil {
			r.damaged(fmt.Errorf("%v", broken))
		}
	}()
	parts, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		r.damaged(err)
		return
	}
	if !bounded(parts) {
		r.stop(Place{}, Unpacked, "limit", maxUnpacked>>20)
		return
	}
	book, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		r.damaged(err)
		return
	}
	defer book.Close()
	survey, err := r.survey(parts, book)
	if err != nil {
		r.damaged(err)
	}
	if err == nil && !r.done() {
		r.sheet(book, survey)
	}
}

// damaged words what an error of the library or of the XML says.
func (r *reader) damaged(err error) {
	r.stop(Place{}, Damaged, "reason", strconv.QuoteToGraphic(err.Error()))
}

// bounded reports whether the parts say that they unpack to a bearable size. What
// unpacks to more than it says is an error when it is read.
func bounded(parts *zip.Reader) bool {
	total := uint64(0)
	for _, part := range parts.File {
		most := uint64(maxUnpacked)
		if plainXML(part.Name) {
			most = maxStyles
		}
		if part.UncompressedSize64 > most {
			return false
		}
		total += part.UncompressedSize64
	}
	return total <= maxUnpacked && len(parts.File) <= maxParts
}

// plainXML reports whether the library takes a part in whole as XML, which costs
// many times its size.
func plainXML(name string) bool {
	name = strings.ToLower(name)
	return (strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")) &&
		!strings.HasPrefix(name, "xl/worksheets/") && name != "xl/sharedstrings.xml"
}

// sheet takes the rows of the sheet that was surveyed.
func (r *reader) sheet(book *excelize.File, s survey) {
	rows, err := book.Rows(s.name)
	if err != nil {
		r.damaged(err)
		return
	}
	defer rows.Close()
	for number := 1; number <= s.last && !r.done() && rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			r.damaged(err)
			return
		}
		for i, text := range cells {
			at := Place{number, i + 1}
			switch day, is := s.dated[at]; {
			case is:
				cells[i] = day
			case s.numbers[at]:
				cells[i] = plain(text)
			case r.lines:
				cells[i] = strings.ReplaceAll(text, "\r\n", "\n")
			}
		}
		r.row(number, cells)
	}
}

// plain is a number as a person would type it: a workbook stores 0.3 as
// 0.29999999999999999.
func plain(text string) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return text
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil || math.Abs(n) >= 1e15 {
		return text
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
