package result

import (
	"shuping/internal/meeting"
	"shuping/internal/plan"
)

// OwnerOf is whose problem x is; of one that is nobody's this year, whose it was.
func OwnerOf(s meeting.State, x *meeting.Problem) string {
	if i := s.Plan.Subject(x.Subject); i >= 0 {
		return s.Plan.Subjects[i].Label()
	}
	if x.From != nil {
		return x.From.Subject
	}
	return ""
}

// LastYear is how many problems of the year before are done, overdue, returned or open
// on a day.
type LastYear struct {
	On       plan.Day `json:"on"` // of the last record
	All      int      `json:"all"`
	Done     int      `json:"done"`
	Overdue  int      `json:"overdue"`
	Returned int      `json:"returned"`
	Open     int      `json:"open"` // and neither overdue nor returned
}

// LastYearOf is what became of the problems that the subject brought along, nil where
// there are none.
func LastYearOf(s meeting.State, i int) *LastYear {
	list := s.LastYears(s.Plan.Subjects[i].ID)
	if len(list) == 0 {
		return nil
	}
	today := LastDay(s)
	sum := meeting.SumLedger(list, today)
	return &LastYear{today, sum.All, sum.Done, sum.Overdue, sum.Returned, sum.Open + sum.DueSoon}
}
