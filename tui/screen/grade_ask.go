package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// The questions of the desk. Each is about the subject that the cursor was on
// when it was asked.

// askGrade asks for the grade, and stands on the one that is decided or else
// suggested; those that a gate bars say so.
func (g Grade) askGrade(c desk.Context) desk.Question {
	v := c.Ahead.Verdict(g.subject)
	choices := slices.Clone(c.Ahead.Plan.Rule.Scale)
	for i := range choices {
		switch {
		case v.Forced > 0 && v.Forced != i+1:
			choices[i] += words.ForcedOut(c.Lang)
		case slices.Contains(v.Barred, i+1):
			choices[i] += words.BarredMark(c.Lang)
		}
	}
	at := max(0, v.Suggested-1)
	if d := c.Ahead.Decisions[g.subject]; d.Grade != 0 {
		at = d.Grade - 1
	}
	if v.Forced > 0 { // no other is taken
		at = v.Forced - 1
	}
	return desk.AskChoice(choices, func(i int, c desk.Context) desk.Answer {
		return g.grading(i+1, c)
	}, c.Say(words.DecideFor, "subject", g.label(c))).On(at).ByHand()
}

// askFact asks which fact, then where it is written down.
func (g Grade) askFact(c desk.Context) desk.Question {
	kinds, subject := c.Ahead.Plan.Rule.Facts, g.id(c)
	titles := make([]string, len(kinds))
	for i, k := range kinds {
		titles[i] = k.Title
	}
	return desk.AskChoice(titles, func(i int, c desk.Context) desk.Answer {
		return desk.Asks(desk.AskText(meeting.MaxReason, func(source string, c desk.Context) desk.Answer {
			if strings.TrimSpace(source) == "" {
				return desk.Warn(words.SourceNeeded(c.Lang))
			}
			return c.Submit(meeting.RecordFact{Subject: subject, Kind: kinds[i].ID, Source: source})
		}, titles[i], words.FactSource(c.Lang)))
	}, c.Say(words.FactFor, "subject", g.label(c)))
}

// askWithdraw asks which fact was entered wrongly, and why it goes.
func (g Grade) askWithdraw(c desk.Context) desk.Question {
	facts, subject := c.Ahead.Facts[g.subject], g.id(c)
	titles := make([]string, len(facts))
	for i, f := range facts {
		k, _ := c.Ahead.Plan.Rule.Fact(f.Kind)
		titles[i] = k.Title + "  " + desk.OneLine(f.Source)
	}
	return desk.AskChoice(titles, func(i int, c desk.Context) desk.Answer {
		return desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
			return c.Submit(meeting.WithdrawFact{Subject: subject, Kind: facts[i].Kind, Reason: reason})
		}, titles[i], words.WithdrawWhy(c.Lang)))
	}, words.WithdrawWhich(c.Lang))
}

// askWhat asks which of the sources, or which part of the written opinion, is
// to be entered.
func (g Grade) askWhat(c desk.Context) desk.Question {
	sources := c.Ahead.Plan.Rule.Sources
	var choices []string
	for _, s := range sources {
		choices = append(choices, s.Title+"  "+assessed(c, g.subject, s))
	}
	choices = append(choices, words.OpinionMerits(c.Lang), words.OpinionProblems(c.Lang))
	return desk.AskChoice(choices, func(i int, c desk.Context) desk.Answer {
		if i < len(sources) {
			return desk.Asks(g.askSource(sources[i], c))
		}
		return desk.Asks(g.askOpinion(i == len(sources), c))
	}, c.Say(words.SourcesFor, "subject", g.label(c)))
}

// askSource asks for the grade of a source, then for its score, then for a note;
// each may be left out. To the vote, which is counted, only a note is added.
func (g Grade) askSource(s tally.Source, c desk.Context) desk.Question {
	now, entered := c.Ahead.Assessment(g.subject, s.ID)
	o := meeting.AssessSubject{Subject: g.id(c), Source: s.ID, Grade: now.Grade, Score: now.Score, Note: now.Note}
	if s.Vote {
		return askNote(o, s, c)
	}
	said := slices.Clone(s.Words(c.Ahead.Plan.Rule.Scale))
	q := desk.AskChoice(append(said, words.NoGrade(c.Lang)), func(i int, c desk.Context) desk.Answer {
		o.Grade = ""
		if i < len(said) {
			o.Grade = said[i]
		}
		return desk.Asks(askScore(o, s, c))
	}, s.Title)
	if !entered {
		return q
	}
	if n := slices.Index(said, now.Grade); n >= 0 { // Enter keeps what was said before
		return q.On(n)
	}
	return q.On(len(said))
}

func askScore(o meeting.AssessSubject, s tally.Source, c desk.Context) desk.Question {
	return desk.AskText(12, func(text string, c desk.Context) desk.Answer {
		o.Score = strings.TrimSpace(text)
		if r := c.Try(o); r != nil {
			return desk.Warn(c.Refuse(r))
		}
		return desk.Asks(askNote(o, s, c))
	}, s.Title, words.ScoreAsk(c.Lang)).Filled(o.Score)
}

func askNote(o meeting.AssessSubject, s tally.Source, c desk.Context) desk.Question {
	return desk.AskNotes(meeting.MaxText, o.Note, func(text string, c desk.Context) desk.Answer {
		o.Note = text
		return c.Submit(o).Saying(c.Say(words.SourceAssessed, "source", s.Title))
	}, s.Title, words.NoteAsk(c.Lang)).Named(c, "note:"+o.Subject+":"+o.Source)
}

// overPage is how many characters the opinion on a subject has more than one page.
func overPage(c desk.Context, s meeting.State, subject int) int {
	if c.OverPage == nil {
		return 0
	}
	return c.OverPage(s, subject)
}

// askOpinion asks for one part of the written opinion.
func (g Grade) askOpinion(merits bool, c desk.Context) desk.Question {
	now := c.Ahead.Opinions[g.subject]
	o := meeting.WriteOpinion{Subject: g.id(c), Merits: now.Merits, Problems: now.Problems}
	part, text := words.OpinionProblems(c.Lang), &o.Problems
	if merits {
		part, text = words.OpinionMerits(c.Lang), &o.Merits
	}
	return desk.AskNotes(meeting.MaxText, *text, func(said string, c desk.Context) desk.Answer {
		*text = said
		ans := c.Submit(o).Saying(words.OpinionKept(c.Lang))
		s := c.Ahead
		s.Opinions = slices.Clone(s.Opinions)
		s.Opinions[g.subject] = meeting.Opinion{Merits: o.Merits, Problems: o.Problems}
		if over := overPage(c, s, g.subject); over > 0 && !ans.Ring {
			ans.Say, ans.Tone = c.Say(words.OpinionOverPage, "n", over), desk.Look
		}
		return ans
	}, c.Say(words.OpinionFor, "subject", g.label(c), "part", part)).Named(c, fmt.Sprintf("opinion:%s:%t", o.Subject, merits))
}
