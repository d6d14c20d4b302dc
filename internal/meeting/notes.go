package meeting

import (
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/typed"
)

// Bounds of text in characters.
const (
	MaxReason = 500
	MaxText   = 5000
	MaxName   = 60
)

// A Remark is what somebody said in a review.
type Remark struct {
	Subject string // an ID; "" of all
	By      string // who said it; "" the chair
	Text    string
}

// NoteReview keeps what was said in the review of one subject, or of all; a later text
// of the same person replaces an earlier one, which stays in the record.
type NoteReview Remark

// ReviewNoted is the text as it stands from now on.
type ReviewNoted struct {
	Subject string `json:"subject"`
	By      string `json:"by,omitempty"`
	Text    string `json:"text"`
}

func (o NoteReview) decide(s State) ([]Deed, error) {
	d := ReviewNoted(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := checkLine(o.By, MaxName); err != nil {
		return nil, err
	}
	if err := checkText(o.Text, MaxText); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (ReviewNoted) Kind() string { return "review-noted" }

func (d ReviewNoted) fits(s State) error {
	if d.Subject == "" {
		return nil
	}
	return s.hasSubject(d.Subject)
}

func (d ReviewNoted) apply(s State, _ time.Time) State {
	var kept []Remark
	placed := d.Text == ""
	for _, r := range s.Remarks {
		if r.Subject == d.Subject && r.By == d.By {
			if placed {
				continue
			}
			r, placed = Remark(d), true
		}
		kept = append(kept, r)
	}
	if !placed {
		kept = append(kept, Remark(d))
	}
	s.Remarks = kept
	return s
}

// Review is what the chair said of the subject called id, or of all where it is "".
func (s State) Review(id string) string {
	for _, r := range s.Remarks {
		if r.Subject == id && r.By == "" {
			return r.Text
		}
	}
	return ""
}

// ReviewsOf is what was said of the subject called id, the chair first, and what
// others said with their names before it. An id of "" is all subjects together.
func (s State) ReviewsOf(id string) string {
	var out []string
	if text := s.Review(id); text != "" {
		out = append(out, text)
	}
	for _, r := range s.Remarks {
		if r.Subject == id && r.By != "" {
			out = append(out, r.By+"："+r.Text)
		}
	}
	return strings.Join(out, "\n")
}

// NoteSpeech keeps what was said in the closing speech.
type NoteSpeech struct{ Text string }

// SpeechNoted is the text as it stands from now on.
type SpeechNoted struct {
	Text string `json:"text"`
}

func (o NoteSpeech) decide(State) ([]Deed, error) {
	if err := checkText(o.Text, MaxText); err != nil {
		return nil, err
	}
	return []Deed{SpeechNoted(o)}, nil
}

func (SpeechNoted) Kind() string { return "speech-noted" }

func (d SpeechNoted) apply(s State, _ time.Time) State {
	s.Speech = d.Text
	return s
}

// needReason refuses a reason that says nothing and one that checkText refuses.
func needReason(reason string) error {
	if isBlank(reason) {
		return refuse(ReasonNeeded)
	}
	return checkText(reason, MaxReason)
}

// isBlank reports whether nobody could read anything in text.
func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// checkLine is checkText for a name, which stands in one row.
func checkLine(text string, limit int) error {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return refuse(TextUnclean, "position", utf8.RuneCountInString(text[:i])+1, "character", typed.Character('\n'))
	}
	return checkText(text, limit)
}

// checkText refuses text that should have been cleaned where it was typed: text that
// is not NFC, that controls a terminal or turns its direction, or that is too long.
func checkText(text string, limit int) error {
	if n := utf8.RuneCountInString(text); n > limit {
		return refuse(TextTooLong, "length", n, "limit", limit)
	}
	at := 0
	for _, r := range text {
		at++
		if r != '\n' && typed.Hidden(r) {
			return refuse(TextUnclean, "position", at, "character", typed.Character(r))
		}
	}
	if !norm.NFC.IsNormalString(text) {
		head := text[:norm.NFC.QuickSpanString(text)]
		c, _ := utf8.DecodeRuneInString(text[len(head):])
		return refuse(TextUnclean, "position", utf8.RuneCountInString(head)+1, "character", typed.Character(c))
	}
	return nil
}
