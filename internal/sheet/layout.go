package sheet

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/fault"
)

// Version is that of the measures, which the class mark carries.
const Version = 1

// Bounds of a form.
const (
	MostOnHalf  = 6  // rows that stand on A5
	mostOnSide  = 24 // rows on one side of A4
	mostPages   = 7  // what the class mark can say
	mostClasses = 7
)

// A Form is what one kind of sheet asks.
type Form struct {
	Title   []string // its words, none of which is broken
	Class   int      // from 1, 0 where there are no classes
	Letter  string   // what tells the class to people, "A票"
	People  string   // the head over the names
	Answers []string // in the order of the scale
	Names   []string // a row each
	Notes   string   // how to fill it in
	Foot    string   // the line below the notes, with a place for the day
	Over    string   // the same on a side that is not the last
}

// What keeps a form from being laid out, and the names of the values.
const (
	TooLong  fault.Code = "too-long"  // name; it does not fit into its cell
	TooMany  fault.Code = "too-many"  // rows, pages; they are more than the mark can tell
	NoAnswer fault.Code = "no-answer" // nobody is graded, or with nothing
)

// A Box is a rectangle in millimetres from the upper left corner of the sheet.
type Box struct{ X, Y, Width, Height float64 }

// A Text is lines of one size that stand in a box.
type Text struct {
	Box
	Points float64
	Lines  []string
}

// A Row is one row of the table and its boxes to tick, one an answer.
type Row struct {
	Number int
	Name   Text
	Boxes  []Box
}

// A Page is one side of a sheet.
type Page struct {
	Marks  [4]Box // corners: upper left, upper right, lower left, lower right
	Class  Box
	Cells  [2][classCells]bool // of the class mark, true is black
	Letter Text
	Title  Text
	Table  Box
	Edges  []float64 // of the columns, from the left edge of the table
	Heads  []Text    // number, name, answers
	Rows   []Row
	Notes  Text
}

// A Layout is a form with the place of everything on it.
type Layout struct {
	Half   bool    // A5, two on one A4
	Width  float64 // of a sheet
	Height float64
	Design uint16 // 12 bits
	Pages  []Page
}

// Measures in millimetres.
const (
	markCentre = 14.0 // from both edges
	markSide   = 8.0
	classX     = 28.0
	classY     = 11.2
	classSide  = 2.8 // of a cell
	classCells = 18
	letterX    = 84.0
	tableX     = 20.0
	tableY     = 40.0
	headHeight = 10.0
	rowLeast   = 9.0
	rowMost    = 12.0
	boxSide    = 5.0 // between the centres of its lines
	notesX     = 24.0
	point      = 25.4 / 72
	spacing    = 1.1 // of a line, by the size of its letters
)

// sizes are those of the table, the largest first.
var sizes = []float64{14, 12, 10.5}

// A paper is a size of sheet and what differs with it.
type paper struct {
	name          string
	width, height float64
	table         float64 // width of the table
	below         float64 // what stays free under the table
	number        float64 // width of the column of numbers
	answer        float64 // width of a column of answers where there are up to 4
	least         float64 // the same, at least
	all           float64 // of all answers where there are more
	letter, notes float64 // width of the letter, height of the notes
}

var (
	whole = paper{"A4", 210, 297, 170, 31, 12, 22, 14, 88, 102, 14}
	half  = paper{"A5", 148.5, 210, 108.5, 38, 10, 15, 14, 70, 40, 17}
)

// LayOut places a form: on A5 where its rows are few and fit, on A4 otherwise, on
// both sides or more where they are many. A fault names what does not fit.
func LayOut(f Form) (Layout, error) {
	if len(f.Names) == 0 || len(f.Answers) == 0 {
		return Layout{}, fault.New("sheet", NoAnswer)
	}
	if len(f.Names) <= MostOnHalf {
		if l, err := f.on(half); err == nil {
			return l, nil
		}
	}
	return f.on(whole)
}

// on places a form on one paper.
func (f Form) on(p paper) (Layout, error) {
	l := Layout{Half: p == half, Width: p.width, Height: p.height, Design: f.design(p)}
	edges := f.edges(p)
	points, tallest, err := f.fit(p, edges)
	if err != nil {
		return l, err
	}
	// What a side takes of rows as tall as the tallest name.
	room := p.height - p.below - tableY - headHeight
	most := min(mostOnSide, int(room/max(rowLeast, tallest)))
	if l.Half {
		most = min(most, MostOnHalf)
	}
	pages := (len(f.Names) + most - 1) / most
	if pages > mostPages || l.Half && pages > 1 || f.Class > mostClasses {
		return l, fault.New("sheet", TooMany, "rows", len(f.Names), "pages", pages)
	}
	for n := range pages {
		from, to := n*len(f.Names)/pages, (n+1)*len(f.Names)/pages
		height := max(tallest, min(rowMost, room/float64(to-from)))
		l.Pages = append(l.Pages, f.page(p, edges, points, from, to, height))
		l.Pages[n].Cells = classMark(f.Class, n+1, pages, l.Design)
		if l.Pages[n].Notes = f.notes(p, l.Pages[n].Table, n+1 < pages); l.Pages[n].Notes.Lines == nil {
			return l, fault.New("sheet", TooLong, "name", f.Notes)
		}
	}
	return l, nil
}

