package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/crc32"
	"maps"
	"slices"

	"shuping/internal/fault"
)

// A sum is what is kept of a file's bytes once they have gone by.
type sum struct {
	sha  [sha256.Size]byte
	crc  uint32
	size int64
}

// A summer takes bytes and sums them up.
type summer struct {
	sha  hash.Hash
	crc  uint32
	size int64
}

func newSummer() *summer { return &summer{sha: sha256.New()} }

// Write never fails.
func (s *summer) Write(b []byte) (int, error) {
	s.add(b)
	return len(b), nil
}

func (s *summer) add(b []byte) {
	_, _ = s.sha.Write(b) // a hash never fails
	s.crc = crc32.Update(s.crc, crc32.IEEETable, b)
	s.size += int64(len(b))
}

func (s *summer) sum() sum { return sum{[sha256.Size]byte(s.sha.Sum(nil)), s.crc, s.size} }

func sumOf(b []byte) sum {
	s := newSummer()
	s.add(b)
	return s.sum()
}

// manifestText lists the files by name with their SHA-256, in the form that
// sha256sum --check reads.
func manifestText(names []string, sums map[string]sum) []byte {
	var b bytes.Buffer
	for _, name := range names {
		fmt.Fprintf(&b, "%x  %s\n", sums[name].sha, name)
	}
	return b.Bytes()
}

// readManifest reads what manifest wrote for exactly these names and nothing
// else.
func readManifest(name string, text []byte, names []string) (map[string][sha256.Size]byte, *fault.Fault) {
	out := map[string][sha256.Size]byte{}
	for n, want := range names {
		line, rest, ended := bytes.Cut(text, []byte("\n"))
		digits, got, spaced := bytes.Cut(line, []byte("  "))
		raw, err := hex.DecodeString(string(digits))
		if !ended || !spaced || string(got) != want || err != nil || len(raw) != sha256.Size ||
			!bytes.Equal(digits, bytes.ToLower(digits)) {
			return nil, blame(ManifestBad, "name", name, "line", n+1)
		}
		out[want] = [sha256.Size]byte(raw)
		text = rest
	}
	if len(text) > 0 {
		return nil, blame(ManifestBad, "name", name, "line", len(names)+1)
	}
	return out, nil
}

// sortedNames are the names in their order.
func sortedNames[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
