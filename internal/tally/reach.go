package tally

import "math/big"

// A reach is how low and how high a weighed sum, less its limit, can come to lie. Only
// the signs matter. Both are nil where there can be no such sum. It is silent where
// there may be none: where no part may have a base, or one that the rule insists on.
type reach struct {
	low, high *big.Rat
	silent    bool
}

func (s reach) of(c Comparison) chance {
	if s.low == nil {
		return chance{}
	}
	return chance{c.stands(s.high.Sign()), c.stands(s.low.Sign()) && !s.silent}
}

// A stake is the least and the most that one part can add.
type stake struct {
	low, high *big.Rat // nil where it never has a base
	empty     bool     // it may have none
}

// reach weighs what each part adds by itself, at each of its extremes; value
// reports false where the part has no base there. A part without a base adds
// nothing. The weights are those of the plan: scaling them changes no sign.
func (f fan) reach(value func(Part) (*big.Rat, bool)) reach {
	var stakes []stake
	out := reach{silent: true}
	refused := false
	for i, ends := range f.ends {
		s := f.stake(f.poll.weight(i), ends, value)
		out.silent = out.silent && s.empty
		refused = refused || s.empty
		stakes = append(stakes, s)
	}
	if f.rule.Empty == Refuse && refused {
		out.silent = true
		for i := range stakes {
			if stakes[i].low == nil {
				return out
			}
			stakes[i].empty = false
		}
	}
	out.low = furthestSum(stakes, -1, func(s stake) *big.Rat { return s.low })
	out.high = furthestSum(stakes, +1, func(s stake) *big.Rat { return s.high })
	return out
}

func (f fan) stake(weight *big.Rat, ends []Part, value func(Part) (*big.Rat, bool)) stake {
	var s stake
	for _, end := range ends {
		v, ok := value(end)
		if !ok || weight.Sign() == 0 {
			s.empty = true
			continue
		}
		v.Mul(v, weight)
		if s.low == nil || v.Cmp(s.low) < 0 {
			s.low = v
		}
		if s.high == nil || v.Cmp(s.high) > 0 {
			s.high = v
		}
	}
	return s
}

// furthestSum is the sum that lies furthest in the direction of sign, with at least
// one part that has a base.
func furthestSum(stakes []stake, sign int, of func(stake) *big.Rat) *big.Rat {
	sum, taken := new(big.Rat), false
	var nearest *big.Rat
	for _, s := range stakes {
		switch v := of(s); {
		case v == nil:
		case !s.empty || v.Sign()*sign >= 0:
			sum.Add(sum, v)
			taken = true
		case nearest == nil || v.Cmp(nearest)*sign > 0:
			nearest = v
		}
	}
	if taken {
		return sum
	}
	return nearest
}

// share is what the marks of grades reach over b, less the limit.
func (f fan) share(b Base, limit Fraction, grades ...int) reach {
	return f.reach(func(p Part) (*big.Rat, bool) {
		size, n := p.Turnout.Size(b, p.Count), 0
		if size <= 0 {
			return nil, false
		}
		for _, g := range grades {
			n += p.Count.Of(g)
		}
		own := big.NewRat(int64(n), int64(size))
		return own.Sub(own, limit.Rat()), true
	})
}
