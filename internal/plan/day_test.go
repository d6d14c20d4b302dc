package plan

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDay(t *testing.T) {
	for s, ok := range map[string]bool{
		"2024-01-31": true, "2024-02-29": true, "0001-01-01": true, "9999-12-31": true,
		"2024-02-30": false, "2023-02-29": false, "2024-13-01": false, "2024-00-10": false, "2024-01-00": false,
		"0000-01-01": false, "2024-1-31": false, "2024/01/31": false, "+024-01-31": false, "2024-01-3 ": false, "": false,
	} {
		d, err := ParseDay(s)
		if (err == nil) != ok {
			t.Errorf("%q: %v, %v", s, d, err)
		}
		if ok && d.String() != s {
			t.Errorf("%q comes back as %q", s, d)
		}
	}
}

// TestDays holds the order and the distance of days against time's own.
func TestDays(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) Day {
		return dayOf(time.Unix(rapid.Int64Range(-60_000_000_000, 200_000_000_000).Draw(t, "seconds"), 0).UTC())
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := day.Draw(t, "a"), day.Draw(t, "b")
		ta, tb := a.Time(time.UTC), b.Time(time.UTC)
		if a.Before(b) != ta.Before(tb) || a.After(b) != ta.After(tb) {
			t.Error("order")
		}
		if n := a.DaysUntil(b); dayOf(ta.AddDate(0, 0, n)) != b || n != -b.DaysUntil(a) {
			t.Errorf("%v to %v: %d days", a, b, n)
		}
		text, _ := a.MarshalText()
		var back Day
		if err := back.UnmarshalText(text); err != nil || back != a {
			t.Errorf("%v comes back as %v, %v", a, back, err)
		}
	})
}
