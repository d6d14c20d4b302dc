package main

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/archive"
	"shuping/internal/papers"
	"shuping/internal/words"
)

func (m *Main) papersCommand() *cobra.Command {
	c := m.verb("papers FILE|PLAN -o DIR [--before] [--names TABLE] [--three-slips] [--pdf] [--shared] [--json] | --template NAME", nil, nil)
	to := c.Flags().StringP("output", "o", "", words.FlagPapers(m.lang))
	shared := c.Flags().Bool("shared", false, words.FlagShared(m.lang))
	before := c.Flags().Bool("before", false, words.FlagBefore(m.lang))
	names := c.Flags().String("names", "", words.FlagNames(m.lang))
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	slips := c.Flags().Bool("three-slips", false, words.FlagSlips(m.lang))
	pdf := c.Flags().Bool("pdf", false, words.FlagPDF(m.lang))
	template := c.Flags().String("template", "", words.FlagTemplate(m.lang))
	c.Args = func(c *cobra.Command, args []string) error {
		if *template != "" {
			return m.takes(0)(c, args)
		}
		return m.takes(1)(c, args)
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if *template != "" {
			return m.paperTemplate(*template)
		}
		if !*before && (*names != "" || *slips) {
			return m.misused(c, words.PapersBeforeOnly(m.lang), nil)
		}
		if err := m.needs(c, "output", *to); err != nil {
			return err
		}
		var office string
		if *pdf {
			if office = findOffice(); office == "" {
				return fail(words.NoOffice(m.lang), nil)
			}
		}
		ctx, stop := interruptible()
		defer stop()
		var list []archive.Paper
		var err error
		if *before {
			list, err = m.papersBefore(ctx, args[0], *to, *names, *slips, modeOf(*shared))
		} else {
			list, err = m.papers(ctx, args[0], *to, modeOf(*shared))
		}
		if err == nil && *pdf {
			list, err = m.printPDF(ctx, office, *to, modeOf(*shared), list)
		}
		return m.tellPapers(*to, list, err, *asJSON)
	}
	return c
}

// paperTemplate prints a template of the program, for an office to begin its own with.
func (m *Main) paperTemplate(name string) error {
	all, err := fs.Glob(data.Papers(), "*.xml")
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(data.Papers(), name+".xml")
	if err != nil {
		names := strings.ReplaceAll(strings.Join(all, words.ListComma(m.lang)), ".xml", "")
		return fail(words.NoTemplate(m.lang), map[string]any{"name": name, "templates": names})
	}
	return m.print(func(w *bufio.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// papers writes the papers of a meeting, whether it is sealed or not.
func (m *Main) papers(ctx context.Context, path, to string, shared fs.FileMode) ([]archive.Paper, error) {
	r, state, err := m.readState(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	with, err := m.means(path, state.Plan)
	if err != nil {
		return nil, err
	}
	with.Shared = shared
	return archive.Papers(ctx, to, r, with, m.progress())
}

// papersBefore writes what is printed before a meeting, from its session or its plan.
func (m *Main) papersBefore(ctx context.Context, from, to, names string, slips bool, shared fs.FileMode) ([]archive.Paper, error) {
	s, err := m.planned(from)
	if err != nil {
		return nil, err
	}
	eve := papers.Eve{Slips: slips}
	switch {
	case names != "":
		list, err := m.namesIn(s.Plan, names, "")
		if err != nil {
			return nil, err
		}
		for _, n := range list.List {
			eve.Names = append(eve.Names, papers.Attendee{Class: n.Class, Name: n.Name, Unit: n.Unit})
		}
	case isSession(from):
		if eve.Names, err = keptNames(from, s.Plan); err != nil {
			return nil, err
		}
	}
	with, err := m.means(from, s.Plan)
	if err != nil {
		return nil, err
	}
	with.Shared = shared
	return archive.PapersBefore(ctx, to, s, eve, with)
}

// tellPapers prints which papers were written.
func (m *Main) tellPapers(to string, list []archive.Paper, err error, asJSON bool) error {
	switch {
	case err != nil:
		return err
	case asJSON:
		return m.printJSON(newPapersDoc(to, list))
	}
	return m.print(func(w *bufio.Writer) error {
		var t table
		for _, p := range list {
			t.row(filepath.Join(to, p.Name), visible(p.Title))
		}
		fmt.Fprint(w, t.String())
		return nil
	})
}
