package result

import (
	"strconv"
	"strings"
	"unicode"
)

// TextCell is text as a cell that no spreadsheet takes for a formula, a day or a number.
func TextCell(cell string) string {
	if startsFormula(cell) || looksLikeFigure(cell) {
		return "'" + cell
	}
	return cell
}

func startsFormula(cell string) bool {
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") || strings.HasPrefix(cell, "\n") {
		return true
	}
	for _, c := range strings.TrimLeftFunc(cell, unicode.IsSpace) {
		return strings.ContainsRune("=+-@＝＋－＠", c)
	}
	return false
}

// looksLikeFigure reports whether the cell is digits and what stands around
// digits in a day, a time, a fraction or a sum of money.
func looksLikeFigure(cell string) bool {
	digits := strings.ContainsFunc(cell, func(c rune) bool { return unicode.Is(unicode.Nd, c) })
	strange := strings.ContainsFunc(cell, func(c rune) bool {
		return !unicode.Is(unicode.Nd, c) && !unicode.IsSpace(c) && !strings.ContainsRune(figureSigns, c)
	})
	return digits && !strange
}

const figureSigns = "/.:-,%eE+()$¥￥／．：－，％（）年月日时分秒"

// scoreCell is a score as it stands where that is a plain number; a spreadsheet would
// take a fraction for a day.
func scoreCell(text string) string {
	if strings.Contains(text, "/") {
		return TextCell(text)
	}
	return text
}

// YesNo is the word for b in every table.
func YesNo(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// NumberList is numbers as people say them, "1、3".
func NumberList(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, "、")
}
