package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"shuping/internal/words"
)

// print hands f a buffer before standard output and writes out what f has put
// into it, also where f failed half-way. f need not look at what its writes
// return; only a long one does, in order to stop early.
func (m *Main) print(f func(*bufio.Writer) error) error {
	out := bufio.NewWriter(m.Stdout)
	err := f(out)
	switch broken := out.Flush(); {
	case closedPipe(broken):
		return nil // whoever reads has had enough
	case broken != nil:
		return m.noOutput(broken)
	}
	return err
}

// closedPipe reports whether whoever read has gone. Windows has two numbers for it.
func closedPipe(err error) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232)
	return errors.Is(err, syscall.EPIPE) || runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}

// noOutput words that standard output takes nothing more.
func (m *Main) noOutput(err error) error {
	return fail(words.NoOutput(m.lang), map[string]any{"reason": words.SaidBySystem(m.lang, rootCause(err).Error())})
}

// interruptible is a context that the first signal ends: what runs under it stops, and
// leaves nothing half done.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}
