package meeting

import (
	"math/rand/v2"
	"slices"
	"testing"

	"shuping/internal/tally"
)

// A slip of somebody who keys sheets.
type slip string

const (
	skipped    slip = "a sheet passed over"
	twice      slip = "a sheet keyed twice"
	wrongKey   slip = "a wrong key"
	swapped    slip = "two subjects exchanged"
	wrongVoid  slip = "a void sheet keyed as valid, or a valid one as void"
	miscounted slip = "a bundle not counted, but said to have as many as were keyed"
	again      slip = "a differing sheet keyed anew wrongly"
)

// A fate is what became of a slip.
type fate string

const (
	atHand   fate = "mended before the bundle closed"
	differed fate = "caught because the entries differed"
	sums     fate = "caught because the sums did not close"
	harmless fate = "harmless"
	through  fate = "got through"
)

// made is one slip that was made, and its fate once that is known.
type made struct {
	what slip
	fate fate
}

// A typist keys bundles of paper, and now and then slips.
type typist struct {
	name    string
	rate    float64 // slips for each sheet
	hasty   float64 // how often a bundle is not counted
	r       *rand.Rand
	grades  int
	rows    int
	reasons []int
}

// keys is one sheet as the typist keys it, and the slip in it.
func (p *typist) keys(sheet Ballot) (Ballot, slip) {
	if p.r.Float64() >= p.rate {
		return sheet, ""
	}
	n := p.r.IntN(10)
	switch {
	case sheet.Void > 0 && n < 5:
		return Ballot{Void: p.reasons[(1+slices.Index(p.reasons, sheet.Void))%len(p.reasons)]}, wrongKey
	case sheet.Void > 0:
		return Ballot{Marks: someMarks(p.r, p.rows)}, wrongVoid
	case n == 0:
		return Ballot{Void: p.reasons[p.r.IntN(len(p.reasons))]}, wrongVoid
	}
	list, i := slices.Clone(sheet.Marks), p.r.IntN(p.rows)
	if j := (i + 1) % p.rows; n < 4 && list[i] != list[j] {
		list[i], list[j] = list[j], list[i]
		return Ballot{Marks: list}, swapped
	}
	keys := []tally.Mark{tally.Spoiled, tally.Blank}
	for g := 1; g <= p.grades; g++ {
		keys = append(keys, tally.Mark(g))
	}
	keys = slices.DeleteFunc(keys, func(m tally.Mark) bool { return m == list[i] })
	list[i] = keys[p.r.IntN(len(keys))]
	return Ballot{Marks: list}, wrongKey
}

// someMarks are those of a sheet such as most are.
func someMarks(r *rand.Rand, rows int) []tally.Mark {
	out := make([]tally.Mark, rows)
	for i := range out {
		out[i] = [...]tally.Mark{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4, tally.Blank, tally.Spoiled}[r.IntN(20)]
	}
	return out
}

// A place of an entry: what was keyed there, and from which sheet of the bundle.
type place struct {
	said  Ballot
	sheet int   // its index in the bundle, -1 where that is not known
	waits bool  // behind a mended slip
	made  *made // the slip in it, nil for none
}

// What was entered of a bundle by one person, kept beside the program and not taken
// from it.
type entered struct {
	places []place
	moved  map[int][]*made // the slips that moved it, by the sheet passed over or keyed twice
	count  *made           // that it was not counted, nil if it was
}

// waits is the index of the first place that waits, -1 for none.
func (e *entered) waits() int {
	return slices.IndexFunc(e.places, func(p place) bool { return p.waits })
}

// twice is the index of a place that repeats the one before it, -1 for none.
func (e *entered) twice() int {
	for i := 1; i < len(e.places); i++ {
		if at := e.places[i].sheet; at >= 0 && at == e.places[i-1].sheet {
			return i
		}
	}
	return -1
}

// passed is the first sheet of a bundle of so many that has no place, and the index
// at which it should have one; -1 for none.
func (e *entered) passed(sheets int) (sheet, at int) {
	for sheet := range sheets {
		if slices.ContainsFunc(e.places, func(p place) bool { return p.sheet == sheet }) {
			continue
		}
		if at := slices.IndexFunc(e.places, func(p place) bool { return p.sheet > sheet }); at >= 0 {
			return sheet, at
		}
		return sheet, len(e.places)
	}
	return -1, -1
}

// put keys a sheet at the index, or behind all.
func (e *entered) put(at int, p place) {
	if at == len(e.places) {
		e.places = append(e.places, p)
	} else {
		e.places[at] = p
	}
}

// cut takes out the place at the index; whatever slip was in it goes with it.
func (e *entered) cut(at int, because fate) {
	settle(because, e.places[at].made)
	e.places = slices.Delete(e.places, at, at+1)
}

// gap opens one at the index for a sheet; what comes to lie behind so many places
// falls off.
func (e *entered) gap(at, sheet, most int, because fate) {
	e.places = slices.Insert(e.places, at, place{sheet: sheet, waits: true})
	for len(e.places) > most {
		e.cut(len(e.places)-1, because)
	}
}

// right says that what moved the entry at a sheet was put right.
func (e *entered) right(sheet int, because fate) {
	settle(because, e.moved[sheet]...)
	delete(e.moved, sheet)
}

// strays is the run of places nearest to the sheet that hold other sheets than they
// should.
func (e *entered) strays(sheet int) (from, to int, ok bool) {
	best := 0
	for i := 0; i < len(e.places); i++ {
		start := i
		for i < len(e.places) && e.places[i].sheet != i {
			i++
		}
		if far := max(start-sheet, sheet-i, 0); i > start && (!ok || far < best) {
			best, from, to, ok = far, start, i, true
		}
	}
	return from, to, ok
}

// settle gives slips whose fate is not known yet theirs.
func settle(f fate, list ...*made) {
	for _, m := range list {
		if m != nil && m.fate == "" {
			m.fate = f
		}
	}
}

// sameSheet reports whether two sheets say the same.
func sameSheet(a, b Ballot) bool {
	return a.Void == b.Void && !a.Doubtful && !b.Doubtful && slices.Equal(a.Marks, b.Marks)
}

// same fails unless the program holds what was keyed.
func (e *entered) same(t *testing.T, what string, list []Ballot) {
	t.Helper()
	same := len(list) == len(e.places)
	for i := 0; same && i < len(list); i++ {
		p := e.places[i]
		same = list[i].Missing == p.waits && (p.waits || sameSheet(list[i], p.said))
	}
	if !same {
		t.Fatalf("%s is %v, keyed was %+v", what, list, e.places)
	}
}
