package planform

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/words"
	"shuping/tui/field"
	"shuping/tui/key"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// Measures of a page, in cells and rows.
const (
	margin   = 3
	chrome   = 5  // title, two rules, keys and notice
	labelMax = 30 // cells; a longer label is cut
	answer   = 62 // cells that an answer takes at most
	hintRows = 3  // an empty one and two for the hint
)

// View is the whole window.
func (f Form) View() tea.View {
	if f.width == 0 {
		return tea.NewView("")
	}
	rows, caret := f.frame()
	v := tea.NewView(strings.Join(rows, "\n"))
	v.AltScreen = true
	v.WindowTitle = words.ProgramName(f.setting.Lang) + " " + words.FormName(f.setting.Lang)
	if caret != nil {
		v.Cursor = tea.NewCursor(caret.Col, caret.Row)
	}
	return v
}

// frame is the rows of the window, each exactly as wide as it.
func (f Form) frame() ([]string, *screen.Caret) {
	if f.tooSmall() {
		c := screen.Context{Lang: f.setting.Lang, Look: f.look}
		return screen.TooSmall(c, f.width, f.height).Rows, nil
	}
	work, caret := f.work(), f.caret()
	if f.leaving {
		work, caret = f.ask(work), nil
	}
	rows := append([]string{f.title(), f.look.Rule(f.width)}, work...)
	for len(rows) < f.height-3 {
		rows = append(rows, "")
	}
	rows = append(rows, f.look.Rule(f.width))
	rows = append(rows, f.foot()...)
	for i, r := range rows {
		rows[i] = f.look.Steady(f.look.Left(r, f.width))
	}
	return rows, caret
}

func (f Form) room() int { return max(1, f.height-chrome) }

// title is what this is, and how far it has come.
func (f Form) title() string {
	left := " " + f.look.Accent.Render(words.ProgramName(f.setting.Lang)) + "  " + f.look.Strong.Render(words.FormName(f.setting.Lang))
	at, all := 1, 0
	for i, p := range pages {
		if p.asked(f.draft) {
			all++
			if i < f.at {
				at++
			}
		}
	}
	step := words.Fill(words.FormStep(f.setting.Lang), map[string]any{"step": at, "steps": all})
	return f.look.Ends(left, f.look.Dim.Render(step)+" ", f.width)
}

// head is what the page asks, above its questions.
func (f Form) head() []string {
	rows := []string{"", pad(margin) + f.look.Strong.Render(f.page.Title)}
	for _, line := range look.Wrap(f.page.Help, f.width-2*margin) {
		rows = append(rows, pad(margin)+f.look.Dim.Render(line))
	}
	return append(rows, "")
}

// A placed question is the rows that it takes, and where the caret is in them.
type placed struct {
	rows     []string
	col, row int
}

// place draws question i. A list has its label above it, and so has a menu that
// has one.
func (f Form) place(i int) placed {
	e, focus := f.entries[i], i == f.focus && !f.leaving
	label := f.look.Dim.Render(e.Label)
	mark := "  "
	if i == f.focus {
		label, mark = f.look.Accent.Render(e.Label), f.look.Accent.Render(f.look.Here())+" "
	}
	indent := pad(margin-2) + mark
	if e.Kind == List || e.Kind == Menu {
		drawn, col, row := e.draw(f.look, f.wide(), focus)
		var rows []string
		if e.Label != "" {
			rows = append(rows, indent+label)
			row++
		}
		for _, r := range drawn {
			rows = append(rows, pad(margin)+r)
		}
		return placed{rows, col + margin, row}
	}
	lead := f.labels()
	drawn, col, row := e.draw(f.look, f.narrow(), focus)
	rows := make([]string, len(drawn))
	for n, r := range drawn {
		rows[n] = pad(margin+lead+2) + r
	}
	rows[0] = indent + f.look.Left(label, lead) + "  " + drawn[0]
	if col >= 0 {
		col += margin + lead + 2
	}
	return placed{rows, col, row}
}

