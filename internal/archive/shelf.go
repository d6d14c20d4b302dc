package archive

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// What a bag may hold. Nothing in it is compressed but the workbook, so nothing
// else can unfold to more than its own size.
const (
	maxFiles = 1000
	maxBytes = 2 << 30  // of all files together
	maxPage  = 16 << 20 // of any file that is held whole, and not read as a stream
	maxShelf = 32 << 20 // of an attachment
	maxDepth = 8
)

// A shelf is the files of a bag, in a folder or in a zip. Its names have been
// checked, and its sizes are within the bounds.
type shelf interface {
	form() Form
	folder() string // what the bag's own folder is called, "" if it may be called anything
	files() map[string]int64
	open(name string) (content, error)
	// crc is the CRC-32 that the container states, where it states one.
	crc(name string) (uint32, bool)
	Close() error
}

// content is the bytes of one file, from the first to the last or anywhere.
type content interface {
	io.ReadCloser
	io.ReaderAt
}

// take opens what lies at path. What it finds wrong with the files is a fault
// of their check; the error is that there is nothing to check.
func take(at string) (shelf, *Fault, error) {
	info, err := os.Stat(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fault(Missing, "path", at).because(err)
	case err != nil:
		return nil, nil, unreadable(at, err)
	case info.IsDir():
		return takeFolder(at)
	case info.Mode().IsRegular():
		return takeZip(at)
	default:
		return nil, nil, fault(NotABag, "path", at)
	}
}

func unreadable(path string, err error) *Fault {
	return fault(Unreadable, "path", path, "reason", reason(err)).because(err)
}

// checkSizes holds the sizes against the bounds.
func checkSizes(sizes map[string]int64) *Fault {
	var total int64
	for _, name := range sorted(sizes) { // so that the same file is named each time
		n, limit := sizes[name], int64(maxPage)
		switch {
		case isAttachment(name):
			limit = maxShelf
		case isStream(name):
			limit = maxBytes
		}
		if n > limit {
			return fault(TooLarge, "name", shown(name), "bytes", n, "limit", limit)
		}
		if total += n; total > maxBytes {
			return fault(TooLarge, "name", shown(name), "bytes", total, "limit", int64(maxBytes))
		}
	}
	return nil
}

// A folderShelf reads below one folder and never leaves it.
type folderShelf struct {
	root  *os.Root
	sizes map[string]int64
}

func takeFolder(at string) (shelf, *Fault, error) {
	root, err := os.OpenRoot(at)
	if err != nil {
		return nil, nil, unreadable(at, err)
	}
	s := &folderShelf{root: root, sizes: map[string]int64{}}
	bad, err := s.list(".", register{}, 1)
	if err != nil {
		root.Close()
		return nil, nil, unreadable(at, err)
	}
	if bad == nil {
		bad = checkSizes(s.sizes)
	}
	return s, bad, nil
}

// list takes up the files of one folder and of those in it. A folder without
// files is a file too many.
func (s *folderShelf) list(dir string, met register, depth int) (*Fault, error) {
	f, err := s.root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	found, err := entriesOf(f)
	if err != nil {
		return nil, err
	}
	if depth > 1 && len(found) == 0 {
		return fault(FileExtra, "name", dir+"/"), nil
	}
	for _, d := range found {
		name := path.Join(dir, d.Name())
		if strings.ContainsAny(d.Name(), "/\\") {
			return fault(NameEscapes, "name", shown(d.Name())), nil
		}
		if bad := met.add(name); bad != nil {
			return bad, nil
		}
		info, err := s.root.Lstat(name)
		switch {
		case err != nil:
			return nil, err
		case info.Mode().IsRegular():
			s.sizes[name] = info.Size()
		case !info.IsDir():
			return fault(NotAFile, "name", name), nil
		case depth == maxDepth:
			return fault(FileExtra, "name", name+"/"), nil
		default:
			if bad, err := s.list(name, met, depth+1); bad != nil || err != nil {
				return bad, err
			}
		}
	}
	return nil, nil
}

