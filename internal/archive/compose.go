package archive

import (
	"cmp"
	"maps"
	"path"

	"shuping/data"
	"shuping/internal/fault"
	"shuping/internal/papers"
)

// long are the files of which none is held whole.
var long = []string{journalFile, sheetsFile, bookFile}

// compose makes every file; those that are long are laid, and kept as their sums.
func (x *exporter) compose() *fault.Fault {
	began := x.begin(bookFile)
	f := x.composePayload()
	book := <-began
	x.sums[bookFile] = book.sum
	if f = cmp.Or(f, book.fault); f != nil {
		return f
	}
	form := layouts[Format]
	x.sum()
	payload := form.order(append(sortedNames(x.sums), contentsFile))
	x.pages[contentsFile] = x.read.contents(payload)
	x.sum()
	var octets int64
	for _, name := range payload {
		octets += x.sums[name].size
	}
	x.called = x.read.identifier()
	x.pages[infoFile] = x.read.info(Format, octets, payload)
	x.pages[manifestFile] = manifestText(payload, x.sums)
	x.pages[declarationFile] = []byte(declaration)
	x.pages[howToFile] = data.HowToCheck()
	x.pages[formatFile] = data.Format()
	x.sum()
	x.pages[tagManifestFile] = manifestText(form.tagged(true), x.sums)
	return x.sign(x.pages[tagManifestFile])
}

// composePayload makes what follows from the journal and is not the workbook, and sums
// up what is attached.
func (x *exporter) composePayload() *fault.Fault {
	maps.Copy(x.pages, x.read.pages())
	for _, name := range schemas {
		x.pages[schemaFile(name)] = schemaText(name)
	}
	docs, f := x.documents()
	if f != nil {
		return f
	}
	for _, d := range docs {
		x.pages[x.read.paperName(d)] = d.Bytes
	}
	if f := x.notes(); f != nil {
		return f
	}
	sheets := <-x.begin(sheetsFile)
	if x.sums[sheetsFile] = sheets.sum; sheets.fault != nil {
		return sheets.fault
	}
	return x.attached()
}

func (x *exporter) documents() ([]papers.Document, *fault.Fault) {
	docs, err := papers.Documents(x.read.state, x.read.told(), x.with.Templates)
	if err != nil {
		return nil, paperFault(err)
	}
	return docs, nil
}

// paperFault is what is wrong with a template, or why a paper was not made.
func paperFault(err error) *fault.Fault {
	if f := fault.Find(err, "docx"); f != nil {
		return blame(TemplateBad, "file", f.At.File, "line", f.At.Line).Because(f)
	}
	return blame(NotComposed, "name", path.Base(papersFolder), "reason", shown(err.Error())).Because(err)
}

func (x *exporter) sum() {
	for name, page := range x.pages {
		x.sums[name] = sumOf(page)
	}
}
