package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"text/template/parse"

	"shuping/internal/fault"
)

// stand is what stands in a skeleton where a value will be printed.
const stand = '\uE000'

// skeleton is the template without its actions, byte for byte in its place, and
// a stand for every value.
func skeleton(text string, trees []*parse.Tree) []byte {
	out := blank(text)
	for _, t := range trees {
		visit(t.Root, func(n parse.Node) {
			switch n := n.(type) {
			case *parse.TextNode:
				copy(out[n.Pos:], n.Text)
			case *parse.ActionNode:
				if len(n.Pipe.Decl) == 0 {
					copy(out[n.Pos:], string(stand)) // an action is longer than the three bytes of it
				}
			}
		})
	}
	return out
}

// blank is as many spaces as text has bytes, in its lines.
func blank(text string) []byte {
	out := bytes.Repeat([]byte{' '}, len(text))
	for i := range text {
		if text[i] == '\n' {
			out[i] = '\n'
		}
	}
	return out
}

// sound refuses a skeleton that is not well-formed, and one in which a value
// would not stay text.
func sound(file string, bones []byte) error {
	if at := bytes.Index(bones, []byte("<![CDATA[")); at >= 0 { // an escaped value would show its escapes there
		return found(NotXML, fault.Place{File: file, Line: 1 + bytes.Count(bones[:at], []byte("\n"))}, "a CDATA section")
	}
	d := xml.NewDecoder(bytes.NewReader(bones))
	var open []xml.Name
	for {
		at := d.InputOffset()
		token, err := d.RawToken()
		wrong := func(code fault.Code, detail string) error {
			line, _ := d.InputPos()
			if code == Misplaced {
				line = lineOfStand(bones, int(at))
			}
			return found(code, fault.Place{File: file, Line: line}, detail)
		}
		switch {
		case err == io.EOF && len(open) > 0:
			return wrong(NotXML, "<"+tag(open[len(open)-1])+"> is not closed")
		case err == io.EOF:
			return nil
		case err != nil:
			return wrong(NotXML, plain(err))
		}
		switch t := token.(type) {
		case xml.StartElement:
			if name, bad := misplaced(t); bad {
				return wrong(Misplaced, name)
			}
			open = append(open, t.Name)
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != t.Name {
				return wrong(NotXML, "</"+tag(t.Name)+"> closes what is not open")
			}
			open = open[:len(open)-1]
		case xml.CharData:
			in := xml.Name{}
			if len(open) > 0 {
				in = open[len(open)-1]
			}
			if bytes.ContainsRune(t, stand) && !slices.Contains(texts, tag(in)) {
				return wrong(Misplaced, "<"+tag(in)+">")
			}
		case xml.Comment, xml.Directive:
			return wrong(NotXML, "write a comment as {{/* … */}}, and no declaration")
		case xml.ProcInst:
			if at != 0 || t.Target != "xml" {
				return wrong(NotXML, "an instruction other than <?xml …?> at the start")
			}
		}
	}
}

// texts are the elements whose content is shown and never followed or reckoned.
var texts = []string{"w:t", "dc:title", "dc:subject", "dc:creator", "dc:description", "cp:keywords", "cp:version"}

// attributes are those that a value may fill: the name and number of a bookmark,
// numbers, and widths.
var attributes = []string{"w:id", "w:name", "w:right", "w:val", "w:w"}

// filled are the elements whose attributes may be filled.
var filled = []string{"w:bookmarkStart", "w:bookmarkEnd", "w:gridSpan", "w:gridCol", "w:tcW", "w:tblW", "w:ind", "w:jc"}

// misplaced finds a value in an attribute that could make something happen. In the
// name of an element or of an attribute no reader of XML would take it.
func misplaced(t xml.StartElement) (string, bool) {
	for _, a := range t.Attr {
		fills := slices.Contains(filled, tag(t.Name)) && slices.Contains(attributes, tag(a.Name))
		if strings.ContainsRune(a.Value, stand) && !fills {
			return "<" + tag(t.Name) + " " + tag(a.Name) + ">", true
		}
	}
	return "", false
}

// tag is a name as it was written.
func tag(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// lineOfStand is the line of the first stand from the byte at on.
func lineOfStand(bones []byte, at int) int {
	at += max(0, bytes.IndexRune(bones[at:], stand))
	return 1 + bytes.Count(bones[:at], []byte("\n"))
}

// plain is what the reader of XML says, without the line that it counts itself.
func plain(err error) string {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		return strings.ReplaceAll(s.Msg, string(stand), "…")
	}
	return err.Error()
}
