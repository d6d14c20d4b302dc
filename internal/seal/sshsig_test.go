package seal

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shuping/internal/fault"
)

// .ci/seal has ssh-keygen make the first folder anew and check the second.
var (
	theirs = flag.String("theirs", filepath.Join("testdata", "openssh"), "a folder with files that ssh-keygen made")
	ours   = flag.String("ours", "", "a folder for files that ssh-keygen is to check")
)

func their(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(*theirs, name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func theirKey(t *testing.T) Key {
	t.Helper()
	key, code := parseKey(their(t, "key"))
	if code != "" {
		t.Fatal(code)
	}
	return key
}

func TestKeyAndSignatureAreByteForByteThoseOfOpenSSH(t *testing.T) {
	key, message := theirKey(t), their(t, "message")
	signature := Sign(key, message)
	if want := their(t, "message.sig"); !bytes.Equal(signature, want) {
		t.Errorf("signed as\n%s, not\n%s", signature, want)
	}
	if got, err := Verify(their(t, "message.sig"), message); err != nil || got != key.Public() {
		t.Errorf("%v %v", got, err)
	}
	raw, _ := unarmor(keyLabel, their(t, "key"))
	_, secret, _ := bytes.Cut(raw, keyHead())
	check := [4]byte(secret[4+len(key.Public().wire())+4:])
	public := strings.Fields(string(their(t, "key.pub")))
	comment := strings.TrimSpace(strings.Join(public[2:], " "))
	if got := armor(keyLabel, keyBytes(key, check, comment)); !bytes.Equal(got, their(t, "key")) {
		t.Errorf("the key is written as\n%s", got)
	}
	if got := key.Public().String(); got != strings.Join(public[:2], " ") {
		t.Errorf("the public key is %s", got)
	}
	if got, want := key.Public().Fingerprint(), strings.Fields(string(their(t, "fingerprint")))[1]; got != want {
		t.Errorf("the fingerprint is %s, not %s", got, want)
	}
}

func TestSignatureIsKnownByTheKeyItNames(t *testing.T) {
	folder := *ours
	if folder == "" {
		folder = t.TempDir()
	}
	key, made, err := EnsureKey(folder)
	if err != nil || !made {
		t.Fatal(made, err)
	}
	for name, message := range map[string][]byte{
		"empty":     {},
		"text":      []byte("封存词：江面 香菜\n"),
		"not text":  {0, 255, '\r', '\n'},
		"many":      bytes.Repeat([]byte("manifest\n"), 1<<17),
		"one block": bytes.Repeat([]byte{'a'}, 128),
	} {
		signature := Sign(key, message)
		if !bytes.Equal(signature, Sign(key, message)) {
			t.Errorf("%s: signed in two ways", name)
		}
		if got, err := Verify(signature, message); err != nil || got != key.Public() {
			t.Errorf("%s: %v", name, err)
		}
		file := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
		if err := errors.Join(os.WriteFile(file+".txt", message, 0o600), os.WriteFile(file+".txt.sig", signature, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	lines := key.Public().AllowedSigner() + "\n"
	if want := `shuping namespaces="shuping-bag" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA`; !strings.HasPrefix(lines, want) {
		t.Errorf("the line is %s", lines)
	}
	if err := errors.Join(
		os.WriteFile(filepath.Join(folder, "allowed_signers"), []byte(lines), 0o600),
		os.WriteFile(filepath.Join(folder, "fingerprint"), []byte(key.Public().Fingerprint()+"\n"), 0o600),
		os.WriteFile(filepath.Join(folder, "public"), []byte(key.Public().String()+"\n"), 0o600),
	); err != nil {
		t.Fatal(err)
	}
}

func TestEveryChangedByteOfASignatureIsFound(t *testing.T) {
	message := their(t, "message")
	signature := Sign(theirKey(t), message)
	refused := func(what string, text []byte, i int) {
		t.Helper()
		if _, err := Verify(text, message); !fault.Is(err, of, SignatureForm) && !fault.Is(err, of, SignatureDiffers) {
			t.Errorf("byte %d %s: %v", i, what, err)
		}
	}
	for i := range signature {
		for bit := range 8 {
			text := slices.Clone(signature)
			text[i] ^= 1 << bit
			refused("changed", text, i)
		}
		refused("left out", slices.Delete(slices.Clone(signature), i, i+1), i)
		refused("doubled", slices.Insert(slices.Clone(signature), i, signature[i]), i)
		refused("and all behind it cut off", signature[:i], i)
		for _, more := range []string{"\n", "\r", " ", "=", "A"} {
			refused("preceded by "+more, slices.Insert(slices.Clone(signature), i, []byte(more)...), i)
		}
	}
	for _, more := range []string{"\n", " ", "\x00", "-", string(signature)} {
		refused("followed by more", append(slices.Clone(signature), more...), len(signature))
	}
}

func TestEveryChangedByteOfAMessageIsFound(t *testing.T) {
	key, message := theirKey(t), their(t, "message")
	signature := Sign(key, message)
	for i := range message {
		changed := slices.Clone(message)
		changed[i] ^= 1
		if _, err := Verify(signature, changed); !fault.Is(err, of, SignatureDiffers) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	for _, changed := range [][]byte{nil, message[1:], append(slices.Clone(message), '\n')} {
		if _, err := Verify(signature, changed); !fault.Is(err, of, SignatureDiffers) {
			t.Errorf("%q: %v", changed, err)
		}
	}
}

func TestSignatureInAnotherFormIsRefusedByItsLine(t *testing.T) {
	message := their(t, "message")
	good := string(Sign(theirKey(t), message))
	lines := strings.SplitAfter(good, "\n")
	key := theirKey(t).Public()
	reserved := func(version, comment string) string {
		raw := signatureEnvelope(key, ed25519.Sign(theirKey(t).private, signedMessage(message)))
		raw = bytes.Replace(raw, []byte{0, 0, 0, 1}, []byte(version), 1)
		return string(armor(signatureLabel, append(raw, comment...)))
	}
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"empty":                     {"", 1},
		"Windows line ends":         {strings.ReplaceAll(good, "\n", "\r\n"), 1},
		"a mark in front":           {"\ufeff" + good, 1},
		"another label":             {strings.Replace(good, "SSH SIGNATURE", "PGP SIGNATURE", 1), 1},
		"lines of another width":    {lines[0] + lines[1][:64] + "\n" + lines[1][64:] + strings.Join(lines[2:], ""), 2},
		"all on one line":           {lines[0] + strings.ReplaceAll(strings.Join(lines[1:5], ""), "\n", "") + "\n" + lines[5], 2},
		"an empty line":             {lines[0] + lines[1] + "\n" + strings.Join(lines[2:], ""), 3},
		"no last line end":          {strings.TrimSuffix(good, "\n"), 6},
		"text behind":               {good + "more", 7},
		"bits that mean nothing":    {strings.Replace(good, "w==", "x==", 1), 5},
		"another version":           {reserved("\x00\x00\x00\x02", ""), 2},
		"bytes inside at the end":   {reserved("\x00\x00\x00\x01", "more"), 5},
		"for another purpose":       {string(their(t, "other-namespace.sig")), 3},
		"over another kind of hash": {string(their(t, "sha256.sig")), 3},
		"by another kind of key":    {string(their(t, "ecdsa.sig")), 2},
	} {
		_, err := Verify([]byte(c.text), message)
		f := fault.Find(err, of)
		if f == nil || f.Code != SignatureForm {
			t.Errorf("%s: %v", name, err)
		} else if f.Values["line"] != c.line {
			t.Errorf("%s: line %v, not %d", name, f.Values["line"], c.line)
		}
	}
}
