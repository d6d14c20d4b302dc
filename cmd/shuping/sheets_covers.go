package main

import (
	"bufio"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

func (m *Main) sheetsCoversCommand() *cobra.Command {
	return m.saying("covers FILE", 1, func(args []string) error { return m.sheetsCovers(args[0]) }, func(args []string) error { return m.coversJSON(args[0]) })
}

// sheetsCovers prints a line for each closed bundle, to be cut out and glued on it.
// What stands on the sheets is in none of them.
func (m *Main) sheetsCovers(path string) error {
	state, _, err := m.recall(path)
	if err != nil {
		return err
	}
	list := state.Round.Bundles
	if list.Len() == 0 {
		return fail(words.SheetsNoBundles(m.lang), map[string]any{"path": path})
	}
	var t table
	for b := range list.Closed() {
		t.row(m.cover(state, b)...)
	}
	return m.print(func(w *bufio.Writer) error {
		_, err := io.WriteString(w, t.String())
		return err
	})
}

// cover is what is to be known of a bundle, in columns; that of the stack is left
// out where there is only one.
func (m *Main) cover(s meeting.State, b meeting.ClosedBundle) []string {
	fill := func(sentence string) string {
		return visible(words.Fill(sentence, map[string]any{
			"bundle": b.Number, "sheets": b.Sheets(), "by": orNobody(strings.Join(b.Keyers(), words.ListComma(m.lang)), words.SheetsNobody(m.lang)), "file": b.File,
			"checker": strings.Join(b.Checkers(), words.ListComma(m.lang)), "dice": b.Dice, "differed": b.Differed, "ruled": b.Ruled,
		}))
	}
	cells := []string{fill(words.BundleName(m.lang)), fill(words.SheetsCoverSheets(m.lang))}
	if name := words.StackName(m.lang, s.StackName(b.Stack)); name != "" {
		cells = append(cells, visible(name))
	}
	keyed, confirmed := words.SheetsCoverKeyed(m.lang), words.SheetsConfirmed(m.lang, string(b.Checked))
	if b.File != "" {
		keyed = words.SheetsCoverFile(m.lang)
	}
	if b.Checked == "" {
		confirmed = words.SheetsUnconfirmed(m.lang)
	}
	if b.Differed > 0 {
		confirmed += words.SheetsCoverDiffered(m.lang)
	}
	return append(cells, fill(keyed), fill(confirmed))
}

func orNobody(name, nobody string) string {
	if name == "" {
		return nobody
	}
	return name
}
