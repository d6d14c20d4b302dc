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

	"shuping/internal/archive"
	"shuping/internal/intake"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
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
	entries   map[string]map[string][2]string
}

func readWords(t *testing.T) vocabulary {
	t.Helper()
	out := vocabulary{map[string][2]string{}, map[string]map[string]bool{}, map[string]map[string][2]string{}}
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
				f, ok := n.Fun.(*ast.SelectorExpr)
				switch {
				case ok && f.Sel.Name == "in":
					out.take(set, n, n.Args)
				case ok && f.Sel.Name == "fill":
					out.take(set, n, n.Args[:2])
				case ok && f.Sel.Name == "line":
					out.take(set, n, n.Args[1:3]) // behind the clause of a plan
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
	for _, e := range pair {
		if _, ok := e.(*ast.BasicLit); !ok {
			return
		}
	}
	v.sentences[set.Position(at.Pos()).String()] = literals(pair)
}

// literals are two texts as they stand in the source.
func literals(pair []ast.Expr) (both [2]string) {
	for i, e := range pair {
		if lit, ok := e.(*ast.BasicLit); ok && i < len(both) {
			both[i], _ = strconv.Unquote(lit.Value)
		}
	}
	return both
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
		codes, said := map[string]bool{}, map[string][2]string{}
		for _, e := range lit.Elts {
			entry := e.(*ast.KeyValueExpr)
			code, err := strconv.Unquote(entry.Key.(*ast.BasicLit).Value)
			if err != nil {
				continue
			}
			codes[code] = true
			said[code] = literals(entry.Value.(*ast.CompositeLit).Elts)
		}
		v.tables[n.Names[i].Name], v.entries[n.Names[i].Name] = codes, said
	}
}

var place = regexp.MustCompile(`\{[a-z0-9_]+\}`)

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
		{"a note", []string{"openingNotes"}, text(journal.NoteCodes)},
		{"an observation", []string{"observations"}, []string{result.OnceRead, result.SamePerson, result.Backwards, result.Hasty, result.Scripted, result.Rehearsed}},
		{"a base", []string{"baseNames"}, text(tally.Bases)},
		{"a base", []string{"baseSenses"}, text(tally.Bases)},
		{"what the hall sees of a count", []string{"hallCountings"}, text(plan.Countings)},
		{"what is announced in the hall", []string{"hallAfters"}, text(plan.Afters)},
		{"a record", []string{"logEvents"}, kinds(t)},
		{"a state of the quota", []string{"resultQuotaStates"}, quotas},
		{"a state of the quota on screen", []string{"quotaStates"}, quotas},
		{"an entry", []string{"entrySides"}, text([]meeting.Side{meeting.FirstEntry, meeting.SecondEntry})},
		{"a way to check", []string{"checkWays"}, text([]meeting.Way{meeting.BySecond, meeting.BySpot})},
		{"a step of a verdict", []string{"stepNames"}, text(tally.Steps)},
		{"a quota", []string{"quotaTargets"}, text([]tally.Comparison{tally.About, tally.AtLeast, tally.AtMost, tally.Over, tally.Under})},
		{"a reading", []string{"vetoReadings"}, text([]tally.Reading{tally.Sum, tally.Each, tally.Any})},
		{"a status", []string{"itemStatuses"}, slices.Collect(maps.Values(statusNames))},
		{"a row of a table of problems", []string{"ledgerChanges"}, text(intake.Changes)},
		{"a part of a problem", []string{"problemFields", "ledgerParts"}, intake.Fields},
		{"what is missing", []string{"dueMissings"}, text(meeting.MissingKinds)},
		{"a check of an export", []string{"exportChecks"}, namesOfChecks()},
		{"what an export comes to", []string{"exportStandings", "exportVerdicts"}, text(slices.DeleteFunc(slices.Clone(archive.Standings), func(s archive.Standing) bool { return s == archive.Refuted || s == archive.Outdated }))},
		{"what was typed from paper", []string{"exportAnchors"}, []string{"nothing", "words", "groups", "both", "words-of-count", "groups-of-count", "both-of-count"}},
		{"a command", []string{"commandDoes"}, commandPaths(m.root())},
		{"a line of a script", []string{"scriptLines"}, named(func(l meeting.Line) string { return l.Name })},
		{"a topic of a script", []string{"scriptTopics"}, named(func(l meeting.Line) string { return string(l.About) })},
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

