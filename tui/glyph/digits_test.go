package glyph

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestDigitsAreAsWideAsTheyPromise(t *testing.T) {
	for _, c := range []struct {
		d    Digits
		text string
		cols int
	}{
		{Solid(7), "6:42", 32}, {Solid(7), "+1:20", 42}, {Solid(5), "42", 14}, {Solid(5), "12:33", 34}, {Solid(7), "24", 18},
		{Fine(5), "15", 11}, {Fine(3), "152", 11}, {Fine(3), "18", 7}, {Fine(5), "1", 5}, {Fine(3), "", 0}, {Solid(5), "述", 0},
	} {
		cols, rows := c.d.Size(c.text)
		if cols != c.cols {
			t.Errorf("%q in %d rows takes %d cells, want %d", c.text, rows, cols, c.cols)
		}
		for i, row := range c.d.Draw(c.text, lipgloss.NewStyle()) {
			if w := ansi.StringWidth(row); w != cols {
				t.Errorf("%q: row %d is %d cells wide, want %d", c.text, i, w, cols)
			}
		}
	}
}

// TestDigitsDoNotJump: numbers of as many digits take the same room.
func TestDigitsDoNotJump(t *testing.T) {
	for _, d := range []Digits{Solid(5), Solid(15), Fine(3), Fine(5)} {
		want, _ := d.Size("0:00")
		for _, s := range []string{"1:11", "8:88", "7:05", " :  "} {
			if got, _ := d.Size(s); got != want {
				t.Errorf("%q is %d cells wide and 0:00 is %d", s, got, want)
			}
		}
	}
}

func TestDigitsGolden(t *testing.T) {
	for name, d := range map[string]Digits{"solid": Solid(5), "solid-9": Solid(9), "fine": Fine(3), "fine-5": Fine(5)} {
		path := filepath.Join("testdata", "digits-"+name+".txt")
		got := visible(d.Draw("01234", lipgloss.NewStyle())) + visible(d.Draw("56789", lipgloss.NewStyle())) + visible(d.Draw("+2:0", lipgloss.NewStyle()))
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

// TestSolidDigitsAreSpaces: they tear nowhere.
func TestSolidDigitsAreSpaces(t *testing.T) {
	if text := ansi.Strip(strings.Join(Solid(7).Draw("0123456789:+", lipgloss.NewStyle()), "")); strings.Trim(text, " ") != "" {
		t.Errorf("%q", text)
	}
}
