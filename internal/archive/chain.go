package archive

import (
	"io"
	"iter"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// journal reads the journal once: it sums it up, proves its chain, holds its
// records against their schema and replays them. What is wrong is kept for the
// checks of each.
func (e *examiner) journal() {
	if _, ok := e.sums[journalFile]; ok {
		return
	}
	m := e.open(journalFile)
	if m == nil {
		return
	}
	defer m.Close()
	all := newSummer()
	bytes := io.TeeReader(m, all)
	for rec, err := range ahead(journal.ReadLines(bytes)) {
		if err != nil {
			e.chain = chainFault(err)
			break
		}
		e.last = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
		if rec.Kind == sealKind {
			e.seals = append(e.seals, e.last)
		}
		if rec.Kind == countKind {
			e.counts = append(e.counts, e.last)
		}
		if e.misfit == nil {
			e.misfit = e.fits(rec)
		}
		if e.replay == nil {
			e.replay = e.follow(rec)
		}
	}
	if m.err == nil {
		// What stands behind a break belongs to the sum; m keeps the error.
		_, _ = io.Copy(io.Discard, bytes)
	}
	e.broke = m.err
	e.sums[journalFile] = all.sum()
	if e.chain == nil && e.replay == nil {
		e.read.format = e.format
		e.pages = e.read.pages()
	}
}

func (e *examiner) follow(rec journal.Record) *fault.Fault {
	if err := e.read.follow(rec); err != nil {
		return blame(NotReplayed, "record", rec.Seq, "kind", shown(rec.Kind), "reason", shown(err.Error()))
	}
	return nil
}

// chainFault says where the chain breaks. The fault of package journal is not
// its cause in the sense of errors.Is: it would name a session where there is a
// bag.
func chainFault(err error) *fault.Fault {
	f := blame(ChainBroken, "record", uint64(0), "reason", shown(err.Error()))
	if j := fault.Find(err, "journal"); j != nil {
		f.Values["record"] = j.At.Record
		if j.Cause != nil {
			f.Values["reason"] = shown(j.Cause.Error())
		} else if detail, is := j.Values["detail"].(string); is {
			f.Values["reason"] = shown(detail)
		}
	}
	return f
}

// ahead yields what a sequence of records does, which is drawn some records ahead of
// its use and in a goroutine of its own. The sequence has come to rest when the loop
// has ended, also by a break.
func ahead(records iter.Seq2[journal.Record, error]) iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		drawn, enough := make(chan draught, 4), make(chan struct{})
		go func() {
			defer close(drawn)
			draw(records, drawn, enough)
		}()
		defer func() {
			close(enough)
			for range drawn { // up to its end
			}
		}()
		for d := range drawn {
			for _, rec := range d.records {
				if !yield(rec, nil) {
					return
				}
			}
			if d.err != nil {
				yield(journal.Record{}, d.err)
				return
			}
		}
	}
}

// A draught is some records, and the error behind them that ended their sequence.
type draught struct {
	records []journal.Record
	bytes   int // of their events
	err     error
}

// Records are handed over when there are so many, or when they have so many bytes.
const (
	draughtRecords = 256
	draughtBytes   = 64 << 10
)

func draw(records iter.Seq2[journal.Record, error], drawn chan<- draught, enough <-chan struct{}) {
	var d draught
	put := func() bool {
		select {
		case drawn <- d:
		case <-enough:
			return false
		}
		d = draught{}
		return true
	}
	for rec, err := range records {
		if err != nil {
			d.err = err
			break
		}
		d.records, d.bytes = append(d.records, rec), d.bytes+len(rec.Event)
		if (len(d.records) >= draughtRecords || d.bytes >= draughtBytes) && !put() {
			return
		}
	}
	put()
}
