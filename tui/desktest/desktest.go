// Package desktest is a console on a room in memory, for tests of the root and of
// every screen. Keys are pressed on it, its commands run when the test says so, and
// its clock stands still between them. Nothing of it is in the program.
//
// [New] opens a [Desk] on a plan, [Desk.Play] lets the room take lines of a script,
// [Desk.Press] presses keys; [Desk.Frame] is the window, [Desk.Work] the work alone,
// which is what the golden frames of a screen hold ([Golden]).
package desktest

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"shuping/data"
	"shuping/internal/machine"
	"shuping/internal/meeting"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/glyph"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// A Desk is a seat whose room is in memory.
type Desk struct {
	Model tea.Model
	At    time.Time
	Pace  time.Duration // from one key to the next

	// The room.
	State   meeting.State
	Seq     uint64
	Fault   string
	Warning string
	Rows    []desk.LogRow
	Taking  screen.Taking    // what the next table that is read would change
	Names   desk.Names       // the next table of names that is read
	Asked   []string         // the paths of the tables that were read
	Kept    private.Contents // what the chair keeps for himself
	Grabs   int              // writes that were begun
	Sizes   []int            // how many orders each had

	Mirror  desk.Copy     // on another disk
	Door    desk.Door     // where other terminals come in
	Around  desk.Survey   // what is found around the meeting
	Errands []desk.Errand // that were run
	Former  meeting.State // last year's, in the next export that is read

	// What waits outside the model.
	Slow    bool      // answers of writes wait until they are let in
	Lengthy bool      // so do tables that are read or written
	tables  int       // that were read or written
	answers []tea.Msg // of writes
	eye     tea.Cmd   // the look that waits for a sight
	looked  bool

	Frames int // frames that were put off
	Rings  int
	Gone   bool // the program would have ended
	Copied []string

	Width, Height int
	lang          string
	t             testing.TB
	due           []tea.Msg // ticks
}

// Morning is when every test meeting takes place.
var Morning = time.Date(2024, 1, 17, 9, 0, 0, 0, time.Local)

// New opens a seat on a plan in a window of 80 by 24.
func New(t testing.TB, plan, lang string) *Desk {
	t.Helper()
	d := &Desk{t: t, At: Morning, Pace: 350 * time.Millisecond}
	d.Around = desk.Survey{Machine: machine.State{Power: machine.Mains, Charge: 87, Free: 212 << 30}, Printed: "/home/chair/2023-会前材料"}
	d.Order(meeting.OpenSession{PlanName: "test", PlanText: plan})
	d.Sit(lang, look.Full)
	return d
}

// Sit begins a new program on the room as it stands.
func (d *Desk) Sit(lang string, depth look.Depth) {
	d.t.Helper()
	d.SitAs(lang, depth, nil)
}

// SitAs begins a new program with a seat that was changed.
func (d *Desk) SitAs(lang string, depth look.Depth, change func(*tui.Seat)) {
	d.t.Helper()
	d.lang = lang
	seat := tui.Seat{
		Look: func() (tui.Sight, bool) {
			d.looked = true
			return d.sight(), true
		},
		WriteLedger: func() (string, error) {
			d.tables++
			return "/home/chair/2023-整改台账.xlsx", nil
		},
		ReadLedger: func(path string, _ meeting.State) (screen.Taking, error) {
			d.Asked = append(d.Asked, path)
			d.tables++
			return d.Taking, nil
		},
		ReadNames: func(path string, _ meeting.State) (desk.Names, error) {
			d.Asked = append(d.Asked, path)
			return d.Names, nil
		},
		Submit: d.submit, Errand: d.errand, Path: "/home/chair/2023.shuping",
		Keep: func(c private.Contents) error { d.Kept = c; return nil }, Private: d.Kept,
		Lang: words.LanguageOf(lang), Fonts: LargeFonts(d.t), Now: func() time.Time { return d.At },
		Dark: true, Depth: depth, Tick: d.tickLater,
	}
	if change != nil {
		change(&seat)
	}
	m := tui.New(seat, d.sight())
	d.Model = m
	d.Gone, d.answers, d.due = false, nil, nil
	d.Answers(1)
	d.Size(80, 24)
	d.run(m.Init())
}

