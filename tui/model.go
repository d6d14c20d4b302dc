package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/count"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/hall"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// A Model is one seat's root: the size, the newest state, the screens, the
// outbox and what was said last. Only it makes a view.
type Model struct {
	seat Seat
	look look.Look

	width, height int
	sight         Sight
	outbox        outbox

	place     desk.Place
	screens   [desk.Places]desk.Screen
	asks      [desk.Places]*desk.Question // what is asked there, nil for nothing
	hall      hall.Wall
	steered   steering // what the wall's own window was told last
	cover     cover
	beneath   cover         // what the help or the question lies over, if not the place
	leaving   desk.Question // whether to leave
	menu      frame.Menu
	chosen    []act // what the menu lists
	manual    frame.Manual
	search    search
	waits     []*wait // the oldest first
	notice    frame.Notice
	promise   frame.Notice // what is said once the orders that wait are stored
	log       []desk.LogRow
	outcome   string
	exported  string // where the last export lies
	to        string // the folder that an export goes into
	exporting bool   // an export is being written
	survey    desk.Survey
	former    *meeting.State // last year's, from its export
	walled    time.Time      // when the wall's own window was opened last
	private   privacy
	mark      desk.Mark

	cadence   key.Cadence
	before    key.Pressed // the last key, and when it was pressed
	pressed   time.Time
	mouseless bool
	lost      int // orders that a fault kept from being handed over
	frame     *view
	ending    bool // leave when the outbox is empty
}

// A cover lies over the place: help, the wall, the question whether to leave, the
// menu, the search for a file.
type cover int

const (
	uncovered cover = iota
	helping
	projecting
	leaving
	choosing
	picking
)

// New is the root of a seat that has seen first.
func New(seat Seat, first Sight) Model {
	m := Model{seat: seat, look: look.New(seat.Dark, seat.Depth), sight: first, frame: &view{}}
	m.outbox = m.outbox.settle(first.State)
	m.screens = [desk.Places]desk.Screen{
		desk.AgendaPlace: screen.Agenda{}, desk.CountPlace: count.Count{},
		desk.ResultPlace: screen.Result{}, desk.GradePlace: screen.Grade{}, desk.LedgerPlace: screen.Ledger{},
		desk.ArchivePlace: screen.Archive{}, desk.LogPlace: screen.Log{}, desk.SeatsPlace: screen.Seats{},
	}
	m.private.contents = seat.Private
	m.place = opensAt(first.State)
	m.notice = frame.Notice{Text: seat.Opening}
	return m.faulty()
}

// opensAt is where the work is: the count if one is under way.
func opensAt(s meeting.State) desk.Place {
	switch {
	case s.IsSealed():
		return desk.ArchivePlace
	case s.Round.Closed:
		return desk.ResultPlace
	case s.Round.Issued > 0:
		return desk.CountPlace
	default:
		return desk.AgendaPlace
	}
}

// around asks what stands around a meeting that has not begun.
func (m Model) around() tea.Cmd {
	if m.sight.State.Current >= 0 {
		return nil
	}
	return m.errand(desk.LookAround)
}

// Init starts to look, and asks what the terminal is like and what stands around the
// meeting.
func (m Model) Init() tea.Cmd {
	return tea.Batch(m.lookAgain(), look.Ask(), m.around())
}

// Update takes one message. It never waits.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := m.update(msg)
	m, keep := m.unasked().drafting().steer().keep()
	m, tick := m.rebuild(msg)
	return m, tea.Batch(cmd, keep, tick)
}

func (m Model) update(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg, tea.ColorProfileMsg, tea.CursorPositionMsg:
		var redraw tea.Cmd
		m.look, redraw, _ = m.look.Learn(msg)
		return m, redraw
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg.Content)
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case sightMsg:
		return m.see(msg)
	case wroteMsg:
		return m.wrote(msg)
	case errandMsg:
		return m.returned(msg), nil
	case keptMsg:
		return m.kept(msg)
	case attachedMsg:
		return m.attached(msg), nil
	case namesMsg:
		return m.named(msg), nil
	case tableMsg:
		return m.tabled(msg), nil
	case waitMsg:
		return m.waited(msg.wait)
	case endedMsg:
		return m.ended(msg)
	case browsedMsg:
		return m.browsed(msg)
	}
	return m, nil
}

// A steering is what the wall's own window is told.
type steering struct {
	blank bool
	page  int
}

