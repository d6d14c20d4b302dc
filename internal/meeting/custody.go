package meeting

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"shuping/internal/plan"
)

// A Witness is who confirmed a number at a gate, and what they saw.
type Witness struct {
	By  string `json:"by,omitempty"`
	Saw string `json:"saw,omitempty"`
}

func (w Witness) line() string { return optional("by", w.By) + optional("saw", w.Saw) }

// witnessed refuses a gate that nobody confirmed where the plan wants it, and
// words that the record does not take.
func (s State) witnessed(command string, w Witness) error {
	switch {
	case s.Plan.Sheets.Witnessed && isBlank(w.By):
		return refuse(WitnessNeeded, "command", command, "argument", "by")
	case s.Plan.Sheets.Witnessed && isBlank(w.Saw):
		return refuse(WitnessNeeded, "command", command, "argument", "saw")
	}
	if err := checkLine(w.By, MaxName); err != nil {
		return err
	}
	return checkText(w.Saw, MaxReason)
}

// IssueSheets states how many sheets were handed out, of a stack where there are
// several. More than people present need a written reason. After a void round it
// opens the next one. Where it is said how many were printed, those that were not
// handed out must have been destroyed.
type IssueSheets struct {
	Sheets    int
	Reason    string
	Class     string // its ID, where classes weigh
	Subject   string // its ID, where each has a sheet of his own
	Printed   int    // 0 where that is not said
	Destroyed int    // spare sheets
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

func (o IssueSheets) Line() string {
	line := fmt.Sprintf("issue %d", o.Sheets) + selected(o.Class, o.Subject) + optional("reason", o.Reason)
	for _, n := range []struct {
		key    string
		number int
	}{{"printed", o.Printed}, {"destroyed", o.Destroyed}} {
		if n.number != 0 {
			line += fmt.Sprintf(" %s=%d", n.key, n.number)
		}
	}
	return line + o.line()
}

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
	case s.Round.Stacks[n].HasCollected && !s.Round.IsVoid():
		return nil, s.about(n, AlreadyCollected)
	}
	if err := within(o.Sheets, 1, MaxPeople); err != nil {
		return nil, err
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
		deeds = append(deeds, RoundOpened{s.Round.Number + 1})
	}
	if s.Round.RuleSHA256 == "" || s.Round.IsVoid() {
		deeds = append(deeds, RuleSealed{ruleDigest(s)})
	}
	return append(deeds, SheetsIssued(o)), nil
}

// spares refuses printed sheets of which some are neither handed out nor
// destroyed.
func (s State) spares(n int, o IssueSheets) error {
	for _, number := range []int{o.Printed, o.Destroyed} {
		if err := within(number, 0, MaxPeople); err != nil {
			return err
		}
	}
	if o.Printed != o.Sheets+o.Destroyed && (o.Printed != 0 || o.Destroyed != 0) {
		return s.about(n, SparesOpen, "printed", o.Printed, "issued", o.Sheets, "destroyed", o.Destroyed)
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
	st.Printed, st.Destroyed, st.IssuedSeen = d.Printed, d.Destroyed, d.Witness
	return s.restacked(n, st)
}

func (d RuleSealed) apply(s State, _ time.Time) State {
	s.Round.RuleSHA256 = d.SHA256
	return s
}

func (d RoundOpened) apply(s State, _ time.Time) State {
	s.Past = &PastRound{s.Round, s.Past}
	s.Round = newRound(d.Round, s.Plan)
	return s
}

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

func (o CollectSheets) Line() string {
	return fmt.Sprintf("collect %d", o.Sheets) + selected(o.Class, o.Subject) + o.line()
}

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
	if err := within(o.Sheets, 0, MaxPeople); err != nil {
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
	case s.Plan.Sheets.OverIssued == plan.IsRefused:
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
	return s.restacked(n, st)
}

func (d RoundVoided) apply(s State, _ time.Time) State {
	s.Round.VoidedFor = fmt.Sprintf("%d > %d", d.Collected, d.Issued)
	if n, err := s.stack("", d.Class, d.Subject); err == nil && s.StackName(n) != "" {
		s.Round.VoidedFor = s.StackName(n) + " " + s.Round.VoidedFor
	}
	return s
}

// CloseCount is the scrutineer's word that counting is done.
type CloseCount struct{ By, Saw string }

// CountClosed carries the sums that closed. After it no ballot is taken.
type CountClosed struct {
	By        string        `json:"by"`
	Saw       string        `json:"saw,omitempty"`
	Issued    int           `json:"issued"`
	Collected int           `json:"collected"`
	Valid     int           `json:"valid"`
	Void      int           `json:"void"`
	Stacks    []ClosedStack `json:"stacks,omitempty"` // each, where there are several
}

// A ClosedStack is the sums of one of several stacks.
type ClosedStack struct {
	Class     string `json:"class,omitempty"`
	Subject   string `json:"subject,omitempty"`
	Issued    int    `json:"issued"`
	Collected int    `json:"collected"`
	Valid     int    `json:"valid"`
	Void      int    `json:"void"`
}

func (o CloseCount) Line() string { return "close-count" + arg("by", o.By) + optional("saw", o.Saw) }

func (o CloseCount) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if err := s.free(); err != nil {
		return nil, err
	}
	for n := range s.Round.Stacks {
		if err := s.back(n); err != nil && !s.Idle(n) {
			return nil, err
		}
	}
	if err := s.open(); err != nil {
		return nil, err
	}
	if err := s.seated(); err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "close-count", "argument", "by")
	}
	if err := s.witnessed("close-count", Witness(o)); err != nil {
		return nil, err
	}
	if err := s.confirmed(); err != nil {
		return nil, err
	}
	r := s.Round
	return []Deed{CountClosed{o.By, o.Saw, r.Issued, r.Collected, r.Valid, r.Void, s.closedStacks()}}, nil
}

