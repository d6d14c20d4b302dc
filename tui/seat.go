package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
	"shuping/tui/picker"
	"shuping/tui/screen"
)

// A Sight is what the room shows: the whole state on disk, how far the journal
// goes, the instant, and the fault that stopped the room.
type Sight struct {
	State meeting.State
	Seq   uint64
	Head  string // the last record's hash, in hex
	Now   time.Time
	Fault string // one sentence, "" for none
	// Warning is what the disk lacks while the room goes on, "" for nothing.
	Warning string
	Mirror  desk.Copy // on another disk, the zero Copy where there is none
	Door    desk.Door // where other terminals come in
}

// A Seat is what a terminal is given. Submit is nil for a seat that may only
// look.
type Seat struct {
	// Look waits for the next sight; false when the room has closed.
	Look func() (Sight, bool)
	// Submit stores the orders up to the first that is refused. It returns how
	// many were stored, the sight after them, and the refusal; a fault shows in
	// the sight.
	Submit func([]meeting.Order) (int, Sight, *meeting.Refusal)
	// Errand does something outside the meeting and says in one sentence what
	// came of it; a problem is a sentence too. What takes its time says what has
	// come of it; it tells how far it is, from its own goroutine, and stops when the
	// context is done.
	Errand func(ctx context.Context, e desk.Errand, to string, far func(done, of int64)) (Outcome, error)

	// Generated tells which papers of the plan the program writes.
	Generated func(meeting.State, plan.Paper) bool
	// OverPage is how many characters the opinion on a subject has more than one page.
	OverPage func(s meeting.State, subject int) int
	// Private is what the chair keeps for himself; Keep stores it, nil where it is
	// kept nowhere. Attach takes a file into the session.
	Private private.Contents
	Keep    func(private.Contents) error
	Attach  func(ctx context.Context, to, path string, far func(done, of int64)) error

	// Wall says what the wall's own window is to show: a picture or none, and the
	// page in sight. It does not wait; nil where there is no such window.
	Wall func(blank bool, page int)

	Mirrors bool // a copy on another disk may be kept

	// WriteLedger writes the ledger as a table and says where. ReadLedger holds a
	// table against the ledger of a meeting; a file that is no table is a problem in
	// one sentence.
	WriteLedger func() (path string, err error)
	ReadLedger  func(path string, s meeting.State) (screen.Taking, error)
	// ReadNames reads a list of those who are expected; what is no table is a problem in
	// one sentence.
	ReadNames func(path string, s meeting.State) (desk.Names, error)

	// Browse says what a path leads to: a file, or what a folder holds; "" is where
	// people keep their files. A problem is a sentence.
	Browse func(path string) (picker.Listing, error)

	Verdict string // what verifying the export said that is looked at, "" of a session

	Path  string
	Lang  words.Language
	Fonts *desk.Fonts
	Now   func() time.Time // when a key was pressed
	Dark  bool
	Depth look.Depth // the most colours that may be used
	// Tick puts a message off; nil is the clock of the machine.
	Tick    func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	Opening string // what was found on opening, said first
}

// An Outcome is what an errand brought back.
type Outcome struct {
	Log  []desk.LogRow
	Path string
	Mark desk.Mark
	To   string // the folder that an export goes into

	Survey desk.Survey // what was found around the meeting

	Former *meeting.State // last year's, from its export

	Lacks string // what the export at Path does not have, as one sentence
}