// labels is the width of the labels beside their answers.
func (f Form) labels() int {
	width := 0
	for _, e := range f.entries {
		if e.Kind != List && e.Kind != Menu {
			width = max(width, look.Width(e.Label))
		}
	}
	return min(width, labelMax)
}

// wide is the width of a list, narrow that of an answer beside its label.
func (f Form) wide() int   { return min(100, f.width-2*margin) }
func (f Form) narrow() int { return min(answer, f.width-2*margin-f.labels()-2) }

// body is the questions that are asked, with the one in focus in sight: its
// rows, and the caret.
func (f Form) body(height int) ([]string, *screen.Caret) {
	answers := f.answers()
	var blocks []placed
	total, focus := 0, 0
	for i := range f.entries {
		if f.page.asked(i, answers) {
			if i == f.focus {
				focus = len(blocks)
			}
			blocks = append(blocks, f.place(i))
			total += len(blocks[len(blocks)-1].rows)
		}
	}
	gap := 0
	if total+len(blocks)-1 <= height {
		gap = 1
	}
	var rows []string
	var caret *screen.Caret
	from, to := 0, 0
	for i, b := range blocks {
		if i > 0 && gap > 0 {
			rows = append(rows, "")
		}
		if i == focus {
			from, to = len(rows), len(rows)+len(b.rows)
			if b.row >= 0 && b.col >= 0 && f.entries[f.focus].typed() {
				caret = &screen.Caret{Col: b.col, Row: len(rows) + b.row}
			}
		}
		rows = append(rows, b.rows...)
	}
	if menu := f.entries[f.focus]; menu.Kind == Menu {
		from = min(from+menu.At, to-1)
		to = from + 1
	}
	if len(rows) > height {
		top := min(max(0, to-height, min(from, from-(height-(to-from))/2)), len(rows)-height)
		rows = rows[top : top+height]
		if caret != nil {
			caret.Row -= top
		}
	}
	return rows, caret
}

// work is what stands between the rules.
func (f Form) work() []string {
	rows := f.head()
	if len(f.page.Text) > 0 {
		text := f.read()
		text = text[min(f.top, len(text)):]
		rows = append(rows, text[:min(len(text), f.textRows())]...)
		for len(rows) < len(f.head())+f.textRows() {
			rows = append(rows, "")
		}
		rows = append(rows, f.more(len(f.read())-f.top-f.textRows()))
	}
	body, _ := f.body(f.bodyRows())
	rows = append(rows, body...)
	return append(rows, f.hint(f.room()-len(rows))...)
}

// hint is what the answers come to, and what helps with the question in focus,
// on the last rows. What there is no room for is left out, the hint last.
func (f Form) hint(room int) []string {
	room = max(0, room)
	var rows []string
	if hint := f.entries[f.focus].Hint; hint != "" {
		for _, line := range look.Wrap(hint, f.width-2*margin) {
			rows = append(rows, pad(margin)+f.look.Dim.Render(line))
		}
	}
	for _, text := range slices.Backward(f.told) {
		var said []string
		for _, line := range look.Wrap(text, f.width-2*margin) {
			said = append(said, pad(margin)+f.look.Text.Render(line))
		}
		if len(said)+len(rows) < room {
			rows = append(said, rows...)
		}
	}
	if len(rows) > room {
		rows = nil
	}
	return append(make([]string, room-len(rows)), rows...)
}

// more says that the text goes on.
func (f Form) more(lines int) string {
	if lines <= 0 {
		return ""
	}
	return pad(margin) + f.look.Dim.Render(words.Fill(words.FormMore(f.setting.Lang), map[string]any{"lines": lines}))
}

