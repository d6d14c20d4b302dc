package intake

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every code has a sentence in both languages, and both leave the same places to be
// filled: those that stand behind the code where it is declared.
func TestEveryCodeHasItsSentences(t *testing.T) {
	places := regexp.MustCompile(`\{([a-z]+)\}`)
	declared := codes(t)
	for code, values := range declared {
		if code == Refused || code == IllCell {
			continue // the meeting or the cell says it
		}
		for _, sentence := range sentences[code] {
			var found []string
			for _, m := range places.FindAllStringSubmatch(sentence, -1) {
				if !slices.Contains(found, m[1]) {
					found = append(found, m[1])
				}
			}
			slices.Sort(found)
			slices.Sort(values)
			if sentence == "" || !slices.Equal(found, values) {
				t.Errorf("%s: %q fills %v, not %v", code, sentence, found, values)
			}
		}
	}
	if len(sentences) != len(declared) {
		t.Errorf("%d sentences for %d codes", len(sentences), len(declared))
	}
}

// codes are those that fault.go declares, with the names of their values.
func codes(t *testing.T) map[Code][]string {
	t.Helper()
	source, err := os.ReadFile("fault.go")
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), "fault.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	out := map[Code][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 || v.Comment == nil {
			return true
		}
		lit, ok := v.Values[0].(*ast.BasicLit)
		if !ok {
			return true
		}
		code, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		out[Code(code)] = []string{}
		if said := strings.TrimSpace(v.Comment.Text()); !strings.Contains(said, "says why") && said != "" {
			out[Code(code)] = strings.Split(said, ", ")
		}
		return true
	})
	return out
}
