package archive

import (
	"context"
	"io"
	"path"

	"shuping/internal/fault"
)

// stream writes one of the long files. Each sheet is told as some part of a pass.
func (x *exporter) stream(w io.Writer, name string) *fault.Fault {
	out := &watchedWriter{ctx: x.ctx, w: w}
	before, all, n := x.done, int64(x.head.Seq), int64(0)
	sheets := int64(max(1, x.read.state.Round.Read()))
	err := x.read.stream(name, out, func() {
		if n++; n%512 == 0 {
			x.done = before + min(all, all*n/sheets)
			x.tell(x.done)
		}
	})
	x.done = before + all
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
