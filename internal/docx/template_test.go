package docx

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"shuping/internal/fault"
)

// A flaw is what a fault should be; the detail is a part of what it says.
type flaw struct {
	Code   fault.Code
	File   string
	Line   int
	Detail string
}

// root begins a part whose elements are all of one namespace; </w:d> ends it.
const root = `<w:d xmlns:w="w">`

// small is a folder of templates with one paper in it.
func small() fstest.MapFS {
	return folder(map[string]string{
		"blocks.xml":                `{{define "figure"}}{{with place .}}<w:bookmarkStart w:id="{{.ID}}" w:name="{{.Name}}"/><w:t>{{.Text}}</w:t><w:bookmarkEnd w:id="{{.ID}}"/>{{end}}{{end}}`,
		"paper.xml":                 root + "<w:p>{{range paragraphs .Text}}<w:t>{{.}}</w:t>{{end}}</w:p>{{template \"figure\" .Figure}}{{template \"figure\" .Figure}}\n</w:d>",
		"parts/[Content_Types].xml": "<Types/>",
		"parts/_rels/.rels":         "<Relationships>{{.NotAnAction}}</Relationships>",
		"parts/word/header.xml":     root + "<w:t>{{.Text}}</w:t></w:d>",
		"parts/.DS_Store":           "left by a system",
		"README.md":                 "{{",
	})
}

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

type values struct {
	Text   string
	Figure Mark
	Odd    []string
}

var some = values{Text: "一\n\n二 <w:t>&\"'", Figure: Mark{"f_present", "43"}}

func TestFill(t *testing.T) {
	ts, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	file, err := ts.Fill("paper", some)
	if err != nil {
		t.Fatal(err)
	}
	parts, err := Unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	want := []Part{
		{ContentTypes, []byte("<Types/>")},
		{"_rels/.rels", []byte("<Relationships>{{.NotAnAction}}</Relationships>")},
		{"word/header.xml", []byte(root + "<w:t>一&#10;&#10;二 &lt;w:t&gt;&amp;&quot;&#39;</w:t></w:d>")},
		{Document, []byte(root + `<w:p><w:t>一</w:t><w:t>二 &lt;w:t&gt;&amp;&quot;&#39;</w:t></w:p>` +
			`<w:bookmarkStart w:id="1" w:name="f_present"/><w:t>43</w:t><w:bookmarkEnd w:id="1"/>` +
			`<w:bookmarkStart w:id="2" w:name="f_present__2"/><w:t>43</w:t><w:bookmarkEnd w:id="2"/>` + "\n</w:d>")},
	}
	if !reflect.DeepEqual(parts, want) {
		t.Errorf("got %q", parts)
	}
	if again, _ := ts.Fill("paper", some); !bytes.Equal(file, again) {
		t.Error("the second file differs from the first")
	}
	if marks, err := Marks(file); err != nil || !maps.Equal(marks, map[string]string{"f_present": "43"}) {
		t.Errorf("marks %v, %v", marks, err)
	}
}

