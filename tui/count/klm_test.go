package count_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/tui/desktest"
)

// The operators of the Keystroke-Level Model that the package comment names, in
// thousandths of a second.
const (
	stroke = 280  // K, a key, an average typist who is no secretary
	point  = 1100 // P, the mouse to a target
	click  = 200  // BB, its button down and up
	home   = 400  // H, a hand from one device to the other
	think  = 1350 // M, once a sheet, to read it
)

// A pass is the rows of one sheet.
type pass []tally.Mark

// passes are the sheets of the table: n rows of the best grade, and the
// same with one row in the middle a grade lower.
func passes(n int) [2]pass {
	same := pass(slices.Repeat([]tally.Mark{1}, n))
	other := slices.Clone(same)
	other[n/2] = 2
	return [2]pass{same, other}
}

// digits is the sheet a key a row.
func (p pass) digits() string {
	var b strings.Builder
	for _, m := range p {
		fmt.Fprintf(&b, "%d ", m)
	}
	return b.String()
}

// plus is the sheet with + where all rows are as the last from there on.
func (p pass) plus() string {
	n := len(p)
	for n > 1 && p[n-2] == p[len(p)-1] {
		n--
	}
	return p[:n].digits() + "+ "
}

// odd is the sheet by exception: what most rows have, then the rows that have another.
func (p pass) odd() string {
	b := fmt.Sprintf("%d ", p[0])
	for i, m := range p {
		if m != p[0] {
			b += fmt.Sprintf("%02d%d ", i+1, m)
		}
	}
	return b + "+ "
}

// presses is how many keys that is.
func presses(t testing.TB, keys string) int {
	n := 0
	for _, word := range strings.Fields(keys) {
		n += len(desktest.Strokes(t, word))
	}
	return n
}

// counter is a desk where sheets of so many rows are to be counted in bundles of
// ten, and 张三 sits down.
func counter(t testing.TB, rows, sheets int) *desktest.Desk {
	t.Helper()
	d := newDesk(t, desktest.PlanFor(t, desktest.Many(rows)...), "zh")
	d.Play(fmt.Sprintf("attend expected=%d present=%[1]d", sheets), fmt.Sprintf("issue %d", sheets), fmt.Sprintf("collect %d", sheets))
	return d.Press("f3 enter '张三 enter")
}

// fewest is the fewest keys that store the sheet and nothing else, found on a
// desk.
func fewest(t testing.TB, p pass) string {
	t.Helper()
	ways := []string{p.digits(), p.plus(), p.odd()}
	slices.SortStableFunc(ways, func(a, b string) int { return presses(t, a) - presses(t, b) })
	for _, keys := range ways {
		d := counter(t, len(p), 10).Press(keys)
		if b := d.State.Round.Bundle.Ballots; d.Rings == 0 && len(b) == 1 && slices.Equal(b[0].Marks, p) {
			return keys
		}
	}
	t.Fatalf("no keys store %v", p)
	return ""
}

// bundled is how many keys a bundle of ten takes besides those of its sheets:
// as it is keyed, and as another person keys it again. Names are left out, since
// only the first bundle asks for them.
func bundled(t testing.TB, p pass) (first, again int) {
	t.Helper()
	keys := strings.Repeat(fewest(t, p), 10)
	const open, second, hand = "enter", "enter 1 enter", "10 enter"
	d := counter(t, len(p), 20).Press(keys).Press(hand)
	d.Press(open).Press(keys).Press(hand)
	if n := d.State.Round.Bundles.Len(); n != 2 || d.State.Round.Read() != 20 {
		t.Fatalf("%d bundles, %d sheets:\n%s", n, d.State.Round.Read(), d.Frame())
	}
	d.Press("esc enter 1 '李四 enter").Press(keys).Press(hand)
	d.Press(second).Press(keys).Press(hand)
	for n := range 2 {
		if b := d.State.Round.Bundles.At(n + 1); b.Checked != meeting.BySecond || b.CheckedBy != "李四" {
			t.Fatalf("bundle %d is checked %q by %q:\n%s", n+1, b.Checked, b.CheckedBy, d.Frame())
		}
	}
	return presses(t, open) + presses(t, hand), presses(t, second) + presses(t, hand)
}

// TestTheTableOfKeysIsTrue: the table in the package comment is what keys pressed on a
// desk come to, a cell and a key to leave it for each mark in a spreadsheet, and a
// button to click for each mark and one more in a form.
func TestTheTableOfKeysIsTrue(t *testing.T) {
	first, again := bundled(t, passes(2)[0])
	var want []string
	for _, n := range []int{2, 10, 30} {
		for i, p := range passes(n) {
			want = append(want, fmt.Sprintf("%d rows, %s | %s | %s | %s", n, [2]string{"all alike", "one other"}[i],
				costs(presses(t, fewest(t, p)), "K", stroke, think), costs(2*n, "K", stroke, think), costs(n+1, "PBB", point+click, think)))
		}
	}
	two := passes(48)[1]
	two[6] = 3
	want = append(want, fmt.Sprintf("48 rows, two others | %s | %s | %s", costs(presses(t, fewest(t, two)), "K", stroke, think), costs(96, "K", stroke, think), costs(49, "PBB", point+click, think)))
	if n := presses(t, fewest(t, two)); n > 8 {
		t.Errorf("a sheet of 48 rows with two odd ones takes %d keys", n)
	}
	want = append(want, "a bundle of ten | "+costs(first, "K", stroke, 0)+" | besides its sheets",
		"its second entry | "+costs(again, "K", stroke, 0)+" | besides the same sheets")
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	if got := table(string(text)); !slices.Equal(got, want) {
		t.Errorf("it says\n%s\nand the keys come to\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for name, operator := range map[string]int{"K": stroke, "P": point, "BB": click, "H": home, "M": think} {
		if said := name + " " + seconds(operator); !strings.Contains(strings.ReplaceAll(string(text), "\n// ", " "), said) {
			t.Errorf("it does not name %s", said)
		}
	}
}

// costs is so many operators, and the time that they and one more take.
func costs(n int, name string, each, more int) string {
	return fmt.Sprintf("%d %s, %s", n, name, seconds(n*each+more))
}

func seconds(thousandths int) string {
	return fmt.Sprintf("%d.%02d s", thousandths/1000, thousandths%1000/10)
}

// table is the rows of the table in a comment, without its head.
func table(text string) []string {
	var rows []string
	for line := range strings.Lines(text) {
		if line, ok := strings.CutPrefix(line, "//\t"); ok && strings.Contains(line, "|") {
			rows = append(rows, strings.Join(strings.Fields(line), " "))
		}
	}
	return rows[1:]
}
