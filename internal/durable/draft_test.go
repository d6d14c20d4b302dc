package durable

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test program be a writer that is killed: it makes a draft and
// says what it is called.
func TestMain(m *testing.M) {
	if folder := os.Getenv("DURABLE_DRAFT"); folder != "" {
		name := DraftName()
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			os.Exit(1)
		}
		os.Stdout.WriteString(name)
		if os.Getenv("DURABLE_STAY") != "" {
			os.Stdin.Read(make([]byte, 1))
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// What a dead program has left goes; what a living one writes, what another computer
// writes and what only looks like a draft stays.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	writer := func(env ...string) *exec.Cmd {
		cmd := exec.Command(self)
		cmd.Env = append(append(os.Environ(), "DURABLE_DRAFT="+dir), env...)
		return cmd
	}
	dead, err := writer().Output()
	if err != nil {
		t.Fatal(err)
	}
	living := writer("DURABLE_STAY=1")
	in, _ := living.StdinPipe()
	out, _ := living.StdoutPipe()
	if err := living.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, len(DraftName())+8)
	n, err := out.Read(said)
	if err != nil {
		t.Fatal(err)
	}
	mine := DraftName()
	elsewhere := strings.Replace(string(dead), host(), "00000000", 1)
	keep := []string{string(said[:n]), mine, elsewhere, "notes.part", ".shuping-x.part", ".shuping-" + host() + "-0-A.part"}
	for _, name := range keep {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	folder := filepath.Join(dir, strings.Replace(string(dead), ".part", "X.part", 1))
	if err := os.MkdirAll(filepath.Join(folder, "data"), 0o700); err != nil {
		t.Fatal(err)
	}
	Sweep(dir)
	for _, name := range keep {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s is gone", name)
		}
	}
	for _, name := range []string{filepath.Join(dir, string(dead)), folder} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
	in.Close()
	living.Wait()
	Sweep(filepath.Join(dir, "nowhere"))
}
