package mirror

import (
	"bytes"
	"io"
	"os"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// Restore makes a session from a mirror, record for record, with what is attached, and
// says how many records it has. Nothing has the session's name yet. Half a line at the
// end, which a pulled disk leaves, was never said to be there and counts for nothing.
// The mirror is only read.
func Restore(path, session string) (records uint64, err error) {
	file, size, err := openMirror(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	last, err := journal.Restore(session, io.NewSectionReader(file, 0, size))
	if f := fault.Find(err, "journal"); f != nil && f.At.File == "" {
		f.At.File = path // the line is the mirror's
	}
	if err != nil {
		return 0, err
	}
	return last.Seq, copyAttached(path, session)
}

// openMirror opens a mirror to read it, and says how long its whole lines are.
func openMirror(path string) (*os.File, int64, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, 0, blame(Other, fault.Place{File: path})
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, diskFault(path, err)
	}
	size, err := wholeLines(file)
	if err != nil {
		file.Close()
		return nil, 0, diskFault(path, err)
	}
	return file, size, nil
}

// wholeLines is how many bytes there are up to the last newline.
func wholeLines(file *os.File) (int64, error) {
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	part := make([]byte, 64<<10)
	for end := info.Size(); end > 0; {
		n := min(int64(len(part)), end)
		if _, err := file.ReadAt(part[:n], end-n); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(part[:n], '\n'); i >= 0 {
			return end - n + int64(i) + 1, nil
		}
		end -= n
	}
	return 0, nil
}

// A Relation is how a session stands to a mirror.
type Relation struct {
	Same            uint64 // so many records are the same
	Session, Mirror uint64 // so many each has
}

// Fault is why the mirror at path may not stand beside the session, nil where it is the
// session's beginning.
func (r Relation) Fault(path string) *fault.Fault {
	at := fault.Place{File: path, Record: r.Same}
	switch {
	case r.Same == r.Mirror:
		return nil
	case r.Same == 0:
		return blame(Other, at)
	case r.Same == r.Session:
		return blame(Further, at)
	default:
		at.Record++
		return blame(Forked, at)
	}
}

// Compare holds a mirror against a session, the longer of its two copies.
func Compare(path, session string) (Relation, error) {
	var out Relation
	reading, _, err := journal.Read(session)
	if err != nil {
		return out, err
	}
	defer reading.Close()
	file, size, err := openMirror(path)
	if err != nil {
		return out, err
	}
	defer file.Close()
	hashes := map[uint64]journal.Hash{}
	for r, err := range journal.ReadLines(io.NewSectionReader(file, 0, size)) {
		if err != nil {
			return out, err
		}
		hashes[r.Seq], out.Mirror = r.Hash, r.Seq
	}
	for r, err := range reading.Records(1) {
		if err != nil {
			return out, err
		}
		if out.Session = r.Seq; hashes[r.Seq] == r.Hash {
			out.Same = r.Seq
		}
	}
	return out, nil
}
