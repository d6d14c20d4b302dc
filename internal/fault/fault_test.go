package fault

import (
	"errors"
	"fmt"
	"testing"
)

func TestErrorNamesAllThatIsKnown(t *testing.T) {
	cause := errors.New("no space")
	for want, f := range map[string]*Fault{
		"seal: no-words": New("seal", "no-words"),
		"seal: key-storage map[path:k]: no space":    New("seal", "key-storage", "path", "k").Because(cause),
		"plan: syntax at p.toml:3:7":                 New("plan", "syntax").In(Place{File: "p.toml", Line: 3, Column: 7}),
		"journal: damaged at a.shuping:record 9":     New("journal", "damaged").In(Place{File: "a.shuping", Record: 9}),
		"cells: too-long at 2 map[length:9 limit:8]": New("cells", "too-long", "limit", 8, "length", 9).In(Place{Line: 2}),
	} {
		if got := f.Error(); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}

func TestAFaultIsFoundByItsPackage(t *testing.T) {
	inner := New("seal", "key-missing").Because(errors.New("gone"))
	outer := fmt.Errorf("writing: %w", New("archive", "key-missing").Because(inner))
	if f := Find(outer, "seal"); f != inner {
		t.Errorf("%v", f)
	}
	if !Is(outer, "archive", "key-missing") || Is(outer, "seal", "no-words") || Is(outer, "plan", "") {
		t.Error("a code is not told from another")
	}
	for _, err := range []error{nil, errors.New("x"), inner} {
		if f := Find(err, "archive"); f != nil {
			t.Errorf("%v in %v", f, err)
		}
	}
	if CodeOf(inner, "seal") != "key-missing" || CodeOf(inner, "archive") != "" {
		t.Error("the code of another package is told")
	}
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(column); got != want {
			t.Errorf("%d: %s", column, got)
		}
	}
}
