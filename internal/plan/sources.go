package plan

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

// sources reads what the chair weighs beside the vote, and the vote among it.
func (r *reader) sources(root *node) []tally.Source {
	if !root.has("sources") {
		return nil
	}
	var out []tally.Source
	var vote *node
	ids, titles := seen{}, seen{}
	for _, e := range r.entries(root, "sources", 1, maxDigit) {
		s := tally.Source{ID: r.id(e, ids), Title: r.called(e, "title", maxTitle, titles), Clause: r.phrase(e, "clause", maxClause)}
		if e.has("grades") {
			s.Grades = r.grading(e, tally.MinGrades, maxDigit)
		}
		if e.has("weight") {
			s.Weight = r.weight(e)
		}
		if e.has("vote") {
			s.Vote = r.holds(e, "vote")
		}
		if s.Vote {
			vote = r.oneVote(e, vote)
		}
		out = append(out, s)
	}
	return out
}

// oneVote reports a second vote, and one with grades of its own.
func (r *reader) oneVote(e, before *node) *node {
	if before != nil {
		r.fault(e.fields["vote"].at, VoteTwice, "first", r.line(before.fields["vote"].at))
	}
	if n := e.fields["grades"]; n != nil {
		r.fault(n.key, VoteGrades)
	}
	return e
}

// maxGates is how many gates a rule may have.
const maxGates = 9

func (r *reader) gates(t *node, scale tally.Scale, sources []tally.Source) []tally.Gate {
	if !t.has("gates") {
		return nil
	}
	var out []tally.Gate
	pairs := seen{}
	for _, e := range r.entries(t, "gates", 1, maxGates) {
		g := tally.Gate{Grade: r.grade(e, "grade", scale), Clause: r.phrase(e, "clause", maxClause)}
		if n := e.fields["grade"]; g.Grade != 0 && g.Grade == len(scale) {
			r.fault(n.at, NoneLower, "grade", fault.Quote(n.text))
		}
		g.Source, g.Grades = r.passed(e, scale, sources)
		if g.Grade != 0 && g.Source != "" {
			r.once(pairs, scale.Name(g.Grade)+" "+g.Source, e.fields["source"].at)
		}
		out = append(out, g)
	}
	return out
}

// passed is the source that a gate asks, and the grades of it that pass.
func (r *reader) passed(t *node, scale tally.Scale, sources []tally.Source) (id string, grades []string) {
	source, words := r.need(t, "source", unstable.String), r.list(t, "grades", 1, maxDigit)
	if source == nil || words == nil {
		return "", nil
	}
	i := slices.IndexFunc(sources, func(s tally.Source) bool { return s.ID == source.text })
	switch {
	case len(sources) == 0:
		r.fault(source.at, NoSources, "source", fault.Quote(source.text))
		return "", nil
	case i < 0:
		r.fault(source.at, UnknownSource, "source", fault.Quote(source.text), "known", sourceIDs(sources))
		return "", nil
	case sources[i].Vote:
		r.fault(source.at, VoteGate, "source", fault.Quote(source.text))
		return "", nil
	}
	known := sources[i].Grades
	if known == nil {
		known = scale
	}
	names := seen{}
	for _, e := range words.items {
		g := r.item(e, maxGrade)
		if g != "" && known != nil && !slices.Contains(known, g) {
			r.fault(e.at, NotASourceGrade, "grade", fault.Quote(g), "source", fault.Quote(source.text), "grades", fault.List(known))
		}
		r.once(names, g, e.at)
		grades = append(grades, g)
	}
	if known != nil && len(names) == len(known) {
		r.fault(words.at, BarsNothing, "key", fault.Quote(words.name), "source", fault.Quote(source.text))
	}
	return source.text, grades
}

// sourceIDs are the IDs of sources, as a list to be said.
func sourceIDs(sources []tally.Source) fault.List {
	out := make(fault.List, len(sources))
	for i, s := range sources {
		out[i] = s.ID
	}
	return out
}

// hundred is the best score of a source.
var hundred = tally.Fraction{Num: 100, Den: 1}

// composite reads from what score of all sources together each grade follows,
// and holds the weights of the sources to it.
func (r *reader) composite(root, t *node, rule tally.Rule) []tally.Band {
	first := r.weighted(root, rule)
	if !t.has("composite") {
		if first != nil {
			r.fault(first.key, NoComposite)
		}
		return nil
	}
	bands := r.bands(t, "composite", rule.Scale)
	n := t.fields["composite"]
	if first == nil {
		r.fault(n.at, NoWeightedSource)
	}
	for i, b := range bands {
		if len(bands) == len(n.items) && b.From.Given() && b.From.Cmp(hundred) > 0 {
			from := n.items[i].fields["from"]
			r.fault(from.at, OverHundred, "key", fault.Quote(from.name), "value", b.From)
		}
	}
	return bands
}

// weighted is the first weight of a source, nil if no source has one. All
// weights together are 1, and a vote among them is scored in points.
func (r *reader) weighted(root *node, rule tally.Rule) (first *node) {
	n := root.fields["sources"]
	if n == nil || len(n.items) != len(rule.Sources) {
		return nil
	}
	var weights []tally.Fraction
	for i, e := range n.items {
		w := e.fields["weight"]
		if w == nil {
			continue
		}
		if first == nil {
			first = w
		}
		s := rule.Sources[i]
		weights = append(weights, s.Weight)
		if s.Vote && rule.Suggest.Method != "" {
			r.scored(w, s, rule.Suggest)
		}
	}
	if first != nil {
		r.whole(first, weights)
	}
	return first
}

// scored reports a weighted vote that has no points, or more than other sources
// can have.
func (r *reader) scored(weight *node, s tally.Source, by tally.Suggestion) {
	switch {
	case by.Method != tally.Points:
		r.fault(weight.at, NeedsPoints, "source", fault.Quote(s.ID))
	case len(by.Points) > 0 && by.Points[0].Given() && by.Points[0].Cmp(hundred) > 0:
		r.fault(weight.at, OverHundred, "key", fault.Quote("rule.suggest.points"), "value", by.Points[0])
	}
}
