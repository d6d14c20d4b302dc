//go:build linux || darwin || freebsd

package journal

import (
	"errors"
	"math"

	"golang.org/x/sys/unix"
)

// freeSpace is how many bytes an ordinary user may still write in dir.
func freeSpace(dir string) (uint64, error) {
	var s unix.Statfs_t
	err := unix.Statfs(dir, &s)
	if errors.Is(err, errors.ErrUnsupported) || err == nil && s.Blocks == 0 {
		return math.MaxUint64, nil // a file system that does not count
	}
	if err != nil {
		return 0, err
	}
	return uint64(max(0, int64(s.Bavail))) * uint64(s.Bsize), nil
}
