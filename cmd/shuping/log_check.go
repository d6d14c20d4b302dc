package main

import (
	"fmt"
	"strings"

	"shuping/data"
)

// gate is what a record says of the gates and of a bundle beside its numbers:
// who confirmed them and what they saw, spare sheets, who keys, from which file.
func (m *Main) gate(values map[string]any, text func(string) string) map[string]any {
	words := m.command().Log
	out := map[string]any{"witness": "", "seen": "", "spares": "", "keyed": ""}
	if text("saw") != "" {
		out["seen"] = data.Fill(words.Saw, values)
	}
	if text("by") != "" {
		out["witness"] = data.Fill(words.Witness, map[string]any{"by": text("by"), "seen": out["seen"]})
		out["keyed"] = data.Fill(words.KeyedBy, values)
	}
	if text("file") != "" {
		out["keyed"] = fmt.Sprint(out["keyed"], data.Fill(words.FromFile, values))
	}
	if values["printed"] != nil {
		destroyed := values["destroyed"]
		if destroyed == nil {
			destroyed = 0
		}
		out["spares"] = data.Fill(words.Spares, map[string]any{"printed": values["printed"], "destroyed": destroyed})
	}
	return out
}

// checked is what a record says of the second reading of a bundle, in words.
func (m *Main) checked(values map[string]any, text func(string) string) map[string]any {
	words := m.command().Log
	out := map[string]any{
		"side": words.Sides[text("of")], "way": words.Ways[text("way")], "slip": words.Missing, "list": "",
	}
	if values["doubled"] == true {
		out["slip"] = words.Doubled
	}
	if list, ok := values["sheets"].([]any); ok {
		out["list"] = m.places(list)
	}
	switch list, ok := values["differs"].([]any); {
	case !ok:
		out["compared"] = words.Uneven
	case len(list) == 0:
		out["compared"] = words.Agree
	default:
		out["compared"] = data.Fill(words.Differ, map[string]any{"list": m.places(list)})
	}
	return out
}

// places is a list of sheets as people say it.
func (m *Main) places(list []any) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = fmt.Sprint(n)
	}
	return strings.Join(out, m.command().Log.ListOf)
}
