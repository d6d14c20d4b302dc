package archive

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"shuping/internal/fault"
)

// nothing stands for what is not there.
const nothing = "—"

// compareJSON names the first member in which got differs from want, which is
// JSON and right. It returns nil where the bytes are equal.
func compareJSON(name string, got, want []byte) *fault.Fault {
	name = path.Base(name)
	at := firstDifference(got, want)
	if at < 0 {
		return nil
	}
	g, w := json.NewDecoder(bytes.NewReader(got)), json.NewDecoder(bytes.NewReader(want))
	g.UseNumber()
	w.UseNumber()
	var p place
	for {
		expected, err := w.Token()
		if err != nil { // the end of what is right
			return blame(LayoutDiffers, "name", name, "byte", at)
		}
		p.enter(expected)
		found, err := g.Token()
		if err != nil {
			return blame(MemberDiffers, "name", name, "member", p.String(), "found", nothing, "expected", tokenText(expected))
		}
		if found != expected {
			return blame(MemberDiffers, "name", name, "member", p.String(), "found", tokenText(found), "expected", tokenText(expected))
		}
		p.leave(expected)
	}
}

// A place is where in a JSON document a token stands.
type place []level

// A level is one object or list around it.
type level struct {
	list  bool
	next  int    // of a list, the index of the next element
	key   string // of an object, the last key
	value bool   // of an object, the key's value comes next
}

// enter notes a token before it is compared: a key becomes part of the place.
func (p place) enter(t json.Token) {
	if len(p) == 0 {
		return
	}
	top := &p[len(p)-1]
	if top.list || top.value {
		return
	}
	top.key, _ = t.(string) // none at the end of the object
}

// leave goes on behind a token.
func (p *place) leave(t json.Token) {
	switch t {
	case json.Delim('{'), json.Delim('['):
		*p = append(*p, level{list: t == json.Delim('[')})
		return
	case json.Delim('}'), json.Delim(']'):
		*p = (*p)[:len(*p)-1]
	}
	if len(*p) == 0 {
		return
	}
	top := &(*p)[len(*p)-1]
	switch {
	case top.list:
		top.next++
	default:
		top.value = !top.value
	}
}

// String is the place as subjects[1].counts[2].count, or $ for the whole.
func (p place) String() string {
	var b strings.Builder
	for _, l := range p {
		switch {
		case l.list:
			fmt.Fprintf(&b, "[%d]", l.next)
		case b.Len() > 0 && l.key != "":
			b.WriteString("." + l.key)
		default:
			b.WriteString(l.key)
		}
	}
	if b.Len() == 0 {
		return "$"
	}
	return b.String()
}

// tokenText is a token as a person may be shown it.
func tokenText(t json.Token) string {
	switch t := t.(type) {
	case nil:
		return "null"
	case json.Delim:
		switch t {
		case '{':
			return "{…}"
		case '[':
			return "[…]"
		}
		return nothing
	default:
		return shown(fmt.Sprint(t))
	}
}

// compareCSV names the first cell in which got differs from want.
func compareCSV(name string, got, want []byte) *fault.Fault {
	name = path.Base(name)
	at := firstDifference(got, want)
	if at < 0 {
		return nil
	}
	found, expected := readTable(got), readTable(want)
	for i, row := range expected {
		for j, cell := range row {
			have := nothing
			if i < len(found) && j < len(found[i]) {
				have = found[i][j]
			}
			if have != cell {
				return blame(CellDiffers, "name", name, "line", i+1, "column", expected[0][j], "found", shown(have), "expected", shown(cell))
			}
		}
		if i < len(found) && len(found[i]) > len(row) {
			return blame(CellDiffers, "name", name, "line", i+1, "column", strconv.Itoa(len(row)+1),
				"found", shown(found[i][len(row)]), "expected", nothing)
		}
	}
	if len(found) > len(expected) {
		return blame(CellDiffers, "name", name, "line", len(expected)+1, "column", "1",
			"found", shown(found[len(expected)][0]), "expected", nothing)
	}
	return blame(LayoutDiffers, "name", name, "byte", at)
}

// compareLines names the first cell in which a long table differs from the right
// one. Only the heads and one line of each are held.
func compareLines(name string, got, want io.Reader) *fault.Fault {
	g, w := bufio.NewReader(io.LimitReader(got, maxBytes)), bufio.NewReader(want)
	var heads []byte
	for n := 1; ; n++ {
		found, expected := nextLine(g), nextLine(w)
		if n == 1 {
			heads = expected
		}
		if !bytes.Equal(found, expected) {
			f := compareCSV(name, tableOf(n, heads, found), tableOf(n, heads, expected))
			if f.Values["line"] == 2 {
				f.Values["line"] = n
			}
			return f
		}
		if len(expected) == 0 {
			return blame(LayoutDiffers, "name", path.Base(name), "byte", 0) // they were not equal
		}
	}
}

// tableOf is a table of the heads and line n.
func tableOf(n int, heads, line []byte) []byte {
	if n == 1 {
		return line
	}
	return slices.Concat(heads, line)
}

// nextLine is the next line with its end, at most as long as a line can be here.
func nextLine(r *bufio.Reader) []byte {
	var line []byte
	for len(line) < maxLine {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		if err != bufio.ErrBufferFull {
			break
		}
	}
	return line
}

const maxLine = 1 << 20

// readTable is the rows of the table up to where it stops being one.
func readTable(b []byte) [][]string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF"))))
	r.FieldsPerRecord = -1
	var rows [][]string
	for {
		row, err := r.Read()
		if err != nil {
			return rows
		}
		rows = append(rows, row)
	}
}

// compareInfo names the first line in which bag-info.txt differs.
func compareInfo(got, want []byte) *fault.Fault {
	n := firstDifference(got, want)
	if n < 0 {
		return nil
	}
	line := lineOf(want, n)
	return blame(InfoDiffers, "line", line, "found", shown(lineAt(got, line)), "expected", shown(lineAt(want, line)))
}

// lineOf is the line, from 1, in which byte n stands.
func lineOf(b []byte, n int) int { return 1 + bytes.Count(b[:n], []byte("\n")) }

// lineAt is the text of line n, from 1.
func lineAt(b []byte, n int) string {
	lines := bytes.Split(b, []byte("\n"))
	if n > len(lines) || n == len(lines) && len(lines[n-1]) == 0 {
		return nothing
	}
	return string(lines[n-1])
}
