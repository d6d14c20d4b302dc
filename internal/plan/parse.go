package plan

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/tally"
)

// How much a plan may hold.
const (
	maxFile     = 1 << 20 // bytes
	maxSubjects = 60
	maxEntries  = 30 // classes of voters, content points, papers
	maxDigit    = 9  // void reasons and facts, chosen by one digit
	maxMinutes  = 240
	maxBundle   = 100
	maxDecimals = 4
	firstYear   = 2000
	lastYear    = 2999
)

// Parse reads and checks the plan file src. The file name is used for the
// plan's short name and in errors, and is not opened. The error, if any, is of
// type [Faults].
func Parse(name string, src []byte) (Plan, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	r := &reader{file: name, source: newSource(src)}
	var p Plan
	switch {
	case len(src) > maxFile:
		r.fault(0, TooLarge)
	case !utf8.Valid(src):
		r.fault(firstBad(src), NotUTF8, encoding(src))
	default:
		r.scan()
		if root := r.grow(); root != nil {
			p = r.plan(root)
			r.unasked(root)
		}
	}
	if len(r.faults) > 0 {
		return Plan{}, r.faults.sorted()
	}
	p.Name = short(name)
	return p, nil
}

// short is the file name without folder and ending.
func short(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	return strings.TrimSuffix(name, ".toml")
}

// A reader turns a file into a plan, and goes on after a fault to find the
// others. What it returns after a fault is never used.
type reader struct {
	source
	file   string
	faults Faults
}

func (r *reader) fault(at int, code Code, about ...any) {
	if len(r.faults) >= 10*maxFaults {
		return
	}
	line, col := r.place(at)
	r.faults = append(r.faults, &Fault{r.file, line, col, code, about})
}

func (r *reader) plan(t *node) Plan {
	p := Plan{
		Title:    r.phrase(t, "title", maxTitle),
		Year:     r.number(t, "year", firstYear, lastYear),
		Unit:     r.phrase(t, "unit", maxTitle),
		Superior: r.phrase(t, "superior", maxTitle),
		Chair:    r.phrase(t, "chair", maxName),
		Display:  DisplayGrade,
	}
	if t.has("display") {
		p.Display = oneOf(r, t, "display", DisplayOff, DisplayProgress, DisplayTally, DisplayGrade)
	}
	p.Dates = r.dates(t)
	p.Subjects = r.subjects(t)
	p.Voters = r.voters(t)
	p.Content = r.content(t)
	p.Stages, p.Warn = r.agenda(t)
	p.Sheets = r.sheets(t)
	p.Rule = r.rule(t)
	p.Papers = r.papers(t)
	return p
}

func (r *reader) dates(t *node) Dates {
	t = r.table(t, "dates")
	if t == nil {
		return Dates{}
	}
	d := Dates{
		From:         r.day(t, "from"),
		Until:        r.day(t, "until"),
		FileBy:       r.day(t, "file-by"),
		Clause:       r.phrase(t, "clause", maxClause),
		FileByClause: r.phrase(t, "file-by-clause", maxClause),
	}
	r.ordered(t, "from", d.From, "until", d.Until)
	r.ordered(t, "until", d.Until, "file-by", d.FileBy)
	return d
}

// ordered reports a day that comes before the one it must not come before.
func (r *reader) ordered(t *node, early string, e Day, late string, l Day) {
	if e != (Day{}) && l != (Day{}) && l.Before(e) {
		r.fault(t.fields[late].at, DayOrder, quote(late), l, quote(early), e)
	}
}

func (r *reader) subjects(t *node) []Subject {
	var out []Subject
	ids, posts := seen{}, map[string]*node{}
	for _, e := range r.entries(t, "subjects", 1, maxSubjects) {
		s := Subject{ID: r.id(e, ids), Post: r.phrase(e, "post", maxName)}
		if e.has("name") {
			s.Name = r.phrase(e, "name", maxName)
		}
		if i := slices.IndexFunc(out, func(o Subject) bool { return sameSeat(o, s) }); i >= 0 {
			r.fault(e.fields["post"].at, PostTwice, quote(s.Post), r.line(posts[s.Post].at))
		} else if s.Post != "" && posts[s.Post] == nil {
			posts[s.Post] = e.fields["post"]
		}
		out = append(out, s)
	}
	return out
}

// sameSeat reports whether two subjects cannot be told apart on a sheet.
func sameSeat(a, b Subject) bool {
	return a.Post != "" && a.Post == b.Post && (a.Name == b.Name || a.Name == "" || b.Name == "")
}

func (r *reader) voters(t *node) []Class {
	var out []Class
	ids := seen{}
	for _, e := range r.entries(t, "voters", 1, maxEntries) {
		out = append(out, Class{r.id(e, ids), r.phrase(e, "name", maxName)})
	}
	return out
}

func (r *reader) content(t *node) []Point {
	var out []Point
	for _, e := range r.entries(t, "content", 1, maxEntries) {
		out = append(out, Point{r.phrase(e, "label", maxTitle), r.phrase(e, "clause", maxClause)})
	}
	return out
}

