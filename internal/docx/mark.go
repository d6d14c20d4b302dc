package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"shuping/internal/typed"
)

// A Mark is a value that can be read back out of the file: it stands in a
// bookmark of its name. A name is a letter, then letters, digits and single
// underscores, at most 36 characters together.
type Mark struct{ Name, Text string }

// A place is one bookmark.
type place struct {
	ID   int    // from 1 within the file
	Name string // the name of the mark, from its second place on with __2 behind it
	Text string
}

// places gives each mark its bookmark. Word drops the second of two bookmarks of
// one name, so that further places of a mark are numbered.
func places() func(Mark) (place, error) {
	ids, times := 0, map[string]int{}
	return func(m Mark) (place, error) {
		if len(m.Name) > maxMark || !markName().MatchString(m.Name) || strings.Contains(m.Name, "__") {
			return place{}, fmt.Errorf("%q cannot be the name of a mark", m.Name)
		}
		ids++
		times[m.Name]++
		p := place{ID: ids, Name: m.Name, Text: m.Text}
		if n := times[m.Name]; n > 1 {
			p.Name += fmt.Sprintf("__%d", n)
		}
		if len(p.Name) > maxBookmark {
			return place{}, fmt.Errorf("%q stands in too many places", m.Name)
		}
		return p, nil
	}
}

const (
	maxBookmark = 40 // what Word takes
	maxMark     = 36
	maxOpen     = 100 // bookmarks around one place
)

var (
	markName = typed.Pattern(`^[A-Za-z][A-Za-z0-9_]*$`)
	again    = typed.Pattern(`__[0-9]+$`)
)

// Marks reads every mark of a DOCX, by name. Two places of a mark that do not say
// the same, and a bookmark without an end, are errors.
func Marks(file []byte) (map[string]string, error) {
	parts, err := Unpack(file)
	if err != nil {
		return nil, err
	}
	out, document := map[string]string{}, false
	for _, p := range parts {
		if !strings.HasPrefix(p.Name, "word/") || !strings.HasSuffix(p.Name, ".xml") {
			continue
		}
		document = document || p.Name == Document
		if err := readMarks(p.Bytes, out); err != nil {
			return nil, fmt.Errorf("part %s: %w", p.Name, err)
		}
	}
	if !document {
		return nil, fmt.Errorf("the zip has no part %s", Document)
	}
	return out, nil
}

// readMarks adds the marks of one part.
func readMarks(part []byte, out map[string]string) error {
	d := xml.NewDecoder(bytes.NewReader(part))
	open, texts, inText := map[string]string{}, map[string]*strings.Builder{}, 0
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF && len(open) > 0:
			return fmt.Errorf("%d bookmarks have no end", len(open))
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch id := attribute(t, "id"); t.Name.Local {
			case "t":
				inText++
			case "bookmarkStart":
				if _, there := open[id]; there {
					return fmt.Errorf("the bookmark %q begins twice", id)
				}
				if len(open) == maxOpen {
					return fmt.Errorf("more than %d bookmarks overlap", maxOpen)
				}
				open[id], texts[id] = attribute(t, "name"), &strings.Builder{}
			case "bookmarkEnd":
				if name, there := open[id]; there {
					if err := keep(out, again().ReplaceAllString(name, ""), texts[id].String()); err != nil {
						return err
					}
					delete(open, id)
				}
			}
		case xml.EndElement:
			if t.Name.Local == "t" {
				inText--
			}
		case xml.CharData:
			for id := range open {
				if inText > 0 {
					texts[id].Write(t)
				}
			}
		}
	}
}

func keep(out map[string]string, name, text string) error {
	if before, there := out[name]; there && before != text {
		return fmt.Errorf("%s is %q in one place and %q in another", name, before, text)
	}
	out[name] = text
	return nil
}

func attribute(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
