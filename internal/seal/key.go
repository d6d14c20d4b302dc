package seal

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"shuping/internal/durable"
	"shuping/internal/fault"
)

// KeyFile is the name of the key in its folder.
const KeyFile = "signing-key"

// A Key is the private key of an installation.
type Key struct {
	private ed25519.PrivateKey
}

// Public is the key that others may know.
func (k Key) Public() PublicKey { return PublicKey(k.private.Public().(ed25519.PublicKey)) }

// Signer signs as the key, for protocols that need one.
func (k Key) Signer() crypto.Signer { return k.private }

// EnsureKey reads the key in folder, or makes folder and key where there is none
// yet, and says whether it made one. A file that is there is never replaced. The
// error is nil or a *fault.Fault: KeyDamaged, KeyForeign, KeyUnreadable or KeyStorage.
func EnsureKey(folder string) (key Key, made bool, err error) {
	key, err = ReadKey(folder)
	if !fault.Is(err, of, KeyMissing) {
		return key, false, err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err == nil {
		err = storeKeyFile(folder, keyText(Key{private}))
	}
	made = err == nil
	if err != nil && !errors.Is(err, fs.ErrExist) {
		path := filepath.Join(folder, KeyFile)
		return Key{}, false, blame(KeyStorage, "path", path, "reason", fault.Reason(durable.Reason(err))).Because(err)
	}
	key, err = ReadKey(folder) // what is on the disk signs, whoever was first
	return key, made && err == nil, err
}

// ReadKey reads the key in folder. The error is nil or a *fault.Fault: KeyMissing or
// one of those of [EnsureKey].
func ReadKey(folder string) (Key, error) {
	path := filepath.Join(folder, KeyFile)
	// The name is asked for first: a key that another window places from here on is
	// read, and a link that leads nowhere is not taken for a missing key.
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return Key{}, blame(KeyMissing, "path", path).Because(err)
	}
	text, err := readKeyFile(path)
	if err != nil {
		return Key{}, blame(KeyUnreadable, "path", path, "reason", fault.Reason(durable.Reason(err))).Because(err)
	}
	key, code := parseKey(text)
	if code != "" {
		return Key{}, blame(code, "path", path)
	}
	return key, nil
}

// keyLimit is more bytes than any key file of one ed25519 key has.
const keyLimit = 64 << 10

// readKeyFile is the plain file at path, up to the limit.
func readKeyFile(path string) ([]byte, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a plain file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, keyLimit))
}

// storeKeyFile writes the key file whole or not at all, and not where there is one:
// that is fs.ErrExist.
func storeKeyFile(folder string, text []byte) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	durable.Sweep(folder)
	f, err := os.OpenFile(filepath.Join(folder, durable.DraftName()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := io.Copy(f, bytes.NewReader(text)); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := durable.Place(f.Name(), filepath.Join(folder, KeyFile)); err != nil {
		return err
	}
	return durable.SyncDir(folder)
}
