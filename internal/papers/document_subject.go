package papers

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/office"
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

	Counts         []pageCount
	Blank, Spoiled *office.Mark
	Aside          *office.Mark
	Base           *office.Mark
	BaseName       string
	Negative       *pageNegative
	Suggested      *office.Mark
	Forced         *office.Mark
	Decided        *office.Mark
	Why            string // the chair's reason
	Reasons        []pageReason
	Facts          []Fact
	Sources        []pageSource
	Score          *office.Mark // what the sources come to
	Weighed        *office.Mark // the grade that this earns
	Barred         string
	Parts          []pagePart
}

// A pageCount is the marks of one grade.
type pageCount struct {
	Grade string
	Count *office.Mark
	Share *office.Mark // "80.49%", nil where several parts weigh
}

// A pageNegative is the marks of the veto grades together.
type pageNegative struct {
	Grades   string // 一般+差
	Fraction *office.Mark
	Percent  *office.Mark // nil of nothing at all
	Over     bool
}

// A pageReason is one sentence of the verdict.
type pageReason struct {
	Clause string
	Text   *office.Mark
}

// A pageSource is what one source says.
type pageSource struct {
	Title        string
	Grade, Score *office.Mark
}

// A pagePart is the marks of one class or one item.
type pagePart struct {
	Name           string
	Weight         string // "1/2", "" where it is not in the verdict
	Counts         []pageCount
	Blank, Spoiled *office.Mark
	Aside          *office.Mark
	Base           *office.Mark
}

func drawSubject(f figures, s meeting.State, i int, d Subject) pageSubject {
	n := i + 1
	out := pageSubject{
		Index: n, Number: numeral(n), Post: d.Post, Name: d.Name, Label: s.Plan.Subjects[i].Label(), Review: s.Reviews[i],
		Blank: f.count(d.Blank, "s%d_blank", n), Spoiled: f.count(d.Spoiled, "s%d_spoiled", n),
		Base: f.count(d.Base.Count, "s%d_base", n), BaseName: d.Base.Kind.Name(tally.Chinese),
		Negative: drawNegative(f, n, d.Negative), Facts: d.Facts, Barred: strings.Join(d.Barred, "、"),
		Suggested: f.of(string(d.Suggested), "s%d_suggested", n), Forced: f.of(string(d.Forced), "s%d_forced", n),
	}
	for g, c := range d.Counts {
		out.Counts = append(out.Counts, pageCount{
			c.Grade, f.count(c.Count, "s%d_count_%d", n, g+1), f.of(share(s.Plan.Rule, d, c.Count), "s%d_share_%d", n, g+1),
		})
	}
	if d.Aside != nil {
		out.Aside = f.count(d.Aside.Count, "s%d_aside", n)
	}
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
	if o := d.Opinion; o != nil {
		out.Merits, out.Problems = o.Merits, o.Problems
	}
	for k := range d.Parts {
		out.Parts = append(out.Parts, drawPart(f, n, k+1, d.Parts))
	}
	return out
}

// share is a count as a percentage of the base, where the base is that of all
// marks together.
func share(rule tally.Rule, d Subject, count int) string {
	if d.Base.Count == 0 || d.Negative != nil && d.Negative.Weighted || len(d.Parts) > 0 {
		return ""
	}
	return tally.Fraction{Num: int64(count), Den: int64(d.Base.Count)}.Percent(rule.Decimals) + "%"
}

func drawNegative(f figures, n int, d *Negative) *pageNegative {
	if d == nil {
		return nil
	}
	out := &pageNegative{
		Grades: strings.Join(d.Grades, "+"), Over: d.Over,
		Fraction: f.of(fmt.Sprintf("%d/%d", d.Numerator, d.Denominator), "s%d_negative", n),
	}
	if d.Percent != "" {
		out.Percent = f.of(string(d.Percent)+"%", "s%d_percent", n)
	}
	return out
}

// drawPart is the part numbered k of the subject numbered n, among his parts.
func drawPart(f figures, n, k int, parts []Part) pagePart {
	d := parts[k-1]
	out := pagePart{
		Name: d.name(parts), Blank: f.known(d.Blank, "s%d_part_%d_blank", n, k),
		Spoiled: f.known(d.Spoiled, "s%d_part_%d_spoiled", n, k),
	}
	if d.Weight.Given() {
		out.Weight = d.Weight.String()
	}
	for g, c := range d.Counts {
		out.Counts = append(out.Counts, pageCount{Grade: c.Grade, Count: f.count(c.Count, "s%d_part_%d_count_%d", n, k, g+1)})
	}
	if d.Aside != nil {
		out.Aside = f.count(d.Aside.Count, "s%d_part_%d_aside", n, k)
	}
	if d.Base != nil {
		out.Base = f.count(d.Base.Count, "s%d_part_%d_base", n, k)
	}
	return out
}
