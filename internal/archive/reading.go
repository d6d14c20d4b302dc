package archive

import (
	"encoding/hex"
	"slices"

	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A reading follows a journal from its first record and knows what it came to.
type reading struct {
	state meeting.State
	head  journal.Head
}

// follow takes up the next record. A record that changes the sums of a closed
// count, or that stands behind the seal and is no correction, nor a grade or a seal
// after one, is one that cannot follow.
func (r *reading) follow(rec journal.Record) error {
	state, err := meeting.Follow(r.state, rec.Kind, rec.Event, meeting.Person(rec.Who), rec.At)
	if err != nil {
		return err
	}
	r.state, r.head = state, journal.Head{Seq: rec.Seq, Hash: rec.Hash}
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
	case s.Round.RuleSHA256 != hex.EncodeToString(rule[:]):
		return fault(RuleNotSealed)
	case !s.Custody().Closes():
		return fault(CustodyOpen, "collected", s.Round.Collected, "valid", s.Round.Valid, "void", s.Round.Void)
	case s.Plan.Sheets.Check != plan.CheckOffered && len(s.Unchecked())+len(s.UncheckedPiles()) > 0:
		return fault(NotChecked, "check", s.Plan.Sheets.Check)
	}
	for i, d := range s.Decisions {
		label, scale := s.Plan.Subjects[i].Label(), s.Plan.Rule.Scale
		v := s.Verdict(i)
		forced := v.Forced
		switch {
		case d.Grade == 0:
			return fault(NotDecided, "subject", label)
		case forced != 0 && d.Grade != forced:
			return fault(VetoIgnored, "subject", label, "grade", scale.Name(d.Grade), "forced", scale.Name(forced))
		case d.Grade != forced && slices.Contains(v.Barred, d.Grade):
			return fault(GateIgnored, "subject", label, "grade", scale.Name(d.Grade))
		}
	}
	return nil
}
