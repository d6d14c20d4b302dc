package look

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells s takes; styles take none.
func Width(s string) int { return ansi.StringWidth(s) }

// Left is s in exactly width cells, cut at the end or filled up.
func (l Look) Left(s string, width int) string {
	if w := Width(s); w <= width {
		return s + strings.Repeat(" ", width-w)
	}
	s = ansi.Truncate(s, width, l.More())
	return s + strings.Repeat(" ", max(0, width-Width(s)))
}

// Right is s in exactly width cells, filled up at the front.
func (l Look) Right(s string, width int) string {
	if w := Width(s); w <= width {
		return strings.Repeat(" ", width-w) + s
	}
	return l.Left(s, width)
}

// Centre is s in exactly width cells, with the room shared out on both sides.
func (l Look) Centre(s string, width int) string {
	w := Width(s)
	if w >= width {
		return l.Left(s, width)
	}
	return l.Left(strings.Repeat(" ", (width-w)/2)+s, width)
}

// Ends is left and right in one line of width cells; left gives way.
func (l Look) Ends(left, right string, width int) string {
	room := width - Width(right)
	if room < 0 {
		return l.Left(right, width)
	}
	return l.Left(left, room) + right
}

// Wrap breaks s, which has no styles, into lines of at most width cells:
// anywhere between Chinese characters, but no line begins with a mark that
// belongs to the one before.
func Wrap(s string, width int) []string {
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, wrap(paragraph, max(width, 2))...)
	}
	return lines
}

func wrap(s string, width int) []string {
	var lines []string
	for Width(s) > width {
		cut := breakAt(s, len(ansi.Truncate(s, width, "")))
		lines = append(lines, strings.TrimRight(s[:cut], " "))
		s = strings.TrimLeft(s[cut:], " ")
	}
	return append(lines, s)
}

// breakAt is the place at or before cut where s may be broken.
func breakAt(s string, cut int) int {
	if at := strings.LastIndexByte(s[:cut], ' '); at > 0 && ascii(s[at:cut]) && s[cut] != ' ' && s[cut] < utf8.RuneSelf {
		return at + 1 // between words, not inside one
	}
	for back := cut; back > 0; {
		next, _ := utf8.DecodeRuneInString(s[back:])
		if !strings.ContainsRune(clinging, next) {
			return back
		}
		_, size := utf8.DecodeLastRuneInString(s[:back])
		back -= size
	}
	return cut
}

// clinging marks do not begin a line.
const clinging = "，。；：、！？”’）》】」％%…"

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
