package meeting

import (
	"time"

	"shuping/internal/plan"
)

// A Status is how far an agenda item has come.
type Status int

const (
	Waiting Status = iota
	Running
	Done
	Skipped
)

// A Step is what happened to one agenda item.
type Step struct {
	Status  Status
	Started time.Time
	Ended   time.Time
	Paused  bool
	Reason  string // why it was skipped, or begun as a report that was not vetted
	Skipped string // why it was skipped before it was held after all
	Earlier []Span // from when to when it was held before it was opened again

	ran   time.Duration // before the clock last went on
	since time.Time     // when it last went on
	extra time.Duration
}

// A Span is from when to when an item was held, and why it was opened again then.
type Span struct {
	Started, Ended time.Time
	Reopened       string
}

// Over is by how much an item that has ended ran over its length, 0 where it did not.
func (st Step) Over(it plan.Item) time.Duration {
	if st.Status != Done {
		return 0
	}
	return max(0, st.ran-st.Length(it))
}

// Elapsed is how long the item has run at now, pauses left out. A clock that
// was set back counts as one that stood still.
func (st Step) Elapsed(now time.Time) time.Duration {
	switch {
	case st.Status == Running && !st.Paused:
		return st.ran + max(0, now.Sub(st.since))
	default:
		return st.ran
	}
}

// Length is the planned length of it with the minutes added and taken.
func (st Step) Length(it plan.Item) time.Duration { return max(0, it.Length+st.extra) }

// Running is the index of the item that runs, -1 if none does.
func (s State) Running() int {
	if s.Current >= 0 && s.Steps[s.Current].Status == Running {
		return s.Current
	}
	return -1
}

// Next is the first item that is neither done nor skipped, -1 if none is left.
func (s State) Next() int {
	for i, st := range s.Steps {
		if st.Status == Waiting || st.Status == Running {
			return i
		}
	}
	return -1
}

func (s State) item(id string) (int, error) {
	for i, it := range s.Agenda {
		if it.ID == id {
			return i, nil
		}
	}
	return 0, refuse(UnknownItem, "item", id)
}

// StartItem begins an item. Everything before it must be done or skipped. A reason
// may be given for what stands against it; see [State.Unvetted].
type StartItem struct{ Item, Reason string }

// ItemStarted starts the item's clock at the instant of its record.
type ItemStarted struct {
	Item   string `json:"item"`
	Reason string `json:"reason,omitempty"`
}

func (o StartItem) decide(s State) ([]Deed, error) {
	i, err := s.item(o.Item)
	if err != nil {
		return nil, err
	}
	if r := s.Running(); r >= 0 {
		return nil, refuse(ItemRunning, "item", s.Agenda[r].ID)
	}
	if s.Steps[i].Status == Done {
		return nil, refuse(ItemDone, "item", o.Item)
	}
	if n := s.Next(); n >= 0 && n < i {
		return nil, refuse(OutOfOrder, "item", o.Item, "before", s.Agenda[n].ID)
	}
	if err := checkText(o.Reason, MaxReason); err != nil {
		return nil, err
	}
	return []Deed{ItemStarted(o)}, nil
}

func (ItemStarted) Kind() string { return "item-started" }

func (d ItemStarted) apply(s State, at time.Time) State {
	i, err := s.item(d.Item)
	if err != nil {
		return s
	}
	st := Step{Status: Running, Started: at, Reason: d.Reason, since: at}
	if was := s.Steps[i]; was.Status == Skipped {
		st.Skipped = was.Reason
	}
	s.Steps = listWith(s.Steps, i, st)
	s.Current = i
	return s
}

// FinishItem ends the item that runs.
type FinishItem struct{}

// ItemFinished stops the item's clock.
type ItemFinished struct {
	Item string `json:"item"`
}

func (FinishItem) decide(s State) ([]Deed, error) {
	r := s.Running()
	if r < 0 {
		return nil, refuse(NoItemRunning)
	}
	return []Deed{ItemFinished{s.Agenda[r].ID}}, nil
}

func (ItemFinished) Kind() string { return "item-finished" }

func (d ItemFinished) apply(s State, at time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.ran, st.Paused = st.Elapsed(at), false
		st.Status, st.Ended = Done, at
		return st
	})
}

// TakeBackEnd lets the item that ended last run on as if it had not been ended.
type TakeBackEnd struct{}

// EndTakenBack undoes the end of an item.
type EndTakenBack struct {
	Item string `json:"item"`
}

func (TakeBackEnd) decide(s State) ([]Deed, error) {
	if s.Current < 0 || s.Steps[s.Current].Status != Done {
		return nil, refuse(NoEndToTakeBack)
	}
	return []Deed{EndTakenBack{s.Agenda[s.Current].ID}}, nil
}

func (EndTakenBack) Kind() string { return "end-taken-back" }

func (d EndTakenBack) fits(s State) error {
	if s.Current < 0 || s.Agenda[s.Current].ID != d.Item || s.Steps[s.Current].Status != Done {
		return refuse(NoEndToTakeBack)
	}
	return nil
}

func (d EndTakenBack) apply(s State, _ time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.Status, st.since, st.Ended = Running, st.Ended, time.Time{}
		return st
	})
}

