package main

import (
	"fmt"
	"strings"

	"shuping/internal/words"
)

// gate is what a record says of the gates and of a bundle beside its numbers:
// who confirmed them and what they saw, spare sheets, who keys, from which file.
func (m *Main) gate(values map[string]any, text func(string) string) map[string]any {
	out := map[string]any{"witness": "", "seen": "", "spares": "", "keyed": ""}
	if text("saw") != "" {
		out["seen"] = words.Fill(words.LogSaw(m.lang), values)
	}
	if text("by") != "" {
		out["witness"] = words.Fill(words.LogWitness(m.lang), map[string]any{"by": text("by"), "seen": out["seen"]})
		out["keyed"] = words.Fill(words.LogKeyedBy(m.lang), values)
	}
	if text("file") != "" {
		out["keyed"] = fmt.Sprint(out["keyed"], words.Fill(words.LogFromFile(m.lang), values))
	}
	if text("from") != "" {
		out["keyed"] = fmt.Sprint(out["keyed"], words.Fill(words.LogMoved(m.lang), values))
	}
	if values["printed"] != nil {
		kept, destroyed := "", values["destroyed"]
		if values["kept"] != nil {
			kept = words.Fill(words.LogKept(m.lang), values)
		}
		if destroyed == nil {
			destroyed = 0
		}
		out["spares"] = words.Fill(words.LogSpares(m.lang), map[string]any{"printed": values["printed"], "kept": kept, "destroyed": destroyed})
	}
	out["leave"] = ""
	if values["leave"] != nil {
		out["leave"] = words.Fill(words.LogLeave(m.lang), values)
	}
	return out
}

// checked is what a record says of the second reading of a bundle, in words.
func (m *Main) checked(values map[string]any, text func(string) string) map[string]any {
	out := map[string]any{
		"side": words.EntrySide(m.lang, text("of")), "way": words.CheckWay(m.lang, text("way")), "slip": words.LogMissing(m.lang), "list": "",
	}
	if values["doubled"] == true {
		out["slip"] = words.LogDoubled(m.lang)
	}
	if list, ok := values["sheets"].([]any); ok {
		out["list"] = m.places(list)
	}
	switch list, ok := values["differs"].([]any); {
	case !ok:
		out["compared"] = words.LogUneven(m.lang)
	case len(list) == 0:
		out["compared"] = words.LogAgree(m.lang)
	default:
		out["compared"] = words.Fill(words.LogDiffer(m.lang), map[string]any{"list": m.places(list)})
	}
	return out
}

// places is a list of sheets, or of people, as it is said.
func (m *Main) places(list []any) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = fmt.Sprint(n)
	}
	return strings.Join(out, words.ListComma(m.lang))
}
