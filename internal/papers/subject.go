package papers

import (
	"fmt"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/tally"
)

// A pageSubject is one person who is graded.
type pageSubject struct {
	Index    int    // from 1
	Number   string // the same in Chinese
	Post     string
	Name     string // "" where the plan gives none
	Label    string // both
	Review   string // what was said in the review
	Merits   string
	Problems string
	Report   pageReport // before the meeting
	LastYear *pageSum   // what became of last year's problems, nil where there are none

	Counts         []pageCount // of each grade, also where nothing is shown yet
	Blank, Spoiled *docx.Mark
	Aside          *pageCount // 不了解, nil where the form has none
	Sum            *docx.Mark // of all marks
	Base           *docx.Mark
	BaseName       string
	Negative       *pageNegative
	Suggested      *docx.Mark
	Forced         *docx.Mark
	Decided        *docx.Mark
	Why            string // the chair's reason
	Reasons        []pageReason
	Facts          []result.Fact
	Sources        []pageSource
	Score          *docx.Mark // what the sources come to
	Weighed        *docx.Mark // the grade that this earns
	Barred         string
	Parts          []pagePart    // without those of a class with too few sheets
	Earlier        []pageEarlier // in the versions that people have seen, oldest first
}

// A pageCount is the marks of one grade.
type pageCount struct {
	Grade string
	Count *docx.Mark
	Share *docx.Mark // "80.49%", nil where several parts weigh
}

// A pageNegative is the marks of the veto grades together.
type pageNegative struct {
	Grades   string // 一般+差
	Fraction *docx.Mark
	Percent  *docx.Mark // nil of nothing at all
	Over     bool
}

// A pageReason is one sentence of the verdict.
type pageReason struct {
	Clause string
	Text   *docx.Mark
}

// A pageSource is what one source says.
type pageSource struct {
	Title        string
	Grade, Score *docx.Mark
}

// A pagePart is the marks of one class or one item.
type pagePart struct {
	Name           string
	Weight         string // "1/2", "" where it is not in the verdict
	Counts         []pageCount
	Blank, Spoiled *docx.Mark
	Aside          *pageCount
	Base           *docx.Mark
}

// person is the subject at index i with what was said and written, and no figure of
// the vote.
func person(f figures, s meeting.State, i int) pageSubject {
	p := s.Plan.Subjects[i]
	out := pageSubject{
		Index: i + 1, Number: numeral(i + 1), Post: p.Post, Name: p.Name, Label: p.Label(), Review: s.Reviews[i],
		Merits: s.Opinions[i].Merits, Problems: s.Opinions[i].Problems,
		Report: drawReport(s, i), LastYear: drawLastYear(f, s, i),
	}
	for _, name := range s.Plan.Rule.Scale {
		out.Counts = append(out.Counts, pageCount{Grade: name})
	}
	if name := s.Plan.Rule.Aside; name != "" {
		out.Aside = &pageCount{Grade: name}
	}
	return out
}

