package main

import (
	"bytes"
	"os"
)

// plainKeys is a terminal that is never asked for enhanced keys: under them
// some terminals drop single characters that an input method commits.
type plainKeys struct{ *os.File }

// asks are the sequences by which Bubble Tea turns enhanced keys on.
var asks = [][]byte{[]byte("\x1b[>4;2m"), []byte("\x1b[>1u"), []byte("\x1b[=1;1u")}

// Write passes everything on but the asks, which are always written whole.
func (t plainKeys) Write(b []byte) (int, error) {
	kept := b
	for _, ask := range asks {
		kept = bytes.ReplaceAll(kept, ask, nil)
	}
	if _, err := t.File.Write(kept); err != nil {
		return 0, err
	}
	return len(b), nil
}

// WriteString does the same for text.
func (t plainKeys) WriteString(s string) (int, error) { return t.Write([]byte(s)) }
