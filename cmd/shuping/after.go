package main

import (
	"context"
	"errors"

	"shuping/internal/archive"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

// A lastYear is the meeting in a bag that was verified.
type lastYear struct {
	bag        string
	identifier string // of the bag
	after      meeting.After
	loud       string // that nobody held it against paper, "" where somebody did
	state      meeting.State
}

// carriedOver is what came of last year's bag in a new session.
type carriedOver struct {
	sum  string // how much was carried over
	note string // that it is another unit's, "" where it is not
}

// createAfter begins a session with what last year's bag leaves to be done. All that
// would be carried over is tried before there is a session.
func (m *Main) createAfter(ctx context.Context, path string, order meeting.OpenSession, last lastYear) (*room.Room, carriedOver, error) {
	var carried carriedOver
	who := meeting.Person{Role: "command"}
	order.After = &last.after
	state, _, err := meeting.Try(meeting.State{}, who, m.Clock(), order)
	if err != nil {
		return nil, carried, err
	}
	was := last.state.Plan
	if was.Year > state.Plan.Year {
		return nil, carried, fail(words.DueLater(m.lang), map[string]any{"path": last.bag, "year": was.Year, "now": state.Plan.Year})
	}
	orders := state.Carry(last.state, last.identifier)
	if err := m.tryAll(ctx, state, who, orders, nil); err != nil {
		return nil, carried, err
	}
	r, err := m.begin(path, order)
	if err != nil {
		return nil, carried, err
	}
	if was.Unit != state.Plan.Unit {
		carried.note = m.say(words.DueOtherUnit, "was", was.Unit, "now", state.Plan.Unit)
	}
	if len(orders) > 0 {
		if _, err := r.Pen(who, "").Submit(orders...); err != nil {
			return nil, carried, errors.Join(err, r.Close())
		}
	}
	state = r.Sight().State
	all, open := len(state.Ledger), openProblems(state)
	carried.sum = m.say(words.DueCarried, "path", last.bag, "problems", all, "open", open, "done", all-open)
	return r, carried, nil
}

// openProblems is how many problems of a ledger are not signed off.
func openProblems(s meeting.State) int {
	open := 0
	for _, p := range s.Ledger {
		if p.SignedOff == nil {
			open++
		}
	}
	return open
}

// readLastYear verifies a bag and reads the meeting in it.
func (m *Main) readLastYear(ctx context.Context, path, typed string) (lastYear, error) {
	last := lastYear{bag: path}
	report, err := archive.Verify(ctx, path, typed, m.progress())
	if err != nil {
		return last, err
	}
	if bad := report.Err(); bad != nil {
		return last, fail(words.ExportNotWhole(m.lang), map[string]any{"path": path, "problem": m.sentence(bad)})
	}
	if !report.State.IsSealed() {
		return last, fail(words.DueUndecided(m.lang), map[string]any{"path": path})
	}
	last.identifier, last.state = report.Identifier, report.State
	last.after = meeting.After{Bag: report.Identifier, Hash: report.Head.Hash, Words: report.TypedBy, Standing: string(report.Standing)}
	if report.Standing != archive.Anchored {
		last.loud = m.say(words.DueUnanchored, "path", path)
	}
	return last, nil
}

// former verifies the export of a year before this one and reads the meeting in it, to be
// looked at beside this one.
func (m *Main) former(ctx context.Context, path string, year int, far archive.Progress) (*meeting.State, error) {
	quiet := *m
	quiet.far = far
	last, err := quiet.readLastYear(ctx, path, "")
	if err != nil {
		return nil, err
	}
	if was := last.state.Plan.Year; was >= year {
		return nil, fail(words.FormerYear(m.lang), map[string]any{"path": path, "year": was, "now": year})
	}
	return &last.state, nil
}
