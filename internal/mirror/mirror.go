package mirror

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"shuping/internal/attached"
	"shuping/internal/durable"
	"shuping/internal/fault"
	"shuping/internal/journal"
)

// Ending is what the name of a mirror ends with.
const Ending = ".shuping-mirror"

// Path is where the mirror of a session lies in a folder.
func Path(session, folder string) string {
	return filepath.Join(folder, strings.TrimSuffix(filepath.Base(session), filepath.Ext(session))+Ending)
}

// How often a mirror looks for new records, and how long Close waits for a disk that
// does not answer.
const (
	pollEvery = time.Second
	patience  = 3 * time.Second
)

// A State is how a mirror stands.
type State struct {
	Path  string
	Seq   uint64       // the last record that is flushed there, 0 before the first
	Fault *fault.Fault // why it goes no further, nil where it does
}

// A Setting is what is mirrored, and where.
type Setting struct {
	Session, Folder string
	// Anew is that the mirror was never there and may be made. Where it is false and
	// the mirror is not there, its disk is not, and no other file takes its place.
	Anew         bool
	Acknowledged func() journal.Head // as far as records may be mirrored
	Changed      func()              // is called when the mirror stands otherwise; it must not wait
}

// A Mirror follows one session. It is safe for several goroutines.
type Mirror struct {
	Setting
	wake       chan struct{}
	stop, over chan struct{}
	once       sync.Once

	mu    sync.Mutex
	state State

	copyist // the goroutine's own
}

// Keep mirrors a session until Close.
func Keep(s Setting) *Mirror {
	path := Path(s.Session, s.Folder)
	m := &Mirror{
		Setting: s, state: State{Path: path},
		wake: make(chan struct{}, 1), stop: make(chan struct{}), over: make(chan struct{}),
		copyist: copyist{session: s.Session, path: path, anew: s.Anew},
	}
	go m.run()
	return m
}

// Wake says that something was recorded. It does not wait.
func (m *Mirror) Wake() {
	select {
	case m.wake <- struct{}{}:
	default:
	}
}

// State is how the mirror stands now.
func (m *Mirror) State() State {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.state
}

// Close makes up for what is missing and ends the mirror. A disk that does not answer
// is left alone after some seconds.
func (m *Mirror) Close() {
	m.once.Do(func() { close(m.stop) })
	select {
	case <-m.over:
	case <-time.After(patience):
	}
}

func (m *Mirror) run() {
	defer close(m.over)
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		m.pass()
		select {
		case <-m.stop:
			m.pass()
			m.drop()
			return
		case <-m.wake:
			if m.State().Fault != nil {
				continue // it is tried again at the next tick
			}
		case <-tick.C:
		}
	}
}

// pass brings the mirror up to what is acknowledged, as far as its disk lets it.
func (m *Mirror) pass() {
	err := m.copyUpTo(m.Acknowledged())
	m.mu.Lock()
	before := m.state
	if m.state.Fault = nil; err != nil {
		m.state.Fault = diskFault(m.path, err)
	} else {
		m.state.Seq = m.follower.Head().Seq
	}
	changed := before.Seq != m.state.Seq || codeOf(before.Fault) != codeOf(m.state.Fault)
	m.mu.Unlock()
	if changed {
		m.Changed()
	}
}

// A copyist writes a mirror.
type copyist struct {
	session, path string
	anew          bool // it may be made: it was never there

	file     *os.File // nil where the mirror was never opened, or its disk failed
	follower *journal.Follower
	at       int64 // where the next line of the session belongs
	old      int64 // how long the mirror is
	lines    []byte
	files    time.Time // when the folder of attached files was changed last
}

// copyUpTo copies what the mirror lacks and flushes it. After an error the mirror is
// opened anew, and held against the session from the first byte.
func (c *copyist) copyUpTo(head journal.Head) error {
	err := c.open()
	if err == nil {
		err = c.follow(head)
	}
	if errors.Is(err, journal.ErrAnew) { // the session's own files were written anew
		c.drop()
		if err = c.open(); err == nil {
			err = c.follow(head)
		}
	}
	if err == nil {
		err = c.attach()
	}
	if err != nil {
		c.drop()
	}
	return err
}

func (c *copyist) open() error {
	if c.file != nil {
		_, err := os.Stat(filepath.Dir(c.path)) // a file that is open outlives a disk that is gone
		return err
	}
	if info, err := os.Lstat(c.path); err == nil && !info.Mode().IsRegular() {
		return blame(Other, fault.Place{File: c.path})
	}
	how := os.O_RDWR
	if c.anew {
		how |= os.O_CREATE
	}
	file, err := os.OpenFile(c.path, how, 0o600)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		file.Close()
		return err
	}
	durable.Sweep(attached.Folder(c.path)) // what a killed program has left
	c.file, c.follower, c.at, c.old, c.files = file, journal.Follow(c.session), 0, info.Size(), time.Time{}
	return nil
}

// drop closes the file, if there is one.
func (c *copyist) drop() {
	if c.file != nil {
		c.file.Close()
		c.file = nil
	}
}

// portion is how many bytes are written at a time.
const portion = 1 << 20

func (c *copyist) follow(head journal.Head) error {
	before := c.at
	c.lines = c.lines[:0]
	err := c.follower.Poll(head, func(r journal.Record) error {
		line := append(r.Line(), '\n')
		if c.at < c.old {
			if err := c.compare(r.Seq, line); err != nil {
				return err
			}
		}
		c.lines = append(c.lines, line...)
		if c.at += int64(len(line)); len(c.lines) < portion {
			return nil
		}
		return c.write()
	})
	if err == nil {
		err = c.write()
	}
	switch {
	case err != nil:
		return err
	case c.at < c.old:
		return blame(Further, fault.Place{File: c.path, Record: c.follower.Head().Seq})
	case c.at > before:
		err = c.file.Sync()
	}
	c.anew = c.anew && err != nil
	return err
}

// compare holds a line against what stands in its place: the same, or a beginning of it
// that a pulled disk has left.
func (c *copyist) compare(seq uint64, line []byte) error {
	there := make([]byte, min(int64(len(line)), c.old-c.at))
	if _, err := c.file.ReadAt(there, c.at); err != nil {
		return err
	}
	switch {
	case string(there) == string(line[:len(there)]):
		return nil
	case seq == 1:
		return blame(Other, fault.Place{File: c.path})
	}
	return blame(Forked, fault.Place{File: c.path, Record: seq})
}

// write writes the lines that are waiting, but not those that are there.
func (c *copyist) write() error {
	from := c.at - int64(len(c.lines))
	lines := c.lines
	c.lines = c.lines[:0]
	if c.at <= c.old {
		return nil
	}
	if skip := c.old - from; skip > 0 {
		lines, from = lines[skip:], c.old
	}
	if _, err := c.file.WriteAt(lines, from); err != nil {
		return err
	}
	c.old = c.at
	return nil
}
