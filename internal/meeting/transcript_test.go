package meeting

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"shuping/internal/tally"
)

var update = flag.Bool("update", false, "rewrite what the transcripts in testdata record")

// The transcripts in testdata/meetings begin with a script and, behind a line
// of dashes, say what follows from each of its lines: what is recorded, or that
// it is refused and with which values. A refused line stops nothing here. Beside
// the lines that Parse reads a script has
//
//	@open PLAN [rehearsal]   a session on a plan; the first line as a rule
//	@clock +90s              the clock goes on, or is set back
//	@show                    the state in short
//	@seat NAME               orders come from that seat from now on, and not from all
//
// a character that cannot be seen stands as <U+202E>, 5,000 of one as <长×5000>,
// and every order is given seven seconds after the one before it.
func TestTranscripts(t *testing.T) {
	for _, file := range transcripts(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			must(t, err)
			script, want, _ := strings.Cut(string(src), "\n----\n")
			m := hold(t, script)
			if got := m.said.String(); *update {
				must(t, os.WriteFile(file, []byte(script+"\n----\n"+got), 0o644))
			} else if got != want {
				t.Errorf("%s differs, first in line %d; run with -update and read the difference", file, firstDifference(got, want))
			}
			m.replays(t)
		})
	}
}

// Every reason to refuse is given by a transcript.
func TestEveryRefusalIsTold(t *testing.T) {
	told := map[Code]bool{IsArchived: true} // said where an export is looked at, whatever the order
	for _, file := range transcripts(t) {
		src, err := os.ReadFile(file)
		must(t, err)
		script, _, _ := strings.Cut(string(src), "\n----\n")
		for code := range hold(t, script).refused {
			told[code] = true
		}
	}
	for _, code := range Codes {
		if !told[code] {
			t.Errorf("no transcript is refused with %s", code)
		}
		delete(told, code)
	}
	for code := range told {
		t.Errorf("%s is not in Codes", code)
	}
}

func transcripts(t *testing.T) []string {
	files, err := filepath.Glob("testdata/meetings/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d transcripts, %v", len(files), err)
	}
	return files
}

// A held meeting is a script played to its end.
type held struct {
	state   State
	events  []Event
	now     time.Time
	said    strings.Builder
	refused map[Code]bool
	seat    Seat // from which orders come
}

// hold plays a script, and watches at every order that the state before it is
// left alone and that the sums of the state after it hold.
func hold(t *testing.T, script string) *held { return holdAt(t, EverySeat, script) }

func holdAt(t *testing.T, seat Seat, script string) *held {
	m := &held{now: noon, refused: map[Code]bool{}, seat: seat}
	for line := range strings.Lines(script) {
		line = strings.TrimSuffix(line, "\n")
		fmt.Fprintln(&m.said, strings.TrimRight(line, " "))
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "@open":
			name, how, _ := strings.Cut(rest, " ")
			m.give(t, OpenSession{PlanName: name, PlanText: planText(t, name), Rehearsal: how == "rehearsal"})
		case "@clock":
			by, err := time.ParseDuration(rest)
			must(t, err)
			m.now = m.now.Add(by)
		case "@seat":
			m.seat = Seat(rest)
		case "@show":
			m.said.WriteString(brief(m.state, m.now))
		default:
			order, err := m.state.Parse(spelled(line))
			if err != nil {
				m.refuse(t, err)
			} else if order != nil {
				m.give(t, order)
			}
		}
	}
	return m
}

// spelled is a line with the characters that its brackets stand for.
func spelled(line string) string {
	return brackets.ReplaceAllStringFunc(line, func(b string) string {
		parts := brackets.FindStringSubmatch(b)
		if code, err := strconv.ParseInt(parts[1], 16, 32); err == nil {
			return string(rune(code))
		}
		n, _ := strconv.Atoi(parts[3])
		return strings.Repeat(parts[2], n)
	})
}

var brackets = regexp.MustCompile(`<(?:U\+([0-9A-F]+)|(.)×([0-9]+))>`)

// noon is when every meeting of these tests begins.
var noon = time.Date(2024, 1, 18, 4, 0, 0, 0, time.UTC)

func (m *held) give(t *testing.T, o Order) {
	m.now = m.now.Add(7 * time.Second)
	events, err := Decide(m.state.Seated(m.seat), Command{Who: Person{Role: "recorder", Name: "李某某"}, At: m.now, Order: o})
	if err != nil {
		m.refuse(t, err)
		return
	}
	for _, e := range events {
		before := written(m.state)
		next := Apply(m.state, e)
		if written(m.state) != before {
			t.Fatalf("%s changed the state before it", e.Deed.Kind())
		}
		if err := closes(next); err != nil {
			t.Fatalf("after %s: %v", e.Deed.Kind(), err)
		}
		m.state, m.events = next, append(m.events, e)
		kind, body := Encode(e.Deed)
		if len(body) > 600 {
			body = fmt.Appendf(nil, "%d bytes", len(body))
		}
		if o, ok := e.Deed.(SessionOpened); ok {
			body = fmt.Appendf(nil, "%s, rehearsal %v", o.PlanName, o.Rehearsal)
		}
		fmt.Fprintf(&m.said, "    %s %s\n", kind, body)
	}
}

