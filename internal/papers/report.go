package papers

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
)

// A pageReport is what is known of a report before it is given.
type pageReport struct {
	Vettings []pageVetting // oldest first
	Points   []pagePoint   // what the plan wants in a report, against the last vetting
	Files    []pageAttached
	Public   bool // it passed, or was attached and not sent back
}

// A pageVetting is one vetting. Own, Causes and Problems are yes, no or "".
type pageVetting struct {
	Number                string // in Chinese
	Outcome               string // passed or returned
	By                    string
	On                    *moment
	Own, Causes, Problems string
	Missing               string // what the report was found to lack, "理论学习、对策"
	Note                  string
}

// A pagePoint is one content point, and whether the report was found to lack it.
type pagePoint struct {
	Number        string // in Chinese
	Label, Clause string
	Missing       bool
}

// A pageAttached is a file and what tells it from any other.
type pageAttached struct {
	Name   string
	Size   int // bytes
	SHA256 string
}

func drawReport(s meeting.State, i int) pageReport {
	r := s.Reports[i]
	out := pageReport{Public: isPublic(r)}
	for n, v := range r.Vettings {
		var lacks []string
		for _, point := range v.Missing {
			lacks = append(lacks, s.Plan.Content[point-1].Label)
		}
		out.Vettings = append(out.Vettings, pageVetting{
			numberInWords(n + 1), string(v.Outcome), v.By, momentOf(v.At), string(v.Own), string(v.Causes), string(v.Problems),
			strings.Join(lacks, "、"), v.Note,
		})
	}
	if v, ok := r.Vetting(); ok {
		for n, point := range s.Plan.Content {
			out.Points = append(out.Points, pagePoint{numberInWords(n + 1), point.Label, place(point.Clause), slices.Contains(v.Missing, n+1)})
		}
	}
	for _, f := range r.Files {
		out.Files = append(out.Files, pageAttached{f.Name, int(f.Size), f.SHA256})
	}
	return out
}
