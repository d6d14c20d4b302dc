package private

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"shuping/internal/durable"
)

const (
	suffix    = ".drawer" // behind the name of the session
	newSuffix = ".new"    // behind that of the drawer
)

// Path is where the drawer of a session lies, if it has one.
func Path(session string) string { return session + suffix }

// A Drawer is the drawer of one session. It may be used by several at once.
type Drawer struct {
	path string

	mu   sync.Mutex
	held Contents // as it is on disk
}

// Open gives the drawer of a session. A save that a kill has cut short is finished
// or undone. The notes say what was damaged and put aside; the error is a *[fault.Fault]
// or of the disk.
func Open(session string) (*Drawer, []Note, error) {
	d := &Drawer{path: Path(session)}
	notes, err := d.settle()
	if err != nil {
		return nil, notes, err
	}
	return d, notes, nil
}

// Read gives what lies in the drawer of a session and changes nothing, for somebody
// who does not have the session open for writing. The error is a *[fault.Fault] or of the
// disk.
func Read(session string) (Contents, error) {
	next, err := readDrawer(Path(session) + newSuffix)
	if err != nil || next.whole {
		return next.contents, err
	}
	now, err := readDrawer(Path(session))
	if err == nil && now.there && !now.whole {
		err = blame(Damaged, "path", Path(session))
	}
	return now.contents, err
}

// Contents are what lies in the drawer.
func (d *Drawer) Contents() Contents {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.held
}

// Save puts c into the drawer in the place of what was there. When it returns
// without an error, c is on disk and nothing else of the drawer is. After an error
// the drawer holds what it held, or all of c; [Drawer.Contents] says which.
func (d *Drawer) Save(c Contents) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.save(c)
}

func (d *Drawer) save(c Contents) error {
	if f := c.check(); f != nil {
		return f
	}
	src := encodeContents(c)
	switch {
	case len(src) > MaxBytes:
		return blame(TooLarge, "limit", MaxBytes>>20)
	case bytes.Equal(src, encodeContents(d.held)):
		return nil
	}
	if err := d.replace(src); err != nil {
		_, unsettled := d.settle()
		return errors.Join(err, unsettled)
	}
	d.held = emptiedContents(c)
	if c.IsEmpty() {
		return removeFile(d.path)
	}
	return nil
}

// replace takes the three steps.
func (d *Drawer) replace(src []byte) error {
	next := d.path + newSuffix
	if err := writeDraft(next, src); err != nil {
		return err
	}
	return d.install(next)
}

// install puts a whole new drawer in the place of the old one, of which nothing
// stays.
func (d *Drawer) install(next string) error {
	if err := wipeFile(d.path); err != nil {
		return err
	}
	if err := os.Rename(next, d.path); err != nil {
		return err
	}
	return durable.SyncDir(filepath.Dir(d.path))
}

// settle finishes or undoes a save that was cut short, and reads what is there.
func (d *Drawer) settle() ([]Note, error) {
	next, err := readDrawer(d.path + newSuffix)
	if err != nil {
		return nil, err
	}
	now, err := readDrawer(d.path)
	switch {
	case err != nil:
		return nil, err
	case next.whole:
		d.held = next.contents
		return nil, d.install(next.path)
	case now.whole, !now.there:
		d.held = now.contents
		return nil, discardFile(next)
	}
	// No kill leaves a drawer that is damaged and nothing better.
	var notes []Note
	for _, f := range []found{now, next} {
		if !f.there {
			continue
		}
		kept, err := durable.PutAside(f.path, d.path)
		if err != nil {
			return notes, err
		}
		notes = append(notes, Note{f.path, kept})
	}
	d.held = Contents{}
	return notes, durable.SyncDir(filepath.Dir(d.path))
}

// A found file is there or not, and a whole drawer or not.
type found struct {
	path         string
	there, whole bool
	contents     Contents
}

// readDrawer reads a file. It is an error where nobody can say what it holds, or where a
// newer version can.
func readDrawer(path string) (found, error) {
	f := found{path: path}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err != nil:
		return f, err
	case !info.Mode().IsRegular():
		return f, blame(NotAFile, "path", path)
	}
	f.there = true
	if info.Size() > MaxBytes {
		return f, nil
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return f, err
	}
	c, err := decodeContents(src)
	var newer errNewer
	if errors.As(err, &newer) {
		return f, blame(Newer, "path", path, "schema", newer.schema)
	}
	f.whole, f.contents = err == nil, c
	return f, nil
}

// discardFile removes a new drawer that was not written to its end.
func discardFile(f found) error {
	if !f.there {
		return nil
	}
	return removeFile(f.path)
}

// removeFile leaves neither the file nor its bytes.
func removeFile(path string) error {
	if err := wipeFile(path); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil {
		return err
	}
	return durable.SyncDir(filepath.Dir(path))
}
