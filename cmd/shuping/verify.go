package main

import (
	"bufio"
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/words"
)

func (m *Main) verifyCommand() *cobra.Command {
	c := m.verb("verify DIR|ZIP [--words WORDS] [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	typed := c.Flags().String("words", "", words.FlagWords(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		ctx, stop := interruptible()
		defer stop()
		return m.verify(ctx, args[0], *typed, *asJSON)
	}
	return c
}

// verify prints what each check of a bag has shown, up to the first that
// fails, which is told as the failure of the command.
func (m *Main) verify(ctx context.Context, path, typed string, asJSON bool) error {
	report, err := archive.Verify(ctx, path, typed, m.progress())
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			if _, err := w.Write(report.JSON(m.ruleLang())); err != nil {
				return nil // print finds it again and words it
			}
		} else {
			m.verifyText(w, report)
		}
		if bad := report.Err(); bad != nil {
			return fail(words.ExportNotWhole(m.lang), map[string]any{"path": path, "problem": m.sentence(bad)})
		}
		return nil
	})
}

func (m *Main) verifyText(w *bufio.Writer, report archive.Report) {
	t := table{right: map[int]bool{0: true}}
	for _, c := range report.Checks {
		if c.OK() {
			t.row(strconv.Itoa(c.Number), visible(c.Text(m.ruleLang())))
		}
	}
	fmt.Fprint(w, t.String())
	if report.Repacked && report.OK() {
		fmt.Fprintln(w, words.ExportRepacked(m.lang))
	}
	if report.Private {
		fmt.Fprintln(w, words.ExportPrivate(m.lang))
	}
	if report.OK() {
		fmt.Fprintln(w, words.Fill(words.ExportVerified(m.lang), map[string]any{"path": report.Path}))
	}
}
