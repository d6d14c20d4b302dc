package screen

import (
	"fmt"
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
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
	r := s.Running()
	return reviewed(s) >= 0 && a.hinted == s.Agenda[r].ID
}

// hintKeys are the keys of the comments that are open: what takes them, and what
// puts them out of sight.
func (a Agenda) hintKeys(c Context) key.Scope {
	if !a.hints(c.Ahead) {
		return nil
	}
	var scope key.Scope
	if n := min(9, len(c.hints())); n > 0 {
		scope = key.Digits(1, n, "1–"+digit(n), words.KeyTake(c.Lang))
	}
	return append(scope, key.On(key.Left, "←", words.KeyHide(c.Lang), "left"))
}

// hints are the comments on the subject whose review runs.
func (c Context) hints() []string {
	if i := reviewed(c.Ahead); i >= 0 {
		return c.Drawer.Comments[c.Ahead.Plan.Subjects[i].ID]
	}
	return nil
}

// given takes a comment into the ledger.
func (a Agenda) given(n int, c Context) (Screen, Answer) {
	list, i := c.hints(), reviewed(c.Ahead)
	switch {
	case n < 1 || n > len(list):
		return a, Answer{}
	case c.taken(list[n-1]):
		return a, warn(c.Say(words.CommentTaken, "n", n))
	}
	return a, c.enter(meeting.RecordProblem{Subject: c.Ahead.Plan.Subjects[i].ID, Origin: meeting.BySuperior, Text: list[n-1]})
}

// taken reports whether a comment stands on the ledger already.
func (c Context) taken(text string) bool {
	i := reviewed(c.Ahead)
	return i >= 0 && slices.ContainsFunc(c.Ahead.ProblemsOf(c.Ahead.Plan.Subjects[i].ID), func(p *meeting.Problem) bool {
		return p.Origin == meeting.BySuperior && p.Text == text
	})
}

// hintMost is how many rows of each comment are shown where not all of them fit.
const hintMost = 2

// hintRows draws the comments, in no more rows than the room where they can be cut
// to that; none is left out.
func (a Agenda) hintRows(c Context, room int) []string {
	if rows := a.hintsAs(c, c.Rows); len(rows) <= room {
		return rows
	}
	if rows := a.hintsAs(c, hintMost); len(rows) <= room {
		return rows
	}
	return a.hintsAs(c, 1)
}

// hintsAs draws the comments with so many rows for each at most.
func (a Agenda) hintsAs(c Context, most int) []string {
	if !a.hints(c.Ahead) {
		return nil
	}
	list := c.hints()
	if len(list) == 0 {
		return c.indent(2, words.HintsNone(c.Lang), c.Look.Dim)
	}
	rows := []string{"  " + c.Look.Dim.Render(words.HintsHead(c.Lang))}
	for n, text := range list {
		mark, style := " ", c.Look.Text
		if c.taken(text) {
			mark, style = c.Look.Done(), c.Look.Dim
		}
		lines := c.indent(4, fmt.Sprintf("%d  %s", n+1, text), style)
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
