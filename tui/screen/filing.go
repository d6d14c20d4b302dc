package screen

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/key"
	"shuping/tui/look"
)

// The papers that the plan wants filed: which of them there are, and when each
// went where.

func (a Archive) filingKeys(c Context) key.Scope {
	if len(c.Ahead.Plan.Papers) == 0 {
		return nil
	}
	return key.Scope{
		key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down"),
		key.On(key.Right, "→", words.KeyFile(c.Lang), "right"), key.On(key.More, "+", words.KeyAttach(c.Lang), "+", "="),
	}
}

// file answers the keys of the papers.
func (a Archive) file(m key.Meaning, c Context) Archive {
	list := c.Ahead.Plan.Papers
	if len(list) == 0 {
		return a
	}
	a.at = min(a.at, len(list)-1)
	switch m.What {
	case key.Up:
		a.at = max(0, a.at-1)
	case key.Down:
		a.at = min(len(list)-1, a.at+1)
	case key.More:
		a.ask = askFile(c, "paper:"+list[a.at].ID)
	case key.Right:
		a.ask = askFiling(c, list[a.at])
	}
	return a
}

// askFiling asks when a paper was filed and with whom, and whether all went
// together.
func askFiling(c Context, p plan.Paper) ask {
	when := func(all bool) ask {
		return askDay(c.today(), words.ProblemDayAsk(c.Lang), func(day plan.Day, c Context) Answer {
			next := askText(meeting.MaxWho, func(to string, c Context) Answer {
				if all {
					return c.submit(meeting.FileAll{Date: day, To: to})
				}
				return c.submit(meeting.FilePaper{Paper: p.ID, Date: day, To: to})
			}, words.FiledToAsk(c.Lang)).filled(c.Ahead.Plan.Superior)
			return Answer{next: &next}
		})
	}
	return askChoice([]string{c.Say(words.FileOne, "paper", p.Title), words.FileAll(c.Lang)}, func(n int, c Context) Answer {
		next := when(n == 1)
		return Answer{next: &next}
	}, words.FileAsk(c.Lang))
}

// filing draws the papers, with the day that they are due.
func (a Archive) filing(c Context, room int) []string {
	s := c.State
	by := s.Plan.Dates.FileBy
	head := c.Say(words.FileBy, "day", by, "superior", s.Plan.Superior) + c.clause(s.Plan.Dates.FileByClause)
	if slices.ContainsFunc(s.Filings, func(f meeting.Filing) bool { return !f.Given() }) {
		head += c.daysLeft(by) // what is filed is not late
	}
	rows := append([]string{""}, c.indent(2, head, c.Look.Text)...)
	generated := func(p plan.Paper) bool { return c.Generated != nil && c.Generated(s, p) }
	wide := 0
	for _, p := range s.Plan.Papers {
		wide = max(wide, look.Width(p.Title))
	}
	wide = min(wide, c.Width/2)
	var lines []string
	for i, p := range s.Papers(generated) {
		pointer, mark := "  ", " "
		if i == a.at {
			pointer = c.Look.Accent.Render(c.Look.Here()) + " "
		}
		state, style := words.PaperState(c.Lang, string(p.State)), c.Look.Text
		if p.State == meeting.PaperMissing {
			style = c.Look.Amber
		}
		if n := len(p.Files); n > 0 {
			state += " " + p.Files[n-1].Name
		}
		if p.Filed.Given() {
			mark = c.Look.Done()
			if p.State == meeting.PaperMissing { // it went without passing here
				state, style = "", c.Look.Text
			} else {
				state += "  "
			}
			state += c.Say(words.PlanFiled, "day", p.Filed.Date, "to", p.Filed.To)
		}
		lines = append(lines, "  "+pointer+c.Look.Good.Render(mark)+" "+c.Look.Left(p.Paper.Title, wide)+"  "+style.Render(state))
	}
	return append(rows, window(lines, max(3, room-len(rows)), a.at)...)
}

// daysLeft says how long it is until a day, or how long ago it was.
func (c Context) daysLeft(day plan.Day) string {
	switch n := c.today().DaysUntil(day); {
	case day == plan.Day{}:
		return ""
	case n >= 0:
		return c.Say(words.DaysLeft, "days", fmt.Sprint(n))
	default:
		return c.Say(words.DaysOver, "days", fmt.Sprint(-n))
	}
}
