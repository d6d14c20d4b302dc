package meeting

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"shuping/internal/plan"
)

// OpenSession begins a meeting on a plan file's own text.
type OpenSession struct {
	PlanName  string
	PlanText  string
	Rehearsal bool
	After     *After // nil for no export of last year
}

// After is last year's export, from which a ledger was carried over, and how it was
// held against paper.
type After struct {
	Bag      string `json:"bag"`      // its identifier
	Hash     string `json:"hash"`     // of its last record
	Words    string `json:"words"`    // what was typed from paper: nothing, words, groups or both
	Standing string `json:"standing"` // what verifying it came to
}

// SessionOpened carries the plan whole, so that the record needs no other file.
type SessionOpened struct {
	PlanName   string `json:"plan_name"`
	PlanText   string `json:"plan_text"`
	PlanSHA256 string `json:"plan_sha256"`
	Rehearsal  bool   `json:"rehearsal"`
	After      *After `json:"after,omitempty"`

	read plan.Plan
}

func (o OpenSession) decide(State) ([]Deed, error) {
	if err := checkLine(o.PlanName, MaxReason); err != nil {
		return nil, err
	}
	p, err := plan.Parse(o.PlanName, []byte(o.PlanText))
	if err != nil {
		return nil, refuse(BadPlan, "problem", err)
	}
	sum := sha256.Sum256([]byte(o.PlanText))
	return []Deed{SessionOpened{o.PlanName, o.PlanText, hex.EncodeToString(sum[:]), o.Rehearsal, o.After, p}}, nil
}

func (SessionOpened) Kind() string { return "session-opened" }

func (d SessionOpened) apply(s State, _ time.Time) State {
	agenda, n := d.read.Agenda(), len(d.read.Subjects)
	return State{
		Opened: true, Rehearsal: d.Rehearsal, PlanText: d.PlanText, Plan: d.read,
		Agenda: agenda, Steps: make([]Step, len(agenda)), Current: -1,
		Facts: make([][]FactEntry, n), Assessments: make([][]Assessment, n), Opinions: make([]Opinion, n),
		Decisions: make([]Decision, n), Round: newRound(1, d.read),
		Reports: make([]Report, n), Filings: make([]Filing, len(d.read.Papers)), PaperFiles: make([][]File, len(d.read.Papers)),
	}
}

func readSessionOpened(body []byte) (Deed, error) {
	d, err := readBody[SessionOpened](body)
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

// Seal freezes votes and grades: the papers may go out. After it the ledger goes on,
// papers are filed, and a correction is taken, which breaks the seal; then grades are
// decided again where they have to be, and the meeting is sealed again.
type Seal struct{}

// SessionSealed says which round and which rule the sealed grades stand on. A
// result that was corrected has a version, and a later seal names the one that it
// supersedes by its number, from 1.
type SessionSealed struct {
	Round      int    `json:"round"`
	RuleSHA256 string `json:"rule_sha256"`
	Version    int    `json:"version,omitempty"` // from 2
	Supersedes int    `json:"supersedes,omitempty"`
}

func (Seal) decide(s State) ([]Deed, error) {
	if s.Rehearsal {
		return nil, refuse(IsRehearsal)
	}
	if !s.Round.Closed {
		return nil, refuse(CountOpen)
	}
	for i, d := range s.Decisions {
		if err := s.graded(i); err != nil {
			return nil, err
		}
		if s.IsExempt(i) {
			continue
		}
		// What is suggested may have changed since the grade was decided.
		if err := s.differs(i, d.Grade, d.Reason); err != nil {
			return nil, err
		}
	}
	return []Deed{s.sealing()}, nil
}

// sealing is the seal on what stands now.
func (s State) sealing() SessionSealed {
	d := SessionSealed{Round: s.Round.Number, RuleSHA256: s.Round.RuleSHA256, Supersedes: s.GradeSeals()}
	if s.Round.Version > 1 {
		d.Version = s.Round.Version
	}
	return d
}

func (SessionSealed) Kind() string { return "session-sealed" }

func (SessionSealed) chains(s State) bool { return !s.IsSealed() }
func (Seal) chains(s State) bool          { return !s.IsSealed() }

// apply seals the state. What still runs ends with the meeting.
func (d SessionSealed) apply(s State, at time.Time) State {
	if r := s.Running(); r >= 0 {
		s = ItemFinished{s.Agenda[r].ID}.apply(s, at)
	}
	s.Sealed = at
	return s.sealed(Sealing{Of: SealedGrades, At: at})
}
