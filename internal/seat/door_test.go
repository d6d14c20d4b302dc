package seat

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"shuping/internal/fault"
)

const pin = "4719-2836"

// A hall is a door on this machine alone, and what was told of it.
type hall struct {
	*Door
	t *testing.T

	mu    sync.Mutex
	told  []Event
	came  chan Sitting
	beats chan struct{}
}

// open opens a door whose seats answer what is typed, line by line, until they are over.
func open(t *testing.T, p Patience) *hall {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, came: make(chan Sitting, 32), beats: make(chan struct{}, 256)}
	h.Door, err = Open(Setting{
		Address: "127.0.0.1", Key: key, PINs: map[Role]string{Eye: pin}, Patience: p, Clock: time.Now,
		Tell: func(e Event) {
			h.mu.Lock()
			defer h.mu.Unlock()
			h.told = append(h.told, e)
			h.beats <- struct{}{}
		},
		Sit: func(ctx context.Context, s Sitting) {
			h.came <- s
			go func() { _, _ = io.Copy(s.Out, s.In) }()
			<-ctx.Done()
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	return h
}

// events is what was told, once there are so many.
func (h *hall) events(n int) []Event {
	h.t.Helper()
	for range n {
		<-h.beats
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.told)
}

// dial comes to the door and types a PIN, as often as it is asked.
func (h *hall) dial(typed string) (*gossh.Client, error) {
	host, port := h.Address()
	c, err := gossh.Dial("tcp", net.JoinHostPort(host, strconv.Itoa(port)), &gossh.ClientConfig{
		User: "x",
		Auth: []gossh.AuthMethod{gossh.RetryableAuthMethod(gossh.KeyboardInteractive(func(_, instruction string, ask []string, _ []bool) ([]string, error) {
			if instruction != "" || strings.ContainsFunc(strings.Join(ask, ""), func(r rune) bool { return r > '~' }) {
				h.t.Errorf("asked %q %q", instruction, ask)
			}
			return slices.Repeat([]string{typed}, len(ask)), nil
		}), tries)},
		HostKeyCallback: func(_ string, _ net.Addr, k gossh.PublicKey) error {
			if gossh.FingerprintSHA256(k) != h.Print() {
				return errors.New("another key")
			}
			return nil
		},
	})
	if err == nil {
		h.t.Cleanup(func() { c.Close() })
	}
	return c, err
}

// sits is a client that came in, and its session with a terminal.
func (h *hall) sits() (*gossh.Client, *gossh.Session) {
	h.t.Helper()
	c, err := h.dial(pin)
	if err != nil {
		h.t.Fatal(err)
	}
	s, err := c.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	if err := s.RequestPty("xterm-256color", 34, 120, nil); err != nil {
		h.t.Fatal(err)
	}
	return c, s
}

func TestWhoTypesThePINSits(t *testing.T) {
	h := open(t, Usual)
	_, s := h.sits()
	in, _ := s.StdinPipe()
	out, _ := s.StdoutPipe()
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	sitting := <-h.came
	if sitting.Role != Eye || sitting.From != "127.0.0.1" || sitting.Term != "xterm-256color" || sitting.Size != (Size{120, 34}) {
		t.Errorf("%+v", sitting)
	}
	if got := h.events(1); got[0] != (Event{Sat, Eye, "127.0.0.1"}) {
		t.Error(got)
	}
	text := "录入好"
	for i := range len(text) { // a line may bring every byte alone
		if _, err := in.Write([]byte{text[i]}); err != nil {
			t.Fatal(err)
		}
	}
	back := make([]byte, len(text))
	if _, err := io.ReadFull(out, back); err != nil || string(back) != text {
		t.Errorf("%q %v", back, err)
	}
	for range 100 { // no line waits for a seat that takes no size
		if err := s.WindowChange(50, 200); err != nil {
			t.Fatal(err)
		}
	}
	for size := range sitting.Sizes {
		if size == (Size{200, 50}) {
			break
		}
	}
	if got := h.Seats(); len(got) != 1 || got[0].Number != 1 {
		t.Fatal(got)
	}
	h.PutOut(1)
	_ = s.Wait()
	if got := h.events(1); got[1].What != Left {
		t.Error(got)
	}
	if got := h.Seats(); len(got) != 0 {
		t.Error(got)
	}
}

// TestOnlyATerminalIsServed tries all that a client may ask for besides.
func TestOnlyATerminalIsServed(t *testing.T) {
	h := open(t, Usual)
	c, s := h.sits()
	if second, err := c.NewSession(); err == nil {
		second.Close()
		t.Error("a second session on one connection")
	}
	sent := 0
	for range 40 {
		if s.Setenv("A", "b") == nil {
			sent++
		}
	}
	if sent != settings {
		t.Errorf("%d variables were taken", sent)
	}
	for _, ask := range []string{"auth-agent-req@openssh.com", "x11-req", "eow@openssh.com"} {
		if ok, err := s.SendRequest(ask, true, nil); ok || err != nil {
			t.Errorf("%s: %v %v", ask, ok, err)
		}
	}
	for name, ask := range map[string]func(*gossh.Session) error{
		"a command":                func(s *gossh.Session) error { return s.Start("ls") },
		"a subsystem":              func(s *gossh.Session) error { return s.RequestSubsystem("sftp") },
		"a shell without terminal": func(s *gossh.Session) error { return s.Shell() },
	} {
		c, err := h.dial(pin)
		if err != nil {
			t.Fatal(err)
		}
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if ask(s) == nil {
			t.Errorf("%s was served", name)
		}
		c.Close()
	}
	if _, err := c.Dial("tcp", "127.0.0.1:22"); err == nil {
		t.Error("forwarded")
	}
	if _, err := c.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("forwarded back")
	}
	if n := len(h.Seats()); n != 0 {
		t.Errorf("%d sit", n)
	}
}

// TestNoMoreSitThanThereAreSeats, however many have typed the PIN meanwhile.
func TestNoMoreSitThanThereAreSeats(t *testing.T) {
	h := open(t, Usual)
	_, s := h.sits()
	h.Door.mu.Lock()
	h.seats = make([]taken, together)
	h.Door.mu.Unlock()
	_ = s.Shell()
	_ = s.Wait()
	h.Door.mu.Lock()
	defer h.Door.mu.Unlock()
	if len(h.seats) != together || h.last != 0 {
		t.Errorf("%d sit", len(h.seats))
	}
	h.seats = nil
}

// TestAWrongPIN lets nobody in, then shuts out the address, whatever it types.
func TestAWrongPIN(t *testing.T) {
	h := open(t, Usual)
	for range 2 {
		if _, err := h.dial("0000-0000"); err == nil {
			t.Fatal("came in")
		}
	}
	want := []What{Wrong, Wrong, Wrong, Wrong, Wrong, Banned}
	var got []What
	for _, e := range h.events(len(want)) {
		got = append(got, e.What)
	}
	if !slices.Equal(got, want) {
		t.Error(got)
	}
	if _, err := h.dial(pin); err == nil {
		t.Error("an address that is shut out came in")
	}
}

// TestTooManyWrongPINs shuts the door itself.
func TestTooManyWrongPINs(t *testing.T) {
	h := open(t, Usual)
	for i := range wrongAll {
		if !h.IsOpen() {
			t.Fatalf("shut after %d", i)
		}
		h.mistyped("10.0.0." + strconv.Itoa(i))
	}
	if _, err := h.dial(pin); err == nil || h.IsOpen() {
		t.Errorf("came in: %v, open: %v", err, h.IsOpen())
	}
	if got := h.events(wrongAll + 1); got[wrongAll].What != Shut {
		t.Error(got[wrongAll])
	}
}

// TestSilentConnections hold few places, and not for long.
func TestSilentConnections(t *testing.T) {
	p := Usual
	p.PIN = 50 * time.Millisecond
	h := open(t, p)
	host, port := h.Address()
	var silent []net.Conn
	for range 80 {
		c, err := net.Dial("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err != nil {
			t.Fatal(err)
		}
		silent = append(silent, c)
	}
	for _, c := range silent { // each is closed from the other side
		_, _ = io.Copy(io.Discard, c)
		c.Close()
	}
	h.Door.mu.Lock()
	defer h.Door.mu.Unlock()
	if h.waits != 0 || len(h.knocks) != 0 || len(h.lines) != 0 {
		t.Errorf("a place was kept: %d %v %d", h.waits, h.knocks, len(h.lines))
	}
}

// TestAFrozenSeat is cut off where it answers nothing.
func TestAFrozenSeat(t *testing.T) {
	p := Usual
	p.Beat, p.Answer = 10*time.Millisecond, 50*time.Millisecond
	h := open(t, p)
	host, port := h.Address()
	raw, err := net.Dial("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		t.Fatal(err)
	}
	stop := &frozen{Conn: raw}
	conn, chans, requests, err := gossh.NewClientConn(stop, "", &gossh.ClientConfig{
		Auth: []gossh.AuthMethod{gossh.KeyboardInteractive(func(_, _ string, ask []string, _ []bool) ([]string, error) {
			return slices.Repeat([]string{pin}, len(ask)), nil
		})},
		HostKeyCallback: gossh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		t.Fatal(err)
	}
	c := gossh.NewClient(conn, chans, requests)
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.RequestPty("xterm", 24, 80, nil), s.Shell()); err != nil {
		t.Fatal(err)
	}
	<-h.came
	h.events(1)
	stop.mu.Lock() // it reads nothing from here on
	if got := h.events(1); got[1].What != Left {
		t.Error(got)
	}
	stop.mu.Unlock()
	c.Close()
}

// frozen is a line whose end may stop to read.
type frozen struct {
	net.Conn
	mu sync.Mutex
}

func (f *frozen) Read(p []byte) (int, error) {
	n, err := f.Conn.Read(p)
	f.mu.Lock() // what came stays where it is while it is frozen
	defer f.mu.Unlock()
	return n, err
}

// TestNothingRestsOnSHA1 shows what is offered.
func TestNothingRestsOnSHA1(t *testing.T) {
	c := modern(nil)
	c.SetDefaults()
	if all := strings.Join(append(c.KeyExchanges, c.MACs...), " "); strings.Contains(all, "sha1") || len(c.KeyExchanges) == 0 || len(c.MACs) == 0 {
		t.Error(all)
	}
}

// TestAPortThatIsTaken gives way to the next; an address of nobody is a fault.
func TestAPortThatIsTaken(t *testing.T) {
	first, second := open(t, Usual), open(t, Usual)
	_, a := first.Address()
	if _, b := second.Address(); a == b || a < FirstPort || b > LastPort {
		t.Errorf("%d and %d", a, b)
	}
	_, key, _ := ed25519.GenerateKey(rand.Reader)
	_, err := Open(Setting{Address: "192.0.2.1", Key: key})
	if f := fault.Find(err, of); f == nil || f.Code != NoPort {
		t.Error(err)
	}
}