func (r *reader) papers(t *node) []Paper {
	var out []Paper
	ids := seen{}
	for _, e := range r.entries(t, "papers", 1, maxEntries) {
		out = append(out, Paper{r.id(e, ids), r.phrase(e, "title", maxTitle), r.phrase(e, "clause", maxClause)})
	}
	return out
}

func (r *reader) agenda(t *node) (stages []Stage, warn int) {
	t = r.table(t, "agenda")
	if t == nil {
		return nil, 0
	}
	warn = r.number(t, "warn", 0, maxMinutes-1)
	entries := r.entries(t, "stages", 1, maxEntries)
	for _, e := range entries {
		stages = append(stages, Stage{
			Kind:    oneOf(r, e, "kind", Report, Review, Speech, Evaluation),
			Minutes: r.number(e, "minutes", 1, maxMinutes),
			Clause:  r.phrase(e, "clause", maxClause),
		})
	}
	r.inOrder(t, stages, entries)
	r.warned(t, stages, warn)
	return stages, warn
}

// inOrder holds the stages to the law of one report, one review.
func (r *reader) inOrder(t *node, stages []Stage, entries []*node) {
	if len(stages) == 0 || slices.ContainsFunc(stages, func(s Stage) bool { return s.Kind == "" }) {
		return
	}
	kind := func(i int) Kind {
		if i < 0 || i >= len(stages) {
			return ""
		}
		return stages[i].Kind
	}
	first := map[Kind]int{}
	for i, s := range stages {
		at := entries[i].fields["kind"].at
		if _, twice := first[s.Kind]; twice {
			r.fault(at, StageTwice, s.Kind)
			continue
		}
		first[s.Kind] = i
		if s.Kind == Report && kind(i+1) != Review {
			r.fault(at, NoReview)
		}
		if s.Kind == Review && kind(i-1) != Report {
			r.fault(at, NoReport)
		}
	}
	evaluation, held := first[Evaluation]
	report, reported := first[Report]
	switch {
	case !held:
		r.fault(t.at, NoEvaluation)
	case reported && evaluation < report:
		r.fault(entries[evaluation].fields["kind"].at, TooEarly)
	}
}

// warned reports a warning that would come before its item starts.
func (r *reader) warned(t *node, stages []Stage, warn int) {
	for _, s := range stages {
		if warn > 0 && s.Minutes > 0 && warn >= s.Minutes {
			r.fault(t.fields["warn"].at, WarnTooLong, warn, s.Kind, s.Minutes)
			return
		}
	}
}

func (r *reader) sheets(t *node) Sheets {
	t = r.table(t, "sheets")
	if t == nil {
		return Sheets{}
	}
	s := Sheets{Bundle: r.number(t, "bundle", 1, maxBundle)}
	ids := seen{}
	for _, e := range r.entries(t, "voids", 1, maxDigit) {
		s.Voids = append(s.Voids, VoidReason{r.id(e, ids), r.phrase(e, "title", maxName)})
	}
	return s
}

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

// phrase is the text that must stand under key.
func (r *reader) phrase(t *node, key string, most int) string {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return ""
	}
	return r.plain(n, most)
}

// item is a text in a list.
func (r *reader) item(n *node, most int) string {
	if !r.is(n, unstable.String) {
		return ""
	}
	return r.plain(n, most)
}

// id is the text under "id", which no entry before it may have.
func (r *reader) id(t *node, ids seen) string {
	n := r.need(t, "id", unstable.String)
	if n == nil {
		return ""
	}
	if !isID(n.text) {
		r.fault(n.at, BadID, quote(n.text))
		return ""
	}
	r.once(ids, n.text, n.at)
	return n.text
}

func isID(s string) bool {
	for i, c := range []byte(s) {
		letter, other := c >= 'a' && c <= 'z', c >= '0' && c <= '9' || c == '-'
		if !letter && (i == 0 || !other) {
			return false
		}
	}
	return s != "" && len(s) <= maxID
}

// seen is where each text of a list stood first.
type seen map[string]int

func (r *reader) once(s seen, text string, at int) {
	if text == "" {
		return
	}
	if first, twice := s[text]; twice {
		r.fault(at, ListedTwice, quote(text), r.line(first))
		return
	}
	s[text] = at
}

func (r *reader) number(t *node, key string, low, high int) int {
	n := r.need(t, key, unstable.Integer)
	if n == nil {
		return 0
	}
	v, err := strconv.ParseInt(n.text, 0, 32)
	if err != nil || int(v) < low || int(v) > high {
		r.fault(n.at, OutOfRange, quote(n.name), n.text, low, high)
		return 0
	}
	return int(v)
}

func (r *reader) day(t *node, key string) Day {
	n := r.need(t, key, unstable.LocalDate)
	if n == nil {
		return Day{}
	}
	d, err := ParseDay(n.text)
	if err != nil {
		r.fault(n.at, NotADay, n.text)
	}
	return d
}

func (r *reader) fraction(t *node, key string) tally.Fraction {
	n := r.need(t, key, unstable.Invalid)
	if n == nil {
		return tally.Fraction{}
	}
	return r.share(n)
}

