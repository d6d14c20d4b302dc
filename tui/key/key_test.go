package key

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
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
		if got := Press(c.press); string(got) != c.name {
			t.Errorf("%#v is %q, want %q", c.press, got, c.name)
		}
	}
}

// A counter is a screen of one number.
type counter int

func to(n counter) func(counter, int, int) (counter, string) {
	return func(counter, int, int) (counter, string) { return n, "done" }
}

var actions = []Action[counter, int, string]{
	{Keys: []string{"esc"}, Name: words.KeyBack, When: func(s counter, most int) Can { return If(int(s) < most) }, Do: to(1)},
	{Keys: []string{"esc"}, Name: words.KeyLeave, Do: to(2)},
	{Keys: []string{"f7"}, Name: words.KeySeal, When: func(counter, int) Can { return Not("not yet") }, Do: to(3)},
	{Keys: []string{"1", "2", "3"}, Cap: "1–3", Name: words.KeyGrade, Do: func(_ counter, _ int, n int) (counter, string) { return counter(n), "" }},
}

func TestTheFirstActionOfThisMomentIsDone(t *testing.T) {
	for _, c := range []struct {
		press Pressed
		most  int
		want  counter
	}{{"esc", 9, 1}, {"esc", 0, 2}, {"3", 0, 3}} {
		bound := Bind(counter(0), c.most, words.Chinese, actions)
		at, digit := Find(c.press, bound)
		if at < 0 {
			t.Errorf("%s does nothing", c.press)
			continue
		}
		if got, _ := bound[at].Do(digit); got != c.want {
			t.Errorf("%s with %d: %d, want %d", c.press, c.most, got, c.want)
		}
	}
	if at, _ := Find("x", Bind(counter(0), 0, words.Chinese, actions)); at >= 0 {
		t.Error("x does something")
	}
}

func TestAnActionThatCannotBeDoneSaysWhy(t *testing.T) {
	entries := Entries(Bind(counter(0), 0, words.Chinese, actions))
	if len(entries) != 3 || entries[1].Why != "not yet" || entries[0].Why != "" {
		t.Errorf("%+v", entries)
	}
	if got := entries[2].Cap() + " " + entries[2].Name(); got != "1–3 等次" || !entries[2].On("2") || entries[2].On("4") {
		t.Errorf("the digits are shown as %q", got)
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

// TestAShadowedActionIsShownNowhere: its key does something else before it.
func TestAShadowedActionIsShownNowhere(t *testing.T) {
	do := func(s, _ int, _ int) (int, int) { return s, 0 }
	table := []Action[int, int, int]{
		{Keys: []string{"enter"}, Do: do}, {Keys: []string{"enter"}, Do: do}, {Keys: []string{"enter", "f2"}, Do: do}, {Do: do},
	}
	var got []Shown
	for _, e := range Entries(Bind(0, 0, 0, table)) {
		got = append(got, e.Shown)
	}
	if want := []Shown{OnLine, Hidden, OnLine, OnLine}; !slices.Equal(got, want) {
		t.Errorf("shown %v, want %v", got, want)
	}
}
