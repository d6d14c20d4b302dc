package docx

import "unicode/utf8"

// Lines sets words on as few lines as can be, each of at most so many characters, and
// as short as that allows, so that none is left with little. A word is never broken.
// It is nil where a word alone is longer than a line.
func Lines(words []string, most int) []string {
	longest, sum := 0, 0
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		longest, sum = max(longest, n), sum+n
	}
	if longest > most {
		return nil
	}
	lines := laid(words, most)
	for width := max(longest, (sum+len(lines))/(len(lines)+1)); ; width++ {
		if shorter := laid(words, width); len(shorter) == len(lines) {
			return shorter
		}
	}
}

// laid begins a new line where a word would make one longer than width.
func laid(words []string, width int) (lines []string) {
	room := 0
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		if n > room {
			lines, room = append(lines, ""), width
		}
		lines[len(lines)-1] += w
		room -= n
	}
	return lines
}
