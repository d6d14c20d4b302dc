package journal

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gowebpki/jcs"
)

// maxDepth bounds how deep an event may be nested.
const maxDepth = 64

// scanObject finds the end of the JSON object that begins at b[i] and proves on
// the way that it is in canonical form (RFC 8785).
//
// Canonical form has one spelling for every value: no space between tokens,
// members in the order of their names' UTF-16 units, each once, only the escapes
// that are needed, numbers as ECMAScript prints them. So it can be recognised
// in one pass over the bytes. Transforming every record and comparing the
// results proves the same and costs some twenty times as much, which a replay
// of many thousand records would feel.
func scanObject(b []byte, i, depth int) (int, error) {
	if i >= len(b) || b[i] != '{' {
		return i, notCanonical("an object was expected", i)
	}
	if depth > maxDepth {
		return i, notCanonical("it is nested too deep", i)
	}
	i++
	if i < len(b) && b[i] == '}' {
		return i + 1, nil
	}
	var last []byte
	for first := true; ; first = false {
		end, err := scanString(b, i)
		if err != nil {
			return i, err
		}
		name := b[i+1 : end-1]
		if !first && !nameBefore(last, name) {
			return i, notCanonical("a member is doubled or out of order", i)
		}
		last, i = name, end
		if i >= len(b) || b[i] != ':' {
			return i, notCanonical("a colon was expected", i)
		}
		if i, err = scanValue(b, i+1, depth); err != nil {
			return i, err
		}
		if i >= len(b) {
			return i, notCanonical("it breaks off", i)
		}
		switch b[i] {
		case ',':
			i++
		case '}':
			return i + 1, nil
		default:
			return i, notCanonical("a comma or a brace was expected", i)
		}
	}
}

func scanValue(b []byte, i, depth int) (int, error) {
	if i >= len(b) {
		return i, notCanonical("it breaks off", i)
	}
	switch c := b[i]; {
	case c == '"':
		return scanString(b, i)
	case c == '{':
		return scanObject(b, i, depth+1)
	case c == '[':
		return scanArray(b, i, depth+1)
	case c == '-' || '0' <= c && c <= '9':
		return scanNumber(b, i)
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if bytes.HasPrefix(b[i:], []byte(word)) {
			return i + len(word), nil
		}
	}
	return i, notCanonical("a value was expected", i)
}

func scanArray(b []byte, i, depth int) (int, error) {
	if depth > maxDepth {
		return i, notCanonical("it is nested too deep", i)
	}
	i++
	if i < len(b) && b[i] == ']' {
		return i + 1, nil
	}
	for {
		var err error
		if i, err = scanValue(b, i, depth); err != nil {
			return i, err
		}
		if i >= len(b) {
			return i, notCanonical("it breaks off", i)
		}
		switch b[i] {
		case ',':
			i++
		case ']':
			return i + 1, nil
		default:
			return i, notCanonical("a comma or a bracket was expected", i)
		}
	}
}

// scanString finds the end of the string whose opening quote is b[i].
func scanString(b []byte, i int) (int, error) {
	if i >= len(b) || b[i] != '"' {
		return i, notCanonical("a string was expected", i)
	}
	for i++; i < len(b); {
		switch c := b[i]; {
		case c == '"':
			return i + 1, nil
		case c == '\\':
			size := escapeSize(b[i:])
			if size == 0 {
				return i, notCanonical("an escape is not needed", i)
			}
			i += size
		case c < ' ':
			return i, notCanonical("a control character must be escaped", i)
		case c < utf8.RuneSelf:
			i++
		default:
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size <= 1 {
				return i, notCanonical("it is not UTF-8", i)
			}
			i += size
		}
	}
	return i, notCanonical("a string has no end", i)
}

// escapeSize is the length of the canonical escape at the beginning of b, 0 if
// it is none.
func escapeSize(b []byte) int {
	if len(b) < 2 {
		return 0
	}
	if bytes.IndexByte([]byte(`"\bfnrt`), b[1]) >= 0 {
		return 2
	}
	if len(b) < 6 || string(b[1:4]) != "u00" || b[4] > '1' || digits16[b[4]] > 1 || digits16[b[5]] > 15 {
		return 0
	}
	switch digits16[b[4]]<<4 | digits16[b[5]] {
	case '\b', '\t', '\n', '\f', '\r':
		return 0
	}
	return 6
}

// nameBefore reports whether the member name a sorts before b, both as they are
// written between their quotes.
func nameBefore(a, b []byte) bool {
	if plain(a) && plain(b) {
		return bytes.Compare(a, b) < 0
	}
	x := utf16.Encode([]rune(unquote(a)))
	y := utf16.Encode([]rune(unquote(b)))
	return slices.Compare(x, y) < 0
}

// plain reports whether bytes order the name as UTF-16 units would.
func plain(name []byte) bool {
	for _, c := range name {
		if c >= utf8.RuneSelf || c == '\\' {
			return false
		}
	}
	return true
}

// scanNumber accepts whole numbers of up to fifteen digits as they stand, which
// a float64 carries exactly; anything else must be what ECMAScript would print.
func scanNumber(b []byte, i int) (int, error) {
	end, digits := i, 0
	for end < len(b) && bytes.IndexByte([]byte("+-.0123456789eE"), b[end]) >= 0 {
		if '0' <= b[end] && b[end] <= '9' {
			digits++
		}
		end++
	}
	token := b[i:end]
	if digits == len(token) && digits <= 15 && (token[0] != '0' || digits == 1) {
		return end, nil
	}
	value, err := strconv.ParseFloat(string(token), 64)
	if err != nil {
		return i, notCanonical("a number is malformed or out of range", i)
	}
	if canonical, err := jcs.NumberToJSON(value); err != nil || canonical != string(token) {
		return i, notCanonical("a number has a shorter spelling", i)
	}
	return end, nil
}

// unquote decodes a canonical string without its quotes.
func unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	text := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			text = append(text, raw[i])
			continue
		}
		i++
		if raw[i] == 'u' {
			text = append(text, digits16[raw[i+3]]<<4|digits16[raw[i+4]])
			i += 4
			continue
		}
		text = append(text, unescaped[raw[i]])
	}
	return string(text)
}

// appendString writes text as a canonical JSON string.
func appendString(dst []byte, text string) []byte {
	dst = append(dst, '"')
	for i := range len(text) {
		c := text[i]
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c >= ' ':
			dst = append(dst, c)
		case escaped[c] != 0:
			dst = append(dst, '\\', escaped[c])
		default:
			dst = fmt.Appendf(dst, `\u%04x`, c)
		}
	}
	return append(dst, '"')
}

var (
	escaped   = [' ']byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r'}
	unescaped = [128]byte{'"': '"', '\\': '\\', 'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r'}
)

func notCanonical(why string, at int) error {
	return fmt.Errorf("not canonical JSON, %s at byte %d", why, at)
}
