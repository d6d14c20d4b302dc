package meeting

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A draw's worth: what spot checks found beside what chance says that they should.
type worth struct {
	bundles, sheets       int     // that were read wrongly at first
	drawn                 int     // sheets, in first draws
	hit, found            int     // of the bundles and sheets, those that the first draw showed
	hits, finds           float64 // how many of them chance gives it to show
	hitSpread, findSpread float64 // and how far it may miss that, squared
	draws                 int
	left                  int // sheets that were wrong when no draw showed any more
}

// chance adds what a draw of m out of n sheets shows, of which so many are wrong.
func (w *worth) chance(n, m, wrong int) {
	none := 1.0 // of all draws, those that show none: C(n−wrong, m) / C(n, m)
	for i := range m {
		none *= float64(max(0, n-wrong-i)) / float64(n-i)
	}
	share := float64(wrong) / float64(n)
	w.hits, w.hitSpread = w.hits+1-none, w.hitSpread+none*(1-none)
	w.finds += float64(m) * share
	if n > 1 {
		w.findSpread += float64(m) * share * (1 - share) * float64(n-m) / float64(n-1)
	}
}

// spot draws from a bundle until a draw shows nothing, and puts right by the paper
// what the draws show.
func (d *desk) spot(n int, w *worth) {
	bundle, wrong := d.paper[n-1], d.wrongIn(n)
	for tried := 0; ; tried++ {
		if tried > 200 {
			d.t.Fatalf("bundle %d is drawn without end", n)
		}
		dice := make([]byte, leastDice)
		for i := range dice {
			dice[i] = '1' + byte(d.r.IntN(6))
		}
		if r := d.ask(DrawSpot{n, d.one.name, string(dice), ""}); r != nil { // rolled the same again
			if r.Code != BadDice {
				d.t.Fatal(r)
			}
			continue
		}
		w.draws++
		drawn := slices.Clone(d.s.Round.Check.Drawn)
		for _, sheet := range drawn {
			e := &entered{}
			if !d.key(d.two, e, bundle, sheet-1, 0) {
				d.t.Fatal("no room for a drawn sheet")
			}
		}
		d.give(CloseSecond{len(drawn)})
		for d.s.Round.Check.Under() {
			sheet := d.s.Round.Check.Disputed()
			b := bundle[sheet-1]
			d.give(RuleSheet{sheet, b.Marks, b.Void, "王某某", "对照票面"})
		}
		now := d.wrongIn(n)
		if tried == 0 && wrong > 0 {
			w.bundles, w.sheets, w.drawn = w.bundles+1, w.sheets+wrong, w.drawn+len(drawn)
			w.found += wrong - now
			if now < wrong {
				w.hit++
			}
			w.chance(len(bundle), len(drawn), wrong)
		}
		if b := d.s.Round.Bundles.At(n); b.Checked == BySpot {
			w.left += now
			return
		} else if !b.Found {
			d.t.Fatalf("bundle %d was put right and need not be drawn anew", n)
		}
	}
}

// A draw finds what chance lets it find, and no more: a second entry reads every
// sheet. What it shows is put right, and the bundle is drawn anew until a draw shows
// nothing.
func TestDraws(t *testing.T) {
	const meetings = 400
	var w worth
	sheets := 0
	for seed := range uint64(meetings) {
		r := rand.New(rand.NewPCG(seed, 12))
		d := newDesk(t, "genhe-2023", r, 20+r.IntN(400))
		d.one.hasty, d.two.rate = 0, 0.01
		d.readAll()
		for n := range d.paper {
			d.spot(n+1, &w)
		}
		d.give(CloseCount{By: "王某某"})
		if err := closes(d.s); err != nil {
			t.Fatal(err)
		}
		sheets += d.s.Round.Collected
	}
	t.Logf("%d sheets; %d were read wrongly, in %d bundles", sheets, w.sheets, w.bundles)
	t.Logf("first draws (%d sheets of those bundles): %d bundles hit (%.1f %%), by chance %.1f; %d sheets found (%.1f %%), by chance %.1f",
		w.drawn, w.hit, 100*float64(w.hit)/float64(w.bundles), w.hits, w.found, 100*float64(w.found)/float64(w.sheets), w.finds)
	t.Logf("in the end, after %d draws, %d sheets were left wrong (%.1f %%)", w.draws, w.left, 100*float64(w.left)/float64(w.sheets))
	if off := math.Abs(float64(w.hit) - w.hits); off > 4*math.Sqrt(w.hitSpread) {
		t.Errorf("%d bundles were hit, chance gives %.1f ± %.1f", w.hit, w.hits, math.Sqrt(w.hitSpread))
	}
	if off := math.Abs(float64(w.found) - w.finds); off > 4*math.Sqrt(w.findSpread) {
		t.Errorf("%d sheets were found, chance gives %.1f ± %.1f", w.found, w.finds, math.Sqrt(w.findSpread))
	}
}
