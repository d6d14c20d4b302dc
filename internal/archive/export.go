package archive

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

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
	Files      int
	Bytes      int64 // of all files
}

// Export writes the sealed meeting of src to dst: a zip where dst ends in .zip,
// a folder otherwise. The bag is written beside dst under a temporary name,
// flushed, read back and verified, and only then gets its own name. Something
// that has the name already is never touched. After an error, or when ctx is
// done, nothing of it is left. Every error is a *[Fault].
func Export(ctx context.Context, dst string, src Source, progress Progress) (Bag, error) {
	return newExporter(ctx, dst, src, progress).run()
}

// An exporter writes one bag. It goes over the journal twice, once to know what
// it comes to and once to copy it, because a zip and a manifest want to know
// sums before bytes, and the journal does not fit into memory.
type exporter struct {
	ctx      context.Context
	dst      string
	src      Source
	disk     disk
	progress Progress
	done     int64 // records read, written and read back

	head  journal.Head
	read  reading
	sums  map[string]sum
	pages map[string][]byte // every file but the journal
}

func newExporter(ctx context.Context, dst string, src Source, progress Progress) *exporter {
	return &exporter{
		ctx: ctx, dst: filepath.Clean(dst), src: src, disk: realDisk{}, progress: progress,
		head: src.Head(), sums: map[string]sum{},
	}
}

func (x *exporter) run() (Bag, error) {
	if f := x.vacant(); f != nil {
		return Bag{}, f
	}
	if f := x.survey(); f != nil {
		return Bag{}, f
	}
	x.compose()
	if f := checkSizes(x.sizes()); f != nil {
		return Bag{}, f
	}
	draft := filepath.Join(filepath.Dir(x.dst), ".shuping-"+x.disk.suffix()+".part")
	if f := x.write(draft); f != nil {
		x.disk.remove(draft)
		return Bag{}, f
	}
	x.tell(3 * int64(x.head.Seq))
	return x.bag(), nil
}

// vacant refuses a destination that is taken or that has no folder.
func (x *exporter) vacant() *Fault {
	taken, err := x.disk.exists(x.dst)
	switch {
	case err != nil:
		return x.storage(err)
	case taken:
		return fault(Exists, "path", x.dst)
	}
	there, err := x.disk.exists(filepath.Dir(x.dst))
	switch {
	case err != nil:
		return x.storage(err)
	case !there:
		return fault(NoFolder, "path", x.dst)
	}
	return nil
}

// survey follows the journal to its end and sums up its lines.
func (x *exporter) survey() *Fault {
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
	return x.read.final()
}

var newline = []byte("\n")

