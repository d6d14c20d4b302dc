package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// cut lets a worker append while strace writes down each of its calls, and makes
// from that what a disk may hold when the power goes: all that was flushed, and of
// the rest any sectors in any order.
func cut(c *campaign) error { return c.cutAll(4*c.scale, 150, true) }

// cutControl is a disk that flushes nothing.
func cutControl(c *campaign) error { return c.cutAll(1, 400, false) }

func (c *campaign) cutAll(traces, images int, flushes bool) error {
	for range traces {
		t, err := c.trace()
		if err != nil {
			return err
		}
		for range images {
			if err := c.cutOnce(t, flushes); err != nil {
				return err
			}
		}
		os.RemoveAll(filepath.Dir(t.path))
	}
	return nil
}

// cutOnce makes one image and looks at it.
func (c *campaign) cutOnce(t *trace, flushes bool) error {
	dir := c.folder()
	defer os.RemoveAll(dir)
	at := c.random.IntN(len(t.calls) + 1)
	path := filepath.Join(dir, filepath.Base(t.path))
	for name, before := range t.before {
		image := t.image(name, before, at, flushes, c.random)
		if err := os.WriteFile(filepath.Join(dir, name), image, 0o600); err != nil {
			return err
		}
	}
	f, err := proves(path, t.acked(at), true)
	if err != nil {
		keep := filepath.Join(os.TempDir(), "campaign-broken")
		os.RemoveAll(keep)
		os.CopyFS(keep, os.DirFS(dir))
		return err
	}
	c.count("images of a power cut", 1)
	if f.state != "equal" {
		c.count("left "+f.state, 1)
	}
	return nil
}

// A trace is the calls of one worker.
type trace struct {
	path   string
	before map[string][]byte // the files as they were when it began
	calls  []call
}

// A call writes to a file, sets its size, flushes it, or acknowledges. It began at
// one line of the trace and was over at another.
type call struct {
	kind   string
	name   string // of the file
	bytes  []byte
	offset int64
	ended  int // in calls: how many had begun when it was over
	acked  uint64
}

// acked is what was acknowledged before the at-th call.
func (t *trace) acked(at int) (n uint64) {
	for _, c := range t.calls[:at] {
		n = max(n, c.acked)
	}
	return max(n, 1)
}

const sector = 512

// image is what the disk may hold of a file when the power goes at the at-th call.
func (t *trace) image(name string, before []byte, at int, flushes bool, random *rand.Rand) []byte {
	safe, seen := bytes.Clone(before), bytes.Clone(before)
	flushed := -1 // the last call that a flush which is over has made last
	for i, c := range t.calls[:at] {
		if flushes && c.name == name && strings.HasSuffix(c.kind, "sync") && c.ended <= at {
			flushed = i
		}
	}
	var loose []call
	for i, c := range t.calls[:at] {
		if c.name != name || c.kind != "pwrite64" && c.kind != "ftruncate" {
			continue
		}
		seen = c.on(seen)
		if i < flushed && c.ended <= flushed {
			safe = c.on(safe)
			continue
		}
		loose = append(loose, c)
	}
	for _, c := range loose {
		safe = c.partly(safe, random)
	}
	return safe
}

// on is a file after the call.
func (c call) on(file []byte) []byte {
	if c.kind == "ftruncate" {
		if c.offset <= int64(len(file)) {
			return file[:c.offset]
		}
		return append(file, make([]byte, c.offset-int64(len(file)))...)
	}
	if end := c.offset + int64(len(c.bytes)); end > int64(len(file)) {
		file = append(file, make([]byte, end-int64(len(file)))...)
	}
	copy(file[c.offset:], c.bytes)
	return file
}

