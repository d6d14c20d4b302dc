package archive

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"

	"shuping/internal/attached"
	"shuping/internal/fault"
	"shuping/internal/journal"
)

// Contents are what a session can be made of again: those of a bag of which every check
// has passed. They are read anew, and what is another by then is an error.
type Contents struct {
	e    *examiner
	head journal.Head
}

// Read verifies a bag as [Verify] does and, where every check has passed, lets use have
// its contents while it is open.
func Read(ctx context.Context, path, typed string, progress Progress, use func(Report, Contents) error) (Report, error) {
	return examine(ctx, path, typed, progress, func(r Report, e *examiner) error {
		if !r.checked() {
			return nil
		}
		return use(r, Contents{e, e.last})
	})
}

// Records are those of the journal, in their order.
func (c Contents) Records() iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		m := c.e.open(journalFile)
		if m == nil {
			yield(journal.Record{}, c.e.broke)
			return
		}
		defer m.Close()
		var last journal.Head
		for rec, err := range journal.ReadLines(m) {
			if err == nil {
				last = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
		if last != c.head {
			yield(journal.Record{}, changedSince(journalFile))
		}
	}
}

// Journal is the journal as it lies in the bag; done closes it.
func (c Contents) Journal() (in io.ReadSeeker, done func() error, err error) {
	m := c.e.open(journalFile)
	if m == nil {
		return nil, nil, c.e.broke
	}
	return io.NewSectionReader(m, 0, c.e.sums[journalFile].size), m.Close, nil
}

// Attached are the attached files, each once.
func (c Contents) Attached() []attached.File {
	var out []attached.File
	for _, a := range c.e.read.state.Files() {
		f := attached.File{Name: a.Name, Size: a.Size, SHA256: a.SHA256}
		if !slices.ContainsFunc(out, func(o attached.File) bool { return o.SHA256 == f.SHA256 }) {
			out = append(out, f)
		}
	}
	return out
}

// Open opens the bytes of an attached file.
func (c Contents) Open(f attached.File) (io.ReadCloser, error) {
	m := c.e.open(c.e.read.attachmentName(f.SHA256))
	if m == nil {
		return nil, c.e.broke
	}
	return m, nil
}

// Notes are the bytes of the document with the chair's private notes, nil where the bag
// has none.
func (c Contents) Notes() ([]byte, error) {
	if _, there := c.e.sums[notesFile]; !there {
		return nil, nil
	}
	return c.e.reread(notesFile), c.e.broke
}

// Kept is the signature of the bag as it is kept beside a session (package doc), nil of
// a bag that nobody signed.
func (c Contents) Kept() []byte {
	return slices.Concat(c.e.held[signerFile], c.e.held[signatureFile])
}

func changedSince(name string) *fault.Fault {
	return blame(Unreadable, "path", name, "reason", "changed").Because(errors.New(name + " changed while it was read"))
}
