// Package docx writes the files that an office opens: a zip of parts (OPC,
// ISO/IEC 29500-2), and a DOCX that is filled from templates. It knows nothing
// of a meeting.
//
// # Where to start
//
// [Pack] makes the zip, [Unpack] reads the parts of one again within bounds.
// [Read] takes a folder of templates, [Templates.Fill] makes a file of one of
// them and a tree of values, [Marks] reads the marked values back.
//
// # Equal bytes
//
// The same parts give the same bytes on every computer and under every compiler:
// the parts stand in a fixed order, nothing is compressed, and every time in the
// zip is 1980-01-01 00:00, the first that a zip can hold.
//
// # Templates
//
// A template is XML with the actions of text/template in it. Without its actions
// it must be well-formed XML, so that a mistake is found in its own line. A value
// is always escaped, and it may stand only where it stays text: in a run's text,
// in the title of the file, and in the attributes that hold a name, a number or a
// width. No value becomes an element, an instruction of a field or the target of
// a link. A [Mark] is printed only through the function place, which gives it its
// bookmark.
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
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
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: p.Name, Method: zip.Store, ModifiedDate: firstDay, CRC32: crc32.ChecksumIEEE(p.Bytes), //nolint:staticcheck // Modified would add a field that not every office program reads.
			CompressedSize64: uint64(len(p.Bytes)), UncompressedSize64: uint64(len(p.Bytes)),
		})
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

// firstDay is 1980-01-01 as a zip writes it: years since 1980, month, day.
const firstDay = 0<<9 | 1<<5 | 1

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
		if strings.Trim(step, ".") == "" {
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

// Unpack reads the parts of a zip in their order, compressed ones too. A zip with
// more than [MaxParts] parts or [MaxBytes] bytes is refused.
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
			return nil, fmt.Errorf("part %q: %w", f.Name, err)
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
