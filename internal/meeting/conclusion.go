package meeting

import (
	"slices"
	"time"
)

// BundleChecked confirms a bundle: after it, what both readings say of every sheet
// is what counts.
type BundleChecked struct {
	Bundle   int    `json:"bundle"`
	Way      Way    `json:"way"`
	By       string `json:"by"`
	Differed int    `json:"differed"` // sheets that the readings differed on
	Ruled    int    `json:"ruled"`    // of them, those that the scrutineer ruled on
}

// DrawCorrected ends a spot check that found a sheet read wrongly. The sheet is
// put right, no earlier check confirms the bundle any more, and it must be drawn
// anew.
type DrawCorrected struct {
	Bundle int   `json:"bundle"`
	Draw   int   `json:"draw"`
	Sheets []int `json:"sheets"` // that were read wrongly
}

func (BundleChecked) Kind() string { return "bundle-checked" }
func (DrawCorrected) Kind() string { return "draw-corrected" }

// concluded is the deed, and the end of the check where it settles the last thing
// that was open.
func (s State) concluded(d Deed) []Deed {
	after := d.apply(s, time.Time{})
	c := after.Round.Check
	if !c.Compared || c.Uneven() || slices.ContainsFunc(c.Differs, func(x Difference) bool { return x.Final == nil }) {
		return []Deed{d}
	}
	return []Deed{d, after.conclusion()}
}

func (s State) conclusion() Deed {
	c := s.Round.Check
	if wrong := c.wrong(); c.Way == BySpot && len(wrong) > 0 {
		return DrawCorrected{c.Bundle, c.Draw, wrong}
	}
	ruled := 0
	for _, d := range c.Differs {
		if d.Ruled {
			ruled++
		}
	}
	return BundleChecked{c.Bundle, c.Way, c.By, len(c.Differs), ruled}
}

// wrong are the sheets that turned out to say something else than was keyed first.
func (c Check) wrong() []int {
	var out []int
	for _, d := range c.Differs {
		if d.Final != nil && !d.Final.says(c.First[c.index(d.Sheet)]) {
			out = append(out, d.Sheet)
		}
	}
	return out
}

// index is where the sheet stands in the readings.
func (c Check) index(sheet int) int {
	if c.Way == BySpot {
		return slices.Index(c.Drawn, sheet)
	}
	return sheet - 1
}

func (d BundleChecked) fits(s State) error { return s.concludes(d) }

func (d DrawCorrected) fits(s State) error {
	if err := s.checking(d.Bundle); err != nil {
		return err
	}
	if s.Round.Check.Draw != d.Draw || !slices.Equal(d.Sheets, s.Round.Check.wrong()) {
		return refuse(CheckDiffers, "bundle", d.Bundle, "sheets", s.Round.Check.list())
	}
	return s.concludes(d)
}

// concludes refuses an end of the check while something in it is open, and one
// that is not the end it comes to.
func (s State) concludes(d Deed) error {
	c := s.Round.Check
	switch end := s.conclusion(); {
	case !c.Under() || !c.Compared || c.Uneven() || len(c.list()) > 0:
		return refuse(CheckDiffers, "bundle", c.Bundle, "sheets", c.list())
	case end.Kind() != d.Kind():
		return refuse(NoCheck)
	default:
		if checked, ok := d.(BundleChecked); ok && checked != end {
			return refuse(NoCheck)
		}
		return nil
	}
}

func (d BundleChecked) apply(s State, _ time.Time) State {
	c := s.Round.Check
	if !c.Under() {
		return s
	}
	s = s.settled()
	// A draw that finds nothing takes nothing from a second entry, which read all.
	if b := s.Round.Bundles.At(d.Bundle); d.Way == BySecond || b.Checked != BySecond {
		b.Checked, b.CheckedBy, b.CheckedBefore, b.Differed, b.Ruled, b.Found = d.Way, d.By, c.Before, d.Differed, d.Ruled, false
		s.Round.Bundles = s.Round.Bundles.with(b)
	}
	s.Round.Check = Check{}
	return s
}

func (d DrawCorrected) apply(s State, _ time.Time) State {
	if s.Round.Check.Under() {
		s = s.settled()
		s.Round.Bundles = s.Round.Bundles.with(s.Round.Bundles.At(d.Bundle).found().missed(d.Sheets))
		s.Round.Check = Check{}
	}
	return s
}

// settled is s with what the check came to in the place of what was keyed first.
func (s State) settled() State {
	c := s.Round.Check
	b := s.Round.Bundles.At(c.Bundle)
	now := slices.Clone(b.Ballots)
	if c.Way == BySecond {
		now = slices.Clone(c.First) // slips mended
	}
	for _, d := range c.Differs {
		now[d.Sheet-1] = *d.Final
	}
	for i := range max(len(b.Ballots), len(now)) {
		if i < len(now) && i < len(b.Ballots) && now[i].says(b.Ballots[i]) {
			continue
		}
		if i < len(b.Ballots) {
			s = s.count(b.Stack, b.Ballots[i], -1)
		}
		if i < len(now) {
			s = s.count(b.Stack, now[i], +1)
		}
	}
	b.Ballots = packedBallots(now)
	s.Round.Bundles = s.Round.Bundles.with(b)
	return s
}
