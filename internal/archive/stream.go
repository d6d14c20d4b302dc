package archive

import (
	"context"
	"io"
	"path"
	"path/filepath"

	"shuping/internal/fault"
)

// A laying lets fill write a long file of the bag to where the bag can have it.
type laying func(name string, fill func(io.Writer) *fault.Fault) (sum, *fault.Fault)

// drawLong is the laying of an export. What waits for a zip need not last.
func (x *exporter) drawLong(name string, fill func(io.Writer) *fault.Fault) (sum, *fault.Fault) {
	all := newSummer()
	f := x.drawAt(x.spooled(name), x.dst, !x.zipped(), func(w io.Writer) *fault.Fault {
		return fill(io.MultiWriter(w, all))
	})
	return all.sum(), f
}

// spooled is where a long file is drawn.
func (x *exporter) spooled(name string) string {
	return filepath.Join(x.spool, filepath.FromSlash(name))
}

// A laid file is a long one, once it lies where the bag can have it.
type laid struct {
	sum   sum
	fault *fault.Fault
}

// begin begins to write one of the long files, while others are.
func (x *exporter) begin(name string) <-chan laid {
	out := make(chan laid, 1)
	go func() {
		sum, f := x.lay(name, func(w io.Writer) *fault.Fault { return x.stream(w, name) })
		out <- laid{sum, f}
	}()
	return out
}

// stream writes one of the long files. All sheets of one are told as a pass.
func (x *exporter) stream(w io.Writer, name string) *fault.Fault {
	const some = 512
	out := &watchedWriter{ctx: x.ctx, w: w}
	all, told, n := int64(x.head.Seq), int64(0), int64(0)
	sheets := int64(max(1, x.read.state.Round.Read()))
	tell := func(done int64) {
		x.step(done - told)
		told = done
	}
	err := x.read.stream(name, out, func() {
		if n++; n%some == 0 {
			tell(min(all, all*n/sheets))
		}
	})
	tell(all)
	switch {
	case out.stopped:
		return blame(Stopped).Because(x.ctx.Err())
	case out.err != nil:
		return x.storage(out.err)
	case err != nil:
		return blame(NotComposed, "name", path.Base(name), "reason", shown(err.Error())).Because(err)
	}
	return nil
}

// A watchedWriter keeps what the disk has said, and stops when it is told to.
type watchedWriter struct {
	ctx     context.Context
	w       io.Writer
	err     error
	stopped bool
}

func (w *watchedWriter) Write(b []byte) (int, error) {
	if w.ctx.Err() != nil {
		w.stopped = true
		return 0, w.ctx.Err()
	}
	n, err := w.w.Write(b)
	if err != nil && w.err == nil {
		w.err = err
	}
	return n, err
}
