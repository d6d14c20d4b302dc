package tui_test

import (
	"strings"
	"testing"

	"shuping/data"
	"shuping/tui"
	"shuping/tui/desktest"
	"shuping/tui/look"
)

// TestExportIsOnlyLookedAt: the title says what verification said, and no screen says
// that something is to be done.
func TestExportIsOnlyLookedAt(t *testing.T) {
	text, _ := data.Plan(data.DefaultPlan)
	d := desktest.New(t, string(text), "zh")
	if first := d.Frame(); !strings.Contains(first, "下一步：") {
		t.Fatal(first)
	}
	d.SitAs("zh", look.Full, func(s *tui.Seat) { s.Verdict = "【归档包】" })
	for _, place := range []string{"f2", "f3", "f4", "f5", "f6", "f7"} {
		d.Press(place)
		frame := d.Frame()
		if !strings.Contains(frame, "【归档包】") || strings.Contains(frame, "下一步：") || !strings.Contains(frame, "只能看") {
			t.Errorf("%s:\n%s", place, frame)
		}
	}
}
