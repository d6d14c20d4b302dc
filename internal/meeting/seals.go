package meeting

import "time"

// A Sealing is one seal of the chain: what it covers, and which record made it. The
// words and groups that people write down follow from that record.
type Sealing struct {
	Of             Sealed
	Round, Version int // of the count that it covers
	Record         int // the number of its record, from 1
	At             time.Time
	// Unread says that it followed by itself from a correction, as an earlier version
	// recorded one, and was never read out.
	Unread bool
	// Changes is what changed since the seal of the count before it.
	Changes []Deed
}

// Sealed is what a seal covers.
type Sealed string

const (
	SealedCount  Sealed = "count"  // the votes, from the moment the count is closed
	SealedGrades Sealed = "grades" // the grades, with the votes that they stand on
)

// sealed is s with one more seal, which the record that is being applied makes.
func (s State) sealed(seal Sealing) State {
	seal.Round, seal.Version, seal.Record = s.Round.Number, s.Round.Version, s.Records+1
	s.Seals = append(s.Seals[:len(s.Seals):len(s.Seals)], seal)
	return s
}

// GradeSeals is how many of the seals are of the grades.
func (s State) GradeSeals() int {
	n := 0
	for _, seal := range s.Seals {
		if seal.Of == SealedGrades {
			n++
		}
	}
	return n
}

// CountSeal is the number of the seal of the count as it stands, from 1; 0 while the
// count is open.
func (s State) CountSeal() int {
	for n := len(s.Seals); n > 0 && s.Round.Closed; n-- {
		if s.Seals[n-1].Of == SealedCount {
			return n
		}
	}
	return 0
}
