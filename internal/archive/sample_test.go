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
	for name, script := range map[string]string{"bag-2.zip": watched + corrected, "bag-2-piles.zip": piled} {
		path := filepath.Join(*samplesInto, name)
		if _, err := Export(context.Background(), path, recorded(t, demanding(t), script), means(), nil); err != nil {
			t.Fatal(err)
		}
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
	for path, typed := range map[string]string{
		"testdata/bag-2.zip": "WORDS", "testdata/bag-2-piles.zip": "GROUPS",
	} {
		r, err := Verify(context.Background(), path, typed, nil)
		if err != nil || !r.OK() || !r.Anchored || r.Format != Format || len(r.Checks) != len(Steps) {
			t.Errorf("%s: %v, %v", path, err, r.Err())
		}
	}
}
