package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"math"
)

// A shape is what the icon is drawn of, on a square of 64 by 64: whether a point is in
// it.
type shape struct {
	color color.NRGBA
	has   func(x, y float64) bool
}

// shapes are drawn one above the other: a red square with round corners, a sheet with
// three rows on it, and a tick.
var shapes = []shape{
	{color.NRGBA{0xb5, 0x1f, 0x24, 0xff}, rounded(2, 2, 62, 62, 12)},
	{color.NRGBA{0xff, 0xfa, 0xf0, 0xff}, rounded(15, 10, 49, 54, 3)},
	{color.NRGBA{0x9a, 0x92, 0x86, 0xff}, rounded(20, 17, 44, 20, 1.5)},
	{color.NRGBA{0x9a, 0x92, 0x86, 0xff}, rounded(20, 24, 44, 27, 1.5)},
	{color.NRGBA{0xb5, 0x1f, 0x24, 0xff}, stroke(22, 39, 29, 46, 2.6)},
	{color.NRGBA{0xb5, 0x1f, 0x24, 0xff}, stroke(29, 46, 43, 32, 2.6)},
}

// rounded is a rectangle with round corners.
func rounded(x0, y0, x1, y1, r float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		dx := max(x0+r-x, 0, x-(x1-r))
		dy := max(y0+r-y, 0, y-(y1-r))
		return x >= x0 && x <= x1 && y >= y0 && y <= y1 && math.Hypot(dx, dy) <= r
	}
}

// stroke is all that is within r of a line.
func stroke(x0, y0, x1, y1, r float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		dx, dy := x1-x0, y1-y0
		at := min(1, max(0, ((x-x0)*dx+(y-y0)*dy)/(dx*dx+dy*dy)))
		return math.Hypot(x-x0-at*dx, y-y0-at*dy) <= r
	}
}

// picture is the icon of a size as PNG. Each pixel is the mean of sixteen points.
func picture(size int) []byte {
	const points = 4
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			var sum [4]float64
			for n := range points * points {
				px := (float64(x) + (float64(n%points)+0.5)/points) * 64 / float64(size)
				py := (float64(y) + (float64(n/points)+0.5)/points) * 64 / float64(size)
				c := pointAt(px, py)
				alpha := float64(c.A) / 255
				for i, v := range []uint8{c.R, c.G, c.B} {
					sum[i] += float64(v) * alpha
				}
				sum[3] += alpha
			}
			if sum[3] > 0 {
				img.SetNRGBA(x, y, color.NRGBA{
					uint8(math.Round(sum[0] / sum[3])), uint8(math.Round(sum[1] / sum[3])), uint8(math.Round(sum[2] / sum[3])),
					uint8(math.Round(255 * sum[3] / (points * points))),
				})
			}
		}
	}
	var out bytes.Buffer
	png.Encode(&out, img)
	return out.Bytes()
}

func pointAt(x, y float64) (c color.NRGBA) {
	for _, s := range shapes {
		if s.has(x, y) {
			c = s.color
		}
	}
	return c
}

// bitmap is the icon of a size as Windows before Vista reads one, and as its oldest
// tools still want the small ones: bottom up, blue first, with an empty mask.
func bitmap(size int) []byte {
	img, _ := png.Decode(bytes.NewReader(picture(size)))
	var out bytes.Buffer
	binary.Write(&out, binary.LittleEndian, struct {
		Size                uint32
		Width, Height       int32
		Planes, Bits        uint16
		Compression, Length uint32
		XPer, YPer          int32
		Used, Important     uint32
	}{Size: 40, Width: int32(size), Height: int32(2 * size), Planes: 1, Bits: 32})
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			out.Write([]byte{c.B, c.G, c.R, c.A})
		}
	}
	out.Write(make([]byte, size*((size+31)/32)*4))
	return out.Bytes()
}
