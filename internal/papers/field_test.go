package papers

import (
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/data"
	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// recorded are fields of records behind a page, for which it has fields of its own.
var recorded = []string{"SignedOff", "History", "At"}

// under is the type of what a field has, and of each of a list.
func under(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// fieldsOf are the fields and methods of a type by their names, with the signs that the
// manual puts behind them.
func fieldsOf(t reflect.Type) map[string]string {
	out := map[string]string{}
	add := func(name string, of reflect.Type) {
		sign := ""
		if of.Kind() == reflect.Slice {
			sign = "[]"
		}
		switch e := under(of); {
		case e == reflect.TypeFor[docx.Mark]():
			sign += "*"
		case e == reflect.TypeFor[moment]():
			sign += "@"
		case e.Kind() == reflect.Bool:
			sign += "?"
		}
		out[name] = sign
	}
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous && !slices.Contains(recorded, f.Name) {
			add(f.Name, f.Type)
		}
	}
	for m := range reflect.PointerTo(t).Methods() {
		add(m.Name, m.Type.Out(0))
	}
	return out
}

var (
	paths  = regexp.MustCompile(`\.[A-Za-z.0-9]+`)
	listed = regexp.MustCompile(`^\.([A-Za-z0-9]+)((?:\[\])?[*@?]?)  \S`)
)

// TestTheManualSaysWhatATemplateMayShow: every field that can be reached from a page is on
// the manual's list with its kind, in the section that its path leads to or among those
// that mean one thing everywhere, and nothing else is.
func TestTheManualSaysWhatATemplateMayShow(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		_, text, _ := strings.Cut(data.Manual(lang, "templates"), "\n## ")
		var common map[string]string
		used, seen := map[string]bool{}, map[reflect.Type]bool{
			reflect.TypeFor[docx.Mark](): true, reflect.TypeFor[time.Time](): true, reflect.TypeFor[plan.Day](): true, reflect.TypeFor[meeting.Past](): true,
		}
		for n, section := range strings.Split(text, "\n## ") {
			head, lines, _ := strings.Cut(strings.TrimRight(section, "\n"), "\n")
			says := map[string]string{}
			for line := range strings.Lines(lines) {
				m := listed.FindStringSubmatch(line)
				if m == nil {
					if strings.TrimSpace(line) != "" {
						t.Errorf("%s: %s: %q says no field", lang, head, line)
					}
					continue
				}
				if _, twice := says[m[1]]; twice {
					t.Errorf("%s: %s: .%s stands twice", lang, head, m[1])
				}
				says[m[1]] = m[2]
			}
			if n == 0 {
				common = says
				continue
			}
			at := paths.FindAllString(head, -1)
			if n == 1 {
				at = []string{""}
			}
			for _, path := range at {
				of := reflect.TypeFor[page]()
				for _, name := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' }) {
					f, ok := of.FieldByName(name)
					if !ok {
						t.Fatalf("%s: %s: nothing is at %s", lang, head, path)
					}
					of = under(f.Type)
				}
				seen[of] = true
				have := fieldsOf(of)
				for name, sign := range have {
					said, ok := says[name]
					if !ok {
						said, ok = common[name]
						used[name] = used[name] || ok
					}
					if !ok || said != sign {
						t.Errorf("%s: %s: .%s%s is %q", lang, head, name, sign, said)
					}
				}
				for name := range says {
					if _, ok := have[name]; !ok {
						t.Errorf("%s: %s: there is no .%s", lang, head, name)
					}
				}
			}
		}
		for name := range common {
			if !used[name] {
				t.Errorf("%s: nothing has .%s", lang, name)
			}
		}
		for of := range reached(reflect.TypeFor[page](), map[reflect.Type]bool{}) {
			if !seen[of] {
				t.Errorf("%s: no section is on %v", lang, of)
			}
		}
	}
}

// reached are the types of the fields of a type, and of theirs.
func reached(t reflect.Type, all map[reflect.Type]bool) map[reflect.Type]bool {
	if t.Kind() != reflect.Struct || all[t] {
		return all
	}
	all[t] = true
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous && !slices.Contains(recorded, f.Name) {
			reached(under(f.Type), all)
		}
	}
	return all
}

// TestTheManualHasWhatOurTemplatesShow: each name behind a dot in a template of the program
// is on the list.
func TestTheManualHasWhatOurTemplatesShow(t *testing.T) {
	files, err := fs.Glob(data.Papers(), "*.xml")
	if err != nil || len(files) < 30 {
		t.Fatal(files, err)
	}
	action, name := regexp.MustCompile(`(?s)\{\{.*?\}\}`), regexp.MustCompile(`\.([A-Z][A-Za-z0-9]*)`)
	said := map[string]bool{"Text": true} // of a figure
	for line := range strings.Lines(data.Manual("zh", "templates")) {
		if m := listed.FindStringSubmatch(line); m != nil {
			said[m[1]] = true
		}
	}
	for _, file := range files {
		text, err := fs.ReadFile(data.Papers(), file)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range action.FindAllString(string(text), -1) {
			for _, m := range name.FindAllStringSubmatch(a, -1) {
				if !said[m[1]] {
					t.Errorf("%s shows .%s", file, m[1])
				}
			}
		}
	}
}
