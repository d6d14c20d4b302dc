package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/adrg/xdg"

	"shuping/internal/durable"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/start"
)

// A beginning is one choice of the start screen and what it leads to.
type beginning struct {
	start.Choice
	run func() error // nil leaves
}

// start shows the start screen, and shows it again after whatever was chosen, until
// somebody leaves it.
func (m *Main) start() error {
	for opening := ""; ; {
		groups, runs := m.beginnings()
		s, err := m.step(opening, func(to start.Setting) start.Start { return start.New(to, groups...) })
		switch {
		case errors.Is(err, errLeft):
			return nil
		case err != nil:
			return err
		case s.Chosen() < 0 || runs[s.Chosen()] == nil:
			return nil
		}
		err = runs[s.Chosen()]()
		switch opening = ""; {
		case m.called():
			return nil
		case err != nil && !errors.Is(err, errLeft):
			opening = m.sentence(err) // said on the start screen; nothing was lost
		}
	}
}

// beginnings is what may be done, and what does it: go on with a session, the newest
// first, begin one, and whatever else a year needs.
func (m *Main) beginnings() (groups []start.Group, runs []func() error) {
	dir := sessionDir()
	var goOn []beginning
	for i, path := range sessions(dir) {
		goOn = append(goOn, beginning{m.sessionChoice(path, i < followed), func() error { return m.run(path, "") }})
	}
	do := func(name words.Sentence, aside words.Sentence, run func() error) beginning {
		b := beginning{start.Choice{Name: name(m.lang)}, run}
		if aside != nil {
			b.Aside = aside(m.lang)
		}
		return b
	}
	begin := []beginning{
		do(words.StartOnPlan, words.StartOnPlanAside, func() error { return m.newMeeting(dir) }),
		do(words.StartAfter, words.StartAfterAside, func() error { return m.newAfter(dir) }),
		do(words.StartOpen, words.StartOpenAside, m.openOther),
	}
	tools := []beginning{
		do(words.StartRehearse, nil, m.rehearse),
		do(words.FormStart, nil, func() error { return m.planForStart(dir) }),
		do(words.StartVerify, nil, m.verifyChosen),
		do(words.StartPapers, nil, m.papersChosen),
		do(words.StartDue, nil, m.dueOfAll),
		do(words.StartWall, nil, m.wallChosen),
		do(words.StartLanguage, nil, func() error { m.lang = otherLanguage(m.lang); return nil }),
		do(words.LeaveYes, nil, nil),
	}
	for _, g := range []struct {
		title, next words.Sentence
		list        []beginning
	}{{words.StartGoOn, words.StartGoOnNext, goOn}, {words.StartNewMeeting, nil, begin}, {words.StartTools, nil, tools}} {
		if len(g.list) == 0 {
			continue
		}
		group := start.Group{Title: g.title(m.lang), Next: g.next, Folds: g.next != nil}
		for _, b := range g.list {
			group.Choices, runs = append(group.Choices, b.Choice), append(runs, b.run)
		}
		groups = append(groups, group)
	}
	return groups, runs
}

// planLine is what the start screen says of a plan.
func (m *Main) planLine(name string) string {
	p, err := m.findPlan(name)
	if err != nil {
		return visible(words.Fill(words.StartBroken(m.lang), map[string]any{"name": name, "problem": m.sentence(err)}))
	}
	return words.Fill(words.StartNew(m.lang), map[string]any{"title": p.Title, "unit": p.Unit})
}

// sessionDir is the user's own data folder, which no program synchronises.
func sessionDir() string { return filepath.Join(xdg.DataHome, "shuping") }

// sessions lists the sessions in dir and those that were opened elsewhere, the one
// written last first.
func sessions(dir string) []string {
	paths, _ := filepath.Glob(filepath.Join(dir, "*.shuping"))
	return newestFirst(append(paths, recent(dir)...))
}

