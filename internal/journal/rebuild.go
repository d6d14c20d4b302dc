package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"shuping/internal/durable"
)

// portion is how many bytes of lines a rebuilt book takes in one transaction.
const portion = 4 << 20

// writeBook fills an empty file with a book of the chain, verified once more,
// flushes it and closes it.
func writeBook(f *os.File, pageSize int, lines iter.Seq2[[]byte, error]) error {
	db, err := openBolt(f, pageSize, true)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := found(db); err != nil {
		return err
	}
	var proof chain
	part := &batch{first: 1}
	for line, err := range lines {
		if err == nil {
			_, err = proof.next(line)
		}
		if err != nil {
			return err
		}
		part.add(line, proof.head)
		if len(part.bytes) >= portion {
			if err := put(db, part); err != nil {
				return err
			}
			part.next()
		}
	}
	if err := put(db, part); err != nil {
		return err
	}
	if err := db.Sync(); err != nil {
		return err
	}
	return db.Close()
}

// draft writes a new file beside path, under a temporary name, whole and
// flushed.
func draft(path string, write func(*os.File) error) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+draftMark+"*")
	if err != nil {
		return "", err
	}
	err = write(f)
	if closed := f.Close(); err == nil && !errors.Is(closed, fs.ErrClosed) {
		err = closed
	}
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// sweep removes the drafts that killed programs have left beside a session. Whoever
// has the session locked alone makes any.
func sweep(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	for _, e := range entries {
		for _, name := range []string{filepath.Base(path), filepath.Base(path) + suffix} {
			if rest, is := strings.CutPrefix(e.Name(), name+draftMark); is && digits.MatchString(rest) {
				_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
			}
		}
	}
}

// draftMark stands between the name of a file and the number of its draft.
const draftMark = ".new-"

var digits = regexp.MustCompile(`^[0-9]+$`)

// keep gives a bad file a second name, path.damaged-N with the first N that is
// free, so that it stays when its own name is taken by a good one. Where there
// are no hard links the file moves.
func keep(path string) (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.damaged-%d", path, n)
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		err := os.Link(path, name)
		if err == nil {
			return name, nil
		}
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return name, os.Rename(path, name)
	}
}

// rebuild writes the bad strands anew from the chain that holds, and says what it
// did. All drafts are whole and flushed before the first name changes, so that
// neither a full disk nor a power cut can leave less than there was.
func (p *pair) rebuild(v *verdict) ([]Note, error) {
	drafts := make(map[*strand]string)
	defer func() {
		for _, name := range drafts {
			os.Remove(name)
		}
	}()
	for _, s := range []*strand{v.book, v.twin} {
		if v.holds(s) || v.lags(s) {
			continue
		}
		name, err := draft(s.path, func(f *os.File) error {
			if s.book {
				return writeBook(f, 0, v.lines)
			}
			return writeTwin(f, v.lines)
		})
		if err != nil {
			return nil, diskFault(s.path, "writing it anew", err)
		}
		drafts[s] = name
	}
	if !replaceable {
		p.close()
	}
	return v.swap(drafts)
}

// swap puts the drafts in the place of the bad strands.
func (v *verdict) swap(drafts map[*strand]string) ([]Note, error) {
	var notes []Note
	for _, s := range []*strand{v.book, v.twin} {
		name, bad := drafts[s]
		if !bad {
			continue
		}
		note := Note{Code: TwinRebuilt, File: s.path, Reason: v.against(s)}
		if s.book {
			note.Code = BookRebuilt
		}
		var err error
		if s.missing() {
			err = durable.Place(name, s.path)
		} else {
			if note.Kept, err = keep(s.path); err == nil {
				err = os.Rename(name, s.path)
			}
		}
		if err != nil {
			return notes, diskFault(s.path, "putting the rebuilt file in its place", err)
		}
		delete(drafts, s)
		notes = append(notes, note)
	}
	if err := durable.SyncDir(filepath.Dir(v.book.path)); err != nil {
		return notes, diskFault(v.book.path, "flushing the folder", err)
	}
	return notes, nil
}
