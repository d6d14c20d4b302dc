package main

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// piled is what a record says of a count by piles, in words.
func (m *Main) piled(s meeting.State, values map[string]any) map[string]any {
	out := map[string]any{}
	if row, ok := values["row"].(float64); ok {
		out["row"] = m.rowName(row)
		out["piles"] = m.piles(s, int(row), values)
	}
	out["turn"] = words.EntrySide(m.lang, string(meeting.FirstEntry))
	if values["again"] == true {
		out["turn"] = words.EntrySide(m.lang, string(meeting.SecondEntry))
	}
	list, _ := values["differs"].([]any)
	rows := make([]string, len(list))
	for i, row := range list {
		n, _ := row.(float64)
		rows[i] = m.rowName(n)
	}
	out["rows"] = words.LogAgree(m.lang)
	if len(rows) > 0 {
		out["rows"] = words.Fill(words.LogRowDiffer(m.lang), map[string]any{"rows": strings.Join(rows, words.ListComma(m.lang))})
	}
	return out
}

// rowName is what a row of a count by piles is called.
func (m *Main) rowName(row float64) string {
	if row > 0 {
		return words.Fill(words.LogRow(m.lang), map[string]any{"row": row})
	}
	return words.LogVoidRow(m.lang)
}

// piles are the numbers of one row, each behind what its sheets say.
func (m *Main) piles(s meeting.State, row int, values map[string]any) string {
	var parts []string
	add := func(name string, n any) { parts = append(parts, fmt.Sprint(name, " ", n)) }
	list, _ := values["numbers"].([]any)
	for i, n := range list {
		switch {
		case row == 0 && i < len(s.Plan.Sheets.Voids):
			add(s.Plan.Sheets.Voids[i].Title, n)
		case i < s.Plan.Rule.Boxes():
			add(m.markName(s, s.Plan.Rule.InBox(i+1)), n)
		default:
			add(m.markName(s, tally.Aside), n)
		}
	}
	if n, ok := values["blank"]; ok {
		add(m.markName(s, tally.Blank), n)
	}
	if n, ok := values["spoiled"]; ok {
		add(m.markName(s, tally.Spoiled), n)
	}
	return strings.Join(parts, words.LogMarks(m.lang))
}
