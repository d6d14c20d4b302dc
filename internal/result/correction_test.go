package result_test

import (
	"testing"

	"shuping/internal/result"
	"shuping/internal/words"
)

// A sheet is found after the close and put right in the bundle that was added for it:
// the version that ended knows no such bundle. What the sheet says is told unless a
// class is hidden anywhere.
func TestASheetOfABundleAddedAfterTheCloseIsPutRight(t *testing.T) {
	for name, bundle := range map[string]int{"added": 6, "added-small": 5} {
		hidden := name == "added-small"
		d := result.Of(held(t, name), head, words.Chinese)
		var got []result.Correction
		for _, c := range d.Corrections {
			if c.What == "sheet" {
				got = append(got, c)
			}
		}
		want := result.Correction{Version: 2, What: "sheet", Bundle: bundle, Sheet: 1, By: "王某某", Reason: "看错一行", Hidden: hidden}
		if !hidden {
			want.Was, want.Now = "好 · 好", "好 · 较好"
		}
		if len(got) != 1 || got[0] != want || d.Version != 2 {
			t.Errorf("%s: version %d, %+v\nwant %+v", name, d.Version, got, want)
		}
	}
}
