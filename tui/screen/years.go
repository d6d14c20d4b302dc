package screen

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// Last year's export is looked at beside this meeting: it is verified, held while the
// program runs, and recorded nowhere.

// pickFormer looks for last year's export.
func pickFormer(c desk.Context) desk.Answer {
	return desk.Answer{Pick: &desk.Pick{Ask: words.FormerAsk(c.Lang), Kinds: []string{".zip"}, Then: func(path string, c desk.Context) desk.Answer {
		return desk.Answer{Errand: desk.ReadFormer, To: path, Say: words.FormerReading(c.Lang)}
	}}}
}

// compare puts each subject below what he had last year, once that was read.
func (r Result) compare(c desk.Context, _ int) (Result, desk.Answer) {
	if c.Former == nil {
		return r, pickFormer(c)
	}
	return r.ByYears(), desk.Answer{}
}

// ByYears is the result with each subject below what he had last year.
func (r Result) ByYears() Result { return Result{from: r.from, years: true} }

// years is two rows a subject: the marks and the grade that he had last year, and those of
// this one. Marks stand there where both years have the same grades.
func years(c desk.Context, was meeting.State) []string {
	s := c.State
	same := slices.Equal(was.Plan.Rule.OnSheet(), s.Plan.Rule.OnSheet())
	grade, wide := look.Width(words.GradeUndecided(c.Lang)), 4
	for _, g := range slices.Concat(s.Plan.Rule.Scale, was.Plan.Rule.Scale) {
		grade, wide = max(grade, look.Width(g)), max(wide, look.Width(g)+2)
	}
	name := 0
	for _, subject := range s.Plan.Subjects {
		name = max(name, look.Width(subject.Label()))
	}
	name = min(name, c.Width/3)
	head := "  " + c.Look.Left("", name+6)
	for _, g := range s.Plan.Rule.Offered() {
		if same {
			head += c.Look.Right(g, wide)
		}
	}
	rows := []string{c.Look.Dim.Render(head)}
	row := func(of meeting.State, i int) string {
		line := fmt.Sprintf("  %d", of.Plan.Year)
		if same && of.TooFewOf(i) {
			line += "  " + c.Look.Dim.Render(c.Say(words.TooFewSheets, "fewest", of.Plan.Sheets.Fewest))
		} else if same {
			for g := range of.Plan.Rule.Offered() {
				line += c.Look.Right(fmt.Sprint(of.Round.Counts[i].Of(g+1)), wide)
			}
			line += "  " + c.Look.Left(decidedOf(c, of, i), grade) + "  "
			return line + c.Stacked(of.Round.Counts[i], max(0, c.Width-4-name-look.Width(line)))
		}
		return line + "  " + decidedOf(c, of, i)
	}
	labels := c.Labels(name)
	for i, subject := range s.Plan.Subjects {
		before := "  " + c.Look.Dim.Render(words.YearsNobody(c.Lang))
		if at := formerly(was.Plan.Subjects, subject); at >= 0 {
			before = row(was, at)
		}
		rows = append(rows, "  "+c.Look.Left(labels[i], name)+before, "  "+c.Look.Left("", name)+row(s, i), "")
	}
	if !same {
		rows = append(rows, c.Indent(2, words.YearsScales(c.Lang), c.Look.Dim)...)
	}
	return append(rows, c.Indent(2, words.YearsBy(c.Lang), c.Look.Dim)...)
}

// formerly is the place of a subject among those of last year: by the name, and where one of
// the two has none by the post; -1 where there is nobody.
func formerly(list []plan.Subject, s plan.Subject) int {
	if i := slices.IndexFunc(list, func(was plan.Subject) bool { return s.Name != "" && was.Name == s.Name }); i >= 0 {
		return i
	}
	return slices.IndexFunc(list, func(was plan.Subject) bool { return was.Post == s.Post && (was.Name == "" || s.Name == "") })
}

// decidedOf is the grade that was decided, in words.
func decidedOf(c desk.Context, s meeting.State, i int) string {
	switch g := s.Decisions[i].Grade; {
	case s.IsExempt(i):
		return words.ExemptMark(c.Lang)
	case g == 0:
		return words.GradeUndecided(c.Lang)
	default:
		return s.Plan.Rule.Scale.Name(g)
	}
}
