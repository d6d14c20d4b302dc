package meeting

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Bundle is the sheets that are being read now, at most as many as the plan
// says. Only inside it can a ballot be taken back.
type Bundle struct {
	Open    bool
	Number  int
	Stack   int     // index into the round's stacks, of which its sheets are
	By      string  // who keys it, "" if that was not said
	Before  []Keyer // who did before it was handed on
	File    string  // the file that its sheets were read from, "" for paper
	SHA256  string  // of the file, in hex
	Ballots []Ballot
	Filled  int    // the place (from 1) in a gap that was keyed last, 0 for none
	From    string // where its one sheet was withdrawn, "" unless it is moved here
}

// Gap is the place (from 1) that waits to be keyed behind a mended slip, 0 if
// none does.
func (b Bundle) Gap() int { return entry(b.Ballots).gap() + 1 }

// Keyed is how many sheets it has.
func (b Bundle) Keyed() int { return entry(b.Ballots).keyed() }

func (b Bundle) doubtful() int {
	n := 0
	for _, x := range b.Ballots {
		if x.Doubtful {
			n++
		}
	}
	return n
}

// FirstDoubtful is the position (from 1) of the first doubtful sheet, 0 if
// there is none.
func (b Bundle) FirstDoubtful() int {
	for i, x := range b.Ballots {
		if x.Doubtful {
			return i + 1
		}
	}
	return 0
}

// A ClosedBundle is a bundle that was counted by hand and put aside. Its ballots
// are what counts: after a check or a correction, not what was keyed first.
type ClosedBundle struct {
	Number  int
	Stack   int
	By      string  // who keyed it
	Seat    Seat    // where
	Before  []Keyer // who did before it was handed on
	File    string
	SHA256  string // of the file, in hex
	From    string // where its one sheet was withdrawn, "" unless it was moved here
	Ballots []Ballot

	Checked       Way // "" until it is confirmed
	CheckedBy     string
	CheckedBefore []Keyer // who read it again before that was handed on
	Differed      int     // sheets that two readings differed on
	Ruled         int     // of them, those that the scrutineer ruled on
	Draws         int     // spot checks drawn, those that found something too
	Dice          string  // of the last draw
	Spots         []Spot  // each draw, in its order
	Found         bool    // a check found something, and none confirmed the bundle since
}

// Sheets is how many it has, without those that were withdrawn.
func (b ClosedBundle) Sheets() int {
	n := len(b.Ballots)
	for _, x := range b.Ballots {
		if x.Withdrawn {
			n--
		}
	}
	return n
}

// found is the bundle with nobody's word that it is right, after a check that
// found something in it.
func (b ClosedBundle) found() ClosedBundle {
	b.Checked, b.CheckedBy, b.CheckedBefore, b.Differed, b.Ruled, b.Found = "", "", nil, 0, 0, true
	return b
}

// packedBallots are ballots that will be kept: their marks lie in one array.
func packedBallots(list []Ballot) []Ballot {
	n := 0
	for _, b := range list {
		n += len(b.Marks)
	}
	all, out := make(marks, 0, n), slices.Clone(list)
	for i, b := range list {
		if at := len(all); len(b.Marks) > 0 {
			all = append(all, b.Marks...)
			out[i].Marks = all[at:len(all):len(all)]
		}
	}
	return slices.Clip(out)
}

// OpenBundle begins the next bundle of sheets, all of one stack. By is who keys
// it; whoever keys it again must be somebody else. File and SHA256 name the file
// that it is read from.
type OpenBundle struct {
	Class, Subject string
	By             string
	File, SHA256   string
	From           string // of a sheet that was withdrawn elsewhere, its bundle and place, as 3/4
	Seat           Seat   // where it is keyed
}

// BundleOpened gives the bundle its number, from 1 in each round, whatever its
// stack.
type BundleOpened struct {
	Bundle  int    `json:"bundle"`
	Class   string `json:"class,omitempty"`
	Subject string `json:"subject,omitempty"`
	By      string `json:"by,omitempty"`
	File    string `json:"file,omitempty"`
	SHA256  string `json:"sha256,omitempty"` // of the file, in hex
	From    string `json:"from,omitempty"`   // of one sheet that was moved here, where it was withdrawn
	Seat    Seat   `json:"seat,omitempty"`   // where it is keyed
}

