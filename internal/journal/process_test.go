//go:build linux

package journal

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"shuping/internal/fault"
)

// TestMain lets the test program be the other program of a test.
func TestMain(m *testing.M) {
	if role := os.Getenv("JOURNAL_ROLE"); role != "" {
		if err := roles[role](os.Getenv("JOURNAL_PATH")); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

var roles = map[string]func(path string) error{
	"hold":    holdOpen,
	"fill":    fillUp,
	"intrude": intrude,
	"work":    workOn,
	"repair":  repairInVain,
}

// other runs one of the roles as a program of its own.
func other(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "JOURNAL_ROLE="+role, "JOURNAL_PATH="+path)
	return cmd
}

// holdOpen keeps a session open until its input ends.
func holdOpen(path string) error {
	b, _, err := Open(path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	io.Copy(io.Discard, os.Stdin)
	return b.Close()
}

func TestLockedByAnotherProgram(t *testing.T) {
	t.Parallel()
	path := session(t, 3)
	cmd := other(t, "hold", path)
	stop, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || line != "open\n" {
		t.Fatal(line, err)
	}
	refuses(t, path, Locked)
	must(t, stop.Close())
	must(t, cmd.Wait())
	opened(t, path)
}

func TestLockedByAnotherWindow(t *testing.T) {
	t.Parallel()
	path := session(t, 3)
	b, _ := opened(t, path)
	refuses(t, path, Locked)
	must(t, b.Close())
	b, _ = opened(t, path)
	appendTo(t, b, entry(4))
}

// A session that is being written is never judged, and so never "repaired", by
// another program.
func TestABusySessionIsLockedNotDamaged(t *testing.T) {
	t.Parallel()
	path := session(t, 3)
	cmd := other(t, "work", path)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	answers := bufio.NewScanner(out)
	answers.Scan()
	for range 2 {
		if _, err := Check(path); CodeOf(err) != Locked {
			t.Errorf("%v", err)
		}
	}
	must(t, cmd.Process.Signal(os.Kill))
	last := answers.Text()
	for answers.Scan() {
		last = answers.Text()
	}
	cmd.Wait()
	b, report := opened(t, path)
	var acknowledged uint64
	fmt.Sscan(last, &acknowledged)
	if head := b.Head().Seq; acknowledged == 0 || head < acknowledged || head > acknowledged+2 {
		t.Errorf("%d acknowledged, %d found: %v", acknowledged, head, report)
	}
}

// workOn appends until it is killed, and prints what was acknowledged.
func workOn(path string) error {
	b, _, err := Open(path)
	for err == nil {
		if _, err = b.Append(entry(4)); err == nil {
			fmt.Println(b.Head().Seq)
		}
	}
	return err
}

// fillUp appends until no file may grow any more. Then nothing that was
// acknowledged may be missing, and whatever was refused must be refused again or
// taken once.
func fillUp(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	b, _, err := Open(path)
	if err != nil {
		return err
	}
	limit := unix.Rlimit{Cur: 96 << 10, Max: unix.RLIM_INFINITY}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	acknowledged := b.Head().Seq
	for i := 0; err == nil; i++ {
		if _, err = b.Append(entry(i)); err == nil {
			acknowledged++
		}
	}
	fmt.Println(acknowledged, CodeOf(err))
	return b.Close()
}

// Which of the two files meets the limit first depends on their sizes: a twin
// made long beforehand meets it first and can be tried again, else the book does
// and stops.
func TestNoFileMayGrow(t *testing.T) {
	for _, c := range []struct {
		first int
		want  fault.Code
	}{{3, Storage}, {450, DiskFull}} {
		path := session(t, 1)
		b, _ := opened(t, path)
		appendTo(t, b, entries(2, c.first)...)
		must(t, b.Close())
		out, err := other(t, "fill", path).Output()
		if err != nil {
			t.Fatalf("%s%v", out, err)
		}
		var acknowledged uint64
		var code fault.Code
		fmt.Sscan(string(out), &acknowledged, &code)
		b, report := opened(t, path)
		head := b.Head().Seq
		if code != c.want || acknowledged < 20 || head < acknowledged || head > acknowledged+1 {
			t.Errorf("%s, %d acknowledged, %d found: %v", code, acknowledged, head, report)
		}
		if code == DiskFull && (head != acknowledged || len(report.Notes) > 0) {
			t.Errorf("refused and written: %v", report)
		}
		appendTo(t, b, entry(1))
	}
}

// The twin has the record, and bbolt cannot write: the book stops, and opening
// finds the record and says that it was never shown.
func TestAFailedCommitStopsTheBook(t *testing.T) {
	path := session(t, 3)
	b, _ := opened(t, path)
	readOnly, err := os.Open(path)
	must(t, err)
	must(t, unix.Dup3(int(readOnly.Fd()), int(b.file.Fd()), 0))
	_, err = b.Append(entry(4))
	wantCode(t, err, Storage)
	if f := err.(*fault.Fault); f.At.Record != 4 || f.At.File != path {
		t.Errorf("%v", err)
	}
	stoppedAt(t, b, 3)
	b.Close()
	must(t, readOnly.Close())
	b, report := opened(t, path)
	if n := note(t, report, UnseenRecord); n.First != 4 || b.Head().Seq != 4 {
		t.Errorf("%v", report)
	}
	appendTo(t, b, entry(5))
}

// repairInVain opens a session that has to be rebuilt where there is no room.
func repairInVain(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := unix.Rlimit{Cur: 4 << 10, Max: unix.RLIM_INFINITY}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	_, _, err := Open(path)
	fmt.Println(CodeOf(err))
	return nil
}

func TestNoRoomToRebuild(t *testing.T) {
	path := session(t, 30)
	for _, harm := range []string{path, path + suffix} {
		path := another(t, path)
		harm := filepath.Join(filepath.Dir(path), filepath.Base(harm))
		write(t, harm, damaged(read(t, harm), 40, 1))
		unchanged(t, path, func() {
			out, err := other(t, "repair", path).Output()
			if err != nil || string(out) != "disk-full\n" {
				t.Errorf("%s%v", out, err)
			}
		})
		opened(t, path)
	}
}

// intrude tries everything on a session that it may read and not write.
func intrude(path string) error {
	b, _, err := Open(path)
	if b != nil {
		b.Close()
	}
	_, made := Create(filepath.Join(filepath.Dir(path), "new.shuping"), entry(1))
	report, checked := Check(path)
	fmt.Println(CodeOf(err), CodeOf(made), report.Records, checked)
	return nil
}

// A user without the right to write gets a fault that says so. Nothing is denied
// to root, for whom another user tries; anybody else denies it to himself.
func TestReadOnly(t *testing.T) {
	dir, err := os.MkdirTemp("", "journal")
	must(t, err)
	t.Cleanup(func() { os.Chmod(dir, 0o700); os.RemoveAll(dir) })
	made := session(t, 3)
	path := filepath.Join(dir, "meeting.shuping")
	program := filepath.Join(dir, "program")
	self, err := os.Executable()
	must(t, err)
	write(t, path, read(t, made))
	write(t, path+suffix, read(t, made+suffix))
	write(t, program, read(t, self))
	denied, closed := os.FileMode(0o444), os.FileMode(0o555)
	var user *syscall.Credential
	if os.Getuid() == 0 {
		denied, closed = 0o644, 0o755
		user = &syscall.Credential{Uid: 65534, Gid: 65534}
	}
	must(t, errors.Join(os.Chmod(path, denied), os.Chmod(path+suffix, denied), os.Chmod(program, 0o755), os.Chmod(dir, closed)))
	intruder := func() (string, error) {
		cmd := other(t, "intrude", path)
		cmd.Path, cmd.Args, cmd.Dir = program, []string{program}, dir
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: user}
		out, err := cmd.Output()
		return strings.TrimSuffix(string(out), "\n"), err
	}
	for _, c := range []struct {
		allow, want string
	}{
		{"", "read-only read-only 3 <nil>"},
		{path, "read-only read-only 3 <nil>"},
		{path + suffix, " read-only 3 <nil>"},
	} {
		if c.allow != "" {
			must(t, os.Chmod(c.allow, 0o666))
		}
		if got, err := intruder(); err != nil || got != c.want {
			t.Errorf("%s%v; want %s", got, err, c.want)
		}
	}
	// A folder without the right to write: a sound session opens, one that must
	// be rebuilt does not, and is left alone.
	write(t, path+suffix, damaged(read(t, path+suffix), 40, 1))
	unchanged(t, path, func() {
		if got, err := intruder(); err != nil || !strings.HasPrefix(got, "read-only read-only 3 ") {
			t.Errorf("%s%v", got, err)
		}
	})
}

// into is where a session is left for other programs, which .ci/chain asks.
var into = flag.String("session", "", "a folder in which a session is left")

// Anybody can check a session with jq and sha256sum: it holds what a shell and a
// JSON writer like to change. Here it is written, and has no other form in its book.
func TestWithoutThisProgram(t *testing.T) {
	dir := *into
	if dir == "" {
		dir = t.TempDir()
	}
	path := filepath.Join(dir, "meeting.shuping")
	b, err := Create(path, entry(1))
	must(t, err)
	appendTo(t, b, Entry{Kind: "remark-noted", Event: []byte(`{"text":"根河市 \"一般\"\n𬭎","z":[1,-2.5,null,true]}`), Who: Who{"chair", "张三"}}, entry(3))
	if !slices.Equal(told(t, b), twinLines(t, path)) {
		t.Error("the twin differs")
	}
	must(t, b.Close())
}
