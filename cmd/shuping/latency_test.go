//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"shuping/data"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// A terminal is the program's console in a pseudo-terminal that answers none of
// its questions, with everything that the program has written to it.
type terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	keys *os.File

	mu      sync.Mutex
	written []byte
	more    chan struct{} // closed and made anew when something was written
	ended   bool
}

// patience is how long a test waits for what must come.
const patience = 60 * time.Second

// console opens a session in a window of 120 by 34.
func console(t testing.TB, path string) *terminal {
	t.Helper()
	return onTerminal(t, nil, "run", path)
}

// onTerminal starts the program in such a window.
func onTerminal(t testing.TB, env []string, args ...string) *terminal {
	t.Helper()
	w := &terminal{t: t, cmd: program(args...), more: make(chan struct{})}
	races := t.TempDir()
	w.cmd.Env = append(w.cmd.Env, "TERM=xterm-256color", "COLORTERM=truecolor", watched(races))
	w.cmd.Env = append(w.cmd.Env, env...)
	keys, err := pty.StartWithSize(w.cmd, &pty.Winsize{Cols: 120, Rows: 34})
	if err != nil {
		t.Fatal(err)
	}
	w.keys = pollable(t, keys)
	go w.read()
	t.Cleanup(func() { w.cmd.Process.Kill(); w.cmd.Wait(); w.keys.Close(); raced(t, races) })
	return w
}

// pollable is the same terminal in a file whose Close ends a Read.
func pollable(t testing.TB, f *os.File) *os.File {
	t.Helper()
	defer f.Close()
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

func (w *terminal) read() {
	part := make([]byte, 1<<16)
	for {
		n, err := w.keys.Read(part)
		w.mu.Lock()
		w.written = append(w.written, part[:n]...)
		w.ended = err != nil
		close(w.more)
		w.more = make(chan struct{})
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// mark is where what is written next begins.
func (w *terminal) mark() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.written)
}

// since is the text that was written since a mark, without its styles, and
// whether it is all there will be.
func (w *terminal) since(mark int) (text string, more chan struct{}, ended bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return ansi.Strip(string(w.written[mark:])), w.more, w.ended
}

// until waits until the text matches and returns what matched. The renderer
// writes a row that holds Chinese whole, so that a row can be looked for.
func (w *terminal) until(mark int, pattern *regexp.Regexp) []string {
	w.t.Helper()
	deadline := time.After(patience)
	for {
		text, more, ended := w.since(mark)
		if found := pattern.FindStringSubmatch(text); found != nil {
			return found
		}
		if ended {
			w.t.Fatalf("the program ended before %q came:\n%s", pattern, text)
		}
		select {
		case <-more:
		case <-deadline:
			w.t.Fatalf("%q never came:\n%s", pattern, text)
		}
	}
}

// all is everything that the program has written, once it has ended.
func (w *terminal) all() []byte {
	w.t.Helper()
	deadline := time.After(patience)
	for {
		_, more, ended := w.since(w.mark())
		if ended {
			return w.written
		}
		select {
		case <-more:
		case <-deadline:
			w.t.Fatal("the terminal stays open")
		}
	}
}

func (w *terminal) press(keys string) {
	w.t.Helper()
	if _, err := io.WriteString(w.keys, keys); err != nil {
		w.t.Fatal(err)
	}
}

// end waits for the program.
func (w *terminal) end() *os.ProcessState {
	w.t.Helper()
	over := make(chan struct{})
	go func() { w.cmd.Wait(); close(over) }()
	select {
	case <-over:
	case <-time.After(patience):
		w.t.Fatal("the program does not end")
	}
	return w.cmd.ProcessState
}

var (
	rowRead = regexp.MustCompile(`已录 +(\d+)`)
	ready   = regexp.MustCompile(`第 (\d+) 组  第 (\d+) 张`)
)

// stored matches the row that says so many sheets are on disk.
func stored(n int) *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`已录 +%d\D`, n))
}

// shown is the most sheets that any frame has said to be on disk.
func (w *terminal) shown() int {
	text, _, _ := w.since(0)
	most := 0
	for _, m := range rowRead.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		most = max(most, n)
	}
	return most
}

