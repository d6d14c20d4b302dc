package screen

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/key"
)

// Ledger is the rectification ledger (整改台账): the problems of all subjects, one
// a row, with what is done about the one under the cursor. It is open all year,
// behind the seal too.
type Ledger struct {
	at      string // the problem under the cursor, "" for the first
	order   ledgerOrder
	subject int // index in the plan plus one, 0 for all
	status  int // index in the statuses plus one, 0 for all
	origin  int // index in the origins plus one, 0 for all
	top     int // the first row of the detail in sight, where not all fit
	ask     ask
	arrival
}

// How the ledger is ordered.
type ledgerOrder int

const (
	byNumber ledgerOrder = iota
	byDue
	byStatus
	ledgerOrders
)

// today is the day on the laptop's clock.
func (c Context) today() plan.Day {
	y, m, d := c.Now.Local().Date()
	return plan.Day{Year: y, Month: m, Day: d}
}

// shown is the problems that the filters let through, in order.
func (l Ledger) shown(c Context) []*meeting.Problem {
	s, today := c.Ahead, c.today()
	var list []*meeting.Problem
	for _, p := range s.Ledger {
		switch {
		case l.subject > 0 && p.Subject != s.Plan.Subjects[l.subject-1].ID:
		case l.status > 0 && p.Status(today) != meeting.ProblemStatuses[l.status-1]:
		case l.origin > 0 && p.Origin != meeting.Origins[l.origin-1]:
		default:
			list = append(list, p)
		}
	}
	switch l.order {
	case byDue:
		slices.SortStableFunc(list, func(a, b *meeting.Problem) int { return dueOrder(a, b) })
	case byStatus:
		rank := map[meeting.ProblemStatus]int{}
		for i, st := range meeting.ProblemStatuses {
			rank[st] = i
		}
		slices.SortStableFunc(list, func(a, b *meeting.Problem) int { return rank[a.Status(today)] - rank[b.Status(today)] })
	}
	return list
}

// dueOrder puts the earlier day first, and what has none last.
func dueOrder(a, b *meeting.Problem) int {
	none := plan.Day{}
	switch {
	case a.Due == b.Due:
		return 0
	case a.Due == none:
		return 1
	case b.Due == none:
		return -1
	default:
		return b.Due.DaysUntil(a.Due)
	}
}

// cursor is where the problem under the cursor stands in the list, 0 where it is
// not in it.
func (l Ledger) cursor(list []*meeting.Problem) int {
	return max(0, slices.IndexFunc(list, func(p *meeting.Problem) bool { return p.ID == l.at }))
}

func (l Ledger) Scope(c Context) key.Scope {
	if l.ask.open() {
		return append(l.ask.scope(c), l.pages(c)...)
	}
	var scope key.Scope
	if len(l.shown(c)) > 0 {
		scope = key.Scope{
			key.On(key.Confirm, "Enter", words.KeyProblemEdit(c.Lang), "enter"),
			key.On(key.Up, "↑↓", words.KeyChoose(c.Lang), "up"), key.On(key.Down, "", "", "down"),
		}
	}
	scope = append(scope, key.On(key.More, "+", words.KeyProblemNew(c.Lang), "+", "="), key.On(key.Tables, "*", words.KeyTables(c.Lang), "*"))
	if len(c.Ahead.Ledger) > 0 {
		scope = append(scope, key.On(key.Left, "←→", words.KeyProblemSubject(c.Lang), "left"), key.On(key.Right, "", "", "right"),
			key.On(key.Last, "End", words.KeyProblemStatus(c.Lang), "end"), key.On(key.Slip, "/", words.KeyProblemOrigin(c.Lang), "/"),
			key.On(key.First, "Home", words.KeyOrder(c.Lang), "home"))
	}
	if len(l.shown(c)) > 0 {
		scope = append(scope, key.On(key.PageUp, "PgUp/PgDn", words.KeyPage(c.Lang), "pgup"), key.On(key.PageDown, "", "", "pgdown"))
	}
	return scope
}

func (l Ledger) Do(m key.Meaning, c Context) (Screen, Answer) {
	if l.ask.open() {
		return l.answer(m, c)
	}
	turn := func(at, count, by int) int { return ((at+by)%(count+1) + count + 1) % (count + 1) }
	switch m.What {
	case key.Up:
		return l.move(c, -1), Answer{}
	case key.Down:
		return l.move(c, +1), Answer{}
	case key.PageUp:
		return l.move(c, -l.room(c)), Answer{}
	case key.PageDown:
		return l.move(c, +l.room(c)), Answer{}
	case key.First:
		l.order = (l.order + 1) % ledgerOrders
	case key.Left:
		l.subject = turn(l.subject, len(c.Ahead.Plan.Subjects), -1)
	case key.Right:
		l.subject = turn(l.subject, len(c.Ahead.Plan.Subjects), +1)
	case key.Last:
		l.status = turn(l.status, len(meeting.ProblemStatuses), +1)
	case key.Slip:
		l.origin = turn(l.origin, len(meeting.Origins), +1)
	case key.More:
		l.ask = askProblem(c, l.subject)
		return l, Answer{}
	case key.Tables:
		l.ask = askTables(c)
		return l, Answer{}
	case key.Confirm:
		list := l.shown(c)
		l.ask = askDeed(c, list[l.cursor(list)].ID)
		return l, Answer{}
	}
	l.top = 0
	return l, Answer{}
}

// onto puts the cursor on a problem that is entered.
func (l Ledger) onto(ans Answer, c Context) Ledger {
	for _, o := range ans.Orders {
		if _, entered := o.(meeting.RecordProblem); entered && !ans.Ring {
			l.at = fmt.Sprint("p", len(c.Ahead.Ledger)+1)
		}
	}
	return l
}

// move goes to another problem in the order shown.
func (l Ledger) move(c Context, by int) Ledger {
	if list := l.shown(c); len(list) > 0 {
		l.at = list[min(max(0, l.cursor(list)+by), len(list)-1)].ID
	}
	return l
}

func (l Ledger) Typing(Context) bool { return l.ask.typing() }

func (l Ledger) Press(k tea.KeyPressMsg, _ Context) (Screen, bool) {
	var taken bool
	l.ask, taken = l.ask.press(k)
	return l, taken
}

func (l Ledger) Paste(text string, c Context) (Screen, Answer) {
	var ans Answer
	l.ask, ans = l.ask.paste(text, c)
	return l, ans
}

// Draft is what is being written and would be lost by a sudden end.
func (l Ledger) Draft() (name, text string) {
	return l.ask.draft()
}
