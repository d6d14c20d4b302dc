package private

import (
	"maps"
	"slices"
	"unicode/utf8"

	"shuping/internal/fault"
	"shuping/internal/typed"
)

// Bounds of what lies in a drawer.
const (
	MaxText  = 20_000  // characters of one text
	MaxLines = 500     // comments on one subject
	MaxBytes = 8 << 20 // of the file
)

// Contents are all that lies in a drawer. The zero Contents are nothing. Nobody
// changes one; its methods give another.
type Contents struct {
	Visits   []Visit             `json:"visits"`   // in the order in which they were noted
	Comments map[string][]string `json:"comments"` // by the ID of a subject
	Drafts   map[string]string   `json:"drafts"`   // by which field of which screen it is
	Names    []Attendee          `json:"names,omitempty"`
}

// A Visit is what was seen on one (调研, 三(二)).
type Visit struct {
	ID          int    `json:"id"`      // from 1, never given twice while it lies there
	Subject     string `json:"subject"` // an ID
	Date        string `json:"date"`    // as 2024-01-18, or "" while it is not known
	Place       string `json:"place"`
	Unannounced bool   `json:"unannounced"` // 不打招呼
	Seen        string `json:"seen"`
}

// IsEmpty reports whether nothing lies in the drawer.
func (c Contents) IsEmpty() bool {
	return len(c.Visits) == 0 && len(c.Comments) == 0 && len(c.Drafts) == 0 && len(c.Names) == 0
}

// VisitsOf are the visits that were about one subject.
func (c Contents) VisitsOf(subject string) []Visit {
	var out []Visit
	for _, v := range c.Visits {
		if v.Subject == subject {
			out = append(out, v)
		}
	}
	return out
}

// Note puts a visit in the place of the one with its ID; one whose ID is 0 is a
// new one and gets the next ID.
func (c Contents) Note(v Visit) Contents {
	c.Visits = slices.Clone(c.Visits)
	if i := c.visit(v.ID); i >= 0 {
		c.Visits[i] = v
		return c
	}
	if v.ID = 1; len(c.Visits) > 0 {
		v.ID = c.Visits[len(c.Visits)-1].ID + 1
	}
	c.Visits = append(c.Visits, v)
	return c
}

// Forget takes a visit out.
func (c Contents) Forget(id int) Contents {
	if i := c.visit(id); i >= 0 {
		c.Visits = slices.Delete(slices.Clone(c.Visits), i, i+1)
	}
	return c
}

func (c Contents) visit(id int) int {
	return slices.IndexFunc(c.Visits, func(v Visit) bool { return v.ID == id })
}

// Comment puts the prepared comments on a subject in the place of those that were
// there; none takes them out.
func (c Contents) Comment(subject string, lines ...string) Contents {
	c.Comments = maps.Clone(c.Comments)
	if len(lines) == 0 {
		delete(c.Comments, subject)
		return c
	}
	if c.Comments == nil {
		c.Comments = map[string][]string{}
	}
	c.Comments[subject] = slices.Clone(lines)
	return c
}

// Draft keeps a text that is being written; an empty one discards it.
func (c Contents) Draft(key, text string) Contents {
	c.Drafts = maps.Clone(c.Drafts)
	if text == "" {
		delete(c.Drafts, key)
		return c
	}
	if c.Drafts == nil {
		c.Drafts = map[string]string{}
	}
	c.Drafts[key] = text
	return c
}

// check says what may not lie in a drawer.
func (c Contents) check() *fault.Fault {
	for i, v := range c.Visits {
		if i > 0 && v.ID <= c.Visits[i-1].ID || v.ID < 1 {
			return blame(BadVisit, "visit", i+1)
		}
		for _, text := range []string{v.Subject, v.Date, v.Place, v.Seen} {
			if f := checkText(text); f != nil {
				return f
			}
		}
	}
	for _, subject := range slices.Sorted(maps.Keys(c.Comments)) {
		lines := c.Comments[subject]
		if len(lines) > MaxLines {
			return blame(TooMany, "lines", len(lines), "limit", MaxLines)
		}
		for _, text := range append([]string{subject}, lines...) {
			if f := checkText(text); f != nil {
				return f
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(c.Drafts)) {
		for _, text := range []string{key, c.Drafts[key]} {
			if f := checkText(text); f != nil {
				return f
			}
		}
	}
	return checkNames(c.Names)
}

// checkText refuses what could do something else on a screen than be read.
func checkText(text string) *fault.Fault {
	if n := utf8.RuneCountInString(text); n > MaxText {
		return blame(TooLong, "length", n, "limit", MaxText)
	}
	at := 0
	for _, c := range text {
		at++
		if c != '\n' && typed.Hidden(c) {
			return blame(BadText, "position", at, "character", typed.Character(c))
		}
	}
	return nil
}
