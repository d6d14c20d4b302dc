package journal

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// follower follows a session, and keeps what it was handed since it began anew.
type follower struct {
	*Follower
	lines []string
}

// poll is one poll; anything but nil makes what was handed out void.
func (f *follower) poll(upto Head) error {
	err := f.Poll(upto, func(r Record) error {
		f.lines = append(f.lines, string(r.Line()))
		return nil
	})
	if err != nil {
		f.lines = nil
	}
	return err
}

// sees holds what was handed out against the first n lines of a twin.
func (f *follower) sees(t *testing.T, want []string, n int) {
	t.Helper()
	if !slices.Equal(f.lines, want[:n]) || f.Head().Seq != uint64(n) {
		t.Errorf("%d records, head %d; want the first %d", len(f.lines), f.Head().Seq, n)
	}
}

func TestFollowerShowsNothingBeyondWhatIsAcknowledged(t *testing.T) {
	path := session(t, 30)
	want, f := twinLines(t, path), follower{Follower: Follow(path)}
	for _, n := range []uint64{1, 1, 7, 30} {
		must(t, f.poll(headAt(t, want, n)))
		f.sees(t, want, int(n))
	}
	must(t, f.poll(Head{Seq: 99}))
	f.sees(t, want, 30)
}

func TestFollowerWaitsAPollWhereNobodyAcknowledges(t *testing.T) {
	path := session(t, 9)
	want, f := twinLines(t, path), follower{Follower: Follow(path)}
	must(t, f.poll(Head{}))
	f.sees(t, want, 0)
	must(t, f.poll(Head{}))
	f.sees(t, want, 9)

	b, _ := opened(t, path)
	appendTo(t, b, entries(10, 12)...)
	must(t, b.Close())
	want = twinLines(t, path)
	must(t, f.poll(Head{}))
	f.sees(t, want, 9)
	must(t, f.poll(Head{}))
	f.sees(t, want, 12)
}

// TestFollowerTakesAGrowingTwin cuts the twin at every byte, in the order in which a
// writer makes it: half a line is never a record, and no whole one is missed.
func TestFollowerTakesAGrowingTwin(t *testing.T) {
	path := session(t, 4)
	text, want := read(t, path+suffix), twinLines(t, path)
	f := follower{Follower: Follow(path)}
	must(t, os.Truncate(path+suffix, 0))
	file, err := os.OpenFile(path+suffix, os.O_WRONLY, 0)
	must(t, err)
	defer file.Close()
	for i := range text {
		_, err := file.WriteAt(text[i:i+1], int64(i))
		must(t, err)
		must(t, f.poll(Head{Seq: 99}))
		f.sees(t, want, strings.Count(string(text[:i+1]), "\n"))
	}
}

// TestFollowerBeginsAnew: whatever is done to the twin, the next but one poll has what
// stands in it now.
func TestFollowerBeginsAnew(t *testing.T) {
	other := read(t, session(t, 22)+suffix)
	for name, c := range map[string]struct {
		harm func(t *testing.T, twin string, text []byte)
		upto func(t *testing.T, now []string) Head // nil: nobody acknowledges
		says error
	}{
		"cut back": {harm: func(t *testing.T, twin string, text []byte) {
			must(t, os.Truncate(twin, int64(strings.Index(string(text), "\n")+1)))
		}},
		"replaced": {harm: func(t *testing.T, twin string, _ []byte) {
			must(t, os.WriteFile(twin+".new", other, 0o600))
			must(t, os.Rename(twin+".new", twin))
		}},
		"cut back and filled again to its length": {
			harm: func(t *testing.T, twin string, text []byte) {
				must(t, os.WriteFile(twin, []byte(strings.Join(forked(t, text), "")), 0o600))
			},
			upto: func(t *testing.T, now []string) Head { return headAt(t, now, uint64(len(now))) },
		},
		"not acknowledged after all": {
			harm: func(*testing.T, string, []byte) {},
			upto: func(t *testing.T, now []string) Head { return headAt(t, now, 11) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := session(t, 20)
			text, f := read(t, path+suffix), follower{Follower: Follow(path)}
			must(t, f.poll(Head{Seq: 99}))
			c.harm(t, path+suffix, text)
			want, upto := twinLines(t, path), Head{Seq: 99}
			if c.upto != nil {
				upto = c.upto(t, want)
				want = want[:upto.Seq]
			}
			if err := f.poll(upto); !errors.Is(err, ErrAnew) {
				t.Fatalf("%v", err)
			}
			must(t, f.poll(upto))
			f.sees(t, want, len(want))
		})
	}
}

