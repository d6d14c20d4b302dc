package start_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/data"
	"shuping/internal/words"
	"shuping/tui/desktest"
	"shuping/tui/glyph"
	"shuping/tui/look"
	"shuping/tui/start"
)

// groups is a start screen with so many sessions.
func groups(sessions int) []start.Group {
	goOn := start.Group{Title: "继续", Folds: true, Next: words.StartGoOnNext}
	for i := range sessions {
		goOn.Choices = append(goOn.Choices, start.Choice{
			Name:  fmt.Sprintf("%d年度述职评议", 2023-i),
			Aside: fmt.Sprintf("genhe-%d-20240117-1  %d-01-17 09:00", 2023-i, 2024-i),
		})
	}
	rest := []start.Group{
		{Title: "新的会议", Choices: []start.Choice{{Name: "按方案新建：2023年度述职评议（根河市市场监督管理局党总支）"}}},
		{Title: "练习与工具", Choices: []start.Choice{{Name: "新建方案"}, {Name: "演练一遍"}, {Name: "离开"}}},
	}
	if sessions == 0 {
		return rest
	}
	return append([]start.Group{goOn}, rest...)
}

var font = func() *glyph.Fonts {
	f, err := glyph.NewFonts(data.Fonts())
	if err != nil {
		panic(err)
	}
	return f
}()

func setting(lang words.Language) start.Setting {
	return start.Setting{Lang: lang, Fonts: font, Dark: true, Depth: look.Full, Manual: data.Manual(lang.Tag(), "start")}
}

// A visitor sits in front of a start screen.
type visitor struct {
	t     *testing.T
	start start.Start
	ended bool
}

func visit(t *testing.T, lang words.Language, sessions, width, height int, keys string) *visitor {
	t.Helper()
	return sit(t, start.New(setting(lang), groups(sessions)...), width, height).press(keys)
}

func sit(t *testing.T, s start.Start, width, height int) *visitor {
	v := &visitor{t: t, start: s}
	v.take(tea.CursorPositionMsg{X: 1, Y: 1}) // it draws ▀ in one cell
	v.take(tea.WindowSizeMsg{Width: width, Height: height})
	v.run(s.Init())
	return v
}

// run does what a command comes to, but for what is put off.
func (v *visitor) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		v.ended = true
	case tea.BatchMsg:
		for _, c := range msg {
			v.run(c)
		}
	case nil:
	default:
		if strings.HasPrefix(fmt.Sprintf("%T", msg), "start.") && !strings.HasSuffix(fmt.Sprintf("%T", msg), "tickMsg") {
			v.take(msg)
		}
	}
}

func (v *visitor) press(keys string) *visitor {
	v.t.Helper()
	for _, word := range strings.Fields(keys) {
		for _, k := range desktest.Strokes(v.t, word) {
			v.take(k)
		}
	}
	return v
}

func (v *visitor) take(msg tea.Msg) {
	next, cmd := v.start.Update(msg)
	v.start = next.(start.Start)
	v.run(cmd)
}

func (v *visitor) rows() []string { return strings.Split(v.start.View().Content, "\n") }

// click clicks on the first row that has the text.
func (v *visitor) click(text string) *visitor {
	v.t.Helper()
	for y, row := range v.rows() {
		row = ansi.Strip(row)
		if at := strings.Index(row, text); at >= 0 {
			v.take(tea.MouseClickMsg{X: ansi.StringWidth(row[:at]), Y: y, Button: tea.MouseLeft})
			return v
		}
	}
	v.t.Fatalf("%s is not in\n%s", text, ansi.Strip(v.start.View().Content))
	return v
}

func TestStartIsLedByAnyKeys(t *testing.T) {
	for keys, want := range map[string]int{
		"enter": 0, "down enter": 1, "down down up enter": 1, "3": 2, "'３": 2, "kp2": 1, "end enter": 4, "end home enter": 0,
		"/ '演练 esc enter": 3, "/ '演练 enter esc enter": 3, "f10 '离开 enter": -1, "f10 esc enter": 0,
		"5": 4, "9": -1, "x": -1, "down": -1,
	} {
		v := visit(t, words.Chinese, 1, 80, 24, keys)
		left := keys == "f10 '离开 enter"
		if v.start.Chosen() != want || v.ended != (want >= 0 || left) {
			t.Errorf("%s: %d, ended %v; want %d", keys, v.start.Chosen(), v.ended, want)
		}
	}
	for _, keys := range []string{"ctrl+q", "ctrl+c", "esc", "down ctrl+q"} {
		if v := visit(t, words.Chinese, 1, 80, 24, keys); v.start.Chosen() != -1 || !v.ended {
			t.Errorf("%s: %d, ended %v", keys, v.start.Chosen(), v.ended)
		}
	}
}

