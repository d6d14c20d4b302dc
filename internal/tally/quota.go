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
// best, in rising order: for AtLeast the fewest, for AtMost the most, whatever the
// rounding. It is never empty; where no quota is given it is 0.
func (q Quota) Right(n int) []int {
	exact := new(big.Rat).Mul(q.Target.Rat(), big.NewRat(int64(n), 1))
	floor := int(new(big.Int).Quo(exact.Num(), exact.Denom()).Int64())
	if exact.IsInt() {
		return []int{floor}
	}
	switch {
	case q.Compare == AtLeast:
		return []int{floor + 1}
	case q.Compare == AtMost:
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
	case v.Lower < low && q.Compare != AtMost:
		return QuotaUnder
	case v.Lower > high && q.Compare != AtLeast:
		return QuotaOver
	default:
		return QuotaMet
	}
}
