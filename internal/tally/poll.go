package tally

// A Part is one counted part of a poll: a class of voters, or one of the items
// whose mean decides, or everything in the plain case.
type Part struct {
	Name    string   // of the class or the item, "" for the only part
	Weight  Fraction // the weights of a poll add up to 1
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
	Facts       []Fact
	Assessments []Assessment
}

// whole is all parts as one.
func (p Poll) whole() Part {
	if len(p.Parts) == 1 {
		return p.Parts[0]
	}
	all := Part{Turnout: p.Turnout}
	for _, part := range p.Parts {
		all.Count = all.Count.Plus(part.Count)
	}
	return all
}
