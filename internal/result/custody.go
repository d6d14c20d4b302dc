package result

import "shuping/internal/meeting"

// Custody is where every sheet went: valid + void = collected ≤ issued, or it
// does not close.
type Custody struct {
	Expected  int         `json:"expected"`
	Present   int         `json:"present"`
	Issued    int         `json:"issued"`
	Collected int         `json:"collected"`
	Valid     int         `json:"valid"`
	Void      int         `json:"void"`
	Closes    bool        `json:"closes"`
	ClosedBy  Optional    `json:"closed_by"`        // the scrutineer; null until the count is closed
	Voids     []Void      `json:"voids"`            // every reason of the plan, in its order
	Classes   []HeadCount `json:"classes"`          // in the plan's order; empty where heads were not counted so
	Stacks    []Stack     `json:"stacks,omitempty"` // each stack of sheets, where there are several

	// These are missing where nothing of it was said.
	Printed   int       `json:"printed,omitempty"`
	Destroyed int       `json:"destroyed,omitempty"` // spare sheets
	Gates     []Gate    `json:"gates,omitempty"`     // who confirmed which number
	Counted   []Counted `json:"counted,omitempty"`   // how each stack was counted
	Bundles   []Bundle  `json:"bundles,omitempty"`   // who keyed each and how it was confirmed
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
	Destroyed int    `json:"destroyed,omitempty"`
}

// A Void is how many sheets are void for one reason.
type Void struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Count int    `json:"count"`
}

// A HeadCount is the people of one class of voters.
type HeadCount struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Expected int    `json:"expected"`
	Present  int    `json:"present"`
}

// CustodyOf is where the sheets of the present round of s went.
func CustodyOf(s meeting.State) Custody {
	c := s.Custody()
	out := Custody{
		Expected: c.Expected, Present: c.Present, Issued: c.Issued,
		Collected: c.Collected, Valid: c.Valid, Void: c.Void, Closes: c.Closes(),
		ClosedBy: Optional(s.Round.ClosedBy), Voids: []Void{}, Classes: []HeadCount{},
	}
	for i, v := range s.Plan.Sheets.Voids {
		out.Voids = append(out.Voids, Void{v.ID, v.Title, s.Round.Voids[i]})
	}
	for _, class := range s.Plan.Voters {
		for _, h := range s.Heads.Classes {
			if h.Class == class.ID {
				out.Classes = append(out.Classes, HeadCount{class.ID, class.Name, h.Expected, h.Present})
			}
		}
	}
	out.Gates = gates(s)
	for n, st := range s.Round.Stacks {
		out.Printed += st.Printed
		out.Destroyed += st.Destroyed
		if name := s.StackName(n); name != "" {
			class, subject := s.StackIDs(n)
			out.Stacks = append(out.Stacks, Stack{class, subject, name, st.Issued, st.Collected, st.Valid, st.Void, st.Printed, st.Destroyed})
		}
	}
	return out.checked(s)
}
