package plan

import (
	"slices"
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

// A reader turns a file into a plan, and goes on after a fault to find the
// others. What it returns after a fault is never used.
type reader struct {
	source
	file   string
	faults fault.Faults

	unmarked int // how many of the best grades no sheet offers
}

func (r *reader) fault(at int, code fault.Code, pairs ...any) {
	if len(r.faults) >= 10*maxFaults {
		return
	}
	line, column := r.place(at)
	r.faults = append(r.faults, fault.New("plan", code, pairs...).In(fault.Place{File: r.file, Line: line, Column: column}))
}

// phrase is the text that must stand under key.
func (r *reader) phrase(t *node, key string, most int) string {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return ""
	}
	return r.plain(n, most)
}

// called is the text under key by which an entry is told from the others of its
// list, in sentences and tables.
func (r *reader) called(t *node, key string, most int, names seen) string {
	name := r.phrase(t, key, most)
	if name != "" {
		r.once(names, name, t.fields[key].at)
	}
	return name
}

// item is a text in a list.
func (r *reader) item(n *node, most int) string {
	if !r.is(n, unstable.String) {
		return ""
	}
	return r.plain(n, most)
}

// id is the text under "id", which no entry before it may have.
func (r *reader) id(t *node, ids seen) string {
	n := r.need(t, "id", unstable.String)
	if n == nil {
		return ""
	}
	if !isID(n.text) {
		r.fault(n.at, BadID, "id", fault.Quote(n.text))
		return ""
	}
	r.once(ids, n.text, n.at)
	return n.text
}

func isID(s string) bool {
	for i, c := range []byte(s) {
		letter, other := c >= 'a' && c <= 'z', c >= '0' && c <= '9' || c == '-'
		if !letter && (i == 0 || !other) {
			return false
		}
	}
	return s != "" && len(s) <= maxID
}

// seen is where each text of a list stood first.
type seen map[string]int

func (r *reader) once(s seen, text string, at int) {
	if text == "" {
		return
	}
	if first, twice := s[text]; twice {
		r.fault(at, ListedTwice, "text", fault.Quote(text), "first", r.line(first))
		return
	}
	s[text] = at
}

func (r *reader) number(t *node, key string, low, high int) int {
	n := r.need(t, key, unstable.Integer)
	if n == nil {
		return 0
	}
	v, err := strconv.ParseInt(n.text, 0, 32)
	if err != nil || int(v) < low || int(v) > high {
		r.fault(n.at, OutOfRange, "key", fault.Quote(n.name), "value", n.text, "low", low, "high", high)
		return 0
	}
	return int(v)
}

func (r *reader) day(t *node, key string) Day {
	n := r.need(t, key, unstable.LocalDate)
	if n == nil {
		return Day{}
	}
	d, err := ParseDay(n.text)
	if err != nil {
		r.fault(n.at, NotADay, "value", n.text)
	}
	return d
}

func (r *reader) fraction(t *node, key string) tally.Fraction {
	n := r.need(t, key, unstable.Invalid)
	if n == nil {
		return tally.Fraction{}
	}
	return r.share(n)
}

var one = tally.Fraction{Num: 1, Den: 1}

// share reads a fraction in quotation marks, or a whole number without them.
func (r *reader) share(n *node) tally.Fraction {
	switch n.kind {
	case unstable.String, unstable.Integer:
		if f, err := tally.ParseFraction(n.text); err == nil {
			return f
		}
		fallthrough
	case unstable.Float:
		r.fault(n.at, NotAFraction, "key", fault.Quote(n.name), "value", fault.Quote(n.text))
	default:
		r.is(n, unstable.Float)
	}
	return tally.Fraction{}
}

// oneOf is the word under key, one of words.
func oneOf[W ~string](r *reader, t *node, key string, words ...W) W {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return ""
	}
	if !slices.Contains(words, W(n.text)) {
		var known fault.List
		for _, w := range words {
			known = append(known, string(w))
		}
		r.fault(n.at, BadWord, "key", fault.Quote(n.name), "value", fault.Quote(n.text), "known", known)
		return ""
	}
	return W(n.text)
}

// grade is the position of the grade named under key.
func (r *reader) grade(t *node, key string, scale tally.Scale) int {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return 0
	}
	return r.onScale(n, scale)
}

