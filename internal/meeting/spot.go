package meeting

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"time"
)

// DrawSpot begins a spot check of a closed bundle: a fifth of its sheets, at least
// five, drawn by dice that were rolled in the room and typed in, so that nobody
// chose which.
type DrawSpot struct {
	Bundle int
	By     string // who reads the drawn sheets again
	Dice   string // what was rolled, digits 1 to 6
	Seat   Seat   // where they are read
}

// SpotDrawn carries the dice and the sheets that follow from them.
type SpotDrawn struct {
	Bundle int    `json:"bundle"`
	By     string `json:"by"`
	Dice   string `json:"dice"`
	Draw   int    `json:"draw"` // which one of this bundle it is, from 1
	Sheets []int  `json:"sheets"`
	Seat   Seat   `json:"seat,omitempty"`
}

// A Spot is one spot check of a bundle, also one that was given up.
type Spot struct {
	By, Dice string
	Sheets   []int // that were drawn
	Wrong    []int // of them, those that were read wrongly
}

// missed is the bundle after a draw that found sheets read wrongly.
func (b ClosedBundle) missed(sheets []int) ClosedBundle {
	if n := len(b.Spots) - 1; n >= 0 {
		last := b.Spots[n]
		last.Wrong = sheets
		b.Spots = listWith(b.Spots, n, last)
	}
	return b
}

// The dice of a draw: at least five rolls, 7776 ways to fall.
const (
	leastDice = 5
	mostDice  = 40
)

func (o DrawSpot) decide(s State) ([]Deed, error) {
	b, err := s.checkable(o.Bundle)
	if err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "spot", "argument", "by")
	}
	if err := s.checkPerson(o.By); err != nil {
		return nil, err
	}
	if !areDice(o.Dice) || o.Dice == b.Dice {
		return nil, refuse(BadDice, "dice", o.Dice, "least", leastDice)
	}
	draw := b.Draws + 1
	sheets := Drawn(s.Round.Number, o.Bundle, draw, o.Dice, len(b.Ballots))
	return []Deed{SpotDrawn{o.Bundle, o.By, o.Dice, draw, sheets, s.Round.Seat}}, nil
}

func areDice(text string) bool {
	for _, c := range text {
		if c < '1' || c > '6' {
			return false
		}
	}
	return len(text) >= leastDice && len(text) <= mostDice
}

// Sample is how many of n sheets a spot check draws: a fifth, rounded up, and at
// least five, or all where there are fewer.
func Sample(n int) int { return min(n, max((n+4)/5, 5)) }

// Drawn are the sheets, of n in a bundle, that the dice choose, in their order.
// Anybody can work it out again. The dice give a row of numbers: number I, from 0, is
// the first eight bytes, big-endian, of the SHA-256 of the text
// "shuping/draw/1 ROUND BUNDLE DRAW DICE I". A number is divided by how many sheets
// are left, and its remainder, from 0, is the place of the next sheet among them. So
// that every sheet is as likely, a number is passed over where fewer numbers than
// there are sheets follow up to 2⁶⁴.
func Drawn(round, bundle, draw int, dice string, n int) []int {
	left := make([]int, n)
	for i := range left {
		left[i] = i + 1
	}
	var out []int
	for i := 0; len(out) < Sample(n); i++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "shuping/draw/1 %d %d %d %s %d", round, bundle, draw, dice, i))
		x, size := binary.BigEndian.Uint64(sum[:8]), uint64(len(left))
		if rest := (^uint64(0)%size + 1) % size; x > ^uint64(0)-rest {
			continue // rest is 2⁶⁴ mod size
		}
		at := int(x % size)
		out = append(out, left[at])
		left = slices.Delete(left, at, at+1)
	}
	slices.Sort(out)
	return out
}

func (SpotDrawn) Kind() string { return "spot-drawn" }

func (d SpotDrawn) fits(s State) error {
	if err := s.counting(); err != nil {
		return err
	}
	b, err := s.checkable(d.Bundle)
	if err != nil {
		return err
	}
	if want := Drawn(s.Round.Number, d.Bundle, d.Draw, d.Dice, len(b.Ballots)); d.Draw != b.Draws+1 || !slices.Equal(want, d.Sheets) {
		return refuse(BadDice, "dice", d.Dice, "least", leastDice)
	}
	return nil
}

func (d SpotDrawn) apply(s State, _ time.Time) State {
	b := s.Round.Bundles.At(d.Bundle)
	b.Draws, b.Dice = d.Draw, d.Dice
	b.Spots = append(b.Spots[:len(b.Spots):len(b.Spots)], Spot{By: d.By, Dice: d.Dice, Sheets: d.Sheets})
	s.Round.Bundles = s.Round.Bundles.with(b)
	c := Check{Bundle: d.Bundle, Way: BySpot, By: d.By, FirstBy: b.By, Draw: d.Draw, Drawn: d.Sheets}
	for _, sheet := range d.Sheets {
		c.First = append(c.First, b.Ballots[sheet-1])
	}
	s.Round.Check = c
	return s
}
