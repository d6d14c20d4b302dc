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
// anywhere between Chinese characters, but not inside a word or a number, and
// marks stay with what they belong to.
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
	for back := cut; back > 0; {
		before, size := utf8.DecodeLastRuneInString(s[:back])
		next, _ := utf8.DecodeRuneInString(s[back:])
		if Breaks(before, next) {
			return back
		}
		back -= size
	}
	return cut
}

// Breaks reports whether a line may be broken between two characters: not inside a
// word or a number, not before a closing mark and not behind an opening one.
func Breaks(before, next rune) bool {
	return !strings.ContainsRune(closing, next) && !strings.ContainsRune(opening, before) && !(inWord(before) && inWord(next))
}

// closing marks do not begin a line, opening ones do not end one.
const (
	closing = "，。；：、！？”’）》】」』〕］％%…)"
	opening = "“‘（《【「『〔［("
)

// inWord reports whether r belongs to a word or a number that is not torn.
func inWord(r rune) bool { return r > ' ' && r < utf8.RuneSelf }

// Steady is a finished row of the window. In a plain look the marks that some
// terminals draw two cells wide give way to ASCII, so that the row stays as wide
// as it was made.
func (l Look) Steady(row string) string {
	if !l.Plain {
		return row
	}
	return steady.Replace(row)
}

var steady = strings.NewReplacer(
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "~", "·", "-",
	"×", "x", "→", ">", "←", "<", "↑", "^", "↓", "v", "±", "+",
)
