package meeting

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A piece is one part of a usage: words that stand or fall together.
type piece struct {
	words    []string
	optional bool
}

var pieces = regexp.MustCompile(`\[([^]]*)\](…?)|(\S+)`)

// dissect takes one form of a line apart, without its name.
func dissect(form string) (out []piece) {
	for _, m := range pieces.FindAllStringSubmatch(form, -1)[1:] {
		if m[3] != "" {
			out = append(out, piece{[]string{m[3]}, false})
			continue
		}
		out = append(out, piece{strings.Fields(m[1]), true})
		if again := m[2] != "" && !strings.Contains(m[1], "="); again {
			out = append(out, out[len(out)-1])
		}
	}
	return out
}

// samples are what stands in the place of a word in capitals, "3" where nothing is
// said.
var samples = map[string]string{"DAY": "2024-06-30", "LIMIT": "2024年6月", "AT": "2024-01-18T04:00:00Z", "MARK": "1", "HEX": strings.Repeat("0a", 32)}

// sampled is a word of a usage as somebody writes it.
func sampled(word string) string {
	key, value, keyed := strings.Cut(word, "=")
	if !keyed {
		key, value = "", word
	}
	value, _, _ = strings.Cut(strings.TrimSuffix(value, "…"), "|")
	parts := strings.Split(value, ",")
	for i, part := range parts {
		if s, known := samples[part]; known {
			parts[i] = s
		} else if part >= "A" && part < "a" {
			parts[i] = "3"
		}
	}
	value = strings.Join(parts, ",")
	switch {
	case keyed && key == "ROW":
		return "3=" + value + ",3"
	case keyed:
		return key + "=" + value
	}
	return value
}

// written is the line with the pieces for which keep holds.
func (l Line) written(list []piece, keep func(int, piece) bool) string {
	line := l.Name
	for i, p := range list {
		if keep(i, p) {
			for _, w := range p.words {
				line += " " + sampled(w)
			}
		}
	}
	return line
}

// What the usage of a line says is what the line takes: all of it, all but what may
// be left out, and nothing that it does not name.
func TestUsageIsWhatALineTakes(t *testing.T) {
	var keys []string
	for _, l := range Lines {
		for _, m := range regexp.MustCompile(`([a-z][a-z0-9-]*)=`).FindAllStringSubmatch(l.Usage, -1) {
			keys = append(keys, m[1])
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	for _, l := range Lines {
		for _, form := range l.Forms() {
			list := dissect(form)
			whole := l.written(list, func(int, piece) bool { return true })
			for _, line := range []string{whole, l.written(list, func(_ int, p piece) bool { return !p.optional })} {
				if o, err := (State{}).Parse(line); o == nil || err != nil {
					t.Errorf("%s: %q is refused: %v", form, line, err)
				}
			}
			for left, p := range list {
				line := l.written(list, func(i int, _ piece) bool { return i != left })
				_, err := State{}.Parse(line)
				// That a reason is missing is for the meeting to say.
				if needed := !p.optional && !strings.HasPrefix(p.words[0], "reason="); needed && err == nil {
					t.Errorf("%s: %q is not refused", form, line)
				} else if p.optional && err != nil {
					t.Errorf("%s: %q is refused: %v", form, line, err)
				}
			}
			for _, key := range keys {
				if strings.Contains(form, key+"=") {
					continue
				}
				_, err := State{}.Parse(whole + " " + key + "=3")
				if err == nil || !strings.Contains(l.Usage, key+"=") && err.(*Refusal).Code != UnknownArgument {
					t.Errorf("%s: %s= is taken: %v", form, key, err)
				}
			}
		}
	}
}

// The lines of one topic stand behind each other, and each has a name of its own.
func TestLinesAreInOrder(t *testing.T) {
	names, topics := map[string]bool{}, map[Topic]bool{}
	for i, l := range Lines {
		if names[l.Name] {
			t.Errorf("%s stands twice", l.Name)
		}
		names[l.Name] = true
		if i > 0 && l.About != Lines[i-1].About && topics[l.About] {
			t.Errorf("%s stands apart from the other lines about %s", l.Name, l.About)
		}
		topics[l.About] = true
	}
}
