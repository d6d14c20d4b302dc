package attached

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shuping/internal/fault"
)

var ctx = context.Background()

// room is a folder with a session in it and a file beside it.
func room(t testing.TB, content string) (session, path string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "述职报告 [终稿].docx")
	must(t, os.WriteFile(path, []byte(content), 0o600))
	return filepath.Join(dir, "a*[1].shuping"), path
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func keep(t testing.TB, session, path string) File {
	t.Helper()
	d, err := Take(ctx, session, path)
	must(t, err)
	if aside, err := d.Keep(ctx); aside != "" || err != nil {
		t.Fatal(aside, err)
	}
	d.Drop()
	return d.File
}

func code(err error) fault.Code { return fault.CodeOf(err, "attached") }

// names lists what lies in the folder of a session.
func names(t testing.TB, session string) []string {
	t.Helper()
	list, err := os.ReadDir(Folder(session))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var out []string
	for _, f := range list {
		out = append(out, f.Name())
	}
	return out
}

func TestAFileIsKeptUnderItsSum(t *testing.T) {
	session, path := room(t, "履职情况")
	sum := sha256.Sum256([]byte("履职情况"))
	f := keep(t, session, path)
	if f != (File{"述职报告 [终稿].docx", 12, hex.EncodeToString(sum[:])}) {
		t.Errorf("%+v", f)
	}
	var got strings.Builder
	must(t, Copy(ctx, &got, session, f))
	if got.String() != "履职情况" {
		t.Errorf("%q", got.String())
	}
	if bad, err := Check(ctx, session, []File{f, f}); len(bad) > 0 || err != nil {
		t.Error(bad, err)
	}
	before, err := os.Stat(filepath.Join(Folder(session), f.SHA256))
	must(t, err)
	keep(t, session, path) // again
	after, err := os.Stat(filepath.Join(Folder(session), f.SHA256))
	must(t, err)
	if got := names(t, session); len(got) != 1 || !os.SameFile(before, after) {
		t.Errorf("attached twice, there is %v", got)
	}
}

func TestWhatIsDroppedLeavesNothing(t *testing.T) {
	session, path := room(t, "x")
	d, err := Take(ctx, session, path)
	must(t, err)
	if got := names(t, session); len(got) != 1 || !strings.HasPrefix(got[0], drafts) {
		t.Errorf("%v", got)
	}
	d.Drop()
	d.Drop()
	if _, err := os.Stat(Folder(session)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("an empty folder is left: ", err)
	}
	f := keep(t, session, path)
	d, err = Take(ctx, session, path)
	must(t, err)
	d.Drop()
	if got := names(t, session); len(got) != 1 || got[0] != f.SHA256 {
		t.Errorf("%v", got)
	}
}

func TestWhatIsNotTaken(t *testing.T) {
	session, path := room(t, "x")
	for name, c := range map[string]struct {
		make func() error
		want func(error) bool
	}{
		"nothing there": {func() error { return os.Remove(path) }, func(err error) bool { return errors.Is(err, fs.ErrNotExist) }},
		"an empty file": {func() error { return os.WriteFile(path, nil, 0o600) }, func(err error) bool { return code(err) == Empty }},
		"a folder":      {func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) }, func(err error) bool { return code(err) == NotAFile }},
		"32 MiB and a byte": {func() error { return errors.Join(os.Remove(path), stretch(path, MaxBytes+1)) },
			func(err error) bool { return code(err) == TooLarge }},
	} {
		os.Remove(path)
		must(t, os.WriteFile(path, []byte("x"), 0o600))
		must(t, c.make())
		if _, err := Take(ctx, session, path); !c.want(err) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(Folder(session)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s has left %v", name, names(t, session))
		}
	}
}

func stretch(path string, size int64) error {
	return errors.Join(os.WriteFile(path, []byte("x"), 0o600), os.Truncate(path, size))
}

func TestThirtyTwoMegabytesAreTaken(t *testing.T) {
	session, path := room(t, "")
	must(t, stretch(path, MaxBytes))
	f := keep(t, session, path)
	if bad, err := Check(ctx, session, []File{f}); f.Size != MaxBytes || len(bad) > 0 || err != nil {
		t.Error(f, bad, err)
	}
}

func TestACancelledTakingLeavesNothing(t *testing.T) {
	session, path := room(t, "x")
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := Take(stopped, session, path); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := os.Stat(Folder(session)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something is left: ", names(t, session))
	}
}

// What turns one bit, cuts, lengthens, replaces or takes away a file is named.
func TestWhatChangedIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(path string) error
		want  fault.Code
	}{
		"taken away": {os.Remove, Missing},
		"one bit":    {func(p string) error { return os.WriteFile(p, []byte("y"), 0o600) }, Changed},
		"cut":        {func(p string) error { return os.Truncate(p, 0) }, Resized},
		"longer":     {func(p string) error { return os.WriteFile(p, []byte("xx"), 0o600) }, Resized},
		"far longer": {func(p string) error { return stretch(p, 1<<40) }, Resized},
		"a folder":   {func(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o700)) }, NotAFile},
		"a link to the same": {func(p string) error {
			return errors.Join(os.Rename(p, p+".real"), os.Symlink(p+".real", p))
		}, NotAFile},
	} {
		session, path := room(t, "x")
		f := keep(t, session, path)
		other := File{"另一个.pdf", 3, strings.Repeat("0", 64)}
		must(t, c.spoil(filepath.Join(Folder(session), f.SHA256)))
		bad, err := Check(ctx, session, []File{f, other})
		if err != nil || len(bad) != 2 || bad[0].Code != c.want || bad[0].At.File != f.Name || bad[1].Code != Missing {
			t.Errorf("%s: %v, %v", name, bad, err)
		}
	}
}

