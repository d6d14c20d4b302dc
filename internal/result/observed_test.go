package result_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/result"
	"shuping/internal/words"
)

// What the figures do not show is told with its numbers, and nothing of what is usual.
func TestWhatTheFiguresDoNotShowIsObserved(t *testing.T) {
	const sheets = "attend expected=4 present=4 by=\"王某某\" saw=\"逐排清点\"\nissue 4 by=\"王某某\" saw=\"当众发放\"\ncollect 4 by=\"王某某\" saw=\"当众开箱\"\n" +
		"bundle by=\"张三\"\nb 1 2\nb 1 2\nb 2 2\nb 1 1\nclose-bundle 4\n"
	const second = "second 1 by=\"李四\"\nb 1 2\nb 1 2\nb 2 2\nb 1 1\nclose-second 4\n"
	usual := meeting.Trail{Began: noonOf(0), Last: noonOf(90)}
	for name, c := range map[string]struct {
		script    string
		rehearsal bool
		trail     meeting.Trail
		want      []string
	}{
		"keyed twice":             {sheets + second + "close-count by=\"王某某\" saw=\"各组完好\"\n", false, usual, nil},
		"keyed once":              {sheets + "close-count by=\"王某某\" saw=\"各组完好\"\n", false, usual, []string{result.OnceRead}},
		"keyed by the scrutineer": {sheets + second + "close-count by=\"张三\" saw=\"各组完好\" reason=\"人手不够\"\n", false, usual, []string{result.SamePerson}},
		"a clock that was set":    {sheets + second, false, meeting.Trail{Began: noonOf(0), Last: noonOf(90), Backwards: 2}, []string{result.Backwards}},
		"within seconds":          {sheets + second, false, meeting.Trail{Began: noonOf(0), Last: noonOf(0).Add(12 * time.Second)}, []string{result.Hasty}},
		"by a script":             {sheets + second, false, meeting.Trail{Began: noonOf(0), Last: noonOf(90), Scripted: 7}, []string{result.Scripted}},
		"a rehearsal":             {sheets + second, true, usual, []string{result.Rehearsed}},
	} {
		s := meet(t, genhe(t), c.rehearsal, c.script)
		var got []string
		for _, o := range result.Observations(s, c.trail) {
			got = append(got, o.Code)
			for _, l := range []words.Language{words.Chinese, words.English} {
				if text := o.Text(l); text == "" || strings.Contains(text, "%!") {
					t.Errorf("%s: %q", name, text)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if s := meet(t, genhe(t), false, sheets+second+"close-count by=\"王某某\" saw=\"各组完好\"\n"); s.Counted != s.Trail || s.Trail.Began.IsZero() {
		t.Errorf("%+v, %+v", s.Counted, s.Trail)
	}
}

func noonOf(minutes int) time.Time {
	return time.Date(2024, 1, 20, 12, 0, 0, 0, time.UTC).Add(time.Duration(minutes) * time.Minute)
}
