package plan

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/gowebpki/jcs"

	"shuping/internal/tally"
)

// RuleSHA256 is the hash that seals the rule: SHA-256 over the canonical JSON
// (RFC 8785) of p.Rule, where a list without entries is []. It depends on the
// rule alone, so another agenda or another chair leaves it as it is, and two
// files that state the same rule in another order or layout have the same hash.
// The form is permanent: a sealed rule must have the same hash in every later
// version of the program.
func (p Plan) RuleSHA256() [sha256.Size]byte {
	return sha256.Sum256(canonicalRule(p.Rule))
}

// canonicalRule is the canonical JSON of a rule. It panics only if the types of
// package tally were changed into ones that have no JSON form.
func canonicalRule(r tally.Rule) []byte {
	r.Scale = listed(r.Scale)
	r.Facts = listed(r.Facts)
	r.Veto.Grades = listed(r.Veto.Grades)
	plain, err := json.Marshal(r)
	if err != nil {
		panic(fmt.Errorf("the rule as JSON: %w", err))
	}
	out, err := jcs.Transform(plain)
	if err != nil {
		panic(fmt.Errorf("the rule as canonical JSON: %w", err))
	}
	return out
}

// listed is a list that is [] in JSON where it has no entries.
func listed[L ~[]E, E any](l L) L {
	if l == nil {
		return L{}
	}
	return l
}
