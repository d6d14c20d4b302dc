package journal

import (
	"iter"
	"slices"

	"shuping/internal/fault"
)

// A batch is what one Append writes: the lines as they stand in the twin, each
// with its newline, and the head that they lead to.
type batch struct {
	first uint64
	head  Head
	bytes []byte
	ends  []int // behind the newline of each line
}

// newBatch makes the records that entries become behind head. A malformed entry
// is a BadEntry fault that names the number it would have had.
func newBatch(path string, head Head, entries []Entry) (*batch, []Record, error) {
	b := &batch{first: head.Seq + 1, head: head}
	records := make([]Record, 0, len(entries))
	var d digester
	for _, e := range entries {
		if err := e.check(); err != nil {
			return nil, nil, blame(BadEntry, fault.Place{File: path, Record: b.head.Seq + 1}, "").Because(err)
		}
		r := e.after(b.head)
		r.Event = slices.Clone(r.Event)
		start := len(b.bytes)
		b.bytes = seal(b.bytes, &r, &d)
		if len(b.bytes)-start > MaxLine || r.Seq > maxSeq {
			return nil, nil, blame(BadEntry, fault.Place{File: path, Record: r.Seq}, "").Because(errTooLong)
		}
		b.end(r.head())
		records = append(records, r)
	}
	return b, records, nil
}

// add joins a line that leads to head.
func (b *batch) add(line []byte, head Head) {
	b.bytes = append(b.bytes, line...)
	b.end(head)
}

func (b *batch) end(head Head) {
	b.bytes = append(b.bytes, '\n')
	b.ends = append(b.ends, len(b.bytes))
	b.head = head
}

// line is the i-th line without its newline.
func (b *batch) line(i int) []byte {
	start := 0
	if i > 0 {
		start = b.ends[i-1]
	}
	return b.bytes[start : b.ends[i]-1]
}

// next makes room for the records behind this batch.
func (b *batch) next() {
	*b = batch{first: b.head.Seq + 1, head: b.head, bytes: b.bytes[:0], ends: b.ends[:0]}
}

// lines are those of the batch.
func (b *batch) lines() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for i := range b.ends {
			if !yield(b.line(i), nil) {
				return
			}
		}
	}
}
