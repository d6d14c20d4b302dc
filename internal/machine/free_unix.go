//go:build linux || darwin

package machine

import "golang.org/x/sys/unix"

func readFree(folder string) int64 {
	var st unix.Statfs_t
	if unix.Statfs(folder, &st) != nil {
		return Unknown
	}
	return int64(st.Bavail * uint64(st.Bsize))
}
