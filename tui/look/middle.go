package look

import (
	"github.com/charmbracelet/x/ansi"
)

// Middle is s, which has no styles, in at most width cells: where it is too long its
// middle gives way, because names differ at their ends.
func (l Look) Middle(s string, width int) string {
	if Width(s) <= width {
		return s
	}
	room := width - Width(l.More())
	if room < 2 {
		return ansi.Truncate(s, max(0, width), "")
	}
	head := ansi.Truncate(s, (room+1)/2, "")
	return head + l.More() + tail(s, room-Width(head))
}

// tail is the end of s in at most width cells.
func tail(s string, width int) string {
	for cut := max(0, Width(s)-width); ; cut++ {
		if end := ansi.TruncateLeft(s, cut, ""); Width(end) <= width {
			return end // a wide character that the cut goes through is left out
		}
	}
}

// Apart cuts names in their middle so that names which differ stay different. Where
// two would look alike, the cut moves to what they share, and the part in which they
// differ is kept.
func (l Look) Apart(names []string, width int) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = l.Middle(name, width)
	}
	for i := range names {
		for j := range names {
			if names[i] != names[j] && out[i] == out[j] {
				out[i], out[j] = l.around(names[i], names[j], width), l.around(names[j], names[i], width)
			}
		}
	}
	return out
}

// around is name cut so that the place from which it differs from other is in
// sight: a mark, the differing part, and as much of the end as there is room for.
func (l Look) around(name, other string, width int) string {
	same := 0
	for same < len(name) && same < len(other) && name[same] == other[same] {
		same++
	}
	for same > 0 && same < len(name) && name[same]&0xC0 == 0x80 { // inside a character
		same--
	}
	rest := name[same:]
	room := width - Width(l.More())
	if Width(rest) > room {
		return l.More() + ansi.Truncate(rest, max(0, room-Width(l.More())), "") + l.More()
	}
	return ansi.Truncate(name, room-Width(rest), "") + l.More() + rest
}
