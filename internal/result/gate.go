package result

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A Gate is a number that somebody confirmed, and what they saw.
type Gate struct {
	Gate string `json:"gate"`           // heads, issued, collected or closed
	Name string `json:"name,omitempty"` // of the class or the stack, where there are several
	By   string `json:"by"`
	Saw  string `json:"saw,omitempty"`
}

// gatesOf are the gates of which it was recorded who confirmed them. Who closed the
// count is told by Custody.ClosedBy; it is a gate only where it was recorded what they
// saw.
func gatesOf(s meeting.State) []Gate {
	var out []Gate
	add := func(gate, name string, w meeting.Witness) {
		if w.By != "" || w.Saw != "" {
			out = append(out, Gate{gate, name, w.By, w.Saw})
		}
	}
	add("heads", "", s.Heads.Seen)
	for _, h := range s.Heads.Classes {
		for _, v := range s.Plan.Voters {
			if v.ID == h.Class {
				add("heads", v.Name, h.Seen)
			}
		}
	}
	for n, st := range s.Round.Stacks {
		add("issued", words.StackName(words.Chinese, s.StackName(n)), st.IssuedSeen)
		add("collected", words.StackName(words.Chinese, s.StackName(n)), st.CollectedSeen)
	}
	if s.Round.ClosedSaw != "" {
		add("closed", "", meeting.Witness{By: s.Round.ClosedBy, Saw: s.Round.ClosedSaw})
	}
	return out
}
