package result

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// A Correction is what was put right after the count was closed: the old, the new,
// why, and who saw it.
type Correction struct {
	Version int    `json:"version"` // of the result that it led to
	What    string `json:"what"`    // sheet, piles or heads
	Bundle  int    `json:"bundle,omitempty"`
	Sheet   int    `json:"sheet,omitempty"` // its place in the bundle, from 1
	Name    string `json:"name,omitempty"`  // of the stack or the class, where there are several
	Was     string `json:"was,omitempty"`
	Now     string `json:"now,omitempty"`
	Hidden  bool   `json:"hidden,omitempty"` // of a class too small to say what its sheets say
	By      string `json:"by"`
	Reason  string `json:"reason"`
}

// correctionOf is what the deed d put right: it ended the version was and led to the
// one numbered version.
func correctionOf(was meeting.State, version int, d meeting.Deed, l words.Language) Correction {
	out := Correction{Version: version}
	switch d := d.(type) {
	case meeting.SheetRestated:
		return correctionOf(was, version, d.SheetCorrected, l)
	case meeting.PilesRestated:
		return correctionOf(was, version, d.PilesCorrected, l)
	case meeting.HeadsRestated:
		return correctionOf(was, version, d.HeadsCorrected, l)
	case meeting.SheetCorrected:
		out.What, out.Bundle, out.Sheet, out.By, out.Reason = "sheet", d.Bundle, d.Sheet, d.By, d.Reason
		if out.Name, out.Hidden = bundleOf(was, d.Bundle); !out.Hidden {
			out.Was, out.Now = sheetText(was, d.Was, l), sheetText(was, d.Now, l)
		}
	case meeting.PilesCorrected:
		n := was.StackAt(d.Class, d.Subject)
		out.What, out.Name, out.By, out.Reason = "piles", words.StackName(words.Chinese, was.StackName(n)), d.By, d.Reason
		if out.Hidden = was.Hides(n); !out.Hidden {
			out.Was, out.Now = pilesText(was, d.Was, l), pilesText(was, d.Now, l)
		}
	case meeting.HeadsCorrected:
		out.What, out.By, out.Reason = "heads", d.By, d.Reason
		for _, v := range was.Plan.Voters {
			if v.ID == d.Class {
				out.Name = v.Name
			}
		}
		out.Was, out.Now = headsText(d.Was, l), headsText(d.Now, l)
	default:
		return reopeningOf(out, was, d, l)
	}
	return out
}

// bundleOf is what the stack of a bundle is called, and whether its figures are hidden.
// Of a bundle that was added since then it is not said, and all is hidden where
// anything is.
func bundleOf(was meeting.State, bundle int) (name string, hidden bool) {
	if b, closed := was.Round.Bundles.Find(bundle); closed {
		return words.StackName(words.Chinese, was.StackName(b.Stack)), was.Hides(b.Stack)
	}
	for i := range was.Plan.Subjects {
		hidden = hidden || was.HidesOf(i)
	}
	return "", hidden
}

// headsText is how many people there are.
func headsText(n meeting.Numbers, l words.Language) string {
	return words.FiledHeads(l, n.Expected, n.Present, n.Leave)
}

// reopeningOf is what a count that was opened again came to have otherwise. A deed
// that changes nothing by itself gives nothing.
func reopeningOf(out Correction, was meeting.State, d meeting.Deed, l words.Language) Correction {
	switch d := d.(type) {
	case meeting.CountReopened:
		out.What, out.By, out.Reason = "reopened", d.By, d.Reason
	case meeting.RoundDropped:
		out.What, out.By, out.Reason = "void-round", d.By, d.Reason
	case meeting.SubjectsDropped:
		out.What, out.Name, out.By, out.Reason = "vote-again", was.Plan.Labels(d.Subjects), d.By, d.Reason
	case meeting.SheetWithdrawn:
		out.What, out.Bundle, out.Sheet, out.By, out.Reason = "withdrawn", d.Bundle, d.Sheet, d.By, d.Reason
		if out.Name, out.Hidden = bundleOf(was, d.Bundle); !out.Hidden {
			out.Was = sheetText(was, d.Was, l)
		}
	case meeting.SheetsIssued:
		n := was.StackAt(d.Class, d.Subject)
		out.What, out.Name, out.By, out.Reason = "issued", words.StackName(words.Chinese, was.StackName(n)), d.By, d.Reason
		out.Was, out.Now = words.FiledSheets(l, was.Round.Stacks[n].Issued), words.FiledSheets(l, d.Sheets)
	case meeting.SheetsCollected:
		n := was.StackAt(d.Class, d.Subject)
		out.What, out.Name, out.By = "collected", words.StackName(words.Chinese, was.StackName(n)), d.By
		out.Was, out.Now = words.FiledSheets(l, was.Round.Stacks[n].Collected), words.FiledSheets(l, d.Sheets)
	case meeting.BundleClosed:
		out.What, out.Bundle, out.Now = "bundle", d.Bundle, words.FiledSheets(l, d.Sheets)
	}
	return out
}

// sheetText is what a sheet says, in words: its marks in the order of its rows, or why
// it is void.
func sheetText(s meeting.State, r meeting.Reading, l words.Language) string {
	for _, v := range s.Plan.Sheets.Voids {
		if v.ID == r.Void {
			return words.FiledVoidSheet(l, v.Title)
		}
	}
	marks := make([]string, len(r.Marks))
	for i, m := range r.Marks {
		marks[i] = markName(s.Plan.Rule, m, l)
	}
	return strings.Join(marks, " · ")
}

func markName(rule tally.Rule, m tally.Mark, l words.Language) string {
	switch {
	case m == tally.Aside && rule.Aside != "":
		return rule.Aside
	case m == tally.Blank:
		return words.BlankMark(l)
	case m == tally.Spoiled:
		return words.FiledSpoiled(l)
	default:
		return rule.Scale.Name(int(m))
	}
}

// pilesText are rows of a count by piles, in words.
func pilesText(s meeting.State, list []meeting.Pile, l words.Language) string {
	var out []string
	for _, p := range list {
		name := words.FiledVoid(l)
		if p.Row > 0 {
			name = words.FiledRow(l, p.Row)
		}
		out = append(out, name+" "+pileText(s, p, l))
	}
	return strings.Join(out, "；")
}

// pileText are the numbers of one row, each behind what its sheets say.
func pileText(s meeting.State, p meeting.Pile, l words.Language) string {
	var out []string
	add := func(name string, n int) { out = append(out, fmt.Sprintf("%s %d", name, n)) }
	for i, n := range p.Numbers {
		switch {
		case p.Row == 0:
			add(s.Plan.Sheets.Voids[i].Title, n)
		case i < s.Plan.Rule.Boxes():
			add(s.Plan.Rule.OnSheet().Name(i+1), n)
		default:
			add(s.Plan.Rule.Aside, n)
		}
	}
	if p.Blank > 0 {
		add(markName(s.Plan.Rule, tally.Blank, l), p.Blank)
	}
	if p.Spoiled > 0 {
		add(markName(s.Plan.Rule, tally.Spoiled, l), p.Spoiled)
	}
	return strings.Join(out, " · ")
}
