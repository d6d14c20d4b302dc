package desk

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// Picture, Caret and the tones are the frame's.
type (
	Picture = frame.Picture
	Caret   = frame.Caret
	Tone    = frame.Tone
	Spot    = frame.Spot
)

const (
	Plain = frame.Plain
	Good  = frame.Good
	Look  = frame.Look
	Wrong = frame.Wrong
)

// An Errand is something outside the meeting that a screen asks for.
type Errand int

const (
	NoErrand Errand = iota
	ReadLog
	ReadMark
	Export
	OpenWall // the wall in a window of its own
	BeginMirror
	EndMirror
	Reveal    // the folder that something lies in
	Print     // what is printed before the meeting, into a folder
	FindDoors // the addresses of this computer, from now on
	OpenDoor  // for other terminals, at an address
	ShutDoor
	PutOut     // a seat, by its number
	LookAround // what stands around the meeting: power, disk, papers
	ReadFormer // last year's export, to be looked at beside this meeting
)

// MirrorInto asks for the folder that the copy on another disk goes into.
func MirrorInto(c Context) Answer {
	return Answer{Pick: &Pick{Ask: words.MirrorInto(c.Lang), Place: true, Then: func(path string, _ Context) Answer {
		return Answer{Errand: BeginMirror, To: path}
	}}}
}

// An Answer is what a screen makes of an action.
type Answer struct {
	Orders  []meeting.Order
	Say     string
	Tone    Tone
	Ring    bool
	Errand  Errand
	To      string // where the errand puts what it makes, "" for where people look for it
	Copy    string // goes to the clipboard
	Quit    bool
	Go      Place             // the place that is opened, 0 to stay
	Private *private.Contents // to be kept from now on
	Attach  *Attachment
	Table   *Table
	Names   string    // a table of names that is to be read
	Ask     *Question // opens over the screen
	Pick    *Pick     // a file that is looked for
	// Onto is what becomes of the screen below a question that is answered so.
	Onto func(Screen) Screen
}

// An Attachment is a file that is to be copied into the session.
type Attachment struct{ To, Path string }

// A Table is a ledger that is written as a table, or read from one.
type Table struct {
	In   bool
	Path string // of the table that is read
}

// Names are those of a table that was read, to be looked at before they are used.
type Names struct {
	List  []private.Attendee // none where something is wrong with it
	Lines []string           // how it was understood, or what is wrong with it
	Sum   string             // what it comes to
}

// A Pick is a file that is to be looked for: what for, of which kinds, and what becomes
// of its path.
type Pick struct {
	Ask   string
	Kinds []string // endings, ".csv"; none for all
	Place bool     // it is a folder that is looked for
	Then  func(path string, c Context) Answer
}

// Warn is a sentence that says why nothing was done.
func Warn(text string) Answer { return Answer{Say: text, Tone: Look, Ring: true} }

// Asks is the answer that opens a question.
func Asks(q Question) Answer { return Answer{Ask: &q} }

// Saying is the answer with a sentence to be said once its orders are stored, unless
// it was refused.
func (a Answer) Saying(text string) Answer {
	if !a.Ring {
		a.Say = text
	}
	return a
}

// Then is the answer with a question that follows it, unless it was refused.
func (a Answer) Then(q Question) Answer {
	if !a.Ring {
		a.Ask = &q
	}
	return a
}

// A Screen draws a state and lists what can be done.
type Screen interface {
	// Acts are the actions of this moment, in the order in which they are shown.
	Acts(Context) []Act
	// Draw is the picture of the state.
	Draw(Context) Picture
}

// A Typist is a screen that has a field of its own open: presses go there first.
type Typist interface {
	Screen
	Typing(Context) bool
	// Press offers a key to the open field; false if it has no use for it.
	Press(tea.KeyPressMsg, Context) (Screen, bool)
	// Paste takes text that came at once.
	Paste(string, Context) (Screen, Answer)
}

// An Asker is a screen that asks something by itself, once nothing else is asked
// there: the question, nil for none, and the screen that has asked it.
type Asker interface {
	Screen
	Asks(Context) (Screen, *Question)
}

// A Pointed screen has rows that a mouse can point at. Pointing at the row under
// the cursor is Enter.
type Pointed interface {
	Screen
	// Point moves the cursor to item n of the picture's spots; there tells that it
	// stood there already.
	Point(n int, c Context) (s Screen, there bool)
}

// A Guide is a screen that knows the next step: one line, with the key.
type Guide interface{ Next(Context) string }

// A Sleeper is a screen whose page may open by itself, in the middle of typing.
type Sleeper interface{ Asleep(Context) bool }

// A Leaver is a screen that covers something when another place is opened.
type Leaver interface{ Left() Screen }

// A Held screen takes back what a key that was held down has made: so many presses
// that no hand made.
type Held interface {
	Held(n int, c Context) (Screen, Answer)
}

// An Action is one entry of the table of a screen.
type Action[S Screen] = key.Action[S, Context, Answer]

// An Act is an action as it stands now.
type Act = key.Bound[Screen, Answer]

// Acts binds a table to the screen as it stands now.
func Acts[S Screen](s S, c Context, table []Action[S]) []Act {
	return lift(key.Bind(s, c, c.Lang, table), func(next S, ans Answer) (Screen, Answer) { return next, ans })
}

// Moves are the actions of a list on a screen, which set puts back into it.
func Moves[S Screen](s S, c Context, l frame.List, r frame.Rows, set func(S, frame.List) S) []Act {
	return lift(key.Bind(l.Within(r.N), r, c.Lang, frame.Moves), func(next frame.List, _ struct{}) (Screen, Answer) { return set(s, next), Answer{} })
}

// Turns are the actions of a page on a screen, which set puts back into it.
func Turns[S Screen](s S, c Context, p frame.Page, sheet frame.Sheet, set func(S, frame.Page) S) []Act {
	return lift(key.Bind(p, sheet, c.Lang, frame.Turns), func(next frame.Page, _ struct{}) (Screen, Answer) { return set(s, next), Answer{} })
}

// lift is actions of a part as actions of the screen that holds it.
func lift[S, A any](list []key.Bound[S, A], onto func(S, A) (Screen, Answer)) []Act {
	out := make([]Act, len(list))
	for i, b := range list {
		out[i] = Act{Entry: b.Entry, Do: func(n int) (Screen, Answer) { return onto(b.Do(n)) }}
	}
	return out
}

// Choice is an action that follows from a digit: 1 to n, shown as one entry.
func Choice[S Screen](name words.Sentence, first, last int, do func(S, Context, int) (S, Answer)) Action[S] {
	a := Action[S]{Name: name, Cap: string(rune('0'+first)) + "–" + string(rune('0'+last)), Do: do}
	for d := first; d <= last; d++ {
		a.Keys = append(a.Keys, string(rune('0'+d)))
	}
	return a
}
