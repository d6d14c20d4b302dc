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
	paints = []Paint{Spaces, Halves, Quadrants}
	names  = []string{"spaces", "halves", "quadrants"}
)

func TestGolden(t *testing.T) {
	f := testFont(t)
	texts := map[string]string{"shu": "述", "clock": "1:05", "rare": "𬭎", "missing": "𰻝"}
	for name, text := range texts {
		for i, p := range paints {
			path := filepath.Join("testdata", name+"-"+names[i]+".txt")
			got := visible(f.Draw(text, 1, p, lipgloss.NewStyle()))
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
	f := testFont(t)
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
		scale := rapid.IntRange(-1, 4).Draw(t, "scale")
		p := rapid.SampledFrom([]Paint{Spaces, Halves, Quadrants, -1, 99}).Draw(t, "paint")
		cols, rows := f.Size(text, scale, p)
		drawn := f.Draw(text, scale, p, style.Draw(t, "style"))
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

func checkRows(t *testing.T, f *Font, text string, scale int, p Paint) {
	t.Helper()
	cols, rows := f.Size(text, scale, p)
	drawn := f.Draw(text, scale, p, lipgloss.NewStyle())
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
	f := testFont(t)
	for _, c := range []struct {
		text       string
		scale      int
		p          Paint
		cols, rows int
	}{
		{"述", 1, Spaces, 32, 16},
		{"述", 1, Halves, 16, 8},
		{"述", 1, Quadrants, 8, 8},
		{"述职", 3, Quadrants, 48, 24},
		{"1:05", 1, Spaces, 64, 16},
		{"𰻝", 1, Halves, 16, 8},
		{"葛\U000E0100", 1, Halves, 16, 8},
		{"", 2, Halves, 0, 16},
	} {
		cols, rows := f.Size(c.text, c.scale, c.p)
		if cols != c.cols || rows != c.rows {
			t.Errorf("%q at %d in %s: %d by %d, want %d by %d",
				c.text, c.scale, names[c.p], cols, rows, c.cols, c.rows)
		}
	}
}

func TestScaleMultipliesPixels(t *testing.T) {
	f := testFont(t)
	if a, b := f.Draw("述", 2, Halves, lipgloss.NewStyle()), f.Draw("述", 1, Spaces, lipgloss.NewStyle()); strings.Join(a, "\n") != strings.Join(b, "\n") {
		t.Error("Halves at scale 2 is not Spaces at scale 1")
	}
}

// TestNothingTears holds Spaces and Quadrants to characters that no terminal
// draws two cells wide.
func TestNothingTears(t *testing.T) {
	f := testFont(t)
	for _, p := range []Paint{Spaces, Quadrants} {
		for _, row := range f.Draw("述职评议 12:05 第二党支部书记𬭎𰻝", 1, p, lipgloss.NewStyle()) {
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
	row := f.Draw("述", 1, Halves, lipgloss.NewStyle().Foreground(lipgloss.Color("1")))[1]
	if !strings.Contains(row, "\x1b[31m") || !strings.HasSuffix(row, "\x1b[m") {
		t.Errorf("%q", row)
	}
	plain := strings.Join(f.Draw("述", 1, Spaces, lipgloss.NewStyle()), "")
	for i, part := range strings.Split(plain, "\x1b[") {
		if i > 0 && !strings.HasPrefix(part, "7m") && !strings.HasPrefix(part, "m") {
			t.Fatalf("a drawing without style has more than reverse video: %q", part)
		}
	}
}

func TestFitIsMaximal(t *testing.T) {
	f := testFont(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"述", "1:05", "述职评议", "a", "第二党支部书记 9:59", ""}).Draw(t, "text")
		cols := rapid.IntRange(-1, 300).Draw(t, "cols")
		rows := rapid.IntRange(-1, 100).Draw(t, "rows")
		given := rapid.SliceOfN(rapid.SampledFrom(paints), 0, 3).Draw(t, "paints")
		scale, p, ok := f.Fit(text, cols, rows, given...)
		if len(given) == 0 {
			given = []Paint{Spaces, Quadrants}
		}
		high, wide := 0, 0
		if ok {
			wide, high = f.Size(text, scale, p)
			if wide > cols || high > rows || scale < 1 {
				t.Fatalf("%d by %d in %d by %d at scale %d", wide, high, cols, rows, scale)
			}
		}
		for _, other := range given {
			for s := 1; s < 20; s++ {
				w, h := f.Size(text, s, other)
				if w <= cols && h <= rows && (h > high || h == high && w > wide) {
					t.Fatalf("%s at %d is %d by %d and fits, chosen was %d by %d (ok %v)", names[other], s, w, h, wide, high, ok)
				}
			}
		}
	})
}

func TestFitPrefersTheFirstOfEquals(t *testing.T) {
	f := testFont(t)
	for _, c := range []struct {
		paints []Paint
		scale  int
		p      Paint
	}{
		{[]Paint{Spaces, Halves}, 1, Spaces},
		{[]Paint{Halves, Spaces}, 2, Halves},
		{nil, 1, Spaces},
		{[]Paint{Quadrants}, 2, Quadrants},
	} {
		scale, p, ok := f.Fit("述", 40, 20, c.paints...)
		if scale != c.scale || p != c.p || !ok {
			t.Errorf("%v: %d %v %v", c.paints, scale, p, ok)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	f := testFont(b)
	style := lipgloss.NewStyle().Foreground(lipgloss.Color("#ff8800"))
	f.Draw("述", 1, Spaces, style)
	for i, p := range paints {
		b.Run(names[i], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Draw("第二党支部 1:05", 1, p, style)
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
