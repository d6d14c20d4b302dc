package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"shuping/internal/intake"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// TestBothLanguagesSayTheSame: no sentence is empty in either language, and both
// leave the same places to be filled.
func TestBothLanguagesSayTheSame(t *testing.T) {
	said := readWords(t)
	if len(said.sentences) < 1000 || len(said.tables) < 30 {
		t.Fatalf("only %d sentences and %d tables were found", len(said.sentences), len(said.tables))
	}
	for at, both := range said.sentences {
		if got, want := places(both[1]), places(both[0]); !slices.Equal(got, want) {
			t.Errorf("%s leaves %v to be filled in English and %v in Chinese", at, got, want)
		}
		if both[0] == "" || both[1] == "" {
			t.Errorf("%s is empty in a language", at)
		}
	}
}

// A vocabulary is what package words says, read from its source.
type vocabulary struct {
	sentences map[string][2]string       // Chinese and English, by where they stand
	tables    map[string]map[string]bool // the codes of each table
}

func readWords(t *testing.T) vocabulary {
	t.Helper()
	out := vocabulary{map[string][2]string{}, map[string]map[string]bool{}}
	files, err := filepath.Glob(filepath.Join("..", "..", "internal", "words", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal("the sources of the words were not found: ", err)
	}
	set := token.NewFileSet()
	for _, name := range files {
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "in" {
					out.take(set, n, n.Args)
				}
			case *ast.ValueSpec:
				out.table(n)
			case *ast.CompositeLit:
				if n.Type == nil {
					out.take(set, n, n.Elts)
				}
			}
			return true
		})
	}
	return out
}

// take adds a sentence that stands in two literals.
func (v vocabulary) take(set *token.FileSet, at ast.Node, pair []ast.Expr) {
	if len(pair) != 2 {
		return
	}
	var both [2]string
	for i, e := range pair {
		lit, ok := e.(*ast.BasicLit)
		if !ok {
			return
		}
		both[i], _ = strconv.Unquote(lit.Value)
	}
	v.sentences[set.Position(at.Pos()).String()] = both
}

// table adds the codes of a table.
func (v vocabulary) table(n *ast.ValueSpec) {
	for i, value := range n.Values {
		lit, ok := value.(*ast.CompositeLit)
		if !ok {
			continue
		}
		if is, ok := lit.Type.(*ast.Ident); !ok || is.Name != "table" {
			continue
		}
		codes := map[string]bool{}
		for _, e := range lit.Elts {
			if code, err := strconv.Unquote(e.(*ast.KeyValueExpr).Key.(*ast.BasicLit).Value); err == nil {
				codes[code] = true
			}
		}
		v.tables[n.Names[i].Name] = codes
	}
}

var place = regexp.MustCompile(`\{[a-z_]+\}`)

// places lists what a sentence leaves to be filled, each once.
func places(sentence string) []string {
	found := place.FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// TestEveryCodeHasItsSentence: what the program can find has words, and the
// words know nothing else.
func TestEveryCodeHasItsSentence(t *testing.T) {
	m, said := Main{}, readWords(t)
	quotas := text([]tally.QuotaState{tally.QuotaOpen, tally.QuotaMet, tally.QuotaUnder, tally.QuotaOver})
	for _, c := range []struct {
		what   string
		tables []string
		known  []string
	}{
		{"a refusal", []string{"refusals"}, text(meeting.Codes)},
		{"a fault", []string{"journalFaults"}, text(journal.Codes)},
		{"a note", []string{"openingNotes"}, text(journal.NoteCodes)},
		{"a record", []string{"logEvents"}, kinds(t)},
		{"a state of the quota", []string{"resultQuotaStates"}, quotas},
		{"a state of the quota on screen", []string{"quotaStates"}, quotas},
		{"an entry", []string{"entrySides"}, text([]meeting.Side{meeting.FirstEntry, meeting.SecondEntry})},
		{"a way to check", []string{"checkWays"}, text([]meeting.Way{meeting.BySecond, meeting.BySpot})},
		{"a step of a verdict", []string{"stepNames"}, text(tally.Steps)},
		{"a quota", []string{"quotaTargets"}, text([]tally.Comparison{tally.About, tally.AtLeast, tally.AtMost})},
		{"a reading", []string{"vetoReadings"}, text([]tally.Reading{tally.Sum, tally.Each, tally.Any})},
		{"a status", []string{"itemStatuses"}, slices.Collect(maps.Values(statusNames))},
		{"a row of a table of problems", []string{"ledgerChanges"}, text(intake.Changes)},
		{"a part of a problem", []string{"problemFields", "ledgerParts"}, intake.Fields},
		{"what is missing", []string{"dueMissings"}, text(meeting.MissingKinds)},
		{"a command", []string{"commandDoes"}, commandPaths(m.root())},
	} {
		codes := map[string]bool{}
		for _, name := range c.tables {
			if len(said.tables[name]) == 0 {
				t.Errorf("there is no table %s", name)
			}
			maps.Copy(codes, said.tables[name])
		}
		for _, k := range c.known {
			if !codes[k] {
				t.Errorf("%s has no words: %s", c.what, k)
			}
		}
		for k := range codes {
			if !slices.Contains(c.known, k) {
				t.Errorf("there are words for %s that cannot be: %s", c.what, k)
			}
		}
	}
}

func text[S ~string](codes []S) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

func commandPaths(c *cobra.Command) []string {
	out := []string{c.CommandPath()}
	for _, below := range c.Commands() {
		out = append(out, commandPaths(below)...)
	}
	return out
}

// kinds lists every kind of record, read from the sources: what the methods
// called Kind return.
func kinds(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "internal", "meeting", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal("the sources of the meeting were not found: ", err)
	}
	var out []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Kind" {
				out = append(out, returned(f)...)
			}
		}
	}
	return out
}

// returned lists the texts that a function returns as they stand.
func returned(f *ast.FuncDecl) []string {
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				out = append(out, s)
			}
		}
		return true
	})
	return out
}
