package private

import (
	"slices"

	"shuping/internal/fault"
)

// MaxNames bounds a list of names.
const MaxNames = 10_000

// An Attendee is one of those who are expected (名册). What is ticked at the door is
// never tied to a sheet: the record of a meeting holds only counts.
type Attendee struct {
	Name  string   `json:"name"`
	Class string   `json:"class"` // an ID, "" where there is nothing to choose
	Unit  string   `json:"unit"`
	Here  Presence `json:"here"`
}

// Presence is whether somebody came.
type Presence string

const (
	Unticked Presence = ""
	Present  Presence = "present"
	OnLeave  Presence = "leave"
	Absent   Presence = "absent"
)

// A Roll is how many of those on a list are expected, and what was ticked.
type Roll struct{ Expected, Present, Leave, Absent int }

// Open is how many were not ticked.
func (r Roll) Open() int { return r.Expected - r.Present - r.Leave - r.Absent }

// List puts a list of names in the place of the one that was there. Who stands on both
// keeps his tick.
func (c Contents) List(names []Attendee) Contents {
	was := map[Attendee]Presence{}
	for _, a := range c.Names {
		here := a.Here
		a.Here = Unticked
		was[a] = here
	}
	c.Names = slices.Clone(names)
	for i, a := range c.Names {
		a.Here = Unticked
		c.Names[i].Here = was[a]
	}
	return c
}

// Tick says whether the one at index n came.
func (c Contents) Tick(n int, here Presence) Contents {
	c.Names = slices.Clone(c.Names)
	c.Names[n].Here = here
	return c
}

// Roll is what was ticked of those of a class, of all where it is "".
func (c Contents) Roll(class string) (r Roll) {
	for _, a := range c.Names {
		if class != "" && a.Class != class {
			continue
		}
		r.Expected++
		switch a.Here {
		case Present:
			r.Present++
		case OnLeave:
			r.Leave++
		case Absent:
			r.Absent++
		}
	}
	return r
}

// checkNames says what may not stand in a list of names.
func checkNames(list []Attendee) *fault.Fault {
	if len(list) > MaxNames {
		return blame(TooMany, "lines", len(list), "limit", MaxNames)
	}
	for _, a := range list {
		for _, text := range []string{a.Name, a.Class, a.Unit, string(a.Here)} {
			if f := checkText(text); f != nil {
				return f
			}
		}
	}
	return nil
}
