package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuping/data"
)

// RowLength is how many words name a head: seven that say it and one that checks them.
const RowLength = 8

// bits is what one word says: its number in a list of 1<<bits words.
const bits = 11

// The words, and the number of each. They are read when they are first asked for: few
// commands name a head.
var (
	list    = sync.OnceValue(data.SealWords)
	numbers = sync.OnceValue(func() map[string]int {
		m := make(map[string]int, len(list()))
		for i, w := range list() {
			m[w.Word] = i
		}
		return m
	})
)

// Words is the head of a journal, its sequence number and SHA-256, as a row of
// [RowLength] Chinese words. The same head gives the same words for ever.
func Words(seq uint64, hash [32]byte) []string {
	words := make([]string, RowLength)
	for i, n := range rowOf(seq, hash) {
		words[i] = list()[n].Word
	}
	return words
}

// MatchWords holds typed words against a head. They may be separated by spaces,
// commas, other punctuation or nothing. The error is nil or a *fault.Fault: NoWords,
// WordUnknown, WordCount, WordsMistyped or WordsOther.
func MatchWords(typed string, seq uint64, hash [32]byte) error {
	words := splitWords(typed)
	if len(words) == 0 {
		return blame(NoWords, "expected", RowLength)
	}
	var found [RowLength]int
	for i, w := range words {
		n, known := numbers()[w]
		if !known {
			return blame(WordUnknown, "number", i+1, "word", shown(w))
		}
		if i < RowLength {
			found[i] = n
		}
	}
	switch {
	case len(words) != RowLength:
		return blame(WordCount, "found", len(words), "expected", RowLength)
	case remainder(found[:]) != 0:
		return blame(WordsMistyped)
	case found != rowOf(seq, hash):
		return blame(WordsOther, "record", seq)
	}
	return nil
}

// HexGroups is a hash as 16 groups of four hex digits with a space between them.
func HexGroups(hash [32]byte) string {
	groups := make([]string, 0, len(hash)/2)
	for two := range slices.Chunk(hash[:], 2) {
		groups = append(groups, hex.EncodeToString(two))
	}
	return strings.Join(groups, " ")
}

// rowOf is the numbers of the words of a head.
func rowOf(seq uint64, hash [32]byte) [RowLength]int {
	sum := sha256.Sum256(fmt.Appendf(nil, "shuping-words-1 %d %x\n", seq, hash))
	var out [RowLength]int
	for i := range RowLength - 1 {
		at := i * bits
		three := int(sum[at/8])<<16 | int(sum[at/8+1])<<8 | int(sum[at/8+2])
		out[i] = three >> (24 - bits - at%8) & (1<<bits - 1)
	}
	out[RowLength-1] = remainder(out[:]) // which stands in for the zero there
	return out
}

// remainder takes the numbers as the factors of a polynomial over the field of
// 2048 elements, the last without x, and gives its value at x = 2. It is zero for
// a whole row alone.
func remainder(row []int) int {
	value := 0
	for _, n := range row {
		value = doubleNumber(value) ^ n
	}
	return value
}

// doubleNumber multiplies by 2 in the field whose elements are polynomials over two
// bits, modulo x^11 + x^2 + 1.
func doubleNumber(v int) int {
	if v <<= 1; v >= 1<<bits {
		v ^= 1<<bits | 1<<2 | 1
	}
	return v
}

// splitWords takes typed text apart into words of two characters. What cannot be such
// a word is left as it is, for nobody to know.
func splitWords(typed string) []string {
	pieces := strings.FieldsFunc(norm.NFKC.String(typed), func(c rune) bool {
		return unicode.IsSpace(c) || unicode.IsPunct(c) || unicode.IsSymbol(c)
	})
	if !slices.ContainsFunc(pieces, func(p string) bool { return len([]rune(p)) > 1 }) {
		pieces = []string{strings.Join(pieces, "")} // every character by itself
	}
	var words []string
	for _, p := range pieces {
		for pair := range slices.Chunk([]rune(p), 2) {
			words = append(words, string(pair))
		}
	}
	return words
}

// shown is a word that nobody knows as it may be shown: two characters at most,
// and none that could steer a terminal.
func shown(word string) string {
	if strings.ContainsFunc(word, func(c rune) bool { return !unicode.IsPrint(c) }) {
		return strings.Trim(strconv.QuoteToASCII(word), `"`)
	}
	return word
}
