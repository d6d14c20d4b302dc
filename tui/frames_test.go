package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"shuping/tui/screen"
)

var update = flag.Bool("update", false, "rewrite the golden frames, for somebody to read")

// A view is one size and language in which a frame is kept.
type view struct {
	width, height int
	lang          string
}

var (
	usual = []view{{80, 24, "zh"}}
	more  = []view{{80, 24, "zh"}, {120, 34, "zh"}, {200, 50, "zh"}, {80, 24, "en"}, {120, 34, "en"}}
)

// TestFrames holds every situation against its golden frames, which lie with
// the screens.
func TestFrames(t *testing.T) {
	for _, s := range slices.Concat(situations, forms, checks) {
		t.Run(s.name, func(t *testing.T) {
			views := usual
			if s.more {
				views = more
			}
			var b strings.Builder
			for _, v := range views {
				d := s.at(t, v.lang)
				d.size(v.width, v.height)
				fmt.Fprintf(&b, "== %d×%d %s ==\n", v.width, v.height, v.lang)
				for row := range strings.SplitSeq(inked(d.model.View().Content), "\n") {
					b.WriteString(strings.TrimRight(row, " ") + "\n")
				}
			}
			golden(t, s.name, b.String())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("screen", "testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s; read it and run with -update if it is right:\n%s", path, got)
	}
}

// TestFrameIsExactlyAsLargeAsTheWindow: every row of every situation at every
// size, in both languages, all colours and both kinds of glyphs.
func TestFrameIsExactlyAsLargeAsTheWindow(t *testing.T) {
	sizes := [][2]int{{80, 24}, {81, 25}, {99, 24}, {100, 24}, {120, 34}, {132, 43}, {200, 50}}
	looks := []struct {
		dark    bool
		profile colorprofile.Profile
	}{
		{true, colorprofile.TrueColor}, {false, colorprofile.TrueColor},
		{true, colorprofile.ANSI}, {true, colorprofile.ASCII},
	}
	for _, s := range slices.Concat(situations, forms, checks) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			for _, lang := range []string{"zh", "en"} {
				d := s.at(t, lang)
				for _, l := range looks {
					d.dress(l.dark, l.profile)
					for _, plain := range []bool{false, true} {
						d.model.look.Plain = plain
						for _, size := range sizes {
							d.size(size[0], size[1])
							if problem := bent(d, plain); problem != "" {
								t.Fatalf("%s, %v, plain %v: %s\n%s", s.titled(lang, size[0], size[1]), l, plain, problem, d.frame())
							}
						}
					}
				}
			}
		})
	}
}

// bent says what is wrong with the shape of a frame, "" if nothing is.
func bent(d *desk, plain bool) string {
	v := d.model.View()
	width, height := d.model.width, d.model.height
	rows := strings.Split(v.Content, "\n")
	if len(rows) != height {
		return fmt.Sprintf("%d rows", len(rows))
	}
	rail, wall := 0, "│"
	if plain {
		wall = "|"
	}
	if d.model.place != screen.AgendaPlace && d.model.cover != projecting {
		cols, _ := screen.WorkArea(width, height, true)
		rail = width - cols - 2
	}
	for i, row := range rows {
		if w := ansi.StringWidth(row); w != width {
			return fmt.Sprintf("row %d takes %d cells", i, w)
		}
		text := ansi.Strip(row)
		for _, r := range text {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				return fmt.Sprintf("row %d holds %q", i, r)
			}
			if plain && ambiguous(r) {
				return fmt.Sprintf("row %d holds %q, which some terminals draw two cells wide", i, r)
			}
		}
		if rail > 0 && width >= 100 && i >= 2 && i < height-3 {
			if got := ansi.Strip(ansi.Cut(row, rail, rail+1)); got != wall {
				return fmt.Sprintf("row %d has %q in the place of the wall", i, got)
			}
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= width || c.Y < 2 || c.Y >= height-3) {
		return fmt.Sprintf("the caret stands at %d, %d", c.X, c.Y)
	}
	return ""
}

// ambiguous characters are one cell wide in some terminals and two in others.
func ambiguous(r rune) bool {
	return strings.ContainsRune("“”‘’–—…·×→←↑↓▀▄█─│═①②③§°±÷", r)
}
