// Package field is where people type: a name, a number, a remark. It is
// made for a hall where a Chinese input method is usually switched on, so the
// real cursor of the terminal must stand in the right cell, because the
// window of the input method opens there. Start at [Line], [Number] or
// [Text]; hand keys to [Field.Press] and pasted text to [Field.Paste]; show
// [Field.Draw] and put the cursor at [Field.Caret].
//
// # A value
//
// A [Field] is a value. Every method returns a new one and leaves the old one
// as it was, so a screen that holds fields can be copied, kept and compared
// with what it was before. For this reason the inputs of Bubbles are not used
// here. Copies of its textinput and textarea share their text: who edits one
// changes the other. Both step by runes, which takes a character apart from its
// variation selector, both let right-to-left overrides in with a paste, and
// neither has an undo. textarea puts its cursor into the right cell; textinput
// counts runes where a Chinese character takes two cells. A field holds a string
// and byte offsets that lie between graphemes, and measures with the same
// functions as Lip Gloss. There is no command, no clock and no drawn cursor.
//
// # The door
//
// Text is cleaned once, where it comes in, by typing, by pasting and by
// [Field.WithValue]: see [Clean]. A field is bounded in runes. What does not
// fit is cut between graphemes, and [Field.Cut] says so until the next key or
// paste.
//
// # Keys
//
// Left, Right, Home, End, Backspace and Delete work by grapheme; Ctrl+E is End,
// Ctrl+Left and Ctrl+Right step by word, Ctrl+W takes the word before the
// cursor, Ctrl+U and Ctrl+K all that is before or behind it on its line, and
// Ctrl+Z takes back the last edits. With Shift the keys that move select, and
// Ctrl+A selects all: what is typed or pasted then takes the place of what is
// selected. [Field.Selected] is what a screen may copy. A value that stands
// there to be confirmed or replaced comes in by [Field.WithOffer]. A field of
// several lines also takes Enter, Up, Down, PgUp, PgDown, Ctrl+Home and
// Ctrl+End; Home and End there go to the ends of the line as it was typed,
// however often it is wrapped. Every other key is left to the screen, and so
// are Enter, Esc, Tab and the function keys in a field of one line.
//
// # Rows
//
// A row of several lines does not begin with a closing mark and does not end
// with an opening one, as Chinese is set.
package field

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"golang.org/x/text/unicode/norm"
)

// Field is one place to type. The zero value is a Line without a bound.
type Field struct {
	kind    kind
	limit   int // runes, or the greatest number; no bound below 1
	value   string
	at      int  // the caret, in bytes
	anchor  int  // where the selection was begun, plus 1; 0 for none
	offered bool // the first character typed replaces the value
	goal    int  // the column Up and Down aim at, plus 1
	cut     bool
	past    []moment // shared between copies, never written to

	width, height int
	from          int // Line: the first byte in sight
	top           int // Text: the first row in sight
	placeholder   string
	styles        Styles
}

type kind int

const (
	line kind = iota
	number
	text
)

// Styles are how a field looks. Only colours, bold, faint, italic, underline
// and reverse count.
type Styles struct {
	Text        lipgloss.Style // what was typed, and the empty cells behind it
	Placeholder lipgloss.Style
}

// Line is a field of one line with room for limit runes. It has no bound if
// limit is below 1.
func Line(limit int) Field {
	return Field{kind: line, limit: limit}
}

// Number is a field for a whole number from 0 to max. It takes digits only,
// ASCII, full-width or from the keypad; a key that brings anything else is
// not taken, so that the screen may give it a meaning. A digit that would
// make the number greater than max is taken and dropped.
func Number(max int) Field {
	return Field{kind: number, limit: max}
}

// Text is a field of several lines with room for limit runes, line breaks
// included. It has no bound if limit is below 1.
func Text(limit int) Field {
	return Field{kind: text, limit: limit}
}

