package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

func (m *Main) playCommand() *cobra.Command {
	c := m.verb("play FILE SCRIPT|-", m.takes(2), func(args []string) error {
		ctx, stop := interruptible()
		defer stop()
		return m.play(ctx, args[0], args[1])
	})
	c.SetHelpFunc(func(c *cobra.Command, args []string) {
		m.help(c, args)
		// A help that cannot be printed has nowhere to say so.
		_ = m.print(m.scriptLines)
	})
	return c
}

// play puts the lines of a script into a session, those that are there to be
// read in one transaction, and answers each once it is on disk.
func (m *Main) play(ctx context.Context, path, from string) error {
	name, in, err := m.openScript(ctx, from)
	if err != nil {
		return err
	}
	defer in.Close()
	return m.within(path, func(r *room.Room) error {
		p := player{main: m, name: name, room: r, pen: r.Pen(meeting.Person{Role: "script"}, meeting.EverySeat)}
		return p.play(ctx, newScript(in).batches(ctx))
	})
}

// openScript opens the file or pipe, or standard input for "-". A pipe that nobody
// writes to does not open; ctx ends the wait.
func (m *Main) openScript(ctx context.Context, from string) (name string, in io.ReadCloser, err error) {
	if from == "-" {
		return words.ScriptTyped(m.lang), io.NopCloser(m.Stdin), nil
	}
	type opening struct {
		f   *os.File
		err error
	}
	opened := make(chan opening, 1)
	go func() {
		f, err := os.Open(from)
		opened <- opening{f, err}
	}()
	var f *os.File
	select {
	case <-ctx.Done():
		return "", nil, ctx.Err()
	case o := <-opened:
		if o.err != nil {
			return "", nil, o.err
		}
		f = o.f
	}
	// A folder can be opened, and says only when it is read what it is.
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return "", nil, &os.PathError{Op: "read", Path: from, Err: syscall.EISDIR}
	}
	return from, f, nil
}

// A player carries batches of lines to a pen.
type player struct {
	main *Main
	name string
	room *room.Room
	pen  *room.Pen
	last int // the last line that is on disk
}

// play ends with the script, with the first refusal, or between two
// transactions when ctx is done.
func (p *player) play(ctx context.Context, batches <-chan batch) error {
	for {
		select {
		case <-ctx.Done():
			return failure{p.stopped()}
		case b, more := <-batches:
			if !more {
				return nil
			}
			if ctx.Err() != nil {
				return failure{p.stopped()}
			}
			if err := p.submit(ctx, b); err != nil {
				return err
			}
		}
	}
}

// submit records the orders of a batch. What is wrong with a line counts only
// after the lines before it are recorded.
func (p *player) submit(ctx context.Context, b batch) error {
	orders, at, wrong := b.orders(p.room.Sight().State)
	if err := p.main.recordTemplates(ctx, p.room, orders); err != nil {
		p.main.note(p.main.sentence(err))
	}
	seqs, refused := p.pen.Submit(orders...)
	answered := p.answer(at, seqs)
	switch {
	case refused != nil && len(at) > 0:
		line := at[len(seqs)]
		return p.at(line, p.problem(refused, b.lines[line-b.first]))
	case refused != nil:
		return refused
	case answered != nil:
		return failure{answered.Error() + " " + p.stopped()}
	case wrong != nil:
		return p.at(wrong.line, p.problem(wrong.err, wrong.text))
	}
	return nil
}

// answer tells which lines are on disk, in one write.
func (p *player) answer(lines []int, seqs []uint64) error {
	if len(seqs) == 0 {
		return nil
	}
	var text []byte
	for i, seq := range seqs {
		text = fmt.Appendf(text, "ok %d %d\n", lines[i], seq)
	}
	p.last = lines[len(seqs)-1]
	if _, err := p.main.Stdout.Write(text); err != nil {
		return p.main.noOutput(err)
	}
	return nil
}

// problem says what is wrong with a line and, where it is badly written, how it is
// written.
func (p *player) problem(err error, text string) string {
	switch err {
	case errLineTooLong:
		return words.Fill(words.ScriptLineTooLong(p.main.lang), map[string]any{"limit": maxScriptLine})
	case errLineNotText:
		return words.ScriptLineNotText(p.main.lang)
	}
	said := p.main.sentence(err)
	refusal, ok := err.(*meeting.Refusal)
	if !ok || !slices.Contains(badlyWritten, refusal.Code) {
		return said
	}
	if line, known := meeting.LineCalled(firstWord(text)); known {
		return words.Fill(words.ScriptUsage(p.main.lang), map[string]any{"problem": said, "usage": strings.Join(line.Forms(), " | ")})
	}
	return words.Fill(words.ScriptNoCommand(p.main.lang), map[string]any{"problem": said})
}

// badlyWritten are the refusals that the usage of a line answers.
var badlyWritten = []meeting.Code{
	meeting.UnknownCommand, meeting.MissingArgument, meeting.UnknownArgument, meeting.BadNumber, meeting.BadDay, meeting.BadLimit,
	meeting.OpenQuote, meeting.UnknownWord, meeting.StackNeeded, meeting.WitnessNeeded, meeting.ClassNeeded,
}

func firstWord(line string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	return word
}

func (p *player) at(line int, problem string) error {
	return fail(words.ScriptPlace(p.main.lang), map[string]any{"path": p.name, "line": line, "problem": problem})
}

func (p *player) stopped() string {
	return words.Fill(words.ScriptStopped(p.main.lang), map[string]any{"path": p.name, "line": p.last})
}
