package archive

import (
	"context"
	"io"
	"path"
	"path/filepath"

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

func (x *exporter) papers() ([]Paper, error) {
	if f := x.vacant(); f != nil {
		return nil, f
	}
	if f := x.follow(); f != nil {
		return nil, f
	}
	docs, f := x.documents()
	if f != nil {
		return nil, f
	}
	draft := x.draft()
	list, f := x.writePapers(draft, docs)
	if f == nil {
		f = x.name(draft, true)
	}
	if f != nil {
		x.disk.remove(draft)
		return nil, f
	}
	x.tell(passes * int64(x.head.Seq))
	return list, nil
}

func (x *exporter) writePapers(draft string, docs []papers.Document) ([]Paper, *Fault) {
	if err := x.disk.mkdir(draft); err != nil {
		return nil, x.storage(err)
	}
	var list []Paper
	add := func(name, title string, fill func(io.Writer) *Fault) *Fault {
		list = append(list, Paper{name, title})
		return x.draw(filepath.Join(draft, name), fill)
	}
	page := func(b []byte) func(io.Writer) *Fault {
		return func(w io.Writer) *Fault {
			if _, err := w.Write(b); err != nil {
				return x.storage(err)
			}
			return nil
		}
	}
	for _, d := range docs {
		if f := add(d.Name, d.Title, page(d.Bytes)); f != nil {
			return nil, f
		}
	}
	for _, name := range []string{workbookFile, sheetsFile} {
		if f := add(path.Base(name), titles[name][0], func(w io.Writer) *Fault { return x.stream(w, name) }); f != nil {
			return nil, f
		}
	}
	pages := x.read.pages()
	for _, name := range []string{tableFile, custodyFile} {
		if f := add(path.Base(name), titles[name][0], page(pages[name])); f != nil {
			return nil, f
		}
	}
	if err := x.disk.syncDir(draft); err != nil {
		return nil, x.storage(err)
	}
	return list, nil
}
