package look

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// A Look is a palette as styles. It is a value and holds no state.
type Look struct {
	Dark   bool // the terminal's background
	Colour bool // false: attributes only
	Plain  bool // ASCII lines and dots

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

// tones is one palette: the same roles on light and on dark.
type tones struct {
	dim, accent, amber, red, good, field string
	grades                               [6]string
}

var (
	onLight = tones{
		dim: "#5f6672", accent: "#0b5cad", amber: "#8a5a00", red: "#b3261e", good: "#1c6b3c", field: "#e3e8ef",
		grades: [6]string{"#2f9e8f", "#5b8fd6", "#a58ac9", "#8b8f98", "#b9a27a", "#6f7a6a"},
	}
	onDark = tones{
		dim: "#9aa3b2", accent: "#7cb7ff", amber: "#ffc857", red: "#ff8a80", good: "#8fd6a5", field: "#2a3240",
		grades: [6]string{"#2f8f83", "#4a78ba", "#8468ad", "#6f747e", "#8f7c57", "#5d6b58"},
	}
)

// New is the look for a light or dark terminal, with colours or without.
func New(dark, colour bool) Look {
	l := Look{Dark: dark, Colour: colour}
	t := l.tones()
	fg := func(hex string) lipgloss.Style { return lipgloss.NewStyle().Foreground(l.colour(hex)) }
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
	if !colour {
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

func (l Look) colour(hex string) color.Color {
	if !l.Colour {
		return lipgloss.NoColor{}
	}
	return lipgloss.Color(hex)
}

// patterns tell the grades apart where there are no colours.
var patterns = [6]string{" ", "/", "-", "x", ".", "o"}

// Bar is cells of the bar of grade g (1 is the best).
func (l Look) Bar(g, cells int) string {
	if cells <= 0 || g < 1 || g > len(patterns) {
		return ""
	}
	return l.grade(g).Render(strings.Repeat(patterns[g-1], cells))
}

func (l Look) grade(g int) lipgloss.Style {
	if !l.Colour {
		return lipgloss.NewStyle().Reverse(true)
	}
	return lipgloss.NewStyle().Background(l.colour(l.tones().grades[g-1])).Foreground(lipgloss.Color("#ffffff"))
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
func (l Look) Here() string { return l.glyph("▸", ">") }
func (l Look) Done() string { return l.glyph("✓", "*") }
func (l Look) Past() string { return l.glyph("–", "-") }
func (l Look) Dot() string  { return l.glyph("·", "-") }
func (l Look) More() string { return l.glyph("…", "~") }
