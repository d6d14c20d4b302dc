package count

import (
	"strconv"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// slip is the action that mends a sheet which was skipped or keyed twice, where there
// are sheets that it could be and none is half keyed.
func slip(holds func(meeting.State) bool) action {
	return action{Name: words.KeySlip, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool { return len(c.draft) == 0 && holds(s) }), Do: asks(askSlip)}
}

// askSlip asks of whose entry, where both are known, what slipped and from which
// sheet on.
func askSlip(c Count, d desk.Context) desk.Question {
	check := d.Ahead.Round.Check
	if !check.Comparing() {
		return c.askSlipOf(d, "")
	}
	return desk.AskChoice([]string{d.Say(words.SlipOf, "by", check.FirstBy), d.Say(words.SlipOf, "by", check.By)}, func(i int, d desk.Context) desk.Answer {
		return desk.Asks(c.askSlipOf(d, []meeting.Side{meeting.FirstEntry, meeting.SecondEntry}[i]))
	}, words.SlipWhose(d.Lang))
}

func (c Count) askSlipOf(d desk.Context, of meeting.Side) desk.Question {
	return desk.AskChoice([]string{words.SlipMissing(d.Lang), words.SlipDoubled(d.Lang)}, func(i int, d desk.Context) desk.Answer {
		return desk.Asks(c.askSlipAt(d, meeting.MendSlip{Doubled: i == 1, Of: of}))
	}, words.SlipAsk(d.Lang))
}

func (c Count) askSlipAt(d desk.Context, o meeting.MendSlip) desk.Question {
	line := words.MissingFrom
	if o.Doubled {
		line = words.DoubledAt
	}
	return desk.AskText(3, func(text string, d desk.Context) desk.Answer {
		n, err := strconv.Atoi(width.Narrow.String(text))
		if err != nil {
			return desk.Warn(words.NumberNeeded(d.Lang))
		}
		o.Sheet = n
		if o.Of == "" {
			return d.Submit(o)
		}
		return concluded(d, o)
	}, line(d.Lang)).ByHand()
}
