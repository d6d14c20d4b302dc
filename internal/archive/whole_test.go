package archive

import (
	stdzip "archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"shuping/internal/docx"
	"shuping/internal/papers"
	said "shuping/internal/words"
	"shuping/internal/workbook"
)

// An alteration makes a paper or a workbook say something else, or look otherwise.
type alteration struct {
	part, old, now string
}

// first is what is altered with the first of each: text, run, paragraph, bookmark.
var ofPapers = map[string]alteration{
	"text outside of any bookmark":    {docx.Document, "</w:body>", "<w:p><w:r><w:t>全票当选</w:t></w:r></w:p></w:body>"},
	"a paragraph before all others":   {docx.Document, "<w:body>", "<w:body><w:p><w:r><w:t>作废</w:t></w:r></w:p>"},
	"a figure beside the figure":      {docx.Document, "<w:bookmarkStart", "<w:r><w:t>1</w:t></w:r><w:bookmarkStart"},
	"a hidden run":                    {docx.Document, "<w:rPr>", "<w:rPr><w:vanish/>"},
	"white letters":                   {docx.Document, "<w:rPr>", `<w:rPr><w:color w:val="FFFFFF"/>`},
	"letters too small to read":       {docx.Document, "<w:rPr>", `<w:rPr><w:sz w:val="2"/>`},
	"letters struck through":          {docx.Document, "<w:rPr>", "<w:rPr><w:strike/>"},
	"another language of a run":       {docx.Document, "<w:rPr>", `<w:rPr><w:rtl/>`},
	"a renamed bookmark":              {docx.Document, `w:name="f_`, `w:name="g_`},
	"a bookmark of another figure":    {docx.Document, `w:name="f_valid"`, `w:name="f_void"`},
	"a bookmark twice":                {docx.Document, "<w:bookmarkStart", `<w:bookmarkStart w:id="9999" w:name="f_x"/><w:bookmarkEnd w:id="9999"/><w:bookmarkStart`},
	"a bookmark around nothing":       {docx.Document, "<w:bookmarkEnd", `<w:bookmarkEnd w:id="9998"/><w:bookmarkEnd`},
	"a deletion that is tracked":      {docx.Document, "</w:body>", `<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>好</w:delText></w:r></w:del></w:p></w:body>`},
	"an insertion that is tracked":    {docx.Document, "</w:body>", `<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>好</w:t></w:r></w:ins></w:p></w:body>`},
	"a field that reckons":            {docx.Document, "</w:body>", `<w:p><w:fldSimple w:instr="= 40+1"><w:r><w:t>41</w:t></w:r></w:fldSimple></w:p></w:body>`},
	"a box that floats":               {docx.Document, "</w:body>", `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r></w:p></w:body>`},
	"a control with a text":           {docx.Document, "</w:body>", `<w:sdt><w:sdtContent><w:p><w:r><w:t>优秀</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body>`},
	"another text for other programs": {docx.Document, "</w:body>", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent></w:body>`},
	"a sign of no width":              {docx.Document, "<w:t>", "<w:t>\u200b"},
	"a sign that turns text around":   {docx.Document, "<w:t>", "<w:t>\u202e"},
	"a text without its end":          {docx.Document, "</w:t>", "</w:t><!--"},
	"a comment in the XML":            {docx.Document, "<w:body>", "<w:body><!-- -->"},
	"an instruction in the XML":       {docx.Document, "<w:body>", "<w:body><?x y?>"},
	"a space more":                    {docx.Document, "<w:body>", "<w:body> "},
	"the page turned":                 {docx.Document, "<w:pgSz ", `<w:pgSz w:orient="landscape" `},
	"a style that hides":              {"word/styles.xml", "<w:rPr>", "<w:rPr><w:vanish/>"},
	"another font":                    {"word/styles.xml", "w:eastAsia=", "w:cs=\"x\" w:eastAsia="},
	"a font table of another font":    {"word/fontTable.xml", "w:name=", `w:x="y" w:name=`},
	"another header":                  {"word/header-odd.xml", "</w:hdr>", "<w:p><w:r><w:t>草稿</w:t></w:r></w:p></w:hdr>"},
	"another footer":                  {"word/footer-even.xml", "</w:ftr>", "<w:p><w:r><w:t>共1页</w:t></w:r></w:p></w:ftr>"},
	"settings that update fields":     {"word/settings.xml", "</w:settings>", `<w:updateFields w:val="true"/></w:settings>`},
	"the title of the file":           {"docProps/core.xml", "<dc:title>", "<dc:title>终稿"},
	"a link to elsewhere":             {"word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="x" Type="y" Target="https://example.org/" TargetMode="External"/></Relationships>`},
	"a type of another part":          {docx.ContentTypes, "</Types>", `<Default Extension="bin" ContentType="x/y"/></Types>`},
	"a part that is a comment":        {"word/comments.xml", "", "<w:comments/>"},
	"a part that is another document": {"word/document2.xml", "", "<w:document/>"},
	"a part that holds another file":  {"word/embeddings/x.bin", "", "x"},
}