// confirmed refuses to close over bundles and counts by piles that were not
// confirmed as the plan wants it, and over bundles in which a check found something
// that no other check has put to rest, whatever the plan wants.
func (s State) confirmed() error {
	if err := s.pilesConfirmed(); err != nil {
		return err
	}
	var list []int
	for _, n := range s.Unchecked() {
		if s.Plan.Sheets.Check != plan.CheckOffered || s.Round.Bundles.At(n).Found {
			list = append(list, n)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return refuse(BundlesUnchecked, "bundles", numbers(list), "check", s.Plan.Sheets.Check)
}

// numbers is a list as people say it, "1、3".
func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, "、")
}

// closedStacks is the sums of each stack, nil where there is only one.
func (s State) closedStacks() []ClosedStack {
	if len(s.Round.Stacks) < 2 {
		return nil
	}
	out := make([]ClosedStack, len(s.Round.Stacks))
	for n, st := range s.Round.Stacks {
		class, subject := s.StackIDs(n)
		out[n] = ClosedStack{class, subject, st.Issued, st.Collected, st.Valid, st.Void}
	}
	return out
}

func (CountClosed) Kind() string { return "count-closed" }

func (d CountClosed) apply(s State, _ time.Time) State {
	s.Round.Closed, s.Round.ClosedBy, s.Round.ClosedSaw = true, d.By, d.Saw
	s.Round.Version = 1
	return s
}

// Custody is the sums over all sheets, and those of each stack.
type Custody struct {
	Expected, Present, Issued, Collected, Valid, Void int
	Stacks                                            []Stack
}

// Custody draws up the sums as they stand.
func (s State) Custody() Custody {
	r := s.Round
	return Custody{
		Expected: s.Heads.Expected, Present: s.Heads.Present, Issued: r.Issued,
		Collected: r.Collected, Valid: r.Valid, Void: r.Void, Stacks: r.Stacks,
	}
}

// Closes reports whether, in each stack, marks + blank + spoiled + 不了解 = valid
// in each row and valid + void = collected ≤ issued.
func (c Custody) Closes() bool {
	for _, st := range c.Stacks {
		if !st.closes() {
			return false
		}
	}
	return true
}

// open refuses to close over the first stack whose sums do not.
func (s State) open() error {
	for n, st := range s.Round.Stacks {
		if !st.closes() {
			return s.about(n, CustodyOpen, "collected", st.Collected, "entered", st.Valid+st.Void,
				"valid", st.Valid, "void", st.Void, "issued", st.Issued)
		}
	}
	return nil
}

// countable refuses whatever is done to sheets before any are back or after
// they are counted.
func (s State) countable() error {
	switch {
	case s.Round.Closed:
		return refuse(CountIsClosed)
	case s.Round.IsVoid():
		return refuse(RoundIsVoid, "round", s.Round.Number)
	case s.Round.Issued == 0:
		return refuse(NotIssued)
	case !slices.ContainsFunc(s.Round.Stacks, func(st Stack) bool { return st.HasCollected }):
		return refuse(NotCollected)
	default:
		return nil
	}
}

// back refuses what is done to the sheets of one stack before they are back.
func (s State) back(n int) error {
	switch st := s.Round.Stacks[n]; {
	case st.Issued == 0:
		return s.about(n, NotIssued)
	case !st.HasCollected:
		return s.about(n, NotCollected)
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
