package private

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"shuping/internal/durable"
)

// writeDraft writes a new file whole, flushes it and its name, and reads it back. What
// is left of one that fails is for settle to remove.
func writeDraft(path string, src []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close(), durable.SyncDir(filepath.Dir(path))); err != nil {
		return err
	}
	back, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(back, src) {
		err = blame(ReadBack, "path", path)
	}
	return err
}

// wipeFile overwrites a file with zeros, if there is one, and flushes it.
func wipeFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	zeros := make([]byte, 64<<10)
	for at, size := int64(0), info.Size(); at < size; at += int64(len(zeros)) {
		if _, err := f.WriteAt(zeros[:min(int64(len(zeros)), size-at)], at); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}
