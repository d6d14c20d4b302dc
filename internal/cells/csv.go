package cells

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"shuping/internal/fault"
)

// text reads a table of text.
func (r *reader) text(src []byte) {
	text, code := decoded(src)
	if code == "" && strings.Contains(text, "\x00") {
		code = WrongEncoding
	}
	if code != "" {
		r.fault(code)
		return
	}
	if strings.Contains(text, "\r") {
		if r.book.OldLines = !strings.Contains(text, "\n"); r.book.OldLines {
			text = strings.ReplaceAll(text, "\r", "\n")
		}
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	s := &Sheet{}
	l := liner{reader: r, sheet: s, next: 1}
	l.separator, l.rest = separator(text)
	for l.line() {
	}
	r.book.Sheets = append(r.book.Sheets, s)
}

// mark is the byte order mark in UTF-8.
const mark = "\uFEFF"

// decoded is a text as UTF-8 without a mark, or what it is written in if nobody
// can tell. What is neither UTF-8 nor marked as UTF-16 is taken for GB18030, in which
// what cannot be read becomes a character that no cell may have.
func decoded(src []byte) (string, fault.Code) {
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(src)
		if err != nil {
			return "", WrongEncoding
		}
		return string(text), ""
	case bytes.HasPrefix(src, []byte(mark)):
		return string(src[len(mark):]), ""
	case utf8.Valid(src):
		return string(src), ""
	}
	text, ok := decodedBy(simplifiedchinese.GB18030, src)
	traditional, big5 := decodedBy(traditionalchinese.Big5, src[:min(len(src), 64<<10)])
	if big5 && (!ok || !containsAny(text, simplifiedWords...) && containsAny(traditional, traditionalWords...)) {
		return "", IsBig5
	}
	return text, ""
}

// Words of such tables. Many a text of the one encoding reads as nonsense in the other
// without a fault.
var (
	simplifiedWords  = []string{"序号", "书记", "支部", "问题", "整改", "述职", "评议", "姓名", "较好", "一般", "弃权", "单位", "责任"}
	traditionalWords = []string{"序號", "書記", "支部", "問題", "整改", "述職", "評議", "姓名", "較好", "一般", "棄權", "單位", "責任"}
)

// decodedBy is a text in an encoding, and whether all of it could be read.
func decodedBy(e encoding.Encoding, src []byte) (string, bool) {
	text, err := e.NewDecoder().Bytes(src)
	return string(text), err == nil && !bytes.ContainsRune(text, utf8.RuneError)
}

// separator is what parts the cells of a text: what its first line says that it is
// (sep=;), or what is commonest in its first lines outside quotes; a comma where
// there is none. Rest is the text without a line that only says so.
func separator(text string) (by byte, rest string) {
	if first, rest, _ := strings.Cut(text, "\n"); len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		return first[4], rest
	}
	const most = 64 << 10
	var count [256]int
	quoted := false
	for _, c := range []byte(text[:min(len(text), most)]) {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			count[c]++
		}
		if count['\n'] > 40 {
			break
		}
	}
	by = ','
	for _, c := range []byte(";\t") {
		if count[c] > count[by] {
			by = c
		}
	}
	return by, text
}

// A liner takes a text apart, line by line. Its lines end in LF.
type liner struct {
	*reader
	sheet     *Sheet
	separator byte
	rest      string
	next      int // the row that the next line is
	cells     []cell
}

// line reads a row, and reports whether there may be another.
func (l *liner) line() bool {
	if l.rest == "" {
		return false
	}
	l.cells = l.cells[:0]
	row := l.next
	l.next++
	for column := 1; ; column++ {
		text, ok := l.cell()
		if !ok {
			l.sheet.stop(Place{Row: row}, OpenQuote)
			return false
		}
		if !l.put(row, column, text) {
			return false
		}
		if l.rest == "" {
			return l.take(l.sheet, row, l.cells)
		}
		end := l.rest[0]
		l.rest = l.rest[1:]
		if end == '\n' {
			return l.take(l.sheet, row, l.cells)
		}
	}
}

// cell reads a cell up to what ends it; not ok where its quotes are wrong.
func (l *liner) cell() (text string, ok bool) {
	if strings.HasPrefix(l.rest, `"`) {
		return l.quoted()
	}
	end := 0
	for end < len(l.rest) && l.rest[end] != l.separator && l.rest[end] != '\n' {
		if l.rest[end] == '"' {
			return "", false
		}
		end++
	}
	text, l.rest = l.rest[:end], l.rest[end:]
	return text, true
}

// quoted reads a cell in double quotes, in which a quote is written twice.
func (l *liner) quoted() (text string, ok bool) {
	end, doubled := 1, false
	for {
		i := strings.IndexByte(l.rest[end:], '"')
		if i < 0 {
			return "", false
		}
		end += i
		if !strings.HasPrefix(l.rest[end+1:], `"`) {
			break
		}
		end, doubled = end+2, true
	}
	text, l.rest = l.rest[1:end], l.rest[end+1:]
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	return text, l.rest == "" || l.rest[0] == l.separator || l.rest[0] == '\n'
}

// put takes a cell of a row. What is empty at the end of one is not there.
func (l *liner) put(row, column int, text string) bool {
	switch {
	case text == "":
		return true
	case column > MaxColumns:
		l.sheet.stop(Place{Row: row}, TooManyColumns, "limit", MaxColumns)
		return false
	}
	for len(l.cells) < column-1 {
		l.cells = append(l.cells, cell{})
	}
	l.cells = append(l.cells, newCell(tame(text)))
	return true
}
