package field

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// key is a key press by its name, or what typing a character sends.
func key(name string) tea.KeyPressMsg {
	if k, ok := named[name]; ok {
		return tea.KeyPressMsg(k)
	}
	r, size := utf8.DecodeRuneInString(name)
	if size < len(name) {
		return tea.KeyPressMsg{Text: name, Code: tea.KeyExtended}
	}
	return tea.KeyPressMsg{Text: name, Code: r}
}

var named = map[string]tea.Key{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"enter": {Code: tea.KeyEnter}, "kpenter": {Code: tea.KeyKpEnter}, "tab": {Code: tea.KeyTab}, "esc": {Code: tea.KeyEscape},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "f1": {Code: tea.KeyF1}, "f9": {Code: tea.KeyF9},
	"ctrl+q": {Code: 'q', Mod: tea.ModCtrl}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "alt+1": {Code: '1', Mod: tea.ModAlt, Text: "1"},
	"ctrl+a": {Code: 'a', Mod: tea.ModCtrl}, "ctrl+e": {Code: 'e', Mod: tea.ModCtrl}, "ctrl+w": {Code: 'w', Mod: tea.ModCtrl},
	"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+k": {Code: 'k', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
	"ctrl+left": {Code: tea.KeyLeft, Mod: tea.ModCtrl}, "ctrl+right": {Code: tea.KeyRight, Mod: tea.ModCtrl},
	"ctrl+home": {Code: tea.KeyHome, Mod: tea.ModCtrl}, "ctrl+end": {Code: tea.KeyEnd, Mod: tea.ModCtrl},
	"space": {Code: tea.KeySpace, Text: " "}, "kp1": {Code: tea.KeyKp1}, "kp2": {Code: tea.KeyKp2}, "kpplus": {Code: tea.KeyKpPlus},
	"shift+a": {Code: 'a', ShiftedCode: 'A', Mod: tea.ModShift, Text: "A"},
}

func press(t testing.TB, f Field, names ...string) Field {
	t.Helper()
	for _, name := range names {
		next, taken := f.Press(key(name))
		if !taken {
			t.Fatalf("%q was not taken", name)
		}
		f = next
	}
	return f
}

// typed enters s one character at a time, as an input method commits it.
func typed(t testing.TB, f Field, s string) Field {
	t.Helper()
	for _, r := range s {
		f = press(t, f, string(r))
	}
	return f
}

func caret(f Field) [2]int {
	col, row := f.Caret()
	return [2]int{col, row}
}

func shown(f Field) string { return ansi.Strip(strings.Join(f.Draw(), "|")) }

func TestCaretCountsCells(t *testing.T) {
	for _, c := range []struct {
		typed string
		keys  []string
		col   int
	}{
		{"", nil, 0},
		{"述职评议", nil, 8},
		{"述职评议abc", nil, 11},
		{"述职评议abc", []string{"left"}, 10},
		{"述职评议abc", []string{"left", "left", "left", "left"}, 6},
		{"述职评议abc", []string{"home"}, 0},
		{"述职评议abc", []string{"home", "right"}, 2},
		{"述职评议abc", []string{"home", "ctrl+e"}, 11},
		{"述职评议abc", []string{"ctrl+left"}, 8},
		{"述职评议abc", []string{"home", "ctrl+right"}, 8},
		{"刘𬭎", nil, 4},
		{"刘𬭎", []string{"left"}, 2},
		{"葛\U000E0100城", nil, 4},
		{"葛\U000E0100城", []string{"left", "left"}, 0},
		{"e\u0301a", nil, 2},
		{"１２", nil, 4},
	} {
		f := press(t, typed(t, Line(50).WithWidth(30), c.typed), c.keys...)
		if got := caret(f); got != [2]int{c.col, 0} {
			t.Errorf("%q %v: caret at %v, want column %d", c.typed, c.keys, got, c.col)
		}
	}
}

func TestALineScrollsByCells(t *testing.T) {
	f := typed(t, Line(50).WithWidth(10), "述职评议abc")
	for _, c := range []struct {
		keys  string
		shown string
		col   int
	}{
		{"", "职评议abc ", 9},
		{"left", "职评议abc ", 8},
		{"left left left left left left", "职评议abc ", 0},
		{"left left left left left left left", "述职评议ab", 0},
		{"home", "述职评议ab", 0},
		{"home right right right right a", "述职评议aa", 9},
		{"home right right right right a a", "职评议aaab", 8},
		{"home end", "职评议abc ", 9},
		{"backspace", "职评议ab  ", 8},
		{"backspace backspace", "述职评议a ", 9},
		{"𬭎", "评议abc𬭎 ", 9},
	} {
		g := press(t, f, strings.Fields(c.keys)...)
		if shown(g) != c.shown || caret(g) != [2]int{c.col, 0} {
			t.Errorf("%q: %q, caret %v, want %q, column %d", c.keys, shown(g), caret(g), c.shown, c.col)
		}
	}
}

func TestTextWraps(t *testing.T) {
	f := typed(t, Text(100).WithWidth(11).WithHeight(3), "述职评议会议纪要")
	if got := shown(f); got != "述职评议会 |议纪要     |           " {
		t.Errorf("%q", got)
	}
	if got := caret(f); got != [2]int{6, 1} {
		t.Errorf("caret at %v", got)
	}
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"述职评议", 9, []string{"述职评议"}},
		{"述职评议", 8, []string{"述职评", "议"}},
		{"one two three", 8, []string{"one two", " three"}},
		{"one two three", 9, []string{"one two ", "three"}},
		{"abcdefghij", 5, []string{"abcd", "efgh", "ij"}},
		{"a\n\nb\n", 5, []string{"a", "", "b", ""}},
		{"第1季度abcd", 8, []string{"第1季度", "abcd"}},
		{"述职", 1, []string{"述", "职"}},
	} {
		var got []string
		f := Text(0).WithWidth(c.width).WithValue(c.text)
		for _, r := range f.rows() {
			got = append(got, f.value[r.from:r.to])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestTextMoves(t *testing.T) {
	f := Text(0).WithWidth(20).WithHeight(2).WithValue("述职评议\nab\n第二党支部")
	for _, c := range []struct {
		keys     string
		col, row int
		top      string
	}{
		{"left", 8, 1, "ab"},
		{"up", 2, 0, "ab"},
		{"up up", 8, 0, "述职评议"},
		{"up up down down", 10, 1, "ab"},
		{"up up up", 0, 0, "述职评议"},
		{"up home", 0, 0, "ab"},
		{"ctrl+home", 0, 0, "述职评议"},
		{"ctrl+home right down", 2, 1, "述职评议"},
		{"ctrl+home pgdown pgdown", 10, 1, "ab"},
		{"ctrl+home end enter", 0, 1, "述职评议"},
		{"ctrl+home end delete", 8, 0, "述职评议ab"},
		{"ctrl+home ctrl+end", 10, 1, "ab"},
	} {
		g := press(t, f, strings.Fields(c.keys)...)
		first := strings.TrimRight(ansi.Strip(g.Draw()[0]), " ")
		if got := caret(g); got != [2]int{c.col, c.row} || first != c.top {
			t.Errorf("%s: caret %v under %q, want %d,%d under %q", c.keys, got, first, c.col, c.row, c.top)
		}
	}
}

func TestGraphemesStayWhole(t *testing.T) {
	f := typed(t, Line(0).WithWidth(20), "葛\U000E0100e\u0301𬭎")
	if f.Value() != "葛\U000E0100é𬭎" {
		t.Fatalf("%q", f.Value())
	}
	if got := press(t, f, "backspace", "backspace").Value(); got != "葛\U000E0100" {
		t.Errorf("%q", got)
	}
	if got := press(t, f, "home", "delete").Value(); got != "é𬭎" {
		t.Errorf("%q", got)
	}
	q := typed(t, Line(0).WithWidth(20), "q\u0301z")
	if got := press(t, q, "left", "backspace").Value(); got != "z" {
		t.Errorf("a letter lost its accent alone: %q", got)
	}
}

func TestEditing(t *testing.T) {
	for _, c := range []struct{ start, keys, want string }{
		{"第一党支部 abc", "ctrl+w", "第一党支部 "},
		{"第一党支部 abc", "ctrl+w ctrl+w", ""},
		{"第一党支部，好", "ctrl+w ctrl+w", "第一党支部"},
		{"述职评议", "left left ctrl+u", "评议"},
		{"述职评议", "left left ctrl+k", "述职"},
		{"述职评议", "backspace backspace ctrl+z", "述职评"},
		{"述职评议", "backspace backspace ctrl+z ctrl+z", "述职评议"},
		{"述职评议", "ctrl+u x y ctrl+z ctrl+z ctrl+z ctrl+z", "述职评议"},
		{"述职", "home 点 评", "点评述职"},
		{"", "backspace delete left right space A ctrl+z", " "},
		{"好", "home", "好"},
		{"", "end", ""},
		{"", "shift+a", "A"},
	} {
		f := press(t, Line(40).WithWidth(20).WithValue(c.start), strings.Fields(c.keys)...)
		if f.Value() != c.want {
			t.Errorf("%q %s: %q, want %q", c.start, c.keys, f.Value(), c.want)
		}
	}
}

func TestWordsThatAreKeyNames(t *testing.T) {
	f := Line(40).WithWidth(20)
	for _, word := range []string{"home", "end", "delete", "ctrl+z", "述职"} {
		k := tea.KeyPressMsg{Text: word, Code: tea.KeyExtended}
		next, taken := f.Press(k)
		if !taken || next.Value() != word {
			t.Errorf("%q: taken %v, value %q", word, taken, next.Value())
		}
	}
}

func TestKeysThatAreLeftToTheScreen(t *testing.T) {
	for _, c := range []struct {
		f    Field
		keys string
	}{
		{Line(9), "enter kpenter esc tab shift+tab f1 f9 ctrl+q ctrl+c alt+1 up down pgup ctrl+home"},
		{Number(9), "enter kpenter esc tab shift+tab f1 f9 ctrl+q ctrl+c alt+1 up down pgdown a A + . － 述 kpplus 述职 ＋ space"},
		{Text(9), "esc tab shift+tab f1 f9 ctrl+q ctrl+c alt+1"},
	} {
		for _, name := range strings.Fields(c.keys) {
			next, taken := c.f.Press(key(name))
			if taken || !reflect.DeepEqual(next, c.f) {
				t.Errorf("%s: taken %v, value %q", name, taken, next.Value())
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		max  int
		keys string
		want string
		n    int
		cut  bool
	}{
		{46, "4 3", "43", 43, false},
		{46, "４ ３", "43", 43, false},
		{46, "kp1 kp2", "12", 12, false},
		{46, "１２", "12", 12, false},
		{46, "4 7", "4", 4, true},
		{46, "4 6 0", "46", 46, true},
		{46, "0 7", "07", 7, false},
		{46, "4 6 0 backspace", "4", 4, false},
		{0, "0", "0", 0, false},
		{0, "1 0", "0", 0, false},
	} {
		f := press(t, Number(c.max).WithWidth(6), strings.Fields(c.keys)...)
		n, ok := f.Int()
		if f.Value() != c.want || n != c.n || !ok || f.Cut() != c.cut {
			t.Errorf("max %d, %s: %q, %d %v, cut %v", c.max, c.keys, f.Value(), n, ok, f.Cut())
		}
	}
	for s, want := range map[string]string{
		"12": "12", " １２\r\n": "12", "1.5": "", "1,234": "", "+12": "", "-1": "", "abc": "", "99999": "", "９９９９９９９９９９９９９９９９９９９９９": "",
	} {
		f, lost := Number(1000).WithWidth(8).Paste(s)
		if f.Value() != want || lost != (want == "") {
			t.Errorf("%q pasted: %q, lost %v", s, f.Value(), lost)
		}
	}
	if _, ok := Number(9).Int(); ok {
		t.Error("an empty field has a number")
	}
	if n, ok := Line(9).WithValue("４１").Int(); n != 41 || !ok {
		t.Errorf("%d %v", n, ok)
	}
}

func TestPaste(t *testing.T) {
	for _, c := range []struct {
		f     Field
		paste string
		want  string
		lost  bool
	}{
		{Line(20), "第一\r\n第二\n第三", "第一 第二 第三", false},
		{Line(20), "第一党支部\r\n", "第一党支部", false},
		{Text(20), "第一\r\n第二\n\n第三\r", "第一\n第二\n\n第三\n", false},
		{Line(20), "\x1b[31m红\x1b[0m", "红", true},
		{Line(20), "\x1b]0;title\x07名", "名", true},
		{Line(20), "\x1b]0;no end 名", "]0;no end 名", true},
		{Line(20), "abc\u202egnp.exe\u202c", "abcgnp.exe", true},
		{Line(20), "张\u200d三\ufeff\x00\x7f", "张三", true},
		{Line(20), "a\tb", "a b", false},
		{Line(20), "e\u0301", "é", false},
		{Line(20), "\u0301x", "x", true},
		{Line(4), "述职评议会", "述职评议", true},
		{Line(3), "ab葛\U000E0100", "ab", true},
		{Line(4), "ab葛\U000E0100", "ab葛\U000E0100", false},
		{Line(20), "x\U000E0100", "x", true},
		{Line(20), "\xff述\xc0", "述", true},
		{Line(20), "\uFFFD", "\uFFFD", false},
		{Line(20), "", "", false},
	} {
		f, lost := c.f.WithWidth(9).Paste(c.paste)
		if f.Value() != c.want || lost != c.lost || f.Cut() != c.lost {
			t.Errorf("%q: %q, lost %v", c.paste, f.Value(), lost)
		}
	}
	f, _ := Line(20).WithWidth(30).WithValue("第支部").Press(key("home"))
	f, _ = f.Press(key("right"))
	if f, _ = f.Paste("二党"); f.Value() != "第二党支部" || caret(f) != [2]int{6, 0} {
		t.Errorf("%q, caret %v", f.Value(), caret(f))
	}
}

func TestLimit(t *testing.T) {
	f := typed(t, Line(3).WithWidth(9), "述职评")
	if f.Cut() {
		t.Error("cut too early")
	}
	f = press(t, f, "议")
	if f.Value() != "述职评" || !f.Cut() {
		t.Errorf("%q, cut %v", f.Value(), f.Cut())
	}
	if f = press(t, f, "left"); f.Cut() {
		t.Error("the next key does not clear the signal")
	}
	if f = Line(3).WithValue("述职评议"); f.Value() != "述职评" || !f.Cut() {
		t.Errorf("%q, cut %v", f.Value(), f.Cut())
	}
}

func TestDraw(t *testing.T) {
	f := Line(9).WithWidth(8).WithPlaceholder("姓名\n二")
	if got := shown(f); got != "姓名 二 " {
		t.Errorf("%q", got)
	}
	styles := Styles{
		Text:        lipgloss.NewStyle().Bold(true).Padding(2).Width(50),
		Placeholder: lipgloss.NewStyle().Faint(true),
	}
	if got := f.WithStyles(styles).WithValue("张三").Draw()[0]; got != "\x1b[1m张三\x1b[m\x1b[1m    \x1b[m" {
		t.Errorf("%q", got)
	}
	if got := len(Text(9).Draw()); got != 1 {
		t.Errorf("%d rows", got)
	}
}

var (
	anyKey = rapid.Custom(func(t *rapid.T) string {
		names := make([]string, 0, len(named))
		for name := range named {
			names = append(names, name)
		}
		slices.Sort(names)
		pieces := []string{"述", "职", "a", "1", "９", " ", "，", "𬭎", "\u0301", "\U000E0100", "\u200d", "\u202e", "\x1b", "葛", "述职评议", "🎉", "ก", "ᄀ", "ᅡ", "🇨", "🇳"}
		return rapid.SampledFrom(append(names, pieces...)).Draw(t, "key")
	})
	anyPaste = rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("述职\n\r\x1b[]m1\u0301\U000E0100葛𬭎"))))
	anyField = rapid.Custom(func(t *rapid.T) Field {
		limit := rapid.IntRange(0, 30).Draw(t, "limit")
		f := rapid.SampledFrom([]Field{Line(limit), Text(limit), Number(limit * 100)}).Draw(t, "kind")
		return f.WithWidth(rapid.IntRange(-1, 14).Draw(t, "width")).WithHeight(rapid.IntRange(0, 4).Draw(t, "height"))
	})
)

// TestLaws presses anything and holds every field on the way to what is
// promised.
func TestLaws(t *testing.T) {
	type photo struct {
		f     Field
		value string
		draw  []string
		caret [2]int
		cut   bool
	}
	rapid.Check(t, func(t *rapid.T) {
		f := anyField.Draw(t, "field")
		multiline := f.kind == text
		var album []photo
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			album = append(album, photo{f, f.Value(), f.Draw(), caret(f), f.Cut()})
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				f, _ = f.Paste(anyPaste.Draw(t, "paste"))
			case 1:
				f = f.WithWidth(rapid.IntRange(0, 12).Draw(t, "width"))
			default:
				// Two keys from the same field: neither may see the other.
				one, _ := f.Press(key(anyKey.Draw(t, "key")))
				value := one.Value()
				f.Press(key(anyKey.Draw(t, "other")))
				if one.Value() != value {
					t.Fatal("two futures of one field share something")
				}
				f = one
			}
			cols, lines := f.cols(), f.lines()
			rows := f.Draw()
			if len(rows) != lines {
				t.Fatalf("%d rows, want %d", len(rows), lines)
			}
			for _, r := range rows {
				if ansi.StringWidth(r) != cols {
					t.Fatalf("row %q is %d cells wide, want %d", r, ansi.StringWidth(r), cols)
				}
			}
			if col, row := f.Caret(); col < 0 || col >= cols || row < 0 || row >= lines {
				t.Fatalf("caret at %d,%d in %d by %d, value %q", col, row, cols, lines, f.value)
			}
			if f.Value() != Clean(f.Value(), multiline) {
				t.Fatalf("value %q is not clean: %q", f.Value(), Clean(f.Value(), multiline))
			}
			if n := utf8.RuneCountInString(f.Value()); f.kind != number && f.limit > 0 && n > f.limit {
				t.Fatalf("%d runes, limit %d", n, f.limit)
			}
			if n, ok := f.Int(); f.kind == number && (n > f.limit || ok == (f.Value() == "")) {
				t.Fatalf("number %d %v from %q, max %d", n, ok, f.Value(), f.limit)
			}
			if snap(f.value, f.at) != f.at {
				t.Fatalf("caret inside a character: %q at %d", f.value, f.at)
			}
		}
		for _, p := range album {
			if p.f.Value() != p.value || !slices.Equal(p.f.Draw(), p.draw) || caret(p.f) != p.caret || p.f.Cut() != p.cut {
				t.Fatalf("an old field changed: %q was %q", p.f.Value(), p.value)
			}
		}
	})
}

func BenchmarkPress(b *testing.B) {
	f := Text(2000).WithWidth(60).WithHeight(10).WithValue(strings.Repeat("述职评议工作报告，", 200))
	for b.Loop() {
		g, _ := f.Press(key("好"))
		g.Draw()
		g.Caret()
	}
}