// session is a new session that stands before its first bundle of so many.
func session(t testing.TB, sheets, bundle int) string {
	t.Helper()
	dir := t.TempDir()
	text, _ := data.Plan(data.DefaultPlan)
	text = bytes.Replace(text, []byte("bundle = 10"), fmt.Appendf(nil, "bundle = %d", bundle), 1)
	text = bytes.Replace(text, []byte("bundle-over-100 = 20"), fmt.Appendf(nil, "bundle-over-100 = %d", bundle), 1)
	plan := filepath.Join(dir, "plan.toml")
	if err := os.WriteFile(plan, text, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a.shuping")
	must(t, program("new", path, "--plan", plan))
	play := program("play", path, "-")
	play.Stdin = strings.NewReader(fmt.Sprintf("attend expected=%d present=%[1]d\nissue %[1]d\ncollect %[1]d\n", sheets))
	must(t, play)
	return path
}

func must(t testing.TB, cmd *exec.Cmd) []byte {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v: %s", cmd.Args[1:], err, said.String())
	}
	return out
}

// tallied is what a session holds: sheets read, and each subject's grades.
func tallied(t testing.TB, path string) (read int, counts [2][4]int) {
	t.Helper()
	var r struct {
		Custody  struct{ Valid, Void int }
		Subjects []struct{ Counts []struct{ Count int } }
	}
	if err := json.Unmarshal(must(t, program("result", path, "--json")), &r); err != nil {
		t.Fatal(err)
	}
	for i, s := range r.Subjects {
		for g, c := range s.Counts {
			counts[i][g] = c.Count
		}
	}
	return r.Custody.Valid + r.Custody.Void, counts
}

