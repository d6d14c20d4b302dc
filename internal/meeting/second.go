package meeting

import "time"

// While a check is under way, the orders that read a sheet ([EnterBallot],
// [VoidBallot], [SetAside], [TakeBack]) are about the second reading. Its ballots
// are recorded under names of their own, so that whoever counts a record by hand
// counts no sheet twice.

// SecondBallot is what the second reading says of the next sheet: its marks, or
// why it is void, or that it is doubtful.
type SecondBallot struct {
	Marks    marks  `json:"marks,omitempty"`
	Void     string `json:"void,omitempty"`
	Doubtful bool   `json:"doubtful,omitempty"`
	Bundle   int    `json:"bundle,omitempty"`
}

// SecondTakenBack undoes the last ballot of the second reading.
type SecondTakenBack struct {
	Bundle int `json:"bundle,omitempty"`
}

func (SecondBallot) Kind() string    { return "second-ballot-entered" }
func (SecondTakenBack) Kind() string { return "second-ballot-taken-back" }
func (SecondBallot) anonymous()      {}
func (SecondTakenBack) anonymous()   {}

// second decides on one more sheet of the second reading.
func (s State) second(d SecondBallot) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	c := s.Round.Check
	if c.Compared {
		return nil, c.unsettled()
	}
	if most := c.most(s); c.Gap() == 0 && len(c.Second) >= most {
		return nil, refuse(BundleFull, "bundle", c.Bundle, "size", most)
	}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	return []Deed{d}, nil
}

func (d SecondBallot) fits(s State) error {
	if !s.Round.Check.Under() || s.Round.Check.Compared {
		return refuse(NoCheck)
	}
	return s.checkReading(s.checkStack(), d.Marks, d.Void, d.Doubtful)
}

func (d SecondBallot) apply(s State, _ time.Time) State {
	c := s.Round.Check
	filling := entry(c.Second).gap() >= 0
	var at int
	c.Second, at = entry(c.Second).put(Ballot{Marks: d.Marks, Void: s.voidDigit(d.Void), Doubtful: d.Doubtful})
	c.Filled = 0
	if filling {
		c.Filled = at + 1
	}
	s.Round.Check = c
	return s
}

func (SecondTakenBack) fits(s State) error {
	c := s.Round.Check
	if !c.Under() || c.Compared || len(c.Second) == 0 {
		return refuse(NothingToTakeBack)
	}
	return nil
}

func (SecondTakenBack) apply(s State, _ time.Time) State {
	c := s.Round.Check
	c.Second, _ = entry(c.Second).takenBack(c.Filled)
	c.Filled = 0
	s.Round.Check = c
	return s
}
