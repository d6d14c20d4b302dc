package gather

import (
	"cmp"
	"slices"
)

// A Flag is a reason to look at a meeting that is whole. It says nothing against it.
type Flag string

// The flags. What a verification observed is a flag as well, under its own code.
const (
	AllBest   Flag = "all-best"      // every mark of every subject is the best one
	ManyBlank Flag = "many-blank"    // more than a tenth of the marks are blank
	SameCount Flag = "same-counts"   // another meeting has the same counts, and they are not all best
	Unchecked Flag = "unchecked"     // sheets that one person keyed and no other confirmed
	Changed   Flag = "corrected"     // something was corrected after a seal
	OneSigner Flag = "shared-signer" // another unit signed with the same key
	Unlisted  Flag = "unlisted"      // it is not on the roster
)

// blankMost is how many marks of a hundred may be blank.
const blankMost = 10

// flag looks at every unit that counts.
func (s *Summary) flag() {
	counts, signers, listed := map[string]int{}, map[string]int{}, false
	for _, u := range s.Units {
		listed = listed || u.Listed
		if u.Current != nil {
			counts[u.Current.Counts]++
			signers[u.Current.Signer]++
		}
	}
	for i := range s.Units {
		u := &s.Units[i]
		if u.Current == nil {
			continue
		}
		row := u.Current.Row
		for _, f := range []struct {
			flag Flag
			is   bool
		}{
			{AllBest, row.allBest()},
			{ManyBlank, row.silent(blankMost)},
			{SameCount, counts[row.Counts] > 1 && !row.allBest()},
			{Unchecked, !row.Confirmed},
			{Changed, row.Corrected > 0},
			{OneSigner, row.Signer != "" && signers[row.Signer] > 1},
			{Unlisted, listed && !u.Listed},
		} {
			if f.is {
				u.Flags = append(u.Flags, f.flag)
			}
		}
		for _, code := range row.Observed {
			u.Flags = append(u.Flags, Flag(code))
		}
		if u.Standing == Good && len(u.Flags) > 0 {
			u.Standing = Flagged
		}
	}
	slices.SortFunc(s.Units, func(a, b Unit) int { return cmp.Compare(a.Name, b.Name) })
}
