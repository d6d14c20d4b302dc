package seal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
)

// Namespace is what signatures of this package are for, as ssh-keygen's -n.
const Namespace = "shuping-bag"

// Identity is the name of the signer in [PublicKey.AllowedSigner], as
// ssh-keygen's -I.
const Identity = "shuping"

const (
	signatureLabel = "SSH SIGNATURE"
	signatureMagic = "SSHSIG"
	hashName       = "sha512"
)

// A PublicKey is an ed25519 public key.
type PublicKey [ed25519.PublicKeySize]byte

// Sign is the armored SSHSIG signature of key on message. The same key and
// message give the same bytes.
func Sign(key Key, message []byte) []byte {
	signature := ed25519.Sign(key.private, signedMessage(message))
	return armor(signatureLabel, signatureEnvelope(key.Public(), signature))
}

// Verify returns the key that signed message, when armored is such a signature
// byte for byte. It does not know whose key that is. The error is nil or a
// *fault.Fault: SignatureForm or SignatureDiffers.
func Verify(armored, message []byte) (PublicKey, error) {
	raw, line := unarmor(signatureLabel, armored)
	if line > 0 {
		return PublicKey{}, blame(SignatureForm, "line", line)
	}
	key, signature := envelopeFields(raw)
	if want := signatureEnvelope(key, signature); !bytes.Equal(raw, want) {
		return PublicKey{}, blame(SignatureForm, "line", lineOf(firstDifference(raw, want)))
	}
	if !ed25519.Verify(key[:], signedMessage(message), signature) {
		return PublicKey{}, blame(SignatureDiffers, "fingerprint", key.Fingerprint())
	}
	return key, nil
}

// signedMessage is what the key signs for a message.
func signedMessage(message []byte) []byte {
	sum := sha512.Sum512(message)
	b := []byte(signatureMagic)
	b = appendString(b, Namespace)
	b = appendString(b, "") // reserved
	b = appendString(b, hashName)
	return appendString(b, sum[:])
}

// signatureEnvelope is a signature with all that must be known to check it.
func signatureEnvelope(key PublicKey, signature []byte) []byte {
	b := []byte(signatureMagic)
	b = binary.BigEndian.AppendUint32(b, 1) // version
	b = appendString(b, key.wire())
	b = appendString(b, Namespace)
	b = appendString(b, "") // reserved
	b = appendString(b, hashName)
	return appendString(b, appendString(appendString(nil, keyType), signature))
}

// envelopeFields are the key and the signature of an envelope, which always stand in the
// same places; zeros where raw is too short to have them.
func envelopeFields(raw []byte) (key PublicKey, signature []byte) {
	whole := make([]byte, len(signatureEnvelope(key, make([]byte, ed25519.SignatureSize))))
	copy(whole, raw)
	copy(key[:], whole[len(signatureMagic)+4+4+len(PublicKey{}.wire())-len(key):])
	return key, whole[len(whole)-ed25519.SignatureSize:]
}

// Fingerprint names the key as ssh-keygen -l does: SHA256:… in 50 characters.
func (p PublicKey) Fingerprint() string {
	sum := sha256.Sum256(p.wire())
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
}

// String is the key as one line of a .pub file without comment or line end.
func (p PublicKey) String() string {
	return keyType + " " + base64.StdEncoding.EncodeToString(p.wire())
}

// AllowedSigner is the line, without line end, that lets ssh-keygen -Y verify
// accept signatures by this key as [Identity] in [Namespace].
func (p PublicKey) AllowedSigner() string {
	return Identity + ` namespaces="` + Namespace + `" ` + p.String()
}

// wire is the key as it stands on the wire and under its fingerprint.
func (p PublicKey) wire() []byte {
	return appendString(appendString(nil, keyType), p[:])
}
