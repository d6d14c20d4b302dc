package seal

// Row is how many words name a head.
const Row = 8

// Words is the head of a journal, its sequence number and SHA-256, as a row of
// [Row] Chinese words. The same head gives the same words for ever.
func Words(seq uint64, hash [32]byte) []string { return nil }

// Match holds typed words against a head. They may be separated by spaces,
// commas, other punctuation or nothing. The error is nil or a *Fault: NoWords,
// WordUnknown, WordCount, WordsMistyped or WordsOther.
func Match(typed string, seq uint64, hash [32]byte) error { return nil }

// Hex is a hash as 16 groups of four hex digits with a space between them.
func Hex(hash [32]byte) string { return "" }
