package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shuping/data"
	"shuping/internal/archive"
	"shuping/internal/meeting"
	"shuping/internal/mirror"
	"shuping/internal/plan"
	"shuping/internal/room"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/picker"
	"shuping/tui/start"
)

// newMeeting begins a meeting on a plan that is chosen, with people and a place for its
// file that are asked for.
func (m *Main) newMeeting(dir string) error { return m.newYear(dir, nil) }

// newAfter begins a meeting after last year's export, which is verified first.
func (m *Main) newAfter(dir string) error {
	bag, err := m.findExport()
	if err != nil {
		return err
	}
	var last lastYear
	err = m.await(words.StartVerifying, func(ctx context.Context, quiet *Main) error {
		last, err = quiet.readLastYear(ctx, bag, "")
		return err
	})
	if err != nil {
		return err
	}
	return m.newYear(dir, &last)
}

// newYear asks for all that a new meeting needs, and makes it at the very end, after
// last year's where there is one.
func (m *Main) newYear(dir string, last *lastYear) error {
	name, err := m.choosePlan(dir)
	if err != nil {
		return err
	}
	p, err := m.findPlan(name)
	if err != nil {
		return err
	}
	path, order, err := m.fillMeeting(dir, name, p)
	if err != nil {
		return err
	}
	var r *room.Room
	var notes []string
	if last == nil {
		r, err = m.begin(path, order)
	} else {
		err = m.await(words.StartCarrying, func(ctx context.Context, quiet *Main) error {
			var carried carriedOver
			r, carried, err = quiet.createAfter(ctx, path, order, *last)
			notes = append(notes, last.loud, carried.sum)
			if carried.note != "" {
				notes = append(notes, carried.note)
			}
			return err
		})
	}
	if err != nil {
		return err
	}
	remember(dir, path)
	if warning := m.badPlace(path); warning != "" {
		notes = append(notes, warning)
	}
	return errors.Join(m.console(path, r, notes), r.Close())
}

// choosePlan asks which plan a meeting is held on: one that was made here, the newest
// first, one that comes with the program, or another file.
func (m *Main) choosePlan(dir string) (string, error) {
	names := slices.Concat(ownPlans(dir), data.Plans())
	choices := make([]start.Choice, 0, len(names)+1)
	for _, name := range names {
		choices = append(choices, start.Choice{Name: m.planLine(name), Aside: filepath.Base(name)})
	}
	choices = append(choices, start.Choice{Name: words.StartOtherPlan(m.lang)})
	n, err := m.choose(start.Group{Title: words.StartWhichPlan(m.lang), Next: words.StartPlanNext, Choices: choices})
	if err != nil {
		return "", err
	}
	if n < len(names) {
		return names[n], nil
	}
	return m.find(words.StartFindPlan, planEnding)
}

// fillMeeting asks who is reviewed and where the session is to lie. A plan that says
// who it is, is taken as it stands; otherwise the names become part of it.
func (m *Main) fillMeeting(dir, name string, p plan.Plan) (path string, order meeting.OpenSession, err error) {
	var fields []start.Field
	var asked []int
	check := func(name string) string {
		if typed.HasDigit(name) {
			return words.NameInForm(m.lang)
		}
		return ""
	}
	for i, s := range p.Subjects {
		if s.Name == "" {
			asked = append(asked, i)
			fields = append(fields, start.Field{Label: s.Post, Hint: words.StartNameHint(m.lang), Check: check})
		}
	}
	fields = append(fields,
		start.Field{Label: words.StartFile(m.lang), Offer: fmt.Sprintf("%d-%s", p.Year, m.Clock().Format("20060102"))},
		start.Field{Label: words.StartFolder(m.lang), Offer: dir})
	answers, err := m.fill(m.say(words.StartFill, "title", p.Title, "unit", p.Unit), fields, func(a []string) (int, string) {
		for n, i := range asked {
			p.Subjects[i].Name = strings.TrimSpace(a[n])
		}
		folder, err := m.sessionFolder(a[len(a)-1], dir)
		if err != nil {
			return len(a) - 1, m.sentence(err)
		}
		if path, err = m.sessionAt(folder, a[len(a)-2]); err != nil {
			return len(a) - 2, m.sentence(err)
		}
		if order, err = m.session(name, false); err == nil && anyNamed(p, asked) {
			order.PlanText = string(p.TOML(words.InPlanFile))
			_, _, err = meeting.Try(meeting.State{}, meeting.Person{}, m.Clock(), order)
		}
		if err != nil {
			return 0, m.sentence(err)
		}
		return 0, ""
	})
	if answers == nil {
		return "", order, err
	}
	return path, order, nil
}

// anyNamed reports whether one of the people asked for was named.
func anyNamed(p plan.Plan, asked []int) bool {
	return slices.ContainsFunc(asked, func(i int) bool { return p.Subjects[i].Name != "" })
}

