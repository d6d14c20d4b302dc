package meeting

import (
	"slices"
	"time"
)

// An entry is what one person read from a bundle, sheet by sheet. A slip of the
// hand, a sheet passed over or read twice, moves every sheet behind it; mending it
// moves them back, so that it need not be keyed again.
type entry []Ballot

// gap is the index of the first place that waits to be keyed, -1 if none does.
func (e entry) gap() int {
	return slices.IndexFunc(e, func(b Ballot) bool { return b.Missing })
}

// keyed is how many sheets the entry has.
func (e entry) keyed() int {
	n := len(e)
	for _, b := range e {
		if b.Missing {
			n--
		}
	}
	return n
}

// put is the entry with one more sheet: in the first gap, or else at its end. at
// is its index.
func (e entry) put(b Ballot) (next entry, at int) {
	if at = e.gap(); at >= 0 {
		return listWith(e, at, b), at
	}
	return append(e[:len(e):len(e)], b), len(e)
}

// missing is the entry with a gap at the index, and the sheets from there on
// moved to the next place. An entry of most sheets, or already of more, grows no
// longer: its last sheet falls off.
func (e entry) missing(at, most int) entry {
	next := slices.Insert(slices.Clone(e), at, Ballot{Missing: true})
	return next[:min(len(next), max(most, len(e)))]
}

// doubled is the entry without the sheet at the index; a gap at the end makes up
// for it where the entry would be shorter than least.
func (e entry) doubled(at, least int) entry {
	next := slices.Delete(slices.Clone(e), at, at+1)
	for len(next) < least {
		next = append(next, Ballot{Missing: true})
	}
	return next
}

// A Side is one of the two entries of a bundle.
type Side string

const (
	FirstEntry  Side = "first"
	SecondEntry Side = "second"
)

func (d Side) known() bool { return d == FirstEntry || d == SecondEntry }

// MendSlip puts right that a sheet was passed over or read twice: the rest of the
// entry moves by one place. While a bundle or a check is keyed it is about what is
// being keyed; where two entries were compared it says which of them slipped.
type MendSlip struct {
	Sheet   int // its place in the bundle, from 1
	Doubled bool
	Of      Side // "" while keying
}

// SlipMended moves the rest of an entry: behind a sheet that was passed over it
// leaves a gap to be keyed, of one read twice the second is taken out.
type SlipMended struct {
	Sheet   int  `json:"sheet"`
	Doubled bool `json:"doubled,omitempty"`
	Of      Side `json:"of,omitempty"`
	Bundle  int  `json:"bundle,omitempty"`
}

func (o MendSlip) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	d := SlipMended{Sheet: o.Sheet, Doubled: o.Doubled, Of: o.Of}
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if c := s.Round.Check; c.Comparing() {
		n := s.checkStack()
		if st := s.Round.Stacks[n]; d.apply(s, time.Time{}).due(n) > max(s.due(n), st.Collected) {
			return nil, s.about(n, AllRead, "collected", st.Collected)
		}
		return s.concluded(d), nil
	}
	return []Deed{d}, nil
}

func (SlipMended) Kind() string { return "slip-mended" }
func (SlipMended) anonymous()   {}

func (d SlipMended) fits(s State) error {
	c := s.Round.Check
	var list, other entry
	switch {
	case c.Way == BySpot:
		return refuse(NoSlipInSpot)
	case c.Comparing() && !d.Of.known():
		return refuse(MissingArgument, "command", d.command(), "argument", "of")
	case !c.Comparing() && d.Of != "":
		return refuse(UnknownArgument, "command", d.command(), "argument", "of")
	case c.Comparing() && d.Of == FirstEntry:
		list, other = c.First, c.Second
	case c.Comparing():
		list, other = c.Second, c.First
	case c.Under():
		list = c.Second
	case s.Round.Bundle.Open:
		list = s.Round.Bundle.Ballots
	default:
		return refuse(NoBundle)
	}
	most := len(list)
	if !d.Doubled && most < len(other) {
		most++ // the last sheet was passed over
	}
	return checkNumber(d.Sheet, 1, most)
}

func (d SlipMended) command() string {
	if d.Doubled {
		return "doubled"
	}
	return "missing"
}

func (d SlipMended) apply(s State, _ time.Time) State {
	if c := s.Round.Check; c.Under() {
		s.Round.Check = c.mended(d, c.most(s))
		return s
	}
	b := s.Round.Bundle
	was := b.Ballots
	if d.Doubled {
		b.Ballots = entry(was).doubled(d.Sheet-1, 0)
	} else {
		b.Ballots = entry(was).missing(d.Sheet-1, s.Size(b.Stack))
	}
	b.Filled = 0
	s.Round.Bundle = b
	// What is gone no longer counts: the doubled sheet, or the one that fell off.
	switch {
	case d.Doubled:
		return s.uncounted(was[d.Sheet-1])
	case len(b.Ballots) == len(was):
		return s.uncounted(was[len(was)-1])
	default:
		return s
	}
}

// uncounted is s without what one sheet of the open bundle counted.
func (s State) uncounted(b Ballot) State {
	if b.Doubtful || b.Missing {
		return s
	}
	return s.count(s.Round.Bundle.Stack, b, -1)
}

// takenBack is the entry without what was keyed last, and that ballot: the sheet
// at the place filled, which waits again, or a gap, which closes, or the last one.
func (e entry) takenBack(filled int) (entry, Ballot) {
	at := len(e) - 1
	if gap := e.gap(); filled == 0 && gap >= 0 {
		at = gap
	}
	if filled > 0 {
		gone := e[filled-1]
		return listWith(e, filled-1, Ballot{Missing: true}), gone
	}
	return slices.Delete(slices.Clone(e), at, at+1), e[at]
}
