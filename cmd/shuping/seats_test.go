package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"shuping/data"
	"shuping/internal/room"
	"shuping/internal/seat"
	"shuping/internal/wall"
	"shuping/tui"
)

// lobbied is a session with a lobby, whose door is shut.
func lobbied(t *testing.T) *lobby {
	t.Helper()
	path := filepath.Join(t.TempDir(), "m.shuping")
	m, _, said := newMain("")
	if status := m.Run([]string{"new", path, "--plan", data.DefaultPlan}); status != done {
		t.Fatal(said)
	}
	r, _, err := room.Open(path, m.Clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	s, err := m.seat()
	if err != nil {
		t.Fatal(err)
	}
	y := &lobby{main: m, room: r, seat: s, keys: filepath.Join(filepath.Dir(path), "seats")}
	t.Cleanup(y.shut)
	return y
}

// TestWhoSitsSeesTheWall, in the picture that the chair wants, and leaves his terminal
// as it was.
func TestWhoSitsSeesTheWall(t *testing.T) {
	y := lobbied(t)
	ctx, out := context.WithCancel(context.Background())
	seen, screen := io.Pipe()
	sizes := make(chan seat.Size)
	over := make(chan struct{})
	go func() {
		y.sit(ctx, seat.Sitting{Role: seat.Eye, Term: "xterm-256color", In: strings.NewReader(""), Out: screen, Size: seat.Size{Width: 80, Height: 24}, Sizes: sizes})
		screen.Close()
		close(over)
	}()
	var all strings.Builder
	p := make([]byte, 4096)
	until := func(text string) {
		t.Helper()
		for !strings.Contains(all.String(), text) {
			n, err := seen.Read(p)
			all.Write(p[:n])
			if err != nil {
				t.Fatalf("%v before %q in %q", err, text, all.String())
			}
		}
	}
	until("2023年度述职评议")
	y.show(wall.View{Blank: true})
	if s := y.sees(); !s.Blank || s.Stale {
		t.Errorf("%+v", s)
	}
	out()
	until("\x1b[?1049l") // the other screen of the terminal is left
	go io.Copy(io.Discard, seen)
	<-over
}

// TestAFarTerminalHasColour, whatever system the chair's computer has.
func TestAFarTerminalHasColour(t *testing.T) {
	if got := coloursOf("xterm-256color"); got < colorprofile.ANSI256 {
		t.Error(got)
	}
}

type failing struct{ tea.Model }

func (failing) Init() tea.Cmd                       { return func() tea.Msg { panic("a command") } }
func (failing) Update(tea.Msg) (tea.Model, tea.Cmd) { panic("a screen") }
func (failing) View() tea.View                      { panic("a picture") }

// TestASeatFailsAlone: what goes wrong in it ends it, and nothing else.
func TestASeatFailsAlone(t *testing.T) {
	f := steady{failing{}}
	_, end := f.Update(nil)
	for name, msg := range map[string]tea.Msg{"a command": f.Init()(), "a screen": end()} {
		if _, ends := msg.(tea.QuitMsg); !ends {
			t.Errorf("%s: %v", name, msg)
		}
	}
	if _, ends := alone(tea.Batch(failing{}.Init(), failing{}.Init()))().(tea.BatchMsg)[1]().(tea.QuitMsg); !ends {
		t.Error("a batch")
	}
	f.View()
}

// TestTheDoorIsTold as it is: shut, open, and what cannot be opened.
func TestTheDoorIsTold(t *testing.T) {
	y := lobbied(t)
	if d := y.told(tui.Sight{}).Door; !d.Has || d.Open || !y.looked.IsZero() {
		t.Errorf("%+v, asked at %v", d, y.looked)
	}
	if y.find(); y.told(tui.Sight{}).Door.Open || y.looked.IsZero() {
		t.Error("no address was looked for")
	}
	if err := y.open("192.0.2.77"); err == nil || !strings.Contains(y.main.sentence(err), "192.0.2.77") {
		t.Error(err)
	}
	if err := y.open("127.0.0.1"); err != nil {
		t.Fatal(err)
	}
	d := y.told(tui.Sight{}).Door
	if !d.Open || d.Host != "127.0.0.1" || d.Port < seat.FirstPort || len(d.PINs) != 1 || len(d.PINs[0].Digits) != 9 || !strings.HasPrefix(d.Print, "SHA256:") {
		t.Errorf("%+v", d)
	}
	y.tell(seat.Event{What: seat.Wrong})
	before := d.PINs[0].Digits
	if d := y.told(tui.Sight{}).Door; d.Wrong != 1 {
		t.Errorf("%+v", d)
	}
	if err := y.open("127.0.0.1"); err != nil {
		t.Fatal(err)
	}
	if again := y.told(tui.Sight{}).Door; again.Print != d.Print || again.PINs[0].Digits == before || again.Wrong != 0 {
		t.Errorf("%+v after %+v", again, d)
	}
	y.shut()
	if d := y.told(tui.Sight{}).Door; d.Open {
		t.Errorf("%+v", d)
	}
}
