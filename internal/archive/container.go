package archive

import (
	"encoding/binary"
	"io"
	"strings"

	"shuping/internal/fault"
)

// An entry is one file in a zip. Its name, size and CRC-32 decide every byte
// around its contents.
type entry struct {
	name string // with the bag's folder before it
	crc  uint32
	size uint32
	at   uint32 // where its local header begins
}

const (
	localMark   = 0x04034b50
	centralMark = 0x02014b50
	endMark     = 0x06054b50

	localLength   = 30
	centralLength = 46
	endLength     = 22

	zipVersion = 20     // 2.0, the oldest that knows folders
	zipFlags   = 0x0800 // names are UTF-8
	zipDate    = 0x0021 // 1 January 1980, the first day of zip time
)

// local is the header before the contents: nothing compressed, no time, no
// attribute, no extra field.
func (e entry) local() []byte {
	b := binary.LittleEndian.AppendUint32(nil, localMark)
	b = e.common(b)
	return append(b, e.name...)
}

// common is what the local header and the directory both say.
func (e entry) common(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint16(b, zipVersion)
	b = le.AppendUint16(b, zipFlags)
	b = le.AppendUint16(b, 0) // stored
	b = le.AppendUint16(b, 0) // midnight
	b = le.AppendUint16(b, zipDate)
	b = le.AppendUint32(b, e.crc)
	b = le.AppendUint32(b, e.size)
	b = le.AppendUint32(b, e.size)
	b = le.AppendUint16(b, uint16(len(e.name)))
	return le.AppendUint16(b, 0) // no extra field
}

func (e entry) central(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint32(b, centralMark)
	b = le.AppendUint16(b, zipVersion)
	b = e.common(b)
	b = le.AppendUint16(b, 0) // no comment
	b = le.AppendUint16(b, 0) // one disk
	b = le.AppendUint16(b, 0) // nothing said of the contents
	b = le.AppendUint32(b, 0) // no attributes, so no link
	b = le.AppendUint32(b, e.at)
	return append(b, e.name...)
}

// length is how many bytes of the zip belong to the entry, up to the next one.
func (e entry) length() int64 { return localLength + int64(len(e.name)) + int64(e.size) }

// zipDirectory is what follows the last entry, to the end of the file.
func zipDirectory(entries []entry) []byte {
	var b []byte
	var at int64
	for _, e := range entries {
		b = e.central(b)
		at = int64(e.at) + e.length()
	}
	le := binary.LittleEndian
	size := uint32(len(b))
	b = le.AppendUint32(b, endMark)
	b = le.AppendUint16(b, 0)
	b = le.AppendUint16(b, 0)
	b = le.AppendUint16(b, uint16(len(entries)))
	b = le.AppendUint16(b, uint16(len(entries)))
	b = le.AppendUint32(b, size)
	b = le.AppendUint32(b, uint32(at))
	return le.AppendUint16(b, 0) // no comment
}

// readEntry reads the header at off: what it says, and whether it is written as
// [entry.local] would write it.
func readEntry(r io.ReaderAt, off, size int64) (entry, *fault.Fault) {
	var head [localLength]byte
	if f := readAt(r, head[:], off, size); f != nil {
		return entry{}, f
	}
	le := binary.LittleEndian
	e := entry{crc: le.Uint32(head[14:]), size: le.Uint32(head[22:]), at: uint32(off)}
	length := int(le.Uint16(head[26:]))
	if length > 2*maxName {
		return entry{}, blame(NameBad, "name", "…")
	}
	name := make([]byte, length)
	if f := readAt(r, name, off+localLength, size); f != nil {
		return entry{}, f
	}
	e.name = string(name)
	if f := checkName(strings.TrimSuffix(e.name, "/")); f != nil {
		return entry{}, f
	}
	if strings.HasSuffix(e.name, "/") { // an entry for a folder, which other programs make
		return entry{}, blame(Repacked, "byte", off)
	}
	if le.Uint16(head[8:]) != 0 {
		return entry{}, blame(Compressed, "name", e.name)
	}
	if n := firstDifference(append(head[:], name...), e.local()); n >= 0 {
		return entry{}, blame(Repacked, "byte", off+int64(n))
	}
	if off+e.length() > size {
		return entry{}, blame(CutShort, "byte", size)
	}
	return e, nil
}

// readAt fills b, or says where the file breaks off.
func readAt(r io.ReaderAt, b []byte, off, size int64) *fault.Fault {
	if off+int64(len(b)) > size {
		return blame(CutShort, "byte", size)
	}
	if _, err := r.ReadAt(b, off); err != nil && err != io.EOF {
		return blame(Unreadable, "path", "", "reason", err.Error()).Because(err)
	}
	return nil
}

// firstDifference is the first byte in which a and b differ, -1 if none does.
func firstDifference(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return -1
	}
	return n
}
