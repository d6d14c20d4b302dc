package hall_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/desktest"
	"shuping/tui/hall"
	"shuping/tui/look"
)

// A window is the context of a situation in a terminal that draws ▀ and ▚ in one cell.
func window(t testing.TB, s desktest.Situation, lang string) desk.Context {
	t.Helper()
	s.Keys = ""
	return context(t, s.At(t, lang), lang)
}

func context(t testing.TB, d *desktest.Desk, lang string) desk.Context {
	c := desk.Context{State: d.State, Ahead: d.State, Now: d.At, Pressed: d.At, Lang: words.LanguageOf(lang), Look: look.New(true, look.Full), Fonts: desktest.LargeFonts(t)}
	c.Look.Halves, c.Look.Corners = true, true
	return c
}

// flaw is what is wrong with a page in a window, "" if nothing is: a row that is not as
// wide as the window, a word that is lower than it must be, or stands where another
// does or where nothing is drawn, and letters where no word was laid.
func flaw(p hall.Laid, cols, rows int) string {
	if !p.OK {
		return "something had to be made too small"
	}
	if len(p.Rows) != rows {
		return fmt.Sprintf("%d rows", len(p.Rows))
	}
	cells := make([][]string, rows)
	for y, row := range p.Rows {
		if w := ansi.StringWidth(row); w > cols {
			return fmt.Sprintf("row %d takes %d cells", y, w)
		}
		cells[y] = spread(desktest.Inked(row), cols)
	}
	taken := make([][]string, rows)
	for y := range taken {
		taken[y] = make([]string, cols)
	}
	for _, m := range p.Marks {
		if m.Each < m.Least {
			return fmt.Sprintf("%q is %d rows high and must be %d", m.Text, m.Each, m.Least)
		}
		if m.Row < 0 || m.Col < 0 || m.Row+m.Rows > rows || m.Col+m.Cols > cols {
			return fmt.Sprintf("%q stands at %d, %d and takes %d by %d", m.Text, m.Row, m.Col, m.Cols, m.Rows)
		}
		ink := false
		for y := m.Row; y < m.Row+m.Rows; y++ {
			for x := m.Col; x < m.Col+m.Cols; x++ {
				if taken[y][x] != "" {
					return fmt.Sprintf("%q stands on %q", m.Text, taken[y][x])
				}
				taken[y][x] = m.Text
				ink = ink || strings.TrimSpace(cells[y][x]) != ""
			}
		}
		if !ink {
			return fmt.Sprintf("%q is not drawn where it stands", m.Text)
		}
	}
	for y := 1; y < rows-1; y++ { // the first and the last row are small print
		for x, cell := range cells[y] {
			if taken[y][x] == "" && isLetter(cell) {
				return fmt.Sprintf("%q in row %d is no word", cell, y)
			}
		}
	}
	return ""
}

// spread is a row as a string a cell; the second cell of a wide character is empty.
func spread(row string, cols int) []string {
	out := make([]string, cols)
	x := 0
	for _, r := range row {
		if w := ansi.StringWidth(string(r)); x+w <= cols && w > 0 {
			out[x] = string(r)
			x += w
		}
	}
	return out
}

func isLetter(cell string) bool {
	return cell != "" && !strings.Contains(" █▀▄▌▐▘▝▖▗▚▞▛▜▙▟░▒▓", cell)
}

// windows are sizes from 40 by 12 to 200 by 50, in a hurry only those that halls have.
// Low windows of less than 80 columns are left out but for two: a name of seven
// characters, or a sentence, fits in no face there and stands as text.
func windows() [][2]int {
	out := [][2]int{{40, 12}, {40, 24}, {60, 18}, {80, 24}, {110, 30}, {160, 45}, {200, 50}, {200, 13}}
	if testing.Short() {
		return out
	}
	for w := 40; w <= 200; w += 20 {
		for h := 13; h <= 50; h += 6 {
			if w < 80 && h < 24 {
				continue
			}
			out = append(out, [2]int{w, h})
		}
	}
	return out
}

// TestEveryWordCanBeReadFromTheLastRow: at every size, on every page of every situation.
func TestEveryWordCanBeReadFromTheLastRow(t *testing.T) {
	for _, s := range append(situations, lawful...) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			c := window(t, s, "zh")
			for _, w := range windows() {
				c.Width, c.Rows = w[0], w[1]
				for i, p := range hall.Pages(c) {
					if problem := flaw(p, w[0], w[1]); problem != "" {
						t.Fatalf("%d by %d, page %d: %s\n%s", w[0], w[1], i+1, problem, drawn(p))
					}
				}
			}
		})
	}
}

func drawn(p hall.Laid) string {
	var b strings.Builder
	for _, row := range p.Rows {
		b.WriteString(strings.TrimRight(desktest.Inked(row), " ") + "\n")
	}
	return b.String()
}

// TestTheLawOfHeightsCanFail.
func TestTheLawOfHeightsCanFail(t *testing.T) {
	c := window(t, situations[0], "zh")
	c.Width, c.Rows = 40, 24
	if problem := flaw(hall.LongPage(c, strings.Repeat("第二党支部书记", 9)), 40, 24); problem == "" {
		t.Error("63 characters in 40 by 24 pass")
	}
	if problem := flaw(hall.TextPage(c, "第二党支部书记"), 40, 24); !strings.Contains(problem, "must be 2") {
		t.Errorf("a row of text in 24 passes: %s", problem)
	}
	good := hall.LongPage(c, "第二党支部书记")
	if problem := flaw(good, 40, 24); problem != "" {
		t.Fatal(problem)
	}
	moved := good
	moved.Marks = append([]hall.Mark(nil), good.Marks...)
	moved.Marks[0].Row, moved.Marks[0].Rows = 0, 1
	if flaw(moved, 40, 24) == "" {
		t.Error("a word that is not drawn where it stands passes")
	}
	good.Rows = append([]string(nil), good.Rows...)
	good.Rows[1] = "书记"
	if problem := flaw(good, 40, 24); !strings.Contains(problem, "is no word") {
		t.Errorf("letters that are no word pass: %s", problem)
	}
}

// lawful are moments that the frames do not hold.
var lawful = []desktest.Situation{
	{Name: "attendance", Play: desktest.Script("attend expected=46 present=43")},
	{Name: "filling", Play: desktest.Script(desktest.Reports, "attend expected=46 present=43\nissue 43")},
	{Name: "last-minute", Play: desktest.Script("start report:s1\nwait 9m20s")},
	{Name: "far-over", Play: desktest.Script("start report:s1\nwait 25m")},
	{Name: "fact", Play: desktest.Script(desktest.Closed(), "fact s2 kind=accountable source=市纪委通报\ndecide s1 好\ndecide s2 差\nannounce grades")},
	{Name: "reference", Plan: desktest.With("after", "\"votes\"\nreference = true"), Play: desktest.Script(desktest.Closed(), "announce votes")},
	{Name: "every-sheet", Plan: desktest.With("counting", `"every-sheet"`), Play: desktest.Counted()[:40]},
	{Name: "checked", Plan: desktest.With("counting", `"checked"`), Play: desktest.Counted()[:60]},
	{Name: "forty-eight", Plan: desktest.Subjects(48), Play: desktest.Script(desktest.Vote(48), "announce votes")},
}
