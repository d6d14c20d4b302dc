package journal

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"shuping/internal/fault"
)

func journalOf(n int) []string {
	_, records, err := newBatch("", Head{}, entries(1, n))
	if err != nil {
		panic(err)
	}
	var all []string
	for _, r := range records {
		all = append(all, string(r.Line())+"\n")
	}
	return all
}

// readAll is how many records a stream proves, and where it ends.
func readAll(text string) (n int, wrong *fault.Fault) {
	for r, err := range ReadLines(strings.NewReader(text)) {
		if err != nil {
			errors.As(err, &wrong)
			return n, wrong
		}
		if n++; r.Seq != uint64(n) {
			panic("out of order")
		}
	}
	return n, nil
}

func TestReadLinesProvesTheChain(t *testing.T) {
	lines := journalOf(20)
	whole := strings.Join(lines, "")
	if n, wrong := readAll(whole); n != 20 || wrong != nil {
		t.Fatalf("%d, %v", n, wrong)
	}
	for r, err := range ReadLines(iotest.OneByteReader(strings.NewReader(whole))) {
		must(t, err)
		if r.Seq == 5 {
			break
		}
	}
	for name, c := range map[string]struct {
		text string
		code fault.Code
		line int
		says string
	}{
		"nothing":       {"", Empty, 0, "empty"},
		"blank line":    {"\n" + whole, Damaged, 1, "at 1:record 1:"},
		"blank at end":  {whole + "\n", Damaged, 21, "at 21:record 21:"},
		"no newline":    {strings.TrimSuffix(whole, "\n"), Torn, 20, "no newline"},
		"broken off":    {whole[:len(whole)-40], Torn, 20, "no newline"},
		"Windows lines": {strings.ReplaceAll(whole, "\n", "\r\n"), Damaged, 1, "byte"},
		"a byte":        {strings.Replace(whole, `"sheet":17`, `"sheet":71`, 1), Damaged, 17, "hash"},
		"endless line":  {whole + strings.Repeat("x", 3*MaxLine), Damaged, 21, "longer"},
		"no first":      {strings.Join(lines[1:], ""), Damaged, 1, "number 2"},
	} {
		_, wrong := readAll(c.text)
		if wrong == nil || wrong.Code != c.code || wrong.At.Line != c.line || !strings.Contains(wrong.Error(), c.says) {
			t.Errorf("%s: %v", name, wrong)
		}
	}
}

func TestReadLinesPassesOnWhatTheReaderSays(t *testing.T) {
	broken := errors.New("the stick was pulled")
	var last error
	for _, err := range ReadLines(io.MultiReader(strings.NewReader(journalOf(3)[0]), iotest.ErrReader(broken))) {
		last = err
	}
	if !errors.Is(last, broken) {
		t.Errorf("%v", last)
	}
}

// Each way to touch a journal that leaves whole lines is seen, at the first line
// that is not where it was.
func TestReadLinesMissesNoLine(t *testing.T) {
	lines := journalOf(12)
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(lines)-2).Draw(t, "at")
		touched := slices.Clone(lines)
		switch rapid.SampledFrom([]string{"drop", "double", "swap"}).Draw(t, "how") {
		case "drop":
			touched = slices.Delete(touched, at, at+1)
			at++
		case "double":
			touched = slices.Insert(touched, at, touched[at])
			at += 2
		case "swap":
			other := rapid.IntRange(at+1, len(lines)-1).Draw(t, "other")
			touched[at], touched[other] = touched[other], touched[at]
			at++
		}
		n, wrong := readAll(strings.Join(touched, ""))
		if wrong == nil || wrong.At.Line != at || n != at-1 {
			t.Fatalf("%d records, %v; want line %d", n, wrong, at)
		}
	})
}
