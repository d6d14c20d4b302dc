package archive

import (
	"io"

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
	for rec, err := range journal.ReadLines(bytes) {
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