// namesOfChecks are all names under which a check of an export that passed may have its
// sentence.
func namesOfChecks() []string {
	out := []string{"seal-count"}
	for _, step := range archive.Steps(archive.Format) {
		switch step {
		case archive.StepWords:
			continue
		case archive.StepPapers, archive.StepWorkbook:
			out = append(out, string(step)+"-whole", string(step)+"-other")
		}
		out = append(out, string(step))
	}
	return out
}

// TestEveryFaultHasItsSentence: each code of a fault, read from the sources, has a
// sentence that says its values in both languages, and there is none for another.
func TestEveryFaultHasItsSentence(t *testing.T) {
	said, found := readWords(t), readFaults(t)
	if len(found) == 0 {
		t.Fatal("no package with faults was found")
	}
	for of, codes := range found {
		known := said.tables[of+"Faults"]
		for code, values := range codes {
			if !known[code] {
				t.Errorf("package %s: there are no words for %s", of, code)
			}
			both := said.entries[of+"Faults"][code]
			for _, sentence := range both {
				var named []string
				for _, p := range places(sentence) {
					if of == "journal" && (p == "{place}" || p == "{reason}") {
						continue // which are made of the place and the cause
					}
					named = append(named, strings.Trim(p, "{}"))
				}
				slices.Sort(named) // without the braces
				if !slices.Equal(named, values) {
					t.Errorf("package %s: %s has the values %v, and %q says %v", of, code, values, sentence, named)
				}
			}
		}
		for code := range known {
			if _, is := codes[code]; !is {
				t.Errorf("package %s: there are words for %s that cannot be", of, code)
			}
		}
	}
	for name := range said.tables {
		if of, is := strings.CutSuffix(name, "Faults"); is && len(found[of]) == 0 {
			t.Errorf("there are words for the faults of %s, which has none", of)
		}
	}
}

// readFaults lists the codes of each package that has faults, with the names of
// their values, which stand in a comment behind each: path, limit, in MiB.
func readFaults(t *testing.T) map[string]map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "internal", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal("the sources were not found: ", err)
	}
	out := map[string]map[string][]string{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			is, ok := spec.Type.(*ast.SelectorExpr)
			if !ok || is.Sel.Name != "Code" || is.X.(*ast.Ident).Name != "fault" {
				return true
			}
			lit, ok := spec.Values[0].(*ast.BasicLit)
			if !ok {
				return true
			}
			if strings.Contains(spec.Comment.Text(), "in the words of package ") {
				return true // its cause is said
			}
			code, _ := strconv.Unquote(lit.Value)
			if out[file.Name.Name] == nil {
				out[file.Name.Name] = map[string][]string{}
			}
			out[file.Name.Name][code] = valuesNamed(spec.Comment.Text())
			return true
		})
	}
	return out
}

// valuesNamed are the names in a comment, sorted: what is one word between commas,
// up to a semicolon.
func valuesNamed(comment string) []string {
	var out []string
	comment, _, _ = strings.Cut(comment, ";")
	for part := range strings.SplitSeq(comment, ",") {
		if part = strings.TrimSpace(part); part != "" && !strings.Contains(part, " ") {
			out = append(out, part)
		}
	}
	slices.Sort(out)
	return out
}

func text[S ~string](codes []S) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return out
}

// named is what name makes of every line of a script, each once.
func named(name func(meeting.Line) string) (out []string) {
	for _, l := range meeting.Lines {
		out = append(out, name(l))
	}
	slices.Sort(out)
	return slices.Compact(out)
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
