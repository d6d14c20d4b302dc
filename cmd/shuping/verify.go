package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shuping/internal/archive"
	"shuping/internal/words"
)

func (m *Main) verifyCommand() *cobra.Command {
	c := m.verb("verify DIR|ZIP [--words WORDS] [--json]", m.takes(1), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	typed := c.Flags().String("words", "", words.FlagWords(m.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		ctx, stop := interruptible()
		defer stop()
		if c.Flags().Changed("words") && strings.TrimSpace(*typed) == "" {
			return m.misused(c, words.WordsEmpty(m.lang), nil)
		}
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
	err = m.print(func(w *bufio.Writer) error {
		if asJSON {
			if _, err := w.Write(report.JSON(m.lang)); err != nil {
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
	if err == nil && !report.Standing.Proves() {
		return unproven{}
	}
	return err
}

func (m *Main) verifyText(w *bufio.Writer, report archive.Report) {
	t := table{right: map[int]bool{0: true}}
	for _, c := range report.Checks {
		if c.OK() {
			t.row(strconv.Itoa(c.Number), visible(c.Text(m.lang)))
		}
	}
	fmt.Fprint(w, t.String())
	if report.Repacked && report.OK() {
		fmt.Fprintln(w, words.ExportRepacked(m.lang))
	}
	if report.Private {
		fmt.Fprintln(w, words.ExportPrivate(m.lang))
	}
	for _, o := range report.Observed {
		fmt.Fprintln(w, words.ExportObserved(m.lang)+visible(o.Text(m.lang)))
	}
	if report.Since != nil {
		m.sinceText(w, report)
	}
	if report.OK() {
		fmt.Fprintln(w, words.Fill(words.ExportStanding(m.lang, string(report.Standing)), map[string]any{"path": report.Path}))
	}
}

// sinceText is what came after a seal whose words were typed, a line each.
func (m *Main) sinceText(w *bufio.Writer, report archive.Report) {
	for _, c := range report.Since.Corrections {
		fmt.Fprintln(w, "  "+strings.TrimSpace(m.correction(c)))
	}
	for _, f := range report.Since.Figures {
		of := cmp.Or(f.Of, words.SinceGrade(m.lang))
		fmt.Fprintln(w, "  "+m.say(words.SinceFigure, "subject", visible(f.Subject), "of", of, "was", cmp.Or(f.Was, "—"), "is", cmp.Or(f.Is, "—")))
	}
}
