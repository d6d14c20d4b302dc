package archive

import (
	stdzip "archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/internal/fault"
	said "shuping/internal/words"
)

// repacked is a DOCX or XLSX with other parts, made by another program.
func repacked(t testing.TB, file []byte, method uint16, change func(name string, part []byte) []byte) []byte {
	t.Helper()
	r, err := stdzip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := stdzip.NewWriter(&b)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		out, err := w.CreateHeader(&stdzip.FileHeader{Name: f.Name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		out.Write(change(f.Name, part))
	}
	w.Close()
	return b.Bytes()
}

// Somebody who makes all sums and the signature anew is told what he changed.
func TestEveryFileOfThePayloadIsHeldAgainstTheJournal(t *testing.T) {
	src := sealed(t, 42)
	files := exported(t, src, means())
	edit := func(name, old, now string) map[string][]byte {
		if !bytes.Contains(files[name], []byte(old)) {
			t.Fatalf("%s has no %q", name, old)
		}
		return map[string][]byte{name: bytes.Replace(files[name], []byte(old), []byte(now), 1)}
	}
	paper := func(name, old, now string) map[string][]byte {
		name, done := papersFolder+name, false
		out := repacked(t, files[name], stdzip.Store, func(_ string, part []byte) []byte {
			done = done || bytes.Contains(part, []byte(old))
			return bytes.Replace(part, []byte(old), []byte(now), 1)
		})
		if !done {
			t.Fatalf("%s has no %q", name, old)
		}
		return map[string][]byte{name: out}
	}
	book := func(old, now string) map[string][]byte {
		return map[string][]byte{bookFile: repacked(t, files[bookFile], stdzip.Deflate, func(name string, part []byte) []byte {
			if name == "xl/worksheets/sheet1.xml" {
				return bytes.Replace(part, []byte(old), []byte(now), 1)
			}
			return part
		})}
	}
	report := papersFolder + "11-测评监票计票报告单.docx"
	const count = `w:name="f_s2_count_2"/>`
	as := func(name string, b []byte) map[string][]byte { return map[string][]byte{name: b} }
	same := func(_ string, part []byte) []byte { return part }
	if !bytes.Contains(files[report], []byte(count)) {
		t.Fatal("the report does not show the figure that is to be changed")
	}
	for name, c := range map[string]struct {
		change map[string][]byte
		step   Step
		want   string
	}{
		"a figure in the report": {paper("11-测评监票计票报告单.docx", figureAt(t, files[report], "f_s2_count_2"), strings.Replace(figureAt(t, files[report], "f_s2_count_2"), ">34<", ">35<", 1)), StepPapers,
			"data/papers/11-测评监票计票报告单.docx (word/document.xml), paragraph "},
		"a figure of another name": {paper("11-测评监票计票报告单.docx", `"f_s2_count_2"`, `"f_s9_count_2"`), StepPapers, "data/papers/11-测评监票计票报告单.docx (word/document.xml), paragraph "},
		"one figure for another":   {paper("12-测评结果汇总表.docx", `"f_s2_count_2"`, `"f_s2_count_1"`), StepPapers, "data/papers/12-测评结果汇总表.docx"},
		"two opinions exchanged": {map[string][]byte{
			papersFolder + "16-综合评价意见（第一党支部书记）.docx": files[papersFolder+"16-综合评价意见（第二党支部书记）.docx"], papersFolder + "16-综合评价意见（第二党支部书记）.docx": files[papersFolder+"16-综合评价意见（第一党支部书记）.docx"],
		}, StepPapers, "data/papers/16-综合评价意见（第一党支部书记）.docx (word/document.xml), paragraph "},
		"a paper without a figure":            {as(report, repacked(t, files[report], stdzip.Store, unmarked)), StepPapers, "data/papers/11-测评监票计票报告单.docx (word/document.xml), paragraph "},
		"a compressed paper":                  {as(report, repacked(t, files[report], stdzip.Deflate, same)), StepPapers, "data/papers/11-测评监票计票报告单.docx is compressed"},
		"a paper that is none":                {as(report, []byte("x")), StepPapers, "data/papers/11-测评监票计票报告单.docx cannot be read"},
		"an empty paper":                      {as(report, nil), StepPapers, "data/papers/11-测评监票计票报告单.docx cannot be read"},
		"a figure in the workbook":            {book("<v>34</v>", "<v>35</v>"), StepWorkbook, "workbook.xlsx: 汇总表 "},
		"a formula in the workbook":           {book("COUNTIF(", "1+COUNTIF("), StepWorkbook, "workbook.xlsx: 汇总表 C4 is \"=1+COUNTIF("},
		"a workbook that is none":             {as(bookFile, []byte("x")), StepWorkbook, "workbook.xlsx cannot be read"},
		"a sheet in the table":                {edit(sheetsFile, "好,较好", "好,一般"), StepTables, "sheets.csv: line "},
		"a sheet less":                        {as(sheetsFile, files[sheetsFile][:bytes.LastIndex(bytes.TrimSpace(files[sheetsFile]), []byte("\n"))+1]), StepTables, "sheets.csv: line 43, 束, is —, the journal says 5."},
		"a sheet more":                        {as(sheetsFile, append(bytes.Clone(files[sheetsFile]), "5,3,有效,,好,好\r\n"...)), StepTables, "sheets.csv: line 44, 1, is 5, the journal says —."},
		"no sheet at all":                     {as(sheetsFile, nil), StepTables, "sheets.csv: line 1, 束, is —"},
		"another title":                       {edit(contentsFile, "会议记录链,", "会议纪录链,"), StepTables, "contents.csv: line "},
		"a paper too many":                    {as(papersFolder+"16-综合评价意见（第三党支部书记）.docx", files[report]), StepTables, "The file data/papers/16-综合评价意见（第三党支部书记）.docx is in no manifest."},
		"a paper of no kind":                  {as(papersFolder+"minutes.pdf", nil), StepBag, "The file data/papers/minutes.pdf is in no manifest."},
		"a schema that lets all pass":         {as(schemaFile("result-1"), []byte("{}")), StepSchema, "data/schemas/result-1.json is no schema that this version of the program knows"},
		"a schema of something else":          {as(schemaFile("other-1"), files[schemaFile("result-1")]), StepSchema, "data/schemas/other-1.json is no schema"},
		"another way to check":                {edit(howToFile, "sha256sum -c", "sha256sum -z"), StepInfo, "From byte "},
		"an attachment of no sum":             {as(attachments+strings.Repeat("a", 64), []byte("x")), StepManifest, "The attachment data/attachments/aaaa"},
		"an attachment of no record":          {as(attachments+fmt.Sprintf("%x", sumOf([]byte("x")).sha)[:sumBefore]+"-x.pdf", []byte("x")), StepTables, "The file data/attachments/2d71"},
		"an attachment of no sum in its name": {as(attachments+"x.pdf", []byte("x")), StepManifest, "The attachment data/attachments/x.pdf"},
	} {
		bad := maps.Clone(files)
		maps.Copy(bad, c.change)
		r := check(t, resummed(bad), nil)
		last := r.Checks[len(r.Checks)-1]
		if r.OK() || last.Step != c.step || !strings.HasPrefix(english(last.Fault), c.want) {
			t.Errorf("%s: %s: %v\nwant %s: %s", name, last.Step, r.Err(), c.step, c.want)
			continue
		}
		for _, l := range []said.Language{said.Chinese, said.English} {
			if text := said.Fault(l, last.Fault); strings.ContainsAny(text, "\x1b\x00\n{}") || len(text) > 500 {
				t.Errorf("%s: not a sentence: %q", name, text)
			}
		}
	}
	for _, name := range sortedNames(files) {
		if !strings.HasPrefix(name, "data/") {
			continue
		}
		bad := maps.Clone(files)
		delete(bad, name)
		if f := check(t, resummed(bad), nil).Err(); code(f) != FileMissing {
			t.Errorf("without %s: %v", name, f)
		}
	}
}

// figureAt is the part of a paper from the bookmark of a figure to its end.
func figureAt(t testing.TB, file []byte, name string) string {
	t.Helper()
	at := bytes.Index(file, []byte(`w:name="`+name+`"`))
	end := bytes.Index(file[max(at, 0):], []byte("</w:t>"))
	if at < 0 || end < 0 {
		t.Fatalf("there is no figure %s", name)
	}
	return string(file[at : at+end+len("</w:t>")])
}

// unmarked calls every bookmark otherwise.
func unmarked(_ string, part []byte) []byte {
	return bytes.ReplaceAll(part, []byte(`w:name="f_`), []byte(`w:name="g_`))
}

// A paper or a workbook that would unfold to more than can be held is not opened.
func TestBombsInPapersAreNotUnfolded(t *testing.T) {
	files := exported(t, sealed(t, 3), means())
	big := make([]byte, 64<<20)
	unfolding := func(one string) func(string, []byte) []byte {
		return func(name string, part []byte) []byte {
			if name == one {
				return big
			}
			return part
		}
	}
	for name, c := range map[string]struct {
		file []byte
		want fault.Code
	}{
		papersFolder + "11-测评监票计票报告单.docx": {repacked(t, files[papersFolder+"11-测评监票计票报告单.docx"], stdzip.Deflate, unfolding("word/document.xml")), Unfolds},
		bookFile: {repacked(t, files[bookFile], stdzip.Deflate, unfolding("xl/theme/theme1.xml")), BookDiffers},
	} {
		bad := maps.Clone(files)
		bad[name] = c.file
		if f := check(t, resummed(bad), nil).Err(); code(f) != c.want {
			t.Errorf("%s: %v, want %s", name, f, c.want)
		}
	}
}

// Bags that were written before verify as they did.
func TestBagsOfTheFirstFormatVerify(t *testing.T) {
	samples, err := filepath.Glob("testdata/bag-1*.zip")
	if err != nil || len(samples) < 3 {
		t.Fatal(samples, err)
	}
	for _, path := range samples {
		r, err := Verify(context.Background(), path, "", nil)
		if err != nil || !r.OK() || r.Format != format1 || r.Signer != "" || r.Anchored || len(r.Checks) != 12 {
			t.Errorf("%s: %v, %v, %+v", path, err, r.Err(), r)
			continue
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := opened(t, bytes.NewReader(raw), len(raw))
		files := memShelf{}
		for name := range s.files() {
			in, err := s.open(name)
			if err != nil {
				t.Fatal(err)
			}
			files[name], _ = io.ReadAll(in)
		}
		if r := check(t, files, nil); !r.OK() {
			t.Errorf("%s, unpacked: %v", path, r.Err())
		}
		for name, b := range files {
			for _, i := range []int{0, len(b) / 2, len(b) - 1} {
				bad := maps.Clone(files)
				bad[name] = changed(b, i)
				if check(t, bad, nil).OK() || check(t, resummed(bad), nil).OK() && name != manifestFile && name != tagManifestFile {
					t.Errorf("%s: byte %d of %s was changed and not found", path, i, name)
				}
			}
		}
		grown := maps.Clone(files)
		grown[sheetsFile] = nil
		if f := check(t, resummed(grown), nil).Err(); code(f) != FileExtra {
			t.Errorf("%s with a file of the second format: %v", path, f)
		}
	}
}
