package screen

import (
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

func (l Ledger) Draw(c Context) Picture {
	if l.laid {
		return l.drawReview(c)
	}
	sum := meeting.SumLedger(c.Ahead.Ledger, c.today())
	head := c.Say(words.LedgerHead, "all", sum.All, "overdue", sum.Overdue, "returned", sum.Returned, "soon", sum.DueSoon, "open", sum.Open, "done", sum.Done)
	rows := append([]string{}, c.indent(2, head, c.Look.Strong)...)
	if filter := l.filters(c); filter != "" {
		rows = append(rows, "  "+c.Look.Dim.Render(filter))
	}
	rows = append(rows, "")
	list := l.shown(c)
	if len(list) == 0 {
		text := words.LedgerNoneHere(c.Lang)
		if sum.All == 0 {
			text = words.LedgerEmpty(c.Lang)
		}
		return l.ask.over(Picture{Rows: append(rows, c.indent(2, text, c.Look.Dim)...)}, c)
	}
	col := l.columns(c)
	rows = append(rows, "    "+c.Look.Dim.Render(col.line(c, words.LedgerColumns(c.Lang)...)))
	at := l.cursor(list)
	room := l.room(c)
	from := min(max(0, at-room/2), max(0, len(list)-room))
	for i := from; i < min(from+room, len(list)); i++ { // only what is in sight is drawn
		rows = append(rows, l.row(c, list[i], col, i == at))
	}
	rows = append(rows, "")
	rows = append(rows, l.detail(c, list[at])...)
	return l.ask.over(Picture{Rows: rows}, c)
}

// room is how many problems have room at once: two thirds of the screen.
func (l Ledger) room(c Context) int { return max(3, (c.Rows-5)*3/5) }

// filters says how the table is thinned out and ordered, "" where it is not.
func (l Ledger) filters(c Context) string {
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

func (l Ledger) columns(c Context) ledgerColumns {
	col := ledgerColumns{id: 5, status: 9, subject: 16, who: 10, due: 11}
	if c.Width >= 110 {
		col.subject, col.who = 24, 16
	}
	col.text = max(10, c.Width-4-col.id-col.status-col.subject-col.who-col.due)
	return col
}

func (d ledgerColumns) line(c Context, cells ...string) string {
	widths := []int{d.id, d.status, d.subject, d.text, d.who, d.due}
	var b strings.Builder
	for i, cell := range cells {
		b.WriteString(c.Look.Left(cell, widths[i]-1) + " ")
	}
	return b.String()
}

func (l Ledger) row(c Context, p *meeting.Problem, col ledgerColumns, here bool) string {
	pointer := "  "
	if here {
		pointer = c.Look.Accent.Render(c.Look.Here()) + " "
	}
	status := p.Status(c.today())
	word := l.style(c, status).Render(words.ProblemStatus(c.Lang, string(status)))
	due := c.Look.Text
	if status == meeting.StandsOverdue || status == meeting.StandsDueSoon {
		due = l.style(c, status)
	}
	return "  " + pointer + col.line(c, p.ID, word, c.whose(p), oneLine(p.Text), oneLine(p.Who), due.Render(p.Due.String()))
}

// style is the colour of a status: red only what is overdue, amber what wants a
// look.
func (l Ledger) style(c Context, s meeting.ProblemStatus) lipgloss.Style {
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
func (c Context) whose(p *meeting.Problem) string {
	if i := c.Ahead.Plan.Subject(p.Subject); i >= 0 {
		return c.Ahead.Plan.Subjects[i].Label()
	}
	if p.From != nil && p.From.Subject != "" {
		return p.From.Subject
	}
	return words.ProblemOfUnit(c.Lang)
}

// detail is the problem under the cursor, whole.
func (l Ledger) detail(c Context, p *meeting.Problem) []string {
	rows := c.indent(2, p.ID+"  "+words.ProblemOrigin(c.Lang, string(p.Origin))+"  "+oneLine(p.Text), c.Look.Strong)
	add := func(label, text string) {
		if text != "" {
			rows = append(rows, c.indent(4, strings.TrimSpace(label+"  "+oneLine(text)), c.Look.Text)...)
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
	for _, part := range [][2]string{{words.ProblemWho(c.Lang), p.Who}, {words.ProblemBranch(c.Lang), p.Branch}, {words.ProblemDue(c.Lang), p.Due.String()}} {
		if part[1] != "" {
			who = append(who, part[0]+" "+part[1])
		}
	}
	add("", strings.TrimSpace(strings.Join(who, "   ")))
	if n := len(p.Progress); n > 0 {
		add(c.Say(words.ProblemProgress, "day", p.Progress[n-1].Date), p.Progress[n-1].Text)
	}
	if n := len(p.Returned); n > 0 && p.SignedOff == nil {
		add(words.ProblemReturned(c.Lang), p.Returned[n-1].Reason)
	}
	if p.SignedOff != nil {
		add("", c.Say(words.ProblemDone, "by", p.SignedOff.By, "day", p.SignedOff.Date))
	}
	for _, f := range p.Files {
		add(words.ProblemEvidence(c.Lang), f.Name)
	}
	if n := len(p.History) - 1; n > 0 {
		rows = append(rows, c.indent(4, c.Say(words.ProblemHappened, "n", n), c.Look.Dim)...)
	}
	return rows
}
