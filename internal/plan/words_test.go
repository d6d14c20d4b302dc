package plan_test

import (
	"shuping/internal/fault"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// Package words imports this one: the tests inside are handed what it says.
func init() {
	plan.Said.Lines = func(lang string, p plan.Plan) []string { return words.PlanLines(words.LanguageOf(lang), p) }
	plan.Said.Fault = func(lang string, f *fault.Fault) string { return words.Fault(words.LanguageOf(lang), f) }
	plan.Said.Alone = func(f *fault.Fault) string { return words.FaultAlone(words.Chinese, f) }
	plan.Said.Faults = func(fs fault.Faults) string { return words.Faults(words.English, fs) }
}
