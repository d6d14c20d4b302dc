package screen

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
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

	list    frame.List
	reading bool // the problem under the cursor, whole
	charted bool // all of them in bars
	page    frame.Page

	taking Taking
	waits  bool // the table is not looked at yet
}

// How the ledger is ordered.
type ledgerOrder int

const (
	byNumber ledgerOrder = iota
	byDue
	byStatus
)

var ledgerActions = []desk.Action[Ledger]{
	{Keys: []string{"enter"}, Name: words.KeyProblemEdit, When: Ledger.pointed, Do: Ledger.work},
	{Keys: []string{"esc", "ctrl+r"}, Name: words.KeyBack, When: func(l Ledger, _ desk.Context) key.Can { return key.If(l.charted) }, Do: Ledger.bars},
	{Keys: []string{"esc"}, Name: words.KeyBack, When: func(l Ledger, _ desk.Context) key.Can { return key.If(l.reading) }, Do: Ledger.read},
	{Keys: []string{"ctrl+n"}, Name: words.KeyProblemNew, Do: Ledger.enter},
	{Keys: []string{"right"}, Cap: "←→", Name: words.KeyProblemSubject, When: Ledger.filled, Do: func(l Ledger, c desk.Context, _ int) (Ledger, desk.Answer) { return l.turn(c, +1) }},
	{Keys: []string{"left"}, Shown: key.Hidden, When: Ledger.filled, Do: func(l Ledger, c desk.Context, _ int) (Ledger, desk.Answer) { return l.turn(c, -1) }},
	{Keys: []string{"ctrl+o"}, Name: words.KeyReadAll, When: func(l Ledger, c desk.Context) key.Can { return key.If(!l.reading && !l.charted && len(l.shown(c)) > 0) }, Do: Ledger.read},
	{Keys: []string{"ctrl+r"}, Name: words.KeyChart, When: func(l Ledger, c desk.Context) key.Can { return key.If(!l.charted && l.filled(c) == key.Yes) }, Do: Ledger.bars},
	{Name: words.KeyProblemStatus, Shown: key.InMenu, When: Ledger.filled, Do: Ledger.askStatus},
	{Name: words.KeyProblemOrigin, Shown: key.InMenu, When: Ledger.filled, Do: Ledger.askOrigin},
	{Name: words.KeyOrder, Shown: key.InMenu, When: Ledger.filled, Do: Ledger.askOrder},
	{Name: words.KeyTableOut, Shown: key.InMenu, Do: func(l Ledger, _ desk.Context, _ int) (Ledger, desk.Answer) {
		return l, desk.Answer{Table: &desk.Table{}}
	}},
	{Name: words.KeyTableIn, Shown: key.InMenu, Do: func(l Ledger, c desk.Context, _ int) (Ledger, desk.Answer) { return l, pickTable(c) }},
}

func (l Ledger) Acts(c desk.Context) []desk.Act { return desk.Acts(l, c, ledgerActions) }

// filled is where there are problems to be thinned out and ordered.
func (l Ledger) filled(c desk.Context) key.Can {
	return key.If(len(c.Ahead.Ledger) > 0 && !l.reading)
}

func (l Ledger) pointed(c desk.Context) key.Can {
	return key.If(len(l.shown(c)) > 0 && !l.charted)
}

func (l Ledger) View(c desk.Context) desk.View {
	shown := l.shown(c)
	if l.charted {
		return desk.View{Page: l.page, Sheet: frame.Sheet{Lines: l.chart(c), Width: c.Width, Height: c.Rows}, Reads: true}
	}
	if l.reading && len(shown) > 0 {
		return desk.View{Page: l.page, Sheet: frame.Sheet{Lines: wholeProblem(c, shown[l.cursor(shown)]), Width: c.Width, Height: c.Rows}, Reads: true}
	}
	l.list.At = l.cursor(shown)
	return desk.View{List: l.list, Rows: frame.Rows{N: len(shown), Page: l.layout(c).room, Text: func(i int) string {
		p := shown[i]
		return fmt.Sprint(p.ID, " ", whose(c, p), " ", p.Text, " ", p.Who, " ", p.Branch)
	}}}
}

