package count_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// A sitting is two people who key the sheets of a meeting, with the slips that
// hands make, and put them right by the paper.
type sitting struct {
	*desktest.Desk
	t      testing.TB
	dice   *rand.Rand
	oneIn  int            // sheets that are keyed until a hand slips
	tried  map[string]int // slips by kind
	caught int            // sheets that two readings differed on
	missed int            // sheets on which both said the same wrong thing
	left   desktest.Paper // sheets that no bundle has room for any more
}

// sees reports whether the window shows a text. It is drawn for nothing else: most of
// what is keyed nobody looks at.
func (s *sitting) sees(text string) bool {
	defer s.Size(0, 0)
	return strings.Contains(s.window(), text)
}

// window is what a window would show.
func (s *sitting) window() string { return s.Size(80, 24).Frame() }

// A reading is what one person's entry of a bundle says, sheet by sheet, and which
// sheet of the paper each was read from.
type reading struct {
	said []string
	from []int // -1 for a place that waits to be keyed
}

func (r *reading) add(at int, said string, from int) {
	r.said, r.from = slices.Insert(r.said, at, said), slices.Insert(r.from, at, from)
}

func (r *reading) drop(at int) {
	r.said, r.from = slices.Delete(r.said, at, at+1), slices.Delete(r.from, at, at+1)
}

// astray is the first place that was not read from its own sheet of n, -1 if all
// were. One that waits to be keyed has none.
func (r *reading) astray(n int) int {
	for at, from := range r.from {
		if from >= 0 && from != at {
			return at
		}
	}
	if len(r.from) < n {
		return len(r.from)
	}
	return -1
}

// slip reports whether a hand slips now, one time in so many.
func (s *sitting) slip(kind string, oneIn int) bool {
	if s.dice.IntN(oneIn) > 0 {
		return false
	}
	s.tried[kind]++
	return true
}

// read is what somebody makes of a sheet of the paper.
func (s *sitting) read(sheet string, oneIn int) string {
	const keys = "123498"
	sheet = strings.ReplaceAll(sheet, " ", "")
	switch {
	case sheet[0] == '0':
		return sheet
	case s.slip("void in error", 4*oneIn):
		return fmt.Sprintf("0%d", []int{1, 2, 4}[s.dice.IntN(3)])
	case s.slip("wrong key", oneIn):
		b := []byte(sheet)
		i := s.dice.IntN(len(b))
		b[i] = keys[(strings.IndexByte(keys, b[i])+1+s.dice.IntN(len(keys)-1))%len(keys)]
		return string(b)
	case sheet[0] != sheet[1] && s.slip("subjects swapped", oneIn):
		return string([]byte{sheet[1], sheet[0]})
	default:
		return sheet
	}
}

// enter keys the sheets of a bundle until they or its places end, mends what the
// hand count brings to light, and closes it.
func (s *sitting) enter(sheets desktest.Paper) reading {
	var r reading
	add := func(i int) {
		if len(r.said) < len(sheets) {
			r.add(len(r.said), s.read(sheets[i], s.oneIn), i)
			s.Press(r.said[len(r.said)-1])
		}
	}
	for i := range sheets {
		if len(sheets) > 1 && s.slip("sheet skipped", 2*s.oneIn) {
			continue
		}
		add(i)
		if s.slip("sheet doubled", 2*s.oneIn) {
			add(i)
		}
	}
	if len(r.said) == 0 {
		add(0)
	}
	early := s.close(&r)
	if len(r.said) < len(sheets) {
		s.Press(fmt.Sprintf("%d enter", len(sheets))) // the hand count says that something is wrong
		if !s.sees("两者不符") {
			s.t.Fatalf("a wrong number is taken:\n%s", s.window())
		}
		s.mend(&r, sheets, early)
	} else if r.from[len(r.from)-1] != len(sheets)-1 && s.dice.IntN(2) == 0 {
		s.mend(&r, sheets, early) // somebody sees the sheet that is left in the hand
	}
	s.Press(fmt.Sprintf("%d enter", len(sheets)))
	return r
}

// close comes to the hand count, and reports whether before the bundle was full.
func (s *sitting) close(r *reading) bool {
	if s.sees("请用手再数一遍") {
		return false
	}
	s.Press(s.ends())
	return true
}

