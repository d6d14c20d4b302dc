package tally

import "math/big"

// A Part is one counted part of a poll: a class of voters, or one of the items
// whose mean decides, or everything in the plain case.
type Part struct {
	Name    string   // of the class or the item, "" for the only part
	Weight  Fraction // the weights of a poll add up to 1; of an only part it is not looked at
	Count   Count
	Turnout Turnout
}

// An Assessment is what the chair entered for one source.
type Assessment struct {
	Source string   // its ID
	Grade  string   // "" for none
	Score  Fraction // 0 to 100, not given for none
}

// A Poll is everything that a verdict on one subject rests on.
type Poll struct {
	Parts       []Part
	Turnout     Turnout // of everybody: what a quorum is held against
	Groups      Turnout // the heads of the classes that make the quorum, where the rule names some
	Facts       []Fact
	Assessments []Assessment
}

// undividedPoll is the poll in which all ballots weigh alike.
func undividedPoll(c Count, t Turnout, facts []Fact) Poll {
	return Poll{Parts: []Part{{Count: c, Turnout: t}}, Turnout: t, Facts: facts}
}

// whole is every mark of the poll, whatever it weighs.
func (p Poll) whole() Count {
	var all Count
	for _, part := range p.Parts {
		all = all.Plus(part.Count)
	}
	return all
}

// assessed is what was entered for the source called id.
func (p Poll) assessed(id string) Assessment {
	for _, a := range p.Assessments {
		if a.Source == id {
			return a
		}
	}
	return Assessment{}
}

// weight is what the part at index i weighs by the plan.
func (p Poll) weight(i int) *big.Rat {
	if len(p.Parts) == 1 {
		return big.NewRat(1, 1)
	}
	return p.Parts[i].Weight.Rat()
}
