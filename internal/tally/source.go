package tally

import (
	"math/big"
	"slices"
	"strings"
)

// A Source is one thing that the chair weighs: the vote itself, or what was
// seen and known otherwise.
type Source struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Grades []string `json:"grades,omitempty"` // words it may be graded with; none: the scale
	Weight Fraction `json:"weight,omitzero"`  // of the composite; not given: noted only
	Vote   bool     `json:"vote,omitempty"`   // it is the vote: its score is the mean of points
	Clause string   `json:"clause"`
}

// A Gate bars a grade unless a source has one of the given grades.
type Gate struct {
	Grade  int      `json:"grade"`
	Source string   `json:"source"`
	Grades []string `json:"grades"`
	Clause string   `json:"clause"`
}

// Source is the source called id, and whether the rule knows it.
func (r Rule) Source(id string) (Source, bool) {
	for _, s := range r.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// Words is what the source may be graded with: its own words, or the scale.
func (s Source) Words(scale Scale) []string {
	if len(s.Grades) > 0 {
		return s.Grades
	}
	return scale
}

// gates asks every gate. One whose source has no grade yet is open: it bars
// nothing, and says so.
func (r Rule) gates(v Verdict, p Poll) Verdict {
	for _, g := range r.Gates {
		if g.Grade < 1 || g.Grade >= len(r.Scale) {
			continue // the last grade cannot be barred: something must be left to decide
		}
		s, _ := r.Source(g.Source)
		why := Reason{
			Step: ByGate, Clause: g.Clause, Source: s.Title, Grades: g.Grades,
			Found: p.assessed(g.Source).Grade, Grade: r.Scale.Name(g.Grade),
		}
		why.Holds = slices.Contains(g.Grades, why.Found)
		if !why.Holds && why.Found != "" {
			v = v.bar(g.Grade)
		}
		v.Reasons = append(v.Reasons, why)
	}
	return v
}

// composite weighs the scores of the sources together, as soon as there are all.
// The vote's own score is its mean of points, where the vote speaks.
func (r Rule) composite(v Verdict, p Poll, speaks bool) Verdict {
	if !r.compounds() {
		return v
	}
	why := Reason{Step: ByComposite, Compare: AtLeast, Decimals: r.Decimals}
	sum, missing := new(big.Rat), []string(nil)
	for _, s := range r.Sources {
		if s.Weight.Num == 0 {
			continue
		}
		if why.Clause == "" {
			why.Clause = s.Clause
		}
		score, ok := r.score(s, p, speaks)
		if !ok {
			missing = append(missing, s.Title)
			continue
		}
		why.Parts = append(why.Parts, r.scores(s, p, score)...)
		sum.Add(sum, score.Mul(score, s.Weight.Rat()))
	}
	if missing != nil {
		why.Parts, why.Source = nil, strings.Join(missing, "、")
		v.Reasons = append(v.Reasons, why)
		return v
	}
	v.Composite, v.Suggested = readableFraction(sum), 0
	why.Mean = v.Composite
	if b, ok := bandOf(r.Composite, sum); ok {
		why.Holds, why.Grade, why.Limit = true, r.Scale.Name(b.Grade), b.From
		v.Weighed, v.Suggested = b.Grade, b.Grade
	}
	v.Reasons = append(v.Reasons, why)
	return v
}

// scores is what the source adds to the composite. Of a vote whose mean has terms
// too long for a Fraction it is what each part of the vote adds.
func (r Rule) scores(s Source, p Poll, score *big.Rat) []PartShare {
	if isFraction(score) {
		return []PartShare{{Name: s.Title, Weight: s.Weight, Mean: exactFraction(score)}}
	}
	_, parts := r.mean(p.trimmed(r.Base, r.trim(p.whole().Marks())))
	for i, part := range parts {
		weight := part.Weight.Rat()
		parts[i].Name = s.Title + " " + part.Name
		parts[i].Weight = exactFraction(weight.Mul(weight, s.Weight.Rat()))
	}
	return parts
}

// compounds reports whether the rule weighs its sources together.
func (r Rule) compounds() bool {
	weighted := func(s Source) bool { return s.Weight.Num != 0 }
	return len(r.Composite) > 0 && slices.ContainsFunc(r.Sources, weighted)
}

// score is what the source adds to the composite, if it has a score.
func (r Rule) score(s Source, p Poll, speaks bool) (*big.Rat, bool) {
	if !s.Vote {
		score := p.assessed(s.ID).Score
		return score.Rat(), score.Given()
	}
	w := p.trimmed(r.Base, r.trim(p.whole().Marks()))
	if !speaks || w.size == 0 || w.marks == 0 || len(w.empty) > 0 && r.Empty == Refuse {
		return nil, false
	}
	mean, _ := r.mean(w)
	return mean, true
}
