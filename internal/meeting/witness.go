package meeting

import "cmp"

// A Witness is who confirmed a number at a gate, and what they saw.
type Witness struct {
	By  string `json:"by,omitempty"`
	Saw string `json:"saw,omitempty"`
}

// witnessed refuses a gate that nobody confirmed where the plan wants it, and
// words that the record does not take.
func (s State) witnessed(command string, w Witness) error {
	switch {
	case s.Plan.Sheets.Witnessed && isBlank(w.By):
		return refuse(WitnessNeeded, "command", command, "argument", "by")
	case s.Plan.Sheets.Witnessed && isBlank(w.Saw):
		return refuse(WitnessNeeded, "command", command, "argument", "saw")
	}
	if err := s.checkPerson(w.By); err != nil {
		return err
	}
	return checkText(w.Saw, MaxReason)
}

// and is two who confirmed the parts of one number.
func (w Witness) and(o Witness) Witness {
	return Witness{both(w.By, o.By, "、"), both(w.Saw, o.Saw, "；")}
}

// both is two texts in a row, each said once.
func both(a, b, between string) string {
	if a == "" || b == "" || a == b {
		return cmp.Or(a, b)
	}
	return a + between + b
}
