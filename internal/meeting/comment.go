package meeting

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"
)

// A Comment is what somebody wrote on a sheet: of a subject, or of the whole where
// Subject is "". It is not tied to a sheet.
type Comment struct {
	Subject string `json:"subject"` // its ID
	Text    string `json:"text"`
}

// NoteComments keeps what stands on sheets beside the marks. Comments are entered
// apart from the sheets, several at once and in any order: before the first sheet is
// read or after the last, so that their place in the record does not say from which
// bundle they are.
type NoteComments struct{ Comments []Comment }

// CommentsNoted is a batch of comments, sorted by subject and text, so that their
// order says nothing of the sheets.
type CommentsNoted struct {
	Comments []Comment `json:"comments"`
}

func (o NoteComments) decide(s State) ([]Deed, error) {
	switch {
	case s.Round.IsVoid():
		return nil, refuse(RoundIsVoid, "round", s.Round.Number)
	case !s.Round.Closed:
		if err := s.countable(); err != nil {
			return nil, err
		}
	}
	if err := s.free(); err != nil {
		return nil, err
	}
	if _, back, read := s.Round.InHand(); read > 0 && (!s.Round.HasCollected || read < back) {
		return nil, refuse(CommentsLater, "entered", read, "collected", back)
	}
	for _, c := range o.Comments {
		if isBlank(c.Text) {
			return nil, refuse(MissingArgument, "command", "comment", "argument", "text")
		}
		if err := checkText(c.Text, MaxReason); err != nil {
			return nil, err
		}
	}
	d := CommentsNoted{slices.SortedFunc(slices.Values(o.Comments), Comment.compare)}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (c Comment) compare(o Comment) int {
	return cmp.Or(strings.Compare(c.Subject, o.Subject), strings.Compare(c.Text, o.Text))
}

func (CommentsNoted) Kind() string { return "comments-noted" }
func (CommentsNoted) anonymous()   {}

func (d CommentsNoted) fits(s State) error {
	if len(d.Comments) == 0 {
		return refuse(MissingArgument, "command", "comment", "argument", "text")
	}
	for _, c := range d.Comments {
		if c.Subject == "" {
			continue
		}
		if err := s.hasSubject(c.Subject); err != nil {
			return err
		}
	}
	if !slices.IsSortedFunc(d.Comments, Comment.compare) {
		return errors.New("the comments are not sorted")
	}
	return nil
}

func (d CommentsNoted) apply(s State, _ time.Time) State {
	s.Comments = slices.SortedFunc(slices.Values(slices.Concat(s.Comments, d.Comments)), Comment.compare)
	return s
}
