package archive

import (
	"io"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"

	"shuping/data"
	"shuping/internal/papers"
	"shuping/internal/result"
	"shuping/internal/workbook"
)

// schemas are those of the JSON files in a bag, by the names under which package
// data knows them.
var schemas = []string{"journal-1", "result-1"}

func schemaFile(name string) string { return schemasFolder + name + ".json" }

// titles say what a file of the payload is called and what it is. Papers have
// their own, and so have attachments.
var titles = map[string][2]string{
	contentsFile:            {"目录", "本表：各文件的题名和说明"},
	custodyFile:             {"收发核对表", "发出、收回、有效票、无效票及复核情况"},
	journalFile:             {"会议记录链", "全部记录，每行一条，前后相连"},
	planFile:                {"会议方案", "人员、议程、规则，即第 1 条记录中的原文"},
	tableFile:               {"结果表", "各述职人票数、等次及依据"},
	resultFile:              {"结果数据", "与结果表相同，供程序读取"},
	sheetsFile:              {"评议表明细", "每行一张评议表，不含时间和人员"},
	notesFile:               {"调研记录和点评准备", "不公开，应要求附上；不由会议记录链得出"},
	bookFile:                {"汇总工作簿", "汇总表、图、评议表明细、台账、收发核对，含公式"},
	workbookFile:            {"汇总工作簿", "汇总表、图、评议表明细、台账、票数闭合，含公式"},
	schemaFile("journal-1"): {"会议记录链格式说明", "JSON Schema"},
	schemaFile("result-1"):  {"结果数据格式说明", "JSON Schema"},
}

// formerCustody is what the first formats with a list of contents call a file there.
var formerCustody = [2]string{"票数闭合表", "发出、收回、有效、作废及复核情况"}

// contents is contents.csv for these files of the payload.
func (r *reading) contents(names []string) []byte {
	of := map[string]string{}
	for _, d := range papers.Listed(r.state) {
		of[r.paperName(d)] = d.Title
	}
	out := result.Table{{"文件", "题名", "说明"}}
	for _, name := range slices.Sorted(slices.Values(names)) {
		t, ok := titles[name]
		switch {
		case isAttachment(name):
			out = append(out, r.entitled(name)...)
			continue
		case name == custodyFile && r.former():
			t = formerCustody
		case !ok:
			t = [2]string{of[name], "打印存档的材料"}
		}
		out = append(out, contentsRow(name, t[0], t[1]))
	}
	return out.Bytes()
}

func contentsRow(file, title, what string) []string {
	return []string{result.TextCell(file), result.TextCell(title), result.TextCell(what)}
}

// paperName is what a paper is called in the bag: as people call it, and in the second
// format in ASCII.
func (r *reading) paperName(d papers.Document) string {
	if r.former() {
		return papersFolder + d.Name
	}
	return papersFolder + norm.NFC.String(d.File)
}

// further are the names of the files of a bag beside those that are always there:
// its papers and schemas, and what was attached.
func (r *reading) further() []string {
	var out []string
	for _, d := range papers.Listed(r.state) {
		out = append(out, r.paperName(d))
	}
	for _, name := range schemas {
		out = append(out, schemaFile(name))
	}
	return append(out, r.attachedNames()...)
}

// stream writes a file that is too long to be held whole; laid is called behind each
// sheet, unless it is nil.
func (r *reading) stream(name string, w io.Writer, laid func()) error {
	if isBook(name) {
		return workbook.Write(w, r.state, r.told().Head, laid)
	}
	return workbook.SheetsCSV(w, r.state, laid)
}

// schemaText is a schema as the program has it. Nobody changes it.
func schemaText(name string) []byte { return schemaTexts()[name] }

var schemaTexts = sync.OnceValue(func() map[string][]byte {
	out := map[string][]byte{}
	for _, name := range schemas {
		text, ok := data.Schema(name)
		if !ok {
			panic("there is no schema " + name) // the names are constants
		}
		out[name] = text
	}
	return out
})