// entriesOf is what lies in the folder, by name; a little more than what is
// allowed is enough to say that there is too much.
func entriesOf(f *os.File) ([]fs.DirEntry, error) {
	var found []fs.DirEntry
	for len(found) <= maxFiles {
		some, err := f.ReadDir(maxFiles)
		found = append(found, some...)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return found, nil
}

func (s *folderShelf) form() Form                        { return Folder }
func (s *folderShelf) folder() string                    { return "" }
func (s *folderShelf) files() map[string]int64           { return s.sizes }
func (s *folderShelf) crc(string) (uint32, bool)         { return 0, false }
func (s *folderShelf) Close() error                      { return s.root.Close() }
func (s *folderShelf) open(name string) (content, error) { return s.root.Open(name) }

// A zipShelf reads the one kind of zip that this package writes.
type zipShelf struct {
	r       io.ReaderAt
	closer  io.Closer
	base    string
	sizes   map[string]int64
	entries map[string]entry
}

func takeZip(at string) (shelf, *Fault, error) {
	f, err := os.Open(at)
	if err != nil {
		return nil, nil, unreadable(at, err)
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, nil, unreadable(at, err)
	}
	s, bad := readZip(f, info.Size())
	if bad != nil && (bad.Code == NotABag || bad.Code == Unreadable) {
		f.Close()
		bad.Values["path"] = at
		return nil, nil, bad
	}
	s.closer = f
	return s, bad, nil
}

// readZip reads the zip from its first byte to its last: entry after entry, then
// the directory, which must be the one that follows from the entries.
func readZip(r io.ReaderAt, size int64) (*zipShelf, *Fault) {
	s := &zipShelf{r: r, sizes: map[string]int64{}, entries: map[string]entry{}}
	var entries []entry
	var at int64
	met := register{}
	for {
		mark, f := readMark(r, at, size)
		if f != nil {
			return s, f
		}
		if mark != localMark {
			break
		}
		if at > maxBytes {
			return s, fault(TooLarge, "name", "zip", "bytes", size, "limit", int64(maxBytes))
		}
		e, f := readEntry(r, at, size)
		if f == nil {
			f = s.add(e, met)
		}
		if f == nil && len(entries) > 0 && entries[len(entries)-1].name > e.name {
			f = fault(Repacked, "byte", at)
		}
		if f != nil {
			return s, f
		}
		entries = append(entries, e)
		at += e.length()
	}
	if f := readDirectory(r, directory(entries), at, size); f != nil {
		return s, f
	}
	return s, checkSizes(s.sizes)
}

// readMark is the four bytes at off that say what begins there.
func readMark(r io.ReaderAt, off, size int64) (uint32, *Fault) {
	var b [4]byte
	f := readAt(r, b[:], off, size)
	mark := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	switch {
	case f != nil && (off > 0 || f.Code == Unreadable):
		return 0, f
	case off == 0 && mark != localMark:
		return 0, fault(NotABag, "path", "")
	case mark != localMark && mark != centralMark:
		return 0, fault(Repacked, "byte", off)
	}
	return mark, nil
}

// add takes up one entry. All lie in one folder, in the order of their names.
func (s *zipShelf) add(e entry, met register) *Fault {
	if f := met.add(e.name); f != nil {
		return f
	}
	base, name, ok := strings.Cut(e.name, "/")
	if !ok || s.base != "" && base != s.base {
		return fault(Repacked, "byte", int64(e.at))
	}
	s.base = base
	s.sizes[name], s.entries[name] = int64(e.size), e
	return nil
}

func readDirectory(r io.ReaderAt, want []byte, at, size int64) *Fault {
	got := make([]byte, min(int64(len(want)), size-at))
	if f := readAt(r, got, at, size); f != nil {
		return f
	}
	switch n := diff(got, want); {
	case n >= 0 && n == len(got):
		return fault(CutShort, "byte", size)
	case n >= 0:
		return fault(Repacked, "byte", at+int64(n))
	case at+int64(len(want)) < size:
		return fault(Trailing, "byte", at+int64(len(want)))
	}
	return nil
}

func (s *zipShelf) form() Form              { return Zip }
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

func (s *zipShelf) Close() error {
	if s.closer == nil {
		return nil
	}
	return s.closer.Close()
}
