package archive

import (
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/seal"
)

// findAnchor looks for what somebody typed from the signed paper among the seals, the
// last one first: the words, the groups of the hash in hex digits, or both, with
// anything between them. It says which seal it is, from 1, and what was typed.
func findAnchor(typed string, seals []journal.Head) (number int, by string, f *fault.Fault) {
	words, digits := splitTyped(typed)
	switch {
	case words == "" && digits == "":
		return len(seals), "nothing", nil
	case digits == "":
		by = "words"
	case words == "":
		by = "groups"
	default:
		by = "both"
	}
	if at := strings.IndexFunc(digits, isNotHex); at >= 0 {
		return 0, by, blame(GroupBad, "group", at/4+1, "sign", string(digits[at]))
	}
	if n := len(digits); n > 0 && n != hex.EncodedLen(len(journal.Hash{})) {
		return 0, by, blame(GroupsCount, "digits", n)
	}
	if len(seals) == 0 {
		return 0, by, blame(NoSeal)
	}
	for n := len(seals); n > 0; n-- {
		bad := matchSeal(words, digits, seals[n-1])
		if bad == nil {
			return n, by, nil
		}
		if f == nil {
			f = bad
		}
	}
	return 0, by, f
}

func matchSeal(words, digits string, head journal.Head) *fault.Fault {
	if words != "" {
		if err := seal.MatchWords(words, head.Seq, head.Hash); err != nil {
			return sealFault(err)
		}
	}
	if at := firstDifference([]byte(digits), []byte(head.Hash.String())); digits != "" && at >= 0 {
		return blame(GroupsOther, "group", at/4+1, "record", head.Seq)
	}
	return nil
}

func isNotHex(c rune) bool { return !strings.ContainsRune("0123456789abcdef", c) }

// splitTyped takes the hex digits out of what was typed. They are what is not Chinese.
func splitTyped(typed string) (words, digits string) {
	var w, d strings.Builder
	for _, c := range norm.NFKC.String(typed) {
		switch {
		case c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)):
			d.WriteRune(unicode.ToLower(c))
			w.WriteByte(' ')
		case unicode.IsSpace(c) || unicode.IsPunct(c) || unicode.IsSymbol(c):
			w.WriteByte(' ')
		default:
			w.WriteRune(c)
		}
	}
	return strings.TrimSpace(w.String()), d.String()
}
