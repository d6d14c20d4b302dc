package archive

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/seal"
	said "shuping/internal/words"
)

// loose are the files that no manifest names.
var loose = layouts[Format].loose

// exported is a bag in a folder, made with these means.
func exported(t testing.TB, src Source, with Means) map[string][]byte {
	t.Helper()
	dst := filepath.Join(t.TempDir(), "bag")
	bag, err := Export(context.Background(), dst, src, with, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, dst)
	r := check(t, memShelf(files), nil)
	if !r.OK() || r.Signer != bag.Mark.Fingerprint {
		t.Fatalf("%v, signed by %s, said to be by %s", r.Err(), r.Signer, bag.Mark.Fingerprint)
	}
	return files
}

func differing(a, b map[string][]byte) []string {
	var out []string
	for _, name := range sortedNames(a) {
		if !bytes.Equal(a[name], b[name]) {
			out = append(out, name)
		}
	}
	return out
}

func TestTheSignatureGoesWithTheSession(t *testing.T) {
	src, home, away, kept := sealed(t, 12), t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "s.shuping.sig")
	first := exported(t, src, Means{Kept: kept, Keys: home})
	if again := exported(t, src, Means{Kept: kept, Keys: away}); len(differing(first, again)) > 0 {
		t.Errorf("elsewhere %v differ", differing(first, again))
	}
	if left, _ := os.ReadDir(away); len(left) > 0 {
		t.Errorf("a key was made that was not needed: %v", left)
	}
	if alone := exported(t, src, Means{Keys: away}); !slices.Equal(differing(first, alone), loose) {
		t.Errorf("without its signature %v differ, want %v", differing(first, alone), loose)
	}
}

// Later records make another tag manifest, which needs another signature; the
// older one is kept, and still serves who has only the older records.
func TestOlderSignaturesAreKept(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "s.shuping.sig")
	then, now := recorded(t, demanding(t), watched), recorded(t, demanding(t), watched+corrected)
	first := exported(t, then, Means{Kept: kept, Keys: t.TempDir()})
	before, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	second := exported(t, now, Means{Kept: kept, Keys: keys})
	after, err := os.ReadFile(kept)
	if err != nil || !bytes.HasPrefix(after, before) || len(after) <= len(before) {
		t.Errorf("%v, %d bytes became %d", err, len(before), len(after))
	}
	if bytes.Equal(first[signerFile], second[signerFile]) {
		t.Error("both were signed by one key")
	}
	elsewhere := Means{Kept: kept, Keys: t.TempDir()}
	if d := differing(first, exported(t, then, elsewhere)); len(d) > 0 {
		t.Errorf("of the older %v differ", d)
	}
	if d := differing(second, exported(t, now, elsewhere)); len(d) > 0 {
		t.Errorf("of the newer %v differ", d)
	}
}

// Signatures that cannot be read are neither used nor written over.
func TestDamagedSignaturesAreLeftAlone(t *testing.T) {
	src, dir := sealed(t, 3), t.TempDir()
	kept := filepath.Join(dir, "s.shuping.sig")
	exported(t, src, Means{Kept: kept, Keys: keys})
	good, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]byte{
		"cut short":     good[:len(good)-1],
		"no key":        good[bytes.IndexByte(good, '\n')+1:],
		"two keys":      append([]byte("ssh-ed25519 x\n"), good...),
		"another digit": bytes.Replace(good, []byte("U1NIU0lH"), []byte("U1NIU0lI"), 1),
		"text behind":   append(bytes.Clone(good), "x\n"...),
		"too much":      bytes.Repeat(good, maxKept/len(good)+1),
	} {
		if err := os.WriteFile(kept, bad, 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := Export(context.Background(), filepath.Join(dir, "bag"), src, Means{Kept: kept, Keys: keys}, nil)
		left, _ := os.ReadFile(kept)
		if code(err) != KeptDamaged || !bytes.Equal(left, bad) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := MarkOf(src, Means{Kept: kept, Keys: keys}); code(err) != KeptDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("something was left: %v", left)
	}
}

func TestADamagedKeySignsNothing(t *testing.T) {
	src, dir, folder := sealed(t, 3), t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, seal.KeyFile), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Export(context.Background(), filepath.Join(dir, "bag"), src, Means{Keys: folder}, nil)
	if code(err) != seal.KeyDamaged || !strings.Contains(said.Fault(said.Chinese, err.(*fault.Fault)), "签名密钥") {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("something was left: %v", left)
	}
}

