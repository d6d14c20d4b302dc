package count

import "testing"

// TestEveryGateIsWhole: a row says what it asks for and the next step, and what is
// typed there becomes something.
func TestEveryGateIsWhole(t *testing.T) {
	if len(gates) < 20 {
		t.Fatalf("%d gates", len(gates))
	}
	for i, g := range gates {
		switch {
		case g.waits == nil || g.next == nil:
			t.Errorf("gate %d is never waited at or says no next step", i)
		case g.says == nil && g.marks == nil:
			t.Errorf("gate %d asks for nothing", i)
		case (g.asks == nil) != (g.states == nil):
			t.Errorf("gate %d: numbers are typed and go nowhere, or come from nowhere", i)
		case g.marks != nil && (g.marks.ballot == nil || g.asks != nil || g.list != nil):
			t.Errorf("gate %d: marks are keyed and go nowhere, or something else is typed", i)
		case g.restates != nil && g.asks == nil:
			t.Errorf("gate %d is turned to for nothing", i)
		}
	}
}
