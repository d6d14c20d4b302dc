package data

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestManualIsWholeInBothLanguages: each page has a title, the same headings in
// number, and no line that a window of 100 cells would have to break in a table.
func TestManualIsWholeInBothLanguages(t *testing.T) {
	for _, page := range ManualPages() {
		zh, en := Manual("zh", page), Manual("en", page)
		if !strings.HasPrefix(zh, "# ") || !strings.HasPrefix(en, "# ") {
			t.Errorf("page %q has no title in one language", page)
		}
		if a, b := strings.Count(zh, "\n## "), strings.Count(en, "\n## "); a != b {
			t.Errorf("page %q has %d headings in Chinese and %d in English", page, a, b)
		}
	}
	for _, lang := range []string{"zh", "en"} {
		files, err := manual.ReadDir("manual/" + lang)
		if err != nil || len(files) != len(ManualPages()) {
			t.Errorf("%s has %d pages, the list %d (%v)", lang, len(files), len(ManualPages()), err)
		}
	}
}

// TestTheFormatHasTheWords: the text of the format and the page that checks exports have
// the list of words, in its order.
func TestTheFormatHasTheWords(t *testing.T) {
	var want []string
	for _, w := range SealWords() {
		want = append(want, w.Word)
	}
	for name, text := range map[string]string{
		"zh": after(Manual("zh", "format"), "\n## 15. "), "en": after(Manual("en", "format"), "\n## 15. "),
		"check.html": after(string(CheckPage()), "\nconst words = `"),
	} {
		_, list, _ := strings.Cut(text, "\n")
		list, _, _ = strings.Cut(list, "`")
		if _, rest, said := strings.Cut(list, "\n  "); said {
			list = rest
		}
		if got := strings.Fields(list); !slices.Equal(got, want) {
			t.Errorf("%s has other words: %d of %d", name, len(got), len(want))
		}
	}
}

func after(text, mark string) string {
	_, rest, _ := strings.Cut(text, mark)
	return rest
}

// TestTheSumOfThePageIsTold where people look for it.
func TestTheSumOfThePageIsTold(t *testing.T) {
	sum := fmt.Sprintf("%x", sha256.Sum256(CheckPage()))
	for _, lang := range []string{"zh", "en"} {
		if !strings.Contains(Manual(lang, "export"), sum) {
			t.Errorf("the manual (%s, export) does not have the SHA-256 of check.html: %s", lang, sum)
		}
	}
}
