package main

import (
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/papers"
)

// unwritten says which papers of the plan a bundle made now would not have, because
// they are neither attached nor have anything in them yet; "" where it has all.
func (m *Main) unwritten(s meeting.State) string {
	var missing []string
	for i, p := range s.Plan.Papers {
		if len(s.PaperFiles[i]) == 0 && len(papers.Written(s, p)) == 0 {
			missing = append(missing, data.Fill(m.command().Archive.Lacked, map[string]any{"paper": p.Title}))
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return data.Fill(m.command().Archive.Lacks, map[string]any{"papers": strings.Join(missing, m.command().ListOf)})
}
