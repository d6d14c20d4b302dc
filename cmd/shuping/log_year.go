package main

import (
	"fmt"
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
)

// ofTheYear is what a record says of something before or behind the meeting, in
// words.
func (m *Main) ofTheYear(s meeting.State, values map[string]any) map[string]any {
	words := m.words.Year
	text := func(key string) string { v, _ := values[key].(string); return v }
	out := map[string]any{"lacking": m.lacking(values), "noted": "", "parts": m.parts(s, values), "target": m.target(s, text("to"))}
	if was, said := values["was"].(string); said {
		out["was"] = was // whose a problem was
	}
	if text("note") != "" {
		out["noted"] = data.Fill(words.Note, values)
	}
	if outcome, ok := words.Outcomes[text("outcome")]; ok {
		out["outcome"] = outcome
	}
	if origin, ok := m.words.Rectify.Origins[text("origin")]; ok {
		out["origin"] = origin
	}
	for _, p := range s.Plan.Papers {
		if p.ID == text("paper") {
			out["paper"] = data.Fill(words.Paper, map[string]any{"title": p.Title})
		}
	}
	if subject, there := values["subject"]; there && subject == "" {
		out["subject"] = words.ToAll
	}
	return out
}

// lacking is what a vetting found wanting, "" for nothing.
func (m *Main) lacking(values map[string]any) string {
	words := m.words.Year
	var list []string
	for _, member := range []string{"own", "causes", "problems"} {
		if values[member] == string(meeting.No) {
			list = append(list, words.Lacks[member])
		}
	}
	if points, _ := values["missing"].([]any); len(points) > 0 {
		numbers := make([]string, len(points))
		for i, n := range points {
			numbers[i] = fmt.Sprint(n)
		}
		list = append(list, data.Fill(words.Points, map[string]any{"list": strings.Join(numbers, words.ListOf)}))
	}
	if len(list) == 0 {
		return ""
	}
	return data.Fill(words.Lacking, map[string]any{"list": strings.Join(list, words.Between)})
}

// parts are the parts of a problem that a record states, each behind its name.
func (m *Main) parts(s meeting.State, values map[string]any) string {
	words := m.words.Year
	var list []string
	amended := values["problem"] != nil
	for _, field := range []string{"subject", "origin", "text", "measure", "target", "who", "branch", "due"} {
		text, there := values[field].(string)
		switch {
		case !there, !amended && (field == "subject" || field == "origin" || field == "text"):
			continue
		case text == "":
			text = words.Cleared
		case field == "origin":
			text = m.words.Rectify.Origins[text]
		case field == "subject" && s.Plan.Subject(text) >= 0:
			text = s.Plan.Subjects[s.Plan.Subject(text)].Label()
		}
		list = append(list, data.Fill(words.Part, map[string]any{"field": m.words.Rectify.Fields[field], "text": text}))
	}
	if values["signed_by"] != nil {
		list = append(list, data.Fill(words.SignedBy, map[string]any{"by": values["signed_by"], "date": values["signed_on"]}))
	}
	if len(list) == 0 {
		return ""
	}
	return words.Between + strings.Join(list, words.Between)
}

// target is what a file belongs to.
func (m *Main) target(s meeting.State, to string) string {
	words := m.words.Year
	what, id, _ := strings.Cut(to, ":")
	switch what {
	case "report":
		if i := s.Plan.Subject(id); i >= 0 {
			return data.Fill(words.Report, map[string]any{"subject": s.Plan.Subjects[i].Label()})
		}
	case "paper":
		for _, p := range s.Plan.Papers {
			if p.ID == id {
				return data.Fill(words.Paper, map[string]any{"title": p.Title})
			}
		}
	case "problem":
		return data.Fill(words.Problem, map[string]any{"id": id})
	}
	return to
}
