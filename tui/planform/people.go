package planform

import (
	"slices"
	"unicode/utf8"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/typed"
	"shuping/internal/words"
)

func askSubjects(d Draft, l words.Language) Page {
	var rows []string
	for _, s := range d.plan.Subjects {
		rows = append(rows, seat(s))
	}
	return titled(words.SubjectsPage(l), list(words.SubjectListLabel(l), rows))
}

// seat is how a subject stands on one line.
func seat(s plan.Subject) string {
	out := s.Post
	if s.Name != "" {
		out = row(s.Post, s.Name)
	}
	if s.Short != "" {
		out += "（简称" + s.Short + "）"
	}
	return out
}

// shortened finds the short hall name at the end of a line: （简称一支部）.
var shortened = typed.Pattern(`[ \t]*[（(](?:会场)?(?:简称|short)[:：]?[ \t]*([^（(）)]+?)[ \t]*[）)]$`)

// takeSubjects numbers the subjects from s1 on, in the order of the sheet. A line
// that was there before says who it said.
func takeSubjects(d Draft, a []Answer, lang words.Language) (Draft, *Problem) {
	r := reading{lang: lang, answers: a}
	ids, had := newIDs("s"), d.plan.Subjects
	d.plan.Subjects = nil
	for _, l := range r.lines(0) {
		var s plan.Subject
		if at := slices.IndexFunc(had, func(s plan.Subject) bool { return seat(s) == l }); at >= 0 {
			s = had[at]
		} else {
			line := l
			if m := shortened().FindStringSubmatchIndex(l); m != nil {
				line, s.Short = l[:m[0]], l[m[2]:m[3]]
			}
			s.Post, s.Name = person(line)
		}
		if utf8.RuneCountInString(s.Short) > plan.MaxShort {
			r.fail(0, words.FormShortLong(lang), words.Values("short", s.Short, "limit", plan.MaxShort))
		}
		s.ID = ids.of(l)
		d.plan.Subjects = append(d.plan.Subjects, s)
	}
	return d, r.problem
}

var empties = []tally.Empty{tally.Renormalise, tally.Refuse}

// weighted is the place of the choice under which classes have weights.
const weighted = 1

func askVoters(d Draft, l words.Language) Page {
	rule, weighs := d.plan.Rule, 0
	if len(rule.Classes) > 0 {
		weighs = weighted
	}
	var rows []string
	for i, c := range d.plan.Voters {
		said := c.Name
		if weighs == weighted && i < len(rule.Classes) {
			said = row(c.Name, rule.Classes[i].Weight.String())
		}
		rows = append(rows, said)
	}
	return titled(words.VotersPage(l),
		choice(words.WeighsLabel(l), weighs, words.WeighChoices(l)[0], words.WeighChoices(l)[1]),
		list(words.VoterListLabel(l), rows),
		onSecond(pick(l, words.EmptyClassLabel(l), rule.Empty, empties, words.ChoiceEmptyClass)))
}

func takeVoters(d Draft, a []Answer, lang words.Language) (Draft, *Problem) {
	r := reading{lang: lang, answers: a}
	ids := newIDs("c")
	for _, c := range d.plan.Voters {
		ids.had(c.Name, c.ID)
	}
	d.plan.Voters, d.plan.Rule.Classes, d.plan.Rule.Empty = nil, nil, ""
	if a[0].At != weighted {
		d.plan.Sheets.FewestOf = 0 // no class is counted apart
		for _, l := range r.lines(1) {
			name := ids.unweighed(l)
			d.plan.Voters = append(d.plan.Voters, plan.Class{ID: ids.of(name), Name: name})
		}
		return d, r.problem
	}
	for _, p := range r.pairs(1, r.lines(1)) {
		c := tally.Class{ID: ids.of(p[0]), Name: p[0], Weight: r.fraction(1, p[1])}
		d.plan.Voters = append(d.plan.Voters, plan.Class{ID: c.ID, Name: c.Name})
		d.plan.Rule.Classes = append(d.plan.Rule.Classes, c)
	}
	d.plan.Rule.Empty = empties[a[2].At]
	return d, r.problem
}

func askFacts(d Draft, l words.Language) Page {
	var rows []string
	for _, f := range d.plan.Rule.Facts {
		rows = append(rows, row(f.Title, f.Clause))
	}
	last := d.plan.Rule.Scale.Name(len(d.plan.Rule.Scale))
	label := words.FactListLabel(l)
	label.Hint = words.Fill(label.Hint, map[string]any{"grade": last})
	return titled(words.FactsPage(l), list(label, rows))
}

// takeFacts keeps what a fact forces; a new one forces the last grade.
func takeFacts(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	ids, old := newIDs("f"), d.plan.Rule.Facts
	var had [][2]string
	for _, f := range old {
		ids.had(f.Title, f.ID)
		had = append(had, [2]string{f.Title, f.Clause})
	}
	d.plan.Rule.Facts = nil
	for _, p := range r.pairs(0, r.anyLines(0), had...) {
		forces := len(d.plan.Rule.Scale)
		if i := slices.IndexFunc(old, func(f tally.FactKind) bool { return f.Title == p[0] }); i >= 0 {
			forces = old[i].Forces
		}
		d.plan.Rule.Facts = append(d.plan.Rule.Facts, tally.FactKind{ID: ids.of(p[0]), Title: p[0], Forces: forces, Clause: p[1]})
	}
	return d, r.problem
}