func (m *held) refuse(t *testing.T, err error) {
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	m.refused[r.Code] = true
	if r.Code == BadPlan { // its problem is package plan's to word
		r = refuse(BadPlan)
	}
	fmt.Fprintf(&m.said, "    refused: %s\n", r)
}

// replays holds the state that was shown against the one that the records give.
func (m *held) replays(t *testing.T) {
	var again State
	for i, e := range m.events {
		kind, body := Encode(e.Deed)
		next, err := Follow(again, kind, body, e.Who, e.At)
		if err != nil {
			t.Fatalf("record %d: %v", i+1, err)
		}
		again = next
	}
	if !reflect.DeepEqual(again, m.state) {
		t.Errorf("replayed:\n%s\nshown:\n%s", written(again), written(m.state))
	}
}

// closes says which sum of a state does not hold.
func closes(s State) error {
	r := s.Round
	voids := 0
	for _, n := range r.Voids {
		voids += n
	}
	closed := 0
	for b := range r.Bundles.Closed() {
		closed += b.Sheets()
	}
	for _, h := range r.Hands() {
		closed += h.Bundle.Keyed()
	}
	for _, st := range r.Stacks {
		closed += st.Piles.Sheets
	}
	if err := stacksClose(s); err != nil {
		return err
	}
	if err := pilesClose(s); err != nil {
		return err
	}
	if err := recounts(s); err != nil {
		return err
	}
	switch {
	case voids != r.Void:
		return fmt.Errorf("%d void sheets, %d by reason", r.Void, voids)
	case closed != r.Read():
		return fmt.Errorf("%d sheets in bundles and piles, %d read", closed, r.Read())
	case s.IsSealed() && (!r.Closed || s.Rehearsal || slices.ContainsFunc(indexesOf(len(s.Decisions), true), func(i int) bool { return s.Decisions[i].Grade == 0 && !s.IsExempt(i) })):
		return errors.New("sealed too early")
	}
	return nil
}

// stacksClose says which sum of a stack does not hold, or which sum over them.
func stacksClose(s State) error {
	r, sum := s.Round, Stack{}
	counts := make([]tally.Count, len(r.Counts))
	for n, st := range r.Stacks {
		for i, c := range st.Tallies {
			if c.Rows() != st.Valid {
				return fmt.Errorf("stack %d: %d rows of mark %d on %d valid sheets", n, c.Rows(), i+1, st.Valid)
			}
			if columns := s.Plan.Rule.Columns(); isDeciding(s.Plan.Rule, i%columns) {
				if at := st.SubjectIn(i / columns); st.Of(at) {
					counts[at] = counts[at].Plus(c)
				}
			}
		}
		h, _ := s.HeadsOf(n)
		switch {
		case st.HasCollected && r.ReadOf(n) > st.Collected:
			return fmt.Errorf("stack %d: %d sheets read, %d collected", n, r.ReadOf(n), st.Collected)
		case r.Closed && !st.replaced() && (st.Valid+st.Void != st.Collected || st.Collected > st.Issued):
			return fmt.Errorf("stack %d closed at %d + %d of %d of %d", n, st.Valid, st.Void, st.Collected, st.Issued)
		case r.Closed && st.Issued > h.Present && st.IssuedFor == "":
			return fmt.Errorf("stack %d closed with %d sheets for %d people", n, st.Issued, h.Present)
		}
		if st.Vote > 0 {
			continue
		}
		sum.Issued, sum.Collected = sum.Issued+st.Issued, sum.Collected+st.Collected
		sum.Valid, sum.Void = sum.Valid+st.Valid, sum.Void+st.Void
	}
	if sum.Issued != r.Issued || sum.Collected != r.Collected || sum.Valid != r.Valid || sum.Void != r.Void {
		return fmt.Errorf("the stacks come to %+v, the round to %+v", sum, r)
	}
	if !slices.Equal(counts, r.Counts) {
		return fmt.Errorf("the stacks say %v, the round says %v", counts, r.Counts)
	}
	return nil
}

// planText is the real plan, or one of testdata.
func planText(t testing.TB, name string) string {
	path := "testdata/plans/" + name + ".toml"
	switch name {
	case "genhe-2023":
		path = "../../data/plans/genhe-2023.toml"
	case "broken":
		return "title = 1\n"
	}
	text, err := os.ReadFile(path)
	must(t, err)
	return string(text)
}

func firstDifference(a, b string) int {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return i + 1
		}
	}
	return len(x) + 1
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
