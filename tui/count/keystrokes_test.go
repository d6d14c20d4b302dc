package count_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"shuping/internal/meeting"
	"shuping/tui/desk"
	"shuping/tui/desktest"
)

// pressed is how many keys hands press, a second apart; each character that is typed is
// one.
func pressed(t testing.TB, d *desktest.Desk, keys string) int {
	t.Helper()
	d.Pace = time.Second
	n := 0
	for _, k := range strings.Fields(keys) {
		if k == "wait" {
			d.Play("wait 5m")
			continue
		}
		if d.Press(k); k[0] == '\'' {
			n += utf8.RuneCountInString(k[1:])
		} else {
			n += len(desktest.Strokes(t, k))
		}
	}
	d.Tick()
	return n
}

// TestWhatAMeetingCosts: the keys that the package comment names lead from the title to the
// export, and nothing is refused on the way.
func TestWhatAMeetingCosts(t *testing.T) {
	ten := func(sheet string) string { return strings.Repeat(sheet+" ", 10) + "10 enter " }
	spoken := strings.Repeat("enter wait enter ", 5) + "enter f3 46 enter 43 enter enter '王监票 enter 1 43 enter enter enter 1 42 enter enter 1 enter '李录入 enter "
	rest := "enter " + ten("14") + "enter " + ten("12") + "enter " + ten("12") + "enter 12 11 2 enter enter 2 enter 1 "
	second := "7 01 enter 21 enter enter 10 enter esc enter 1 '赵复录 enter " + strings.Repeat("11 ", 7) + "12 21 01 10 enter enter 8 enter 11 enter 8 enter 11 enter esc "
	votes, grades, sealed := "f2 enter f4 f10 '宣布票数 enter 2 f5 ", "f10 '宣布等次 enter 2 ", "f7 enter 2 enter"
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ says, keys string }{
		{"%d keys", spoken + ten("11") + rest + votes + "1 down 4 " + grades + sealed},
		{"%d with each of them", spoken + strings.Repeat("11 ", 8) + second + rest + "f10 '更正一张 enter 1 enter 2 enter 21 enter enter '录错了 enter " +
			votes + "ctrl+n 2 1 '86 enter '走访 esc f10 '登记否决 enter 1 '市纪委通报 enter 4 down 4 " + grades + sealed},
	} {
		d := newDesk(t, desktest.House(t), "zh")
		want := fmt.Sprintf(c.says, pressed(t, d, c.keys))
		if !strings.Contains(strings.ReplaceAll(string(text), "\n// ", " "), want) {
			t.Errorf("it does not say %q", want)
		}
		if !d.State.IsSealed() || d.Rings > 0 || !slices.Contains(d.Errands, desk.Export) || !d.State.Announced(meeting.Grades) {
			t.Errorf("%s: %d rings\n%s", want, d.Rings, d.Frame())
		}
	}
}
