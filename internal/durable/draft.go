package durable

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// A draft is a file or folder that is being written and has no name yet. What it is
// called until then says who writes it, so that the draft of a program that was
// killed can be told from one that is being written:
//
//	.shuping-HOST-PROCESS-RANDOM.part
const (
	draftBegins = ".shuping-"
	draftEnds   = ".part"
)

// DraftName is a name that nothing has.
func DraftName() string {
	return fmt.Sprintf("%s%s-%d-%s%s", draftBegins, host(), os.Getpid(), rand.Text()[:12], draftEnds)
}

// Sweep removes from a folder the drafts that programs on this computer have left
// there when they were killed. What another program is writing stays, and so does
// what cannot be removed.
func Sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if abandoned(e.Name()) {
			_ = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

// abandoned reports whether a name is that of a draft whose writer is gone.
func abandoned(name string) bool {
	middle, begins := strings.CutPrefix(name, draftBegins)
	middle, ends := strings.CutSuffix(middle, draftEnds)
	parts := strings.Split(middle, "-")
	if !begins || !ends || len(parts) != 3 || parts[0] != host() {
		return false
	}
	process, err := strconv.Atoi(parts[1])
	return err == nil && process > 0 && process != os.Getpid() && !alive(process)
}

// host tells this computer from others that see the same folder.
func host() string {
	name, _ := os.Hostname()
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

// ErrNotFile is why something is not opened that is neither a file nor a folder.
var ErrNotFile = errors.New("it is not a file")

// Open opens a file to read it. A pipe, a device or a folder is refused at once,
// before anybody waits for what may never come.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotFile}
	}
	return os.Open(path)
}

// WriteNew writes a file that was not there, whole or not at all, for its owner
// alone to read.
func WriteNew(path string, text []byte) (err error) {
	folder := filepath.Dir(path)
	Sweep(folder)
	draft := filepath.Join(folder, DraftName())
	f, err := os.OpenFile(draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return renamed(err, path)
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = Place(draft, path)
	}
	if err != nil {
		return errors.Join(renamed(err, path), os.Remove(draft))
	}
	return SyncDir(folder)
}

// renamed lets an error of the system name the file that was meant.
func renamed(err error, path string) error {
	var onPath *fs.PathError
	if errors.As(err, &onPath) {
		return &fs.PathError{Op: "create", Path: path, Err: onPath.Err}
	}
	return err
}
