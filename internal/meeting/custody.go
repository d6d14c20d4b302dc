package meeting

import (
	"encoding/hex"
	"fmt"
	"time"

	"shuping/internal/tally"
)

// MaxPeople bounds every number of people and sheets.
const MaxPeople = 1_000_000

// Heads is how many people should be there and how many are.
type Heads struct {
	Counted  bool
	Expected int
	Present  int
	Classes  []HeadCount // by class, where they were counted so
}

// A HeadCount is the heads of one class of voters.
type HeadCount struct {
	Class             string
	Expected, Present int
}

// A Round is one vote: from the first sheet issued to the end of the count.
// Its numbers obey marks + blank + spoiled = valid for each subject, and
// valid + void = sheets read.
type Round struct {
	Number     int
	Issued     int    // 0 until issued
	IssuedFor  string // why more were issued than people are present
	Collected  int    // meaningful once HasCollected
	Counts     []tally.Count
	Valid      int
	Void       int
	Voids      []int // void sheets by reason, in the plan's order
	Bundle     Bundle
	LastClosed *ClosedBundle
	RuleSHA256 string // of the rule, sealed with the first sheet

	HasCollected bool
	Closed       bool
	ClosedBy     string
	VoidedFor    string // why the whole round counts for nothing
}

// Read is how many sheets have been read: valid, void and set aside.
func (r Round) Read() int { return r.Valid + r.Void + r.Bundle.doubtful() }

// IsVoid reports whether the whole round counts for nothing.
func (r Round) IsVoid() bool { return r.VoidedFor != "" }

// A PastRound is a void round that was followed by another.
type PastRound struct {
	Round Round
	Older *PastRound
}

func newRound(number, subjects, voids int) Round {
	return Round{Number: number, Counts: make([]tally.Count, subjects), Voids: make([]int, voids)}
}

// CountHeads states how many people are expected and present, all together or
// of one class of voters.
type CountHeads struct {
	Class             string
	Expected, Present int
}

// HeadsCounted replaces the heads stated before, of the class or of all.
type HeadsCounted struct {
	Class    string `json:"class,omitempty"`
	Expected int    `json:"expected"`
	Present  int    `json:"present"`
}

func (o CountHeads) Line() string {
	line := "attend"
	if o.Class != "" {
		line += " class=" + bare(o.Class)
	}
	return fmt.Sprintf("%s expected=%d present=%d", line, o.Expected, o.Present)
}

func (o CountHeads) decide(s State) ([]Deed, error) {
	if s.Round.Closed {
		return nil, refuse(CountIsClosed)
	}
	if o.Class != "" && !s.hasClass(o.Class) {
		return nil, refuse(UnknownClass, "class", o.Class)
	}
	if err := within(o.Expected, 0, MaxPeople); err != nil {
		return nil, err
	}
	if err := within(o.Present, 0, MaxPeople); err != nil {
		return nil, err
	}
	if o.Present > o.Expected {
		return nil, refuse(PresentOverAll, "present", o.Present, "expected", o.Expected)
	}
	d := HeadsCounted(o)
	// One class after another is stated, so the sum is held against the sheets
	// only when the count is closed.
	if o.Class == "" {
		if err := d.apply(s, time.Time{}).seated(); err != nil {
			return nil, err
		}
	}
	return []Deed{d}, nil
}

// seated refuses more sheets than people where no reason was given for it.
func (s State) seated() error {
	if s.Round.Issued > s.Heads.Present && isBlank(s.Round.IssuedFor) {
		return refuse(PresentUnderIssued, "present", s.Heads.Present, "issued", s.Round.Issued)
	}
	return nil
}

func (s State) hasClass(id string) bool {
	for _, c := range s.Plan.Voters {
		if c.ID == id {
			return true
		}
	}
	return false
}

func (HeadsCounted) Kind() string { return "heads-counted" }

