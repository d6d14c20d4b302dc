package journal

import (
	"errors"
	"fmt"
)

// A chain verifies records one after another: each must carry the next number
// and the hash of the one before.
type chain struct {
	head   Head
	parser parser
}

// next verifies one line behind the head and moves the head to it. The record's
// Event points into line.
func (c *chain) next(line []byte) (Record, error) {
	r, err := c.parser.line(line)
	if err != nil {
		return Record{}, err
	}
	if r.Seq != c.head.Seq+1 {
		return Record{}, fmt.Errorf("it carries the number %d", r.Seq)
	}
	if r.Prev != c.head.Hash {
		return Record{}, fmt.Errorf("it does not follow the record before it")
	}
	c.head = r.head()
	return r, nil
}

// join is next for a chain that begins in the middle, behind a record whose hash
// is not known: the first record's word for it is taken.
func (c *chain) join(line []byte) (Record, error) {
	if c.head.Seq > 0 && c.head.Hash == (Hash{}) {
		r, err := c.parser.line(line)
		if err != nil {
			return Record{}, err
		}
		c.head.Hash = r.Prev
	}
	return c.next(line)
}

var errHead = errors.New("it is not the record that was acknowledged")
