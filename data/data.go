// Package data is what is not code: the plans that come with the program, the
// manual in its two languages, the large font, samples and schemas. It imports
// nothing of the house, and nothing in it does anything but find.
package data

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed plans/*.toml
var plans embed.FS

// DefaultPlan is the short name of the plan that the program starts on.
const DefaultPlan = "genhe-2023"

// Plans lists the short names of the plans that come with the program.
func Plans() []string {
	files, _ := fs.Glob(plans, "plans/*.toml")
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(path.Base(f), ".toml")
	}
	return names
}

// Plan is the text of the plan called name, and whether there is one.
func Plan(name string) ([]byte, bool) {
	text, err := plans.ReadFile("plans/" + name + ".toml")
	return text, err == nil
}

//go:embed samples/sheets.txt
var sheets string

// Sheets is the made-up sheets of a rehearsal, one line each, never none.
func Sheets() []string {
	var out []string
	for line := range strings.Lines(sheets) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

//go:embed fonts/glyphs16.bin
var font []byte

//go:embed fonts/glyphs12.bin
var lowFont []byte

// Fonts are the large fonts in the form that the glyph package reads: the one of
// sixteen pixels and the one of twelve.
func Fonts() (tall, low []byte) { return font, lowFont }

//go:embed licences.txt
var licences string

// Licences are the texts of the licences of all that is linked into the program and was
// not written for it.
func Licences() string { return licences }
