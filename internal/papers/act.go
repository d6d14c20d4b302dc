package papers

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// exemptText says that somebody is not graded, and why.
func exemptText(p plan.Subject, why string) string {
	return fmt.Sprintf("%s不评定等次：%s。", p.Label(), why)
}

// drawActs tells what was done around the count: which votes were repeated and which
// sheets counted anew, who is not graded, and what was announced when.
func drawActs(s meeting.State) []string {
	var out []string
	var rounds []meeting.Round
	for p := s.Past; p != nil; p = p.Older {
		rounds = append(rounds, p.Round)
	}
	slices.Reverse(rounds)
	for _, r := range append(rounds, s.Round) {
		if r.VoidedBy != "" {
			out = append(out, fmt.Sprintf("第%s轮测评无效，重新测评。原因：%s。由%s提出。", numberInWords(r.Number), r.VoidedFor, r.VoidedBy))
		}
		out = append(out, revotesIn(s, r, true)...)
		for _, c := range r.Recounts {
			out = append(out, recountText(s, r, c))
		}
	}
	out = append(out, settledIn(s)...)
	for i, p := range s.Plan.Subjects {
		if why := s.WhyExempt(i); why != "" {
			out = append(out, exemptText(p, why))
		}
	}
	for _, a := range s.Announcements {
		at := momentOf(a.At)
		what := "票数"
		if a.What == meeting.Grades {
			what = "等次"
		}
		out = append(out, fmt.Sprintf("%d年%d月%d日%d时%02d分宣布%s（第%s轮%s）。", at.Year, at.Month, at.Day, at.Hour, at.Minute, what, numberInWords(a.Round), versionInWords(a.Version)))
	}
	return out
}

// settledIn tells what was settled of classes with few people.
func settledIn(s meeting.State) []string {
	var out []string
	for _, x := range s.Settled {
		text, together := fmt.Sprintf("%s到会%d人，不足%d人，", s.Plan.ClassName(x.Class), x.People, s.Plan.Sheets.FewestOf), "合并发放、计票"
		if x.Sheets > 0 {
			text, together = fmt.Sprintf("%s计票的评议表为%d张，不足%d张，", s.Plan.ClassName(x.Class), x.Sheets, s.Plan.Sheets.FewestOf), "混合后一并计票，发出、收回的张数计入后者"
		}
		if x.Into == "" {
			text += "该类票数照样单列，由此可能看出个人意见，会议知悉，"
		} else {
			text += fmt.Sprintf("为保护个人意见，与%s%s，该类不再单独计权，其余各类按比例计，", s.Plan.ClassName(x.Into), together)
		}
		out = append(out, text+"由"+x.By+"确认。")
	}
	return out
}

// revotesIn tells each new vote on some subjects in a round, with its sheets where they
// stand nowhere beside it.
func revotesIn(s meeting.State, r meeting.Round, sheets bool) []string {
	var out []string
	for _, v := range r.Revotes {
		text := fmt.Sprintf("第%s轮：对%s重新测评，其他人的票数不变。原因：%s。由%s提出。", numberInWords(v.Number), s.Labels(v.Subjects), v.Reason, v.By)
		var sum meeting.Stack
		for _, st := range r.Stacks {
			if st.Vote == v.Number {
				sum.Issued, sum.Collected = sum.Issued+st.Issued, sum.Collected+st.Collected
				sum.Valid, sum.Void = sum.Valid+st.Valid, sum.Void+st.Void
			}
		}
		if sheets && sum.Issued > 0 {
			text += fmt.Sprintf("发出评议表%d张，收回%d张，有效票%d张，无效票%d张。", sum.Issued, sum.Collected, sum.Valid, sum.Void)
		}
		out = append(out, text)
	}
	return out
}

func recountText(s meeting.State, r meeting.Round, c meeting.Recount) string {
	text := fmt.Sprintf("第%s轮重新计票，原因：%s，由%s提出。", numberInWords(r.Number), c.Reason, c.By)
	if len(c.Differs) == 0 {
		return text + "两次计票一致。"
	}
	which := "重新计票"
	if c.Stands == meeting.FirstEntry {
		which = "原计票"
	}
	return text + "两次计票不一致的有：" + s.Plan.Labels(c.Differs) + "。经监票人确认，以" + which + "为准。"
}

// drawChain tells the seals in their order, where the count was sealed more than once.
func drawChain(s meeting.State) []string {
	if len(s.Seals)-s.GradeSeals() < 2 {
		return nil
	}
	var out []string
	for i, seal := range s.Seals {
		text := fmt.Sprintf("%d. 计票封存，第%s轮%s，第%d条记录", i+1, numberInWords(seal.Round), versionInWords(seal.Version), seal.Record)
		if seal.Of == meeting.SealedGrades {
			text = fmt.Sprintf("%d. 等次封存，依据第%s轮%s，第%d条记录", i+1, numberInWords(seal.Round), versionInWords(seal.Version), seal.Record)
		}
		if seal.Unread {
			text += "，未当场宣读"
		}
		out = append(out, text+"。")
	}
	return out
}