// Answers lets the terminal say that it draws ▀ in so many cells, and ▚ in one.
func (d *Desk) Answers(cells int) {
	d.Take(tea.CursorPositionMsg{X: cells, Y: 1})
	d.Take(tea.CursorPositionMsg{X: 1, Y: 2})
}

func (d *Desk) tickLater(_ time.Duration, msg func(time.Time) tea.Msg) tea.Cmd {
	return func() tea.Msg { d.due = append(d.due, msg(d.At)); d.Frames++; return nil }
}

var fonts *glyph.Fonts

// LargeFonts are read once for all desks.
func LargeFonts(t testing.TB) *glyph.Fonts {
	if fonts == nil {
		f, err := glyph.NewFonts(data.Fonts())
		if err != nil {
			t.Fatal(err)
		}
		fonts = f
	}
	return fonts
}

func (d *Desk) sight() tui.Sight {
	return tui.Sight{
		State: d.State, Seq: d.Seq, Head: strings.Repeat("3f9a", 16), Now: d.At,
		Fault: d.Fault, Warning: d.Warning, Mirror: d.Mirror, Door: d.Door,
	}
}

// submit is the room's pen.
func (d *Desk) submit(orders []meeting.Order) (int, tui.Sight, *meeting.Refusal) {
	d.Grabs++
	d.Sizes = append(d.Sizes, len(orders))
	if d.Fault != "" {
		return 0, d.sight(), nil
	}
	for n, o := range orders {
		if r := d.try(o); r != nil {
			return n, d.sight(), r
		}
	}
	return len(orders), d.sight(), nil
}

func (d *Desk) try(o meeting.Order) *meeting.Refusal {
	after, taken, err := meeting.Try(d.State, meeting.Person{}, d.At, o)
	if err != nil {
		return err.(*meeting.Refusal)
	}
	d.State = after
	for _, e := range taken[0] {
		d.Seq++
		row := desk.LogRow{Seq: d.Seq, At: e.At, Kind: e.Deed.Kind()}
		if !e.At.IsZero() {
			row.Line = words.ItemKind(words.Chinese, "report") + " " + e.Deed.Kind()
		}
		d.Rows = append(d.Rows, row)
	}
	return nil
}

// Order lets the room take an order.
func (d *Desk) Order(o meeting.Order) {
	d.t.Helper()
	if r := d.try(o); r != nil {
		d.t.Fatalf("%T: %v", o, r)
	}
}

func (d *Desk) errand(_ context.Context, e desk.Errand, to string, _ func(done, of int64)) (tui.Outcome, error) {
	d.Errands = append(d.Errands, e)
	if e == desk.LookAround {
		around := d.Around
		around.At = d.At
		return tui.Outcome{Survey: around}, nil
	}
	if e == desk.ReadFormer {
		return tui.Outcome{Former: &d.Former}, nil
	}
	if e == desk.ReadMark {
		return tui.Outcome{Mark: desk.Mark{
			Seal: d.State.GradeSeals(), Words: strings.Fields("春风 书架 木门 灯塔 铅笔 云朵 石桥 火车"),
			Groups:      strings.TrimSpace(strings.Repeat("3f9a ", 16)),
			Fingerprint: "SHA256:Jq5mYxC0f9q0Jd3uVb0kq6mY8m1mQ9w0zXyT1u2v3w4",
			Count: desk.Stamp{
				Number: d.State.CountSeal(), Record: d.State.Records, Words: strings.Fields("白云 书本 山坡 木桥 春风 大树 河流 明天"),
				Groups: strings.TrimSpace(strings.Repeat("7c21 ", 16)),
			},
		}}, nil
	}
	return tui.Outcome{Log: append([]desk.LogRow(nil), d.Rows...), Path: "/home/chair/2023.zip"}, nil
}

// Play lets the room take lines of a script; "wait 9m" moves the clock.
func (d *Desk) Play(lines ...string) *Desk {
	d.t.Helper()
	for _, line := range lines {
		if span, ok := strings.CutPrefix(line, "wait "); ok {
			by, err := time.ParseDuration(span)
			if err != nil {
				d.t.Fatal(err)
			}
			d.At = d.At.Add(by)
			continue
		}
		o, err := d.State.Parse(line)
		if err != nil {
			d.t.Fatalf("%s: %v", line, err)
		}
		d.Order(o)
	}
	d.Publish()
	return d
}

