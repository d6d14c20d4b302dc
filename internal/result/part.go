package result

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// A Part is the marks of one class of voters, or of one column of the form, or
// of one column as one class filled it in. A subject has parts only where there
// is more than one. Of a class that has too few sheets the figures are hidden.
type Part struct {
	Class   string         `json:"class,omitempty"` // its name, where classes weigh
	Item    string         `json:"item,omitempty"`  // its title, "" for the overall mark
	Weight  tally.Fraction `json:"weight,omitzero"` // in the verdict; not given where it is not in it
	Base    *Base          `json:"base,omitempty"`  // of its share; nil where it is not in the verdict
	Hidden  bool           `json:"hidden,omitempty"`
	Counts  []GradeCount   `json:"counts"`  // nil where they are hidden
	Blank   *int           `json:"blank"`   // nil where it is hidden
	Spoiled *int           `json:"spoiled"` // nil where it is hidden
	Aside   *GradeCount    `json:"aside,omitempty"`
}

func partsOf(s meeting.State, i int) []Part {
	rule := s.Plan.Rule
	if len(rule.Classes) < 2 && rule.Columns() == 1 {
		return nil
	}
	var out []Part
	for n, st := range s.Round.Stacks {
		if !st.Of(i) || st.Class >= 0 && s.VotesWith(rule.Classes[st.Class].ID) != rule.Classes[st.Class].ID {
			continue
		}
		for column := range rule.Columns() {
			out = append(out, partOf(s, i, n, column))
		}
	}
	if len(out) < 2 {
		return nil // one class votes with all others
	}
	return out
}

// partOf is one column of the subject's row on the sheets of one stack.
func partOf(s meeting.State, i, stack, column int) Part {
	rule, p := s.Plan.Rule, s.Part(i, stack, column)
	out := Part{Weight: p.Weight, Hidden: s.Hides(stack)}
	if class := s.Round.Stacks[stack].Class; class >= 0 {
		out.Class = rule.Classes[class].Name
	}
	if column > 0 {
		out.Item = rule.Items[column-1].Title
	}
	if out.Hidden {
		return out
	}
	out.Counts, out.Aside = gradeCounts(rule, p.Count), asideCount(rule, p.Count)
	out.Blank, out.Spoiled = &p.Count.Blank, &p.Count.Spoiled
	if p.Weight.Given() {
		out.Base = &Base{rule.Base, p.Turnout.Size(rule.Base, p.Count)}
	}
	return out
}

// Title is what the part is called in the head of a column, among others.
func (p Part) Title(among []Part) string {
	item := p.Item
	if item == "" && slices.ContainsFunc(among, func(o Part) bool { return o.Item != "" }) {
		item = "总评"
	}
	return strings.TrimSpace(p.Class + " " + item)
}
