package data

import (
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
