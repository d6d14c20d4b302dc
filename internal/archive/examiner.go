package archive

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"
	"sync"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// An examiner makes the checks. Every file is read once, but for the papers and the
// workbook, which are read again for their figures.
type examiner struct {
	ctx      context.Context
	typed    string // from the signed paper
	shelf    shelf
	bad      *fault.Fault // what is wrong with the files
	progress Progress

	bytes       int64       // of all files
	told        *sync.Mutex // held while somebody is told of progress
	done, total int64
	broke       error // of ctx or of the disk

	format  string
	payload []string // in the order of the manifest
	sums    map[string]sum
	held    map[string][]byte // every file that is no stream and no paper
	signer  string
	buffer  []byte // through which long files go

	named   int            // the seal that what was typed is of, from 1; 0 for nothing typed
	typedBy string         // words, groups, both or nothing
	last    journal.Head   // of the chain, as far as it holds
	seals   []journal.Head // the records of all seals in it
	counts  []journal.Head // the records by which counts were closed
	read    reading
	schemas []*compiled
	fitting map[sort]bool // the sorts of records that were found to fit
	misfit  *fault.Fault  // the record that does not fit its schema
	chain   *fault.Fault  // what is wrong with the journal
	replay  *fault.Fault
	pages   map[string][]byte // what the payload should be
	book    *bookCheck        // nil until it is begun
}

// contentManifest holds the payload against its manifest. The schemas are looked
// up first, because the journal is read once and must fit them.
func (e *examiner) contentManifest() (values, *fault.Fault) {
	if e.format != format1 {
		e.schemas = e.compile()
	}
	v, f := e.manifest(manifestFile, e.payload)
	if f != nil {
		return nil, f
	}
	for _, name := range e.payload {
		if sum := fmt.Sprintf("%x", e.sums[name].sha); isAttachment(name) && path.Base(name) != sum &&
			(e.format == format2 || !strings.HasPrefix(path.Base(name), sum[:sumBefore]+"-")) {
			return nil, blame(NameOfSum, "name", name)
		}
	}
	return v, nil
}

// manifest holds the files against their sums, and in a zip against the CRC-32
// that it states.
func (e *examiner) manifest(name string, files []string) (values, *fault.Fault) {
	listed, f := readManifest(name, e.page(name), files)
	if f != nil {
		return nil, f
	}
	for _, file := range append([]string{name}, files...) {
		e.sum(file)
		if e.broke != nil {
			return nil, nil
		}
		if want, ok := listed[file]; ok && e.sums[file].sha != want {
			return nil, blame(SumDiffers, "name", file, "manifest", name)
		}
		if f := e.checkCRC(file); f != nil {
			return nil, f
		}
	}
	return values{"files": len(files)}, nil
}

func (e *examiner) checkCRC(file string) *fault.Fault {
	if crc, ok := e.shelf.crc(file); ok && e.sums[file].crc != crc {
		return blame(CRCDiffers, "name", file)
	}
	return nil
}

// sum reads the file once and sums it up.
func (e *examiner) sum(file string) {
	switch {
	case file == journalFile:
		e.journal()
	case isStream(file) || isPaper(file):
		e.digest(file)
	default:
		e.page(file)
	}
}

// digest sums up a file of which nothing is kept.
func (e *examiner) digest(name string) {
	if _, ok := e.sums[name]; ok {
		return
	}
	m := e.open(name)
	if m == nil {
		return
	}
	defer m.Close()
	all := newSummer()
	if _, err := io.CopyBuffer(all, m, e.buffer); err != nil {
		e.broke = err
		return
	}
	e.sums[name] = all.sum()
}

// page is the whole of a small file; nil once reading broke.
func (e *examiner) page(name string) []byte {
	if b, ok := e.held[name]; ok || e.broke != nil {
		return b
	}
	b := e.fetch(name)
	if e.broke == nil {
		e.held[name], e.sums[name] = b, sumOf(b)
	}
	return b
}

// fetch reads a small file that is not kept.
func (e *examiner) fetch(name string) []byte {
	m := e.open(name)
	if m == nil {
		return nil
	}
	defer m.Close()
	b := make([]byte, min(e.shelf.files()[name], maxPage))
	if _, err := io.ReadFull(m, b); err != nil {
		e.broke = err // it is shorter than it was
		return nil
	}
	return b
}
