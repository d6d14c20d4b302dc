package papers

import (
	"fmt"

	"shuping/internal/docx"
	"shuping/internal/result"
	"shuping/internal/tally"
)

// edition is the number of a version in words; a result that says none is the
// first.
func edition(version int) string { return "第" + numeral(max(1, version)) + "版" }

// A pageTurnout is the sums of custody in an earlier version that people have seen.
type pageTurnout struct {
	InWords                                           string // 第一版
	Sealed                                            bool
	Expected, Present, Issued, Collected, Valid, Void *docx.Mark
}

// A pageEarlier is what such a version said of a subject.
type pageEarlier struct {
	InWords                    string
	Sealed                     bool
	Counts                     []pageCount
	Blank, Spoiled             *docx.Mark
	Aside                      *pageCount
	Sum, Base                  *docx.Mark
	Negative                   *pageNegative
	Suggested, Forced, Decided *docx.Mark
}

// A pageCorrection is what was put right after the count was closed.
type pageCorrection struct {
	InWords  string // the version that it led to, 第二版
	What     string // sheet, piles or heads
	Bundle   int
	Sheet    int
	Name     string     // of the stack or the class, "" where there is one
	Was, Now *docx.Mark // nil where they are hidden
	By       string
	Reason   string
}

func drawTurnouts(f figures, earlier []result.Earlier) []pageTurnout {
	var out []pageTurnout
	for _, e := range earlier {
		if !e.Seen() {
			continue
		}
		v := e.Version
		out = append(out, pageTurnout{
			edition(v), e.Sealed, f.count(e.Expected, "v%d_expected", v), f.count(e.Present, "v%d_present", v),
			f.count(e.Issued, "v%d_issued", v), f.count(e.Collected, "v%d_collected", v),
			f.count(e.Valid, "v%d_valid", v), f.count(e.Void, "v%d_void", v),
		})
	}
	return out
}

// drawEarlier is the earlier versions of the subject whose figures have names that
// begin with of.
func drawEarlier(f figures, of string, rule tally.Rule, d result.Subject) []pageEarlier {
	var out []pageEarlier
	for _, e := range d.Earlier {
		if !e.Seen() {
			continue
		}
		was, of := d, fmt.Sprintf("%s_v%d", of, e.Version)
		was.Counts, was.Base, was.Negative = e.Counts, e.Base, e.Negative
		x := pageEarlier{
			InWords: edition(e.Version), Sealed: e.Sealed, Counts: drawCounts(f, of, rule, was),
			Blank: f.count(e.Blank, of+"_blank"), Spoiled: f.count(e.Spoiled, of+"_spoiled"),
			Base: f.count(e.Base.Count, of+"_base"), Negative: drawNegative(f, of, e.Negative),
			Suggested: f.of(string(e.Suggested), of+"_suggested"), Forced: f.of(string(e.Forced), of+"_forced"),
		}
		x.Aside = drawAside(f, of, e.Aside)
		x.Sum = f.count(sum(e.Counts, e.Blank, e.Spoiled, e.Aside), of+"_sum")
		if e.Decided != nil {
			x.Decided = f.of(e.Decided.Grade, of+"_decided")
		}
		out = append(out, x)
	}
	return out
}

func drawCorrections(f figures, list []result.Correction) []pageCorrection {
	var out []pageCorrection
	for i, c := range list {
		out = append(out, pageCorrection{
			edition(c.Version), c.What, c.Bundle, c.Sheet, c.Name,
			f.of(c.Was, "correction_%d_was", i+1), f.of(c.Now, "correction_%d_now", i+1), c.By, c.Reason,
		})
	}
	return out
}
