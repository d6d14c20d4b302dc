package meeting

import (
	"math/rand/v2"
	"testing"

	"shuping/internal/tally"
)

// A slip of somebody who counts piles.
type pileSlip string

const (
	misfiled  pileSlip = "a sheet in the pile beside"
	miscount  pileSlip = "a pile counted one too many or too few"
	exchanged pileSlip = "two piles keyed in each other's place"
	otherRow  pileSlip = "the numbers of another row"
	mistyped  pileSlip = "a wrong digit"
	overseen  pileSlip = "a void sheet taken for a valid one"
)

// A tallyman counts the piles of one paper, and now and then slips.
type tallyman struct {
	r      *rand.Rand
	truth  []Pile
	unseen []int // void sheets, by reason, that lie unseen among the valid ones
	tried  map[pileSlip]int
}

// counts is the row as he counts it now.
func (m *tallyman) counts(row int) Pile {
	slips := m.r.IntN(6) == 0
	if row == 0 {
		m.unseen = make([]int, len(m.truth[0].Numbers))
		p := m.truth[0].owned()
		for i, n := range p.Numbers {
			if n > 0 && slips && m.r.IntN(2) == 0 {
				m.unseen[i]++
				p.Numbers[i]--
				m.tried[overseen]++
				return p
			}
		}
		return m.slip(p, slips)
	}
	p := m.truth[row].owned()
	for _, n := range m.unseen { // a sheet that should be void says nothing that counts
		p.Spoiled += n
	}
	return m.slip(p, slips)
}

// slip is the pile with one slip, if it comes to one that shows.
func (m *tallyman) slip(p Pile, slips bool) Pile {
	if !slips {
		return p
	}
	was, n := p.owned(), p.Numbers
	i, j := m.r.IntN(len(n)), m.r.IntN(len(n))
	kind := []pileSlip{misfiled, miscount, exchanged, otherRow, mistyped}[m.r.IntN(5)]
	switch kind {
	case misfiled:
		if n[i] > 0 {
			n[i]--
			*m.beside(&p)++
		}
	case miscount:
		n[i] = max(0, n[i]+1-2*m.r.IntN(2))
	case exchanged:
		n[i], n[j] = n[j], n[i]
	case otherRow:
		if p.Row > 0 {
			other := m.truth[1+m.r.IntN(len(m.truth)-1)].owned()
			p.Numbers, p.Blank, p.Spoiled = other.Numbers, other.Blank, other.Spoiled
		}
	case mistyped:
		n[i] = n[i]/10*10 + m.r.IntN(10)
	}
	if !p.says(was) {
		m.tried[kind]++
	}
	return p
}

// beside is where a sheet may come to lie: in any pile of the row, with the blank
// ones or with the spoiled ones.
func (m *tallyman) beside(p *Pile) *int {
	if at := m.r.IntN(len(p.Numbers) + 2); p.Row == 0 || at < len(p.Numbers) {
		return &p.Numbers[at%len(p.Numbers)]
	}
	if m.r.IntN(2) == 0 {
		return &p.Blank
	}
	return &p.Spoiled
}

// A statement is one row as somebody counted it, and what became of it where it was
// wrong.
type statement struct {
	pile    Pile
	refused bool // it did not add up, or was counted anew before anything counted
	through bool // both said the same, and it counts
}

// A reckoning is what became of everything that was counted wrongly.
type reckoning struct {
	tried   map[pileSlip]int
	wrong   []*statement
	rows    int // that count in the end
	agreed  int // of them, those that do not say what the paper does
	ruled   int
	givenUp int // second counts that were begun anew
}

// A slip that leaves two counts different is caught, and when it is mended the
// numbers are those of the paper. What gets through is what both count alike, and
// nothing else.
func TestSlipsInPiles(t *testing.T) {
	const meetings = 6_000
	k := reckoning{tried: map[pileSlip]int{}}
	opened := play(t, "five")
	for seed := range uint64(meetings) {
		r := rand.New(rand.NewPCG(seed, 4))
		p := randomPaper(r, opened, 10+r.IntN(50))
		s := k.count(t, p, r)
		if seed < 500 && k.agreed == 0 {
			alike(t, p.bySheets(t, p.before(t, "five"), 0), s)
		}
	}
	refused, through := 0, 0
	for _, x := range k.wrong {
		if x.refused {
			refused++
		}
		if x.through {
			through++
		}
	}
	if through != 2*k.agreed {
		t.Errorf("%d rows count wrongly, %d wrong ones got through", k.agreed, through)
	}
	for _, kind := range []pileSlip{misfiled, miscount, exchanged, otherRow, mistyped, overseen} {
		if k.tried[kind] < 1000 {
			t.Errorf("%s: tried only %d times", kind, k.tried[kind])
		}
		t.Logf("%6d × %s", k.tried[kind], kind)
	}
	t.Logf("%d rows in %d meetings; %d times one was counted wrongly: %d did not add up, %d differed from the other count, %d got through, which is %d rows that both counted alike",
		k.rows, meetings, len(k.wrong), refused, len(k.wrong)-refused-through, through, k.agreed)
	t.Logf("%d rows were ruled on, %d second counts were begun anew", k.ruled, k.givenUp)
	if refused == 0 || through == 0 || k.ruled == 0 || k.givenUp == 0 {
		t.Error("one of the ways was never gone")
	}
}

