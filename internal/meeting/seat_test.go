package meeting

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"shuping/internal/tally"
)

// A meeting with one seat is recorded in the same bytes whether a script holds it, which
// speaks for every seat, or the console.
func TestOneSeatWritesTheSame(t *testing.T) {
	for _, file := range transcripts(t) {
		src, err := os.ReadFile(file)
		must(t, err)
		script, want, _ := strings.Cut(string(src), "\n----\n")
		if strings.HasSuffix(file, "/seats.txt") {
			continue
		}
		if got := holdAt(t, "", script).said.String(); got != want {
			t.Errorf("%s differs, first in line %d", file, firstDifference(got, want))
		}
	}
}

// seats are those of the laws: the console and two more.
var seats = []Seat{"", "a", "b"}

// seated is a meeting of which each seat has a bundle open, numbered in their order.
func seated(t testing.TB, sheets int) State {
	s := play(t, "five", fmt.Sprintf("attend expected=%d present=%[1]d", sheets), fmt.Sprint("issue ", sheets), fmt.Sprint("collect ", sheets))
	for _, seat := range seats {
		s, _ = give(t, s.Seated(seat), OpenBundle{By: "录入" + string(seat)})
	}
	return s.Seated("")
}

// someEntry is what somebody keys at a seat, to the end of his bundle, and the sheets
// that it comes to. Two are wrong with it in places: a sheet taken back, one passed
// over, one in doubt.
func someEntry(t *rapid.T) (out []Order, sheets []Ballot) {
	for i := range rapid.IntRange(1, 3).Draw(t, "sheets") {
		one := Ballot{Marks: slices.Repeat([]tally.Mark{tally.Mark(rapid.IntRange(1, 4).Draw(t, "mark"))}, 5)}
		keyed := []Order{EnterBallot{one.Marks}}
		switch rapid.IntRange(0, 4).Draw(t, "how") {
		case 0:
			keyed = []Order{SetAside{}, TakeBack{}, EnterBallot{one.Marks}}
		case 1:
			one.Ruled = &Ruling{By: "监票人"}
			keyed = []Order{SetAside{}, Settle{Place: i + 1, Marks: one.Marks, By: "监票人"}}
		case 2:
			one = Ballot{Void: 1}
			keyed = []Order{VoidBallot{1}}
		case 3:
			if i == 2 { // the bundle is full, and its last sheet would fall off
				break
			}
			keyed = append(keyed, MendSlip{Sheet: i + 1}, EnterBallot{one.Marks}, MendSlip{Sheet: i + 1, Doubled: true})
		}
		out, sheets = append(out, keyed...), append(sheets, one)
	}
	return append(out, CloseBundle{len(sheets)}), sheets
}

// readAgain is a second entry of sheets, one of them read otherwise at first.
func readAgain(t *rapid.T, bundle int, sheets []Ballot) []Order {
	wrong := rapid.IntRange(0, len(sheets)-1).Draw(t, "wrong")
	out := []Order{OpenSecond{Bundle: bundle, By: "复核人"}}
	for i, b := range sheets {
		switch {
		case i == wrong && b.Void == 0:
			out = append(out, VoidBallot{2})
		case b.Void > 0:
			out = append(out, VoidBallot{b.Void})
		default:
			out = append(out, EnterBallot{b.Marks})
		}
	}
	out = append(out, CloseSecond{len(sheets)})
	if b := sheets[wrong]; b.Void == 0 {
		out = append(out, KeyAgain{Sheet: wrong + 1, Of: FirstEntry, Marks: b.Marks}, KeyAgain{Sheet: wrong + 1, Of: SecondEntry, Marks: b.Marks})
	}
	return out
}

// A told is one order from one seat.
type told struct {
	seat  Seat
	order Order
}

// shuffled is what the seats do, in any order that keeps that of each seat.
func shuffled(t *rapid.T, bySeat [][]Order) (out []told) {
	next := make([]int, len(bySeat))
	for {
		var left []int
		for i := range bySeat {
			if next[i] < len(bySeat[i]) {
				left = append(left, i)
			}
		}
		if len(left) == 0 {
			return out
		}
		i := pick(t, "seat", left)
		out = append(out, told{seats[i], bySeat[i][next[i]]})
		next[i]++
	}
}

// heldBySeats is s after the orders. After each one all sums hold, nothing that another seat
// has in hand has changed, the count does not close while anything is in hand, and what
// was recorded is the state again.
func heldBySeats(t *rapid.T, s State, list []told) State {
	again := s
	for _, x := range list {
		before := s
		after, taken, err := Try(s.Seated(x.seat), Person{Role: "recorder"}, noon, x.order)
		if err != nil {
			t.Fatalf("%q %#v: %v", x.seat, x.order, err)
		}
		s = after.Seated("")
		for _, e := range taken[0] {
			kind, body := Encode(e.Deed)
			if again, err = Follow(again, kind, body, e.Who, e.At); err != nil {
				t.Fatalf("%s %s: %v", kind, body, err)
			}
		}
		if !reflect.DeepEqual(again, s) {
			t.Fatalf("%#v is another state when it is opened again", x.order)
		}
		if err := closes(s); err != nil {
			t.Fatalf("after %#v: %v", x.order, err)
		}
		for _, seat := range seats {
			if was, is := before.Seated(seat).Round.own(), s.Seated(seat).Round.own(); seat != x.seat && !reflect.DeepEqual(was, is) {
				t.Fatalf("%q %#v changed what %q has in hand", x.seat, x.order, seat)
			}
		}
		if hands := s.Round.Hands(); len(hands) > 0 {
			_, err := Decide(s, Command{At: noon, Order: CloseCount{By: "监票人"}})
			r, refused := err.(*Refusal)
			if several := len(hands) > 1 || hands[0].Seat != ""; !refused || several && (r.Code != SeatsBusy || !reflect.DeepEqual(r.Values["bundles"], listOf(hands, Hand.String))) {
				t.Fatalf("the count closes over %v: %v", hands, err)
			}
		}
	}
	return s
}

