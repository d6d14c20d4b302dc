//go:build ignore

// Command sheet holds a printed sheet against its layout: go run .ci/sheet.go
// LAYOUT.json PAGE.pgm… looks for each corner mark within 0.3 mm and for each box to
// tick within 0.5 mm of where the layout has it, counts the boxes, and names what is
// not there.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
)

type box struct{ X, Y, Width, Height float64 }

type layout struct {
	Half          bool
	Width, Height float64
	Pages         []struct {
		Marks [4]box
		Class box
		Rows  []struct{ Boxes []box }
	}
}

// A page is a picture of one side.
type page struct {
	width, height int
	perMM         float64
	grey          []byte
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	var l layout
	if err == nil {
		err = json.Unmarshal(text, &l)
	}
	if err == nil && len(os.Args)-2 != len(l.Pages) {
		err = fmt.Errorf("%d pages were printed, not %d", len(os.Args)-2, len(l.Pages))
	}
	worst := 0.0
	for n, name := range os.Args[2:] {
		if err == nil {
			err = l.hold(n, name, &worst)
		}
	}
	if err != nil {
		fmt.Println(os.Args[1]+":", err)
		os.Exit(1)
	}
	fmt.Printf("%s: %d pages, the worst box is %.2f mm off\n", os.Args[1], len(l.Pages), worst)
}

func (l layout) hold(n int, name string, worst *float64) error {
	shifts, width := []float64{0}, l.Width
	if l.Half {
		shifts, width = []float64{0, l.Width}, 2*l.Width
	}
	p, err := read(name, width)
	if err != nil {
		return err
	}
	for _, shift := range shifts {
		for i, m := range l.Pages[n].Marks {
			m.X += shift
			if off, black := p.off(m, 2.5); black < 0.5 || black > 0.8 || off > 0.3 {
				return fmt.Errorf("page %d: corner mark %d is %.2f mm off, %.0f%% of it black", n+1, i+1, off, 100*black)
			}
		}
		c := l.Pages[n].Class
		c.X += shift
		if _, black := p.off(c, 0.5); black < 0.2 || black > 0.8 {
			return fmt.Errorf("page %d: %.0f%% of the class mark is black", n+1, 100*black)
		}
		for r, row := range l.Pages[n].Rows {
			for i, b := range row.Boxes {
				b.X += shift
				off, black := p.off(b, 1.5)
				if black < 0.1 || black > 0.4 || off > 0.5 {
					return fmt.Errorf("page %d: box %d of row %d is %.2f mm off, %.0f%% of it black", n+1, i+1, r+1, off, 100*black)
				}
				*worst = math.Max(*worst, off)
			}
		}
	}
	return nil
}

// off is how far the middle of what is black round a box lies from the middle of the
// box, and how much of the box is black.
func (p page) off(b box, round float64) (off, black float64) {
	at := func(mm float64) int { return int(math.Round(mm * p.perMM)) }
	left, right, top, bottom, dark := p.width, -1, p.height, -1, 0
	for y := at(b.Y - round); y < at(b.Y+b.Height+round); y++ {
		for x := at(b.X - round); x < at(b.X+b.Width+round); x++ {
			if x >= 0 && x < p.width && y >= 0 && y < p.height && p.grey[y*p.width+x] < 128 {
				left, right, top, bottom, dark = min(left, x), max(right, x), min(top, y), max(bottom, y), dark+1
			}
		}
	}
	if right < 0 {
		return 99, 0
	}
	dx := float64(left+right+1)/2/p.perMM - b.X - b.Width/2
	dy := float64(top+bottom+1)/2/p.perMM - b.Y - b.Height/2
	return math.Hypot(dx, dy), float64(dark) / (b.Width * b.Height * p.perMM * p.perMM)
}

// read takes a picture in PGM that is so many millimetres wide.
func read(name string, width float64) (p page, err error) {
	f, err := os.Open(name)
	if err != nil {
		return p, err
	}
	defer f.Close()
	r, most := bufio.NewReader(f), 0
	if _, err = fmt.Fscanf(r, "P5\n%d %d\n%d\n", &p.width, &p.height, &most); err != nil {
		return p, fmt.Errorf("%s: %w", name, err)
	}
	p.grey = make([]byte, p.width*p.height)
	_, err = io.ReadFull(r, p.grey)
	p.perMM = float64(p.width) / width
	return p, err
}
