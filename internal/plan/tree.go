package plan

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
)

// A node is one value of the file, with the place where it stands. Tables keep
// the keys that were asked for, so that what nobody asked for can be named.
type node struct {
	name string // dotted, as in "agenda.stages"
	kind unstable.Kind
	key  int // offset of its key
	at   int // offset of its value, or of its header
	raw  []byte
	text string

	items  []*node          // of an Array
	fields map[string]*node // of an InlineTable
	order  []string
	asked  []string
	used   bool

	form form
}

// A form is how a table or an array came to be; it decides what may be added.
type form int

const (
	written form = iota // a value: closed
	implied             // a table named only as part of a longer header
	headed              // a table with its own [header]
	dotted              // a table made by a dotted key
	heads               // an array of [[header]]s
)

// newTable is a table without keys.
func newTable(name string, at int, f form) *node {
	return &node{name: name, kind: unstable.InlineTable, key: at, at: at, form: f, fields: map[string]*node{}}
}

// put adds n under key, which must be free.
func (t *node) put(key string, n *node) *node {
	t.fields[key] = n
	t.order = append(t.order, key)
	return n
}

// get is the value under key, nil if there is none; the key counts as known.
func (t *node) get(key string) *node {
	t.asked = append(t.asked, key)
	n := t.fields[key]
	if n != nil {
		n.used = true
	}
	return n
}

// has reports whether key is stated; either way it counts as known.
func (t *node) has(key string) bool {
	t.asked = append(t.asked, key)
	return t.fields[key] != nil
}

// skip forgets what n holds, so that nothing in it is told as unknown.
func (n *node) skip() { n.items, n.fields, n.order = nil, nil, nil }

// literal is the offset in the file of byte i of a text, or of the whole text
// where escapes make the two differ.
func (n *node) literal(i int) int {
	for _, q := range []int{3, 1} {
		if len(n.raw) >= 2*q && bytes.HasPrefix(n.raw[q:], []byte(n.text[:i])) {
			return n.at + q + i
		}
	}
	return n.at
}

// A source is the text of a file and its lines.
type source struct {
	text  []byte
	lines []int // offset of each line's first byte
}

func newSource(text []byte) source {
	s := source{text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// place is the line and the column, in characters, of an offset.
func (s source) place(at int) (line, col int) {
	line = s.line(at)
	return line, utf8.RuneCount(s.text[s.lines[line-1]:at]) + 1
}

func (s source) line(at int) int {
	low, high := 0, len(s.lines)
	for high-low > 1 {
		if mid := (low + high) / 2; s.lines[mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	return low + 1
}

// grow reads the whole source into a tree. It reports what TOML forbids; where
// the text cannot be read on, the tree is nil.
func (r *reader) grow() *node {
	var p unstable.Parser
	p.Reset(r.text)
	root := newTable("", 0, headed)
	here := root
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table:
			here = r.open(root, keyParts(e), false)
		case unstable.ArrayTable:
			here = r.open(root, keyParts(e), true)
		case unstable.KeyValue:
			r.assign(here, e)
		}
	}
	if err := p.Error(); err != nil {
		at := len(r.text)
		var pe *unstable.ParserError
		if errors.As(err, &pe) {
			at = int(p.Range(pe.Highlight).Offset)
			for at < len(r.text) && at > 0 && !utf8.RuneStart(r.text[at]) {
				at--
			}
		}
		r.malformed(at, err.Error())
		return nil
	}
	return root
}

// open enters the table of a header. Where the header clashes with something
// before it, the table returned belongs to nothing.
func (r *reader) open(t *node, path []*unstable.Node, many bool) *node {
	at := r.bracket(path)
	for i, k := range path {
		key, last := string(k.Data), i == len(path)-1
		n := t.fields[key]
		switch {
		case n == nil && last && many:
			n = t.put(key, &node{name: nameUnder(t, key), kind: unstable.Array, key: at, at: at, form: heads})
		case n == nil && last:
			return t.put(key, newTable(nameUnder(t, key), at, headed))
		case n == nil:
			t = t.put(key, newTable(nameUnder(t, key), at, implied))
			continue
		}
		switch {
		case last && many && n.form == heads:
			n.items = append(n.items, newTable(n.name, at, headed))
			return n.items[len(n.items)-1]
		case last && !many && n.form == implied:
			n.form, n.at, n.key = headed, at, at
			return n
		case !last && n.form == heads:
			t = n.items[len(n.items)-1]
		case !last && n.form != written:
			t = n
		default:
			return r.clash(n, at)
		}
	}
	return t
}

// assign sets one key, which may be dotted, in t.
func (r *reader) assign(t *node, e *unstable.Node) {
	path := keyParts(e)
	for i, k := range path {
		key, at := string(k.Data), int(k.Raw.Offset)
		n := t.fields[key]
		switch {
		case i == len(path)-1 && n == nil:
			v := r.value(nameUnder(t, key), e.Value(), r.after(k))
			v.key = at
			t.put(key, v)
		case n == nil:
			t = t.put(key, newTable(nameUnder(t, key), at, dotted))
		case i < len(path)-1 && n.form == dotted:
			t = n
		default:
			r.clash(n, at)
			return
		}
	}
}

// value copies one value and all that it holds.
func (r *reader) value(name string, v *unstable.Node, at int) *node {
	n := &node{name: name, kind: v.Kind, at: at}
	switch v.Kind {
	case unstable.Array:
		for it := v.Children(); it.Next(); {
			c := it.Node()
			from := at
			if c.Raw.Length > 0 {
				from = int(c.Raw.Offset)
			}
			n.items = append(n.items, r.value(name, c, from))
		}
	case unstable.InlineTable:
		n.fields = map[string]*node{}
		for it := v.Children(); it.Next(); {
			r.assign(n, it.Node())
		}
	default:
		n.at = int(v.Raw.Offset)
		n.raw = r.text[n.at : n.at+int(v.Raw.Length)]
		n.text = string(v.Data)
	}
	return n
}

func (r *reader) clash(n *node, at int) *node {
	r.fault(at, KeyTwice, "key", fault.Quote(n.name), "first", r.line(n.key))
	return newTable("", at, headed)
}

// bracket is the offset of the bracket before a header's first key.
func (r *reader) bracket(path []*unstable.Node) int {
	at := int(path[0].Raw.Offset)
	for at > 0 && bytes.IndexByte([]byte(" \t["), r.text[at-1]) >= 0 {
		at--
	}
	for r.text[at] != '[' {
		at++
	}
	return at
}

// after is the offset of the value that follows the last part of a key.
func (r *reader) after(k *unstable.Node) int {
	at := int(k.Raw.Offset + k.Raw.Length)
	for at < len(r.text) && bytes.IndexByte([]byte(" \t="), r.text[at]) >= 0 {
		at++
	}
	return at
}

// keyParts are the parts of a key, which dots join.
func keyParts(e *unstable.Node) []*unstable.Node {
	var out []*unstable.Node
	for it := e.Key(); it.Next(); {
		out = append(out, it.Node())
	}
	return out
}

// nameUnder is the name of what is under key in t; no plan goes deeper than the bound.
func nameUnder(t *node, key string) string {
	const deepest = 100
	if t.name == "" {
		return key
	}
	if len(t.name) > deepest {
		return t.name
	}
	return t.name + "." + key
}
