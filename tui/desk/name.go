package desk

import (
	"strings"
	"unicode"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// AskName asks for the name of a person. Nothing is no name, and neither are digits:
// they were meant for something else.
func AskName(done func(string, Context) Answer, lines ...string) Question {
	return AskText(meeting.MaxName, func(name string, c Context) Answer {
		switch {
		case name == "":
			return Warn(words.NameNeeded(c.Lang))
		case strings.ContainsFunc(name, unicode.IsDigit):
			return Warn(words.NameHasDigits(c.Lang))
		}
		return done(name, c)
	}, lines...)
}
