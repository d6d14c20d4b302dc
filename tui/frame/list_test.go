package frame_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

var codes = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "f10": tea.KeyF10,
}

// stroke is a key by its name, or text as an input method commits it.
func stroke(name string) tea.KeyPressMsg {
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if r := []rune(name); len(r) == 1 {
		return tea.KeyPressMsg{Code: r[0], Text: name}
	}
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: name}
}

// people is a list of so many.
func people(n int) frame.Rows {
	return frame.Rows{N: n, Page: 10, Text: func(i int) string { return fmt.Sprintf("第%d党支部书记", i+1) }}
}

// walk gives a list keys as a screen does: to its search, then to its table.
func walk(t *testing.T, l frame.List, r frame.Rows, keys string) frame.List {
	t.Helper()
	for _, name := range strings.Fields(keys) {
		next, taken := l.Press(stroke(name), r)
		if l = next; taken {
			continue
		}
		acts := key.Bind(l, r, words.Chinese, frame.Moves)
		if at, n := key.Find(key.Press(stroke(name)), acts); at >= 0 {
			l, _ = acts[at].Do(n)
		} else {
			t.Fatalf("%s does nothing in a list of %d", name, r.N)
		}
	}
	return l
}

func TestAListMoves(t *testing.T) {
	for keys, want := range map[string]int{
		"": 0, "down down": 2, "up": 0, "down down up": 1, "pgdown": 10, "pgdown pgup pgup": 0, "end": 44, "end down": 44, "end pgup": 34, "end home": 0,
		"/ 第 4 5": 44, "/ 第20党 esc": 19, "/ 第1 enter enter enter": 11, "/ 没有这样的 esc": 0, "end / 第3党": 2, "/ 第9党 enter": 8,
	} {
		if got := walk(t, frame.List{}, people(45), keys).At; got != want {
			t.Errorf("%s: row %d, want %d", keys, got, want)
		}
	}
}

// TestAListOfOneHasNothingToMove, and none that cannot be searched has a search.
func TestAListOfOneHasNothingToMove(t *testing.T) {
	if acts := key.Bind(frame.List{}, people(1), words.Chinese, frame.Moves); len(acts) != 0 {
		t.Errorf("%d actions", len(acts))
	}
	mute := people(9)
	mute.Text = nil
	if at, _ := key.Find("/", key.Bind(frame.List{}, mute, words.Chinese, frame.Moves)); at >= 0 {
		t.Error("a list without text is searched")
	}
}

// TestAListShowsWhereOneIs: the marked row is in sight with two around it, the spots
// lie on their rows, and the position is told where not all is in sight.
func TestAListShowsWhereOneIs(t *testing.T) {
	for n := range 30 {
		for at := range n {
			p := frame.List{At: at}.Draw(n, 9, func(i int, here bool) string { return fmt.Sprintf("%d %v", i, here) })
			if want := min(n, 9); len(p.Rows) != want || len(p.Spots) != want {
				t.Fatalf("%d of %d: %d rows, %d spots", at, n, len(p.Rows), len(p.Spots))
			}
			marked := -1
			for _, s := range p.Spots {
				if p.Rows[s.Row] != fmt.Sprintf("%d %v", s.N, s.N == at) {
					t.Errorf("%d of %d: spot %d lies on %s", at, n, s.N, p.Rows[s.Row])
				}
				if s.N == at {
					marked = s.Row
				}
			}
			if marked < min(2, at) || len(p.Rows)-1-marked < min(2, n-1-at) {
				t.Errorf("%d of %d stands in row %d of %d", at, n, marked, len(p.Rows))
			}
			if want := fmt.Sprintf("%d/%d", at+1, n); n > 9 && p.Position != want || n <= 9 && p.Position != "" {
				t.Errorf("%d of %d: position %q", at, n, p.Position)
			}
		}
	}
	l := walk(t, frame.List{At: 3}, people(45), "/ 书记")
	if got := l.Position(45, 9); got != "/书记  4/45" {
		t.Errorf("while searching: %q", got)
	}
	if got := (frame.List{At: 99}).Within(3).At; got != 2 {
		t.Errorf("beyond the end: %d", got)
	}
}

