package papers_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"shuping/internal/docx"
	"shuping/internal/meeting"
	"shuping/internal/papers"
)

// Every figure of a result stands in some paper, no paper shows another one, and
// what is read back is what was counted.
func TestFiguresAreReadBack(t *testing.T) {
	every := every(t)
	every["told"], every["crowded"], every["second round"], every["nothing"] = told(t), crowded(t), secondRound(t), meeting.State{}
	for name, s := range every {
		want, shown := papers.Figures(s, info), map[string]string{}
		for _, d := range documents(t, s, info) {
			got, err := papers.FiguresOf(d.Bytes)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, d.ID, err)
			}
			for figure, text := range got {
				if want[figure] != text {
					t.Errorf("%s, %s: %s is %q, counted was %q", name, d.ID, figure, text, want[figure])
				}
				shown[figure] = text
			}
		}
		delete(want, "f_head_hash") // shown as its groups
		delete(want, "f_round")     // said where there are several
		delete(want, "f_version")
		for figure := range want {
			if _, ok := shown[figure]; !ok && !former.MatchString(figure) {
				t.Errorf("%s: no paper shows %s", name, figure)
			}
		}
	}
}

// former are the figures that papers of earlier versions have, and ours say otherwise.
var former = regexp.MustCompile(`_(forced|suggested|negative)$|_reason_[0-9]+$`)

// secondRound is a meeting whose first vote was void.
func secondRound(t testing.TB) meeting.State {
	first := "attend class=member expected=44 present=43\nissue 2\ncollect 3\n"
	return meet(t, genhe(t), false, first+script(t, "sealed")[strings.Index(script(t, "sealed"), "issue 43"):])
}

func TestFiguresSayWhatWasCounted(t *testing.T) {
	got := papers.Figures(told(t), info)
	for name, want := range map[string]string{
		"f_round": "第一轮", "f_version": "第一版", "f_present": "43", "f_void_1": "1", "f_class_1_present": "38",
		"f_s1_count_1": "33", "f_s1_share_1": "80.49%", "f_s2_negative": "5/41", "f_s2_percent": "12.20%",
		"f_s2_base": "41", "f_s2_forced": "差", "f_s1_decided": "好", "f_quota_lower": "1", "f_head_seq": "96",
		"f_s2_ground_2": "“一般”“差”票合计5张，占有效票41张的12.20%，超过10%，综合评价等次确定为“差”",
		"f_s2_by_votes": "好", "f_s2_negative_count": "5",
		"f_s2_reason_2": "一般+差 5/41 有效票 = 12.20% > 10%，超过 10%，综合评价等次确定为“差”",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, not %q", name, got[name], want)
		}
	}
	for name, s := range every(t) {
		for figure := range papers.Figures(s, info) {
			if len(figure) > 36 || strings.Trim(figure, "abcdefghijklmnopqrstuvwxyz_0123456789") != "" {
				t.Errorf("%s: %q is too long for a bookmark or has a sign that none has", name, figure)
			}
		}
	}
}

func TestAChangedFigureIsFound(t *testing.T) {
	paper := documents(t, told(t), info)[1].Bytes
	forged := bytes.ReplaceAll(paper, []byte(`>80.49%<`), []byte(`>90.49%<`))
	if bytes.Equal(forged, paper) {
		t.Fatal("nothing was changed")
	}
	if _, err := papers.FiguresOf(forged); err == nil {
		t.Error("a part that was changed without its sum is read")
	}
	parts, err := docx.Unpack(paper)
	if err != nil {
		t.Fatal(err)
	}
	for i := range parts {
		parts[i].Bytes = bytes.ReplaceAll(parts[i].Bytes, []byte(`>80.49%<`), []byte(`>90.49%<`))
	}
	if forged, err = docx.Pack(parts); err != nil {
		t.Fatal(err)
	}
	if got, err := papers.FiguresOf(forged); err != nil || got["f_s1_share_1"] != "90.49%" {
		t.Errorf("read %q, %v", got["f_s1_share_1"], err)
	}
}

func TestNumeralsInWords(t *testing.T) {
	s := told(t)
	for round, want := range map[int]string{
		1: "第一轮", 10: "第十轮", 11: "第十一轮", 20: "第二十轮", 99: "第九十九轮", 100: "第100轮",
	} {
		s.Round.Number = round
		if got := papers.Figures(s, info)["f_round"]; got != want {
			t.Errorf("%d: %s", round, got)
		}
	}
}
