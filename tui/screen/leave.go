package screen

import "shuping/tui/key"

// A Choice is a question with two answers that lies over any place; the safe
// answer is the one the cursor starts on.
type Choice struct{ ask ask }

// AskLeave asks whether to leave the meeting.
func AskLeave(c Context) Choice {
	w := c.Words.Screen
	return Choice{askChoice([]string{w.LeaveNo, w.LeaveYes}, func(i int, _ Context) Answer {
		return Answer{Quit: i == 1}
	}, w.LeaveAsk)}
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
