package archive

import (
	"context"
	"io"
	"path/filepath"

	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/papers"
)

// A Paper is one file that was written for people.
type Paper struct {
	Name  string // of the file
	Title string // in Chinese
}

// Papers writes the documents of a meeting, its workbook and its tables into a new
// folder dst, sealed or not: what is not sealed calls itself a draft. The folder
// is written beside dst under a temporary name and flushed, and only then gets its
// own name. Something that has the name already is never touched, and after an
// error, or when ctx is done, nothing is left. Every error is a *[Fault].
func Papers(ctx context.Context, dst string, src Source, with Means, progress Progress) ([]Paper, error) {
	return newExporter(ctx, dst, src, with, progress).papers()
}

// PapersBefore writes what is printed before a meeting into a new folder dst, as
// [Papers] writes what comes of it. What is wrong is a *[Fault], or a fault of package
// sheet where a sheet cannot be laid out.
func PapersBefore(ctx context.Context, dst string, s meeting.State, eve papers.Eve, with Means) ([]Paper, error) {
	x := &exporter{ctx: ctx, dst: filepath.Clean(dst), with: with, disk: realDisk{shared: with.Shared}}
	if f := x.vacant(); f != nil {
		return nil, f
	}
	docs, err := papers.Before(s, eve, with.Templates)
	if f := fault.Find(err, "sheet"); f != nil {
		return nil, f
	}
	if err != nil {
		return nil, paperFault(err)
	}
	draft := x.draft()
	list, f := x.writeDocuments(draft, docs)
	if f == nil {
		f = x.named(draft)
	}
	if f != nil {
		x.disk.remove(draft)
		return nil, f
	}
	return list, nil
}

// named gives a folder its name once all that is in it is on the disk.
func (x *exporter) named(draft string) *fault.Fault {
	if err := x.disk.syncDir(draft); err != nil {
		return x.storage(err)
	}
	return x.name(draft, true)
}

// page writes what is at hand.
func (x *exporter) page(b []byte) func(io.Writer) *fault.Fault {
	return func(w io.Writer) *fault.Fault {
		if _, err := w.Write(b); err != nil {
			return x.storage(err)
		}
		return nil
	}
}

// writeDocuments makes the folder, and the documents in it.
func (x *exporter) writeDocuments(draft string, docs []papers.Document) (list []Paper, f *fault.Fault) {
	if err := x.disk.mkdir(draft); err != nil {
		return nil, x.storage(err)
	}
	for _, d := range docs {
		list = append(list, Paper{d.File, d.Title})
		if f := x.draw(filepath.Join(draft, d.File), x.page(d.Bytes)); f != nil {
			return nil, f
		}
	}
	return list, nil
}

func (x *exporter) papers() ([]Paper, error) {
	if f := x.vacant(); f != nil {
		return nil, f
	}
	if f := x.follow(io.Discard); f != nil {
		return nil, f
	}
	docs, f := x.documents()
	if f != nil {
		return nil, f
	}
	draft := x.draft()
	list, f := x.writePapers(draft, docs)
	if f == nil {
		f = x.named(draft)
	}
	if f != nil {
		x.disk.remove(draft)
		return nil, f
	}
	x.tell(passes * int64(x.head.Seq))
	return list, nil
}

// tableNames are those of the tables for people, with their place in the archive.
var tableNames = map[string]string{
	bookFile: bookName, sheetsFile: "12-评议表明细.csv",
	tableFile: "12-结果表.csv", custodyFile: "11-收发核对表.csv",
}

func (x *exporter) writePapers(draft string, docs []papers.Document) ([]Paper, *fault.Fault) {
	list, f := x.writeDocuments(draft, docs)
	if f != nil {
		return nil, f
	}
	add := func(name string, fill func(io.Writer) *fault.Fault) *fault.Fault {
		list = append(list, Paper{tableNames[name], titles[name][0]})
		return x.draw(filepath.Join(draft, tableNames[name]), fill)
	}
	for _, name := range []string{bookFile, sheetsFile} {
		if f := add(name, func(w io.Writer) *fault.Fault { return x.stream(w, name) }); f != nil {
			return nil, f
		}
	}
	pages := x.read.pages()
	for _, name := range []string{tableFile, custodyFile} {
		if f := add(name, x.page(pages[name])); f != nil {
			return nil, f
		}
	}
	return list, nil
}
