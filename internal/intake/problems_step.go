package intake

import (
	"slices"
	"strings"
	"unicode"

	"shuping/internal/fault"
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
	year := 0
	for line := range strings.SplitSeq(cell, "\n") {
		day, rest, dated := begins(strings.TrimSpace(line), year, undated)
		switch {
		case dated:
			year = day.Year
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
	isDone = []string{
		"已销号", "销号", "已完成", "完成", "已办结", "办结", "已整改", "已整改完成", "整改完成", "完成整改", "已完成整改", "整改到位", "已整改到位", "已落实", "已解决", "全部完成", "已全部完成", "已销号完成", "办毕",
		"是", "√", "✓", "✔", "100%", "done", "yes", "signed off",
	}
	notDone = []string{
		"整改中", "未完成", "未销号", "未整改", "未办结", "未落实", "正在整改", "正在推进", "推进中", "进行中", "持续推进", "持续整改", "部分完成", "基本完成", "阶段性完成", "未到期", "待整改", "待销号", "尚未完成", "尚未整改", "退回", "逾期", "将到期",
		"否", "×", "✗", "no", "open",
	}
)

// A sign is what a table says of a problem's sign-off.
type sign struct {
	done bool
	by   string
	day  plan.Day
}

// sign reads what the columns about the sign-off say together.
func (w *rower) sign(said string) (sign, bool) {
	s, ok := sign{}, true
	if said != "" {
		s, ok = signOf(said)
	}
	if day, is := plan.ReadDay(w.said(doneDay)); is {
		s.done, s.day = true, day
	} else if w.said(doneDay) != "" {
		w.fault(w.at(doneDay), NoDay, "value", fault.Excerpt(w.said(doneDay)))
	}
	if by := w.said(signer); by != "" && s.done && s.by == "" {
		s.by = by
	}
	return s, ok
}

// signOf reads 已销号 2024-06-30 姓名, in which the day and the name may be missing,
// and 整改中.
func signOf(cell string) (s sign, ok bool) {
	are := func(list []string, word string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return typed.Fold(w) == typed.Fold(word) })
	}
	whole := strings.TrimRight(cell, "。.；; ")
	if are(notDone, whole) {
		return sign{}, true
	}
	if are(isDone, whole) {
		return sign{done: true}, true
	}
	words := strings.FieldsFunc(whole, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("，,（）():：；;、", c) })
	if len(words) == 0 || !are(isDone, words[0]) {
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
	// What stands behind the word and no day is a name only if it is as short as one.
	return s, s.day != (plan.Day{}) || len([]rune(s.by)) <= 4
}
