package main

import (
	"bytes"
	"context"
	"errors"

	"shuping/data"
	"shuping/internal/words"
	"shuping/tui/start"
)

// errLeft is what came of a screen that was left without an answer.
var errLeft = errors.New("left")

// setting is what every screen outside a meeting is given.
func (m *Main) setting(notice string) (start.Setting, error) {
	seat, err := m.seat()
	return start.Setting{
		Lang: seat.Lang, Dark: seat.Dark, Depth: seat.Depth, Fonts: seat.Fonts,
		Notice: notice, Manual: data.Manual(m.lang.Tag(), "start"),
	}, err
}

// step shows one screen outside a meeting until it ends.
func (m *Main) step(notice string, screen func(start.Setting) start.Start) (start.Start, error) {
	setting, err := m.setting(notice)
	if err != nil {
		return start.Start{}, err
	}
	last, err := m.show(screen(setting))
	if err == nil && m.called() {
		err = errLeft
	}
	s, _ := last.(start.Start)
	return s, err
}

// choose asks for one of some choices.
func (m *Main) choose(groups ...start.Group) (int, error) {
	s, err := m.step("", func(to start.Setting) start.Start { return start.New(to, groups...) })
	if err == nil && s.Chosen() < 0 {
		err = errLeft
	}
	return s.Chosen(), err
}

// find asks for a file of some kinds, or for a folder where none is named.
func (m *Main) find(ask words.Sentence, kinds ...string) (string, error) {
	s, err := m.step("", func(to start.Setting) start.Start {
		if len(kinds) == 0 {
			return start.FindFolder(to, ask(m.lang), m.browse)
		}
		return start.Find(to, ask(m.lang), m.browse, kinds...)
	})
	if err == nil && s.Path() == "" {
		err = errLeft
	}
	return s.Path(), err
}

// fill asks for fields, again where check finds something wrong with one, which is one
// sentence; the cursor then stands in it.
func (m *Main) fill(title string, fields []start.Field, check func([]string) (at int, problem string)) ([]string, error) {
	for at, notice := 0, ""; ; {
		s, err := m.step(notice, func(to start.Setting) start.Start { return start.Ask(to, title, at, fields...) })
		answers := s.Answers()
		if err != nil || answers == nil {
			return nil, errors.Join(err, errLeft)
		}
		if at, notice = check(answers); notice == "" {
			return answers, nil
		}
		for i := range fields {
			fields[i].Offer = answers[i]
		}
	}
}

// tell shows a text until it was read.
func (m *Main) tell(text string) error {
	_, err := m.step("", func(to start.Setting) start.Start { return start.Tell(to, text) })
	return err
}

// await runs something that takes its time, and shows how far it is.
func (m *Main) await(name words.Sentence, run func(context.Context, *Main) error) error {
	ended := make(chan error, 1)
	_, err := m.step("", func(to start.Setting) start.Start {
		return start.Await(to, name, func(ctx context.Context, far func(done, of int64)) {
			quiet := *m
			quiet.far, quiet.Stderr = far, new(bytes.Buffer)
			ended <- run(ctx, &quiet)
		})
	})
	if err != nil {
		return err
	}
	return <-ended
}

// report runs a command and shows what it would have printed, its failure included.
func (m *Main) report(name words.Sentence, run func(context.Context, *Main) error) error {
	var said bytes.Buffer
	err := m.await(name, func(ctx context.Context, quiet *Main) error {
		quiet.Stdout, quiet.Stderr = &said, &said
		return run(ctx, quiet)
	})
	if errors.Is(err, errLeft) || errors.Is(err, context.Canceled) {
		return errLeft
	}
	text := said.String()
	if err != nil {
		text += "\n" + m.sentence(err)
	}
	return m.tell(text)
}
