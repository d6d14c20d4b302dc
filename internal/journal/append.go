package journal

import (
	"errors"
	"fmt"
	"path/filepath"

	"shuping/internal/fault"
)

const (
	// slack is the free space that an Append asks for beside its own bytes.
	slack = 1 << 20

	// floor is the free space below which Inspect gives a LowSpace fault.
	floor = 64 << 20
)

// Append adds entries as the next records, all or none, and returns them once
// they are on disk twice: in the twin, and in one bbolt transaction with the records
// and the head, both flushed side by side. What Append returned will be there after
// any crash.
//
// A BadEntry or DiskFull fault means that nothing was written and the book goes
// on. After any other fault it is uncertain what reached the disk: the book is
// stopped, every call gives the Stopped fault, and only Open can find out.
func (b *Book) Append(entries ...Entry) ([]Record, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.stopped != nil {
		return nil, b.stopped
	}
	next, records, err := newBatch(b.path, b.head, entries)
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	if err := b.ready(len(next.bytes)); err != nil {
		return nil, err
	}
	if err := b.writeTwin(next); err != nil {
		return nil, err
	}
	if err := b.flush(next); err != nil {
		return nil, err
	}
	b.count(next)
	return records, nil
}

// flush makes both copies last, the twin while bbolt commits.
func (b *Book) flush(next *batch) error {
	twin := make(chan error, 1)
	go func() { twin <- b.twin.Sync() }()
	book := put(b.db, next)
	if err := <-twin; err != nil {
		return b.stop(diskFault(b.path+suffix, "flushing the record", err))
	}
	if book != nil {
		return b.stop(diskFault(b.path, "committing the record", book))
	}
	return nil
}

// ready refuses, before anything is written, what would be written in vain: to a
// file that has lost its name, or on a disk without room.
func (b *Book) ready(n int) error {
	if err := b.inPlace(); err != nil {
		return b.stop(err)
	}
	free, err := b.space(filepath.Dir(b.path))
	if err == nil && free < uint64(4*n+slack) {
		return blame(DiskFull, fault.Place{File: b.path, Record: b.head.Seq + 1}, fmt.Sprintf("%d bytes are free", free))
	}
	return nil
}

// writeTwin puts the lines behind those that are there. If the disk has no room,
// what was written of them is cut off again, and only if that succeeds the book goes
// on.
func (b *Book) writeTwin(next *batch) error {
	_, err := b.twin.WriteAt(next.bytes, b.size)
	if err == nil {
		return nil
	}
	wrong := diskFault(b.path+suffix, "writing the record", err)
	wrong.At.Record = next.first
	if wrong.Code == DiskFull && b.cutBack() == nil {
		return wrong
	}
	return b.stop(wrong)
}

// cutBack cuts the twin to the lines that were acknowledged.
func (b *Book) cutBack() error {
	if err := b.twin.Truncate(b.size); err != nil {
		return err
	}
	if err := b.twin.Sync(); err != nil {
		return err
	}
	info, err := b.twin.Stat()
	if err == nil && info.Size() != b.size {
		err = fmt.Errorf("it has %d bytes instead of %d", info.Size(), b.size)
	}
	return err
}

// count takes a written batch into account.
func (b *Book) count(written *batch) {
	start := 0
	for i, end := range written.ends {
		if (written.first+uint64(i)-1)%stride == 0 {
			b.marks = append(b.marks, b.size+int64(start))
		}
		start = end
	}
	b.size += int64(len(written.bytes))
	b.head = written.head
	b.weigh()
}

// stop ends the book with its first fault, which it returns. A full disk is not
// DiskFull any more when something may have been written: to try again could
// write the record twice.
func (b *Book) stop(wrong *fault.Fault) error {
	if wrong.Code == DiskFull {
		wrong.Code = Storage
	}
	if wrong.At.Record == 0 {
		wrong.At.Record = b.head.Seq + 1
	}
	b.stopped = blame(Stopped, fault.Place{File: b.path}, "").Because(wrong)
	return wrong
}

// closeBolt closes the bbolt file. After a panic bbolt may hold its own locks
// for ever; then only the file is closed, which gives the lock on it back.
func (b *Book) closeBolt() error {
	var p panicked
	if errors.As(b.stopped, &p) {
		return b.file.Close()
	}
	return b.db.Close()
}
