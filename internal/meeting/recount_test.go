package meeting

import (
	"fmt"

	"shuping/internal/tally"
)

// recounts says which stack's figures are not those of a plain recount: every sheet
// of the closed bundles and of the open ones, digit by digit, and every pile.
func recounts(s State) error {
	stacks := make([]plainCount, len(s.Round.Stacks))
	for n, st := range s.Round.Stacks {
		stacks[n].digits = make([][10]int, len(st.Tallies))
		stacks[n].piles(s, st.Piles)
	}
	for b := range s.Round.Bundles.Closed() {
		for i, x := range b.Ballots {
			if x.Withdrawn {
				continue
			}
			if x.Missing || x.Doubtful || !stacks[b.Stack].sheet(x) {
				return fmt.Errorf("sheet %d of closed bundle %d says %+v", i+1, b.Number, x)
			}
		}
	}
	for _, h := range s.Round.Hands() {
		for i, x := range h.Bundle.Ballots {
			if !x.Missing && !x.Doubtful && !stacks[h.Bundle.Stack].sheet(x) {
				return fmt.Errorf("sheet %d of the open bundle %d says %+v", i+1, h.Bundle.Number, x)
			}
		}
	}
	voids := make([]int, len(s.Round.Voids))
	for n, st := range s.Round.Stacks {
		plain := stacks[n]
		if plain.valid != st.Valid || sum(plain.voids[:]) != st.Void {
			return fmt.Errorf("stack %d: %d valid and %d void, recounted %d and %d", n, st.Valid, st.Void, plain.valid, sum(plain.voids[:]))
		}
		for i, c := range st.Tallies {
			if got := digitsOf(c); got != plain.digits[i] {
				return fmt.Errorf("stack %d mark %d: %v, recounted %v", n, i+1, got, plain.digits[i])
			}
		}
		for i := range voids {
			if st.Vote > 0 {
				break
			}
			voids[i] += plain.voids[i+1]
		}
	}
	for i, n := range voids {
		if n != s.Round.Voids[i] {
			return fmt.Errorf("%v void by reason, recounted %v", s.Round.Voids, voids)
		}
	}
	return nil
}

// A plainCount is what the sheets of one stack say: for each mark of a sheet how
// often which digit stands there.
type plainCount struct {
	valid  int
	voids  [10]int // by the digit of the reason
	digits [][10]int
}

// sheet counts one sheet, and reports whether it can be one.
func (p *plainCount) sheet(b Ballot) bool {
	if b.Void != 0 {
		p.voids[b.Void]++
		return len(b.Marks) == 0
	}
	if len(b.Marks) != len(p.digits) {
		return false
	}
	p.valid++
	for i, m := range b.Marks {
		p.digits[i][m]++
	}
	return true
}

// piles counts what was counted by piles.
func (p *plainCount) piles(s State, c PileCount) {
	for _, row := range c.Rows {
		for i, n := range row.Numbers {
			switch {
			case row.Row == 0:
				p.voids[i+1] += n
				continue
			case i < s.Plan.Rule.Boxes():
				p.digits[row.Row-1][s.Plan.Rule.Unmarked+i+1] += n
			default:
				p.digits[row.Row-1][7] += n
			}
		}
		if row.Row > 0 {
			p.digits[row.Row-1][9] += row.Blank
			p.digits[row.Row-1][8] += row.Spoiled
		}
	}
	if len(c.Rows) > 0 {
		p.valid += c.Sheets - sum(c.Rows[0].Numbers)
	}
}

// digitsOf is a count by the digit of the mark.
func digitsOf(c tally.Count) [10]int {
	out := [10]int{7: c.Aside, 8: c.Spoiled, 9: c.Blank}
	for d := 1; d <= tally.MaxGrades; d++ {
		out[d] = c.Of(d)
	}
	return out
}

func sum(list []int) int {
	n := 0
	for _, k := range list {
		n += k
	}
	return n
}
