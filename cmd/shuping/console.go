package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"shuping/data"
	"shuping/internal/archive"
	"shuping/internal/journal"
	"shuping/internal/machine"
	"shuping/internal/meeting"
	"shuping/internal/papers"
	"shuping/internal/plan"
	"shuping/internal/private"
	"shuping/internal/room"
	"shuping/internal/seal"
	"shuping/internal/wall"
	"shuping/internal/words"
	"shuping/tui"
	"shuping/tui/desk"
	"shuping/tui/glyph"
	"shuping/tui/look"
)

// console joins a room with the screens and stays until the chair leaves. What
// was keyed and not yet written when the program is ended from outside is
// written before it returns.
func (m *Main) console(path string, r *room.Room, notes []string) error {
	pen, eye := r.Pen(meeting.Person{Role: "console"}, ""), r.Watch("")
	defer eye.Leave()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	seat, err := m.seat()
	if err != nil {
		return err
	}
	first := r.Sight()
	copies := m.mirrors(r)
	defer copies.close()
	lobby := &lobby{main: m, room: r, seat: seat, keys: filepath.Join(keyDir(), "seats")}
	defer lobby.shut()
	told := func(s room.Sight) tui.Sight { return lobby.told(copies.told(m.sight(s))) }
	seat.Path, seat.Mirrors = path, true
	seat.Opening = strings.Join(append(notes, m.returned(first.State)...), " ")
	seat.Look = func() (tui.Sight, bool) {
		s, open := eye.Look(ctx)
		return told(s), open
	}
	seat.Submit = func(orders []meeting.Order) (int, tui.Sight, *meeting.Refusal) {
		_ = m.recordTemplates(ctx, r, orders) // the export says what is wrong with them
		seqs, err := pen.Submit(orders...)
		var refusal *meeting.Refusal
		errors.As(err, &refusal)
		copies.wake()
		return len(seqs), told(r.Sight()), refusal
	}
	seat.Errand = func(ctx context.Context, e desk.Errand, to string, far func(done, of int64)) (tui.Outcome, error) {
		switch e {
		case desk.BeginMirror:
			dst, err := copies.begin(to)
			return tui.Outcome{Path: dst}, m.inWords(err)
		case desk.EndMirror:
			return tui.Outcome{}, m.inWords(copies.end())
		case desk.FindDoors:
			lobby.find()
			return tui.Outcome{}, nil
		case desk.OpenDoor:
			return tui.Outcome{}, m.inWords(lobby.open(to))
		case desk.ShutDoor:
			lobby.shut()
			return tui.Outcome{}, nil
		case desk.PutOut:
			lobby.putOut(to)
			return tui.Outcome{}, nil
		}
		return m.errand(ctx, e, to, r, far)
	}
	helm, err := r.Steer()
	if err != nil {
		return err
	}
	defer helm.Close()
	seat.Wall = func(blank bool, page int) {
		v := wall.View{Blank: blank, Page: page}
		helm.Show(v)
		lobby.show(v)
	}
	drawer, found, err := private.Open(path)
	if err != nil {
		return err
	}
	for _, note := range found {
		seat.Opening += " " + words.Fill(words.DrawerPutAside(m.lang), words.Values("path", note.Path, "kept", note.Kept))
	}
	seat.Private = drawer.Contents()
	seat.Generated = func(s meeting.State, p plan.Paper) bool { return len(papers.Written(s, p)) > 0 }
	seat.OverPage = papers.OverPage
	seat.Keep = func(c private.Contents) error { return m.inWords(drawer.Save(c)) }
	seat.Attach = func(ctx context.Context, to, file string, _ func(done, of int64)) error {
		_, _, err := m.attach(ctx, r, meeting.Person{Role: "console"}, path, to, file)
		return m.inWords(err)
	}
	seat.WriteLedger = func() (string, error) {
		to, err := m.putLedger(path, r.Sight().State)
		return to, m.inWords(err)
	}
	seat.ReadLedger = m.readLedger
	seat.ReadNames = m.readNames
	seat.Browse = m.browse
	last, err := m.show(tui.New(seat, told(first)))
	if model, ok := last.(tui.Model); ok {
		if rest := model.Undelivered(); len(rest) > 0 {
			_, unwritten := pen.Submit(rest...)
			err = errors.Join(err, unwritten)
		}
	}
	return err
}