// randomPaper is n sheets of one stack, some of them void.
func randomPaper(r *rand.Rand, s State, n int) paper {
	sheets := make([]Ballot, n)
	for i := range sheets {
		if r.IntN(12) == 0 {
			sheets[i].Void = 1 + r.IntN(2)
			continue
		}
		for range s.Round.Stacks[0].Tallies {
			m := [...]tally.Mark{1, 1, 1, 1, 1, 2, 2, 2, 3, 4, tally.Spoiled, tally.Blank}[r.IntN(12)]
			sheets[i].Marks = append(sheets[i].Marks, m)
		}
	}
	return paper{sheets}
}

// try is the state after an order, or why it was refused.
func try(s State, o Order) (State, *Refusal) {
	s, _, err := Try(s, Person{}, noon, o)
	refusal, _ := err.(*Refusal)
	return s, refusal
}

// states is the row as the man counts it now.
func (k *reckoning) states(m *tallyman, row int) *statement {
	x := &statement{pile: m.counts(row)}
	if !x.pile.says(m.truth[row]) {
		k.wrong = append(k.wrong, x)
	}
	return x
}

// count has two people count a paper, and holds what came of it against it.
func (k *reckoning) count(t *testing.T, p paper, r *rand.Rand) State {
	s := p.before(t, "five")
	truth := p.piles(s, 0)
	one := &tallyman{r, truth, make([]int, len(truth[0].Numbers)), k.tried}
	two := &tallyman{r, truth, make([]int, len(truth[0].Numbers)), k.tried}
	s, first := k.fill(t, s, OpenPiles{By: "张三"}, one, len(p[0]))
	if s.Round.Read() != len(p[0]) {
		t.Fatal("closed, and not counted")
	}
	var said map[int][2]*statement
	for said == nil {
		var second []*statement
		s, second = k.fill(t, s, OpenPiles{By: "李四", Again: true}, two, len(p[0]))
		if s, said = k.settle(t, s, first, second, one, two); said == nil {
			k.givenUp++
		}
	}
	if st := s.Round.Stacks[0]; st.Piles.Checked != BySecond || s.Round.Piling.Under() {
		t.Fatal("two counted, and it is not confirmed")
	}
	for row, now := range s.Round.Stacks[0].Piles.Rows {
		k.rows++
		both, counted := said[row]
		switch {
		case !counted && !now.says(truth[row]):
			t.Fatalf("row %d was ruled on by the paper and says %v, not %v", row, now, truth[row])
		case !counted:
			k.ruled++
		case !now.says(both[0].pile) || !now.says(both[1].pile):
			t.Fatalf("row %d says %v, and two people counted %v and %v", row, now, both[0].pile, both[1].pile)
		case !now.says(truth[row]):
			k.agreed++
			both[0].through, both[1].through = true, true
		}
	}
	if err := closes(s); err != nil {
		t.Fatal(err)
	}
	s, _ = give(t, s, CloseCount{By: "王某某"})
	return s
}

// fill counts every row of the stack, and again what does not add up, until the
// count closes.
func (k *reckoning) fill(t *testing.T, s State, open OpenPiles, m *tallyman, sheets int) (State, []*statement) {
	s, _ = give(t, s, open)
	rows := make([]*statement, len(m.truth))
	state := func(row int) {
		if rows[row] != nil {
			rows[row].refused = true
		}
		rows[row] = k.states(m, row)
		s, _ = give(t, s, CountPile{rows[row].pile})
	}
	for row := range rows {
		state(row)
	}
	for {
		next, refusal := try(s, ClosePiles{sheets})
		switch {
		case refusal == nil:
			return next, rows
		case refusal.Code == PileOpen: // this row and the void sheets are looked at again
			state(0)
			state(refusal.Values["row"].(int))
		case refusal.Code == NumberOutOfRange: // more void sheets than all
			state(0)
		default:
			t.Fatal(refusal)
		}
	}
}

// settle has the two count anew what differs, and the scrutineer rule by the paper
// on what still does. It is what the two said in the end of each row that was not
// ruled on, or nil where the second count was given up, because what both agreed on
// of the void sheets leaves nothing that adds up.
func (k *reckoning) settle(t *testing.T, s State, first, second []*statement, one, two *tallyman) (State, map[int][2]*statement) {
	said := map[int][2]*statement{}
	for row := range first {
		said[row] = [2]*statement{first[row], second[row]}
	}
	for patience := 40; s.Round.Piling.Under(); patience-- {
		if patience == 0 {
			s, _ = give(t, s, LeavePiles{"废票数不对"})
			return s, nil
		}
		c := s.Round.Piling
		side, row := c.Wants()
		if side == "" {
			row = c.Disputed()
			next, refusal := try(s, RulePile{one.truth[row], "王某某", "对照票面"})
			if refusal == nil {
				s = next
				delete(said, row)
			}
			if refusal == nil && row == 0 {
				one.unseen, two.unseen = make([]int, len(one.unseen)), make([]int, len(two.unseen))
			}
			continue
		}
		m, at := one, 0
		if side == SecondEntry {
			m, at = two, 1
		}
		x := k.states(m, row)
		next, refusal := try(s, CountPileAgain{x.pile, side})
		if x.refused = refusal != nil; x.refused {
			continue
		}
		s = next
		both := said[row]
		both[at] = x
		said[row] = both
	}
	return s, said
}
