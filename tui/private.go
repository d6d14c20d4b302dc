package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/private"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
)

// What the chair keeps for himself, drafts of text among it, lies outside the
// meeting. One write is under way at a time; the next one writes the newest.
type privacy struct {
	contents private.Contents
	drafts   map[string]bool // the names of the texts that are being written
	unkept   bool            // the contents are newer than what was handed over
	storing  bool            // a write is under way
}

type (
	keptMsg     struct{ err error }
	attachedMsg struct{ err error }
)

// drafting keeps what is being written in any question, and forgets what no longer
// is: it was stored, or given up.
func (m Model) drafting() Model {
	var now map[string]bool
	next := m.private.contents
	for _, q := range m.asks {
		if q == nil {
			continue
		}
		name, text := q.Draft()
		if name == "" {
			continue
		}
		if now == nil {
			now = map[string]bool{}
		}
		now[name] = true
		if next.Drafts[name] != text {
			next = next.Draft(name, text)
			m.private.unkept = true
		}
	}
	for name := range m.private.drafts {
		if !now[name] && next.Drafts[name] != "" {
			next = next.Draft(name, "")
			m.private.unkept = true
		}
	}
	m.private.contents, m.private.drafts = next, now
	return m
}

// keep starts a write of the drawer if none is under way and something is new.
func (m Model) keep() (Model, tea.Cmd) {
	if m.private.storing || !m.private.unkept || m.seat.Keep == nil {
		m.private.unkept = m.private.unkept && m.seat.Keep != nil
		return m, nil
	}
	m.private.storing, m.private.unkept = true, false
	put, contents := m.seat.Keep, m.private.contents
	return m, func() tea.Msg { return keptMsg{put(contents)} }
}

// kept takes what came of a write of the drawer.
func (m Model) kept(msg keptMsg) (Model, tea.Cmd) {
	m.private.storing = false
	if msg.err != nil {
		m = m.say(m.context().Say(words.KeepFailed, "problem", msg.err), frame.Wrong)
		m.ending = false
	}
	m, cmd := m.keep()
	return m, tea.Batch(cmd, m.gone())
}

// attach copies a file into the session and records it.
func (m Model) attach(a *desk.Attachment) (Model, tea.Cmd) {
	if a == nil || m.seat.Attach == nil {
		return m, nil
	}
	take := m.seat.Attach
	return m.await(words.FileAttaching, func(ctx context.Context, far func(done, of int64)) tea.Msg {
		return attachedMsg{take(ctx, a.To, a.Path, far)}
	})
}

func (m Model) attached(msg attachedMsg) Model {
	if msg.err != nil {
		return m.say(msg.err.Error(), frame.Wrong)
	}
	return m.say(words.PrepareStored(m.seat.Lang), frame.Plain)
}

// gone ends the program once all that was to be stored is.
func (m Model) gone() tea.Cmd {
	if m.ending && m.outbox.empty() && !m.private.storing {
		return tea.Quit
	}
	return nil
}
