package gather

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"shuping/internal/plan"
	"shuping/internal/tally"
)

// A File is a row and where it lies.
type File struct {
	Row
	Path string    `json:"path"`
	Seen time.Time `json:"seen"` // when it was first seen here
}

// A Standing is where a unit stands, the most urgent first.
type Standing string

// The standings.
const (
	Forked  Standing = "fork"    // two histories of one meeting
	Failing Standing = "failing" // no export of it is whole
	Double  Standing = "double"  // two meetings of one year
	Missing Standing = "missing" // nothing came
	Late    Standing = "late"    // it came after its day
	Flagged Standing = "flagged" // whole, with a reason to look
	Good    Standing = "whole"
)

// Standings lists them in that order.
var Standings = []Standing{Forked, Failing, Double, Missing, Late, Flagged, Good}

// A Unit is one organisation, and what came of it.
type Unit struct {
	Name     string   `json:"name"`
	Code     string   `json:"code,omitempty"`
	Listed   bool     `json:"listed"` // it is on the roster
	Due      plan.Day `json:"due,omitzero"`
	Standing Standing `json:"standing"`
	Flags    []Flag   `json:"flags,omitempty"`
	Current  *File    `json:"current,omitempty"` // what counts, nil where nothing does
	Earlier  []File   `json:"earlier,omitempty"` // superseded, or copies
	Others   []File   `json:"others,omitempty"`  // forks, doubles and what failed
}

// A Tally is the grades of all subjects that are graded on one scale.
type Tally struct {
	Scale    []string `json:"scale"`
	Subjects int      `json:"subjects"`
	Graded   []int    `json:"graded"` // best first
	Exempt   int      `json:"exempt"`
}

// A Summary is what all files come to.
type Summary struct {
	Schema  string  `json:"schema"`
	Year    int     `json:"year"`
	Files   int     `json:"files"`
	Units   []Unit  `json:"units"`
	Foreign []File  `json:"foreign,omitempty"`     // no exports
	Unnamed []File  `json:"unnamed,omitempty"`     // exports that fail before they say whose they are
	Other   []File  `json:"other_years,omitempty"` // exports of another year
	Grades  []Tally `json:"grades"`
}

// SummarySchema names the form of a summary.
const SummarySchema = "shuping/gather/1"

// Summarise makes the summary of a year, 0 for the latest year of any file. The order
// of the files makes no difference.
func Summarise(files []File, roster []Listed, year int) Summary {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return cmp.Or(cmp.Compare(a.SHA256, b.SHA256), cmp.Compare(a.Path, b.Path)) })
	out := Summary{Schema: SummarySchema, Year: year, Files: len(files), Units: []Unit{}, Grades: []Tally{}}
	if year == 0 {
		for _, f := range files {
			out.Year = max(out.Year, f.Year)
		}
	}
	units := map[string]*Unit{}
	for _, l := range roster {
		units[l.key()] = &Unit{Name: l.Name, Code: l.Code, Due: l.Due, Listed: true}
	}
	heaps := map[string][]File{}
	for _, f := range files {
		switch {
		case f.State == Foreign:
			out.Foreign = append(out.Foreign, f)
		case f.Unit == "":
			out.Unnamed = append(out.Unnamed, f)
		case f.Year != out.Year:
			out.Other = append(out.Other, f)
		default:
			key := unitOf(f, units)
			heaps[key] = append(heaps[key], f)
			if units[key] == nil {
				units[key] = &Unit{Name: f.Unit, Code: f.Code}
			}
		}
	}
	for key, u := range units {
		u.take(heaps[key])
		out.Units = append(out.Units, *u)
	}
	out.flag()
	slices.SortFunc(out.Units, func(a, b Unit) int {
		return cmp.Or(cmp.Compare(slices.Index(Standings, a.Standing), slices.Index(Standings, b.Standing)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Code, b.Code))
	})
	out.grade()
	return out
}

// unitOf is the key of the unit that a file is of: the one with its code, or its name.
func unitOf(f File, units map[string]*Unit) string {
	byCode := Listed{Code: f.Code, Name: f.Unit}.key()
	if byName := (Listed{Name: f.Unit}).key(); units[byCode] == nil && units[byName] != nil {
		return byName
	}
	return byCode
}

// take sorts the files of a unit: what counts, what came before it, and the others.
func (u *Unit) take(files []File) {
	meetings := map[string][]File{}
	var order []string
	for _, f := range files {
		if f.State != Whole {
			u.Others = append(u.Others, f)
			continue
		}
		if meetings[f.First] == nil {
			order = append(order, f.First)
		}
		meetings[f.First] = append(meetings[f.First], f)
	}
	switch {
	case len(files) == 0:
		u.Standing = Missing
		return
	case len(order) == 0:
		u.Standing = Failing
		return
	case len(order) > 1:
		u.Standing = Double
		for _, first := range order {
			u.Others = append(u.Others, meetings[first]...)
		}
		return
	}
	history := meetings[order[0]]
	last := slices.MaxFunc(history, func(a, b File) int {
		return cmp.Or(cmp.Compare(len(a.Seals), len(b.Seals)), cmp.Compare(a.Records, b.Records), cmp.Compare(a.SHA256, b.SHA256))
	})
	for _, f := range history {
		if !continues(last.Seals, f.Seals) {
			u.Standing, u.Others = Forked, append(u.Others, history...)
			return
		}
	}
	for _, f := range history {
		if f.SHA256 != last.SHA256 || f.Path != last.Path {
			u.Earlier = append(u.Earlier, f)
		}
	}
	u.Standing, u.Current = Good, &last
	if u.Due != (plan.Day{}) && u.Due.DaysUntil(dayOf(last.Seen)) > 0 {
		u.Standing = Late
	}
}

// continues reports whether a list of seals goes on from another: they are the same as
// far as that goes.
func continues(list, before []Seal) bool {
	return len(before) <= len(list) && slices.Equal(list[:len(before)], before)
}

func dayOf(t time.Time) plan.Day { return plan.Day{Year: t.Year(), Month: t.Month(), Day: t.Day()} }

// grade adds up the grades of all units that count, each scale apart.
func (s *Summary) grade() {
	for _, u := range s.Units {
		if u.Current == nil {
			continue
		}
		i := slices.IndexFunc(s.Grades, func(t Tally) bool { return slices.Equal(t.Scale, u.Current.Scale) })
		if i < 0 {
			i = len(s.Grades)
			s.Grades = append(s.Grades, Tally{Scale: u.Current.Scale, Graded: make([]int, len(u.Current.Scale))})
		}
		t := &s.Grades[i]
		for _, subject := range u.Current.Subjects {
			t.Subjects++
			if subject.Exempt {
				t.Exempt++
			} else if g := tally.Scale(t.Scale).Position(subject.Grade); g > 0 {
				t.Graded[g-1]++
			}
		}
	}
	slices.SortFunc(s.Grades, func(a, b Tally) int {
		return cmp.Or(-cmp.Compare(a.Subjects, b.Subjects), cmp.Compare(strings.Join(a.Scale, " "), strings.Join(b.Scale, " ")))
	})
}

// Count is how many units stand so.
func (s Summary) Count(is Standing) int {
	n := 0
	for _, u := range s.Units {
		if u.Standing == is {
			n++
		}
	}
	return n
}

// Complete reports whether every listed unit, and every file, is as it should be.
func (s Summary) Complete() bool {
	return len(s.Foreign)+len(s.Unnamed) == 0 && s.Count(Good)+s.Count(Flagged) == len(s.Units)
}