// edges are those of the columns.
func (f Form) edges(p paper) []float64 {
	answer := p.answer
	if n := float64(len(f.Answers)); n > 4 {
		answer = max(p.least, p.all/n)
	}
	at := p.table - answer*float64(len(f.Answers))
	out := []float64{0, p.number, at}
	for range f.Answers {
		at += answer
		out = append(out, at)
	}
	return out
}

// fit is the size of the names and how tall a row is for the longest, 0 where any
// row does.
func (f Form) fit(p paper, edges []float64) (points, tallest float64, err error) {
	name := edges[2] - edges[1]
	for _, text := range append([]string{f.People}, f.Answers...) {
		width := name
		if text != f.People {
			width = edges[3] - edges[2]
		}
		if sizeIn(text, width, headHeight, wrap) == 0 {
			return 0, 0, fault.New("sheet", TooLong, "name", text)
		}
	}
	if len(f.title(p).Lines) == 0 {
		return 0, 0, fault.New("sheet", TooLong, "name", strings.Join(f.Title, ""))
	}
	points = sizes[0]
	for _, text := range f.Names {
		size := sizeIn(text, name, rowLeast, named)
		if size == 0 {
			size = sizes[len(sizes)-1]
			lines := named(text, size, name)
			if lines == nil {
				return 0, 0, fault.New("sheet", TooLong, "name", text)
			}
			tallest = max(tallest, float64(len(lines))*spacing*size*point+1)
		}
		points = min(points, size)
	}
	if p == half && tallest > rowMost {
		return 0, 0, fault.New("sheet", TooLong, "name", f.Names[0])
	}
	return points, tallest, nil
}

const (
	letterPoints = 20
	notesPoints  = 10.5
)

// title is on one line or two, smaller where it is long, and without lines where it
// is too long.
func (f Form) title(p paper) Text {
	for _, points := range []float64{16, 14, 12} {
		most := int(p.table / (points * point))
		if lines := docx.Lines(f.Title, most); len(lines) > 0 && len(lines) < 3 {
			return Text{Box{tableX, 22, p.table, 16}, points, lines}
		}
	}
	return Text{}
}

// notes stand below the table, without lines where they are too long.
func (f Form) notes(p paper, table Box, goesOn bool) Text {
	out := Text{Box{notesX, table.Y + table.Height + 2, p.table - 2*(notesX-tableX), p.notes}, notesPoints, nil}
	foot := f.Foot
	if goesOn {
		foot = f.Over
	}
	lines := append(wrap(f.Notes, notesPoints, out.Width), foot)
	if float64(len(lines))*spacing*notesPoints*point <= p.notes {
		out.Lines = lines
	}
	return out
}

