package wall

import (
	"bytes"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"shuping/internal/journal"
)

func full() Note {
	hash := journal.Hash(bytes.Repeat([]byte{255}, 32))
	return Note{Session: hash, Process: math.MaxInt, Seq: math.MaxUint64, Hash: hash, View: View{true, math.MaxInt}, Beat: math.MaxUint64}
}

func TestNoteComesBack(t *testing.T) {
	session := filepath.Join(t.TempDir(), "meeting.shuping")
	if _, err := ReadNote(session); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("before: %v", err)
	}
	for _, n := range []Note{{Seq: 1}, full(), {Seq: 7, View: View{Page: 4}}} {
		if err := WriteNote(session, n); err != nil {
			t.Fatal(err)
		}
		if got, err := ReadNote(session); err != nil || got != n {
			t.Errorf("%v, %v; want %v", got, err, n)
		}
		info, err := os.Stat(Path(session))
		if err != nil || info.Size() > Limit {
			t.Errorf("%v, %v", info, err)
		}
	}
	for range 2 {
		if err := RemoveNote(session); err != nil {
			t.Error(err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(session)); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}

func TestNoteOfAnybodyElseIsRefused(t *testing.T) {
	session := filepath.Join(t.TempDir(), "meeting.shuping")
	if err := WriteNote(session, Note{Seq: 1}); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(Path(session))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"empty": "", "half": string(good[:len(good)/2]), "no object": "[]",
		"another format":          strings.Replace(string(good), "wall/1", "wall/2", 1),
		"another member":          strings.Replace(string(good), "{", `{"who":"me",`, 1),
		"no record":               strings.Replace(string(good), `"seq":1`, `"seq":0`, 1),
		"a page before the first": strings.Replace(string(good), `"page":0`, `"page":-1`, 1),
		"too long":                string(good) + strings.Repeat(" ", Limit),
	} {
		if text == string(good) {
			t.Fatal(name)
		}
		if err := os.WriteFile(Path(session), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if n, err := ReadNote(session); err != errForeign {
			t.Errorf("%s: %v, %v", name, n, err)
		}
	}
}

// TestNoteIsWholeAtEveryMoment reads beside a writer that does not pause.
func TestNoteIsWholeAtEveryMoment(t *testing.T) {
	session := filepath.Join(t.TempDir(), "meeting.shuping")
	if err := WriteNote(session, full()); err != nil {
		t.Fatal(err)
	}
	var writing sync.WaitGroup
	writing.Go(func() {
		for i := range uint64(500) {
			if err := WriteNote(session, Note{Seq: i + 1, Beat: i}); err != nil {
				t.Error(err)
			}
		}
	})
	last := uint64(0)
	for last != 500 {
		n, err := ReadNote(session)
		if err != nil || n.Seq < last && last != math.MaxUint64 {
			t.Fatalf("%v after %d, %v", n, last, err)
		}
		if last = n.Seq; t.Failed() {
			break
		}
	}
	writing.Wait()
}
