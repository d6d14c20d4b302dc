package cells

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// text reads a table of text.
func (r *reader) text(src []byte) {
	text, ok := decode(src)
	if !ok {
		r.fault(Place{}, WrongEncoding)
		return
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma, in.FieldsPerRecord = separator(text), -1
	broken := 0 // line breaks in cells so far, behind which lines are not rows
	for !r.done() {
		cells, err := in.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF:
			return
		case errors.As(err, &bad):
			r.stop(Place{Row: bad.StartLine - broken}, OpenQuote)
			return
		case err != nil: // a buffer has no other
			r.stop(Place{}, Damaged, "reason", err)
			return
		}
		line, _ := in.FieldPos(0)
		row := line - broken
		for i, cell := range cells {
			if !r.lines && strings.Contains(cell, "\n") {
				r.stop(Place{row, i + 1}, LineBreak)
				return
			}
			broken += strings.Count(cell, "\n")
			cells[i] = tame(cell)
		}
		r.row(row, cells)
	}
}

// decode is the text as UTF-8 without a mark. What is not UTF-8 is taken for
// GB18030, in which what cannot be read becomes a character that no cell may have.
func decode(src []byte) (text []byte, ok bool) {
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return nil, false
	case bytes.HasPrefix(src, []byte(mark)):
		return src[len(mark):], true
	case utf8.Valid(src):
		return src, true
	default:
		text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(src)
		return text, err == nil
	}
}

// mark is the byte order mark in UTF-8.
const mark = "\uFEFF"

// separator is the commonest of the separators in the first line that has any
// text, outside quotes; a comma where there is none.
func separator(text []byte) rune {
	count, quoted := map[rune]int{}, false
	for _, c := range string(firstLine(text)) {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			count[c]++
		}
	}
	best := ','
	for _, c := range ";\t" {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

func firstLine(text []byte) []byte {
	text = bytes.TrimLeft(text, "\r\n")
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return text[:i]
	}
	return text
}
