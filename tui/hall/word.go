package hall

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"shuping/tui/look"
)

// A word is set in the thickest face that fits: in one line, or broken into a few. A
// name that is too long is called shorter, and cut in its middle if need be.
type word struct {
	text string
	role
	style lipgloss.Style
	short string // what a name is called where it has no room
}

func (w word) shapes(p paper) []shape {
	out := w.broken(p, w.text)
	if w.short == "" {
		return out
	}
	cut := w.broken(p, w.short)
	hands := p.hands(w.short, w.role)
	for _, h := range slices.Backward(hands) { // the thinnest says most
		wide, _ := h.cell()
		for room := p.cols / wide; room >= 4; room-- {
			if text := p.Look.Middle(w.short, room); h.width(text) <= p.cols {
				cut = append(cut, w.set(p, h, text))
				break
			}
		}
	}
	for i := range cut {
		cut[i].cut = true
	}
	return append(out, cut...)
}

// broken is a text in one line, two or three, in every hand that has the width.
func (w word) broken(p paper, text string) []shape {
	const most = 3 // lines
	var out []shape
	hands := p.hands(text, w.role)
	lines, cells := make([][]string, len(hands)), look.Width(text)
	for i, h := range hands {
		wide, _ := h.cell()
		if width := p.cols / wide; width*most+most > cells { // else it takes more, a space at each break left out
			lines[i] = evenly(text, width)
		}
		if apart := strings.Join(strings.Split(text, ""), " "); h.text && cells > len([]rune(text)) && look.Width(apart) <= p.cols {
			lines[i] = []string{apart} // Chinese, its letters apart
		}
	}
	for n := 1; n <= most; n++ {
		for i, h := range hands {
			if len(lines[i]) == n && h.width(lines[i]...) <= p.cols {
				out = append(out, w.set(p, h, lines[i]...))
			}
		}
	}
	return out
}

// evenly is a text in as many lines as it takes in that width, none of them much longer
// than the others.
func evenly(text string, width int) []string {
	lines := look.Wrap(text, width)
	for n := len(lines); n > 1 && n <= 3; width-- {
		less := look.Wrap(text, width-1)
		if len(less) > n || width <= 2 {
			break
		}
		lines = less
	}
	return lines
}

// width is that of the widest of lines.
func (h hand) width(lines ...string) int {
	cols := 0
	for _, line := range lines {
		if h.text {
			cols = max(cols, look.Width(line))
		} else {
			wide, _ := h.face.Size(line)
			cols = max(cols, wide)
		}
	}
	return cols
}

// set is the word in that hand, in so many lines.
func (w word) set(p paper, h hand, lines ...string) shape {
	_, high := h.cell()
	style := w.style
	if h.text {
		style = style.Bold(true)
	}
	cols := h.width(lines...)
	rows := high * len(lines)
	return shape{cols: cols, rows: rows, draw: func() ([]string, []mark) {
		var out []string
		for _, line := range lines {
			drawn := []string{style.Render(line)}
			if !h.text {
				drawn = h.face.Draw(line, style)
			}
			for _, r := range drawn {
				out = append(out, p.Look.Centre(r, cols))
			}
		}
		return out, []mark{{cols: cols, rows: rows, each: high, role: w.role, text: w.text}}
	}}
}
