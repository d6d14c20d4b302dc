package meeting

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"shuping/internal/tally"
)

// Replay takes a recorded event into the state. Unlike [Apply] it trusts
// nothing: an event that does not fit the state is an error and the state is
// returned as it was. It asks only what the event needs in order to mean
// anything, not what the rules of today would allow, so that what an earlier
// version accepted still opens.
func Replay(s State, e Event) (State, error) {
	if _, opening := e.Deed.(SessionOpened); opening == s.Opened {
		if opening {
			return s, fmt.Errorf("%s stands in the middle", e.Deed.Kind())
		}
		return s, fmt.Errorf("%s comes before %s", e.Deed.Kind(), SessionOpened{}.Kind())
	}
	if !s.follows(e.Deed) {
		return s, fmt.Errorf("%s follows %s", e.Deed.Kind(), SessionSealed{}.Kind())
	}
	seat, err := s.Round.seatOf(e.Deed)
	if err != nil {
		return s, fmt.Errorf("%s does not fit here: %w", e.Deed.Kind(), err)
	}
	if d, ok := e.Deed.(interface{ fits(State) error }); ok {
		if err := d.fits(s.Seated(seat)); err != nil {
			return s, fmt.Errorf("%s does not fit here: %w", e.Deed.Kind(), err)
		}
	}
	_, isAnonymous := e.Deed.(anonymous)
	if isAnonymous != e.At.IsZero() || isAnonymous && e.Who != (Person{}) {
		return s, fmt.Errorf("%s: only ballots and comments have neither an instant nor a person, and none of them has one", e.Deed.Kind())
	}
	return Apply(s, e), nil
}

// Follow decodes one record and replays it.
func Follow(s State, kind string, body []byte, who Person, at time.Time) (State, error) {
	deed, err := Decode(kind, body)
	if err != nil {
		return s, err
	}
	return Replay(s, Event{Who: who, At: at, Deed: deed})
}

func (s State) hasItem(id string) error    { _, err := s.item(id); return err }
func (s State) hasSubject(id string) error { _, err := s.subject(id); return err }

func (d ItemStarted) fits(s State) error   { return s.hasItem(d.Item) }
func (d ItemFinished) fits(s State) error  { return s.hasItem(d.Item) }
func (d ItemSkipped) fits(s State) error   { return s.hasItem(d.Item) }
func (d ClockPaused) fits(s State) error   { return s.hasItem(d.Item) }
func (d ClockResumed) fits(s State) error  { return s.hasItem(d.Item) }
func (d FactWithdrawn) fits(s State) error { return s.hasSubject(d.Subject) }

func (d TimeAdded) fits(s State) error {
	if d.Minutes < -maxAdded || d.Minutes > maxAdded {
		return refuse(TimeOutOfRange)
	}
	return s.hasItem(d.Item)
}

func (d FactRecorded) fits(s State) error {
	if _, ok := s.Plan.Rule.Fact(d.About); !ok {
		return refuse(UnknownFact, "kind", d.About, "kinds", listOf(s.Plan.Rule.Facts, func(k tally.FactKind) string { return k.ID }))
	}
	return s.hasSubject(d.Subject)
}

func (d GradeDecided) fits(s State) error {
	if s.Plan.Rule.Scale.Position(d.Grade) == 0 {
		return refuse(UnknownGrade, "grade", d.Grade, "grades", List(s.Plan.Rule.Scale))
	}
	if i := s.Plan.Subject(d.Subject); i >= 0 && s.IsExempt(i) {
		return refuse(SubjectIsExempt, "subject", s.Plan.Subjects[i].Label())
	}
	return s.hasSubject(d.Subject)
}

func (d HeadsCounted) fits(s State) error {
	if err := s.counting(); err != nil {
		return err
	}
	if d.Class != "" && !s.hasClass(d.Class) {
		return refuse(UnknownClass, "class", d.Class)
	}
	if err := checkNumber(d.Expected, 0, MaxPeople); err != nil {
		return err
	}
	return cmp.Or(checkNumber(d.Present, 0, MaxPeople), checkNumber(d.Leave, 0, MaxPeople))
}

// counting refuses what would change the numbers of a closed count.
func (s State) counting() error {
	if s.Round.Closed {
		return refuse(CountIsClosed)
	}
	return nil
}

func (d SheetsIssued) fits(s State) error {
	return cmp.Or(s.counting(), s.hasStack(d.Class, d.Subject), checkNumber(d.Sheets, 1, MaxPeople))
}

func (d SheetsCollected) fits(s State) error {
	return cmp.Or(s.counting(), s.hasStack(d.Class, d.Subject), checkNumber(d.Sheets, 0, MaxPeople))
}

func (s State) hasStack(class, subject string) error {
	_, err := s.stack("", class, subject)
	return err
}

func (d RoundVoided) fits(s State) error {
	return cmp.Or(s.counting(), s.hasStack(d.Class, d.Subject), checkNumber(d.Round, s.Round.Number, s.Round.Number))
}

func (d RoundOpened) fits(s State) error {
	return cmp.Or(s.counting(), checkNumber(d.Round, s.Round.Last()+1, s.Round.Last()+1))
}

func (d BundleOpened) fits(s State) error {
	if err := s.counting(); err != nil {
		return err
	}
	if err := s.idle(); err != nil {
		return err
	}
	if n, err := s.stack("", d.Class, d.Subject); err == nil && s.unpiled(n) != nil {
		return s.unpiled(n)
	}
	return cmp.Or(s.hasStack(d.Class, d.Subject),
		checkNumber(d.Bundle, s.Round.Bundles.Given()+1, s.Round.Bundles.Given()+1))
}

func (d BundleClosed) fits(s State) error {
	if b := s.Round.Bundle; !b.Open || d.Bundle != b.Number || d.Sheets != b.Keyed() || b.doubtful() > 0 || b.Gap() > 0 {
		return refuse(HandCountDiffers, "bundle", d.Bundle, "counted", d.Sheets, "entered", len(b.Ballots))
	}
	return nil
}

func (d CountClosed) fits(s State) error {
	if err := s.counting(); err != nil {
		return err
	}
	if s.Round.IsVoid() {
		return refuse(RoundIsVoid, "round", s.Round.Number)
	}
	if d.Page != "" && !isSHA256(d.Page) {
		return fmt.Errorf("%q is no SHA-256", d.Page)
	}
	c := s.Custody()
	if s.free() != nil || !c.Closes() || d.Valid != c.Valid || d.Void != c.Void || d.Collected != c.Collected || d.Issued != c.Issued || !slices.Equal(d.Stacks, s.closedStacks()) {
		return refuse(CustodyOpen, "collected", d.Collected, "entered", c.Valid+c.Void,
			"valid", c.Valid, "void", c.Void, "issued", d.Issued)
	}
	return nil
}

func (d RuleSealed) fits(s State) error {
	if got := ruleDigest(s); d.SHA256 != got {
		return fmt.Errorf("the rule has the SHA-256 %s, not %s", got, d.SHA256)
	}
	return nil
}

func (d SessionSealed) fits(s State) error {
	if !s.Round.Closed || d != s.sealing() {
		return refuse(CountOpen)
	}
	return nil
}
