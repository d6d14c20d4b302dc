package meeting_test

import (
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/words"
)

// Package words imports this one: the tests inside are handed what it says.
func init() {
	meeting.Said = func(r tally.Reason) string { return words.FiledReason(words.Chinese, r) }
}
