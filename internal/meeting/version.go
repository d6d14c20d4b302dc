package meeting

import "time"

// A Version is the result as it stood when its count was closed, until something
// opened the count again. Round.Version is its number.
type Version struct {
	State   State // as it was, but for its own earlier versions
	At      time.Time
	Changes []Deed // what ended it, and what followed until the count was closed again
}

// reopened is s with its count open again: the version that was closed is kept, and
// no seal covers the votes.
func (s State) reopened(at time.Time) State {
	if !s.Round.Closed {
		return s
	}
	was := s
	was.Versions = nil
	s.Versions = append(s.Versions[:len(s.Versions):len(s.Versions)], Version{State: was, At: at})
	s.Round.Closed, s.Round.Reopened = false, true
	s.Sealed = time.Time{}
	return s
}

// changed is s with a deed put down as a change of the count that is open again.
func (s State) changed(d Deed) State {
	if !s.Round.Reopened {
		return s
	}
	last := len(s.Versions) - 1
	v := s.Versions[last]
	v.Changes = append(v.Changes[:len(v.Changes):len(v.Changes)], d)
	s.Versions = listWith(s.Versions, last, v)
	return s
}

// closed is s with its count closed, as its next version: no decision stands on which
// the rule now says something else.
func (s State) closed(seal Sealing) State {
	s.Round.Version++
	if s.Round.Reopened {
		was := s.Versions[len(s.Versions)-1]
		seal.Changes = was.Changes
		for i, decision := range s.Decisions {
			if decision.Grade != 0 && !sameVerdict(was.State.Verdict(i), s.Verdict(i)) {
				s = s.reopen(i)
			}
		}
	}
	s.Round.Closed, s.Round.Reopened = true, false
	s.Counted = s.Trail
	seal.Of = SealedCount
	return s.sealed(seal)
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
