package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"shuping/internal/fault"
)

// strict refuses a part that a strict reader of XML would refuse, and one that
// refers to anything outside of the file. The reader of package xml takes more than
// the standard allows: several roots, text beside the root, an attribute twice, a
// prefix that nobody declared, attributes without a space between them. The offset
// is where in the part the fault was found.
func strict(part []byte) (offset int, wrong *fault.Fault) {
	d := xml.NewDecoder(bytes.NewReader(part))
	var r reader
	for {
		at := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			if len(r.open) > 0 {
				return at, found(NotXML, fault.Place{}, "<"+tag(r.open[len(r.open)-1].name)+"> is not closed")
			}
			if !r.rooted {
				return at, found(NotXML, fault.Place{}, "no element")
			}
			return 0, nil
		}
		if err != nil {
			return int(d.InputOffset()), found(NotXML, fault.Place{}, plain(err))
		}
		if wrong := r.take(token, part[at:d.InputOffset()], at); wrong != nil {
			return at, wrong
		}
	}
}

// A reader is how far a part has been read.
type reader struct {
	open   []element
	rooted bool
	field  []string // the instruction of each field that is open
	asked  []bool   // whether its instruction is over
}

// An element that is open, with the prefixes that it declares.
type element struct {
	name     xml.Name
	prefixes map[string]string
}

func (r *reader) take(token xml.Token, raw []byte, at int) *fault.Fault {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t, raw)
	case xml.EndElement:
		if len(r.open) == 0 || r.open[len(r.open)-1].name != t.Name {
			return found(NotXML, fault.Place{}, "</"+tag(t.Name)+"> closes what is not open")
		}
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		if len(r.open) == 0 && len(bytes.TrimSpace(bytes.TrimPrefix(t, []byte("\uFEFF")))) > 0 {
			return found(NotXML, fault.Place{}, "text beside the root")
		}
		if len(r.open) > 0 && r.open[len(r.open)-1].name.Local == "instrText" {
			return r.instruct(string(t))
		}
	case xml.ProcInst:
		if at != 0 || t.Target != "xml" {
			return found(NotXML, fault.Place{}, "an instruction other than <?xml …?> at the start")
		}
	default:
		return found(NotXML, fault.Place{}, "a comment or a declaration")
	}
	return nil
}

func (r *reader) start(t xml.StartElement, raw []byte) *fault.Fault {
	not := func(form string, args ...any) *fault.Fault {
		return found(NotXML, fault.Place{}, fmt.Sprintf(form, args...))
	}
	if len(r.open) == 0 && r.rooted {
		return not("<%s> beside the root", tag(t.Name))
	}
	if !spaced(raw) {
		return not("no space between the attributes of <%s>", tag(t.Name))
	}
	r.rooted = true
	e := element{name: t.Name, prefixes: map[string]string{}}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" {
			if a.Value == "" {
				return not("%s is declared as nothing", tag(a.Name))
			}
			e.prefixes[a.Name.Local] = a.Value
		}
	}
	r.open = append(r.open, e)
	seen := map[xml.Name]bool{}
	for _, name := range append([]xml.Name{t.Name}, names(t.Attr)...) {
		if !plainName(name) || !r.declared(name.Space) {
			return not("the prefix of %s is not declared", tag(name))
		}
	}
	for _, a := range t.Attr {
		name := a.Name
		if name.Space != "" && name.Space != "xmlns" {
			name.Space = "{" + r.meaning(name.Space)
		}
		if seen[name] {
			return not("%s stands twice in <%s>", tag(a.Name), tag(t.Name))
		}
		seen[name] = true
	}
	if f := outward(t); f != nil {
		return f
	}
	return r.fields(t)
}

func names(attributes []xml.Attr) (out []xml.Name) {
	for _, a := range attributes {
		out = append(out, a.Name)
	}
	return out
}

