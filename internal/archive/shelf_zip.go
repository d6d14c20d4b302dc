package archive

import (
	"io"
	"io/fs"
	"strings"

	"shuping/internal/fault"
)

// A zipShelf reads the one kind of zip that this package writes.
type zipShelf struct {
	r       io.ReaderAt
	base    string
	sizes   map[string]int64
	entries map[string]entry
}

// openBytes opens a zip of so many bytes, which are called name: one of ours as it is
// written, and one that another program packed as the folder that it is.
func openBytes(name string, r io.ReaderAt, size int64) (shelf, *fault.Fault, error) {
	s, bad := readZip(r, size)
	if bad == nil {
		return s, nil, nil
	}
	var foreign *foreignShelf
	if bad.Code == Repacked || bad.Code == Compressed {
		var other *fault.Fault
		if foreign, other = readForeign(r, size); other == nil || other.Code != Repacked {
			bad = other
		} else {
			foreign = nil
		}
	}
	if foreign != nil && bad == nil || bad.Code == NotABag || bad.Code == Unreadable {
		if is := whatItIs(r, size, foreign); is != nil {
			is.Values["path"] = name
			return nil, nil, is
		}
	}
	if foreign != nil {
		return foreign, bad, nil
	}
	return s, bad, nil
}

// readZip reads the zip from its first byte to its last.
func readZip(r io.ReaderAt, size int64) (*zipShelf, *fault.Fault) {
	w := newZipWalk(r)
	more, f := w.next(size)
	for more && f == nil {
		more, f = w.next(size)
	}
	if f == nil {
		f = checkSizes(w.shelf.sizes)
	}
	return w.shelf, f
}

// A zipWalk goes through a zip entry after entry and then through the directory,
// which must be the one that follows from the entries. It never looks back, and at
// no contents.
type zipWalk struct {
	shelf   *zipShelf
	entries []entry
	met     register
	at      int64 // where the next entry or the directory begins
}

func newZipWalk(r io.ReaderAt) *zipWalk {
	return &zipWalk{
		shelf: &zipShelf{r: r, sizes: map[string]int64{}, entries: map[string]entry{}},
		met:   register{},
	}
}

// next takes up what begins at its place in a zip of so many bytes, and reports
// whether more must follow. Where an entry is cut short the walk stays.
func (w *zipWalk) next(size int64) (more bool, f *fault.Fault) {
	r := w.shelf.r
	mark, f := readMark(r, w.at, size)
	if f != nil {
		return false, f
	}
	if mark != localMark {
		return false, readDirectory(r, zipDirectory(w.entries), w.at, size)
	}
	if w.at > maxBytes {
		return false, blame(TooLarge, "name", "zip", "bytes", size, "limit", int64(maxBytes))
	}
	e, f := readEntry(r, w.at, size)
	if f == nil {
		f = w.shelf.add(e, w.met)
	}
	if n := len(w.entries); f == nil && n > 0 && w.entries[n-1].name > e.name {
		f = blame(Repacked, "byte", w.at)
	}
	if f != nil {
		return false, f
	}
	w.entries = append(w.entries, e)
	w.at += e.length()
	return true, nil
}

// readMark is the four bytes at off that say what begins there.
func readMark(r io.ReaderAt, off, size int64) (uint32, *fault.Fault) {
	var b [4]byte
	f := readAt(r, b[:], off, size)
	mark := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	switch {
	case f != nil && (off > 0 || f.Code == Unreadable):
		return 0, f
	case off == 0 && mark != localMark:
		return 0, blame(NotABag, "path", "")
	case mark != localMark && mark != centralMark:
		return 0, blame(Repacked, "byte", off)
	}
	return mark, nil
}

// add takes up one entry. All lie in one folder, in the order of their names.
func (s *zipShelf) add(e entry, met register) *fault.Fault {
	if f := met.add(e.name); f != nil {
		return f
	}
	base, name, ok := strings.Cut(e.name, "/")
	if !ok || s.base != "" && base != s.base {
		return blame(Repacked, "byte", int64(e.at))
	}
	s.base = base
	s.sizes[name], s.entries[name] = int64(e.size), e
	return nil
}

func readDirectory(r io.ReaderAt, want []byte, at, size int64) *fault.Fault {
	got := make([]byte, min(int64(len(want)), size-at))
	if f := readAt(r, got, at, size); f != nil {
		return f
	}
	switch n := firstDifference(got, want); {
	case n >= 0 && n == len(got):
		return blame(CutShort, "byte", size)
	case n >= 0:
		return blame(Repacked, "byte", at+int64(n))
	case at+int64(len(want)) < size:
		return blame(Trailing, "byte", at+int64(len(want)))
	}
	return nil
}

func (s *zipShelf) form() Form              { return Zip }
func (s *zipShelf) repacked() bool          { return false }
func (s *zipShelf) folder() string          { return s.base }
func (s *zipShelf) files() map[string]int64 { return s.sizes }

func (s *zipShelf) open(name string) (content, error) {
	e, ok := s.entries[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	start := int64(e.at) + localLength + int64(len(e.name))
	return section{io.NewSectionReader(s.r, start, int64(e.size))}, nil
}

// A section is one file of a zip, which is closed with the zip.
type section struct{ *io.SectionReader }

func (section) Close() error { return nil }

func (s *zipShelf) crc(name string) (uint32, bool) {
	e, ok := s.entries[name]
	return e.crc, ok
}

func (s *zipShelf) Close() error { return nil }
