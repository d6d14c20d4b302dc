package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"math/big"
	"strconv"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"shuping/internal/room"
	"shuping/internal/seal"
	"shuping/internal/seat"
	"shuping/internal/wall"
	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/look"
	"shuping/tui/show"
)

// A lobby is the door of the session that is open, if the chair has opened one, and
// what those who sit there see.
type lobby struct {
	main *Main
	room *room.Room
	seat tui.Seat // language and fonts
	keys string   // the folder of the key by which this computer is known

	mu     sync.Mutex
	door   *seat.Door // nil while nobody can come in
	pins   map[seat.Role]string
	since  time.Time
	wrong  int       // PINs since the door was opened
	view   wall.View // which picture the chair wants
	finds  bool      // somebody wants to open it: until then nothing of the network is asked
	offers []desk.Offer
	looked time.Time // when the addresses were looked up last
}

// often is how long the addresses of this computer are believed.
const often = 2 * time.Second

// find looks up the addresses of this computer from now on.
func (y *lobby) find() {
	y.mu.Lock()
	y.finds = true
	y.mu.Unlock()
	y.room.Refresh()
}

// open opens the door at an address of this computer, with PINs that nobody had before.
func (y *lobby) open(address string) error {
	y.shut()
	key, _, err := seal.EnsureKey(y.keys)
	if err != nil {
		return err
	}
	pin, err := newPIN()
	if err != nil {
		return err
	}
	slog.SetDefault(slog.New(slog.DiscardHandler)) // nothing of a line is written over the console
	pins := map[seat.Role]string{seat.Eye: pin}
	door, err := seat.Open(seat.Setting{
		Address: address, Key: key.Signer(), PINs: pins, Sit: y.sit, Tell: y.tell, Patience: seat.Usual, Clock: y.main.Clock,
	})
	if err != nil {
		return err
	}
	y.mu.Lock()
	y.door, y.pins, y.since, y.wrong = door, pins, y.main.Clock(), 0
	y.mu.Unlock()
	y.room.Refresh()
	return nil
}

// newPIN is eight digits, in two groups.
func newPIN() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1e8))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%04d-%04d", n.Int64()/1e4, n.Int64()%1e4), nil
}

// shut ends every seat, and lets nobody in any more.
func (y *lobby) shut() {
	y.mu.Lock()
	door := y.door
	y.door = nil
	y.mu.Unlock()
	if door != nil {
		door.Close()
		y.room.Refresh()
	}
}

// putOut ends a seat, by its number.
func (y *lobby) putOut(number string) {
	y.mu.Lock()
	defer y.mu.Unlock()
	if n, err := strconv.Atoi(number); err == nil && y.door != nil {
		y.door.PutOut(n)
	}
}

// tell takes what happened at the door.
func (y *lobby) tell(e seat.Event) {
	if e.What == seat.Wrong {
		y.mu.Lock()
		y.wrong++
		y.mu.Unlock()
	}
	y.room.Refresh()
}

// show keeps which picture the chair wants on the wall, for those who sit.
func (y *lobby) show(v wall.View) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.view = v
}

// told is a sight in which it stands how the door is.
func (y *lobby) told(t tui.Sight) tui.Sight {
	y.mu.Lock()
	defer y.mu.Unlock()
	d := desk.Door{Has: true, Wrong: y.wrong}
	if y.door != nil {
		d.Open, d.Halted = y.door.IsOpen(), !y.door.IsOpen()
	}
	if !d.Open {
		if now := y.main.Clock(); y.finds && now.Sub(y.looked) >= often {
			y.looked, y.offers = now, nil
			for _, o := range seat.Offers() {
				y.offers = append(y.offers, desk.Offer{Address: o.Address, Via: o.Interface})
			}
		}
		d.Offers = y.offers
		t.Door = d
		return t
	}
	d.Host, d.Port = y.door.Address()
	d.Print, d.Since, d.Came = y.door.Print(), y.since, y.door.Knocked()
	for role, pin := range y.pins {
		d.PINs = append(d.PINs, desk.PIN{Role: string(role), Digits: pin})
	}
	for _, s := range y.door.Seats() {
		d.Seats = append(d.Seats, desk.Seated{Number: s.Number, Role: string(s.Role), From: s.From, Since: s.Since})
	}
	t.Door = d
	return t
}

// parting is how long a seat may take to leave its terminal as it was.
const parting = 200 * time.Millisecond

// sit serves a seat that only looks: the wall, as the chair wants it.
func (y *lobby) sit(ctx context.Context, s seat.Sitting) {
	p := tea.NewProgram(steady{show.New(show.Seat{
		Look: y.sees, Lang: y.seat.Lang, Fonts: y.seat.Fonts, Dark: true, Depth: look.Full,
	}, y.sees())},
		tea.WithInput(s.In), tea.WithOutput(s.Out), tea.WithEnvironment([]string{"TERM=" + s.Term}),
		tea.WithColorProfile(coloursOf(s.Term)), tea.WithWindowSize(s.Size.Width, s.Size.Height),
		tea.WithoutSignalHandler(), tea.WithFPS(wallFrames))
	over := make(chan struct{})
	go func() {
		for size := range s.Sizes {
			p.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
		}
	}()
	go func() {
		select {
		case <-over:
			return
		case <-ctx.Done():
		}
		go p.Quit() // it waits where the line is frozen
		select {
		case <-over:
		case <-time.After(parting):
			p.Kill()
		}
	}()
	_, _ = p.Run() // a seat that fails has only itself to tell
	close(over)
}

// coloursOf is as many colours as a terminal has by its name: nothing else is known of
// one that is far away.
func coloursOf(term string) colorprofile.Profile {
	return colorprofile.Env([]string{"TERM=" + term})
}

// sees is what a seat that only looks sees now.
func (y *lobby) sees() show.Sight {
	s := y.room.Sight()
	y.mu.Lock()
	v := y.view
	y.mu.Unlock()
	return show.Sight{State: s.State, Seq: s.Head.Seq, Now: s.Now, Blank: v.Blank, Page: v.Page, Steered: true, Stale: s.Fault != nil}
}

// steady is a screen that ends alone where it fails: its error would be written over the
// console.
type steady struct{ tea.Model }

func (s steady) Init() tea.Cmd { return alone(s.Model.Init()) }

func (s steady) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer func() {
		if recover() != nil {
			next, cmd = s, tea.Quit
		}
	}()
	m, c := s.Model.Update(msg)
	return steady{m}, alone(c)
}

func (s steady) View() (v tea.View) {
	defer func() { _ = recover() }()
	return s.Model.View()
}

// alone is a command that ends its screen where it fails.
func alone(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = tea.QuitMsg{}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = alone(c)
			}
		}
		return msg
	}
}