// ReopenItem opens an item again that had ended, and says why. Its clock goes on from
// where it stood.
type ReopenItem struct{ Item, Reason string }

// ItemReopened begins another span of an item.
type ItemReopened struct {
	Item   string `json:"item"`
	Reason string `json:"reason"`
}

func (o ReopenItem) decide(s State) ([]Deed, error) {
	d := ItemReopened(o)
	if r := s.Running(); r >= 0 {
		return nil, refuse(ItemRunning, "item", s.Agenda[r].ID)
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (ItemReopened) Kind() string { return "item-reopened" }

func (d ItemReopened) fits(s State) error {
	i, err := s.item(d.Item)
	if err == nil && s.Steps[i].Status != Done {
		return refuse(ItemNotDone, "item", d.Item)
	}
	return err
}

func (d ItemReopened) apply(s State, at time.Time) State {
	i, err := s.item(d.Item)
	if err != nil {
		return s
	}
	s.Current = i
	return s.step(d.Item, func(st Step) Step {
		st.Earlier = append(st.Earlier[:len(st.Earlier):len(st.Earlier)], Span{st.Started, st.Ended, d.Reason})
		st.Status, st.Started, st.Ended, st.since = Running, at, time.Time{}, at
		return st
	})
}

// SkipItem passes over an item that was not held, and says why.
type SkipItem struct{ Item, Reason string }

// ItemSkipped lets the next item start. A skipped item may still be held later.
type ItemSkipped struct {
	Item   string `json:"item"`
	Reason string `json:"reason"`
}

func (o SkipItem) decide(s State) ([]Deed, error) {
	i, err := s.item(o.Item)
	if err != nil {
		return nil, err
	}
	switch s.Steps[i].Status {
	case Running:
		return nil, refuse(ItemRunning, "item", o.Item)
	case Done, Skipped:
		return nil, refuse(ItemDone, "item", o.Item)
	}
	if err := needReason(o.Reason); err != nil {
		return nil, err
	}
	return []Deed{ItemSkipped{o.Item, o.Reason}}, nil
}

func (ItemSkipped) Kind() string { return "item-skipped" }

func (d ItemSkipped) apply(s State, at time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.Status, st.Ended, st.Reason = Skipped, at, d.Reason
		return st
	})
}

// PauseClock and ResumeClock stop the running item's clock and let it go on.
type (
	PauseClock  struct{}
	ResumeClock struct{}
)

// ClockPaused and ClockResumed are recorded with their instants.
type (
	ClockPaused struct {
		Item string `json:"item"`
	}
	ClockResumed struct {
		Item string `json:"item"`
	}
)

func (PauseClock) decide(s State) ([]Deed, error) {
	r := s.Running()
	switch {
	case r < 0:
		return nil, refuse(NoItemRunning)
	case s.Steps[r].Paused:
		return nil, refuse(AlreadyPaused)
	default:
		return []Deed{ClockPaused{s.Agenda[r].ID}}, nil
	}
}

func (ResumeClock) decide(s State) ([]Deed, error) {
	r := s.Running()
	switch {
	case r < 0:
		return nil, refuse(NoItemRunning)
	case !s.Steps[r].Paused:
		return nil, refuse(NotPaused)
	default:
		return []Deed{ClockResumed{s.Agenda[r].ID}}, nil
	}
}

func (ClockPaused) Kind() string  { return "clock-paused" }
func (ClockResumed) Kind() string { return "clock-resumed" }

func (d ClockPaused) apply(s State, at time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.ran, st.Paused = st.Elapsed(at), true
		return st
	})
}

func (d ClockResumed) apply(s State, at time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.Paused, st.since = false, at
		return st
	})
}

// maxAdded bounds the minutes that may be added to an item or taken from it.
const maxAdded = 240

// AddTime lengthens the running item by whole minutes, or shortens it by a
// negative number.
type AddTime struct{ Minutes int }

// TimeAdded changes the item's length, not its clock.
type TimeAdded struct {
	Item    string `json:"item"`
	Minutes int    `json:"minutes"`
}

func (o AddTime) decide(s State) ([]Deed, error) {
	r := s.Running()
	if r < 0 {
		return nil, refuse(NoItemRunning)
	}
	added := s.Steps[r].extra + time.Duration(o.Minutes)*time.Minute
	if o.Minutes == 0 || o.Minutes > maxAdded || o.Minutes < -maxAdded ||
		added > maxAdded*time.Minute || s.Agenda[r].Length+added < time.Minute {
		return nil, refuse(TimeOutOfRange)
	}
	return []Deed{TimeAdded{s.Agenda[r].ID, o.Minutes}}, nil
}

func (TimeAdded) Kind() string { return "time-added" }

func (d TimeAdded) apply(s State, _ time.Time) State {
	return s.step(d.Item, func(st Step) Step {
		st.extra += time.Duration(d.Minutes) * time.Minute
		return st
	})
}

// step is s with the step of one item changed.
func (s State) step(id string, change func(Step) Step) State {
	if i, err := s.item(id); err == nil {
		s.Steps = listWith(s.Steps, i, change(s.Steps[i]))
	}
	return s
}
