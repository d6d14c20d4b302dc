package seat

import (
	"net"
	"strings"
	"sync"
	"sync/atomic"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// A knock is a connection. It holds one of the places before the door until it has
// typed its PIN, or is gone.
type knock struct {
	net.Conn
	free func() // gives the place to others
	gone func()
	sits atomic.Bool // its one session has begun
}

func (k *knock) Close() error {
	k.free()
	k.gone()
	return k.Conn.Close()
}

// place is where a connection's knock lies in its context.
type place struct{}

// knock lets a connection come before the door, or not: nil is closed by the server.
func (d *Door) knock(ctx ssh.Context, conn net.Conn) net.Conn {
	from := host(conn.RemoteAddr())
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut || d.waits == waiting || d.knocks[from] == waitingEach || d.wrong[from] >= wrongEach || len(d.seats) >= together {
		return nil
	}
	d.knocked = true
	d.waits++
	d.knocks[from]++
	k := &knock{Conn: conn, free: sync.OnceFunc(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.waits--
		if d.knocks[from]--; d.knocks[from] == 0 {
			delete(d.knocks, from)
		}
	})}
	k.gone = func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.lines, k)
	}
	d.lines[k] = struct{}{}
	ctx.SetValue(place{}, k)
	return k
}

// asks asks for the PIN, in letters that every terminal shows.
func (d *Door) asks(ctx ssh.Context, ask gossh.KeyboardInteractiveChallenge) bool {
	answers, err := ask("", "", []string{"PIN: "}, []bool{false})
	if err != nil || len(answers) != 1 {
		return false
	}
	from := host(ctx.RemoteAddr())
	d.mu.Lock()
	barred := d.shut || d.wrong[from] >= wrongEach
	d.mu.Unlock()
	role := d.matches(answers[0])
	switch {
	case barred:
		return false
	case role == "":
		d.mistyped(from)
		return false
	}
	ctx.SetValue(sitsAs{}, role)
	if k, ok := ctx.Value(place{}).(*knock); ok {
		k.free()
	}
	return true
}

// sitsAs is where the role of a connection lies in its context.
type sitsAs struct{}

// mistyped counts a wrong PIN. After too many the address is shut out, and after far
// too many the door shuts: who sits may stay.
func (d *Door) mistyped(from string) {
	d.mu.Lock()
	d.wrong[from]++
	d.wrongs++
	each, all := d.wrong[from], d.wrongs
	d.shut = d.shut || all >= wrongAll
	d.mu.Unlock()
	d.happens(Event{What: Wrong, From: from})
	if each == wrongEach {
		d.happens(Event{What: Banned, From: from})
	}
	if all == wrongAll {
		_ = d.listener.Close()
		d.happens(Event{What: Shut, From: from})
	}
}

// host is an address without its port.
func host(a net.Addr) string {
	h, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return h
}

// digits is a PIN without what people put between its digits, full-width or not.
func digits(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return -1
	}, typed)
}

// one lets one session a connection in, and no more than its terminal.
func one(srv *ssh.Server, conn *gossh.ServerConn, ch gossh.NewChannel, ctx ssh.Context) {
	if k, ok := ctx.Value(place{}).(*knock); !ok || k.sits.Swap(true) {
		_ = ch.Reject(gossh.ResourceShortage, "one session")
		return
	}
	ssh.DefaultSessionHandler(srv, conn, narrow{ch}, ctx)
}

// narrow is a session whose client may send a few variables, and no agent.
type narrow struct{ gossh.NewChannel }

func (n narrow) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, requests, err := n.NewChannel.Accept()
	few := make(chan *gossh.Request)
	go func() {
		defer close(few)
		sent := 0
		for r := range requests {
			if r.Type == "env" {
				sent++
			}
			if r.Type == "auth-agent-req@openssh.com" || r.Type == "env" && sent > settings {
				_ = r.Reply(false, nil)
				continue
			}
			few <- r
		}
	}()
	return ch, few, err
}
