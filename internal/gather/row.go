package gather

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"shuping/internal/archive"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// RowSchema names the form of a row. A row of another form is made anew.
const RowSchema = "shuping/row/2"

// A State is what became of one file.
type State string

// The states.
const (
	Whole   State = "whole"   // every check passed
	Refused State = "refused" // an export that fails a check
	Foreign State = "foreign" // no export at all
)

// Said is a sentence in every language.
type Said struct {
	Chinese string `json:"zh"`
	English string `json:"en"`
}

// In is the sentence in a language.
func (s Said) In(l words.Language) string {
	if l == words.English {
		return s.English
	}
	return s.Chinese
}

// A Row is what one file says, from its bytes alone: no path, no clock, no machine. It
// holds no sheet, no comment and no voter's name. Of a file that is refused it has what
// was proven before the check that failed.
type Row struct {
	Schema  string `json:"schema"`
	SHA256  string `json:"sha256"`
	Bytes   int64  `json:"bytes"`
	State   State  `json:"state"`
	Step    string `json:"step,omitempty"` // the check that failed
	Problem *Said  `json:"problem,omitempty"`

	Format   string `json:"format,omitempty"`
	Title    string `json:"title,omitempty"`
	Unit     string `json:"unit,omitempty"`
	Code     string `json:"code,omitempty"`
	Year     int    `json:"year,omitempty"`
	First    string `json:"first,omitempty"` // the hash of the first record: the meeting
	Records  uint64 `json:"records,omitempty"`
	Seals    []Seal `json:"seals,omitempty"`
	Signer   string `json:"signer,omitempty"`
	Repacked bool   `json:"repacked,omitempty"`

	result.Sums
	Corrected int       `json:"corrected,omitempty"` // corrections after a seal
	Confirmed bool      `json:"confirmed"`           // another person confirmed every sheet that was keyed
	Observed  []string  `json:"observed,omitempty"`  // what else nobody can see in the figures, by its code
	Scale     []string  `json:"scale,omitempty"`
	Subjects  []Subject `json:"subjects,omitempty"`
	Counts    string    `json:"counts,omitempty"` // the sum of all counts, to find equal ones
}

// A Seal is one of a meeting.
type Seal struct {
	Kind   meeting.Sealed `json:"kind"`
	Record int            `json:"record"`
	Hash   string         `json:"hash"`
}

// A Subject is one of a meeting, and what was given and decided.
type Subject struct {
	Label   string `json:"label"`
	Counts  []int  `json:"counts"` // of the grades on the sheet, best first: the last of Scale
	Blank   int    `json:"blank"`
	Spoiled int    `json:"spoiled"`
	Exempt  bool   `json:"exempt,omitempty"`
	Grade   string `json:"grade,omitempty"` // as it was decided
}

// NewRow is the row of a file of so many bytes with the sum, of which the report says
// the rest; err is why there is none.
func NewRow(sum string, size int64, report archive.Report, err error) Row {
	row := Row{Schema: RowSchema, SHA256: sum, Bytes: size, State: Whole}
	if err != nil {
		row.State, row.Problem = Foreign, sentence(err)
		return row
	}
	if report.Err() != nil {
		last := report.Checks[len(report.Checks)-1]
		row.State, row.Step = Refused, string(last.Step)
		row.Problem = &Said{last.Text(words.Chinese), last.Text(words.English)}
	}
	row.Format, row.Title, row.Unit, row.Year = report.Format, report.Title, report.Unit, report.Year
	row.Signer, row.Repacked = report.Signer, report.Repacked
	if s := report.State; s.Opened {
		row.meeting(report)
	}
	return row
}

// sentence is what is wrong with a file that is no export.
func sentence(err error) *Said {
	var f *fault.Fault
	if f = fault.Find(err, "archive"); f == nil {
		return &Said{err.Error(), err.Error()}
	}
	return &Said{words.Fault(words.Chinese, f), words.Fault(words.English, f)}
}

// meeting takes what the journal came to.
func (row *Row) meeting(report archive.Report) {
	s := report.State
	row.Code, row.Records = s.Plan.UnitCode, report.Head.Seq
	row.First = report.First.String()
	row.Confirmed = true
	for _, o := range report.Observed {
		if o.Code == result.OnceRead {
			row.Confirmed = false
		} else {
			row.Observed = append(row.Observed, o.Code)
		}
	}
	for _, seal := range report.Seals {
		row.Seals = append(row.Seals, Seal{seal.Of, seal.Record, seal.Hash.String()})
	}
	of := result.Of(s, result.Head{}, words.Chinese)
	row.Sums, row.Corrected = of.Custody.Sums, len(of.Corrections)
	row.Scale = s.Plan.Rule.Scale
	counts := sha256.New()
	for i, subject := range of.Subjects {
		out := Subject{Label: s.Plan.Subjects[i].Label(), Blank: subject.Blank, Spoiled: subject.Spoiled, Exempt: subject.Exempt != ""}
		for _, c := range subject.Counts {
			out.Counts = append(out.Counts, c.Count)
		}
		if subject.Decided != nil {
			out.Grade = subject.Decided.Grade
		}
		fmt.Fprintln(counts, out.Counts, out.Blank, out.Spoiled)
		row.Subjects = append(row.Subjects, out)
	}
	row.Counts = hex.EncodeToString(counts.Sum(nil))
}

// allBest reports whether every mark of every subject is the best one.
func (row Row) allBest() bool {
	marks := 0
	for _, s := range row.Subjects {
		for i, n := range s.Counts {
			if i > 0 && n > 0 {
				return false
			}
			marks += n
		}
		if s.Blank+s.Spoiled > 0 {
			return false
		}
	}
	return marks > 0
}

// silent reports whether more than so many marks of a hundred are blank.
func (row Row) silent(percent int) bool {
	blank, all := 0, 0
	for _, s := range row.Subjects {
		blank += s.Blank
		all += s.Blank + s.Spoiled
		for _, n := range s.Counts {
			all += n
		}
	}
	return blank*100 > all*percent
}
