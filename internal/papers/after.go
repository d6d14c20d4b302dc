package papers

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// sections number the headings of a paper, some of which it may not have.
type sections struct{ n int }

// Head is the next heading.
func (s *sections) Head(title string) string {
	s.n++
	return numberInWords(s.n) + "、" + title
}

// Next is the next number of a list.
func (s *sections) Next() int {
	s.n++
	return s.n
}

// A pageRuling is the scrutineer's word on one sheet.
type pageRuling struct {
	Bundle, Sheet int
	By, Reason    string // "" where it was not said, or would tell of a class that is not shown apart
}

func drawRulings(s meeting.State) []pageRuling {
	var out []pageRuling
	add := func(bundle, stack int, list []meeting.Ballot) {
		for i, b := range list {
			if r := b.Ruled; r != nil {
				x := pageRuling{bundle, i + 1, r.By, r.Reason}
				if s.Hides(stack) || !s.Shows() {
					x.Reason = ""
				}
				out = append(out, x)
			}
		}
	}
	for b := range s.Round.Bundles.Closed() {
		add(b.Number, b.Stack, b.Ballots)
	}
	for _, h := range s.Round.Hands() {
		if b := h.Bundle; b.Open {
			add(b.Number, b.Stack, b.Ballots)
		}
	}
	return out
}

// A pageResult is how many have one grade.
type pageResult struct {
	Grade string
	Count int
}

// A pageEntry is one line of the list of what is filed.
type pageEntry struct {
	Number         int
	By, Title, Day string // the title in lines; the day in eight digits, "" where it is written by hand
}

// drawAfter is what the report to the superior and the list of what is filed say.
func (p *page) drawAfter(s meeting.State) {
	if isDecided(s) {
		for g, name := range s.Plan.Rule.Scale {
			n := 0
			for _, d := range s.Decisions {
				if d.Grade == g+1 {
					n++
				}
			}
			if n > 0 {
				p.Results = append(p.Results, pageResult{name, n})
			}
		}
		for i := range s.Decisions {
			if s.IsExempt(i) {
				p.Exempt++
			}
		}
	}
	for _, r := range s.Reports {
		if v, ok := r.Vetting(); ok && v.Outcome == meeting.Passed {
			p.Vetted++
		}
	}
	for _, x := range s.Plan.Papers {
		p.Enclosed = append(p.Enclosed, x.Title)
	}
	p.drawCatalogue(s)
}

// ofTheDay are the numbers of the papers that are of the day of the meeting.
var ofTheDay = []string{"03", "04", "08", "09", "11", "12", "13", "14", "15"}

// drawCatalogue lists what is filed in the order of its numbers: what was printed
// before the meeting, the reports, and the papers in which something stands.
func (p *page) drawCatalogue(s meeting.State) {
	type entry struct {
		file, title string
		of          plan.Subject // on whom it is, nobody of one on all
	}
	none := plan.Subject{}
	list := []entry{{"01", p.Scheme, none}}
	for _, b := range befores {
		if b.filed {
			list = append(list, entry{b.file, b.what(s.Plan), none})
		}
	}
	for i, r := range s.Reports {
		if len(r.Files) > 0 {
			list = append(list, entry{"05", joined(s.Plan.Title, reportName(s.Plan)), s.Plan.Subjects[i]})
		}
	}
	if s.Plan.Sheets.Filled {
		list = append(list, entry{"10", joined(s.Plan.Title, sheetTitle(s.Plan)) + "（收回的原表，密封移交）", none})
	}
	for _, b := range bodies {
		for _, d := range b.list(s, false) {
			of := none
			if d.subject >= 0 {
				of = s.Plan.Subjects[d.subject]
			}
			list = append(list, entry{b.file, b.wholeTitle(s.Plan), of})
		}
	}
	slices.SortStableFunc(list, func(a, b entry) int { return strings.Compare(a.file[:2], b.file[:2]) })
	for i, e := range list {
		day := ""
		if m := p.From; m != nil && slices.Contains(ofTheDay, e.file[:2]) {
			day = fmt.Sprintf("%04d%02d%02d", m.Year, m.Month, m.Day)
		}
		p.Catalogue = append(p.Catalogue, pageEntry{Number: i + 1, By: s.Plan.Unit, Title: entryLines(e.title, e.of), Day: day})
	}
}

// isOver reports whether every item of the agenda was held, or passed over.
func isOver(s meeting.State) bool {
	return !slices.ContainsFunc(s.Steps, func(st meeting.Step) bool { return st.Status != meeting.Done && st.Status != meeting.Skipped })
}

// What a paper rests on is open: the votes and grades, the count, the meeting, the
// vetting of reports, the measures.

func whileUnsealed(s meeting.State, _ int) bool { return !s.IsSealed() }

func whileCounting(s meeting.State, _ int) bool {
	return !s.IsSealed() && (!s.Round.Closed || s.GradeSeals() > 0)
}

func whileMeeting(s meeting.State, i int) bool {
	return !s.IsSealed() && (!isOver(s) || whileCounting(s, i))
}

func whileSpeaking(s meeting.State, _ int) bool { return !s.IsSealed() && !isOver(s) }

func whileUnvetted(s meeting.State, i int) bool {
	r := s.Reports[i]
	v, vetted := r.Vetting()
	return (vetted || s.Plan.Prepare.Vetting) && v.Outcome != meeting.Passed
}

func whileUnpublished(s meeting.State, _ int) bool {
	for i, r := range s.Reports {
		if isPublic(r) && whileUnvetted(s, i) {
			return true
		}
	}
	return false
}

func whileUnplanned(s meeting.State, _ int) bool {
	return slices.ContainsFunc(s.Ledger, func(p *meeting.Problem) bool {
		return isToRemedy(p) && (p.Measure == "" || p.Who == "" || p.Until() == "")
	})
}

func never(meeting.State, int) bool { return false }