// Whatever way the seats' work falls together, it comes to the same as one seat after
// the other: counts, bundles under the numbers that they were opened as, and checks.
func TestSeatsCommute(t *testing.T) {
	start := seated(t, 12)
	rapid.Check(t, func(t *rapid.T) {
		first, sheets := make([][]Order, len(seats)), make([][]Ballot, len(seats))
		for i := range seats {
			first[i], sheets[i] = someEntry(t)
		}
		again := make([][]Order, len(seats))
		for i := range seats {
			of := (i + 1) % len(seats)
			again[i] = readAgain(t, of+1, sheets[of])
		}
		held := func(s State, mix func([][]Order) []told) State {
			return heldBySeats(t, heldBySeats(t, s, mix(first)), mix(again))
		}
		one := held(start, func(list [][]Order) (out []told) {
			for i, orders := range list {
				for _, o := range orders {
					out = append(out, told{seats[i], o})
				}
			}
			return out
		})
		other := held(start, func(list [][]Order) []told { return shuffled(t, list) })
		for i, seat := range seats {
			b, closed := other.Round.Bundles.Find(i + 1)
			if !closed || b.Seat != seat || b.By != "录入"+string(seat) || !reflect.DeepEqual(packedBallots(b.Ballots), packedBallots(one.Round.Bundles.At(i+1).Ballots)) {
				t.Fatalf("bundle %d is %+v", i+1, b)
			}
		}
		one.Trail, other.Trail = Trail{}, Trail{}
		one.Round.Bundle, other.Round.Bundle = Bundle{}, Bundle{}
		if !reflect.DeepEqual(one, other) {
			t.Fatalf("one after the other:\n%s\ntogether:\n%s", written(one), written(other))
		}
	})
}

// What a second keyer is given is the same whatever was keyed first, and no other seat
// misses anything.
func TestASecondKeyerIsBlind(t *testing.T) {
	start := seated(t, 9)
	rapid.Check(t, func(t *rapid.T) {
		second := func(first []Ballot) State {
			var list []told
			for _, b := range first {
				list = append(list, told{"a", map[bool]Order{true: VoidBallot{b.Void}, false: EnterBallot{b.Marks}}[b.Void > 0]})
			}
			list = append(list, told{"a", CloseBundle{len(first)}}, told{"", EnterBallot{[]tally.Mark{1, 2, 1, 2, 1}}},
				told{"b", EnterBallot{[]tally.Mark{2, 2, 2, 2, 2}}}, told{"b", CloseBundle{1}}, told{"b", OpenSecond{Bundle: 2, By: "复核人"}},
				told{"b", EnterBallot{[]tally.Mark{3, 3, 3, 3, 3}}})
			return heldBySeats(t, start, list)
		}
		size := rapid.IntRange(1, 3).Draw(t, "sheets")
		any := func() (out []Ballot) {
			for range size {
				out = append(out, pick(t, "sheet", []Ballot{{Void: 1}, {Void: 2}, {Marks: []tally.Mark{1, 1, 4, 1, 9}}, {Marks: []tally.Mark{4, 3, 2, 8, 1}}}))
			}
			return out
		}
		one, other := second(any()), second(any())
		for _, seat := range []Seat{"", "a"} {
			if !reflect.DeepEqual(one.Shown(seat), one.Seated(seat)) {
				t.Fatalf("%q misses something", seat)
			}
		}
		a, b := one.Shown("b"), other.Shown("b")
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("one:\n%s\nother:\n%s", written(a), written(b))
		}
		if a.Round.Read() != one.Round.Read() || len(a.Round.Check.Second) != 1 || a.Round.Bundles.At(2).Sheets() != size {
			t.Fatalf("%d sheets are read, and %d are shown", one.Round.Read(), a.Round.Read())
		}
	})
}

// Behind the comparison too: of what the first person keyed anew only that he did.
func TestASecondKeyerStaysBlind(t *testing.T) {
	const five = " 1 1 1 1 1"
	script := []string{"attend expected=3 present=3", "issue 3", "collect 3",
		"bundle by=一 seat=a", "b" + five, "b 4 4 4 4 4", "close-bundle 2",
		"bundle by=三", "b" + five + " bundle=2",
		"second 1 by=二 seat=b", "b" + five + " bundle=1", "b" + five + " bundle=1", "close-second 2 bundle=1",
		"rekey 2 3 3 3 3 3 of=first bundle=1"}
	s := play(t, "five", script...).Shown("b")
	c := s.Round.Check
	side, sheet := c.Wants()
	if !c.Comparing() || side != SecondEntry || sheet != 2 {
		t.Errorf("%q is wanted of sheet %d", side, sheet)
	}
	if told := fmt.Sprint(c.First, c.Differs[0].First, s.Round.Bundles.At(1).Ballots, s.Round.Counts[0].Of(3), s.Round.Counts[0].Of(4)); strings.ContainsAny(told, "34") || s.Round.Counts[0].Of(1) != 1 {
		t.Errorf("the second keyer is told %s", told)
	}
}
