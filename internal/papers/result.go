package papers

import (
	"bytes"
	"encoding/json"
	"fmt"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// ResultSchema names the form of a [ResultDoc].
const ResultSchema = "shuping/result/1"

// A ResultDoc is the result of one round as it stands at a head of the journal.
type ResultDoc struct {
	Schema    string    `json:"schema"`
	Title     string    `json:"title"`
	Unit      string    `json:"unit"`
	Year      int       `json:"year"`
	Rehearsal bool      `json:"rehearsal,omitempty"` // made-up sheets
	Round     int       `json:"round"`
	Voided    bool      `json:"voided,omitempty"` // the round counts for nothing
	State     Stage     `json:"state"`
	Head      Head      `json:"head"`
	Custody   Custody   `json:"custody"`
	Subjects  []Subject `json:"subjects"`
	Quota     *Quota    `json:"quota"` // nil where the plan has none

	// These are missing where there is nothing to say.
	Hidden      bool         `json:"hidden,omitempty"`  // too few sheets were read to show anything: no subject, no quota
	Version     int          `json:"version,omitempty"` // of the result, from 2
	Seals       int          `json:"seals,omitempty"`   // how often it was sealed, where a correction broke a seal
	Corrections []Correction `json:"corrections,omitempty"`
	Earlier     []Earlier    `json:"earlier,omitempty"` // each version before this one
	Comments    []Comment    `json:"comments,omitempty"`
}

// A Head names the last record of the journal that a paper stands on.
type Head struct {
	Seq  uint64 `json:"seq"`
	Hash string `json:"hash"` // 64 hexadecimal digits
}

// A Stage says how final a result is.
type Stage string

const (
	Counting Stage = "counting" // sheets may still be read
	Closed   Stage = "closed"   // the scrutineer has confirmed the count
	Sealed   Stage = "sealed"   // the grades are fixed
)

// An Optional is a text that may be missing; then it is null in JSON.
type Optional string

// MarshalJSON writes the text, or null.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

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

// Negative is the marks of the veto grades together, and whether the vote veto
// holds. Where each of them is weighed by itself, Over says what came of that.
// Where several parts weigh together, the fraction is their weighted share.
type Negative struct {
	Weighted    bool             `json:"weighted,omitempty"`
	Grades      []string         `json:"grades"`
	Numerator   int64            `json:"numerator"` // a weighted share may have long terms
	Denominator int64            `json:"denominator"`
	Percent     Optional         `json:"percent"` // for reading only; null of a base of 0
	Compare     tally.Comparison `json:"compare"`
	Limit       string           `json:"limit"` // an exact fraction, "1/10"
	Over        bool             `json:"over"`
}

// A Reason is one comparison of the verdict: its numbers, and one sentence that
// says the same.
type Reason struct {
	Clause   string           `json:"clause"` // "" where the plan prescribes none
	Text     string           `json:"text"`
	Step     tally.Step       `json:"step"`
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

	Of    tally.Base        `json:"of,omitempty"`    // what a quorum counts
	Found string            `json:"found,omitempty"` // what the source of a gate says
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

// Quota is how all grades together stand to the quota.
type Quota struct {
	LowerThan string           `json:"lower_than"`
	Target    string           `json:"target"` // an exact fraction, "2/5"
	Compare   tally.Comparison `json:"compare"`
	Clause    string           `json:"clause"`
	Subjects  int              `json:"subjects"`
	Lower     int              `json:"lower"`
	Nearest   []int            `json:"nearest"`
	State     tally.QuotaState `json:"state"`
}

// Result draws up the result of s, which stands at head, with its sentences in
// the language l. A state that was never opened gives an empty result.
func Result(s meeting.State, head Head, l tally.Language) ResultDoc {
	d := ResultDoc{
		Schema: ResultSchema, Title: s.Plan.Title, Unit: s.Plan.Unit, Year: s.Plan.Year,
		Rehearsal: s.Rehearsal, Round: s.Round.Number, Voided: s.Round.IsVoid(),
		State: stage(s), Head: head, Custody: custody(s), Subjects: []Subject{}, Quota: quota(s),
	}
	d.Comments = comments(s)
	if !s.Shows() {
		d.Hidden, d.Quota = true, nil
		return d
	}
	for i := range s.Plan.Subjects {
		d.Subjects = append(d.Subjects, subject(s, i, l))
	}
	return d.versioned(s, l)
}

// JSON is the result in the form that its schema describes.
func (d ResultDoc) JSON() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil { // it holds only text, numbers and booleans
		panic(fmt.Errorf("the result as JSON: %w", err))
	}
	return b.Bytes()
}

func stage(s meeting.State) Stage {
	switch {
	case s.IsSealed():
		return Sealed
	case s.Round.Closed:
		return Closed
	default:
		return Counting
	}
}

func subject(s meeting.State, i int, l tally.Language) Subject {
	p, rule, count, v := s.Plan.Subjects[i], s.Plan.Rule, s.Round.Counts[i], s.Verdict(i)
	out := Subject{
		ID: p.ID, Name: p.Name, Post: p.Post,
		Blank: count.Blank, Spoiled: count.Spoiled,
		Base: Base{v.Base, v.Size}, Negative: negative(rule, count, v),
		Suggested: Optional(rule.Scale.Name(v.Suggested)),
		Forced:    Optional(rule.Scale.Name(v.Forced)),
		Reasons:   []Reason{}, Facts: []Fact{}, Decided: decision(s, i),
		Aside: aside(rule, count), Parts: parts(s, i), Quorum: quorum(v), Composite: composite(rule, v),
		Sources: sources(s, i), Opinion: opinion(s, i), LastYear: lastYear(s, i),
	}
	if len(s.Poll(i).Parts) > 1 && out.Negative != nil {
		out.Negative.weigh(v, rule.Decimals)
	}
	out.Counts = gradeCounts(rule, count)
	for _, g := range v.Barred {
		out.Barred = append(out.Barred, rule.Scale.Name(g))
	}
	for _, why := range s.Reasons(i) {
		out.Reasons = append(out.Reasons, reason(why, l))
	}
	for _, f := range s.Facts[i] {
		kind, _ := rule.Fact(f.Kind)
		out.Facts = append(out.Facts, Fact{f.Kind, kind.Title, kind.Clause, f.Source})
	}
	return out
}

func negative(rule tally.Rule, count tally.Count, v tally.Verdict) *Negative {
	if rule.Veto.Forces == 0 {
		return nil
	}
	n := &Negative{
		Grades: []string{}, Denominator: int64(v.Size), Compare: rule.Veto.Compare,
		Limit: rule.Veto.Limit.String(), Over: v.Over,
	}
	for _, g := range rule.Veto.Grades {
		n.Grades = append(n.Grades, rule.Scale.Name(g))
		n.Numerator += int64(count.Of(g))
	}
	if v.Size > 0 {
		share := tally.Fraction{Num: n.Numerator, Den: n.Denominator}
		n.Percent = Optional(share.Percent(rule.Decimals))
	}
	return n
}

// weigh puts the weighted share in the place of the marks.
func (n *Negative) weigh(v tally.Verdict, decimals int) {
	n.Weighted, n.Percent = true, ""
	n.Numerator, n.Denominator = v.Negative.Num, v.Negative.Den
	if v.Negative.Given() {
		n.Percent = Optional(v.Negative.Percent(decimals))
	}
}

func gradeCounts(rule tally.Rule, count tally.Count) []GradeCount {
	out := []GradeCount{}
	for g, name := range rule.Scale {
		out = append(out, GradeCount{name, count.Of(g + 1)})
	}
	return out
}

func aside(rule tally.Rule, count tally.Count) *GradeCount {
	if rule.Aside == "" {
		return nil
	}
	return &GradeCount{rule.Aside, count.Aside}
}

func reason(r tally.Reason, l tally.Language) Reason {
	return Reason{
		Clause: r.Clause, Text: r.Text(l), Step: r.Step, Grades: r.Grades,
		Count: r.Count, Base: r.Base, BaseKind: r.BaseKind, Mean: r.Mean,
		Compare: r.Compare, Limit: r.Limit, Holds: r.Holds, Grade: r.Grade,
		Fact: r.Fact, Source: r.Source, Of: r.Of, Found: r.Found, Parts: r.Parts, Share: r.Share,
		Trim: r.Trim,
	}
}

func decision(s meeting.State, i int) *Decision {
	d := s.Decisions[i]
	if d.Grade == 0 {
		return nil
	}
	return &Decision{s.Plan.Rule.Scale.Name(d.Grade), d.Reason}
}

func quota(s meeting.State) *Quota {
	q := s.Plan.Rule.Quota
	if !q.Given() {
		return nil
	}
	v := s.Quota()
	return &Quota{
		LowerThan: s.Plan.Rule.Scale.Name(q.LowerThan), Target: q.Target.String(),
		Compare: q.Compare, Clause: q.Clause, Subjects: v.Subjects, Lower: v.Lower,
		Nearest: v.Nearest, State: v.State,
	}
}
