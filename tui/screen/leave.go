package screen

import (
	"shuping/internal/words"
	"shuping/tui/desk"
)

// AskLeave asks whether to leave the meeting, and says so if the count holds a sheet
// that is half keyed: that alone would be lost. Of a rehearsal nothing is kept.
func AskLeave(c desk.Context, count desk.Screen) desk.Question {
	lines := []string{words.LeaveAsk(c.Lang)}
	half, keys := count.(interface{ HalfKeyed() bool })
	switch {
	case c.State.Rehearsal:
		lines = []string{words.LeavePractice(c.Lang)}
	case keys && half.HalfKeyed():
		lines = append([]string{words.LeaveHalf(c.Lang)}, lines...)
	}
	return desk.AskChoice([]string{words.LeaveNo(c.Lang), words.LeaveYes(c.Lang)}, func(i int, _ desk.Context) desk.Answer {
		return desk.Answer{Quit: i == 1}
	}, lines...)
}