// seat is what every screen needs, with or without a meeting.
func (m *Main) seat() (tui.Seat, error) {
	fonts, err := glyph.NewFonts(data.Fonts())
	if err != nil {
		return tui.Seat{}, err
	}
	depth := look.Full
	if m.Getenv("NO_COLOR") != "" {
		depth = look.None
	}
	return tui.Seat{Lang: m.lang, Fonts: fonts, Now: m.Clock, Dark: true, Depth: depth}, nil
}

func (m *Main) sight(s room.Sight) tui.Sight {
	t := tui.Sight{State: s.State, Seq: s.Head.Seq, Head: s.Head.Hash.String(), Now: s.Now}
	if s.Fault != nil {
		t.Fault = m.sentence(s.Fault)
	}
	if s.Warning != nil {
		t.Warning = m.sentence(s.Warning)
	}
	return t
}

// show gives the terminal to a root model until it leaves. The first one takes the
// terminal from the shell; it is given back when the command ends.
func (m *Main) show(model tea.Model) (tea.Model, error) {
	if m.raised == nil {
		m.raised = raise(m.Stdout, framesASecond)
	}
	return m.raised.show(model)
}

// called reports whether a signal or a closed window has ended the screens.
func (m *Main) called() bool { return m.raised != nil && m.raised.called.Load() }

// returned says where a meeting that had begun is taken up again: nothing of an
// agenda that nobody followed or that is sealed.
func (m *Main) returned(s meeting.State) []string {
	if s.Current < 0 && !s.Heads.Counted {
		return nil
	}
	var where []string
	if i := s.Running(); i >= 0 {
		where = append(where, m.itemName(s, i))
	}
	if b := s.Round.Bundle; b.Open {
		next := min(len(b.Ballots)+1, s.Size(b.Stack)) // a full bundle waits for its hand count
		where = append(where, words.Fill(words.ReturnedBundle(m.lang), map[string]any{"bundle": b.Number, "sheet": next}))
	}
	if check := s.Round.Check; check.Under() {
		where = append(where, words.Fill(words.CheckPlace(m.lang), map[string]any{"bundle": check.Bundle}))
	}
	if n := s.Next(); len(where) == 0 && n >= 0 && s.Current >= 0 && !s.IsSealed() {
		where = append(where, m.itemName(s, n))
	}
	if len(where) == 0 {
		return nil
	}
	return []string{words.Fill(words.ReturnedTo(m.lang), map[string]any{"where": strings.Join(where, words.ListComma(m.lang))})}
}

// errand does what a screen asked for outside the meeting.
func (m *Main) errand(ctx context.Context, e desk.Errand, to string, r *room.Room, far archive.Progress) (tui.Outcome, error) {
	switch e {
	case desk.ReadLog:
		rows, err := m.logRows(r)
		return tui.Outcome{Log: rows}, m.inWords(err)
	case desk.ReadMark:
		mark, err := m.mark(r)
		return tui.Outcome{Mark: mark, To: exportDir(r.Path())}, m.inWords(err)
	case desk.Export:
		done, err := m.exportBag(ctx, r, to, far)
		return done, m.inWords(err)
	case desk.Print:
		dst, err := m.printBefore(ctx, r)
		return tui.Outcome{Path: dst}, m.inWords(err)
	case desk.ReadFormer:
		s, err := m.former(ctx, to, r.Sight().State.Plan.Year, far)
		return tui.Outcome{Former: s}, m.inWords(err)
	case desk.LookAround:
		return tui.Outcome{Survey: desk.Survey{At: m.Clock(), Machine: machine.Read(filepath.Dir(r.Path())), Printed: printed(r.Path())}}, nil
	case desk.OpenWall:
		return tui.Outcome{}, m.inWords(m.openWall(r.Path()))
	case desk.Reveal:
		return tui.Outcome{}, m.inWords(m.reveal(to))
	}
	return tui.Outcome{}, nil
}

// mark is what people write down of the sealed record.
func (m *Main) mark(r *room.Room) (desk.Mark, error) {
	s := r.Sight().State
	count, err := countStamp(r, s)
	if err != nil || !s.IsSealed() {
		return desk.Mark{Count: count}, err
	}
	with, err := m.means(r.Path(), s.Plan)
	if err != nil {
		return desk.Mark{}, err
	}
	mark, err := archive.MarkOf(live{r}, with)
	return desk.Mark{Seal: s.GradeSeals(), Words: mark.Words, Groups: mark.Groups, Fingerprint: mark.Fingerprint, Count: count}, err
}

