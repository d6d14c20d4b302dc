package glyph

import "charm.land/lipgloss/v2"

// Fonts are the two fonts that words are drawn in. They never change.
type Fonts struct{ tall, low *Font }

// NewFonts reads both fonts.
func NewFonts(tall, low []byte) (*Fonts, error) {
	t, err := New(tall)
	if err != nil {
		return nil, err
	}
	l, err := New(low)
	return &Fonts{t, l}, err
}

// A Face is one way of drawing words: a font in a paint.
type Face struct {
	font  *Font
	Paint Paint
}

// Size is the room, in cells, that Draw needs for text.
func (f Face) Size(text string) (cols, rows int) { return f.font.Size(text, f.Paint) }

// Draw draws text in the rows that Size promises, each exactly as wide.
func (f Face) Draw(text string, s lipgloss.Style) []string { return f.font.Draw(text, f.Paint, s) }

// Faces are the ways of drawing text, the thickest pixel first and of equal ones the
// larger font: for paints in that order. The lower font is left out where it lacks a
// character.
func (f *Fonts) Faces(text string, paints ...Paint) []Face {
	var out []Face
	for _, p := range paints {
		if out = append(out, Face{f.tall, p}); f.low.hasAll(text) {
			out = append(out, Face{f.low, p})
		}
	}
	return out
}

func (f *Font) hasAll(text string) bool {
	for _, r := range text {
		if f.width(r) > 0 && !f.Has(r) {
			return false
		}
	}
	return true
}

// Paints are those for a window so wide, in a terminal that draws ▀ in one cell, or at
// least ▚: beyond 180 columns the pixels of quarter cells are too thin for a hall.
func Paints(halves, corners bool, cols int) []Paint {
	of := []Paint{Spaces}
	if halves {
		of = append(of, Halves)
	}
	switch {
	case cols > 180:
	case halves:
		of = append(of, Quadrants)
	case corners:
		of = append(of, Corners)
	}
	return of
}

// Fit is the first face in which text has room in cols by rows cells; false where it
// has none.
func (f *Fonts) Fit(text string, cols, rows int, paints ...Paint) (Face, bool) {
	for _, face := range f.Faces(text, paints...) {
		if wide, high := face.Size(text); wide <= cols && high <= rows {
			return face, true
		}
	}
	return Face{}, false
}
