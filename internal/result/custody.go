package result

import (
	"slices"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// Custody is where every sheet went. It closes where valid + void = collected ≤ issued.
type Custody struct {
	Sums
	Closes   bool        `json:"closes"`
	ClosedBy Optional    `json:"closed_by"`        // the scrutineer; null until the count is closed
	Voids    []Void      `json:"voids"`            // every reason that the plan uses, in its order
	Classes  []HeadCount `json:"classes"`          // in the plan's order; empty where heads were not counted so
	Stacks   []Stack     `json:"stacks,omitempty"` // each stack of sheets, where there are several

	// These are missing where nothing of it was said.
	Printed   int       `json:"printed,omitempty"`
	Kept      int       `json:"kept,omitempty"`      // spare sheets for the file
	Destroyed int       `json:"destroyed,omitempty"` // other spare sheets
	Gates     []Gate    `json:"gates,omitempty"`     // who confirmed which number
	Counted   []Counted `json:"counted,omitempty"`   // how each stack was counted
	Bundles   []Bundle  `json:"bundles,omitempty"`   // who keyed each and how it was confirmed
}

// Sums are the people and the sheets of one version of a count.
type Sums struct {
	Expected  int `json:"expected"`
	Present   int `json:"present"`
	Leave     int `json:"leave,omitempty"`
	Issued    int `json:"issued"`
	Collected int `json:"collected"`
	Valid     int `json:"valid"`
	Void      int `json:"void"`
}

func sumsOf(s meeting.State) Sums {
	c := s.Custody()
	return Sums{c.Expected, c.Present, s.Heads.Leave, c.Issued, c.Collected, c.Valid, c.Void}
}

// A Stack is the sheets of one class, of one subject, or of one subject as one
// class filled them in.
type Stack struct {
	Class     string `json:"class,omitempty"`   // its ID
	Subject   string `json:"subject,omitempty"` // its ID
	Name      string `json:"name"`
	Issued    int    `json:"issued"`
	Collected int    `json:"collected"`
	Valid     int    `json:"valid"`
	Void      int    `json:"void"`
	Printed   int    `json:"printed,omitempty"`
	Kept      int    `json:"kept,omitempty"`
	Destroyed int    `json:"destroyed,omitempty"`
	Round     int    `json:"round,omitempty"` // of a new vote of some subjects, its number
}

// A Void is how many sheets are void for one reason.
type Void struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Count int    `json:"count"`
	Digit int    `json:"-"` // its place among the reasons of the plan
}

// A HeadCount is the people of one class of voters.
type HeadCount struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Expected int    `json:"expected"`
	Present  int    `json:"present"`
	Leave    int    `json:"leave,omitempty"`
	With     string `json:"votes_with,omitempty"` // the ID of the class on whose sheets it votes, where it is small
	Known    bool   `json:"known,omitempty"`      // it is small, and the meeting went on knowingly
}

// CustodyOf is where the sheets of the present round of s went.
func CustodyOf(s meeting.State) Custody {
	out := Custody{
		Sums: sumsOf(s), Closes: s.Custody().Closes(),
		ClosedBy: Optional(s.Round.ClosedBy), Voids: []Void{}, Classes: []HeadCount{},
	}
	for _, n := range s.Plan.Sheets.Reasons() {
		v := s.Plan.Sheets.Voids[n-1]
		out.Voids = append(out.Voids, Void{v.ID, v.Title, s.Round.Voids[n-1], n})
	}
	for _, class := range s.Plan.Voters {
		for _, h := range s.Heads.Classes {
			if h.Class == class.ID {
				out.Classes = append(out.Classes, HeadCount{ID: class.ID, Name: class.Name, Expected: h.Expected, Present: h.Present, Leave: h.Leave}.settled(s))
			}
		}
	}
	out.Gates = gatesOf(s)
	for n, st := range s.Round.Stacks {
		if st.Vote == 0 {
			out.Printed += st.Printed
			out.Kept += st.Kept
			out.Destroyed += st.Destroyed
		}
		if name := words.StackName(words.Chinese, s.StackName(n)); name != "" {
			class, subject := s.StackIDs(n)
			out.Stacks = append(out.Stacks, Stack{class, subject, name, st.Issued, st.Collected, st.Valid, st.Void, st.Printed, st.Kept, st.Destroyed, st.Vote})
		}
	}
	return out.checked(s)
}

// settled is h with what was settled of a small class.
func (h HeadCount) settled(s meeting.State) HeadCount {
	if with := s.VotesWith(h.ID); with != h.ID {
		h.With = with
	}
	h.Known = h.With == "" && slices.ContainsFunc(s.Settled, func(x meeting.SettledClass) bool { return x.Class == h.ID })
	return h
}

// RowsFit reports whether the marks of every row come to the valid sheets.
func RowsFit(s meeting.State) bool {
	for _, st := range s.Round.Stacks {
		for _, row := range st.Tallies {
			if row.Rows() != st.Valid {
				return false
			}
		}
	}
	return true
}
