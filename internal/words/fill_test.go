package words

import (
	"testing"

	"shuping/internal/meeting"
)

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

// A new vote is named in both languages, and of many people the first stand for all.
func TestStackName(t *testing.T) {
	for _, c := range []struct {
		name   meeting.StackName
		zh, en string
	}{
		{meeting.StackName{}, "", ""},
		{meeting.StackName{Class: "A类", Subject: "甲"}, "A类 甲", "A类 甲"},
		{meeting.StackName{Class: "A类", Vote: 2, On: "甲、乙", Of: 2}, "A类 第2轮（甲、乙）", "A类 vote 2 (甲、乙)"},
		{meeting.StackName{Vote: 3, On: "甲、乙、丙", Of: 5}, "第3轮（甲、乙、丙等5人）", "vote 3 (甲、乙、丙 and others, 5 in all)"},
	} {
		if zh, en := StackName(Chinese, c.name), StackName(English, c.name); zh != c.zh || en != c.en {
			t.Errorf("%+v: %q and %q", c.name, zh, en)
		}
	}
}
