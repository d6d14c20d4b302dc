package plan

import (
	"strings"
	"unicode"

	"shuping/internal/tally"
)

func (r *reader) rule(t *node) tally.Rule {
	t = r.table(t, "rule")
	if t == nil {
		return tally.Rule{}
	}
	rule := tally.Rule{
		Scale:    r.scale(t),
		Base:     tally.ValidMarks,
		Decimals: r.number(t, "decimals", 0, maxDecimals),
	}
	if t.has("base") {
		rule.Base = oneOf(r, t, "base", tally.Bases...)
	}
	rule.Veto = r.veto(t, rule.Scale)
	rule.Facts = r.facts(t, rule.Scale)
	rule.Suggest = r.suggest(t, rule.Scale)
	rule.Quota = r.quota(t, rule.Scale)
	return rule
}

// scale is the list of grades, nil where a fault keeps others from using it.
func (r *reader) scale(t *node) tally.Scale {
	before := len(r.faults)
	n := r.list(t, "grades", tally.MinGrades, tally.MaxGrades)
	if n == nil {
		return nil
	}
	var out tally.Scale
	names := seen{}
	for _, e := range n.items {
		g := r.item(e, maxGrade)
		if strings.ContainsFunc(g, unicode.IsSpace) {
			r.fault(e.at, SpaceInGrade, quote(g))
		}
		r.once(names, g, e.at)
		out = append(out, g)
	}
	if len(r.faults) > before {
		return nil
	}
	return out
}

func (r *reader) veto(t *node, scale tally.Scale) tally.Veto {
	if t = r.tableIfAny(t, "veto"); t == nil {
		return tally.Veto{}
	}
	v := tally.Veto{
		Grades:  r.grades(t, scale),
		Reading: oneOf(r, t, "reading", tally.Sum, tally.Each, tally.Any),
		Compare: oneOf(r, t, "compare", tally.Over, tally.AtLeast),
		Limit:   r.fraction(t, "limit"),
		Forces:  r.grade(t, "forces", scale),
		Clause:  r.phrase(t, "clause", maxClause),
	}
	switch n := t.fields["limit"]; {
	case !v.Limit.Given():
	case v.Limit.Cmp(one) > 0:
		r.fault(n.at, FractionRange, quote(n.name), v.Limit)
	case v.Compare == tally.Over && v.Limit.Cmp(one) == 0:
		r.fault(n.at, NeverHolds, quote(n.name), v.Limit)
	case v.Compare == tally.AtLeast && v.Limit.Num == 0:
		r.fault(n.at, AlwaysHolds, quote(n.name), v.Limit)
	}
	return v
}

// grades are the positions of the grades that a veto counts.
func (r *reader) grades(t *node, scale tally.Scale) []int {
	n := r.list(t, "grades", 1, tally.MaxGrades)
	if n == nil {
		return nil
	}
	var out []int
	names := seen{}
	for _, e := range n.items {
		out = append(out, r.onScale(e, scale))
		r.once(names, e.text, e.at)
	}
	return out
}

func (r *reader) facts(t *node, scale tally.Scale) []tally.FactKind {
	var out []tally.FactKind
	ids := seen{}
	if !t.has("facts") {
		return nil
	}
	for _, e := range r.entries(t, "facts", 0, maxDigit) {
		out = append(out, tally.FactKind{
			ID:     r.id(e, ids),
			Title:  r.phrase(e, "title", maxTitle),
			Forces: r.grade(e, "forces", scale),
			Clause: r.phrase(e, "clause", maxClause),
		})
	}
	return out
}

