package hall

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// tallyPages are the votes that the plan shows while sheets are read.
func tallyPages(c desk.Context, h meeting.Hall) []page {
	s := c.State
	foot := c.Say(words.TallyOf, "sheets", h.Sheets, "void", h.Void, "read", s.Round.Read(), "collected", s.Round.Collected)
	if h.Bundles > 0 {
		foot = words.Fill(words.TallyOnly(c.Lang, string(s.Plan.Hall.Counting)), words.Values("bundles", h.Bundles)) + "  " + foot
	}
	return votesPages(c, h, words.HallCount(c.Lang), foot)
}

// votesPages are the votes of all subjects; where the window has no room for a row of
// them, a page a subject.
func votesPages(c desk.Context, h meeting.Hall, title, foot string) []page {
	s := c.State
	g := grid{title: title, heads: s.Plan.Rule.OnSheet(), most: len(fmt.Sprint(max(10, s.Round.Collected)))}
	g.style = func(int, int) lipgloss.Style { return c.Look.Text }
	if g.aside = s.Plan.Rule.Aside != ""; g.aside {
		g.heads = append(g.heads[:len(g.heads):len(g.heads)], s.Plan.Rule.Aside)
	}
	for i := range h.Subjects {
		g.cells = append(g.cells, figures(c, h.Subjects[i]))
	}
	if out, ok := g.pages(c, foot); ok {
		return out
	}
	var out []page
	for i := range h.Subjects {
		out = append(out, votesPage(c, h, i))
	}
	return out
}

// figures are the votes of one subject, a column each; where there are too few sheets
// nothing is shown, so that nobody's can be told.
func figures(c desk.Context, p meeting.HallSubject) []string {
	rule := c.State.Plan.Rule
	var out []string
	for g := range rule.Offered() {
		out = append(out, fmt.Sprint(p.Count.Of(g+1)))
	}
	if rule.Aside != "" {
		out = append(out, fmt.Sprint(p.Count.Aside))
	}
	if p.TooFew {
		for k := range out {
			out[k] = "-"
		}
	}
	return out
}

// resultPages are what was announced: the grades of all and each with its reason, the
// votes of all and each.
func resultPages(c desk.Context, h meeting.Hall) []page {
	var out []page
	several := len(h.Subjects) > 1
	if h.Grades {
		if several {
			out = append(out, overviewPages(c, h)...)
		}
		for i, p := range h.Subjects {
			if p.Decided {
				out = append(out, gradePage(c, h, i))
			}
		}
	}
	if h.Votes {
		if several {
			out = append(out, votesPages(c, h, words.HallVotes(c.Lang), validFoot(c))...)
		}
		for i, p := range h.Subjects {
			if out = append(out, votesPage(c, h, i)); p.Grade != 0 && !p.Decided {
				out = append(out, referencePage(c, i, p))
			}
		}
	}
	return out
}

// validFoot says what the votes are counted of, and whether they were corrected.
func validFoot(c desk.Context) string {
	s := c.State
	text := c.Say(words.HallValid, "valid", s.Round.Valid, "void", s.Round.Void)
	if s.Round.Version > 1 {
		text = words.CorrectedMark(c.Lang) + "  " + text
	}
	return text
}

// votesPage is the votes of one subject: a number below each grade, and a bar of all.
func votesPage(c desk.Context, h meeting.Hall, i int) page {
	s, p := c.State, h.Subjects[i]
	name := person(c, i)
	who := name.text
	if p.TooFew {
		few := c.Say(words.TooFewSheets, "fewest", s.Plan.Sheets.Fewest)
		return titled(c, who+" "+few, name, word{text: few, role: matter, style: c.Look.Dim})
	}
	room := fmt.Sprint(max(10, s.Round.Collected))
	heads := s.Plan.Rule.OnSheet()
	if s.Plan.Rule.Aside != "" {
		heads = append(heads[:len(heads):len(heads)], s.Plan.Rule.Aside)
	}
	var k columns
	one := who
	for g, text := range figures(c, p) {
		k = append(k, column{word{text: heads[g], role: label, style: c.Look.Grade(s.Plan.Rule.Unmarked + g + 1)}, number{text: text, room: room, tenths: 3, style: c.Look.Text}})
		one += "  " + heads[g] + " " + text
	}
	x := titled(c, one, name, k, strip{rows: 2, draw: func(cols int) string { return c.Stacked(p.Count, cols) }})
	x.foot = c.Say(words.HallSheets, "valid", p.Count.Marks(), "blank", p.Count.Blank, "spoiled", p.Count.Spoiled)
	if was := s.At(1).Round.Counts[i]; was != p.Count && h.Votes {
		x.foot = words.CorrectedMark(c.Lang) + "  " + changes(s.Plan.Rule, was, p.Count) + "  " + x.foot
	}
	return x
}

