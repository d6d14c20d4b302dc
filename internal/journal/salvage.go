package journal

import (
	"bytes"
	"io"
)

// maxHeap is the largest damaged file that is searched for records.
const maxHeap = 1 << 30

// A heap is records without order. A record proves itself, by its form and its
// hash, wherever its bytes are found, and names the one before it; so the chain
// can be put together from any pieces of the two files, as long as each record
// is whole in one of them.
type heap struct {
	parser parser
	after  map[Hash]piece // by the hash of the record before
	forks  map[Hash]bool
	most   uint64 // the highest number found
}

type piece struct {
	seq  uint64
	hash Hash
	line []byte
}

func newHeap() *heap {
	return &heap{after: make(map[Hash]piece), forks: make(map[Hash]bool)}
}

// strand adds the records of a strand: of a sound one those that it stands for,
// of a damaged one whatever is found in its bytes.
func (h *heap) strand(s *strand) error {
	if s.missing() || s.flaw != nil && s.flaw.Code == Foreign {
		return nil
	}
	if !s.sound() {
		return h.search(s)
	}
	for line, err := range s.lines() {
		if err != nil {
			return diskFault(s.path, "reading it again", err)
		}
		r, err := h.parser.line(line)
		if err != nil {
			return diskFault(s.path, "reading it again", err)
		}
		h.add(r, bytes.Clone(line))
	}
	return nil
}

// search finds the records in a damaged file. A part that the disk does not give
// back ends the search and is no error; a file beyond all measure is not
// searched.
func (h *heap) search(s *strand) error {
	if s.size > maxHeap {
		return nil
	}
	b := make([]byte, s.size)
	n, err := s.src.ReadAt(b, 0)
	if err != nil && err != io.EOF && n == 0 {
		return diskFault(s.path, "reading it", err)
	}
	b = b[:n]
	for {
		at := bytes.Index(b, []byte(`{"`))
		if at < 0 {
			return nil
		}
		b = b[at:]
		size := h.front(b)
		b = b[size:]
	}
}

// front adds the record that begins with b, if one does, and says how far to go
// on.
func (h *heap) front(b []byte) int {
	if !bytes.HasPrefix(b, []byte(`{"at":"`)) && !bytes.HasPrefix(b, []byte(`{"event":{`)) {
		return 1
	}
	r, size, err := h.parser.prefix(b)
	if err != nil || size > MaxLine {
		return 1
	}
	h.add(r, b[:size:size])
	return size
}

func (h *heap) add(r Record, line []byte) {
	if known, is := h.after[r.Prev]; is && known.hash != r.Hash {
		h.forks[r.Prev] = true
		return
	}
	h.after[r.Prev] = piece{seq: r.Seq, hash: r.Hash, line: line}
	h.most = max(h.most, r.Seq)
}

// chain puts the pieces together from the first record as far as they go. Where
// two different records follow the same one, it refuses to choose and names the
// number of the record.
func (h *heap) chain() (pieces []piece, fork uint64) {
	var head Head
	for {
		next, is := h.after[head.Hash]
		if !is || next.seq != head.Seq+1 {
			return pieces, 0
		}
		if h.forks[head.Hash] {
			return nil, next.seq
		}
		pieces = append(pieces, next)
		head = Head{Seq: next.seq, Hash: next.hash}
	}
}
