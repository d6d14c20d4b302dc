package tally

import "math/big"

// A Trigger is how many veto marks force the veto grade at the present base, by
// the grades that they are counted over together. It is what a chair should
// know before the result: "41 张有效票：5 张即触发".
type Trigger struct {
	Grades []string
	Base   int
	Need   int    // the least number of marks that sets the veto off; may be more than Base
	Part   string // whose marks alone these are, in a poll of several parts

	Forces string   // the grade that is forced then, "" for none
	Bars   []string // or those that are barred
}

// Triggers lists the triggers of the vote vetoes for a base of size: one for a
// sum, one for each grade that is held against the limit by itself, none where
// there is no veto or no base.
func (r Rule) Triggers(size int) []Trigger {
	if size == 0 {
		return nil
	}
	return r.triggers("", size, big.NewRat(1, 1))
}

// TriggersOf is Triggers for each part of a poll that has a base: how many marks
// that part by itself must give while all others give none.
func (r Rule) TriggersOf(p Poll) []Trigger {
	if len(p.Parts) == 1 {
		return r.Triggers(p.over(r.Base).size)
	}
	w := p.over(r.Base)
	left := big.NewRat(1, 1)
	if r.Empty == Refuse { // the others will have to have a base too
		for _, part := range w.empty {
			left.Sub(left, part.Weight.Rat())
		}
	}
	var out []Trigger
	for _, part := range w.parts {
		out = append(out, r.triggers(part.name, part.size, part.weight.Mul(part.weight, left))...)
	}
	return out
}

func (r Rule) triggers(part string, size int, weight *big.Rat) []Trigger {
	var out []Trigger
	for _, v := range r.AllVetoes() {
		t := Trigger{
			Grades: r.Scale.Names(v.Grades), Base: size, Need: v.least(size, weight), Part: part,
			Forces: r.Scale.Name(v.Forces), Bars: r.Scale.Names(v.Bars),
		}
		if v.Reading != Each && v.Reading != Any {
			out = append(out, t)
			continue
		}
		for _, g := range v.Grades {
			t.Grades = r.Scale.Names([]int{g})
			out = append(out, t)
		}
	}
	return out
}

// least is the smallest count whose weighted share of a base of size stands in
// the veto's relation to its limit; it is size+1 where even all of them fall
// short.
func (v Veto) least(size int, weight *big.Rat) int {
	low, high := 0, size+1
	for low < high {
		mid := (low + high) / 2
		share := big.NewRat(int64(mid), int64(size))
		if v.Compare.holds(share.Mul(share, weight), v.Limit) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}