// changes are the counts that were corrected, old and new.
func changes(rule tally.Rule, was, now tally.Count) string {
	var out []string
	for g, name := range rule.Offered() {
		if a, b := was.Of(g+1), now.Of(g+1); a != b {
			out = append(out, fmt.Sprintf("%s %d→%d", name, a, b))
		}
	}
	return strings.Join(out, "  ")
}

// gradePage is a grade that was announced, between two solid bars, with the reason
// where a veto made it.
func gradePage(c desk.Context, h meeting.Hall, i int) page {
	s, p := c.State, h.Subjects[i]
	who, v := person(c, i), s.Verdict(i)
	poll := s.Poll(i)
	poll.Facts = nil
	grade := s.Plan.Rule.Scale.Name(p.Grade)
	forced := v.Forced == p.Grade && v.Forced != 0
	style := c.Look.Grade(p.Grade)
	blocks := []block{
		who,
		row{word{text: words.HallGrade(c.Lang), role: label, style: c.Look.Text}, rail{word{text: grade, role: matter, style: style}, style, false}},
	}
	x := titled(c, who.text+"  "+grade)
	if reason, foot := why(c, v, forced, h.Votes, s.Plan.Rule.JudgePoll(poll).Suggested); reason != "" {
		blocks = append(blocks, word{text: reason, role: matter, style: c.Look.Text})
		x.foot = foot
	}
	x.blocks = blocks
	return x
}

// why is the reason for a grade that a veto made, in plain words, and what stands
// behind it in small print: no figures before the votes were announced. Suggested is
// the grade that the votes alone suggest.
func why(c desk.Context, v tally.Verdict, forced, votes bool, suggested int) (reason, foot string) {
	if !forced {
		return "", ""
	}
	scale := c.State.Plan.Rule.Scale
	for _, r := range v.Reasons {
		switch {
		case r.Step == tally.FactVeto && r.Holds:
			foot = c.Say(words.HallSource, "source", r.Source) + c.Clause(r.Clause)
			if votes && suggested != 0 {
				foot += "  " + c.Say(words.HallByVotes, "grade", scale.Name(suggested))
			}
			return r.Fact, foot
		case r.Step == tally.VoteVeto && r.Holds:
			reason = c.Say(words.HallVeto, "grades", strings.Join(r.Grades, words.And(c.Lang)), "compare", words.HallCompare(c.Lang, string(r.Compare)), "limit", r.Limit.Short())
			if foot = c.Clause(r.Clause); votes {
				foot = words.Reason(c.Lang, r) + foot
			}
			return reason, foot
		}
	}
	return "", ""
}

// referencePage is the grade that the votes alone suggest: nothing is decided, and no
// bars stand around it.
func referencePage(c desk.Context, i int, p meeting.HallSubject) page {
	who, grade := person(c, i), c.State.Plan.Rule.Scale.Name(p.Grade)
	x := titled(c, who.text+"  "+words.HallReference(c.Lang)+" "+grade,
		who,
		row{word{text: words.HallReference(c.Lang), role: label, style: c.Look.Dim}, word{text: grade, role: matter, style: c.Look.Grade(p.Grade)}})
	x.foot = words.HallOpen(c.Lang)
	return x
}

// overviewPages are all subjects with their grades.
func overviewPages(c desk.Context, h meeting.Hall) []page {
	scale := c.State.Plan.Rule.Scale
	counts := make([]int, len(scale)+1)
	g := grid{heads: []string{""}}
	for _, p := range h.Subjects {
		g.cells = append(g.cells, []string{desk.OrDash(scale.Name(p.Grade))})
		counts[p.Grade]++
	}
	g.style = func(i, _ int) lipgloss.Style {
		return c.Look.Grade(h.Subjects[i].Grade)
	}
	var foot []string
	for n, name := range scale {
		foot = append(foot, fmt.Sprintf("%s %d", name, counts[n+1]))
	}
	out, _ := g.pages(c, strings.Join(foot, "   "))
	return out
}
