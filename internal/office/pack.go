// Package office writes the files that an office opens: a zip of parts (OPC,
// ISO/IEC 29500-2), and a DOCX made of templates. It knows nothing of a meeting.
//
// # Equal bytes
//
// The same parts give the same bytes on every computer: the parts stand in the
// order that they are handed in, each is compressed alike, and every time in the
// zip is 1980-01-01 00:00, the first that a zip can hold.
//
// # Where to start
//
// [Pack] makes the zip, [Unpack] reads the parts of one again within bounds.
package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// A Part is one file in the zip.
type Part struct {
	Name  string // "word/document.xml", no slash before it
	Bytes []byte
}

// ContentTypes is the name of the part that says what the others are. It comes
// first, which is where programs look for it.
const ContentTypes = "[Content_Types].xml"

// Pack makes the zip of the parts in their order, with [ContentTypes] moved to the
// front. It refuses a name that is given twice or that is no name of a part, and
// parts without content types.
func Pack(parts []Part) ([]byte, error) {
	ordered, err := order(parts)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range ordered {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", p.Name, err)
		}
		if _, err := w.Write(p.Bytes); err != nil {
			return nil, fmt.Errorf("packing %s: %w", p.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return out.Bytes(), nil
}

// epoch is the time of every part.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// order is the parts with the content types first.
func order(parts []Part) ([]Part, error) {
	var first, rest []Part
	seen := map[string]bool{}
	for _, p := range parts {
		folded := strings.ToLower(p.Name) // names that differ in case alone are one name
		switch {
		case seen[folded]:
			return nil, fmt.Errorf("the part %q is there twice", p.Name)
		case p.Name == ContentTypes:
			first = append(first, p)
		case !isPartName(p.Name):
			return nil, fmt.Errorf("%q cannot be the name of a part: write ASCII letters, digits, - . _ and /", p.Name)
		default:
			rest = append(rest, p)
		}
		seen[folded] = true
	}
	if first == nil {
		return nil, errors.New("no part says what the others are: " + ContentTypes + " is missing")
	}
	return append(first, rest...), nil
}

// isPartName reports whether every step of the name is plain.
func isPartName(name string) bool {
	for _, step := range strings.Split(name, "/") {
		if step == "" || strings.Trim(step, ".") == "" {
			return false
		}
		for _, r := range step {
			plain := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-._", r)
			if !plain {
				return false
			}
		}
	}
	return true
}

// Bounds of what [Unpack] reads.
const (
	MaxParts = 1000
	MaxBytes = 256 << 20 // of all parts together
)

// Unpack reads the parts of a zip in their order. A zip with more than [MaxParts]
// parts or [MaxBytes] bytes is refused.
func Unpack(file []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("not a zip: %w", err)
	}
	if len(z.File) > MaxParts {
		return nil, fmt.Errorf("the zip has %d parts, more than %d", len(z.File), MaxParts)
	}
	var parts []Part
	left := int64(MaxBytes)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue // a folder
		}
		p := Part{Name: f.Name}
		if p.Bytes, err = readPart(f, left); err != nil {
			return nil, fmt.Errorf("part %s: %w", f.Name, err)
		}
		left -= int64(len(p.Bytes))
		parts = append(parts, p)
	}
	return parts, nil
}

func readPart(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(b)) > most:
		return nil, fmt.Errorf("the parts are larger than %d bytes together", MaxBytes)
	}
	return b, nil
}
