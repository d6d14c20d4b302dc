package archive

import (
	"cmp"
	"slices"
	"strconv"

	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// A Standing is what verifying an export has come to. Only [Anchored] says that it is
// the record which people signed, whole and with everything that it holds.
type Standing string

const (
	Refuted      Standing = "refuted"        // a check failed
	Outdated     Standing = "outdated"       // the words are of a seal that a later one superseded
	Unanchored   Standing = "unanchored"     // whole, and nothing was typed from paper
	VotesOnly    Standing = "votes-anchored" // whole; the words prove the votes and not the grades that are sealed too
	Uncompared   Standing = "not-compared"   // whole and anchored but for the papers, which another version wrote
	AnchoredVote Standing = "count-anchored" // whole and anchored; it covers the votes, and no grade is sealed
	Anchored     Standing = "anchored"       // whole and anchored
)

// Standings are all of them.
var Standings = []Standing{Refuted, Outdated, Unanchored, VotesOnly, Uncompared, AnchoredVote, Anchored}

// Proves reports whether the export was found whole and to be what people signed.
func (s Standing) Proves() bool { return s == Anchored || s == AnchoredVote }

// stand says what all checks together have come to.
func (e *examiner) stand(r *Report) {
	switch {
	case !r.checked():
		r.Standing = Refuted
	case e.named == 0:
		r.Standing = Unanchored
	case !e.isNewest(e.named):
		r.Standing, r.Since = Outdated, e.since(e.named)
	case !r.Compared && e.format != format1:
		r.Standing = Uncompared
	case e.read.state.Seals[e.named-1].Of == meeting.SealedCount && e.read.state.IsSealed():
		r.Standing = VotesOnly
	case !e.read.state.IsSealed():
		r.Standing = AnchoredVote
	default:
		r.Standing = Anchored
	}
	if r.checked() {
		r.Seal, r.TypedBy = e.named, e.typedBy
	}
	r.Anchored = e.named > 0 && r.Standing != Refuted && r.Standing != Outdated
}

// isNewest reports whether a seal is the newest of its kind, with no count after it
// where it is of the grades.
func (e *examiner) isNewest(n int) bool {
	of := e.read.state.Seals[n-1].Of
	for _, later := range e.read.state.Seals[n:] {
		if later.Of == of || later.Of == meeting.SealedCount {
			return false
		}
	}
	return true
}

// A Since is what came after a seal that is no longer the newest of its kind.
type Since struct {
	Seal, Newest int // of the list, from 1
	Of           meeting.Sealed
	Round        int // of the older seal, and its version
	Version      int
	Corrections  []result.Correction
	Figures      []Figure // those that are others now
}

// A Figure is one count of a subject, or the grade, as it was and as it is.
type Figure struct {
	Subject string // as screens call the person
	Of      string // the grade that is counted, or "" for the grade that was decided
	Was, Is string
}

// since gathers what came after the seal.
func (e *examiner) since(n int) *Since {
	s := e.read.state
	old := s.Seals[n-1]
	out := &Since{Seal: n, Of: old.Of, Round: old.Round, Version: old.Version}
	is := result.Of(s, e.read.paperHead(), words.Chinese)
	for i := n; i < len(is.Chain); i++ {
		if s.Seals[i].Of == old.Of || s.Seals[i].Of == meeting.SealedCount {
			out.Newest = i + 1
		}
		out.Corrections = append(out.Corrections, is.Chain[i].Changes...)
	}
	if old.Round != s.Round.Number {
		return out // another round counted other sheets
	}
	was := result.Of(s.At(old.Version), e.read.paperHead(), words.Chinese)
	for i := range min(len(was.Subjects), len(is.Subjects)) {
		out.Figures = append(out.Figures, figuresBetween(was.Subjects[i], is.Subjects[i])...)
	}
	return out
}

// figuresBetween are the figures of a subject that two versions tell otherwise.
func figuresBetween(was, is result.Subject) []Figure {
	var out []Figure
	label := cmp.Or(is.Name, is.Post)
	for i := range min(len(was.Counts), len(is.Counts)) {
		if a, b := was.Counts[i], is.Counts[i]; a.Count != b.Count {
			out = append(out, Figure{label, a.Grade, strconv.Itoa(a.Count), strconv.Itoa(b.Count)})
		}
	}
	if a, b := gradeOf(was), gradeOf(is); a != b {
		out = append(out, Figure{label, "", a, b})
	}
	return out
}

func gradeOf(s result.Subject) string {
	if s.Decided == nil {
		return ""
	}
	return s.Decided.Grade
}

// outdated is the fault of words that a later seal superseded.
func (r Report) outdated() *fault.Fault {
	if r.Since == nil {
		return nil
	}
	var by []string
	for _, c := range r.Since.Corrections {
		if c.By != "" && !slices.Contains(by, c.By) {
			by = append(by, c.By)
		}
	}
	return blame(WordsOutdated, "seal", r.Since.Seal, "newest", r.Since.Newest, "corrections", len(r.Since.Corrections),
		"by", fault.List(by), "figures", len(r.Since.Figures))
}
