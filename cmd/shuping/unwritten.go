package main

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/words"
)

// unwritten says which papers of the plan a bag made now would not have, because
// they are neither attached nor have anything in them yet; "" where it has all.
func (m *Main) unwritten(s meeting.State) string {
	var missing []string
	for i, p := range s.Plan.Papers {
		if len(s.PaperFiles[i]) == 0 && len(papers.Written(s, p)) == 0 {
			missing = append(missing, words.Fill(words.ExportLacked(m.lang), map[string]any{"paper": p.Title}))
		}
	}
	if len(missing) == 0 {
		return ""
	}
	return words.Fill(words.ExportLacks(m.lang), map[string]any{"papers": strings.Join(missing, words.ListComma(m.lang))})
}
