package plan

import (
	"reflect"
	"testing"
)

// TestPacksTOML: what TOML writes of a plan that comes with the program is that
// plan.
func TestPacksTOML(t *testing.T) {
	for _, file := range packFiles(t) {
		again(t, parse(t, file))
	}
}

// again reads what was written of p.
func again(t interface {
	Helper()
	Fatalf(string, ...any)
}, p Plan) {
	t.Helper()
	out := p.TOML()
	q, err := Parse(p.Name+".toml", out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !reflect.DeepEqual(p, q) {
		t.Fatalf("%+v\nwas written as\n%s\nand read as\n%+v", p, out, q)
	}
}
