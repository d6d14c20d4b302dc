package result

import (
	"bytes"
	"encoding/json"
	"fmt"

	"shuping/internal/meeting"
	"shuping/internal/words"
)

// Schema names the form of a [Result].
const Schema = "shuping/result/1"

// A Result is the result of one round as it stands at a head of the journal.
type Result struct {
	Schema    string    `json:"schema"`
	Title     string    `json:"title"`
	Unit      string    `json:"unit"`
	Year      int       `json:"year"`
	Rehearsal bool      `json:"rehearsal,omitempty"` // made-up sheets
	Round     int       `json:"round"`
	Voided    bool      `json:"voided,omitempty"` // the round counts for nothing
	State     Stage     `json:"state"`
	Head      Head      `json:"head"`
	Custody   Custody   `json:"custody"`
	Subjects  []Subject `json:"subjects"`
	Quota     *Quota    `json:"quota"` // nil where the plan has none

	// These are missing where there is nothing to say.
	MoreQuotas  []Quota      `json:"more_quotas,omitempty"` // those after the first
	Hidden      bool         `json:"hidden,omitempty"`      // too few sheets were read to show anything: no subject, no quota
	Version     int          `json:"version,omitempty"`     // of the result, from 2
	Seals       int          `json:"seals,omitempty"`       // how often it was sealed, where a correction broke a seal
	Corrections []Correction `json:"corrections,omitempty"`
	Earlier     []Earlier    `json:"earlier,omitempty"` // each version before this one
	Comments    []Comment    `json:"comments,omitempty"`

	// These came with the third format of an export.
	Officers  *Officers `json:"officers,omitempty"`  // missing where nobody was named
	Chain     []Seal    `json:"chain,omitempty"`     // every seal, in its order
	Announced []string  `json:"announced,omitempty"` // what was told to the hall as it stands: votes, grades
	Recounts  []Recount `json:"recounts,omitempty"`  // sheets that were counted twice
}

// A Head names the last record of the journal that a paper stands on.
type Head struct {
	Seq  uint64 `json:"seq"`
	Hash string `json:"hash"` // 64 hexadecimal digits
}

// A Stage says how final a result is.
type Stage string

const (
	Counting Stage = "counting" // sheets may still be read
	Closed   Stage = "closed"   // the scrutineer has confirmed the count
	Sealed   Stage = "sealed"   // the grades are fixed
)

// StageName is how final the result is, in Chinese.
func (r Result) StageName() string {
	name := map[Stage]string{Counting: "计票中", Closed: "计票结束", Sealed: "已封存"}[r.State]
	if r.Voided {
		name = "本轮作废"
	}
	if r.Rehearsal {
		name = "演练，" + name
	}
	return name
}

// An Optional is a text that may be missing; then it is null in JSON.
type Optional string

// MarshalJSON writes the text, or null.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// Of draws up the result of s, which stands at head, with its sentences in
// the language l. A state that was never opened gives an empty result.
func Of(s meeting.State, head Head, l words.Language) Result {
	d := Result{
		Schema: Schema, Title: s.Plan.Title, Unit: s.Plan.Unit, Year: s.Plan.Year,
		Rehearsal: s.Rehearsal, Round: s.Round.Number, Voided: s.Round.IsVoid(),
		State: stageOf(s), Head: head, Custody: CustodyOf(s), Subjects: []Subject{},
	}
	d.Comments, d.Officers = commentsOf(s), officersOf(s)
	if !s.Shows() {
		d.Hidden = true
		return d
	}
	d.Quota, d.MoreQuotas = quotasOf(s)
	for i := range s.Plan.Subjects {
		d.Subjects = append(d.Subjects, subjectOf(s, i, l))
	}
	d.Chain, d.Announced, d.Recounts = chainOf(s, l), announcedIn(s), recountsOf(s)
	return d.versioned(s, l)
}

// JSON is the result in the form that its schema describes.
func (r Result) JSON() []byte { return EncodeJSON(r) }

// EncodeJSON is a document as every JSON file of the program is written: with two
// spaces a level, and with < and & as they are. It must hold nothing but text,
// numbers and booleans.
func EncodeJSON(doc any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		panic(fmt.Errorf("%T as JSON: %w", doc, err))
	}
	return b.Bytes()
}

func stageOf(s meeting.State) Stage {
	switch {
	case s.IsSealed():
		return Sealed
	case s.Round.Closed:
		return Closed
	default:
		return Counting
	}
}
