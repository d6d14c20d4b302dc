package meeting

import (
	"slices"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A Hall is what everybody may see of the vote, as the plan has it and as far as it
// was announced. What it does not name must not be shown.
type Hall struct {
	Stage HallStage

	// While there is a tally, and behind the votes: what it is made of.
	Sheets  int // valid and void
	Void    int
	Bundles int // closed or checked, as the plan shows; not of a tally of every sheet
	// TooFew says that fewer sheets than the plan's fewest are in the tally, so that
	// the progress is shown in its place.
	TooFew bool

	Votes     bool // once the count is closed: they were announced
	Grades    bool // and the grades
	Corrected bool // the votes are not those that were closed first

	Subjects []HallSubject // for each subject
}

// A HallStage is how far the vote has come in the eyes of the hall.
type HallStage string

const (
	HallSilent   HallStage = "silent"   // nothing of the vote: the agenda goes on
	HallVoid     HallStage = "void"     // the round counts for nothing
	HallProgress HallStage = "progress" // how many sheets were read
	HallTally    HallStage = "tally"    // what those in the tally say
	HallAwaits   HallStage = "awaits"   // counted, and nothing announced of what stands
	HallEnded    HallStage = "ended"    // counted, and nothing is announced here
	HallResult   HallStage = "result"   // what was announced
)

// A HallSubject is what the hall may see of one subject.
type HallSubject struct {
	Count  tally.Count // zero where it must not be shown
	Sheets int         // that it is made of, void ones among them
	TooFew bool        // fewer than the plan's fewest, so that nobody's can be told

	// Grade is a position on the scale, 0 where none may be shown: the one that was
	// decided and announced, or the one that the votes alone suggest.
	Grade   int
	Decided bool
	Exempt  bool // he is not graded, and the grades were announced
}

// Hall is what the hall may see of the vote now.
func (s State) Hall() Hall {
	switch show, r := s.Plan.Hall, s.Round; {
	case !s.Opened || show.Counting == plan.CountingOff && !r.Closed || !r.anyCollected() && !r.IsVoid():
		return Hall{Stage: HallSilent}
	case r.IsVoid() && show == plan.Hall{Counting: plan.CountingOff, After: plan.AfterOff}:
		return Hall{Stage: HallSilent}
	case r.IsVoid():
		return Hall{Stage: HallVoid}
	case r.Closed:
		return s.hallAfter()
	case show.Counting == plan.CountingProgress || r.Last() > r.Number: // nothing is announced of the others
		return Hall{Stage: HallProgress}
	default:
		return s.hallTally()
	}
}

// anyCollected reports whether any sheets of the last vote are back.
func (r Round) anyCollected() bool {
	return slices.ContainsFunc(r.Stacks, func(st Stack) bool { return st.Vote == r.revote() && st.HasCollected })
}

// hallAfter is what the hall may see of a closed count.
func (s State) hallAfter() Hall {
	show := s.Plan.Hall
	h := Hall{
		Stage: HallAwaits, Corrected: s.Round.Version > 1,
		Votes:  show.After != plan.AfterOff && s.Announced(Votes),
		Grades: show.After == plan.AfterGrades && s.Announced(Grades),
	}
	switch {
	case show.After == plan.AfterOff && show.Counting == plan.CountingOff:
		return Hall{Stage: HallSilent}
	case show.After == plan.AfterOff:
		h.Stage = HallEnded
	case h.Votes || h.Grades:
		h.Stage = HallResult
		h.Sheets, h.Void = s.Round.Valid+s.Round.Void, s.Round.Void
		h.Subjects = s.hallSubjects(h, s.Round.Counts, make([]int, len(s.Round.Stacks)))
	}
	return h
}

// hallSubjects is what may be seen of each subject where the counts may, with so
// many sheets of each stack left out.
func (s State) hallSubjects(h Hall, counts []tally.Count, without []int) []HallSubject {
	out := make([]HallSubject, len(counts))
	for i := range out {
		p := &out[i]
		for n, st := range s.Round.Stacks {
			if st.Of(i) {
				p.Sheets += st.Valid + st.Void - without[n]
			}
		}
		p.TooFew = p.Sheets < s.Plan.Sheets.Fewest
		if !p.TooFew && (h.Votes || h.Stage == HallTally) {
			p.Count = counts[i]
		}
		switch {
		case h.Grades:
			p.Grade, p.Decided, p.Exempt = s.Decisions[i].Grade, s.Decisions[i].Grade != 0, s.IsExempt(i)
		case h.Votes && s.Plan.Hall.Reference && !p.TooFew && !s.IsExempt(i):
			p.Grade = s.Verdict(i).Suggested
		}
	}
	return out
}

// hallTally is the tally of the sheets that the plan shows while they are read.
func (s State) hallTally() Hall {
	h := Hall{Stage: HallTally, Sheets: s.Round.Valid + s.Round.Void, Void: s.Round.Void}
	counts, without := s.Round.Counts, make([]int, len(s.Round.Stacks))
	if s.Plan.Hall.Counting != plan.CountingEvery {
		counts = slices.Clone(counts)
		leave := func(stack int, list []Ballot) {
			for _, b := range list {
				if b.Doubtful || b.Missing || b.Withdrawn {
					continue
				}
				without[stack]++
				h.Sheets--
				if b.Void != 0 {
					h.Void--
				}
				s.mark(counts, s.Round.Stacks[stack], b.Marks, -1)
			}
		}
		for h := range s.Round.all() {
			leave(h.Bundle.Stack, h.Bundle.Ballots)
		}
		for b := range s.Round.Bundles.Closed() {
			if s.Plan.Hall.Counting == plan.CountingChecked && b.Checked == "" {
				leave(b.Stack, b.Ballots)
			} else {
				h.Bundles++
			}
		}
		s.leaveStacks(&h, counts, without)
	}
	if h.TooFew = h.Sheets < max(1, s.Plan.Sheets.Fewest); h.TooFew {
		return Hall{Stage: HallProgress, TooFew: true}
	}
	h.Subjects = s.hallSubjects(h, counts, without)
	return h
}

// leaveStacks takes the stacks out of a tally that were counted by piles and that
// nobody confirmed, where the plan shows what was confirmed.
func (s State) leaveStacks(h *Hall, counts []tally.Count, without []int) {
	for _, n := range s.UncheckedPiles() {
		if s.Plan.Hall.Counting != plan.CountingChecked {
			return
		}
		st := s.Round.Stacks[n]
		without[n], h.Sheets, h.Void = st.Valid+st.Void, h.Sheets-st.Valid-st.Void, h.Void-st.Void
		for i, c := range st.Tallies {
			columns := s.Plan.Rule.Columns()
			if at := st.SubjectIn(i / columns); isDeciding(s.Plan.Rule, i%columns) && st.Of(at) {
				counts[at] = counts[at].Plus(negativeCount(c))
			}
		}
	}
}
