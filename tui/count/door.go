package count

import (
	"fmt"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// The list of names is ticked at the door. It is private: the meeting is told only how
// many of each class are there.

// door is the gate that one turns to by oneself, to tick names.
var door = []gate{{
	waits: func(c Count, s meeting.State) (about, bool) { return about{}, c.door && !s.Round.Closed },
	says: func(_ Count, d desk.Context) string {
		if len(d.Private.Names) == 0 {
			return words.DoorNone(d.Lang)
		}
		return rollSays(d, words.DoorSays, d.Private.Roll(""))
	},
	next: func(_ Count, d desk.Context) string {
		if len(d.Private.Names) == 0 {
			return words.NextDoorList(d.Lang)
		}
		return words.NextDoor(d.Lang)
	},
	list:   doorRows,
	beside: drawClasses,
	below:  drawDoor,
	acts: []action{
		{Keys: []string{"enter"}, Name: words.KeyNamesIn, When: listed(false), Do: pickNames},
		{Keys: []string{"enter", "1"}, Cap: "1", Name: words.KeyCame, When: listed(true), Do: ticks(private.Present)},
		{Keys: []string{"2"}, Name: words.KeyOnLeave, When: listed(true), Do: ticks(private.OnLeave)},
		{Keys: []string{"3"}, Name: words.KeyAbsent, When: listed(true), Do: ticks(private.Absent)},
		{Keys: []string{"0"}, Name: words.KeyUntick, When: listed(true), Do: ticks(private.Unticked)},
		{Keys: []string{"ctrl+s"}, Name: words.KeyRoll, ByHand: true, When: listed(true), Do: Count.recordRoll},
		{Keys: []string{"ctrl+t"}, Name: words.KeyPrint, Shown: key.InMenu, When: listed(true), Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
			return c, desk.Answer{Errand: desk.Print, Say: words.Printing(d.Lang)}
		}},
		{Name: words.KeyNamesAnew, Shown: key.InMenu, When: listed(true), Do: pickNames},
		{Name: words.KeyNamesOut, Shown: key.InMenu, ByHand: true, When: listed(true), Do: asks(askForgotten)},
		{Keys: []string{"esc"}, Name: words.KeyBack, Do: turn(func(c *Count) { c.door, c.cursor = false, nil })},
	},
}}

// toDoor turns to the list. Where people are counted it stands in the line of keys.
var toDoor = action{Keys: []string{"ctrl+l"}, Name: words.KeyDoor, When: may(func(c Count, s meeting.State) bool {
	return c.free(s) && !c.door
}), Do: turn(func(c *Count) { c.class, c.door, c.cursor = 0, true, &frame.List{} })}

// listed is where there are names, or none.
func listed(are bool) func(Count, desk.Context) key.Can {
	return func(_ Count, d desk.Context) key.Can { return key.If(len(d.Private.Names) > 0 == are) }
}

// ticks says of the name under the cursor whether it came. A key that is held says it
// once more and changes nothing.
func ticks(here private.Presence) doing {
	return func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
		kept := d.Private.Tick(c.list(d).Within(len(d.Private.Names)).At, here)
		return c, desk.Answer{Private: &kept}
	}
}

// pickNames looks for a table of names.
func pickNames(c Count, d desk.Context, _ int) (Count, desk.Answer) {
	return c, desk.Answer{Pick: &desk.Pick{Ask: words.NamesPathAsk(d.Lang), Kinds: []string{".xlsx", ".csv"}, Then: func(path string, d desk.Context) desk.Answer {
		return desk.Answer{Names: path, Say: words.TableReading(d.Lang)}
	}}}
}

// askForgotten asks whether the list is taken away.
func askForgotten(_ Count, d desk.Context) desk.Question {
	return desk.AskChoice([]string{words.ReopenNo(d.Lang), words.NamesOutYes(d.Lang)}, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		kept := d.Private.List(nil)
		return desk.Answer{Private: &kept, Say: words.NamesGone(d.Lang)}
	}, d.Say(words.NamesOutAsk, "count", len(d.Private.Names))).ByHand()
}

// Listed is the count with a table of names to be looked at, once nothing else is asked.
func (c Count) Listed(n desk.Names) Count {
	c.names, c.door, c.cursor = &n, true, &frame.List{}
	return c
}

// Asks shows the table of names that waits, with the question whether it is used.
func (c Count) Asks(d desk.Context) (desk.Screen, *desk.Question) {
	if c.names == nil {
		return c, nil
	}
	n := *c.names
	c.names = nil
	choices := []string{words.KeyBack(d.Lang)}
	if len(n.List) > 0 {
		choices = append(choices, words.NamesTake(d.Lang))
	}
	q := desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		kept := d.Private.List(n.List)
		return desk.Answer{Private: &kept, Say: d.Say(words.NamesTaken, "count", len(n.List))}
	}, n.Sum).Under(words.NamesHead(d.Lang), n.Lines...).ByHand()
	return c, &q
}

// classed reports whether the names are of classes that are stated one by one.
func classed(d desk.Context) bool {
	for _, a := range d.Private.Names {
		if a.Class != "" {
			return true
		}
	}
	return len(d.Ahead.Plan.Rule.Classes) > 0
}

