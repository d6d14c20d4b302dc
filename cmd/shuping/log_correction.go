package main

import (
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
)

// corrected is what a record says of a correction: the old and the new, in words.
func (m *Main) corrected(s meeting.State, values map[string]any) map[string]any {
	return map[string]any{"was": m.counted(s, values["was"]), "now": m.counted(s, values["now"])}
}

// counted is one side of a correction: a sheet, the numbers of people, or rows of a
// count by piles.
func (m *Main) counted(s meeting.State, side any) string {
	words := m.command().Log
	if list, ok := side.([]any); ok {
		var rows []string
		for _, x := range list {
			pile, _ := x.(map[string]any)
			row, _ := pile["row"].(float64)
			rows = append(rows, m.rowName(row)+" "+m.piles(s, int(row), pile))
		}
		return strings.Join(rows, words.Between)
	}
	member, _ := side.(map[string]any)
	if _, people := member["present"]; people {
		return data.Fill(words.Heads, member)
	}
	marks, _ := member["marks"].(string)
	void, _ := member["void"].(string)
	return m.ballot(s, marks, void)
}

// comments are what stands on sheets, each behind whom it is about.
func (m *Main) comments(s meeting.State, values map[string]any) string {
	words := m.command().Log
	list, _ := values["comments"].([]any)
	var out []string
	for _, x := range list {
		comment, _ := x.(map[string]any)
		name, _ := comment["subject"].(string)
		if i := s.Plan.Subject(name); i >= 0 {
			name = s.Plan.Subjects[i].Label()
		}
		if name == "" {
			name = words.OnWhole
		}
		out = append(out, data.Fill(words.Comment, map[string]any{"subject": name, "text": comment["text"]}))
	}
	return strings.Join(out, words.Between)
}

// resealed is what a seal says of the version that it covers and the seal that it
// supersedes; nothing of a first one.
func (m *Main) resealed(values map[string]any) string {
	words, out := m.command().Log, ""
	if values["version"] != nil {
		out += data.Fill(words.OfVersion, values)
	}
	if values["supersedes"] != nil {
		out += data.Fill(words.Supersedes, values)
	}
	return out
}
