package papers

import (
	"fmt"
	"slices"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/result"
)

// versionInWords is the number of a version in words; a result that says none is the
// first.
func versionInWords(version int) string { return "第" + numberInWords(max(1, version)) + "版" }

// A pageTurnout is the sums of custody in an earlier version that people have seen.
type pageTurnout struct {
	InWords string // 第一版
	Sealed  bool
	pageSums
}

// A pageEarlier is what such a version said of a subject.
type pageEarlier struct {
	InWords string
	Sealed  bool
	Same    bool // all its counts are those of today
	pageFigures
}

// A pageCorrection is what was put right after the count was closed.
type pageCorrection struct {
	result.Correction
	InWords  string     // the version that it led to, 第二版
	Was, Now *docx.Mark // nil where they are hidden
}

func drawTurnouts(f figures, earlier []result.Earlier) []pageTurnout {
	var out []pageTurnout
	for _, e := range earlier {
		if !e.Seen() {
			continue
		}
		out = append(out, pageTurnout{versionInWords(e.Version), e.Sealed, drawSums(f, fmt.Sprintf("v%d_", e.Version), e.Sums)})
	}
	return out
}

// sameMarks reports whether two versions have the same counts of somebody.
func sameMarks(a, b result.Figures) bool {
	aside := a.Aside == nil && b.Aside == nil || a.Aside != nil && b.Aside != nil && *a.Aside == *b.Aside
	return aside && slices.Equal(a.Counts, b.Counts) && a.Blank == b.Blank && a.Spoiled == b.Spoiled
}

// drawEarlier is the earlier versions of the subject at index i, whose figures have
// names that begin with of.
func drawEarlier(f figures, of string, s meeting.State, i int, d result.Subject) []pageEarlier {
	var out []pageEarlier
	for _, e := range d.Earlier {
		if e.Seen() {
			own := fmt.Sprintf("%s_v%d", of, e.Version)
			was := drawFigures(f, own, s.Plan.Rule, d.Parts, e.Figures)
			was.ByVotes = f.of(byVotes(s.At(e.Version), i), own+"_by_votes")
			out = append(out, pageEarlier{versionInWords(e.Version), e.Sealed, sameMarks(e.Figures, d.Figures()), was})
		}
	}
	return out
}

func drawCorrections(f figures, list []result.Correction) []pageCorrection {
	var out []pageCorrection
	for i, c := range list {
		out = append(out, pageCorrection{c, versionInWords(c.Version), f.of(c.Was, "correction_%d_was", i+1), f.of(c.Now, "correction_%d_now", i+1)})
	}
	return out
}