// sessionFolder is the folder that was typed. The program's own is made where it is not
// there yet.
func (m *Main) sessionFolder(text, own string) (string, error) {
	folder, err := m.pathOf(strings.TrimSpace(text))
	if err != nil {
		return "", err
	}
	if folder == own {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", err
		}
	}
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		err = fail(words.FindNoFolder(m.lang), words.Values("path", folder))
	}
	return folder, err
}

// sessionAt is where a session of that name lies in a folder, if one may be made there.
func (m *Main) sessionAt(folder, name string) (string, error) {
	name = strings.TrimSuffix(strings.TrimSpace(name), sessionEnding)
	path := filepath.Join(folder, name+sessionEnding)
	switch {
	case name == "" || filepath.Base(name) != name:
		return "", fail(words.StartBadName(m.lang), map[string]any{"name": name})
	case exists(path) || exists(path+twinSuffix):
		return "", &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	return path, nil
}

// openOther opens a session that lies elsewhere.
func (m *Main) openOther() error {
	path, err := m.find(words.StartFindSession, sessionEnding, mirror.Ending)
	if err != nil {
		return err
	}
	if strings.HasSuffix(path, sessionEnding) {
		remember(sessionDir(), path)
	}
	return m.run(path, "")
}

// findExport asks for an export: a ZIP file, or the folder of one that was unpacked.
func (m *Main) findExport() (string, error) {
	s, err := m.step("", func(to start.Setting) start.Start {
		return start.Find(to, words.StartFindExport(m.lang), func(path string) (picker.Listing, error) {
			l, err := m.browse(path)
			if err == nil && slices.ContainsFunc(l.Entries, func(e picker.Entry) bool { return e.Name == "bagit.txt" }) {
				l.File = l.Folder
			}
			return l, err
		})
	})
	if err == nil && s.Path() == "" {
		err = errLeft
	}
	return s.Path(), err
}

// verifyChosen verifies an export and shows what each check has shown.
func (m *Main) verifyChosen() error {
	path, err := m.findExport()
	if err != nil {
		return err
	}
	answers, err := m.fill(path, []start.Field{{Label: words.StartWords(m.lang), Hint: words.StartWordsHint(m.lang)}}, func([]string) (int, string) { return 0, "" })
	if err != nil {
		return err
	}
	return m.report(words.StartVerifying, func(ctx context.Context, quiet *Main) error {
		err := quiet.verify(ctx, path, answers[0], false)
		var whole unproven
		if errors.As(err, &whole) {
			return nil // the last line says so
		}
		return err
	})
}

// chooseSession asks for one of the sessions in the program's folder, or another.
func (m *Main) chooseSession() (string, error) {
	paths := sessions(sessionDir())
	var choices []start.Choice
	for i, path := range paths {
		choices = append(choices, m.sessionChoice(path, i < followed))
	}
	choices = append(choices, start.Choice{Name: words.StartOpen(m.lang)})
	n, err := m.choose(start.Group{Title: words.StartWhichSession(m.lang), Choices: choices})
	if err != nil {
		return "", err
	}
	if n < len(paths) {
		return paths[n], nil
	}
	return m.find(words.StartFindSession, sessionEnding)
}

// papersChosen writes the papers of a session into a folder of their own: those that
// are printed before the meeting where that has not begun.
func (m *Main) papersChosen() error {
	path, err := m.chooseSession()
	if err != nil {
		return err
	}
	into, err := m.find(words.StartPapersInto)
	if err != nil {
		return err
	}
	to := firstFree(into, path, words.StartPapersFolder(m.lang), "")
	s, err := m.sessionState(path, true)
	if err != nil {
		return err
	}
	return m.report(words.StartPapersWriting, func(ctx context.Context, quiet *Main) error {
		write := quiet.papers
		if s.Current < 0 && !s.Heads.Counted {
			write = func(ctx context.Context, path, to string, shared fs.FileMode) ([]archive.Paper, error) {
				return quiet.papersBefore(ctx, path, to, "", false, shared)
			}
		}
		list, err := write(ctx, path, to, modeOf(false))
		return quiet.tellPapers(to, list, err, false)
	})
}

// dueOfAll shows what is missing in every session of the program's folder.
func (m *Main) dueOfAll() error {
	return m.report(words.StartDueReading, func(_ context.Context, quiet *Main) error {
		paths := sessions(sessionDir())
		if len(paths) == 0 {
			return failure{words.StartNoSession(m.lang)}
		}
		return quiet.due(paths, false)
	})
}

// wallChosen opens the wall of a session in a window of its own.
func (m *Main) wallChosen() error {
	path, err := m.chooseSession()
	if err != nil {
		return err
	}
	if err := m.openWall(path); err != nil {
		return err
	}
	return m.tell(words.WallOpened(m.lang))
}