func (d HeadsCounted) apply(s State, _ time.Time) State {
	if d.Class == "" {
		s.Heads = Heads{Counted: true, Expected: d.Expected, Present: d.Present}
		return s
	}
	h := Heads{Counted: true}
	for _, v := range s.Plan.Voters { // in the plan's order, whatever came first
		for _, c := range append([]HeadCount{HeadCount(d)}, s.Heads.Classes...) {
			if c.Class == v.ID {
				h.Classes = append(h.Classes, c)
				h.Expected += c.Expected
				h.Present += c.Present
				break
			}
		}
	}
	s.Heads = h
	return s
}

// IssueSheets states how many sheets were handed out. More than people present
// need a written reason. After a void round it opens the next one.
type IssueSheets struct {
	Sheets int
	Reason string
}

type (
	// SheetsIssued is the number of sheets in the room.
	SheetsIssued struct {
		Sheets int    `json:"sheets"`
		Reason string `json:"reason,omitempty"`
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

func (o IssueSheets) Line() string {
	return fmt.Sprintf("issue %d", o.Sheets) + optional("reason", o.Reason)
}

func (o IssueSheets) decide(s State) ([]Deed, error) {
	switch {
	case s.Round.Closed:
		return nil, refuse(CountIsClosed)
	case !s.Heads.Counted:
		return nil, refuse(NoHeads)
	case s.Round.HasCollected && !s.Round.IsVoid():
		return nil, refuse(AlreadyCollected)
	}
	if err := within(o.Sheets, 1, MaxPeople); err != nil {
		return nil, err
	}
	if o.Sheets > s.Heads.Present && isBlank(o.Reason) {
		return nil, refuse(IssuedOverPresent, "issued", o.Sheets, "present", s.Heads.Present)
	}
	if err := checkText(o.Reason, MaxReason); err != nil {
		return nil, err
	}
	var deeds []Deed
	if s.Round.IsVoid() {
		deeds = append(deeds, RoundOpened{s.Round.Number + 1})
	}
	if s.Round.RuleSHA256 == "" || s.Round.IsVoid() {
		deeds = append(deeds, RuleSealed{ruleDigest(s)})
	}
	return append(deeds, SheetsIssued(o)), nil
}

func ruleDigest(s State) string {
	sum := s.Plan.RuleSHA256()
	return hex.EncodeToString(sum[:])
}

func (SheetsIssued) Kind() string { return "sheets-issued" }
func (RuleSealed) Kind() string   { return "rule-sealed" }
func (RoundOpened) Kind() string  { return "round-opened" }

func (d SheetsIssued) apply(s State, _ time.Time) State {
	s.Round.Issued, s.Round.IssuedFor = d.Sheets, d.Reason
	return s
}

func (d RuleSealed) apply(s State, _ time.Time) State {
	s.Round.RuleSHA256 = d.SHA256
	return s
}

func (d RoundOpened) apply(s State, _ time.Time) State {
	s.Past = &PastRound{s.Round, s.Past}
	s.Round = newRound(d.Round, len(s.Plan.Subjects), len(s.Plan.Sheets.Voids))
	return s
}

// CollectSheets states how many sheets came back. It may be stated again until
// the count is closed. More than were issued void the round.
type CollectSheets struct{ Sheets int }

type (
	// SheetsCollected is the number of sheets that came back.
	SheetsCollected struct {
		Sheets int `json:"sheets"`
	}
	// RoundVoided ends a round whose sheets cannot be trusted.
	RoundVoided struct {
		Round     int `json:"round"`
		Collected int `json:"collected"`
		Issued    int `json:"issued"`
	}
)

func (o CollectSheets) Line() string { return fmt.Sprintf("collect %d", o.Sheets) }

func (o CollectSheets) decide(s State) ([]Deed, error) {
	switch {
	case s.Round.Closed:
		return nil, refuse(CountIsClosed)
	case s.Round.IsVoid():
		return nil, refuse(RoundIsVoid, "round", s.Round.Number)
	case s.Round.Issued == 0:
		return nil, refuse(NotIssued)
	}
	if err := within(o.Sheets, 0, MaxPeople); err != nil {
		return nil, err
	}
	if o.Sheets < s.Round.Read() {
		return nil, refuse(CollectedUnderRead, "collected", o.Sheets, "entered", s.Round.Read())
	}
	deeds := []Deed{SheetsCollected(o)}
	if o.Sheets > s.Round.Issued {
		deeds = append(deeds, RoundVoided{s.Round.Number, o.Sheets, s.Round.Issued})
	}
	return deeds, nil
}

func (SheetsCollected) Kind() string { return "sheets-collected" }
func (RoundVoided) Kind() string     { return "round-voided" }

func (d SheetsCollected) apply(s State, _ time.Time) State {
	s.Round.Collected, s.Round.HasCollected = d.Sheets, true
	return s
}

func (d RoundVoided) apply(s State, _ time.Time) State {
	s.Round.VoidedFor = fmt.Sprintf("%d > %d", d.Collected, d.Issued)
	return s
}

// CloseCount is the scrutineer's word that counting is done.
type CloseCount struct{ By string }

// CountClosed carries the sums that closed. After it no ballot is taken.
type CountClosed struct {
	By        string `json:"by"`
	Issued    int    `json:"issued"`
	Collected int    `json:"collected"`
	Valid     int    `json:"valid"`
	Void      int    `json:"void"`
}

func (o CloseCount) Line() string { return "close-count" + arg("by", o.By) }

func (o CloseCount) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if s.Round.Bundle.Open {
		return nil, refuse(BundleIsOpen, "bundle", s.Round.Bundle.Number)
	}
	if err := s.Custody().refusal(); err != nil {
		return nil, err
	}
	if err := s.seated(); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "close-count", "argument", "by")
	}
	if err := checkLine(o.By, MaxName); err != nil {
		return nil, err
	}
	r := s.Round
	return []Deed{CountClosed{o.By, r.Issued, r.Collected, r.Valid, r.Void}}, nil
}