// fewer is a tenth of n between two edits.
func fewer(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// begun opens the first bundle, with the name of who keys.
const begun = "\r李录入\r"

// piled is the keys of n sheets, in bundles of ten with their hand counts, and
// the tally that they come to.
func piled(n int) (keys string, counts [2][4]int) {
	var b strings.Builder
	for i := range n {
		switch {
		case i == 0:
			b.WriteString(begun)
		case i%10 == 0:
			b.WriteString("\r")
		}
		first, second := i%4, (i/4+i)%4
		fmt.Fprintf(&b, "%d%d", first+1, second+1)
		counts[0][first]++
		counts[1][second]++
		if m := i%10 + 1; m == 10 || i == n-1 {
			fmt.Fprintf(&b, "%d\r", m)
		}
	}
	return b.String(), counts
}

// TestTenThousandKeysAtOnce: sheets, hand counts and Enters, written to the
// terminal in one go.
func TestTenThousandKeysAtOnce(t *testing.T) {
	sheets := fewer(4200)
	keys, want := piled(sheets)
	if len(keys) < fewer(10_000) {
		t.Fatalf("only %d keys", len(keys))
	}
	path := session(t, sheets, 10)
	w := console(t, path)
	w.until(0, regexp.MustCompile("开第 1 组"))
	w.press(keys)
	w.until(0, regexp.MustCompile(fmt.Sprintf("收回的 %d 张全部录完", sheets)))
	w.leave()
	if read, got := tallied(t, path); read != sheets || got != want {
		t.Errorf("%d sheets, %v; want %d, %v", read, got, sheets, want)
	}
}

// TestTwoEntriesOfAllBundlesAtOnce: what the second person keys lies in the same
// stream behind the first, names and all.
func TestTwoEntriesOfAllBundlesAtOnce(t *testing.T) {
	sheets, bundles := fewer(2100), fewer(210)
	first, want := piled(sheets)
	var b strings.Builder
	b.WriteString(first + "\x1b[27u") // Esc opens the list of bundles
	rows := strings.Split(strings.TrimPrefix(first, begun), "\r")
	for i := range bundles {
		b.WriteString("\r1") // by another person
		if i == 0 {
			b.WriteString("赵复录")
		}
		b.WriteString("\r" + rows[2*i] + "\r")
	}
	keys := b.String()
	if n := utf8.RuneCountInString(keys); n < fewer(10_000) {
		t.Fatalf("only %d keys", n)
	}
	path := session(t, sheets, 10)
	w := console(t, path)
	w.until(0, regexp.MustCompile("开第 1 组"))
	w.press(keys)
	w.until(0, regexp.MustCompile(fmt.Sprintf("第 %d 组 10 张，两次一致", bundles)))
	w.leave()
	if read, got := tallied(t, path); read != sheets || got != want {
		t.Errorf("%d sheets, %v; want %d, %v", read, got, sheets, want)
	}
	log := string(must(t, program("log", path, "--json")))
	if n := strings.Count(log, `"bundle-checked"`); n != bundles {
		t.Errorf("%d bundles are checked", n)
	}
	if n := strings.Count(log, `"second-ballot-entered"`); n != sheets {
		t.Errorf("%d sheets were keyed again", n)
	}
}

// TestKilledConsoleLosesNoSheetThatWasShown: and it is taken up at the same
// bundle and the next sheet.
func TestKilledConsoleLosesNoSheetThatWasShown(t *testing.T) {
	for range max(1, fewer(3)) {
		path := session(t, 1000, 10)
		w := console(t, path)
		w.until(0, regexp.MustCompile("开第 1 组"))
		keys, _ := piled(500)
		after := 1 + rand.IntN(300)
		go io.WriteString(w.keys, keys)
		for w.shown() < after {
			_, more, ended := w.since(0)
			if ended {
				t.Fatal("the program ended by itself")
			}
			select {
			case <-more:
			case <-time.After(patience):
				t.Fatalf("%d sheets never came", after)
			}
		}
		w.cmd.Process.Signal(syscall.SIGKILL)
		w.end()
		shown := w.shown()
		again := console(t, path)
		first := again.until(0, rowRead)[1]
		again.leave()
		text, _, _ := again.since(0)
		read, _ := tallied(t, path)
		if read < shown || first != fmt.Sprint(read) {
			t.Fatalf("killed after %d sheets were shown as stored; it opens with %s and holds %d", shown, first, read)
		}
		open, bundle := opened(t, path)
		want := fmt.Sprintf("第 %d 组  第 %d 张", bundle, min(read-10*(bundle-1)+1, 10))
		if !open {
			want = fmt.Sprintf("开第 %d 组", bundle+1)
		}
		closely := strings.Join(strings.Fields(text), "") // a sentence may go on in the next row
		if !strings.Contains(text, want) || open && !strings.Contains(closely, "已回到上次离开的地方") {
			t.Errorf("it is not taken up at %s:\n%s", want, text)
		}
	}
}

// leave leaves as a chair does.
func (w *terminal) leave() {
	w.t.Helper()
	from := w.mark()
	w.press("\x11") // Ctrl+Q
	w.until(from, regexp.MustCompile("要离开会议吗"))
	w.press("2")
	if state := w.end(); state.ExitCode() != 0 {
		w.t.Errorf("ended with %v", state)
	}
}

// opened is the session's last bundle, and whether it is open.
func opened(t testing.TB, path string) (open bool, bundle int) {
	t.Helper()
	log := string(must(t, program("log", path, "--json")))
	for line := range strings.Lines(log) {
		switch {
		case strings.Contains(line, `"bundle-opened"`):
			open, bundle = true, bundle+1
		case strings.Contains(line, `"bundle-closed"`):
			open = false
		}
	}
	return open, bundle
}

// TestSignalsEndTheConsoleCleanly: what was keyed is in the session, and the
// terminal is given back.
func TestSignalsEndTheConsoleCleanly(t *testing.T) {
	signals := []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP}
	for _, s := range signals[:max(1, fewer(len(signals)))] {
		path := session(t, 50, 10)
		w := console(t, path)
		w.until(0, regexp.MustCompile("开第 1 组"))
		keys, _ := piled(7)
		w.press(keys[:len(begun)+2*7])
		w.until(0, regexp.MustCompile(`第 7 张 +\S+ · \S+ +(✓ 已保存|正在保存)`))
		w.cmd.Process.Signal(s)
		if state := w.end(); state.ExitCode() != 0 {
			t.Errorf("%v: ended with %v", s, state)
		}
		if !bytes.Contains(w.all(), []byte("\x1b[?1049l")) {
			t.Errorf("%v: the terminal is left as the program had it", s)
		}
		if read, _ := tallied(t, path); read != 7 {
			t.Errorf("%v: %d sheets of 7", s, read)
		}
	}
}

// TestClosedWindowLosesNothing: the terminal goes away under the program.
func TestClosedWindowLosesNothing(t *testing.T) {
	path := session(t, 50, 10)
	w := console(t, path)
	w.until(0, regexp.MustCompile("开第 1 组"))
	w.press(begun + "112233")
	w.until(0, stored(3))
	w.keys.Close() // the program is sent a SIGHUP and has nobody to write to
	w.end()
	if read, _ := tallied(t, path); read != 3 {
		t.Errorf("%d sheets of 3", read)
	}
}

