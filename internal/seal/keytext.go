package seal

import (
	"bytes"
	"crypto/ed25519"
	"encoding/binary"

	"shuping/internal/fault"
)

const (
	keyLabel   = "OPENSSH PRIVATE KEY"
	keyMagic   = "openssh-key-v1\x00"
	keyComment = "shuping"
)

// keyText is the key file of a key, without a passphrase, as ssh-keygen writes
// one. Where ssh-keygen has four bytes of chance that show a wrong passphrase,
// it has the first four of the public key.
func keyText(key Key) []byte {
	public := key.Public()
	return armor(keyLabel, keyBytes(key, [4]byte(public[:]), keyComment))
}

// keyBytes is what is inside a key file.
func keyBytes(key Key, check [4]byte, comment string) []byte {
	public := key.Public()
	secret := append(check[:], check[:]...)
	secret = append(secret, public.wire()...)
	secret = appendString(secret, key.private)
	secret = appendString(secret, comment)
	for i := byte(1); len(secret)%8 != 0; i++ {
		secret = append(secret, i)
	}
	b := appendString(keyHead(), public.wire())
	return appendString(b, secret)
}

// keyHead begins every file with one key and no passphrase.
func keyHead() []byte {
	b := appendString([]byte(keyMagic), "none") // cipher
	b = appendString(b, "none")                 // how a passphrase becomes a key
	b = appendString(b, "")                     // and with what
	return binary.BigEndian.AppendUint32(b, 1)  // keys
}

// parseKey reads a key file: one of ours, or one that ssh-keygen made. Beside the
// comment and the four bytes of chance there is one way only to write a key. The
// code is empty, KeyDamaged or KeyForeign.
func parseKey(text []byte) (Key, fault.Code) {
	raw, line := unarmor(keyLabel, text)
	if line > 0 || !bytes.HasPrefix(raw, []byte(keyMagic)) {
		return Key{}, KeyDamaged
	}
	rest, plain := bytes.CutPrefix(raw, keyHead())
	if !plain {
		return Key{}, KeyForeign
	}
	public, rest, ok := takeString(rest)
	if !ok {
		return Key{}, KeyDamaged
	}
	if name, _, ok := takeString(public); !ok || string(name) != keyType {
		return Key{}, KeyForeign
	}
	secret, _, ok := takeString(rest)
	if !ok || len(secret) < 8+len(public) {
		return Key{}, KeyDamaged
	}
	private, after, ok := takeString(secret[8+len(public):])
	comment, _, whole := takeString(after)
	if !ok || !whole || len(private) != ed25519.PrivateKeySize {
		return Key{}, KeyDamaged
	}
	key := Key{ed25519.NewKeyFromSeed(private[:ed25519.SeedSize])}
	if !bytes.Equal(raw, keyBytes(key, [4]byte(secret), string(comment))) {
		return Key{}, KeyDamaged
	}
	return key, ""
}
