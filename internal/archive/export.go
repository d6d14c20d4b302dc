package archive

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"shuping/internal/fault"
	"shuping/internal/journal"
)

// A Source is a session as it is read for a bag; *journal.Book is one.
type Source interface {
	Head() journal.Head
	Records(from uint64) iter.Seq2[journal.Record, error]
}

// A Bag is what was written.
type Bag struct {
	Path       string
	Form       Form
	Identifier string // as in bag-info.txt
	Head       journal.Head
	Mark       Mark
	Signature  string // where its signature is kept, if not beside the session
	Files      int
	Bytes      int64 // of all files
}

// Export writes the sealed meeting of src to dst: a zip where dst ends in .zip,
// a folder otherwise. The bag is written beside dst under a temporary name,
// flushed, read back and verified, and only then gets its own name. Something
// that has the name already is never touched. After an error, or when ctx is
// done, nothing of it is left. Every error is a *[Fault].
func Export(ctx context.Context, dst string, src Source, with Means, progress Progress) (Bag, error) {
	return newExporter(ctx, dst, src, with, progress).run()
}

// An exporter writes one bag. It goes over the journal twice, once to know what
// it comes to and once to copy it, because a zip and a manifest want to know
// sums before bytes, and the journal does not fit into memory. So it does with the
// table of the sheets and the workbook.
type exporter struct {
	ctx      context.Context
	dst      string
	src      Source
	with     Means
	disk     disk
	progress Progress
	done     int64 // records read, written and read back, and sheets and attachments as so many
	carried  int64 // bytes read of what is attached
	weight   int64 // of all that is

	head      journal.Head
	read      reading
	sums      map[string]sum
	pages     map[string][]byte // every file but those that are streams
	signature signature
	fresh     bool   // it was made now
	aside     string // where it is kept, if not beside the session
	mark      Mark
}

func newExporter(ctx context.Context, dst string, src Source, with Means, progress Progress) *exporter {
	return &exporter{
		ctx: ctx, dst: filepath.Clean(dst), src: src, with: with, disk: realDisk{shared: with.Shared}, progress: progress,
		read: reading{writer: Writer}, head: src.Head(), sums: map[string]sum{}, pages: map[string][]byte{},
	}
}

func (x *exporter) run() (Bag, error) {
	if f := x.vacant(); f != nil {
		return Bag{}, f
	}
	if f := x.survey(); f != nil {
		return Bag{}, f
	}
	var f *fault.Fault
	if x.with.Templates, f = x.recorded(); f != nil {
		return Bag{}, f
	}
	if f := x.compose(); f != nil {
		return Bag{}, f
	}
	if f := checkSizes(x.sizes()); f != nil {
		return Bag{}, f
	}
	draft := x.draft()
	if f := x.write(draft); f != nil {
		x.disk.remove(draft)
		return Bag{}, f
	}
	x.tell(passes * int64(x.head.Seq))
	return x.bag(), nil
}

// draft is what the bag is called until it is whole.
func (x *exporter) draft() string {
	return filepath.Join(filepath.Dir(x.dst), x.disk.draft())
}

// vacant refuses a destination that is taken or that has no folder.
func (x *exporter) vacant() *fault.Fault {
	taken, err := x.disk.exists(x.dst)
	switch {
	case err != nil:
		return x.storage(err)
	case taken:
		return blame(Exists, "path", x.dst)
	}
	there, err := x.disk.exists(filepath.Dir(x.dst))
	switch {
	case err != nil:
		return x.storage(err)
	case !there:
		return blame(NoFolder, "path", x.dst)
	}
	x.disk.sweep(filepath.Dir(x.dst))
	return nil
}

// survey follows the journal of a meeting that may go into an archive.
func (x *exporter) survey() *fault.Fault {
	if f := x.follow(); f != nil {
		return f
	}
	return x.read.final()
}

// follow follows the journal to its end and sums up its lines.
func (x *exporter) follow() *fault.Fault {
	all := newSummer()
	f := x.records(func(rec journal.Record) error {
		if err := x.read.follow(rec); err != nil {
			return fmt.Errorf("record %d: %w", rec.Seq, err)
		}
		all.add(rec.Line())
		all.add(newline)
		return nil
	})
	if f != nil {
		return f
	}
	x.sums[journalFile] = all.sum()
	return nil
}

var newline = []byte("\n")

// records goes over the journal up to the head with which the export began. An
// error of use is the source's own.
func (x *exporter) records(use func(journal.Record) error) *fault.Fault {
	var last journal.Head
	for rec, err := range x.src.Records(1) {
		if err == nil && x.ctx.Err() != nil {
			return blame(Stopped).Because(x.ctx.Err())
		}
		if err == nil {
			err = use(rec)
		}
		if err != nil {
			return blame(BadSource, "reason", err.Error()).Because(err)
		}
		last = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
		x.done++
		if x.done%512 == 0 {
			x.tell(x.done)
		}
		if rec.Seq == x.head.Seq {
			break
		}
	}
	if last != x.head {
		err := fmt.Errorf("it ends with record %d and should end with record %d", last.Seq, x.head.Seq)
		return blame(BadSource, "reason", err.Error()).Because(err)
	}
	return nil
}

// passes is how often everything is gone over: the journal is read, written and
// read back, the sheets are written twice to know their sums, and twice to stay;
// and what is attached is read for its sums, and to be written.
const passes = 9

// tell counts in records.
func (x *exporter) tell(done int64) {
	if x.progress != nil {
		x.progress(done, passes*int64(x.head.Seq))
	}
}

func (x *exporter) sizes() map[string]int64 {
	out := map[string]int64{}
	for name, s := range x.sums {
		out[name] = s.size
	}
	return out
}

func (x *exporter) bag() Bag {
	b := Bag{Path: x.dst, Signature: x.aside, Form: Folder, Identifier: x.read.identifier(), Head: x.head, Mark: x.mark, Files: len(x.sums)}
	if x.zipped() {
		b.Form = Zip
	}
	for _, s := range x.sums {
		b.Bytes += s.size
	}
	return b
}

func (x *exporter) zipped() bool { return strings.EqualFold(filepath.Ext(x.dst), ".zip") }

// readBack verifies the draft as somebody would who got the bag.
func (x *exporter) readBack(draft string) *fault.Fault {
	records := int64(x.head.Seq)
	report, err := Verify(x.ctx, draft, x.mark.Groups, func(done, total int64) {
		x.tell((passes-1)*records + records*done/max(total, 1))
	})
	if err == nil {
		err = report.Err()
	}
	switch {
	case x.ctx.Err() != nil:
		return blame(Stopped).Because(x.ctx.Err())
	case err != nil:
		return blame(ReadBack, "problem", err).Because(err)
	case report.Head.Hash != x.head.Hash.String():
		return blame(ReadBack, "problem", report.Head.Hash)
	}
	return nil
}

// storage says what the disk has refused, in terms of the destination and not
// of the draft.
func (x *exporter) storage(err error) *fault.Fault {
	return diskFault(x.dst, err)
}
