package screen

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// The questions of the desk. Each is about the subject that the cursor was on
// when it was asked.

// askGrade asks for the grade, and stands on the one that is decided or else
// suggested; those that a gate bars say so.
func (g Grade) askGrade(c Context) ask {
	v := c.Ahead.Verdict(g.subject)
	choices := append([]string(nil), c.Ahead.Plan.Rule.Scale...)
	for _, n := range v.Barred {
		choices[n-1] += words.BarredMark(c.Lang)
	}
	a := askChoice(choices, func(i int, c Context) Answer {
		return g.decide(i+1, c)
	}, c.Say(words.DecideFor, "subject", g.label(c)))
	a.at = max(0, v.Suggested-1)
	if d := c.Ahead.Decisions[g.subject]; d.Grade != 0 {
		a.at = d.Grade - 1
	}
	return a
}

// askFact asks which fact, then where it is written down.
func (g Grade) askFact(c Context) ask {
	kinds, subject := c.Ahead.Plan.Rule.Facts, g.id(c)
	titles := make([]string, len(kinds))
	for i, k := range kinds {
		titles[i] = k.Title
	}
	return askChoice(titles, func(i int, c Context) Answer {
		next := askText(meeting.MaxReason, func(source string, c Context) Answer {
			if strings.TrimSpace(source) == "" {
				return warn(words.SourceNeeded(c.Lang))
			}
			return c.submit(meeting.RecordFact{Subject: subject, Kind: kinds[i].ID, Source: source})
		}, titles[i], words.FactSource(c.Lang))
		return Answer{next: &next}
	}, c.Say(words.FactFor, "subject", g.label(c)))
}

// askWithdraw asks which fact was entered wrongly, and why it goes.
func (g Grade) askWithdraw(c Context) ask {
	facts, subject := c.Ahead.Facts[g.subject], g.id(c)
	titles := make([]string, len(facts))
	for i, f := range facts {
		k, _ := c.Ahead.Plan.Rule.Fact(f.Kind)
		titles[i] = k.Title + "  " + oneLine(f.Source)
	}
	return askChoice(titles, func(i int, c Context) Answer {
		next := askText(meeting.MaxReason, func(reason string, c Context) Answer {
			return c.submit(meeting.WithdrawFact{Subject: subject, Kind: facts[i].Kind, Reason: reason})
		}, titles[i], words.WithdrawWhy(c.Lang))
		return Answer{next: &next}
	}, words.WithdrawWhich(c.Lang))
}

// askWhat asks which of the sources, or which part of the written opinion, is
// to be entered.
func (g Grade) askWhat(c Context) ask {
	sources := c.Ahead.Plan.Rule.Sources
	var choices []string
	for _, s := range sources {
		choices = append(choices, s.Title+"  "+c.assessed(g.subject, s))
	}
	choices = append(choices, words.OpinionMerits(c.Lang), words.OpinionProblems(c.Lang))
	return askChoice(choices, func(i int, c Context) Answer {
		var next ask
		switch {
		case i < len(sources):
			next = g.askSource(sources[i], c)
		default:
			next = g.askOpinion(i == len(sources), c)
		}
		return Answer{next: &next}
	}, c.Say(words.SourcesFor, "subject", g.label(c)))
}

// askSource asks for the grade of a source, then for its score, then for a note;
// each may be left out. To the vote, which is counted, only a note is added.
func (g Grade) askSource(s tally.Source, c Context) ask {
	now, entered := c.Ahead.Assessment(g.subject, s.ID)
	o := meeting.AssessSubject{Subject: g.id(c), Source: s.ID, Grade: now.Grade, Score: now.Score, Note: now.Note}
	if s.Vote {
		return g.askNote(o, s, c)
	}
	said := slices.Clone(s.Words(c.Ahead.Plan.Rule.Scale))
	a := askChoice(append(said, words.NoGrade(c.Lang)), func(i int, c Context) Answer {
		o.Grade = ""
		if i < len(said) {
			o.Grade = said[i]
		}
		next := g.askScore(o, s, c)
		return Answer{next: &next}
	}, s.Title)
	if entered { // Enter keeps what was said before
		a.at = len(said)
		if n := slices.Index(said, now.Grade); n >= 0 {
			a.at = n
		}
	}
	return a
}

func (g Grade) askScore(o meeting.AssessSubject, s tally.Source, c Context) ask {
	a := askText(12, func(text string, c Context) Answer {
		o.Score = strings.TrimSpace(text)
		if r := c.try(o); r != nil {
			return warn(c.Refuse(r))
		}
		next := g.askNote(o, s, c)
		return Answer{next: &next}
	}, s.Title, words.ScoreAsk(c.Lang))
	return a.filled(o.Score)
}

func (g Grade) askNote(o meeting.AssessSubject, s tally.Source, c Context) ask {
	return askNotes(meeting.MaxText, o.Note, func(text string, c Context) Answer {
		o.Note = text
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = c.Say(words.SourceAssessed, "source", s.Title)
		}
		return ans
	}, s.Title, words.NoteAsk(c.Lang)).named(c, "note:"+o.Subject+":"+o.Source)
}

// askOpinion asks for one part of the written opinion.
func (g Grade) askOpinion(merits bool, c Context) ask {
	now := c.Ahead.Opinions[g.subject]
	o := meeting.WriteOpinion{Subject: g.id(c), Merits: now.Merits, Problems: now.Problems}
	title, text := words.OpinionProblems(c.Lang), now.Problems
	if merits {
		title, text = words.OpinionMerits(c.Lang), now.Merits
	}
	return askNotes(meeting.MaxText, text, func(text string, c Context) Answer {
		if merits {
			o.Merits = text
		} else {
			o.Problems = text
		}
		ans := c.submit(o)
		if !ans.Ring {
			ans.Say = words.OpinionKept(c.Lang)
		}
		return ans
	}, c.Say(words.OpinionFor, "subject", g.label(c), "part", title)).named(c, fmt.Sprintf("opinion:%s:%t", o.Subject, merits))
}
