package screen

import (
	"shuping/internal/words"
	"shuping/tui/key"
)

// A Choice is a question with two answers that lies over any place; the safe
// answer is the one the cursor starts on.
type Choice struct{ ask ask }

// AskLeave asks whether to leave the meeting, and says so if the record screen
// holds a sheet that is half keyed: that alone would be lost. Of a rehearsal
// nothing is kept.
func AskLeave(c Context, record Screen) Choice {
	lines := []string{words.LeaveAsk(c.Lang)}
	if c.State.Rehearsal {
		lines = []string{words.LeavePractice(c.Lang)}
	} else if r, ok := record.(Record); ok && len(r.draft) > 0 {
		lines = append([]string{words.LeaveHalf(c.Lang)}, lines...)
	}
	return Choice{askChoice([]string{words.LeaveNo(c.Lang), words.LeaveYes(c.Lang)}, func(i int, _ Context) Answer {
		return Answer{Quit: i == 1}
	}, lines...)}
}

func (q Choice) Scope(c Context) key.Scope { return q.ask.scope(c) }

// Do answers a meaning: done once the question is closed, yes if it was the
// second answer.
func (q Choice) Do(m key.Meaning) (next Choice, done, yes bool) {
	var ans Answer
	q.ask, ans = q.ask.do(m, Context{})
	return q, !q.ask.open(), ans.Quit
}

// Over lays the question over the foot of a picture.
func (q Choice) Over(p Picture, c Context) Picture { return q.ask.over(p, c) }
