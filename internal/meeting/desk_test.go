package meeting

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// A desk is where the bundles of one pile of paper are keyed by two people and put
// right by what the paper says.
type desk struct {
	t     *testing.T
	s     State
	r     *rand.Rand
	paper [][]Ballot // the bundles
	first []*entered
	one   *typist
	two   *typist
	phase fate            // of what is put right now
	now   int             // the number of the bundle in hand
	slips map[int][]*made // by bundle
}

// newDesk is a desk with a pile of so many sheets, all back from the voters.
func newDesk(t *testing.T, plan string, r *rand.Rand, sheets int) *desk {
	s := play(t, plan)
	s, _ = give(t, s, CountHeads{Expected: sheets, Present: sheets})
	s, _ = give(t, s, IssueSheets{Sheets: sheets})
	s, _ = give(t, s, CollectSheets{Sheets: sheets})
	rows, reasons := len(s.Round.Stacks[0].Tallies), s.Plan.Sheets.Reasons()
	someone := func(name string) *typist {
		return &typist{name, 0.02 + 0.13*r.Float64(), 0.2, r, len(s.Plan.Rule.Scale), rows, reasons}
	}
	d := &desk{t: t, s: s, r: r, one: someone("张三"), two: someone("李四"), slips: map[int][]*made{}}
	pile := make([]Ballot, sheets)
	for i := range pile {
		if r.IntN(30) == 0 {
			pile[i].Void = reasons[r.IntN(len(reasons))]
		} else {
			pile[i].Marks = someMarks(r, rows)
		}
	}
	for bundle := range slices.Chunk(pile, s.Size(0)) {
		d.paper = append(d.paper, bundle)
	}
	return d
}

// give gives an order that must be taken, ask one that may be refused.
func (d *desk) give(o Order) {
	d.t.Helper()
	if r := d.ask(o); r != nil {
		d.t.Fatalf("%#v: %v", o, r)
	}
}

func (d *desk) ask(o Order) *Refusal {
	next, refusal := try(d.s, o)
	d.s = next
	return refusal
}

// slip notes that one was made.
func (d *desk) slip(what slip) *made {
	m := &made{what: what}
	d.slips[d.now] = append(d.slips[d.now], m)
	return m
}

// key has the typist key one sheet of the bundle at the index of the entry; false if
// the program has no room for it.
func (d *desk) key(p *typist, e *entered, bundle []Ballot, sheet, at int) bool {
	said, what := p.keys(bundle[sheet])
	var o Order = EnterBallot{said.Marks}
	if said.Void > 0 {
		o = VoidBallot{said.Void}
	}
	if r := d.ask(o); r != nil {
		if r.Code != BundleFull && r.Code != AllRead {
			d.t.Fatal(r)
		}
		return false
	}
	x := place{said: said, sheet: sheet}
	if what != "" {
		x.made = d.slip(what)
	}
	e.put(at, x)
	return true
}

// read has the typist key a bundle and close it; what the hand count or the size of
// the bundle shows is put right by the paper at once.
func (d *desk) read(p *typist, e *entered, bundle []Ballot, end func(sheets int) Order) {
	for next := 0; ; {
		switch at := e.waits(); {
		case at >= 0: // behind a mended slip
			sheet := e.places[at].sheet
			if !d.key(p, e, bundle, sheet, at) {
				d.t.Fatal("no room in a gap")
			}
			e.right(sheet, d.phase)
		case next == len(bundle):
			sheets := len(bundle)
			if len(e.places) != sheets && e.count == nil && p.r.Float64() < p.hasty {
				sheets, e.count = len(e.places), d.slip(miscounted)
			}
			if d.ask(end(sheets)) == nil {
				return
			}
			d.lookAt(p, e, bundle)
		case p.r.Float64() < p.rate/4:
			e.moved[next] = append(e.moved[next], d.slip(skipped))
			next++
		case !d.key(p, e, bundle, next, len(e.places)):
			d.mendTwice(e, "")
		default:
			if p.r.Float64() < p.rate/4 {
				m := d.slip(twice)
				if e.moved[next] = append(e.moved[next], m); !d.key(p, e, bundle, next, len(e.places)) {
					e.right(next, d.phase) // there is no room for it
				}
			}
			next++
		}
	}
}

