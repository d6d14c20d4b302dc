package intake

import (
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
		w = typed.Fold(w)
		if was, known := n.of[w]; known && was != v {
			delete(n.of, w)
			n.shared[w] = true
		}
		if w != "" && !n.shared[w] {
			n.of[w] = v
		}
	}
}

// find is what a word stands for.
func (n lexicon[T]) find(word string) (v T, ok bool) {
	v, ok = n.of[typed.Fold(word)]
	return v, ok
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
