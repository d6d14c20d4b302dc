package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"
)

// The tests run the program itself: its scripts start this binary under the
// name shuping, which then is main and nothing else.
func TestMain(m *testing.M) {
	testscript.Main(guest{m}, map[string]func(){"shuping": main})
}

// A guest runs the tests in a home of their own. Keys, sessions and drafts of
// theirs, and of every program that they start, lie in it and go with it, whoever
// runs them.
type guest struct{ *testing.M }

var (
	host []string // the environment of whoever runs the tests, for the go command
	home string   // of the guest
)

func (g guest) Run() int {
	host = os.Environ()
	var err error
	if home, err = os.MkdirTemp("", "shuping-guest-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(home)
	for name, folder := range map[string]string{
		"HOME": "", "USERPROFILE": "", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
		"XDG_DESKTOP_DIR": "desktop", "XDG_DOCUMENTS_DIR": "documents",
		"TMPDIR": "tmp", "TMP": "tmp", "TEMP": "tmp",
	} {
		folder = filepath.Join(home, folder)
		// One test is another user on his way to a folder of his own.
		if err := errors.Join(os.Setenv(name, folder), os.MkdirAll(folder, 0o711), os.Chmod(folder, 0o711)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	xdg.Reload()
	return g.M.Run()
}

func TestTestsAreGuests(t *testing.T) {
	for what, folder := range map[string]string{
		"sessions": sessionDir(), "keys": keyDir(), "exports": exportDir(filepath.Join(sessionDir(), "a.shuping")),
		"what is temporary": t.TempDir(),
	} {
		if !strings.HasPrefix(folder, home+string(filepath.Separator)) {
			t.Errorf("%s lie in %s", what, folder)
		}
	}
}
