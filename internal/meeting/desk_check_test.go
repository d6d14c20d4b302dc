package meeting

import (
	"slices"
)

// checkAll is the second pass: the bundles one after the other, and those again of
// which no more could be read than were collected.
func (d *desk) checkAll(list []int) {
	for patience := 0; len(list) > 0; patience++ {
		n := list[0]
		list = list[1:]
		if !d.check(n, d.paper[n-1]) {
			list = append(list, n)
		}
		if patience > 10*len(d.paper) {
			d.t.Fatalf("bundles %v come to no end", list)
		}
	}
}

// check has the second typist key a bundle, and both put right what differs. It is
// given up where first another bundle has to be put right.
func (d *desk) check(n int, bundle []Ballot) bool {
	was := d.phase
	d.now = n
	d.give(OpenSecond{Bundle: n, By: d.two.name})
	one, two := d.first[n-1], &entered{moved: map[int][]*made{}}
	d.phase = atHand
	d.read(d.two, two, bundle, func(sheets int) Order { return CloseSecond{sheets} })
	d.phase = was
	for len(one.places) != len(two.places) {
		if !d.even(one, two, bundle) {
			d.give(LeaveCheck{"先核对另一束"})
			for _, p := range two.places {
				settle(d.phase, p.made)
			}
			for sheet := range two.moved {
				two.right(sheet, d.phase)
			}
			return false
		}
	}
	stretches := d.stretches(one, two, bundle)
	d.mend(one, two, bundle)
	wrong := d.keyAnew(n, one, two, bundle)
	for _, x := range stretches {
		switch {
		case slices.ContainsFunc(wrong, func(i int) bool { return i >= x.from && i < x.to }):
			settle(through, x.slips...)
		case x.shows:
			settle(d.phase, x.slips...)
		default:
			settle(harmless, x.slips...)
		}
	}
	return true
}

// even mends the slip that makes two entries differ in length; false where the
// program first wants more sheets collected.
func (d *desk) even(one, two *entered, bundle []Ballot) bool {
	long, short, longer, shorter := one, two, FirstEntry, SecondEntry
	if len(one.places) < len(two.places) {
		long, short, longer, shorter = two, one, SecondEntry, FirstEntry
	}
	settle(d.phase, one.count, two.count)
	if len(long.places) > len(bundle) {
		d.mendTwice(long, longer)
		return true
	}
	sheet, at := short.passed(len(bundle))
	if r := d.mendPassed(short, sheet, at, shorter); r != nil {
		if r.Code != AllRead {
			d.t.Fatal(r)
		}
		return false
	}
	short.right(sheet, d.phase)
	return true
}

// A stretch is the places of an entry that slips touch.
type stretch struct {
	slips    []*made
	from, to int
	shows    bool // the entries differ in it, or it does not say what the paper does
}

// stretches holds what the program says differs against what was keyed, and finds
// what every slip touches that is left.
func (d *desk) stretches(one, two *entered, bundle []Ballot) []stretch {
	differs := make([]bool, len(one.places))
	var want, got []int
	for i := range differs {
		a, b := one.places[i], two.places[i]
		if differs[i] = a.waits || b.waits || !sameSheet(a.said, b.said); differs[i] {
			want = append(want, i+1)
		}
	}
	for _, x := range d.s.Round.Check.Differs {
		got = append(got, x.Sheet)
	}
	if !slices.Equal(got, want) {
		d.t.Fatalf("the sheets %v differ, named are %v", want, got)
	}
	var out []stretch
	for _, e := range []*entered{one, two} {
		add := func(slips []*made, from, to int) {
			x := stretch{slips, from, to, false}
			for i := from; i < to; i++ {
				x.shows = x.shows || differs[i] || i >= len(bundle) || !sameSheet(e.places[i].said, bundle[i])
			}
			out = append(out, x)
		}
		for i, p := range e.places {
			if p.made != nil {
				add([]*made{p.made}, i, i+1)
			}
		}
		for sheet, list := range e.moved {
			if from, to, ok := e.strays(sheet); ok {
				add(list, from, to)
				delete(e.moved, sheet)
			}
		}
	}
	return out
}