// The mark can be had before there is a bag, and is that of the bag.
func TestTheMarkIsThatOfTheBag(t *testing.T) {
	src := recorded(t, demanding(t), watched+corrected)
	with := Means{Kept: filepath.Join(t.TempDir(), "sig"), Keys: t.TempDir()}
	before, err := MarkOf(src, with)
	if err != nil {
		t.Fatal(err)
	}
	bag, err := Export(context.Background(), filepath.Join(t.TempDir(), "bag"), src, with, nil)
	if err != nil {
		t.Fatal(err)
	}
	after, err := MarkOf(src, with)
	same := func(a, b Mark) bool {
		return a.Seal == b.Seal && a.Head == b.Head && slices.Equal(a.Words, b.Words) && a.Groups == b.Groups && a.Fingerprint == b.Fingerprint
	}
	if err != nil || !same(before, bag.Mark) || !same(after, bag.Mark) || before.Seal != 5 || before.Of != meeting.SealedGrades || len(before.Words) != seal.RowLength || !strings.HasPrefix(before.Fingerprint, "SHA256:") {
		t.Errorf("%v\n%+v\n%+v\n%+v", err, before, bag.Mark, after)
	}
	if _, err := MarkOf(recorded(t, demanding(t), strings.Split(watched, "close-count")[0]), with); code(err) != NotSealed {
		t.Error(err)
	}
}

// Whatever stands for a signature and is none of this tag manifest is found. A bag
// that somebody else signed is whole, and has another fingerprint.
func TestSignaturesAreHeldAgainstTheTagManifest(t *testing.T) {
	files := exported(t, sealed(t, 3), means())
	other := exported(t, sealed(t, 12), means())
	stranger, _, err := seal.EnsureKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	theirs := signMessage(stranger, files[tagManifestFile]).files(stranger.Public())
	for name, c := range map[string]struct {
		change map[string][]byte
		want   fault.Code
	}{
		"of another bag":       {map[string][]byte{signatureFile: other[signatureFile]}, seal.SignatureDiffers},
		"nothing":              {map[string][]byte{signatureFile: nil}, seal.SignatureForm},
		"a line more":          {map[string][]byte{signatureFile: append(bytes.Clone(files[signatureFile]), '\n')}, seal.SignatureForm},
		"another signer":       {map[string][]byte{signerFile: theirs[signerFile]}, SignerDiffers},
		"another list":         {map[string][]byte{allowedFile: theirs[allowedFile]}, SignerDiffers},
		"a signer more":        {map[string][]byte{allowedFile: slices.Concat(files[allowedFile], theirs[allowedFile])}, SignerDiffers},
		"another's signature":  {map[string][]byte{signatureFile: theirs[signatureFile]}, SignerDiffers},
		"all three by another": {theirs, ""},
	} {
		bad := maps.Clone(files)
		maps.Copy(bad, c.change)
		r := check(t, memShelf(bad), nil)
		if code(r.Err()) != c.want {
			t.Errorf("%s: %v, want %s", name, r.Err(), c.want)
		}
		if c.want == "" && r.Signer != stranger.Public().Fingerprint() {
			t.Errorf("%s: signed by %s", name, r.Signer)
		}
	}
	for _, name := range loose {
		bad := maps.Clone(files)
		delete(bad, name)
		if f := check(t, memShelf(bad), nil).Err(); code(f) != FileMissing {
			t.Errorf("%s: %v", name, f)
		}
	}
}

// A disk that fails while the signature is kept leaves what was kept before.
func TestSignaturesAreKeptWholeOrNotAtAll(t *testing.T) {
	src := sealed(t, 3)
	for n := 0; ; n++ {
		dir, side := t.TempDir(), t.TempDir()
		kept := filepath.Join(side, "sig")
		left := n
		x := newExporter(context.Background(), filepath.Join(dir, "bag.zip"), src, Means{Kept: kept, Keys: keys}, nil)
		x.disk = failingDisk{realDisk{}, &left, os.ErrPermission}
		_, err := x.run()
		files, _ := os.ReadDir(side)
		if _, broken := readKept(kept); broken != nil || len(files) > 1 {
			t.Fatalf("turn %d: %v, %v", n, broken, files)
		}
		if err == nil {
			return
		}
	}
}