// recordRoll states what was ticked: of each class, or of all.
func (c Count) recordRoll(d desk.Context, _ int) (Count, desk.Answer) {
	var orders []meeting.CountHeads
	var lines []string
	add := func(name, class string) {
		r := d.Private.Roll(class)
		if r.Expected == 0 && len(d.Ahead.Plan.Rule.Classes) == 0 {
			return
		}
		orders = append(orders, meeting.CountHeads{Class: class, Expected: r.Expected, Present: r.Present, Leave: r.Leave})
		line := d.Say(words.HeadsStatedLeave, "expected", r.Expected, "present", r.Present, "leave", r.Leave)
		if name != "" {
			line = d.Say(words.StackNamed, "stack", name, "sentence", line)
		}
		lines = append(lines, line)
	}
	if classed(d) {
		for _, v := range d.Ahead.Plan.Voters {
			add(v.Name, v.ID)
		}
	} else {
		add("", "")
	}
	if open := d.Private.Roll("").Open(); open > 0 {
		lines = append(lines, d.Say(words.RollOpen, "count", open))
	}
	all := func(w meeting.Witness, _ desk.Context) []meeting.Order {
		out := make([]meeting.Order, len(orders))
		for i, o := range orders {
			o.Witness = w
			out[i] = o
		}
		return out
	}
	if refusal := d.Try(all(anybody, d)...); refusal != nil {
		return c, desk.Warn(d.Refuse(refusal))
	}
	return c, desk.Asks(desk.AskChoice([]string{words.ReopenNo(d.Lang), words.RollYes(d.Lang)}, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		_, ans := c.gated(d, words.SawHeads(d.Lang), all, lines...)
		return ans
	}, lines...).ByHand())
}

// rollSays is a sentence about what was ticked.
func rollSays(d desk.Context, sentence words.Sentence, r private.Roll) string {
	return d.Say(sentence, "expected", r.Expected, "present", r.Present, "leave", r.Leave, "absent", r.Absent, "open", r.Open())
}

// doorRows is the list: a name is found by its characters, its initials or its unit.
func doorRows(_ Count, d desk.Context) frame.Rows {
	list := d.Private.Names
	return frame.Rows{N: len(list), Page: doorRoom(d), Text: func(i int) string {
		return list[i].Name + " " + look.Initials(list[i].Name) + " " + list[i].Unit
	}}
}

// doorRoom is how many names are in sight.
func doorRoom(d desk.Context) int { return max(1, d.Rows-6-len(drawClasses(Count{}, d))) }

// drawClasses is what was ticked of each class that has names, where there are several
// and they leave room for names.
func drawClasses(_ Count, d desk.Context) []string {
	voters := d.Ahead.Plan.Voters
	if len(d.Private.Names) == 0 || len(voters) < 2 || len(voters) > d.Rows/3 {
		return nil
	}
	heads := words.DoorColumns(d.Lang)
	row := func(name string, cell func(i int) string) string {
		line := d.Look.Left(name, 24)
		for i, head := range heads {
			line += d.Look.Right(cell(i), look.Width(head)+3)
		}
		return "  " + d.Look.Dim.Render(line)
	}
	rows := []string{row("", func(i int) string { return heads[i] })}
	for _, v := range voters {
		r := d.Private.Roll(v.ID)
		if r.Expected == 0 {
			continue
		}
		rows = append(rows, row(v.Name, func(i int) string { return fmt.Sprint([]int{r.Expected, r.Present, r.Leave, r.Absent, r.Open()}[i]) }))
	}
	return append(rows, "")
}

// drawDoor is the names in sight.
func drawDoor(c Count, d desk.Context) desk.Picture {
	list := d.Private.Names
	if len(list) == 0 {
		return desk.Picture{Rows: d.Indent(2, words.DoorEmpty(d.Lang), d.Look.Dim)}
	}
	class := map[string]string{}
	for _, v := range d.Ahead.Plan.Voters {
		class[v.ID] = v.Name
	}
	unit := max(10, d.Width-50)
	return c.list(d).Draw(len(list), doorRoom(d), func(i int, here bool) string {
		a := list[i]
		mark, word, style := " ", "", d.Look.Text
		switch a.Here {
		case private.Present:
			mark, word, style = d.Look.Done(), words.KeyCame(d.Lang), d.Look.Good
		case private.OnLeave:
			mark, word, style = d.Look.Past(), words.KeyOnLeave(d.Lang), d.Look.Dim
		case private.Absent:
			mark, word, style = "!", words.KeyAbsent(d.Lang), d.Look.Amber
		}
		return "  " + d.Pointer(here) + style.Render(d.Look.Left(mark+" "+word, 11)) + fmt.Sprintf("%4d  ", i+1) +
			d.Look.Left(a.Name, 14) + " " + d.Look.Dim.Render(d.Look.Left(class[a.Class], 12)+" "+d.Look.Middle(strings.ReplaceAll(a.Unit, "\n", " "), unit))
	})
}
