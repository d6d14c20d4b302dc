package typed

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first asked for, so that
// a command which never asks does not pay for it.
func Pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
