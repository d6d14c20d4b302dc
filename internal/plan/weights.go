package plan

import (
	"fmt"
	"math/big"

	"github.com/pelletier/go-toml/v2/unstable"

	"shuping/internal/fault"
	"shuping/internal/tally"
)

// maxClasses is how many classes may weigh differently.
const maxClasses = 6

// weights reads what the classes of voters weigh, and what a class without
// sheets means: nothing where none has a weight. The classes themselves have been
// read.
func (r *reader) weights(root, rule *node) ([]tally.Class, tally.Empty) {
	n := root.fields["voters"]
	var first *node
	if n != nil && n.kind == unstable.Array {
		for _, e := range n.items {
			if w := e.fields["weight"]; w != nil && first == nil {
				first = w
			}
		}
	}
	if first == nil {
		if rule.has("empty-class") {
			e := rule.get("empty-class")
			e.skip()
			r.fault(e.key, NoWeights, "key", fault.Quote(e.name))
		}
		return nil, ""
	}
	empty := oneOf(r, rule, "empty-class", tally.Renormalise, tally.Refuse)
	var out []tally.Class
	weights := make([]tally.Fraction, 0, len(n.items))
	for _, e := range n.items {
		if e.kind != unstable.InlineTable {
			continue
		}
		if !e.has("weight") {
			r.fault(e.at, WeightForAll, "class", fault.Quote(textUnder(e, "name")), "first", r.line(first.at))
			continue
		}
		w := r.weight(e)
		out = append(out, tally.Class{ID: textUnder(e, "id"), Name: textUnder(e, "name"), Weight: w})
		weights = append(weights, w)
	}
	switch {
	case len(n.items) == 1:
		r.fault(first.key, WeightOfOne)
	case len(n.items) > maxClasses:
		r.fault(n.at, TooMany, "key", fault.Quote(n.name), "count", len(n.items), "limit", maxClasses)
	case len(out) == len(n.items):
		r.whole(first, weights)
	}
	return out, empty
}

// maxDenominator bounds weights and points, so that whatever is made of them can
// be told in full.
const maxDenominator = 1000

// weight is the share of the whole under the key of that name, more than 0.
func (r *reader) weight(t *node) tally.Fraction {
	f, n := r.fraction(t, "weight"), t.fields["weight"]
	switch {
	case !f.Given():
	case f.Num == 0:
		r.fault(n.at, ZeroWeight, "key", fault.Quote(n.name))
		return tally.Fraction{}
	case f.Cmp(one) > 0:
		r.fault(n.at, FractionRange, "key", fault.Quote(n.name), "value", f)
		return tally.Fraction{}
	case f.Den > maxDenominator:
		r.fault(n.at, TooFine, "key", fault.Quote(n.name), "value", fmt.Sprint(f.Den), "limit", maxDenominator)
		return tally.Fraction{}
	}
	return f
}

// whole reports weights that do not add up to 1, at the first of them.
func (r *reader) whole(first *node, weights []tally.Fraction) {
	sum := new(big.Rat)
	for _, w := range weights {
		if !w.Given() {
			return
		}
		sum.Add(sum, w.Rat())
	}
	if sum.Cmp(one.Rat()) != 0 {
		r.fault(first.at, WeightSum, "key", fault.Quote(first.name), "value", sum.RatString())
	}
}

// textUnder is a text that has been read, "" where it is none.
func textUnder(t *node, key string) string {
	if n := t.fields[key]; n != nil && n.kind == unstable.String {
		return n.text
	}
	return ""
}
