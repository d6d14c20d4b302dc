package words

import "testing"

func TestFill(t *testing.T) {
	values := map[string]any{"n": 3, "name": "{n}", "": "—"}
	for sentence, want := range map[string]string{
		"":              "",
		"第 {n} 张":       "第 3 张",
		"{n}{n}{other}": "33{other}",
		"{name} {n}":    "{n} 3", // what was put in is no sentence
		"{ {n} } {}":    "{ 3 } —",
		"}{n":           "}{n",
		"{{n}}":         "{3}",
	} {
		if got := Fill(sentence, values); got != want {
			t.Errorf("%q became %q, want %q", sentence, got, want)
		}
	}
}

func BenchmarkFill(b *testing.B) {
	values := map[string]any{}
	for _, name := range []string{"because", "rehearsal", "class", "stack", "ballot", "said", "officers", "matter", "number", "by"} {
		values[name] = name
	}
	b.ReportAllocs()
	for b.Loop() {
		Fill("第 {number} 组封组：{ballot}{because}（{by}）", values)
	}
}
