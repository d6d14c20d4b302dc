package meeting

import (
	"fmt"
	"strings"
	"time"
)

// brief is a state in a few lines, with every number that people look at.
func brief(s State, now time.Time) string {
	var b strings.Builder
	for i, st := range s.Steps {
		if st.Status == Waiting {
			continue
		}
		fmt.Fprintf(&b, "    | %s %s %s of %s%s\n", s.Agenda[i].ID, status(st),
			st.Elapsed(now), st.Length(s.Agenda[i]), because(st.Reason))
	}
	if o := s.Officers; o.Place+o.Chair+o.Recorder+strings.Join(o.Scrutineers, "")+strings.Join(o.Tellers, "") != "" {
		fmt.Fprintf(&b, "    | officers %+v\n", o)
	}
	for _, v := range s.Vouched {
		fmt.Fprintf(&b, "    | vouched %s%s\n", v.Name, because(v.Reason))
	}
	b.WriteString(briefYear(s))
	if !s.Heads.Counted {
		return b.String()
	}
	fmt.Fprintf(&b, "    | heads %d of %d%s %s%s\n", s.Heads.Present, s.Heads.Expected, onLeave(s.Heads.Leave), briefClasses(s.Heads.Classes), seen(s.Heads.Seen))
	for _, x := range s.Settled {
		fmt.Fprintf(&b, "    | small %+v\n", x)
	}
	b.WriteString(briefRound(s.Round))
	b.WriteString(briefStacks(s))
	b.WriteString(briefPiles(s))
	for p := s.Past; p != nil; p = p.Older {
		b.WriteString(briefRound(p.Round))
	}
	for i, sub := range s.Plan.Subjects {
		c, v := s.Round.Counts[i], s.Verdict(i)
		fmt.Fprintf(&b, "    | %s %v blank %d spoiled %d, veto %v, suggested %q forced %q decided %q%s\n",
			sub.ID, c.Grades[:len(s.Plan.Rule.Scale)], c.Blank, c.Spoiled, v.Over,
			s.Plan.Rule.Scale.Name(v.Suggested), s.Plan.Rule.Scale.Name(v.Forced),
			s.Plan.Rule.Scale.Name(s.Decisions[i].Grade), because(s.Decisions[i].Reason))
		b.WriteString(briefDesk(s, i))
		if s.ReviewsOf(sub.ID) != "" || len(s.Facts[i]) > 0 {
			fmt.Fprintf(&b, "    |    review %q facts %v\n", s.ReviewsOf(sub.ID), s.Facts[i])
		}
	}
	if all := s.ReviewsOf(""); all != "" {
		fmt.Fprintf(&b, "    | review of all %q\n", all)
	}
	if s.Speech != "" {
		fmt.Fprintf(&b, "    | speech %q\n", s.Speech)
	}
	q := s.Plan.Rule.Quota.Check(s.Grades())
	fmt.Fprintf(&b, "    | quota %s: %d of %d, nearest %v; sealed %v\n", q.State, q.Lower, q.Subjects, q.Nearest, s.IsSealed())
	for _, q := range s.Quotas()[min(1, len(s.Quotas())):] {
		fmt.Fprintf(&b, "    | another %s: %d of %d, nearest %v\n", q.State, q.Lower, q.Subjects, q.Nearest)
	}
	b.WriteString(briefCorrections(s))
	return b.String()
}

func onLeave(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d on leave", n)
}

