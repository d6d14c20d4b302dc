package meeting

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// A slip that leaves two entries different is caught, whichever it is, and when it
// is mended by what the paper says the count is that of the paper. What gets through
// is what both entries say alike, and nothing else.
func TestSlips(t *testing.T) {
	const meetings = 500
	k := newLedger()
	for seed := range uint64(meetings) {
		r := rand.New(rand.NewPCG(seed, 11))
		d := newDesk(t, []string{"genhe-2023", "five"}[seed%2], r, 20+r.IntN(400))
		d.readAll()
		d.phase = differed
		var all []int
		for n := range d.paper {
			all = append(all, n+1)
		}
		d.checkAll(all)
		d.close()
		k.add(t, d)
	}
	k.report(t)
	for _, what := range []slip{skipped, twice, wrongKey, swapped, wrongVoid, miscounted, again} {
		if n := sum(slices.Collect(maps.Values(k.became[what]))); n < 500 {
			t.Errorf("%s: only %d times", what, n)
		}
	}
	for _, f := range []fate{atHand, differed, sums, harmless, through} {
		if k.fates[f] == 0 {
			t.Errorf("no slip was %s", f)
		}
	}
}

// A ledger is what became of all slips of many meetings.
type ledger struct {
	became map[slip]map[fate]int
	fates  map[fate]int
	sheets int
	wrong  int // of them, those that do not count as the paper says
	clean  int // meetings in which there is none
	dirty  int
}

func newLedger() *ledger {
	return &ledger{became: map[slip]map[fate]int{}, fates: map[fate]int{}}
}

// add takes one meeting. Where and only where a slip got through a sheet counts
// wrongly.
func (k *ledger) add(t *testing.T, d *desk) {
	got := 0
	for _, m := range slices.Concat(slices.Collect(maps.Values(d.slips))...) {
		if k.became[m.what] == nil {
			k.became[m.what] = map[fate]int{}
		}
		k.became[m.what][m.fate]++
		k.fates[m.fate]++
		if m.fate == through {
			got++
		}
	}
	n := d.wrong()
	if (n > 0) != (got > 0) {
		t.Errorf("%d slips got through, and %d sheets count wrongly", got, n)
	}
	k.sheets, k.wrong = k.sheets+d.s.Round.Collected, k.wrong+n
	if n > 0 {
		k.dirty++
	} else {
		k.clean++
	}
}

func (k *ledger) report(t *testing.T) {
	for _, what := range slices.Sorted(maps.Keys(k.became)) {
		t.Logf("%5d × %s: %v", sum(slices.Collect(maps.Values(k.became[what]))), what, k.became[what])
	}
	t.Logf("%d sheets, %d slips: %v; %d sheets count wrongly, in %d meetings of %d",
		k.sheets, sum(slices.Collect(maps.Values(k.fates))), k.fates, k.wrong, k.dirty, k.dirty+k.clean)
}
