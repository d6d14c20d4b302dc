package main

import (
	"fmt"
	"strings"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// piled is what a record says of a count by piles, in words.
func (m *Main) piled(s meeting.State, values map[string]any) map[string]any {
	words := m.command().Log
	out := map[string]any{}
	if row, ok := values["row"].(float64); ok {
		out["row"] = m.rowName(row)
		out["piles"] = m.piles(s, int(row), values)
	}
	out["turn"] = words.Sides[string(meeting.FirstEntry)]
	if values["again"] == true {
		out["turn"] = words.Sides[string(meeting.SecondEntry)]
	}
	list, _ := values["differs"].([]any)
	rows := make([]string, len(list))
	for i, row := range list {
		n, _ := row.(float64)
		rows[i] = m.rowName(n)
	}
	out["rows"] = words.Agree
	if len(rows) > 0 {
		out["rows"] = data.Fill(words.RowDiffer, map[string]any{"rows": strings.Join(rows, words.ListOf)})
	}
	return out
}

// rowName is what a row of a count by piles is called.
func (m *Main) rowName(row float64) string {
	if words := m.command().Log; row > 0 {
		return data.Fill(words.Row, map[string]any{"row": row})
	}
	return m.command().Log.VoidRow
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
		case i < len(s.Plan.Rule.Scale):
			add(m.markName(s, tally.Mark(i+1)), n)
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
	return strings.Join(parts, m.command().Log.Marks)
}