var one = tally.Fraction{Num: 1, Den: 1}

// share reads a fraction in quotation marks, or a whole number without them.
func (r *reader) share(n *node) tally.Fraction {
	var f tally.Fraction
	err := fmt.Errorf("neither")
	switch n.kind {
	case unstable.String, unstable.Integer:
		f, err = tally.ParseFraction(n.text)
	case unstable.Float: // told below, with what to write instead
	default:
		r.is(n, unstable.Float)
		return f
	}
	if err != nil {
		r.fault(n.at, NotAFraction, quote(n.name), quote(n.text))
	}
	return f
}

// oneOf is the word under key, one of words.
func oneOf[W ~string](r *reader, t *node, key string, words ...W) W {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return ""
	}
	if !slices.Contains(words, W(n.text)) {
		var known list
		for _, w := range words {
			known = append(known, string(w))
		}
		r.fault(n.at, BadWord, quote(n.name), quote(n.text), known)
		return ""
	}
	return W(n.text)
}

// grade is the position of the grade named under key.
func (r *reader) grade(t *node, key string, scale tally.Scale) int {
	n := r.need(t, key, unstable.String)
	if n == nil {
		return 0
	}
	return r.onScale(n, scale)
}

func (r *reader) onScale(n *node, scale tally.Scale) int {
	if !r.is(n, unstable.String) || scale == nil {
		return 0
	}
	g := scale.Position(n.text)
	if g == 0 {
		r.fault(n.at, NotAGrade, quote(n.text), list(scale))
	}
	return g
}

// table is the table that must stand under key.
func (r *reader) table(t *node, key string) *node {
	return r.need(t, key, unstable.InlineTable)
}

func (r *reader) tableIfAny(t *node, key string) *node {
	if !t.has(key) {
		return nil
	}
	return r.table(t, key)
}

// entries are the tables of the list that must stand under key.
func (r *reader) entries(t *node, key string, few, many int) []*node {
	n := r.list(t, key, few, many)
	if n == nil {
		return nil
	}
	var out []*node
	for _, e := range n.items {
		if r.is(e, unstable.InlineTable) {
			out = append(out, e)
		}
	}
	return out
}

// list is the list that must stand under key, nil if it has too many items.
func (r *reader) list(t *node, key string, few, many int) *node {
	n := r.need(t, key, unstable.Array)
	switch {
	case n == nil:
	case len(n.items) < few:
		r.fault(n.at, TooFew, quote(n.name), len(n.items), few)
	case len(n.items) > many:
		r.fault(n.at, TooMany, quote(n.name), len(n.items), many)
		n.skip()
		return nil
	}
	return n
}

// need is the value under key if it is there and of the kind; Invalid stands
// for any kind.
func (r *reader) need(t *node, key string, kind unstable.Kind) *node {
	n := t.get(key)
	if n == nil {
		r.fault(t.at, MissingKey, quote(key), within(t.name))
		return nil
	}
	if kind != unstable.Invalid && !r.is(n, kind) {
		return nil
	}
	return n
}

func (r *reader) is(n *node, kind unstable.Kind) bool {
	if n.kind == kind {
		return true
	}
	n.skip()
	r.fault(n.at, WrongType, quote(n.name), kinds[kind], kinds[n.kind])
	return false
}

// kinds says each type of value. Where a fraction is wanted, Float is.
var kinds = map[unstable.Kind]term{
	unstable.String:        {"引号中的文字", "text in quotation marks"},
	unstable.Integer:       {"整数", "a whole number"},
	unstable.Float:         {"分数", "a fraction"},
	unstable.Bool:          {"真假值", "true or false"},
	unstable.LocalDate:     {"不加引号的日期", "a date without quotation marks"},
	unstable.LocalTime:     {"钟点", "a time of day"},
	unstable.LocalDateTime: {"带钟点的日期", "a date with a time of day"},
	unstable.DateTime:      {"带钟点的日期", "a date with a time of day"},
	unstable.Array:         {"列表", "a list"},
	unstable.InlineTable:   {"表", "a table"},
}

// within says in which table a key is meant to stand.
func within(name string) term {
	if name == "" {
		return term{"文件开头", "the top of the file"}
	}
	return term{" [" + name + "] ", "[" + name + "]"}
}

// unasked reports every key that nothing asked for.
func (r *reader) unasked(t *node) {
	for _, key := range t.order {
		n := t.fields[key]
		if !n.used {
			r.fault(n.key, UnknownKey, quote(key), within(t.name), known(t.asked))
			continue
		}
		r.unasked(n)
	}
	for _, e := range t.items {
		r.unasked(e)
	}
}

// known is a list of keys without repetition.
func known(asked []string) list {
	var out list
	for _, k := range asked {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// has reports whether key is stated; either way it counts as known.
func (t *node) has(key string) bool {
	t.asked = append(t.asked, key)
	return t.fields[key] != nil
}

// skip forgets what n holds, so that nothing in it is told as unknown.
func (n *node) skip() { n.items, n.fields, n.order = nil, nil, nil }
