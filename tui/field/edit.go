package field

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The edits below answer one key each. None of them cuts anything.

func (f Field) left() Field      { return f.step(before(f.value, f.at)) }
func (f Field) right() Field     { return f.step(behind(f.value, f.at)) }
func (f Field) wordLeft() Field  { return f.move(f.wordStart()) }
func (f Field) wordRight() Field { return f.move(f.wordEnd()) }
func (f Field) home() Field      { return f.move(f.lineStart()) }
func (f Field) end() Field       { return f.move(f.lineEnd()) }
func (f Field) first() Field     { return f.move(0) }
func (f Field) last() Field      { return f.move(len(f.value)) }

func (f Field) backspace() Field    { return f.erase(before(f.value, f.at), f.at) }
func (f Field) delete() Field       { return f.erase(f.at, behind(f.value, f.at)) }
func (f Field) deleteWord() Field   { return f.erase(f.wordStart(), f.at) }
func (f Field) deleteBefore() Field { return f.unselected().erase(f.lineStart(), f.at) }
func (f Field) deleteBehind() Field { return f.unselected().erase(f.at, f.lineEnd()) }

func (f Field) breakLine() Field { return f.enter("\n") }

func (f Field) stepBack() Field {
	f.cut = false
	return f.undo()
}

func (f Field) move(to int) Field {
	f.at, f.cut = to, false
	return f.unselected()
}

// step moves to a place beside the caret; out of a selection it moves to the end of it
// that lies there.
func (f Field) step(to int) Field {
	if from, end := f.span(); f.Selected() != "" {
		if to < f.at || to == 0 {
			return f.move(from)
		}
		return f.move(end)
	}
	return f.move(to)
}

// erase takes out what is selected, and where nothing is, what lies between two
// places.
func (f Field) erase(from, to int) Field {
	f.cut = false
	if f.anchor > 0 {
		from, to = f.span()
	}
	return f.replace(from, to, "")
}

func (f Field) lineStart() int {
	return strings.LastIndexByte(f.value[:f.at], '\n') + 1
}

func (f Field) lineEnd() int {
	if i := strings.IndexByte(f.value[f.at:], '\n'); i >= 0 {
		return f.at + i
	}
	return len(f.value)
}

// wordStart is where the word before the caret begins, with white space
// between the two skipped. Chinese has no spaces between words, so a word is
// a stretch of characters of one class.
func (f Field) wordStart() int {
	all := clusters(f.value[:f.at])
	for len(all) > 0 && classOf(f.value, all[len(all)-1]) == blank {
		all = all[:len(all)-1]
	}
	at := 0
	for i := len(all) - 1; i >= 0; i-- {
		if classOf(f.value, all[i]) != classOf(f.value, all[len(all)-1]) {
			at = all[i].to
			break
		}
	}
	return at
}

// wordEnd is where the word behind the caret ends, white space before it
// skipped.
func (f Field) wordEnd() int {
	rest := f.value[f.at:]
	all := clusters(rest)
	for len(all) > 0 && classOf(rest, all[0]) == blank {
		all = all[1:]
	}
	for _, c := range all {
		if classOf(rest, c) != classOf(rest, all[0]) {
			return f.at + c.from
		}
	}
	return len(f.value)
}

// class is what a word is a stretch of.
type class int

const (
	blank class = iota
	mark
	ideograph
	letter
)

func classOf(s string, c cluster) class {
	r, _ := utf8.DecodeRuneInString(s[c.from:])
	switch {
	case unicode.IsSpace(r):
		return blank
	case isIdeograph(r):
		return ideograph
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return letter
	}
	return mark
}