func TestFollowerNamesWhatItCannotRead(t *testing.T) {
	path := session(t, 20)
	text, f := read(t, path+suffix), follower{Follower: Follow(path)}
	must(t, f.poll(Head{Seq: 99}))

	spoiled := slices.Clone(text)
	spoiled[len(spoiled)/2] ^= 1
	must(t, os.WriteFile(path+suffix, spoiled, 0o600))
	must(t, f.poll(Head{Seq: 99})) // what was taken is not read again
	g := follower{Follower: Follow(path)}
	if err := g.poll(Head{Seq: 99}); CodeOf(err) != Damaged {
		t.Errorf("%v", err)
	}

	must(t, os.Remove(path+suffix))
	for range 2 {
		if err := f.poll(Head{Seq: 99}); CodeOf(err) != Missing {
			t.Errorf("%v", err)
		}
	}
	must(t, os.WriteFile(path+suffix, text, 0o600))
	must(t, f.poll(Head{Seq: 99}))
	f.sees(t, twinLines(t, path), 20)
}

// TestFollowerWaitsForTheRecordThatIsAcknowledged: another record of that number is
// handed out to nobody.
func TestFollowerWaitsForTheRecordThatIsAcknowledged(t *testing.T) {
	path := session(t, 5)
	f, want := follower{Follower: Follow(path)}, twinLines(t, path)
	for range 2 {
		if err := f.poll(Head{Seq: 5, Hash: Hash{1}}); !errors.Is(err, ErrAnew) {
			t.Errorf("%v", err)
		}
	}
	must(t, f.poll(headAt(t, want, 5)))
	f.sees(t, want, 5)
}

func TestFollowerLeavesNothing(t *testing.T) {
	path := session(t, 5)
	before, err := os.ReadDir(strings.TrimSuffix(path, "/meeting.shuping"))
	must(t, err)
	f := follower{Follower: Follow(path)}
	must(t, f.poll(Head{Seq: 99}))
	b, _ := opened(t, path) // nobody holds its lock
	appendTo(t, b, entry(6))
	must(t, b.Close())
	after, err := os.ReadDir(strings.TrimSuffix(path, "/meeting.shuping"))
	must(t, err)
	if len(after) != len(before) {
		t.Errorf("%v, then %v", before, after)
	}
}

func TestFollowerGoesBackWhenARecordIsRefused(t *testing.T) {
	path := session(t, 3)
	f, refused := Follow(path), errors.New("refused")
	if err := f.Poll(Head{Seq: 99}, func(Record) error { return refused }); err != refused || f.Head() != (Head{}) {
		t.Errorf("%v, head %d", err, f.Head().Seq)
	}
}

// headAt is the head of a chain after its n-th line.
func headAt(t *testing.T, lines []string, n uint64) Head {
	t.Helper()
	var proof chain
	for _, line := range lines[:n] {
		_, err := proof.next([]byte(line))
		must(t, err)
	}
	return proof.head
}

// forked is a twin of the same lengths whose last record is another one.
func forked(t *testing.T, text []byte) []string {
	t.Helper()
	lines := strings.SplitAfter(strings.TrimSuffix(string(text), "\n"), "\n")
	last := len(lines) - 1
	var proof chain
	for _, line := range lines[:last] {
		_, err := proof.next([]byte(strings.TrimSuffix(line, "\n")))
		must(t, err)
	}
	other := entry(last + 1)
	other.Event = []byte(strings.Replace(string(other.Event), `[1,2]`, `[2,1]`, 1))
	_, records, err := newBatch("", proof.head, []Entry{other})
	must(t, err)
	lines[last] = string(records[0].Line()) + "\n"
	if len(strings.Join(lines, "")) != len(text) || lines[last] == string(text[len(text)-len(lines[last]):]) {
		t.Fatal("the twin is not of the same length, or the same")
	}
	return lines
}
