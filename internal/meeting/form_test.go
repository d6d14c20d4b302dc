package meeting

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/plan"
)

// formOf is the members of a struct as the text of the format tells them, in the order
// of their names: one with ? is left out where it is empty, one with ! where it is not
// there.
func formOf(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			out = append(out, formOf(f.Type)...)
			continue
		case name == "":
			continue // not of the record
		case option != "" && f.Type.Kind() == reflect.Pointer:
			name += "!"
		case option != "":
			name += "?"
		}
		out = append(out, name+" "+sortOf(f.Type))
	}
	slices.Sort(out)
	return out
}

// sortOf is what a member may be.
func sortOf(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[marks]():
		return "marks"
	case t == reflect.TypeFor[plan.Day]():
		return "day"
	case t == reflect.TypeFor[time.Time]():
		return "instant"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return sortOf(t.Elem())
	case reflect.Slice:
		return "[" + sortOf(t.Elem()) + "]"
	case reflect.Struct:
		return "{" + strings.Join(formOf(t), ", ") + "}"
	case reflect.String:
		return "text"
	case reflect.Int, reflect.Int64:
		return "int"
	default:
		return t.Kind().String()
	}
}

// forms are the members of each kind that may be read, behind its name; * says that it
// has neither instant nor person.
func forms(t testing.TB) map[string]string {
	out := map[string]string{}
	for _, d := range deeds(t) {
		name := d.Kind()
		if _, is := d.(anonymous); is {
			name += "*"
		}
		if kinds[d.Kind()] != nil {
			out[name] = strings.Join(formOf(reflect.TypeOf(d)), ", ")
		}
	}
	if len(out) != len(kinds) {
		t.Fatalf("%d kinds have an example, and %d are read", len(out), len(kinds))
	}
	return out
}

// The text of the format, in both languages, and the page that checks exports have every
// kind of record as it is read, and no other.
func TestTheFormatTellsEveryKind(t *testing.T) {
	want := forms(t)
	for _, lang := range []string{"zh", "en"} {
		compareForms(t, lang, toldForms(section(t, "../../data/manual/"+lang+"/format.txt", "\n## 14. ", "\n## 15. ")), want)
	}
	page := map[string]string{}
	for line := range strings.Lines(section(t, "../../data/page/check.html", "const kinds = new Map(`", "`.trim()")) {
		if name, form, _ := strings.Cut(strings.TrimSpace(line), ": "); name != "" {
			page[name] = form
		}
	}
	compareForms(t, "check.html", page, want)
}

// section is what stands in a file between two marks.
func section(t testing.TB, path, from, to string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	_, rest, found := strings.Cut(string(text), from)
	in, _, ended := strings.Cut(rest, to)
	if !found || !ended {
		t.Fatalf("%s has nothing between %q and %q", path, from, to)
	}
	return in
}

// toldForms are the kinds of a page of the manual: a line with the name and what it is
// called, and behind it lines with the members.
func toldForms(text string) map[string]string {
	out, name := map[string]string{}, ""
	for line := range strings.Lines(text) {
		rest, indented := strings.CutPrefix(line, "  ")
		switch {
		case !indented:
		case strings.HasPrefix(rest, "    "):
			out[name] = strings.TrimSpace(out[name] + " " + strings.TrimSpace(rest))
		default:
			name, _, _ = strings.Cut(rest, "  ")
			out[name] = ""
		}
	}
	return out
}

func compareForms(t *testing.T, where string, told, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if form, is := told[name]; !is || form != want[name] {
			t.Errorf("%s says %q of %s; it is\n%s", where, form, name, fmt.Sprintf("  %s\n      %s", name, want[name]))
		}
	}
	for name := range told {
		if _, is := want[name]; !is {
			t.Errorf("%s has the kind %s, which nobody reads", where, name)
		}
	}
}
