package data

import (
	_ "embed"
	"strings"
)

//go:embed seal/words.txt
var sealWords string

// A SealWord is one word that a head is named with, and how it is read: its
// pinyin without tones, a space between the syllables.
type SealWord struct {
	Word, Reading string
}

// SealWords is the words that a head is named with, in the order that gives each
// its number.
func SealWords() []SealWord {
	var out []SealWord
	for line := range strings.Lines(sealWords) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, reading, _ := strings.Cut(line, " ")
		out = append(out, SealWord{word, reading})
	}
	return out
}
