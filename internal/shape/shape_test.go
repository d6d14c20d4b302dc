package shape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas are all that come with the program.
func schemas(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "data", "schemas", "*.json"))
	if err != nil || len(paths) < 8 {
		t.Fatal(paths, err)
	}
	out := map[string][]byte{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".json")] = text
	}
	return out
}

// other is a validator that knows all of JSON Schema.
func other(t testing.TB, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	delete(doc.(map[string]any), "$id")
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///s", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:///s")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A writer makes documents by a schema: most of them fit, and in others something is
// as it should not be.
type writer struct {
	*rand.Rand
	root  map[string]any
	wrong int // one of so many values is any value
	depth int
}

func (w *writer) value(schema any) any {
	doc, ok := schema.(map[string]any)
	if w.depth++; w.depth > 12 {
		doc = nil
	}
	defer func() { w.depth-- }()
	if !ok || doc == nil || w.IntN(w.wrong) == 0 {
		return w.any()
	}
	if ref, ok := doc["$ref"].(string); ok {
		return w.value(w.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")])
	}
	if list, ok := doc["oneOf"].([]any); ok {
		return w.value(list[w.IntN(len(list))])
	}
	if c, ok := doc["const"]; ok {
		return c
	}
	if list, ok := doc["enum"].([]any); ok {
		return list[w.IntN(len(list))]
	}
	kind, _ := doc["type"].(string)
	if list, ok := doc["type"].([]any); ok {
		kind = list[w.IntN(len(list))].(string)
	}
	switch kind {
	case "object":
		out := map[string]any{}
		members, _ := doc["properties"].(map[string]any)
		for name, below := range members {
			if w.IntN(8) > 0 {
				out[name] = w.value(below)
			}
		}
		if w.IntN(w.wrong) == 0 {
			out["stranger"] = w.any()
		}
		return out
	case "array":
		out := []any{}
		for range w.IntN(4) {
			out = append(out, w.value(doc["items"]))
		}
		return out
	case "string":
		return w.text()
	case "integer":
		return w.IntN(12) - 1
	case "boolean":
		return w.IntN(2) == 0
	case "null":
		return nil
	}
	return w.any()
}

func (w *writer) text() string {
	list := []string{
		"好", "a", "s1", "", strings.Repeat("0", 64), strings.Repeat("a", 64), "2024-01-20", "2024-01-20T15:59:55.000Z", "12.20", "1/10", "ballot-entered",
		"sheet-ruled", "issued", "shuping/bag/2", "SHA256:" + strings.Repeat("a", 43), strings.Repeat("0a1b ", 15) + "0a1b", "0123456789ab", "linux/amd64", strings.Repeat("长", 65),
	}
	return list[w.IntN(len(list))]
}

func (w *writer) any() any {
	list := []any{nil, true, false, "", w.text(), 0, 1, -1, 1.5, json.Number("1.0"), json.Number("1e3"), json.Number("9007199254740992"), []any{}, []any{1}, map[string]any{}, map[string]any{"a": 1}}
	return list[w.IntN(len(list))]
}

// TestTheOtherValidatorSaysTheSame of documents that are made by the schemas, some that
// fit and some that do not.
func TestTheOtherValidatorSaysTheSame(t *testing.T) {
	times := 3000
	if testing.Short() {
		times = 300
	}
	for name, text := range schemas(t) {
		own, err := Compile(text)
		if err != nil {
			t.Fatal(name, err)
		}
		witness := other(t, text)
		var root map[string]any
		if err := json.Unmarshal(text, &root); err != nil {
			t.Fatal(err)
		}
		fit := 0
		for n := range times {
			w := writer{Rand: rand.New(rand.NewPCG(uint64(n), 7)), root: root, wrong: 1000}
			if n%2 == 0 {
				w.wrong = 30
			}
			doc, err := json.Marshal(w.value(root))
			if err != nil {
				t.Fatal(err)
			}
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
			if err != nil {
				t.Fatal(err)
			}
			says, want := own.Fits(doc), witness.Validate(v)
			if (says == nil) != (want == nil) {
				t.Fatalf("%s: %s\n%v\nand the other: %v", name, doc, says, want)
			}
			if says == nil {
				fit++
			}
		}
		if fit == times {
			t.Errorf("%s: everything fits", name)
		}
	}
}

func TestWhereItDoesNotFit(t *testing.T) {
	s, err := Compile([]byte(`{"type":"object","required":["a"],"properties":{"a":{"type":"array","items":{"$ref":"#/$defs/n"}}},"$defs":{"n":{"type":"integer","minimum":2}}}`))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		`{"a":[2,3.0]}`:       "<nil>",
		`{"a":[2,1]}`:         "/a/1: 1 is too small or too large",
		`{"a":[2.5]}`:         "/a/0: is not of the type integer",
		`{"a":[1e999999999]}`: "/a/0: is not of the type integer",
		`{"b":[]}`:            "/: a is missing",
		`[]`:                  "/: is not of the type object",
		`{"a":[]} x`:          "something stands behind the end",
		`{"a":`:               "unexpected EOF",
	} {
		if got := fmt.Sprint(s.Fits([]byte(text))); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// A keyword that is not known is never passed over.
func TestUnknownKeywords(t *testing.T) {
	for _, text := range []string{
		`{"anyOf":[{}]}`, `{"properties":{"a":{"uniqueItems":true}}}`, `{"$ref":"other.json"}`, `{"$ref":"#/$defs/none"}`, `{"type":7}`, `{"pattern":"("}`, `7`, `{"minimum":"1"}`, `{`,
	} {
		if _, err := Compile([]byte(text)); err == nil {
			t.Errorf("%s compiles", text)
		}
	}
}

// BenchmarkFits holds a record against its schema, and has the other validator do so.
func BenchmarkFits(b *testing.B) {
	text := schemas(b)["journal-1"]
	record := []byte(`{"event":{"marks":[1,2]},"hash":"` + strings.Repeat("a", 64) + `","kind":"ballot-entered","prev":"` + strings.Repeat("b", 64) + `","seq":7}`)
	own, err := Compile(text)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("own", func(b *testing.B) {
		for b.Loop() {
			if err := own.Fits(record); err != nil {
				b.Fatal(err)
			}
		}
	})
	witness := other(b, text)
	b.Run("other", func(b *testing.B) {
		for b.Loop() {
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(record))
			if err == nil {
				err = witness.Validate(v)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
