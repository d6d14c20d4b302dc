package key

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

func TestTwinsHaveOneName(t *testing.T) {
	for _, c := range []struct {
		press tea.KeyPressMsg
		name  string
	}{
		{tea.KeyPressMsg{Code: '1', Text: "1"}, "1"},
		{tea.KeyPressMsg{Code: '１', Text: "１"}, "1"},
		{tea.KeyPressMsg{Code: tea.KeyKp1}, "1"},
		{tea.KeyPressMsg{Code: tea.KeyKp1, Text: "1"}, "1"},
		{tea.KeyPressMsg{Code: '．', Text: "．"}, "."},
		{tea.KeyPressMsg{Code: '。', Text: "。"}, "."},
		{tea.KeyPressMsg{Code: tea.KeyKpDecimal, Text: "."}, "."},
		{tea.KeyPressMsg{Code: '＋', Text: "＋"}, "+"},
		{tea.KeyPressMsg{Code: '=', Text: "+", Mod: tea.ModShift}, "+"},
		{tea.KeyPressMsg{Code: '＝', Text: "＝"}, "="},
		{tea.KeyPressMsg{Code: '－', Text: "－"}, "-"},
		{tea.KeyPressMsg{Code: tea.KeyKpMinus}, "-"},
		{tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, "space"},
		{tea.KeyPressMsg{Code: '\u3000', Text: "\u3000"}, "space"},
		{tea.KeyPressMsg{Code: tea.KeyEnter}, "enter"},
		{tea.KeyPressMsg{Code: tea.KeyKpEnter}, "enter"},
		{tea.KeyPressMsg{Code: tea.KeyF3}, "f3"},
		{tea.KeyPressMsg{Code: 'q', Mod: tea.ModCtrl}, "ctrl+q"},
		{tea.KeyPressMsg{Code: '1', Mod: tea.ModAlt}, "alt+1"},
		{tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, "shift+tab"},
		{tea.KeyPressMsg{Code: '述', Text: "述"}, "述"},
	} {
		if got := Name(c.press); got != c.name {
			t.Errorf("%#v is %q, want %q", c.press, got, c.name)
		}
	}
}

func TestInnermostScopeWins(t *testing.T) {
	inner := Scope{On(Back, "Esc", "", "esc")}
	outer := Scope{On(Leave, "Esc", "", "esc"), On(Help, "F1", "", "f1")}
	if m, ok := Of(tea.KeyPressMsg{Code: tea.KeyEscape}, inner, outer); !ok || m.What != Back {
		t.Errorf("Esc means %v", m)
	}
	if m, ok := Of(tea.KeyPressMsg{Code: tea.KeyF1}, inner, outer); !ok || m.What != Help {
		t.Errorf("F1 means %v", m)
	}
	if m, ok := Of(tea.KeyPressMsg{Code: 'x', Text: "x"}, inner, outer); ok {
		t.Errorf("x means %v", m)
	}
}

func TestDigitsShowOnce(t *testing.T) {
	s := Digits(1, 4, "1–4", "等次")
	labels := 0
	for _, b := range s {
		if b.Label != "" {
			labels++
		}
	}
	if m, ok := Of(tea.KeyPressMsg{Code: tea.KeyKp3}, s); !ok || m != (Meaning{Digit, 3}) || labels != 1 {
		t.Errorf("keypad 3 means %v, %d labels", m, labels)
	}
}

// rhythm feeds one key after each gap and returns how many presses count in
// the end.
func rhythm(name string, gaps ...time.Duration) int {
	var c Cadence
	at, counted := time.Unix(0, 0), 0
	for _, g := range gaps {
		at = at.Add(g)
		var held bool
		var undo int
		c, held, undo = c.Feed(name, at)
		if !held {
			counted++
		}
		counted -= undo
	}
	return counted
}

func TestAHeldKeyCountsOnce(t *testing.T) {
	ms := time.Millisecond
	for _, every := range []time.Duration{20 * ms, 33 * ms, 40 * ms, 50 * ms} {
		for _, wait := range []time.Duration{250 * ms, 500 * ms, 660 * ms} {
			gaps := []time.Duration{0, wait}
			for range 60 {
				gaps = append(gaps, every)
			}
			if got := rhythm("1", gaps...); got != 1 {
				t.Errorf("held with %v then %v: %d presses count", wait, every, got)
			}
		}
	}
}

func TestHandsAndBurstsCountWhole(t *testing.T) {
	ms := time.Millisecond
	hand := []time.Duration{0, 120 * ms, 95 * ms, 140 * ms, 80 * ms, 300 * ms}
	if got := rhythm("1", hand...); got != len(hand) {
		t.Errorf("a hand: %d of %d count", got, len(hand))
	}
	burst := make([]time.Duration, 10_000)
	if got := rhythm("1", burst...); got != len(burst) {
		t.Errorf("a burst: %d of %d count", got, len(burst))
	}
}