func TestAnOfficeWritesOnlyWhatItWantsOtherwise(t *testing.T) {
	own := folder(map[string]string{"paper.xml": root + "<w:t>本局</w:t></w:d>", "parts/word/media/crest.png": "a picture"})
	ts, err := Read(own, small())
	if err != nil {
		t.Fatal(err)
	}
	file, err := ts.Fill("paper", some)
	if err != nil {
		t.Fatal(err)
	}
	parts, _ := Unpack(file)
	found := map[string]string{}
	for _, p := range parts {
		found[p.Name] = string(p.Bytes)
	}
	if found[Document] != root+"<w:t>本局</w:t></w:d>" || found["word/media/crest.png"] != "a picture" || found["word/header.xml"] == "" {
		t.Errorf("got %q", found)
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		want       flaw // Detail is a part of what is said
	}{
		"an action that does not end":         {"paper.xml", "<w:t>\n{{if}}</w:t>", flaw{Syntax, "paper.xml", 2, "missing value for if"}},
		"a block that ends nowhere":           {"paper.xml", "{{if .Text}}<w:t/>", flaw{Syntax, "paper.xml", 1, "unexpected EOF"}},
		"a function that there is not":        {"paper.xml", "\n\n{{shell .Text}}", flaw{Syntax, "paper.xml", 3, `"shell" not defined`}},
		"an element that is not closed":       {"paper.xml", "<w:p>\n<w:t>{{.Text}}</w:p>", flaw{NotXML, "paper.xml", 2, "</w:p> closes what is not open"}},
		"an element open at the end":          {"paper.xml", "<w:p>\n", flaw{NotXML, "paper.xml", 2, "</w:d> closes what is not open"}},
		"an ampersand by itself":              {"paper.xml", "<w:t>\n A & B</w:t>", flaw{NotXML, "paper.xml", 2, "entity"}},
		"a comment of XML":                    {"paper.xml", "\n<!-- {{.Text}} -->", flaw{NotXML, "paper.xml", 2, "write a comment as"}},
		"a section that is not read":          {"paper.xml", "<w:t><![CDATA[{{.Text}}]]></w:t>", flaw{NotXML, "paper.xml", 1, "CDATA"}},
		"an instruction":                      {"paper.xml", `<w:p/><?php {{.Text}}?>`, flaw{NotXML, "paper.xml", 1, "an instruction"}},
		"a value between elements":            {"paper.xml", "<w:p>\n{{/* a comment\nof two lines */}}{{.Text}}</w:p>", flaw{Misplaced, "paper.xml", 3, "<w:p>"}},
		"a value as an instruction":           {"paper.xml", "<w:instrText>{{.Text}}</w:instrText>", flaw{Misplaced, "paper.xml", 1, "<w:instrText>"}},
		"a value as a simple field":           {"paper.xml", `<w:fldSimple w:instr="{{.Text}}"/>`, flaw{Misplaced, "paper.xml", 1, "<w:fldSimple w:instr>"}},
		"a value as the target of a link":     {"paper.xml", `<w:hyperlink w:id="{{.Text}}"/>`, flaw{Misplaced, "paper.xml", 1, "<w:hyperlink w:id>"}},
		"a value as an element":               {"paper.xml", "<w:{{.Text}}/>", flaw{NotXML, "paper.xml", 1, "invalid XML name"}},
		"a value as an attribute":             {"paper.xml", `<w:t {{.Text}}="1"/>`, flaw{NotXML, "paper.xml", 1, "invalid XML name"}},
		"a value in a branch":                 {"paper.xml", "<w:p>{{if .Text}}<w:t>a</w:t>{{else}}\n{{.Text}}{{end}}</w:p>", flaw{Misplaced, "paper.xml", 2, "<w:p>"}},
		"a name that there is not":            {"paper.xml", "<w:t>\n{{.Nobody}}</w:t>", flaw{BadValue, "paper.xml", 2, "Nobody"}},
		"a block that there is not":           {"paper.xml", "\n{{template \"none\"}}", flaw{BadValue, "paper.xml", 2, `"none"`}},
		"a figure without its block":          {"paper.xml", "<w:t>\n{{.Figure}}</w:t>", flaw{BadValue, "paper.xml", 2, "marked value"}},
		"a list as text":                      {"paper.xml", "<w:t>{{.Odd}}</w:t>", flaw{BadValue, "paper.xml", 1, "[]string"}},
		"a division by nothing":               {"paper.xml", `<w:gridCol w:w="{{divide 1 0}}"/>`, flaw{BadValue, "paper.xml", 1, "division by zero"}},
		"a paper without end":                 {"paper.xml", "{{range 1000000000}}<w:t>一二三四五六七八九十</w:t>{{end}}", flaw{TooLarge, "paper.xml", 0, ""}},
		"blocks that do not fit into another": {"paper.xml", `<w:p>{{define "a"}}</w:p><w:p>{{end}}</w:p>{{template "a"}}`, flaw{NotXML, "paper.xml", 1, "</w:p> closes what is not open"}},
		"a block twice":                       {"paper.xml", "\n{{define \"figure\"}}{{end}}", flaw{Twice, "paper.xml", 2, "figure"}},
		"a fault in a block":                  {"blocks.xml", "{{define \"figure\"}}\n\n<w:t>{{.Nobody}}</w:t>{{end}}", flaw{BadValue, "blocks.xml", 3, "Nobody"}},
		"a fault in a part":                   {"parts/word/header.xml", "\n<w:t>{{.Nobody}}</w:t>", flaw{BadValue, "parts/word/header.xml", 2, "Nobody"}},
		"a paper that there is not":           {"papier.xml", "<w:p/>", flaw{Unknown, "papier.xml", 0, ""}},
		"a file that has no end":              {"paper.xml", strings.Repeat(" ", maxTemplate+1), flaw{TooLarge, "paper.xml", 0, ""}},
		"a part that cannot be called so":     {"parts/word/文.xml", "<w:p/>", flaw{BadValue, "parts/[Content_Types].xml", 0, "文.xml"}},
	} {
		if !holdsBlocks(c.file) {
			c.text = root + c.text + "</w:d>"
		}
		ts, err := Read(folder(map[string]string{c.file: c.text}), small())
		if err == nil {
			_, err = ts.Fill("paper", some)
		}
		var f *fault.Fault
		if !errors.As(err, &f) || f.Code != c.want.Code || f.At.File != c.want.File || f.At.Line != c.want.Line || c.want.Detail != "" && !strings.Contains(fmt.Sprint(f.Values["detail"]), c.want.Detail) {
			t.Errorf("%s: %v (want %v)", name, err, &c.want)
		}
	}
}

