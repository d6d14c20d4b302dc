package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuping/data"
)

// Row is how many words name a head: seven that say it and one that checks them.
const Row = 8

// bits is what one word says: its number in a list of 1<<bits words.
const bits = 11

var (
	list    = data.SealWords()
	numbers = func() map[string]int {
		m := make(map[string]int, len(list))
		for i, w := range list {
			m[w.Word] = i
		}
		return m
	}()
)

// Words is the head of a journal, its sequence number and SHA-256, as a row of
// [Row] Chinese words. The same head gives the same words for ever.
func Words(seq uint64, hash [32]byte) []string {
	words := make([]string, Row)
	for i, n := range row(seq, hash) {
		words[i] = list[n].Word
	}
	return words
}

// Match holds typed words against a head. They may be separated by spaces,
// commas, other punctuation or nothing. The error is nil or a *fault.Fault: NoWords,
// WordUnknown, WordCount, WordsMistyped or WordsOther.
func Match(typed string, seq uint64, hash [32]byte) error {
	words := split(typed)
	if len(words) == 0 {
		return blame(NoWords, "expected", Row)
	}
	var found [Row]int
	for i, w := range words {
		n, known := numbers[w]
		if !known {
			return blame(WordUnknown, "number", i+1, "word", shown(w))
		}
		if i < Row {
			found[i] = n
		}
	}
	switch {
	case len(words) != Row:
		return blame(WordCount, "found", len(words), "expected", Row)
	case remainder(found[:]) != 0:
		return blame(WordsMistyped)
	case found != row(seq, hash):
		return blame(WordsOther, "record", seq)
	}
	return nil
}

// Hex is a hash as 16 groups of four hex digits with a space between them.
func Hex(hash [32]byte) string {
	groups := make([]string, 0, len(hash)/2)
	for two := range slices.Chunk(hash[:], 2) {
		groups = append(groups, hex.EncodeToString(two))
	}
	return strings.Join(groups, " ")
}

// row is the numbers of the words of a head.
func row(seq uint64, hash [32]byte) [Row]int {
	sum := sha256.Sum256(fmt.Appendf(nil, "shuping-words-1 %d %x\n", seq, hash))
	var out [Row]int
	for i := range Row - 1 {
		at := i * bits
		three := int(sum[at/8])<<16 | int(sum[at/8+1])<<8 | int(sum[at/8+2])
		out[i] = three >> (24 - bits - at%8) & (1<<bits - 1)
	}
	out[Row-1] = remainder(out[:]) // which stands in for the zero there
	return out
}

// remainder takes the numbers as the factors of a polynomial over the field of
// 2048 elements, the last without x, and gives its value at x = 2. It is zero for
// a whole row alone.
func remainder(row []int) int {
	value := 0
	for _, n := range row {
		value = double(value) ^ n
	}
	return value
}

// double multiplies by 2 in the field whose elements are polynomials over two
// bits, modulo x^11 + x^2 + 1.
func double(v int) int {
	if v <<= 1; v >= 1<<bits {
		v ^= 1<<bits | 1<<2 | 1
	}
	return v
}

// split takes typed text apart into words of two characters. What cannot be such
// a word is left as it is, for nobody to know.
func split(typed string) []string {
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
