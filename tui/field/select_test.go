package field

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func init() {
	for name, code := range map[string]rune{"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd} {
		named["shift+"+name] = tea.Key{Code: code, Mod: tea.ModShift}
		named["ctrl+shift+"+name] = tea.Key{Code: code, Mod: tea.ModShift | tea.ModCtrl}
	}
}

// TestShiftSelects: what moves with Shift selects, and what moves without it ends
// that.
func TestShiftSelects(t *testing.T) {
	for _, c := range []struct {
		keys, selected string
		at             int // where the caret stands then, in bytes
	}{
		{"shift+left", "c", 14},
		{"shift+left shift+left shift+left shift+left", "议abc", 9},
		{"shift+left shift+right", "", 15},
		{"shift+home", "述职评议abc", 0},
		{"home shift+end", "述职评议abc", 15},
		{"home shift+right", "述", 3},
		{"home shift+right shift+right left", "", 0},
		{"home shift+right shift+right right", "", 6},
		{"shift+left shift+left left", "", 13},
		{"shift+left home", "", 0},
		{"ctrl+shift+left", "abc", 12},
		{"ctrl+a", "述职评议abc", 15},
		{"ctrl+a home", "", 0},
		{"home ctrl+a shift+left", "述职评议ab", 14},
	} {
		f := press(t, Line(0).WithWidth(30).WithValue("述职评议abc"), strings.Fields(c.keys)...)
		if f.Selected() != c.selected || f.at != c.at {
			t.Errorf("%s: %q with the caret at %d, want %q at %d", c.keys, f.Selected(), f.at, c.selected, c.at)
		}
	}
	f := press(t, Text(0).WithWidth(20).WithHeight(4).WithValue("第一行\n第二行\n第三行"), "shift+up", "shift+up")
	if got := f.Selected(); got != "\n第二行\n第三行" {
		t.Errorf("two rows up: %q", got)
	}
	if got := press(t, f, "ctrl+home", "ctrl+shift+end").Selected(); got != f.Value() {
		t.Errorf("from the beginning to the end: %q", got)
	}
}

// TestWhatIsTypedReplacesASelection: by a key, a paste, a digit; and one step back
// brings it back.
func TestWhatIsTypedReplacesASelection(t *testing.T) {
	all := press(t, Line(5).WithWidth(30).WithValue("述职评议会"), "ctrl+a")
	if got := press(t, all, "张"); got.Value() != "张" || got.Selected() != "" || press(t, got, "ctrl+z").Value() != "述职评议会" {
		t.Errorf("%q, and back %q", got.Value(), press(t, got, "ctrl+z").Value())
	}
	if got, cut := all.Paste("张三李四王"); got.Value() != "张三李四王" || cut {
		t.Errorf("%q, cut %v", got.Value(), cut)
	}
	if got, cut := all.Paste("\u202e"); got.Value() != "述职评议会" || !cut {
		t.Errorf("nothing took the place of it: %q, cut %v", got.Value(), cut)
	}
	for _, k := range []string{"backspace", "delete", "ctrl+w"} {
		if got := press(t, all, "home", "shift+right", k).Value(); got != "职评议会" {
			t.Errorf("%s: %q", k, got)
		}
	}
	if got := press(t, Number(99).WithValue("42"), "ctrl+a", "7").Value(); got != "7" {
		t.Errorf("a number: %q", got)
	}
	if got := press(t, Number(99).WithValue("42"), "shift+left", "3").Value(); got != "43" {
		t.Errorf("a digit of a number: %q", got)
	}
}

// TestAnOfferIsReplacedByWhatIsTyped: by the first character only; a key that moves
// keeps it, and it is nothing to be copied.
func TestAnOfferIsReplacedByWhatIsTyped(t *testing.T) {
	f := Line(20).WithWidth(20).WithOffer("李四")
	if f.Selected() != "" || f.Value() != "李四" {
		t.Errorf("%q, selected %q", f.Value(), f.Selected())
	}
	for keys, want := range map[string]string{
		"张 三": "张三", "end 平": "李四平", "left 小": "李小四", "backspace": "", "ctrl+u 王": "王", "home 老": "老李四",
	} {
		if got := press(t, f, strings.Fields(keys)...).Value(); got != want {
			t.Errorf("%s: %q, want %q", keys, got, want)
		}
	}
	if got, _ := f.Paste("王五"); got.Value() != "王五" {
		t.Errorf("pasted: %q", got.Value())
	}
	if got := press(t, Line(20).WithValue("李四"), "张").Value(); got != "李四张" {
		t.Errorf("a value that is no offer: %q", got)
	}
	if got := press(t, Line(20).WithOffer(""), "张").Value(); got != "张" {
		t.Errorf("an empty offer: %q", got)
	}
}

// TestASelectionIsSeen: in reverse, over rows too, and the box keeps its size.
func TestASelectionIsSeen(t *testing.T) {
	f := press(t, Text(0).WithWidth(9).WithHeight(3).WithStyles(Styles{Text: lipgloss.NewStyle()}).WithValue("述职评议考核会"), "left", "shift+left", "shift+left", "shift+left", "shift+left")
	rows := f.Draw()
	for i, want := range []string{"述职\x1b[7m评议\x1b[m ", "\x1b[7m考核\x1b[m会   ", "         "} {
		if rows[i] != want || ansi.StringWidth(rows[i]) != 9 {
			t.Errorf("row %d is %q, want %q", i, rows[i], want)
		}
	}
}

// TestRowsAreSetAsChineseIs: none begins with a closing mark or ends with an opening
// one, and nothing is lost.
func TestRowsAreSetAsChineseIs(t *testing.T) {
	for text, want := range map[string]string{
		"述职评议，考核会":    "述职评|议，考核|会",
		"述职评“议考”核":    "述职评|“议考”核",
		"述职评议）））":     "述职评|议）））",
		"党建abc，责任制落实": "党建|abc，责|任制落实",
		"，，，，，，，":     "，，，，|，，，",
		"一二三四\n，五六七":  "一二三四|，五六七",
		"占50%以上，还有":   "占50%以|上，还有",
	} {
		f := Text(0).WithWidth(9).WithHeight(9).WithValue(text)
		var got []string
		for _, r := range f.rows() {
			got = append(got, f.value[r.from:r.to])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}