// Publish lets the model see the room.
func (d *Desk) Publish() {
	d.t.Helper()
	d.ripen() // so that it is drawn at once
	d.Take(d.eye())
}

// ripen lets as much time pass as there is between two frames.
func (d *Desk) ripen() { d.At = d.At.Add(time.Second / 120) }

// Take hands one message to the model and runs what it asks for. A frame that was
// put off waits for Tick.
func (d *Desk) Take(msg tea.Msg) {
	d.t.Helper()
	m, cmd := d.Model.Update(msg)
	d.Model = m
	d.run(cmd)
}

// Tick lets an interval pass and the frames that were put off be drawn.
func (d *Desk) Tick() {
	d.t.Helper()
	for len(d.due) > 0 {
		msg := d.due[0]
		d.due = d.due[1:]
		d.ripen()
		d.Take(msg)
	}
}

// run carries a command out. The look is put by until something is published; the
// answer of a write waits where answers are slow.
func (d *Desk) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	d.looked = false
	grabs, tables := d.Grabs, d.tables
	msg := cmd()
	if d.looked {
		d.eye = cmd
		return
	}
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.RawMsg:
		if msg.Msg == "\a" {
			d.Rings++
		}
	case tea.QuitMsg:
		d.Gone = true
	default:
		if d.Slow && d.Grabs > grabs || d.Lengthy && d.tables > tables {
			d.answers = append(d.answers, msg)
			return
		}
		d.Take(msg)
	}
}

// Answer lets the oldest answer that waits in.
func (d *Desk) Answer() {
	d.t.Helper()
	if len(d.answers) == 0 {
		d.t.Fatalf("nothing is being written:\n%s", d.Frame())
	}
	msg := d.answers[0]
	d.answers = d.answers[1:]
	d.ripen() // so that it is drawn at once
	d.Take(msg)
}

// Waiting is how many answers wait.
func (d *Desk) Waiting() int { return len(d.answers) }

// Drain lets every answer in, and those that follow from them.
func (d *Desk) Drain() {
	d.t.Helper()
	for len(d.answers) > 0 {
		d.Answer()
	}
}

// Size makes the window so large.
func (d *Desk) Size(width, height int) *Desk {
	d.Width, d.Height = width, height
	d.ripen()
	d.Take(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// Dress gives the terminal another background and other colours.
func (d *Desk) Dress(dark bool, p colorprofile.Profile) {
	bg := tea.BackgroundColorMsg{Color: ansi.BasicColor(15)}
	if dark {
		bg.Color = ansi.BasicColor(0)
	}
	d.Take(bg)
	d.ripen()
	d.Take(tea.ColorProfileMsg{Profile: p})
}

// Frame is what stands in the window, without its styles.
func (d *Desk) Frame() string { return ansi.Strip(d.Model.View().Content) }

// Work is the work area of the window, without title, notice, keys and rail, with
// bars, fields and large characters as [Inked] shows them.
func (d *Desk) Work() string {
	rows := strings.Split(d.Model.View().Content, "\n")
	_, room := frame.Room(d.Width, d.Height, false)
	rows = rows[2 : 2+room]
	from := 0
	if wall := strings.Index(ansi.Strip(rows[0]), "│"); wall >= 0 && d.Width >= 100 {
		from = frame.RailWidth(d.Width) + 3
	}
	for i, r := range rows {
		rows[i] = strings.TrimRight(Inked(ansi.Cut(r, from, d.Width)), " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

// Shows fails unless every text stands somewhere in the window.
func (d *Desk) Shows(texts ...string) *Desk {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.Frame(), text) {
			d.t.Errorf("the window does not show %q:\n%s", text, d.Frame())
		}
	}
	return d
}

// Hides fails if any of the texts stands in the window.
func (d *Desk) Hides(texts ...string) *Desk {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.Frame(), text) {
			d.t.Errorf("the window shows %q:\n%s", text, d.Frame())
		}
	}
	return d
}

// Language is the tag of the language that the desk speaks.
func (d *Desk) Language() string { return d.lang }