func (CountClosed) Kind() string { return "count-closed" }

func (d CountClosed) apply(s State, _ time.Time) State {
	s.Round.Closed, s.Round.ClosedBy = true, d.By
	return s
}

// Custody is the sums over all sheets.
type Custody struct {
	Expected, Present, Issued, Collected, Valid, Void int
	// Rows is, for each subject, marks + blank + spoiled.
	Rows []int
}

// Custody draws up the sums as they stand.
func (s State) Custody() Custody {
	r := s.Round
	c := Custody{
		Expected: s.Heads.Expected, Present: s.Heads.Present, Issued: r.Issued,
		Collected: r.Collected, Valid: r.Valid, Void: r.Void,
	}
	for _, n := range r.Counts {
		c.Rows = append(c.Rows, n.Rows())
	}
	return c
}

// Closes reports whether marks + blank + spoiled = valid for each subject and
// valid + void = collected ≤ issued.
func (c Custody) Closes() bool {
	for _, rows := range c.Rows {
		if rows != c.Valid {
			return false
		}
	}
	return c.Valid+c.Void == c.Collected && c.Collected <= c.Issued
}

func (c Custody) refusal() error {
	if c.Closes() {
		return nil
	}
	return refuse(CustodyOpen, "collected", c.Collected, "entered", c.Valid+c.Void,
		"valid", c.Valid, "void", c.Void, "issued", c.Issued)
}

// countable refuses whatever is done to sheets before they are back or after
// they are counted.
func (s State) countable() error {
	switch {
	case s.Round.Closed:
		return refuse(CountIsClosed)
	case s.Round.IsVoid():
		return refuse(RoundIsVoid, "round", s.Round.Number)
	case s.Round.Issued == 0:
		return refuse(NotIssued)
	case !s.Round.HasCollected:
		return refuse(NotCollected)
	default:
		return nil
	}
}

func within(n, least, most int) error {
	if n < least || n > most {
		return refuse(NumberOutOfRange, "number", n, "least", least, "most", most)
	}
	return nil
}
