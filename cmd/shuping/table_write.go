package main

import (
	"path/filepath"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/durable"
	"shuping/internal/words"
)

// tableEnding is the form of table that a name ends in, .csv or .xlsx.
func (m *Main) tableEnding(to string) (string, error) {
	ending := strings.ToLower(filepath.Ext(to))
	if ending != ".csv" && ending != ".xlsx" {
		return "", fail(words.TableEnding(m.lang), words.Values("path", to))
	}
	return ending, nil
}

// writeTable writes a table into a new file in the form that its name ends in.
func (m *Main) writeTable(to string, csv func() []byte, xlsx func() ([]byte, error)) error {
	ending, err := m.tableEnding(to)
	if err != nil {
		return err
	}
	if ending == ".csv" {
		return durable.WriteNew(to, csv())
	}
	src, err := xlsx()
	if err != nil {
		return err
	}
	return durable.WriteNew(to, src)
}

// writeRows writes rows so, in a workbook as the sheet called name.
func (m *Main) writeRows(to, name string, rows [][]string) error {
	return m.writeTable(to, func() []byte { return cells.CSV(rows) }, func() ([]byte, error) { return cells.XLSX(name, rows) })
}