func (r *reader) onScale(n *node, scale tally.Scale) int {
	if !r.is(n, unstable.String) || scale == nil {
		return 0
	}
	g := scale.Position(n.text)
	if g == 0 {
		r.fault(n.at, NotAGrade, "value", fault.Quote(n.text), "grades", fault.List(scale))
	}
	return g
}

// phrases are the texts of the list under key, each once.
func (r *reader) phrases(t *node, key string, few, many, most int) []string {
	n := r.list(t, key, few, many)
	if n == nil {
		return nil
	}
	var out []string
	texts := seen{}
	for _, e := range n.items {
		out = append(out, r.item(e, most))
		r.once(texts, out[len(out)-1], e.at)
	}
	return out
}

// holds is whether the word true stands under key.
func (r *reader) holds(t *node, key string) bool {
	n := r.need(t, key, unstable.Bool)
	return n != nil && n.text == "true"
}

// table is the table that must stand under key.
func (r *reader) table(t *node, key string) *node {
	return r.need(t, key, unstable.InlineTable)
}

func (r *reader) tableIfAny(t *node, key string) *node {
	if !t.has(key) {
		return nil
	}
	return r.table(t, key)
}

// entries are the tables of the list that must stand under key.
func (r *reader) entries(t *node, key string, few, many int) []*node {
	n := r.list(t, key, few, many)
	if n == nil {
		return nil
	}
	var out []*node
	for _, e := range n.items {
		if r.is(e, unstable.InlineTable) {
			out = append(out, e)
		}
	}
	return out
}

// oneOrMore are the tables under key, which may be one table or a list of them; none
// where nothing stands there.
func (r *reader) oneOrMore(t *node, key string) []*node {
	switch n := t.fields[key]; {
	case !t.has(key):
		return nil
	case n.kind == unstable.Array:
		return r.entries(t, key, 1, maxDigit)
	default:
		if n = r.table(t, key); n == nil {
			return nil
		}
		return []*node{n}
	}
}

// list is the list that must stand under key, nil if it has too many items.
func (r *reader) list(t *node, key string, few, many int) *node {
	n := r.need(t, key, unstable.Array)
	switch {
	case n == nil:
	case len(n.items) < few:
		r.fault(n.at, TooFew, "key", fault.Quote(n.name), "count", len(n.items), "limit", few)
	case len(n.items) > many:
		r.fault(n.at, TooMany, "key", fault.Quote(n.name), "count", len(n.items), "limit", many)
		n.skip()
		return nil
	}
	return n
}

// need is the value under key if it is there and of the kind; Invalid stands
// for any kind.
func (r *reader) need(t *node, key string, kind unstable.Kind) *node {
	n := t.get(key)
	if n == nil {
		r.fault(t.at, MissingKey, "key", fault.Quote(key), "table", fault.Table(t.name))
		return nil
	}
	if kind != unstable.Invalid && !r.is(n, kind) {
		return nil
	}
	return n
}

func (r *reader) is(n *node, kind unstable.Kind) bool {
	if n.kind == kind {
		return true
	}
	n.skip()
	r.fault(n.at, WrongType, "key", fault.Quote(n.name), "wanted", kinds[kind], "found", kinds[n.kind])
	return false
}

// kinds names each type of value. Where a fraction is wanted, Float is.
var kinds = map[unstable.Kind]fault.Term{
	unstable.String:        "string",
	unstable.Integer:       "integer",
	unstable.Float:         "fraction",
	unstable.Bool:          "bool",
	unstable.LocalDate:     "day",
	unstable.LocalTime:     "time",
	unstable.LocalDateTime: "day-and-time",
	unstable.DateTime:      "day-and-time",
	unstable.Array:         "list",
	unstable.InlineTable:   "table",
}

// unasked reports every key that nothing asked for.
func (r *reader) unasked(t *node) {
	for _, key := range t.order {
		n := t.fields[key]
		if !n.used {
			r.fault(n.key, UnknownKey, "key", fault.Quote(key), "table", fault.Table(t.name), "known", distinctKeys(t.asked))
			continue
		}
		r.unasked(n)
	}
	for _, e := range t.items {
		r.unasked(e)
	}
}

// distinctKeys is a list of keys without repetition.
func distinctKeys(asked []string) fault.List {
	var out fault.List
	for _, k := range asked {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}
