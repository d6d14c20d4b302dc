package workbook

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/typed"
)

const ledgerName = "台账"

// ledgerHeads are those under which a ledger is read (package ledger), and one for
// what the years have to do with each other.
var ledgerHeads = []string{
	"序号", "编号", "述职人", "问题来源", "问题", "整改措施", "整改目标", "责任人", "责任支部", "整改时限", "进展", "完成情况", "状态", "备注",
}

// Words of the ledger.
var (
	originNames = map[meeting.Origin]string{
		meeting.BySelf: "自己查摆", meeting.BySuperior: "上级点评", meeting.ByMasses: "群众评议", meeting.ByAssessment: "考核反馈",
	}
	problemNames = map[meeting.ProblemStatus]string{
		meeting.StandsOpen: "整改中", meeting.StandsDueSoon: "将到期", meeting.StandsOverdue: "逾期",
		meeting.StandsReturned: "退回", meeting.StandsDone: "已销号",
	}
)

// ledgerSheet lists the problems of the ledger as they stand on the day of the last
// record. While there is none it lists what may become one: a row for each paragraph
// of the reviews and of the problems in the opinions.
func (b *book) ledgerSheet() sheet {
	out := sheet{
		name: ledgerName, frozen: 3, heads: ledgerHeads,
		widths: b.ledgerWidths(),
	}
	today := result.LastDay(b.s)
	for i, p := range b.s.Ledger {
		done := "整改中"
		if p.SignedOff != nil {
			done = "已销号 " + p.SignedOff.Date.String() + " " + p.SignedOff.By
		}
		out.rows = append(out.rows, ledgerRow(i+1, p.ID, result.OwnerOf(b.s, p), originNames[p.Origin], p.Text, p.Measure, p.Target,
			p.Who, p.Branch, p.Until(), progressText(p.Progress), done, problemNames[p.Status(today)], problemRemark(p)))
	}
	if len(b.s.Ledger) > 0 {
		return out
	}
	for i, p := range b.s.Plan.Subjects {
		for _, text := range typed.Lines(b.s.ReviewsOf(b.s.Plan.Subjects[i].ID)) {
			out.rows = append(out.rows, ledgerRow(len(out.rows)+1, "", p.Label(), originNames[meeting.BySuperior], text))
		}
		for _, text := range typed.Lines(b.s.Opinions[i].Problems) {
			out.rows = append(out.rows, ledgerRow(len(out.rows)+1, "", p.Label(), originNames[meeting.ByAssessment], text))
		}
	}
	return out
}

// ledgerRow is a row with its number in front; what is not said is empty.
func ledgerRow(n int, texts ...string) []cell {
	out := []cell{numberCell(n)}
	for i := range ledgerHeads[1:] {
		text, as := "", left
		if i < len(texts) {
			text = texts[i]
		}
		switch ledgerHeads[1+i] {
		case "编号", "问题来源", "整改时限", "状态":
			as = centred
		}
		out = append(out, textCell(as, text))
	}
	return out
}

// progressText are what was done, a line for each.
func progressText(list []meeting.Progress) string {
	lines := make([]string, len(list))
	for i, step := range list {
		lines[i] = step.Date.String() + " " + step.Text
	}
	return strings.Join(lines, "\n")
}

// problemRemark says that a problem was carried over, has come back, or was sent back.
func problemRemark(p *meeting.Problem) string {
	var out []string
	if p.From != nil {
		out = append(out, fmt.Sprintf("结转：%d年度 %s", p.From.Year, p.From.ID))
	}
	if p.Again != "" {
		out = append(out, "再次出现："+p.Again)
	}
	for _, r := range p.Returned {
		out = append(out, "退回："+r.Reason)
	}
	return strings.Join(out, "\n")
}

// ledgerWidths are those of the columns; the first two formats of an export had wider
// ones, from which the heights of their rows follow.
func (b *book) ledgerWidths() []float64 {
	if b.former {
		return []float64{6, 7, 20, 10, 38, 30, 22, 12, 14, 12, 32, 16, 9, 20}
	}
	return []float64{5, 4, 11, 6, 20, 15, 10, 7, 7, 10, 15, 8, 6, 6}
}
