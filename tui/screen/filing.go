package screen

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// The papers that the plan wants filed: which of them there are, and when each
// went where.

// paper is the one under the cursor.
func (a Archive) paper(c desk.Context) plan.Paper {
	papers := c.Ahead.Plan.Papers
	return papers[a.list.Within(len(papers)).At]
}

// askFiling asks when a paper was filed and with whom, and whether all went
// together.
func askFiling(c desk.Context, p plan.Paper) desk.Question {
	return desk.AskChoice([]string{c.Say(words.FileOne, "paper", p.Title), words.FileAll(c.Lang)}, func(n int, c desk.Context) desk.Answer {
		return desk.Asks(askDay(c, c.Today(), words.ProblemDayAsk, func(day plan.Day, c desk.Context) desk.Answer {
			return desk.Asks(desk.AskText(meeting.MaxWho, func(to string, c desk.Context) desk.Answer {
				if n == 1 {
					return fileKnowing(c, missing(c, c.Ahead.Plan.Papers), meeting.FileAll{Date: day, To: to})
				}
				return fileKnowing(c, missing(c, []plan.Paper{p}), meeting.FilePaper{Paper: p.ID, Date: day, To: to})
			}, words.FiledToAsk(c.Lang)).Filled(c.Ahead.Plan.Superior))
		}))
	}, words.FileAsk(c.Lang))
}

// missing are those papers that are not filed yet, were not attached and that nothing
// writes.
func missing(c desk.Context, papers []plan.Paper) (out []plan.Paper) {
	for _, p := range c.Ahead.Papers(func(p plan.Paper) bool { return c.Generated != nil && c.Generated(c.Ahead, p) }) {
		if p.State == meeting.PaperMissing && !p.Filed.Given() && slices.ContainsFunc(papers, func(o plan.Paper) bool { return o.ID == p.Paper.ID }) {
			out = append(out, p.Paper)
		}
	}
	return out
}

// fileKnowing records that papers were filed. Where some of them are nowhere, it is said
// first, and whoever filed them on paper says so.
func fileKnowing(c desk.Context, missing []plan.Paper, order meeting.Order) desk.Answer {
	if len(missing) == 0 {
		return c.Submit(order)
	}
	titles := make([]string, len(missing))
	for i, p := range missing {
		titles[i] = p.Title
	}
	return desk.Asks(desk.AskChoice([]string{words.FileNotYet(c.Lang), words.FileOnPaper(c.Lang)}, func(n int, c desk.Context) desk.Answer {
		if n == 0 {
			return desk.Answer{}
		}
		return c.Submit(order)
	}, c.Say(words.FileMissing, "papers", strings.Join(titles, words.ListComma(c.Lang)))))
}

// filing draws the papers, with the day that they are due.
func (a Archive) filing(c desk.Context, room int) desk.Picture {
	s := c.State
	by := s.Plan.Dates.FileBy
	head := c.Say(words.FileBy, "day", by, "superior", s.Plan.Superior) + c.Clause(s.Plan.Dates.FileByClause)
	if slices.ContainsFunc(s.Filings, func(f meeting.Filing) bool { return !f.Given() }) {
		head += daysLeft(c, by) // what is filed is not late
	}
	rows := append([]string{""}, c.Indent(2, head, c.Look.Text)...)
	var titles []string
	wide := 0
	for _, p := range s.Plan.Papers {
		titles = append(titles, p.Title)
		wide = max(wide, look.Width(p.Title))
	}
	wide = min(wide, c.Width/2)
	cut := c.Look.Apart(titles, wide)
	papers := s.Papers(func(p plan.Paper) bool { return c.Generated != nil && c.Generated(s, p) })
	out := a.list.Draw(len(papers), max(3, room-len(rows)), func(i int, here bool) string {
		return "  " + c.Pointer(here) + paperRow(c, papers[i], cut[i], wide)
	})
	if at := a.list.Within(len(papers)).At; len(papers) > 0 && cut[at] != titles[at] {
		out.Whole = titles[at]
	}
	return out.Under(rows...)
}

// paperRow is one paper: whether it went, its title, and where it is.
func paperRow(c desk.Context, p meeting.PaperStanding, title string, wide int) string {
	mark, state, style := " ", words.PaperState(c.Lang, string(p.State)), c.Look.Text
	if p.State == meeting.PaperMissing {
		style = c.Look.Amber
	}
	if n := len(p.Files); n > 0 {
		state += " " + p.Files[n-1].Name
	}
	if p.Filed.Given() {
		mark = c.Look.Done()
		if p.State == meeting.PaperMissing { // it went without passing here
			state, style = words.FiledOnPaper(c.Lang), c.Look.Text
		}
		state += "  " + c.Say(words.PlanFiled, "day", p.Filed.Date, "to", p.Filed.To)
	}
	return c.Look.Good.Render(mark) + " " + c.Look.Left(title, wide) + "  " + style.Render(state)
}
