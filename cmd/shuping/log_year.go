package main

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// ofTheYear is what a record says of something before or behind the meeting, in
// words.
func (m *Main) ofTheYear(s meeting.State, values map[string]any) map[string]any {
	text := func(key string) string { v, _ := values[key].(string); return v }
	out := map[string]any{"lacking": m.lacking(values), "noted": "", "parts": m.parts(s, values), "target": m.target(s, text("to"))}
	if was, said := values["was"].(string); said {
		out["was"] = was // whose a problem was
	}
	if text("note") != "" {
		out["noted"] = words.Fill(words.YearNote(m.lang), values)
	}
	if outcome := words.VettingOutcome(m.lang, text("outcome")); outcome != "" {
		out["outcome"] = outcome
	}
	if origin := words.ProblemOrigin(m.lang, text("origin")); origin != "" {
		out["origin"] = origin
	}
	for _, p := range s.Plan.Papers {
		if p.ID == text("paper") {
			out["paper"] = words.Fill(words.YearPaper(m.lang), map[string]any{"title": p.Title})
		}
	}
	if subject, there := values["subject"]; there && subject == "" {
		out["subject"] = words.YearToAll(m.lang)
	}
	return out
}

// lacking is what a vetting found wanting, "" for nothing.
func (m *Main) lacking(values map[string]any) string {
	var list []string
	for _, member := range []string{"own", "causes", "problems"} {
		if values[member] == string(meeting.No) {
			list = append(list, words.VettingLack(m.lang, member))
		}
	}
	if points, _ := values["missing"].([]any); len(points) > 0 {
		numbers := make([]string, len(points))
		for i, n := range points {
			numbers[i] = fmt.Sprint(n)
		}
		list = append(list, words.Fill(words.VettingPoints(m.lang), map[string]any{"list": strings.Join(numbers, words.ListComma(m.lang))}))
	}
	if len(list) == 0 {
		return ""
	}
	return words.Fill(words.VettingLacking(m.lang), map[string]any{"list": strings.Join(list, words.ListSemicolon(m.lang))})
}

// parts are the parts of a problem that a record states, each behind its name.
func (m *Main) parts(s meeting.State, values map[string]any) string {
	var list []string
	amended := values["problem"] != nil
	for _, field := range []string{"subject", "origin", "text", "measure", "target", "who", "branch", "due"} {
		text, there := values[field].(string)
		if limit, said := values["limit"].(string); field == "due" && said && limit != "" {
			text, there = limit, true // as it was written
		}
		switch {
		case !there, !amended && (field == "subject" || field == "origin" || field == "text"):
			continue
		case text == "":
			text = words.ValueCleared(m.lang)
		case field == "origin":
			text = words.ProblemOrigin(m.lang, text)
		case field == "subject" && s.Plan.Subject(text) >= 0:
			text = s.Plan.Subjects[s.Plan.Subject(text)].Label()
		}
		list = append(list, words.Fill(words.YearPart(m.lang), map[string]any{"field": words.ProblemField(m.lang, field), "text": text}))
	}
	if values["signed_by"] != nil {
		list = append(list, words.Fill(words.YearSignedBy(m.lang), map[string]any{"by": values["signed_by"], "date": values["signed_on"]}))
	}
	if len(list) == 0 {
		return ""
	}
	return words.ListSemicolon(m.lang) + strings.Join(list, words.ListSemicolon(m.lang))
}

// target is what a file belongs to.
func (m *Main) target(s meeting.State, to string) string {
	what, id, _ := strings.Cut(to, ":")
	switch what {
	case "report":
		if i := s.Plan.Subject(id); i >= 0 {
			return words.Fill(words.YearReport(m.lang), map[string]any{"subject": s.Plan.Subjects[i].Label()})
		}
	case "paper":
		for _, p := range s.Plan.Papers {
			if p.ID == id {
				return words.Fill(words.YearPaper(m.lang), map[string]any{"title": p.Title})
			}
		}
	case "problem":
		return words.Fill(words.YearProblem(m.lang), map[string]any{"id": id})
	case "template":
		return words.Fill(words.YearTemplate(m.lang), map[string]any{"file": id})
	}
	return to
}
