package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// A schema that comes in a bag is believed only if the program knows it: the one
// that it has under that name, or an earlier one. Anybody else's could let
// everything pass, or keep the program busy for ever.

// earlier are the SHA-256 of schemas that bags have and that have grown since. A
// schema that grows leaves its sum here.
var earlier = map[string][]string{
	"result-1": {"6978b928320b1c27954f4215c95ada07ed9e34501026e4f7cd2fa931f27d60f4"}, // without several quotas
}

// A compiled schema, and the file of a bag that has it, or an earlier one.
type compiled struct {
	file string
	*jsonschema.Schema
}

// compileSchema makes a schema of a text that is known. It looks up nothing: what
// the text refers to must be in it.
func compileSchema(name string, text []byte) (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	if object, ok := doc.(map[string]any); ok {
		delete(object, "$id") // which is a name and no address
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(nowhere{})
	at := "mem:///" + name
	if err := c.AddResource(at, doc); err != nil {
		return nil, err
	}
	return c.Compile(at)
}

// nowhere is where schemas are looked up that stand elsewhere.
type nowhere struct{}

func (nowhere) Load(url string) (any, error) { return nil, fmt.Errorf("%s is not looked up", url) }

// compile makes what the records are held against: the bag's own schema, where it
// is known, and the program's, where it is another.
func (e *examiner) compile() []*compiled {
	var out []*compiled
	for _, name := range schemas {
		file := schemaFile(name)
		out = append(out, &compiled{file, ownSchemas()[name]})
		if _, there := e.shelf.files()[file]; !there {
			continue
		}
		if text := e.page(file); knowsSchema(name, text) && !bytes.Equal(text, schemaText(name)) {
			out = append(out, &compiled{file, mustCompile(name, text)})
		}
	}
	return out
}

// ownSchemas are the program's schemas.
var ownSchemas = sync.OnceValue(func() map[string]*jsonschema.Schema {
	out := map[string]*jsonschema.Schema{}
	for _, name := range schemas {
		out[name] = mustCompile(name, schemaText(name))
	}
	return out
})

func mustCompile(name string, text []byte) *jsonschema.Schema {
	s, err := compileSchema(name, text)
	if err != nil {
		panic(fmt.Errorf("the schema %s: %w", name, err)) // the text is known
	}
	return s
}

func knowsSchema(name string, text []byte) bool {
	if bytes.Equal(text, schemaText(name)) {
		return true
	}
	sum := sha256.Sum256(text)
	return slices.Contains(earlier[name], hex.EncodeToString(sum[:]))
}

// schema holds the result against its schema; the records were held against
// theirs as they were read.
func (e *examiner) schema() (values, *fault.Fault) {
	n := 0
	for _, name := range e.payload {
		if !isSchema(name) {
			continue
		}
		n++
		if !slices.Contains(schemas, schemaName(name)) || !knowsSchema(schemaName(name), e.page(name)) {
			return nil, blame(SchemaUnknown, "name", name)
		}
	}
	if key := memberTwice(e.held[resultFile]); key != "" {
		return nil, blame(KeyTwice, "name", resultFile, "member", shown(key))
	}
	for _, s := range e.schemas {
		if s.file != schemaFile("result-1") {
			continue
		}
		if err := s.validate(e.held[resultFile]); err != nil {
			return nil, blame(SchemaBroken, "name", resultFile, "reason", shown(err.Error()))
		}
	}
	return values{"files": n, "records": e.last.Seq}, e.misfit
}

// fits holds one record against its schema.
func (e *examiner) fits(rec journal.Record) *fault.Fault {
	for _, s := range e.schemas {
		if s.file != schemaFile("journal-1") {
			continue
		}
		if err := s.validate(rec.Line()); err != nil {
			return blame(SchemaBroken, "name", fmt.Sprintf("%s:%d", journalFile, rec.Seq), "reason", shown(err.Error()))
		}
	}
	return nil
}

// validate says of a text where it does not fit, in one line.
func (c *compiled) validate(text []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	err = c.Validate(v)
	var bad *jsonschema.ValidationError
	if !errors.As(err, &bad) {
		return err
	}
	for len(bad.Causes) > 0 {
		bad = bad.Causes[0]
	}
	lines := strings.Split(strings.TrimSpace(bad.Error()), "\n")
	return fmt.Errorf("/%s: %s", strings.Join(bad.InstanceLocation, "/"), strings.TrimPrefix(lines[len(lines)-1], "- "))
}

// memberTwice is the first member that an object of the text has twice, "" if none has.
func memberTwice(text []byte) string {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var p place
	met := []map[string]bool{}
	for {
		t, err := d.Token()
		if err == io.EOF || err != nil {
			return "" // what is no JSON is said otherwise
		}
		p.enter(t)
		if key, ok := t.(string); ok && len(p) > 0 && !p[len(p)-1].list && !p[len(p)-1].value {
			if met[len(p)-1][key] {
				return p.String()
			}
			met[len(p)-1][key] = true
		}
		p.leave(t)
		for len(met) < len(p) {
			met = append(met, map[string]bool{})
		}
		met = met[:len(p)]
	}
}
