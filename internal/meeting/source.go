package meeting

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/tally"
)

// An Assessment is what one source says of one subject, as the chair wrote it
// down. All of it is part of the written record and is filed with the meeting,
// the note too.
type Assessment struct {
	Source string // its ID
	Grade  string // one of the source's words, "" for none
	Score  string // exact, from 0 to 100, "88.5" or "265/3"; "" for none
	Note   string
	At     time.Time
}

// AssessSubject writes down what one source says of a subject: a grade, a score
// from 0 to 100 ("88", "88.5" or "177/2"), a note, or any of them. It replaces
// what was written before; with nothing in it, it clears that. The vote, where it
// is one of the sources, is counted, so that only a note can be added to it.
type AssessSubject struct{ Subject, Source, Grade, Score, Note string }

// SubjectAssessed is all that the source says of the subject from now on. A decision
// that contradicts it is open again.
type SubjectAssessed struct {
	Subject string `json:"subject"`
	Source  string `json:"source"`
	Grade   string `json:"grade,omitempty"`
	Score   string `json:"score,omitempty"`
	Note    string `json:"note,omitempty"`
}

func (o AssessSubject) decide(s State) ([]Deed, error) {
	score, ok := parseScore(o.Score)
	if !ok {
		return nil, refuse(BadScore, "score", o.Score)
	}
	d := SubjectAssessed(o)
	if score.Given() {
		d.Score = score.Plain()
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := checkText(o.Note, MaxText); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

// parseScore reads a score as people write it; "" is none.
func parseScore(text string) (tally.Fraction, bool) {
	if text == "" {
		return tally.Fraction{}, true
	}
	text = strings.TrimSpace(text) // or a space behind would count as one more decimal
	if whole, decimals, pointed := strings.Cut(text, "."); pointed && len(decimals) <= 9 {
		text = whole + decimals + "/1" + strings.Repeat("0", len(decimals))
	}
	if strings.Contains(text, "%") {
		return tally.Fraction{}, false
	}
	f, err := tally.ParseFraction(text)
	return f, err == nil && f.Cmp(highest) <= 0
}

var highest = tally.Fraction{Num: 100, Den: 1}

func (d SubjectAssessed) fits(s State) error {
	if err := s.hasSubject(d.Subject); err != nil {
		return err
	}
	source, known := s.Plan.Rule.Source(d.Source)
	if !known {
		return refuse(UnknownSource, "source", d.Source, "sources", listOf(s.Plan.Rule.Sources, func(o tally.Source) string { return o.ID }))
	}
	_, ok := parseScore(d.Score)
	switch words := tally.Scale(source.Words(s.Plan.Rule.Scale)); {
	case source.Vote && (d.Grade != "" || d.Score != ""):
		return refuse(VoteIsCounted, "source", source.Title)
	case d.Grade != "" && words.Position(d.Grade) == 0:
		return refuse(UnknownSourceGrade, "source", source.Title, "grade", d.Grade, "grades", List(words))
	case !ok:
		return refuse(BadScore, "score", d.Score)
	}
	return nil
}

func (SubjectAssessed) Kind() string { return "subject-assessed" }

func (d SubjectAssessed) apply(s State, at time.Time) State {
	i := s.Plan.Subject(d.Subject)
	if i < 0 {
		return s
	}
	var list []Assessment
	for _, source := range s.Plan.Rule.Sources {
		a, ok := s.Assessment(i, source.ID)
		if source.ID == d.Source {
			a = Assessment{d.Source, d.Grade, d.Score, d.Note, at}
			ok = d.Grade != "" || d.Score != "" || d.Note != ""
		}
		if ok {
			list = append(list, a)
		}
	}
	s.Assessments = listWith(s.Assessments, i, list)
	return s.reconsider(i)
}

// Assessment is what a source says of the subject at index i, and whether it
// says anything.
func (s State) Assessment(i int, source string) (Assessment, bool) {
	for _, a := range s.Assessments[i] {
		if a.Source == source {
			return a, true
		}
	}
	return Assessment{}, false
}

// reconsider opens the decision on a subject again if it can no longer stand.
func (s State) reconsider(i int) State {
	v, g := s.Verdict(i), s.Decisions[i].Grade
	if v.Forced != 0 && g != v.Forced || g != v.Forced && slices.Contains(v.Barred, g) {
		return s.reopen(i)
	}
	return s
}

// assessed is what the rule weighs of the sources of the subject at index i.
func (s State) assessed(i int) []tally.Assessment {
	var out []tally.Assessment
	for _, a := range s.Assessments[i] {
		score, _ := parseScore(a.Score)
		if a.Grade != "" || score.Given() {
			out = append(out, tally.Assessment{Source: a.Source, Grade: a.Grade, Score: score})
		}
	}
	return out
}
