package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// Rail is the agenda at the side of the other screens, as high as the work.
func Rail(c desk.Context, width int) []string {
	const times = 8 // of an hour and more, and the space before it
	names := itemNames(c, width-2-times)
	list := frame.List{At: max(0, c.State.Next())}
	if r := c.State.Running(); r >= 0 {
		list.At = r
	}
	rows := list.Draw(len(names), c.Rows, func(i int, _ bool) string {
		st, time, style := c.State.Steps[i], "", c.Look.Dim
		switch st.Status {
		case meeting.Running:
			time, style = c.Remaining(i)
			style = style.Bold(true)
		case meeting.Done:
			time = desk.Elapsed(st.Elapsed(c.Now))
		case meeting.Waiting:
			time, style = desk.Clock(st.Length(c.State.Agenda[i])), c.Look.Text
		}
		return style.Render(c.Look.Ends(mark(c, st.Status)+" "+names[i], " "+time, width))
	}).Rows
	return append(rows, make([]string, c.Rows-len(rows))...)
}

// mark tells what became of an item.
func mark(c desk.Context, st meeting.Status) string {
	switch st {
	case meeting.Done:
		return c.Look.Done()
	case meeting.Running:
		return c.Look.Here()
	case meeting.Skipped:
		return c.Look.Past()
	default:
		return " "
	}
}

// itemNames is the items of the agenda in so many cells each, with people cut so that
// they stay apart.
func itemNames(c desk.Context, width int) []string {
	labels := map[int][]string{} // by the room that the kind leaves
	out := make([]string, len(c.State.Agenda))
	for i, it := range c.State.Agenda {
		kind := words.ItemKind(c.Lang, string(it.Kind))
		out[i] = kind
		if it.Subject < 0 {
			continue
		}
		room := width - look.Width(kind) - 1
		if labels[room] == nil {
			labels[room] = c.Labels(room)
		}
		out[i] += " " + labels[room][it.Subject]
	}
	return out
}
