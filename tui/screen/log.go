package screen

import (
	"cmp"
	"fmt"
	"slices"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
	"shuping/tui/look"
)

// Log is the journal, the newest record first. A ballot shows no marks here:
// the log may be on the projector.
type Log struct {
	list    frame.List
	at      uint64 // the record under the cursor, 0 for whatever is the newest
	reading bool   // that record, whole
	page    frame.Page
}

var logActions = []desk.Action[Log]{
	{Keys: []string{"enter"}, Name: words.KeyReadAll, When: func(l Log, c desk.Context) key.Can { return key.If(!l.reading && len(c.Log) > 0) }, Do: Log.turn},
	{Keys: []string{"esc"}, Name: words.KeyBack, When: func(l Log, _ desk.Context) key.Can { return key.If(l.reading) }, Do: Log.turn},
}

func (l Log) Acts(c desk.Context) []desk.Act { return desk.Acts(l, c, logActions) }

// turn opens the record under the cursor, or goes back to the list.
func (l Log) turn(c desk.Context, _ int) (Log, desk.Answer) {
	l.reading, l.page = !l.reading, frame.Page{}
	if l.reading {
		l.at = newest(c, l.cursor(c)).Seq
	}
	return l, desk.Answer{}
}

func (l Log) View(c desk.Context) desk.View {
	list := l.list
	list.At = l.cursor(c)
	if l.reading && len(c.Log) > 0 {
		return desk.View{List: list, Page: l.page, Sheet: l.sheet(c, newest(c, list.At)), Reads: true}
	}
	room := l.room(c)
	return desk.View{List: list, Rows: frame.Rows{N: len(c.Log), Page: room, Text: func(i int) string {
		r := newest(c, i)
		return fmt.Sprint(r.Seq, " ", logTime(r), " ", r.Who, " ", logWhat(c, r))
	}}}
}

func (l Log) Seen(v desk.View, c desk.Context) desk.Screen {
	l.list, l.page = v.List, v.Page
	if l.reading || v.List.At == l.cursor(c) {
		return l
	}
	if l.at = 0; v.List.At > 0 {
		l.at = newest(c, v.List.At).Seq
	}
	return l
}

// cursor is where the record under the cursor stands. It stays on its record when
// newer ones come.
func (l Log) cursor(c desk.Context) int {
	i, found := slices.BinarySearchFunc(c.Log, l.at, func(r desk.LogRow, seq uint64) int { return cmp.Compare(r.Seq, seq) })
	if !found {
		return 0
	}
	return len(c.Log) - 1 - i
}

func (l Log) Next(c desk.Context) string {
	if l.reading && len(c.Log) > 0 {
		return words.NextRead(c.Lang)
	}
	return onward(c)
}

// newest is record i, counted from the newest.
func newest(c desk.Context, i int) desk.LogRow { return c.Log[len(c.Log)-1-i] }

// room is how many records are in sight.
func (l Log) room(c desk.Context) int { return max(1, c.Rows-4) }

func (l Log) Draw(c desk.Context) desk.Picture {
	v := l.View(c)
	if v.Reads {
		return v.Page.Draw(v.Sheet, c.Look)
	}
	columns := words.LogColumns(c.Lang)
	who := 4
	from, to := v.List.Window(len(c.Log), l.room(c))
	for i := from; i < to; i++ {
		who = min(max(who, look.Width(newest(c, i).Who)), c.Width/4)
	}
	line := func(number, time, by, what string) string {
		return c.Look.Right(number, 6) + "  " + c.Look.Left(time, 8) + "  " + c.Look.Left(c.Look.Middle(by, who), who) + "  " + what
	}
	p := v.List.Draw(len(c.Log), l.room(c), func(i int, here bool) string {
		r := newest(c, i)
		return c.Pointer(here) + c.Look.Left(line(fmt.Sprint(r.Seq), logTime(r), r.Who, logWhat(c, r)), c.Width-2)
	})
	return p.Under("", "  "+c.Look.Strong.Render(c.Say(words.LogHead, "records", c.Seq)), "",
		"  "+c.Look.Dim.Render(line(columns[0], columns[1], columns[2], columns[3])))
}

// sheet is one record, whole.
func (l Log) sheet(c desk.Context, r desk.LogRow) frame.Sheet {
	lines := []string{"", fmt.Sprintf("  %d  %s  %s", r.Seq, logTime(r), r.Who), ""}
	lines = append(lines, c.Indent(2, logWhat(c, r), c.Look.Text)...)
	return frame.Sheet{Lines: lines, Width: c.Width, Height: c.Rows}
}

// logTime is when a record was written, nothing for a sheet.
func logTime(r desk.LogRow) string {
	if r.At.IsZero() {
		return ""
	}
	return r.At.Local().Format("15:04:05")
}

// logWhat is what a record says.
func logWhat(c desk.Context, r desk.LogRow) string {
	if what := desk.OneLine(r.Line); what != "" {
		return what
	}
	if what := words.QuietRecord(c.Lang, r.Kind); what != "" {
		return what
	}
	return r.Kind
}
