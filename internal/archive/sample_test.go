package archive

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// samplesInto writes the samples of the present format. Those in testdata are
// written once: a version that cannot verify them breaks its promise.
var (
	samplesInto = flag.String("samples", "", "a folder to which bags of the present format are written")
	bagInto     = flag.String("bag", "", "a folder that becomes a bag, to be checked by hand")
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