// partly is a file when some sectors of the call have reached the disk: none, all, or
// any of them, and the new size or not.
func (c call) partly(file []byte, random *rand.Rand) []byte {
	switch random.IntN(4) {
	case 0:
		return file
	case 1:
		return c.on(file)
	}
	if c.kind == "ftruncate" {
		return file
	}
	from := c.offset
	for len(c.bytes) > 0 {
		n := min(int64(len(c.bytes)), sector-from%sector)
		if random.IntN(2) == 0 {
			part := call{kind: "pwrite64", bytes: c.bytes[:n], offset: from}
			file = part.on(file)
		}
		c.bytes, from = c.bytes[n:], from+n
	}
	return file
}

// trace runs a worker under strace.
func (c *campaign) trace() (*trace, error) {
	path, err := begin(c.folder())
	if err != nil {
		return nil, err
	}
	t := &trace{path: path, before: map[string][]byte{}}
	for _, name := range []string{path, path + ".log"} {
		if t.before[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			return nil, err
		}
	}
	worker, log := c.worker("append", path, 40), path+".strace"
	cmd := exec.Command("strace", append([]string{"-f", "-y", "-xx", "-s", "1000000", "-o", log,
		"-e", "trace=write,pwrite64,fsync,fdatasync,ftruncate"}, worker.Args...)...)
	cmd.Env = worker.Env
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("strace: %w\n%s", err, out)
	}
	f, err := os.Open(log)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return t, t.read(f)
}

var (
	began   = regexp.MustCompile(`^(\d+) +(\w+)\((\d+)<([^>]*)>(.*)$`)
	resumed = regexp.MustCompile(`^(\d+) +<\.\.\. (\w+) resumed>`)
	written = regexp.MustCompile(`^, "((?:\\x[0-9a-f]{2})*)", \d+(?:, (\d+))?`)
	sized   = regexp.MustCompile(`^, (\d+)`)
)

// read takes the calls on the session's files out of what strace has written.
func (t *trace) read(f *os.File) error {
	in := bufio.NewReaderSize(f, 1<<20)
	open := map[string]int{} // by thread, the call that it is in
	for {
		line, err := in.ReadString('\n')
		if line == "" && err != nil {
			break
		}
		if m := resumed.FindStringSubmatch(line); m != nil {
			if i, is := open[m[1]]; is {
				t.calls[i].ended = len(t.calls)
				delete(open, m[1])
			}
			continue
		}
		m := began.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			continue
		}
		one := call{kind: m[2], name: filepath.Base(unhex(m[4]))}
		_, ours := t.before[one.name]
		switch rest := m[5]; {
		case m[2] == "write" && m[3] == "1":
			if w := written.FindStringSubmatch(rest); w != nil {
				one.acked = acknowledged(unhex(w[1]))
			}
			one.name = ""
		case !ours:
			continue
		case m[2] == "pwrite64" || m[2] == "write":
			w := written.FindStringSubmatch(rest)
			if w == nil || w[2] == "" {
				return fmt.Errorf("a line of strace that nobody can read: %.200s", line)
			}
			one.bytes = []byte(unhex(w[1]))
			one.offset, _ = strconv.ParseInt(w[2], 10, 64)
		case m[2] == "ftruncate":
			s := sized.FindStringSubmatch(rest)
			if s == nil {
				return fmt.Errorf("a line of strace that nobody can read: %.200s", line)
			}
			one.offset, _ = strconv.ParseInt(s[1], 10, 64)
		}
		t.calls = append(t.calls, one)
		if strings.Contains(line, "<unfinished ...>") {
			open[m[1]] = len(t.calls) - 1
			t.calls[len(t.calls)-1].ended = 1 << 30
		} else {
			t.calls[len(t.calls)-1].ended = len(t.calls)
		}
	}
	if len(t.calls) < 100 {
		return fmt.Errorf("strace has written down only %d calls", len(t.calls))
	}
	return nil
}

// unhex is text that strace wrote as \x2f\x74.
func unhex(s string) string {
	if !strings.HasPrefix(s, `\x`) {
		return s
	}
	out := make([]byte, 0, len(s)/4)
	for i := 0; i+3 < len(s); i += 4 {
		n, _ := strconv.ParseUint(s[i+2:i+4], 16, 8)
		out = append(out, byte(n))
	}
	return string(out)
}
