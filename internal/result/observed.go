package result

import (
	"slices"
	"strings"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// An Observation is what nobody in the room can see in the figures, and what somebody
// who reads them should know. It is no verdict.
type Observation struct {
	Code   string // see [Observations]
	Values map[string]any
}

// What can be observed, with its values.
const (
	OnceRead   = "once-read"   // sheets: keyed by one person and confirmed by no other
	SamePerson = "same-person" // names: who keyed sheets and confirmed the count too
	Backwards  = "backwards"   // records: whose instant lies before that of the one before
	Hasty      = "hasty"       // minutes, seconds: what the plan allows, and what the record took
	Scripted   = "scripted"    // records: that a script wrote
	Rehearsed  = "rehearsal"   // made-up sheets
)

// Observations is what may be observed of s, whose records left such a trail.
func Observations(s meeting.State, t meeting.Trail) []Observation {
	var out []Observation
	add := func(code string, pairs ...any) {
		o := Observation{code, map[string]any{}}
		for i := 0; i < len(pairs); i += 2 {
			o.Values[pairs[i].(string)] = pairs[i+1]
		}
		out = append(out, o)
	}
	if s.Rehearsal {
		add(Rehearsed)
	}
	if n := readOnce(s); n > 0 {
		add(OnceRead, "sheets", n)
	}
	if names := inTwoRoles(s); len(names) > 0 {
		add(SamePerson, "names", strings.Join(names, "、"))
	}
	if t.Backwards > 0 {
		add(Backwards, "records", t.Backwards)
	}
	if planned, held := plannedTime(s), t.Last.Sub(t.Began); planned >= longMeeting && !t.Began.IsZero() && held >= 0 && held < planned/10 {
		add(Hasty, "minutes", int(planned.Minutes()), "seconds", int(held.Seconds()))
	}
	if t.Scripted > 0 {
		add(Scripted, "records", t.Scripted)
	}
	return out
}

// longMeeting is as long as a meeting must be planned for it to be odd that its record
// took a tenth of it.
const longMeeting = 30 * time.Minute

// readOnce is how many sheets nobody but who keyed them confirmed.
func readOnce(s meeting.State) int {
	n := 0
	for b := range s.Round.Bundles.Closed() {
		if b.Checked == "" || b.CheckedBy != "" && meeting.IsOneName(b.CheckedBy, b.By) {
			n += b.Sheets()
		}
	}
	for _, st := range s.Round.Stacks {
		if st.ByPiles() && (st.Piles.Checked == "" || st.Piles.CheckedBy != "" && meeting.IsOneName(st.Piles.CheckedBy, st.Piles.By)) {
			n += st.Collected
		}
	}
	return n
}

// inTwoRoles are the people who keyed sheets and stood by as witness of the count.
func inTwoRoles(s meeting.State) []string {
	var keyed, seen []string
	for b := range s.Round.Bundles.Closed() {
		keyed = append(keyed, b.Keyers()...)
	}
	for _, st := range s.Round.Stacks {
		if st.ByPiles() {
			keyed = append(keyed, st.Piles.By)
		}
		seen = append(seen, st.CollectedSeen.By)
	}
	seen = append(seen, s.Round.ClosedBy)
	var out []string
	for _, name := range seen {
		same := func(by string) bool { return meeting.IsOneName(by, name) }
		if name != "" && slices.ContainsFunc(keyed, same) && !slices.ContainsFunc(out, same) {
			out = append(out, name)
		}
	}
	return out
}

// plannedTime is how long the plan lets the meeting be.
func plannedTime(s meeting.State) time.Duration {
	var all time.Duration
	for _, it := range s.Agenda {
		all += it.Length
	}
	return all
}

// Text is what was observed as one sentence in the language l.
func (o Observation) Text(l words.Language) string { return words.Observed(l, o.Code, o.Values) }
