package meeting

import (
	"slices"
	"time"

	"shuping/internal/plan"
)

// ChangeOrder says in which order the subjects speak, all who do: drawn by lot, by
// hand, or changed on the spot. The rows of sheets, tables and papers stay as the
// plan has them.
type ChangeOrder struct {
	Subjects []string // IDs
	Lot      bool
}

// OrderSet is the order of speaking from now on.
type OrderSet struct {
	Subjects []string `json:"subjects"`
	Lot      bool     `json:"lot,omitempty"`
}

func (o ChangeOrder) decide(s State) ([]Deed, error) {
	d := OrderSet(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (OrderSet) Kind() string { return "order-set" }

// fits refuses an order that leaves somebody out or names him twice, and one that
// moves anybody whose turn has begun.
func (d OrderSet) fits(s State) error {
	now := s.Speaking()
	sorted := slices.Sorted(slices.Values(d.Subjects))
	if len(d.Subjects) == 0 || !slices.Equal(sorted, slices.Sorted(slices.Values(now))) {
		return refuse(OrderOfOthers, "subjects", List(now))
	}
	for i, it := range s.Agenda {
		if it.Subject < 0 || s.Steps[i].Status == Waiting {
			continue
		}
		if sub := s.Plan.Subjects[it.Subject]; slices.Index(now, sub.ID) != slices.Index(d.Subjects, sub.ID) {
			return refuse(OrderBegun, "subject", sub.Label())
		}
	}
	return nil
}

func (d OrderSet) apply(s State, _ time.Time) State {
	turn := map[string][]int{} // the items of each subject
	for i, it := range s.Agenda {
		if it.Subject >= 0 {
			id := s.Plan.Subjects[it.Subject].ID
			turn[id] = append(turn[id], i)
		}
	}
	var from []int // where each item stood
	for _, id := range d.Subjects {
		from = append(from, turn[id]...)
	}
	agenda, steps := slices.Clone(s.Agenda), slices.Clone(s.Steps)
	for i, it := range s.Agenda {
		if it.Subject >= 0 && len(from) > 0 {
			agenda[i], steps[i] = s.Agenda[from[0]], s.Steps[from[0]]
			from = from[1:]
		}
	}
	s.Agenda, s.Steps, s.Order = agenda, steps, d
	return s
}

// Speaking lists the IDs of the subjects who have items, in the order in which they
// speak.
func (s State) Speaking() []string {
	var out []string
	for _, it := range s.Agenda {
		if it.Kind == plan.Report {
			out = append(out, s.Plan.Subjects[it.Subject].ID)
		}
	}
	return out
}
