package screen

import (
	"shuping/internal/words"
	"shuping/tui/key"
)

// Help lists the keys that work in the given scopes and those that work
// everywhere, made from the same bindings that answer them.
func Help(c Context, here, everywhere key.Scope) Picture {
	rows := []string{"", "  " + c.Look.Strong.Render(words.HelpHead(c.Lang)), ""}
	list := func(title string, s key.Scope) {
		rows = append(rows, "  "+c.Look.Accent.Render(title))
		for _, b := range s {
			if b.Label != "" {
				rows = append(rows, "    "+c.Look.Left(b.Cap, 12)+b.Label)
			}
		}
		rows = append(rows, "")
	}
	list(words.HelpHere(c.Lang), here)
	if c.Width >= 76 {
		left := rows[3:]
		rows = rows[:3:3]
		local := append([]string(nil), left...)
		rows = rows[:0:0]
		list(words.HelpEverywhere(c.Lang), everywhere)
		half := c.Width / 2
		both := c.beside(2, []int{half - 2, half - 2}, local, rows)
		rows = append([]string{"", "  " + c.Look.Strong.Render(words.HelpHead(c.Lang)), ""}, both...)
	} else {
		list(words.HelpEverywhere(c.Lang), everywhere)
	}
	for _, line := range words.HelpNotes(c.Lang) {
		rows = append(rows, c.indent(2, line, c.Look.Dim)...)
	}
	return Picture{Rows: rows}
}
