package meeting

import (
	"runtime/debug"
	"testing"
)

// TestMain lets garbage lie longer, since tests have memory to spare.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}
