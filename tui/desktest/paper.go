package desktest

import (
	"fmt"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/tally"
)

// A Paper is the sheets as they lie on the table: marks for each subject, one string a
// sheet, "0 2" for a void one.
type Paper []string

// Pile is n sheets for two subjects, none like its neighbour.
func Pile(n int) Paper {
	sheets := make(Paper, n)
	for i := range sheets {
		sheets[i] = fmt.Sprintf("%d %d", i%4+1, (i/4+i)%4+1)
		if i%37 == 36 {
			sheets[i] = fmt.Sprintf("0 %d", []int{1, 2, 4}[i%3])
		}
	}
	return sheets
}

// Ready is a desk at the count, where that many sheets came back.
func Ready(t testing.TB, sheets int) *Desk {
	d := New(t, House(t), "zh")
	d.Play(fmt.Sprintf("attend expected=%d present=%[1]d", sheets), fmt.Sprintf("issue %d", sheets), fmt.Sprintf("collect %d", sheets))
	return d.Press("f3")
}

// Keys are what a recorder keys for it, in bundles of that size with their hand
// counts, from the name that is asked for before the first on.
func (p Paper) Keys(size int) string {
	var b strings.Builder
	for i, sheet := range p {
		b.WriteString(Begun(i, size))
		b.WriteString(strings.ReplaceAll(sheet, " ", ""))
		b.WriteString(Ended(i, size, len(p)))
	}
	return b.String()
}

// Begun and Ended are the keys before and behind sheet i of so many, that begin and
// close its bundle.
func Begun(i, size int) string {
	switch {
	case i == 0:
		return " enter keyer "
	case i%size == 0:
		return " enter "
	default:
		return ""
	}
}

func Ended(i, size, sheets int) string {
	switch n := i%size + 1; {
	case n == size:
		return fmt.Sprintf(" %d enter", n)
	case i == sheets-1:
		return fmt.Sprintf(" %d enter last", n)
	default:
		return ""
	}
}

// Check holds the tally of a state against the paper, sheet by sheet.
func (p Paper) Check(t interface{ Fatalf(string, ...any) }, s meeting.State) {
	want := meeting.Round{Counts: make([]tally.Count, len(s.Plan.Subjects))}
	for _, sheet := range p {
		if sheet[0] == '0' {
			want.Void++
			continue
		}
		want.Valid++
		for i, mark := range strings.ReplaceAll(sheet, " ", "") {
			want.Counts[i] = want.Counts[i].Add(tally.Mark(mark - '0'))
		}
	}
	got := s.Round
	if got.Valid != want.Valid || got.Void != want.Void || fmt.Sprint(got.Counts) != fmt.Sprint(want.Counts) {
		t.Fatalf("%d valid, %d void, %v; the paper has %d, %d, %v", got.Valid, got.Void, got.Counts, want.Valid, want.Void, want.Counts)
	}
}
