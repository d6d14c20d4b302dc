package journal

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"go.etcd.io/bbolt"
)

// catchUp gives the twin what it lacks, so that it holds the chain. An unfinished
// write behind the chain is cut off; its bytes are kept beside, and the name of
// that file is returned. Should the power fail meanwhile, the twin lags as before.
func (v *verdict) catchUp() (kept string, err error) {
	s := v.twin
	if v.holds(s) {
		return "", nil
	}
	n := min(s.count(), v.count())
	at, err := s.end(n)
	if err == nil && v.loose && !(n < v.count() && v.begun(s)) {
		if kept, err = s.keepRest(at); err == nil {
			err = s.file.Truncate(at)
		}
	}
	s.marks = s.marks[:(n+stride-1)/stride]
	if err == nil {
		s.size = at
		err = v.appendLines(n)
	}
	if err == nil {
		err = s.file.Sync()
	}
	if err != nil {
		return kept, diskFault(s.path, "writing what it lacks", err)
	}
	s.flaw, s.hashes, s.whole = nil, v.hashes, s.size
	return kept, nil
}

// appendLines writes the lines behind record n to the twin, which has n of them.
func (v *verdict) appendLines(n uint64) error {
	w := bufio.NewWriterSize(io.NewOffsetWriter(v.twin.file, v.twin.size), 64<<10)
	seq := uint64(0)
	for line, err := range v.lines {
		if err != nil {
			return err
		}
		if seq++; seq <= n {
			continue
		}
		if (seq-1)%stride == 0 {
			v.twin.marks = append(v.twin.marks, v.twin.size)
		}
		w.Write(line)
		w.WriteByte('\n')
		v.twin.size += int64(len(line)) + 1
	}
	return w.Flush()
}

// keepRest copies what the twin has from a byte on to NAME.shuping.log.unfinished-N,
// with the first N that is free.
func (s *strand) keepRest(at int64) (name string, err error) {
	var f *os.File
	for n := 1; f == nil; n++ {
		name = fmt.Sprintf("%s.unfinished-%d", s.path, n)
		f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil && !os.IsExist(err) {
			return "", err
		}
	}
	_, err = io.Copy(f, io.NewSectionReader(s.src, at, s.size-at))
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(name)
		return "", err
	}
	return name, nil
}

// fillBook gives a book what it lacks, from the lines behind its own head on.
func (v *verdict) fillBook(db *bbolt.DB) error {
	have := v.book.count()
	if have == v.count() {
		return nil
	}
	var proof chain
	part := &batch{first: have + 1}
	for line, err := range v.lines {
		if err == nil {
			_, err = proof.next(line)
		}
		if err != nil {
			return err
		}
		if proof.head.Seq <= have {
			continue
		}
		part.add(line, proof.head)
		if len(part.bytes) >= portion {
			if err := put(db, part); err != nil {
				return err
			}
			part.next()
		}
	}
	return put(db, part)
}
