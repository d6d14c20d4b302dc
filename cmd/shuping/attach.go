package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"shuping/internal/attached"
	"shuping/internal/meeting"
	"shuping/internal/room"
	"shuping/internal/words"
)

func (m *Main) attachCommand() *cobra.Command {
	return m.verb("attach FILE TO PATH", m.takes(3), func(args []string) error {
		ctx, stop := interruptible()
		defer stop()
		return m.attachFile(ctx, args[0], args[1], args[2])
	})
}

// attachFile takes a file into a session and says what is recorded of it.
func (m *Main) attachFile(ctx context.Context, session, to, path string) error {
	var o meeting.AttachFile
	var aside string
	err := m.within(session, func(r *room.Room) (err error) {
		o, aside, err = m.attach(ctx, r, meeting.Person{Role: "command"}, session, to, path)
		return err
	})
	if aside != "" {
		m.note(words.Fill(words.DueSetAside(m.lang), map[string]any{"kept": aside}))
	}
	if err != nil {
		return err
	}
	return m.print(func(w *bufio.Writer) error {
		fmt.Fprintln(w, visible(words.Fill(words.DueAttached(m.lang), map[string]any{
			"to": o.To, "name": o.Name, "bytes": o.Size, "sha256": o.SHA256,
		})))
		return nil
	})
}

// attach decides whether a file may be attached, keeps it, and only then records it,
// so that no refusal leaves a file behind and no record is without its file. A
// damaged file that stood in its place is told.
func (m *Main) attach(ctx context.Context, r *room.Room, who meeting.Person, session, to, path string) (o meeting.AttachFile, aside string, err error) {
	draft, err := attached.Take(ctx, session, path)
	if err != nil {
		return o, "", err
	}
	defer draft.Drop()
	// A name as some systems keep it, in another normal form, is the same name.
	o = meeting.AttachFile{To: to, Name: norm.NFC.String(draft.Name), Size: draft.Size, SHA256: draft.SHA256}
	if err := m.tryAll(ctx, r.Sight().State, who, []meeting.Order{o}, nil); err != nil {
		return o, "", err
	}
	if aside, err = draft.Keep(ctx); err != nil {
		return o, aside, err
	}
	_, err = r.Pen(who, "").Submit(o)
	return o, aside, err
}

// attached lists the files of a session as their shelf knows them.
func attachedFiles(s meeting.State) []attached.File {
	var out []attached.File
	for _, f := range s.Files() {
		out = append(out, attached.File{Name: f.Name, Size: f.Size, SHA256: f.SHA256})
	}
	return out
}

// shelved tidies and checks the attached files of a session that was just opened, and
// says what is wrong with them. Nothing of it keeps a meeting from being held.
func (m *Main) shelved(path string, s meeting.State) []string {
	err := attached.Sweep(path)
	out, unread := m.strayed(context.Background(), path, s)
	for _, err := range []error{err, unread} {
		if err != nil {
			out = append(out, m.sentence(err))
		}
	}
	return out
}

// strayed says of each attached file that is gone or changed what is wrong with it.
func (m *Main) strayed(ctx context.Context, path string, s meeting.State) ([]string, error) {
	bad, err := attached.Check(ctx, path, attachedFiles(s))
	var out []string
	for _, f := range bad {
		out = append(out, words.Fault(m.lang, f))
	}
	return out, err
}
