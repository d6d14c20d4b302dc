package look

import (
	"slices"

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
	out, alike := make([]string, len(names)), map[string][]string{}
	for i, name := range names {
		out[i] = l.Middle(name, width)
		alike[out[i]] = append(alike[out[i]], name)
	}
	for i, name := range names {
		if all := alike[out[i]]; slices.ContainsFunc(all, func(other string) bool { return other != name }) {
			out[i] = l.around(name, all, width)
		}
	}
	return out
}

// around is name cut so that the place from which it differs from the others is in
// sight: a mark, the differing part, and as much of the end as there is room for.
func (l Look) around(name string, others []string, width int) string {
	least, most := len(name), 0 // what it has in common with all, and with the nearest
	for _, other := range others {
		if other != name {
			same := common(name, other)
			least, most = min(least, same), max(most, same)
		}
	}
	room := width - Width(l.More())
	for _, same := range []int{least, most} {
		if rest := name[same:]; Width(rest) <= room {
			return ansi.Truncate(name, room-Width(rest), "") + l.More() + rest
		}
	}
	return l.More() + ansi.Truncate(name[most:], max(0, room-Width(l.More())), "") + l.More()
}

// common is how many bytes two names have in common at their beginning, in whole
// characters.
func common(a, b string) int {
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	for same > 0 && same < len(a) && a[same]&0xC0 == 0x80 {
		same--
	}
	return same
}
