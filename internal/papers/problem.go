package papers

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
)

// A pageProblem is one line of the ledger. What was not said is empty.
type pageProblem struct {
	*meeting.Problem
	Item      string  // its number in the ledger
	AgainItem string  // that of the earlier one that has come back
	Number    string  // among those of one person, in Chinese
	Place     int     // the same in digits
	Lines     string  // the same, post and name on a line each
	Label     string  // whose it is; of one that is nobody's this year, whose it was
	Due       *moment // the last day of the time limit
	Until     string  // the same as it was written, "" where the day says it all
	Progress  []pageStep
	Returned  []string // why it was sent back, each time
	Files     []string // the names of the evidence
	Status    string   // open, lasting, due-soon, overdue, returned or done
	SignedBy  string
	SignedOn  *moment
}

// A pageStep is what was done until a day.
type pageStep struct {
	Date *moment
	Text string
}

// pageRemedies are the problems of one person.
type pageRemedies struct {
	Number   string
	Label    string
	Problems []pageProblem
}

// A pageSum is how many problems stand how on the day of the last record.
type pageSum struct {
	All, Done, Overdue, Returned, DueSoon, Open *docx.Mark
}

// drawSum counts the problems of a list, nil where there are none.
func drawSum(f figures, list []*meeting.Problem, today plan.Day, of string) *pageSum {
	if len(list) == 0 {
		return nil
	}
	sum := meeting.SumLedger(list, today)
	return &pageSum{
		f.count(sum.All, of+"_all"), f.count(sum.Done, of+"_done"), f.count(sum.Overdue, of+"_overdue"),
		f.count(sum.Returned, of+"_returned"), f.count(sum.DueSoon, of+"_due_soon"), f.count(sum.Open, of+"_open"),
	}
}

// drawLedger is the ledger, and what of it is to be put right this year, gathered by
// person: those of the plan in its order, and behind them whose post nobody has.
func (p *page) drawLedger(f figures, s meeting.State, today plan.Day) {
	p.AsOf, p.Sum = momentOfDay(today), drawSum(f, s.Ledger, today, "ledger")
	at := map[string]int{}
	for _, sub := range s.Plan.Subjects {
		at[sub.Label()] = len(p.Remedies)
		p.Remedies = append(p.Remedies, pageRemedies{Label: sub.Label()})
	}
	for _, x := range s.Ledger {
		out := drawProblem(s, x, today)
		p.Ledger = append(p.Ledger, out)
		if !isToRemedy(x) {
			continue
		}
		i, known := at[out.Label]
		if !known {
			i = len(p.Remedies)
			at[out.Label] = i
			p.Remedies = append(p.Remedies, pageRemedies{Label: out.Label})
		}
		of := &p.Remedies[i]
		out.Place = len(of.Problems) + 1
		out.Number = numberInWords(out.Place)
		of.Problems = append(of.Problems, out)
	}
	p.Remedies = slices.DeleteFunc(p.Remedies, func(r pageRemedies) bool { return len(r.Problems) == 0 })
	for i := range p.Remedies {
		p.Remedies[i].Number = numberInWords(i + 1)
	}
}

func drawProblem(s meeting.State, x *meeting.Problem, today plan.Day) pageProblem {
	out := pageProblem{Problem: x, Item: strings.TrimPrefix(x.ID, "p"), AgainItem: strings.TrimPrefix(x.Again, "p"), Label: result.OwnerOf(s, x), Due: momentOfDay(x.Due), Until: x.Limit, Status: string(x.Status(today))}
	if x.Lasting() && out.Status == string(meeting.StandsOpen) {
		out.Status = "lasting"
	}
	out.Lines = out.Label
	if at := s.Plan.Subject(x.Subject); at >= 0 {
		out.Lines = linesOf(s.Plan.Subjects[at])
	}
	for _, step := range x.Progress {
		out.Progress = append(out.Progress, pageStep{momentOfDay(step.Date), step.Text})
	}
	for _, r := range x.Returned {
		out.Returned = append(out.Returned, r.Reason)
	}
	for _, file := range x.Files {
		out.Files = append(out.Files, file.Name)
	}
	if x.SignedOff != nil {
		out.SignedBy, out.SignedOn = x.SignedOff.By, momentOfDay(x.SignedOff.Date)
	}
	return out
}

func drawLastYear(f figures, s meeting.State, i int) *pageSum {
	d := result.LastYearOf(s, i)
	if d == nil {
		return nil
	}
	of := fmt.Sprintf("s%d_last", i+1)
	return &pageSum{
		All: f.count(d.All, of+"_all"), Done: f.count(d.Done, of+"_done"), Overdue: f.count(d.Overdue, of+"_overdue"),
		Returned: f.count(d.Returned, of+"_returned"), Open: f.count(d.Open, of+"_open"),
	}
}