// WithWidth sets how many cells a row has, at least 1. The last cell of a
// full row is kept free for the cursor.
func (f Field) WithWidth(cells int) Field {
	f.width = cells
	return f.settle()
}

// WithHeight sets how many rows a Text shows, at least 1. The other fields
// have one row.
func (f Field) WithHeight(rows int) Field {
	f.height = rows
	return f.settle()
}

// WithPlaceholder sets the words that stand in the field while it is empty.
func (f Field) WithPlaceholder(s string) Field {
	f.placeholder = Clean(s, false)
	return f
}

// WithStyles sets how the field looks.
func (f Field) WithStyles(s Styles) Field {
	f.styles = s
	return f
}

// WithValue replaces what was typed, as if s had been pasted into the empty
// field, and puts the caret behind it. It cannot be undone.
func (f Field) WithValue(s string) Field {
	f.value, f.at, f.goal, f.from, f.top = "", 0, 0, 0, 0
	f, _ = f.unselected().Paste(s)
	f.past = nil
	return f
}

// Value is what was typed, cleaned.
func (f Field) Value() string { return f.value }

// Int is the number that was typed. It is not ok if there is none or if there
// is anything but digits, full-width ones included.
func (f Field) Int() (int, bool) {
	digits, ok := foldDigits(f.value)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// Cut reports whether the last key, paste or WithValue lost something at the
// door: forbidden characters, or text beyond the bound.
func (f Field) Cut() bool { return f.cut }

// Paste puts s in at the caret. It reports whether something of it was
// dropped or cut. A Number takes nothing but one whole number with white
// space around it.
func (f Field) Paste(s string) (Field, bool) {
	f.goal = 0
	switch f.kind {
	case number:
		s = strings.TrimSpace(s)
		digits, ok := foldDigits(s)
		if f.cut = !ok && s != ""; ok {
			f = f.enterDigits(digits)
		}
	case text:
		f = f.enter(s)
	default:
		f = f.enter(strings.Trim(s, "\r\n"))
	}
	return f.settle(), f.cut
}

// enter puts s in at the caret or in the place of what is selected, cleaned, as far
// as there is room.
func (f Field) enter(s string) Field {
	from, to := f.span()
	before, _ := utf8.DecodeLastRuneInString(f.value[:from])
	if from == 0 {
		before = '\n'
	}
	s, f.cut = scrub(before, s, f.kind == text)
	if f.limit >= 1 {
		room := f.limit - utf8.RuneCountInString(f.value) + utf8.RuneCountInString(f.value[from:to])
		fitting := prefix(s, room)
		f.cut = f.cut || fitting != s
		s = fitting
	}
	if s == "" && f.cut {
		return f // what is selected gives way to something only
	}
	return f.replace(from, to, s)
}

// enterDigits puts all of the digits in, or none.
func (f Field) enterDigits(digits string) Field {
	from, to := f.span()
	whole := f.value[:from] + digits + f.value[to:]
	n, err := strconv.Atoi(whole)
	most := max(f.limit, 0)
	if err != nil || n > most || len(whole) > len(strconv.Itoa(most)) {
		f.cut = true
		return f
	}
	f.cut = false
	return f.replace(from, to, digits)
}

// replace puts s in the place of the bytes from a to b, with the caret behind
// it. Where s meets a neighbour the two may become one character.
func (f Field) replace(a, b int, s string) Field {
	if a == b && s == "" {
		return f
	}
	f = f.remember().unselected()
	head := norm.NFC.String(f.value[:a] + s)
	f.value = norm.NFC.String(head + f.value[b:])
	f.at = snap(f.value, len(head))
	return f
}

// prefix is as many whole graphemes of s as have no more than room runes.
func prefix(s string, room int) string {
	end := 0
	for _, c := range clusters(s) {
		room -= utf8.RuneCountInString(s[c.from:c.to])
		if room < 0 {
			break
		}
		end = c.to
	}
	return s[:end]
}
