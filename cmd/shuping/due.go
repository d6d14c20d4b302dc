package main

import (
	"bufio"
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"shuping/internal/intake"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

func (m *Main) dueCommand() *cobra.Command {
	c := m.verb("due FILE… [--json]", m.takesSome, nil)
	asJSON := c.Flags().Bool("json", false, words.FlagJSON(m.lang))
	c.RunE = func(_ *cobra.Command, args []string) error { return m.due(args, *asJSON) }
	return c
}

// takesSome refuses a command line without an argument.
func (m *Main) takesSome(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return m.misused(c, words.TooFewArguments(m.lang), map[string]any{"usage": c.UseLine()})
	}
	return nil
}

// dueSchema names the form that data/schemas/due-1.json describes.
const dueSchema = "shuping/due/1"

type dueDoc struct {
	Schema   string       `json:"schema"`
	Today    plan.Day     `json:"today"`
	Overdue  int          `json:"overdue"`
	Sessions []sessionDue `json:"sessions"`
}

// sessionDue is what is missing in one session, or why nobody can say.
type sessionDue struct {
	Path    string       `json:"path"`
	Title   *string      `json:"title"`
	Problem *string      `json:"problem"`
	Missing []missingDoc `json:"missing"`
}

type missingDoc struct {
	What    meeting.MissingKind `json:"what"`
	Subject *string             `json:"subject"`
	Paper   *string             `json:"paper"`
	Problem *string             `json:"problem"`
	By      *plan.Day           `json:"by"`
	Days    *int                `json:"days"`
	Overdue bool                `json:"overdue"`
	Text    string              `json:"text"`
}

// due tells what is missing in each session. It fails if anything is overdue, or if
// a session cannot be read; the others are told all the same.
func (m *Main) due(paths []string, asJSON bool) error {
	doc := dueDoc{Schema: dueSchema, Today: m.today(), Sessions: []sessionDue{}}
	late, unread := 0, 0
	for _, path := range paths {
		s := m.dueIn(path)
		overdue := 0
		for _, missing := range s.Missing {
			if missing.Overdue {
				overdue++
			}
		}
		doc.Overdue += overdue
		if overdue > 0 {
			late++
		}
		if s.Problem != nil {
			unread++
		}
		doc.Sessions = append(doc.Sessions, s)
	}
	return m.print(func(w *bufio.Writer) error {
		if asJSON {
			_ = writeJSON(w, doc)
		} else {
			for _, s := range doc.Sessions {
				fmt.Fprint(w, m.dueText(s))
			}
		}
		switch {
		case unread > 0:
			return fail(words.DueNotRead(m.lang), map[string]any{"sessions": unread})
		case doc.Overdue > 0:
			return fail(words.DueOverdue(m.lang), map[string]any{"overdue": doc.Overdue, "sessions": late})
		}
		return nil
	})
}

func (m *Main) dueIn(path string) sessionDue {
	out := sessionDue{Path: path, Missing: []missingDoc{}}
	s, _, err := m.recall(path)
	if err != nil {
		out.Problem = new(m.sentence(err))
		return out
	}
	out.Title = new(s.Plan.Title)
	for _, missing := range s.Missing(m.today()) {
		out.Missing = append(out.Missing, m.missing(s, missing))
	}
	return out
}

// missing is one thing that is missing, also in words.
func (m *Main) missing(s meeting.State, is meeting.Missing) missingDoc {
	d := missingDoc{What: is.What, Problem: given(is.Problem), By: given(is.By), Overdue: is.Overdue}
	values := map[string]any{"subject": "", "paper": "", "problem": is.Problem, "text": ""}
	if is.Subject >= 0 {
		d.Subject = &s.Plan.Subjects[is.Subject].ID
		values["subject"] = s.Plan.Subjects[is.Subject].Label()
	}
	if is.Paper >= 0 {
		d.Paper = &s.Plan.Papers[is.Paper].ID
		values["paper"] = s.Plan.Papers[is.Paper].Title
	}
	if p, ok := s.Problem(is.Problem); ok {
		values["subject"], values["text"] = cmp.Or(intake.Whose(s, p), words.ProblemOfUnit(m.lang)), brief(p.Text)
		if p.Limit != "" {
			values["text"] = words.Fill(words.DueUntil(m.lang), map[string]any{"text": brief(p.Text), "limit": visible(p.Limit)})
		}
	}
	if d.By != nil {
		d.Days = new(m.today().DaysUntil(is.By))
	}
	d.Text = words.Fill(words.DueMissing(m.lang, string(is.What)), values)
	return d
}

// dueText is one session in a few lines.
func (m *Main) dueText(s sessionDue) string {
	if s.Problem != nil {
		return visible(s.Path+gap+words.Fill(words.DueUnread(m.lang), map[string]any{"problem": *s.Problem})) + "\n"
	}
	head := visible(s.Path+gap+*s.Title) + "\n"
	if len(s.Missing) == 0 {
		return head + "  " + words.DueWhole(m.lang) + "\n"
	}
	var t table
	for _, missing := range s.Missing {
		by, days := "", ""
		if missing.By != nil {
			by, days = missing.By.String(), m.days(*missing.Days)
		}
		t.row("", days, by, visible(missing.Text))
	}
	return head + t.String()
}

// days is how far off a day is, in words.
func (m *Main) days(n int) string {
	switch {
	case n < 0:
		return words.Fill(words.DueLate(m.lang), map[string]any{"days": -n})
	case n == 0:
		return words.DueToday(m.lang)
	}
	return words.Fill(words.DueLeft(m.lang), map[string]any{"days": n})
}
