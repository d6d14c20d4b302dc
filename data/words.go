package data

import (
	"fmt"
	"strings"
)

// Words is everything the program says in one language. A sentence may hold
// names in braces, {entered}, which [Fill] replaces.
type Words struct {
	Lang string // "zh" or "en"

	Refusals map[string]string // by the code of a refusal of the meeting
	Screen   ScreenWords
	Command  CommandWords
	Form     FormWords
	Count    CountWords
	Rectify  RectifyWords
	Year     YearWords
	Prepare  PrepareWords
}

// Speak is the words of the language called lang; Chinese where it is unknown.
func Speak(lang string) *Words {
	if lang == "en" {
		return &english
	}
	return &chinese
}

var (
	chinese = Words{Lang: "zh", Refusals: refusalsZH, Screen: screenZH, Command: commandZH, Form: formZH, Count: countZH, Rectify: rectifyZH, Year: yearZH, Prepare: prepareZH}
	english = Words{Lang: "en", Refusals: refusalsEN, Screen: screenEN, Command: commandEN, Form: formEN, Count: countEN, Rectify: rectifyEN, Year: yearEN, Prepare: prepareEN}
)

// Told is a sentence that stands in Chinese and in English, in the language called
// lang ("zh" or "en"), with its values.
func Told(words [2]string, lang string, values map[string]any) string {
	if lang == english.Lang {
		return Fill(words[1], values)
	}
	return Fill(words[0], values)
}

// Values are the values of a sentence, given as name, value, name, value.
func Values(pairs ...any) map[string]any {
	values := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		values[pairs[i].(string)] = pairs[i+1]
	}
	return values
}

// Fill puts values into the places that a sentence keeps for them. A place
// without a value stays as it is, so that a mistake shows.
func Fill(sentence string, values map[string]any) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(values))
	for name, v := range values {
		pairs = append(pairs, "{"+name+"}", fmt.Sprint(v))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}
