package planform

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"shuping/internal/fault"
	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A Draft is the plan that is being made: always one that [plan.Parse] has
// read, since a page whose answers are refused is not taken.
//
// Where another number of grades is chosen, grades are known by their word: a
// veto, a fact or a quota that names a grade which is no longer there falls on
// the last one or is left out, a suggestion by points or in steps becomes the
// majority, and what bars a grade or weighs the sources is left out. The form
// says so, and the pages that follow show what is left.
type Draft struct {
	plan  plan.Plan
	path  string
	asks  bool // for the path
	packs []plan.Plan
	pack  int // which of them it began with, -1 before that is chosen
	today plan.Day
	offer func(plan.Plan) string
	taken func(string) string
	lang  words.Language

	then then
	said string // what is said when the page is taken
}

// then is what follows when a page is taken.
type then int

const (
	goOn then = iota
	write
	restart
	abandon
)

func newDraft(s Setting) Draft {
	return Draft{
		plan: s.Packs[0], packs: s.Packs, pack: -1, path: s.Path, asks: s.Path == "",
		today: s.Today, offer: s.Offer, taken: s.Taken, lang: s.Lang,
	}
}

// begin takes up a pack and moves it to the year that is probably meant: the
// one that the meeting looks back on, which is over by the summer.
func (d Draft) begin(pack int) Draft {
	if pack == d.pack {
		return d
	}
	d.pack, d.plan = pack, d.packs[pack]
	year := d.today.Year
	if d.today.Month <= time.June {
		year--
	}
	return d.inYear(max(year, d.plan.Year))
}

// inYear moves the days and the title along with the year.
func (d Draft) inYear(year int) Draft {
	p := &d.plan
	by := year - p.Year
	if by == 0 {
		return d
	}
	p.Title = strings.ReplaceAll(p.Title, strconv.Itoa(p.Year), strconv.Itoa(year))
	p.Year = year
	for _, day := range []*plan.Day{&p.Dates.From, &p.Dates.Until, &p.Dates.FileBy} {
		*day = moved(*day, by)
	}
	return d
}

// moved is the day so many years on; 29 February becomes the 28th where there
// is none.
func moved(d plan.Day, years int) plan.Day {
	d.Year += years
	if _, err := plan.ParseDay(d.String()); err != nil {
		d.Day--
	}
	return d
}

// kept says which parts of the first plan no page asks for; "" for none.
func (d Draft) kept(l words.Language) string {
	p, r := d.plan, d.plan.Rule
	var what []string
	for _, part := range []struct {
		there bool
		name  string
	}{
		{len(p.Sheets.Voids) > 0, words.FormKeptVoids(l)},
		{len(p.Sheets.Spoils) > 0, words.FormKeptSpoils(l)},
		{p.Sheets.OverIssued != plan.VoidsRound, words.FormKeptOverIssued(l)},
		{p.Sheets.SelfRating, words.FormKeptSelfRating(l)},
		{p.Sheets.Filled, words.FormKeptFilled(l)},
		{p.NoticeVotes, words.FormKeptNoticeVotes(l)},
		{len(r.Items) > 0, words.FormKeptItems(l)},
		{r.Quorum.Given(), words.FormKeptQuorum(l)},
		{len(r.Sources) > 0, words.FormKeptSources(l)},
		{len(r.Gates) > 0, words.FormKeptGates(l)},
		{len(r.Composite) > 0, words.FormKeptComposite(l)},
	} {
		if part.there {
			what = append(what, part.name)
		}
	}
	if what == nil {
		return ""
	}
	return words.Fill(words.FormKept(l), map[string]any{"parts": strings.Join(what, words.ListComma(l))})
}

// fault is what the plan file would be refused for, in a sentence; "" for
// nothing.
func (d *Draft) fault(l words.Language) string {
	p, err := plan.Parse(d.path, d.plan.TOML(words.InPlanFile))
	var faults fault.Faults
	switch {
	case errors.As(err, &faults):
		return words.FaultAlone(l, faults[0])
	case err != nil:
		return err.Error()
	}
	d.plan = p
	return ""
}

// regrade puts another scale under the rule. It reports whether something that
// was said of the old grades could not be kept.
func regrade(r tally.Rule, scale tally.Scale) (tally.Rule, bool) {
	old := r.Scale
	r.Scale = scale
	if len(old) == len(scale) {
		r.Gates = renamed(r.Gates, old, scale, r.Sources)
		return r, false
	}
	r.Unmarked = 0
	last := len(scale)
	to := func(g int) int { return scale.Position(old.Name(g)) }
	orLast := func(g int) int {
		if to(g) <= 1 { // the best grade is forced by nothing
			return last
		}
		return to(g)
	}
	if r.Veto.Given() {
		var kept []int
		for _, g := range r.Veto.Grades {
			if to(g) != 0 {
				kept = append(kept, to(g))
			}
		}
		r.Veto.Grades, r.Veto.Forces, r.Veto.Bars, r.Vetoes = kept, orLast(r.Veto.Forces), nil, nil
		if len(kept) == 0 || len(kept) == last {
			r.Veto = tally.Veto{}
		}
	}
	r.Facts = slices.Clone(r.Facts)
	for i, f := range r.Facts {
		r.Facts[i].Forces, r.Facts[i].Bars = orLast(f.Forces), nil
	}
	if m := r.Suggest.Method; m == tally.Points || m == tally.Cascade {
		r.Suggest = tally.Suggestion{Method: tally.Majority, Limit: half}
	}
	r.Quota, r.Quotas = quotasBelow(r.AllQuotas(), func(g int) int {
		if g = to(g); g == last {
			return 0
		}
		return g
	})
	r.Gates, r.Composite = nil, nil
	r.Sources = slices.Clone(r.Sources)
	for i := range r.Sources {
		r.Sources[i].Weight = tally.Fraction{}
	}
	return r, true
}

var half = tally.Fraction{Num: 1, Den: 2}

// renamed is the gates with the words of the new scale, where a source is
// graded by the scale.
func renamed(gates []tally.Gate, old, scale tally.Scale, sources []tally.Source) []tally.Gate {
	gates = slices.Clone(gates)
	for i, g := range gates {
		at := slices.IndexFunc(sources, func(s tally.Source) bool { return s.ID == g.Source })
		if at < 0 || len(sources[at].Grades) > 0 {
			continue
		}
		words := slices.Clone(g.Grades)
		for n, w := range words {
			if p := old.Position(w); p > 0 {
				words[n] = scale.Name(p)
			}
		}
		gates[i].Grades = words
	}
	return gates
}

// quotasBelow are the quotas that still have a grade to count below, by its new place.
func quotasBelow(all []tally.Quota, to func(int) int) (first tally.Quota, more []tally.Quota) {
	for _, q := range all {
		if q.LowerThan = to(q.LowerThan); !q.Given() {
			continue
		}
		if !first.Given() {
			first = q
			continue
		}
		more = append(more, q)
	}
	return first, more
}