// page places the rows from one to another.
func (f Form) page(p paper, edges []float64, points float64, from, to int, row float64) Page {
	out := Page{
		Class:  Box{classX, classY, classSide * classCells, classSide * 2},
		Letter: Text{Box{letterX, 10, p.letter, 8}, letterPoints, []string{f.Letter}},
		Title:  f.title(p),
		Table:  Box{tableX, tableY, p.table, headHeight + row*float64(to-from)}, Edges: edges,
	}
	for i := range out.Marks {
		out.Marks[i] = Box{markCentre - markSide/2, markCentre - markSide/2, markSide, markSide}
		if i%2 == 1 {
			out.Marks[i].X = p.width - markCentre - markSide/2
		}
		if i > 1 {
			out.Marks[i].Y = p.height - markCentre - markSide/2
		}
	}
	for i, text := range append([]string{"序号", f.People}, f.Answers...) {
		out.Heads = append(out.Heads, headed(text, Box{tableX + edges[i], tableY, edges[i+1] - edges[i], headHeight}))
	}
	for n := from; n < to; n++ {
		y := tableY + headHeight + row*float64(n-from)
		r := Row{Number: n + 1, Name: written(f.Names[n], Box{tableX + edges[1], y, edges[2] - edges[1], row}, points, named)}
		for i := range f.Answers {
			x := tableX + (edges[i+2]+edges[i+3])/2
			r.Boxes = append(r.Boxes, Box{x - boxSide/2, y + row/2 - boxSide/2, boxSide, boxSide})
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// A breaking is how a text of a size comes to lines of a width.
type breaking func(text string, size, width float64) []string

// written is a text in a cell, at most as large as points.
func written(text string, in Box, points float64, lines breaking) Text {
	size := sizeIn(text, in.Width, in.Height, lines)
	if size == 0 || size > points {
		size = points
	}
	return Text{in, size, lines(text, size, in.Width)}
}

// headed is a head in a cell: on one line where any size allows it.
func headed(text string, in Box) Text {
	for _, size := range sizes[1:] {
		if lines := wrap(text, size, in.Width); len(lines) == 1 {
			return Text{in, size, lines}
		}
	}
	return written(text, in, sizes[1], wrap)
}

// sizeIn is the largest size in which a text stands in a cell, 0 for none.
func sizeIn(text string, width, height float64, broken breaking) float64 {
	for _, size := range sizes {
		lines := broken(text, size, width)
		if lines != nil && float64(len(lines))*spacing*size*point <= height-0.6 {
			return size
		}
	}
	return 0
}

// narrowest is how narrow the letters of a word may be before it is broken, in hundredths
// of their height: a name with a dot in it is one of many characters, and stays whole.
func narrowest(word string) int {
	if strings.Contains(word, "·") {
		return 60
	}
	return 80
}

// narrow is how narrow the letters of a line of a size are so that it stands in a width,
// in hundredths.
func narrow(line string, size, width float64) int {
	return min(100, int(100*(width-2)/(size*point*float64(runes(line)))))
}

// named breaks a post and a name into lines. In the smallest size a word that is a little
// too long has narrow letters, and a longer one is broken into equal parts; in a larger
// size there are no lines then.
func named(text string, size, width float64) (lines []string) {
	most := int((width - 2) / (size * point))
	for _, word := range strings.Fields(text) {
		rest, parts := []rune(word), 1
		switch n := len(lines) - 1; {
		case n >= 0 && runes(lines[n])+1+len(rest) <= most:
			lines[n] += " " + word
			continue
		case len(rest) > most && (size > sizes[len(sizes)-1] || most < 2):
			return nil
		default:
			for narrow(string(rest[:(len(rest)+parts-1)/parts]), size, width) < narrowest(word) {
				parts++
			}
		}
		for ; parts > 0; parts-- {
			cut := (len(rest) + parts - 1) / parts
			lines, rest = append(lines, string(rest[:cut])), rest[cut:]
		}
	}
	return lines
}

// wrap breaks a text into lines at spaces, or where a line is full. A character is as
// wide as it is tall, in any face; only letters and digits may be narrower. It is nil
// where not even one character stands on a line.
func wrap(text string, size, width float64) (lines []string) {
	most := int((width - 2) / (size * point))
	if most < 1 {
		return nil
	}
	for _, word := range strings.Fields(text) {
		rest := []rune(word)
		if n := len(lines) - 1; n >= 0 && runes(lines[n])+1+len(rest) <= most {
			lines[n] += " " + word
			continue
		}
		for len(rest) > most {
			cut := most
			for cut > 1 && strings.ContainsRune("，。、；：）”", rest[cut]) {
				cut-- // a line does not begin so
			}
			lines, rest = append(lines, string(rest[:cut])), rest[cut:]
		}
		lines = append(lines, string(rest))
	}
	return lines
}

func runes(text string) int { return len([]rune(text)) }

// design is the twelve bits that tell this form from another.
func (f Form) design(p paper) uint16 {
	lines := []string{fmt.Sprint(Version), p.name, strings.Join(f.Title, "")}
	lines = append(append(lines, f.Answers...), f.Names...)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return uint16(sum[0])<<4 | uint16(sum[1])>>4
}

// classMark is the cells of the mark.
func classMark(class, page, pages int, design uint16) (out [2][classCells]bool) {
	bits := uint32(Version)<<21 | uint32(class)<<18 | uint32(page)<<15 | uint32(pages)<<12 | uint32(design)
	bits = bits<<8 | uint32(crc8(bits))
	for row := range out {
		out[row][0], out[row][classCells-1] = true, row == 0
		for i := range 16 {
			out[row][i+1] = bits>>(31-16*row-i)&1 == 1
		}
	}
	return out
}

// crc8 is over 24 bits, with the polynomial 0x07 and 0xFF to begin with.
func crc8(bits uint32) uint8 {
	crc := uint8(0xFF)
	for shift := 16; shift >= 0; shift -= 8 {
		crc ^= uint8(bits >> shift)
		for range 8 {
			if crc&0x80 != 0 {
				crc = crc<<1 ^ 0x07
			} else {
				crc <<= 1
			}
		}
	}
	return crc
}