// newestFirst sorts paths by when they were written last.
func newestFirst(paths []string) []string {
	written := func(path string) int64 {
		info, err := os.Stat(path)
		if err != nil {
			return 0
		}
		return info.ModTime().UnixNano()
	}
	sort.SliceStable(paths, func(i, j int) bool { return written(paths[i]) > written(paths[j]) })
	return paths
}

// followed is how many sessions, the newest first, are read to their end for the start
// screen; of the others it tells what their first record says.
const followed = 6

// sessionChoice is what the start screen says of a session: title and unit; at the
// right where the meeting stands, and when it was written last.
func (m *Main) sessionChoice(path string, whole bool) start.Choice {
	name := strings.TrimSuffix(filepath.Base(path), ".shuping")
	s, err := m.sessionState(path, whole)
	if err != nil {
		return start.Choice{Name: visible(words.Fill(words.StartBroken(m.lang), map[string]any{"name": name, "problem": m.sentence(err)}))}
	}
	var aside []string
	if whole {
		aside = append(aside, m.stands(s))
	} else {
		aside = append(aside, name)
	}
	if next := m.nextDate(s.Plan); next != "" {
		aside = append(aside, next)
	}
	if info, err := os.Stat(path); err == nil {
		aside = append(aside, m.local(info.ModTime()))
	}
	return start.Choice{Name: visible(s.Plan.Title + gap + s.Plan.Unit), Aside: visible(strings.Join(aside, gap))}
}

// stands says where a meeting stands.
func (m *Main) stands(s meeting.State) string {
	_, decided := s.Grades()
	switch r := s.Running(); {
	case s.IsSealed():
		open := openProblems(s)
		if open == 0 {
			return m.say(words.StandsSealed)
		}
		return m.say(words.StandsOpen, "problems", open)
	case s.Round.Closed && decided:
		return m.say(words.StandsDecided)
	case s.Round.Closed:
		return m.say(words.StandsCounted)
	case s.Round.HasCollected:
		_, back, read := s.Round.InHand()
		return m.say(words.StandsCounting, "read", read, "collected", back)
	case r >= 0:
		return m.itemName(s, r)
	case s.Current < 0:
		return m.say(words.StandsNew)
	default:
		return m.say(words.StandsPaused)
	}
}

// stale is how many days behind a date the start screen still tells of it.
const stale = 30

// nextDate is the next of the plan's dates, with the days that are left: when the
// work starts, when it is done, when the papers are filed. A date that is long
// past is not told.
func (m *Main) nextDate(p plan.Plan) string {
	today := m.today()
	sentences := []string{words.StartWorkFrom(m.lang), words.StartWorkUntil(m.lang), words.StartFileBy(m.lang)}
	for i, day := range []plan.Day{p.Dates.From, p.Dates.Until, p.Dates.FileBy} {
		left := today.DaysUntil(day)
		if left >= 0 || i == len(sentences)-1 && left >= -stale && day != (plan.Day{}) {
			of := words.DaysLeft(m.lang)
			if left < 0 {
				of, left = words.DaysOver(m.lang), -left
			}
			return words.Fill(sentences[i], map[string]any{"day": day}) + words.Fill(of, map[string]any{"days": left})
		}
	}
	return ""
}

// sessionState reads the session that the start screen tells of: its first record, or
// all of it.
func (m *Main) sessionState(path string, whole bool) (s meeting.State, err error) {
	if whole {
		r, s, _, err := m.replay(path)
		if err == nil {
			r.Close()
		}
		return s, err
	}
	f, err := durable.Open(path + twinSuffix)
	if errors.Is(err, os.ErrNotExist) {
		return s, nil // the copy is made again when the session is opened
	}
	if err != nil {
		return s, err
	}
	defer f.Close()
	for rec, err := range journal.ReadLines(bufio.NewReader(f)) {
		if err != nil {
			return s, err
		}
		return m.follow(path, s, rec)
	}
	return s, nil
}
