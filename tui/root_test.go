package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// TestMenuFindsEverything by words, by the first letters of their pinyin, and does
// what the key does.
func TestMenuFindsEverything(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("f10").Shows("菜单", "开始", "开会前检查")
	d.Press("'rz enter").Shows("[F8日志]")
	d.Press("f2").Choose("开始")
	if d.State.Running() != 0 {
		t.Error("the menu did not start the first item")
	}
	d.Press("f10 '没有的词").Shows("没有这样的操作")
	d.Press("esc").Hides("没有这样的操作")
}

// TestEveryActionIsInMenuAndHelp: what has a name on a screen stands in both.
func TestEveryActionIsInMenuAndHelp(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh").Play(desktest.Counted()...)
	d.Size(200, 50)
	for _, place := range []string{"f2", "f3", "f4", "f5", "f6", "f7", "f8"} {
		d.Press(place).Tick()
		rows := strings.Split(d.Frame(), "\n")
		line := rows[len(rows)-1]
		var names []string
		for _, item := range strings.Split(strings.TrimSpace(line), "   ") {
			if fields := strings.Fields(item); len(fields) > 1 {
				names = append(names, fields[len(fields)-1])
			}
		}
		if len(names) < 2 {
			t.Fatalf("%s has a line of keys without names: %q", place, line)
		}
		d.Press("f1").Tick()
		help := d.Frame()
		for range 6 {
			d.Press("pgdown").Tick()
			help += d.Frame()
		}
		d.Press("esc f10").Tick()
		menu := d.Frame()
		for _, name := range names {
			if !strings.Contains(help, name) {
				t.Errorf("%s: %q is in the line of keys and not in the help", place, name)
			}
			if name != "菜单" && !strings.Contains(menu, name) {
				t.Errorf("%s: %q is in the line of keys and not in the menu:\n%s", place, name, menu)
			}
		}
		d.Press("esc")
	}
}

// TestABouncedEnterEndsNothing: two within 300 ms are one.
func TestABouncedEnterEndsNothing(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("enter")
	d.At = d.At.Add(time.Minute)
	d.Publish()
	d.Pace = 40 * time.Millisecond
	d.Press("enter enter enter").Tick()
	if d.State.Running() >= 0 || d.State.Steps[1].Status != meeting.Waiting {
		t.Errorf("a bounced Enter did something:\n%s", d.Frame())
	}
	d.Press("f9 enter").Tick()
	d.At = d.At.Add(time.Second)
	d.Press("enter").Tick()
	if d.State.Running() != 1 {
		t.Error("an Enter after a rest does nothing on the wall")
	}
}

// TestMouseMovesAndNeverRecords: tabs, menu, keys and rows are clicked; no click
// makes an order of the forbidden kinds.
func TestMouseMovesAndNeverRecords(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Click("F3计票").Shows("[F3计票]")
	d.Click("F10菜单").Shows("打字查找")
	d.Click("日志  rz").Click("日志").Tick()
	d.Shows("[F8日志]")
	d.Click("F2议程")
	d.Click("开始  Ctrl")
	if d.State.Running() != 0 {
		t.Error("a click on the key of the next step did not start the item")
	}

	d = desktest.Ready(t, 20)
	d.Press("enter keyer 1")
	before := d.Seq
	for y := range d.Height {
		for x := 0; x < d.Width; x++ {
			d.At = d.At.Add(time.Second)
			d.Take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
			d.Press("esc") // whatever it opened
		}
		d.Press("f3")
	}
	if d.State.Round.Valid != 0 || d.State.Round.Closed {
		t.Errorf("a click recorded something: %d records more", d.Seq-before)
	}
}

// TestWheelMoves a list and a page, and nothing on the count.
func TestWheelMoves(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Wheel(true)
	d.Press("enter").Tick()
	d.Shows("理由")
	d = desktest.Ready(t, 20)
	d.Press("enter keyer")
	before := d.Frame()
	d.Wheel(true)
	d.Wheel(false)
	if d.Frame() != before {
		t.Error("the wheel does something while sheets are keyed")
	}
}

// TestRemoteKeysOnTheWall: pages, blank, and nothing else.
func TestRemoteKeysOnTheWall(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	d.Press("enter f9").Tick()
	shown := d.Frame()
	d.Press("f5 esc f1 1 2 0 f3 tab ctrl+s").Tick()
	if d.Frame() != shown {
		t.Errorf("the wall changed:\n%s", d.Frame())
	}
	d.Press(".").Tick()
	if strings.TrimSpace(d.Frame()) != "" {
		t.Errorf("a blank wall shows\n%s", d.Frame())
	}
	d.Press(".").Tick()
	d.Press("f9").Tick()
	d.Shows("[F2议程]")
}

// TestChrome holds title, tabs, notices and the line of keys, which stand in no
// other golden frame.
func TestChrome(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		d := desktest.New(t, desktest.House(t), lang)
		for _, size := range [][2]int{{80, 24}, {120, 34}, {200, 50}} {
			d.Size(size[0], size[1])
			desktest.Golden(t, "chrome-"+lang+"-"+fmt.Sprint(size[0]), chrome(d))
		}
	}
}

// chrome is the rows around the work.
func chrome(d *desktest.Desk) string {
	rows := strings.Split(d.Frame(), "\n")
	return strings.Join(append(rows[:2:2], rows[len(rows)-2:]...), "\n") + "\n"
}
