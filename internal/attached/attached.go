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

	"shuping/internal/fault"
)

// MaxBytes is the greatest size of a file that is taken.
const MaxBytes = 32 << 20

// suffix is what the name of the folder has behind that of the session.
const suffix = ".files"

// Folder is where the files of a session lie.
func Folder(session string) string { return session + suffix }

// A File is one attached file as the journal knows it.
type File struct {
	Name   string // what people call it
	Size   int64  // in bytes
	SHA256 string // 64 lower-case hexadecimal digits
}

// Check reads the files of a session and says of each that is not there, or not
// as it was, what is wrong. Each SHA-256 is read once and named by its first
// name. The error is that of ctx or of the disk.
func Check(ctx context.Context, session string, files []File) ([]*fault.Fault, error) {
	var out []*fault.Fault
	seen := map[string]bool{}
	for _, f := range files {
		if seen[f.SHA256] {
			continue
		}
		seen[f.SHA256] = true
		bad, err := inspectFile(ctx, session, f)
		if err != nil {
			return out, err
		}
		if bad != nil {
			out = append(out, bad)
		}
	}
	return out, nil
}

func inspectFile(ctx context.Context, session string, want File) (*fault.Fault, error) {
	in, bad, err := openAttached(session, want)
	if in == nil {
		return bad, err
	}
	defer in.Close()
	return copySummed(ctx, io.Discard, in, want)
}

// copySummed copies an open file to w and says what is wrong with it.
func copySummed(ctx context.Context, w io.Writer, in *os.File, want File) (*fault.Fault, error) {
	if info, err := in.Stat(); err != nil {
		return nil, err
	} else if info.Size() != want.Size {
		return blame(Resized, want.Name, "sha256", want.SHA256, "bytes", want.Size, "found", info.Size()), nil
	}
	got, err := sumFile(ctx, io.TeeReader(in, w))
	if err != nil || got.SHA256 == want.SHA256 {
		return nil, err
	}
	return blame(Changed, want.Name, "sha256", want.SHA256, "found", got.SHA256), nil
}

// Copy writes an attached file to w, without ever holding the whole of it, and sums
// it up on the way. The error is a *[fault.Fault] where the file is not there, or not as
// it was, and then what w was given counts for nothing; or it is that of ctx, of w
// or of the disk.
func Copy(ctx context.Context, w io.Writer, session string, file File) error {
	in, bad, err := openAttached(session, file)
	if bad != nil {
		return bad
	}
	if err != nil {
		return err
	}
	defer in.Close()
	if bad, err = copySummed(ctx, w, in, file); bad != nil {
		return bad
	}
	return err
}

// openAttached opens a file of the folder and nothing outside of it: no link is followed.
func openAttached(session string, file File) (*os.File, *fault.Fault, error) {
	if !isSum(file.SHA256) {
		return nil, blame(BadName, file.Name, "sha256", file.SHA256), nil
	}
	path := filepath.Join(Folder(session), file.SHA256)
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, blame(Missing, file.Name, "sha256", file.SHA256), nil
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, blame(NotAFile, file.Name), nil
	}
	in, err := os.Open(path)
	return in, nil, err
}

// sumFile reads to the end, or to a little more than a file may have.
func sumFile(ctx context.Context, in io.Reader) (File, error) {
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(watched{ctx, in}, MaxBytes+1))
	return File{Size: n, SHA256: hex.EncodeToString(h.Sum(nil))}, err
}

// A watched reader ends with its context.
type watched struct {
	ctx context.Context
	in  io.Reader
}

func (w watched) Read(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.in.Read(b)
}

func isSum(s string) bool {
	return len(s) == 2*sha256.Size && strings.Trim(s, "0123456789abcdef") == ""
}
