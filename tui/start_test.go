package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/look"
)

var lines = []string{
	"继续：2023年度述职评议  genhe-2023-20240117-1  2024-01-17 09:00",
	"用方案新建会议：2023年度述职评议（根河市市场监督管理局党总支）",
	"演练一遍（样票，不存档）",
	"离开",
}

// startAt is a start screen in a window, after some keys.
func startAt(t *testing.T, lang string, width, height int, keys string) (s Start, ended bool) {
	t.Helper()
	s = NewStart(Seat{Lang: words.LanguageOf(lang), Font: largeFont(t), Dark: true, Depth: look.Full}, lines)
	next, _ := s.Update(tea.WindowSizeMsg{Width: width, Height: height})
	s = next.(Start)
	for _, word := range strings.Fields(keys) {
		for _, k := range strokes(t, word) {
			next, cmd := s.Update(k)
			s = next.(Start)
			if cmd != nil {
				_, quits := cmd().(tea.QuitMsg)
				ended = ended || quits
			}
		}
	}
	return s, ended
}

func TestStartIsLedByAnyKeys(t *testing.T) {
	for keys, want := range map[string]int{
		"enter": 0, "down enter": 1, "down down up enter": 1, "3": 2, "'３": 2, "kp2": 1,
		"down down down down enter": 3, "ctrl+q": 3, "esc": 3, "ctrl+c": 3, "9": -1, "x": -1, "down": -1,
	} {
		s, ended := startAt(t, "zh", 80, 24, keys)
		if s.Chosen() != want || ended != (want >= 0) {
			t.Errorf("%s: %d, ended %v; want %d", keys, s.Chosen(), ended, want)
		}
	}
}

func TestStartFillsTheWindow(t *testing.T) {
	var b strings.Builder
	for _, lang := range []string{"zh", "en"} {
		for _, size := range [][2]int{{80, 24}, {81, 25}, {100, 24}, {120, 34}, {200, 50}, {79, 24}, {20, 5}} {
			s, _ := startAt(t, lang, size[0], size[1], "down")
			rows := strings.Split(s.View().Content, "\n")
			if len(rows) != size[1] {
				t.Errorf("%v: %d rows", size, len(rows))
			}
			for i, row := range rows {
				if w := ansi.StringWidth(row); w != size[0] {
					t.Errorf("%v: row %d takes %d cells", size, i, w)
				}
			}
			if size[0] == 80 || size[0] == 120 && lang == "zh" {
				fmt.Fprintf(&b, "== %d×%d %s ==\n", size[0], size[1], lang)
				for _, row := range rows {
					b.WriteString(strings.TrimRight(inked(row), " ") + "\n")
				}
			}
		}
	}
	golden(t, "start", b.String())
}
