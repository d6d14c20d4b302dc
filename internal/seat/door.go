// Package seat is the door by which other terminals come in over SSH, and who may sit
// where. It is shut until a console opens it, on one address of this computer, and
// then lets in whoever types the PIN of a role. A sitting is two streams and a size; what
// is shown on it, and what it may do, is for whoever opened the door.
//
// Nothing else is served: no command, no file, no forwarding, one session a
// connection. Who has not typed a PIN holds one of few places, and not for long; wrong
// PINs shut out an address, and then the door.
package seat

import (
	"context"
	"crypto"
	"crypto/subtle"
	"errors"
	"net"
	"strconv"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"shuping/internal/fault"
)

// Ports are tried in turn, the first first: one number that a firewall can know, and
// none that a system uses.
const (
	FirstPort = 4722
	LastPort  = 4731
)

// Limits of the door. Times may be shorter in a test.
const (
	waiting     = 8  // connections that have typed no PIN yet
	waitingEach = 2  // of them from one address
	tries       = 3  // PINs a connection may try
	wrongEach   = 5  // wrong PINs from one address, which is shut out then
	wrongAll    = 20 // wrong PINs in all; then the door shuts
	settings    = 16 // variables that a client may send
	together    = 16 // sittings at one time
)

// Patience is how long the door waits for whom.
type Patience struct {
	PIN    time.Duration // for the PIN: who types it reads first
	Beat   time.Duration // between two questions whether a seat is still there
	Answer time.Duration // for the answer
	Leave  time.Duration // for the seats to leave once the door is shut
}

// Usual is the patience of a door that nobody has told otherwise.
var Usual = Patience{PIN: 2 * time.Minute, Beat: 15 * time.Second, Answer: 30 * time.Second, Leave: 300 * time.Millisecond}

const of = "seat"

// What can go wrong, as codes of faults.
const (
	NoPort   fault.Code = "no-port" // address, first, last, reason
	KeyUnfit fault.Code = "key-unfit"
)

// A Role is what a seat is for, by a name that never changes.
type Role string

// Eye only looks.
const Eye Role = "eye"

// A Setting is what a door is opened with.
type Setting struct {
	Address string // of one interface of this computer
	Key     crypto.Signer
	PINs    map[Role]string
	// Sit serves a sitting until it is over: its context ends when the line is lost, it
	// is put out or the door shuts. Each runs in a goroutine of its own.
	Sit func(context.Context, Sitting)
	// Tell is told what happens at the door, one thing at a time. It must not wait for
	// the door.
	Tell     func(Event)
	Patience Patience
	Clock    func() time.Time
}

// What happens at the door.
type What string

const (
	Sat    What = "sat"    // somebody typed the PIN and sits
	Left   What = "left"   // the sitting is over
	Wrong  What = "wrong"  // a wrong PIN
	Banned What = "banned" // an address has tried too often
	Shut   What = "shut"   // the door has shut itself
)

// An Event is one thing that happened.
type Event struct {
	What What
	Role Role
	From string // the address
}

// A Seated is who sits.
type Seated struct {
	Number int // of the sitting, from 1, in the order of coming
	Role   Role
	From   string
	Since  time.Time
}

// A Door is open until it is closed or has shut itself.
type Door struct {
	set      Setting
	server   *ssh.Server
	listener net.Listener
	print    string
	over     chan struct{} // closed when nobody is let in any more
	sitting  sync.WaitGroup

	tell sync.Mutex // one thing at a time

	mu      sync.Mutex
	lines   map[*knock]struct{}
	knocked bool           // somebody has come as far as the door
	knocks  map[string]int // connections without a PIN, by address
	waits   int
	wrong   map[string]int // wrong PINs, by address
	wrongs  int
	seats   []taken
	last    int // number given last
	shut    bool
}

// A taken seat, and how it is put out.
type taken struct {
	Seated
	out context.CancelFunc
}

