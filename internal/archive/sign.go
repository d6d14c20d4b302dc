package archive

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"shuping/internal/durable"
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/seal"
)

// Means are what a bag is made with beside its session.
type Means struct {
	Kept      string      // the file in which the session's signatures are kept, beside it: NAME.shuping.sig
	Session   string      // its path, beside which its attached files lie (package attached)
	Keys      string      // the folder of the installation's signing key, made where there is none
	Notes     *Notes      // what is private and was asked for, nil for nothing
	Shared    fs.FileMode // what others than the owner may do with what is written: 0 for nothing
	Templates fs.FS       // an office's own templates of the papers, nil for none; a bag takes those of the journal
}

// A Mark is how people recognise a sealed record: what stands on the report that
// they sign, and what is read aloud.
type Mark struct {
	Seal        int // which seal of the list it is of, from 1: the newest
	Of          meeting.Sealed
	Nth         int          // which it is of its kind, from 1
	Head        journal.Head // the record of that seal
	Words       []string     // of the record, eight of them
	Groups      string       // its hash in hex, 16 groups of four with a space between
	Fingerprint string       // of the key that signs, as ssh-keygen -l gives it
}

// MarkOf is the mark of a sealed session. It reads the whole of it, and makes the
// key of the installation where there is none, so that its fingerprint can be
// written down before anything is signed. Where the session was signed before, the
// fingerprint is that of the last signature. Every error is a *[Fault].
func MarkOf(src Source, with Means) (Mark, error) {
	x := newExporter(context.Background(), "", src, with, nil)
	if f := x.survey(io.Discard); f != nil {
		return Mark{}, f
	}
	m := x.read.mark()
	kept, f := readKept(with.Kept)
	if f != nil {
		return Mark{}, f
	}
	if len(kept) > 0 {
		m.Fingerprint = kept[len(kept)-1].signer()
		return m, nil
	}
	key, _, err := seal.EnsureKey(with.Keys)
	if err != nil {
		return Mark{}, sealFault(err)
	}
	m.Fingerprint = key.Public().Fingerprint()
	return m, nil
}

// mark is the mark of a sealed reading, without a fingerprint.
func (r *reading) mark() Mark {
	n, head := r.covering()
	return Mark{
		Seal: n, Of: coversOf(r.state), Nth: r.nth(n), Head: head,
		Words: seal.Words(head.Seq, head.Hash), Groups: seal.HexGroups(head.Hash),
	}
}

// A signature is who signed a tag manifest, as one line, and how.
type signature struct {
	key     []byte // as in signer.pub
	armored []byte
}

// files are the files of a bag that come with its signature, and that no manifest
// names: of two exports of one session they alone could differ.
func (s signature) files(key seal.PublicKey) map[string][]byte {
	return map[string][]byte{
		signatureFile: s.armored,
		signerFile:    s.key,
		allowedFile:   []byte(key.AllowedSigner() + "\n"),
	}
}

func signMessage(key seal.Key, message []byte) signature {
	return signature{[]byte(key.Public().String() + "\n"), seal.Sign(key, message)}
}

// proves returns the key that signed message, if this is its signature.
func (s signature) proves(message []byte) (seal.PublicKey, bool) {
	key, err := seal.Verify(s.armored, message)
	return key, err == nil && string(s.key) == key.String()+"\n"
}

const (
	armorBegins = "-----BEGIN SSH SIGNATURE-----\n"
	armorEnds   = "\n-----END SSH SIGNATURE-----\n"
	maxKept     = 1 << 20
)

// readKept reads the signatures that are kept beside a session, the oldest first:
// for each the line of its key, then the armor. No file is none.
func readKept(path string) ([]signature, *fault.Fault) {
	if path == "" {
		return nil, nil
	}
	file, err := durable.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, unreadable(path, err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxKept+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	var out []signature
	for rest := text; len(rest) > 0; {
		at := bytes.Index(rest, []byte(armorBegins))
		end := bytes.Index(rest, []byte(armorEnds))
		if at < 1 || end < at || bytes.IndexByte(rest, '\n') != at-1 || len(text) > maxKept {
			return nil, blame(KeptDamaged, "path", path)
		}
		end += len(armorEnds)
		one := signature{rest[:at], rest[at:end]}
		if one.signer() == "" {
			return nil, blame(KeptDamaged, "path", path)
		}
		out, rest = append(out, one), rest[end:]
	}
	return out, nil
}

// signer is the fingerprint of the key of a kept signature, whatever it signed,
// "" where it is none.
func (s signature) signer() string {
	key, err := seal.Verify(s.armored, nil)
	switch {
	case err == nil:
		return key.Fingerprint()
	case fault.Is(err, "seal", seal.SignatureDiffers):
		return fault.Find(err, "seal").Values["fingerprint"].(string)
	}
	return ""
}

// sign looks for a signature of the tag manifest among those that are kept, and
// has the installation's key make one only where there is none.
func (x *exporter) sign(message []byte) *fault.Fault {
	kept, f := readKept(x.with.Kept)
	if f != nil {
		return f
	}
	for _, s := range kept {
		if key, ok := s.proves(message); ok {
			x.signed(s, key)
			return nil
		}
	}
	key, _, err := seal.EnsureKey(x.with.Keys)
	if err != nil {
		return sealFault(err)
	}
	x.fresh = true
	x.signed(signMessage(key, message), key.Public())
	return nil
}

func (x *exporter) signed(s signature, key seal.PublicKey) {
	x.signature, x.mark = s, x.read.mark()
	x.mark.Fingerprint = key.Fingerprint()
	for name, page := range s.files(key) {
		x.pages[name] = page
	}
	x.sum()
}

// keep puts a new signature behind those that are kept beside the session, so that
// the next export has the same bytes wherever the session went until then. It is
// done before the bag gets its name: a signature too many harms nobody. Where the
// session lies on what cannot be written, the signature is kept beside the bag.
func (x *exporter) keep() *fault.Fault {
	if !x.fresh || x.with.Kept == "" {
		return nil
	}
	kept, f := readKept(x.with.Kept)
	if f == nil {
		f = x.keepAt(x.with.Kept, append(kept, x.signature))
	}
	if f == nil || f.Code != ReadOnly {
		return f
	}
	x.aside = x.dst + filepath.Ext(x.with.Kept)
	if taken, err := x.disk.exists(x.aside); err != nil || taken {
		return blame(Exists, "path", x.aside)
	}
	return x.keepAt(x.aside, append(kept, x.signature))
}

// keepAt puts signatures into a file.
func (x *exporter) keepAt(path string, kept []signature) *fault.Fault {
	var text []byte
	for _, s := range kept {
		text = slices.Concat(text, s.key, s.armored)
	}
	dir := filepath.Dir(path)
	draft := filepath.Join(dir, x.disk.draft())
	f := x.drawAt(draft, path, true, func(w io.Writer) *fault.Fault {
		if _, err := w.Write(text); err != nil {
			return diskFault(path, err)
		}
		return nil
	})
	if f == nil {
		if err := errors.Join(x.disk.replace(draft, path), x.disk.syncDir(dir)); err != nil {
			f = diskFault(path, err)
		}
	}
	if f != nil {
		x.disk.remove(draft)
	}
	return f
}
