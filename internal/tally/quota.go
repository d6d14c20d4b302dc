package tally

import "math/big"

// A QuotaState says how the grades of all subjects stand to the quota.
type QuotaState string

const (
	QuotaOpen  QuotaState = "open"  // not every grade is decided
	QuotaMet   QuotaState = "met"   // all decided, and within the quota
	QuotaUnder QuotaState = "under" // too few lower grades
	QuotaOver  QuotaState = "over"  // too many
)

// A QuotaVerdict is how many subjects are graded lower, and how many would be
// right. Where two whole numbers are equally near, both are.
type QuotaVerdict struct {
	Subjects int
	Lower    int
	Nearest  []int
	State    QuotaState
}

// Given reports whether the plan has a quota.
func (q Quota) Given() bool { return q.LowerThan != 0 }

// Check holds the grades (positions, 0 where there is none) against the quota;
// decided says whether all of them are final. Where no quota is given, none is
// lower, and it is met as soon as all is decided.
func (q Quota) Check(grades []int, decided bool) QuotaVerdict {
	v := QuotaVerdict{Subjects: len(grades), State: QuotaOpen, Nearest: q.Right(len(grades))}
	for _, g := range grades {
		if q.Given() && g > q.LowerThan {
			v.Lower++
		}
	}
	if decided {
		v.State = q.state(v)
	}
	return v
}

// Right lists the numbers of lower grades among n subjects that meet the quota
// best, in rising order: for AtLeast and Over the fewest, for AtMost and Under the
// most, whatever the rounding. It is never empty; where no quota is given it is 0.
func (q Quota) Right(n int) []int {
	exact := new(big.Rat).Mul(q.Target.Rat(), big.NewRat(int64(n), 1))
	floor := int(new(big.Int).Quo(exact.Num(), exact.Denom()).Int64())
	if exact.IsInt() {
		switch q.Compare {
		case Over:
			return []int{floor + 1}
		case Under:
			return []int{floor - 1}
		}
		return []int{floor}
	}
	switch {
	case q.Compare == AtLeast || q.Compare == Over:
		return []int{floor + 1}
	case q.Compare == AtMost || q.Compare == Under:
		return []int{floor}
	case q.Rounding == Ceil:
		return []int{floor + 1}
	case q.Rounding == Floor:
		return []int{floor}
	}
	rest := new(big.Rat).Sub(exact, big.NewRat(int64(floor), 1))
	switch rest.Cmp(big.NewRat(1, 2)) {
	case -1:
		return []int{floor}
	case +1:
		return []int{floor + 1}
	default:
		return []int{floor, floor + 1}
	}
}

func (q Quota) state(v QuotaVerdict) QuotaState {
	low, high := v.Nearest[0], v.Nearest[len(v.Nearest)-1]
	switch {
	case q.Compare == About && q.tolerates(v):
		return QuotaMet
	case v.Lower < low && q.Compare != AtMost && q.Compare != Under:
		return QuotaUnder
	case v.Lower > high && q.Compare != AtLeast && q.Compare != Over:
		return QuotaOver
	default:
		return QuotaMet
	}
}

// tolerates reports whether the share of lower grades is no further from the target
// than the tolerance.
func (q Quota) tolerates(v QuotaVerdict) bool {
	if !q.Tolerance.Given() || v.Subjects == 0 {
		return false
	}
	off := shareOf(v.Lower, v.Subjects).Rat()
	off.Sub(off, q.Target.Rat()).Abs(off)
	return AtMost.holds(off, q.Tolerance)
}
