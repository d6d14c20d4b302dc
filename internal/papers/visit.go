package papers

import (
	"fmt"
	"io/fs"

	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// A Visit is what the chair saw on one before the meeting (调研). It is private: no
// state has it, and no paper but the one of [Visits].
type Visit struct {
	Subject     string   // an ID
	Date        plan.Day // the zero Day while it is not known
	Place       string
	Unannounced bool // 不打招呼
	Seen        string
}

// pageVisits are the visits to one subject.
type pageVisits struct {
	Number string
	Label  string
	Visits []pageVisit

	Comments []string // what is prepared to be said
}

type pageVisit struct {
	Number      string
	On          *moment
	Place       string
	Unannounced bool
	Seen        string
}

// Visits writes the notes of visits as a document, by subject, and the comments that
// were prepared on each, by the subject's ID. It is not among the [Documents]: only
// who has the notes can ask for it. A visit to somebody whom the plan does not know
// is an error.
func Visits(s meeting.State, info Info, visits []Visit, comments map[string][]string, templates fs.FS) (Document, error) {
	if !s.Opened {
		return Document{}, fmt.Errorf("the visits before a meeting that was not opened")
	}
	w, err := newWriter(s, info, templates)
	if err != nil {
		return Document{}, err
	}
	for _, v := range visits {
		if s.Plan.Subject(v.Subject) < 0 {
			return Document{}, fmt.Errorf("a visit is to %q, whom the plan does not know", v.Subject)
		}
	}
	for _, sub := range s.Plan.Subjects {
		of := pageVisits{Number: numberInWords(len(w.page.Visits) + 1), Label: sub.Label(), Comments: comments[sub.ID]}
		for _, v := range visits {
			if v.Subject == sub.ID {
				of.Visits = append(of.Visits, pageVisit{numberInWords(len(of.Visits) + 1), momentOfDay(v.Date), v.Place, v.Unannounced, v.Seen})
			}
		}
		if len(of.Visits)+len(of.Comments) > 0 {
			w.page.Visits = append(w.page.Visits, of)
		}
	}
	d := visited.document(s.Plan)
	err = w.fill(&d)
	return d, err
}
