package result

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A Subject is one person's counts and grades.
type Subject struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"` // "" where the plan gives none
	Post      string       `json:"post"`
	Counts    []GradeCount `json:"counts"` // best first, every grade of the scale
	Blank     int          `json:"blank"`
	Spoiled   int          `json:"spoiled"`
	Aside     *GradeCount  `json:"aside,omitempty"` // 不了解, on a scale that offers it
	Parts     []Part       `json:"parts,omitempty"` // of which Counts is the sum, or the deciding one
	Base      Base         `json:"base"`
	Negative  *Negative    `json:"negative"`  // nil where the vote forces nothing
	Suggested Optional     `json:"suggested"` // what the vote suggests; a veto overrides it
	Forced    Optional     `json:"forced"`    // what a veto forces
	Reasons   []Reason     `json:"reasons"`
	Facts     []Fact       `json:"facts"`
	Decided   *Decision    `json:"decided"` // nil until the chair has decided

	// These are missing where there is nothing to say.
	Quorum    *Quorum    `json:"quorum,omitempty"`
	Barred    []string   `json:"barred,omitempty"` // grades that a failed gate bars
	Composite *Composite `json:"composite,omitempty"`
	Sources   []Source   `json:"sources,omitempty"` // those with a grade or a score
	Opinion   *Opinion   `json:"opinion,omitempty"`
	LastYear  *LastYear  `json:"last_year,omitempty"` // what became of the problems carried over

	// These came with the third format of an export.
	ByVotes *Optional `json:"by_votes,omitempty"` // what the votes alone suggest
	Exempt  string    `json:"exempt,omitempty"`   // why he is not graded
	Round   int       `json:"round,omitempty"`    // the number of the new vote in which he was voted on
	Custody *Sums     `json:"custody,omitempty"`  // and its sheets; both missing where the vote on all counts

	Earlier []EarlierFigures `json:"earlier,omitempty"` // of each version before this one
}

// A GradeCount is how many marks one grade has.
type GradeCount struct {
	Grade string `json:"grade"`
	Count int    `json:"count"`
}

// A Base is what the fractions of a subject are taken of.
type Base struct {
	Kind  tally.Base `json:"kind"`
	Count int        `json:"count"`
}

// A Reason is one comparison of the verdict: its numbers, and one sentence that
// says the same.
type Reason struct {
	Clause   string           `json:"clause"` // "" where the plan prescribes none
	Text     string           `json:"text"`
	Step     tally.Step       `json:"step"`
	Title    string           `json:"title,omitempty"` // of a rate
	Grades   []string         `json:"grades,omitempty"`
	Count    int              `json:"count"`
	Base     int              `json:"base"`
	BaseKind tally.Base       `json:"base_kind,omitempty"`
	Mean     tally.Fraction   `json:"mean,omitzero"`
	Compare  tally.Comparison `json:"compare,omitempty"`
	Limit    tally.Fraction   `json:"limit,omitzero"`
	Holds    bool             `json:"holds"`
	Grade    string           `json:"grade,omitempty"` // what follows
	Fact     string           `json:"fact,omitempty"`
	Source   string           `json:"source,omitempty"`

	Of    tally.Base        `json:"of,omitempty"`     // what a quorum counts
	Whose []string          `json:"groups,omitempty"` // of which classes it counts the heads, where not of all
	Bars  []string          `json:"bars,omitempty"`   // what a veto or a fact bars
	Found string            `json:"found,omitempty"`  // what the source of a gate says
	Parts []tally.PartShare `json:"parts,omitempty"`
	Share tally.Fraction    `json:"share,omitzero"` // what the parts come to
	Trim  tally.Trim        `json:"trim,omitzero"`
}

// A Fact is what was established outside the vote.
type Fact struct {
	Kind   string `json:"kind"`
	Title  string `json:"title"`
	Clause string `json:"clause"`
	Source string `json:"source"`
}

// A Decision is the chair's word.
type Decision struct {
	Grade  string `json:"grade"`
	Reason string `json:"reason"` // "" where none was needed
}

