package glyph

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/width"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var (
	paints = []Paint{Spaces, Halves, Quadrants, Corners}
	names  = []string{"spaces", "halves", "quadrants", "corners"}
)

func TestGolden(t *testing.T) {
	f := testFont(t)
	texts := map[string]string{"shu": "述", "clock": "1:05", "rare": "𬭎", "missing": "𰻝"}
	for name, text := range texts {
		for i, p := range paints {
			path := filepath.Join("testdata", name+"-"+names[i]+".txt")
			got := visible(f.Draw(text, p, lipgloss.NewStyle()))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s\ngot:\n%swant:\n%s", path, got, want)
			}
		}
	}
}

// visible writes reverse video so that it can be seen in a file: # for the
// space and | for the right half block, which leaves the left half as ink.
func visible(rows []string) string {
	var b strings.Builder
	for _, row := range rows {
		reverse := false
		for row != "" {
			switch {
			case strings.HasPrefix(row, "\x1b[7m"):
				reverse, row = true, row[len("\x1b[7m"):]
			case strings.HasPrefix(row, "\x1b[m"):
				reverse, row = false, row[len("\x1b[m"):]
			default:
				_, size := utf8.DecodeRuneInString(row)
				cell := row[:size]
				row = row[size:]
				if reverse {
					cell = map[string]string{" ": "#", "▐": "|"}[cell]
				}
				b.WriteString(cell)
			}
		}
		b.WriteString("·\n")
	}
	return b.String()
}

func TestWidths(t *testing.T) {
	fonts := testFonts(t)
	piece := rapid.SampledFrom([]string{
		"述", "职", "a", "9", " ", "：", "𬭎", "𰻝", "\U0010FFFF", "\u0301", "\U000E0100", "\x1b", "\n", "\t",
		"\u202e", "\u200d", "🎉", "\xff", "—",
	})
	style := rapid.SampledFrom([]lipgloss.Style{
		{},
		lipgloss.NewStyle().Foreground(lipgloss.Color("#ff8800")),
		lipgloss.NewStyle().Background(lipgloss.Color("4")).Reverse(true).Bold(true),
		lipgloss.NewStyle().Padding(1, 3).Margin(2).Width(7).MaxWidth(3).Underline(true).Border(lipgloss.NormalBorder()),
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 9).Draw(t, "text"), "")
		f := rapid.SampledFrom([]*Font{fonts.tall, fonts.low}).Draw(t, "font")
		p := rapid.SampledFrom(paints).Draw(t, "paint")
		cols, rows := f.Size(text, p)
		drawn := f.Draw(text, p, style.Draw(t, "style"))
		if len(drawn) != rows {
			t.Fatalf("%d rows, Size says %d", len(drawn), rows)
		}
		for i, row := range drawn {
			if w := ansi.StringWidth(row); w != cols || strings.Contains(row, "\n") {
				t.Fatalf("row %d is %d cells wide, Size says %d: %q", i, w, cols, row)
			}
		}
	})
}

func checkRows(t *testing.T, f *Font, text string, p Paint) {
	t.Helper()
	cols, rows := f.Size(text, p)
	drawn := f.Draw(text, p, lipgloss.NewStyle())
	if len(drawn) != rows {
		t.Errorf("%d rows, Size says %d", len(drawn), rows)
	}
	for _, row := range drawn {
		if ansi.StringWidth(row) != cols {
			t.Errorf("%q is %d cells wide, Size says %d", row, ansi.StringWidth(row), cols)
		}
	}
}