var ofBooks = map[string]alteration{
	"a number":                        {"xl/worksheets/sheet1.xml", "<v>34</v>", "<v>35</v>"},
	"a formula":                       {"xl/worksheets/sheet1.xml", "COUNTIF(", "1+COUNTIF("},
	"a cell of another look":          {"xl/worksheets/sheet1.xml", ` s="`, ` s="1`},
	"a cell that is empty":            {"xl/worksheets/sheet1.xml", "</sheetData>", `<row r="99"><c r="A99"/></row></sheetData>`},
	"a row more":                      {"xl/worksheets/sheet1.xml", "</sheetData>", `<row r="99"><c r="A99" t="inlineStr"><is><t>好</t></is></c></row></sheetData>`},
	"a row that is hidden":            {"xl/worksheets/sheet1.xml", `<row r="4"`, `<row r="4" hidden="1"`},
	"a row of no height":              {"xl/worksheets/sheet1.xml", `<row r="4"`, `<row r="4" ht="0" customHeight="1"`},
	"hidden columns":                  {"xl/worksheets/sheet1.xml", "<col ", `<col hidden="1" `},
	"columns of no width":             {"xl/worksheets/sheet1.xml", "<sheetData>", `<sheetData><!-- -->`},
	"merged cells":                    {"xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>`},
	"a filter":                        {"xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><autoFilter ref="A3:B9"/>`},
	"a look that depends":             {"xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><conditionalFormatting sqref="A1"/>`},
	"a check of what is typed":        {"xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><dataValidations count="0"/>`},
	"a link in a sheet":               {"xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData><hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks>`},
	"what is printed":                 {"xl/worksheets/sheet1.xml", "<oddFooter>", "<oddFooter>草稿"},
	"the first sheet out of sight":    {"xl/workbook.xml", "<sheet ", `<sheet state="hidden" `},
	"a sheet of another name":         {"xl/workbook.xml", "汇总表", "汇总"},
	"a name for a constant":           {"xl/workbook.xml", "</definedNames>", `<definedName name="x">41</definedName></definedNames>`},
	"how numbers are written":         {"xl/styles.xml", "<numFmts", `<numFmts x="1"`},
	"letters as white as the page":    {"xl/styles.xml", "<font>", `<font><color rgb="FFFFFFFF"/>`},
	"the figures of a chart":          {"xl/charts/chart1.xml", "<v>", "<v>9"},
	"where a chart takes its figures": {"xl/charts/chart1.xml", "$C$4", "$C$5"},
	"a picture's place":               {"xl/drawings/drawing1.xml", "<xdr:col>", "<xdr:col>9"},
	"a text that many cells share":    {"xl/sharedStrings.xml", "", "<sst><si><t>x</t></si></sst>"},
	"colours":                         {"xl/theme/theme1.xml", "<a:dk1>", "<a:dk1><!-- -->"},
	"the title of the book":           {"docProps/core.xml", "<dc:title>", "<dc:title>终稿"},
	"who wrote it":                    {"docProps/app.xml", "Shuping", "Excel"},
	"a link to another book":          {"xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="x" Type="y" Target="z" TargetMode="External"/></Relationships>`},
	"a macro":                         {"xl/vbaProject.bin", "", "x"},
	"a sheet that nobody names":       {"xl/worksheets/sheet9.xml", "", "<worksheet/>"},
}

// alter makes the file with one part altered, or one more.
func alter(t testing.TB, file []byte, method uint16, a alteration) []byte {
	t.Helper()
	done := false
	out := repacked(t, file, method, func(name string, part []byte) []byte {
		if name == a.part && a.old != "" {
			done = bytes.Contains(part, []byte(a.old))
			return bytes.Replace(part, []byte(a.old), []byte(a.now), 1)
		}
		return part
	})
	if a.old == "" {
		done = true
		parts, err := docx.Unpack(out)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		w := stdzip.NewWriter(&b)
		for _, p := range append(parts, docx.Part{Name: a.part, Bytes: []byte(a.now)}) {
			into, err := w.CreateHeader(&stdzip.FileHeader{Name: p.Name, Method: method})
			if err != nil {
				t.Fatal(err)
			}
			into.Write(p.Bytes)
		}
		w.Close()
		out = b.Bytes()
	}
	if !done {
		t.Errorf("%s has no %q", a.part, a.old)
	}
	return out
}

// However a paper is altered, the first difference is named by its place.
func TestAPaperThatSaysSomethingElseIsFound(t *testing.T) {
	files := exported(t, sealed(t, 42), means())
	name := papersFolder + "11-测评监票计票报告单.docx"
	// Packed by another program with the same parts it is not the same file, but says so.
	for what, a := range ofPapers {
		f := comparePaper(name, alter(t, files[name], stdzip.Store, a), files[name])
		if f == nil || f.Code != PaperDiffers || f.Values["part"] != a.part && a.part != docx.ContentTypes {
			t.Errorf("%s: %v", what, f)
			continue
		}
		for _, l := range []said.Language{said.Chinese, said.English} {
			if text := said.Fault(l, f); strings.ContainsAny(text, "\x1b\x00\n{}\u202e") || len(text) > 700 {
				t.Errorf("%s: not a sentence: %q", what, text)
			}
		}
	}
	same := repacked(t, files[name], stdzip.Store, func(_ string, part []byte) []byte { return part })
	if f := comparePaper(name, same, files[name]); f == nil || f.Code != LayoutDiffers {
		t.Errorf("packed otherwise: %v", f)
	}
	if f := comparePaper(name, files[name], files[name]); f != nil {
		t.Error(f)
	}
}

func TestAWorkbookThatSaysSomethingElseIsFound(t *testing.T) {
	src := sealed(t, 42)
	files := exported(t, src, means())
	x := newExporter(t.Context(), "", src, means(), nil)
	if f := x.survey(io.Discard); f != nil {
		t.Fatal(f)
	}
	compare := func(file []byte) error {
		return workbook.CompareWhole(bytes.NewReader(file), int64(len(file)), x.read.state, x.read.told().Head)
	}
	for what, a := range ofBooks {
		var d *workbook.Difference
		if err := compare(alter(t, files[bookFile], stdzip.Deflate, a)); !errors.As(err, &d) || d.Sheet == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := compare(files[bookFile]); err != nil {
		t.Error(err)
	}
	// How its parts are compressed is no matter, and what lies between them is.
	same := func(_ string, part []byte) []byte { return part }
	if err := compare(repacked(t, files[bookFile], stdzip.Store, same)); err != nil {
		t.Errorf("stored: %v", err)
	}
	hole := append([]byte("PK\x03\x04hole"), files[bookFile]...)
	if err := compare(hole); err == nil {
		t.Error("bytes before the first part are not found")
	}
}

// A paper of another writer is not compared, and that is said; nothing else of the
// export is believed the less.
func TestAnotherWriterIsSaid(t *testing.T) {
	files := exported(t, sealed(t, 12), means())
	other := maps.Clone(files)
	own := fmt.Sprintf("%s: %d\n", writerLabel, Writer)
	other[infoFile] = bytes.Replace(files[infoFile], []byte(own), []byte(writerLabel+": 999\n"), 1)
	other[papersFolder+"11-测评监票计票报告单.docx"] = files[papersFolder+"13-会议记录.docx"]
	r := check(t, octetsAgain(resummed(other)), nil)
	if r.Err() != nil || r.Compared {
		t.Errorf("%v, compared %v", r.Err(), r.Compared)
	}
	for _, c := range r.Checks {
		if c.Step == StepPapers && !strings.HasPrefix(c.Text(said.English), "Papers not compared: ") {
			t.Error(c.Text(said.English))
		}
	}
	for what, line := range map[string]string{"none": "", "no number": writerLabel + ": x\n", "zero": writerLabel + ": 0\n"} {
		other[infoFile] = bytes.Replace(files[infoFile], []byte(own), []byte(line), 1)
		if r := check(t, octetsAgain(resummed(other)), nil); r.Err() == nil {
			t.Errorf("a bag whose writer is %s is whole", what)
		}
	}
}

// octetsAgain is a bag whose bag-info.txt says how many bytes it has.
func octetsAgain(m memShelf) memShelf {
	var octets, n int
	for name, b := range m {
		if strings.HasPrefix(name, "data/") {
			octets, n = octets+len(b), n+1
		}
	}
	lines := strings.Split(string(m[infoFile]), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "Payload-Oxum: ") {
			lines[i] = fmt.Sprintf("Payload-Oxum: %d.%d", octets, n)
		}
	}
	files := maps.Clone(m)
	files[infoFile] = []byte(strings.Join(lines, "\n"))
	return resummed(files)
}

// writtenBy is what the writer makes of the meetings in this test. Where it is another
// than here, exports that people have would no longer be compared whole, and nobody
// would see why: raise [Writer], unless the version was never released, and put the
// new sum here.
var writtenBy = map[int]string{
	1: "ed65e57d03700a5b877f128a43c86a5ce4bcebfce08699a451249dd712ca9ec1",
}

func TestTheWriterHasAVersion(t *testing.T) {
	digest := sha256.New()
	for _, src := range []records{
		recorded(t, demanding(t), watched+corrected+reopened), recorded(t, demanding(t), piled), recorded(t, demanding(t), proven()), all(t, sealed(t, 12)),
	} {
		x := newExporter(t.Context(), "", src, means(), nil)
		if f := x.follow(io.Discard); f != nil {
			t.Fatal(f)
		}
		docs, err := papers.Documents(x.read.state, x.read.told(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			digest.Write(d.Bytes)
		}
		var book bytes.Buffer
		if err := workbook.Write(&book, x.read.state, x.read.told().Head, nil); err != nil {
			t.Fatal(err)
		}
		parts, err := docx.Unpack(book.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts {
			digest.Write(slices.Concat([]byte(p.Name), p.Bytes))
		}
	}
	if sum := fmt.Sprintf("%x", digest.Sum(nil)); sum != writtenBy[Writer] {
		t.Errorf("the writer of version %d makes papers of the sum %s, and made %s: see the comment on writtenBy", Writer, sum, writtenBy[Writer])
	}
}
