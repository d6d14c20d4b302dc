package cells

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// Bounds of an XML part.
const (
	maxToken = 512 << 10 // bytes of a tag or of a text
	maxDepth = 64
	maxTags  = 12_000_000 // tags and texts of all parts
)

// A tokenKind is what a token is.
type tokenKind int

const (
	startTag tokenKind = iota + 1
	endTag
	textToken
)

// A token is one piece of an XML part. Its parts are good until the next one.
type token struct {
	kind  tokenKind
	name  string // of a tag, without a prefix
	text  []byte // of a text, its entities spelled out
	attrs []byte // of a start tag, as they stand
}

// A scanner goes through an XML part from its beginning to its end and keeps one
// token of it. It is strict: a part that is not well formed is an error, and so is
// one with a document type or with an entity of its own.
type scanner struct {
	in   io.Reader
	buf  []byte
	from int // what is not yet read of buf begins here
	ends bool

	open    []string // the tags that are open
	closing bool     // the start tag just read had no content
	names   map[string]string
	rooted  bool // the part has had its outermost tag
	begun   bool // the mark of UTF-8 was looked for
}

func newScanner(in io.Reader) *scanner {
	return &scanner{in: in, buf: make([]byte, 0, 64<<10), names: map[string]string{}}
}

// at reports whether these tags, and no others, are open.
func (s *scanner) at(path ...string) bool {
	if len(path) != len(s.open) {
		return false
	}
	for i, name := range path {
		if s.open[i] != name {
			return false
		}
	}
	return true
}

// more reads on; false where there is no more.
func (s *scanner) more() (bool, error) {
	if s.ends {
		return false, nil
	}
	if s.from > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.from:])]
		s.from = 0
	}
	if len(s.buf) == cap(s.buf) {
		if len(s.buf) >= maxToken {
			return false, errors.New("a text or a tag is too long")
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
	s.buf = s.buf[:len(s.buf)+n]
	if err == io.EOF {
		s.ends = true
		return n > 0, nil
	}
	return true, err
}

// until finds a mark in what is not yet read, after so many bytes of it, and gives
// where the mark begins.
func (s *scanner) until(mark string, after int) (int, error) {
	for {
		ahead := s.buf[s.from:]
		if after <= len(ahead) {
			if i := bytes.Index(ahead[after:], []byte(mark)); i >= 0 {
				return after + i, nil
			}
			after = max(after, len(ahead)-len(mark)+1)
		}
		if ok, err := s.more(); err != nil {
			return 0, err
		} else if !ok {
			return 0, io.ErrUnexpectedEOF
		}
	}
}

// peek makes sure of so many bytes, or of all that there are.
func (s *scanner) peek(n int) ([]byte, error) {
	for len(s.buf)-s.from < n {
		if ok, err := s.more(); err != nil {
			return nil, err
		} else if !ok {
			break
		}
	}
	return s.buf[s.from:], nil
}

// next is the next tag or text. At the end of a part that is whole it is io.EOF.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		return s.shut()
	}
	if !s.begun {
		s.begun = true
		if head, err := s.peek(len(mark)); err != nil {
			return token{}, err
		} else if bytes.HasPrefix(head, []byte(mark)) {
			s.from += len(mark)
		}
	}
	for {
		ahead, err := s.peek(9)
		switch {
		case err != nil:
			return token{}, err
		case len(ahead) == 0:
			return token{}, s.end()
		case ahead[0] != '<':
			t, err := s.chars()
			if err != nil || len(s.open) > 0 {
				return t, err
			}
			if len(bytes.TrimSpace(t.text)) > 0 {
				return token{}, errors.New("text outside of the part's outermost tag")
			}
		case bytes.HasPrefix(ahead, []byte("<?")):
			err = s.skip("?>", 2)
		case bytes.HasPrefix(ahead, []byte("<!--")):
			err = s.skip("-->", 4)
		case bytes.HasPrefix(ahead, []byte("<![CDATA[")):
			return s.literal()
		case bytes.HasPrefix(ahead, []byte("<!")):
			return token{}, errors.New("a document type")
		case bytes.HasPrefix(ahead, []byte("</")):
			return s.closed()
		default:
			return s.opened()
		}
		if err != nil {
			return token{}, err
		}
	}
}

func (s *scanner) end() error {
	if len(s.open) > 0 || !s.rooted {
		return io.ErrUnexpectedEOF
	}
	return io.EOF
}

// skip passes over a comment or an instruction.
func (s *scanner) skip(end string, after int) error {
	n, err := s.until(end, after)
	if err != nil {
		return err
	}
	s.from += n + len(end)
	return nil
}

// chars is the text up to the next tag.
func (s *scanner) chars() (token, error) {
	n, err := s.until("<", 0)
	if err == io.ErrUnexpectedEOF && len(s.open) == 0 {
		n, err = len(s.buf)-s.from, nil
	}
	if err != nil {
		return token{}, err
	}
	text := s.buf[s.from : s.from+n]
	s.from += n
	text, err = unescaped(text)
	return token{kind: textToken, text: text}, err
}

// literal is a text in which nothing is spelled otherwise.
func (s *scanner) literal() (token, error) {
	const head, tail = "<![CDATA[", "]]>"
	n, err := s.until(tail, len(head))
	if err != nil {
		return token{}, err
	}
	text := s.buf[s.from+len(head) : s.from+n]
	s.from += n + len(tail)
	switch {
	case len(s.open) == 0:
		err = errors.New("text outside of the part's outermost tag")
	case !utf8.Valid(text):
		err = errNotUTF8
	}
	return token{kind: textToken, text: text}, err
}

