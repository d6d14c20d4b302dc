package screen

import (
	"fmt"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// What is to be in order before the seal, on a page of the archive. A seal wants the
// count closed and every grade decided; all else is looked at, since no seal takes it
// in later.

var sealingActions = []desk.Action[Archive]{
	{Keys: []string{"enter"}, Name: words.KeyOpen, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) {
		list := sealing(c)
		return a, list[a.chores.Within(len(list)).At].ask(c)
	}},
	{Keys: []string{"esc", "f7"}, Name: words.KeyBack, Do: func(a Archive, _ desk.Context, _ int) (Archive, desk.Answer) {
		a.checking = false
		return a, desk.Answer{}
	}},
}

// checks reports whether the list is in sight: under a seal there is nothing to be put
// in order.
func (a Archive) checks(c desk.Context) bool { return a.checking && !c.Ahead.IsSealed() }

// going is what opens a place.
func going(to desk.Place) func(desk.Context) desk.Answer {
	return func(desk.Context) desk.Answer { return desk.Answer{Go: to} }
}

// sealing are the rows of the page, in the order of the meeting.
func sealing(c desk.Context) checklist {
	s := c.Ahead
	row := func(kind words.Sentence, n, all int, or condition, to desk.Place) chore {
		return chore{kind: kind, subject: -1, state: fmt.Sprintf("%d/%d", n, all), stands: doneIf(n == all, or), ask: going(to)}
	}
	said, reviews := spoken(s)
	graded, decided, opinions, long := 0, 0, 0, 0
	for i := range s.Plan.Subjects {
		if s.IsExempt(i) {
			continue
		}
		graded++
		if !s.Undecided(i) {
			decided++
		}
		if o := s.Opinions[i]; o.Merits != "" && o.Problems != "" {
			opinions++
		}
		if overPage(c, s, i) > 0 {
			long++
		}
	}
	out := checklist{
		row(words.AgendaName, held(s), len(s.Steps), noticeable, desk.AgendaPlace),
		row(words.SpokenRow, said, reviews, noticeable, desk.AgendaPlace),
		{kind: words.KeyRecord, subject: -1, state: counted(c), stands: doneIf(s.Round.Closed, lacking), ask: going(desk.CountPlace)},
	}
	if n := s.Round.Bundles.Len(); n > 0 {
		out = append(out, row(words.CheckedRow, n-len(s.Unchecked()), n, noticeable, desk.CountPlace))
	}
	out = append(out, row(words.GradesRow, decided, graded, lacking, desk.GradePlace))
	if known, all := weighed(s); all > 0 {
		out = append(out, row(words.SourcesRow, known, all, noticeable, desk.GradePlace))
	}
	out = append(out, row(words.OpinionsRow, opinions, graded, noticeable, desk.GradePlace))
	if long > 0 {
		out = append(out, row(words.OnePageRow, graded-long, graded, noticeable, desk.GradePlace))
	}
	if all := len(s.Ledger); all > 0 {
		out = append(out, row(words.MeasuresRow, measured(s), all, noticeable, desk.LedgerPlace))
	}
	if all := len(s.Plan.Papers); all > 0 {
		papers := missing(c, s.Plan.Papers)
		out = append(out, row(words.PapersRow, all-len(papers), all, noticeable, desk.ArchivePlace))
		if len(papers) > 0 {
			out[len(out)-1].ask = attaching(papers[0])
		}
	}
	return append(out, chore{kind: words.KeySeal, subject: -1, state: words.SealAfter(c.Lang), ask: func(c desk.Context) desk.Answer {
		if why := unsealable(c); why != "" {
			return desk.Warn(why)
		}
		return desk.Asks(askSeal(c))
	}})
}

// counted is how the count stands, in words.
func counted(c desk.Context) string {
	if r := c.Ahead.Round; r.Closed {
		return c.Say(words.CountSum, "valid", r.Valid, "void", r.Void, "collected", r.Collected)
	}
	return words.CountOpen(c.Lang)
}

// spoken is how many reviews and speeches of the agenda have notes, of how many.
func spoken(s meeting.State) (said, all int) {
	for i, it := range s.Agenda {
		switch it.Kind {
		case plan.Review:
			all++
			if s.ReviewsOf(subjectOf(s, i)) != "" {
				said++
			}
		case plan.Speech:
			all++
			if s.Speech != "" {
				said++
			}
		}
	}
	return said, all
}

// weighed is how many sources beside the vote say something of a subject, of how many.
func weighed(s meeting.State) (known, all int) {
	for i := range s.Plan.Subjects {
		for _, source := range s.Plan.Rule.Sources {
			if source.Vote || s.IsExempt(i) {
				continue
			}
			all++
			if _, ok := s.Assessment(i, source.ID); ok {
				known++
			}
		}
	}
	return known, all
}

// measured is how many problems have a measure and a time limit.
func measured(s meeting.State) int {
	n := 0
	for _, p := range s.Ledger {
		if p.Measure != "" && p.Until() != "" {
			n++
		}
	}
	return n
}

// attaching looks for the file of a paper.
func attaching(p plan.Paper) func(desk.Context) desk.Answer {
	return func(c desk.Context) desk.Answer {
		ans := pickFile(c, "paper:"+p.ID)
		ans.Say = p.Title
		return ans
	}
}
