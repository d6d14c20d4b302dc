package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/glyph"
	"shuping/tui/key"
	"shuping/tui/look"
)

// A Place is where a screen stands in the console.
type Place int

const (
	_ Place = iota
	AgendaPlace
	RecordPlace
	ResultPlace
	GradePlace
	LedgerPlace
	ArchivePlace
	LogPlace
	places
)

// Places is how many places there are, for an array of screens.
const Places = int(places)

// A Context is all that a screen may know.
type Context struct {
	State   meeting.State // on disk: what is shown
	Ahead   meeting.State // with what waits to be written: what keys mean
	Pending int           // orders that wait to be written
	Seq     uint64        // the last record on disk
	Head    string        // its hash, in hex
	Now     time.Time
	Pressed time.Time // when the last key was pressed
	Path    string    // the session's file
	Log     []LogRow
	Outcome string           // what the last errand came to
	Mark    Mark             // how people recognise the sealed record
	Drawer  private.Contents // what the chair keeps for himself; on no screen but its own

	Generated func(meeting.State, plan.Paper) bool // which papers of the plan the program writes

	Lang  words.Language
	Look  look.Look
	Font  *glyph.Font
	Width int // of the work area, in cells
	Rows  int // of the work area
}

// Font is the large font, which a root hands on without knowing it.
type Font = glyph.Font

// A Mark is how people recognise a sealed record: what stands on the report that
// they sign. The zero Mark is none.
type Mark struct {
	Seal        int // which seal it is of, from 1
	Words       []string
	Groups      string // the hash in groups of four hexadecimal digits
	Fingerprint string // of the key that signs the bundle
}

// A LogRow is one record of the journal as the log shows it.
type LogRow struct {
	Seq  uint64
	At   time.Time // zero for a ballot
	Who  string
	Kind string
	Line string // what it holds, as names and values
}

// An Errand is something outside the meeting that a screen asks for.
type Errand int

const (
	NoErrand Errand = iota
	ReadLog
	ReadMark
	Export
)

// A Tone says how a notice is meant.
type Tone int

const (
	Plain Tone = iota
	Look       // amber: look
	Wrong      // red: over the limit, or differs
)

// An Answer is what a screen makes of a key.
type Answer struct {
	Orders []meeting.Order
	Say    string
	Tone   Tone
	Ring   bool
	Errand Errand
	Quit   bool
	Drawer *private.Contents // to be kept from now on
	Attach *Attachment
	Table  *Table
	next   *ask // the question that follows, for the screen itself
	opens  bool // a page of differences that nobody asked for
}

func warn(text string) Answer { return Answer{Say: text, Tone: Look, Ring: true} }

func order(o ...meeting.Order) Answer { return Answer{Orders: o} }

// A Picture is what a screen draws: rows no wider than the work area, and
// where the caret stands if text is being typed.
type Picture struct {
	Rows  []string
	Caret *Caret
}

// A Caret is a cell of the work area.
type Caret struct{ Col, Row int }

// A Screen draws a state and answers meanings.
type Screen interface {
	// Scope is what works now.
	Scope(Context) key.Scope
	// Do answers a meaning of the scope.
	Do(key.Meaning, Context) (Screen, Answer)
	// Typing reports whether a field is open: presses go to Press first.
	Typing(Context) bool
	// Press offers a key to the open field; false if it has no use for it.
	Press(tea.KeyPressMsg, Context) (Screen, bool)
	// Paste takes text that came at once.
	Paste(string, Context) (Screen, Answer)
	// Draw is the picture of the state.
	Draw(Context) Picture
}

// try is the refusal that the orders would meet now, nil for none.
func (c Context) try(orders ...meeting.Order) *meeting.Refusal {
	_, _, err := meeting.Try(c.Ahead, meeting.Person{}, c.Now, orders...)
	refusal, _ := err.(*meeting.Refusal)
	return refusal
}

// after is the state that the orders lead to, up to the first that is refused.
func (c Context) after(orders ...meeting.Order) meeting.State {
	s, _, _ := meeting.Try(c.Ahead, meeting.Person{}, c.Now, orders...)
	return s
}

// submit is the answer that submits the orders, or says why it cannot.
func (c Context) submit(orders ...meeting.Order) Answer {
	if r := c.try(orders...); r != nil {
		return warn(c.Refuse(r))
	}
	return order(orders...)
}

// Refuse is a refusal in words, with agenda items called by their names.
func (c Context) Refuse(r *meeting.Refusal) string {
	values := make(map[string]any, len(r.Values))
	for name, v := range r.Values {
		if id, ok := v.(string); ok && (name == "item" || name == "before") {
			v = c.itemName(id)
		}
		values[name] = v
	}
	return words.Refusal(c.Lang, string(r.Code), values)
}

func (c Context) itemName(id string) string {
	for i, it := range c.Ahead.Agenda {
		if it.ID == id {
			return c.item(i)
		}
	}
	return id
}

// item is agenda item i in words.
func (c Context) item(i int) string {
	it := c.Ahead.Agenda[i]
	name := words.ItemKind(c.Lang, string(it.Kind))
	if it.Subject >= 0 {
		name += " " + c.Ahead.Plan.Subjects[it.Subject].Label()
	}
	return name
}

// ruleLang is the language that reasons are told in.
func (c Context) ruleLang() tally.Language { return tally.Language(c.Lang.Tag()) }

// Say is a sentence with its values: name, value, name, value. No sentence says
// nothing.
func (c Context) Say(sentence words.Sentence, pairs ...any) string {
	if sentence == nil {
		return ""
	}
	return c.Fill(sentence(c.Lang), pairs...)
}

// Fill is [Context.Say] for a text that is no sentence by itself.
func (c Context) Fill(text string, pairs ...any) string {
	return words.Fill(text, words.Values(pairs...))
}

// Stopped is what is said for as long as a storage fault stands, with how many
// orders were keyed behind it.
func (c Context) Stopped(problem string, dropped int) string {
	return c.and(c.Say(words.Stopped, "problem", problem), dropped)
}

// Untaken is what is said when the disk could not take orders and goes on.
func (c Context) Untaken(problem string, orders int) string {
	return c.Say(words.OrdersUntaken, "problem", problem, "orders", orders)
}

// Refused is a refusal that came back from the room, with how many orders
// behind it were dropped.
func (c Context) Refused(r *meeting.Refusal, dropped int) string {
	return c.and(c.Refuse(r), dropped)
}

// and adds to a sentence how many orders were dropped, if any were.
func (c Context) and(text string, dropped int) string {
	if dropped == 0 {
		return text
	}
	return text + " " + c.Say(words.OrdersDropped, "orders", dropped)
}
