package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// announcing is the actions by which the chair tells the hall votes and grades.
func announcing[S desk.Screen]() []desk.Action[S] {
	return []desk.Action[S]{
		announce[S](words.KeyAnnounceVotes, meeting.Votes),
		announce[S](words.KeyAnnounceGrades, meeting.Grades),
	}
}

func announce[S desk.Screen](name words.Sentence, what meeting.Matter) desk.Action[S] {
	return desk.Action[S]{
		Name: name, Shown: key.InMenu, ByHand: true,
		When: func(_ S, c desk.Context) key.Can {
			switch r := c.Try(meeting.AnnounceResult{What: what}); {
			case !c.Ahead.Round.Closed:
				return key.No
			case r != nil:
				return key.Not(c.Refuse(r))
			default:
				return key.Yes
			}
		},
		Do: func(s S, c desk.Context, _ int) (S, desk.Answer) { return s, desk.Asks(askAnnounce(c, what)) },
	}
}

func askAnnounce(c desk.Context, what meeting.Matter) desk.Question {
	matter := words.Matter(c.Lang, string(what))
	lines := []string{c.Say(words.AnnounceAsk, "matter", matter)}
	if show := c.Ahead.Plan.Hall.After; show == plan.AfterOff || show == plan.AfterVotes && what == meeting.Grades {
		lines = []string{c.Say(words.AnnounceUnseen, "matter", matter)}
	}
	return desk.AskChoice([]string{words.AnnounceNo(c.Lang), c.Say(words.AnnounceYes, "matter", matter)}, func(i int, c desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return c.Submit(meeting.AnnounceResult{What: what}).Saying(c.Say(words.AnnouncedNow, "matter", matter))
	}, lines...).ByHand()
}
