package intake

import (
	"strings"

	"shuping/internal/typed"
)

// A lexicon is the words that may stand for something. A word that two things share
// stands for neither.
type lexicon[T comparable] struct {
	of     map[string]T
	shared map[string]bool
}

func (n *lexicon[T]) add(v T, words ...string) {
	if n.of == nil {
		n.of, n.shared = map[string]T{}, map[string]bool{}
	}
	for _, w := range words {
		w = loose(w)
		if was, known := n.of[w]; known && was != v {
			delete(n.of, w)
			n.shared[w] = true
		}
		if w != "" && !n.shared[w] {
			n.of[w] = v
		}
	}
}

// find is what a word stands for. Of a number nothing is loose: -1 is not 1.
func (n lexicon[T]) find(word string) (v T, ok bool) {
	key := loose(word)
	if isDigits(key) && key != typed.Fold(word) {
		return v, false
	}
	v, ok = n.of[key]
	return v, ok
}

func isDigits(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}

// say is the first of the words that stands for v, "" if none does.
func (n lexicon[T]) say(v T, words ...string) string {
	for _, w := range words {
		if of, ok := n.find(w); ok && of == v {
			return w
		}
	}
	return ""
}

// loose is a word without what people do not see, and without what they part words
// by: 第一党支部书记-好 and 第一党支部书记（好） are the same.
func loose(word string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune("-–—_/|:·.,、，。；;()[]{}【】《》〈〉“”\"'*＊\uFE0F", c) {
			return -1
		}
		return c
	}, typed.Fold(word))
}
