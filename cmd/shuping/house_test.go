package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The house: which package may import which of ours. A package that is not in
// the table, or imports what its row does not list, fails the test. To change
// the table is to change the house.
var house = map[string][]string{
	"cmd/shuping":       {"*"},
	"data":              {},
	"internal/fault":    {},                                                                        // what went wrong, as a value, for all who find it
	"internal/words":    {"internal/fault", "internal/meeting", "internal/plan", "internal/tally"}, // what the program says, for all who say it
	"internal/tally":    {},
	"internal/typed":    {},                 // what of a text counts, for all who take one in
	"internal/machine":  {"internal/typed"}, // what the computer has left for a meeting
	"internal/durable":  {},                 // how a file gets its name, for all who write one
	"internal/plan":     {"internal/fault", "internal/tally", "internal/typed"},
	"internal/meeting":  {"internal/plan", "internal/tally", "internal/typed"},
	"internal/journal":  {"internal/durable", "internal/fault"},
	"internal/wall":     {"internal/journal"},                                                            // which is how far it is acknowledged
	"internal/mirror":   {"internal/journal", "internal/attached", "internal/durable", "internal/fault"}, // a copy behind the session, on another disk
	"internal/room":     {"internal/meeting", "internal/journal", "internal/wall"},
	"internal/docx":     {"internal/fault", "internal/typed"},
	"internal/sheet":    {"internal/docx", "internal/fault"},
	"internal/result":   {"internal/meeting", "internal/plan", "internal/tally", "internal/words"},
	"internal/papers":   {"internal/result", "internal/meeting", "internal/plan", "internal/tally", "internal/docx", "internal/sheet", "internal/typed", "internal/words", "data"},
	"internal/workbook": {"internal/result", "internal/meeting", "internal/tally", "internal/docx", "internal/typed", "internal/words"}, // both are zips of parts
	"internal/archive":  {"internal/meeting", "internal/plan", "internal/tally", "internal/journal", "internal/result", "internal/docx", "internal/papers", "internal/workbook", "internal/seal", "internal/attached", "internal/durable", "internal/fault", "internal/shape", "internal/typed", "internal/words", "data"},
	"internal/gather":   {"internal/archive", "internal/result", "internal/meeting", "internal/plan", "internal/tally", "internal/cells", "internal/typed", "internal/fault", "internal/words"}, // what many exports come to
	"internal/shape":    {},                                                                                                                                                                     // whether JSON fits a schema
	"internal/seal":     {"data", "internal/durable", "internal/fault"},
	"internal/cells":    {"internal/fault", "internal/typed"},
	"internal/intake":   {"internal/fault", "internal/meeting", "internal/plan", "internal/tally", "internal/cells", "internal/typed", "internal/words"},
	"internal/private":  {"internal/durable", "internal/typed", "internal/fault"}, // what is private meets nothing that is filed
	"internal/attached": {"internal/durable", "internal/fault"},                   // keeps bytes by their sum, whatever they are
	"internal/seat":     {"internal/fault"},                                       // who sits elsewhere, whatever is shown there
	"tui/key":           {"internal/words"},
	"tui/look":          {},
	"tui/field":         {"tui/look"},
	"tui/glyph":         {},
	"tui/frame":         {"internal/words", "data", "tui/key", "tui/look", "tui/field"},
	"tui/desk": {
		"internal/meeting", "internal/plan", "internal/tally", "internal/typed", "internal/words",
		"internal/private", "internal/machine", // contents and states, which are values
		"tui/key", "tui/look", "tui/field", "tui/glyph", "tui/frame",
	},
	"tui/hall":   {"internal/meeting", "internal/plan", "internal/tally", "internal/words", "tui/desk", "tui/frame", "tui/glyph", "tui/key", "tui/look"},
	"tui/count":  {"internal/meeting", "internal/plan", "internal/tally", "internal/typed", "internal/private", "internal/words", "data", "tui/desk", "tui/frame", "tui/glyph", "tui/key", "tui/look", "tui/field"},
	"tui/screen": {"internal/meeting", "internal/result", "internal/plan", "internal/tally", "internal/typed", "internal/private", "internal/machine", "internal/words", "tui/desk", "tui/frame", "tui/glyph", "tui/key", "tui/look"},
	"tui/picker": {"internal/words", "tui/field", "tui/frame", "tui/look", "tui/key"},
	"tui/show":   {"internal/meeting", "internal/words", "tui/desk", "tui/frame", "tui/hall", "tui/key", "tui/look"},
	"tui/start":  {"internal/words", "tui/picker", "tui/field", "tui/frame", "tui/key", "tui/look", "tui/glyph"},
	"tui/planform": {
		"internal/fault", "internal/plan", "internal/tally", "internal/typed", "internal/words",
		"tui/desk", "tui/frame", "tui/key", "tui/look", "tui/field",
	},
	"tui": {
		"internal/meeting", "internal/plan", "internal/private", "internal/words", "data",
		"tui/key", "tui/look", "tui/frame", "tui/desk", "tui/hall", "tui/count", "tui/screen", "tui/picker",
	},
	"tui/desktest": {"internal/tally", "internal/machine", "internal/meeting", "internal/private", "internal/words", "data", "tui", "tui/desk", "tui/frame", "tui/glyph", "tui/look", "tui/screen"},
}

