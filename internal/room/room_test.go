package room

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"shuping/internal/journal"
	"shuping/internal/meeting"
)

var chair = meeting.Person{Role: "console", Name: "李某某"}

// watch is a clock that goes on by a second whenever somebody looks at it, in
// Beijing, to the nanosecond.
func watch() Clock {
	var mu sync.Mutex
	now := time.Date(2024, 1, 18, 12, 0, 0, 123_456_789, time.FixedZone("CST", 8*3600))
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func plan(t testing.TB) meeting.OpenSession {
	text, err := os.ReadFile("../../data/plans/genhe-2023.toml")
	must(t, err)
	return meeting.OpenSession{PlanName: "genhe-2023", PlanText: string(text)}
}

// create is a room of its own, closed when the test ends.
func create(t testing.TB) *Room {
	t.Helper()
	r, err := Create(filepath.Join(t.TempDir(), "meeting.shuping"), plan(t), chair, watch())
	must(t, err)
	t.Cleanup(func() { r.Close() })
	return r
}

// reopen closes a room and opens its session again.
func reopen(t testing.TB, r *Room) (*Room, journal.Report) {
	t.Helper()
	must(t, r.Close())
	again, report, err := Open(r.Path(), watch())
	must(t, err)
	t.Cleanup(func() { again.Close() })
	return again, report
}

// orders reads lines of a script; a ballot or other line may be repeated, "3× b 1 1".
func orders(t testing.TB, lines ...string) []meeting.Order {
	t.Helper()
	var out []meeting.Order
	for _, line := range lines {
		times := 1
		if n, rest, repeated := strings.Cut(line, "× "); repeated {
			_, err := fmt.Sscan(n, &times)
			must(t, err)
			line = rest
		}
		o, err := meeting.State{}.Parse(line)
		must(t, err)
		for range times {
			out = append(out, o)
		}
	}
	return out
}

// submit expects that nothing is refused.
func submit(t testing.TB, r *Room, lines ...string) []uint64 {
	t.Helper()
	seqs, err := r.Pen(chair, "").Submit(orders(t, lines...)...)
	must(t, err)
	return seqs
}

// counting is a room in which sheets are being read.
func counting(t testing.TB) *Room {
	t.Helper()
	r := create(t)
	submit(t, r, "attend expected=100000 present=100000", "issue 100000", "collect 100000", "bundle")
	return r
}

// wholeMeeting has most kinds of record, and a round that is void.
var wholeMeeting = []string{
	"attend expected=46 present=43", "start report:s1", "pause", "resume", "add-time 2", "finish",
	"start review:s1", `review s1 text="有办法；\n要改。"`, "finish", `skip report:s2 reason="临时离会"`,
	`skip review:s2 reason="临时离会"`, "start speech", `speech text="补短板"`, "finish", "start evaluation",
	"issue 43", "collect 44", "issue 43", "collect 13", "bundle", "7× b 1 2", "doubt", "b 0 reason=1", "b 9 8", "settle 8 1 1",
	"close-bundle 10", "bundle", "3× b 2 2", "takeback", "close-bundle 2", "collect 12", `close-count by="王某某"`, "finish",
	`fact s2 kind=accountable source="通报"`, "decide s1 好", "decide s2 差",
}

// What was shown when a session was left is what it opens with.
func TestLeavingAndComingBack(t *testing.T) {
	r := create(t)
	for _, line := range wholeMeeting {
		submit(t, r, line)
		left := r.Sight()
		if line == "add-time 2" || line == "settle 8 1 1" || line == "takeback" || line == "decide s2 差" {
			var report journal.Report
			if r, report = reopen(t, r); len(report.Notes) > 0 {
				t.Errorf("after %s: %v", line, report)
			}
			found := r.Sight()
			if !reflect.DeepEqual(found.State, left.State) || found.Head != left.Head || found.Fault != nil || found.Warning != nil {
				t.Errorf("after %s:\nleft  %+v\nfound %+v", line, left, found)
			}
		}
	}
	if s := r.Sight().State; s.Round.Number != 2 || s.Round.Valid != 11 || s.Round.Void != 1 || s.Past == nil {
		t.Errorf("%+v", s.Round)
	}
	submit(t, r, "seal")
	r, _ = reopen(t, r)
	if _, err := r.Pen(chair, "").Submit(orders(t, "b 1 1")...); code(err) != meeting.IsSealed {
		t.Error(err)
	}
}

func TestCreateOverwritesNothing(t *testing.T) {
	r := create(t)
	submit(t, r, "attend expected=46 present=43")
	if _, err := Create(r.Path(), plan(t), chair, watch()); journal.CodeOf(err) != journal.Exists {
		t.Error(err)
	}
	if _, _, err := Open(r.Path(), watch()); journal.CodeOf(err) != journal.Locked {
		t.Error(err)
	}
	path := filepath.Join(t.TempDir(), "x.shuping")
	if _, err := Create(path, meeting.OpenSession{PlanName: "x", PlanText: "title = 1"}, chair, watch()); code(err) != meeting.BadPlan {
		t.Error(err)
	}
	if _, _, err := Open(path, watch()); journal.CodeOf(err) != journal.Missing {
		t.Error(err)
	}
	r, _ = reopen(t, r)
	if r.Sight().State.Heads.Present != 43 {
		t.Error(r.Sight().State.Heads)
	}
}

// A book whose records make no meeting is not opened, and not kept either.
func TestRecordsThatMakeNoMeeting(t *testing.T) {
	at := time.Date(2024, 1, 18, 4, 0, 0, 0, time.UTC)
	for name, e := range map[string]journal.Entry{
		"record 1: unknown kind":                      {Kind: "sheet-eaten", Event: []byte(`{}`), At: at},
		"record 1: heads-counted comes before":        {Kind: "heads-counted", Event: []byte(`{"expected":1,"present":1}`), At: at},
		"record 1: session-opened: a member is missi": {Kind: "session-opened", Event: []byte(`{}`), At: at},
	} {
		path := filepath.Join(t.TempDir(), "meeting.shuping")
		book, err := journal.Create(path, e)
		must(t, err)
		must(t, book.Close())
		if _, _, err := Open(path, watch()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %s", err, name)
		}
		book, _, err = journal.Open(path)
		must(t, err)
		must(t, book.Close())
	}
}

// All orders of one Submit are one transaction: they are seen together and share
// their instant.
func TestABurstIsOneTransaction(t *testing.T) {
	r := create(t)
	w := r.Watch("")
	first := look(t, w)
	seqs := submit(t, r, "attend expected=46 present=43", "issue 43", "collect 42", "bundle", "10× b 1 2", "close-bundle 10")
	want := []uint64{2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17} // the rule is sealed with the first sheet
	if !reflect.DeepEqual(seqs, want) {
		t.Error(seqs)
	}
	if s := look(t, w); first.Head.Seq != 1 || s.Head.Seq != 17 || s.State.Round.Valid != 10 {
		t.Errorf("from %d to %d, %d sheets", first.Head.Seq, s.Head.Seq, s.State.Round.Valid)
	}
	nothingNew(t, w)
	instants := map[time.Time]bool{}
	for rec, err := range r.Records(2) {
		must(t, err)
		if !rec.At.IsZero() {
			instants[rec.At] = true
		}
	}
	if len(instants) != 1 {
		t.Error(instants)
	}
	if seqs, err := r.Pen(chair, "").Submit(); seqs != nil || err != nil {
		t.Error(seqs, err)
	}
	nothingNew(t, w)
}

// A refusal keeps what came before it, drops what came after it, and says which
// it was.
func TestARefusalInTheMiddle(t *testing.T) {
	r := counting(t)
	w := r.Watch("")
	look(t, w)
	seqs, err := r.Pen(chair, "").Submit(orders(t, "3× b 1 2", "b 1 2 3", "2× b 1 1")...)
	if len(seqs) != 3 || code(err) != meeting.WrongRows {
		t.Error(seqs, err)
	}
	if s := look(t, w); s.State.Round.Valid != 3 || s.Head.Seq != seqs[2] || s.Fault != nil {
		t.Errorf("%+v", s.State.Round)
	}
	seqs, err = r.Pen(chair, "").Submit(orders(t, "seal", "b 1 1")...)
	if len(seqs) != 0 || code(err) != meeting.CountOpen {
		t.Error(seqs, err)
	}
	nothingNew(t, w)
	r, _ = reopen(t, r)
	if n := r.Sight().State.Round.Valid; n != 3 {
		t.Errorf("%d sheets after opening", n)
	}
}

// Each pen writes in its own name, and no pen in a ballot's.
func TestAPenWritesInItsName(t *testing.T) {
	r := counting(t)
	other := meeting.Person{Role: "recorder", Name: "赵某某"}
	_, err := r.Pen(other, "").Submit(orders(t, "b 1 1", "close-bundle 1")...)
	must(t, err)
	var who []meeting.Person
	for rec, err := range r.Records(1) {
		must(t, err)
		who = append(who, meeting.Person(rec.Who))
	}
	if n := len(who); who[0] != chair || who[n-2] != (meeting.Person{}) || who[n-1] != other {
		t.Error(who)
	}
}

// A watcher that does not look never holds the pen, and misses nothing in the
// end.
func TestASlowWatcherSkips(t *testing.T) {
	r := counting(t)
	w := r.Watch("")
	for range 100 {
		for range 10 {
			submit(t, r, "b 1 2")
		}
		submit(t, r, "close-bundle 10", "bundle")
	}
	if s := look(t, w); s.State.Round.Valid != 1000 || s.Head != r.Sight().Head {
		t.Errorf("%d sheets", s.State.Round.Valid)
	}
	nothingNew(t, w)
}

// Two pens write and three watchers look, all at once. Every sight is whole, is
// newer than the last, and stands on lines that are on disk already.
func TestTwoPensAndThreeEyes(t *testing.T) {
	r := create(t)
	submit(t, r, "attend expected=500 present=500", "issue 500", "collect 400")
	var pens, eyes sync.WaitGroup
	for range 3 {
		w := r.Watch("")
		eyes.Go(func() {
			var last uint64
			for {
				s, open := w.Look(context.Background())
				if !open {
					return
				}
				if s.Head.Seq < last {
					t.Errorf("record %d after %d", s.Head.Seq, last)
				}
				last = s.Head.Seq
				if on := linesOnDisk(t, r.Path()); on < last {
					t.Errorf("record %d was shown when %d were on disk", last, on)
				}
				if c := s.State.Round.Counts[0]; c.Rows() != s.State.Round.Valid {
					t.Errorf("%d rows on %d sheets", c.Rows(), s.State.Round.Valid)
				}
			}
		})
	}
	for range 2 {
		pens.Go(func() {
			p := r.Pen(chair, "")
			for range 20 {
				_, err := p.Submit(orders(t, "bundle", "10× b 1 2", "close-bundle 10")...)
				if err != nil { // a Submit is whole, and so is its bundle
					t.Error(err)
					return
				}
			}
		})
	}
	pens.Wait()
	left := r.Sight().State
	must(t, r.Close())
	eyes.Wait()
	if left.Round.Valid != 400 || left.Round.Counts[1].Of(2) != 400 {
		t.Errorf("%+v", left.Round)
	}
}

func linesOnDisk(t testing.TB, path string) uint64 {
	text, err := os.ReadFile(path + ".log")
	if err != nil {
		t.Error(err)
	}
	return uint64(strings.Count(string(text), "\n"))
}

// While a clock runs it is shown at every beat; otherwise nothing is said twice.
func TestARunningClockIsShown(t *testing.T) {
	r := create(t)
	w := r.Watch("")
	beat := func(shown bool) {
		t.Helper()
		select {
		case <-w.box:
		default:
		}
		before := r.Sight()
		r.look(false)
		if !shown {
			nothingNew(t, w)
			return
		}
		i := before.State.Running()
		s := look(t, w)
		if was, is := before.State.Steps[i].Elapsed(before.Now), s.State.Steps[i].Elapsed(s.Now); is <= was {
			t.Errorf("%v after %v", is, was)
		}
	}
	beat(false)
	submit(t, r, "start report:s1")
	beat(true)
	submit(t, r, "pause")
	beat(false)
	submit(t, r, "resume")
	beat(true)
	submit(t, r, "finish")
	beat(false)
}

func TestCloseEndsTheWatchers(t *testing.T) {
	r := create(t)
	w := r.Watch("")
	look(t, w)
	ended := make(chan bool)
	go func() {
		_, open := w.Look(context.Background())
		ended <- open
	}()
	must(t, r.Close())
	if <-ended {
		t.Error("a sight after the room was closed")
	}
	must(t, r.Close())
	if _, open := r.Watch("").Look(context.Background()); open {
		t.Error("a closed room is seen")
	}
	w.Leave()
	if _, err := r.Pen(chair, "").Submit(orders(t, "attend expected=46 present=43")...); journal.CodeOf(err) != journal.Stopped {
		t.Error(err)
	}
	r, _ = reopen(t, r)
	if r.Sight().State.Heads.Counted {
		t.Error("written after the room was closed")
	}
}

func TestALookEnds(t *testing.T) {
	r := create(t)
	w := r.Watch("")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, ok := w.Look(ctx); ok {
		t.Error("a cancelled look sees")
	}
	look(t, w) // what lay in the box is not lost by it
	ctx, cancel = context.WithCancel(context.Background())
	ended := make(chan bool)
	go func() {
		_, ok := w.Look(ctx)
		ended <- ok
	}()
	cancel()
	if <-ended {
		t.Error("a look outlived its context")
	}
	go func() {
		_, ok := w.Look(context.Background())
		ended <- ok
	}()
	w.Leave()
	if <-ended {
		t.Error("a watcher sees after it has left")
	}
	w.Leave()
	submit(t, r, "attend expected=46 present=43") // into no box
}

// look is what lies in the box; something must.
func look(t testing.TB, w *Watcher) Sight {
	t.Helper()
	select {
	case s, open := <-w.box:
		if !open {
			t.Fatal("the room is closed")
		}
		return s
	default:
		t.Fatal("nothing is shown")
		return Sight{}
	}
}

func nothingNew(t testing.TB, w *Watcher) {
	t.Helper()
	select {
	case s := <-w.box:
		t.Errorf("shown: record %d", s.Head.Seq)
	default:
	}
}

func code(err error) meeting.Code {
	var r *meeting.Refusal
	if errors.As(err, &r) {
		return r.Code
	}
	return ""
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A pen of a seat writes in the bundle of that seat, wherever else sheets are keyed, and
// whoever reads a bundle again is never shown what was keyed first.
func TestSeatsHaveTheirOwn(t *testing.T) {
	r := counting(t)
	give := func(seat meeting.Seat, lines ...string) {
		t.Helper()
		_, err := r.Pen(chair, seat).Submit(orders(t, lines...)...)
		must(t, err)
	}
	give("a", "bundle by=一", "b 1 1")
	give("", "b 2 2")
	give("a", "b 1 1", "close-bundle 2")
	give("b", "second 2 by=三", "b 1 2")
	give(meeting.EverySeat, "b 2 1 bundle=1")
	if _, err := r.Pen(chair, "a").Submit(orders(t, "b 1 1")...); code(err) != meeting.NoBundle {
		t.Error(err)
	}
	state := r.Sight().State
	if hands := state.Round.Hands(); len(hands) != 2 || len(state.Round.Bundle.Ballots) != 2 || len(hands[1].Check.Second) != 1 {
		t.Errorf("%+v", hands)
	}
	seen := look(t, r.Watch("b")).State.Round
	if seen.Seat != "b" || len(seen.Check.Second) != 1 || seen.Check.First[0].Marks != nil || seen.Counts[0].Of(1) != 0 || seen.Read() != state.Round.Read() {
		t.Errorf("the second keyer is shown %+v", seen.Check)
	}
	r, _ = reopen(t, r)
	if !reflect.DeepEqual(r.Sight().State, state) {
		t.Error("another state is opened")
	}
}
