package journal

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
)

// ErrAnew is what [Follower.Poll] gives where the twin no longer continues what was
// read of it: it was cut back, replaced or written anew.
var ErrAnew = errors.New("the journal begins anew")

// A Follower reads the twin of a session while another program writes it. It takes no
// lock, writes no file, and has none open between two polls, so that whoever has the
// session may cut the twin back, replace or remove it.
type Follower struct {
	path  string
	info  fs.FileInfo // of the twin at the last poll, nil before
	bytes int64       // of the records that were taken, with newlines
	proof chain
}

// Follow is a follower of the session at path that has read nothing yet.
func Follow(path string) *Follower { return &Follower{path: path} }

// Head is the last record that was taken.
func (f *Follower) Head() Head { return f.proof.head }

// Poll hands out the records that were not taken yet, each once it is proven, up to
// the one that is known to be acknowledged. Where nobody says which that is, upto is
// the zero Head, and a line counts once it was there at the poll before.
//
// The error is nil, that of take, [ErrAnew], or a Fault: Missing without a twin,
// Damaged where a line proves nothing although all was read from the first one on.
// After an error the next Poll begins at the first record. Half a line at the end is
// no error: it waits for its rest.
func (f *Follower) Poll(upto Head, take func(Record) error) error {
	err := f.poll(upto, take)
	if err != nil {
		f.bytes, f.proof = 0, chain{}
	}
	return err
}

func (f *Follower) poll(upto Head, take func(Record) error) error {
	file, err := os.Open(f.path + suffix)
	if err != nil {
		return diskFault(f.path+suffix, "reading it", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return diskFault(f.path+suffix, "reading it", err)
	}
	before := f.info
	f.info = info
	head := f.proof.head
	if head.Seq > 0 && (info.Size() < f.bytes || !os.SameFile(before, info) ||
		upto.Seq > 0 && (head.Seq > upto.Seq || head.Seq == upto.Seq && head.Hash != upto.Hash)) {
		return ErrAnew
	}
	whole := info.Size()
	if upto.Seq == 0 {
		whole = f.settled(before)
	}
	return f.read(file, whole, upto, take)
}

// settled is how much of the twin was there at the poll before.
func (f *Follower) settled(before fs.FileInfo) int64 {
	if before == nil || !os.SameFile(before, f.info) {
		return 0
	}
	return min(before.Size(), f.info.Size())
}

// read takes the records behind those that were taken.
func (f *Follower) read(file io.ReaderAt, whole int64, upto Head, take func(Record) error) error {
	from := f.bytes
	if whole <= from {
		return nil
	}
	l := &lines{r: bufio.NewReaderSize(io.NewSectionReader(file, from, whole-from), 64<<10), count: f.proof.head.Seq}
	for upto.Seq == 0 || f.proof.head.Seq < upto.Seq {
		line, err := l.next()
		if err == io.EOF || err == errTorn {
			return nil
		}
		var record Record
		if err == nil {
			record, err = f.proof.next(slices.Clone(line))
		}
		if err == nil && record.Seq == upto.Seq && record.Hash != upto.Hash {
			err = errHead
		}
		if err != nil && (from > 0 || err == errHead) {
			return ErrAnew
		}
		if err != nil {
			return lineFault(f.path+suffix, l.count, err)
		}
		if err := take(record); err != nil {
			return err
		}
		f.bytes = from + l.bytes
	}
	return nil
}
