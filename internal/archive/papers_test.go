package archive

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// Papers are written at any time, are drafts before the seal, and are those of the
// bag behind it.
func TestPapersOfAMeeting(t *testing.T) {
	dir := t.TempDir()
	opened := recorded(t, demanding(t), strings.TrimSuffix(watched, "seal\n"))
	for name, src := range map[string]records{"opened": opened[:1], "counted": opened} {
		list, err := Papers(context.Background(), filepath.Join(dir, name), src, means(), nil)
		files := tree(t, filepath.Join(dir, name))
		if err != nil || len(list) < 9 || len(files) != len(list) || !bytes.Contains(files["13-会议记录.docx"], []byte("草稿")) {
			t.Errorf("%s: %v, %d of %d", name, err, len(files), len(list))
		}
		for _, p := range list {
			if len(files[p.Name]) == 0 || p.Title == "" {
				t.Errorf("%s: %s %q has %d bytes", name, p.Name, p.Title, len(files[p.Name]))
			}
		}
	}
	src := recorded(t, demanding(t), watched+corrected)
	if _, err := Papers(context.Background(), filepath.Join(dir, "sealed"), src, means(), nil); err != nil {
		t.Fatal(err)
	}
	bag, files := exported(t, src, means()), tree(t, filepath.Join(dir, "sealed"))
	for name, b := range files {
		if !slices.ContainsFunc(slices.Collect(maps.Values(bag)), func(other []byte) bool { return bytes.Equal(other, b) }) {
			t.Errorf("%s is another in the bag", name)
		}
	}
	if bytes.Contains(files["13-会议记录.docx"], []byte("草稿")) || len(files["12-更正说明.docx"]) == 0 {
		t.Error("what was sealed is a draft, or has no note of its corrections")
	}
}

func TestPapersAreWrittenWholeOrNotAtAll(t *testing.T) {
	src, dir := sealed(t, 12), t.TempDir()
	dst := filepath.Join(dir, "papers")
	for n := 0; ; n += 5 {
		left := n
		x := newExporter(context.Background(), dst, src, means(), nil)
		x.disk = failingDisk{realDisk{}, &left, syscall.ENOSPC}
		_, err := x.papers()
		if err == nil {
			break
		}
		if code(err) != DiskFull {
			t.Errorf("turn %d: %v", n, err)
		}
		if rest, _ := os.ReadDir(dir); len(rest) > 0 {
			t.Fatalf("turn %d has left %v", n, rest)
		}
	}
	before := tree(t, dst)
	if _, err := Papers(context.Background(), dst, src, means(), nil); code(err) != Exists {
		t.Error(err)
	}
	if d := differing(before, tree(t, dst)); len(d) > 0 {
		t.Errorf("%v were written over", d)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Papers(ctx, dst+"2", src, means(), nil); code(err) != Stopped {
		t.Error(err)
	}
	if rest, _ := os.ReadDir(dir); len(rest) != 1 {
		t.Errorf("something was left: %v", rest)
	}
}
