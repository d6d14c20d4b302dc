package intake

import (
	"strconv"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// ProblemRows writes problems of a meeting as a table, its heads first. State is how a
// status is called.
func ProblemRows(s meeting.State, list []*meeting.Problem, today plan.Day, l words.Language) [][]string {
	out := [][]string{heads()}
	for i, p := range list {
		row := make([]string, written)
		for k, c := range columns[:written] {
			switch c.is {
			case number:
				row[k] = strconv.Itoa(i + 1)
			case status:
				row[k] = words.ProblemStatus(l, string(p.Status(today)))
			default:
				row[k] = stands(s, *p, c.is)
			}
		}
		out = append(out, row)
	}
	return out
}

// stands is what stands in a cell about a problem.
func stands(s meeting.State, p meeting.Problem, c column) string {
	switch c {
	case id:
		return p.ID
	case subject:
		return Whose(s, p)
	case origin:
		return sayOrigin(p.Origin)
	case text:
		return p.Text
	case measure:
		return p.Measure
	case target:
		return p.Target
	case who:
		return p.Who
	case branch:
		return p.Branch
	case due:
		return p.Until()
	case progress:
		return steps(p.Progress)
	case done:
		return signedOff(p)
	}
	return ""
}

// Whose is whose problem it is, in words: of one that is nobody's this year, whose
// it was.
func Whose(s meeting.State, p meeting.Problem) string {
	if i := s.Plan.Subject(p.Subject); i >= 0 {
		return s.Plan.Subjects[i].Label()
	}
	if p.From != nil {
		return p.From.Subject
	}
	return ""
}

func steps(list []meeting.Progress) string {
	lines := make([]string, len(list))
	for i, step := range list {
		lines[i] = step.Date.String() + " " + step.Text
	}
	return strings.Join(lines, "\n")
}

func signedOff(p meeting.Problem) string {
	if p.SignedOff == nil {
		return notDone[0]
	}
	return isDone[0] + " " + p.SignedOff.Date.String() + " " + p.SignedOff.By
}
