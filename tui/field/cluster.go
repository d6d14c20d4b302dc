package field

import "github.com/charmbracelet/x/ansi"

// cluster is one grapheme: what a reader takes for one character, with its
// combining marks and variation selectors. Its bytes are from from to to.
type cluster struct {
	from, to int
	width    int // cells
}

func clusters(s string) []cluster {
	var all []cluster
	for at := 0; at < len(s); {
		g, width := ansi.FirstGraphemeCluster(s[at:], ansi.GraphemeWidth)
		all = append(all, cluster{at, at + len(g), width})
		at += len(g)
	}
	return all
}

// cells is the width of s.
func cells(s string) int {
	width := 0
	for _, c := range clusters(s) {
		width += c.width
	}
	return width
}

// snap is the first offset, at or behind at, that lies between graphemes.
func snap(s string, at int) int {
	for _, c := range clusters(s) {
		if c.from >= at {
			return c.from
		}
	}
	return len(s)
}

// before is the start of the grapheme in front of at, and behind the end of
// the one that follows.
func before(s string, at int) int {
	start := 0
	for _, c := range clusters(s[:at]) {
		start = c.from
	}
	return start
}

func behind(s string, at int) int {
	if at == len(s) {
		return at
	}
	g, _ := ansi.FirstGraphemeCluster(s[at:], ansi.GraphemeWidth)
	return at + len(g)
}
