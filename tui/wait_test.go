package tui_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// waiting exports; during is done while the export is under way, with the ticks that
// were put off.
func waiting(t *testing.T, lang string, during func(d *desktest.Desk, ctx context.Context, far func(done, of int64), tick func())) (*desktest.Desk, error) {
	d := desktest.New(t, desktest.House(t), lang).Play(append(desktest.Decided(), "seal")...)
	var due []tea.Msg
	var came error
	d.SitAs(lang, look.Full, func(s *tui.Seat) {
		s.Tick = func(_ time.Duration, msg func(time.Time) tea.Msg) tea.Cmd {
			return func() tea.Msg { due = append(due, msg(d.At)); return nil }
		}
		s.Errand = func(ctx context.Context, e desk.Errand, _ string, far func(done, of int64)) (tui.Outcome, error) {
			if e == desk.Export {
				during(d, ctx, far, func() {
					list := due
					due = nil
					for _, msg := range list {
						d.At = d.At.Add(10 * time.Millisecond)
						d.Take(msg)
					}
				})
				came = ctx.Err()
			}
			if came != nil {
				return tui.Outcome{}, errors.New("interrupted")
			}
			return tui.Outcome{Path: "/home/chair/2023.zip"}, nil
		}
	})
	d.Press("f7 @导出")
	d.Size(80, 24)
	return d, came
}

// TestWhatTakesItsTimeSaysHowFarItIs: not at once, then with a bar, and when it can be
// stopped the line of keys says so.
func TestWhatTakesItsTimeSaysHowFarItIs(t *testing.T) {
	asked := false
	d, _ := waiting(t, "zh", func(d *desktest.Desk, _ context.Context, far func(done, of int64), tick func()) {
		asked = true
		far(3, 13)
		d.At = d.At.Add(200 * time.Millisecond)
		tick()
		d.Hides("23%")
		d.At = d.At.Add(200 * time.Millisecond)
		tick()
		d.Shows("正在导出", "23%")
		if bar := desktest.Inked(d.Model.View().Content); !strings.Contains(bar, "23%  ████") {
			t.Errorf("no bar in\n%s", bar)
		}
		d.Hides("Esc 停下")
		d.At = d.At.Add(3 * time.Second)
		far(9, 13)
		tick()
		d.Shows("69%", "Esc 停下")
	})
	if !asked {
		t.Fatalf("nothing was exported:\n%s", d.Frame())
	}
	d.Shows("2023.zip")
	d.Hides("69%")
}

// TestWhatTakesItsTimeIsStopped: by Esc, but not before it has lasted.
func TestWhatTakesItsTimeIsStopped(t *testing.T) {
	d, came := waiting(t, "zh", func(d *desktest.Desk, ctx context.Context, far func(done, of int64), tick func()) {
		d.At = d.At.Add(time.Second)
		d.Press("esc")
		if ctx.Err() != nil {
			t.Error("it was stopped before anybody could know that it takes its time")
		}
		d.At = d.At.Add(4 * time.Second)
		tick()
		d.Press("esc")
		if ctx.Err() == nil {
			t.Errorf("Esc does not stop it:\n%s", d.Frame())
		}
	})
	if came == nil {
		t.Fatal("the context was not done")
	}
	d.Shows("已停下")
}
