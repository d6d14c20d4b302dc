package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/look"
)

// gateRows is what a gate asks for, in one sentence, with its fields.
func (r Record) gateRows(c Context) ([]string, *Caret) {
	s := c.Ahead
	if r.gate.ofPiles() {
		rows, caret := r.pileRows(c)
		return append(append(rows, ""), r.pilesDone(c)...), caret
	}
	if r.gate == gateChecks {
		return append(append(c.indent(2, words.ChecksHead(c.Lang), c.Look.Strong), ""), r.checkRows(c)...), nil
	}
	b := s.Round.Bundle
	sentence := map[gate]words.Sentence{
		gateSecondHand: words.SecondHand, gateUneven: words.UnevenNow, gateDiffers: words.DiffersNow,
		gateDispute: words.DisputeNow, gateCorrect: words.CorrectNow,
		gateHeads: words.GateHeads, gateIssue: words.GateIssue, gateCollect: words.GateCollect,
		gateOpen: words.GateOpen, gateHand: words.GateHand, gateFinish: words.GateFinish,
		gateClosed: words.GateClosed, gateVoid: words.GateVoid,
	}[r.gate]
	if r.gate == gateIssue && len(r.alike(s)) > 1 {
		sentence = words.GateIssueEach
	}
	if r.gate == gateDispute && s.Round.Check.Way == meeting.BySpot {
		sentence = words.SpotDisputeNow
	}
	text := c.Say(sentence)
	if s.Round.Check.Under() {
		text = r.checkSays(c, sentence)
	}
	text = c.Fill(text, "sheets", len(r.alike(s)),
		"bundle", b.Number, "next", b.Number+1, "entered", b.Keyed(),
		"left", s.Round.Stacks[r.stack].Collected-s.Round.ReadOf(r.stack), "collected", s.Round.Collected,
		"valid", s.Round.Valid, "void", s.Round.Void, "by", s.Round.ClosedBy,
		"round", s.Round.Number, "size", s.Size(r.stack))
	switch r.gate {
	case gateFinish, gateClosed, gateCorrect:
	case gateIssue, gateVoid:
		text = c.issuedTo(r, text)
	default:
		text = c.named(r.stack, text)
	}
	rows := append(c.indent(2, text, c.Look.Strong), "")
	rows = append(rows, r.beside(c)...)
	if r.gate == gateUneven {
		return rows, nil // neither person sees what the other keyed
	}
	if !r.form.open() {
		return append(rows, r.lastSheets(c)...), nil
	}
	labels := map[gate][]string{
		gateHeads: {words.HeadsExpected(c.Lang), words.HeadsPresent(c.Lang)}, gateIssue: {words.IssuedLabel(c.Lang), words.SpareLabel(c.Lang)},
		gateVoid: {words.IssuedLabel(c.Lang), words.SpareLabel(c.Lang)}, gateCollect: {words.CollectedLabel(c.Lang)}, gateHand: {words.GateCounted(c.Lang)},
		gateSecondHand: {words.GateCounted(c.Lang)}, gateDiffers: {words.SheetLabel(c.Lang)}, gateDispute: {words.SheetLabel(c.Lang)},
		gateCorrect: {words.BundleLabel(c.Lang), words.SheetLabel(c.Lang)},
	}[r.gate]
	wide := 0
	for _, label := range labels {
		wide = max(wide, look.Width(label))
	}
	var caret *Caret
	for i, f := range r.form.fields {
		label := "    " + c.Look.Left(labels[i], wide) + "  "
		f = c.dress(f, 9, 1)
		if i == r.form.at {
			col, _ := f.Caret()
			caret = &Caret{look.Width(label) + col, len(rows)}
		}
		rows = append(rows, label+f.Draw()[0], "")
	}
	if r.gate == gateDiffers || r.gate == gateDispute {
		return rows, caret // nothing that was keyed is shown
	}
	return append(rows, r.lastSheets(c)...), caret
}

// checkSays is a sentence about the check under way.
func (r Record) checkSays(c Context, sentence words.Sentence) string {
	check := c.Ahead.Round.Check
	_, sheet := check.Wants()
	by := side(c.Ahead)
	if r.gate == gateDispute {
		sheet, by = check.Disputed(), check.By
	}
	if r.gate == gateUneven {
		by = check.By
	}
	return c.Say(sentence, "bundle", check.Bundle, "sheets", c.unsettled(), "sheet", sheet, "by", by,
		"first_by", check.FirstBy, "first", len(check.First), "second", len(check.Second), "entered", len(check.Second))
}

// beside is what a gate says beside what it asks for: the cover of the bundle that
// was just closed, and the bundles that nobody confirmed yet.
func (r Record) beside(c Context) []string {
	s := c.Ahead
	if r.gate != gateOpen && r.gate != gateFinish || s.Round.Bundles.Len() == 0 {
		return nil
	}
	var rows []string
	last := s.Round.Bundles.At(s.Round.Bundles.Len())
	if last.Sheets() > 0 && last.By != "" {
		rows = append(rows, c.indent(2, c.Say(words.BundleCover, "bundle", last.Number, "sheets", last.Sheets(), "by", last.By), c.Look.Accent)...)
	}
	left := s.Unchecked()
	switch {
	case len(left) == 0:
	case r.gate == gateFinish && s.Plan.Sheets.Check != plan.CheckOffered:
		rows = append(rows, c.indent(2, c.Say(words.ChecksMust, "list", c.numbers(left)), c.Look.Amber)...)
	default:
		rows = append(rows, c.indent(2, c.Say(words.ChecksLeft, "bundles", len(left)), c.Look.Dim)...)
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return rows
}
