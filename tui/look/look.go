package look

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// A Depth is how many colours a terminal has.
type Depth int

const (
	None  Depth = iota // attributes only
	Basic              // the sixteen that every terminal has, named by number
	Full
)

// A Look is a palette as styles. It is a value and holds no state.
type Look struct {
	Dark  bool // the terminal's background
	Depth Depth
	Plain bool // ASCII lines and dots

	// What the terminal was asked: Halves that it draws ▀ in one cell, Corners that it
	// draws ▚ so. Without an answer large characters are made of spaces alone.
	Halves, Corners bool
	halves, corners bool // as it was answered, whatever was chosen since

	most Depth // that may be used, whatever the terminal has

	Text     lipgloss.Style
	Strong   lipgloss.Style
	Dim      lipgloss.Style
	Accent   lipgloss.Style
	Choice   lipgloss.Style // the thing the cursor is on
	Amber    lipgloss.Style // look
	Red      lipgloss.Style // over the limit, or differs
	Good     lipgloss.Style // stored, closed, done
	Field    lipgloss.Style // where text is typed
	Practice lipgloss.Style // the mark of a rehearsal
}

// A tone is one colour: as it is meant, and the nearest of the sixteen in
// sense, not in shade (amber must not become red).
type tone struct{ full, basic string }

// tones is one palette: the same roles on light and on dark.
type tones struct {
	dim, accent, amber, red, good, field tone
	grades                               [6]tone
}

var (
	onLight = tones{
		dim: tone{"#4f5661", "8"}, accent: tone{"#0b5cad", "4"}, amber: tone{"#8a5a00", "3"},
		red: tone{"#b0004e", "1"}, good: tone{"#1c6b3c", "2"}, field: tone{"#e3e8ef", "7"},
		grades: [6]tone{{"#005a4e", "6"}, {"#3577cf", "4"}, {"#6a2f9e", "5"}, {"#737983", "8"}, {"#3f4f00", "2"}, {"#14181d", "0"}},
	}
	onDark = tones{
		dim: tone{"#a9b2c0", "7"}, accent: tone{"#8cc4ff", "14"}, amber: tone{"#ffc857", "11"},
		red: tone{"#ff8a80", "9"}, good: tone{"#8fd6a5", "10"}, field: tone{"#2a3240", "8"},
		grades: [6]tone{{"#a5f0dc", "6"}, {"#5cacf2", "4"}, {"#d3b6ff", "5"}, {"#98a0ac", "8"}, {"#e8f5a3", "2"}, {"#ffffff", "15"}},
	}
)

// New is the look for a light or dark terminal with so many colours.
func New(dark bool, depth Depth) Look {
	l := Look{Dark: dark, Depth: depth, most: depth}
	t := l.tones()
	fg := func(c tone) lipgloss.Style { return lipgloss.NewStyle().Foreground(l.colour(c)) }
	l.Text = lipgloss.NewStyle()
	l.Strong = lipgloss.NewStyle().Bold(true)
	l.Dim = fg(t.dim)
	l.Accent = fg(t.accent).Bold(true)
	l.Choice = lipgloss.NewStyle().Reverse(true)
	l.Amber = fg(t.amber).Bold(true)
	l.Red = fg(t.red).Bold(true)
	l.Good = fg(t.good)
	l.Field = lipgloss.NewStyle().Background(l.colour(t.field))
	l.Practice = fg(t.amber).Bold(true).Reverse(true)
	if depth == Basic && !dark { // yellow, and bright where bold is drawn so, is lost on white
		l.Amber = lipgloss.NewStyle().Foreground(lipgloss.Color("0")).Background(l.colour(t.amber))
		l.Practice = l.Amber
	}
	if depth == None {
		l.Field = lipgloss.NewStyle().Underline(true)
		l.Red = l.Red.Underline(true)
	}
	return l
}

func (l Look) tones() tones {
	if l.Dark {
		return onDark
	}
	return onLight
}

func (l Look) colour(t tone) color.Color {
	switch l.Depth {
	case None:
		return lipgloss.NoColor{}
	case Basic:
		return lipgloss.Color(t.basic)
	default:
		return lipgloss.Color(t.full)
	}
}

// textures are how many of every six cells of a bar are filled, so that grades are told
// apart without colours: for scales of four and less, and for longer ones.
var textures = [2][6]int{{6, 5, 3, 2}, {6, 5, 4, 3, 2, 1}}

// Bar is cells of the bar of grade g of so many (1 is the best): spaces alone, the last
// of them always filled.
func (l Look) Bar(g, of, cells int) string {
	if cells <= 0 || g < 1 || g > of || of > len(textures[1]) {
		return ""
	}
	fill, texture := lipgloss.NewStyle().Background(l.colour(l.tones().grades[g-1])), textures[0]
	if l.Depth == None {
		fill = lipgloss.NewStyle().Reverse(true)
	}
	if of > 4 {
		texture = textures[1]
	}
	var b strings.Builder
	for from := 0; from < cells; from += 6 {
		n := min(6, cells-from)
		full := min(n, texture[g-1])
		b.WriteString(fill.Render(strings.Repeat(" ", full)))
		if gap := n - full; gap > 0 && from+n == cells {
			b.WriteString(strings.Repeat(" ", gap-1) + fill.Render(" "))
		} else {
			b.WriteString(strings.Repeat(" ", gap))
		}
	}
	return b.String()
}

// Grade is the style of a word that stands for grade g of a scale.
func (l Look) Grade(g int) lipgloss.Style {
	if g < 1 || g > len(l.tones().grades) {
		return l.Dim
	}
	return lipgloss.NewStyle().Foreground(l.colour(l.tones().grades[g-1])).Bold(true)
}

// The glyphs that some terminals draw two cells wide have an ASCII twin.

func (l Look) glyph(fine, plain string) string {
	if l.Plain {
		return plain
	}
	return fine
}

// Rule is a horizontal line.
func (l Look) Rule(width int) string {
	return l.Dim.Render(strings.Repeat(l.glyph("─", "-"), max(0, width)))
}

// Wall is a vertical line, one cell wide.
func (l Look) Wall() string { return l.Dim.Render(l.glyph("│", "|")) }

// Here points at the row that the next key is for; Done ticks what is over.
func (l Look) Here() string    { return l.glyph("▸", ">") }
func (l Look) Done() string    { return l.glyph("✓", "*") }
func (l Look) Missing() string { return l.glyph("✗", "x") }
func (l Look) Past() string    { return l.glyph("–", "-") }
func (l Look) Dot() string     { return l.glyph("·", "-") }
func (l Look) More() string    { return l.glyph("…", "~") }