func subjectOf(s meeting.State, i int, l words.Language) Subject {
	p, rule, count, v := s.Plan.Subjects[i], s.Plan.Rule, s.Round.Counts[i], s.Verdict(i)
	out := Subject{
		ID: p.ID, Name: p.Name, Post: p.Post,
		Blank: count.Blank, Spoiled: count.Spoiled,
		Base: Base{v.Base, v.Size}, Negative: negativeOf(rule, count, v),
		Suggested: Optional(rule.Scale.Name(v.Suggested)),
		Forced:    Optional(rule.Scale.Name(v.Forced)),
		Reasons:   []Reason{}, Facts: []Fact{}, Decided: decisionOf(s, i),
		Aside: asideCount(rule, count), Parts: partsOf(s, i), Quorum: quorumOf(v), Composite: compositeOf(rule, v),
		Sources: sourcesOf(s, i), Opinion: opinionOf(s, i), LastYear: LastYearOf(s, i),
	}
	out.ByVotes, out.Exempt = new(Optional(rule.Scale.Name(v.ByVotes))), s.WhyExempt(i)
	if len(s.Poll(i).Parts) > 1 && out.Negative != nil {
		out.Negative.weigh(v, rule.Decimals)
	}
	if v, again := s.RevoteOf(i); again {
		t := s.TurnoutOf(i)
		out.Round, out.Custody = v.Number, &Sums{t.Expected, t.Present, s.Heads.Leave, t.Issued, t.Collected, t.Valid, t.Void}
	}
	out.Counts = gradeCounts(rule, count)
	out.Barred = rule.Scale.Names(v.Barred)
	for _, why := range s.Reasons(i) {
		out.Reasons = append(out.Reasons, reasonOf(why, l))
	}
	for _, f := range s.Facts[i] {
		kind, _ := rule.Fact(f.Kind)
		out.Facts = append(out.Facts, Fact{f.Kind, kind.Title, kind.Clause, f.Source})
	}
	return out
}

func gradeCounts(rule tally.Rule, count tally.Count) []GradeCount {
	out := []GradeCount{}
	for g, name := range rule.Offered() {
		out = append(out, GradeCount{name, count.Of(g + 1)})
	}
	return out
}

func asideCount(rule tally.Rule, count tally.Count) *GradeCount {
	if rule.Aside == "" {
		return nil
	}
	return &GradeCount{rule.Aside, count.Aside}
}

func reasonOf(r tally.Reason, l words.Language) Reason {
	return Reason{
		Clause: r.Clause, Text: words.FiledReason(l, r), Step: r.Step, Grades: r.Grades,
		Count: r.Count, Base: r.Base, BaseKind: r.BaseKind, Mean: r.Mean,
		Compare: r.Compare, Limit: r.Limit, Holds: r.Holds, Grade: r.Grade,
		Fact: r.Fact, Source: r.Source, Of: r.Of, Found: r.Found, Parts: r.Parts, Share: r.Share,
		Title: r.Title, Trim: r.Trim, Whose: r.Groups, Bars: r.Bars,
	}
}

func decisionOf(s meeting.State, i int) *Decision {
	d := s.Decisions[i]
	if d.Grade == 0 {
		return nil
	}
	return &Decision{s.Plan.Rule.Scale.Name(d.Grade), d.Reason}
}

// MarksOf is how many marks these grades have together, whoever gave them.
func (s Subject) MarksOf(grades []string) int {
	n := 0
	for _, c := range s.Counts {
		if slices.Contains(grades, c.Grade) {
			n += c.Count
		}
	}
	return n
}

// Because is all reasons of the verdict in one cell, each behind its clause.
func (s Subject) Because() string {
	var out []string
	for _, r := range s.Reasons {
		if r.Clause != "" {
			r.Text = "方案" + r.Clause + "：" + r.Text
		}
		out = append(out, r.Text)
	}
	return strings.Join(out, "；")
}
