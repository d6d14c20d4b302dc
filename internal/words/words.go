// Package words is what the program says: each sentence once, in every language
// side by side, so that one without a language does not compile. A sentence is a
// function, so that one that nothing says is found.
//
// Packages that decide and keep say codes and values. Here a code becomes a
// sentence: see [Refusal], [Fault] and [Note].
package words

import (
	"fmt"
	"strings"
)

// A Language is one that the program speaks.
type Language int

// The languages. Chinese is the zero value.
const (
	Chinese Language = iota
	English
)

// LanguageOf is the language with the tag "zh" or "en"; Chinese for any other.
func LanguageOf(tag string) Language {
	if tag == English.Tag() {
		return English
	}
	return Chinese
}

// Tag is how a command line, a file and a locale name the language.
func (l Language) Tag() string { return l.in("zh", "en") }

func (l Language) in(zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

// A Sentence says one thing in every language. It may hold names in braces,
// {entered}, which [Fill] replaces.
type Sentence func(Language) string

// A Page is what stands above the questions of a page.
type Page struct{ Title, Help string }

// A Label is what a question is called, and what helps to answer it.
type Label struct{ Name, Hint string }

// Fill puts values into both; see [Fill].
func (l Label) Fill(values map[string]any) Label {
	return Label{Fill(l.Name, values), Fill(l.Hint, values)}
}

// A pair is a sentence in a table.
type pair struct{ zh, en string }

func (p pair) in(l Language) string { return l.in(p.zh, p.en) }

// A table holds sentences by the code of what they speak of; a code that it does
// not know is said as nothing.
type table map[string]pair

// A list holds sentences in their order.
type list []pair

func (s list) in(l Language) []string {
	out := make([]string, len(s))
	for i, p := range s {
		out[i] = p.in(l)
	}
	return out
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

// Told is one of two sentences, Chinese and English, in the language with the tag,
// with its values.
func Told(sentences [2]string, tag string, values map[string]any) string {
	return Fill(LanguageOf(tag).in(sentences[0], sentences[1]), values)
}
