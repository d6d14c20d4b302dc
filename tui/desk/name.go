package desk

import (
	"shuping/internal/meeting"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// AskName asks for the name of a person. Nothing is no name, and neither are digits:
// they were meant for something else.
func AskName(done func(string, Context) Answer, lines ...string) Question {
	return AskText(meeting.MaxName, func(name string, c Context) Answer {
		switch {
		case name == "":
			return Warn(words.NameNeeded(c.Lang))
		case typed.HasDigit(name) && !c.Ahead.IsVouched(name):
			return Warn(words.NameHasDigits(c.Lang))
		}
		return done(name, c)
	}, lines...)
}

// AskVouch asks why a name is right that is refused: it has digits, is that of two
// people, or of somebody who both counts and watches.
func AskVouch(c Context) Question {
	return AskChoice([]string{words.VouchNo(c.Lang), words.VouchYes(c.Lang)}, func(i int, c Context) Answer {
		if i == 0 {
			return Answer{}
		}
		return Asks(AskText(meeting.MaxName, func(name string, c Context) Answer {
			if name == "" {
				return Warn(words.NameNeeded(c.Lang))
			}
			return Asks(AskText(meeting.MaxReason, func(why string, c Context) Answer {
				return c.Submit(meeting.Vouch{Name: name, Reason: why}).Saying(c.Say(words.VouchKept, "name", name))
			}, c.Say(words.VouchWhy, "name", name)).ByHand())
		}, words.VouchName(c.Lang)).ByHand())
	}, words.VouchAsk(c.Lang)).ByHand()
}
