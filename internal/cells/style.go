package cells

import (
	"archive/zip"
	"strconv"
)

// Bounds of the styles of a workbook.
const (
	maxStyles = 65_536 // cell formats, and fonts, fills and number formats each
	maxFormat = 1_000  // bytes of a number format
)

// A style is what of the look of a cell says how it counts.
type style struct {
	format format
	ink    colour
	ground colour // white where nothing was painted
	tiny   bool   // letters that nobody can read
}

// A colour is red, green and blue; not known where a theme or the system says it.
type colour struct {
	known bool
	rgb   [3]uint8
}

var white = colour{true, [3]uint8{255, 255, 255}}

// like reports whether nobody could tell the two apart.
func (c colour) like(d colour) bool {
	if !c.known || !d.known {
		return false
	}
	for i := range c.rgb {
		if diff := int(c.rgb[i]) - int(d.rgb[i]); diff > 24 || diff < -24 {
			return false
		}
	}
	return true
}

// unseen reports whether nobody could read what stands in a cell of the style.
func (s style) unseen() bool { return s.tiny || s.ink.like(s.ground) }

// colourOf is the colour that a tag names. Of a theme only its first two are known
// well enough: they are the paper and the ink.
func colourOf(t token) colour {
	if rgb := t.attr("rgb"); len(rgb) == 8 {
		n, err := strconv.ParseUint(rgb[2:], 16, 32)
		return colour{err == nil, [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}}
	}
	if t.attr("tint") != "" {
		return colour{}
	}
	switch t.attr("theme") + "|" + t.attr("indexed") {
	case "0|", "|1", "|9":
		return white
	case "1|", "|0", "|8":
		return colour{known: true}
	}
	return colour{}
}

// A stylist reads the styles of a workbook.
type stylist struct {
	codes   map[int]string
	fonts   []style
	grounds []colour
	styles  []style
}

// styles reads the part that holds the styles; none where there is no such part.
func (w *packed) styles(f *zip.File) ([]style, error) {
	s := stylist{codes: map[int]string{}}
	if f == nil {
		return nil, nil
	}
	err := w.walk(f, func(in *scanner, t token) error {
		if t.kind != startTag || in.open[0] != "styleSheet" {
			return nil
		}
		return s.take(in, t)
	})
	return s.styles, err
}

func (s *stylist) take(in *scanner, t token) error {
	last := len(s.fonts) - 1
	switch {
	case len(s.codes) > maxStyles || len(s.fonts) > maxStyles || len(s.grounds) > maxStyles || len(s.styles) > maxStyles:
		return errTooManyStyles
	case in.at("styleSheet", "numFmts", "numFmt"):
		if code := t.attr("formatCode"); len(code) <= maxFormat {
			s.codes[t.number("numFmtId")] = code
		}
	case in.at("styleSheet", "fonts", "font"):
		s.fonts = append(s.fonts, style{})
	case in.at("styleSheet", "fonts", "font", "color"):
		s.fonts[last].ink = colourOf(t)
	case in.at("styleSheet", "fonts", "font", "sz"):
		s.fonts[last].tiny = t.below("val", 2)
	case in.at("styleSheet", "fills", "fill"):
		s.grounds = append(s.grounds, white)
	case in.at("styleSheet", "fills", "fill", "gradientFill"):
		s.grounds[len(s.grounds)-1] = colour{}
	case in.at("styleSheet", "fills", "fill", "patternFill"):
		if kind := t.attr("patternType"); kind != "none" && kind != "" {
			s.grounds[len(s.grounds)-1] = colour{}
		}
	case in.at("styleSheet", "fills", "fill", "patternFill", "fgColor"):
		if ground := &s.grounds[len(s.grounds)-1]; !ground.known {
			*ground = colourOf(t)
		}
	case in.at("styleSheet", "cellXfs", "xf"):
		s.styles = append(s.styles, s.style(t))
	}
	return nil
}

func (s *stylist) style(t token) style {
	out := style{ground: white}
	if n := t.number("fontId"); n >= 0 && n < len(s.fonts) {
		out = s.fonts[n]
		out.ground = white
	}
	if n := t.number("fillId"); n >= 0 && n < len(s.grounds) {
		out.ground = s.grounds[n]
	}
	n := t.number("numFmtId")
	if code, own := s.codes[n]; own {
		out.format = formatBy(code)
	} else {
		out.format = formatOf(n)
	}
	return out
}
