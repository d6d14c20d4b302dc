package papers

import (
	"fmt"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
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
	Spaced   string // the name as it stands in a column
	Written  string // （书面述职）, "" for who speaks
	Review   string // what was said in the review
	Merits   string
	Problems string
	Report   pageReport // before the meeting
	LastYear *pageSum   // what became of last year's problems, nil where there are none

	pageFigures
	BaseName string
	Why      string // the chair's reason
	Reasons  []pageReason
	Facts    []result.Fact
	Sources  []pageSource
	Score    *docx.Mark // what the sources come to
	Weighed  *docx.Mark // the grade that this earns
	Barred   string
	Parts    []pagePart    // without those of a class with too few sheets
	Earlier  []pageEarlier // in the versions that people have seen, oldest first
}

// pageFigures are the counts and grades of one person in one version.
type pageFigures struct {
	Counts                     []pageCount // of each grade, also where nothing is shown yet
	Blank, Spoiled             *docx.Mark
	Aside                      *pageCount // 不了解, nil where the form has none
	Sum                        *docx.Mark // of all marks
	Base                       *docx.Mark
	Negative                   *pageNegative
	Suggested, Forced, Decided *docx.Mark
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

// drawPerson is the subject at index i with what was said and written, and no figure of
// the vote.
func drawPerson(f figures, s meeting.State, i int) pageSubject {
	p := s.Plan.Subjects[i]
	out := pageSubject{
		Index: i + 1, Number: numberInWords(i + 1), Post: p.Post, Name: p.Name, Label: p.Label(), Spaced: spacedName(p.Name), Review: s.ReviewsOf(p.ID), Written: writtenOf(p),
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
	out := drawPerson(f, s, i)
	out.pageFigures = drawFigures(f, of, s.Plan.Rule, d.Parts, d.Figures())
	out.BaseName, out.Facts, out.Barred = d.Base.Kind.Name(tally.Chinese), d.Facts, strings.Join(d.Barred, "、")
	if d.Decided != nil {
		out.Why = d.Decided.Reason
	}
	if d.Exempt != "" {
		out.Decided, out.Why = f.of("不评定等次", of+"_decided"), d.Exempt
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

// drawFigures draws d under names that begin with of.
func drawFigures(f figures, of string, rule tally.Rule, parts []result.Part, d result.Figures) pageFigures {
	out := pageFigures{
		Blank: f.count(d.Blank, of+"_blank"), Spoiled: f.count(d.Spoiled, of+"_spoiled"), Aside: drawAside(f, of, d.Aside),
		Sum: f.count(d.Marks(), of+"_sum"), Base: f.count(d.Base.Count, of+"_base"), Negative: drawNegative(f, of, d.Negative),
		Suggested: f.of(string(d.Suggested), of+"_suggested"), Forced: f.of(string(d.Forced), of+"_forced"),
	}
	for g, c := range d.Counts {
		share := ""
		if len(parts) == 0 { // of all marks together
			share = d.Share(c.Count, rule.Decimals)
		}
		out.Counts = append(out.Counts, pageCount{c.Grade, f.count(c.Count, of+"_count_%d", g+1), f.of(share, of+"_share_%d", g+1)})
	}
	if d.Decided != nil {
		out.Decided = f.of(d.Decided.Grade, of+"_decided")
	}
	return out
}

func drawAside(f figures, of string, c *result.GradeCount) *pageCount {
	if c == nil {
		return nil
	}
	return &pageCount{Grade: c.Grade, Count: f.count(c.Count, of+"_aside")}
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

// writtenOf says of a subject that he reports in writing.
func writtenOf(p plan.Subject) string {
	if p.Written {
		return "（书面述职）"
	}
	return ""
}
