package papers

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/result"
)

// The bodies of the papers of the year, before the meeting and behind it.
const (
	vetted    = "vetting" // one for each subject
	published = "publication"
	reviewed  = "comments"
	spoken    = "speech"
	remedies  = "rectification"
	problems  = "ledger"
	notice    = "notice"
)

// WorkbookID stands among the IDs of [Written] for the workbook, which is no
// [Document].
const WorkbookID = "workbook"

// written is which documents are a paper of the plan, by the ID of the paper. None
// of them is there before there is something to be said in it.
var written = map[string]func(meeting.State) []string{
	minutes: func(s meeting.State) []string { return only(s.Current >= 0, minutes) },
	summary: func(s meeting.State) []string { return only(s.Round.Read() > 0, summary) },
	countSheet: func(s meeting.State) []string {
		return only(s.Round.Read() > 0, countSheet)
	},
	opinions: func(s meeting.State) []string {
		return each(s, opinions, func(i int) bool {
			return s.Opinions[i] != (meeting.Opinion{}) || s.Decisions[i].Grade > 0
		})
	},
	corrected: func(s meeting.State) []string { return only(len(s.Versions) > 0, corrected) },
	"sheets":  sheetsOf,
	vetted: func(s meeting.State) []string {
		return each(s, vetted, func(i int) bool { return len(s.Reports[i].Vettings)+len(s.Reports[i].Files) > 0 })
	},
	published: func(s meeting.State) []string {
		return only(slices.ContainsFunc(s.Reports, public), published)
	},
	reviewed: func(s meeting.State) []string {
		return only(slices.ContainsFunc(s.Reviews, func(text string) bool { return text != "" }), reviewed)
	},
	spoken:   func(s meeting.State) []string { return only(s.Speech != "", spoken) },
	remedies: func(s meeting.State) []string { return only(slices.ContainsFunc(s.Ledger, toRemedy), remedies) },
	problems: func(s meeting.State) []string { return only(len(s.Ledger) > 0, problems) },
	notice:   func(s meeting.State) []string { return only(decided(s), notice) },
}

// Writes reports whether the paper p of a plan is one that the program writes. It
// goes by the ID of the paper:
//
//	minutes, summary, count, opinion, correction   what the meeting came to
//	sheets                                         the list of sheets in the workbook, or the summary
//	comments, speech                               what the chair said
//	rectification, ledger                          the problems, and what is done about them
//	vetting, publication, notice                   reports vetted and published, grades made known
func Writes(p plan.Paper) bool { return written[p.ID] != nil }

// Written lists the IDs of the documents that are the paper p of the plan: of those
// that [Documents] gives, or [WorkbookID]. There are none while nothing stands in
// the paper yet, and none of a paper that the program does not write.
func Written(s meeting.State, p plan.Paper) []string {
	if Writes(p) && s.Opened {
		return written[p.ID](s)
	}
	return nil
}

func only(is bool, id string) []string {
	if is {
		return []string{id}
	}
	return nil
}

// each lists the documents of a body on those subjects of whom there is something
// to say.
func each(s meeting.State, body string, is func(i int) bool) []string {
	var out []string
	for i, p := range s.Plan.Subjects {
		if is(i) {
			out = append(out, body+"-"+p.ID)
		}
	}
	return out
}

// sheetsOf is where the sheets stand one by one, or their sums where they do not.
func sheetsOf(s meeting.State) []string {
	if s.Round.Read() == 0 {
		return nil
	}
	one := false
	for range result.Sheets(s) {
		one = true
		break
	}
	if one && s.Shows() {
		return []string{WorkbookID}
	}
	return []string{summary}
}

// public reports whether there is a report that can be published: one that passed,
// or one that was attached and that nobody sent back.
func public(r meeting.Report) bool {
	if v, vetted := r.Vetting(); vetted {
		return v.Outcome == meeting.Passed
	}
	return len(r.Files) > 0
}

// toRemedy reports whether a problem is still of this year: not one that came over
// signed off, and that nobody opened again.
func toRemedy(p *meeting.Problem) bool {
	return p.From == nil || p.SignedOff == nil || slices.ContainsFunc(p.History, func(past meeting.Past) bool { return past.Act == meeting.ActSignedOff })
}

// decided reports whether the grade of everybody is, on sheets that may be shown.
func decided(s meeting.State) bool {
	return s.Round.Closed && !s.Round.IsVoid() && s.Shows() &&
		!slices.ContainsFunc(s.Decisions, func(d meeting.Decision) bool { return d.Grade == 0 })
}
