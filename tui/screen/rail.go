package screen

import (
	"charm.land/lipgloss/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// Rail is the agenda at the side of the other screens, as high as the work.
func Rail(c desk.Context, width int) []string {
	times, widest := make([]string, len(c.State.Agenda)), 0
	styles := make([]lipgloss.Style, len(times))
	for i, st := range c.State.Steps {
		styles[i] = c.Look.Dim
		switch st.Status {
		case meeting.Running:
			times[i], styles[i] = c.Remaining(i)
			styles[i] = styles[i].Bold(true)
		case meeting.Done:
			times[i] = desk.Elapsed(st.Elapsed(c.Now))
		case meeting.Waiting:
			times[i], styles[i] = desk.Clock(st.Length(c.State.Agenda[i])), c.Look.Text
		}
		widest = max(widest, len(times[i]))
	}
	names := itemNames(c, width-3-widest)
	list := frame.List{At: max(0, c.State.Next())}
	if r := c.State.Running(); r >= 0 {
		list.At = r
	}
	rows := list.Draw(len(names), c.Rows, func(i int, _ bool) string {
		return styles[i].Render(c.Look.Ends(mark(c, c.State.Steps[i].Status)+" "+names[i], " "+times[i], width))
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