// briefStacks is the stacks of a round that has more than one mark a subject to
// count.
func briefStacks(s State) string {
	if len(s.Round.Stacks) == 1 && s.Plan.Rule.Columns() == 1 {
		return ""
	}
	var b strings.Builder
	for n, st := range s.Round.Stacks {
		fmt.Fprintf(&b, "    | stack %d %q: issued %d%s, collected %d, valid %d, void %d;", n, s.StackName(n),
			st.Issued, because(st.IssuedFor), st.Collected, st.Valid, st.Void)
		for _, c := range st.Tallies {
			fmt.Fprintf(&b, " %v+%d", c.Grades[:len(s.Plan.Rule.Scale)], c.Blank+c.Spoiled+c.Aside)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// briefDesk is what stands beside the vote on one subject, and what the rule made
// of it all where that is more than the plain vote.
func briefDesk(s State, i int) string {
	var b strings.Builder
	v := s.Verdict(i)
	for _, bar := range v.Barred {
		fmt.Fprintf(&b, "    |    barred %q\n", s.Plan.Rule.Scale.Name(bar))
	}
	if v.Composite.Given() {
		fmt.Fprintf(&b, "    |    composite %s: %q\n", v.Composite.Plain(), s.Plan.Rule.Scale.Name(v.Weighed))
	}
	for _, a := range s.Assessments[i] {
		fmt.Fprintf(&b, "    |    source %s %q %q%s\n", a.Source, a.Grade, a.Score, because(a.Note))
	}
	if o := s.Opinions[i]; o != (Opinion{}) {
		fmt.Fprintf(&b, "    |    opinion %q %q\n", o.Merits, o.Problems)
	}
	for d := s.Decisions[i].Earlier; d != nil; d = d.Earlier {
		fmt.Fprintf(&b, "    |    decided before: %q%s\n", s.Plan.Rule.Scale.Name(d.Grade), because(d.Reason))
	}
	if p := s.Poll(i); len(p.Parts) > 1 || s.Plan.Rule.Quorum.Of != "" {
		for _, why := range v.Reasons {
			fmt.Fprintf(&b, "    |    %s\n", Said(why))
		}
	}
	return b.String()
}

func briefRound(r Round) string {
	state := "open"
	switch {
	case r.IsVoid():
		state = "void, " + r.VoidedFor
	case r.Closed:
		state = "closed by " + r.ClosedBy
	}
	return fmt.Sprintf("    | round %d %s: issued %d%s, collected %d, valid %d, void %d %v; bundle %d open %v %s%s\n",
		r.Number, state, r.Issued, because(r.IssuedFor), r.Collected, r.Valid, r.Void, r.Voids,
		r.Bundle.Number, r.Bundle.Open, briefBallots(r.Bundle.Ballots), keyed(r.Bundle.By)) +
		briefRevotes(r) + briefBundles(r.Bundles) + briefCheck(r.Check) + briefSeats(r)
}

// briefSeats is what seats beside the console have in hand.
func briefSeats(r Round) string {
	var b strings.Builder
	for _, h := range r.Beside {
		fmt.Fprintf(&b, "    |    seat %s: bundle %d open %v %s%s\n%s", h.Seat, h.Bundle.Number, h.Bundle.Open, briefBallots(h.Bundle.Ballots), keyed(h.Bundle.By), briefCheck(h.Check))
	}
	return b.String()
}

// briefRevotes is the new votes of some subjects, each with its stacks where the round
// has no others that are told.
func briefRevotes(r Round) string {
	var b strings.Builder
	for _, v := range r.Revotes {
		issued, collected, read := r.InHand()
		fmt.Fprintf(&b, "    |    vote %d on %v by %s%s; in hand %d, %d, %d\n", v.Number, v.Subjects, v.By, because(v.Reason), issued, collected, read)
	}
	return b.String()
}

// briefBallots is sheets as they were keyed: marks, 0 and the reason of a void
// one, ? of a doubtful one, _ where one is missing.
func briefBallots(list []Ballot) string {
	words := make([]string, len(list))
	for i, b := range list {
		words[i] = briefBallot(b)
	}
	return "[" + strings.Join(words, " ") + "]"
}

func briefBallot(b Ballot) string {
	switch {
	case b.Missing:
		return "_"
	case b.Doubtful:
		return "?"
	case b.Void != 0:
		return fmt.Sprintf("0/%d", b.Void)
	}
	text, _ := marks(b.Marks).MarshalText()
	return string(text)
}

// briefBundles is the closed bundles of which more than their sheets is known.
func briefBundles(list Bundles) string {
	var b strings.Builder
	for x := range list.Closed() {
		if x.By == "" && x.Checked == "" && x.Draws == 0 && !x.Found {
			continue
		}
		fmt.Fprintf(&b, "    |    bundle %d %s%s: checked %q%s, %d differed, %d ruled", x.Number, briefBallots(x.Ballots),
			keyed(strings.Join(x.Keyers(), "、")), x.Checked, keyed(strings.Join(x.Checkers(), "、")), x.Differed, x.Ruled)
		if x.Draws > 0 {
			fmt.Fprintf(&b, ", draw %d by %s", x.Draws, x.Dice)
		}
		if x.Found {
			b.WriteString(", found wanting")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// briefCheck is the check under way with all that was read in it.
func briefCheck(c Check) string {
	if !c.Under() {
		return ""
	}
	side, sheet := c.Wants()
	var b strings.Builder
	fmt.Fprintf(&b, "    |    check of bundle %d, %s%s after %s: %v %s %s, compared %v; wants %q %d, disputed %d\n",
		c.Bundle, c.Way, keyed(c.By), c.FirstBy, c.Drawn, briefBallots(c.First), briefBallots(c.Second), c.Compared, side, sheet, c.Disputed())
	for _, d := range c.Differs {
		fmt.Fprintf(&b, "    |       sheet %d:", d.Sheet)
		for _, x := range []*Ballot{d.First, d.Second, d.Final} {
			if x == nil {
				b.WriteString(" -")
				continue
			}
			b.WriteString(" " + briefBallot(*x))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func keyed(by string) string {
	if by == "" {
		return ""
	}
	return " by " + by
}

// briefClasses is the heads of each class: present of expected.
func briefClasses(list []HeadCount) string {
	words := make([]string, len(list))
	for i, h := range list {
		words[i] = fmt.Sprintf("{%s %d %d%s}", h.Class, h.Expected, h.Present, seen(h.Seen))
	}
	return "[" + strings.Join(words, " ") + "]"
}

// seen is who confirmed a number and what they saw.
func seen(w Witness) string {
	if w == (Witness{}) {
		return ""
	}
	return keyed(w.By) + because(w.Saw)
}

func because(reason string) string {
	if reason == "" {
		return ""
	}
	return " (" + reason + ")"
}

func status(st Step) string {
	if st.Paused {
		return "paused"
	}
	return [...]string{"waiting", "running", "done", "skipped"}[st.Status]
}
