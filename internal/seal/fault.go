package seal

import "shuping/internal/fault"

// Why words, a signature or a key are not accepted, and the names of the values.
const (
	// Words that were typed.
	NoWords       fault.Code = "no-words"       // expected
	WordUnknown   fault.Code = "word-unknown"   // number, word
	WordCount     fault.Code = "word-count"     // found, expected
	WordsMistyped fault.Code = "words-mistyped" //
	WordsOther    fault.Code = "words-other"    // record

	// A signature.
	SignatureForm    fault.Code = "signature-form"    // line
	SignatureDiffers fault.Code = "signature-differs" // fingerprint

	// The key of an installation.
	KeyMissing    fault.Code = "key-missing"    // path
	KeyDamaged    fault.Code = "key-damaged"    // path
	KeyForeign    fault.Code = "key-foreign"    // path
	KeyUnreadable fault.Code = "key-unreadable" // path, reason
	KeyStorage    fault.Code = "key-storage"    // path, reason
)

// of is this package as its faults name it.
const of = "seal"

func blame(code fault.Code, pairs ...any) *fault.Fault { return fault.New(of, code, pairs...) }