// text is a sheet of so many lines, of which those that end in 7 say 否决.
func text(n, height int) frame.Sheet {
	s := frame.Sheet{Width: 40, Height: height}
	for i := range n {
		line := fmt.Sprintf("第%d行", i)
		if i%10 == 7 {
			line += "票数否决"
		}
		s.Lines = append(s.Lines, line)
	}
	return s
}

// read gives a page keys as a screen does.
func read(t *testing.T, p frame.Page, s frame.Sheet, keys string) frame.Page {
	t.Helper()
	for _, name := range strings.Fields(keys) {
		next, taken := p.Press(stroke(name), s)
		if p = next; taken {
			continue
		}
		acts := key.Bind(p, s, words.Chinese, frame.Turns)
		if at, n := key.Find(key.Press(stroke(name)), acts); at >= 0 {
			p, _ = acts[at].Do(n)
		} else {
			t.Fatalf("%s does nothing on the page", name)
		}
	}
	return p
}

func TestAPageIsRead(t *testing.T) {
	l := look.New(true, look.Full)
	for keys, want := range map[string]string{
		"": "第0行", "down": "第1行", "down down up": "第1行", "pgdown": "第10行", "pgdown pgup": "第0行", "end": "第40行", "end pgdown": "第40行", "end home": "第0行", "up": "第0行",
	} {
		if got := strings.TrimSpace(ansi.Strip(read(t, frame.Page{}, text(50, 10), keys).Draw(text(50, 10), l).Rows[0])); got != want {
			t.Errorf("%s: %s at the top, want %s", keys, got, want)
		}
	}
	p := read(t, frame.Page{}, text(50, 10), "end").Draw(text(50, 10), l)
	if len(p.Rows) != 10 || p.Position != "50/50" {
		t.Errorf("at the end %d rows, position %q", len(p.Rows), p.Position)
	}
	short := frame.Page{}.Draw(text(3, 10), l)
	if short.Position != "" || len(key.Bind(frame.Page{}, text(3, 10), words.Chinese, frame.Turns)) != 1 {
		t.Errorf("a page that is whole in sight has a position %q or turns", short.Position)
	}
	if empty := (frame.Page{}).Draw(frame.Sheet{Width: 40, Height: 10}, l); len(empty.Rows) != 0 {
		t.Errorf("%d rows of nothing", len(empty.Rows))
	}
}

// TestAPageIsSearched: the line that is found is in sight and marked, n of m is told,
// and the search is ended.
func TestAPageIsSearched(t *testing.T) {
	l := look.New(true, look.Full)
	s := text(50, 10)
	for keys, want := range map[string][2]string{
		"/ 否决": {"第7行票数否决", "/否决  1/5"}, "/ 否决 enter enter": {"第27行票数否决", "/否决  3/5"}, "/ 否决 enter enter enter enter enter": {"第7行票数否决", "/否决  1/5"},
		"/ 第4 enter": {"第40行", "/第4  2/11"},
	} {
		p := read(t, frame.Page{}, s, keys).Draw(s, l)
		marked := ""
		for _, row := range p.Rows {
			if row != ansi.Strip(row) {
				marked = strings.TrimSpace(ansi.Strip(row))
			}
		}
		if marked != want[0] || p.Position != want[1] {
			t.Errorf("%s: %q, %q; want %v", keys, marked, p.Position, want)
		}
	}
	none := read(t, frame.Page{}, s, "/ 没有")
	if got := none.Draw(s, l).Position; got != "/没有  0/0" {
		t.Errorf("found nowhere: %q", got)
	}
	if ended := read(t, none, s, "esc"); ended.Finding() || ended.Draw(s, l).Position != "10/50" {
		t.Error("the search goes on")
	}
	if pasted := read(t, frame.Page{}, s, "/").Paste("第27行", s); pasted.Draw(s, l).Position != "/第27行  1/1" {
		t.Errorf("pasted: %q", pasted.Draw(s, l).Position)
	}
}

