package journal

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"time"
	"unicode/utf8"
)

const (
	// MaxLine is the greatest length of a record's line in bytes, without the
	// newline. A longer record is refused when it is written and damaged when
	// it is read.
	MaxLine = 4 << 20

	// MaxKind is the greatest length of a kind in bytes.
	MaxKind = 64

	// maxSeq is the last whole number that JSON carries exactly everywhere.
	maxSeq = 1<<53 - 1

	instant = "2006-01-02T15:04:05.000Z"
)

// Who is the person who answers for a record. A record may have none: a paper
// sheet is entered without a name.
type Who struct {
	Role string `json:"role"`
	Name string `json:"name"`
}

// An Entry is what a caller appends.
//
// Kind is a permanent lower-case name such as "ballot-entered": letters, digits
// and single hyphens, beginning with a letter. Event is a JSON object in
// canonical form (RFC 8785). At is kept in UTC to the millisecond; a zero At
// means that the record carries no instant. An empty Who is left out.
type Entry struct {
	Kind  string
	Event []byte
	At    time.Time
	Who   Who
}

// A Record is an Entry in its place: Seq counts from 1, Prev is the hash of the
// record before it, Hash its own.
type Record struct {
	Seq   uint64
	Kind  string
	Event []byte
	At    time.Time
	Who   Who
	Prev  Hash
	Hash  Hash
}

// Line is the one encoding of a record, without a newline: the value in the
// bbolt file, the line in its twin. It writes Hash as it stands and does not
// compute it.
func (r Record) Line() []byte {
	line := appendFront(make([]byte, 0, len(r.Event)+256), &r)
	line = append(line, `,"hash":"`...)
	line = hex.AppendEncode(line, r.Hash[:])
	line = append(line, '"')
	return appendBack(line, &r)
}

// head is the head of a chain that ends with this record.
func (r Record) head() Head { return Head{Seq: r.Seq, Hash: r.Hash} }

// seal appends the line of r to dst and fills in r.Hash.
func seal(dst []byte, r *Record, d *digester) []byte {
	start := len(dst)
	dst = appendFront(dst, r)
	front := len(dst)
	dst = append(dst, `,"hash":"`...)
	digits := len(dst)
	dst = append(dst, zeros...)
	dst = append(dst, '"')
	back := len(dst)
	dst = appendBack(dst, r)
	r.Hash = d.of(dst[start:front], dst[back:])
	hex.Encode(dst[digits:], r.Hash[:])
	return dst
}

const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

// appendFront writes the members that sort before "hash".
func appendFront(dst []byte, r *Record) []byte {
	dst = append(dst, '{')
	if !r.At.IsZero() {
		dst = append(dst, `"at":"`...)
		dst = r.At.UTC().AppendFormat(dst, instant)
		dst = append(dst, `",`...)
	}
	dst = append(dst, `"event":`...)
	return append(dst, r.Event...)
}

// appendBack writes the members that sort after "hash".
func appendBack(dst []byte, r *Record) []byte {
	dst = append(dst, `,"kind":"`...)
	dst = append(dst, r.Kind...)
	dst = append(dst, `","prev":"`...)
	dst = hex.AppendEncode(dst, r.Prev[:])
	dst = append(dst, `","seq":`...)
	dst = strconv.AppendUint(dst, r.Seq, 10)
	if r.Who != (Who{}) {
		dst = append(dst, `,"who":{"name":`...)
		dst = appendString(dst, r.Who.Name)
		dst = append(dst, `,"role":`...)
		dst = appendString(dst, r.Who.Role)
		dst = append(dst, '}')
	}
	return append(dst, '}')
}

// check says why the entry can never become a record, or nothing.
func (e Entry) check() error {
	if !validKind(e.Kind) {
		return fmt.Errorf("kind %q is not a lower-case name of at most %d letters, digits and hyphens", e.Kind, MaxKind)
	}
	if end, err := scanObject(e.Event, 0, 1); err != nil {
		return fmt.Errorf("the event of %s: %w", e.Kind, err)
	} else if end != len(e.Event) {
		return fmt.Errorf("the event of %s: something follows the object at byte %d", e.Kind, end)
	}
	if !utf8.ValidString(e.Who.Name) || !utf8.ValidString(e.Who.Role) {
		return fmt.Errorf("the person of %s is not UTF-8 text", e.Kind)
	}
	if year := e.At.UTC().Year(); year < 1 || year > 9999 {
		return fmt.Errorf("the instant of %s lies in the year %d", e.Kind, year)
	}
	return nil
}

// after is the record that the entry becomes behind head, not yet hashed.
func (e Entry) after(head Head) Record {
	return Record{
		Seq:   head.Seq + 1,
		Kind:  e.Kind,
		Event: e.Event,
		At:    e.At.UTC().Truncate(time.Millisecond),
		Who:   e.Who,
		Prev:  head.Hash,
	}
}

func validKind(kind string) bool {
	if len(kind) == 0 || len(kind) > MaxKind || kind[len(kind)-1] == '-' {
		return false
	}
	for i := range len(kind) {
		c := kind[i]
		switch {
		case 'a' <= c && c <= 'z':
		case i > 0 && '0' <= c && c <= '9':
		case i > 0 && c == '-' && kind[i-1] != '-':
		default:
			return false
		}
	}
	return true
}
