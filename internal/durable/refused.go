package durable

import (
	"errors"
	"io/fs"
	"os"
)

// IsForbidden reports whether the file, the folder or the disk may not be written.
func IsForbidden(err error) bool { return errors.Is(err, fs.ErrPermission) || isReadOnly(err) }

// Reason is what the system says of a file, without the file's path.
func Reason(err error) string {
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.As(err, &onPath):
		err = onPath.Err
	case errors.As(err, &onLink):
		err = onLink.Err
	}
	return err.Error()
}
