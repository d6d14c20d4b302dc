package form

import (
	"slices"

	"shuping/data"
	"shuping/internal/plan"
	"shuping/internal/tally"
)

func askSubjects(d Draft, w data.FormWords) Page {
	var rows []string
	for _, s := range d.plan.Subjects {
		row := s.Post
		if s.Name != "" {
			row += "，" + s.Name
		}
		rows = append(rows, row)
	}
	return titled(w.Subjects, list(w.SubjectList, rows))
}

// takeSubjects numbers the subjects from s1 on, in the order of the sheet.
func takeSubjects(d Draft, a []Answer, w data.FormWords) (Draft, *Problem) {
	r := reading{words: w, answers: a}
	ids := newIDs("s")
	d.plan.Subjects = nil
	for _, l := range r.lines(0) {
		post, name := person(l)
		d.plan.Subjects = append(d.plan.Subjects, plan.Subject{ID: ids.of(l), Post: post, Name: name})
	}
	return d, r.problem
}

var empties = []tally.Empty{tally.Renormalise, tally.Refuse}

// weighted is the place of the choice under which classes have weights.
const weighted = 1

func askVoters(d Draft, w data.FormWords) Page {
	rule, weighs := d.plan.Rule, 0
	if len(rule.Classes) > 0 {
		weighs = weighted
	}
	var rows []string
	for i, c := range d.plan.Voters {
		row := c.Name
		if weighs == weighted && i < len(rule.Classes) {
			row += "，" + rule.Classes[i].Weight.String()
		}
		rows = append(rows, row)
	}
	return titled(w.Voters,
		choice(w.Weighs, weighs, w.WeighChoices[0], w.WeighChoices[1]),
		list(w.VoterList, rows),
		only(weighted, pick(w.EmptyClass, rule.Empty, empties, w.Empties)))
}

func takeVoters(d Draft, a []Answer, w data.FormWords) (Draft, *Problem) {
	r := reading{words: w, answers: a}
	ids := newIDs("c")
	for _, c := range d.plan.Voters {
		ids.had(c.Name, c.ID)
	}
	d.plan.Voters, d.plan.Rule.Classes, d.plan.Rule.Empty = nil, nil, ""
	if a[0].At != weighted {
		for _, l := range r.lines(1) {
			d.plan.Voters = append(d.plan.Voters, plan.Class{ID: ids.of(l), Name: l})
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

func askFacts(d Draft, w data.FormWords) Page {
	var rows []string
	for _, f := range d.plan.Rule.Facts {
		rows = append(rows, f.Title+"，"+f.Clause)
	}
	last := d.plan.Rule.Scale.Name(len(d.plan.Rule.Scale))
	label := w.FactList
	label.Hint = data.Fill(label.Hint, map[string]any{"grade": last})
	return titled(w.Facts, list(label, rows))
}

// takeFacts keeps what a fact forces; a new one forces the last grade.
func takeFacts(d Draft, a []Answer, w data.FormWords) (Draft, *Problem) {
	r := reading{words: w, answers: a}
	ids, old := newIDs("f"), d.plan.Rule.Facts
	for _, f := range old {
		ids.had(f.Title, f.ID)
	}
	d.plan.Rule.Facts = nil
	for _, p := range r.pairs(0, r.anyLines(0)) {
		forces := len(d.plan.Rule.Scale)
		if i := slices.IndexFunc(old, func(f tally.FactKind) bool { return f.Title == p[0] }); i >= 0 {
			forces = old[i].Forces
		}
		d.plan.Rule.Facts = append(d.plan.Rule.Facts, tally.FactKind{ID: ids.of(p[0]), Title: p[0], Forces: forces, Clause: p[1]})
	}
	return d, r.problem
}
