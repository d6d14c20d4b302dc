package result

import (
	"slices"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// Beijing is the clock that every paper goes by, wherever it is drawn up.
var Beijing = time.FixedZone("UTC+8", 8*60*60)

// LastDay is the day in China on which the newest thing was recorded that is not a
// sheet, the zero Day where there is none. What is overdue is so on that day and not
// on the day on which a paper is printed, so that a paper can be written again.
func LastDay(s meeting.State) plan.Day {
	var last time.Time
	see := func(at time.Time) {
		if at.After(last) {
			last = at
		}
	}
	for _, st := range s.Steps {
		see(st.Started)
		see(st.Ended)
	}
	for _, d := range s.Decisions {
		see(d.At)
	}
	for _, list := range s.Assessments {
		for _, a := range list {
			see(a.At)
		}
	}
	for _, seal := range s.Seals {
		if seal.Of == meeting.SealedGrades {
			see(seal.At)
		}
	}
	for _, v := range s.Versions {
		see(v.At)
	}
	for _, r := range s.Reports {
		for _, v := range r.Vettings {
			see(v.At)
		}
	}
	for _, f := range slices.Concat(s.Filings, []meeting.Filing{s.PlanFiled}) {
		see(f.At)
	}
	for _, f := range s.Files() {
		see(f.At)
	}
	for _, d := range s.Duties {
		see(d.At)
	}
	for _, q := range s.Questions {
		see(q.At)
	}
	for _, p := range s.Ledger {
		for _, past := range p.History {
			see(past.At)
		}
	}
	if last.IsZero() {
		return plan.Day{}
	}
	y, m, d := last.In(Beijing).Date()
	return plan.Day{Year: y, Month: m, Day: d}
}
