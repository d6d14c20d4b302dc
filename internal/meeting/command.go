package meeting

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/gowebpki/jcs"
)

// A Person is who gave a command: a role, and a name where one is known.
type Person struct {
	Role string
	Name string
}

// A Command is an order with who gave it and when.
type Command struct {
	Who   Person
	At    time.Time
	Order Order
}

// An Order is what somebody asks for.
type Order interface {
	decide(State) ([]Deed, error)
}

// An Event is a deed with who did it and when. Both are missing from the event
// of a ballot and of comments.
type Event struct {
	Who  Person
	At   time.Time
	Deed Deed
}

// A Deed is something that happened.
type Deed interface {
	// Kind is the permanent name of the deed on disk.
	Kind() string
	apply(State, time.Time) State
}

// anonymous marks the deeds whose records carry neither instant nor person.
type anonymous interface{ anonymous() }

// Decide says what follows when c is given in the state s. A refusal is a
// [*Refusal]; nothing else is returned as an error.
func Decide(s State, c Command) ([]Event, error) {
	if err := s.accepts(c.Order); err != nil {
		return nil, err
	}
	s, err := s.turned(c.Order)
	if err != nil {
		return nil, err
	}
	deeds, err := c.Order.decide(s)
	if err != nil {
		return nil, err
	}
	several := len(s.Round.Beside) > 0 && len(s.Round.Hands()) > 1
	events := make([]Event, len(deeds))
	for i, d := range deeds {
		if several {
			d = named(d, s.Round.own().Number())
		}
		events[i] = Event{Who: c.Who, At: c.At, Deed: d}
		if _, ok := d.(anonymous); ok {
			events[i] = Event{Deed: d}
		}
	}
	return events, nil
}

// Apply takes e into the state and leaves s as it was.
func Apply(s State, e Event) State {
	was := s.seat()
	seat, _ := s.Round.seatOf(e.Deed) // where there is none, nothing fits
	s = s.Seated(seat)
	s.Trail = s.Trail.with(e)
	s = e.Deed.apply(s, e.At)
	s.Records++
	return s.Seated(was)
}

// Try gives orders to s one after the other, in one person's name and at one
// instant, up to the first that is refused. It returns the state behind the
// orders that were taken, the events of each of them, and the refusal of the
// next one, which is orders[len(taken)].
func Try(s State, who Person, at time.Time, orders ...Order) (after State, taken [][]Event, refused error) {
	for _, o := range orders {
		events, err := Decide(s, Command{Who: who, At: at, Order: o})
		if err != nil {
			return s, taken, err
		}
		for _, e := range events {
			s = Apply(s, e)
		}
		taken = append(taken, events)
	}
	return s, taken, nil
}

// Encode is the deed as it stands in a record: its kind and its canonical JSON.
func Encode(d Deed) (kind string, body []byte) {
	raw, err := json.Marshal(d)
	if err == nil {
		raw, err = jcs.Transform(raw)
	}
	if err != nil { // a deed holds only text, numbers and booleans
		panic(fmt.Sprintf("meeting: %s cannot be written: %v", d.Kind(), err))
	}
	return d.Kind(), raw
}

// Decode reads what Encode wrote, and nothing else: an unknown kind, an unknown
// or missing member and any other spelling of the same body are errors. Whether
// the deed fits a state is for [Replay] to say.
func Decode(kind string, body []byte) (Deed, error) {
	read, ok := kinds[kind]
	if !ok {
		return nil, UnknownKind(kind)
	}
	return read(body)
}

// UnknownKind is why a record cannot be read: a newer version wrote it, or another
// program. It is the kind.
type UnknownKind string

func (k UnknownKind) Error() string { return fmt.Sprintf("unknown kind of record %q", string(k)) }

