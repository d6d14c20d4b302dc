package seal

// Namespace is what signatures of this package are for, as ssh-keygen's -n.
const Namespace = "shuping-bag"

// Identity is the name of the signer in [PublicKey.AllowedSigner], as
// ssh-keygen's -I.
const Identity = "shuping"

// A PublicKey is an ed25519 public key.
type PublicKey [32]byte

// Sign is the armored SSHSIG signature of key on message. The same key and
// message give the same bytes.
func Sign(key Key, message []byte) []byte { return nil }

// Verify returns the key that signed message, when armored is such a signature
// byte for byte. It does not know whose key that is. The error is nil or a
// *Fault: SignatureForm or SignatureDiffers.
func Verify(armored, message []byte) (PublicKey, error) { return PublicKey{}, nil }

// Fingerprint names the key as ssh-keygen -l does: SHA256:… in 50 characters.
func (p PublicKey) Fingerprint() string { return "" }

// String is the key as one line of a .pub file without comment or line end.
func (p PublicKey) String() string { return "" }

// AllowedSigner is the line, without line end, that lets ssh-keygen -Y verify
// accept signatures by this key as [Identity] in [Namespace].
func (p PublicKey) AllowedSigner() string { return "" }
