// Package shape holds JSON against the schemas that come with the program. Start at
// [Compile].
//
// It knows of JSON Schema (draft 2020-12) what those schemas say and no more: a keyword
// that it does not know is an error when a schema is compiled, never one that is passed
// over. A test holds it against a validator that knows all of it. It is here because
// what an export says is held against schemas, and because a validator for every
// schema costs each command, even one that needs none.
package shape

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Shape is a schema that was compiled. It never changes.
type Shape struct {
	never       bool // false as a schema: nothing fits
	types       []string
	allowed     []any // enum and const
	pattern     *regexp.Regexp
	least       *big.Rat
	most        *big.Rat
	lengths     bounds // of a text, in characters
	counts      bounds // of a list
	required    []string
	members     map[string]*Shape
	others      *Shape // of members that have no name in members
	items       *Shape
	one         []*Shape
	when        *Shape
	then, other *Shape
	ref         *Shape
}

// bounds are how long something may be; most is 0 where there is no end.
type bounds struct{ least, most int }

// Compile reads a schema.
func Compile(text []byte) (*Shape, error) {
	doc, err := parse(text)
	if err != nil {
		return nil, err
	}
	c := compiler{root: doc, defs: map[string]*Shape{}}
	return c.shape(doc)
}

// A compiler makes shapes; those of $defs once each, so that one may refer to itself.
type compiler struct {
	root any
	defs map[string]*Shape
}

func (c *compiler) shape(doc any) (*Shape, error) {
	s := &Shape{}
	return s, c.fill(s, doc)
}

func (c *compiler) fill(s *Shape, doc any) error {
	switch doc := doc.(type) {
	case bool:
		s.never = !doc
		return nil
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(doc)) {
			if err := c.keyword(s, key, doc[key]); err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
		}
		return nil
	}
	return errors.New("neither an object nor true or false")
}

// notes are keywords that say something to people. A format is one of them.
var notes = []string{"$schema", "$id", "$defs", "title", "description", "format"}

func (c *compiler) keyword(s *Shape, key string, v any) (err error) {
	switch key {
	case "type":
		s.types, err = texts(v)
	case "required":
		s.required, err = texts(v)
	case "const":
		s.allowed = []any{v}
	case "enum":
		s.allowed, err = as[[]any](v)
	case "pattern":
		var text string
		if text, err = as[string](v); err == nil {
			s.pattern, err = regexp.Compile(text)
		}
	case "minimum":
		s.least, err = number(v)
	case "maximum":
		s.most, err = number(v)
	case "minLength":
		s.lengths.least, err = count(v)
	case "maxLength":
		s.lengths.most, err = count(v)
	case "minItems":
		s.counts.least, err = count(v)
	case "maxItems":
		s.counts.most, err = count(v)
	default:
		return c.nested(s, key, v)
	}
	return err
}

