package planform

import (
	"slices"
	"strings"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/words"
)

func askScale(d Draft, l words.Language) Page {
	return titled(words.ScalePage(l),
		line(words.GradesLabel(l), strings.Join(d.plan.Rule.Scale, " "), 100),
		line(words.AsideLabel(l), d.plan.Rule.Aside, 12))
}

func takeScale(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	scale := tally.Scale(r.list(0, d.plan.Rule.Scale))
	if len(scale) < tally.MinGrades || len(scale) > tally.MaxGrades {
		r.fail(0, words.FormGradeCount(l), map[string]any{"least": tally.MinGrades, "most": tally.MaxGrades})
	}
	if r.problem != nil {
		return d, r.problem
	}
	var changed bool
	d.plan.Rule, changed = regrade(d.plan.Rule, scale)
	d.plan.Rule.Aside = strings.TrimSpace(a[1].Text)
	if changed {
		d.said = words.FormRegraded(l)
	}
	return d, nil
}

// methods are the ways to suggest a grade that a page can ask for; points and
// steps can be had as the first plan has them.
func (d Draft) methods() []tally.Method {
	out := []tally.Method{tally.Majority, tally.Plurality, tally.None}
	if own := d.own().Method; own != "" && !slices.Contains(out, own) {
		out = append(out, own)
	}
	return out
}

// own is how the first plan suggests a grade, as far as its grades are as many.
func (d Draft) own() tally.Suggestion {
	if d.pack < 0 || d.packs[d.pack].Rule.Boxes() != d.plan.Rule.Boxes() || len(d.packs[d.pack].Rule.Scale) != len(d.plan.Rule.Scale) {
		return tally.Suggestion{}
	}
	return d.packs[d.pack].Rule.Suggest
}

func askCount(d Draft, l words.Language) Page {
	r := d.plan.Rule
	return titled(words.CountPage(l),
		pick(l, words.BaseLabel(l), r.Base, tally.Bases, words.ChoiceBase),
		pick(l, words.MethodLabel(l), r.Suggest.Method, d.methods(), words.ChoiceMethod),
		number(words.DecimalsLabel(l), r.Decimals, 99))
}

func takeCount(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	rule := &d.plan.Rule
	rule.Base = tally.Bases[a[0].At]
	if m := d.methods()[a[1].At]; m != rule.Suggest.Method {
		rule.Suggest = tally.Suggestion{Method: m}
		switch own := d.own(); m {
		case own.Method:
			rule.Suggest = own
		case tally.Majority:
			rule.Suggest.Limit = half
		}
	}
	rule.Decimals = r.number(2)
	return d, r.problem
}

var (
	readings = []tally.Reading{tally.Sum, tally.Each, tally.Any}
	passes   = []tally.Comparison{tally.Over, tally.AtLeast}
	nears    = []tally.Comparison{tally.About, tally.AtLeast, tally.AtMost, tally.Over, tally.Under}
	rounds   = []tally.Rounding{tally.Nearest, tally.Floor, tally.Ceil}
)

// has is the place of the choice under which a veto or a quota is asked for.
const has = 1

func askVeto(d Draft, l words.Language) Page {
	rule, there := d.plan.Rule, has
	v := rule.Veto
	if !v.Given() {
		last := len(rule.Scale)
		v, there = tally.Veto{
			Grades: []int{max(1, last-1), last}, Reading: tally.Sum, Compare: tally.Over,
			Limit: tally.Fraction{Num: 1, Den: 10}, Forces: last,
		}, 0
	}
	return titled(words.VetoPage(l),
		choice(words.HasVetoLabel(l), there, words.VetoChoices(l)[0], words.VetoChoices(l)[1]),
		onSecond(line(words.VetoGradesLabel(l), named(rule.Scale, v.Grades), 100)),
		onSecond(pick(l, words.VetoReadingLabel(l), v.Reading, readings, words.ChoiceReading)),
		onSecond(pick(l, words.VetoCompareLabel(l), v.Compare, passes, words.ChoicePass)),
		onSecond(line(words.VetoLimitLabel(l), v.Limit.Short(), 20)),
		onSecond(choice(words.VetoForcesLabel(l), v.Forces-1, rule.Scale...)),
		onSecond(line(words.ClauseLabel(l), v.Clause, clauseMost)))
}

func takeVeto(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	if a[0].At != has {
		d.plan.Rule.Veto, d.plan.Rule.Vetoes = tally.Veto{}, nil
		return d, nil
	}
	d.plan.Rule.Veto = tally.Veto{
		Grades: r.grades(1, d.plan.Rule.Scale), Reading: readings[a[2].At], Compare: passes[a[3].At],
		Limit: r.share(4), Forces: a[5].At + 1, Clause: r.text(6),
	}
	return d, r.problem
}

func askQuota(d Draft, l words.Language) Page {
	rule, there := d.plan.Rule, has
	q := rule.Quota
	if q.LowerThan == 0 {
		q, there = tally.Quota{
			LowerThan: 1, Target: tally.Fraction{Num: 2, Den: 5}, Compare: tally.About, Rounding: tally.Nearest,
			Tolerance: tally.Fraction{Num: 1, Den: 20},
		}, 0
	}
	return titled(words.QuotaPage(l),
		choice(words.HasQuotaLabel(l), there, words.QuotaChoices(l)[0], words.QuotaChoices(l)[1]),
		onSecond(choice(words.QuotaBelowLabel(l), q.LowerThan-1, rule.Scale[:len(rule.Scale)-1]...)),
		onSecond(pick(l, words.QuotaCompareLabel(l), q.Compare, nears, words.ChoiceNear)),
		onSecond(line(words.QuotaTargetLabel(l), q.Target.Short(), 20)),
		onSecond(pick(l, words.QuotaRoundingLabel(l), q.Rounding, rounds, words.ChoiceRounding)),
		onSecond(line(words.QuotaToleranceLabel(l), statedShare(q.Tolerance), 20)),
		onSecond(line(words.ClauseLabel(l), q.Clause, clauseMost)))
}

// statedShare is a share as it is asked for, 0 where none is given.
func statedShare(f tally.Fraction) string {
	if !f.Given() {
		return "0"
	}
	return f.Short()
}

func takeQuota(d Draft, a []Answer, l words.Language) (Draft, *Problem) {
	r := reading{lang: l, answers: a}
	if a[0].At != has {
		d.plan.Rule.Quota, d.plan.Rule.Quotas = tally.Quota{}, nil
		return d, nil
	}
	q := tally.Quota{
		LowerThan: a[1].At + 1, Compare: nears[a[2].At], Target: r.share(3), Clause: r.text(6),
	}
	if q.Compare == tally.About {
		q.Rounding = rounds[a[4].At]
		if tolerance := r.share(5); tolerance.Num > 0 {
			q.Tolerance = tolerance
		}
	}
	d.plan.Rule.Quota = q
	return d, r.problem
}

func withoutVeto(p plan.Plan) plan.Plan {
	p.Rule.Veto, p.Rule.Vetoes = tally.Veto{}, nil
	return p
}

func withoutQuota(p plan.Plan) plan.Plan {
	p.Rule.Quota, p.Rule.Quotas = tally.Quota{}, nil
	return p
}

// withoutBase has another base and no suggestion, so that both are said.
func withoutBase(p plan.Plan) plan.Plan {
	p.Rule.Base, p.Rule.Suggest = "", tally.Suggestion{}
	return p
}
