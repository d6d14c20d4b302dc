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

func TestReadDay(t *testing.T) {
	for text, want := range map[string]string{
		"2024-06-30": "2024-06-30", "2024-6-30": "2024-06-30", "2024.6.30": "2024-06-30", "2024/6/30": "2024-06-30",
		"2024年6月30日": "2024-06-30", "2024年06月30日": "2024-06-30", "2024年6月30": "2024-06-30", "2024年6月30号": "2024-06-30",
		"2024 年 6 月 30 日": "2024-06-30", " 2024 - 6 - 30\t": "2024-06-30", "2024 6 30": "2024-06-30", "2024.6.30日": "2024-06-30",
		"２０２４．６．３０": "2024-06-30", "２０２４－０６－３０": "2024-06-30", "２０２４／６／３０": "2024-06-30", "２０２４年６月３０日": "2024-06-30",
		"\u30002024年\u30006月30日\u3000": "2024-06-30", "2024。6。3": "2024-06-03",
		"2024-2-29": "2024-02-29", "0001-1-1": "0001-01-01", "9999-12-31": "9999-12-31",

		"日2024-6-30": "", "2024-6-30日前": "", "2024年6月底": "", "2024年6月": "", "6月30日": "", "2024": "", "": "", " ": "",
		"2024-2-30": "", "2023-2-29": "", "2024-13-1": "", "2024-0-1": "", "2024-1-0": "", "0000-1-1": "",
		"24-6-30": "", "12024-6-30": "", "2024-006-30": "", "2024-6-030": "", "2024--6-30": "", "2024-6-3 0": "", "20240630": "",
		"2024年年6月30日": "", "2024-6-30日日": "", "-2024-6-30": "", "+024-6-30": "", "2024-6-30 12:00": "", "2024\u202e-6-30": "",
		"2024-①-30": "", "二〇二四年六月三十日": "",
	} {
		if day, ok := ReadDay(text); ok != (want != "") || ok && day.String() != want {
			t.Errorf("%q is %q, %v", text, day, ok)
		}
	}
}

// Whatever ParseDay reads is read alike by ReadDay.
func FuzzReadDay(f *testing.F) {
	f.Add("2024-06-30")
	f.Add("２０２４年６月３０日")
	f.Fuzz(func(t *testing.T, text string) {
		read, ok := ReadDay(text)
		if parsed, err := ParseDay(text); err == nil && (!ok || read != parsed) {
			t.Errorf("%q is %v, and as people write it %v, %v", text, parsed, read, ok)
		}
		if ok && (read.Year < 1 || !read.onCalendar()) {
			t.Errorf("%q is %v", text, read)
		}
	})
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
