package main

import (
	"context"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

// TestScriptIsReadAsItStands: whatever way its bytes arrive, the same lines with
// the same numbers come out.
func TestScriptIsReadAsItStands(t *testing.T) {
	source := "\ufeffone\r\n\ntwo 二\nthree"
	want := []string{"one", "", "two 二", "three"}
	for name, in := range map[string]io.Reader{
		"at once":      strings.NewReader(source),
		"byte by byte": iotest.OneByteReader(strings.NewReader(source)),
		"in halves":    iotest.HalfReader(strings.NewReader(source)),
	} {
		var got []string
		for b := range newScript(in).batches(context.Background()) {
			if b.wrong != nil || b.first != len(got)+1 {
				t.Errorf("%s: batch %+v after %d lines", name, b, len(got))
			}
			got = append(got, b.lines...)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestBatchesAreBounded(t *testing.T) {
	source := strings.Repeat("takeback\n", 3*maxBatch+1)
	total := 0
	for b := range newScript(strings.NewReader(source)).batches(context.Background()) {
		if len(b.lines) > maxBatch {
			t.Errorf("%d lines in one batch", len(b.lines))
		}
		total += len(b.lines)
	}
	if total != 3*maxBatch+1 {
		t.Errorf("%d lines", total)
	}
}

func TestLinesUpToTheLimitAreRead(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{strings.Repeat("a", maxScriptLine) + "\n", true},
		{strings.Repeat("a", maxScriptLine) + "\r\n", true},
		{strings.Repeat("a", maxScriptLine), true},
		{strings.Repeat("a", maxScriptLine+1) + "\n", false},
		{strings.Repeat("a", maxScriptLine+1), false},
		{strings.Repeat("a", 4*maxScriptLine), false},
	} {
		b, _ := newScript(strings.NewReader(c.text)).next()
		if got := b.wrong == nil; got != c.ok {
			t.Errorf("%d bytes: %v", len(c.text), b.wrong)
		}
	}
}

func TestFailedReadNamesItsLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader("one\ntwo\n"), iotest.ErrReader(io.ErrUnexpectedEOF))
	s := newScript(in)
	s.next()
	if b, _ := s.next(); b.wrong == nil || b.wrong.line != 3 || b.wrong.err != io.ErrUnexpectedEOF {
		t.Errorf("got %+v", b.wrong)
	}
}
