package archive

import (
	"shuping/internal/fault"
	"shuping/internal/papers"
)

// Notes are what the chair noted for nobody else (package private). They are in no
// bag but one for which somebody asked for them.
type Notes struct {
	Visits   []papers.Visit
	Comments map[string][]string // by the ID of a subject
}

// notesFile is the document that has them.
const notesFile = "data/private/visits.docx"

// notes writes the document, where it was asked for.
func (x *exporter) notes() *fault.Fault {
	if x.with.Notes == nil {
		return nil
	}
	d, err := papers.Visits(x.read.state, x.read.told(), x.with.Notes.Visits, x.with.Notes.Comments, x.with.Templates)
	if err != nil {
		return paperFault(err)
	}
	x.pages[notesFile] = d.Bytes
	return nil
}
