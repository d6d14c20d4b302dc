package result

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// Counted is how a stack was counted. Its check is that of piles; sheets are checked
// by the bundle ([Bundle]).
type Counted struct {
	Name string `json:"name,omitempty"` // of the stack, where there are several
	Way  string `json:"way"`            // sheets, piles, file, or mixed: some sheets from a file
	By   string `json:"by,omitempty"`
	Check
}

// A Check is a second reading of sheets, or a second count of piles.
type Check struct {
	Checked   string `json:"checked,omitempty"` // second-entry or spot-check; missing where nobody confirmed it
	CheckedBy string `json:"checked_by,omitempty"`
	Differed  int    `json:"differed,omitempty"` // sheets that the two readings differed on, or rows of piles
	Ruled     int    `json:"ruled,omitempty"`    // of them, those that the scrutineer ruled on
}

// A Bundle is sheets that were read and put aside together.
type Bundle struct {
	Number int    `json:"number"`
	Name   string `json:"name,omitempty"` // of its stack, where there are several
	Sheets int    `json:"sheets"`
	By     string `json:"by,omitempty"` // who keyed it
	File   string `json:"file,omitempty"`
	From   string `json:"from,omitempty"` // of one sheet that was moved here: bundle/place
	Check
	Draws []Draw `json:"draws,omitempty"` // spot checks
}

// A Draw is one spot check: the dice that were rolled in the room, the sheets that
// follow from them, and those that turned out to be read wrongly.
type Draw struct {
	By     string `json:"by"`
	Dice   string `json:"dice"`
	Sheets []int  `json:"sheets"`
	Wrong  []int  `json:"wrong,omitempty"`
}

// checked is c with how the sheets were counted and confirmed, if that was recorded.
func (c Custody) checked(s meeting.State) Custody {
	var list []Bundle
	said := false
	paper, filed := make([]bool, len(s.Round.Stacks)), make([]bool, len(s.Round.Stacks))
	for b := range s.Round.Bundles.Closed() {
		said = said || b.By != "" || b.From != "" || b.File != "" || b.Checked != "" || len(b.Spots) > 0
		filed[b.Stack] = filed[b.Stack] || b.File != ""
		paper[b.Stack] = paper[b.Stack] || b.File == ""
		list = append(list, Bundle{
			b.Number, words.StackName(words.Chinese, s.StackName(b.Stack)), b.Sheets(), strings.Join(b.Keyers(), "、"), b.File, b.From,
			Check{string(b.Checked), strings.Join(b.Checkers(), "、"), b.Differed, b.Ruled}, drawsOf(b.Spots),
		})
	}
	if said {
		c.Bundles = list
	}
	for n, st := range s.Round.Stacks {
		x := Counted{Name: words.StackName(words.Chinese, s.StackName(n)), Way: "sheets"}
		switch {
		case st.ByPiles():
			p := st.Piles
			x.Way, x.By, x.Check = "piles", p.By, Check{string(p.Checked), p.CheckedBy, p.Differed, p.Ruled}
			said = true
		case filed[n] && paper[n]:
			x.Way = "mixed"
		case filed[n]:
			x.Way = "file"
		case !paper[n]:
			continue // nothing was read of it
		}
		c.Counted = append(c.Counted, x)
	}
	if !said {
		c.Counted = nil
	}
	return c
}

func drawsOf(list []meeting.Spot) []Draw {
	var out []Draw
	for _, d := range list {
		out = append(out, Draw(d))
	}
	return out
}
