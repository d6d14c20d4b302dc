package plan

import "testing"

func TestReadLimit(t *testing.T) {
	from := Day{2023, 12, 1}
	for text, want := range map[string]string{
		"2024-06-30": "day 2024-06-30", "2024年6月30日": "day 2024-06-30", "2024.6.30": "day 2024-06-30", "２０２４／６／３０": "day 2024-06-30",
		"2024年6月30日前": "day 2024-06-30", "2024年6月30日之前完成": "day 2024-06-30", "20240630": "day 2024-06-30", "24.6.30": "day 2024-06-30",
		"2024-6-30 00:00:00": "day 2024-06-30", "二〇二四年六月三十日": "day 2024-06-30", "二零二四年十二月十一日": "day 2024-12-11", "6月30日前": "day 2024-06-30",
		"12月5日": "day 2023-12-05", "六月三十日": "day 2024-06-30", "2024年6月15号整改到位。": "day 2024-06-15",
		"2024年6月": "month 2024-06-30", "2024.6": "month 2024-06-30", "2024-06": "month 2024-06-30", "6月底前": "month 2024-06-30", "6月份": "month 2024-06-30",
		"2024年2月底": "month 2024-02-29", "2月底前": "month 2024-02-28", "2024年6月中旬": "month 2024-06-20", "六月末": "month 2024-06-30", "2024年6月底前完成整改": "month 2024-06-30",
		"2024年二季度": "quarter 2024-06-30", "2024年第二季度末": "quarter 2024-06-30", "一季度": "quarter 2024-03-31", "第4季度": "quarter 2023-12-31",
		"2024年上半年": "half-year 2024-06-30", "下半年": "half-year 2023-12-31",
		"2024年底前": "year 2024-12-31", "2024年": "year 2024-12-31", "2024年年底": "", "年底前": "year 2023-12-31", "本年度内": "year 2023-12-31",
		"2024年1月至6月": "month 2024-06-30", "2024.3—2024.5": "month 2024-05-31", "2024年1月—2024年12月": "month 2024-12-31", "1月至6月": "month 2024-06-30",
		"立行立改": "at-once ", "即时整改": "at-once ", "立即整改": "at-once ", "边查边改": "at-once ",
		"长期坚持": "lasting  lasts", "长期": "lasting  lasts", "持续整改": "lasting  lasts", "常态化推进": "lasting  lasts",
		"2024年6月底前完成，并长期坚持": "month 2024-06-30 lasts", "立行立改，长期坚持": "at-once  lasts", "2024年6月30日，长期坚持": "day 2024-06-30 lasts",
		"": "", "尽快": "", "2024-13-01": "", "2024年6月31日": "", "6": "", "6.30": "", "第一党支部": "", "2024年6月或7月": "", "近期": "", "13月": "", "0月": "", "2024年五季度": "",
	} {
		l, ok := ReadLimit(text, from)
		got := ""
		if ok {
			got = string(l.Kind) + " " + l.Last.String()
			if l.Lasts {
				got += " lasts"
			}
		}
		if got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

// Whatever is written, the last day of a limit is one on the calendar.
func FuzzReadLimit(f *testing.F) {
	for _, text := range []string{"2024年6月底前完成，并长期坚持", "二〇二四年六月三十日", "1月至6月", "24.6.30"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if l, ok := ReadLimit(text, Day{2024, 2, 1}); ok && l.Last != (Day{}) && !l.Last.onCalendar() {
			t.Errorf("%q: %v", text, l)
		}
	})
}