// steer tells the wall's own window what it is to show, where that has changed.
func (m Model) steer() Model {
	if m.seat.Wall == nil {
		return m
	}
	if s := (steering{m.hall.Blank(), m.hall.Page(m.wallContext(m.context()))}); s != m.steered {
		m.seat.Wall(s.blank, s.page)
		m.steered = s
	}
	return m
}

// see takes a newer sight; an older one, overtaken by a write, is dropped.
func (m Model) see(msg sightMsg) (Model, tea.Cmd) {
	if !msg.open {
		return m, tea.Quit
	}
	cmd := m.lookAgain()
	m, read := m.sees(msg.sight)
	m.outbox = m.outbox.seen(m.sight.State)
	m = m.faulty()
	if m.sight.Warning != "" && m.notice.Text == "" {
		m = m.say(m.sight.Warning, frame.Look)
	}
	return m, tea.Batch(cmd, read)
}

// sees takes a sight that is not older than the one it has; the log that is in
// front is read again if the journal grew. A fault stands until the session is
// opened anew, whatever order the sights come in.
func (m Model) sees(s Sight) (Model, tea.Cmd) {
	if s.Fault == "" {
		s.Fault = m.sight.Fault
	}
	grown := s.Seq > m.sight.Seq
	if s.Seq < m.sight.Seq {
		m.sight.Fault = s.Fault
	} else {
		m.sight = s
	}
	if !m.sight.State.IsSealed() {
		m.outcome, m.exported = "", "" // what was exported under a broken seal is not the bundle
	}
	if grown && m.place == desk.LogPlace {
		return m, m.errand(desk.ReadLog)
	}
	return m, m.marks()
}

// marks reads the marks of the seals where they are looked at, once for each seal.
func (m Model) marks() tea.Cmd {
	s := m.sight.State
	grades := m.place == desk.ArchivePlace && s.IsSealed() && m.mark.Seal != s.GradeSeals()
	count := (m.place == desk.CountPlace || m.place == desk.ArchivePlace) && s.Round.Closed && m.mark.Count.Number != s.CountSeal()
	if !grades && !count {
		return nil
	}
	return m.errand(desk.ReadMark)
}

// faulty says a storage fault for as long as it stands, and how many steps were
// keyed behind it that nobody took.
func (m Model) faulty() Model {
	if m.sight.Fault != "" {
		m.lost += len(m.outbox.waiting)
		m.outbox = m.outbox.settle(m.sight.State)
		m.notice = frame.Notice{Text: stopped(m.context(), m.sight.Fault, m.lost), Tone: frame.Wrong}
	}
	return m
}

// say puts a sentence into the line of notices. A fault is not talked over.
func (m Model) say(text string, tone frame.Tone) Model {
	if m.sight.Fault == "" {
		m.notice = frame.Notice{Text: text, Tone: tone}
	}
	return m
}

// wrote takes what came of a write, and starts the next one. Whoever was
// leaving stays if something could not be stored, and sees why.
func (m Model) wrote(msg wroteMsg) (Model, tea.Cmd) {
	m, read := m.sees(msg.sight)
	if m.sight.Fault != "" {
		m.lost += len(m.outbox.waiting)
	}
	var dropped int
	m.outbox, dropped = m.outbox.wrote(msg, m.sight.State)
	m = m.faulty()
	switch {
	case msg.refusal != nil:
		m = m.say(refused(m.context(), msg.refusal, dropped), frame.Look)
	case dropped > 0:
		m = m.say(m.context().Say(words.OrdersUntaken, "problem", m.sight.Warning, "orders", dropped), frame.Wrong)
	}
	kept := msg.refusal == nil && dropped == 0 && m.sight.Fault == ""
	m.ending = m.ending && kept
	if m.promise.Text != "" && m.outbox.empty() {
		if kept {
			m.notice = m.promise
		}
		m.promise = frame.Notice{}
	}
	m, write := m.hand()
	return m, tea.Batch(write, read, m.gone())
}