// A name that is no sum leads nowhere, least of all out of the folder.
// What is copied out is the file as it was attached, or there is a fault that names it.
func TestWhatIsCopiedOutIsWhatWasAttached(t *testing.T) {
	session, path := room(t, "履职情况")
	f := keep(t, session, path)
	var b bytes.Buffer
	if err := Copy(ctx, &b, session, f); err != nil || b.String() != "履职情况" {
		t.Errorf("%q, %v", b.String(), err)
	}
	for want, harm := range map[fault.Code]func(path string) error{
		Changed: func(p string) error { return os.WriteFile(p, []byte("履职情形"), 0o600) },
		Resized: func(p string) error { return os.WriteFile(p, []byte("履职"), 0o600) },
		Missing: os.Remove,
	} {
		session, path := room(t, "履职情况")
		f := keep(t, session, path)
		must(t, harm(filepath.Join(Folder(session), f.SHA256)))
		if err := Copy(ctx, io.Discard, session, f); code(err) != want || fault.Find(err, "attached").At.File != f.Name {
			t.Errorf("%v, want %s", err, want)
		}
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := Copy(stopped, io.Discard, session, f); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	r, w := io.Pipe()
	must(t, r.CloseWithError(io.ErrShortWrite))
	if err := Copy(ctx, w, session, f); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("%v", err)
	}
}

func TestANameThatIsNoSum(t *testing.T) {
	session, path := room(t, "x")
	f := keep(t, session, path)
	for _, sum := range []string{"", "../" + filepath.Base(path), strings.ToUpper(f.SHA256), f.SHA256 + "0", strings.Repeat(".", 64)} {
		if bad, err := Check(ctx, session, []File{{"a", 1, sum}}); err != nil || len(bad) != 1 || bad[0].Code == Changed {
			t.Errorf("%q: %v, %v", sum, bad, err)
		}
		if err := Copy(ctx, io.Discard, session, File{"a", 1, sum}); code(err) != BadName {
			t.Errorf("%q: %v", sum, err)
		}
	}
}

// Other bytes under a file's name are not overwritten, and do not stand in its way.
func TestOtherBytesStayBeside(t *testing.T) {
	session, path := room(t, "x")
	f := keep(t, session, path)
	named := filepath.Join(Folder(session), f.SHA256)
	for n := 1; n <= 2; n++ {
		must(t, os.WriteFile(named, []byte("bad"), 0o600))
		d, err := Take(ctx, session, path)
		must(t, err)
		aside, err := d.Keep(ctx)
		must(t, err)
		if want := fmt.Sprintf("%s.damaged-%d", named, n); aside != want {
			t.Errorf("kept as %s, want %s", aside, want)
		}
		if kept, err := os.ReadFile(aside); string(kept) != "bad" || err != nil {
			t.Errorf("%q, %v", kept, err)
		}
		if bad, err := Check(ctx, session, []File{f}); len(bad) > 0 || err != nil {
			t.Error(bad, err)
		}
	}
}

// A process is killed while it attaches, again and again. What has a name is
// whole, and a sweep leaves nothing else.
func TestAKillLeavesWholeFiles(t *testing.T) {
	if os.Getenv("SHELF_SESSION") != "" { // before any folder is made: who is killed removes none
		taker(os.Getenv("SHELF_SESSION"), os.Getenv("SHELF_FILE"))
	}
	session, path := room(t, strings.Repeat("整改", 1<<18))
	kept := 0
	for n := range 30 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAKillLeavesWholeFiles$")
		cmd.Env = append(os.Environ(), "SHELF_SESSION="+session, "SHELF_FILE="+path)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		_, err = io.ReadFull(out, make([]byte, 1+n%3)) // it has begun, or kept one or two
		must(t, err)
		time.Sleep(time.Duration(n) * time.Millisecond)
		must(t, cmd.Process.Kill())
		_ = cmd.Wait()
		must(t, Sweep(session))
		for _, name := range names(t, session) {
			info, err := os.Stat(filepath.Join(Folder(session), name))
			must(t, err)
			bad, err := Check(ctx, session, []File{{name, info.Size(), name}})
			if err != nil || len(bad) > 0 {
				t.Fatal(bad, err)
			}
			kept++
		}
	}
	if kept == 0 {
		t.Error("no file was ever kept")
	}
}

// taker attaches ever other files until it is killed.
func taker(session, path string) {
	text, err := os.ReadFile(path)
	for n := 0; err == nil; n++ {
		if err = os.WriteFile(path+".next", fmt.Appendf(bytes.Clone(text), "%d", n), 0o600); err != nil {
			break
		}
		fmt.Print(".")
		var d *Draft
		if d, err = Take(ctx, session, path+".next"); err == nil {
			_, err = d.Keep(ctx)
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func BenchmarkTake(b *testing.B) {
	session, path := room(b, "")
	must(b, stretch(path, MaxBytes))
	b.SetBytes(MaxBytes)
	for b.Loop() {
		keep(b, session, path)
	}
}

func BenchmarkCheck(b *testing.B) {
	session, path := room(b, "")
	must(b, stretch(path, MaxBytes))
	f := keep(b, session, path)
	b.SetBytes(MaxBytes)
	for b.Loop() {
		if bad, err := Check(ctx, session, []File{f}); len(bad) > 0 || err != nil {
			b.Fatal(bad, err)
		}
	}
}
