package desk

import (
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// A Place is where a screen stands in the console.
type Place int

const (
	_ Place = iota
	AgendaPlace
	CountPlace
	ResultPlace
	GradePlace
	LedgerPlace
	ArchivePlace
	LogPlace
	SeatsPlace // has no tab: the menu leads there
	places
)

// Places is how many places there are, for an array of screens.
const Places = int(places)

// A Context is all that a screen may know.
type Context struct {
	State    meeting.State // on disk: what is shown
	Ahead    meeting.State // with what waits to be written: what keys mean
	Pending  int           // orders that wait to be written
	Seq      uint64        // the last record on disk
	Head     string        // its hash, in hex
	Now      time.Time
	Pressed  time.Time // when the last key was pressed
	Path     string    // the session's file
	Log      []LogRow
	Outcome  string           // what the last export came to
	Exported string           // where it lies, "" before
	ExportTo string           // the folder that an export goes into
	Mark     Mark             // how people recognise the sealed record
	Private  private.Contents // what the chair keeps for himself; on no screen but its own
	Survey   Survey           // what was found around the meeting
	Mirror   Copy             // on another disk
	Mirrors  bool             // such a copy may be kept
	Door     Door             // where other terminals come in
	Walls    bool             // the wall may have a window of its own
	Walled   time.Time        // when that was opened last, zero where it was not
	Former   *meeting.State   // last year's, once its export was verified; no record holds it

	Generated func(meeting.State, plan.Paper) bool   // which papers of the plan the program writes
	OverPage  func(s meeting.State, subject int) int // how many characters an opinion has more than one page

	Lang  words.Language
	Look  look.Look
	Fonts *glyph.Fonts
	Width int // of the work area, in cells
	Rows  int // of the work area
}

// Fonts are the large fonts, which a root hands on without knowing them.
type Fonts = glyph.Fonts

// A Mark is how people recognise a sealed record: what stands on the report that
// they sign. The zero Mark is none.
type Mark struct {
	Seal        int // which seal it is of, from 1
	Words       []string
	Groups      string // the hash in groups of four hexadecimal digits
	Fingerprint string // of the key that signs the export
	Count       Stamp  // the seal of the count as it stands
}

// A Stamp is the record of a seal as people recognise it. The zero Stamp is none.
type Stamp struct {
	Number, Record int // of the seal in the chain, from 1, and of its record
	Words          []string
	Groups         string
}

// A LogRow is one record of the journal as the log shows it.
type LogRow struct {
	Seq  uint64
	At   time.Time // zero for a ballot
	Who  string
	Kind string
	Line string // what it holds, as names and values
}

// Try is the refusal that orders would meet now, nil if none.
func (c Context) Try(orders ...meeting.Order) *meeting.Refusal {
	_, _, err := meeting.Try(c.Ahead, meeting.Person{}, c.Now, orders...)
	refusal, _ := err.(*meeting.Refusal)
	return refusal
}

// After is the state that the orders lead to, up to the first that is refused.
func (c Context) After(orders ...meeting.Order) meeting.State {
	s, _, _ := meeting.Try(c.Ahead, meeting.Person{}, c.Now, orders...)
	return s
}

// Submit is the answer that submits the orders, or says why it cannot.
func (c Context) Submit(orders ...meeting.Order) Answer {
	if r := c.Try(orders...); r != nil {
		return Warn(c.Refuse(r))
	}
	return Answer{Orders: orders}
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
			return c.Item(i)
		}
	}
	return id
}

// Item is agenda item i in words.
func (c Context) Item(i int) string {
	it := c.Ahead.Agenda[i]
	name := words.ItemKind(c.Lang, string(it.Kind))
	if it.Subject >= 0 {
		name += " " + c.Ahead.Plan.Subjects[it.Subject].Label()
	}
	return name
}

// Say is a sentence with its values: name, value, name, value.
func (c Context) Say(s words.Sentence, pairs ...any) string {
	return words.Fill(s(c.Lang), words.Values(pairs...))
}

// Today is the day on the laptop's clock.
func (c Context) Today() plan.Day {
	y, m, d := c.Now.Local().Date()
	return plan.Day{Year: y, Month: m, Day: d}
}
