package main

import (
	"bufio"
	"errors"
	"fmt"
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

// start shows the start screen, and shows it again after each meeting, until
// somebody leaves it.
func (m *Main) start() error {
	opening := ""
	for {
		groups, runs := m.beginnings()
		seat, err := m.seat()
		if err != nil {
			return err
		}
		last, err := m.show(start.New(start.Setting{
			Lang: seat.Lang, Dark: seat.Dark, Depth: seat.Depth, Font: seat.Font, Notice: opening, Groups: groups,
		}))
		if err != nil {
			return err
		}
		s, ok := last.(start.Start)
		if !ok || m.called() || s.Chosen() < 0 || runs[s.Chosen()] == nil {
			return nil
		}
		opening = ""
		if err := runs[s.Chosen()](); err != nil {
			if m.called() {
				return err
			}
			opening = m.sentence(err) // said on the start screen; nothing was lost
		}
	}
}

// beginnings is what may be done, and what does it: go on with a session, the newest
// first, begin one on each plan, make a plan, rehearse, leave.
func (m *Main) beginnings() (groups []start.Group, runs []func() error) {
	dir := sessionDir()
	var goOn, begin []beginning
	for _, path := range sessions(dir) {
		goOn = append(goOn, beginning{m.sessionChoice(path), func() error { return m.run(path, "") }})
	}
	for _, name := range planNames(dir) {
		begin = append(begin, beginning{start.Choice{Name: m.planLine(name)}, func() error { return m.begin(dir, name) }})
	}
	tools := []beginning{
		{start.Choice{Name: words.FormStart(m.lang)}, func() error { return m.planForStart(dir) }},
		{start.Choice{Name: words.StartRehearse(m.lang)}, m.rehearse},
		{start.Choice{Name: words.LeaveYes(m.lang)}, nil},
	}
	for _, g := range []struct {
		title, next words.Sentence
		list        []beginning
	}{{words.StartGoOn, words.StartGoOnNext, goOn}, {words.StartNewMeeting, words.StartNewNext, begin}, {words.StartTools, nil, tools}} {
		if len(g.list) == 0 {
			continue
		}
		group := start.Group{Title: g.title(m.lang), Next: g.next}
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

// sessions lists the sessions in dir, the one written last first.
func sessions(dir string) []string {
	paths, _ := filepath.Glob(filepath.Join(dir, "*.shuping"))
	return newestFirst(paths)
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

// sessionChoice is what the start screen says of a session: the title from its first
// record and the next of its dates; at the right its name, and when it was written
// last.
func (m *Main) sessionChoice(path string) start.Choice {
	name := strings.TrimSuffix(filepath.Base(path), ".shuping")
	p, err := m.sessionPlan(path)
	if err != nil {
		return start.Choice{Name: visible(words.Fill(words.StartBroken(m.lang), map[string]any{"name": name, "problem": m.sentence(err)}))}
	}
	aside := name
	if info, err := os.Stat(path); err == nil {
		aside += "  " + m.local(info.ModTime())
	}
	return start.Choice{Name: visible(p.Title + m.nextDate(p)), Aside: visible(aside)}
}

// stale is how many days behind a date the start screen still tells of it.
const stale = 30

// nextDate is the next of the plan's dates, with the days that are left: when the
// work starts, when it is done, when the papers are filed. A date that is long
// past is not told.
func (m *Main) nextDate(p plan.Plan) string {
	y, month, d := m.Clock().Local().Date()
	today := plan.Day{Year: y, Month: month, Day: d}
	sentences := []string{words.StartWorkFrom(m.lang), words.StartWorkUntil(m.lang), words.StartFileBy(m.lang)}
	for i, day := range []plan.Day{p.Dates.From, p.Dates.Until, p.Dates.FileBy} {
		left := today.DaysUntil(day)
		if left >= 0 || i == len(sentences)-1 && left >= -stale && day != (plan.Day{}) {
			of := words.DaysLeft(m.lang)
			if left < 0 {
				of, left = words.DaysOver(m.lang), -left
			}
			return "  " + words.Fill(sentences[i], map[string]any{"day": day}) + words.Fill(of, map[string]any{"days": left})
		}
	}
	return ""
}

// sessionPlan reads the first record only.
func (m *Main) sessionPlan(path string) (plan.Plan, error) {
	f, err := durable.Open(path + twinSuffix)
	if errors.Is(err, os.ErrNotExist) {
		return plan.Plan{}, nil // the copy is made again when the session is opened
	}
	if err != nil {
		return plan.Plan{}, err
	}
	defer f.Close()
	for rec, err := range journal.ReadLines(bufio.NewReader(f)) {
		if err != nil {
			return plan.Plan{}, err
		}
		s, err := m.follow(path, meeting.State{}, rec)
		return s.Plan, err
	}
	return plan.Plan{}, nil
}

// begin makes a session on a plan in the user's folder and opens its console.
func (m *Main) begin(dir, name string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	day, short := m.Clock().Format("20060102"), strings.TrimSuffix(filepath.Base(name), planEnding)
	for n := 1; ; n++ {
		path := filepath.Join(dir, fmt.Sprintf("%s-%s-%d.shuping", short, day, n))
		if exists(path) || exists(path+twinSuffix) {
			continue
		}
		r, err := m.create(path, name, false)
		if err != nil {
			return err
		}
		return errors.Join(m.console(path, r, nil), r.Close())
	}
}
