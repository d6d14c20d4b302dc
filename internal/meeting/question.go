package meeting

import (
	"time"
)

// A Question is what somebody asked in the meeting, for the minutes.
type Question struct {
	Subject string // who was asked, an ID; "" for nobody in particular
	Text    string
	At      time.Time
}

// NoteQuestion keeps a question.
type NoteQuestion struct{ Subject, Text string }

// QuestionNoted adds to the questions before it.
type QuestionNoted struct {
	Subject string `json:"subject"`
	Text    string `json:"text"`
}

func (o NoteQuestion) decide(s State) ([]Deed, error) {
	d := QuestionNoted(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if isBlank(o.Text) {
		return nil, refuse(MissingArgument, "command", "question", "argument", "text")
	}
	if err := checkText(o.Text, MaxText); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (QuestionNoted) Kind() string { return "question-noted" }

func (d QuestionNoted) fits(s State) error {
	if d.Subject == "" {
		return nil
	}
	return s.hasSubject(d.Subject)
}

func (d QuestionNoted) apply(s State, at time.Time) State {
	s.Questions = append(s.Questions[:len(s.Questions):len(s.Questions)], Question{d.Subject, d.Text, at})
	return s
}