// plainName reports whether a name has at most one colon, with something on both
// sides of it.
func plainName(n xml.Name) bool {
	return n.Local != "" && !strings.Contains(n.Local, ":") && !strings.Contains(n.Space, ":")
}

func (r *reader) declared(prefix string) bool {
	return prefix == "" || prefix == "xml" || prefix == "xmlns" || r.meaning(prefix) != ""
}

func (r *reader) meaning(prefix string) string {
	for _, e := range slices.Backward(r.open) {
		if uri := e.prefixes[prefix]; uri != "" {
			return uri
		}
	}
	return ""
}

// spaced reports whether a space or the end follows each value in a tag.
func spaced(tag []byte) bool {
	quote := byte(0)
	for i, c := range tag {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
			if i+1 < len(tag) && !bytes.ContainsRune([]byte(" \t\r\n/>"), rune(tag[i+1])) {
				return false
			}
		}
	}
	return true
}

// schemas are how the names of formats begin, which nobody follows.
var schemas = []string{"http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "http://purl.org/", "http://www.w3.org/"}

// outward is the fault of an element that refers to something outside of the file:
// a relation to an external target, or an address in any attribute.
func outward(t xml.StartElement) *fault.Fault {
	for _, a := range t.Attr {
		declares := a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns"
		named := slices.ContainsFunc(schemas, func(s string) bool { return strings.HasPrefix(a.Value, s) })
		switch {
		case declares || named && a.Name.Local != "Target":
		case a.Name.Local == "TargetMode" && a.Value != "Internal",
			a.Name.Local == "Target" && !inside(a.Value),
			elsewhere(a.Value):
			return found(Outside, fault.Place{}, "<"+tag(t.Name)+" "+tag(a.Name)+">")
		}
	}
	return nil
}

// inside reports whether a target is the name of a part.
func inside(target string) bool {
	return !elsewhere(target) && !strings.ContainsAny(target, `:\`) &&
		!strings.HasPrefix(path.Clean(strings.TrimPrefix(target, "/")), "../../")
}

// elsewhere reports whether a value is an address or a path of a system.
func elsewhere(value string) bool {
	lower := strings.ToLower(strings.TrimSpace(value))
	return strings.Contains(lower, "://") || strings.HasPrefix(lower, `\\`) || strings.HasPrefix(lower, "//") ||
		strings.HasPrefix(lower, "file:") || strings.HasPrefix(lower, "mailto:") || strings.HasPrefix(lower, "javascript:")
}

// calm are the fields that ask nothing of anything but the document.
var calm = []string{"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "REF", "PAGEREF", "STYLEREF", "TOC", "="}

// fields follows the fields of a document, whose instructions may be cut into
// pieces, and refuses those that are not calm.
func (r *reader) fields(t xml.StartElement) *fault.Fault {
	switch t.Name.Local {
	case "fldSimple":
		return quiet(attribute(t, "instr"))
	case "fldChar":
		switch attribute(t, "fldCharType") {
		case "begin":
			r.field, r.asked = append(r.field, ""), append(r.asked, false)
		case "separate":
			if n := len(r.field) - 1; n >= 0 {
				r.asked[n] = true
				return quiet(r.field[n])
			}
		case "end":
			if n := len(r.field) - 1; n >= 0 {
				last := r.field[n]
				r.field, r.asked = r.field[:n], r.asked[:n]
				return quiet(last)
			}
		}
	}
	return nil
}

// instruct joins a piece to the instruction of the field that is open.
func (r *reader) instruct(text string) *fault.Fault {
	n := len(r.field) - 1
	if n < 0 || r.asked[n] {
		return quiet(text)
	}
	r.field[n] += text
	return nil
}

// quiet refuses an instruction that is not calm.
func quiet(instruction string) *fault.Fault {
	words := strings.Fields(instruction)
	if len(words) == 0 || slices.Contains(calm, strings.ToUpper(words[0])) || strings.HasPrefix(words[0], "=") {
		return nil
	}
	return found(Outside, fault.Place{}, words[0])
}
