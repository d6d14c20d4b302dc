package tui

import (
	"strings"
	"testing"
)

// TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting: all else may be left out.
func TestOnlyWhatThePlanWantsIsAmberBeforeTheMeeting(t *testing.T) {
	d := newDesk(t, vetted(t), "zh").press("left")
	seen, amber := d.model.View().Content, d.model.look.Amber
	for text, want := range map[string]bool{"还没有报备": true, "还没有审核": true, "还没有附上": false, "0 条": false, "登记一项分工": false} {
		if got := strings.Contains(seen, amber.Render(text)); got != want {
			t.Errorf("%s is amber: %v", text, got)
		}
	}
}
