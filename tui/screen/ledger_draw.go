package screen

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// A ledgerLayout is the rows of the ledger: the table, and below it the problem under
// the cursor.
type ledgerLayout struct {
	shown  []*meeting.Problem
	head   []string
	room   int // rows of the table
	detail []string
}

func (l Ledger) layout(c desk.Context) ledgerLayout {
	sum := meeting.SumLedger(c.Ahead.Ledger, c.Today())
	head := c.Say(words.LedgerHead, "all", sum.All, "overdue", sum.Overdue, "returned", sum.Returned, "soon", sum.DueSoon, "open", sum.Open, "done", sum.Done)
	out := ledgerLayout{shown: l.shown(c), head: c.Indent(2, head, c.Look.Strong)}
	if filter := l.filters(c); filter != "" {
		out.head = append(out.head, "  "+c.Look.Dim.Render(filter))
	}
	if out.head = append(out.head, ""); len(out.shown) == 0 {
		return out
	}
	out.head = append(out.head, "    "+c.Look.Dim.Render(l.columns(c).line(c, words.LedgerColumns(c.Lang)...)))
	out.detail = problem(c, out.shown[l.cursor(out.shown)], 1)
	room := c.Rows - len(out.head) - 1
	out.room = max(3, room*3/5, room-len(out.detail))
	return out
}

func (l Ledger) Draw(c desk.Context) desk.Picture {
	if l.reading || l.charted {
		v := l.View(c)
		return v.Page.Draw(v.Sheet, c.Look)
	}
	out := l.layout(c)
	if len(out.shown) == 0 {
		text := words.LedgerNoneHere(c.Lang)
		if len(c.Ahead.Ledger) == 0 {
			text = words.LedgerEmpty(c.Lang)
		}
		return desk.Picture{Rows: append(out.head, c.Indent(2, text, c.Look.Dim)...)}
	}
	col := l.columns(c)
	names := c.Labels(col.subject - 1)
	l.list.At = l.cursor(out.shown)
	p := l.list.Draw(len(out.shown), out.room, func(i int, here bool) string { return l.row(c, out.shown[i], names, col, here) }).Under(out.head...)
	p.Rows = append(p.Rows, "")
	p.Rows = append(p.Rows, cutShort(c, out.detail, c.Rows-len(p.Rows))...)
	return p
}

// filters says how the table is thinned out and ordered, "" where it is not.
func (l Ledger) filters(c desk.Context) string {
	var parts []string
	if l.subject > 0 {
		parts = append(parts, c.Ahead.Plan.Subjects[l.subject-1].Label())
	}
	if l.status > 0 {
		parts = append(parts, words.ProblemStatus(c.Lang, string(meeting.ProblemStatuses[l.status-1])))
	}
	if l.origin > 0 {
		parts = append(parts, words.ProblemOrigin(c.Lang, string(meeting.Origins[l.origin-1])))
	}
	if l.order != byNumber {
		parts = append(parts, words.LedgerOrders(c.Lang)[l.order])
	}
	return strings.Join(parts, "  ")
}

// ledgerColumns are the widths of the table, the same for every row.
type ledgerColumns struct{ id, status, subject, text, who, due int }

func (l Ledger) columns(c desk.Context) ledgerColumns {
	col := ledgerColumns{id: 5, status: 9, subject: 16, who: 12, due: 11}
	if c.Width >= 110 {
		col.subject, col.who = 24, 16
	}
	col.text = max(10, c.Width-4-col.id-col.status-col.subject-col.who-col.due)
	return col
}

func (d ledgerColumns) line(c desk.Context, cells ...string) string {
	widths := []int{d.id, d.status, d.subject, d.text, d.who, d.due}
	var b strings.Builder
	for i, cell := range cells {
		b.WriteString(c.Look.Left(cell, widths[i]-1) + " ")
	}
	return b.String()
}