// A ban keeps an import out of all packages but a few, for a reason.
type ban struct {
	imports string   // a path, or a prefix that ends in /
	within  []string // where it holds; nowhere given is everywhere
	except  []string // where it does not
	reason  string
}

var (
	pure    = []string{"internal/tally", "internal/plan", "internal/meeting", "internal/typed", "internal/fault", "internal/words"}
	screens = []string{"tui", "tui/", "internal/seat", "cmd/shuping"}
)

var bans = []ban{
	{"go.etcd.io/bbolt", nil, []string{"internal/journal"}, "one package knows the file on disk, and checks it before bbolt sees it"},
	{"github.com/xuri/excelize/", nil, []string{"internal/cells", "internal/workbook"}, "a workbook comes in by one door, which trusts nothing, and goes out by another"},
	{"github.com/santhosh-tekuri/jsonschema/", nil, nil, "every command would pay for a validator of every schema; shape knows the program's own"},
	{"net", nil, []string{"internal/seat"}, "one door to the network"},
	{"charm.land/ssh", nil, []string{"internal/seat"}, "one door to the network"},
	{"charm.land/wish/", nil, []string{"internal/seat"}, "one door to the network"},
	{"github.com/charmbracelet/ssh", nil, []string{"internal/seat"}, "one door to the network"},
	{"golang.org/x/crypto/ssh", nil, []string{"internal/seat"}, "one door to the network"},
	{"charm.land/", nil, screens, "what is decided and what is kept must not know how it is drawn"},
	{"github.com/charmbracelet/", nil, screens, "what is decided and what is kept must not know how it is drawn"},
	{"github.com/mattn/go-runewidth", nil, nil, "it guesses widths from the environment; two ways to measure a line bend its border"},
	{"os", pure, nil, "the same records must lead to the same state on every computer"},
	{"os/", pure, nil, "the same records must lead to the same state on every computer"},
	{"net", pure, nil, "the meeting is held offline"},
	{"net/", pure, nil, "the meeting is held offline"},
	{"math/rand", pure, nil, "no chance in a vote"},
	{"math/rand/", pure, nil, "no chance in a vote"},
	{"log", pure, nil, "a rule answers with values; it does not print"},
	{"log/", pure, nil, "a rule answers with values; it does not print"},
}

// clockless packages are handed the time and never ask for it.
var clockless = pure

// vague names say nothing of what a package is for.
var vague = []string{"util", "utils", "common", "helper", "helpers", "misc", "types", "base"}

// A housed package is what the checks know of it.
type housed struct {
	path    string // below the module
	name    string
	comment bool
	imports []string
	clock   []string // where it asks for the time
}

func TestHouse(t *testing.T) {
	packages := listHouse(t)
	if len(packages) < len(house)/2 {
		t.Fatalf("only %d packages were found", len(packages))
	}
	for _, complaint := range inspect(packages) {
		t.Error(complaint)
	}
}

// TestHouseCanFail shows each check something that it must not let pass.
func TestHouseCanFail(t *testing.T) {
	sound := housed{path: "internal/plan", name: "plan", comment: true, imports: []string{"fmt", module + "internal/tally"}}
	if got := inspect([]housed{sound}); len(got) > 0 {
		t.Errorf("a sound package is refused: %v", got)
	}
	bad := map[string]func(*housed){
		"is not in the table":                        func(p *housed) { p.path, p.name = "internal/extra", "extra" },
		"has no package comment":                     func(p *housed) { p.comment = false },
		"says nothing":                               func(p *housed) { p.name = "util" },
		"may not import shuping/internal/journal":    func(p *housed) { p.imports = []string{module + "internal/journal"} },
		"may not import go.etcd.io/bbolt":            func(p *housed) { p.imports = []string{"go.etcd.io/bbolt"} },
		"may not import github.com/xuri/excelize/v2": func(p *housed) { p.imports = []string{"github.com/xuri/excelize/v2"} },
		"may not import charm.land/lipgloss/v2":      func(p *housed) { p.imports = []string{"charm.land/lipgloss/v2"} },
		"may not import charm.land/wish/v2":          func(p *housed) { p.path, p.imports = "tui", []string{"charm.land/wish/v2"} },
		"may not import github.com/mattn/go-runewid": func(p *housed) { p.imports = []string{"github.com/mattn/go-runewidth"} },
		"may not import os":                          func(p *housed) { p.imports = []string{"os"} },
		"may not import net/http":                    func(p *housed) { p.imports = []string{"net/http"} },
		"may not import math/rand/v2":                func(p *housed) { p.imports = []string{"math/rand/v2"} },
		"may not import log":                         func(p *housed) { p.imports = []string{"log"} },
		"asks for the time":                          func(p *housed) { p.clock = []string{"plan.go:1"} },
	}
	for want, spoil := range bad {
		p := sound
		spoil(&p)
		if got := strings.Join(inspect([]housed{p}), "\n"); !strings.Contains(got, want) {
			t.Errorf("no complaint %q, but %q", want, got)
		}
	}
}

