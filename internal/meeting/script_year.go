package meeting

import (
	"strings"
	"time"

	"shuping/internal/plan"
)

// day takes the value of a key as a day, the zero Day if it is not there.
func (a *arguments) day(key string) plan.Day { return a.dayIn(key, a.maybe(key)) }

func (a *arguments) dayIn(key, word string) plan.Day {
	if word == "" {
		return plan.Day{}
	}
	d, ok := plan.ReadDay(word)
	if !ok {
		a.fail(refuse(BadDay, "argument", key, "value", word))
	}
	return d
}

// instant reads an instant, none where there is no word.
func (a *arguments) instant(key, word string) time.Time {
	if word == "" {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339Nano, word)
	if err != nil || at.UTC().Year() < 1 || at.UTC().Year() > 9999 {
		a.fail(refuse(BadDay, "argument", key, "value", word))
		return time.Time{}
	}
	return at.UTC()
}

// remedy takes what is to be done about a problem.
func (a *arguments) remedy() Remedy {
	return Remedy{a.maybe("measure"), a.maybe("target"), a.maybe("who"), a.maybe("branch"), a.day("due")}
}

// changes takes what is named; an empty value clears.
func (a *arguments) changes() Changes {
	var c Changes
	for key, to := range map[string]**string{
		"subject": &c.Subject, "text": &c.Text, "measure": &c.Measure, "target": &c.Target, "who": &c.Who, "branch": &c.Branch,
	} {
		if _, named := a.named[key]; named {
			*to = new(a.text(key))
		}
	}
	if _, named := a.named["origin"]; named {
		c.Origin = new(Origin(a.text("origin")))
	}
	if _, named := a.named["due"]; named {
		c.Due = new(a.day("due"))
	}
	return c
}

// needDay refuses an order that states no day.
func needDay(command string, day plan.Day) error {
	if day == (plan.Day{}) {
		return refuse(MissingArgument, "command", command, "argument", "date")
	}
	return nil
}

// oneOf refuses a word that is none of the words that may stand there.
func oneOf[W ~string](argument string, word W, words []W) error {
	var known []string
	for _, w := range words {
		if w == word {
			return nil
		}
		if w != "" {
			known = append(known, string(w))
		}
	}
	return refuse(UnknownWord, "argument", argument, "value", string(word), "words", strings.Join(known, "、"))
}
