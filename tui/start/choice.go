package start

import (
	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// A Group is choices of one kind under a title.
type Group struct {
	Title   string
	Folds   bool           // the first few of many stand for all of them
	Next    words.Sentence // what Enter does with one of them, which it may {name}
	Choices []Choice
}

// A Choice is one line: what it is called, and at the right what else tells it from
// others.
type Choice struct{ Name, Aside string }

// choices is a body in which one of many is chosen.
type choices struct {
	groups []Group
	list   frame.List
	whole  bool // long groups are unfolded
	chosen int
}

// New is a screen with choices, and the cursor on the first one. No group is empty.
func New(s Setting, groups ...Group) Start { return newStart(s, choices{groups: groups, chosen: -1}) }

// Chosen is the choice that was taken, counted through all groups from 0; -1 where
// the screen was left.
func (s Start) Chosen() int {
	if c, ok := s.body.(choices); ok && !s.left {
		return c.chosen
	}
	return -1
}

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
func (b choices) lines(c scene) []row {
	var out []row
	nth, number := 0, 0
	for g, group := range b.groups {
		shown := len(group.Choices)
		if group.Folds && !b.whole && shown > fewest+1 {
			shown = fewest
		}
		for i, choice := range group.Choices[:shown] {
			number++
			out = append(out, row{choice, g, nth + i, number})
		}
		if all := len(group.Choices); shown < all {
			name := words.Fill(words.StartAll(c.lang), words.Values("all", all))
			out = append(out, row{Choice{Name: name}, g, -1, 0})
		}
		nth += len(group.Choices)
	}
	return out
}

// here is the row under the cursor; there is always one.
func (b choices) here(c scene) row {
	lines := b.lines(c)
	return lines[b.list.Within(len(lines)).At]
}

// rows is what the list moves in.
func (b choices) rows(c scene) frame.Rows {
	lines := b.lines(c)
	return frame.Rows{N: len(lines), Page: max(1, c.rows/2), Text: func(i int) string { return lines[i].Name + " " + lines[i].Aside }}
}

// unfolded is the body with long groups in full, or as they were, and the cursor on
// the same choice; where that is out of sight, on what stands in its place.
func (b choices) unfolded(c scene, whole bool) choices {
	was := b.here(c)
	at := b.list.Within(len(b.lines(c))).At
	b.whole = whole
	for i, r := range b.lines(c) {
		switch {
		case was.nth >= 0 && r.nth == was.nth, was.nth < 0 && i == at:
			b.list.At = i
			return b
		case r.nth < 0 && r.group == was.group:
			b.list.At = i
		}
	}
	return b
}

var choiceActions = []action[choices]{
	{Keys: []string{"enter"}, Name: words.KeyOpen, Do: choices.take},
	{Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: key.Hidden, Do: choices.digit},
	{Keys: []string{"esc"}, Name: words.StartFold, When: func(b choices, _ scene) key.Can { return key.If(b.whole) }, Do: func(b choices, c scene, _ int) (choices, reply) { return b.unfolded(c, false), reply{} }},
}

// acts puts the search first while there is one.
func (b choices) acts(c scene) []act {
	own := actsOf(b, c, choiceActions)
	moves := movesOf(c, b.list, b.rows(c), func(l frame.List) body {
		next := b
		if next.list = l; l.Finding() && !next.whole {
			return next.unfolded(c, true)
		}
		return next
	})
	if b.list.Finding() {
		return append(moves, own...)
	}
	return append(own, moves...)
}

// take ends the screen with the choice under the cursor, or unfolds its group.
func (b choices) take(c scene, _ int) (choices, reply) {
	r := b.here(c)
	if r.nth < 0 {
		return b.unfolded(c, true), reply{}
	}
	b.chosen = r.nth
	return b, reply{ends: true}
}

// digit takes the choice that the digit stands before.
func (b choices) digit(c scene, n int) (choices, reply) {
	for i, r := range b.lines(c) {
		if r.number == n {
			b.list.At = i
			return b.take(c, 0)
		}
	}
	return b, reply{}
}

func (b choices) press(c scene, k tea.KeyPressMsg) (body, bool) {
	l, taken := b.list.Press(k, b.rows(c))
	b.list = l
	return b, taken
}

func (b choices) paste(c scene, text string) (body, bool) {
	if !b.list.Finding() {
		return b, false
	}
	b.list = b.list.Paste(text, b.rows(c))
	return b, true
}

func (b choices) point(n int) (body, bool) {
	there := b.list.At == n
	b.list.At = n
	return b, there
}

func (b choices) next(c scene) string {
	r := b.here(c)
	next := b.groups[r.group].Next
	switch {
	case b.list.Finding():
		return words.NextFind(c.lang)
	case next == nil || r.nth < 0:
		next = words.StartTakeNext
	}
	return words.Fill(next(c.lang), words.Values("name", r.Name))
}
