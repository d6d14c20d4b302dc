package plan

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// How much a plan may hold.
const (
	maxFile     = 1 << 20 // bytes
	maxSubjects = 60
	maxEntries  = 30 // classes of voters, content points, papers
	maxDigit    = 9  // what is chosen by one digit: void reasons, facts, sources
	maxMinutes  = 240
	maxBundle   = 100
	maxFewest   = 1000 // sheets
	maxTrim     = 20   // marks at either end
	maxDecimals = 4
	firstYear   = 2000
	lastYear    = 2999
)

// Parse reads and checks the plan file src. The file name is used for the
// plan's short name and in errors, and is not opened. The error, if any, is of
// type [fault.Faults].
func Parse(name string, src []byte) (Plan, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	r := &reader{file: name, source: newSource(src)}
	var p Plan
	switch {
	case len(src) > maxFile:
		r.fault(0, TooLarge)
	case !utf8.Valid(src):
		r.fault(badByte(src), NotUTF8, "encoding", encodingGuess(src))
	default:
		r.scan()
		if root := r.grow(); root != nil {
			p = r.plan(root)
			r.unasked(root)
		}
	}
	if len(r.faults) > 0 {
		return Plan{}, sorted(r.faults)
	}
	p.Name = shortName(name)
	return p, nil
}

// shortName is the file name without folder and ending.
func shortName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	return strings.TrimSuffix(name, ".toml")
}

