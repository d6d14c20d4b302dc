package seal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

func TestKeyIsMadeOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "config", "shuping")
	if _, err := ReadKey(folder); !fault.Is(err, of, KeyMissing) {
		t.Errorf("before: %v", err)
	}
	first, made, err := EnsureKey(folder)
	if err != nil || !made {
		t.Fatal(made, err)
	}
	text, err := os.ReadFile(filepath.Join(folder, KeyFile))
	if err != nil {
		t.Fatal(err)
	}
	again, made, err := EnsureKey(folder)
	if err != nil || made || again.Public() != first.Public() {
		t.Errorf("the second time: %v %v", made, err)
	}
	if read, err := ReadKey(folder); err != nil || read.Public() != first.Public() {
		t.Errorf("read: %v", err)
	}
	if now, err := os.ReadFile(filepath.Join(folder, KeyFile)); err != nil || !bytes.Equal(now, text) {
		t.Errorf("the file was changed: %v", err)
	}
	if other, _, err := EnsureKey(t.TempDir()); err != nil || other.Public() == first.Public() {
		t.Errorf("another installation: %v", err)
	}
}

func TestKeyIsItsOwnersAloneAndLeavesNothingBeside(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "shuping")
	if _, _, err := EnsureKey(folder); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 || entries[0].Name() != KeyFile {
		t.Fatalf("the folder holds %v %v", entries, err)
	}
	if runtime.GOOS == "windows" {
		return // where files have no modes
	}
	for path, want := range map[string]fs.FileMode{folder: fs.ModeDir | 0o700, filepath.Join(folder, KeyFile): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

func TestManyWindowsMakeOneKey(t *testing.T) {
	folder := t.TempDir()
	var all sync.WaitGroup
	keys, mades := make([]Key, 16), make([]bool, 16)
	for i := range keys {
		all.Go(func() {
			var err error
			if keys[i], mades[i], err = EnsureKey(folder); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	count := 0
	for i, k := range keys {
		if mades[i] {
			count++
		}
		if !bytes.Equal(k.private, keys[0].private) {
			t.Errorf("window %d has another key", i)
		}
	}
	if entries, _ := os.ReadDir(folder); count != 1 || len(entries) != 1 {
		t.Errorf("%d keys made, %d files", count, len(entries))
	}
}

func TestDraftReplacesNoFile(t *testing.T) {
	folder := t.TempDir()
	draft, path := filepath.Join(folder, "draft"), filepath.Join(folder, "taken")
	for _, name := range []string{draft, path} {
		if err := os.WriteFile(name, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := durable.Place(draft, path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != path {
		t.Errorf("%s %v", text, err)
	}
}

// left is what stands in a folder with text as its key, once EnsureKey was asked.
func left(t *testing.T, text []byte) (now []byte, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), KeyFile)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	_, made, err := EnsureKey(filepath.Dir(path))
	if made {
		t.Error("a key was made where there was one")
	}
	now, readErr := os.ReadFile(path)
	if readErr != nil {
		t.Fatal(readErr)
	}
	return now, err
}

func TestBadKeyIsSaidAndLeftAsItIs(t *testing.T) {
	good := their(t, "key")
	for name, c := range map[string]struct {
		text []byte
		code fault.Code
	}{
		"empty":                {nil, KeyDamaged},
		"zeros":                {make([]byte, 400), KeyDamaged},
		"cut short":            {good[:200], KeyDamaged},
		"without its last end": {bytes.TrimSuffix(good, []byte("\n")), KeyDamaged},
		"with more behind":     {append(slices.Clone(good), '\n'), KeyDamaged},
		"twice":                {append(slices.Clone(good), good...), KeyDamaged},
		"Windows line ends":    {bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), KeyDamaged},
		"the public half":      {their(t, "key.pub"), KeyDamaged},
		"far too long":         {bytes.Repeat([]byte("A"), 2*keyLimit), KeyDamaged},
		"nothing inside":       {armor(keyLabel, nil), KeyDamaged},
		"a head alone":         {armor(keyLabel, keyHead()), KeyDamaged},
		"with a passphrase":    {their(t, "locked"), KeyForeign},
		"of another kind":      {their(t, "ecdsa"), KeyForeign},
	} {
		now, err := left(t, c.text)
		if !fault.Is(err, of, c.code) {
			t.Errorf("%s: %v", name, err)
		} else if !strings.Contains(err.Error(), KeyFile) {
			t.Errorf("%s: %v does not name the file", name, err)
		}
		if !bytes.Equal(now, c.text) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

// A changed comment or its four bytes of chance twice alike do no harm.
func TestNoChangedByteMakesAnotherKeyOfAKey(t *testing.T) {
	good, key := their(t, "key"), theirKey(t)
	for i := range good {
		for bit := range 8 {
			text := slices.Clone(good)
			text[i] ^= 1 << bit
			if got, code := parseKey(text); code == "" && !bytes.Equal(got.private, key.private) {
				t.Errorf("byte %d, bit %d: another key", i, bit)
			}
		}
		if _, code := parseKey(good[:i]); code != KeyDamaged {
			t.Errorf("cut at byte %d: %q", i, code)
		}
	}
	raw, _ := unarmor(keyLabel, good)
	for i := range raw {
		if _, code := parseKey(armor(keyLabel, raw[:i])); code == "" {
			t.Errorf("cut inside at byte %d: no fault", i)
		}
	}
}

func TestKeyThatCannotBeReadOrWrittenIsSaid(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.MkdirAll(filepath.Join(folder, "a", KeyFile), 0o700)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := EnsureKey(filepath.Join(folder, "a")); !fault.Is(err, of, KeyUnreadable) {
		t.Errorf("a folder in its place: %v", err)
	}
	_, made, err := EnsureKey(file)
	if made || !fault.Is(err, of, KeyUnreadable) && !fault.Is(err, of, KeyStorage) {
		t.Errorf("a file for a folder: %v", err)
	}
	if info, err := os.Stat(file); err != nil || info.Size() != 0 {
		t.Errorf("the file was changed: %v", err)
	}
	if runtime.GOOS == "windows" {
		return // where a link takes rights that not everybody has
	}
	dangling := filepath.Join(folder, "b", KeyFile)
	if err := errors.Join(os.Mkdir(filepath.Dir(dangling), 0o700), os.Symlink(filepath.Join(folder, "gone"), dangling)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := EnsureKey(filepath.Dir(dangling)); !fault.Is(err, of, KeyUnreadable) {
		t.Errorf("a link to nothing: %v", err)
	}
	if _, _, err := EnsureKey(filepath.Join("/dev/null", "x")); !fault.Is(err, of, KeyUnreadable) && !fault.Is(err, of, KeyStorage) {
		t.Errorf("no folder: %v", err)
	}
}

func FuzzKeyTakesAnything(f *testing.F) {
	good, err := os.ReadFile(filepath.Join("testdata", "openssh", "key"))
	if err != nil {
		f.Fatal(err)
	}
	raw, _ := unarmor(keyLabel, good)
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		if key, code := parseKey(armor(keyLabel, raw)); code == "" && !bytes.Contains(raw, key.Public().wire()) {
			t.Errorf("%x is read as a key that it does not name", raw)
		}
	})
}