func TestSizes(t *testing.T) {
	fonts := testFonts(t)
	for _, c := range []struct {
		text       string
		font       *Font
		p          Paint
		cols, rows int
	}{
		{"述", fonts.tall, Spaces, 32, 16},
		{"述", fonts.tall, Halves, 16, 8},
		{"述", fonts.tall, Quadrants, 8, 8},
		{"述职", fonts.tall, Corners, 16, 8},
		{"1:05", fonts.tall, Spaces, 64, 16},
		{"𰻝", fonts.tall, Halves, 16, 8},
		{"葛\U000E0100", fonts.tall, Halves, 16, 8},
		{"", fonts.tall, Halves, 0, 8},
		{"述", fonts.low, Spaces, 24, 12},
		{"述", fonts.low, Halves, 12, 6},
		{"述", fonts.low, Quadrants, 6, 6},
		{"s2", fonts.low, Halves, 12, 6},
	} {
		cols, rows := c.font.Size(c.text, c.p)
		if cols != c.cols || rows != c.rows {
			t.Errorf("%q of %d pixels in %s: %d by %d, want %d by %d", c.text, c.font.height, names[c.p], cols, rows, c.cols, c.rows)
		}
	}
}

// TestNothingTears holds Spaces and Corners to characters that no terminal
// draws two cells wide.
func TestNothingTears(t *testing.T) {
	f := testFont(t)
	for _, p := range []Paint{Spaces, Corners} {
		for _, row := range f.Draw("述职评议 12:05 第二党支部书记𬭎𰻝", p, lipgloss.NewStyle()) {
			for _, r := range ansi.Strip(row) {
				switch width.LookupRune(r).Kind() {
				case width.Neutral, width.EastAsianNarrow:
				default:
					t.Fatalf("%s uses %c U+%04X", names[p], r, r)
				}
			}
		}
	}
}

func TestDrawUsesTheStyle(t *testing.T) {
	f := testFont(t)
	row := f.Draw("述", Halves, lipgloss.NewStyle().Foreground(lipgloss.Color("1")))[1]
	if !strings.Contains(row, "\x1b[31m") || !strings.HasSuffix(row, "\x1b[m") {
		t.Errorf("%q", row)
	}
	plain := strings.Join(f.Draw("述", Spaces, lipgloss.NewStyle()), "")
	for i, part := range strings.Split(plain, "\x1b[") {
		if i > 0 && !strings.HasPrefix(part, "7m") && !strings.HasPrefix(part, "m") {
			t.Fatalf("a drawing without style has more than reverse video: %q", part)
		}
	}
}

// TestThickestThatFits: what SCREENS calls 16F 12F 16H 12H 16Q 12Q, in that order.
func TestThickestThatFits(t *testing.T) {
	fonts := testFonts(t)
	for _, c := range []struct {
		text       string
		cols, rows int
		height     int
		p          Paint
	}{
		{"述职", 64, 16, 16, Spaces},
		{"述职", 63, 16, 12, Spaces},
		{"述职", 64, 11, 16, Halves},
		{"第二党支部书记", 106, 13, 12, Halves},
		{"第二党支部书记", 76, 11, 16, Quadrants},
		{"第二党支部书记", 55, 11, 12, Quadrants},
		{"喆", 12, 6, 12, Halves},
		{"𬭎喆", 20, 8, 16, Quadrants}, // the lower font lacks the first
	} {
		face, ok := fonts.Fit(c.text, c.cols, c.rows, Spaces, Halves, Quadrants)
		if !ok || face.font.height != c.height || face.Paint != c.p {
			t.Errorf("%s in %d by %d: %v, %s of %d", c.text, c.cols, c.rows, ok, names[face.Paint], face.font.height)
		}
	}
	if _, ok := fonts.Fit("述职", 11, 6, Spaces, Halves, Quadrants); ok {
		t.Error("two characters fit into less than the smallest two take")
	}
}

func BenchmarkDraw(b *testing.B) {
	f := testFont(b)
	style := lipgloss.NewStyle().Foreground(lipgloss.Color("#ff8800"))
	f.Draw("述", Spaces, style)
	for i, p := range paints {
		b.Run(names[i], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Draw("第二党支部 1:05", p, style)
			}
		})
	}
}

func BenchmarkFirstUse(b *testing.B) {
	data, err := readFont()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f, err := New(data)
		if err != nil {
			b.Fatal(err)
		}
		f.columns('述')
	}
}
