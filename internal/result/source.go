package result

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// A Source is what one source says of a subject. The note that the chair wrote
// to it is not in the result; it stands in the journal alone.
type Source struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Grade string `json:"grade,omitempty"`
	Score string `json:"score,omitempty"` // 0 to 100, exact: "88.5" or "265/3"
}

func sourcesOf(s meeting.State, i int) []Source {
	var out []Source
	for _, source := range s.Plan.Rule.Sources {
		if a, ok := s.Assessment(i, source.ID); ok && (a.Grade != "" || a.Score != "") {
			out = append(out, Source{source.ID, source.Title, a.Grade, a.Score})
		}
	}
	return out
}

// Composite is what the weighted scores of the sources come to.
type Composite struct {
	Score string   `json:"score"` // exact; rounded to twelve decimals where its terms are too long
	Grade Optional `json:"grade"` // what it earns; null where no band holds
}

func compositeOf(rule tally.Rule, v tally.Verdict) *Composite {
	if !v.Composite.Given() {
		return nil
	}
	return &Composite{v.Composite.Plain(), Optional(rule.Scale.Name(v.Weighed))}
}

// An Opinion is what was written about a subject beside the grade.
type Opinion struct {
	Merits   string `json:"merits"`
	Problems string `json:"problems"`
}

func opinionOf(s meeting.State, i int) *Opinion {
	if o := s.Opinions[i]; o != (meeting.Opinion{}) {
		return &Opinion{o.Merits, o.Problems}
	}
	return nil
}