// choices is what a menu lists: the second cannot be done now.
func choices() []key.Entry {
	table := []key.Action[int, int, int]{
		{Keys: []string{"f3"}, Name: words.KeyRecord},
		{Name: words.KeyCloseCount, When: func(int, int) key.Can { return key.Not("还有 18 张没有录") }},
		{Name: words.KeyCloseEarly},
		{Name: words.KeyCorrectSheet},
		{Keys: []string{"1"}, Name: words.KeyGrade, Shown: key.Hidden},
		{Keys: []string{"x"}},
	}
	return key.Entries(key.Bind(0, 0, words.Chinese, table))
}

// choose gives a menu keys; which is the entry that it comes to.
func choose(m frame.Menu, keys string) (next frame.Menu, which int, done bool) {
	which = -1
	for _, name := range strings.Fields(keys) {
		m, which, done = m.Take(stroke(name), 20)
	}
	return m, which, done
}

func TestAMenuFindsAnAction(t *testing.T) {
	for keys, want := range map[string]int{
		"enter": 0, "down enter": 1, "end enter": 3, "end up enter": 2, "end home enter": 0,
		"计票结束 enter": 1, "结束 enter": 1, "封 enter": 2, "f z enter": 2, "F Z enter": 2, "g z enter": 3, "票 down enter": 1,
		"没有这样的 enter": -1, "没 backspace enter": 0, "esc": -1, "封 f10": -1,
	} {
		_, which, done := choose(frame.NewMenu(choices()), keys)
		if which != want || done != (want >= 0 || strings.HasSuffix(keys, "esc") || strings.HasSuffix(keys, "f10")) {
			t.Errorf("%s: entry %d, done %v; want %d", keys, which, done, want)
		}
	}
	if m := frame.NewMenu(choices()).Paste("更正"); m.Chosen() != 3 || m.Point(0).At() != 0 {
		t.Errorf("pasted: entry %d", m.Chosen())
	}
}

// TestAMenuSaysWhyNot: what cannot be done stands there with its reason, what is
// hidden or has no name does not, and each row is as wide as the window.
func TestAMenuSaysWhyNot(t *testing.T) {
	for _, size := range sizes {
		for _, keys := range []string{"", "down", "封", "没有这样的"} {
			m, _, _ := choose(frame.NewMenu(choices()), keys)
			for _, lang := range []words.Language{words.Chinese, words.English} {
				l := look.New(true, look.Full)
				s := shell(lang, false, "")
				s.Work = m.Draw(s.Work, l, lang, size[0], size[1]-4)
				p, zones := s.Draw(l, size[0], size[1])
				for i, row := range p.Rows {
					if w := ansi.StringWidth(row); w != size[0] {
						t.Errorf("%v %s: row %d takes %d cells", size, keys, i, w)
					}
				}
				body := ansi.Strip(strings.Join(p.Rows, "\n"))
				if keys == "" && (!strings.Contains(body, "– 计票结束") || !strings.Contains(body, "还有 18 张没有录") || strings.Contains(body, "等次  ")) {
					t.Errorf("%v:\n%s", size, body)
				}
				items := 0
				for _, z := range zones {
					if z.Kind == frame.OnItem && z.Row > p.Caret.Row {
						items++
					}
				}
				if want := map[string]int{"": 4, "down": 4, "封": 1, "没有这样的": 0}[keys]; items != want || p.Caret == nil {
					t.Errorf("%v %q: %d entries can be hit, want %d\n%s", size, keys, items, want, body)
				}
			}
		}
	}
}
