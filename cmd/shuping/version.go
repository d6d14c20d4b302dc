package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/words"
)

// version is the program's own; what it writes names it.
const version = "0.1"

// A build is which program this is.
type build struct {
	Schema  string `json:"schema"`
	Version string `json:"version"`
	Commit  string `json:"commit"`  // "" where it was built outside of its repository
	Date    string `json:"date"`    // of the commit, as 2026-11-30
	Changed bool   `json:"changed"` // files differed from the commit
	Go      string `json:"go"`
	System  string `json:"system"`
}

// thisBuild asks the program itself; whoever builds it in its repository need say
// nothing.
func thisBuild() build {
	b := build{Schema: "shuping/version/1", Version: version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value[:min(len(s.Value), 12)]
		case "vcs.time":
			b.Date = s.Value[:min(len(s.Value), len("2026-11-30"))]
		case "vcs.modified":
			b.Changed = s.Value == "true"
		}
	}
	return b
}

func (m *Main) versionCommand() *cobra.Command {
	c := m.verb("version [--json] [--licences]", m.takes(0), nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	licences := c.Flags().Bool("licences", false, words.FlagLicences(m.lang))
	c.RunE = func(*cobra.Command, []string) error {
		if *licences {
			return m.print(func(w *bufio.Writer) error { _, err := w.WriteString(data.Licences()); return err })
		}
		return m.tellVersion(*asJSON)
	}
	return c
}

// tellVersion prints which program this is.
func (m *Main) tellVersion(asJSON bool) error {
	b := thisBuild()
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			out := json.NewEncoder(w)
			out.SetIndent("", " ")
			return out.Encode(b)
		}
		from := ""
		if b.Commit != "" {
			from = words.Fill(words.BuiltFrom(m.lang), map[string]any{"commit": b.Commit, "date": b.Date})
		}
		fmt.Fprintln(w, words.Fill(words.ProgramVersion(m.lang), map[string]any{
			"version": b.Version, "from": from, "go": b.Go, "system": b.System,
		}))
		return nil
	})
}
