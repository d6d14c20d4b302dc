package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
)

// keyType is the name of the only kind of key that is spoken of here.
const keyType = "ssh-ed25519"

// appendString appends s as the wire has it: its length in four bytes, then s.
func appendString[T ~string | ~[]byte](b []byte, s T) []byte {
	return append(binary.BigEndian.AppendUint32(b, uint32(len(s))), s...)
}

// takeString splits the first string off b.
func takeString(b []byte) (s, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := binary.BigEndian.Uint32(b)
	if uint64(n) > uint64(len(b)-4) {
		return nil, nil, false
	}
	return b[4 : 4+n], b[4+n:], true
}

// lineWidth is how many base64 digits OpenSSH puts on a line.
const lineWidth = 70

// armor is raw as lines of base64 between two lines that say what it is.
func armor(label string, raw []byte) []byte {
	digits := base64.StdEncoding.EncodeToString(raw)
	var b bytes.Buffer
	b.WriteString("-----BEGIN " + label + "-----\n")
	for len(digits) > lineWidth {
		b.WriteString(digits[:lineWidth] + "\n")
		digits = digits[lineWidth:]
	}
	b.WriteString(digits + "\n-----END " + label + "-----\n")
	return b.Bytes()
}

// unarmor undoes armor. Where text is not what armor would write, it gives the
// number of the first line that is not, from 1.
func unarmor(label string, text []byte) (raw []byte, line int) {
	var digits []byte
	for n, l := range bytes.SplitAfter(text, []byte("\n")) {
		if n > 0 && !bytes.HasPrefix(l, []byte("-")) {
			digits = append(digits, bytes.TrimSuffix(l, []byte("\n"))...)
		}
	}
	raw = make([]byte, base64.StdEncoding.DecodedLen(len(digits)))
	n, _ := base64.StdEncoding.Decode(raw, digits)
	raw = raw[:n]
	if want := armor(label, raw); !bytes.Equal(text, want) {
		return nil, 1 + bytes.Count(text[:firstDifference(text, want)], []byte("\n"))
	}
	return raw, 0
}

// lineOf is the line of the armor that shows the byte at index of what is inside.
func lineOf(index int) int { return 2 + index*4/3/lineWidth }

// firstDifference is the first index at which a and b differ, or the length of
// the shorter one.
func firstDifference(a, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