// nested is a keyword with schemas in it.
func (c *compiler) nested(s *Shape, key string, v any) (err error) {
	switch key {
	case "properties":
		var list map[string]any
		if list, err = as[map[string]any](v); err != nil {
			return err
		}
		s.members = map[string]*Shape{}
		for name, doc := range list {
			if s.members[name], err = c.shape(doc); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	case "oneOf":
		var list []any
		if list, err = as[[]any](v); err != nil {
			return err
		}
		for _, doc := range list {
			one, err := c.shape(doc)
			if err != nil {
				return err
			}
			s.one = append(s.one, one)
		}
	case "additionalProperties":
		s.others, err = c.shape(v)
	case "items":
		s.items, err = c.shape(v)
	case "if":
		s.when, err = c.shape(v)
	case "then":
		s.then, err = c.shape(v)
	case "else":
		s.other, err = c.shape(v)
	case "$ref":
		s.ref, err = c.referred(v)
	default:
		if !slices.Contains(notes, key) {
			return errors.New("is not known")
		}
	}
	return err
}

// referred is a schema of $defs.
func (c *compiler) referred(v any) (*Shape, error) {
	text, err := as[string](v)
	if err != nil {
		return nil, err
	}
	if s, met := c.defs[text]; met {
		return s, nil
	}
	name, local := strings.CutPrefix(text, "#/$defs/")
	root, _ := c.root.(map[string]any)
	defs, _ := root["$defs"].(map[string]any)
	doc, there := defs[name]
	if !local || !there {
		return nil, fmt.Errorf("%s is not here", text)
	}
	s := &Shape{}
	c.defs[text] = s
	return s, c.fill(s, doc)
}

func as[T any](v any) (T, error) {
	t, ok := v.(T)
	if !ok {
		return t, fmt.Errorf("%v is not %T", v, t)
	}
	return t, nil
}

// texts are one text or several.
func texts(v any) ([]string, error) {
	if one, ok := v.(string); ok {
		return []string{one}, nil
	}
	list, err := as[[]any](v)
	out := make([]string, len(list))
	for i, one := range list {
		if out[i], err = as[string](one); err != nil {
			return nil, err
		}
	}
	return out, err
}

func number(v any) (*big.Rat, error) {
	n, err := as[json.Number](v)
	if err != nil {
		return nil, err
	}
	r, ok := ratio(n)
	if !ok {
		return nil, fmt.Errorf("%s is no number", n)
	}
	return r, nil
}

// ratio is a number as it is written, unless its exponent would make it one that fills
// the memory.
func ratio(n json.Number) (*big.Rat, bool) {
	text := n.String()
	if i := strings.LastIndexAny(text, "eE"); i >= 0 && len(text)-i > len("e+99") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

func count(v any) (int, error) {
	n, err := as[json.Number](v)
	if err != nil {
		return 0, err
	}
	i, err := n.Int64()
	return int(i), err
}

// parse reads one JSON text, numbers as they are written.
func parse(text []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var doc any
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something stands behind the end")
	}
	return doc, nil
}

// Fits says of a JSON text where it does not fit, nil where it does.
func (s *Shape) Fits(text []byte) error {
	doc, err := parse(text)
	if err != nil {
		return err
	}
	if m := s.misfit(doc); m != nil {
		slices.Reverse(m.at)
		return fmt.Errorf("/%s: %s", strings.Join(m.at, "/"), m.said)
	}
	return nil
}

// A misfit is where something does not fit, from the inside out, and why.
type misfit struct {
	at   []string
	said string
}

func misses(form string, args ...any) *misfit { return &misfit{said: fmt.Sprintf(form, args...)} }

// in is the misfit of what lies under a name.
func (m *misfit) in(name string) *misfit {
	m.at = append(m.at, name)
	return m
}

func (s *Shape) misfit(v any) *misfit {
	switch {
	case s.never:
		return misses("nothing may stand here")
	case len(s.types) > 0 && !slices.ContainsFunc(s.types, func(t string) bool { return isOf(t, v) }):
		return misses("is not of the type %s", strings.Join(s.types, " or "))
	case len(s.allowed) > 0 && !slices.ContainsFunc(s.allowed, func(a any) bool { return equal(a, v) }):
		return misses("is none of what it may be")
	}
	var m *misfit
	switch v := v.(type) {
	case string:
		m = s.text(v)
	case json.Number:
		m = s.number(v)
	case []any:
		m = s.list(v)
	case map[string]any:
		m = s.object(v)
	}
	if m != nil {
		return m
	}
	return s.choices(v)
}

// choices are the schemas that another one says hold as well.
func (s *Shape) choices(v any) *misfit {
	if s.ref != nil {
		if m := s.ref.misfit(v); m != nil {
			return m
		}
	}
	if len(s.one) > 0 {
		fitting := 0
		for _, one := range s.one {
			if one.misfit(v) == nil {
				fitting++
			}
		}
		if fitting != 1 {
			return misses("fits %d of %d, not one", fitting, len(s.one))
		}
	}
	if s.when == nil {
		return nil
	}
	next := s.then
	if s.when.misfit(v) != nil {
		next = s.other
	}
	if next == nil {
		return nil
	}
	return next.misfit(v)
}

func (s *Shape) text(v string) *misfit {
	if s.pattern != nil && !s.pattern.MatchString(v) {
		return misses("does not match %s", s.pattern)
	}
	if s.lengths != (bounds{}) {
		return s.lengths.misfit(utf8.RuneCountInString(v))
	}
	return nil
}

func (b bounds) misfit(n int) *misfit {
	if n < b.least || b.most > 0 && n > b.most {
		return misses("has the length %d", n)
	}
	return nil
}

func (s *Shape) number(v json.Number) *misfit {
	if s.least == nil && s.most == nil {
		return nil
	}
	n, ok := ratio(v)
	if !ok || s.least != nil && n.Cmp(s.least) < 0 || s.most != nil && n.Cmp(s.most) > 0 {
		return misses("%.40s is too small or too large", v)
	}
	return nil
}

func (s *Shape) list(v []any) *misfit {
	if m := s.counts.misfit(len(v)); m != nil {
		return m
	}
	if s.items == nil {
		return nil
	}
	for i, one := range v {
		if m := s.items.misfit(one); m != nil {
			return m.in(fmt.Sprint(i))
		}
	}
	return nil
}

func (s *Shape) object(v map[string]any) *misfit {
	for _, name := range s.required {
		if _, there := v[name]; !there {
			return misses("%s is missing", name)
		}
	}
	first, found := "", (*misfit)(nil)
	for name, value := range v {
		below, known := s.members[name]
		if !known {
			below = s.others
		}
		if below == nil || found != nil && name > first {
			continue
		}
		if m := below.misfit(value); m != nil {
			first, found = name, m
		}
	}
	if found == nil {
		return nil
	}
	return found.in(first)
}

// isOf reports whether a value is of a type. 1.0 is an integer.
func isOf(kind string, v any) bool {
	switch v := v.(type) {
	case nil:
		return kind == "null"
	case bool:
		return kind == "boolean"
	case string:
		return kind == "string"
	case []any:
		return kind == "array"
	case map[string]any:
		return kind == "object"
	case json.Number:
		return kind == "number" || kind == "integer" && isWhole(v)
	}
	return false
}

func isWhole(v json.Number) bool {
	if !strings.ContainsAny(v.String(), ".eE") {
		return true
	}
	n, ok := ratio(v)
	return ok && n.IsInt()
}

// equal compares a value that a schema names; it names no lists and no objects.
func equal(named, v any) bool {
	a, number := named.(json.Number)
	b, also := v.(json.Number)
	if number && also {
		x, xok := ratio(a)
		y, yok := ratio(b)
		return xok && yok && x.Cmp(y) == 0
	}
	switch v.(type) {
	case []any, map[string]any:
		return false
	}
	return named == v
}
