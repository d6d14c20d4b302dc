package meeting

import "time"

// A Version is the result as it stood before a correction. Round.Version is 1 when
// the count is closed, and one more with every correction.
type Version struct {
	State     State // as it was, but for its own earlier versions
	Corrected Deed  // what ended it: SheetCorrected, PilesCorrected or HeadsCorrected
	At        time.Time
}

// At is the state in which that version of the result stood last, with its round,
// its heads, its decisions and its seal: every earlier verdict can be worked out
// again. Any number that is no earlier version gives s itself.
func (s State) At(version int) State {
	if version < 1 || version > len(s.Versions) {
		return s
	}
	was := s.Versions[version-1].State
	was.Versions = s.Versions[: version-1 : version-1]
	return was
}
