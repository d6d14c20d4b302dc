package journal

import "shuping/internal/fault"

// Open opens a session that exists. It reads both files, verifies both chains
// and compares them before bbolt sees anything. Where one copy is the beginning
// of the other, as a kill or a power cut leaves them, what it lacks is appended to
// it. If one copy is missing or damaged, it is written anew from what holds, and
// the bad file is kept beside as NAME.damaged-N. The report says so in its notes.
// If no chain can be trusted, the fault says why and nothing on disk has changed.
//
// At most one Append that was never acknowledged may turn up: its records count
// and are noted as UnseenRecord. A write of several records that the power cut
// in the middle of a line is dropped as a whole; only if it was cut exactly
// between two lines do the whole ones remain, and are noted.
func Open(path string) (*Book, Report, error) { return openTaking(path, nil) }

func openTaking(path string, take func(Record)) (*Book, Report, error) {
	var notes []Note
	for range 3 {
		b, found, err := open(path, take)
		notes = append(notes, found.Notes...)
		if b != nil || err != nil {
			found.Notes = notes
			return b, found, err
		}
	}
	return nil, Report{Notes: notes}, blame(Storage, fault.Place{File: path}, "it does not stay rebuilt")
}

// open opens a session whose copies hold or lag, or rebuilds another and gives
// neither a book nor an error.
func open(path string, take func(Record)) (*Book, Report, error) {
	p, err := hold(path, true, take)
	if err != nil {
		return nil, Report{}, err
	}
	v, err := judge(p.book, p.twin)
	if err != nil {
		p.close()
		return nil, Report{}, err
	}
	report := v.report()
	sweep(path)
	if v.bad() != nil {
		defer p.close()
		done, err := p.rebuild(v)
		report.Notes = append(report.Notes, done...)
		return nil, report, err
	}
	kept, err := v.catchUp()
	if err != nil {
		p.close()
		return nil, report, err
	}
	report.keep(kept)
	b, err := newBook(v)
	if err != nil {
		p.close()
		return nil, report, err
	}
	return b, report, nil
}
