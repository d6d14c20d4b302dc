package journal

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"slices"

	"shuping/internal/fault"
)

// ReadLines reads a journal as JSON Lines and verifies its whole chain from the
// first record on. It yields each record once it is proven; an error is the last
// thing that it yields, a *fault.Fault that names the record and the line. A line
// without a newline at the end, a line longer than MaxLine and a stream without
// records are errors.
func ReadLines(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		lines := newLines(r)
		var proof chain
		for {
			line, err := lines.next()
			if err == io.EOF && proof.head.Seq > 0 {
				return
			}
			var record Record
			if err == nil {
				record, err = proof.next(slices.Clone(line))
			}
			if err != nil {
				yield(Record{}, lineFault("", lines.count, err))
				return
			}
			if !yield(record, nil) {
				return
			}
		}
	}
}

var (
	errTorn   = errors.New("the last line has no end")
	errNoLine = errors.New("it holds no record")
)

// lineFault says what is wrong with line n of a journal.
func lineFault(path string, n uint64, err error) *fault.Fault {
	switch {
	case err == io.EOF:
		return blame(Empty, fault.Place{File: path}, "").Because(errNoLine)
	case err == errTorn:
		return blame(Torn, fault.Place{File: path, Record: n, Line: int(n)}, "it has no newline at its end")
	}
	return blame(Damaged, fault.Place{File: path, Record: n, Line: int(n)}, "").Because(err)
}

// lines cuts a stream at its newlines.
type lines struct {
	r     *bufio.Reader
	long  []byte
	count uint64 // lines begun so far
	bytes int64  // bytes of the lines returned so far, with newlines
}

func newLines(r io.Reader) *lines {
	return &lines{r: bufio.NewReaderSize(r, 64<<10)}
}

// next is the next line without its newline, good until the next call. At the
// end it gives io.EOF, in the middle of a line errTorn.
func (l *lines) next() ([]byte, error) {
	line, err := l.r.ReadSlice('\n')
	if len(line) > 0 {
		l.count++
	}
	if err == bufio.ErrBufferFull {
		line, err = l.rest(line)
	}
	switch {
	case err == io.EOF && len(line) > 0:
		return nil, errTorn
	case err != nil:
		return nil, err
	}
	l.bytes += int64(len(line))
	return line[:len(line)-1], nil
}

// rest reads on in a line that is longer than the reader's own buffer.
func (l *lines) rest(begun []byte) ([]byte, error) {
	l.long = append(l.long[:0], begun...)
	for {
		more, err := l.r.ReadSlice('\n')
		l.long = append(l.long, more...)
		if len(l.long) > MaxLine+1 {
			return nil, errTooLong
		}
		if err != bufio.ErrBufferFull {
			return l.long, err
		}
	}
}
