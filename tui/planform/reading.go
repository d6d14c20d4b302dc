package planform

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A reading takes answers apart and keeps the first thing that it cannot make
// out. What it returns after that is never used.
type reading struct {
	lang    words.Language
	answers []Answer
	problem *Problem
}

func (r *reading) fail(at int, sentence string, values map[string]any) {
	if r.problem == nil {
		r.problem = &Problem{at, words.Fill(sentence, values)}
	}
}

// text is answer i without the spaces around it.
func (r *reading) text(i int) string {
	s := strings.TrimSpace(r.answers[i].Text)
	if s == "" {
		r.fail(i, words.FormEmpty(r.lang), nil)
	}
	return s
}

func (r *reading) number(i int) int {
	n, err := strconv.Atoi(narrow(r.answers[i].Text))
	if err != nil {
		r.fail(i, words.FormNumberNeeded(r.lang), nil)
	}
	return n
}

// share is a fraction such as 10% or 1/10, in plain or full-width characters.
func (r *reading) share(i int) tally.Fraction {
	return r.fraction(i, r.answers[i].Text)
}

func (r *reading) fraction(at int, text string) tally.Fraction {
	f, err := tally.ParseFraction(narrow(text))
	if err != nil {
		r.fail(at, words.FormBadFraction(r.lang), map[string]any{"text": strings.TrimSpace(text)})
	}
	return f
}

// day is a day such as 2024-1-31 or 2024年1月31日.
func (r *reading) day(i int) plan.Day {
	d, ok := plan.ReadDay(r.answers[i].Text)
	if !ok {
		r.fail(i, words.FormBadDay(r.lang), map[string]any{"text": strings.TrimSpace(r.answers[i].Text)})
	}
	return d
}

// narrow is text with full-width characters made plain.
func narrow(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(norm.NFKC.String(s), "。", "."))
}

// lines is the lines of a list that say something; there must be one.
func (r *reading) lines(i int) []string {
	out := r.anyLines(i)
	if len(out) == 0 {
		r.fail(i, words.FormEmpty(r.lang), nil)
	}
	return out
}

func (r *reading) anyLines(i int) []string {
	var out []string
	for l := range strings.Lines(r.answers[i].Text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// row is how two halves stand on one line of a list.
func row(first, second string) string { return first + "，" + second }

// pairs is lines, each cut at its last comma; both halves must say something. A
// line that is one of had is cut as it was, whatever commas it holds.
func (r *reading) pairs(i int, lines []string, had ...[2]string) [][2]string {
	var out [][2]string
	for n, l := range lines {
		if at := slices.IndexFunc(had, func(h [2]string) bool { return row(h[0], h[1]) == l }); at >= 0 {
			out = append(out, had[at])
			continue
		}
		first, second, ok := cutLast(l)
		if !ok {
			r.fail(i, words.FormNoComma(r.lang), map[string]any{"line": n + 1, "text": l})
		}
		out = append(out, [2]string{first, second})
	}
	return out
}

// cutLast cuts at the last comma or tab.
func cutLast(s string) (first, second string, ok bool) {
	at := strings.LastIndexAny(s, "，,\t")
	if at < 0 {
		return s, "", false
	}
	first = strings.TrimSpace(s[:at])
	second = strings.TrimSpace(strings.TrimLeft(s[at:], "，,\t"))
	return first, second, first != "" && second != ""
}

// person is the post and the name of a line. In Chinese a space will do as
// well as a comma.
func person(line string) (post, name string) {
	if post, name, ok := cutLast(line); ok {
		return post, name
	}
	line = strings.Trim(line, "，,\t ")
	at := strings.LastIndexFunc(line, unicode.IsSpace)
	if at > 0 && strings.IndexFunc(line, isHan) >= 0 {
		return strings.TrimSpace(line[:at]), strings.TrimSpace(line[at:])
	}
	return line, ""
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// list is a line of words with spaces or marks between them; a known word may
// have such marks in it.
func (r *reading) list(i int, known []string) []string {
	said := strings.Fields(r.answers[i].Text)
	if len(said) > 0 && !slices.ContainsFunc(said, func(w string) bool { return !slices.Contains(known, w) }) {
		return said
	}
	out := strings.FieldsFunc(r.answers[i].Text, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("、，,;；/", c) })
	if len(out) == 0 {
		r.fail(i, words.FormEmpty(r.lang), nil)
	}
	return out
}

// grades is the places of the grades that are listed.
func (r *reading) grades(i int, scale tally.Scale) []int {
	var out []int
	for _, w := range r.list(i, scale) {
		g := scale.Position(w)
		if g == 0 {
			r.fail(i, words.FormNotAGrade(r.lang), map[string]any{"text": w, "grades": strings.Join(scale, words.ListComma(r.lang))})
		}
		out = append(out, g)
	}
	return out
}

// An idBook keeps the ids of what a list already had and gives new ones to the
// rest.
type idBook struct {
	old  map[string]string // by what the entry says
	used []string
	stem string
}

func newIDs(stem string) *idBook { return &idBook{map[string]string{}, nil, stem} }

func (b *idBook) had(text, id string) {
	if _, twice := b.old[text]; !twice {
		b.old[text] = id
	}
}

// of is the id of an entry: its old one, or the first that is free. Old ids
// are not given to new entries, so that a record never means somebody else.
func (b *idBook) of(text string) string {
	id, ok := b.old[text]
	delete(b.old, text)
	for n := 1; !ok; n++ {
		id = b.stem + strconv.Itoa(n)
		ok = !slices.Contains(b.used, id) && !b.kept(id)
	}
	b.used = append(b.used, id)
	return id
}

func (b *idBook) kept(id string) bool {
	for _, o := range b.old {
		if o == id {
			return true
		}
	}
	return false
}

// unweighed is the name of a class on a line that still has the weight behind it
// which the class had before.
func (b *idBook) unweighed(line string) string {
	if _, there := b.old[line]; there {
		return line
	}
	name, weight, ok := cutLast(line)
	if _, err := tally.ParseFraction(narrow(weight)); !ok || err != nil {
		return line
	}
	return name
}
