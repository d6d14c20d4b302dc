package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// exempts is where the subject under the cursor is not graded, or where he is.
func exempts(now bool) func(Grade, desk.Context) key.Can {
	return func(g Grade, c desk.Context) key.Can {
		return key.If(!c.Ahead.IsSealed() && g.inSight(c) && c.Ahead.IsExempt(g.subject) == now)
	}
}

// exempt leaves the subject under the cursor without a grade, or has him graded after
// all, once it is said why.
func (g Grade) exempt(c desk.Context, _ int) (Grade, desk.Answer) {
	id := g.id(c)
	ask, yes, order := words.ExemptAsk, words.ExemptYes, func(why string) meeting.Order { return meeting.ExemptSubject{Subject: id, Reason: why} }
	if c.Ahead.IsExempt(g.subject) {
		ask, yes, order = words.RestoreAsk, words.RestoreYes, func(why string) meeting.Order { return meeting.RestoreSubject{Subject: id, Reason: why} }
	}
	return g, desk.Asks(desk.AskChoice([]string{words.ExemptNo(c.Lang), yes(c.Lang)}, func(i int, c desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return desk.Asks(desk.AskText(meeting.MaxReason, func(why string, c desk.Context) desk.Answer {
			return c.Submit(order(why))
		}, words.ReopenWhy(c.Lang)).ByHand())
	}, c.Say(ask, "subject", g.label(c))).ByHand())
}
