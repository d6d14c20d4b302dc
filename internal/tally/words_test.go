package tally_test

import (
	"shuping/internal/tally"
	"shuping/internal/words"
)

// Package words imports this one: the tests inside are handed what it says.
func init() {
	tally.Said = func(r tally.Reason) (zh, en string) {
		return words.FiledReason(words.Chinese, r), words.FiledReason(words.English, r)
	}
}
