package look

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestWidthsAreExact(t *testing.T) {
	l := New(true, Full)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("述职评议abc 𬭎１%·"))).Draw(t, "s")
		w := rapid.IntRange(1, 30).Draw(t, "w")
		for _, got := range []string{l.Left(s, w), l.Right(s, w), l.Centre(s, w), l.Ends(s, "9", w)} {
			if Width(got) != w {
				t.Fatalf("%q takes %d cells, want %d", got, Width(got), w)
			}
		}
	})
}

func TestWrapKeepsEveryWordAndWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("一般差abc，。12% ”"))).Draw(t, "s")
		w := rapid.IntRange(4, 30).Draw(t, "w")
		lines := Wrap(s, w)
		for _, line := range lines {
			if Width(line) > w {
				t.Fatalf("%q takes %d cells, want at most %d", line, Width(line), w)
			}
		}
		squeeze := strings.NewReplacer(" ", "")
		if got, want := squeeze.Replace(strings.Join(lines, "")), squeeze.Replace(s); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

func TestWrapKeepsMarksWithTheirWord(t *testing.T) {
	got := Wrap("综合评价等次确定为“差”，须写明理由。", 12)
	for _, line := range got {
		if strings.HasPrefix(line, "，") || strings.HasPrefix(line, "。") || strings.HasPrefix(line, "”") {
			t.Errorf("a line begins with a mark: %q", got)
		}
	}
	if got := Wrap("the comprehensive grade is", 10); got[0] != "the" && got[0] != "the comp" {
		t.Errorf("words are broken: %q", got)
	}
}

func TestGradesDifferWithoutColour(t *testing.T) {
	l, seen := New(true, None), map[string]bool{}
	for _, of := range []int{2, 4, 6} {
		clear(seen)
		for g := 1; g <= of; g++ {
			b := l.Bar(g, of, 12)
			if Width(b) != 12 || seen[b] || !strings.HasSuffix(b, "\x1b[7m \x1b[m") && g > 1 || strings.Trim(ansi.Strip(b), " ") != "" {
				t.Errorf("grade %d of %d has the bar %q", g, of, b)
			}
			seen[b] = true
		}
	}
}

func TestWrapTearsNoWordNumberOrBracket(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"测评建议等次为“好”", 15, "测评建议等次为|“好”"},
		{"未超过 10%［方案三(五)］", 18, "未超过 10%［方案三|(五)］"},
		{"依据：2023-06-01", 12, "依据：|2023-06-01"},
		{"不超过 100% 的", 10, "不超过|100% 的"},
		{"3f9a3f9a3f9a", 5, "3f9a3|f9a3f|9a"},
		{"现为 0/60［方案三(五)］", 22, "现为 0/60［方案三|(五)］"},
	} {
		if got := strings.Join(Wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("%s in %d: %s, want %s", c.text, c.width, got, c.want)
		}
	}
}

// TestPaletteCanBeRead computes the contrast of every role with its ground, as it is and
// with 15 % of stray light on the projector's screen.
func TestPaletteCanBeRead(t *testing.T) {
	for _, p := range []struct {
		name, ground string
		of           tones
	}{{"dark", "#101418", onDark}, {"light", "#ffffff", onLight}} {
		roles := append([]tone{p.of.dim, p.of.accent, p.of.amber, p.of.red, p.of.good}, p.of.grades[:]...)
		for _, role := range roles {
			a, b := luminance(role.full), luminance(p.ground)
			if clear, stray := contrast(a, b, 0.05), contrast(a, b, 0.15); clear < 4.3 || stray < 3.1 {
				t.Errorf("%s on %s: %.1f, with stray light %.1f", role.full, p.name, clear, stray)
			}
		}
	}
	if got := contrast(luminance("#9aa3b2"), luminance("#ffffff"), 0.05); got > 3 {
		t.Errorf("a grey that cannot be read on white has a contrast of %.1f", got)
	}
}

func contrast(a, b, light float64) float64 { return (max(a, b) + light) / (min(a, b) + light) }

func luminance(hex string) float64 {
	var r, g, b int
	fmt.Sscanf(hex, "#%02x%02x%02x", &r, &g, &b)
	linear := func(v int) float64 {
		c := float64(v) / 255
		if c <= 0.03928 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestPlainRowKeepsItsWidth(t *testing.T) {
	l := New(true, Full)
	row := "“F6”–…·×→←↑↓—±‘’"
	if l.Steady(row) != row {
		t.Error("a fine look changes what it is given")
	}
	l.Plain = true
	got := l.Steady(row)
	if Width(got) != Width(row) || !ascii(got) {
		t.Errorf("%q became %q", row, got)
	}
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// TestAmberIsReadOnWhite: of the sixteen colours yellow letters, brighter still
// where a terminal draws bold so, cannot be read there.
func TestAmberIsReadOnWhite(t *testing.T) {
	for _, style := range []lipgloss.Style{New(false, Basic).Amber, New(false, Basic).Practice} {
		if got := style.Render("看"); got != "\x1b[30;43m看\x1b[m" {
			t.Errorf("amber is %q", got)
		}
	}
	if got := New(true, Basic).Amber.Render("看"); got != "\x1b[1;93m看\x1b[m" {
		t.Errorf("amber on black is %q", got)
	}
}
