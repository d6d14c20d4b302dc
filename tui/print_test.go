package tui_test

import (
	"testing"

	"shuping/tui/desktest"
)

// TestPapersArePrintedFromThePreparation: one key, and it is said where they lie.
func TestPapersArePrintedFromThePreparation(t *testing.T) {
	d := desktest.New(t, desktest.Vetted(t), "zh")
	d.Press("ctrl+w").Shows("会前材料").Press("ctrl+t")
	d.Tick()
	d.Shows("会前材料已写出", "/home/chair/2023.zip")
}
