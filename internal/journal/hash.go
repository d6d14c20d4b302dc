package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
)

// A Hash is the SHA-256 of a record. The zero Hash stands before the first
// record.
type Hash [sha256.Size]byte

// A Head names the last record of a chain. The zero Head is a chain without
// records.
type Head struct {
	Seq  uint64
	Hash Hash
}

// hexLength is the length of a Hash in text.
const hexLength = 2 * sha256.Size

var errHash = errors.New("a hash is 64 digits, 0 to 9 and a to f")

// String is the hash in 64 lower-case hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText gives the same digits as String.
func (h Hash) MarshalText() ([]byte, error) {
	return hex.AppendEncode(nil, h[:]), nil
}

// UnmarshalText accepts what MarshalText gives and nothing else: capital
// digits would make a second spelling of the same record.
func (h *Hash) UnmarshalText(text []byte) error {
	parsed, ok := parseHash(text)
	if !ok {
		return errHash
	}
	*h = parsed
	return nil
}

func parseHash(text []byte) (Hash, bool) {
	var h Hash
	if len(text) != hexLength {
		return h, false
	}
	bad := byte(0)
	for i := range h {
		high, low := digits16[text[2*i]], digits16[text[2*i+1]]
		bad |= high | low
		h[i] = high<<4 | low&15
	}
	if bad > 15 {
		return Hash{}, false
	}
	return h, true
}

// digits16 is the value of each lower-case hexadecimal digit, more than 15 for any
// other byte.
var digits16 = func() (values [256]byte) {
	for c := range values {
		values[c] = 255
	}
	for n, c := range []byte("0123456789abcdef") {
		values[c] = byte(n)
	}
	return values
}()

// A digester computes the hash of one record after another without allocating.
type digester struct {
	state hash.Hash
	sum   []byte
}

// of is the hash of a record: of its line without the "hash" member, which lies
// between front and back.
func (d *digester) of(front, back []byte) Hash {
	if d.state == nil {
		d.state = sha256.New()
	}
	d.state.Reset()
	d.state.Write(front)
	d.state.Write(back)
	d.sum = d.state.Sum(d.sum[:0])
	return Hash(d.sum)
}
