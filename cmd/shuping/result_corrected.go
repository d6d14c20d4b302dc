package main

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// correctionsText is what was corrected after the count was closed, a line each;
// nothing where nothing was.
func (m *Main) correctionsText(s meeting.State) string {
	if len(s.Versions) == 0 {
		return ""
	}
	lines := []string{words.Fill(words.CorrectedVersion(m.lang), map[string]any{"version": s.Round.Version, "count": len(s.Versions)})}
	if s.GradeSeals() > 0 && !s.IsSealed() {
		lines = append(lines, words.CorrectedBroken(m.lang))
	}
	for _, c := range result.Of(s, result.Head{}, m.lang).Corrections {
		lines = append(lines, "  "+strings.TrimSpace(m.correction(c)))
	}
	return strings.Join(lines, "\n") + "\n"
}

func (m *Main) correction(c result.Correction) string {
	change := words.CorrectedChange(m.lang)
	if c.Hidden {
		change = words.CorrectedUnsaid(m.lang)
	}
	if form := words.CorrectedElse(m.lang, c.What); form != "" {
		return words.Fill(form, map[string]any{
			"version": c.Version, "bundle": c.Bundle, "sheet": c.Sheet, "name": visible(c.Name),
			"was": visible(c.Was), "now": visible(c.Now), "reason": visible(c.Reason), "by": visible(c.By),
		})
	}
	form := map[string]string{"sheet": words.CorrectedSheet(m.lang), "piles": words.CorrectedPiles(m.lang), "heads": words.CorrectedHeads(m.lang)}[c.What]
	return words.Fill(form, map[string]any{
		"version": c.Version, "bundle": c.Bundle, "sheet": c.Sheet, "name": visible(c.Name),
		"change": words.Fill(change, map[string]any{
			"was": visible(c.Was), "now": visible(c.Now), "reason": visible(c.Reason), "by": visible(c.By),
		}),
	})
}

// beforeText is the figures of one subject in earlier versions, a line each.
func (m *Main) beforeText(s meeting.State, i int) string {
	scale := s.Plan.Rule.Scale
	name := func(g int, none string) string {
		if g == 0 {
			return none
		}
		return scale.Name(g)
	}
	var b strings.Builder
	for n := range s.Versions {
		was := s.At(n + 1)
		var counts []string
		for g, grade := range s.Plan.Rule.Offered() {
			counts = append(counts, fmt.Sprintf("%s %d", grade, was.Round.Counts[i].Of(g+1)))
		}
		b.WriteString("  " + words.Fill(words.CorrectedBefore(m.lang), map[string]any{
			"version": n + 1, "counts": strings.Join(counts, gap),
			"suggested": name(was.Verdict(i).ByVotes, words.ResultNotSuggested(m.lang)), "decided": name(was.Decisions[i].Grade, words.ResultNone(m.lang)),
		}) + "\n")
	}
	return b.String()
}
