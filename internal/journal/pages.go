package journal

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
)

// What bbolt 1.5 writes, byte by byte (little-endian, all of it):
//
//	page     id u64, flags u16, count u16, overflow u32, then content
//	meta     magic u32, version u32, page size u32, flags u32, root page u64,
//	         root sequence u64, freelist page u64, high-water page u64,
//	         transaction u64, FNV-64a of the 56 bytes before u64
//	branch   count times: position u32, key size u32, child page u64; then keys
//	leaf     count times: flags u32, position u32, key size u32, value size u32;
//	         then keys and values. Positions count from the element itself.
//	bucket   a leaf value with flag 1: root page u64, sequence u64; a root of 0
//	         means that the bucket's only leaf page follows inside the value
//	freelist count page ids u64 in order; a count of 0xffff means that the first
//	         id is the true count
const (
	magic   = 0xED0CDAED
	version = 2

	branchPage   = 0x01
	leafPage     = 0x02
	metaPage     = 0x04
	freelistPage = 0x10

	bucketFlag = 0x01

	pageHeader  = 16
	elementSize = 16
	metaSize    = 64
	bucketSize  = 16

	minPageSize = 1 << 10
	maxPageSize = 1 << 16

	// A branch of a book has hundreds of children, so that a deeper tree, or a
	// page that runs on longer than a few of the longest records, is no tree of
	// ours.
	maxLevels    = 24
	maxPageBytes = 64 << 20
)

var order = binary.LittleEndian

// pages reads a bbolt file that nothing is known of. Where bbolt maps the file
// and follows what it finds, pages checks each bound first: it gives an error
// for every file that bbolt could panic, fault or loop on. It is also stricter:
// both meta pages must be good, because bbolt falls back from a bad one to the
// transaction before without a word, and every page must be in use or free.
type pages struct {
	src   io.ReaderAt
	meta  meta
	older meta     // of the transaction before
	flaw  error    // what is wrong with the other meta page
	used  []uint64 // one bit a page
	bufs  [][]byte // one page for each level of the tree
}

type meta struct {
	pageSize uint64
	root     uint64
	freelist uint64
	high     uint64 // the first page that was never used
	txid     uint64
}

// An element is a key with its value. Both are good until the next element.
type element struct {
	bucket     bool
	key, value []byte
}

// newPages reads the two meta pages of a file of the given size and follows the
// newer one. If only one of them is good it follows that one, and flaw says so.
func newPages(src io.ReaderAt, size int64) (*pages, error) {
	first, err1 := readMeta(src, 0)
	second, err2 := readSecondMeta(src, first.pageSize)
	p := &pages{src: src, meta: first, older: second}
	switch {
	case err1 != nil && err2 != nil:
		return nil, fmt.Errorf("first meta page: %w; second: %w", err1, err2)
	case err1 != nil:
		p.meta, p.flaw = second, fmt.Errorf("first meta page: %w", err1)
	case err2 != nil:
		p.flaw = fmt.Errorf("second meta page: %w", err2)
	case first.pageSize != second.pageSize || first.txid-second.txid != 1 && second.txid-first.txid != 1:
		return nil, fmt.Errorf("the meta pages are of transactions %d and %d", first.txid, second.txid)
	case second.txid > first.txid:
		p.meta, p.older = second, first
	}
	if high := p.meta.high; high < 4 || high > uint64(size)/p.meta.pageSize {
		return nil, fmt.Errorf("it breaks off: %d pages of %d bytes do not fit in %d bytes", high, p.meta.pageSize, size)
	}
	p.used = make([]uint64, p.meta.high/64+1)
	return p, nil
}

// readSecondMeta reads the meta page that begins the second page. If the first
// one does not tell how large a page is, each size is tried.
func readSecondMeta(src io.ReaderAt, pageSize uint64) (m meta, err error) {
	if pageSize > 0 {
		return readMeta(src, int64(pageSize))
	}
	for at := int64(minPageSize); at <= maxPageSize; at *= 2 {
		if m, err = readMeta(src, at); err == nil && m.pageSize == uint64(at) {
			return m, nil
		}
	}
	return meta{}, fmt.Errorf("it is not there")
}

