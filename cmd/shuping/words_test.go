package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"shuping/data"
	"shuping/internal/journal"
	"shuping/internal/ledger"
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// TestBothLanguagesSayTheSame: no sentence is missing or empty in either
// language, and both leave the same places to be filled.
func TestBothLanguagesSayTheSame(t *testing.T) {
	zh, en := sentences(t, chinese), sentences(t, english)
	for key := range zh {
		if _, ok := en[key]; !ok {
			t.Errorf("%s is missing in English", key)
		}
	}
	for key, sentence := range en {
		if got, want := places(sentence), places(zh[key]); !slices.Equal(got, want) {
			t.Errorf("%s leaves %v to be filled in English and %v in Chinese", key, got, want)
		}
		if _, ok := zh[key]; !ok {
			t.Errorf("%s is missing in Chinese", key)
		}
	}
}

// sentences lists everything that the program says, by where it stands.
func sentences(t *testing.T, lang string) map[string]string {
	out := map[string]string{}
	var walk func(at string, v reflect.Value)
	walk = func(at string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(at, v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(at+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Map:
			if v.Len() == 0 {
				t.Errorf("%s: %s holds nothing", lang, at)
			}
			for _, k := range v.MapKeys() {
				walk(fmt.Sprintf("%s[%v]", at, k), v.MapIndex(k))
			}
		case reflect.Slice, reflect.Array:
			if v.Len() == 0 {
				t.Errorf("%s: %s holds nothing", lang, at)
			}
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", at, i), v.Index(i))
			}
		case reflect.String:
			if v.String() == "" {
				t.Errorf("%s: %s is empty", lang, at)
			}
			out[at] = v.String()
		}
	}
	walk("", reflect.ValueOf(data.Speak(lang)))
	delete(out, ".Lang")
	return out
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
	w := data.Speak(chinese)
	same(t, "a refusal", w.Refusals, text(meeting.Codes))
	same(t, "a fault", w.Command.Faults, text(journal.Codes))
	same(t, "a note", w.Command.Notes, text(journal.NoteCodes))
	same(t, "a record", w.Command.Log.Events, kinds(t))
	same(t, "a state of the quota", w.Command.Result.QuotaStates,
		text([]tally.QuotaState{tally.QuotaOpen, tally.QuotaMet, tally.QuotaUnder, tally.QuotaOver}))
	same(t, "an entry", w.Command.Log.Sides, text([]meeting.Side{meeting.FirstEntry, meeting.SecondEntry}))
	same(t, "a way to check", w.Command.Log.Ways, text([]meeting.Way{meeting.BySecond, meeting.BySpot}))
	same(t, "a step of a verdict", w.Screen.StepNames, text(tally.Steps))
	same(t, "a state of the quota on screen", w.Screen.QuotaStates,
		text([]tally.QuotaState{tally.QuotaOpen, tally.QuotaMet, tally.QuotaUnder, tally.QuotaOver}))
	same(t, "a quota", w.Screen.QuotaTargets, text([]tally.Comparison{tally.About, tally.AtLeast, tally.AtMost}))
	same(t, "a reading", w.Screen.Readings, text([]tally.Reading{tally.Sum, tally.Each, tally.Any}))
	same(t, "a status", w.Command.Check.Statuses, slices.Collect(maps.Values(statusNames)))
	same(t, "a row of a table of problems", w.Command.Ledger.Changes, text(ledger.Changes))
	same(t, "a part of a problem", both(w.Rectify.Fields, w.Command.Ledger.Parts), ledger.Fields)
	same(t, "what is missing", w.Command.Due.Missing, text(meeting.MissingKinds))
	m := Main{words: w}
	same(t, "a command", w.Command.Does, commandPaths(m.root()))
}

// both are two tables of words as one.
func both(a, b map[string]string) map[string]string {
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

func same(t *testing.T, what string, words map[string]string, known []string) {
	t.Helper()
	for _, k := range known {
		if _, ok := words[k]; !ok {
			t.Errorf("%s has no words: %s", what, k)
		}
	}
	for k := range words {
		if !slices.Contains(known, k) {
			t.Errorf("there are words for %s that cannot be: %s", what, k)
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