var errNotUTF8 = errors.New("text that is not UTF-8")

// opened is a start tag.
func (s *scanner) opened() (token, error) {
	end, quote := 1, byte(0)
	for ; ; end++ {
		for s.from+end >= len(s.buf) {
			if ok, err := s.more(); err != nil {
				return token{}, err
			} else if !ok {
				return token{}, io.ErrUnexpectedEOF
			}
		}
		c := s.buf[s.from+end]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		}
		if quote == 0 && c == '>' {
			break
		}
		if quote == 0 && c == '<' || end > maxToken {
			return token{}, errors.New("a tag that does not end")
		}
	}
	tag := s.buf[s.from+1 : s.from+end]
	s.from += end + 1
	if bytes.HasSuffix(tag, []byte("/")) {
		tag, s.closing = tag[:len(tag)-1], true
	}
	n := bytes.IndexAny(tag, " \t\r\n")
	if n < 0 {
		n = len(tag)
	}
	name, err := s.called(tag[:n])
	switch {
	case err != nil:
		return token{}, err
	case len(s.open) == 0 && s.rooted:
		return token{}, errors.New("a second outermost tag")
	case len(s.open) == maxDepth:
		return token{}, fmt.Errorf("tags more than %d deep", maxDepth)
	}
	s.open, s.rooted = append(s.open, name), true
	return token{kind: startTag, name: name, attrs: tag[n:]}, nil
}

// closed is an end tag.
func (s *scanner) closed() (token, error) {
	n, err := s.until(">", 2)
	if err != nil {
		return token{}, err
	}
	name, err := s.called(bytes.TrimSpace(s.buf[s.from+2 : s.from+n]))
	s.from += n + 1
	if err != nil {
		return token{}, err
	}
	if len(s.open) == 0 || s.open[len(s.open)-1] != name {
		return token{}, fmt.Errorf("a tag %q ends that did not begin", name)
	}
	return s.shut()
}

// shut closes the tag that was opened last.
func (s *scanner) shut() (token, error) {
	name := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	return token{kind: endTag, name: name}, nil
}

// called is the name of a tag without its prefix. A part has few of them.
func (s *scanner) called(name []byte) (string, error) {
	if i := bytes.IndexByte(name, ':'); i > 0 {
		name = name[i+1:]
	}
	if known, ok := s.names[string(name)]; ok {
		return known, nil
	}
	if len(name) == 0 || len(name) > 100 || bytes.ContainsAny(name, "<>&\"'=/:") || !utf8.Valid(name) {
		return "", errors.New("a tag without a name")
	}
	known := string(name)
	if len(s.names) < 1_000 {
		s.names[known] = known
	}
	return known, nil
}

// attr is an attribute of a start tag by its name without a prefix, "" for none.
// An id that has a prefix is asked for with it: r:id.
func (t token) attr(name string) string {
	rest := t.attrs
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		equal := bytes.IndexByte(rest, '=')
		if equal < 0 {
			return ""
		}
		key := bytes.TrimSpace(rest[:equal])
		rest = bytes.TrimLeft(rest[equal+1:], " \t\r\n")
		if len(rest) < 2 || rest[0] != '"' && rest[0] != '\'' {
			return ""
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return ""
		}
		if string(key) == name || hasLocal(key, name) {
			text, err := unescaped(rest[1 : 1+end])
			if err != nil {
				return ""
			}
			return string(text)
		}
		rest = rest[2+end:]
	}
}

// hasLocal reports whether an attribute with a prefix has the name. Of those that
// are asked for only the id of a relation has one.
func hasLocal(key []byte, name string) bool {
	return name == "r:id" && bytes.HasSuffix(key, []byte(":id"))
}

// number is an attribute as a whole number, 0 for none.
func (t token) number(name string) int {
	word := t.attr(name)
	if word == "" {
		return 0
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return n
}

// below reports whether an attribute is a number below another.
func (t token) below(name string, most float64) bool {
	word := t.attr(name)
	if word == "" {
		return false
	}
	n, err := strconv.ParseFloat(word, 64)
	return err == nil && n < most
}

// truth is an attribute that is on or off.
func (t token) truth(name string) bool {
	word := t.attr(name)
	return word == "1" || word == "true"
}

// entities are those that every XML part knows.
var entities = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

// unescaped is a text with its entities spelled out and each line end as LF.
func unescaped(text []byte) ([]byte, error) {
	if !utf8.Valid(text) {
		return nil, errNotUTF8
	}
	if bytes.IndexByte(text, '&') < 0 && bytes.IndexByte(text, '\r') < 0 {
		return text, nil
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				out = append(out, '\n')
			}
		case '&':
			end := bytes.IndexByte(text[i:min(len(text), i+12)], ';')
			if end < 0 {
				return nil, errors.New("an entity that does not end")
			}
			c, ok := entity(string(text[i+1 : i+end]))
			if !ok {
				return nil, fmt.Errorf("an unknown entity %q", text[i:i+end+1])
			}
			out = utf8.AppendRune(out, c)
			i += end
		default:
			out = append(out, text[i])
		}
	}
	return out, nil
}

func entity(name string) (rune, bool) {
	if c, known := entities[name]; known {
		return c, true
	}
	base, digits := 10, ""
	switch {
	case len(name) > 2 && name[:2] == "#x":
		base, digits = 16, name[2:]
	case len(name) > 1 && name[0] == '#':
		digits = name[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	c := rune(n)
	return c, err == nil && n > 0 && n <= utf8.MaxRune && utf8.ValidRune(c)
}
