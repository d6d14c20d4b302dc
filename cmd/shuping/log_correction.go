package main

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// corrected is what a record says of a correction: the old and the new, in words.
func (m *Main) corrected(s meeting.State, values map[string]any) map[string]any {
	return map[string]any{"was": m.counted(s, values["was"]), "now": m.counted(s, values["now"])}
}

// counted is one side of a correction: a sheet, the numbers of people, or rows of a
// count by piles.
func (m *Main) counted(s meeting.State, side any) string {
	if list, ok := side.([]any); ok {
		var rows []string
		for _, x := range list {
			pile, _ := x.(map[string]any)
			row, _ := pile["row"].(float64)
			rows = append(rows, m.rowName(row)+" "+m.piles(s, int(row), pile))
		}
		return strings.Join(rows, words.ListSemicolon(m.lang))
	}
	member, _ := side.(map[string]any)
	if _, people := member["present"]; people {
		return words.Fill(words.LogHeads(m.lang), member)
	}
	marks, _ := member["marks"].(string)
	void, _ := member["void"].(string)
	return m.ballot(s, marks, void)
}

// comments are what stands on sheets, each behind whom it is about.
func (m *Main) comments(s meeting.State, values map[string]any) string {
	list, _ := values["comments"].([]any)
	var out []string
	for _, x := range list {
		comment, _ := x.(map[string]any)
		name, _ := comment["subject"].(string)
		if i := s.Plan.Subject(name); i >= 0 {
			name = s.Plan.Subjects[i].Label()
		}
		if name == "" {
			name = words.LogOnWhole(m.lang)
		}
		out = append(out, words.Fill(words.LogComment(m.lang), map[string]any{"subject": name, "text": comment["text"]}))
	}
	return strings.Join(out, words.ListSemicolon(m.lang))
}

// resealed is what a seal says of the version that it covers and the seal that it
// supersedes; nothing of a first one.
func (m *Main) resealed(values map[string]any) string {
	out := ""
	if values["version"] != nil {
		out += words.Fill(words.LogOfVersion(m.lang), values)
	}
	if values["supersedes"] != nil {
		out += words.Fill(words.LogSupersedes(m.lang), values)
	}
	return out
}
