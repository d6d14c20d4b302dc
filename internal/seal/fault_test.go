package seal

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryFaultIsOneSentenceInBothLanguages(t *testing.T) {
	place := regexp.MustCompile(`\{(\w+)\}`)
	if len(sentences) != len(Codes) {
		t.Errorf("%d sentences for %d codes", len(sentences), len(Codes))
	}
	for code, names := range Codes {
		for i, sentence := range sentences[code] {
			if end := []string{"。", "."}[i]; !strings.HasSuffix(sentence, end) || strings.Count(sentence, end) != 1 {
				t.Errorf("%s: %q is not one sentence", code, sentence)
			}
			var used []string
			for _, m := range place.FindAllStringSubmatch(sentence, -1) {
				used = append(used, m[1])
			}
			for _, n := range used {
				if !slices.Contains(names, n) {
					t.Errorf("%s: {%s} is no value", code, n)
				}
			}
			for _, n := range names {
				if !slices.Contains(used, n) {
					t.Errorf("%s: %q does not say {%s}", code, sentence, n)
				}
			}
		}
	}
}

func TestFaultIsSaidInTheLanguageAskedFor(t *testing.T) {
	f := fault(WordCount, "found", 7, "expected", 8)
	if got, want := f.Text("zh"), "输入了 7 个词，应为 8 个，请看是否漏了或多了一个。"; got != want {
		t.Errorf("%s", got)
	}
	if got, want := f.Error(), "7 words were typed and there are 8; see which was left out or doubled."; got != want {
		t.Errorf("%s", got)
	}
}
