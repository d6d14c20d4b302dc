package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"unicode/utf8"

	"shuping/internal/meeting"
)

const (
	// maxScriptLine is the greatest length of a line in bytes: more than the
	// longest text that a meeting keeps, written with every character escaped.
	maxScriptLine = 64 << 10

	// maxBatch is how many lines go into one transaction.
	maxBatch = 512
)

var (
	errLineTooLong = errors.New("the line is too long")
	errLineNotText = errors.New("the line is not UTF-8")
)

// A script is read line by line: UTF-8, with or without a byte order mark, with
// either kind of line end.
type script struct {
	in   *bufio.Reader
	line int
}

func newScript(in io.Reader) *script {
	return &script{in: bufio.NewReaderSize(in, maxScriptLine+2)}
}

// A batch is lines that were there to be read without waiting, the first of
// them numbered first, and what is wrong with the line behind them.
type batch struct {
	first int
	lines []string
	wrong *badLine
}

// A badLine is a line that cannot be read or makes no order. It has no text where it
// could not be read.
type badLine struct {
	line int
	text string
	err  error
}

// batches reads ahead by one batch, until the script ends or goes wrong.
// Reading cannot be interrupted; done lets the reader go once it has read.
func (s *script) batches(done context.Context) <-chan batch {
	out := make(chan batch)
	go func() {
		defer close(out)
		for more := true; more; {
			var b batch
			b, more = s.next()
			select {
			case out <- b:
			case <-done.Done():
				return
			}
		}
	}()
	return out
}

// next waits for one line and takes those with it that are there already.
func (s *script) next() (b batch, more bool) {
	b.first = s.line + 1
	for len(b.lines) == 0 || len(b.lines) < maxBatch && s.ready() {
		text, err := s.read()
		if err == io.EOF {
			return b, false
		}
		if err != nil {
			b.wrong = &badLine{s.line, "", err}
			return b, false
		}
		b.lines = append(b.lines, text)
	}
	return b, true
}

// ready reports whether a whole line lies in the buffer.
func (s *script) ready() bool {
	there, _ := s.in.Peek(s.in.Buffered())
	return bytes.IndexByte(there, '\n') >= 0
}

// read is the next line without its end.
func (s *script) read() (string, error) {
	raw, err := s.in.ReadSlice('\n')
	if err == io.EOF && len(raw) == 0 {
		return "", io.EOF
	}
	s.line++
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return "", err
	}
	if s.line == 1 {
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	}
	raw = bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	switch {
	case err == bufio.ErrBufferFull || len(raw) > maxScriptLine:
		return "", errLineTooLong
	case !utf8.Valid(raw):
		return "", errLineNotText
	}
	return string(raw), nil
}

// orders are what the lines ask for and the numbers of the lines that ask for
// something, up to the first that is wrong.
func (b batch) orders(s meeting.State) (orders []meeting.Order, at []int, wrong *badLine) {
	for i, text := range b.lines {
		order, err := s.Parse(text)
		if err != nil {
			return orders, at, &badLine{b.first + i, text, err}
		}
		if order != nil {
			orders, at = append(orders, order), append(at, b.first+i)
		}
	}
	return orders, at, b.wrong
}
