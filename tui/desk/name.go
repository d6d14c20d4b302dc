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
		case typed.HasDigit(name):
			return Warn(words.NameHasDigits(c.Lang))
		}
		return done(name, c)
	}, lines...)
}
