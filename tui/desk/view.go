package desk

import (
	tea "charm.land/bubbletea/v2"

	"shuping/tui/frame"
)

// A View is what of a screen moves under the arrows: a list, or a page that is read.
type View struct {
	List frame.List
	Rows frame.Rows

	Page  frame.Page
	Sheet frame.Sheet
	Reads bool // it is the page that moves
}

// A Viewer is a screen with a view. The root moves it, searches it and points at its
// rows.
type Viewer interface {
	Screen
	View(Context) View
	// Seen is the screen with its view as it became.
	Seen(View, Context) Screen
}

func (v View) finding() bool { return v.Reads && v.Page.Finding() || !v.Reads && v.List.Finding() }

// Finds reports whether something is searched for on a screen.
func Finds(s Screen, c Context) bool {
	v, views := s.(Viewer)
	return views && v.View(c).finding()
}

// acts is the actions of the view of a screen.
func (v View) acts(s Viewer, c Context) []Act {
	if v.Reads {
		return Turns(s, c, v.Page, v.Sheet, func(s Viewer, p frame.Page) Viewer { v.Page = p; return s.Seen(v, c).(Viewer) })
	}
	return Moves(s, c, v.List, v.Rows, func(s Viewer, l frame.List) Viewer { v.List = l; return s.Seen(v, c).(Viewer) })
}

// All is the actions of a screen with those of its view. While something is searched
// for, Enter and Esc are the search's.
func All(s Screen, c Context) []Act {
	acts := s.Acts(c)
	viewer, views := s.(Viewer)
	if !views {
		return acts
	}
	v := viewer.View(c)
	if v.finding() {
		return append(v.acts(viewer, c), acts...)
	}
	return append(acts, v.acts(viewer, c)...)
}

// Search offers a key to what is searched for on a screen; false where nothing is,
// or it has no use for it.
func Search(s Screen, k tea.KeyPressMsg, c Context) (Screen, bool) {
	viewer, views := s.(Viewer)
	if !views {
		return s, false
	}
	v := viewer.View(c)
	var taken bool
	if v.Reads {
		v.Page, taken = v.Page.Press(k, v.Sheet)
	} else {
		v.List, taken = v.List.Press(k, v.Rows)
	}
	if !taken {
		return s, false
	}
	return viewer.Seen(v, c), true
}

// SearchFor takes text that was pasted while something is searched for.
func SearchFor(s Screen, text string, c Context) (Screen, bool) {
	viewer, views := s.(Viewer)
	if !views {
		return s, false
	}
	v := viewer.View(c)
	switch {
	case !v.finding():
		return s, false
	case v.Reads:
		v.Page = v.Page.Paste(text, v.Sheet)
	default:
		v.List = v.List.Paste(text, v.Rows)
	}
	return viewer.Seen(v, c), true
}

// PointAt moves the cursor of a screen to row n, as a mouse does; there tells that it
// stood there already.
func PointAt(s Screen, n int, c Context) (next Screen, there bool) {
	if p, points := s.(Pointed); points {
		return p.Point(n, c)
	}
	viewer, views := s.(Viewer)
	if !views {
		return s, false
	}
	v := viewer.View(c)
	if v.Reads || v.List.At == n {
		return s, !v.Reads
	}
	v.List.At = n
	return viewer.Seen(v, c), false
}