// BenchmarkKeyToFrame is the time from the key that completes a sheet to the
// frame that shows it as stored, in the program itself through a
// pseudo-terminal, and where that time goes: the frame alone (a key that stores
// nothing), the journal alone, and beside them the least that could make the
// same bytes last on this disk, and the renderer's tick.
func BenchmarkKeyToFrame(b *testing.B) {
	const sheets = 100_000
	path := session(b, sheets, 100)
	w := console(b, path)
	w.until(0, regexp.MustCompile("开第 1 组"))
	var keyed, drawn []time.Duration
	done := 0
	for b.Loop() {
		if done%100 == 0 {
			if done > 0 {
				from := w.mark()
				w.press("100\r")
				w.until(from, regexp.MustCompile("已封组"))
			}
			from := w.mark()
			if done == 0 {
				w.press(begun)
			} else {
				w.press("\r")
			}
			w.until(from, ready)
		}
		pause(b) // so that keys fall anywhere between two ticks
		from, at := w.mark(), time.Now()
		w.press("1")
		w.until(from, regexp.MustCompile(`\[1 好\]`))
		drawn = append(drawn, time.Since(at))
		pause(b)
		from, at = w.mark(), time.Now()
		w.press("2")
		done++
		w.until(from, stored(done))
		keyed = append(keyed, time.Since(at))
	}
	report(b, keyed, "key")
	report(b, drawn, "frame-only")
	report(b, journalAppends(b, 300), "journal")
	report(b, rawAppends(b, 300), "raw-fsync")
	b.ReportMetric(1000.0/framesASecond, "tick-ms")
	b.ReportMetric(0, "ns/op")
}

// pause waits as a hand would at its fastest, about three ticks, so that the key
// after it falls anywhere between two.
func pause(b *testing.B) {
	const tick = int64(time.Second / framesASecond)
	<-time.After(time.Duration(3*tick + rand.Int64N(tick)))
}

// report gives the middle and the slowest hundredth of what was measured.
func report(b *testing.B, took []time.Duration, what string) {
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[min(len(took)-1, int(share*float64(len(took))))]) / float64(time.Millisecond)
	}
	b.ReportMetric(at(0.50), what+"-p50-ms")
	b.ReportMetric(at(0.99), what+"-p99-ms")
}

// journalAppends is what the journal alone takes for one ballot.
func journalAppends(b *testing.B, n int) []time.Duration {
	b.Helper()
	kind, body := meeting.Encode(meeting.BallotEntered{Marks: []tally.Mark{1, 2}})
	book, err := journal.Create(filepath.Join(b.TempDir(), "a.shuping"), journal.Entry{Kind: kind, Event: body})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	took := make([]time.Duration, n)
	for i := range took {
		at := time.Now()
		if _, err := book.Append(journal.Entry{Kind: kind, Event: body}); err != nil {
			b.Fatal(err)
		}
		took[i] = time.Since(at)
	}
	return took
}

// rawAppends is one write to the end of a file and one flush, of a record's
// length.
func rawAppends(b *testing.B, n int) []time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	record := bytes.Repeat([]byte("x"), 230)
	took := make([]time.Duration, n)
	for i := range took {
		at := time.Now()
		if _, err := f.Write(record); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		took[i] = time.Since(at)
	}
	return took
}

// choose opens the menu, types a name and does what it finds first.
func (w *terminal) choose(name string) {
	w.t.Helper()
	from := w.mark()
	w.press("\x1b[21~") // F10
	w.until(from, regexp.MustCompile("打字查找"))
	from = w.mark()
	w.press(name)
	w.until(from, regexp.MustCompile("▸ "+name))
	w.press("\r")
}

// takeUp takes up a question that opened by itself, however late the program hears it:
// a key that comes before the hands were seen to rest is refused, and said again.
func (w *terminal) takeUp() {
	w.t.Helper()
	from := w.mark()
	awake := regexp.MustCompile("Enter 确定")
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		time.Sleep(500 * time.Millisecond)
		if text, _, _ := w.since(from); awake.MatchString(text) {
			return
		}
		w.press("\t")
	}
	w.t.Fatal("the question is not taken up")
}