// What a template may not do, and what a strict reader of XML or an office program
// that follows references would stumble over: each is refused with its file and its
// line.
func TestBoundsOfTemplates(t *testing.T) {
	double := `{{define "b0"}}{{end}}`
	for i := range maxNest - 1 {
		double += fmt.Sprintf(`{{define "b%d"}}{{template "b%d"}}{{template "b%[2]d"}}{{end}}`, i+1, i)
	}
	deep := double + fmt.Sprintf(`{{define "b%d"}}{{template "b%d"}}{{end}}`, maxNest, maxNest-1)
	rels := func(target string) string {
		return "<Relationships>\n<Relationship Type=\"http://schemas.openxmlformats.org/x\" " + target + "/></Relationships>"
	}
	field := func(instruction string) string {
		return "\n<w:fldChar w:fldCharType=\"begin\"/><w:instrText>" + instruction + "</w:instrText><w:fldChar w:fldCharType=\"end\"/>"
	}
	for name, c := range map[string]struct {
		file, text string
		want       flaw
	}{
		"a loop without a word":         {"paper.xml", root + "{{range 1000000000}}{{end}}</w:d>", flaw{TooLarge, "paper.xml", 0, ""}},
		"loops in loops":                {"paper.xml", root + "{{range 9999}}{{range 9999}}{{if .}}{{end}}{{end}}{{end}}</w:d>", flaw{TooLarge, "paper.xml", 0, ""}},
		"blocks that double":            {"paper.xml", root + fmt.Sprintf(`{{template "b%d"}}</w:d>`, maxNest-2) + double, flaw{TooLarge, "paper.xml", 0, ""}},
		"blocks in blocks":              {"paper.xml", root + "</w:d>" + deep, flaw{Syntax, "paper.xml", 1, "too deep"}},
		"a block that calls itself":     {"blocks.xml", "{{define \"figure\"}}{{end}}\n{{define \"a\"}}{{if false}}{{template \"b\"}}{{end}}{{end}}{{define \"b\"}}{{template \"a\"}}{{end}}", flaw{Syntax, "blocks.xml", 2, `"a": it calls itself`}},
		"a paper that calls itself":     {"paper.xml", root + `{{template "paper.xml"}}</w:d>`, flaw{Syntax, "paper.xml", 1, "calls itself"}},
		"a call of a value's function":  {"paper.xml", root + "\n{{if true}}{{call .Text}}{{end}}</w:d>", flaw{Syntax, "paper.xml", 2, `"call" not allowed`}},
		"a function in brackets":        {"paper.xml", root + "\n{{len (print .Text)}}</w:d>", flaw{Syntax, "paper.xml", 2, `"print" not allowed`}},
		"the counter itself":            {"paper.xml", root + "{{step -999999}}</w:d>", flaw{Syntax, "paper.xml", 1, `"step" not allowed`}},
		"much of little":                {"paper.xml", root + `<w:t>{{printf "%99999d" 1}}</w:t></w:d>`, flaw{BadValue, "paper.xml", 1, "width"}},
		"much of a value":               {"paper.xml", root + `<w:t>{{printf "%*d" 99999 1}}</w:t></w:d>`, flaw{BadValue, "paper.xml", 1, "width"}},
		"text that doubles":             {"paper.xml", root + `{{$x := "一二三四五六七八"}}{{range 60}}{{$x = printf "%s%s" $x $x}}{{end}}</w:d>`, flaw{TooLarge, "paper.xml", 0, ""}},
		"two roots":                     {"paper.xml", "<w:d xmlns:w=\"w\"/>\n<w:d xmlns:w=\"w\"/>", flaw{NotXML, "paper.xml", 2, "beside the root"}},
		"text beside the root":          {"paper.xml", "<w:d xmlns:w=\"w\"/>\nmore", flaw{NotXML, "paper.xml", 1, "beside the root"}},
		"nothing":                       {"paper.xml", "\n", flaw{NotXML, "paper.xml", 2, "no element"}},
		"an attribute twice":            {"paper.xml", root + "\n<w:t w:a='1' w:a='2'/></w:d>", flaw{NotXML, "paper.xml", 2, "stands twice"}},
		"an attribute under two names":  {"paper.xml", root + "\n<w:t xmlns:v='w' w:a='1' v:a='2'/></w:d>", flaw{NotXML, "paper.xml", 2, "stands twice"}},
		"a prefix that is not declared": {"paper.xml", root + "\n<v:t/></w:d>", flaw{NotXML, "paper.xml", 2, "not declared"}},
		"a prefix of an attribute":      {"paper.xml", root + "\n\n<w:t v:t=''/></w:d>", flaw{NotXML, "paper.xml", 3, "not declared"}},
		"no space between attributes":   {"paper.xml", root + "\n<w:t a='1'b='2'/></w:d>", flaw{NotXML, "paper.xml", 2, "no space"}},
		"two colons":                    {"paper.xml", root + "\n<w:t:t/></w:d>", flaw{NotXML, "paper.xml", 2, ""}},
		"a block that closes too much":  {"blocks.xml", "{{define \"figure\"}}\n</w:p>{{end}}<w:p>", flaw{NotXML, "blocks.xml", 2, ""}},
		"an external relation":          {"parts/word/_rels/document.xml.rels", rels(`Target="http://example.com/a.dotm" TargetMode="External"`), flaw{Outside, "parts/word/_rels/document.xml.rels", 2, "<Relationship Target"}},
		"a relation by path":            {"parts/word/_rels/document.xml.rels", rels(`Target="\\server\a.dotm"`), flaw{Outside, "parts/word/_rels/document.xml.rels", 2, "Target"}},
		"a relation that climbs":        {"parts/word/_rels/document.xml.rels", rels(`Target="../../../a.dotm"`), flaw{Outside, "parts/word/_rels/document.xml.rels", 2, "Target"}},
		"a mode by itself":              {"parts/word/_rels/document.xml.rels", rels(`TargetMode="External" Target="a.dotm"`), flaw{Outside, "parts/word/_rels/document.xml.rels", 2, "TargetMode"}},
		"relations that are no XML":     {"parts/_rels/.rels", "<Relationships>\n", flaw{NotXML, "parts/_rels/.rels", 2, "not closed"}},
		"a picture from elsewhere":      {"paper.xml", root + "\n<w:imagedata src='https://example.com/a.png'/></w:d>", flaw{Outside, "paper.xml", 2, "src"}},
		"a field that reads a file":     {"paper.xml", root + field(` INCLUDETEXT "C:\\a.docx" `) + "</w:d>", flaw{Outside, "paper.xml", 2, "INCLUDETEXT"}},
		"a field in pieces":             {"paper.xml", root + field(" DDE</w:instrText><w:instrText>AUTO a b") + "</w:d>", flaw{Outside, "paper.xml", 2, "DDEAUTO"}},
		"a simple field":                {"paper.xml", root + "\n<w:fldSimple w:instr=' INCLUDEPICTURE a '/></w:d>", flaw{Outside, "paper.xml", 2, "INCLUDEPICTURE"}},
		"an instruction without field":  {"paper.xml", root + "\n<w:instrText>LINK a</w:instrText></w:d>", flaw{Outside, "paper.xml", 2, "LINK"}},
	} {
		ts, err := Read(folder(map[string]string{c.file: c.text}), small())
		if err == nil {
			_, err = ts.Fill("paper", some)
		}
		var f *fault.Fault
		if !errors.As(err, &f) || f.Code != c.want.Code || f.At.File != c.want.File || f.At.Line != c.want.Line || c.want.Detail != "" && !strings.Contains(fmt.Sprint(f.Values["detail"]), c.want.Detail) {
			t.Errorf("%s: %v (want %v)", name, err, &c.want)
		}
	}
}

