package archive

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// samplesInto writes the samples of the present format. Those in testdata are
// written once: a version that cannot verify them breaks its promise.
var (
	samplesInto = flag.String("samples", "", "a folder to which bags of the present format are written")
	bagInto     = flag.String("bag", "", "a folder that becomes a bag, to be checked by hand")
	kindsInto   = flag.String("kinds", "", "a folder to which bags of meetings counted in other ways are written, to be checked by hand")
)

func TestSamplesAreWritten(t *testing.T) {
	samples, bag := *samplesInto, *bagInto
	if samples == "" {
		samples = t.TempDir()
	}
	if bag == "" {
		bag = filepath.Join(t.TempDir(), "bag")
	}
	path := filepath.Join(samples, "bag-3.zip")
	if _, err := Export(context.Background(), path, recorded(t, demanding(t), watched+corrected+reopened+proven()), shelved(t, photo, report), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := Export(context.Background(), bag, sealed(t, 42), means(), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(bag, howToFile)); err != nil {
		t.Error(err)
	}
	if *kindsInto == "" {
		return
	}
	for name, src := range countedOtherwise(t) {
		if _, err := Export(context.Background(), filepath.Join(*kindsInto, name), src, means(), nil); err != nil {
			t.Error(name, err)
		}
	}
}

// countedOtherwise are meetings whose count is more than a reading of each sheet.
func countedOtherwise(t testing.TB) map[string]records {
	t.Helper()
	read := func(path string) string {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	plan, small := read("../../data/plans/genhe-2023.toml"), read("../meeting/testdata/plans/small.toml")
	_, merged, _ := strings.Cut(read("../result/testdata/meetings/small-merged.txt"), "\n") // its first line says on which plan
	recount := "recount by=\"赵六\" reason=\"有人提出异议\"\n" + sheetsOf(script(12)) + "close-count by=\"监票人\" stands=first\n"
	return map[string]records{
		"piles":       recorded(t, plan, piled),
		"voted-again": recorded(t, plan, strings.Replace(script(12), "decide ", votedAgain+"decide ", 1)),
		"small-class": recorded(t, small, merged),
		"recounted":   recorded(t, plan, strings.Replace(script(12), "decide ", recount+"decide ", 1)),
		"corrected":   recorded(t, demanding(t), watched+corrected+reopened),
	}
}

// sheetsOf are the lines of a script from the first bundle to the end of the count.
func sheetsOf(script string) string {
	_, sheets, _ := strings.Cut(script, "bundle\n")
	sheets, _, _ = strings.Cut(sheets, "close-count")
	return "bundle\n" + strings.Replace(sheets, "b 1 2\n", "b 2 2\n", 1)
}

// What was signed then is good now, with the words that people wrote down.
func TestBagsOfTheSecondFormatVerify(t *testing.T) {
	const (
		words  = "同伴 搬运 雨水 绒毛 图案 陶艺 庄稼 时光"
		groups = "d949 09f8 039d c380 2f26 6b8c 4fe7 87e7 8e2d 55aa 6041 3753 fd43 ad0d 6717 c15a"
	)
	for _, typed := range []string{words, groups, words + groups} {
		r, err := Verify(context.Background(), "testdata/bag-2.zip", typed, nil)
		if err != nil || !r.OK() || !r.Anchored || r.Format != "shuping/bag/2" || len(r.Checks) != 16 {
			t.Errorf("%v, %v", err, r.Err())
		}
	}
}

// reopened is a count that is opened again behind a seal and sealed once more, with
// somebody who is not graded.
const reopened = `reopen-count by="赵六" reason="又找到一张"
withdraw-sheet bundle=1 sheet=1 by="赵六" reason="不是这次会的票"
collect 10 by="赵六" saw="当众清点"
close-count by="赵六" saw="各组完好"
announce votes
exempt s2 reason="到任不足半年"
announce grades
seal
`