// Open opens a door. The error is nil or a *fault.Fault: NoPort or KeyUnfit.
func Open(set Setting) (*Door, error) {
	signer, err := gossh.NewSignerFromSigner(set.Key)
	if err != nil {
		return nil, fault.New(of, KeyUnfit).Because(err)
	}
	d := &Door{
		set: set, print: gossh.FingerprintSHA256(signer.PublicKey()), over: make(chan struct{}),
		lines: map[*knock]struct{}{}, knocks: map[string]int{}, wrong: map[string]int{},
	}
	if d.listener, err = listen(set.Address); err != nil {
		return nil, err
	}
	d.server = &ssh.Server{
		Version:                    "shuping",
		Handler:                    d.sit,
		HostSigners:                []ssh.Signer{signer},
		KeyboardInteractiveHandler: d.asks,
		ConnCallback:               d.knock,
		ServerConfigCallback:       modern,
		SessionRequestCallback: func(s ssh.Session, kind string) bool {
			_, _, terminal := s.Pty()
			return kind == "shell" && terminal
		},
		HandshakeTimeout:  set.Patience.PIN,
		SubsystemHandlers: map[string]ssh.SubsystemHandler{},
		RequestHandlers:   map[string]ssh.RequestHandler{},
		ChannelHandlers:   map[string]ssh.ChannelHandler{"session": one},
	}
	if err := d.server.SetOption(ssh.EmulatePty()); err != nil {
		return nil, fault.New(of, KeyUnfit).Because(err)
	}
	go d.serve()
	return d, nil
}

// serve takes connections until the door is shut. The server's own loop is not used: it
// and its end race.
func (d *Door) serve() {
	defer close(d.over)
	for {
		conn, err := d.listener.Accept()
		switch {
		case err == nil:
			go d.server.HandleConn(conn)
		case errors.Is(err, net.ErrClosed):
			return
		default: // too many open files
			time.Sleep(breath)
		}
	}
}

// breath is how long the door waits where the system gives it no connection.
const breath = 50 * time.Millisecond

// listen takes the first port that is free.
func listen(address string) (net.Listener, error) {
	var first error
	for port := FirstPort; port <= LastPort; port++ {
		l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", net.JoinHostPort(address, strconv.Itoa(port)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, fault.New(of, NoPort, "address", address, "first", FirstPort, "last", LastPort, "reason", fault.Reason(reason(first))).Because(first)
}

// reason is what the system says of an error, without address and port.
func reason(err error) string {
	var inner *net.OpError
	if errors.As(err, &inner) {
		return inner.Err.Error()
	}
	return err.Error()
}

// modern is the algorithms that are offered: none that rests on SHA-1.
func modern(ssh.Context) *gossh.ServerConfig {
	c := &gossh.ServerConfig{MaxAuthTries: tries}
	c.KeyExchanges = []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519}
	c.MACs = []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM, gossh.HMACSHA256}
	return c
}

// Address is where the door is, with the port.
func (d *Door) Address() (host string, port int) {
	at := d.listener.Addr().(*net.TCPAddr)
	return d.set.Address, at.Port
}

// Print is the SHA-256 of the key by which a client knows this door, as OpenSSH says
// it.
func (d *Door) Print() string { return d.print }

// Knocked reports whether anybody has come as far as the door.
func (d *Door) Knocked() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.knocked
}

// IsOpen reports whether the door is open: it shuts itself after too many wrong PINs.
func (d *Door) IsOpen() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return !d.shut
}

// Seats is who sits, in the order of coming.
func (d *Door) Seats() []Seated {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]Seated, len(d.seats))
	for i, t := range d.seats {
		out[i] = t.Seated
	}
	return out
}

// PutOut ends a sitting.
func (d *Door) PutOut(number int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, t := range d.seats {
		if t.Number == number {
			t.out()
		}
	}
}

// Close shuts the door. Every seat leaves, so that its terminal is as it was, and who
// does not is cut off.
func (d *Door) Close() {
	_ = d.listener.Close()
	d.mu.Lock()
	d.shut = true
	for _, t := range d.seats {
		t.out()
	}
	d.mu.Unlock()
	left := make(chan struct{})
	go func() {
		d.sitting.Wait()
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(d.set.Patience.Leave):
	}
	d.mu.Lock()
	for k := range d.lines {
		_ = k.Conn.Close()
	}
	d.mu.Unlock()
	<-d.over
}

// happens tells what happened.
func (d *Door) happens(e Event) {
	d.tell.Lock()
	defer d.tell.Unlock()
	d.set.Tell(e)
}

// matches is the role of a PIN as it was typed, "" for a wrong one. Every PIN is
// compared, so that the time says nothing.
func (d *Door) matches(typed string) (role Role) {
	typed = digits(typed)
	for r, pin := range d.set.PINs {
		if subtle.ConstantTimeCompare([]byte(typed), []byte(digits(pin))) == 1 && pin != "" {
			role = r
		}
	}
	return role
}
