package workbook

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"

	"shuping/internal/meeting"
	"shuping/internal/result"
)

// SheetsCSV writes the sheets to w as a table, a row for each sheet of paper: its
// bundle, its place in the bundle, and what it says. It has the columns and the
// order of 评议表明细 in the workbook ([Write]), with the words of its format, and hides
// what that hides. The sheets are written as they come, and laid is called behind each,
// unless it is nil; those of a stack that was counted by piles are not there.
func SheetsCSV(w io.Writer, s meeting.State, laid func()) error {
	l, err := newList(s, laid, tableWords)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(w)
	if _, err := buffer.WriteString("\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(buffer)
	out.UseCRLF = true
	line := make([]string, len(l.heads))
	for i, h := range l.heads {
		line[i] = result.TextCell(h)
	}
	if err := out.Write(line); err != nil {
		return err
	}
	err = l.lay(func(cells []cell) error {
		for i, c := range cells {
			line[i] = c.csv()
		}
		return out.Write(line)
	})
	if err != nil {
		return err
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return buffer.Flush()
}

// csv is what the cell says in a table without formulas.
func (c cell) csv() string {
	if c.kind == numeric {
		return strconv.FormatFloat(c.number, 'f', -1, 64)
	}
	return result.TextCell(c.text)
}
