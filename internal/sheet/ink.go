package sheet

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"math"
)

// dots are those of a millimetre at 600 to the inch.
const dots = 600 / 25.4

func toDots(mm float64) int { return int(math.Round(mm * dots)) }

// An ink is a picture of black and white, true is black.
type ink struct {
	width, height int
	black         func(x, y int) bool
}

// cornerInk is a corner mark: a ring of 1.2 mm, a white one of 1.2, a heart of 3.2.
func cornerInk() ink {
	side, ring, heart := toDots(markSide), toDots(1.2), toDots(2.4)
	return ink{side, side, func(x, y int) bool {
		depth := min(x, y, side-1-x, side-1-y)
		return depth < ring || depth >= heart
	}}
}

// boxInk is a box to tick with one white dot round it. Its line is 0.3 mm.
func boxInk() ink {
	line := toDots(0.3)
	side := toDots(boxSide) + line + 2
	return ink{side, side, func(x, y int) bool {
		depth := min(x, y, side-1-x, side-1-y)
		return depth >= 1 && depth < 1+line
	}}
}

// classInk is a class mark.
func classInk(cells [2][classCells]bool) ink {
	edge := func(n int) int { return toDots(classSide * float64(n)) }
	of := func(at int) int {
		n := 0
		for at >= edge(n+1) {
			n++
		}
		return n
	}
	return ink{edge(classCells), edge(2), func(x, y int) bool { return cells[of(y)][of(x)] }}
}

// cutInk is the line to cut along, of dashes.
func cutInk() ink {
	return ink{toDots(0.2), toDots(whole.width), func(_, y int) bool { return y/toDots(2)%2 == 0 }}
}

// png writes an ink with one bit a dot. Nothing is compressed, so that the bytes do
// not depend on who compresses.
func (k ink) png() []byte {
	var raw bytes.Buffer
	for y := range k.height {
		line := make([]byte, 1+(k.width+7)/8) // the first says that nothing was filtered
		for x := range k.width {
			if !k.black(x, y) {
				line[1+x/8] |= 0x80 >> (x % 8)
			}
		}
		raw.Write(line)
	}
	out := bytes.NewBufferString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, content []byte) {
		body := append([]byte(kind), content...)
		_ = binary.Write(out, binary.BigEndian, uint32(len(content)))
		out.Write(body)
		_ = binary.Write(out, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(k.width))
	head = binary.BigEndian.AppendUint32(head, uint32(k.height))
	chunk("IHDR", append(head, 1, 0, 0, 0, 0))
	perMetre := binary.BigEndian.AppendUint32(nil, 23622)
	chunk("pHYs", append(append(perMetre, perMetre...), 1))
	chunk("IDAT", stored(raw.Bytes()))
	chunk("IEND", nil)
	return out.Bytes()
}

// stored is bytes in the form of zlib, in blocks that are not compressed.
func stored(b []byte) []byte {
	const most = 1<<16 - 1
	out, sum := []byte{0x78, 0x01}, adler32.Checksum(b)
	for {
		n, last := min(len(b), most), byte(0)
		if n == len(b) {
			last = 1
		}
		out = append(out, last)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out, b = append(out, b[:n]...), b[n:]
		if last == 1 {
			return binary.BigEndian.AppendUint32(out, sum)
		}
	}
}
