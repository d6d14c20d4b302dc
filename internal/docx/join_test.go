package docx_test

import (
	"strings"
	"testing"

	"shuping/internal/docx"
)

// simple is a document of one section, with a picture where one is given.
func simple(t *testing.T, text, section, picture string) []byte {
	t.Helper()
	ties, drawn := "", ""
	if picture != "" {
		ties = `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/>`
		drawn = `<w:r><wp:docPr id="7" name="x"/><a:blip r:embed="rId9"/></w:r>`
	}
	parts := []docx.Part{
		{Name: docx.ContentTypes, Bytes: []byte(`<Types><Default Extension="png" ContentType="image/png"/></Types>`)},
		{Name: docx.Document, Bytes: []byte(`<w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:t>` + text + `</w:t>` + drawn + `</w:p>` + section + `</w:body></w:document>`)},
		{Name: "word/_rels/document.xml.rels", Bytes: []byte(`<Relationships>` + ties + `</Relationships>`)},
	}
	if picture != "" {
		parts = append(parts, docx.Part{Name: "word/media/a.png", Bytes: []byte(picture)})
	}
	file, err := docx.Pack(parts)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

const (
	ofItsOwn = `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="1"/></w:sectPr>`
	bare     = `<w:sectPr><w:pgSz w:w="2"/></w:sectPr>`
)

// TestJoinKeepsSectionsAndPictures: every file keeps its own section, the pictures of
// two files that call them alike stay two, and no section takes another's header.
func TestJoinKeepsSectionsAndPictures(t *testing.T) {
	all, err := docx.Join([][]byte{simple(t, "甲", ofItsOwn, ""), simple(t, "乙", bare, "first"), simple(t, "丙", bare, "second")})
	if err != nil {
		t.Fatal(err)
	}
	parts, err := docx.Unpack(all)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, p := range parts {
		by[p.Name] = string(p.Bytes)
	}
	body := by[docx.Document]
	if strings.Count(body, "<w:sectPr>") != 3 || strings.Count(body, `r:id="rIdNoHeader"`) != 4 || strings.Count(body, `r:id="rId4"`) != 1 {
		t.Errorf("the sections are %s", body)
	}
	if at := []int{strings.Index(body, "甲"), strings.Index(body, `w:w="1"`), strings.Index(body, "乙"), strings.Index(body, "丙")}; at[0] < 0 || at[0] > at[1] || at[1] > at[2] || at[2] > at[3] {
		t.Errorf("the order is %v in %s", at, body)
	}
	for name, want := range map[string]string{"word/media/joined2x1.png": "first", "word/media/joined3x1.png": "second"} {
		if by[name] != want || !strings.Contains(by["word/_rels/document.xml.rels"], strings.TrimPrefix(name, "word/")) {
			t.Errorf("%s is %q; the ties are %s", name, by[name], by["word/_rels/document.xml.rels"])
		}
	}
	if strings.Count(body, `<wp:docPr id="1"`) != 1 || strings.Count(body, `<wp:docPr id="2"`) != 1 || strings.Contains(body, `"rId9"`) {
		t.Errorf("the pictures are called %s", body)
	}
}

func TestJoinRefusesWhatHasNoSection(t *testing.T) {
	for name, files := range map[string][][]byte{"nothing": nil, "no section": {simple(t, "甲", "", "")}, "no zip": {[]byte("x")}} {
		if _, err := docx.Join(files); err == nil {
			t.Errorf("%s was joined", name)
		}
	}
}
