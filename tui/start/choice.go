package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// fewest is how many choices of a long group are in sight before it is unfolded.
const fewest = 5

// A row is what the cursor can stand on: a choice, or what unfolds a group.
type row struct {
	Choice
	group  int
	nth    int // counted through all groups, -1 for what unfolds
	number int // from 1 among the choices in sight, 0 for what unfolds
}

// lines is the rows that the cursor can stand on.
func (s Start) lines() []row {
	var out []row
	nth, number := 0, 0
	for g, group := range s.setting.Groups {
		shown := len(group.Choices)
		if !s.whole && shown > fewest+1 {
			shown = fewest
		}
		for i, c := range group.Choices[:shown] {
			number++
			out = append(out, row{c, g, nth + i, number})
		}
		if all := len(group.Choices); shown < all {
			name := words.Fill(words.StartAll(s.setting.Lang), words.Values("all", all))
			out = append(out, row{Choice{Name: name}, g, -1, 0})
		}
		nth += len(group.Choices)
	}
	return out
}

// here is the row under the cursor; there is always one.
func (s Start) here() row {
	lines := s.lines()
	return lines[s.list.Within(len(lines)).At]
}

// rows is what the list moves in.
func (s Start) rows() frame.Rows {
	lines := s.lines()
	return frame.Rows{N: len(lines), Page: max(1, s.room()/2), Text: func(i int) string { return lines[i].Name + " " + lines[i].Aside }}
}

// unfolded is the screen with long groups in full, or as they were, and the cursor on
// the same choice; where that is out of sight, on what stands in its place.
func (s Start) unfolded(whole bool) Start {
	was := s.here()
	at := s.list.Within(len(s.lines())).At
	s.whole = whole
	for i, r := range s.lines() {
		switch {
		case was.nth >= 0 && r.nth == was.nth, was.nth < 0 && i == at:
			s.list.At = i
			return s
		case r.nth < 0 && r.group == was.group:
			s.list.At = i
		}
	}
	return s
}

// An act is an action as it stands now.
type act = key.Bound[Start, tea.Cmd]

// An action is an entry of the table.
type action = key.Action[Start, struct{}, tea.Cmd]

// actions is a function because the menu, which it opens, lists it.
func actions() []action {
	return []action{
		{Keys: []string{"enter"}, Name: words.KeyOpen, Do: Start.take},
		{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: key.Hidden, Do: Start.digit},
		{Keys: []string{"esc"}, Name: words.StartFold, When: func(s Start, _ struct{}) key.Can { return key.If(s.whole) }, Do: func(s Start, _ struct{}, _ int) (Start, tea.Cmd) { return s.unfolded(false), nil }},
		{Keys: []string{"ctrl+q", "ctrl+c"}, Name: words.KeyLeave, Do: Start.leave},
		{Keys: []string{"esc"}, Shown: key.Hidden, Do: Start.leave},
		{Keys: []string{"f12"}, Name: words.KeyPlainGlyphs, Shown: key.InMenu, Do: func(s Start, _ struct{}, _ int) (Start, tea.Cmd) { s.look.Plain = !s.look.Plain; return s, nil }},
		{Keys: []string{"f10", "ctrl+p"}, Name: words.KeyMenu, Do: Start.open},
	}
}

// acts is what can be done now: the search first while there is one, the menu last.
func (s Start) acts() []act {
	own := key.Bind(s, struct{}{}, s.setting.Lang, actions())
	var moves []act
	for _, b := range key.Bind(s.list, s.rows(), s.setting.Lang, frame.Moves) {
		moves = append(moves, act{Entry: b.Entry, Do: func(n int) (Start, tea.Cmd) {
			next := s
			next.notice = frame.Notice{}
			next.list, _ = b.Do(n)
			if next.list.Finding() && !next.whole {
				next = next.unfolded(true)
			}
			return next, nil
		}})
	}
	if s.list.Finding() {
		return append(moves, own...)
	}
	last := len(own) - 1
	return append(append(own[:last:last], moves...), own[last])
}

// take ends the screen with the choice under the cursor, or unfolds its group.
func (s Start) take(struct{}, int) (Start, tea.Cmd) {
	r := s.here()
	if r.nth < 0 {
		return s.unfolded(true), nil
	}
	s.chosen, s.ended = r.nth, true
	return s, tea.Quit
}

// digit takes the choice that the digit stands before.
func (s Start) digit(_ struct{}, n int) (Start, tea.Cmd) {
	for i, r := range s.lines() {
		if r.number == n {
			s.list.At = i
			return s.take(struct{}{}, 0)
		}
	}
	return s, nil
}

func (s Start) leave(struct{}, int) (Start, tea.Cmd) {
	s.chosen, s.ended = -1, true
	return s, tea.Quit
}

// open opens the menu.
func (s Start) open(struct{}, int) (Start, tea.Cmd) {
	m := frame.NewMenu(key.Entries(s.acts()))
	s.menu, s.notice = &m, frame.Notice{}
	return s, nil
}