// lookAt puts right the first thing that makes an entry longer or shorter than its
// bundle.
func (d *desk) lookAt(p *typist, e *entered, bundle []Ballot) {
	if len(e.places) > len(bundle) {
		d.mendTwice(e, "")
		return
	}
	sheet, at := e.passed(len(bundle))
	if at < len(e.places) {
		if r := d.mendPassed(e, sheet, at, ""); r != nil {
			d.t.Fatal(r)
		}
		return
	}
	if !d.key(p, e, bundle, sheet, at) {
		d.t.Fatal("no room for the last sheet")
	}
	e.right(sheet, d.phase)
}

// mendTwice takes out a sheet that was keyed twice.
func (d *desk) mendTwice(e *entered, of Side) {
	at := e.twice()
	if at < 0 {
		d.t.Fatalf("a sheet too many, and none twice: %v", e.places)
	}
	d.give(MendSlip{at + 1, true, of})
	e.right(e.places[at].sheet, d.phase)
	e.cut(at, d.phase)
}

// mendPassed opens a gap; behind the last place of the program's own entry what does
// not fit falls off.
func (d *desk) mendPassed(e *entered, sheet, at int, of Side) *Refusal {
	if r := d.ask(MendSlip{at + 1, false, of}); r != nil {
		return r
	}
	e.gap(at, sheet, d.places(of), d.phase)
	return nil
}

// places is how many the program has for an entry now.
func (d *desk) places(of Side) int {
	c := d.s.Round.Check
	switch {
	case !c.Under():
		return len(d.s.Round.Bundle.Ballots)
	case of == FirstEntry:
		return len(c.First)
	default:
		return len(c.Second)
	}
}

// readAll is the first pass over the whole pile.
func (d *desk) readAll() {
	d.phase = atHand
	for n, bundle := range d.paper {
		d.now = n + 1
		d.give(OpenBundle{By: d.one.name})
		e := &entered{moved: map[int][]*made{}}
		d.read(d.one, e, bundle, func(sheets int) Order { return CloseBundle{sheets} })
		d.first = append(d.first, e)
		e.same(d.t, fmt.Sprintf("bundle %d", n+1), d.s.Round.Bundles.At(n+1).Ballots)
	}
}

// close ends the count. Where the sums do not close, every bundle is counted by hand
// again, and one that has not as many sheets as were keyed is checked once more.
func (d *desk) close() {
	d.phase = sums
	d.two.hasty = 0
	for d.s.Round.Read() != d.s.Round.Collected {
		var list []int
		for n, bundle := range d.paper {
			if len(d.first[n].places) != len(bundle) {
				list = append(list, n+1)
			}
		}
		if len(list) == 0 {
			d.t.Fatal("every bundle has its sheets, and the sums do not close")
		}
		d.checkAll(list)
		for _, n := range list {
			if settle(sums, d.slips[n]...); d.wrongIn(n) == 0 {
				for _, m := range d.slips[n] {
					if m.fate == through { // then, and no longer
						m.fate = sums
					}
				}
			}
		}
	}
	d.give(CloseCount{By: "王某某"})
	if err := closes(d.s); err != nil {
		d.t.Fatal(err)
	}
	for _, list := range d.slips {
		settle(through, list...)
	}
}

// wrongIn is how many sheets of a bundle count as something else than the paper says,
// or not at all, or twice.
func (d *desk) wrongIn(n int) int {
	list, bundle, wrong := d.s.Round.Bundles.At(n).Ballots, d.paper[n-1], 0
	for i := range max(len(list), len(bundle)) {
		if i >= len(list) || i >= len(bundle) || !sameSheet(list[i], bundle[i]) {
			wrong++
		}
	}
	return wrong
}

// wrong is how many sheets count as something else than the paper says. Where there
// is none, the count is held against the paper, digit by digit.
func (d *desk) wrong() int {
	n := 0
	st := d.s.Round.Stacks[0]
	truth := plainCount{digits: make([][10]int, len(st.Tallies))}
	for b, bundle := range d.paper {
		n += d.wrongIn(b + 1)
		for _, sheet := range bundle {
			truth.sheet(sheet)
		}
	}
	same := truth.valid == st.Valid && sum(truth.voids[:]) == st.Void
	for i, c := range st.Tallies {
		same = same && digitsOf(c) == truth.digits[i]
	}
	if n == 0 && !same {
		d.t.Fatalf("no sheet is wrong, and the count is %+v, not %+v", st, truth)
	}
	return n
}