func TestClockIsSeen(t *testing.T) {
	const source = `package p
import t "time"
func f() t.Time { return t.Now() }
func g() t.Duration { return t.Since(t.Time{}) }`
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := clockCalls(set, file); len(got) != 2 {
		t.Errorf("found %v", got)
	}
}

const module = "shuping/"

// inspect holds the packages against the table and the bans.
func inspect(packages []housed) []string {
	var out []string
	complain := func(p housed, format string, args ...any) {
		out = append(out, p.path+" "+fmt.Sprintf(format, args...))
	}
	for _, p := range packages {
		allowed, known := house[p.path]
		if !known {
			complain(p, "is not in the table of the house")
		}
		if !p.comment {
			complain(p, "has no package comment")
		}
		if slices.Contains(vague, p.name) || slices.Contains(vague, path.Base(p.path)) {
			complain(p, "has a name that says nothing")
		}
		for _, i := range p.imports {
			ours, isOurs := strings.CutPrefix(i, module)
			if isOurs && !slices.Contains(allowed, "*") && !slices.Contains(allowed, ours) {
				complain(p, "may not import %s: its row in the table does not list it", i)
			}
			for _, b := range bans {
				if b.holds(p.path, i) {
					complain(p, "may not import %s: %s", i, b.reason)
				}
			}
		}
		if slices.Contains(clockless, p.path) {
			for _, place := range p.clock {
				complain(p, "asks for the time at %s", place)
			}
		}
	}
	return out
}

// holds reports whether the ban keeps the import out of the package.
func (b ban) holds(pkg, imported string) bool {
	if !covers(b.imports, imported) {
		return false
	}
	is := func(p string) bool { return covers(p, pkg) }
	return (b.within == nil || slices.ContainsFunc(b.within, is)) && !slices.ContainsFunc(b.except, is)
}

// covers reports whether pattern is path, or a prefix of it that ends in /.
func covers(pattern, path string) bool {
	return pattern == path || strings.HasSuffix(pattern, "/") && strings.HasPrefix(path, pattern)
}

// listHouse asks the go command for the packages of the module, and the sources
// themselves for what they import on every system.
func listHouse(t *testing.T) []housed {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=Dir,ImportPath,Name,GoFiles,IgnoredGoFiles", "./...")
	cmd.Dir, cmd.Env = filepath.Join("..", ".."), host
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []housed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			Dir, ImportPath, Name   string
			GoFiles, IgnoredGoFiles []string
		}
		if err := dec.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		if len(p.GoFiles) == 0 {
			continue // nothing of it is built
		}
		h := housed{path: strings.TrimPrefix(p.ImportPath, module), name: p.Name}
		for _, f := range append(p.GoFiles, p.IgnoredGoFiles...) {
			if !strings.HasSuffix(f, "_test.go") {
				h.take(t, filepath.Join(p.Dir, f))
			}
		}
		packages = append(packages, h)
	}
}

// take adds what one file says, unless no system builds it.
func (h *housed) take(t *testing.T, name string) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	if neverBuilt(file) {
		return
	}
	h.comment = h.comment || file.Doc != nil
	for _, i := range file.Imports {
		if p, err := strconv.Unquote(i.Path.Value); err == nil && !slices.Contains(h.imports, p) {
			h.imports = append(h.imports, p)
		}
	}
	h.clock = append(h.clock, clockCalls(set, file)...)
}

// neverBuilt reports whether the file is a program to be run by hand.
func neverBuilt(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if expr, err := constraint.Parse(c.Text); err == nil && expr.String() == "ignore" {
				return true
			}
		}
	}
	return false
}

// clockCalls finds where a file asks for the time or waits for it.
func clockCalls(set *token.FileSet, file *ast.File) []string {
	names := map[string]bool{}
	for _, i := range file.Imports {
		switch {
		case i.Path.Value != `"time"`:
		case i.Name != nil:
			names[i.Name.Name] = true
		default:
			names["time"] = true
		}
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := sel.X.(*ast.Ident); ok && names[x.Name] && slices.Contains(clocks, sel.Sel.Name) {
			out = append(out, set.Position(sel.Pos()).String())
		}
		return true
	})
	return out
}

// clocks are the functions of package time that know what time it is.
var clocks = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "Sleep"}
