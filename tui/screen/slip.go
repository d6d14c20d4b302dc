package screen

import (
	"strconv"

	"golang.org/x/text/width"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// slips reports whether a slip of the hand can be mended now.
func (r Record) slips(s meeting.State) bool {
	c := s.Round.Check
	switch r.gate {
	case gateSheet, gateHand, gateSettle:
		return len(r.draft) == 0 && len(s.Round.Bundle.Ballots) > 0
	case gateSecond, gateSecondHand:
		return len(r.draft) == 0 && c.Way == meeting.BySecond && len(c.Second) > 0
	case gateUneven, gateDiffers:
		return c.Way == meeting.BySecond
	default:
		return false
	}
}

// askSlip asks what slipped, of whose entry, and from which sheet on.
func (r Record) askSlip(c Context) (Screen, Answer) {
	check := c.Ahead.Round.Check
	where := func(doubled bool, of meeting.Side) ask {
		line := words.MissingFrom(c.Lang)
		if doubled {
			line = words.DoubledAt(c.Lang)
		}
		return askText(3, func(text string, c Context) Answer {
			n, err := strconv.Atoi(width.Narrow.String(text))
			if err != nil {
				return warn(words.NumberNeeded(c.Lang))
			}
			o := meeting.MendSlip{Sheet: n, Doubled: doubled, Of: of}
			if of == "" {
				return c.submit(o)
			}
			return r.concluded(c, o)
		}, line)
	}
	kinds := func(of meeting.Side) ask {
		return askChoice([]string{words.SlipMissing(c.Lang), words.SlipDoubled(c.Lang)}, func(i int, c Context) Answer {
			next := where(i == 1, of)
			return Answer{next: &next}
		}, words.SlipAsk(c.Lang))
	}
	if !check.Comparing() {
		r.ask = kinds("")
		return r, Answer{}
	}
	r.ask = askChoice([]string{
		c.Say(words.SlipOf, "by", check.FirstBy), c.Say(words.SlipOf, "by", check.By),
	}, func(i int, c Context) Answer {
		next := kinds([]meeting.Side{meeting.FirstEntry, meeting.SecondEntry}[i])
		return Answer{next: &next}
	}, words.SlipWhose(c.Lang))
	return r, Answer{}
}
