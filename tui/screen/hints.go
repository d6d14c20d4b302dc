package screen

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// While a review runs, the comments that the chair prepared can be opened beside
// the clock; each that is given becomes a problem on the ledger with one key.

// reviewed is the subject whose review runs, -1 if none does.
func reviewed(s meeting.State) int {
	if r := s.Running(); r >= 0 && s.Agenda[r].Kind == plan.Review {
		return s.Agenda[r].Subject
	}
	return -1
}

// hints reports whether the comments on the review that runs are open.
func (a Agenda) hints(s meeting.State) bool {
	return reviewed(s) >= 0 && a.hinted == s.Agenda[s.Running()].ID
}

// hinting is where the comments on the review that runs are open, or are not.
func hinting(open bool) func(Agenda, desk.Context) key.Can {
	return func(a Agenda, c desk.Context) key.Can {
		return key.If(reviewed(c.Ahead) >= 0 && !c.Ahead.IsSealed() && a.hints(c.Ahead) == open)
	}
}

// hint opens the comments: of the next review nothing is seen before it is asked for.
func (a Agenda) hint(c desk.Context, _ int) (Agenda, desk.Answer) {
	a.hinted = c.Ahead.Agenda[c.Ahead.Running()].ID
	return a, desk.Answer{}
}

func (a Agenda) hide(desk.Context, int) (Agenda, desk.Answer) {
	a.hinted = ""
	return a, desk.Answer{}
}

// comments are those prepared on the subject whose review runs.
func comments(c desk.Context) []string {
	if i := reviewed(c.Ahead); i >= 0 {
		return c.Private.Comments[c.Ahead.Plan.Subjects[i].ID]
	}
	return nil
}

func (a Agenda) takes(c desk.Context) key.Can {
	return key.If(a.hints(c.Ahead) && !c.Ahead.IsSealed() && len(comments(c)) > 0)
}

// take takes a comment into the ledger; without a digit it asks which.
func (a Agenda) take(c desk.Context, n int) (Agenda, desk.Answer) {
	list := comments(c)
	if n == 0 {
		return a, desk.Asks(desk.AskChoice(list, func(i int, c desk.Context) desk.Answer {
			_, ans := a.take(c, i+1)
			return ans
		}, words.HintsHead(c.Lang)))
	}
	switch {
	case n > len(list):
		return a, desk.Warn(c.Say(words.CommentNone, "n", n))
	case commentTaken(c, list[n-1]):
		return a, desk.Warn(c.Say(words.CommentTaken, "n", n))
	}
	return a, recordProblem(c, meeting.RecordProblem{Subject: c.Ahead.Plan.Subjects[reviewed(c.Ahead)].ID, Origin: meeting.BySuperior, Text: list[n-1]})
}

// commentTaken reports whether a comment stands on the ledger already.
func commentTaken(c desk.Context, text string) bool {
	i := reviewed(c.Ahead)
	return i >= 0 && slices.ContainsFunc(c.Ahead.ProblemsOf(c.Ahead.Plan.Subjects[i].ID), func(p *meeting.Problem) bool {
		return p.Origin == meeting.BySuperior && p.Text == text
	})
}

// hintMost is how many rows of each comment are shown where not all of them fit.
const hintMost = 2

// hintRows draws the comments, in no more rows than the room where they can be cut
// to that; none is left out.
func (a Agenda) hintRows(c desk.Context, room int) []string {
	for _, most := range []int{c.Rows, hintMost} {
		if rows := a.hintsAs(c, most); len(rows) <= room {
			return rows
		}
	}
	return a.hintsAs(c, 1)
}

// hintsAs draws the comments with so many rows for each at most.
func (a Agenda) hintsAs(c desk.Context, most int) []string {
	if !a.hints(c.Ahead) {
		return nil
	}
	list := comments(c)
	if len(list) == 0 {
		return c.Indent(2, words.HintsNone(c.Lang), c.Look.Dim)
	}
	rows := []string{"  " + c.Look.Dim.Render(words.HintsHead(c.Lang))}
	for n, text := range list {
		mark, style := " ", c.Look.Text
		if commentTaken(c, text) {
			mark, style = c.Look.Done(), c.Look.Dim
		}
		lines := c.Indent(4, fmt.Sprintf("%d  %s", n+1, text), style)
		if len(lines) > most {
			lines = append(lines[:most-1:most-1], lines[most-1]+c.Look.More())
		}
		for k, line := range lines {
			if k == 0 {
				line = "  " + c.Look.Good.Render(mark) + line[3:]
			}
			rows = append(rows, line)
		}
	}
	return rows
}
