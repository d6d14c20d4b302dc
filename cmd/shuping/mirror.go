package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"shuping/internal/mirror"
	"shuping/internal/room"
	"shuping/internal/words"
	"shuping/tui"
)

// mirrorNote is what the name of the file has behind that of a session in which the
// folder of its mirror stands, so that the mirror goes on when the session is opened
// again.
const mirrorNote = ".mirror"

// noteLimit is as much of it as is read. A mirror is restored under the first of so
// many names that is free.
const (
	noteLimit  = 8 << 10
	namesTried = 99
)

// A mirroring is the mirror of the session that is open, if somebody asked for one.
type mirroring struct {
	main *Main
	room *room.Room

	mu     sync.Mutex
	mirror *mirror.Mirror // nil where nobody did
}

// mirrors goes on with the mirror that a session had when it was open last.
func (m *Main) mirrors(r *room.Room) *mirroring {
	mr := &mirroring{main: m, room: r}
	if folder := mirrorFolder(r.Path()); folder != "" {
		mr.keep(folder, false)
	}
	return mr
}

// mirrorFolder is the folder of a session's mirror, "" where there is none.
func mirrorFolder(session string) string {
	folder, err := readAtMost(session+mirrorNote, noteLimit)
	if err != nil {
		return ""
	}
	return string(folder)
}

// keep mirrors into a folder from now on.
func (mr *mirroring) keep(folder string, anew bool) {
	mr.mu.Lock()
	defer mr.mu.Unlock()
	mr.mirror = mirror.Keep(mirror.Setting{
		Session: mr.room.Path(), Folder: folder, Anew: anew,
		Acknowledged: mr.room.Head, Changed: mr.room.Refresh,
	})
}

// begin mirrors into a folder, from the first record on.
func (mr *mirroring) begin(folder string) (path string, err error) {
	session, err := filepath.Abs(mr.room.Path())
	if err != nil {
		return "", err
	}
	if filepath.Dir(session) == filepath.Clean(folder) {
		return "", fail(words.MirrorSameFolder(mr.main.lang), words.Values("path", folder))
	}
	if err := mr.end(); err != nil {
		return "", err
	}
	if err := os.WriteFile(session+mirrorNote, []byte(folder), 0o600); err != nil {
		return "", err
	}
	mr.keep(folder, true)
	return mirror.Path(session, folder), nil
}

// end ends the mirror, which stays where it is.
func (mr *mirroring) end() error {
	mr.close()
	mr.mu.Lock()
	mr.mirror = nil
	mr.mu.Unlock()
	mr.room.Refresh()
	err := os.Remove(mr.room.Path() + mirrorNote)
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// close lets the mirror make up for what it lacks, and ends it until the session is
// opened again.
func (mr *mirroring) close() {
	if at := mr.current(); at != nil {
		at.Close()
	}
}

// wake says that something was recorded.
func (mr *mirroring) wake() {
	if at := mr.current(); at != nil {
		at.Wake()
	}
}

func (mr *mirroring) current() *mirror.Mirror {
	mr.mu.Lock()
	defer mr.mu.Unlock()
	return mr.mirror
}

// told is a sight in which it stands how far the mirror is, and why no further.
func (mr *mirroring) told(t tui.Sight) tui.Sight {
	at := mr.current()
	if at == nil {
		return t
	}
	s, say := at.State(), words.MirrorAt
	switch {
	case s.Seq == 0:
		say = words.MirrorStarting
	case s.Fault != nil:
		say = words.MirrorHalted
	}
	t.Mirror.Says = mr.main.say(say, "record", s.Seq)
	if s.Fault != nil {
		t.Mirror.Fault = mr.main.sentence(s.Fault)
		t.Warning = cmp.Or(t.Warning, t.Mirror.Fault)
	}
	return t
}

// mirrorStands is what there is to say of the mirror of a session that is exported: that
// it says something else, cannot be read or is behind. It is "" where nothing is.
func (m *Main) mirrorStands(session string) string {
	folder := mirrorFolder(session)
	if folder == "" {
		return ""
	}
	path := mirror.Path(session, folder)
	is, err := mirror.Compare(path, session)
	if err != nil {
		return m.sentence(err)
	}
	if f := is.Fault(path); f != nil {
		return m.sentence(f)
	}
	if is.Mirror < is.Session {
		return m.say(words.MirrorIsShort, "path", path, "mirror", is.Mirror, "session", is.Session)
	}
	return ""
}

// fromMirror is the session in the program's own folder that goes on where a mirror
// ends: one that is made from it, or the one that is there and has all of it. What
// says something else is left as it is, and told.
func (m *Main) fromMirror(path string) (session string, notes []string, err error) {
	folder := sessionDir()
	name := strings.TrimSuffix(filepath.Base(path), mirror.Ending)
	for n := range namesTried {
		session = filepath.Join(folder, name+sessionEnding)
		if n > 0 {
			session = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n+1, sessionEnding))
		}
		if !exists(session) && !exists(session+twinSuffix) {
			note, err := m.restoreMirror(path, session)
			return session, append(notes, note), err
		}
		is, err := mirror.Compare(path, session)
		switch {
		case err != nil:
			return "", nil, err
		case is.Same == 0: // another meeting
		case is.Same == is.Mirror:
			return session, []string{m.say(words.MirrorIsBehind, "mirror", is.Mirror, "session", is.Session)}, nil
		case is.Same == is.Session:
			notes = append(notes, m.say(words.MirrorGoesFurther, "path", session, "session", is.Session))
		default:
			notes = append(notes, m.say(words.MirrorForked, "path", session, "record", is.Same+1))
		}
	}
	return "", nil, fail(words.MirrorNoName(m.lang), words.Values("path", path, "folder", folder))
}

// restoreMirror makes a session from a mirror, which it goes on to keep where the name
// is the same.
func (m *Main) restoreMirror(path, session string) (note string, err error) {
	if err := os.MkdirAll(filepath.Dir(session), 0o700); err != nil {
		return "", err
	}
	records, err := mirror.Restore(path, session)
	if err != nil {
		return "", err
	}
	if full, err := filepath.Abs(path); err == nil && mirror.Path(session, filepath.Dir(full)) == full {
		if err := os.WriteFile(session+mirrorNote, []byte(filepath.Dir(full)), 0o600); err != nil {
			return "", err
		}
	}
	return m.say(words.MirrorRestored, "path", session, "records", records), nil
}
