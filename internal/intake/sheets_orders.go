package intake

import "shuping/internal/meeting"

// A Source is where sheets come from: who answers for the count, the name of the
// file and its SHA-256 in hex.
type Source struct{ By, File, SHA256 string }

// Orders enter the sheets: bundles of the plan's size, each opened in the name of
// the source, filled and closed; of a table of counts, a count by piles.
func (l Sheets) Orders(s meeting.State, from Source) []meeting.Order {
	var out []meeting.Order
	for _, st := range l.Stacks {
		if len(st.Piles) > 0 {
			out = append(out, st.piled(s, from)...)
			continue
		}
		class, subject := s.StackIDs(st.Index)
		size := s.Size(st.Index)
		for ballots := st.Ballots; len(ballots) > 0; {
			n := min(size, len(ballots))
			out = append(out, meeting.OpenBundle{Class: class, Subject: subject, By: from.By, File: from.File, SHA256: from.SHA256})
			for _, b := range ballots[:n] {
				out = append(out, enter(b))
			}
			out = append(out, meeting.CloseBundle{Sheets: n})
			ballots = ballots[n:]
		}
	}
	return out
}

func enter(b meeting.Ballot) meeting.Order {
	if b.Void > 0 {
		return meeting.VoidBallot{Reason: b.Void}
	}
	return meeting.EnterBallot{Marks: b.Marks}
}

func (st Stack) piled(s meeting.State, from Source) []meeting.Order {
	class, subject := s.StackIDs(st.Index)
	out := []meeting.Order{meeting.OpenPiles{Class: class, Subject: subject, By: from.By}}
	for _, p := range st.Piles {
		out = append(out, meeting.CountPile{Pile: p})
	}
	return append(out, meeting.ClosePiles{Sheets: st.Len()})
}
