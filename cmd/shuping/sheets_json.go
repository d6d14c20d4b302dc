package main

import (
	"bufio"

	"shuping/internal/fault"
	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// sheetsImportSchema names the form that data/schemas/sheets-import-1.json describes.
const sheetsImportSchema = "shuping/sheets-import/1"

type sheetsImportDoc struct {
	Schema  string       `json:"schema"`
	Path    string       `json:"path"`
	SHA256  string       `json:"sha256"`
	Entered bool         `json:"entered"`
	Shape   *string      `json:"shape"`
	Sheets  int          `json:"sheets"`
	Stacks  []stackDoc   `json:"stacks"`
	Totals  []totalDoc   `json:"totals"`
	Bundles []int        `json:"bundles"`
	Told    []findingDoc `json:"told"`
	LeftOut []findingDoc `json:"left_out"`
	Doubts  []findingDoc `json:"doubts"`
	Faults  []findingDoc `json:"faults"`
}

type stackDoc struct {
	Class   *string `json:"class"`
	Subject *string `json:"subject"`
	Sheets  int     `json:"sheets"`
}

type totalDoc struct {
	Stack  *string    `json:"stack"`
	Label  *string    `json:"label"`
	Counts []countDoc `json:"counts"`
}

type countDoc struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

type findingDoc struct {
	Code   string `json:"code"`
	Row    *int   `json:"row"`
	Column *int   `json:"column"`
	Text   string `json:"text"`
}

// newSheetsImport is the document of a file of which nothing is known yet.
func newSheetsImport(path, sum string) sheetsImportDoc {
	return sheetsImportDoc{
		Schema: sheetsImportSchema, Path: path, SHA256: sum, Stacks: []stackDoc{}, Totals: []totalDoc{}, Bundles: []int{},
		Told: []findingDoc{}, LeftOut: []findingDoc{}, Doubts: []findingDoc{}, Faults: []findingDoc{},
	}
}

// take adds what was understood of the file.
func (d *sheetsImportDoc) take(m *Main, s meeting.State, list intake.Sheets) {
	d.Shape, d.Sheets = given(string(list.Shape)), list.Len()
	for _, st := range list.Stacks {
		class, subject := s.StackIDs(st.Index)
		d.Stacks = append(d.Stacks, stackDoc{given(class), given(subject), st.Len()})
	}
	for _, t := range list.Totals {
		doc := totalDoc{given(t.Stack), given(t.Label), []countDoc{}}
		for _, c := range t.Counts {
			doc.Counts = append(doc.Counts, countDoc{c.Name, c.N})
		}
		d.Totals = append(d.Totals, doc)
	}
	d.Told, d.LeftOut, d.Doubts = m.findingDocs(list.Told), m.findingDocs(list.LeftOut), m.findingDocs(list.Doubts)
}

// findingDocs are findings for a program: the code, the place, and the sentence.
func (m *Main) findingDocs(list fault.Faults) []findingDoc {
	out := []findingDoc{}
	for _, f := range list {
		code := string(f.Code)
		if refusal, ok := f.Cause.(*meeting.Refusal); ok {
			code = string(refusal.Code)
		}
		out = append(out, findingDoc{code, given(f.At.Line), given(f.At.Column), visible(words.Fault(m.lang, f))})
	}
	return out
}

func (m *Main) printJSON(doc any) error {
	return m.print(func(w *bufio.Writer) error { return writeJSON(w, doc) })
}
