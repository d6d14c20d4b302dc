package papers

import (
	"fmt"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// A pageBalance is what must hold of the sheets of one stack, or of all where there
// is one: issued ≤ present, collected ≤ issued, valid + void = collected, and
// where it is said how many were printed, issued + kept + destroyed = printed.
type pageBalance struct {
	Name                         string // "" where there is one stack
	Present, Printed             *docx.Mark
	Kept, Destroyed              *docx.Mark // Kept is nil where none are
	Issued, Collected            *docx.Mark
	Valid, Void                  *docx.Mark
	Seated, Returned, Read, Gone bool // whether each of these holds
}

// The most bundles whose sheets are added up one by one.
const mostTerms = 12

// balance works out what must hold of all sheets.
func (p *pageSheets) balance(f figures, s meeting.State) {
	p.RowsFit = result.RowsFit(s)
	list := p.Stacks
	for n, st := range s.Round.Stacks {
		h, _ := s.HeadsOf(n)
		b := pageBalance{
			Name: words.StackName(words.Chinese, s.StackName(n)), Present: p.Present, Issued: p.Issued, Collected: p.Collected, Valid: p.Valid, Void: p.Void,
			Seated: st.Issued <= h.Present, Returned: st.Collected <= st.Issued,
			Read: st.Valid+st.Void == st.Collected, Gone: st.Issued+st.Kept+st.Destroyed == st.Printed,
		}
		switch {
		case b.Name == "" && len(list) > 0: // the vote on all, beside a new one on some
			b.Name = "第" + numberInWords(s.Round.Number) + "轮"
		case b.Name != "":
			x := list[0]
			list = list[1:]
			b.Present = f.count(h.Present, "stack_%d_present", n+1)
			b.Issued, b.Collected, b.Valid, b.Void = x.Issued, x.Collected, x.Valid, x.Void
		}
		if st.Printed > 0 {
			of := fmt.Sprintf("stack_%d", n+1)
			b.Printed, b.Destroyed = f.count(st.Printed, of+"_printed"), f.count(st.Destroyed, of+"_destroyed")
			b.Kept = f.some(st.Kept, of+"_kept")
		}
		p.Balances = append(p.Balances, b)
	}
	p.balanceBundles(f, s)
}

// balanceBundles adds up the bundles, unless some sheets are in none.
func (p *pageSheets) balanceBundles(f figures, s meeting.State) {
	for _, st := range s.Round.Stacks {
		if st.ByPiles() {
			return
		}
	}
	list, sum := s.Round.Bundles, 0
	for n := 1; n <= list.Len(); n++ {
		if s.Round.Stacks[list.At(n).Stack].Vote > 0 {
			continue // of a new vote, whose sheets are in no sum
		}
		sheets := list.At(n).Sheets()
		sum += sheets
		if list.Len() <= mostTerms {
			p.InBundles = append(p.InBundles, f.count(sheets, "bundle_%d_sheets", n))
		}
	}
	if list.Len() > mostTerms {
		p.InBundles = []*docx.Mark{f.count(sum, "in_bundles")}
	}
	p.BundlesFit = sum == s.Round.Collected
}
