// Package words is what the program says: each sentence once, in every language
// side by side, so that one without a language does not compile. A sentence is a
// function, so that one that nothing says is found.
//
// Packages that decide and keep say codes and values. Here they become sentences: see
// [Refusal], [Fault], [Note], [Reason], [PlanLines] and [StackName]. What exports tell
// stands in the files that begin with filed, and stays as it is.
package words

import (
	"fmt"
	"maps"
	"strings"
	"unicode"
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
	var b strings.Builder
	for {
		before, rest, place := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !place {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if v, known := values[name]; closed && known {
			fmt.Fprint(&b, v)
			sentence = after
			continue
		}
		b.WriteByte('{')
		sentence = rest
	}
}

// fill is a sentence with its values, given as name, value, name, value.
func (l Language) fill(zh, en string, pairs ...any) string {
	return Fill(l.in(zh, en), Values(pairs...))
}

// join is what stands in a row, with the mark that the language has between.
func (l Language) join(names []string) string { return strings.Join(names, ListComma(l)) }

func (l Language) half() string { return l.in("半数", "half") }

// named is the values with each character by its name.
func (l Language) named(values map[string]any) map[string]any {
	for name, v := range values {
		if c, is := v.(interface{ Rune() rune }); is {
			values = maps.Clone(values)
			values[name] = Character(l, c.Rune())
		}
	}
	return values
}

// Character names a character that nobody could see, or not everybody.
func Character(l Language, c rune) string {
	what := l.in("不是标准的字形，请重新输入", "not the standard form of the character")
	switch {
	case c == '\n' || c == '\r':
		what = l.in("换行", "a line break")
	case c == '\t':
		what = l.in("制表符", "a tab")
	case unicode.Is(unicode.Co, c):
		what = l.in("私用区的自造字，别的电脑上显示不出来，请换成通用的字", "private use: other computers cannot show it, so use a character that all have")
	case unicode.In(c, unicode.Bidi_Control):
		what = l.in("改变书写方向的字符", "turns the direction of writing")
	case unicode.Is(unicode.Cc, c):
		what = l.in("控制字符", "a control character")
	case c == unicode.ReplacementChar:
		what = l.in("转码失败留下的字符", "left by a failed conversion")
	case unicode.In(c, unicode.Cf, unicode.Zl, unicode.Zp):
		what = l.in("看不见的字符", "invisible")
	}
	return fmt.Sprintf(l.in("U+%04X（%s）", "U+%04X (%s)"), c, what)
}
