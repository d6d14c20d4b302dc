package journal

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A session made from the lines of another is that one, to the byte of its twin and
// without a note at opening, and goes on.
func TestRestoredSessionIsTheSame(t *testing.T) {
	lines, err := os.ReadFile(session(t, 30) + suffix)
	must(t, err)
	path := filepath.Join(t.TempDir(), "again.shuping")
	last, err := Restore(path, bytes.NewReader(lines))
	must(t, err)
	if again, err := os.ReadFile(path + suffix); err != nil || !bytes.Equal(again, lines) {
		t.Errorf("the twin differs: %v", err)
	}
	b, report, err := Open(path)
	must(t, err)
	defer b.Close()
	if len(report.Notes) > 0 || b.Head().Seq != 30 || b.Head() != last {
		t.Errorf("opened with %v at %d", report.Notes, b.Head().Seq)
	}
	appendTo(t, b, entries(31, 33)...)
	if _, err := Restore(path, bytes.NewReader(lines)); CodeOf(err) != Exists {
		t.Error("a name that is taken was given away")
	}
}

// What proves nothing is refused, and no file is left.
func TestRestoreRefusesWhatProvesNothing(t *testing.T) {
	lines, err := os.ReadFile(session(t, 9) + suffix)
	must(t, err)
	flipped := bytes.Clone(lines)
	flipped[len(flipped)/2] ^= 1
	for name, bad := range map[string][]byte{"flipped": flipped, "torn": lines[:len(lines)-1], "nothing": nil, "headless": lines[bytes.IndexByte(lines, '\n')+1:]} {
		dir := t.TempDir()
		_, err := Restore(filepath.Join(dir, "a.shuping"), bytes.NewReader(bad))
		if code := CodeOf(err); code != Damaged && code != Torn && code != Empty {
			t.Errorf("%s: %v", name, err)
		}
		if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
			t.Errorf("%s: left %v, %v", name, left, err)
		}
	}
}
