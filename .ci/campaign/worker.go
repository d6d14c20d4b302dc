package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"shuping/internal/journal"
)

// most is how many records one Append of a worker has.
const most = 12

// entry is the n-th record of every worker.
func entry(n uint64) journal.Entry {
	return journal.Entry{Kind: "ballot-entered", Event: fmt.Appendf(nil, `{"marks":"%d%d","n":%d}`, n%4+1, n%3+1, n)}
}

// act is the campaign as a worker of its own, which the driver harms.
func act(role string) int {
	path := os.Getenv("CAMPAIGN_PATH")
	if role == "open" {
		return look(path)
	}
	if role == "mirror" || role == "liar" {
		fmt.Println("end", mirrored(path, role == "liar"))
		return 3
	}
	seed, _ := strconv.ParseUint(os.Getenv("CAMPAIGN_SEED"), 10, 64)
	times, _ := strconv.Atoi(os.Getenv("CAMPAIGN_TIMES"))
	w := worker{path: path, times: times, random: rand.New(rand.NewPCG(seed, 1)), early: role == "early", deaf: role == "deaf"}
	if err := w.work(); err != nil {
		fmt.Println("end", journal.CodeOf(err))
		return 3
	}
	return 0
}

// A worker appends, and says what was acknowledged.
type worker struct {
	path   string
	times  int // 0 for ever
	random *rand.Rand
	early  bool // control: it says so before it is so
	deaf   bool // control: it takes no notice of what fails
}

func (w worker) work() error {
	b, _, err := journal.Open(w.path)
	if err != nil {
		return err
	}
	fmt.Println("open", b.Head().Seq)
	for n := 0; w.times == 0 || n < w.times; n++ {
		var batch []journal.Entry
		next := b.Head().Seq + 1
		for range 1 + w.random.IntN(most) {
			batch = append(batch, entry(next+uint64(len(batch))))
		}
		last := next + uint64(len(batch)) - 1
		if w.early {
			fmt.Println("ack", last)
		}
		if err := w.append(b, batch); err != nil {
			if w.deaf {
				fmt.Println("ack", last)
			}
			return err
		}
		fmt.Println("ack", last)
	}
	return b.Close()
}

// append tries a full disk again, as a person would.
func (w worker) append(b *journal.Book, batch []journal.Entry) (err error) {
	for range 3 {
		if _, err = b.Append(batch...); journal.CodeOf(err) != journal.DiskFull {
			return err
		}
	}
	return err
}

// acknowledged is the last record that a worker's output says is safe, and the last
// of the journal when it was opened.
func acknowledged(out string) (acked uint64) {
	for line := range strings.Lines(out) {
		var n uint64
		if _, err := fmt.Sscanf(line, "ack %d\n", &n); err == nil {
			acked = max(acked, n)
		}
		if _, err := fmt.Sscanf(line, "open %d\n", &n); err == nil {
			acked = max(acked, n)
		}
	}
	return acked
}

// begin makes a session with a first record.
func begin(dir string) (string, error) {
	path := filepath.Join(dir, "meeting.shuping")
	b, err := journal.Create(path, entry(1))
	if err != nil {
		return "", err
	}
	return path, b.Close()
}

// A finding is what a session came to after it was harmed.
type finding struct {
	records uint64
	state   string // equal, or what lagged
}

// proves looks at a session that was harmed and, if open says so, opens it. What was acknowledged is
// there, at most one Append more, nobody who only looks refuses, and nothing is
// called damaged.
func proves(path string, acked uint64, open bool) (f finding, err error) {
	r, report, err := journal.Read(path)
	if err != nil {
		return f, breaks("a look refuses: %v", err)
	}
	f.records, f.state = report.Records, "equal"
	n, err := holds(r)
	r.Close()
	switch {
	case err != nil:
		return f, err
	case n != report.Records:
		return f, breaks("%d records are told of %d", n, report.Records)
	case n < acked:
		return f, breaks("%d records were acknowledged and %d are there", acked, n)
	case n > acked+most:
		return f, breaks("%d records were acknowledged and %d are there", acked, n)
	}
	for _, note := range report.Notes {
		f.state = string(note.Code)
		if note.Code != journal.UnseenRecord && note.Code != journal.TornLine {
			return f, breaks("what a kill leaves is called %v", note)
		}
	}
	if !open {
		return f, nil
	}
	b, again, err := journal.Open(path)
	if err != nil {
		return f, breaks("it does not open: %v", err)
	}
	defer b.Close()
	if again.Head != report.Head {
		return f, breaks("a look finds record %d and opening record %d", report.Records, again.Records)
	}
	if n, err := holds(b); err != nil || n != f.records {
		return f, breaks("opened, it has %d records of %d, %v", n, f.records, err)
	}
	damaged, _ := filepath.Glob(path + "*.damaged-*")
	if len(damaged) > 0 {
		return f, breaks("%s is called damaged", damaged[0])
	}
	return f, nil
}

// holds counts the records that are told, each of which must be the one that was
// appended.
func holds(t any) (n uint64, err error) {
	var records func(func(journal.Record, error) bool)
	switch t := t.(type) {
	case *journal.Reading:
		records = t.Records(1)
	case *journal.Book:
		records = t.Records(1)
	default:
		return 0, errors.New("nobody tells records")
	}
	for r, err := range records {
		if err != nil {
			return n, breaks("record %d: %v", n+1, err)
		}
		n++
		if r.Seq != n || string(r.Event) != string(entry(n).Event) {
			return n, breaks("record %d is not the one that was appended: %s", n, r.Event)
		}
	}
	return n, nil
}
