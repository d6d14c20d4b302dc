package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWindowIsOpenedWithWhatIsThere(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return // where there is one way
	}
	command := []string{"/opt/述评/shuping", "show", "/home/李某 某/2023.shuping"}
	if none := windowsFor(func(string) string { return "" }, command); none != nil {
		t.Errorf("without a screen: %v", none)
	}
	for _, screen := range []string{"DISPLAY", "WAYLAND_DISPLAY"} {
		ways := windowsFor(func(name string) string { return map[string]string{screen: ":0"}[name] }, command)
		if len(ways) != len(terminals) {
			t.Errorf("%d ways", len(ways))
		}
		for i, way := range ways {
			if want := slices.Concat(terminals[i], command); !slices.Equal(way.Args, want) {
				t.Errorf("%q, want %q", way.Args, want)
			}
		}
	}
}

// TestWhatFailsAtOnceHasOpenedNothing: the next way is tried then.
func TestWhatFailsAtOnceHasOpenedNothing(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		command *exec.Cmd
		want    bool
	}{
		"nothing of that name": {exec.CommandContext(t.Context(), filepath.Join(t.TempDir(), "none")), false},
		"ends badly":           {exec.CommandContext(t.Context(), self, "-no-such-flag"), runtime.GOOS == "windows"},
		"hands on and ends":    {exec.CommandContext(t.Context(), self, "-test.run=^$"), true},
	} {
		if opens(c.command, time.Minute) != c.want {
			t.Errorf("%s: %v", name, !c.want)
		}
	}
}

func TestCommandIsSaidAsItIsTyped(t *testing.T) {
	got := quoted([]string{"shuping", "show", "/home/李某 某/it's.shuping"})
	if runtime.GOOS == "windows" {
		got = strings.ReplaceAll(got, `"`, "'")
	} else if want := `shuping show '/home/李某 某/it'\''s.shuping'`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got == "" || !strings.HasPrefix(got, "shuping show '") {
		t.Errorf("%s", got)
	}
}
