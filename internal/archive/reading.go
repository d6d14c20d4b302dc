package archive

import (
	"encoding/hex"
	"slices"
	"strings"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/seal"
	"shuping/internal/words"
)

// A reading follows a journal from its first record and knows what it came to.
type reading struct {
	format string // of the bag, "" as the present one
	writer int    // of its papers, from the third format on
	state  meeting.State
	head   journal.Head
	first  journal.Hash   // of the first record, by which two exports of one meeting are known
	seals  []journal.Head // the records of all seals of the grades, in their order
	chain  []journal.Head // the records of all seals, those of counts too
}

// follow takes up the next record. A record that changes the sums of a closed
// count, or that stands behind the seal and is no correction, nor a grade or a seal
// after one, is one that cannot follow.
func (r *reading) follow(rec journal.Record) error {
	state, err := meeting.Follow(r.state, rec.Kind, rec.Event, meeting.Person(rec.Who), rec.At)
	if err != nil {
		return err
	}
	if r.head.Seq == 0 {
		r.first = rec.Hash
	}
	grown := len(state.Seals) > len(r.state.Seals)
	r.state, r.head = state, journal.Head{Seq: rec.Seq, Hash: rec.Hash}
	if grown {
		r.chain = append(r.chain, r.head)
	}
	if rec.Kind == sealKind {
		r.seals = append(r.seals, r.head)
	}
	return nil
}

var (
	sealKind  = meeting.SessionSealed{}.Kind()
	countKind = meeting.CountClosed{}.Kind()
)

// seal is the record of the last seal of the grades, and whether there is one that no
// correction broke.
func (r *reading) seal() (journal.Head, bool) {
	if len(r.seals) == 0 || !r.state.IsSealed() {
		return journal.Head{}, false
	}
	return r.seals[len(r.seals)-1], true
}

// covering is the number of the seal that a bag stands on, from 1, and its record: the
// newest of the grades, and that of the count where the grades are not sealed.
func (r *reading) covering() (int, journal.Head) {
	n := r.state.CountSeal()
	for i, s := range r.state.Seals {
		if s.Of == meeting.SealedGrades && r.state.IsSealed() {
			n = i + 1
		}
	}
	if n == 0 {
		return 0, journal.Head{}
	}
	return n, r.chain[n-1]
}

// nth is which seal of its kind one of the list is, from 1.
func (r *reading) nth(n int) int {
	nth := 0
	for i := range n {
		if r.state.Seals[i].Of == r.state.Seals[n-1].Of {
			nth++
		}
	}
	return nth
}

// coversOf is what the bag of a meeting stands on.
func coversOf(s meeting.State) meeting.Sealed {
	if s.IsSealed() {
		return meeting.SealedGrades
	}
	return meeting.SealedCount
}

// toldOfGrades is the record of the seal of the grades with its words and groups, so
// that papers which were signed stay those of the bag when records follow; and the
// last record while there is no such seal.
func (r *reading) toldOfGrades() papers.Info {
	head, sealed := r.seal()
	if !sealed {
		return papers.Info{Stamp: papers.Stamp{Head: r.paperHead()}}
	}
	return papers.Info{Stamp: papers.Stamp{
		Head:  result.Head{Seq: head.Seq, Hash: head.Hash.String()},
		Words: seal.Words(head.Seq, head.Hash), Groups: strings.Fields(seal.HexGroups(head.Hash)),
	}}
}

// pages are the small files that follow from the journal alone.
func (r *reading) pages() map[string][]byte {
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
func (r *reading) result() result.Result {
	d := result.Of(r.state, r.paperHead(), words.Chinese)
	if r.former() {
		return d.Former()
	}
	return d.Anchored(r.record)
}

// former reports whether the bag is of a format that tells of no seal but those of
// the grades.
func (r *reading) former() bool { return r.format == format1 || r.format == format2 }

// record is what the record of a seal says, by its number.
func (r *reading) record(number int) (hash string, words []string, groups string) {
	for _, head := range r.chain {
		if head.Seq == uint64(number) {
			return head.Hash.String(), seal.Words(head.Seq, head.Hash), seal.HexGroups(head.Hash)
		}
	}
	return "", nil, ""
}

// told is what the papers say beside the state. From the third format on the report of
// the count says what its own seal is.
func (r *reading) told() papers.Info {
	info := r.toldOfGrades()
	if n := r.state.CountSeal(); n > 0 && !r.former() {
		head := r.chain[n-1]
		info.Count = &papers.Stamp{
			Head:  result.Head{Seq: head.Seq, Hash: head.Hash.String()},
			Words: seal.Words(head.Seq, head.Hash), Groups: strings.Fields(seal.HexGroups(head.Hash)),
		}
	}
	return info
}

func (r *reading) paperHead() result.Head {
	return result.Head{Seq: r.head.Seq, Hash: r.head.Hash.String()}
}

// final says why this meeting may not go into an archive, or nothing.
func (r *reading) final() *fault.Fault {
	s := r.state
	rule := s.Plan.RuleSHA256()
	switch {
	case s.Rehearsal:
		return blame(IsRehearsal)
	case !s.IsSealed() && (r.former() || s.CountSeal() == 0):
		return blame(NotSealed)
	case s.Round.RuleSHA256 != hex.EncodeToString(rule[:]):
		return blame(RuleNotSealed)
	case !s.Custody().Closes():
		return blame(CustodyOpen, "collected", s.Round.Collected, "valid", s.Round.Valid, "void", s.Round.Void)
	case s.Plan.Sheets.Check != plan.CheckOffered && len(s.Unchecked())+len(s.UncheckedPiles()) > 0:
		return blame(NotChecked, "check", s.Plan.Sheets.Check)
	}
	if !s.IsSealed() {
		return nil // the votes alone are sealed
	}
	for i, d := range s.Decisions {
		label, scale := s.Plan.Subjects[i].Label(), s.Plan.Rule.Scale
		v := s.Verdict(i)
		forced := v.Forced
		switch {
		case s.IsExempt(i):
		case d.Grade == 0:
			return blame(NotDecided, "subject", label)
		case d.Grade < forced:
			return blame(VetoIgnored, "subject", label, "grade", scale.Name(d.Grade), "forced", scale.Name(forced))
		case d.Grade != forced && slices.Contains(v.Barred, d.Grade):
			return blame(GateIgnored, "subject", label, "grade", scale.Name(d.Grade))
		}
	}
	return nil
}