// kinds lists every deed that may stand in a record.
var kinds = map[string]func([]byte) (Deed, error){
	SessionOpened{}.Kind():   readSessionOpened,
	SessionSealed{}.Kind():   bodyReader[SessionSealed](),
	ItemStarted{}.Kind():     bodyReader[ItemStarted](),
	ItemFinished{}.Kind():    bodyReader[ItemFinished](),
	ItemSkipped{}.Kind():     bodyReader[ItemSkipped](),
	ItemReopened{}.Kind():    bodyReader[ItemReopened](),
	EndTakenBack{}.Kind():    bodyReader[EndTakenBack](),
	OrderSet{}.Kind():        bodyReader[OrderSet](),
	ClockPaused{}.Kind():     bodyReader[ClockPaused](),
	ClockResumed{}.Kind():    bodyReader[ClockResumed](),
	TimeAdded{}.Kind():       bodyReader[TimeAdded](),
	ReviewNoted{}.Kind():     bodyReader[ReviewNoted](),
	SpeechNoted{}.Kind():     bodyReader[SpeechNoted](),
	OfficersNamed{}.Kind():   bodyReader[OfficersNamed](),
	NameVouched{}.Kind():     bodyReader[NameVouched](),
	HeadsCounted{}.Kind():    bodyReader[HeadsCounted](),
	RoundOpened{}.Kind():     bodyReader[RoundOpened](),
	RuleSealed{}.Kind():      bodyReader[RuleSealed](),
	SheetsIssued{}.Kind():    bodyReader[SheetsIssued](),
	SheetsCollected{}.Kind(): bodyReader[SheetsCollected](),
	RoundVoided{}.Kind():     bodyReader[RoundVoided](),
	ClassSettled{}.Kind():    bodyReader[ClassSettled](),
	SubjectsDropped{}.Kind(): bodyReader[SubjectsDropped](),
	BundleOpened{}.Kind():    bodyReader[BundleOpened](),
	BundleClosed{}.Kind():    bodyReader[BundleClosed](),
	BundleHanded{}.Kind():    bodyReader[BundleHanded](),
	CountClosed{}.Kind():     bodyReader[CountClosed](),
	BallotEntered{}.Kind():   readBallotEntered,
	BallotVoided{}.Kind():    bodyReader[BallotVoided](),
	BallotSetAside{}.Kind():  bodyReader[BallotSetAside](),
	BallotSettled{}.Kind():   bodyReader[BallotSettled](),
	BallotTakenBack{}.Kind(): bodyReader[BallotTakenBack](),
	SlipMended{}.Kind():      bodyReader[SlipMended](),
	SecondOpened{}.Kind():    bodyReader[SecondOpened](),
	SecondBallot{}.Kind():    bodyReader[SecondBallot](),
	SecondTakenBack{}.Kind(): bodyReader[SecondTakenBack](),
	SecondCompared{}.Kind():  bodyReader[SecondCompared](),
	SheetKeyedAgain{}.Kind(): bodyReader[SheetKeyedAgain](),
	SheetRuled{}.Kind():      bodyReader[SheetRuled](),
	SpotDrawn{}.Kind():       bodyReader[SpotDrawn](),
	DrawCorrected{}.Kind():   bodyReader[DrawCorrected](),
	BundleChecked{}.Kind():   bodyReader[BundleChecked](),
	CheckLeft{}.Kind():       bodyReader[CheckLeft](),

	PilesOpened{}.Kind():      bodyReader[PilesOpened](),
	PileCounted{}.Kind():      bodyReader[PileCounted](),
	PilesClosed{}.Kind():      bodyReader[PilesClosed](),
	PilesCompared{}.Kind():    bodyReader[PilesCompared](),
	PileCountedAgain{}.Kind(): bodyReader[PileCountedAgain](),
	PileRuled{}.Kind():        bodyReader[PileRuled](),
	PilesChecked{}.Kind():     bodyReader[PilesChecked](),
	PilesLeft{}.Kind():        bodyReader[PilesLeft](),
	PilesWithdrawn{}.Kind():   bodyReader[PilesWithdrawn](),

	SheetCorrected{}.Kind():  bodyReader[SheetCorrected](),
	PilesCorrected{}.Kind():  bodyReader[PilesCorrected](),
	HeadsCorrected{}.Kind():  bodyReader[HeadsCorrected](),
	SheetRestated{}.Kind():   bodyReader[SheetRestated](),
	PilesRestated{}.Kind():   bodyReader[PilesRestated](),
	HeadsRestated{}.Kind():   bodyReader[HeadsRestated](),
	CountReopened{}.Kind():   bodyReader[CountReopened](),
	SheetWithdrawn{}.Kind():  bodyReader[SheetWithdrawn](),
	RecountBegun{}.Kind():    bodyReader[RecountBegun](),
	RecountSettled{}.Kind():  bodyReader[RecountSettled](),
	SubjectExempted{}.Kind(): bodyReader[SubjectExempted](),
	SubjectRestored{}.Kind(): bodyReader[SubjectRestored](),
	RoundDropped{}.Kind():    bodyReader[RoundDropped](),
	CommentsNoted{}.Kind():   bodyReader[CommentsNoted](),
	FactRecorded{}.Kind():    bodyReader[FactRecorded](),
	FactWithdrawn{}.Kind():   bodyReader[FactWithdrawn](),
	ResultAnnounced{}.Kind(): bodyReader[ResultAnnounced](),
	SubjectAssessed{}.Kind(): bodyReader[SubjectAssessed](),
	OpinionWritten{}.Kind():  bodyReader[OpinionWritten](),
	GradeDecided{}.Kind():    bodyReader[GradeDecided](),

	PlanFiled{}.Kind():        bodyReader[PlanFiled](),
	ReportVetted{}.Kind():     bodyReader[ReportVetted](),
	FileAttached{}.Kind():     bodyReader[FileAttached](),
	DutyAssigned{}.Kind():     bodyReader[DutyAssigned](),
	QuestionNoted{}.Kind():    bodyReader[QuestionNoted](),
	ProblemRecorded{}.Kind():  bodyReader[ProblemRecorded](),
	ProblemCarried{}.Kind():   bodyReader[ProblemCarried](),
	ProblemAmended{}.Kind():   bodyReader[ProblemAmended](),
	ProgressNoted{}.Kind():    bodyReader[ProgressNoted](),
	ProblemSignedOff{}.Kind(): bodyReader[ProblemSignedOff](),
	ProblemReturned{}.Kind():  bodyReader[ProblemReturned](),
	ProblemLinked{}.Kind():    bodyReader[ProblemLinked](),
	PaperFiled{}.Kind():       bodyReader[PaperFiled](),
}

// bodyReader reads the bodies of one kind of deed.
func bodyReader[D Deed]() func([]byte) (Deed, error) {
	return func(body []byte) (Deed, error) {
		d, err := readBody[D](body)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.Kind(), err)
		}
		return d, nil
	}
}

// readBody reads a body that is exactly what Encode writes. JSON alone would let
// pass a missing member, one that stands twice and one in other letters.
func readBody[D Deed](body []byte) (D, error) {
	var d D
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return d, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return d, errors.New("something follows the body")
	}
	if _, whole := Encode(d); !bytes.Equal(body, whole) {
		return d, errors.New("a member is missing, stands twice or is not in canonical form")
	}
	return d, nil
}
