package archive

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path"
	"path/filepath"
	"strings"
	"sync"

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

// An exporter writes one bag. The long files are drawn once and while others are: the
// journal as it is read, the workbook beside the table of the sheets. Those of a folder
// are drawn where they belong. A zip and its manifest want to know sums before bytes,
// so that those of a zip wait in a folder beside it.
type exporter struct {
	ctx      context.Context
	dst      string
	src      Source
	with     Means
	disk     disk
	spool    string   // the folder in which the long files are drawn
	folders  []string // those that were made in it
	lay      laying
	told     sync.Mutex // held while somebody is told of progress
	progress Progress
	done     int64 // records read, written and read back, and sheets and attachments as so many
	carried  int64 // bytes read of what is attached
	weight   int64 // of all that is

	head      journal.Head
	read      reading // let go before the draft is read back, which is a reading of its own
	called    string  // the identifier
	sums      map[string]sum
	pages     map[string][]byte // every file but those that are streams
	signature signature
	fresh     bool   // it was made now
	aside     string // where it is kept, if not beside the session
	mark      Mark
}

func newExporter(ctx context.Context, dst string, src Source, with Means, progress Progress) *exporter {
	x := &exporter{
		ctx: ctx, dst: filepath.Clean(dst), src: src, with: with, disk: realDisk{shared: with.Shared}, progress: progress,
		read: reading{writer: Writer}, head: src.Head(), sums: map[string]sum{}, pages: map[string][]byte{},
	}
	x.lay = x.drawLong
	return x
}

func (x *exporter) run() (Bag, error) {
	if f := x.vacant(); f != nil {
		return Bag{}, f
	}
	draft := x.draft()
	x.spool = draft
	if x.zipped() {
		x.spool = x.draft()
		defer x.disk.remove(x.spool)
	}
	if f := x.make(draft); f != nil {
		x.disk.remove(draft)
		return Bag{}, f
	}
	x.tell(passes * int64(x.head.Seq))
	return x.bag(), nil
}

// make makes the draft and gives it its name.
func (x *exporter) make(draft string) *fault.Fault {
	if f := x.folder(path.Dir(bookFile)); f != nil {
		return f
	}
	var f *fault.Fault
	if x.sums[journalFile], f = x.lay(journalFile, x.survey); f != nil {
		return f
	}
	if x.with.Templates, f = x.recorded(); f != nil {
		return f
	}
	if f := x.compose(); f != nil {
		return f
	}
	if f := checkSizes(x.sizes()); f != nil {
		return f
	}
	return x.write(draft)
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

// survey follows the journal of a meeting that may go into an archive, and writes its
// lines.
func (x *exporter) survey(w io.Writer) *fault.Fault {
	if f := x.follow(w); f != nil {
		return f
	}
	return x.read.final()
}

// follow follows the journal to its end and writes its lines.
func (x *exporter) follow(w io.Writer) *fault.Fault {
	out := &watchedWriter{ctx: x.ctx, w: w}
	err := x.records(out)
	switch {
	case out.err != nil:
		return x.storage(out.err)
	case x.ctx.Err() != nil:
		return blame(Stopped).Because(x.ctx.Err())
	case err != nil:
		return blame(BadSource, "reason", err.Error()).Because(err)
	}
	return nil
}

// records follows the journal up to the head with which the export began.
func (x *exporter) records(w io.Writer) error {
	for rec, err := range ahead(x.written(w)) {
		if err != nil {
			return err
		}
		if err := x.read.follow(rec); err != nil {
			return fmt.Errorf("record %d: %w", rec.Seq, err)
		}
		if rec.Seq%512 == 0 {
			x.tell(int64(rec.Seq))
		}
	}
	if x.read.head != x.head {
		return fmt.Errorf("it ends with record %d and should end with record %d", x.read.head.Seq, x.head.Seq)
	}
	x.done = int64(x.head.Seq)
	return nil
}

// written yields the records up to that head, each once its line was written.
func (x *exporter) written(w io.Writer) iter.Seq2[journal.Record, error] {
	return func(yield func(journal.Record, error) bool) {
		for rec, err := range x.src.Records(1) {
			if err == nil {
				_, err = w.Write(append(rec.Line(), '\n'))
			}
			if !yield(rec, err) || err != nil || rec.Seq == x.head.Seq {
				return
			}
		}
	}
}

// passes is how often everything is gone over: the journal is read, the sheets are
// written twice, what is attached is read for its sums and to be written, and to read
// all of it back takes three times as long as any of these.
const passes = 8

// tell counts in records.
func (x *exporter) tell(done int64) {
	x.told.Lock()
	defer x.told.Unlock()
	x.done = max(x.done, done)
	if x.progress != nil {
		x.progress(x.done, passes*int64(x.head.Seq))
	}
}

// step tells of so many records more.
func (x *exporter) step(n int64) {
	x.told.Lock()
	defer x.told.Unlock()
	x.done += n
	if x.progress != nil {
		x.progress(x.done, passes*int64(x.head.Seq))
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
	b := Bag{Path: x.dst, Signature: x.aside, Form: Folder, Identifier: x.called, Head: x.head, Mark: x.mark, Files: len(x.sums)}
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
		x.tell((passes-3)*records + 3*records*done/max(total, 1))
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
