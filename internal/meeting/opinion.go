package meeting

import "time"

// An Opinion is what is written about one subject beside the grade: what was
// done well and what was not (成绩、问题).
type Opinion struct{ Merits, Problems string }

// WriteOpinion states both parts of the opinion on a subject; either may be "".
type WriteOpinion struct{ Subject, Merits, Problems string }

// OpinionWritten replaces an earlier opinion, which stays in the record.
type OpinionWritten struct {
	Subject  string `json:"subject"`
	Merits   string `json:"merits"`
	Problems string `json:"problems"`
}

func (o WriteOpinion) decide(s State) ([]Deed, error) {
	if err := s.hasSubject(o.Subject); err != nil {
		return nil, err
	}
	for _, text := range []string{o.Merits, o.Problems} {
		if err := checkText(text, MaxText); err != nil {
			return nil, err
		}
	}
	return []Deed{OpinionWritten(o)}, nil
}

func (OpinionWritten) Kind() string { return "opinion-written" }

func (d OpinionWritten) fits(s State) error { return s.hasSubject(d.Subject) }

func (d OpinionWritten) apply(s State, _ time.Time) State {
	if i := s.Plan.Subject(d.Subject); i >= 0 {
		s.Opinions = listWith(s.Opinions, i, Opinion{d.Merits, d.Problems})
	}
	return s
}