// mend puts right, where the entries differ or are too long, the slips that moved
// one of them; every other time the two do not see that it was a slip, and key all
// that differs anew.
func (d *desk) mend(one, two *entered, bundle []Ballot) {
	if len(one.places) <= len(bundle) && d.r.IntN(2) == 0 {
		return
	}
	for _, x := range []struct {
		e  *entered
		of Side
	}{{one, FirstEntry}, {two, SecondEntry}} {
		for d.s.Round.Check.Under() && x.e.twice() >= 0 {
			size := len(x.e.places)
			d.mendTwice(x.e, x.of)
			x.e.gap(len(x.e.places), -1, size, d.phase)
			d.trim(one, two)
		}
		for d.s.Round.Check.Under() {
			sheet, at := x.e.passed(len(bundle))
			if at < 0 || at >= len(x.e.places) {
				break
			}
			if r := d.mendPassed(x.e, sheet, at, x.of); r != nil {
				d.t.Fatal(r)
			}
			d.trim(one, two)
		}
	}
}

// trim takes out the last places of both where both wait, as the program does.
func (d *desk) trim(one, two *entered) {
	for n := len(one.places); n > 1 && n == len(two.places) && one.places[n-1].waits && two.places[n-1].waits; n-- {
		one.cut(n-1, d.phase)
		two.cut(n-1, d.phase)
	}
}

// keyAnew settles what differs: each keys it again from the paper, and the
// scrutineer rules by the paper. What counts then may be wrong only where both said
// the same. It is the places that are wrong and that nobody had to key anew.
func (d *desk) keyAnew(n int, one, two *entered, bundle []Ballot) (wrong []int) {
	slips, ruled, anew := map[int][]*made{}, map[int]bool{}, map[int]bool{}
	said := func(of Side, i int) *Ballot {
		if of == FirstEntry {
			return &one.places[i].said
		}
		return &two.places[i].said
	}
	for d.s.Round.Check.Under() {
		side, sheet := d.s.Round.Check.Wants()
		i := sheet - 1
		if side == "" {
			i = d.s.Round.Check.Disputed() - 1
			d.give(RuleSheet{i + 1, bundle[i].Marks, bundle[i].Void, "王某某", "对照票面"})
			ruled[i] = true
			continue
		}
		p := d.one
		if side == SecondEntry {
			p = d.two
		}
		b, what := p.keys(bundle[i])
		d.give(KeyAgain{Sheet: sheet, Of: side, Marks: b.Marks, Void: b.Void})
		if *said(side, i) = b; what != "" {
			slips[i] = append(slips[i], d.slip(again))
		}
		one.places[i].sheet, anew[i] = i, true
	}
	list := d.s.Round.Bundles.At(n).Ballots
	if len(list) != len(one.places) || d.s.Round.Bundles.At(n).Checked != BySecond {
		d.t.Fatalf("bundle %d has %d sheets, keyed were %d", n, len(list), len(one.places))
	}
	for i, now := range list {
		right := i < len(bundle) && sameSheet(now, bundle[i])
		switch {
		case ruled[i] && !right:
			d.t.Fatalf("sheet %d of bundle %d was ruled on by the paper and says %v", i+1, n, now)
		case !ruled[i] && (!sameSheet(now, *said(FirstEntry, i)) || !sameSheet(now, *said(SecondEntry, i))):
			d.t.Fatalf("sheet %d of bundle %d says %v, and not both said so", i+1, n, now)
		case right:
			settle(d.phase, slips[i]...)
		case anew[i]:
			settle(through, slips[i]...)
		default:
			wrong = append(wrong, i)
		}
		one.places[i] = place{said: now, sheet: one.places[i].sheet}
	}
	return wrong
}
