package papers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A pageSubject is one person who is graded.
type pageSubject struct {
	Index    int    // from 1
	Number   string // the same in Chinese
	Post     string
	Name     string   // "" where the plan gives none
	Label    string   // both
	Lines    string   // both as they stand in a column, on a line each where they are long
	Spaced   string   // the name as it stands in a column
	Written  string   // （书面述职）, "" for who speaks
	Review   string   // what was said in the review
	Remarks  []string // the same, each behind who said it
	Merits   string
	Problems string
	Report   pageReport // before the meeting
	LastYear *pageSum   // what became of last year's problems, nil where there are none
	Size     opinionSize

	pageFigures
	BaseName string
	Why      string // the chair's reason
	Exempt   string // why he is not graded, "" where he is
	Reasons  []pageReason
	Last     bool // one of the last two, whose rows stay with what is below the table
	Facts    []result.Fact
	Sources  []pageSource
	Score    *docx.Mark // what the sources come to
	Weighed  *docx.Mark // the grade that this earns
	Barred   string
	Parts    []pagePart    // without those of a class with too few sheets
	Weighted []pageCount   // the weighted share of each grade, where every part is shown
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
	ByVotes                    *docx.Mark // what the votes alone suggest
}

// A pageCount is the marks of one grade.
type pageCount struct {
	Grade string
	Count *docx.Mark
	Share *docx.Mark // "80.49%", nil where several parts weigh
}

// A pageNegative is the marks of the veto grades together.
type pageNegative struct {
	Grades   string // “一般”“差”票合计
	Count    *docx.Mark
	Percent  *docx.Mark // nil of nothing at all
	Weighted bool       // the percentage stands with the weighted shares
	Over     bool
}

// A pageReason is one sentence of the verdict.
type pageReason struct {
	Cited string // 依据《工作方案》第三部分第（五）项，
	Text  *docx.Mark
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
		Index: i + 1, Number: numberInWords(i + 1), Post: p.Post, Name: p.Name, Label: p.Label(), Lines: columnOf(p), Spaced: spacedName(p.Name), Review: s.ReviewsOf(p.ID), Written: writtenOf(p),
		Merits: s.Opinions[i].Merits, Problems: s.Opinions[i].Problems,
		Report: drawReport(s, i), LastYear: drawLastYear(f, s, i),
	}
	for _, r := range s.Remarks {
		if r.Subject == p.ID {
			out.Remarks = append(out.Remarks, cmp.Or(r.By, s.Plan.Chair)+"点评：\n"+r.Text)
		}
	}
	for _, name := range s.Plan.Rule.Offered() {
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
	out.ByVotes = f.of(byVotes(s, i), of+"_by_votes")
	out.BaseName, out.Facts, out.Barred = words.BaseName(words.Chinese, d.Base.Kind), d.Facts, strings.Join(d.Barred, "、")
	if d.Decided != nil {
		out.Why = d.Decided.Reason
	}
	if d.Exempt != "" {
		out.Decided, out.Why = f.of("不评定等次", of+"_decided"), d.Exempt
		out.Exempt = d.Exempt
	}
	for k, r := range d.Reasons {
		f.of(r.Text, "s%d_reason_%d", n, k+1) // as earlier papers have it
		out.Reasons = append(out.Reasons, pageReason{cited(r.Clause), f.of(prose(s.Plan.Rule, r), "s%d_ground_%d", n, k+1)})
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
			out.Parts = append(out.Parts, drawPart(f, n, k+1, d.Parts, s.Plan.Rule))
		}
	}
	if len(d.Parts) > 0 && len(out.Parts) == len(d.Parts) && len(s.Poll(i).Parts) > 1 {
		out.Weighted = drawWeighted(f, of, s, i)
		if out.Negative != nil {
			out.Negative.Weighted = len(out.Weighted) > 0
		}
	}
	out.Earlier = drawEarlier(f, of, s, i, d)
	return out
}

// drawFigures draws d under names that begin with of.
func drawFigures(f figures, of string, rule tally.Rule, parts []result.Part, d result.Figures) pageFigures {
	out := pageFigures{
		Blank: f.count(d.Blank, of+"_blank"), Spoiled: f.count(d.Spoiled, of+"_spoiled"), Aside: drawAside(f, of, d.Aside),
		Sum: f.count(d.Marks(), of+"_sum"), Base: f.count(d.Base.Count, of+"_base"), Negative: drawNegative(f, of, d),
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

func drawNegative(f figures, of string, from result.Figures) *pageNegative {
	d, n := from.Negative, 0
	if d == nil {
		return nil
	}
	for _, c := range from.Counts {
		if slices.Contains(d.Grades, c.Grade) {
			n += c.Count
		}
	}
	f.of(fmt.Sprintf("%d/%d", d.Numerator, d.Denominator), of+"_negative") // as earlier papers have it
	out := &pageNegative{Grades: gradesInWords(d.Grades), Over: d.Over, Count: f.count(n, of+"_negative_count")}
	if len(d.Grades) > 1 {
		out.Grades += "合计"
	}
	if d.Percent != "" {
		out.Percent = f.of(string(d.Percent)+"%", of+"_percent")
	}
	return out
}

// drawPart is the part numbered k of the subject numbered n, among his parts.
func drawPart(f figures, n, k int, parts []result.Part, rule tally.Rule) pagePart {
	d := parts[k-1]
	out := pagePart{
		Name: d.Title(parts), Blank: f.known(d.Blank, "s%d_part_%d_blank", n, k),
		Spoiled: f.known(d.Spoiled, "s%d_part_%d_spoiled", n, k),
	}
	if d.Weight.Given() {
		out.Weight = limitInWords(d.Weight)
	}
	for g, c := range d.Counts {
		share := ""
		if d.Base != nil && d.Base.Count > 0 {
			share = percent(rule, tally.Fraction{Num: int64(c.Count), Den: int64(d.Base.Count)})
		}
		out.Counts = append(out.Counts, pageCount{c.Grade, f.count(c.Count, "s%d_part_%d_count_%d", n, k, g+1), f.of(share, "s%d_part_%d_share_%d", n, k, g+1)})
	}
	out.Aside = drawAside(f, fmt.Sprintf("s%d_part_%d", n, k), d.Aside)
	if d.Base != nil {
		out.Base = f.count(d.Base.Count, "s%d_part_%d_base", n, k)
	}
	return out
}

// drawWeighted is the weighted share of each grade of the subject at index i.
func drawWeighted(f figures, of string, s meeting.State, i int) []pageCount {
	var out []pageCount
	for g, name := range s.Plan.Rule.Offered() {
		share, any := s.Plan.Rule.Share(s.Poll(i), g+1)
		if !any {
			return nil
		}
		out = append(out, pageCount{Grade: name, Share: f.of(percent(s.Plan.Rule, share), of+"_weighted_%d", g+1)})
	}
	return out
}

// byVotes is what the votes alone suggest of the subject at index i, whatever forces
// another grade.
func byVotes(s meeting.State, i int) string { return s.Plan.Rule.Scale.Name(s.Verdict(i).ByVotes) }

// linesOf is a post and a name as they stand in a narrow column, where a name would be
// broken.
func linesOf(p plan.Subject) string { return strings.TrimSpace(p.Post + "\n" + p.Name) }

// columnOf is the same in a column of eleven characters.
func columnOf(p plan.Subject) string {
	if utf8.RuneCountInString(p.Label()) <= 11 {
		return p.Label()
	}
	return linesOf(p)
}

// writtenOf says of a subject that he reports in writing.
func writtenOf(p plan.Subject) string {
	if p.Written {
		return "（书面述职）"
	}
	return ""
}