func readMeta(src io.ReaderAt, at int64) (meta, error) {
	var b [pageHeader + metaSize]byte
	if n, err := src.ReadAt(b[:], at); n < len(b) {
		return meta{}, fmt.Errorf("it breaks off: %w", err)
	}
	body := b[pageHeader:]
	sum := fnv.New64a()
	sum.Write(body[:metaSize-8])
	m := meta{
		pageSize: uint64(order.Uint32(body[8:])),
		root:     order.Uint64(body[16:]),
		freelist: order.Uint64(body[32:]),
		high:     order.Uint64(body[40:]),
		txid:     order.Uint64(body[48:]),
	}
	switch {
	case order.Uint32(body) != magic || order.Uint32(body[4:]) != version:
		return meta{}, fmt.Errorf("it is not a bbolt file of version %d", version)
	case order.Uint64(body[56:]) != sum.Sum64():
		return meta{}, fmt.Errorf("wrong checksum")
	case order.Uint16(b[8:]) != metaPage:
		return meta{}, fmt.Errorf("wrong type %#x", order.Uint16(b[8:]))
	case m.pageSize < minPageSize || m.pageSize > maxPageSize || m.pageSize&(m.pageSize-1) != 0:
		return meta{}, fmt.Errorf("page size %d", m.pageSize)
	case order.Uint64(b[:]) != uint64(at)/m.pageSize:
		return meta{}, fmt.Errorf("it calls itself page %d", order.Uint64(b[:]))
	}
	return m, nil
}

// bucket visits the elements of the bucket that value describes, in order.
func (p *pages) bucket(value []byte, visit func(element) error) error {
	if len(value) < bucketSize {
		return fmt.Errorf("a bucket of %d bytes", len(value))
	}
	if root := order.Uint64(value); root != 0 {
		return p.tree(root, 0, bounds{}, visit)
	}
	inline := value[bucketSize:]
	if len(inline) < pageHeader {
		return fmt.Errorf("an inline bucket of %d bytes", len(inline))
	}
	c := content{b: inline}
	if c.id() != 0 || c.flags() != leafPage || c.overflow() != 0 {
		return fmt.Errorf("an inline bucket that is not a leaf")
	}
	return c.leaf(bounds{}, visit)
}

// bounds are what the keys of a subtree must lie in: at or after low, before
// high. A nil bound is none.
type bounds struct{ low, high []byte }

func (b bounds) check(last, key []byte) error {
	switch {
	case len(key) == 0:
		return fmt.Errorf("an empty key")
	case last != nil && bytes.Compare(last, key) >= 0,
		last == nil && b.low != nil && bytes.Compare(b.low, key) > 0,
		b.high != nil && bytes.Compare(key, b.high) >= 0:
		return fmt.Errorf("key %x out of order", key)
	}
	return nil
}

// tree visits the elements below one page.
func (p *pages) tree(id uint64, level int, within bounds, visit func(element) error) error {
	c, err := p.load(id, level)
	if err != nil {
		return err
	}
	switch c.flags() {
	case leafPage:
		err = c.leaf(within, visit)
	case branchPage:
		err = p.branch(c, level, within, visit)
	default:
		err = fmt.Errorf("it is of type %#x", c.flags())
	}
	if err != nil && level == 0 {
		return fmt.Errorf("below page %d: %w", id, err)
	}
	return err
}

func (p *pages) branch(c content, level int, within bounds, visit func(element) error) error {
	n := c.count()
	if n == 0 || !c.room(n) {
		return fmt.Errorf("branch page %d counts %d children", c.id(), n)
	}
	low, child, err := c.child(0)
	if err != nil {
		return err
	}
	var last []byte
	for i := range n {
		if err := within.check(last, low); err != nil {
			return fmt.Errorf("branch page %d: %w", c.id(), err)
		}
		below, next, nextChild := bounds{low, within.high}, []byte(nil), uint64(0)
		if i+1 < n {
			if next, nextChild, err = c.child(i + 1); err != nil {
				return err
			}
			below.high = next
		}
		if err := p.tree(child, level+1, below, visit); err != nil {
			return err
		}
		last, low, child = low, next, nextChild
	}
	return nil
}

// load reads a page with its overflow and marks it as used.
func (p *pages) load(id uint64, level int) (content, error) {
	if level >= maxLevels {
		return content{}, fmt.Errorf("the tree is more than %d levels deep", maxLevels)
	}
	if level >= len(p.bufs) {
		p.bufs = append(p.bufs, nil)
	}
	if id < 2 || id >= p.meta.high {
		return content{}, fmt.Errorf("page %d lies outside of the %d pages", id, p.meta.high)
	}
	size := p.meta.pageSize
	c, err := p.read(id, size, level)
	if err != nil {
		return content{}, err
	}
	if c.id() != id {
		return content{}, fmt.Errorf("page %d calls itself page %d", id, c.id())
	}
	overflow := uint64(c.overflow())
	if overflow >= p.meta.high-id || (overflow+1)*size > maxPageBytes {
		return content{}, fmt.Errorf("page %d runs on for %d pages", id, overflow)
	}
	for i := range overflow + 1 {
		if !p.mark(id + i) {
			return content{}, fmt.Errorf("page %d is used twice", id+i)
		}
	}
	if overflow == 0 {
		return c, nil
	}
	return p.read(id, (overflow+1)*size, level)
}

func (p *pages) read(id, size uint64, level int) (content, error) {
	if uint64(cap(p.bufs[level])) < size {
		p.bufs[level] = make([]byte, size)
	}
	b := p.bufs[level][:size]
	if n, err := p.src.ReadAt(b, int64(id*p.meta.pageSize)); n < len(b) {
		return content{}, fmt.Errorf("page %d: %w", id, err)
	}
	return content{b: b}, nil
}

