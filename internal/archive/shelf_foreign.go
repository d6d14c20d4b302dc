package archive

import (
	stdzip "archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"

	"shuping/internal/fault"
)

// A foreignShelf reads a zip that another program packed, within the bounds of a
// folder. What the zip says of its files beside their names, sizes and sums is not
// looked at, as it is not looked at in a folder.
type foreignShelf struct {
	zipShelf
	packed map[string]*stdzip.File
}

// maxUnfolded is as much of one compressed file as is held to read it anywhere.
const maxUnfolded = 64 << 20

// readForeign reads the directory of a zip of another program. Nothing is unfolded.
func readForeign(r io.ReaderAt, size int64) (*foreignShelf, *fault.Fault) {
	s := &foreignShelf{zipShelf{r: r, sizes: map[string]int64{}}, map[string]*stdzip.File{}}
	z, err := stdzip.NewReader(r, size)
	if err != nil {
		return s, blame(Repacked, "byte", int64(0))
	}
	if len(z.File) > maxNames {
		return s, blame(TooMany, "limit", maxFiles)
	}
	base, names := "", make([]string, len(z.File))
	depth := maxDepth
	for i, f := range z.File {
		names[i] = foreignName(f)
		if n := strings.Count(names[i], "/"); path.Base(names[i]) == declarationFile && n < depth {
			base, depth = strings.TrimSuffix(names[i], declarationFile), n
		}
	}
	met := register{}
	for i, f := range z.File {
		if f := s.addForeign(strings.TrimPrefix(names[i], base), f, met); f != nil {
			return s, f
		}
	}
	return s, checkSizes(s.sizes)
}

// foreignName is what a file of a zip is called. A name that does not say that it is
// UTF-8 is one of a Chinese system where it is none of ASCII.
func foreignName(f *stdzip.File) string {
	name := f.Name
	if f.NonUTF8 {
		if read, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = read
		}
	}
	return norm.NFC.String(name)
}

// addForeign takes up one file; folders are none.
func (s *foreignShelf) addForeign(name string, f *stdzip.File, met register) *fault.Fault {
	if strings.HasSuffix(name, "/") || name == "" {
		return nil
	}
	if bad := met.add(name); bad != nil {
		return bad
	}
	switch {
	case !f.Mode().IsRegular():
		return blame(NotAFile, "name", shown(name))
	case f.Flags&1 != 0 || f.Method != stdzip.Store && f.Method != stdzip.Deflate || !s.sameLocally(f):
		return blame(Unfolds, "name", shown(name))
	case f.UncompressedSize64 > maxBytes:
		return blame(TooLarge, "name", shown(name), "bytes", f.UncompressedSize64, "limit", int64(maxBytes))
	}
	s.sizes[name], s.packed[name] = int64(f.UncompressedSize64), f
	return nil
}

// sameLocally reports whether the header before a file calls it as the directory does:
// otherwise some programs would take it for another one.
func (s *foreignShelf) sameLocally(f *stdzip.File) bool {
	at, err := f.DataOffset()
	if err != nil {
		return false
	}
	// The header has 30 bytes, the name and an extra field of at most 64 KiB.
	head := make([]byte, min(at, localLength+int64(len(f.Name))+1<<16))
	if _, err := s.r.ReadAt(head, at-int64(len(head))); err != nil && err != io.EOF {
		return false
	}
	for from := len(head) - localLength - len(f.Name); from >= 0; from-- {
		h := head[from:]
		name, extra := int(h[26])|int(h[27])<<8, int(h[28])|int(h[29])<<8
		if bytes.HasPrefix(h, []byte("PK\x03\x04")) && localLength+name+extra == len(h) {
			return string(h[localLength:localLength+name]) == f.Name
		}
	}
	return false
}

func (s *foreignShelf) folder() string { return "" }
func (s *foreignShelf) repacked() bool { return true }

func (s *foreignShelf) crc(name string) (uint32, bool) {
	f, ok := s.packed[name]
	if !ok {
		return 0, false
	}
	return f.CRC32, true
}

func (s *foreignShelf) open(name string) (content, error) {
	f, ok := s.packed[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	if f.Method == stdzip.Store {
		at, err := f.DataOffset()
		if err != nil {
			return nil, err
		}
		return section{io.NewSectionReader(s.r, at, int64(f.UncompressedSize64))}, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &unfolding{ReadCloser: in, of: f}, nil
}

// An unfolding is a compressed file that is read.
type unfolding struct {
	io.ReadCloser
	of    *stdzip.File
	whole *bytes.Reader // once it was read anywhere
}

// Read leaves it to the sums of the bag to say that a file is another.
func (u *unfolding) Read(b []byte) (int, error) {
	n, err := u.ReadCloser.Read(b)
	if errors.Is(err, stdzip.ErrChecksum) {
		err = io.EOF
	}
	return n, err
}

func (u *unfolding) ReadAt(b []byte, at int64) (int, error) {
	if u.whole == nil {
		if u.of.UncompressedSize64 > maxUnfolded {
			return 0, fmt.Errorf("more than %d bytes compressed in one file; unpack the zip first", maxUnfolded)
		}
		all, err := io.ReadAll(io.LimitReader(u, maxUnfolded+1))
		if err != nil {
			return 0, err
		}
		u.whole = bytes.NewReader(all)
	}
	return u.whole.ReadAt(b, at)
}

// whatItIs is what a file is that is no export, as an error.
func whatItIs(r io.ReaderAt, size int64, foreign *foreignShelf) *fault.Fault {
	const enough = 512
	head := make([]byte, min(size, enough))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return blame(Unreadable, "path", "", "reason", reason(err)).Because(err)
	}
	if size == 0 {
		return blame(EmptyFile, "path", "")
	}
	if foreign != nil {
		if _, is := foreign.sizes["word/document.xml"]; is {
			return blame(OfficeFile, "path", "")
		}
		if _, is := foreign.sizes["xl/workbook.xml"]; is {
			return blame(OfficeFile, "path", "")
		}
		if _, is := foreign.sizes[declarationFile]; !is {
			return blame(NoBag, "path", "")
		}
		return nil
	}
	for _, kind := range kindsOfFile {
		if len(head) > kind.at && bytes.HasPrefix(head[kind.at:], []byte(kind.mark)) {
			return blame(kind.code, "path", "")
		}
	}
	return blame(NotABag, "path", "")
}

// kindsOfFile are files that people hand in for an export, by how they begin.
var kindsOfFile = []struct {
	at   int
	mark string
	code fault.Code
}{
	{16, "\xed\xda\x0c\xed", SessionFile},
	{0, "\xd0\xcf\x11\xe0", OfficeFile}, // DOC, XLS, WPS
	{0, "%PDF", OfficeFile},
	{0, "Rar!", OtherArchive},
	{0, "7z\xbc\xaf", OtherArchive},
	{0, "\x1f\x8b", OtherArchive},
}