// caret is where the terminal's cursor belongs in the window, nil where nothing
// is typed.
func (f Form) caret() *screen.Caret {
	_, c := f.body(f.bodyRows())
	if c == nil {
		return nil
	}
	above := len(f.head()) + 2
	if len(f.page.Text) > 0 {
		above += f.textRows() + 1
	}
	return &screen.Caret{Col: c.Col, Row: c.Row + above}
}

// bodyRows is how many rows the questions have.
func (f Form) bodyRows() int {
	if len(f.page.Text) > 0 {
		return len(f.entries[0].Choices)
	}
	return max(1, f.room()-len(f.head())-hintRows)
}

// textRows is how many rows the text of the page has.
func (f Form) textRows() int {
	return max(1, f.room()-len(f.head())-f.bodyRows()-1)
}

// read is the page's text, wrapped to the window.
func (f Form) read() []string {
	var rows []string
	for _, text := range f.page.Text {
		under := len(text) - len(strings.TrimLeft(text, " "))
		for i, line := range look.Wrap(strings.TrimLeft(text, " "), f.width-2*margin-under-2) {
			if i > 0 {
				line = "  " + line
			}
			rows = append(rows, pad(margin+under)+line)
		}
	}
	return rows
}

// ask lays the question whether to leave over the foot of the work.
func (f Form) ask(work []string) []string {
	foot := []string{f.look.Rule(f.width), pad(margin) + words.FormLeaveAsk(f.setting.Lang)}
	for i, text := range []string{words.LeaveNo(f.setting.Lang), words.FormLeaveYes(f.setting.Lang)} {
		line := f.look.Left(string(rune('1'+i))+"  "+text, f.width-2*margin)
		if (i == 0) == f.stay {
			line = f.look.Choice.Render(line)
		}
		foot = append(foot, pad(margin)+line)
	}
	return append(work[:max(0, min(len(work), f.room()-len(foot)))], foot...)
}

// foot is the line of keys and the notice. A notice that one line has no room
// for takes both.
func (f Form) foot() []string {
	lines := look.Wrap(f.notice, f.width-2)
	if len(lines) == 1 {
		return []string{f.keys(f.scope()), " " + f.look.Amber.Render(lines[0])}
	}
	rest := strings.TrimLeft(strings.TrimPrefix(f.notice, lines[0]), " ")
	return []string{" " + f.look.Amber.Render(lines[0]), " " + f.look.Amber.Render(f.look.Left(rest, f.width-2))}
}

// keys is the line of keys, as far as it goes.
func (f Form) keys(scope key.Scope) string {
	var items []string
	room := f.width - 2
	for _, b := range scope {
		if w := look.Width(b.Cap+" "+b.Label) + 3; b.Label != "" && w-3 <= room {
			items = append(items, f.look.Strong.Render(b.Cap)+" "+b.Label)
			room -= w
		}
	}
	return " " + strings.Join(items, "   ")
}

// dressed gives every field its size and styles, so that a key that goes by
// rows goes by those that are seen.
func (f Form) dressed() Form {
	if f.width == 0 {
		return f
	}
	styles := field.Styles{Text: f.look.Field, Placeholder: f.look.Dim}
	height := f.listRows()
	entries := append([]entry(nil), f.entries...)
	for i, e := range entries {
		width := f.narrow()
		switch e.Kind {
		case List:
			width = f.wide()
		case Number:
			width = 8
		}
		entries[i].field = e.field.WithWidth(max(1, width)).WithHeight(height).WithStyles(styles)
	}
	f.entries = entries
	return f
}

// listRows is how many rows are left for a list beside the other questions.
func (f Form) listRows() int {
	rest := f.bodyRows()
	answers := f.answers()
	for i, e := range f.entries {
		if !f.page.asked(i, answers) {
			continue
		}
		rest -= 2
		if e.Kind == Choice {
			rest -= len(e.drawChoice(f.look, f.narrow(), false)) - 1
		}
	}
	return min(max(3, rest+1), 24)
}

func pad(n int) string { return strings.Repeat(" ", max(0, n)) }
