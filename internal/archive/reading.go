package archive

import (
	"encoding/hex"
	"slices"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/tally"
)

// A reading follows a journal from its first record and knows what it came to.
type reading struct {
	state  meeting.State
	head   journal.Head
	closed *closing // what the count came to when it was closed
	after  uint64   // the first record behind the seal, 0 if there is none
}

// A closing is the sums that may not change any more.
type closing struct {
	heads  meeting.Heads
	round  meeting.Round
	counts []tally.Count
}

// follow takes up the next record.
func (r *reading) follow(rec journal.Record) error {
	if r.state.IsSealed() && r.after == 0 {
		r.after = rec.Seq
	}
	was := r.state.Round.Closed
	state, err := meeting.Follow(r.state, rec.Kind, rec.Event, meeting.Person(rec.Who), rec.At)
	if err != nil {
		return err
	}
	r.state, r.head = state, journal.Head{Seq: rec.Seq, Hash: rec.Hash}
	if !was && state.Round.Closed {
		r.closed = &closing{state.Heads, state.Round, state.Round.Counts}
	}
	return nil
}

// papers are the files that follow from the journal.
func (r *reading) papers() map[string][]byte {
	result := r.result()
	return map[string][]byte{
		planFile:    []byte(r.state.PlanText),
		resultFile:  result.JSON(),
		tableFile:   result.CSV(),
		custodyFile: result.CustodyCSV(),
	}
}

// result is in Chinese in every bag, so that the bag does not depend on who
// made it.
func (r *reading) result() papers.ResultDoc {
	return papers.Result(r.state, r.paperHead(), tally.Chinese)
}

func (r *reading) paperHead() papers.Head {
	return papers.Head{Seq: r.head.Seq, Hash: r.head.Hash.String()}
}

// final says why this meeting may not go into an archive, or nothing.
func (r *reading) final() *Fault {
	s := r.state
	rule := s.Plan.RuleSHA256()
	switch {
	case s.Rehearsal:
		return fault(IsRehearsal)
	case !s.IsSealed():
		return fault(NotSealed)
	case r.after != 0:
		return fault(AfterSeal, "record", r.after)
	case s.Round.RuleSHA256 != hex.EncodeToString(rule[:]):
		return fault(RuleNotSealed)
	case !s.Custody().Closes():
		return fault(CustodyOpen, "collected", s.Round.Collected, "valid", s.Round.Valid, "void", s.Round.Void)
	case r.closed == nil || !r.closed.holds(s):
		return fault(ChangedLater)
	}
	for i, d := range s.Decisions {
		label, scale := s.Plan.Subjects[i].Label(), s.Plan.Rule.Scale
		forced := s.Verdict(i).Forced
		switch {
		case d.Grade == 0:
			return fault(NotDecided, "subject", label)
		case forced != 0 && d.Grade != forced:
			return fault(VetoIgnored, "subject", label, "grade", scale.Name(d.Grade), "forced", scale.Name(forced))
		}
	}
	return nil
}

// holds reports whether everything that a verdict stands on is as it was when
// the count was closed.
func (c closing) holds(s meeting.State) bool {
	r := s.Round
	return r.Number == c.round.Number && r.Issued == c.round.Issued && r.Collected == c.round.Collected &&
		r.Valid == c.round.Valid && r.Void == c.round.Void && slices.Equal(r.Voids, c.round.Voids) &&
		slices.Equal(r.Counts, c.counts) && s.Heads.Expected == c.heads.Expected &&
		s.Heads.Present == c.heads.Present && slices.Equal(s.Heads.Classes, c.heads.Classes)
}