func (r *reader) suggest(t *node, scale tally.Scale) tally.Suggestion {
	t = r.table(t, "suggest")
	if t == nil {
		return tally.Suggestion{}
	}
	s := tally.Suggestion{Method: oneOf(r, t, "method", tally.Majority, tally.Plurality, tally.Points, tally.None)}
	if t.has("clause") {
		s.Clause = r.phrase(t, "clause", maxClause)
	}
	if belongs(r, t, "limit", "method", s.Method, tally.Majority) {
		s.Limit = r.fraction(t, "limit")
		if n := t.fields["limit"]; s.Limit.Given() && s.Limit.Cmp(one) >= 0 {
			r.fault(n.at, NeverHolds, quote(n.name), s.Limit)
		}
	}
	if belongs(r, t, "points", "method", s.Method, tally.Points) {
		s.Points = r.points(t, scale)
	}
	if belongs(r, t, "bands", "method", s.Method, tally.Points) {
		s.Bands = r.bands(t, scale)
	}
	return s
}

// belongs reports whether key is to be read: it is where choice, the word under
// another key, is the one that it belongs to.
func belongs[W ~string](r *reader, t *node, key, other string, choice, own W) bool {
	n := t.fields[key]
	t.has(key)
	if n == nil || choice == own {
		return choice == own
	}
	n.used = true
	n.skip()
	if choice != "" {
		r.fault(n.key, Misplaced, quote(n.name), other, own)
	}
	return false
}

func (r *reader) points(t *node, scale tally.Scale) []tally.Fraction {
	n := r.list(t, "points", tally.MinGrades, tally.MaxGrades)
	if n == nil {
		return nil
	}
	var out []tally.Fraction
	for _, e := range n.items {
		out = append(out, r.share(e))
	}
	if scale != nil && len(out) != len(scale) {
		r.fault(n.at, NotOneAGrade, quote(n.name), len(out), len(scale))
	}
	r.falling(n, out)
	return out
}

func (r *reader) bands(t *node, scale tally.Scale) []tally.Band {
	var out []tally.Band
	var from []tally.Fraction
	entries := r.entries(t, "bands", 1, tally.MaxGrades)
	for i, e := range entries {
		b := tally.Band{Grade: r.grade(e, "grade", scale), From: r.fraction(e, "from")}
		if i > 0 && b.Grade != 0 && out[i-1].Grade >= b.Grade {
			r.fault(e.fields["grade"].at, NotFalling, quote("rule.suggest.bands.grade"))
		}
		out, from = append(out, b), append(from, b.From)
	}
	for i, f := range from {
		if i > 0 && f.Given() && from[i-1].Given() && f.Cmp(from[i-1]) >= 0 {
			r.fault(entries[i].fields["from"].at, NotFalling, quote("rule.suggest.bands.from"))
		}
	}
	return out
}

// falling reports the first number that is not less than the one before it.
func (r *reader) falling(n *node, fs []tally.Fraction) {
	for i := 1; i < len(fs); i++ {
		if fs[i].Given() && fs[i-1].Given() && fs[i].Cmp(fs[i-1]) >= 0 {
			r.fault(n.items[i].at, NotFalling, quote(n.name))
			return
		}
	}
}

func (r *reader) quota(t *node, scale tally.Scale) tally.Quota {
	if t = r.tableIfAny(t, "quota"); t == nil {
		return tally.Quota{}
	}
	q := tally.Quota{
		LowerThan: r.grade(t, "lower-than", scale),
		Target:    r.fraction(t, "target"),
		Compare:   oneOf(r, t, "compare", tally.About, tally.AtLeast, tally.AtMost),
		Clause:    r.phrase(t, "clause", maxClause),
	}
	if belongs(r, t, "rounding", "compare", q.Compare, tally.About) {
		q.Rounding = oneOf(r, t, "rounding", tally.Nearest, tally.Floor, tally.Ceil)
	}
	if n := t.fields["lower-than"]; q.LowerThan != 0 && q.LowerThan == len(scale) {
		r.fault(n.at, NoneLower, quote(n.text))
	}
	if n := t.fields["target"]; q.Target.Given() && q.Target.Cmp(one) > 0 {
		r.fault(n.at, FractionRange, quote(n.name), q.Target)
	}
	return q
}
