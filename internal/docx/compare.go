package docx

import (
	"bytes"
	"html"
	"strings"

	"shuping/internal/typed"
)

// A Difference is the first place in which a file is not the one that it should be.
type Difference struct {
	Part            string // "word/document.xml", "" for what lies around the parts
	Paragraph       int    // of the part, from 1; 0 where it has none
	Found, Expected string // "" for nothing
}

// Compare holds a file against the one that it should be, part by part and
// uncompressed; nil is no difference. An error says that the file is no such zip.
func Compare(file, want []byte) (*Difference, error) {
	if bytes.Equal(file, want) {
		return nil, nil
	}
	found, err := Unpack(file)
	if err != nil {
		return nil, err
	}
	expected, err := Unpack(want)
	if err != nil {
		return nil, err
	}
	for i := range max(len(found), len(expected)) {
		switch {
		case i >= len(expected):
			return &Difference{Part: found[i].Name, Found: found[i].Name}, nil
		case i >= len(found):
			return &Difference{Part: expected[i].Name, Expected: expected[i].Name}, nil
		case found[i].Name != expected[i].Name:
			return &Difference{Part: expected[i].Name, Found: found[i].Name, Expected: expected[i].Name}, nil
		case !bytes.Equal(found[i].Bytes, expected[i].Bytes):
			return DifferenceIn(expected[i].Name, found[i].Bytes, expected[i].Bytes), nil
		}
	}
	return &Difference{}, nil
}

// DifferenceIn is the first place in which a part is not the one that it should be:
// its paragraph with the text there, or some bytes where the text is the same.
func DifferenceIn(part string, found, want []byte) *Difference {
	at := 0
	for at < len(found) && at < len(want) && found[at] == want[at] {
		at++
	}
	d := &Difference{Part: part, Paragraph: len(paragraph().FindAllIndex(want[:at], -1))}
	d.Found, d.Expected = textAround(found, at), textAround(want, at)
	if d.Found == d.Expected {
		d.Found, d.Expected = bytesAround(found, at), bytesAround(want, at)
	}
	return d
}

var (
	paragraph = typed.Pattern(`<w:p[ >]`)
	anyTag    = typed.Pattern(`<[^>]*>?`)
)

// textAround is the text of the paragraph around a byte.
func textAround(part []byte, at int) string {
	from := 0
	if starts := paragraph().FindAllIndex(part[:at], -1); len(starts) > 0 {
		from = starts[len(starts)-1][0]
	}
	rest := part[from:]
	if end := bytes.Index(rest, []byte("</w:p>")); end >= 0 {
		rest = rest[:end]
	}
	return html.UnescapeString(strings.TrimSpace(string(anyTag().ReplaceAll(rest, nil))))
}

// bytesAround is a few bytes on both sides of one.
func bytesAround(part []byte, at int) string {
	return strings.ToValidUTF8(string(part[max(0, at-20):min(len(part), at+40)]), "")
}
