package result

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

// A Table is rows of cells on their way into a CSV file.
type Table [][]string

// CSV is the counts and grades, a row a subject. Its heads are Chinese; its
// sentences are in the language that the result was drawn up in.
func (r Result) CSV() []byte {
	columns := r.columns()
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = c.head
	}
	t := Table{heads}
	for _, s := range r.Subjects {
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = c.cell(s)
		}
		t = append(t, row)
	}
	return t.Bytes()
}

// Bytes writes the table as a file.
func (t Table) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.WriteAll(t); err != nil { // a buffer takes everything
		panic(fmt.Errorf("the table as CSV: %w", err))
	}
	return b.Bytes()
}
