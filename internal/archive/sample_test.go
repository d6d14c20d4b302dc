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
	if *samplesInto == "" {
		*samplesInto = t.TempDir()
	}
	path := filepath.Join(*samplesInto, "bag-2.zip")
	if _, err := Export(context.Background(), path, recorded(t, demanding(t), watched+corrected), means(), nil); err != nil {
		t.Fatal(err)
	}
	if *bagInto == "" {
		*bagInto = filepath.Join(t.TempDir(), "bag")
	}
	if _, err := Export(context.Background(), *bagInto, sealed(t, 42), means(), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(*bagInto, howToFile)); err != nil {
		t.Error(err)
	}
}

// What was signed then is good now, with the words that people wrote down.
func TestBagsOfTheSecondFormatVerify(t *testing.T) {
	const (
		words  = "开口 同桌 课外 水桶 气球 机械 青瓷 电扇"
		groups = "71a4 d1eb 15f9 fde8 443c 29ec 18dc ad5f 0afe 26a6 f7c5 68af b12d e797 b3e7 3f83"
	)
	for _, typed := range []string{words, groups, words + groups} {
		r, err := Verify(context.Background(), "testdata/bag-2.zip", typed, nil)
		if err != nil || !r.OK() || !r.Anchored || r.Format != "shuping/bag/2" || len(r.Checks) != 16 {
			t.Errorf("%v, %v", err, r.Err())
		}
	}
}
