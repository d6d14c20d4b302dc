package desktest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// A Situation is a moment of a meeting that a screen must show well: what the room
// has recorded, and the keys that lead to it.
type Situation struct {
	Name string
	Plan func(testing.TB) string // the house plan where it is nil
	Play []string
	Then func(*Desk)
	Keys string
	More bool // shown at every size and in both languages
}

// At opens a desk where the situation is.
func (s Situation) At(t testing.TB, lang string) *Desk {
	t.Helper()
	plan := House
	if s.Plan != nil {
		plan = s.Plan
	}
	d := New(t, plan(t), lang)
	d.Play(s.Play...)
	if s.Then != nil {
		s.Then(d)
	}
	d.Press(s.Keys).Tick()
	return d
}

// A view is one size and language in which a frame is kept.
type view struct {
	width, height int
	lang          string
}

var (
	usual = []view{{80, 24, "zh"}}
	more  = []view{{80, 24, "zh"}, {120, 34, "zh"}, {200, 50, "zh"}, {80, 24, "en"}, {120, 34, "en"}}
)

// Frames holds the work area of every situation against its golden frames.
func Frames(t *testing.T, situations []Situation) {
	for _, s := range situations {
		t.Run(s.Name, func(t *testing.T) {
			views := usual
			if s.More {
				views = more
			}
			var b strings.Builder
			for _, v := range views {
				d := s.At(t, v.lang).Size(v.width, v.height)
				fmt.Fprintf(&b, "== %d×%d %s ==\n%s", v.width, v.height, v.lang, d.Work())
			}
			Golden(t, s.Name, b.String())
		})
	}
}

// A dress is a terminal's background and its colours.
type dress struct {
	dark    bool
	profile colorprofile.Profile
}

// Shapes holds every row of every situation against the window: at every size, in
// both languages, all colours and both kinds of glyphs.
func Shapes(t *testing.T, situations []Situation) {
	sizes := [][2]int{{80, 24}, {81, 25}, {99, 24}, {100, 24}, {120, 34}, {132, 43}, {200, 50}}
	dresses := []dress{
		{true, colorprofile.TrueColor}, {false, colorprofile.TrueColor},
		{true, colorprofile.ANSI}, {true, colorprofile.ASCII},
	}
	if testing.Short() {
		sizes, dresses = sizes[:1], dresses[:1]
	}
	for _, s := range situations {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			for _, lang := range []string{"zh", "en"} {
				d := s.At(t, lang)
				for _, l := range dresses {
					d.Dress(l.dark, l.profile)
					for _, plain := range []bool{false, true} {
						for _, size := range sizes {
							d.Size(size[0], size[1])
							if problem := d.Bent(plain); problem != "" {
								t.Fatalf("%d×%d %s, %v, plain %v: %s\n%s", size[0], size[1], lang, l, plain, problem, d.Frame())
							}
						}
						d.Press("f12") // the other glyphs
					}
				}
			}
		})
	}
}