// mark notes that a page is used and reports whether it was not.
func (p *pages) mark(id uint64) bool {
	word, bit := id/64, uint64(1)<<(id%64)
	if p.used[word]&bit != 0 {
		return false
	}
	p.used[word] |= bit
	return true
}

// account checks, after all buckets were visited, that each page is either used
// or free and none both: bbolt would write over a page that is both.
func (p *pages) account() error {
	c, err := p.load(p.meta.freelist, 0)
	if err != nil {
		return fmt.Errorf("freelist: %w", err)
	}
	free, err := c.free()
	if err != nil {
		return fmt.Errorf("freelist: %w", err)
	}
	last := uint64(1)
	for len(free) > 0 {
		id := order.Uint64(free)
		if id <= last || id >= p.meta.high {
			return fmt.Errorf("freelist: page %d out of order or out of bounds", id)
		}
		if !p.mark(id) {
			return fmt.Errorf("page %d is both used and free", id)
		}
		last, free = id, free[8:]
	}
	for id := uint64(2); id < p.meta.high; id++ {
		if p.used[id/64]&(1<<(id%64)) == 0 {
			return fmt.Errorf("page %d is neither used nor free", id)
		}
	}
	return nil
}

// content is one page with its overflow, at least a header long.
type content struct{ b []byte }

func (c content) id() uint64       { return order.Uint64(c.b) }
func (c content) flags() uint16    { return order.Uint16(c.b[8:]) }
func (c content) count() int       { return int(order.Uint16(c.b[10:])) }
func (c content) overflow() uint32 { return order.Uint32(c.b[12:]) }

// room reports whether n elements fit.
func (c content) room(n int) bool { return pageHeader+n*elementSize <= len(c.b) }

// leaf visits the elements of a leaf page.
func (c content) leaf(within bounds, visit func(element) error) error {
	n := c.count()
	if !c.room(n) {
		return fmt.Errorf("leaf page %d counts %d elements", c.id(), n)
	}
	var last []byte
	for i := range n {
		at := pageHeader + i*elementSize
		flags, pos := order.Uint32(c.b[at:]), uint64(order.Uint32(c.b[at+4:]))
		ksize, vsize := uint64(order.Uint32(c.b[at+8:])), uint64(order.Uint32(c.b[at+12:]))
		start := uint64(at) + pos
		end := start + ksize + vsize
		if start < uint64(pageHeader+n*elementSize) || end > uint64(len(c.b)) || flags&^bucketFlag != 0 {
			return fmt.Errorf("leaf page %d: element %d is out of bounds", c.id(), i)
		}
		e := element{bucket: flags == bucketFlag, key: c.b[start : start+ksize], value: c.b[start+ksize : end]}
		if err := within.check(last, e.key); err != nil {
			return fmt.Errorf("leaf page %d: %w", c.id(), err)
		}
		if err := visit(e); err != nil {
			return err
		}
		last = e.key
	}
	return nil
}

// child is the key and the page of a branch's child.
func (c content) child(i int) (key []byte, id uint64, err error) {
	at := pageHeader + i*elementSize
	pos, ksize := uint64(order.Uint32(c.b[at:])), uint64(order.Uint32(c.b[at+4:]))
	start := uint64(at) + pos
	if start < uint64(pageHeader+c.count()*elementSize) || start+ksize > uint64(len(c.b)) {
		return nil, 0, fmt.Errorf("branch page %d: element %d is out of bounds", c.id(), i)
	}
	return c.b[start : start+ksize], order.Uint64(c.b[at+8:]), nil
}

// free is the ids of a freelist page, 8 bytes each.
func (c content) free() ([]byte, error) {
	if c.flags() != freelistPage {
		return nil, fmt.Errorf("it is of type %#x", c.flags())
	}
	ids, n := c.b[pageHeader:], uint64(c.count())
	if n == 0xffff {
		n, ids = order.Uint64(ids), ids[8:]
	}
	if n > uint64(len(ids))/8 {
		return nil, fmt.Errorf("it counts %d pages", n)
	}
	return ids[:n*8], nil
}

// looksLikeBolt reports whether the magic number of bbolt stands where a meta
// page may begin, or nothing stands there at all: a file of ours in whatever
// state, and not a picture under the wrong name.
func looksLikeBolt(src io.ReaderAt) bool {
	for at := int64(0); at <= maxPageSize; at = max(minPageSize, 2*at) {
		var b [pageHeader + 4]byte
		n, _ := src.ReadAt(b[:], at)
		if n == len(b) && order.Uint32(b[pageHeader:]) == magic {
			return true
		}
		if at == 0 && bytes.Count(b[:], []byte{0}) == len(b) {
			return true
		}
	}
	return false
}
