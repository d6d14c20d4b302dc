package journal

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// A parser reads the lines of records one after another; it keeps what they share.
// It accepts what Record.Line writes and nothing else: an unknown, doubled, missing
// or misplaced member, a second spelling of any value and a hash that is not the
// record's own are errors. It cannot know the record's neighbours; ReadLines does.
type parser struct {
	kinds  map[string]string
	digest digester
}

// line reads a record that fills b, which has no newline. The record's Event points
// into b.
func (p *parser) line(b []byte) (Record, error) {
	if len(b) > MaxLine {
		return Record{}, errTooLong
	}
	r, end, err := p.prefix(b)
	if err == nil && end != len(b) {
		err = fmt.Errorf("something follows the record at byte %d", end)
	}
	return r, err
}

var errTooLong = fmt.Errorf("it is longer than %d bytes", MaxLine)

// prefix reads a record at the beginning of b and says where it ends. The
// members are expected in their one order, so that a pass from left to right
// proves the form; the hash then proves the content.
func (p *parser) prefix(b []byte) (Record, int, error) {
	var r Record
	c := cursor{b: b}
	c.eat(`{`)
	if c.sees(`"at":"`) {
		c.eat(`"at":"`)
		r.At = c.instant()
		c.eat(`",`)
	}
	c.eat(`"event":`)
	r.Event = c.object()
	front := c.at
	c.eat(`,"hash":"`)
	r.Hash = c.hash()
	c.eat(`"`)
	back := c.at
	c.eat(`,"kind":"`)
	r.Kind = p.kind(&c)
	c.eat(`","prev":"`)
	r.Prev = c.hash()
	c.eat(`","seq":`)
	r.Seq = c.seq()
	if c.sees(`,"who":`) {
		r.Who = c.who()
	}
	c.eat(`}`)
	if c.err != nil {
		return Record{}, 0, c.err
	}
	if p.digest.of(b[:front], b[back:c.at]) != r.Hash {
		return Record{}, 0, errors.New("its hash is not the hash of its bytes")
	}
	return r, c.at, nil
}

// kind reads a kind; equal kinds share one string.
func (p *parser) kind(c *cursor) string {
	raw := c.until('"', MaxKind)
	if kind, known := p.kinds[string(raw)]; known {
		return kind
	}
	kind := string(raw)
	if !validKind(kind) {
		c.fail("a kind was expected")
		return ""
	}
	if p.kinds == nil {
		p.kinds = make(map[string]string)
	}
	if len(p.kinds) < 1024 {
		p.kinds[kind] = kind
	}
	return kind
}

// A cursor walks over a line. After the first error it stands still, so that
// its callers read straight on and ask once.
type cursor struct {
	b   []byte
	at  int
	err error
}

func (c *cursor) fail(why string) {
	if c.err == nil {
		c.err = fmt.Errorf("%s at byte %d", why, c.at)
	}
}

func (c *cursor) sees(literal string) bool {
	return c.err == nil && len(c.b)-c.at >= len(literal) && string(c.b[c.at:c.at+len(literal)]) == literal
}

func (c *cursor) eat(literal string) {
	if !c.sees(literal) {
		c.fail(literal + " was expected")
		return
	}
	c.at += len(literal)
}

// take is the next n bytes, or nil.
func (c *cursor) take(n int) []byte {
	if c.err != nil || len(c.b)-c.at < n {
		c.fail("it breaks off")
		return nil
	}
	c.at += n
	return c.b[c.at-n : c.at : c.at]
}

// until is what stands before the next stop, at most limit bytes.
func (c *cursor) until(stop byte, limit int) []byte {
	if c.err != nil {
		return nil
	}
	window := c.b[c.at:min(len(c.b), c.at+limit+1)]
	n := bytes.IndexByte(window, stop)
	if n < 0 {
		c.fail("it breaks off")
		return nil
	}
	return c.take(n)
}

func (c *cursor) instant() time.Time {
	raw := c.take(len(instant))
	if c.err != nil {
		return time.Time{}
	}
	t, err := time.Parse(instant, string(raw))
	var again [len(instant)]byte
	if err != nil || t.IsZero() || !bytes.Equal(t.AppendFormat(again[:0], instant), raw) {
		c.fail("an instant in UTC with milliseconds was expected before")
	}
	return t
}

func (c *cursor) object() []byte {
	if c.err != nil {
		return nil
	}
	window := c.b[:min(len(c.b), MaxLine)]
	end, err := scanObject(window, c.at, 1)
	if err != nil {
		c.err = err
		return nil
	}
	return c.take(end - c.at)
}

func (c *cursor) hash() Hash {
	h, ok := parseHash(c.take(hexLength))
	if !ok {
		c.fail("a hash was expected before")
	}
	return h
}

func (c *cursor) seq() uint64 {
	if c.err != nil {
		return 0
	}
	n := c.at
	for n < len(c.b) && n-c.at < 17 && '0' <= c.b[n] && c.b[n] <= '9' {
		n++
	}
	raw := c.take(n - c.at)
	seq, err := strconv.ParseUint(string(raw), 10, 64)
	if err != nil || raw[0] == '0' || seq > maxSeq {
		c.fail("a record number was expected before")
	}
	return seq
}

func (c *cursor) who() Who {
	var w Who
	c.eat(`,"who":{"name":`)
	w.Name = c.text()
	c.eat(`,"role":`)
	w.Role = c.text()
	c.eat(`}`)
	if w == (Who{}) {
		c.fail("an empty person must be left out before")
	}
	return w
}

func (c *cursor) text() string {
	if c.err != nil {
		return ""
	}
	end, err := scanString(c.b, c.at)
	if err != nil {
		c.err = err
		return ""
	}
	raw := c.take(end - c.at)
	return unquote(raw[1 : len(raw)-1])
}
