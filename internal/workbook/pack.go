package workbook

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"time"

	"shuping/internal/docx"
)

// packParts writes the parts as docx.Pack does, in the order of their names, but
// never holds one whole that comes as a stream.
func packParts(w io.Writer, parts []bookPart) error {
	sortParts(parts)
	z := zip.NewWriter(w)
	for _, p := range parts {
		if err := p.pack(z); err != nil {
			return fmt.Errorf("writing %s of the workbook: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return nil
}

// sortParts puts the parts into the order in which they are packed.
func sortParts(parts []bookPart) {
	types := func(p bookPart) int {
		if p.name == docx.ContentTypes {
			return 0
		}
		return 1
	}
	slices.SortFunc(parts, func(a, b bookPart) int { return cmp.Or(types(a)-types(b), cmp.Compare(a.name, b.name)) })
}

func (p bookPart) pack(z *zip.Writer) error {
	day := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	into, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: day})
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(into, 1<<16)
	if _, err := w.Write(p.before); err != nil {
		return err
	}
	if p.stream != nil {
		if err := p.stream(w); err != nil {
			return err
		}
	}
	if _, err := w.Write(p.after); err != nil {
		return err
	}
	return w.Flush()
}

// sortTypes writes the content types in the order of what they are of; the
// library writes them in any.
func sortTypes(part []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:",attr,omitempty"`
		PartName    string `xml:",attr,omitempty"`
		ContentType string `xml:",attr"`
	}
	var types struct {
		XMLName  xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Default  []entry
		Override []entry
	}
	if err := xml.Unmarshal(part, &types); err != nil {
		return nil, fmt.Errorf("%s: %w", docx.ContentTypes, err)
	}
	for _, list := range [][]entry{types.Default, types.Override} {
		slices.SortFunc(list, func(a, b entry) int {
			return cmp.Or(cmp.Compare(a.Extension, b.Extension), cmp.Compare(a.PartName, b.PartName))
		})
	}
	out, err := xml.Marshal(types)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", docx.ContentTypes, err)
	}
	return append([]byte(xml.Header), out...), nil
}
