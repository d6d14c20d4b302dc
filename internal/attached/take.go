package attached

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"shuping/internal/durable"
)

// drafts is how the names of files begin that are being taken.
const drafts = ".taking-"

// A Draft is a file that lies in the folder, whole and flushed, and has no name
// yet.
type Draft struct {
	File
	folder, path string
	made         bool // the folder was made for it
}

// Take copies the file at path beside the session. The caller keeps or drops what
// it gives. An error is a *[fault.Fault], or that of ctx or of the disk; then nothing
// is left.
func Take(ctx context.Context, session, path string) (*Draft, error) {
	name := filepath.Base(path)
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, blame(NotAFile, name)
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return TakeFrom(ctx, session, name, in)
}

// TakeFrom takes the bytes of a file that people call name, as [Take] does.
func TakeFrom(ctx context.Context, session, name string, in io.Reader) (*Draft, error) {
	d := &Draft{File: File{Name: name}, folder: Folder(session)}
	if err := d.makeFolder(); err != nil {
		return nil, err
	}
	if err := d.fill(ctx, in); err != nil {
		d.Drop()
		return nil, err
	}
	return d, nil
}

// makeFolder makes the folder where there is none yet.
func (d *Draft) makeFolder() error {
	err := os.Mkdir(d.folder, 0o700)
	if errors.Is(err, fs.ErrExist) {
		info, err := os.Lstat(d.folder)
		if err == nil && !info.IsDir() {
			err = &fs.PathError{Op: "mkdir", Path: d.folder, Err: fs.ErrExist}
		}
		return err
	}
	if err != nil {
		return err
	}
	d.made = true
	return durable.SyncDir(filepath.Dir(d.folder))
}

// fill copies, flushes, and reads back.
func (d *Draft) fill(ctx context.Context, in io.Reader) error {
	out, err := os.CreateTemp(d.folder, drafts+"*")
	if err != nil {
		return err
	}
	defer out.Close()
	d.path = out.Name()
	h := sha256.New()
	n, err := io.Copy(io.MultiWriter(out, h), io.LimitReader(watched{ctx, in}, MaxBytes+1))
	switch {
	case err != nil:
		return err
	case n > MaxBytes:
		return blame(TooLarge, d.Name, "limit", MaxBytes>>20)
	case n == 0:
		return blame(Empty, d.Name)
	}
	d.Size, d.SHA256 = n, hex.EncodeToString(h.Sum(nil))
	if err := out.Sync(); err != nil {
		return err
	}
	if _, err := out.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if got, err := sumFile(ctx, out); err != nil {
		return err
	} else if got.SHA256 != d.SHA256 {
		return blame(ReadBack, d.Name)
	}
	return out.Close()
}

// Drop removes a file that was not kept. After [Draft.Keep] it does nothing.
func (d *Draft) Drop() {
	if d.path != "" {
		_ = os.Remove(d.path)
	}
	if d.made {
		_ = os.Remove(d.folder) // which is empty, or stays
	}
	d.path, d.made = "", false
}

// Keep gives the file its name. A file that has the name already is read: with the
// right bytes it stays, with others it is put aside under the name that is returned.
func (d *Draft) Keep(ctx context.Context) (aside string, err error) {
	path := filepath.Join(d.folder, d.SHA256)
	err = durable.Place(d.path, path)
	if errors.Is(err, fs.ErrExist) {
		aside, err = d.replace(ctx, path)
	}
	if err != nil {
		return aside, err
	}
	d.path, d.made = "", false
	return aside, durable.SyncDir(d.folder)
}

// replace settles with what has the name already.
func (d *Draft) replace(ctx context.Context, path string) (aside string, err error) {
	bad, err := inspectFile(ctx, d.session(), d.File)
	switch {
	case err != nil:
		return "", err
	case bad == nil:
		return "", os.Remove(d.path)
	}
	if aside, err = durable.PutAside(path, path); err != nil {
		return aside, err
	}
	return aside, durable.Place(d.path, path)
}

func (d *Draft) session() string { return d.folder[:len(d.folder)-len(suffix)] }

// Sweep removes what was being taken when the program was killed.
func Sweep(session string) error {
	found, err := os.ReadDir(Folder(session))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, f := range found {
		if strings.HasPrefix(f.Name(), drafts) {
			err = errors.Join(err, os.Remove(filepath.Join(Folder(session), f.Name())))
		}
	}
	return err
}