func (l Ledger) row(c desk.Context, p *meeting.Problem, names []string, col ledgerColumns, here bool) string {
	who := c.Look.Middle(whose(c, p), col.subject-1)
	if i := c.Ahead.Plan.Subject(p.Subject); i >= 0 {
		who = names[i]
	}
	status := p.Status(c.Today())
	word := l.style(c, status).Render(words.ProblemStatus(c.Lang, string(status)))
	due := c.Look.Text
	if status == meeting.StandsOverdue || status == meeting.StandsDueSoon {
		due = l.style(c, status)
	}
	return "  " + c.Pointer(here) + col.line(c, p.ID, word, who, c.Look.Middle(desk.OneLine(p.Text), col.text-1), c.Look.Middle(desk.OneLine(p.Who), col.who-1), due.Render(c.Look.Middle(p.Until(), col.due-1)))
}

// style is the colour of a status: red only what is overdue, amber what wants a
// look.
func (l Ledger) style(c desk.Context, s meeting.ProblemStatus) lipgloss.Style {
	switch s {
	case meeting.StandsOverdue:
		return c.Look.Red
	case meeting.StandsDueSoon, meeting.StandsReturned:
		return c.Look.Amber
	case meeting.StandsDone:
		return c.Look.Good
	default:
		return c.Look.Text
	}
}

// whose is the subject of a problem in words.
func whose(c desk.Context, p *meeting.Problem) string {
	if i := c.Ahead.Plan.Subject(p.Subject); i >= 0 {
		return c.Ahead.Plan.Subjects[i].Label()
	}
	if p.From != nil && p.From.Subject != "" {
		return p.From.Subject
	}
	return words.ProblemOfUnit(c.Lang)
}

// wholeProblem is all that is known of a problem.
func wholeProblem(c desk.Context, p *meeting.Problem) []string {
	return append([]string{""}, problem(c, p, len(p.Progress)+len(p.Returned))...)
}

// problem is what is known of a problem, of each kind so many of the newest.
func problem(c desk.Context, p *meeting.Problem, most int) []string {
	rows := c.Indent(2, p.ID+"  "+words.ProblemOrigin(c.Lang, string(p.Origin))+"  "+desk.OneLine(p.Text), c.Look.Strong)
	add := func(label, text string) {
		if text != "" {
			rows = append(rows, c.Indent(4, strings.TrimSpace(label+"  "+desk.OneLine(text)), c.Look.Text)...)
		}
	}
	if p.From != nil {
		add("", c.Say(words.ProblemCarried, "year", p.From.Year, "id", p.From.ID))
	}
	if p.Again != "" {
		add("", c.Say(words.ProblemAgain, "id", p.Again))
	}
	add(words.ProblemMeasure(c.Lang), p.Measure)
	add(words.ProblemTarget(c.Lang), p.Target)
	var who []string
	for _, part := range [][2]string{{words.ProblemWho(c.Lang), p.Who}, {words.ProblemBranch(c.Lang), p.Branch}, {words.ProblemDue(c.Lang), p.Until()}} {
		if part[1] != "" {
			who = append(who, part[0]+" "+part[1])
		}
	}
	add("", strings.TrimSpace(strings.Join(who, "   ")))
	for _, done := range p.Progress[max(0, len(p.Progress)-most):] {
		add(c.Say(words.ProblemProgress, "day", done.Date), done.Text)
	}
	if p.SignedOff == nil || most > 1 {
		for _, back := range p.Returned[max(0, len(p.Returned)-most):] {
			add(words.ProblemReturned(c.Lang), back.Reason)
		}
	}
	if p.SignedOff != nil {
		add("", c.Say(words.ProblemDone, "by", p.SignedOff.By, "day", p.SignedOff.Date))
	}
	for _, f := range p.Files {
		add(words.ProblemEvidence(c.Lang), f.Name)
	}
	if n := len(p.History) - 1; n > 0 {
		rows = append(rows, c.Indent(4, c.Say(words.ProblemHappened, "n", n), c.Look.Dim)...)
	}
	return rows
}
