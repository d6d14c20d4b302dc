package picker

import (
	"fmt"
	"strings"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// head is the rows above the list: what is looked for, where, what is typed.
const head = 6

// Draw is the picker as a picture of so many rows.
func (p Picker) Draw(l look.Look, lang words.Language, width, rows int) frame.Picture {
	wide := min(width-4, 100)
	lead := "  " + l.Strong.Render(words.PickLine(lang)) + "  "
	f := p.find.WithWidth(max(1, wide-look.Width(lead)-2)).WithHeight(1).WithStyles(field.Styles{Text: l.Field, Placeholder: l.Dim}).
		WithPlaceholder(words.PickHow(lang))
	col, _ := f.Caret()
	above := []string{
		"", "  " + l.Strong.Render(l.Middle(p.ask, wide)),
		"  " + l.Dim.Render(l.Middle(p.listing.Folder, wide)), lead + f.Draw()[0], "",
	}
	shown := p.shown()
	list := p.list.Draw(len(shown), max(1, rows-head), func(i int, here bool) string { return p.line(l, lang, shown[i], here, wide) })
	if len(shown) == 0 && p.listing.Folder != "" {
		list.Rows = append(list.Rows, "    "+l.Dim.Render(p.none(lang)))
	}
	out := list.Under(above...)
	out.Caret = &frame.Caret{Col: look.Width(lead) + col, Row: 3}
	return out
}

// line is one entry: its name, how large it is, when it was written.
func (p Picker) line(l look.Look, lang words.Language, e Entry, here bool, wide int) string {
	name, size := e.Name, Bytes(e.Size)
	if e.Folder {
		name, size = e.Name+"/", words.PickFolder(lang)
	}
	right := l.Right(size, 10) + "  " + e.Written.Local().Format("2006-01-02 15:04") + " "
	text := l.Ends(l.Middle(name, wide-4-look.Width(right)), right, wide-2)
	if here {
		return "  " + l.Choice.Render(l.Here()+" "+text)
	}
	if e.Folder {
		text = l.Accent.Render(text)
	}
	return "    " + text
}

// none says why nothing is in sight.
func (p Picker) none(lang words.Language) string {
	switch {
	case len(p.listing.Entries) > 0:
		return words.PickNoName(lang)
	case len(p.kinds) > 0:
		return words.Fill(words.PickNoKind(lang), words.Values("kinds", strings.Join(p.kinds, " ")))
	}
	return words.PickEmpty(lang)
}

// Bytes is a size as people read it: 812 B, 24 KB, 3.1 MB.
func Bytes(n int64) string {
	const step = 1 << 10
	if n < step {
		return fmt.Sprintf("%d B", n)
	}
	size, unit := float64(n)/step, 0
	for size >= step && unit < len(units)-1 {
		size, unit = size/step, unit+1
	}
	if size < 10 && unit > 0 {
		return fmt.Sprintf("%.1f %s", size, units[unit])
	}
	return fmt.Sprintf("%.0f %s", size, units[unit])
}

var units = []string{"KB", "MB", "GB", "TB"}
