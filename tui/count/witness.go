package count

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// vouching says why a name is right that is refused.
var vouching = action{Name: words.KeyVouch, Shown: key.InMenu, When: may(func(_ Count, s meeting.State) bool { return !s.IsSealed() }), Do: asks(func(_ Count, d desk.Context) desk.Question {
	return desk.AskVouch(d)
})}

// At every gate somebody confirms the number and says what they saw. The name stays
// from gate to gate until another is typed; what was seen is chosen, or written where
// none of the sentences is true.

// anybody stands for a witness who is not yet asked.
var anybody = meeting.Witness{By: "?", Saw: "?"}

// scrutineer is who confirmed the last gate; before the first, who was elected.
func scrutineer(s meeting.State) string {
	if s.Round.ClosedBy != "" {
		return s.Round.ClosedBy
	}
	name := ""
	if elected := s.Officers.Scrutineers; len(elected) > 0 {
		name = elected[0]
	}
	if s.Heads.Seen.By != "" {
		name = s.Heads.Seen.By
	}
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

// askScrutineer asks for the scrutineer's name, which stands there from the gate
// before.
func askScrutineer(d desk.Context, done func(string, desk.Context) desk.Answer, lines ...string) desk.Question {
	return desk.AskName(done, lines...).Filled(scrutineer(d.Ahead))
}

// askWitness asks who confirmed a gate and what they saw; lines say what it is about.
func askWitness(d desk.Context, seen []string, done func(meeting.Witness, desk.Context) desk.Answer, lines ...string) desk.Question {
	return askScrutineer(d, func(name string, d desk.Context) desk.Answer {
		choices := append(slices.Clone(seen), words.SawOther(d.Lang))
		return desk.Asks(desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
			if i < len(seen) {
				return done(meeting.Witness{By: name, Saw: seen[i]}, d)
			}
			return desk.Asks(askSeen(d, func(saw string, d desk.Context) desk.Answer {
				return done(meeting.Witness{By: name, Saw: saw}, d)
			}))
		}, d.Say(words.SawWhat, "by", name)).ByHand())
	}, append(lines, words.WitnessName(d.Lang))...)
}

// askSeen asks for what somebody saw in his own words.
func askSeen(d desk.Context, done func(string, desk.Context) desk.Answer) desk.Question {
	return desk.AskText(meeting.MaxReason, func(saw string, d desk.Context) desk.Answer {
		if saw == "" {
			return desk.Warn(words.SawNeeded(d.Lang))
		}
		return done(saw, d)
	}, words.SawWrite(d.Lang))
}

// askRuling asks who rules and why.
func askRuling(d desk.Context, who string, done func(by, reason string, d desk.Context) desk.Answer, why words.Sentence) desk.Question {
	return askScrutineer(d, func(by string, d desk.Context) desk.Answer {
		return desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, d desk.Context) desk.Answer {
			return done(by, reason, d)
		}, why(d.Lang)).ByHand())
	}, who).ByHand()
}