func (o OpenBundle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	if err := s.idle(); err != nil {
		return nil, err
	}
	n, err := s.stack("bundle", o.Class, o.Subject)
	if err != nil {
		return nil, err
	}
	if err := s.back(n); err != nil {
		return nil, err
	}
	if err := s.unpiled(n); err != nil {
		return nil, err
	}
	if st := s.Round.Stacks[n]; s.due(n) >= st.Collected {
		return nil, s.about(n, AllRead, "collected", st.Collected)
	}
	if err := cmp.Or(s.checkPerson(o.By), checkLine(o.File, MaxName)); err != nil {
		return nil, err
	}
	if (o.File == "") != (o.SHA256 == "") || o.SHA256 != "" && !isSHA256(o.SHA256) {
		return nil, refuse(MissingArgument, "command", "bundle", "argument", "sha256")
	}
	if o.From != "" {
		if err := s.movable(o.From); err != nil {
			return nil, err
		}
	}
	return []Deed{BundleOpened{s.Round.Bundles.Given() + 1, o.Class, o.Subject, o.By, o.File, o.SHA256, o.From, s.Round.Seat}}, nil
}

// Adrift are the sheets that were withdrawn and not moved since, each as its bundle and
// place, 3/4.
func (s State) Adrift() []string {
	var out []string
	for b := range s.Round.Bundles.Closed() {
		for i, x := range b.Ballots {
			if from := fmt.Sprintf("%d/%d", b.Number, i+1); x.Withdrawn && s.movable(from) == nil {
				out = append(out, from)
			}
		}
	}
	return out
}

// movable refuses to move a sheet here that was not withdrawn, or that was moved
// before.
func (s State) movable(from string) error {
	there := false
	for b := range s.Round.Bundles.Closed() {
		if b.From == from {
			return refuse(AlreadyMoved, "sheet", from, "bundle", b.Number)
		}
		for i, x := range b.Ballots {
			there = there || x.Withdrawn && from == fmt.Sprintf("%d/%d", b.Number, i+1)
		}
	}
	if !there {
		return refuse(NotWithdrawn, "sheet", from)
	}
	return nil
}

// isSHA256 reports whether text is a SHA-256 in hex.
func isSHA256(text string) bool {
	sum, err := hex.DecodeString(text)
	return err == nil && len(sum) == 32 && strings.ToLower(text) == text
}

func (BundleOpened) Kind() string { return "bundle-opened" }

func (d BundleOpened) apply(s State, _ time.Time) State {
	if n, err := s.stack("", d.Class, d.Subject); err == nil {
		s.Round.Bundles = s.Round.Bundles.opened()
		s.Round.Bundle = Bundle{Open: true, Number: d.Bundle, Stack: n, By: d.By, File: d.File, SHA256: d.SHA256, From: d.From}
	}
	return s
}

// CloseBundle ends the open bundle with the number of sheets counted by hand.
type CloseBundle struct{ Sheets int }

// BundleClosed carries the hand count, which equalled the sheets entered.
type BundleClosed struct {
	Bundle int `json:"bundle"`
	Sheets int `json:"sheets"`
}

func (o CloseBundle) decide(s State) ([]Deed, error) {
	if err := s.countable(); err != nil {
		return nil, err
	}
	b := s.Round.Bundle
	switch {
	case !b.Open:
		return nil, refuse(NoBundle)
	case len(b.Ballots) == 0 && s.due(b.Stack) < s.Round.Stacks[b.Stack].Collected:
		// Once no sheet is left for it, an empty bundle is closed with 0.
		return nil, refuse(BundleEmpty, "bundle", b.Number)
	case b.doubtful() > 0:
		return nil, refuse(Doubtful, "bundle", b.Number, "sheets", doubtfulPlaces(b))
	case b.Gap() > 0:
		return nil, refuse(GapOpen, "bundle", b.Number, "sheet", b.Gap())
	case o.Sheets != b.Keyed():
		return nil, refuse(HandCountDiffers, "bundle", b.Number, "counted", o.Sheets, "entered", b.Keyed())
	}
	return []Deed{BundleClosed{b.Number, o.Sheets}}, nil
}

// doubtfulPlaces lists the doubtful sheets of a bundle.
func doubtfulPlaces(b Bundle) List {
	var out List
	for i, x := range b.Ballots {
		if x.Doubtful {
			out = append(out, fmt.Sprint(i+1))
		}
	}
	return out
}

func (BundleClosed) Kind() string { return "bundle-closed" }

func (d BundleClosed) apply(s State, _ time.Time) State {
	b := s.Round.Bundle
	s.Round.Bundles = s.Round.Bundles.with(ClosedBundle{Number: d.Bundle, Stack: b.Stack, By: b.By, Seat: s.Round.Seat, Before: b.Before, File: b.File, SHA256: b.SHA256, From: b.From, Ballots: packedBallots(b.Ballots)})
	s.Round.Bundle = Bundle{Number: d.Bundle}
	return s.changed(d)
}
