package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/words"
)

func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../data/schemas", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	delete(doc.(map[string]any), "$id")
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///"+name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("mem:///" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fits(t testing.TB, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestReportsFitTheirSchema(t *testing.T) {
	s := schema(t, "verify-1.json")
	files := tree(t, export(t, sealed(t, 12), "bag"))
	reports := []Report{check(t, memShelf(files), nil), check(t, memShelf(files), blame(NameEscapes, "name", "x"))}
	for name := range files {
		bad := maps.Clone(files)
		bad[name] = append(bytes.Clone(bad[name]), 'x')
		reports = append(reports, check(t, memShelf(bad), nil), check(t, resummed(bad), nil))
	}
	for _, r := range reports {
		for _, l := range []words.Language{words.Chinese, words.English} {
			if err := fits(t, s, r.JSON(l)); err != nil {
				t.Errorf("%v\n%s", err, r.JSON(l))
			}
		}
	}
}

func TestJournalsFitTheirSchema(t *testing.T) {
	s := schema(t, "log-1.json")
	files := tree(t, export(t, sealed(t, 12), "bag"))
	list := strings.Join(strings.Split(strings.TrimSpace(string(files[journalFile])), "\n"), ",")
	log := fmt.Sprintf(`{"schema":"shuping/log/1","records":[%s]}`, list)
	if err := fits(t, s, []byte(log)); err != nil {
		t.Error(err)
	}
	for _, wrong := range []string{
		strings.Replace(log, `"kind":"ballot-entered"`, `"kind":"ballot-entered","at":"2024-01-20T15:59:55.000Z"`, 1),
		strings.Replace(log, `"at":"2024`, `"on":"2024`, 1),
		strings.Replace(log, `"seq":1`, `"seq":0`, 1),
	} {
		if !json.Valid([]byte(wrong)) || fits(t, s, []byte(wrong)) == nil {
			t.Errorf("the schema takes %.200s", wrong)
		}
	}
}

// A record is not held against its schema where one of its sort was: whatever else two
// records of a sort say, the schema takes both or none.
func TestASchemaTurnsOnTheSortOfARecord(t *testing.T) {
	kinds := []string{"ballot-entered", "second-ballot-voided", "comments-noted", "sheet-ruled", "sheets-issued", "x-1", "session-sealed"}
	events := []string{`{}`, `{"marks":"12"}`, `{"at":null,"kind":[],"who":{"name":1}}`, `{"":{"a":[1,2.5,-1e+30]}}`}
	own := ownSchemas()["journal-1"]
	witness := schema(t, "journal-1.json")
	verdicts := map[sort]bool{}
	rapid.Check(t, func(r *rapid.T) {
		rec := journal.Record{
			Kind: rapid.SampledFrom(kinds).Draw(r, "kind"), Event: []byte(rapid.SampledFrom(events).Draw(r, "event")),
			Seq: rapid.Uint64Range(1, 1<<53-1).Draw(r, "seq"),
		}
		for i, b := range rapid.SliceOfN(rapid.Byte(), 2*len(rec.Hash), 2*len(rec.Hash)).Draw(r, "hashes") {
			if i < len(rec.Hash) {
				rec.Hash[i] = b
			} else {
				rec.Prev[i-len(rec.Hash)] = b
			}
		}
		if rapid.Bool().Draw(r, "timed") {
			rec.At = time.UnixMilli(rapid.Int64Range(-62135596799000, 253402300799000).Draw(r, "at"))
		}
		if rapid.Bool().Draw(r, "told") {
			rec.Who = journal.Who{Role: rapid.String().Draw(r, "role"), Name: rapid.String().Draw(r, "name")}
		}
		is := sortOf(rec)
		fit := own.Fits(rec.Line()) == nil
		if before, met := verdicts[is]; met && before != fit {
			t.Fatalf("%+v fits or not: %s", is, rec.Line())
		}
		if (fits(t, witness, rec.Line()) == nil) != fit {
			t.Fatalf("the witness takes %s: %v", rec.Line(), !fit)
		}
		verdicts[is] = fit
	})
	when := time.Date(2024, 1, 20, 15, 59, 55, 0, time.UTC)
	for _, c := range []struct {
		rec journal.Record
		fit bool
	}{
		{journal.Record{Seq: 1, Kind: "ballot-entered", Event: []byte(`{}`)}, true},
		{journal.Record{Seq: 1, Kind: "ballot-entered", Event: []byte(`{}`), At: when}, false},
		{journal.Record{Seq: 1, Kind: "sheets-issued", Event: []byte(`{}`)}, false},
		{journal.Record{Seq: 1, Kind: "sheets-issued", Event: []byte(`{}`), At: when}, true},
	} {
		if err := own.Fits(c.rec.Line()); (err == nil) != c.fit {
			t.Errorf("%s: %v", c.rec.Line(), err)
		}
	}
}

func TestTheResultInABagFitsItsSchema(t *testing.T) {
	files := tree(t, export(t, sealed(t, 12), "bag"))
	if err := fits(t, schema(t, "result-1.json"), files[resultFile]); err != nil {
		t.Error(err)
	}
}

// A schema that has grown since is known by its sum, and what fits it must fit the
// program's too.
func TestAnEarlierSchemaIsKnown(t *testing.T) {
	files := exported(t, sealed(t, 3), means())
	name := schemaFile("result-1")
	older := bytes.Replace(files[name], []byte("\"title\": "), []byte("\"title\":  "), 1)
	stricter := bytes.Replace(files[name], []byte("\"required\": ["), []byte("\"required\": [\"none\", "), 1)
	was := earlier
	defer func() { earlier = was }()
	earlier = map[string][]string{"result-1": {fmt.Sprintf("%x", sumOf(older).sha), fmt.Sprintf("%x", sumOf(stricter).sha)}}
	for _, c := range []struct {
		schema []byte
		want   fault.Code
	}{{older, ""}, {stricter, SchemaBroken}, {append(bytes.Clone(older), '\n'), SchemaUnknown}} {
		bad := maps.Clone(files)
		bad[name] = c.schema
		bad = resummed(bad)
		r := check(t, memShelf(bad), nil)
		if f := r.Err(); code(f) != c.want && !(c.want == "" && code(f) == InfoDiffers) { // the sizes are another's
			t.Errorf("%v, want %s", f, c.want)
		}
	}
}