// drawSubject is the subject at index i with what d says of him.
func drawSubject(f figures, s meeting.State, i int, d result.Subject) pageSubject {
	n, of := i+1, fmt.Sprintf("s%d", i+1)
	out := person(f, s, i)
	out.Blank, out.Spoiled = f.count(d.Blank, of+"_blank"), f.count(d.Spoiled, of+"_spoiled")
	out.Base, out.BaseName = f.count(d.Base.Count, of+"_base"), d.Base.Kind.Name(tally.Chinese)
	out.Negative, out.Facts, out.Barred = drawNegative(f, of, d.Negative), d.Facts, strings.Join(d.Barred, "、")
	out.Suggested, out.Forced = f.of(string(d.Suggested), of+"_suggested"), f.of(string(d.Forced), of+"_forced")
	out.Counts = drawCounts(f, of, s.Plan.Rule, d)
	out.Aside = drawAside(f, of, d.Aside)
	out.Sum = f.count(sum(d.Counts, d.Blank, d.Spoiled, d.Aside), of+"_sum")
	if d.Decided != nil {
		out.Decided, out.Why = f.of(d.Decided.Grade, "s%d_decided", n), d.Decided.Reason
	}
	for k, r := range d.Reasons {
		out.Reasons = append(out.Reasons, pageReason{r.Clause, f.of(r.Text, "s%d_reason_%d", n, k+1)})
	}
	for k, x := range d.Sources {
		out.Sources = append(out.Sources, pageSource{
			x.Title, f.of(x.Grade, "s%d_source_%d_grade", n, k+1), f.of(x.Score, "s%d_source_%d_score", n, k+1),
		})
	}
	if c := d.Composite; c != nil {
		out.Score, out.Weighed = f.of(c.Score, "s%d_score", n), f.of(string(c.Grade), "s%d_weighed", n)
	}
	for k, p := range d.Parts {
		if !p.Hidden {
			out.Parts = append(out.Parts, drawPart(f, n, k+1, d.Parts))
		}
	}
	out.Earlier = drawEarlier(f, of, s.Plan.Rule, d)
	return out
}

// drawCounts are the marks of each grade, under names that begin with of.
func drawCounts(f figures, of string, rule tally.Rule, d result.Subject) []pageCount {
	var out []pageCount
	for g, c := range d.Counts {
		out = append(out, pageCount{
			c.Grade, f.count(c.Count, of+"_count_%d", g+1), f.of(share(rule, d, c.Count), of+"_share_%d", g+1),
		})
	}
	return out
}

func drawAside(f figures, of string, c *result.GradeCount) *pageCount {
	if c == nil {
		return nil
	}
	return &pageCount{Grade: c.Grade, Count: f.count(c.Count, of+"_aside")}
}

// sum is how many marks there are together.
func sum(counts []result.GradeCount, blank, spoiled int, aside *result.GradeCount) int {
	out := blank + spoiled
	for _, c := range counts {
		out += c.Count
	}
	if aside != nil {
		out += aside.Count
	}
	return out
}

// share is a count as a percentage of the base, where the base is that of all
// marks together.
func share(rule tally.Rule, d result.Subject, count int) string {
	if d.Base.Count == 0 || d.Negative != nil && d.Negative.Weighted || len(d.Parts) > 0 {
		return ""
	}
	return tally.Fraction{Num: int64(count), Den: int64(d.Base.Count)}.Percent(rule.Decimals) + "%"
}

func drawNegative(f figures, of string, d *result.Negative) *pageNegative {
	if d == nil {
		return nil
	}
	out := &pageNegative{
		Grades: strings.Join(d.Grades, "+"), Over: d.Over,
		Fraction: f.of(fmt.Sprintf("%d/%d", d.Numerator, d.Denominator), of+"_negative"),
	}
	if d.Percent != "" {
		out.Percent = f.of(string(d.Percent)+"%", of+"_percent")
	}
	return out
}

// drawPart is the part numbered k of the subject numbered n, among his parts.
func drawPart(f figures, n, k int, parts []result.Part) pagePart {
	d := parts[k-1]
	out := pagePart{
		Name: d.Title(parts), Blank: f.known(d.Blank, "s%d_part_%d_blank", n, k),
		Spoiled: f.known(d.Spoiled, "s%d_part_%d_spoiled", n, k),
	}
	if d.Weight.Given() {
		out.Weight = d.Weight.String()
	}
	for g, c := range d.Counts {
		out.Counts = append(out.Counts, pageCount{Grade: c.Grade, Count: f.count(c.Count, "s%d_part_%d_count_%d", n, k, g+1)})
	}
	out.Aside = drawAside(f, fmt.Sprintf("s%d_part_%d", n, k), d.Aside)
	if d.Base != nil {
		out.Base = f.count(d.Base.Count, "s%d_part_%d_base", n, k)
	}
	return out
}
