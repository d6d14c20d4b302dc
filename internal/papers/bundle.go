package papers

import (
	"fmt"
	"slices"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
)

// A pageCounted is how a stack was counted.
type pageCounted struct {
	result.Counted
	Differed, Ruled *docx.Mark // nil where nobody counted again
}

// A pageBundle is sheets that were read and put aside together.
type pageBundle struct {
	result.Bundle
	Sheets          *docx.Mark
	Differed, Ruled *docx.Mark // nil where nobody confirmed it
	Draws           []pageDraw // the spot checks, also those that found something or were given up
}

// A pageDraw is a spot check: the dice rolled in the room, the sheets that they
// chose, and those that had been read wrongly.
type pageDraw struct {
	Number        int
	By            string
	Dice          *docx.Mark
	Sheets, Wrong string // "1、3、4"
}

// drawCounted tells how the sheets were counted and checked, if that was recorded.
func (p *pageSheets) drawCounted(f figures, s meeting.State, c result.Custody) {
	var counters, checkers []string
	for i, x := range c.Counted {
		out := pageCounted{Counted: x}
		out.Differed, out.Ruled = drawCheck(f, fmt.Sprintf("counted_%d", i+1), x.Check)
		p.Counted = append(p.Counted, out)
		counters, checkers = append(counters, x.By), append(checkers, x.CheckedBy)
	}
	for _, b := range c.Bundles {
		of := fmt.Sprintf("bundle_%d", b.Number)
		out := pageBundle{Bundle: b, Sheets: f.count(b.Sheets, of+"_sheets")}
		out.Differed, out.Ruled = drawCheck(f, of, b.Check)
		for i, d := range b.Draws {
			out.Draws = append(out.Draws, pageDraw{
				i + 1, d.By, f.of(d.Dice, of+"_draw_%d_dice", i+1), result.NumberList(d.Sheets), result.NumberList(d.Wrong),
			})
		}
		p.Bundles = append(p.Bundles, out)
		p.addFile(f, s.Round.Bundles.At(b.Number))
		counters, checkers = append(counters, b.By), append(checkers, b.CheckedBy)
	}
	p.Counters, p.Checkers = nameList(counters), nameList(checkers)
}

// drawCheck is what a check found, nil where there was none.
func drawCheck(f figures, of string, c result.Check) (differed, ruled *docx.Mark) {
	if c.Checked == "" {
		return nil, nil
	}
	return f.count(c.Differed, of+"_differed"), f.count(c.Ruled, of+"_ruled")
}

// A pageFile is a file that bundles were read from.
type pageFile struct {
	Name     string
	SHA256   *docx.Mark
	From, To int // the first and the last of these bundles
}

// addFile names the file of a bundle, once for bundles that follow one another.
func (p *pageSheets) addFile(f figures, b meeting.ClosedBundle) {
	if b.File == "" {
		return
	}
	if n := len(p.Files) - 1; n >= 0 {
		last := &p.Files[n]
		if last.To == b.Number-1 && last.Name == b.File && last.SHA256 != nil && last.SHA256.Text == b.SHA256 {
			last.To = b.Number
			return
		}
	}
	p.Files = append(p.Files, pageFile{b.File, f.of(b.SHA256, "file_%d_sha256", len(p.Files)+1), b.Number, b.Number})
}

// nameList lists people once each, in the order in which they first appear.
func nameList(list []string) string {
	var out []string
	for _, name := range list {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "、")
}
