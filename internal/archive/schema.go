package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/shape"
)

// A schema that comes in a bag is believed only if the program knows it: the one
// that it has under that name, or an earlier one. Anybody else's could let
// everything pass, or keep the program busy for ever.

// earlier are the SHA-256 of schemas that bags have and that have grown since. A
// schema that grows leaves its sum here.
var earlier = map[string][]string{
	"result-1": {
		"6978b928320b1c27954f4215c95ada07ed9e34501026e4f7cd2fa931f27d60f4", // without several quotas
		"534a3ae46e8e6ec2e08a30d9c2e960fee4424c3e506e9f0a1d7d700f71feccc5", // without the chain of seals
	},
}

// A compiled schema, and the file of a bag that has it, or an earlier one.
type compiled struct {
	file string
	*shape.Shape
}

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
var ownSchemas = sync.OnceValue(func() map[string]*shape.Shape {
	out := map[string]*shape.Shape{}
	for _, name := range schemas {
		out[name] = mustCompile(name, schemaText(name))
	}
	return out
})

func mustCompile(name string, text []byte) *shape.Shape {
	s, err := shape.Compile(text)
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
		if err := s.Fits(e.held[resultFile]); err != nil {
			return nil, blame(SchemaBroken, "name", resultFile, "reason", shown(err.Error()))
		}
	}
	return values{"files": n, "records": e.last.Seq}, e.misfit
}

// A sort is what of a proven record its schema can still turn on. Package journal has
// shown of the rest that it has the form of a record, which is that of the schema.
type sort struct {
	kind        string
	timed, told bool // it has an instant, a person
}

func sortOf(rec journal.Record) sort {
	return sort{rec.Kind, !rec.At.IsZero(), rec.Who != journal.Who{}}
}

// maxSorts is how many sorts are remembered: more than there are kinds.
const maxSorts = 1024

// fits holds one record of each sort against their schema.
func (e *examiner) fits(rec journal.Record) *fault.Fault {
	is := sortOf(rec)
	if e.fitting[is] {
		return nil
	}
	for _, s := range e.schemas {
		if s.file != schemaFile("journal-1") {
			continue
		}
		if err := s.Fits(rec.Line()); err != nil {
			return blame(SchemaBroken, "name", fmt.Sprintf("%s:%d", journalFile, rec.Seq), "reason", shown(err.Error()))
		}
	}
	if len(e.fitting) < maxSorts {
		e.fitting[is] = true
	}
	return nil
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
