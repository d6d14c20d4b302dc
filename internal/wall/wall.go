// Package wall is the note by which a console steers the wall's own window. The window
// reads the meeting from the journal; from the note it learns how far the journal is
// acknowledged, which picture the chair wants, and that the console is alive.
//
// The note lies beside the session as NAME.shuping.wall: one JSON object of at most
// [Limit] bytes, written under another name and renamed. It is never flushed: after a
// power cut nobody needs it.
//
//	format   "shuping/wall/1"
//	session  the hash of the session's first record, so that the note of another
//	         session of that name is told apart
//	process  the number of the console's process
//	seq      the last record that is acknowledged
//	hash     its hash
//	blank    whether the picture is taken away
//	page     the page in sight where there are several, from 0
//	beat     a number that is another one in every note of a console
package wall

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"shuping/internal/journal"
)

// Limit is more bytes than any note has.
const Limit = 1 << 10

const (
	suffix = ".wall" // behind the name of the session
	draft  = ".new"  // behind that of the note
	format = "shuping/wall/1"
)

// Path is where the note of a session lies while a console has it.
func Path(session string) string { return session + suffix }

// A View is which picture the chair wants on the wall.
type View struct {
	Blank bool `json:"blank"`
	Page  int  `json:"page"` // in sight where there are several, from 0
}

// A Note is what a console says to the wall's window.
type Note struct {
	Session journal.Hash `json:"session"` // of the first record
	Process int          `json:"process"`
	Seq     uint64       `json:"seq"`
	Hash    journal.Hash `json:"hash"`
	View
	Beat uint64 `json:"beat"`
}

// Head is the last record that is acknowledged.
func (n Note) Head() journal.Head { return journal.Head{Seq: n.Seq, Hash: n.Hash} }

// A renaming that another program's reading stands in the way of, as Windows has it,
// is tried again within 50 ms.
const (
	tries = 5
	pause = 10 * time.Millisecond
)

// WriteNote puts a note beside a session, in place of the one before.
func WriteNote(session string, n Note) error {
	text, err := json.Marshal(struct {
		Format string `json:"format"`
		Note
	}{format, n})
	if err != nil {
		return err
	}
	name := Path(session)
	if err := os.WriteFile(name+draft, text, 0o600); err != nil {
		return err
	}
	for try := 1; ; try++ {
		if err = os.Rename(name+draft, name); err == nil || try == tries {
			return err
		}
		time.Sleep(pause)
	}
}

// RemoveNote takes the note of a session away: its console has left.
func RemoveNote(session string) error {
	return errors.Join(drop(Path(session)+draft), drop(Path(session)))
}

// drop removes a file that may be gone already.
func drop(path string) error {
	if err := os.Remove(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// errForeign is said of a file that no console has written.
var errForeign = errors.New("it is not a note of a console")

// ReadNote is the note beside a session. Where none lies there the error is
// fs.ErrNotExist; a file that is too long or says anything else is an error.
func ReadNote(session string) (Note, error) {
	f, err := os.Open(Path(session))
	if err != nil {
		return Note{}, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, Limit+1))
	if err != nil {
		return Note{}, err
	}
	var n struct {
		Format string `json:"format"`
		Note
	}
	strict := json.NewDecoder(bytes.NewReader(text))
	strict.DisallowUnknownFields()
	if len(text) > Limit || strict.Decode(&n) != nil || n.Format != format || n.Seq == 0 || n.Page < 0 {
		return Note{}, errForeign
	}
	return n.Note, nil
}
