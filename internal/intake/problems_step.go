package intake

import (
	"slices"
	"strings"
	"unicode"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// A step is one thing that was done about a problem, as a table says it.
type step struct {
	day   plan.Day
	dated bool // the table says the day
	text  string
}

// stepsOf reads the steps of a cell.
func stepsOf(cell string, undated plan.Day) []step {
	var out []step
	for line := range strings.SplitSeq(cell, "\n") {
		day, rest, dated := dayFirst(strings.TrimSpace(line))
		switch {
		case dated:
			out = append(out, step{day, true, rest})
		case len(out) == 0 && strings.TrimSpace(line) == "":
		case len(out) == 0:
			out = append(out, step{undated, false, strings.TrimSpace(line)})
		default:
			last := &out[len(out)-1]
			last.text = strings.TrimSpace(last.text + "\n" + strings.TrimRightFunc(line, unicode.IsSpace))
		}
	}
	return out
}

// isIn reports whether the ledger has the step already.
func (st step) isIn(list []meeting.Progress) bool {
	return slices.ContainsFunc(list, func(p meeting.Progress) bool {
		return strings.TrimSpace(p.Text) == st.text && (!st.dated || p.Date == st.day)
	})
}

// What 完成情况 may say, the word to write first.
var (
	isDone  = []string{"已销号", "销号", "已完成", "完成", "已办结", "办结", "已整改", "是", "√", "done", "yes", "signed off"}
	notDone = []string{"整改中", "未完成", "未销号", "未整改", "正在整改", "进行中", "退回", "逾期", "将到期", "否", "no", "open"}
)

// A sign is what a table says of a problem's sign-off.
type sign struct {
	done bool
	by   string
	day  plan.Day
}

// signOf reads 已销号 2024-06-30 姓名, in which the day and the name may be missing,
// and 整改中.
func signOf(cell string) (s sign, ok bool) {
	for _, word := range notDone {
		if typed.Fold(word) == typed.Fold(cell) {
			return sign{}, true
		}
	}
	for _, word := range isDone {
		if typed.Fold(word) == typed.Fold(cell) {
			return sign{done: true}, true
		}
	}
	words := strings.FieldsFunc(cell, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("，,（）():：；;、", c) })
	if len(words) == 0 || !slices.ContainsFunc(isDone, func(w string) bool { return typed.Fold(w) == typed.Fold(words[0]) }) {
		return sign{}, false
	}
	s.done = true
	var name []string
	for _, word := range words[1:] {
		day, is := plan.ReadDay(word)
		switch {
		case is && s.day == (plan.Day{}):
			s.day = day
		case is || strings.ContainsAny(word, "0123456789"):
			return sign{}, false
		default:
			name = append(name, word)
		}
	}
	s.by = strings.Join(name, " ")
	return s, true
}
