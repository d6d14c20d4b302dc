package docx

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"shuping/internal/typed"
)

// Join makes one file of several, each a section of its own that begins on a page of
// its own. Styles, headers and footers are those of the first; a file without headers
// stays without. Pictures come along. A file that is no DOCX of [Templates.Fill] or of
// like form is an error.
func Join(files [][]byte) ([]byte, error) {
	j := &joint{spaces: map[string]string{}}
	for n, file := range files {
		if err := j.add(n, file); err != nil {
			return nil, fmt.Errorf("file %d: %w", n+1, err)
		}
	}
	if len(files) == 0 {
		return nil, errors.New("nothing to join")
	}
	root := "<w:document"
	for _, name := range sorted(j.spaces) {
		root += fmt.Sprintf(" xmlns:%s=%q", name, j.spaces[name])
	}
	j.put(Document, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+root+"><w:body>"+j.body.String()+j.section+"</w:body></w:document>")
	j.put("word/header-none.xml", `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+low+`</w:hdr>`)
	j.put("word/footer-none.xml", `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+low+`</w:ftr>`)
	j.put(ContentTypes, head(j.types, "Types", "http://schemas.openxmlformats.org/package/2006/content-types"))
	j.put(documentRelations, head(j.relations, "Relationships", "http://schemas.openxmlformats.org/package/2006/relationships"))
	return Pack(j.parts)
}

// low is an empty paragraph as low as can be.
const (
	low       = lowBegins + `</w:pPr></w:p>`
	lowBegins = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>`
)

const documentRelations = "word/_rels/document.xml.rels"

// A joint is a file as it is joined.
type joint struct {
	spaces           map[string]string // prefixes of the roots
	body             strings.Builder
	section          string // that of the last file
	types, relations []string
	parts            []Part
	drawn            int
}

func (j *joint) put(name, text string) {
	j.parts = slices.DeleteFunc(j.parts, func(p Part) bool { return p.Name == name })
	j.parts = append(j.parts, Part{name, []byte(text)})
}

// head is a part of elements beside each other.
func head(elements []string, root, space string) string {
	return fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<%s xmlns=%q>%s</%s>", root, space, strings.Join(elements, ""), root)
}

var (
	rootTag  = typed.Pattern(`(?s)<w:document([^>]*)>\s*<w:body>(.*)(<w:sectPr.*</w:sectPr>)\s*</w:body>`)
	spaceTag = typed.Pattern(`xmlns:([A-Za-z0-9]+)="([^"]*)"`)
	typeTag  = typed.Pattern(`<(?:Default|Override) [^>]*>`)
	tieTag   = typed.Pattern(`<Relationship [^>]*>`)
	drawnTag = typed.Pattern(`<wp:docPr id="[0-9]+"`)
	idOf     = typed.Pattern(` Id="([^"]*)"`)
	targetOf = typed.Pattern(` Target="([^"]*)"`)
)

// add takes one file in.
func (j *joint) add(n int, file []byte) error {
	parts, err := Unpack(file)
	if err != nil {
		return err
	}
	text := map[string]string{}
	for _, p := range parts {
		text[p.Name] = string(p.Bytes)
	}
	m := rootTag().FindStringSubmatch(text[Document])
	if m == nil {
		return errors.New("the document has no body that ends in a section")
	}
	for _, s := range spaceTag().FindAllStringSubmatch(m[1], -1) {
		if known, is := j.spaces[s[1]]; is && known != s[2] {
			return fmt.Errorf("the prefix %s means two things", s[1])
		}
		j.spaces[s[1]] = s[2]
	}
	if n == 0 {
		j.parts = parts
		j.types = typeTag().FindAllString(text[ContentTypes], -1)
		j.relations = tieTag().FindAllString(text[documentRelations], -1)
		j.bare()
	}
	for _, t := range typeTag().FindAllString(text[ContentTypes], -1) {
		if strings.HasPrefix(t, "<Default") && !slices.Contains(j.types, t) {
			j.types = append(j.types, t)
		}
	}
	body, section := m[2], m[3]
	for i, tie := range tieTag().FindAllString(text[documentRelations], -1) {
		if strings.Contains(tie, "/image\"") {
			body = j.picture(body, tie, fmt.Sprintf("joined%dx%d", n+1, i+1), text)
		}
	}
	body = drawnTag().ReplaceAllStringFunc(body, func(string) string {
		j.drawn++
		return fmt.Sprintf(`<wp:docPr id="%d"`, j.drawn)
	})
	if !strings.Contains(section, "headerReference") {
		at := strings.Index(section, ">") + 1
		section = section[:at] + bareSection + section[at:]
	}
	if j.section != "" {
		j.body.WriteString(lowBegins + j.section + `</w:pPr></w:p>`)
	}
	j.body.WriteString(body)
	j.section = section
	return nil
}

// bareSection is what a section without headers is told, which would take those of
// the one before it otherwise.
const bareSection = `<w:headerReference w:type="default" r:id="rIdNoHeader"/><w:headerReference w:type="even" r:id="rIdNoHeader"/>` +
	`<w:footerReference w:type="default" r:id="rIdNoFooter"/><w:footerReference w:type="even" r:id="rIdNoFooter"/>`

// bare ties the header and the footer of such a section to the document.
func (j *joint) bare() {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	const kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	for name, id := range map[string]string{"header": "rIdNoHeader", "footer": "rIdNoFooter"} {
		j.relations = append(j.relations, fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s-none.xml"/>`, id, office, name, name))
		j.types = append(j.types, fmt.Sprintf(`<Override PartName="/word/%s-none.xml" ContentType="%s%s+xml"/>`, name, kind, name))
	}
	slices.Sort(j.relations)
	slices.Sort(j.types)
}

// picture takes a picture along under a name of its own.
func (j *joint) picture(body, tie, name string, text map[string]string) string {
	id, target := idOf().FindStringSubmatch(tie), targetOf().FindStringSubmatch(tie)
	if id == nil || target == nil || !strings.Contains(body, `"`+id[1]+`"`) {
		return body
	}
	file := "media/" + name + path.Ext(target[1])
	j.parts = append(j.parts, Part{"word/" + file, []byte(text["word/"+target[1]])})
	j.relations = append(j.relations, strings.NewReplacer(id[0], fmt.Sprintf(" Id=%q", name), target[0], fmt.Sprintf(" Target=%q", file)).Replace(tie))
	return strings.ReplaceAll(body, `"`+id[1]+`"`, `"`+name+`"`)
}
