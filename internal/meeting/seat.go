package meeting

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Seat is where sheets are keyed: the console is "", any other has a name. Each seat
// has one bundle in hand, or the check of one, and an order about a sheet that comes
// from it is about that.
type Seat string

// EverySeat speaks for all of them, as a script does. Its orders about a sheet name
// their bundle ([On]) once more than one is in hand.
const EverySeat Seat = "*"

// mostSeat is how long the name of a seat may be.
const mostSeat = 20

// A Hand is what a seat has in hand: a bundle that it keys, or a check.
type Hand struct {
	Seat   Seat
	Bundle Bundle
	Check  Check
}

// Number is that of the bundle that is keyed or checked, 0 where none is.
func (h Hand) Number() int {
	switch {
	case h.Check.Under():
		return h.Check.Bundle
	case h.Bundle.Open:
		return h.Bundle.Number
	default:
		return 0
	}
}

// String is the number and the seat, which the console has none of.
func (h Hand) String() string {
	if h.Seat == "" {
		return strconv.Itoa(h.Number())
	}
	return fmt.Sprintf("%d (%s)", h.Number(), h.Seat)
}

// Seated is s as the seat has it: what the round calls the bundle and the check in hand are
// its own. Nothing else differs, and no sum does.
func (s State) Seated(seat Seat) State {
	s.every = seat == EverySeat
	if s.every {
		seat = ""
	}
	s.Round = s.Round.at(seat)
	return s
}

func (s State) seat() Seat {
	if s.every {
		return EverySeat
	}
	return s.Round.Seat
}

func (r Round) at(seat Seat) Round {
	if seat == r.Seat {
		return r
	}
	find := func(list []Hand, seat Seat) (int, bool) {
		return slices.BinarySearchFunc(list, seat, func(h Hand, s Seat) int { return cmp.Compare(h.Seat, s) })
	}
	next, others := Hand{Seat: seat}, slices.Clone(r.Beside)
	if i, there := find(others, seat); there {
		next = others[i]
		others = slices.Delete(others, i, i+1)
	}
	if own := r.own(); own.Number() > 0 || own.Seat == "" && own.Bundle.Number > 0 {
		i, _ := find(others, own.Seat)
		others = slices.Insert(others, i, own)
	}
	if len(others) == 0 {
		others = nil
	}
	r.Seat, r.Bundle, r.Check, r.Beside = next.Seat, next.Bundle, next.Check, others
	return r
}

func (r Round) own() Hand { return Hand{r.Seat, r.Bundle, r.Check} }

// all is what each seat has in hand, or had last.
func (r Round) all() iter.Seq[Hand] {
	return func(yield func(Hand) bool) {
		if !yield(r.own()) {
			return
		}
		for _, h := range r.Beside {
			if !yield(h) {
				return
			}
		}
	}
}

// Hands is what the seats have in hand now, by the numbers of the bundles.
func (r Round) Hands() []Hand {
	var out []Hand
	for h := range r.all() {
		if h.Number() > 0 {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b Hand) int { return a.Number() - b.Number() })
	return out
}

// hand is who has the bundle in hand, as it is keyed or as it is checked.
func (r Round) hand(bundle int) (Hand, error) {
	for h := range r.all() {
		if bundle > 0 && h.Number() == bundle {
			return h, nil
		}
	}
	return Hand{}, refuse(NotInHand, "bundle", bundle)
}

// only is what is in hand alone; nothing where nothing is. Where more is, nobody
// guesses.
func (r Round) only() (Hand, error) {
	if len(r.Beside) == 0 {
		return r.own(), nil
	}
	switch list := r.Hands(); len(list) {
	case 0:
		return Hand{}, nil
	case 1:
		return list[0], nil
	default:
		return Hand{}, refuse(Ambiguous, "bundles", listOf(list, Hand.String))
	}
}

// On is an order about a sheet that names its bundle.
type On struct {
	Bundle int
	Order  Order // that [isOfSheet]
}

func (o On) decide(s State) ([]Deed, error) { return o.Order.decide(s) }

