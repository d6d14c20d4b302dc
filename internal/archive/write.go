package archive

import (
	"bufio"
	"io"
	"path"
	"path/filepath"
	"slices"

	"shuping/internal/fault"
)

// write makes the draft, reads it back and gives it its name.
func (x *exporter) write(draft string) *fault.Fault {
	var f *fault.Fault
	if x.zipped() {
		f = x.writeZip(draft)
	} else {
		f = x.writeFolder(draft)
	}
	if x.read = (reading{}); f == nil {
		f = x.readBack(draft)
	}
	if f == nil && x.ctx.Err() != nil {
		f = blame(Stopped).Because(x.ctx.Err())
	}
	if f == nil {
		f = x.keep()
	}
	if f != nil {
		return f
	}
	return x.name(draft, !x.zipped())
}

// name gives the draft its name.
func (x *exporter) name(draft string, folder bool) *fault.Fault {
	if x.ctx.Err() != nil {
		return blame(Stopped).Because(x.ctx.Err())
	}
	if err := x.disk.place(draft, x.dst, folder); err != nil {
		return x.storage(err)
	}
	if err := x.disk.syncDir(filepath.Dir(x.dst)); err != nil {
		x.disk.remove(x.dst)
		return x.storage(err)
	}
	return nil
}

// folder makes a folder below that of the long files, and those that it lies in.
func (x *exporter) folder(name string) *fault.Fault {
	if slices.Contains(x.folders, name) {
		return nil
	}
	if name != "." {
		if f := x.folder(path.Dir(name)); f != nil {
			return f
		}
	}
	if err := x.disk.mkdir(x.spooled(name)); err != nil {
		return x.storage(err)
	}
	x.folders = append(x.folders, name)
	return nil
}

func (x *exporter) writeFolder(draft string) *fault.Fault {
	for _, name := range sortedNames(x.sums) {
		if slices.Contains(long, name) {
			continue
		}
		if f := x.folder(path.Dir(name)); f != nil {
			return f
		}
		if f := x.writeFile(filepath.Join(draft, filepath.FromSlash(name)), name); f != nil {
			return f
		}
	}
	for _, name := range slices.Backward(x.folders) { // what lies in a folder comes before it
		if err := x.disk.syncDir(x.spooled(name)); err != nil {
			return x.storage(err)
		}
	}
	return nil
}

func (x *exporter) writeFile(path, name string) *fault.Fault {
	return x.draw(path, func(w io.Writer) *fault.Fault { return x.copy(w, name) })
}

func (x *exporter) writeZip(draft string) *fault.Fault {
	base := x.called
	return x.draw(draft, func(w io.Writer) *fault.Fault {
		var entries []entry
		var at int64
		for _, name := range sortedNames(x.sums) {
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
		if _, err := w.Write(zipDirectory(entries)); err != nil {
			return x.storage(err)
		}
		return nil
	})
}

// draw makes one file of the bag, lets fill write it, and flushes it to the disk.
func (x *exporter) draw(path string, fill func(io.Writer) *fault.Fault) *fault.Fault {
	return x.drawAt(path, x.dst, true, fill)
}

// drawAt makes the draft of what will be called dst, or something that it is made of
// and that need not last.
func (x *exporter) drawAt(path, dst string, lasts bool, fill func(io.Writer) *fault.Fault) *fault.Fault {
	file, err := x.disk.create(path)
	if err != nil {
		return diskFault(dst, err)
	}
	w := bufio.NewWriterSize(file, 256<<10)
	f := fill(w)
	if f == nil {
		if err := w.Flush(); err != nil {
			f = diskFault(dst, err)
		} else if lasts {
			if err := file.Sync(); err != nil {
				f = diskFault(dst, err)
			}
		}
	}
	if err := file.Close(); err != nil && f == nil {
		f = diskFault(dst, err)
	}
	return f
}

// copy writes one file of the bag.
func (x *exporter) copy(w io.Writer, name string) *fault.Fault {
	switch {
	case slices.Contains(long, name):
		return x.copyLong(w, name)
	case isAttachment(name):
		return x.attachment(w, name)
	}
	return x.page(x.pages[name])(w)
}

// copyLong writes one of those that wait for the zip.
func (x *exporter) copyLong(w io.Writer, name string) *fault.Fault {
	file, err := x.disk.open(x.spooled(name))
	if err != nil {
		return x.storage(err)
	}
	defer file.Close()
	out := &watchedWriter{ctx: x.ctx, w: w}
	_, err = io.Copy(out, file)
	switch {
	case out.stopped:
		return blame(Stopped).Because(x.ctx.Err())
	case err != nil:
		return x.storage(err)
	}
	return nil
}
