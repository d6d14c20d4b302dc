package main

import "strings"

// Languages that the program speaks.
const (
	chinese = "zh"
	english = "en"
)

// language is the language of --lang, else of the locale, else Chinese. It is
// looked for before the command line is read, because the help and what is
// said of a wrong command line need it already.
func language(args []string, getenv func(string) string) (string, error) {
	for i, a := range args {
		value, given := strings.CutPrefix(a, "--lang=")
		switch {
		case a == "--":
			return locale(getenv), nil
		case a == "--lang" && i+1 < len(args):
			value, given = args[i+1], true
		}
		if given && value != chinese && value != english {
			return locale(getenv), unknownLanguage(value)
		}
		if given {
			return value, nil
		}
	}
	return locale(getenv), nil
}

// locale is the language of the first variable that POSIX gives a say.
func locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, english) {
				return english
			}
			return chinese
		}
	}
	return chinese
}
