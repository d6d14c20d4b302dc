package main

import (
	"bufio"
	"errors"
	"os"

	"shuping/internal/words"
)

// print hands f a buffer before standard output and writes out what f has put
// into it, also where f failed half-way. f need not look at what its writes
// return; only a long one does, in order to stop early.
func (m *Main) print(f func(*bufio.Writer) error) error {
	out := bufio.NewWriter(m.Stdout)
	err := f(out)
	if broken := out.Flush(); broken != nil {
		return m.noOutput(broken)
	}
	return err
}

// noOutput words that standard output takes nothing more.
func (m *Main) noOutput(err error) error {
	return fail(words.NoOutput(m.lang), map[string]any{"reason": rootCause(err)})
}

// writeNew writes a file that was not there, whole or not at all.
func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
