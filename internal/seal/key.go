package seal

import "crypto/ed25519"

// KeyFile is the name of the key in its folder.
const KeyFile = "signing-key"

// A Key is the private key of an installation.
type Key struct {
	private ed25519.PrivateKey
}

// Public is the key that others may know.
func (k Key) Public() PublicKey { return PublicKey{} }

// EnsureKey reads the key in folder, or makes folder and key where there is none
// yet, and says whether it made one. A file that is there is never replaced. The
// error is nil or a *Fault: KeyDamaged, KeyForeign, KeyUnreadable or KeyStorage.
func EnsureKey(folder string) (key Key, made bool, err error) { return Key{}, false, nil }

// ReadKey reads the key in folder. The error is nil or a *Fault: KeyMissing or
// one of those of [EnsureKey].
func ReadKey(folder string) (Key, error) { return Key{}, nil }
