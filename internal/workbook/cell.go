package workbook

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A cell is what stands in one place of a sheet: nothing, a text, a number, or a
// formula with the result that it comes to. A text is never read as anything
// else: it stands in the file as a text, and one that a spreadsheet would take
// for a formula or a day once somebody types in its cell is marked as quoted.
type cell struct {
	look    look
	kind    cellKind
	text    string
	number  float64
	formula string
}

type cellKind byte

const (
	nothing cellKind = iota
	textual
	numeric
)

// maxCell is how many characters a cell may have, as UTF-16 counts them. A longer
// text is cut and says where all of it stands.
const (
	maxCell = 32767
	cutOff  = "……（单元格容不下，全文见 result.json）"
)

func textCell(l look, text string) cell {
	if text == "" {
		return cell{look: l}
	}
	if long := utf16.Encode([]rune(text)); len(long) > maxCell {
		room := maxCell - len(utf16.Encode([]rune(cutOff)))
		if long[room]&0xFC00 == 0xDC00 {
			room-- // not in the middle of a character
		}
		text = string(utf16.Decode(long[:room])) + cutOff
	}
	return cell{look: l, kind: textual, text: text}
}

func numberCell(n int) cell { return cell{look: plain, kind: numeric, number: float64(n)} }

// formulaCell is a formula that comes to the number n.
func formulaCell(formula string, n float64) cell {
	return cell{look: plain, kind: numeric, number: n, formula: formula}
}

// textFormulaCell is a formula that comes to a text. No formula is just the text.
func textFormulaCell(formula, text string) cell {
	return cell{look: centred, kind: textual, text: text, formula: formula}
}

// appendRow appends one row to b, from column A on; a height of 0 points is the usual one.
func appendRow(b []byte, number, height int, cells []cell) []byte {
	at := strconv.Itoa(number)
	b = append(b, `<row r="`...)
	b = append(b, at...)
	if height > 0 {
		b = append(b, `" ht="`...)
		b = strconv.AppendInt(b, int64(height), 10)
	}
	b = append(b, `">`...)
	for i, c := range cells {
		b = c.write(b, columnLetters(i)+at)
	}
	return append(b, `</row>`...)
}

// maxFormula is how many characters a formula may have. A longer one is left out
// and its result stands alone.
const maxFormula = 8192

func (c cell) write(b []byte, place string) []byte {
	if utf8.RuneCountInString(c.formula) > maxFormula {
		c.formula = ""
	}
	b = append(b, `<c r="`...)
	b = append(b, place...)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(c.look.of(c.text)), 10)
	switch {
	case c.kind == nothing:
		return append(b, `"/>`...)
	case c.kind == numeric:
		b = append(b, `">`...)
	case c.formula != "":
		b = append(b, `" t="str">`...)
	default:
		b = append(b, `" t="inlineStr"><is><t xml:space="preserve">`...)
		b = append(b, escapeCell(c.text)...)
		return append(b, `</t></is></c>`...)
	}
	if c.formula != "" {
		b = append(b, `<f>`...)
		b = append(b, xmlText(c.formula)...)
		b = append(b, `</f>`...)
	}
	b = append(b, `<v>`...)
	b = append(b, c.cached()...)
	return append(b, `</v></c>`...)
}

// cached is the value as a spreadsheet stores it.
func (c cell) cached() string {
	if c.kind == numeric {
		return strconv.FormatFloat(c.number, 'g', -1, 64)
	}
	return escapeCell(c.text)
}

// escapeCell is text as XML. A spreadsheet reads _x0041_ as A, so the low line that
// begins such a thing is written in that way itself.
func escapeCell(text string) string {
	if !strings.ContainsAny(text, "<>&\"'\r\n\t_") {
		return text
	}
	for i := strings.Index(text, "_x"); i >= 0; {
		rest := text[i:]
		if len(rest) >= 7 && rest[6] == '_' && isHex(rest[2:6]) {
			text = text[:i] + "_x005F" + rest
			i += len("_x005F")
		}
		next := strings.Index(text[i+1:], "_x")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return xmlText(text)
}

func xmlText(text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil { // a buffer takes everything
		panic(err)
	}
	return b.String()
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }

// columnLetters is the name of the column at index i: A, B … Z, AA.
func columnLetters(i int) string {
	name := ""
	for ; i >= 0; i = i/26 - 1 {
		name = string(rune('A'+i%26)) + name
	}
	return name
}

// rowHeightOf is how many points a row needs to show its cells whole in columns of
// these widths. A row has at most 409.
func rowHeightOf(cells []cell, widths []float64) int {
	lines := 1
	for i, c := range cells {
		own := 0
		for line := range strings.SplitSeq(c.text, "\n") {
			own += max(1, int(math.Ceil(textWidth(line)/(widths[i]-1))))
		}
		lines = max(lines, own)
	}
	return min(409, 16*lines+4)
}

// textWidth is how wide a text is, in the widths of a digit.
func textWidth(text string) float64 {
	w := 0.0
	for _, r := range text {
		if r < 0x2E80 {
			w += 1.1
		} else {
			w += 2.1
		}
	}
	return w
}

// quotedText is a text as a formula names it.
func quotedText(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
