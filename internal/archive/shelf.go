package archive

import (
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"shuping/internal/fault"
)

// What a bag may hold. Nothing in it is compressed but the workbook, so nothing
// else can unfold to more than its own size.
const (
	maxFiles = 1000
	maxNames = maxFiles + 16 // with those of folders
	maxBytes = 2 << 30       // of all files together
	maxPage  = 16 << 20      // of any file that is held whole, and not read as a stream
	maxShelf = 32 << 20      // of an attachment
	maxDepth = 8
)

// A shelf is the files of a bag, in a folder or in a zip. Its names have been
// checked, and its sizes are within the bounds.
type shelf interface {
	form() Form
	repacked() bool // it is a zip that another program packed
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

func unreadable(path string, err error) *fault.Fault {
	return blame(Unreadable, "path", path, "reason", reason(err)).Because(err)
}

// checkSizes holds the sizes against the bounds.
func checkSizes(sizes map[string]int64) *fault.Fault {
	if len(sizes) > maxFiles {
		return blame(TooMany, "limit", maxFiles)
	}
	var total int64
	for _, name := range sortedNames(sizes) { // so that the same file is named each time
		n, limit := sizes[name], int64(maxPage)
		switch {
		case isAttachment(name):
			limit = maxShelf
		case isStream(name):
			limit = maxBytes
		}
		if n > limit {
			return blame(TooLarge, "name", shown(name), "bytes", n, "limit", limit)
		}
		if total += n; total > maxBytes {
			return blame(TooMuch, "bytes", total, "limit", int64(maxBytes))
		}
	}
	return nil
}

// A folderShelf reads below one folder and never leaves it.
type folderShelf struct {
	root  *os.Root
	sizes map[string]int64
}

func openFolder(at string) (shelf, *fault.Fault, error) {
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
func (s *folderShelf) list(dir string, met register, depth int) (*fault.Fault, error) {
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
		return blame(FileExtra, "name", dir+"/"), nil
	}
	for _, d := range found {
		name := path.Join(dir, d.Name())
		if strings.ContainsAny(d.Name(), "/\\") {
			return blame(NameEscapes, "name", shown(d.Name())), nil
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
			return blame(NotAFile, "name", name), nil
		case depth == maxDepth:
			return blame(FileExtra, "name", name+"/"), nil
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
	for len(found) <= maxNames {
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
func (s *folderShelf) repacked() bool                    { return false }
func (s *folderShelf) folder() string                    { return "" }
func (s *folderShelf) files() map[string]int64           { return s.sizes }
func (s *folderShelf) crc(string) (uint32, bool)         { return 0, false }
func (s *folderShelf) Close() error                      { return s.root.Close() }
func (s *folderShelf) open(name string) (content, error) { return s.root.Open(name) }
