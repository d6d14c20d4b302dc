package plan

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/typed"
)

// How long a text may be, in characters.
const (
	maxID     = 16
	maxGrade  = 12
	maxClause = 20
	maxName   = 40 // of a person, a post, a class, a reason for a void sheet
	maxTitle  = 60 // of all else
)

// twins are the full-width characters that an input method leaves where TOML
// needs the plain ones.
var twins = map[rune]string{
	'“': `"`, '”': `"`, '＂': `"`, '‘': "'", '’': "'", '＇': "'",
	'＝': "=", '［': "[", '］': "]", '【': "[", '】': "]", '｛': "{", '｝': "}",
	'，': ",", '、': ",", '．': ".", '。': ".", '＃': "#", '－': "-", '　': " ",
}

// encodingGuess is what a file seems to be that is not UTF-8.
func encodingGuess(src []byte) string {
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		return "UTF-16"
	}
	return "GB18030"
}

// badByte is the offset of the first byte that is not UTF-8.
func badByte(src []byte) int {
	at := 0
	for at < len(src) {
		c, n := utf8.DecodeRune(src[at:])
		if c == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return at
}

// scan reports every hidden character of the file, comments included, since it
// could make the file read otherwise than it is.
func (r *reader) scan() {
	for at, c := range string(r.text) {
		if isStray(c) || c == '\r' && !bytes.HasPrefix(r.text[at:], []byte("\r\n")) {
			r.fault(at, BadCharacter, codePoint(c))
		}
	}
}

// isStray reports whether c is hidden and not part of a file's layout either.
func isStray(c rune) bool { return typed.Hidden(c) && c != '\n' && c != '\t' && c != '\r' }

// codePoint shows a character that cannot be shown itself.
func codePoint(c rune) string {
	if typed.Hidden(c) || unicode.IsMark(c) {
		return fmt.Sprintf("U+%04X", c)
	}
	return fmt.Sprintf("%#U", c)
}

// malformed reports what stops the file from being TOML, in the words of a
// person who typed it where that is possible.
func (r *reader) malformed(at int, why string) {
	c, _ := utf8.DecodeRune(r.text[at:])
	twin, isTwin := twins[c]
	switch {
	case isTwin && unicode.IsSpace(c):
		r.fault(at, FullWidth, codePoint(c), "U+0020")
	case isTwin:
		r.fault(at, FullWidth, string(c), twin)
	case c == '/':
		r.fault(at, Syntax, bare)
	case c >= utf8.RuneSelf && !typed.Hidden(c):
		r.fault(at, Unquoted, quote(c))
	case len(r.faults) == 0 || !typed.Hidden(c): // else the scan has told it
		r.fault(at, Syntax, plainSyntax(why))
	}
}

// plainSyntax says in plain words, for someone who knows no TOML, what a TOML parser
// has to say.
func plainSyntax(why string) term {
	for _, s := range syntax {
		if strings.HasPrefix(why, s.parser) {
			return s.plain
		}
	}
	return term{why, why}
}

var syntax = []struct {
	parser string // how the parser's message starts
	plain  term
}{
	{"basic strings cannot have new lines", unclosed},
	{"literal strings cannot have new lines", unclosed},
	{"unterminated", unclosed},
	{"expected newline", term{"这一行到此应当结束", "the line should end here"}},
	{"expected '=' after key", term{"此处应当是等号", "an equals sign is missing here"}},
	{"expected ']", term{"方括号没有配对", "the closing bracket is missing"}},
	{"expected ',' or", term{"缺少逗号，或者括号没有配对", "a comma or the closing bracket is missing"}},
	{"array is incomplete", term{"方括号没有配对", "the closing bracket is missing"}},
	{"inline table is incomplete", term{"花括号没有配对", "the closing brace is missing"}},
	{"expected value", term{"此处缺少内容", "a value is missing here"}},
	{"strings must be quoted", unquoted},
	{"expected keyword", unquoted},
	{"unexpected character", unquoted},
}

var (
	unclosed = term{"引号没有配对", "the closing quotation mark is missing"}
	bare     = term{"分数要放在半角双引号中", "a fraction goes between quotation marks"}
	unquoted = term{"文字要放在半角双引号中", "text goes between quotation marks"}
)

// plain is the text of n, checked and never repaired; "" after a fault.
func (r *reader) plain(n *node, most int) string {
	if i := strings.IndexFunc(n.text, typed.Hidden); i >= 0 {
		if !bytes.ContainsFunc(n.raw, isStray) { // else the scan has told it
			c, _ := utf8.DecodeRuneInString(n.text[i:])
			r.fault(n.literal(i), BadCharacter, codePoint(c))
		}
		return ""
	}
	if !norm.NFC.IsNormalString(n.text) {
		i, _ := norm.NFC.SpanString(n.text, true)
		c, _ := utf8.DecodeRuneInString(n.text[i:])
		r.fault(n.literal(i), NotNormal, codePoint(c))
		return ""
	}
	switch length := utf8.RuneCountInString(n.text); {
	case strings.TrimSpace(n.text) == "":
		r.fault(n.at, Empty, quote(n.name))
	case strings.TrimSpace(n.text) != n.text:
		r.fault(n.at, Padded, quote(n.name))
	case length > most:
		r.fault(n.at, TooLong, quote(n.name), length, most)
	default:
		return n.text
	}
	return ""
}
