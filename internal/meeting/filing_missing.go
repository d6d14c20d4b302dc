package meeting

import "shuping/internal/plan"

// A Missing is something that the plan wants and that is not there yet, or a
// problem that is due.
type Missing struct {
	What    MissingKind
	Subject int      // whose report, an index into the plan's subjects; -1 for none
	Paper   int      // an index into the plan's papers, -1 for none
	Problem string   // its ID, "" for none
	By      plan.Day // the zero Day of a problem that is to be put right at once
	Overdue bool
}

// A MissingKind is one kind of what may be missing.
type MissingKind string

const (
	MissingPlanFiled MissingKind = "plan-filed" // the work plan is not filed
	MissingVetting   MissingKind = "vetting"    // a report has not passed
	MissingSeal      MissingKind = "seal"       // the meeting is not held to its end
	MissingPaper     MissingKind = "paper"      // a paper is not filed
	MissingSignOff   MissingKind = "sign-off"   // a problem is overdue, due soon, or to be put right at once
)

// MissingKinds lists every kind, in the order of the year.
var MissingKinds = []MissingKind{MissingPlanFiled, MissingVetting, MissingSeal, MissingPaper, MissingSignOff}

// Missing lists what is missing on a day and by when it is wanted, in the order of
// the year. Only what the plan says is wanted: the work plan filed and reports
// vetted where it has these keys, both before the work is done; all papers. A
// report that was given can no longer be vetted, and a rehearsal is not filed.
func (s State) Missing(today plan.Day) []Missing {
	var out []Missing
	want := func(m Missing) {
		m.Overdue = m.By != (plan.Day{}) && m.By.Before(today)
		out = append(out, m)
	}
	dates := s.Plan.Dates
	if s.Plan.Prepare.Filed && !s.PlanFiled.Given() {
		want(Missing{What: MissingPlanFiled, Subject: -1, Paper: -1, By: dates.Until})
	}
	for i, it := range s.Agenda {
		if s.Unvetted(it.ID) && s.Steps[i].Status == Waiting {
			want(Missing{What: MissingVetting, Subject: it.Subject, Paper: -1, By: s.Plan.Before()})
		}
	}
	if !s.IsSealed() && !s.Rehearsal {
		want(Missing{What: MissingSeal, Subject: -1, Paper: -1, By: dates.Until})
	}
	for i := range s.Plan.Papers {
		if !s.Filings[i].Given() && !s.Rehearsal {
			want(Missing{What: MissingPaper, Subject: -1, Paper: i, By: dates.FileBy})
		}
	}
	for _, p := range s.Ledger {
		dueSoon := p.Due != (plan.Day{}) && today.DaysUntil(p.Due) <= DueSoon
		if p.SignedOff == nil && (dueSoon || p.AtOnce()) {
			want(Missing{What: MissingSignOff, Subject: s.Plan.Subject(p.Subject), Paper: -1, Problem: p.ID, By: p.Due})
		}
	}
	return out
}