// isOfSheet reports whether an order is about what a seat has in hand.
func isOfSheet(o Order) bool {
	switch o.(type) {
	case EnterBallot, VoidBallot, SetAside, TakeBack, Settle, MendSlip, CloseBundle, CloseSecond, KeyAgain, RuleSheet, LeaveCheck:
		return true
	default:
		return false
	}
}

// turned is s as the seat has it that an order is about.
func (s State) turned(o Order) (State, error) {
	switch o := o.(type) {
	case On:
		h, err := s.Round.hand(o.Bundle)
		switch {
		case err != nil:
			return s, err
		case !s.every && h.Seat != s.Round.Seat:
			return s, refuse(NotYourBundle, "bundle", o.Bundle)
		}
		return s.Seated(h.Seat), nil
	case OpenBundle:
		return s.begun(o.Seat)
	case OpenSecond:
		return s.begun(o.Seat)
	case DrawSpot:
		return s.begun(o.Seat)
	}
	switch {
	case !isOfSheet(o):
		return s.Seated(""), nil
	case !s.every:
		return s, nil
	}
	h, err := s.Round.only()
	return s.Seated(h.Seat), err
}

// begun is s as the seat has it at which something is begun. A seat begins for itself.
func (s State) begun(seat Seat) (State, error) {
	switch {
	case s.every:
		return s.Seated(seat), checkSeat(seat)
	case seat != "" && seat != s.Round.Seat:
		return s, refuse(NotYourSeat, "seat", string(seat))
	default:
		return s, checkSeat(s.Round.Seat)
	}
}

// checkSeat refuses what cannot be the name of a seat.
func checkSeat(seat Seat) error {
	if strings.ContainsAny(string(seat), "*()") {
		return refuse(BadSeat, "seat", string(seat))
	}
	return checkLine(string(seat), mostSeat)
}

// seatOf is the seat that a deed is of, and a refusal of one that names no bundle, or
// none in hand, where that leaves it open.
func (r Round) seatOf(d Deed) (Seat, error) {
	switch d := d.(type) {
	case BundleOpened:
		return d.Seat, nil
	case SecondOpened:
		return d.Seat, nil
	case SpotDrawn:
		return d.Seat, nil
	}
	n, held := bundleOf(d)
	switch {
	case !held:
		return "", nil
	case n == 0:
		h, err := r.only()
		return h.Seat, err
	default:
		h, err := r.hand(n)
		return h.Seat, err
	}
}

// bundleOf is the bundle in hand that a deed is about, 0 for the only one; false where
// it is about none.
func bundleOf(d Deed) (n int, held bool) {
	switch d := d.(type) {
	case BallotEntered:
		return d.Bundle, true
	case BallotVoided:
		return d.Bundle, true
	case BallotSetAside:
		return d.Bundle, true
	case BallotTakenBack:
		return d.Bundle, true
	case BallotSettled:
		return d.Bundle, true
	case SlipMended:
		return d.Bundle, true
	case SecondBallot:
		return d.Bundle, true
	case SecondTakenBack:
		return d.Bundle, true
	case SheetKeyedAgain:
		return d.Bundle, true
	case SheetRuled:
		return d.Bundle, true
	case BundleClosed:
		return d.Bundle, true
	case SecondCompared:
		return d.Bundle, true
	case BundleChecked:
		return d.Bundle, true
	case DrawCorrected:
		return d.Bundle, true
	case CheckLeft:
		return d.Bundle, true
	default:
		return 0, false
	}
}

// named is the deed with the number of its bundle, which a deed about a sheet has only
// while more than one thing is in hand.
func named(d Deed, n int) Deed {
	switch d := d.(type) {
	case BallotEntered:
		d.Bundle = n
		return d
	case BallotVoided:
		d.Bundle = n
		return d
	case BallotSetAside:
		d.Bundle = n
		return d
	case BallotTakenBack:
		d.Bundle = n
		return d
	case BallotSettled:
		d.Bundle = n
		return d
	case SlipMended:
		d.Bundle = n
		return d
	case SecondBallot:
		d.Bundle = n
		return d
	case SecondTakenBack:
		d.Bundle = n
		return d
	case SheetKeyedAgain:
		d.Bundle = n
		return d
	case SheetRuled:
		d.Bundle = n
		return d
	default:
		return d
	}
}