// ends is what closes the entry before it is full.
func (s *sitting) ends() string {
	if s.State.Round.Check.Under() {
		return "@没有票了"
	}
	return "@封组"
}

// mend puts the slips of the entry that is being keyed right.
func (s *sitting) mend(r *reading, sheets desktest.Paper, early bool) {
	for at := r.astray(len(sheets)); at >= 0; at = r.astray(len(sheets)) {
		if s.Rings > 300 {
			s.t.Fatalf("it never ends: %v\n%s", *r, s.window())
		}
		switch {
		case at == len(r.from):
			if early {
				s.Press("esc")
			}
			keyed := s.read(sheets[at], 2*s.oneIn)
			s.Press(keyed)
			r.add(at, keyed, at)
			early = len(r.from) < len(sheets) && s.close(r)
		case r.from[at] > at:
			keyed := s.read(sheets[at], 2*s.oneIn)
			s.Press(fmt.Sprintf("@补漏 1 %d enter", at+1)).Press(keyed)
			r.add(at, keyed, at)
			if len(r.from) > len(sheets) {
				r.drop(len(sheets))
			}
		default:
			s.Press(fmt.Sprintf("@补漏 2 %d enter", at+1))
			r.drop(at)
		}
	}
	if !s.sees("请用手再数一遍") {
		s.Press(s.ends())
	}
}

// settle puts right what differs, by the paper: slips first, then every sheet
// anew, then by the scrutineer. It returns what the bundle must say in the end.
func (s *sitting) settle(first, second reading, sheets desktest.Paper) []string {
	two := [2]*reading{&first, &second}
	differs := func() bool { return s.State.Round.Check.Under() }
	for who, r := range two {
		for differs() {
			at := r.astray(0)
			if at < 0 {
				break
			}
			if r.from[at] > at {
				s.Press(fmt.Sprintf("@补漏 %d 1 %d enter", who+1, at+1))
				r.add(at, "", -1)
				r.drop(len(sheets))
			} else {
				s.Press(fmt.Sprintf("@补漏 %d 2 %d enter", who+1, at+1))
				r.drop(at)
				r.add(len(r.said), "", -1)
			}
			for n := len(first.from) - 1; first.from[n] < 0 && second.from[n] < 0; n-- {
				first.drop(n) // where both wait for a sheet at the end, no place is left for it
				second.drop(n)
				s.left, sheets = append(s.left, sheets[n]), sheets[:n]
			}
		}
	}
	final := make([]string, len(sheets))
	for at := range final {
		if final[at] = first.said[at]; first.said[at] != second.said[at] {
			final[at] = ""
			s.caught++
		}
	}
	anew := map[int][2]string{}
	for differs() {
		if s.Rings > 300 {
			s.t.Fatalf("it never ends: %v\n%s", two, s.window())
		}
		side, sheet := s.State.Round.Check.Wants()
		if side == "" {
			break
		}
		keyed := s.read(sheets[sheet-1], 2*s.oneIn)
		s.Press(fmt.Sprintf("%d enter", sheet)).Press(keyed)
		if keyed[0] != '0' && keyed[0] != '7' { // marks wait for Enter
			s.Press("enter")
		}
		now := anew[sheet]
		now[map[meeting.Side]int{meeting.FirstEntry: 0, meeting.SecondEntry: 1}[side]] = keyed
		if anew[sheet] = now; now[0] == now[1] {
			final[sheet-1] = keyed
		}
	}
	for differs() {
		sheet := s.State.Round.Check.Disputed()
		if sheet == 0 {
			s.t.Fatalf("nothing leads on:\n%s", s.window())
		}
		final[sheet-1] = strings.ReplaceAll(sheets[sheet-1], " ", "")
		s.Press(fmt.Sprintf("%d enter", sheet)).Press(final[sheet-1]).Press("pause enter '看票面 enter")
	}
	return final
}