func (r *reader) plan(t *node) Plan {
	p := Plan{
		Title:    r.phrase(t, "title", maxTitle),
		Year:     r.number(t, "year", firstYear, lastYear),
		Unit:     r.phrase(t, "unit", maxTitle),
		Superior: r.phrase(t, "superior", maxTitle),
		Chair:    r.phrase(t, "chair", maxName),
		Hall:     r.hall(t),
	}
	if t.has("unit-code") {
		p.UnitCode = r.phrase(t, "unit-code", maxName)
	}
	if t.has("people") {
		p.People = r.phrase(t, "people", maxGrade)
	}
	if t.has("notice-votes") {
		p.NoticeVotes = r.holds(t, "notice-votes")
	}
	if t.has("scheme") {
		p.Scheme = r.phrase(t, "scheme", maxTitle)
	}
	if t.has("templates") {
		p.Templates = r.folder(t, "templates")
	}
	p.Dates = r.dates(t)
	p.Meeting = r.meeting(t, p.Dates)
	p.Subjects = r.subjects(t)
	p.Voters = r.voters(t)
	p.Content = r.content(t)
	p.Stages, p.Warn = r.agenda(t)
	p.Sheets = r.sheets(t)
	p.Sheets.Each, p.Sheets.SelfRating = r.form(t)
	p.Rule = r.rule(t)
	p.Sheets.Cap = r.sheetCap(t, p)
	p.Papers = r.papers(t)
	p.Prepare = r.prepare(t)
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

// sheetCap reads how often a sheet may give some grades.
func (r *reader) sheetCap(t *node, p Plan) Cap {
	if t = t.fields["sheets"]; t == nil {
		return Cap{}
	}
	if t = r.tableIfAny(t, "cap"); t == nil {
		return Cap{}
	}
	c := Cap{Grades: r.grades(t, p.Rule.Scale), Most: r.number(t, "most", 1, maxSubjects)}
	var known []string
	for _, n := range p.Sheets.Reasons() {
		known = append(known, p.Sheets.Voids[n-1].ID)
	}
	c.Void = r.phrase(t, "void", maxName)
	if c.Void != "" && !slices.Contains(known, c.Void) {
		r.fault(t.fields["void"].at, BadWord, "key", fault.Quote("void"), "value", fault.Quote(c.Void), "known", strings.Join(known, "、"))
	}
	return c
}

// meeting reads when and where a meeting is to be held, not before the work starts and
// not after the papers are filed.
func (r *reader) meeting(t *node, dates Dates) Meeting {
	t = r.tableIfAny(t, "meeting")
	if t == nil {
		return Meeting{}
	}
	var m Meeting
	if t.has("day") {
		m.Day = r.day(t, "day")
		at := t.fields["day"].at
		if m.Day != (Day{}) && dates.From != (Day{}) && m.Day.Before(dates.From) {
			r.fault(at, DayOrder, "late", fault.Quote("day"), "day", m.Day, "early", fault.Quote("from"), "before", dates.From)
		}
		if m.Day != (Day{}) && dates.FileBy != (Day{}) && dates.FileBy.Before(m.Day) {
			r.fault(at, DayOrder, "late", fault.Quote("file-by"), "day", dates.FileBy, "early", fault.Quote("day"), "before", m.Day)
		}
	}
	if t.has("hour") {
		m.Hour = r.phrase(t, "hour", maxClause)
		if m.Hour != "" && !hours().MatchString(m.Hour) {
			r.fault(t.fields["hour"].at, NotAnHour, "value", fault.Quote(m.Hour))
		}
	}
	if t.has("place") {
		m.Place = r.phrase(t, "place", maxTitle)
	}
	return m
}

var hours = typed.Pattern(`^(?:[01][0-9]|2[0-3]):[0-5][0-9]$`)

// ordered reports a day that comes before the one it must not come before.
func (r *reader) ordered(t *node, early string, e Day, late string, l Day) {
	if e != (Day{}) && l != (Day{}) && l.Before(e) {
		r.fault(t.fields[late].at, DayOrder, "late", fault.Quote(late), "day", l, "early", fault.Quote(early), "before", e)
	}
}

func (r *reader) subjects(t *node) []Subject {
	var out []Subject
	ids, shorts, posts := seen{}, seen{}, map[string]*node{}
	for _, e := range r.entries(t, "subjects", 1, maxSubjects) {
		s := Subject{ID: r.id(e, ids), Post: r.phrase(e, "post", maxName)}
		if e.has("name") {
			s.Name = r.phrase(e, "name", maxName)
		}
		if e.has("short") {
			s.Short = r.called(e, "short", MaxShort, shorts)
		}
		if e.has("written") {
			s.Written = r.holds(e, "written")
		}
		if i := slices.IndexFunc(out, func(o Subject) bool { return sameSeat(o, s) }); i >= 0 {
			r.fault(e.fields["post"].at, PostTwice, "post", fault.Quote(s.Post), "first", r.line(posts[s.Post].at))
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
	ids, names := seen{}, seen{}
	for _, e := range r.entries(t, "voters", 1, maxEntries) {
		e.get("weight") // read with the rule
		out = append(out, Class{r.id(e, ids), r.called(e, "name", maxName, names)})
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

func (r *reader) prepare(t *node) Prepare {
	t = r.tableIfAny(t, "prepare")
	if t == nil {
		return Prepare{}
	}
	var p Prepare
	p.Vetting, p.VettingClause = r.wanted(t, "vetting", "vetting-clause")
	p.Filed, p.FiledClause = r.wanted(t, "filed", "filed-clause")
	return p
}

// wanted is whether true stands under key, and then the clause that says so.
func (r *reader) wanted(t *node, key, clause string) (bool, string) {
	if t.has(key) && r.holds(t, key) {
		return true, r.phrase(t, clause, maxClause)
	}
	if t.has(clause) {
		c := t.get(clause)
		c.skip()
		if !t.has(key) || t.fields[key].text == "false" {
			r.fault(c.key, Misplaced, "key", fault.Quote(c.name), "of", key, "value", "true")
		}
	}
	return false, ""
}

func (r *reader) agenda(t *node) (stages []Stage, warn int) {
	t = r.table(t, "agenda")
	if t == nil {
		return nil, 0
	}
	warn = r.number(t, "warn", 0, maxMinutes-1)
	entries := r.entries(t, "stages", 1, maxEntries)
	for _, e := range entries {
		st := Stage{
			Kind:    oneOf(r, e, "kind", Report, Question, Review, Speech, Elect, Evaluation),
			Minutes: r.number(e, "minutes", 1, maxMinutes),
			Clause:  r.phrase(e, "clause", maxClause),
		}
		if e.has("together") {
			st.Together = r.holds(e, "together")
			if n := e.fields["together"]; st.Kind != "" && st.Kind != Question && st.Kind != Review {
				r.fault(n.key, Misplaced, "key", fault.Quote(n.name), "of", "kind", "value", Review)
			}
		}
		stages = append(stages, st)
	}
	r.inOrder(t, stages, entries)
	r.warned(t, stages, warn)
	return stages, warn
}

// inOrder holds the stages to an order in which a meeting can be held: each kind
// once, and nothing that answers a report before the reports.
func (r *reader) inOrder(t *node, stages []Stage, entries []*node) {
	if len(stages) == 0 || slices.ContainsFunc(stages, func(s Stage) bool { return s.Kind == "" }) {
		return
	}
	first := map[Kind]int{}
	for i, s := range stages {
		at := entries[i].fields["kind"].at
		if _, twice := first[s.Kind]; twice {
			r.fault(at, StageTwice, "stage", s.Kind)
			continue
		}
		first[s.Kind] = i
		if _, reported := first[Report]; s.Kind == Review && !reported {
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
			r.fault(t.fields["warn"].at, WarnTooLong, "warn", warn, "stage", s.Kind, "minutes", s.Minutes)
			return
		}
	}
}

func (r *reader) sheets(t *node) Sheets {
	t = r.table(t, "sheets")
	if t == nil {
		return Sheets{}
	}
	s := Sheets{Bundle: r.number(t, "bundle", 1, maxBundle), OverIssued: VoidsRound, Check: CheckOffered}
	if t.has("bundle-over-100") {
		s.Large = r.number(t, "bundle-over-100", 1, maxBundle)
	}
	if t.has("check") {
		s.Check = oneOf(r, t, "check", CheckOffered, CheckSecond, CheckSpot, CheckEither)
	}
	if t.has("witnessed") {
		s.Witnessed = r.holds(t, "witnessed")
	}
	if t.has("shuffle-tables") {
		s.Shuffled = r.holds(t, "shuffle-tables")
	}
	if t.has("fewest-of-class") {
		s.FewestOf = r.number(t, "fewest-of-class", 0, maxFewest)
	}
	ids := seen{}
	for _, e := range r.entries(t, "voids", 1, maxDigit) {
		v := VoidReason{ID: r.id(e, ids), Title: r.phrase(e, "title", maxName)}
		if e.has("retired") {
			v.Retired = r.holds(e, "retired")
		}
		s.Voids = append(s.Voids, v)
	}
	if len(s.Voids) > 0 && len(s.Reasons()) == 0 {
		r.fault(t.fields["voids"].at, TooFew, "key", "voids", "count", 0, "limit", 1)
	}
	if t.has("spoils") {
		s.Spoils = r.phrases(t, "spoils", 1, maxDigit, maxName)
	}
	if t.has("over-issued") {
		s.OverIssued = oneOf(r, t, "over-issued", VoidsRound, IsRefused)
	}
	if t.has("filled") {
		s.Filled = r.holds(t, "filled")
	}
	if t.has("fewest") {
		s.Fewest = r.number(t, "fewest", 0, maxFewest)
	}
	return s
}
