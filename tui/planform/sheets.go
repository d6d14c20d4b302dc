package planform

import (
	"slices"

	"shuping/internal/plan"
	"shuping/internal/words"
)

var checks = []plan.Check{plan.CheckOffered, plan.CheckSecond, plan.CheckSpot, plan.CheckEither}

func askSheets(d Draft, l words.Language) Page {
	s := d.plan.Sheets
	return titled(words.SheetsPage(l),
		choice(words.EachLabel(l), place(s.Each), words.EachChoices(l)[0], words.EachChoices(l)[1]),
		number(words.BundleSizeLabel(l), s.Bundle, 999),
		number(words.BundleOverLabel(l), s.Large, 999),
		pick(l, words.CheckLabel(l), s.Check, checks, words.ChoiceCheck),
		choice(words.WitnessedLabel(l), place(s.Witnessed), words.WitnessChoices(l)[0], words.WitnessChoices(l)[1]))
}

func takeSheets(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	s := &d.plan.Sheets
	s.Each, s.Bundle, s.Large = a[0].At == 1, r.number(1), r.number(2)
	s.Check, s.Witnessed = checks[a[3].At], a[4].At == 1
	return d, r.problem
}

// place is where a yes or no stands among two choices, no first.
func place(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// withoutSheets says nothing of bundles that a plan could say.
func withoutSheets(p plan.Plan) plan.Plan {
	p.Sheets.Bundle, p.Sheets.Large, p.Sheets.Check, p.Sheets.Witnessed = 0, 0, "", false
	return p
}

// askShown asks for the fewest sheets of a class only where classes are counted
// apart.
func askShown(d Draft, l words.Language) Page {
	p := d.plan
	var counting, after []string
	for _, s := range plan.Countings {
		counting = append(counting, words.HallCounting(l, s))
	}
	for _, s := range plan.Afters {
		after = append(after, words.HallAfter(l, s))
	}
	page := titled(words.ShownPage(l),
		choice(words.CountingLabel(l), slices.Index(plan.Countings, p.Hall.Counting), counting...),
		choice(words.AfterLabel(l), slices.Index(plan.Afters, p.Hall.After), after...),
		choice(words.ReferenceLabel(l), place(p.Hall.Reference), words.ReferenceChoices(l)[0], words.ReferenceChoices(l)[1]),
		number(words.FewestLabel(l), p.Sheets.Fewest, 9999))
	if len(p.Rule.Classes) > 0 {
		page.Questions = append(page.Questions, number(words.FewestOfLabel(l), p.Sheets.FewestOf, 9999))
	}
	return page
}

func takeShown(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	d.plan.Hall = plan.Hall{Counting: plan.Countings[a[0].At], After: plan.Afters[a[1].At], Reference: a[2].At == 1}
	d.plan.Sheets.Fewest = r.number(3)
	if len(a) > 4 {
		d.plan.Sheets.FewestOf = r.number(4)
	}
	return d, r.problem
}

func withoutShown(p plan.Plan) plan.Plan {
	p.Hall, p.Sheets.Fewest, p.Sheets.FewestOf = plan.Hall{}, 0, 0
	return p
}
