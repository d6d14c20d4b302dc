package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// taker keeps the lines that it was handed since it began anew.
type taker struct {
	lines []string
	fails uint64 // at this record; 0 never
}

var errTaker = errors.New("no")

func (k *taker) take(r Record) error {
	if r.Seq == 1 {
		k.lines = nil
	}
	k.lines = append(k.lines, string(r.Line()))
	if r.Seq == k.fails {
		return errTaker
	}
	return nil
}

// harmed is a session of n records of which one copy lags or is bad.
func harmed(t *testing.T, n int, how string) string {
	t.Helper()
	path := session(t, n)
	older, olderTwin := read(t, path), read(t, path+suffix)
	b, _ := opened(t, path)
	appendTo(t, b, entries(n+1, n+3)...)
	must(t, b.Close())
	newer, twin := read(t, path), read(t, path+suffix)
	cut := bytes.Clone(twin)
	cut[len(cut)/2] ^= 1
	spoiled := bytes.Clone(newer)
	spoiled[len(spoiled)/2] ^= 1
	files := map[string][2][]byte{
		"nothing": {newer, twin}, "a lagging book": {older, twin}, "a lagging twin": {newer, olderTwin},
		"no book": {nil, twin}, "no twin": {newer, nil}, "a bad twin": {newer, cut}, "a bad book": {spoiled, twin},
		"half a line": {newer, slices.Concat(twin, []byte(`{"event":{`))},
	}[how]
	for i, name := range []string{path, path + suffix} {
		must(t, os.Remove(name))
		if files[i] != nil {
			must(t, os.WriteFile(name, files[i], 0o600))
		}
	}
	return path
}

var harms = []string{"nothing", "a lagging book", "a lagging twin", "no book", "no twin", "a bad twin", "a bad book", "half a line"}

// Whatever state the two copies are in, what was handed out is the chain that holds.
func TestReplayingHandsOutTheChainThatHolds(t *testing.T) {
	for _, how := range harms {
		var k taker
		book, _, taken, err := OpenReplaying(harmed(t, 9, how), k.take)
		if err != nil || taken != nil {
			t.Errorf("%s: %v, %v", how, err, taken)
			continue
		}
		var want []string
		for r, err := range book.Records(1) {
			must(t, err)
			want = append(want, string(r.Line()))
		}
		must(t, book.Close())
		if len(want) < 9 || !slices.Equal(k.lines, want) {
			t.Errorf("%s: handed out %d of %d", how, len(k.lines), len(want))
		}
		path := harmed(t, 9, how)
		plain, _, refused := Read(path)
		var again taker
		reading, _, taken, err := ReadReplaying(path, again.take)
		if CodeOf(err) != CodeOf(refused) || taken != nil {
			t.Errorf("%s: read %v, %v; Read gives %v", how, err, taken, refused)
		}
		if err != nil || refused != nil {
			continue
		}
		if reading.Head() != plain.Head() || uint64(len(again.lines)) != plain.Head().Seq {
			t.Errorf("%s: handed out %d of %d", how, len(again.lines), plain.Head().Seq)
		}
		plain.Close()
		reading.Close()
	}
}

// What take refuses is told, and the book is open all the same.
func TestReplayingTellsWhatWasRefused(t *testing.T) {
	for _, how := range harms {
		k := taker{fails: 7}
		book, _, taken, err := OpenReplaying(harmed(t, 9, how), k.take)
		if err != nil || taken != errTaker || len(k.lines) != 7 {
			t.Errorf("%s: %v, %v after %d", how, err, taken, len(k.lines))
			continue
		}
		must(t, book.Close())
	}
	if _, _, _, err := OpenReplaying(filepath.Join(t.TempDir(), "none"), (&taker{}).take); CodeOf(err) != Missing {
		t.Error(err)
	}
}

// A twin that parts from a sound book is judged by its own lines.
func TestTwinThatPartsIsProvenByItself(t *testing.T) {
	path := session(t, 40)
	whole := read(t, path+suffix)
	for _, at := range []int{0, 1, 17, 39} {
		lines := strings.SplitAfter(string(whole), "\n")
		lines[at] = strings.Replace(lines[at], `"seq":`, `"seq":9`, 1)
		v, err := examine(read(t, path), []byte(strings.Join(lines, "")))
		must(t, err)
		if f := v.twin.flaw; f == nil || f.At.Record != uint64(at)+1 || f.At.Line != at+1 || v.twin.count() != uint64(at) {
			t.Errorf("line %d: %v, %d proven", at+1, f, v.twin.count())
		}
	}
}
