package planform

import (
	"slices"
	"strconv"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A page asks for one part of the plan: whether it has anything to ask, what it
// asks of the draft as it is, and what the draft becomes.
type page struct {
	asked func(Draft) bool
	ask   func(Draft, words.Language) Page
	take  func(Draft, []Answer, words.Language) (Draft, *Problem)
	// without is the plan less what the page asks for; what the two plans say
	// differently is shown while the page is answered. nil shows nothing.
	without func(plan.Plan) plan.Plan
}

// pages are all that is asked, in this order.
var pages = []page{
	{asked: always, ask: askPack, take: takePack},
	{asked: always, ask: askFrame, take: takeFrame},
	{asked: always, ask: askDates, take: takeDates},
	{asked: always, ask: askSubjects, take: takeSubjects},
	{asked: always, ask: askVoters, take: takeVoters},
	{asked: always, ask: askContent, take: takeContent},
	{asked: always, ask: askAgenda, take: takeAgenda},
	{asked: always, ask: askScale, take: takeScale},
	{asked: always, ask: askCount, take: takeCount, without: withoutBase},
	{asked: always, ask: askVeto, take: takeVeto, without: withoutVeto},
	{asked: always, ask: askFacts, take: takeFacts},
	{asked: always, ask: askQuota, take: takeQuota, without: withoutQuota},
	{asked: always, ask: askSheets, take: takeSheets, without: withoutSheets},
	{asked: always, ask: askShown, take: takeShown, without: withoutShown},
	{asked: always, ask: askPapers, take: takePapers},
	{asked: func(d Draft) bool { return d.asks }, ask: askPath, take: takePath},
	{asked: always, ask: askReview, take: takeReview},
}

func always(Draft) bool { return true }

const (
	titleMost  = 60 // characters, as the plan bounds them
	nameMost   = 40
	clauseMost = 20
	listMost   = 5000
)

func titled(p words.Page, qs ...Question) Page {
	return Page{Title: p.Title, Help: p.Help, Questions: qs}
}

func line(l words.Label, value string, limit int) Question {
	return Question{Label: l.Name, Hint: l.Hint, Kind: Line, Value: value, Limit: limit}
}

func number(l words.Label, value, most int) Question {
	return Question{Label: l.Name, Hint: l.Hint, Kind: Number, Value: strconv.Itoa(value), Limit: most}
}

func list(l words.Label, rows []string) Question {
	return Question{Label: l.Name, Hint: l.Hint, Kind: List, Value: strings.Join(rows, "\n"), Limit: listMost}
}

func choice(l words.Label, at int, choices ...string) Question {
	return Question{Label: l.Name, Hint: l.Hint, Kind: Choice, Choices: choices, At: max(0, at)}
}

// onSecond is the question asked only where the page's first choice stands at its
// second word.
func onSecond(q Question) Question {
	q.OnSecond = true
	return q
}

// pick is the choice among what the plan calls things, in the words of a table.
func pick[K ~string](l words.Language, label words.Label, now K, keys []K, word func(words.Language, string) string) Question {
	said := make([]string, len(keys))
	for i, k := range keys {
		said[i] = word(l, string(k))
	}
	return choice(label, slices.Index(keys, now), said...)
}

func askPack(d Draft, l words.Language) Page {
	q := Question{Kind: Menu, At: max(0, d.pack)}
	for _, p := range d.packs {
		q.Choices = append(q.Choices, words.Fill(words.FormPackLine(l), map[string]any{"title": p.Title, "unit": p.Unit}))
	}
	return titled(words.PackPage(l), q)
}

func takePack(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	if d.pack >= 0 && d.pack != a[0].At {
		d.said = words.FormBegun(l)
	}
	return d.begin(a[0].At), nil
}

func askFrame(d Draft, l words.Language) Page {
	p := d.plan
	return titled(words.FramePage(l),
		line(words.UnitLabel(l), p.Unit, titleMost), line(words.SuperiorLabel(l), p.Superior, titleMost),
		line(words.ChairLabel(l), p.Chair, nameMost), number(words.YearLabel(l), p.Year, 9999))
}

func takeFrame(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	d.plan.Unit, d.plan.Superior, d.plan.Chair = r.text(0), r.text(1), r.text(2)
	if year := r.number(3); year < 2000 || year > 2999 {
		d.plan.Year = year // refused in the plan's words
	} else {
		d = d.inYear(year)
	}
	return d, r.problem
}

func askDates(d Draft, l words.Language) Page {
	p := d.plan
	return titled(words.DatesPage(l),
		line(words.TitleLabel(l), p.Title, titleMost),
		line(words.FromLabel(l), p.Dates.From.String(), nameMost), line(words.UntilLabel(l), p.Dates.Until.String(), nameMost),
		line(words.DatesClauseLabel(l), p.Dates.Clause, clauseMost),
		line(words.FileByLabel(l), p.Dates.FileBy.String(), nameMost),
		line(words.FileClauseLabel(l), p.Dates.FileByClause, clauseMost))
}

func takeDates(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	d.plan.Title = r.text(0)
	d.plan.Dates = plan.Dates{
		From: r.day(1), Until: r.day(2), Clause: r.text(3), FileBy: r.day(4), FileByClause: r.text(5),
	}
	return d, r.problem
}

func askContent(d Draft, l words.Language) Page {
	var rows []string
	for _, c := range d.plan.Content {
		rows = append(rows, row(c.Label, c.Clause))
	}
	return titled(words.ContentPage(l), list(words.ContentListLabel(l), rows))
}

func takeContent(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	var had [][2]string
	for _, c := range d.plan.Content {
		had = append(had, [2]string{c.Label, c.Clause})
	}
	d.plan.Content = nil
	for _, p := range r.pairs(0, r.lines(0), had...) {
		d.plan.Content = append(d.plan.Content, plan.Point{Label: p[0], Clause: p[1]})
	}
	return d, r.problem
}

func askAgenda(d Draft, l words.Language) Page {
	p := titled(words.AgendaPage(l))
	for _, st := range d.plan.Stages {
		name := words.AgendaKind(d.lang, st.Kind)
		values := map[string]any{"stage": name}
		p.Questions = append(p.Questions,
			number(words.MinutesLabel(l).Fill(values), st.Minutes, 999),
			line(words.StageClauseLabel(l).Fill(values), st.Clause, clauseMost))
	}
	p.Questions = append(p.Questions, number(words.WarnLabel(l), d.plan.Warn, 999))
	return p
}

func takeAgenda(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	d.plan.Stages = slices.Clone(d.plan.Stages)
	for i := range d.plan.Stages {
		d.plan.Stages[i].Minutes, d.plan.Stages[i].Clause = r.number(2*i), r.text(2*i+1)
	}
	d.plan.Warn = r.number(2 * len(d.plan.Stages))
	return d, r.problem
}

func askPapers(d Draft, l words.Language) Page {
	var rows []string
	for _, p := range d.plan.Papers {
		rows = append(rows, row(p.Title, p.Clause))
	}
	return titled(words.PapersPage(l), list(words.PaperListLabel(l), rows))
}

func takePapers(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	ids := newIDs("p")
	var had [][2]string
	for _, p := range d.plan.Papers {
		ids.had(p.Title, p.ID)
		had = append(had, [2]string{p.Title, p.Clause})
	}
	d.plan.Papers = nil
	for _, p := range r.pairs(0, r.lines(0), had...) {
		d.plan.Papers = append(d.plan.Papers, plan.Paper{ID: ids.of(p[0]), Title: p[0], Clause: p[1]})
	}
	return d, r.problem
}

func askPath(d Draft, l words.Language) Page {
	path := d.path
	if path == "" {
		path = d.offer(d.plan)
	}
	return titled(words.PathPage(l), line(words.FileLabel(l), path, 0))
}

func takePath(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	d.path = r.text(0)
	if r.problem == nil {
		if say := d.taken(d.path); say != "" {
			r.problem = &Problem{0, say}
		}
	}
	return d, r.problem
}

func askReview(d Draft, l words.Language) Page {
	help := words.Fill(words.ReviewPage(l).Help, map[string]any{"path": d.path})
	text := words.PlanLines(d.lang, d.plan)
	if kept := d.kept(l); kept != "" {
		text = append([]string{kept}, text...)
	}
	return Page{
		Title: words.ReviewPage(l).Title, Help: help, Text: text,
		Questions: []Question{{Kind: Menu, Choices: words.ReviewChoices(l)[:]}},
	}
}

func takeReview(d Draft, a []Answer, _ words.Language) (Draft, *Problem) {
	d.then = []then{write, restart, abandon}[a[0].At]
	return d, nil
}

// named is grades by their words.
func named(scale tally.Scale, grades []int) string {
	var out []string
	for _, g := range grades {
		out = append(out, scale.Name(g))
	}
	return strings.Join(out, " ")
}
