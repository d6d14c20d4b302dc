package meeting

import (
	"encoding/hex"
	"time"
)

// IssueSheets states how many sheets were handed out, of a stack where there are
// several. More than people present need a written reason. After a void round it
// opens the next one. Where it is said how many were printed, those that were not
// handed out are kept for the file (留存) or destroyed.
type IssueSheets struct {
	Sheets    int
	Reason    string
	Class     string // its ID, where classes weigh
	Subject   string // its ID, where each has a sheet of his own
	Printed   int    // 0 where that is not said
	Kept      int    // of the spare sheets, those for the file
	Destroyed int    // and the others
	Witness
}

type (
	// SheetsIssued is the number of sheets in the room.
	SheetsIssued struct {
		Sheets  int    `json:"sheets"`
		Reason  string `json:"reason,omitempty"`
		Class   string `json:"class,omitempty"`
		Subject string `json:"subject,omitempty"`

		Printed   int `json:"printed,omitempty"`
		Kept      int `json:"kept,omitempty"`
		Destroyed int `json:"destroyed,omitempty"`
		Witness
	}
	// RuleSealed is recorded with the first sheet: nobody can change the rule
	// once a vote can be cast.
	RuleSealed struct {
		SHA256 string `json:"sha256"`
	}
	// RoundOpened begins a new vote after a void one, which is kept.
	RoundOpened struct {
		Round int `json:"round"`
	}
)

func (o IssueSheets) decide(s State) ([]Deed, error) {
	switch {
	case s.Round.Closed:
		return nil, refuse(CountIsClosed)
	case !s.Heads.Counted:
		return nil, refuse(NoHeads)
	}
	n, err := s.stack("issue", o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	h, counted := s.HeadsOf(n)
	switch {
	case !counted:
		return nil, s.about(n, NoHeads)
	case s.Round.Stacks[n].HasCollected && !s.Round.IsVoid() && !s.Round.Reopened:
		return nil, s.about(n, AlreadyCollected)
	}
	if err := checkNumber(o.Sheets, 1, MaxPeople); err != nil {
		return nil, err
	}
	if st := s.Round.Stacks[n]; s.Round.Reopened && !s.Round.IsVoid() && o.Sheets < st.Collected {
		return nil, s.about(n, CollectedOverIssued, "collected", st.Collected, "issued", o.Sheets)
	}
	if o.Sheets > h.Present && isBlank(o.Reason) {
		return nil, s.about(n, IssuedOverPresent, "issued", o.Sheets, "present", h.Present)
	}
	if err := checkText(o.Reason, MaxReason); err != nil {
		return nil, err
	}
	if err := s.spares(n, o); err != nil {
		return nil, err
	}
	if err := s.witnessed("issue", o.Witness); err != nil {
		return nil, err
	}
	var deeds []Deed
	if s.Round.IsVoid() {
		deeds = append(deeds, RoundOpened{s.Round.Last() + 1})
	}
	if s.Round.RuleSHA256 == "" || s.Round.IsVoid() {
		deeds = append(deeds, RuleSealed{ruleDigest(s)})
	}
	return append(deeds, SheetsIssued(o)), nil
}

// spares refuses printed sheets of which some are neither handed out nor kept nor
// destroyed.
func (s State) spares(n int, o IssueSheets) error {
	for _, number := range []int{o.Printed, o.Kept, o.Destroyed} {
		if err := checkNumber(number, 0, MaxPeople); err != nil {
			return err
		}
	}
	if o.Printed != o.Sheets+o.Kept+o.Destroyed && (o.Printed != 0 || o.Kept != 0 || o.Destroyed != 0) {
		return s.about(n, SparesOpen, "printed", o.Printed, "issued", o.Sheets, "kept", o.Kept, "destroyed", o.Destroyed)
	}
	return nil
}

func ruleDigest(s State) string {
	sum := s.Plan.RuleSHA256()
	return hex.EncodeToString(sum[:])
}

func (SheetsIssued) Kind() string { return "sheets-issued" }
func (RuleSealed) Kind() string   { return "rule-sealed" }
func (RoundOpened) Kind() string  { return "round-opened" }

func (d SheetsIssued) apply(s State, _ time.Time) State {
	n, err := s.stack("", d.Class, d.Subject)
	if err != nil {
		return s
	}
	st := s.Round.Stacks[n]
	st.Issued, st.IssuedFor = d.Sheets, d.Reason
	st.Printed, st.Kept, st.Destroyed, st.IssuedSeen = d.Printed, d.Kept, d.Destroyed, d.Witness
	return s.restacked(n, st).changed(d)
}

func (d RuleSealed) apply(s State, _ time.Time) State {
	s.Round.RuleSHA256 = d.SHA256
	return s
}

func (d RoundOpened) apply(s State, _ time.Time) State {
	s.Past = &PastRound{s.Round, s.Versions, s.Past}
	s.Round, s.Versions = newRound(d.Round, s.Plan), nil
	for i := range s.Decisions {
		s = s.reopen(i) // it stood on another vote
	}
	return s
}
