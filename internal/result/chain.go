package result

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A Seal is one seal of the chain.
type Seal struct {
	Number  int            `json:"number"` // from 1
	Kind    meeting.Sealed `json:"kind"`   // count or grades
	Round   int            `json:"round"`
	Version int            `json:"version"` // of the count that it covers
	Record  int            `json:"record"`  // the number of its record
	Hash    string         `json:"hash,omitempty"`
	Words   []string       `json:"words,omitempty"`
	Groups  string         `json:"groups,omitempty"`
	// Unread is a seal that followed from a correction by itself and was never read
	// out.
	Unread  bool         `json:"unread,omitempty"`
	Changes []Correction `json:"changes,omitempty"` // since the seal of the count before it
}

// A Recount is what two counts of the same sheets came to.
type Recount struct {
	By      string       `json:"by"`
	Reason  string       `json:"reason"`
	Stands  meeting.Side `json:"stands"`  // first or second
	Differs []string     `json:"differs"` // the IDs of subjects whom they tell otherwise
}

// chainOf is the seals of s, without what only their records say.
func chainOf(s meeting.State, l words.Language) []Seal {
	var out []Seal
	for i, seal := range s.Seals {
		out = append(out, Seal{
			Number: i + 1, Kind: seal.Of, Round: seal.Round, Version: seal.Version, Record: seal.Record, Unread: seal.Unread,
			Changes: changesOf(s, seal, l),
		})
	}
	return out
}

// changesOf is what changed between a seal of the count and the one before it.
func changesOf(s meeting.State, seal meeting.Sealing, l words.Language) []Correction {
	versions := s.Versions
	for p := s.Past; p != nil && seal.Round < s.Round.Number; p = p.Older {
		if p.Round.Number == seal.Round {
			versions = p.Versions
		}
	}
	if len(seal.Changes) == 0 || seal.Version < 2 || seal.Version-2 >= len(versions) {
		return nil
	}
	return correctionsOf(versions[seal.Version-2], seal.Version, l)
}

// correctionsOf is what was put right in a version until it became the one numbered
// version.
func correctionsOf(v meeting.Version, version int, l words.Language) []Correction {
	var out []Correction
	was := v.State
	for _, d := range v.Changes {
		if c := correctionOf(was, version, d, l); c.What != "" {
			out = append(out, c)
		}
		if _, again := d.(meeting.SubjectsDropped); again {
			was = meeting.Apply(was, meeting.Event{Deed: d}) // what follows is of the new vote
		}
	}
	return out
}

// Anchored is r with what the record of each seal says.
func (r Result) Anchored(record func(number int) (hash string, words []string, groups string)) Result {
	var chain []Seal
	for _, seal := range r.Chain {
		seal.Hash, seal.Words, seal.Groups = record(seal.Record)
		chain = append(chain, seal)
	}
	r.Chain = chain
	return r
}

// Former is r without the members that the first two formats of an export do not
// have.
func (r Result) Former() Result {
	r.Chain, r.Announced, r.Recounts = nil, nil, nil
	subjects := make([]Subject, len(r.Subjects))
	for i, s := range r.Subjects {
		s.ByVotes, s.Exempt = nil, ""
		subjects[i] = s
	}
	r.Subjects = subjects
	return r
}

func announcedIn(s meeting.State) []string {
	var out []string
	for _, what := range meeting.Matters {
		if s.Announced(what) {
			out = append(out, string(what))
		}
	}
	return out
}

func recountsOf(s meeting.State) []Recount {
	var out []Recount
	for _, r := range s.Round.Recounts {
		out = append(out, Recount{r.By, r.Reason, r.Stands, r.Differs})
	}
	return out
}
