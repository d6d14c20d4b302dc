package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/gowebpki/jcs"
)

// lineOf is the line of a record with this text in the place of its members;
// the hash is right whatever the text.
func lineOf(front, back string) []byte {
	sum := sha256.Sum256([]byte(front + back))
	return []byte(front + `,"hash":"` + Hash(sum).String() + `"` + back)
}

const (
	plainFront = `{"event":{"sheet":7}`
	plainBack  = `,"kind":"ballot-entered","prev":"` + zeros + `","seq":1}`
)

func TestALineIsCanonicalJSONWithTheHashOfTheRest(t *testing.T) {
	_, records, err := newBatch("", Head{}, entries(1, 3))
	must(t, err)
	for _, r := range records {
		line := r.Line()
		if again, err := jcs.Transform(line); err != nil || !bytes.Equal(again, line) {
			t.Errorf("%s is not canonical: %v", line, err)
		}
		var members map[string]any
		must(t, json.Unmarshal(line, &members))
		delete(members, "hash")
		rest, err := json.Marshal(members)
		must(t, err)
		rest, err = jcs.Transform(rest)
		must(t, err)
		if Hash(sha256.Sum256(rest)) != r.Hash {
			t.Errorf("%s: the hash is not that of %s", line, rest)
		}
		parsed, err := parseLine(line)
		must(t, err)
		if !reflect.DeepEqual(parsed, r) {
			t.Errorf("parsed %+v, want %+v", parsed, r)
		}
	}
}

// parseLine reads a line by itself.
func parseLine(line []byte) (Record, error) { return new(parser).line(line) }

func TestALineHasOneSpelling(t *testing.T) {
	if _, err := parseLine(lineOf(plainFront, plainBack)); err != nil {
		t.Fatal(err)
	}
	back := func(old, new string) string {
		if !strings.Contains(plainBack, old) {
			t.Fatalf("no %s", old)
		}
		return strings.Replace(plainBack, old, new, 1)
	}
	for name, line := range map[string][]byte{
		"empty":             nil,
		"space":             append(lineOf(plainFront, plainBack), ' '),
		"carriage return":   append(lineOf(plainFront, plainBack), '\r'),
		"unknown member":    lineOf(plainFront, back(`,"prev"`, `,"note":1,"prev"`)),
		"unknown at end":    lineOf(plainFront, back(`}`, `,"zoo":1}`)),
		"doubled member":    lineOf(plainFront, back(`,"seq":1`, `,"seq":1,"seq":1`)),
		"doubled event":     lineOf(`{"event":{},"event":{}`, plainBack),
		"no kind":           lineOf(plainFront, back(`"kind":"ballot-entered",`, ``)),
		"bad kind":          lineOf(plainFront, back(`ballot-entered`, `Ballot`)),
		"order":             lineOf(plainFront, `,"prev":"`+zeros+`","kind":"a","seq":1}`),
		"event not object":  lineOf(`{"event":[]`, plainBack),
		"event with space":  lineOf(`{"event":{ }`, plainBack),
		"leading zero":      lineOf(plainFront, back(`:1}`, `:01}`)),
		"number zero":       lineOf(plainFront, back(`:1}`, `:0}`)),
		"number too great":  lineOf(plainFront, back(`:1}`, `:9007199254740992}`)),
		"number a fraction": lineOf(plainFront, back(`:1}`, `:1.5}`)),
		"capital hash":      lineOf(plainFront, back(`"prev":"0`, `"prev":"A`)),
		"short prev":        lineOf(plainFront, back(`"prev":"0`, `"prev":"`)),
		"empty person":      lineOf(plainFront, back(`}`, `,"who":{"name":"","role":""}}`)),
		"half a person":     lineOf(plainFront, back(`}`, `,"who":{"name":"x"}}`)),
		"long instant":      lineOf(`{"at":"2024-01-18T06:30:00.0000Z","event":{}`, plainBack),
		"no milliseconds":   lineOf(`{"at":"2024-01-18T06:30:00Z","event":{}`, plainBack),
		"comma for point":   lineOf(`{"at":"2024-01-18T06:30:00,000Z","event":{}`, plainBack),
		"other zone":        lineOf(`{"at":"2024-01-18T06:30:00.000+08:00","event":{}`, plainBack),
		"no such day":       lineOf(`{"at":"2024-02-31T06:30:00.000Z","event":{}`, plainBack),
		"zero instant":      lineOf(`{"at":"0001-01-01T00:00:00.000Z","event":{}`, plainBack),
		"too long":          lineOf(`{"event":{"a":"`+strings.Repeat("x", MaxLine)+`"}`, plainBack),
	} {
		if _, err := parseLine(line); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	good := lineOf(plainFront, plainBack)
	for at := range good {
		if _, err := parseLine(damaged(good, at, 1)); err == nil {
			t.Errorf("a line with byte %d changed is accepted", at)
		}
		if _, err := parseLine(good[:at]); err == nil {
			t.Errorf("the first %d bytes are accepted", at)
		}
	}
}

func TestShortestLine(t *testing.T) {
	if n := len(lineOf(`{"event":{}`, `,"kind":"a","prev":"`+zeros+`","seq":1}`)); n < minLine {
		t.Errorf("a line can have %d bytes", n)
	}
}

func FuzzParseLine(f *testing.F) {
	_, records, err := newBatch("", Head{}, entries(1, 3))
	must(f, err)
	for _, r := range records {
		f.Add(r.Line())
	}
	f.Add(lineOf(plainFront, plainBack))
	f.Add([]byte(`{"at":"2024-01-18T06:30:00.000Z","event":{"a":"\u001f"},"hash":"`))
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := parseLine(line)
		if err != nil {
			return
		}
		if !bytes.Equal(r.Line(), line) {
			t.Errorf("%s is written as %s", line, r.Line())
		}
		if again, err := jcs.Transform(line); err != nil || !bytes.Equal(again, line) {
			t.Errorf("%s is not canonical: %v", line, err)
		}
	})
}

func TestHashAsText(t *testing.T) {
	h := Hash(sha256.Sum256(nil))
	text, err := json.Marshal(h)
	must(t, err)
	if want := `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`; string(text) != want {
		t.Errorf("%s", text)
	}
	var again Hash
	must(t, json.Unmarshal(text, &again))
	if again != h || again.String() != strings.Trim(string(text), `"`) {
		t.Errorf("%s", again)
	}
	for _, bad := range []string{"", "00", strings.ToUpper(h.String()), h.String() + "0", strings.Repeat("g", 64)} {
		if again.UnmarshalText([]byte(bad)) == nil || again != h {
			t.Errorf("%q is taken for %s", bad, again)
		}
	}
}
