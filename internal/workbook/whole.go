package workbook

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
)

// CompareWhole holds a workbook of size bytes against the one that [Write] makes of
// the meeting, part by part and uncompressed, byte for byte: how it looks too. The
// first difference is a [*Difference]; any other error says that the file is no such
// workbook, or is that of the disk. No more of the file is kept than one row.
func CompareWhole(file io.ReaderAt, size int64, s meeting.State, head result.Head) error {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return fmt.Errorf("not a workbook: %w", err)
	}
	if len(z.File) > docx.MaxParts {
		return fmt.Errorf("the workbook has %d parts, more than %d", len(z.File), docx.MaxParts)
	}
	b, err := newBook(s, head, nil, false)
	if err != nil {
		return err
	}
	pages := b.pages()
	parts, err := layOutParts(b, pages)
	if err != nil {
		return fmt.Errorf("laying out the workbook: %w", err)
	}
	sortParts(parts)
	for i := range max(len(z.File), len(parts)) {
		switch {
		case i >= len(parts):
			return &Difference{Sheet: shownPart(z.File[i].Name), Found: shownPart(z.File[i].Name)}
		case i >= len(z.File):
			return &Difference{Sheet: parts[i].name, Expected: parts[i].name}
		case z.File[i].Name != parts[i].name:
			return &Difference{Sheet: parts[i].name, Found: shownPart(z.File[i].Name), Expected: parts[i].name}
		}
		if err := parts[i].compare(z.File[i], pages); err != nil {
			return err
		}
	}
	return compact(file, size, z)
}

// compare holds one part of a file against what it should be.
func (p bookPart) compare(f *zip.File, pages []sheet) error {
	file, err := f.Open()
	if err != nil {
		return fmt.Errorf("part %s of the workbook: %w", p.name, err)
	}
	defer file.Close()
	w := &partComparer{rowComparer{sheet: p.name, found: bufio.NewReaderSize(file, 1<<16)}}
	var n int
	if scanPartName(p.name, "xl/worksheets/sheet%d.xml", &n) && n >= 1 && n <= len(pages) {
		w.rows.sheet = pages[n-1].name
	}
	_, err = w.Write(p.before)
	if err == nil && p.stream != nil {
		err = p.stream(w)
	}
	if err == nil {
		_, err = w.Write(p.after)
	}
	if err == nil {
		if more := w.rows.more(); len(more) > 0 {
			err = &Difference{Sheet: w.rows.sheet, Found: shownPart(string(bytes.ToValidUTF8(more, nil)))}
		}
	}
	var d *Difference
	if err != nil && !errors.As(err, &d) {
		err = fmt.Errorf("part %s of the workbook: %w", p.name, err)
	}
	return err
}

// A partComparer is written what a part should hold and holds against it what it does.
type partComparer struct{ rows rowComparer }

func (w *partComparer) Write(want []byte) (int, error) {
	if bytes.Contains(want, []byte("<row ")) {
		return w.rows.Write(want)
	}
	found := make([]byte, len(want))
	n, err := io.ReadFull(w.rows.found, found)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return 0, err
	}
	if n == len(want) && bytes.Equal(found, want) {
		return len(want), nil
	}
	found = append(found[:n:n], w.rows.more()...)
	return 0, &Difference{Sheet: w.rows.sheet, Found: shownPart(bytesNear(found, want)), Expected: shownPart(bytesNear(want, found))}
}

// compact refuses bytes between the parts and behind them, which some program might
// take for parts of its own, and a part that is called otherwise before its bytes.
func compact(file io.ReaderAt, size int64, z *zip.Reader) error {
	const header, descriptor = 30, 16
	var at int64
	for _, f := range z.File {
		data, err := f.DataOffset()
		if err != nil {
			return err
		}
		name := make([]byte, len(f.Name))
		if _, err := file.ReadAt(name, at+header); err != nil {
			return err
		}
		if string(name) != f.Name || data < at+header+int64(len(name)) || data > at+header+int64(len(name))+maxExtra {
			return &Difference{Sheet: f.Name, Found: shownPart(string(bytes.ToValidUTF8(name, nil))), Expected: f.Name}
		}
		at = data + int64(f.CompressedSize64)
		if f.Flags&8 != 0 {
			at += descriptor
		}
	}
	const centralHeader, end = 46, 22
	directory := int64(end + len(z.Comment))
	for _, f := range z.File {
		directory += centralHeader + int64(len(f.Name)+len(f.Extra)+len(f.Comment))
	}
	if at+directory != size || z.Comment != "" {
		return &Difference{Sheet: "zip", Found: fmt.Sprint(size), Expected: fmt.Sprint(at + directory)}
	}
	return nil
}

// maxExtra is how much a zip says of a part beside its name: its time.
const maxExtra = 64