func (l Ledger) Seen(v desk.View, c desk.Context) desk.Screen {
	l.list, l.page = v.List, v.Page
	if shown := l.shown(c); !v.Reads && len(shown) > 0 {
		l.at = shown[v.List.At].ID
	}
	return l
}

func (l Ledger) Next(c desk.Context) string {
	shown := l.shown(c)
	switch {
	case l.charted || l.reading && len(shown) > 0:
		return words.NextRead(c.Lang)
	case len(shown) > 0:
		return c.Say(words.NextProblem, "id", shown[l.cursor(shown)].ID)
	}
	return words.NextNoProblem(c.Lang)
}

// shown is the problems that the filters let through, in order.
func (l Ledger) shown(c desk.Context) []*meeting.Problem {
	s, today := c.Ahead, c.Today()
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

// work asks what is to be done about the problem under the cursor.
func (l Ledger) work(c desk.Context, _ int) (Ledger, desk.Answer) {
	shown := l.shown(c)
	return l, desk.Asks(askDeed(c, shown[l.cursor(shown)].ID))
}

func (l Ledger) read(desk.Context, int) (Ledger, desk.Answer) {
	l.reading, l.page = !l.reading, frame.Page{}
	return l, desk.Answer{}
}

// bars puts all problems into bars, or lists them again.
func (l Ledger) bars(desk.Context, int) (Ledger, desk.Answer) {
	l.charted, l.page = !l.charted, frame.Page{}
	return l, desk.Answer{}
}

// enter asks for a new problem, of the subject that the table shows.
func (l Ledger) enter(c desk.Context, _ int) (Ledger, desk.Answer) {
	l.reading, l.charted = false, false
	return l, desk.Asks(askProblem(c, l.subject))
}

// turn shows the problems of the next subject, and behind the last those of all.
func (l Ledger) turn(c desk.Context, by int) (Ledger, desk.Answer) {
	n := len(c.Ahead.Plan.Subjects) + 1
	l.subject = (l.subject + by + n) % n
	return l, desk.Answer{}
}

func (l Ledger) askStatus(c desk.Context, _ int) (Ledger, desk.Answer) {
	choices := []string{words.FilterAll(c.Lang)}
	for _, st := range meeting.ProblemStatuses {
		choices = append(choices, words.ProblemStatus(c.Lang, string(st)))
	}
	return l, desk.Asks(askLedger(choices, l.status, words.StatusAsk(c.Lang), func(l *Ledger, n int) { l.status = n }))
}

func (l Ledger) askOrigin(c desk.Context, _ int) (Ledger, desk.Answer) {
	choices := []string{words.FilterAll(c.Lang)}
	for _, o := range meeting.Origins {
		choices = append(choices, words.ProblemOrigin(c.Lang, string(o)))
	}
	return l, desk.Asks(askLedger(choices, l.origin, words.OriginAsk(c.Lang), func(l *Ledger, n int) { l.origin = n }))
}

func (l Ledger) askOrder(c desk.Context, _ int) (Ledger, desk.Answer) {
	return l, desk.Asks(askLedger(words.LedgerOrders(c.Lang), int(l.order), words.OrderAsk(c.Lang), func(l *Ledger, n int) { l.order = ledgerOrder(n) }))
}

// askLedger asks how the table is thinned out or ordered.
func askLedger(choices []string, at int, line string, set func(*Ledger, int)) desk.Question {
	return desk.AskChoice(choices, func(n int, _ desk.Context) desk.Answer {
		return desk.Answer{Onto: func(s desk.Screen) desk.Screen {
			l := s.(Ledger)
			set(&l, n)
			return l
		}}
	}, line).On(at)
}