// records goes over the journal up to the head with which the export began. An
// error of use is the source's own.
func (x *exporter) records(use func(journal.Record) error) *Fault {
	var last journal.Head
	for rec, err := range x.src.Records(1) {
		if err == nil && x.ctx.Err() != nil {
			return fault(Stopped).because(x.ctx.Err())
		}
		if err == nil {
			err = use(rec)
		}
		if err != nil {
			return fault(BadSource, "reason", err.Error()).because(err)
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
		return fault(BadSource, "reason", err.Error()).because(err)
	}
	return nil
}

// tell counts in records: the journal is read, written and read back.
func (x *exporter) tell(done int64) {
	if x.progress != nil {
		x.progress(done, 3*int64(x.head.Seq))
	}
}

// compose makes every file but the journal.
func (x *exporter) compose() {
	x.pages = x.read.papers()
	x.pages[declarationFile] = []byte(declaration)
	x.sum()
	var octets int64
	for _, name := range payload {
		octets += x.sums[name].size
	}
	x.pages[infoFile] = x.read.info(octets, len(payload))
	x.pages[manifestFile] = manifest(payload, x.sums)
	x.sum()
	x.pages[tagManifestFile] = manifest(tags, x.sums)
	x.sum()
}

func (x *exporter) sum() {
	for name, page := range x.pages {
		x.sums[name] = sumOf(page)
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
	b := Bag{Path: x.dst, Form: Folder, Identifier: x.read.identifier(), Head: x.head, Files: len(x.sums)}
	if x.zipped() {
		b.Form = Zip
	}
	for _, s := range x.sums {
		b.Bytes += s.size
	}
	return b
}

func (x *exporter) zipped() bool { return strings.EqualFold(filepath.Ext(x.dst), ".zip") }

// write makes the draft, reads it back and gives it its name.
func (x *exporter) write(draft string) *Fault {
	var f *Fault
	if x.zipped() {
		f = x.writeZip(draft)
	} else {
		f = x.writeFolder(draft)
	}
	if f == nil {
		f = x.readBack(draft)
	}
	if f == nil && x.ctx.Err() != nil {
		f = fault(Stopped).because(x.ctx.Err())
	}
	if f != nil {
		return f
	}
	if err := x.disk.place(draft, x.dst, !x.zipped()); err != nil {
		return x.storage(err)
	}
	if err := x.disk.syncDir(filepath.Dir(x.dst)); err != nil {
		x.disk.remove(x.dst)
		return x.storage(err)
	}
	return nil
}

func (x *exporter) writeFolder(draft string) *Fault {
	data := filepath.Join(draft, "data")
	for _, dir := range []string{draft, data} {
		if err := x.disk.mkdir(dir); err != nil {
			return x.storage(err)
		}
	}
	for _, name := range sorted(x.sums) {
		if f := x.writeFile(filepath.Join(draft, filepath.FromSlash(name)), name); f != nil {
			return f
		}
	}
	for _, dir := range []string{data, draft} {
		if err := x.disk.syncDir(dir); err != nil {
			return x.storage(err)
		}
	}
	return nil
}

func (x *exporter) writeFile(path, name string) *Fault {
	return x.draw(path, func(w io.Writer) *Fault { return x.copy(w, name) })
}

func (x *exporter) writeZip(draft string) *Fault {
	base := x.read.identifier()
	return x.draw(draft, func(w io.Writer) *Fault {
		var entries []entry
		var at int64
		for _, name := range sorted(x.sums) {
			e := entry{base + "/" + name, x.sums[name].crc, uint32(x.sums[name].size), uint32(at)}
			if _, err := w.Write(e.local()); err != nil {
				return x.storage(err)
			}
			if f := x.copy(w, name); f != nil {
				return f
			}
			entries = append(entries, e)
			at += e.length()
		}
		if _, err := w.Write(directory(entries)); err != nil {
			return x.storage(err)
		}
		return nil
	})
}

// draw makes one file, lets fill write it, and flushes it to the disk.
func (x *exporter) draw(path string, fill func(io.Writer) *Fault) *Fault {
	file, err := x.disk.create(path)
	if err != nil {
		return x.storage(err)
	}
	w := bufio.NewWriterSize(file, 256<<10)
	f := fill(w)
	if f == nil {
		if err := w.Flush(); err != nil {
			f = x.storage(err)
		} else if err := file.Sync(); err != nil {
			f = x.storage(err)
		}
	}
	if err := file.Close(); err != nil && f == nil {
		f = x.storage(err)
	}
	return f
}

// copy writes one file of the bag.
func (x *exporter) copy(w io.Writer, name string) *Fault {
	if name != journalFile {
		_, err := io.Copy(w, bytes.NewReader(x.pages[name]))
		if err != nil {
			return x.storage(err)
		}
		return nil
	}
	var disk error
	f := x.records(func(rec journal.Record) error {
		line := slices.Concat(rec.Line(), newline)
		_, disk = w.Write(line)
		return disk
	})
	if disk != nil {
		return x.storage(disk)
	}
	return f
}

// readBack verifies the draft as somebody would who got the bag.
func (x *exporter) readBack(draft string) *Fault {
	records := int64(x.head.Seq)
	report, err := Verify(x.ctx, draft, func(done, total int64) {
		x.tell(2*records + records*done/max(total, 1))
	})
	if err == nil {
		err = report.Err()
	}
	switch {
	case x.ctx.Err() != nil:
		return fault(Stopped).because(x.ctx.Err())
	case err != nil:
		return fault(ReadBack, "problem", err.Error()).because(err)
	case report.Head.Hash != x.head.Hash.String():
		return fault(ReadBack, "problem", report.Head.Hash)
	}
	return nil
}

// storage says what the disk has refused, in terms of the destination and not
// of the draft.
func (x *exporter) storage(err error) *Fault {
	return diskFault(x.dst, err)
}