// returned takes what an errand brought back.
func (m Model) returned(msg errandMsg) Model {
	m.exporting = m.exporting && msg.errand != desk.Export
	switch {
	case msg.err != nil && msg.errand == desk.Export:
		m = m.say(m.context().Say(words.ExportFailed, "problem", msg.err), frame.Wrong)
	case msg.err != nil:
		m = m.say(msg.err.Error(), frame.Wrong)
	case msg.errand == desk.ReadLog && newest(msg.outcome.Log) >= newest(m.log):
		m.log = msg.outcome.Log
	case msg.errand == desk.ReadMark:
		m.mark, m.to = msg.outcome.Mark, msg.outcome.To
	case msg.errand == desk.LookAround:
		m.survey = msg.outcome.Survey
	case msg.errand == desk.OpenWall:
		m.walled = m.now()
		m = m.say(words.WallOpened(m.seat.Lang), frame.Good)
	case msg.errand == desk.BeginMirror:
		m = m.say(m.context().Say(words.MirrorBegun, "path", msg.outcome.Path), frame.Good)
	case msg.errand == desk.EndMirror:
		m = m.say(words.MirrorEnded(m.seat.Lang), frame.Plain)
	case msg.errand == desk.OpenDoor:
		m = m.say(words.DoorOpened(m.seat.Lang), frame.Good)
	case msg.errand == desk.ShutDoor:
		m = m.say(words.DoorClosed(m.seat.Lang), frame.Plain)
	case msg.errand == desk.ReadFormer:
		m.former = msg.outcome.Former
		m.screens[desk.ResultPlace] = m.screens[desk.ResultPlace].(screen.Result).ByYears()
		m = m.say(m.context().Say(words.FormerRead, "year", m.former.Plan.Year), frame.Good)
	case msg.errand == desk.Print:
		m.survey.Printed = msg.outcome.Path
		m = m.say(m.context().Say(words.Printed, "path", msg.outcome.Path), frame.Good)
	case msg.errand == desk.Export:
		m.exported = msg.outcome.Path
		m.outcome = m.context().Say(words.Exported, "path", msg.outcome.Path)
		m = m.say(m.outcome, frame.Good)
		if msg.outcome.Lacks != "" {
			m.outcome += "\n" + msg.outcome.Lacks
		}
	}
	return m
}

// newest is the last record of a log, 0 for none.
func newest(rows []desk.LogRow) uint64 {
	if len(rows) == 0 {
		return 0
	}
	return rows[len(rows)-1].Seq
}

// Undelivered is what had been keyed but not handed over when the program was
// ended from outside; whoever ran it submits the rest. What was handed over is
// written first, even if its command never ran, so that the rest comes behind
// it; if that is refused, nothing is left that still makes sense.
func (m Model) Undelivered() []meeting.Order {
	if h := m.outbox.under; h != nil && h.deliver(m.seat.Submit).stored < len(h.orders) {
		return nil
	}
	return m.outbox.waiting
}

// context is what the screens may know.
func (m Model) context() desk.Context {
	cols, rows := frame.Room(m.width, m.height, m.railed())
	return desk.Context{
		State: m.sight.State, Ahead: m.outbox.ahead, Pending: m.outbox.size(),
		Seq: m.sight.Seq, Head: m.sight.Head, Now: m.now(), Pressed: m.seat.Now(), Path: m.seat.Path,
		Log: m.log, Outcome: m.outcome, Exported: m.exported, ExportTo: m.to, Lang: m.seat.Lang, Look: m.look,
		Fonts: m.seat.Fonts, Width: cols, Rows: rows, Private: m.private.contents, Generated: m.seat.Generated, OverPage: m.seat.OverPage, Mark: m.mark,
		Survey: m.survey, Mirror: m.sight.Mirror, Mirrors: m.seat.Mirrors, Door: m.sight.Door, Walls: m.seat.Wall != nil, Walled: m.walled, Former: m.former,
	}
}

// railed reports whether the agenda stands at the side: not beside itself, and not where
// sheets are keyed, whose own panel stands there.
func (m Model) railed() bool { return m.place != desk.AgendaPlace && m.place != desk.CountPlace }

// wallContext is the context of the wall, which fills the window.
func (m Model) wallContext(c desk.Context) desk.Context {
	c.Width, c.Rows = m.width, m.height
	return c
}

// now is the room's instant: what is on the screen is one moment.
func (m Model) now() time.Time { return m.sight.Now }

// stopped is what is said for as long as a storage fault stands, with how many
// orders were keyed behind it.
func stopped(c desk.Context, problem string, dropped int) string {
	return withDropped(c, c.Say(words.Stopped, "problem", problem), dropped)
}

// refused is a refusal that came back from the room, with how many orders behind
// it were dropped.
func refused(c desk.Context, r *meeting.Refusal, dropped int) string {
	return withDropped(c, c.Refuse(r), dropped)
}

// withDropped adds to a sentence how many orders were dropped, if any were.
func withDropped(c desk.Context, text string, dropped int) string {
	if dropped == 0 {
		return text
	}
	return text + " " + c.Say(words.OrdersDropped, "orders", dropped)
}
