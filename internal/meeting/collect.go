package meeting

import (
	"fmt"
	"strings"
	"time"

	"shuping/internal/plan"
)

// CollectSheets states how many sheets came back, of a stack where there are
// several. It may be stated again until the count is closed. More than were
// issued void the round, or are refused, as the plan says.
type CollectSheets struct {
	Sheets  int
	Class   string
	Subject string
	Witness
}

type (
	// SheetsCollected is the number of sheets that came back.
	SheetsCollected struct {
		Sheets  int    `json:"sheets"`
		Class   string `json:"class,omitempty"`
		Subject string `json:"subject,omitempty"`
		Witness
	}
	// RoundVoided ends a round whose sheets cannot be trusted. Where it has
	// several stacks, all of them count for nothing, and the one that was wrong is
	// named.
	RoundVoided struct {
		Round     int    `json:"round"`
		Collected int    `json:"collected"`
		Issued    int    `json:"issued"`
		Class     string `json:"class,omitempty"`
		Subject   string `json:"subject,omitempty"`
	}
)

func (o CollectSheets) decide(s State) ([]Deed, error) {
	switch {
	case s.Round.Closed:
		return nil, refuse(CountIsClosed)
	case s.Round.IsVoid():
		return nil, refuse(RoundIsVoid, "round", s.Round.Number)
	}
	n, err := s.stack("collect", o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	st := s.Round.Stacks[n]
	if st.Issued == 0 {
		return nil, s.about(n, NotIssued)
	}
	if err := checkNumber(o.Sheets, 0, MaxPeople); err != nil {
		return nil, err
	}
	if st.ByPiles() && o.Sheets != st.Collected {
		return nil, s.about(n, CountedByPiles)
	}
	if read := s.due(n); o.Sheets < read {
		return nil, s.about(n, CollectedUnderRead, "collected", o.Sheets, "entered", read)
	}
	if err := s.witnessed("collect", o.Witness); err != nil {
		return nil, err
	}
	deeds := []Deed{SheetsCollected(o)}
	switch {
	case o.Sheets <= st.Issued:
	case s.Plan.Sheets.OverIssued == plan.IsRefused || st.Vote > 0: // the vote on the others stands
		return nil, s.about(n, CollectedOverIssued, "collected", o.Sheets, "issued", st.Issued)
	default:
		deeds = append(deeds, RoundVoided{s.Round.Number, o.Sheets, st.Issued, o.Class, o.Subject})
	}
	return deeds, nil
}

func (SheetsCollected) Kind() string { return "sheets-collected" }
func (RoundVoided) Kind() string     { return "round-voided" }

func (d SheetsCollected) apply(s State, _ time.Time) State {
	n, err := s.stack("", d.Class, d.Subject)
	if err != nil {
		return s
	}
	st := s.Round.Stacks[n]
	st.Collected, st.HasCollected, st.CollectedSeen = d.Sheets, true, d.Witness
	return s.restacked(n, st).changed(d)
}

func (d RoundVoided) apply(s State, _ time.Time) State {
	over := Overrun{Collected: d.Collected, Issued: d.Issued}
	s.Round.VoidedFor, s.Round.Reopened = fmt.Sprintf("%d > %d", d.Collected, d.Issued), false
	if n, err := s.stack("", d.Class, d.Subject); err == nil {
		over.Stack = s.StackName(n).String() // of no new vote: one is refused more sheets than were issued
		s.Round.VoidedFor = strings.TrimSpace(over.Stack + " " + s.Round.VoidedFor)
	}
	s.Round.Overrun = over
	return s
}