// TestEverySessionCanBeFound: of many the newest are in sight, all after one key, and
// a search finds each.
func TestEverySessionCanBeFound(t *testing.T) {
	v := visit(t, words.Chinese, 40, 80, 24, "")
	if text := ansi.Strip(v.start.View().Content); strings.Contains(text, "2018年度") || !strings.Contains(text, "全部 40 个…") || !strings.Contains(text, "6  按方案") {
		t.Errorf("40 sessions:\n%s", text)
	}
	v.press("down down down down down enter")
	if v.ended || v.start.Chosen() != -1 {
		t.Fatal("unfolding has taken a choice")
	}
	if text := ansi.Strip(v.start.View().Content); !strings.Contains(text, "▸ 6  2018年度") || !strings.Contains(text, "6/44") {
		t.Errorf("unfolded:\n%s", text)
	}
	if v.press("esc"); v.ended || strings.Contains(ansi.Strip(v.start.View().Content), "2018年度") {
		t.Errorf("folded again, ended %v:\n%s", v.ended, ansi.Strip(v.start.View().Content))
	}
	for keys, want := range map[string]int{
		"/ '1990年度 esc enter": 33, "down down / '1990年度 esc enter": 33, "end enter": 43, "end / 'genhe-1999 esc enter": 24,
	} {
		if v := visit(t, words.Chinese, 40, 80, 24, keys); v.start.Chosen() != want {
			t.Errorf("%s: %d, want %d", keys, v.start.Chosen(), want)
		}
	}
}

// TestMouseLeads: a click moves to a line, a second one takes it.
func TestMouseLeads(t *testing.T) {
	v := visit(t, words.Chinese, 3, 80, 24, "")
	if v.click("2022年度"); v.ended {
		t.Fatal("one click took it")
	}
	if v.click("2022年度"); !v.ended || v.start.Chosen() != 1 {
		t.Errorf("%d, ended %v", v.start.Chosen(), v.ended)
	}
	v = visit(t, words.Chinese, 3, 80, 24, "")
	if v.click("F10菜单").click("离开").click("离开"); !v.ended || v.start.Chosen() != -1 {
		t.Errorf("by the menu: %d, ended %v\n%s", v.start.Chosen(), v.ended, ansi.Strip(v.start.View().Content))
	}
	v = visit(t, words.Chinese, 40, 80, 24, "")
	for range 20 {
		v.take(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	}
	if v.click("离开").press("enter"); v.start.Chosen() != 43 {
		t.Errorf("by the wheel: %d", v.start.Chosen())
	}
}

func TestStartFillsTheWindow(t *testing.T) {
	var b strings.Builder
	for _, lang := range []words.Language{words.Chinese, words.English} {
		for _, size := range [][2]int{{80, 24}, {81, 25}, {100, 24}, {120, 34}, {200, 50}, {79, 24}, {20, 5}} {
			for _, sessions := range []int{0, 2, 40} {
				for _, keys := range []string{"down", "/ '年度", "f10 '开", "end", "down down down down down enter"} {
					v := visit(t, lang, sessions, size[0], size[1], keys)
					rows := v.rows()
					if len(rows) != size[1] {
						t.Errorf("%v %s: %d rows", size, keys, len(rows))
					}
					for i, row := range rows {
						if w := ansi.StringWidth(row); w != size[0] {
							t.Errorf("%v %s: row %d takes %d cells", size, keys, i, w)
						}
					}
				}
			}
			if size[0] == 80 || size[0] == 120 && lang == words.Chinese {
				v := visit(t, lang, 7, size[0], size[1], "down")
				fmt.Fprintf(&b, "== %d×%d %s ==\n", size[0], size[1], lang.Tag())
				for _, row := range v.rows() {
					b.WriteString(strings.TrimRight(desktest.Inked(row), " ") + "\n")
				}
			}
		}
	}
	desktest.Golden(t, "start", b.String())
}