// A Keyer is who keyed something, and where.
type Keyer struct {
	By   string
	Seat Seat
}

// HandBundle gives what is in hand to somebody else, or to another seat: the one that
// had it went away.
type HandBundle struct {
	Bundle int
	By     string
	Seat   Seat
}

// BundleHanded says who goes on with a bundle or its check, and where.
type BundleHanded struct {
	Bundle int    `json:"bundle"`
	By     string `json:"by"`
	Seat   Seat   `json:"seat,omitempty"`
}

func (o HandBundle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	h, err := s.Round.hand(o.Bundle)
	if err != nil {
		return nil, err
	}
	if isBlank(o.By) {
		return nil, refuse(MissingArgument, "command", "hand", "argument", "by")
	}
	if err := cmp.Or(s.checkPerson(o.By), checkSeat(o.Seat)); err != nil {
		return nil, err
	}
	if b, _ := s.Round.Bundles.Find(o.Bundle); h.Check.Way == BySecond {
		if err := s.anotherReader(b, o.By, o.Seat); err != nil {
			return nil, err
		}
	}
	d := BundleHanded(o)
	return []Deed{d}, d.fits(s)
}

func (BundleHanded) Kind() string { return "bundle-handed" }

func (d BundleHanded) fits(s State) error {
	h, err := s.Round.hand(d.Bundle)
	switch by := h.Bundle.By; {
	case err != nil:
		return err
	case d.Seat != h.Seat:
		return s.Seated(d.Seat).idle()
	case h.Check.Under() && d.By == h.Check.By, !h.Check.Under() && d.By == by:
		return refuse(Unchanged)
	default:
		return nil
	}
}

func (d BundleHanded) apply(s State, _ time.Time) State {
	h, err := s.Round.hand(d.Bundle)
	if err != nil {
		return s
	}
	was := s.seat()
	s = s.Seated(h.Seat)
	if c := h.Check; c.Under() {
		c.Before, c.By = append(c.Before[:len(c.Before):len(c.Before)], Keyer{c.By, h.Seat}), d.By
		s.Round.Check = Check{}
		s = s.Seated(d.Seat)
		s.Round.Check = c
		return s.Seated(was)
	}
	b := h.Bundle
	b.Before, b.By = append(b.Before[:len(b.Before):len(b.Before)], Keyer{b.By, h.Seat}), d.By
	s.Round.Bundle = Bundle{}
	s = s.Seated(d.Seat)
	s.Round.Bundle = b
	return s.Seated(was)
}

// anotherReader refuses a second reading by whoever keyed some of the bundle first, or
// at a seat where that was done. Several people may come to the console.
func (s State) anotherReader(b ClosedBundle, by string, seat Seat) error {
	for _, k := range append(b.Before[:len(b.Before):len(b.Before)], Keyer{b.By, b.Seat}) {
		switch {
		case k.By != "" && s.samePerson(by, k.By):
			return refuse(SamePerson, "bundle", b.Number, "by", by)
		case k.Seat != "" && k.Seat == seat:
			return refuse(SameSeat, "bundle", b.Number, "seat", string(seat))
		}
	}
	return nil
}

// names are those of the keyers and of the last one, each once.
func names(before []Keyer, last string) []string {
	var out []string
	for _, k := range append(before[:len(before):len(before)], Keyer{By: last}) {
		if k.By != "" && !slices.Contains(out, k.By) {
			out = append(out, k.By)
		}
	}
	return out
}

// Keyers are those who keyed the bundle, in their order; more than one where it was
// handed on.
func (b ClosedBundle) Keyers() []string { return names(b.Before, b.By) }

// Checkers are those who confirmed it, in their order.
func (b ClosedBundle) Checkers() []string { return names(b.CheckedBefore, b.CheckedBy) }