// TestSlipsOfTwoPeople: hands that slip on both passes, on the plan that the
// program starts on, by keys alone. Every sheet on which the two entries differ is
// put right by the paper; what gets through is what both said alike.
func TestSlipsOfTwoPeople(t *testing.T) {
	tried := map[string]int{}
	sheets, caught, missed, clean, left := 0, 0, 0, 0, 0
	meetings := uint64(100)
	if testing.Short() {
		meetings = 10
	}
	for seed := range meetings {
		s := &sitting{Desk: newDesk(t, house(t), "zh"), t: t, dice: rand.New(rand.NewPCG(seed, 4)), oneIn: []int{30, 8}[seed%2], tried: tried}
		p := make(desktest.Paper, 15+s.dice.IntN(30))
		for i := range p {
			p[i] = []string{"1 1", "1 2", "2 1", "2 2", "3 1", "1 3", "4 2", "9 1", "1 8", "0 1", "0 4"}[s.dice.IntN(11)]
		}
		s.Play(fmt.Sprintf("attend expected=%d present=%[1]d by=王监票 saw=清点", len(p)), fmt.Sprintf("issue %d", len(p)), fmt.Sprintf("collect %d", len(p)))
		s.Size(0, 0).Press("f3")
		sheets += len(p)
		want := s.count(p)
		for len(s.left) > 0 {
			rest := s.left
			s.left, left = nil, left+len(rest)
			want = append(want, s.count(rest)...)
		}
		s.Press("enter")
		if !s.sees("监票人姓名") {
			t.Fatalf("something is left unchecked:\n%s", s.window())
		}
		s.Press("enter 1")
		if !s.State.Round.Closed {
			t.Fatalf("seed %d: the count is not closed:\n%s", seed, s.window())
		}
		desktest.Paper(want).Check(t, s.State)
		if s.missed == 0 {
			p.Check(t, s.State)
			clean++
		}
		caught, missed = caught+s.caught, missed+s.missed
	}
	slips := 0
	for _, n := range tried {
		slips += n
	}
	t.Logf("%d sheets keyed twice, %d slips %v; %d sheets differed and were put right, %d got through as both said the same wrong thing; %d sheets were left over and keyed in a bundle of their own; %d of %d meetings equal the paper",
		sheets, slips, tried, caught, missed, left, clean, meetings)
	if n := int(meetings); slips < 10*n || caught < 6*n || missed == 0 || clean < n/2 {
		t.Error("too little was tried")
	}
}

// count keys the sheets bundle by bundle, each twice, and returns what they must
// come to.
func (s *sitting) count(p desktest.Paper) []string {
	var want []string
	size := s.State.Size(0)
	for sheets := range slices.Chunk(p, size) {
		sheets = slices.Clip(sheets)
		s.Press("enter")
		if s.State.Round.Bundles.Len() == 0 {
			s.Press("keyer")
		}
		n := s.State.Round.Bundles.Len() + 1
		first := s.enter(sheets)
		if s.sees("这是剩下的最后一组吗") { // which is asked while sheets are left over
			s.Press("last")
		}
		if got := s.State.Round.Bundles.Len(); got != n || s.State.Round.Bundle.Open {
			s.t.Fatalf("bundle %d is not closed: %v\n%s", n, first, s.window())
		}
		s.Press("esc enter 1 again")
		second := s.enter(sheets)
		if s.State.Round.Check.Comparing() {
			s.Press("pause")
		}
		final := s.settle(first, second, sheets)
		b := s.State.Round.Bundles.At(n)
		if b.Checked != meeting.BySecond || b.Sheets() != len(final) {
			s.t.Fatalf("bundle %d is checked %q with %d sheets of %d:\n%v\n%v\n%s", n, b.Checked, b.Sheets(), len(final), first, second, s.window())
		}
		for i, want := range final {
			if got := written(b.Ballots[i]); got != want {
				s.t.Fatalf("bundle %d, sheet %d says %s, want %s:\n%s", n, i+1, got, want, s.window())
			}
			if want != strings.ReplaceAll(sheets[i], " ", "") {
				s.missed++
			}
		}
		s.Press("esc")
		for _, sheet := range final {
			want = append(want, sheet[:1]+" "+sheet[1:])
		}
	}
	return want
}

// written is a ballot as it is keyed.
func written(b meeting.Ballot) string {
	if b.Void > 0 {
		return fmt.Sprintf("0%d", b.Void)
	}
	var out strings.Builder
	for _, m := range b.Marks {
		fmt.Fprint(&out, int(m))
	}
	return out.String()
}
