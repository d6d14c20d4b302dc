package meeting

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// OpenSession begins a meeting on a plan file's own text.
type OpenSession struct {
	PlanName  string
	PlanText  string
	Rehearsal bool
}

// SessionOpened carries the plan whole, so that the record needs no other file.
type SessionOpened struct {
	PlanName   string `json:"plan_name"`
	PlanText   string `json:"plan_text"`
	PlanSHA256 string `json:"plan_sha256"`
	Rehearsal  bool   `json:"rehearsal"`

	read plan.Plan
}

// Line names the plan; no script can give its text.
func (o OpenSession) Line() string { return "open" + arg("plan", o.PlanName) }

func (o OpenSession) decide(State) ([]Deed, error) {
	if err := checkLine(o.PlanName, MaxReason); err != nil {
		return nil, err
	}
	p, err := plan.Parse(o.PlanName, []byte(o.PlanText))
	if err != nil {
		return nil, refuse(BadPlan, "problem", err)
	}
	sum := sha256.Sum256([]byte(o.PlanText))
	return []Deed{SessionOpened{o.PlanName, o.PlanText, hex.EncodeToString(sum[:]), o.Rehearsal, p}}, nil
}

func (SessionOpened) Kind() string { return "session-opened" }

func (d SessionOpened) apply(s State, _ time.Time) State {
	agenda, n := d.read.Agenda(), len(d.read.Subjects)
	return State{
		Opened: true, Rehearsal: d.Rehearsal, PlanText: d.PlanText, Plan: d.read,
		Agenda: agenda, Steps: make([]Step, len(agenda)), Current: -1,
		Reviews: make([]string, n), Facts: make([][]FactEntry, n),
		Assessments: make([][]Assessment, n), Opinions: make([]Opinion, n),
		Decisions: make([]Decision, n), Round: newRound(1, d.read),
	}
}

func readSessionOpened(body []byte) (Deed, error) {
	d, err := strict[SessionOpened](body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Kind(), err)
	}
	sum := sha256.Sum256([]byte(d.PlanText))
	if hex.EncodeToString(sum[:]) != d.PlanSHA256 {
		return nil, fmt.Errorf("%s: the plan does not have the SHA-256 %s", d.Kind(), d.PlanSHA256)
	}
	p, err := plan.Parse(d.PlanName, []byte(d.PlanText))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Kind(), err)
	}
	d.read = p
	return d, nil
}

// Seal freezes votes and grades: the papers may go out.
type Seal struct{}

// SessionSealed says which round and which rule the sealed grades stand on.
type SessionSealed struct {
	Round      int    `json:"round"`
	RuleSHA256 string `json:"rule_sha256"`
}

func (Seal) Line() string { return "seal" }

func (Seal) decide(s State) ([]Deed, error) {
	if s.Rehearsal {
		return nil, refuse(IsRehearsal)
	}
	if !s.Round.Closed {
		return nil, refuse(CountOpen)
	}
	for i, d := range s.Decisions {
		if d.Grade == 0 {
			return nil, refuse(NotDecided, "subject", s.Plan.Subjects[i].Label())
		}
		// What is suggested may have changed since the grade was decided.
		if err := s.differs(i, d.Grade, d.Reason); err != nil {
			return nil, err
		}
	}
	return []Deed{SessionSealed{s.Round.Number, s.Round.RuleSHA256}}, nil
}

func (SessionSealed) Kind() string { return "session-sealed" }

func (d SessionSealed) apply(s State, at time.Time) State {
	s.Sealed = at
	return s
}

// gradeNames is the scale as people say it, for a refusal.
func gradeNames(scale tally.Scale) string {
	return strings.Join(scale, "、")
}
