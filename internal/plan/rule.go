package plan

import (
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

// rule reads all that judges: the table of that name, and what the items, the
// weights of the voters and the sources of the file add to it.
func (r *reader) rule(root *node) tally.Rule {
	rule := tally.Rule{Base: tally.ValidMarks}
	rule.Items, rule.Deciding = r.items(root)
	rule.Sources = r.sources(root)
	t := r.table(root, "rule")
	if t == nil {
		return rule
	}
	rule.Scale = r.scale(t)
	rule.Decimals = r.number(t, "decimals", 0, maxDecimals)
	if t.has("unmarked") {
		r.unmarked = r.notOnSheet(t, rule.Scale)
		rule.Unmarked = r.unmarked
	}
	if t.has("aside") {
		rule.Aside = r.aside(t, rule.Scale)
	}
	if t.has("base") {
		rule.Base = oneOf(r, t, "base", tally.Bases...)
	}
	rule.Classes, rule.Empty = r.weights(root, t)
	rule.Quorum = r.quorum(root, t)
	rule.Veto, rule.Vetoes = r.vetoes(t, rule.Scale, rule.Base)
	rule.Facts = r.facts(t, rule.Scale)
	rule.Suggest = r.suggest(t, rule.Scale)
	rule.Rates = r.rates(t, rule.Scale)
	rule.Gates = r.gates(t, rule.Scale, rule.Sources)
	rule.Composite = r.composite(root, t, rule)
	rule.Quota, rule.Quotas = r.quotas(t, rule.Scale)
	r.given(t, rule)
	return rule
}

// scale is the list of grades, nil where a fault keeps others from using it.
func (r *reader) scale(t *node) tally.Scale {
	before := len(r.faults)
	out := r.grading(t, tally.MinGrades, tally.MaxGrades)
	if len(r.faults) > before {
		return nil
	}
	return out
}

// grading is a list of words that grade, each once and without a space.
func (r *reader) grading(t *node, few, many int) []string {
	n := r.list(t, "grades", few, many)
	if n == nil {
		return nil
	}
	var out []string
	names := seen{}
	for _, e := range n.items {
		out = append(out, r.compact(e))
		r.once(names, out[len(out)-1], e.at)
	}
	return out
}

// compact is the word of a grade, which has no space in it.
func (r *reader) compact(n *node) string {
	g := r.item(n, maxGrade)
	if strings.ContainsFunc(g, unicode.IsSpace) {
		r.fault(n.at, SpaceInGrade, "grade", fault.Quote(g))
	}
	return g
}

// notOnSheet is how many of the best grades no sheet offers. Those that follow from the
// marks of others are the best ones, and two at least are left to choose between.
func (r *reader) notOnSheet(t *node, scale tally.Scale) int {
	n := r.list(t, "unmarked", 1, tally.MaxGrades)
	if n == nil {
		return 0
	}
	for i, e := range n.items {
		if g := r.onScale(e, scale); g == 0 {
			return 0
		} else if g != i+1 {
			r.fault(e.at, NotTheBest, "grade", fault.Quote(e.text), "best", fault.Quote(scale.Name(i+1)))
			return 0
		}
	}
	if left := len(scale) - len(n.items); left < tally.MinGrades {
		r.fault(n.at, TooFewChoices, "count", left, "limit", tally.MinGrades)
		return 0
	}
	return len(n.items)
}

// given reports a grade that neither a sheet offers nor the rule gives. Where the votes
// suggest nothing, the chair gives them all.
func (r *reader) given(t *node, rule tally.Rule) {
	s, n := rule.Suggest, t.fields["unmarked"]
	if rule.Unmarked == 0 || s.Method == tally.None || s.Method == "" {
		return
	}
	gives := map[int]bool{s.Else: true}
	for _, b := range append(s.Bands, rule.Composite...) {
		gives[b.Grade] = true
	}
	for _, stair := range s.Steps {
		gives[stair.Grade] = true
	}
	for i, e := range n.items {
		if !gives[i+1] {
			r.fault(e.at, NeverGiven, "grade", fault.Quote(e.text))
		}
	}
}

// aside is the choice that grades nothing; with it a row offers no more choices
// than the longest scale.
func (r *reader) aside(t *node, scale tally.Scale) string {
	n := r.need(t, "aside", unstable.String)
	if n == nil {
		return ""
	}
	word := r.compact(n)
	switch {
	case scale == nil || word == "":
	case scale.Position(word) > 0:
		r.fault(n.at, ListedTwice, "text", fault.Quote(word), "first", r.line(t.fields["grades"].at))
	case len(scale)-r.unmarked+1 > tally.MaxGrades:
		r.fault(n.at, TooManyChoices, "count", len(scale)-r.unmarked+1, "limit", tally.MaxGrades)
	}
	return word
}

func (r *reader) quorum(root, t *node) tally.Quorum {
	if t = r.tableIfAny(t, "quorum"); t == nil {
		return tally.Quorum{}
	}
	q := tally.Quorum{
		Of:      oneOf(r, t, "of", populations...),
		Over:    oneOf(r, t, "over", populations...),
		Compare: oneOf(r, t, "compare", tally.Over, tally.AtLeast),
		Share:   r.fraction(t, "share"),
		Clause:  r.phrase(t, "clause", maxClause),
	}
	if q.Of != "" && q.Over != "" && slices.Index(populations, q.Of) >= slices.Index(populations, q.Over) {
		r.fault(t.fields["of"].at, NotPart, "of", fault.Quote(q.Of), "over", fault.Quote(q.Over))
	}
	r.passable(t.fields["share"], q.Share, q.Compare)
	if t.has("class") {
		q.Classes = r.groups(root, t)
		if q.Of != "" && q.Over != "" && (q.Of != tally.Present || q.Over != tally.Expected) {
			r.fault(t.fields["class"].key, Misplaced, "key", fault.Quote(t.fields["class"].name), "of", "of", "value", tally.Present)
		}
	}
	return q
}

// groups are the classes of voters under class, a word or a list; they have been read.
func (r *reader) groups(root, t *node) []tally.Group {
	n := t.get("class")
	entries := n.items
	if n.kind != unstable.Array {
		entries = []*node{n}
	} else if r.list(t, "class", 1, maxEntries) == nil {
		return nil
	}
	var known fault.List
	names := map[string]string{}
	if v := root.fields["voters"]; v != nil && v.kind == unstable.Array {
		for _, e := range v.items {
			id := textUnder(e, "id")
			names[id] = textUnder(e, "name")
			known = append(known, id)
		}
	}
	var out []tally.Group
	ids := seen{}
	for _, e := range entries {
		if !r.is(e, unstable.String) {
			continue
		}
		if names[e.text] == "" {
			r.fault(e.at, BadWord, "key", fault.Quote(n.name), "value", fault.Quote(e.text), "known", known)
		}
		r.once(ids, e.text, e.at)
		out = append(out, tally.Group{ID: e.text, Name: names[e.text]})
	}
	return out
}

// populations are what a quorum is counted on, each a part of the next.
var populations = tally.Bases[1:]

// passable reports a limit of a share that holds always or never.
func (r *reader) passable(n *node, limit tally.Fraction, c tally.Comparison) {
	switch {
	case !limit.Given():
	case limit.Cmp(one) > 0:
		r.fault(n.at, FractionRange, "key", fault.Quote(n.name), "value", limit)
	case c == tally.Over && limit.Cmp(one) == 0:
		r.fault(n.at, NeverHolds, "key", fault.Quote(n.name), "value", limit)
	case c == tally.AtLeast && limit.Num == 0:
		r.fault(n.at, AlwaysHolds, "key", fault.Quote(n.name), "value", limit)
	}
}

// vetoes reads the veto of the vote, or the list of several.
func (r *reader) vetoes(t *node, scale tally.Scale, base tally.Base) (first tally.Veto, more []tally.Veto) {
	for i, e := range r.oneOrMore(t, "veto") {
		if v := r.veto(e, scale, base); i == 0 {
			first = v
		} else {
			more = append(more, v)
		}
	}
	return first, more
}

func (r *reader) veto(t *node, scale tally.Scale, base tally.Base) tally.Veto {
	v := tally.Veto{
		Grades:  r.grades(t, scale),
		Reading: oneOf(r, t, "reading", tally.Sum, tally.Each, tally.Any),
		Compare: oneOf(r, t, "compare", tally.Over, tally.AtLeast),
		Limit:   r.fraction(t, "limit"),
		Clause:  r.phrase(t, "clause", maxClause),
	}
	v.Forces, v.Bars = r.consequence(t, scale)
	r.passable(t.fields["limit"], v.Limit, v.Compare)
	if scale != nil && v.Reading == tally.Sum && base == tally.ValidMarks && len(v.Grades) == len(scale)-r.unmarked {
		r.fault(t.fields["grades"].at, AllGrades, "key", fault.Quote(t.fields["grades"].name))
	}
	if v.Reading == tally.Each && v.Limit.Given() {
		all := new(big.Rat).Mul(v.Limit.Rat(), big.NewRat(int64(len(v.Grades)), 1)).Cmp(one.Rat())
		if n := t.fields["limit"]; len(v.Grades) > 1 && (all > 0 || all == 0 && v.Compare == tally.Over) && v.Limit.Cmp(one) < 0 {
			r.fault(n.at, EachTooMuch, "key", fault.Quote(n.name), "value", v.Limit, "count", len(v.Grades))
		}
	}
	return v
}

// consequence is the grade that a veto or a fact forces, or those that it bars: one of
// the two stands there. None lifts to the best grade, and none bars the last.
func (r *reader) consequence(t *node, scale tally.Scale) (forces int, bars []int) {
	if !t.has("bars") {
		forces = r.grade(t, "forces", scale)
		if forces == 1 {
			r.fault(t.fields["forces"].at, ForcesBest, "grade", fault.Quote(t.fields["forces"].text))
		}
		return forces, nil
	}
	n := t.get("bars")
	if t.has("forces") {
		t.get("forces").skip()
		r.fault(n.key, ForcesAndBars)
	}
	entries := n.items
	if n.kind != unstable.Array {
		entries = []*node{n}
	} else if r.list(t, "bars", 1, tally.MaxGrades) == nil {
		return 0, nil
	}
	names := seen{}
	for _, e := range entries {
		g := r.onScale(e, scale)
		if g != 0 && g == len(scale) {
			r.fault(e.at, BarsLast, "grade", fault.Quote(e.text))
		}
		r.once(names, e.text, e.at)
		bars = append(bars, g)
	}
	return 0, bars
}

// grades are the positions of the grades that are counted together: those of a sheet.
func (r *reader) grades(t *node, scale tally.Scale) []int {
	n := r.list(t, "grades", 1, tally.MaxGrades)
	if n == nil {
		return nil
	}
	var out []int
	names := seen{}
	for _, e := range n.items {
		g := r.onScale(e, scale)
		if g > 0 && g <= r.unmarked {
			r.fault(e.at, NotOnSheet, "grade", fault.Quote(e.text))
		}
		out = append(out, g)
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
		k := tally.FactKind{
			ID:     r.id(e, ids),
			Title:  r.phrase(e, "title", maxTitle),
			Clause: r.phrase(e, "clause", maxClause),
		}
		k.Forces, k.Bars = r.consequence(e, scale)
		out = append(out, k)
	}
	return out
}

// rates reads what several grades together are to be told as.
func (r *reader) rates(t *node, scale tally.Scale) []tally.Rate {
	if !t.has("rates") {
		return nil
	}
	var out []tally.Rate
	titles := seen{}
	for _, e := range r.entries(t, "rates", 1, maxDigit) {
		out = append(out, tally.Rate{
			Title: r.called(e, "title", maxName, titles), Grades: r.grades(e, scale), Clause: r.phrase(e, "clause", maxClause),
		})
	}
	return out
}

func (r *reader) suggest(t *node, scale tally.Scale) tally.Suggestion {
	t = r.table(t, "suggest")
	if t == nil {
		return tally.Suggestion{}
	}
	s := tally.Suggestion{Method: oneOf(r, t, "method", tally.Majority, tally.Plurality, tally.Points, tally.Cascade, tally.None)}
	if t.has("clause") {
		s.Clause = r.phrase(t, "clause", maxClause)
	}
	if keyBelongs(r, t, "limit", "method", s.Method, tally.Majority) {
		s.Limit = r.fraction(t, "limit")
		if n := t.fields["limit"]; s.Limit.Given() && s.Limit.Cmp(one) >= 0 {
			r.fault(n.at, NeverHolds, "key", fault.Quote(n.name), "value", s.Limit)
		}
	}
	if keyBelongs(r, t, "points", "method", s.Method, tally.Points) {
		s.Points = r.points(t, scale)
	}
	if keyBelongs(r, t, "bands", "method", s.Method, tally.Points) {
		s.Bands = r.bands(t, "bands", scale)
		r.reached(t, s)
	}
	if t.fields["trim"] != nil && keyBelongs(r, t, "trim", "method", s.Method, tally.Points) {
		s.Trim = r.trim(t)
	}
	if keyBelongs(r, t, "steps", "method", s.Method, tally.Cascade) {
		s.Steps = r.steps(t, scale)
	}
	if keyBelongs(r, t, "else", "method", s.Method, tally.Cascade) {
		s.Else = r.grade(t, "else", scale)
	}
	return s
}

// keyBelongs reports whether key is to be read: it belongs to one word, own, that may
// stand under another key, and choice is what stands there.
func keyBelongs[W ~string](r *reader, t *node, key, other string, choice, own W) bool {
	n := t.fields[key]
	t.has(key)
	if n == nil || choice == own {
		return choice == own
	}
	n.used = true
	n.skip()
	if choice != "" {
		r.fault(n.key, Misplaced, "key", fault.Quote(n.name), "of", other, "value", own)
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
	if boxes := len(scale) - r.unmarked; scale != nil && len(out) != boxes {
		r.fault(n.at, NotOneAGrade, "key", fault.Quote(n.name), "count", len(out), "grades", boxes)
	}
	r.falling(n, out)
	r.coarse(n, out)
	return out
}

// coarse reports points whose common denominator is too long.
func (r *reader) coarse(n *node, points []tally.Fraction) {
	common := big.NewInt(1)
	for _, p := range points {
		if !p.Given() {
			return
		}
		den := big.NewInt(p.Den)
		common.Mul(common, new(big.Int).Quo(den, new(big.Int).GCD(nil, nil, common, den)))
	}
	if common.Cmp(big.NewInt(maxDenominator)) > 0 {
		r.fault(n.at, TooFine, "key", fault.Quote(n.name), "value", common.String(), "limit", maxDenominator)
	}
}

// reached reports bands that even marks of nothing but the best grade miss.
func (r *reader) reached(t *node, s tally.Suggestion) {
	n := t.fields["bands"]
	if len(s.Points) == 0 || !s.Points[0].Given() || n == nil || len(n.items) != len(s.Bands) {
		return
	}
	for i, b := range s.Bands {
		if b.From.Given() && b.From.Cmp(s.Points[0]) > 0 {
			from := n.items[i].fields["from"]
			r.fault(from.at, OverBest, "key", fault.Quote(from.name), "value", b.From.Plain(), "points", s.Points[0].Plain())
		}
	}
}

func (r *reader) trim(t *node) tally.Trim {
	if t = r.table(t, "trim"); t == nil {
		return tally.Trim{}
	}
	trim := tally.Trim{High: r.number(t, "high", 0, maxTrim), Low: r.number(t, "low", 0, maxTrim)}
	if t.has("above") {
		trim.Above = r.number(t, "above", 0, maxFewest)
	}
	return trim
}

func (r *reader) bands(t *node, key string, scale tally.Scale) []tally.Band {
	var out []tally.Band
	var from []tally.Fraction
	entries := r.entries(t, key, 1, tally.MaxGrades)
	for i, e := range entries {
		b := tally.Band{Grade: r.grade(e, "grade", scale), From: r.fraction(e, "from")}
		if i > 0 && b.Grade != 0 && out[i-1].Grade >= b.Grade {
			r.fault(e.fields["grade"].at, NotFalling, "key", fault.Quote(nameUnder(e, "grade")))
		}
		out, from = append(out, b), append(from, b.From)
	}
	for i, f := range from {
		if i > 0 && f.Given() && from[i-1].Given() && f.Cmp(from[i-1]) >= 0 {
			r.fault(entries[i].fields["from"].at, NotFalling, "key", fault.Quote(nameUnder(entries[i], "from")))
		}
	}
	return out
}

// falling reports the first number that is not less than the one before it.
func (r *reader) falling(n *node, fs []tally.Fraction) {
	for i := 1; i < len(fs); i++ {
		if fs[i].Given() && fs[i-1].Given() && fs[i].Cmp(fs[i-1]) >= 0 {
			r.fault(n.items[i].at, NotFalling, "key", fault.Quote(n.name))
			return
		}
	}
}

// quotas reads the quota, or the list of several.
func (r *reader) quotas(t *node, scale tally.Scale) (first tally.Quota, more []tally.Quota) {
	var out []tally.Quota
	kinds := seen{}
	for _, e := range r.oneOrMore(t, "quota") {
		q := r.quota(e, scale)
		if q.Given() && q.Compare != "" {
			r.once(kinds, scale.Name(q.LowerThan)+" "+string(q.Compare), e.at)
		}
		out = append(out, q)
	}
	switch len(out) {
	case 0:
		return tally.Quota{}, nil
	case 1:
		return out[0], nil
	default:
		return out[0], out[1:]
	}
}

func (r *reader) quota(t *node, scale tally.Scale) tally.Quota {
	q := tally.Quota{
		LowerThan: r.grade(t, "lower-than", scale),
		Target:    r.fraction(t, "target"),
		Compare:   oneOf(r, t, "compare", tally.About, tally.AtLeast, tally.AtMost, tally.Over, tally.Under),
		Clause:    r.phrase(t, "clause", maxClause),
	}
	if keyBelongs(r, t, "rounding", "compare", q.Compare, tally.About) {
		q.Rounding = oneOf(r, t, "rounding", tally.Nearest, tally.Floor, tally.Ceil)
	}
	if t.fields["tolerance"] != nil && keyBelongs(r, t, "tolerance", "compare", q.Compare, tally.About) {
		q.Tolerance = r.fraction(t, "tolerance")
		r.withinOne(t.fields["tolerance"], q.Tolerance)
	}
	if n := t.fields["lower-than"]; q.LowerThan != 0 && q.LowerThan == len(scale) {
		r.fault(n.at, NoneLower, "grade", fault.Quote(n.text))
	}
	n := t.fields["target"]
	none, all := q.Target.Given() && q.Target.Num == 0, q.Target.Given() && q.Target.Cmp(one) == 0
	switch {
	case !r.withinOne(n, q.Target):
	case q.Compare == tally.AtLeast && none, q.Compare == tally.AtMost && all:
		r.fault(n.at, NoQuota, "key", fault.Quote(n.name), "value", q.Target)
	case q.Compare == tally.Over && all, q.Compare == tally.Under && none:
		r.fault(n.at, NeverMet, "key", fault.Quote(n.name), "value", q.Target)
	}
	return q
}

// withinOne reports a share that is more than the whole, and whether it is none.
func (r *reader) withinOne(n *node, share tally.Fraction) bool {
	if share.Given() && share.Cmp(one) > 0 {
		r.fault(n.at, FractionRange, "key", fault.Quote(n.name), "value", share)
		return false
	}
	return true
}
