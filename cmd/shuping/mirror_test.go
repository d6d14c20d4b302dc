package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/mirror"
	"shuping/internal/room"
	"shuping/internal/words"
	"shuping/tui"
	"shuping/tui/desk"
)

func fine(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// mirrorable is a session of the embedded plan under a name that no other test has.
func mirrorable(t *testing.T, m *Main, name string) (*room.Room, *room.Pen) {
	t.Helper()
	t.Cleanup(func() { // what is restored of it lies in the program's own folder
		made, err := filepath.Glob(filepath.Join(sessionDir(), name+"*"))
		fine(t, err)
		for _, path := range made {
			fine(t, os.RemoveAll(path))
		}
	})
	r, err := m.create(filepath.Join(t.TempDir(), name+sessionEnding), data.DefaultPlan, false)
	fine(t, err)
	t.Cleanup(func() { r.Close() })
	return r, r.Pen(meeting.Person{Role: "console"}, "")
}

func arrive(t *testing.T, pen *room.Pen, n int) {
	t.Helper()
	_, err := pen.Submit(meeting.CountHeads{Expected: 46, Present: n})
	fine(t, err)
}

// copied ends a mirror once it has all, and says how it stood.
func copied(mr *mirroring) (told string) {
	mr.close()
	return mr.told(tui.Sight{}).Mirror.Says
}

// TestMeetingGoesOnFromItsMirror: on another computer with every record, and back to
// the same stick; when the first computer is found again it is told apart.
func TestMeetingGoesOnFromItsMirror(t *testing.T) {
	m, _, _ := newMain("")
	r, pen := mirrorable(t, m, "镜像-继续")
	stick := t.TempDir()
	first := m.mirrors(r)
	if first.told(tui.Sight{}).Mirror != (desk.Copy{}) {
		t.Error("a mirror that nobody asked for")
	}
	path, err := first.begin(stick)
	fine(t, err)
	arrive(t, pen, 40)
	if told := copied(first); told != "镜像到第 2 条" {
		t.Error(told)
	}

	session, notes, err := m.fromMirror(path)
	fine(t, err)
	if filepath.Dir(session) != sessionDir() || len(notes) != 1 || !strings.Contains(notes[0], "2 条") {
		t.Errorf("%s, %q", session, notes)
	}
	other, _, err := m.open(session)
	fine(t, err)
	defer other.Close()
	second := m.mirrors(other)
	arrive(t, other.Pen(meeting.Person{Role: "console"}, ""), 41)
	if told := copied(second); told != "镜像到第 3 条" {
		t.Error(told)
	}

	again := m.mirrors(r)
	defer again.close()
	again.close()
	if s := again.told(tui.Sight{}); !strings.Contains(s.Warning, "另一台电脑上继续") || !strings.Contains(s.Warning, "第 2 条为止") {
		t.Errorf("%+v", s.Warning)
	}
	if told := m.mirrorStands(r.Path()); !strings.Contains(told, "另一台电脑上继续") {
		t.Errorf("an export says %q", told)
	}
	arrive(t, pen, 39)
	again = m.mirrors(r)
	again.close()
	if s := again.told(tui.Sight{}); !strings.Contains(s.Warning, "第 3 条起与本机不同") {
		t.Errorf("%+v", s.Warning)
	}
	if told := m.mirrorStands(r.Path()); !strings.Contains(told, "第 3 条起与本机不同") {
		t.Errorf("an export says %q", told)
	}
	was, err := os.ReadFile(path)
	fine(t, err)
	if now, err := os.ReadFile(session + twinSuffix); err != nil || !bytes.Equal(was, now) {
		t.Error("the mirror is not the second computer's any more")
	}
}

// TestMirrorFindsTheSessionThatIsThere: one that has all of it is opened, and one that
// has not stays as it is beside the new one.
func TestMirrorFindsTheSessionThatIsThere(t *testing.T) {
	m, _, _ := newMain("")
	r, pen := mirrorable(t, m, "镜像-本机")
	mr := m.mirrors(r)
	path, err := mr.begin(t.TempDir())
	fine(t, err)
	copied(mr)
	if told := m.mirrorStands(r.Path()); told != "" {
		t.Errorf("an export says %q", told)
	}
	arrive(t, pen, 38)
	if told := m.mirrorStands(r.Path()); !strings.Contains(told, "只到第 1 条，归档包到第 2 条") {
		t.Errorf("an export says %q", told)
	}
	session, _, err := m.fromMirror(path)
	fine(t, err)
	here, _, err := m.open(session)
	fine(t, err)
	arrive(t, here.Pen(meeting.Person{Role: "console"}, ""), 40)
	fine(t, here.Close())
	got, notes, err := m.fromMirror(path)
	if err != nil || got != session || len(notes) != 1 || !strings.Contains(notes[0], "镜像到第 1 条，本机到第 2 条") {
		t.Errorf("%s, %q, %v", got, notes, err)
	}

	arrive(t, pen, 39)
	mr = m.mirrors(r)
	copied(mr)
	got, notes, err = m.fromMirror(path)
	if err != nil || got != strings.TrimSuffix(session, sessionEnding)+"-2"+sessionEnding || len(notes) != 2 || !strings.Contains(notes[0], "第 2 条起不同") {
		t.Errorf("%s, %q, %v", got, notes, err)
	}
}

// TestMirrorWantsAnotherFolder, and what it is told to stop leaves nothing behind but
// the mirror.
func TestMirrorWantsAnotherFolder(t *testing.T) {
	m, _, _ := newMain("")
	r, _ := mirrorable(t, m, "镜像-文件夹")
	mr := m.mirrors(r)
	if _, err := mr.begin(filepath.Dir(r.Path())); err == nil || !strings.Contains(err.Error(), "U盘") {
		t.Error(err)
	}
	path, err := mr.begin(t.TempDir())
	fine(t, err)
	fine(t, mr.end())
	fine(t, mr.end())
	if exists(r.Path()+mirrorNote) || !exists(path) || mr.told(tui.Sight{}).Mirror != (desk.Copy{}) {
		t.Error("it has not stopped")
	}
	letter := filepath.Join(t.TempDir(), "信"+mirror.Ending)
	fine(t, os.WriteFile(letter, []byte("亲爱的同志：\n"), 0o600))
	_, _, err = m.fromMirror(letter)
	if said := m.sentence(err); !strings.Contains(said, letter) || exists(filepath.Join(sessionDir(), "信"+sessionEnding)) {
		t.Error(said)
	}
	if words.MirrorAt(words.English) == words.MirrorAt(words.Chinese) {
		t.Error("one language")
	}
}
