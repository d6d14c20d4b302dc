package seat

import (
	"context"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/ssh"
)

// A Size is that of a terminal, in cells.
type Size struct{ Width, Height int }

// A Sitting is one seat that is taken.
type Sitting struct {
	Number int
	Role   Role
	From   string // the address
	Term   string // what the terminal calls itself
	In     io.Reader
	Out    io.Writer
	Size   Size
	Sizes  <-chan Size // the newest that was not taken yet
}

// The largest terminal that is believed.
const (
	maxWidth  = 1000
	maxHeight = 500
)

// sit serves a session of a connection that has typed its PIN.
func (d *Door) sit(s ssh.Session) {
	role, ok := s.Context().Value(sitsAs{}).(Role)
	if !ok {
		return
	}
	ctx, out := context.WithCancel(s.Context())
	defer out()
	from := host(s.RemoteAddr())
	d.mu.Lock()
	if d.shut || len(d.seats) >= together { // several may have typed the PIN meanwhile
		d.mu.Unlock()
		return
	}
	d.sitting.Add(1)
	defer d.sitting.Done()
	d.last++
	number := d.last
	d.seats = append(d.seats, taken{Seated{number, role, from, d.set.Clock()}, out})
	d.mu.Unlock()
	d.happens(Event{What: Sat, Role: role, From: from})
	defer func() {
		d.mu.Lock()
		for i, t := range d.seats {
			if t.Number == number {
				d.seats = append(d.seats[:i:i], d.seats[i+1:]...)
				break
			}
		}
		d.mu.Unlock()
		d.happens(Event{What: Left, Role: role, From: from})
	}()
	go d.listenTo(ctx, s)
	pty, windows, _ := s.Pty()
	d.set.Sit(ctx, Sitting{
		Number: number, Role: role, From: from, Term: term(pty.Term), In: &wholeRunes{from: s, ended: out}, Out: s,
		Size: sizeOf(pty.Window), Sizes: newest(windows),
	})
}

// listenTo asks the other side whether it is still there, and cuts the line where no
// answer comes: one that is frozen stays for good otherwise.
func (d *Door) listenTo(ctx context.Context, s ssh.Session) {
	beat := time.NewTicker(d.set.Patience.Beat)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
		}
		answered := make(chan error, 1)
		go func() {
			_, err := s.SendRequest("keepalive@openssh.com", true, nil)
			answered <- err
		}()
		late := time.NewTimer(d.set.Patience.Answer)
		select {
		case <-ctx.Done():
		case err := <-answered:
			if err == nil {
				late.Stop()
				continue
			}
			d.cut(s)
		case <-late.C:
			d.cut(s)
		}
		late.Stop()
		return
	}
}

// cut ends the connection of a session.
func (d *Door) cut(s ssh.Session) {
	if conn, ok := s.Context().Value(ssh.ContextKeyConn).(io.Closer); ok {
		_ = conn.Close()
	}
}

// newest takes every size at once, so that no line waits for a seat that does not
// draw, and gives on the last of them.
func newest(windows <-chan ssh.Window) <-chan Size {
	out := make(chan Size, 1)
	go func() {
		defer close(out)
		for w := range windows {
			select {
			case <-out:
			default:
			}
			out <- sizeOf(w) // one that was just taken leaves room, and nobody else puts any
		}
	}()
	return out
}

func sizeOf(w ssh.Window) Size {
	return Size{max(0, min(w.Width, maxWidth)), max(0, min(w.Height, maxHeight))}
}

// term is the name of a terminal if it is one, and a plain one otherwise.
func term(name string) string {
	if name == "" || len(name) > 64 || strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "xterm-256color"
	}
	return name
}

// wholeRunes gives no part of a character: a line may bring one in two pieces, and half
// of one is taken for a key.
type wholeRunes struct {
	from  io.Reader
	ended func()
	rest  []byte // the beginning of a character
}

func (w *wholeRunes) Read(p []byte) (int, error) {
	if len(p) < utf8.UTFMax {
		return 0, io.ErrShortBuffer
	}
	n := copy(p, w.rest)
	w.rest = w.rest[:0]
	for {
		more, err := w.from.Read(p[n:])
		n += more
		whole := n - unfinished(p[:n])
		switch {
		case err != nil:
			w.ended()
			return n, err
		case whole > 0:
			w.rest = append(w.rest, p[whole:n]...)
			return whole, nil
		}
	}
}

// unfinished is how many bytes at the end begin a character that is not whole.
func unfinished(p []byte) int {
	for i := 1; i <= min(len(p), utf8.UTFMax-1); i++ {
		if b := p[len(p)-i]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(p[len(p)-i:]) {
				return i
			}
			return 0
		}
	}
	return 0
}
