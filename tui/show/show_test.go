package show_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui"
	"shuping/tui/desktest"
	"shuping/tui/look"
	"shuping/tui/show"
)

// A projector is a window that is looked at, on a session in memory.
type projector struct {
	t     *testing.T
	model tea.Model
	next  show.Sight // what its next look finds
	gone  bool
}

// project opens the window on what a desk has.
func project(t *testing.T, d *desktest.Desk) *projector {
	p := &projector{t: t, next: show.Sight{State: d.State, Now: d.At, Steered: true}}
	p.model = show.New(show.Seat{
		Look: func() show.Sight { return p.next }, Lang: words.Chinese, Fonts: desktest.LargeFonts(t), Dark: true, Depth: look.Full,
		Tick: func(_ time.Duration, msg func(time.Time) tea.Msg) tea.Cmd { return func() tea.Msg { return msg(d.At) } },
	}, p.next)
	p.take(tea.CursorPositionMsg{X: 1, Y: 1}).take(tea.CursorPositionMsg{X: 1, Y: 2}) // it draws ▀ and ▚ in one cell
	return p.take(tea.WindowSizeMsg{Width: 80, Height: 24})
}

func (p *projector) take(msg tea.Msg) *projector {
	var cmd tea.Cmd
	p.model, cmd = p.model.Update(msg)
	if cmd != nil {
		_, p.gone = cmd().(tea.QuitMsg)
	}
	return p
}

// look lets the window look once more.
func (p *projector) look() *projector {
	for _, cmd := range p.model.Init()().(tea.BatchMsg) {
		if msg := cmd(); strings.HasSuffix(fmt.Sprintf("%T", msg), "sightMsg") {
			return p.take(msg)
		}
	}
	p.t.Fatal("the window does not look")
	return p
}

func (p *projector) press(keys ...tea.KeyPressMsg) *projector {
	for _, k := range keys {
		p.take(k)
	}
	return p
}

func (p *projector) frame() string { return ansi.Strip(p.model.View().Content) }

func (p *projector) shows(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if !strings.Contains(p.frame(), text) {
			p.t.Errorf("the wall lacks %q:\n%s", text, p.frame())
		}
	}
}

func (p *projector) blank() bool { return strings.TrimSpace(p.frame()) == "" }

var (
	dot   = tea.KeyPressMsg{Code: '.', Text: "."}
	quit  = tea.KeyPressMsg{Code: 'q', Mod: tea.ModCtrl}
	escs  = []tea.KeyPressMsg{{Code: tea.KeyEscape}, {Code: tea.KeyF1}, {Code: tea.KeyF5}, {Code: tea.KeyEnter}, {Code: tea.KeySpace, Text: " "}, {Code: '1', Text: "1"}, {Code: tea.KeyF9}, {Code: tea.KeyF10}}
	title = "2023年度述职评议"
)

func TestWindowDrawsTheWall(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "wait 2m")
	p := project(t, d)
	before := p.frame()
	d.Press("f9").Tick()
	if got, want := before, d.Frame(); strings.TrimRight(got, " \n") != strings.TrimRight(want, " \n") {
		t.Errorf("the window shows\n%s\nthe wall of the console\n%s", got, want)
	}
	for _, k := range escs {
		if p.press(k); p.frame() != before || p.gone {
			t.Errorf("%s changes the wall", k)
		}
	}
	if p.press(quit); !p.gone {
		t.Error("Ctrl+Q does not leave")
	}
}

// TestARemoteOnEveryPage: its keys turn the pages and blank them, in the window as on the
// wall of the console, and no other changes anything.
func TestARemoteOnEveryPage(t *testing.T) {
	for _, play := range [][]string{
		nil, desktest.Script("start report:s1", "wait 2m"), desktest.Script(desktest.Reports, desktest.Gates),
		desktest.Counted(), desktest.Closed(), desktest.Script(desktest.Closed(), "announce votes"),
		desktest.Script(desktest.Decided(), "announce votes", "announce grades", "seal"),
	} {
		d := desktest.New(t, desktest.House(t), "zh").Play(play...)
		p := project(t, d)
		d.Press("f9").Tick()
		before, seq, blank := "", d.Seq, false
		for _, k := range strings.Fields("f5 esc f1 left right up down home end tab shift+f5 0 5 . f5 esc . pgdown f5 esc pgdown pgup b up b 2 '。 '。 pgup pgup") {
			d.Press(k).Tick()
			p.press(desktest.Strokes(t, k)...)
			if got, want := strings.TrimRight(p.frame(), " \n"), strings.TrimRight(d.Frame(), " \n"); got != want {
				t.Errorf("after %s the window shows\n%s\nthe wall of the console\n%s", k, got, want)
			}
			turns, blanks := strings.HasPrefix(k, "pg"), strings.Contains(".b'。", k)
			switch {
			case d.Seq != seq:
				t.Fatalf("%s records something", k)
			case blanks:
				blank = !blank
			case before != "" && !turns && d.Frame() != before:
				t.Errorf("%s changes\n%s\nto\n%s", k, before, d.Frame())
			}
			if before = d.Frame(); p.blank() != blank {
				t.Fatalf("%s: blank %v", k, p.blank())
			}
		}
	}
}

// TestConsoleSteersTheWindow: what was blanked by key stays so until the console wants
// another picture.
func TestConsoleSteersTheWindow(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	p := project(t, d)
	p.shows(title)
	p.next.Blank = true
	if p.look(); !p.blank() {
		t.Errorf("not blank:\n%s", p.frame())
	}
	p.next.Blank = false
	p.look().shows(title)
	if p.press(dot).look(); !p.blank() {
		t.Error("a look brings back what the remote has blanked")
	}
	p.next.Page = 4
	p.look().shows(title)
}

func TestWindowSaysThatNobodyVouches(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play("start report:s1", "wait 2m")
	p := project(t, d)
	p.next.Steered = false
	p.look().shows(words.ShowAlone(words.Chinese))
	p.next.Stale, p.next.Fault = true, "磁盘坏了。"
	p.look().shows("磁盘坏了。")
	if strings.Contains(p.frame(), title) {
		t.Errorf("an old picture stays:\n%s", p.frame())
	}
	p.next.Stale, p.next.Fault = false, ""
	p.look().shows(title)
}

// TestConsoleTellsTheWindow what it is to show, wherever the chair is.
func TestConsoleTellsTheWindow(t *testing.T) {
	d := desktest.New(t, desktest.PlanFor(t, desktest.Many(12)...), "zh").Play(desktest.Script(desktest.Vote(12), "announce votes")...)
	type view struct {
		blank bool
		from  int
	}
	var told []view
	d.SitAs("zh", look.Full, func(s *tui.Seat) { s.Wall = func(blank bool, from int) { told = append(told, view{blank, from}) } })
	d.Press("f2 ctrl+b ctrl+b").Choose("会场下一页").Choose("会场上一页").Press("f9 . f9 f3")
	if len(told) != 5 || !told[0].blank || told[1].blank || told[2].from == 0 || told[3].from != 0 || !told[4].blank {
		t.Errorf("%v", told)
	}
}