// What is allowed, and lies near to what is not.
func TestCalmTemplates(t *testing.T) {
	text := "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root +
		`<w:t xml:space="preserve">{{printf "%s%03d" .Text 7}}{{range 3}}a{{end}}</w:t>` +
		`<w:fldChar w:fldCharType="begin"/><w:instrText> PA</w:instrText><w:instrText>GE </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>DDE</w:t><w:fldChar w:fldCharType="end"/>` +
		`<a:b xmlns:a="http://schemas.openxmlformats.org/a" uri="http://schemas.openxmlformats.org/b"/></w:d>`
	ts, err := Read(folder(map[string]string{
		"paper.xml":                          text,
		"parts/word/_rels/document.xml.rels": `<Relationships><Relationship Type="http://schemas.openxmlformats.org/x" Target="../customXml/item1.xml"/><Relationship Target="/word/styles.xml" TargetMode="Internal"/></Relationships>`,
	}), small())
	if err == nil {
		_, err = ts.Fill("paper", some)
	}
	if err != nil {
		t.Error(err)
	}
}

func TestValuesThatCannotBeText(t *testing.T) {
	ts, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]values{
		"U+0000":   {Text: "a\x00", Figure: some.Figure},
		"U+FFFD":   {Text: "\xff", Figure: some.Figure},
		"name":     {Text: "a", Figure: Mark{"1st", "1"}},
		"long":     {Text: "a", Figure: Mark{strings.Repeat("n", maxMark+1), "1"}},
		"a__2":     {Text: "a", Figure: Mark{"a__2", "1"}},
		"f\" w:x=": {Text: "a", Figure: Mark{"f\" w:x=", "1"}},
	} {
		var f *fault.Fault
		if _, err := ts.Fill("paper", v); !errors.As(err, &f) || f.Code != BadValue {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ts.Fill("nothing", some); !fault.Is(err, "docx", Missing) || fault.Find(err, "docx").At.File != "nothing.xml" {
		t.Errorf("a paper that there is not: %v", err)
	}
}

func TestTooManyTemplates(t *testing.T) {
	many := fstest.MapFS{}
	for i := range maxFiles + 1 {
		many[fmt.Sprintf("parts/word/%d.xml", i)] = &fstest.MapFile{Data: []byte("<w:p/>")}
	}
	var f *fault.Fault
	if _, err := Read(many, small()); !errors.As(err, &f) || f.Code != TooLarge {
		t.Errorf("got %v", err)
	}
}

func TestMarksAreReadStrictly(t *testing.T) {
	start := func(id, name string) string { return `<bookmarkStart id="` + id + `" name="` + name + `"/>` }
	end := func(id string) string { return `<bookmarkEnd id="` + id + `"/>` }
	for name, c := range map[string]struct{ body, want string }{
		"split over runs":      {start("1", "a") + "<t>4</t><x>9</x><t>3</t>" + end("1"), "map[a:43]"},
		"one in another":       {start("1", "a") + "<t>4</t>" + start("2", "b") + "<t>3</t>" + end("1") + end("2"), "map[a:43 b:3]"},
		"twice, the same":      {start("1", "a") + "<t>4</t>" + end("1") + start("2", "a__2") + "<t>4</t>" + end("2"), "map[a:4]"},
		"twice, not the same":  {start("1", "a") + "<t>4</t>" + end("1") + start("2", "a__2") + "<t>5</t>" + end("2"), `a is "4" in one place and "5" in another`},
		"without an end":       {start("1", "a") + "<t>4</t>", "1 bookmarks have no end"},
		"begun twice":          {start("1", "a") + start("1", "a"), `the bookmark "1" begins twice`},
		"an end by itself":     {end("7"), "map[]"},
		"too many at a time":   {overlapping(start), "more than 100 bookmarks overlap"},
		"not XML":              {"<", "XML syntax error"},
		"what only looks like": {"<t>" + `&lt;bookmarkStart id="1" name="a"/&gt;` + "</t>", "map[]"},
	} {
		file, err := Pack([]Part{{ContentTypes, nil}, {Document, []byte("<d>" + c.body + "</d>")}})
		if err != nil {
			t.Fatal(err)
		}
		marks, err := Marks(file)
		got := fmt.Sprint(marks)
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s (want %s)", name, got, c.want)
		}
	}
	if file, err := Pack([]Part{{ContentTypes, nil}}); err != nil {
		t.Fatal(err)
	} else if _, err := Marks(file); err == nil || !strings.Contains(err.Error(), "has no part") {
		t.Errorf("a zip without a document: %v", err)
	}
}

func overlapping(start func(id, name string) string) string {
	var b strings.Builder
	for i := range maxOpen + 1 {
		b.WriteString(start(fmt.Sprint(i), fmt.Sprintf("a%d", i)))
	}
	return b.String()
}

func TestBlocksStandInSeveralFiles(t *testing.T) {
	files := small()
	files["blocks-more.xml"] = &fstest.MapFile{Data: []byte(`{{define "more"}}<w:t>更多</w:t>{{end}}`)}
	files["paper.xml"] = &fstest.MapFile{Data: []byte(root + `{{template "more"}}</w:d>`)}
	ts, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	if ts.Has("blocks-more") || !ts.Has("paper") {
		t.Error("blocks are taken for a paper")
	}
	file, err := ts.Fill("paper", some)
	if err != nil || !bytes.Contains(unpacked(t, file)[Document], []byte("更多")) {
		t.Errorf("the block is not in the paper, %v", err)
	}
}

func unpacked(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	parts, err := Unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, p := range parts {
		out[p.Name] = p.Bytes
	}
	return out
}
