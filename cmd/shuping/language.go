package main

import (
	"strings"

	"shuping/internal/words"
)

// Languages that the program speaks.
const (
	chinese = "zh"
	english = "en"
)

// language is the language of --lang, else of the locale, else of the system, else
// Chinese. It is looked for before the command line is read, because the help and what
// is said of a wrong command line need it already.
func language(args []string, getenv func(string) string, system string) (string, error) {
	for i, a := range args {
		value, given := strings.CutPrefix(a, "--lang=")
		switch {
		case a == "--":
			return locale(getenv, system), nil
		case a == "--lang" && i+1 < len(args):
			value, given = args[i+1], true
		}
		if given && value != chinese && value != english {
			return locale(getenv, system), unknownLanguage(value)
		}
		if given {
			return value, nil
		}
	}
	return locale(getenv, system), nil
}

// locale is the language of the first variable that POSIX gives a say, else of the
// system.
func locale(getenv func(string) string, system string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			system = value
			break
		}
	}
	if strings.HasPrefix(system, english) {
		return english
	}
	return chinese
}

// otherLanguage is the one that is not spoken now.
func otherLanguage(l words.Language) words.Language {
	if l == words.Chinese {
		return words.English
	}
	return words.Chinese
}

// say is a sentence with its values: name, value, name, value.
func (m *Main) say(s words.Sentence, pairs ...any) string {
	return words.Fill(s(m.lang), words.Values(pairs...))
}
