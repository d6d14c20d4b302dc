//go:build unix

package durable_test

import (
	"fmt"
	"syscall"
	"testing"

	"shuping/internal/durable"
)

func TestAFullDiskIsToldFromAForbiddenOne(t *testing.T) {
	for err, full := range map[error]bool{syscall.ENOSPC: true, syscall.EDQUOT: true, syscall.EFBIG: true, syscall.EROFS: false, syscall.EACCES: false} {
		err = fmt.Errorf("writing: %w", err)
		if durable.IsFull(err) != full || durable.IsForbidden(err) == full {
			t.Errorf("%v: full %v, forbidden %v", err, durable.IsFull(err), durable.IsForbidden(err))
		}
	}
}
