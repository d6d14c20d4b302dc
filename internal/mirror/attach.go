package mirror

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"shuping/internal/attached"
	"shuping/internal/durable"
	"shuping/internal/fault"
)

// attach copies the attached files that the mirror lacks, where any was added since it
// was looked last.
func (c *copyist) attach() error {
	info, err := os.Stat(attached.Folder(c.session))
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.ModTime().Equal(c.files) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := copyAttached(c.session, c.path); err != nil {
		return err
	}
	if time.Since(info.ModTime()) > time.Minute { // a later change has another time for sure
		c.files = info.ModTime()
	}
	return nil
}

// copyAttached copies the attached files of from that to lacks. A file that is not
// what its name says is left out: what lacks it says so when it is opened.
func copyAttached(from, to string) error {
	list, err := os.ReadDir(attached.Folder(from))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	folder := attached.Folder(to)
	for _, e := range list {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		if there, err := os.Lstat(filepath.Join(folder, e.Name())); err == nil && there.Size() == info.Size() {
			continue
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		if err := copyOne(from, folder, attached.File{Name: e.Name(), Size: info.Size(), SHA256: e.Name()}); err != nil {
			return err
		}
	}
	return nil
}

// copyOne copies one attached file into a folder, under its name once it is whole.
func copyOne(session, folder string, file attached.File) error {
	draft := filepath.Join(folder, durable.DraftName())
	out, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(draft)
	err = attached.Copy(context.Background(), out, session, file)
	if err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if fault.Find(err, "attached") != nil {
		return nil
	}
	if err != nil {
		return err
	}
	return os.Rename(draft, filepath.Join(folder, file.SHA256))
}