// countStamp is the seal of the count of s as people recognise it.
func countStamp(r *room.Room, s meeting.State) (desk.Stamp, error) {
	n := s.CountSeal()
	if n == 0 {
		return desk.Stamp{}, nil
	}
	record := s.Seals[n-1].Record
	for rec, err := range r.Records(uint64(record)) {
		if err != nil {
			return desk.Stamp{}, err
		}
		return desk.Stamp{Number: n, Record: record, Words: seal.Words(rec.Seq, rec.Hash), Groups: seal.HexGroups(rec.Hash)}, nil
	}
	return desk.Stamp{}, nil
}

func (m *Main) inWords(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(m.sentence(err))
}

// logMost is how many of the newest records the log screen holds.
const logMost = 5000

// logRows is the journal for the log screen. What a sheet says and what was
// written of somebody are left out: the log may be on the projector.
func (m *Main) logRows(r *room.Room) ([]desk.LogRow, error) {
	var rows []desk.LogRow
	now := r.Sight()
	from := uint64(1)
	if now.Head.Seq > logMost {
		from = now.Head.Seq - logMost + 1
	}
	for rec, err := range r.Records(from) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, m.logRow(now.State, rec))
	}
	return rows, nil
}

func (m *Main) logRow(s meeting.State, rec journal.Record) desk.LogRow {
	row := desk.LogRow{Seq: rec.Seq, At: rec.At, Who: rec.Who.Role, Kind: rec.Kind}
	if words.QuietRecord(m.lang, rec.Kind) == "" {
		row.Line = m.eventText(s, rec)
	}
	return row
}

// exportBag writes the bag into a folder, "" for where people look for it, under the
// first name that is free. It has been read back when it is there.
func (m *Main) exportBag(ctx context.Context, r *room.Room, to string, far archive.Progress) (tui.Outcome, error) {
	dst := firstFree(cmp.Or(to, exportDir(r.Path())), r.Path(), "", ".zip")
	with, err := m.means(r.Path(), r.Sight().State.Plan)
	if err != nil {
		return tui.Outcome{}, err
	}
	if err := m.templates(ctx, r.Path(), r.Sight().State, r); err != nil {
		return tui.Outcome{}, err
	}
	bag, err := archive.Export(ctx, dst, live{r}, with, far)
	if err != nil {
		return tui.Outcome{}, err
	}
	return tui.Outcome{Path: bag.Path, Lacks: m.unwritten(r.Sight().State)}, nil
}

// printBefore writes what is printed before the meeting into a folder that is new.
func (m *Main) printBefore(ctx context.Context, r *room.Room) (string, error) {
	s := r.Sight().State
	dst := beside(r.Path(), "-"+words.KeyPrint(words.Chinese), "")
	names, err := keptNames(r.Path(), s.Plan)
	if err != nil {
		return dst, err
	}
	with, err := m.means(r.Path(), s.Plan)
	if err == nil {
		_, err = archive.PapersBefore(ctx, dst, s, papers.Eve{Names: names}, with)
	}
	return dst, err
}

// printed is the folder in which what is printed before the meeting was written last,
// "" where there is none.
func printed(session string) (last string) {
	for n := 1; ; n++ {
		name := numbered(exportDir(session), session, "-"+words.KeyPrint(words.Chinese), "", n)
		if !exists(name) {
			return last
		}
		last = name
	}
}

// beside is the first free name for something made of a session, where people look
// for it.
func beside(session, what, ending string) string {
	return firstFree(exportDir(session), session, what, ending)
}

// firstFree is the first free name in a folder for something made of a session.
func firstFree(folder, session, what, ending string) string {
	for n := 1; ; n++ {
		if name := numbered(folder, session, what, ending, n); !exists(name) {
			return name
		}
	}
}

// numbered is the nth name, from 1, for something made of a session.
func numbered(folder, session, what, ending string, n int) string {
	base := filepath.Join(folder, strings.TrimSuffix(filepath.Base(session), ".shuping")+what)
	if n > 1 {
		base += fmt.Sprintf("-%d", n)
	}
	return base + ending
}

// exportDir is the folder of a session that somebody put somewhere, and the
// desktop or documents for one that lies in the program's own folder.
func exportDir(path string) string {
	dir := filepath.Dir(path)
	if dir != sessionDir() {
		return dir
	}
	for _, d := range []string{xdg.UserDirs.Desktop, xdg.UserDirs.Documents} {
		if info, err := os.Stat(d); err == nil && info.IsDir() {
			return d
		}
	}
	return dir
}

// live is an open session as what a bag is made from.
type live struct{ room *room.Room }

func (l live) Head() journal.Head { return l.room.Sight().Head }

func (l live) Records(from uint64) iter.Seq2[journal.Record, error] { return l.room.Records(from) }
