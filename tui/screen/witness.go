package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// At every gate somebody confirms the number and says what they saw. The name
// stays from gate to gate until another is typed; what was seen is chosen, or
// written where none of the sentences is true.

// scrutineer is who confirmed the last gate, "" before the first.
func scrutineer(s meeting.State) string {
	if s.Round.ClosedBy != "" {
		return s.Round.ClosedBy
	}
	name := s.Heads.Seen.By
	for _, h := range s.Heads.Classes {
		if h.Seen.By != "" {
			name = h.Seen.By
		}
	}
	for _, st := range s.Round.Stacks {
		if st.IssuedSeen.By != "" {
			name = st.IssuedSeen.By
		}
	}
	for _, st := range s.Round.Stacks {
		if st.CollectedSeen.By != "" {
			name = st.CollectedSeen.By
		}
	}
	return name
}

// askWitness asks who confirmed a gate and what they saw; lines say what it is
// about.
func askWitness(c Context, seen []string, done func(meeting.Witness, Context) Answer, lines ...string) ask {
	return askName(c, func(name string, c Context) Answer {
		choices := append(append([]string{}, seen...), words.SawOther(c.Lang))
		next := askChoice(choices, func(i int, c Context) Answer {
			if i < len(seen) {
				return done(meeting.Witness{By: name, Saw: seen[i]}, c)
			}
			text := askText(meeting.MaxReason, func(saw string, c Context) Answer {
				if saw == "" {
					return warn(words.SawNeeded(c.Lang))
				}
				return done(meeting.Witness{By: name, Saw: saw}, c)
			}, words.SawWrite(c.Lang))
			return Answer{next: &text}
		}, c.Say(words.SawWhat, "by", name))
		return Answer{next: &next}
	}, append(lines, words.WitnessName(c.Lang))...)
}

// askName asks for the scrutineer's name, which stands there from the gate before.
func askName(c Context, done func(string, Context) Answer, lines ...string) ask {
	a := askText(meeting.MaxName, func(name string, c Context) Answer {
		if name == "" {
			return warn(words.NameNeeded(c.Lang))
		}
		return done(name, c)
	}, lines...)
	return a.filled(scrutineer(c.Ahead))
}
