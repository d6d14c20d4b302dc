package tui_test

import (
	"strings"
	"testing"

	"shuping/tui/desktest"
)

// TestGroundIsChosen: the colours for the other ground, and back.
func TestGroundIsChosen(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	dark := d.Model.View().Content
	d.Choose("浅色底").Tick()
	light := d.Model.View().Content
	d.Choose("深色底").Tick()
	if strings.Contains(light, "140;196;255") || !strings.Contains(dark, "140;196;255") || d.Model.View().Content != dark {
		t.Error("the accent is the same on both grounds, or does not come back")
	}
}
