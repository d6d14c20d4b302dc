package tui_test

import (
	"regexp"
	"strings"
	"testing"

	"shuping/internal/meeting"
	"shuping/tui/desktest"
)

// years are meetings by every plan that comes with the program and by the rule in other
// forms, from the first line of their scripts to the last paper.
var years = map[string]struct {
	plan func(testing.TB) string
	play []string
}{
	"genhe":      {desktest.Packed("genhe-2023"), desktest.Script(desktest.Spoken, desktest.Counted())},
	"university": {desktest.University, desktest.UniversityCount()},
	"street":     {desktest.Street, desktest.StreetCount()},
	"congress":   {desktest.Congress, desktest.CongressCount()},
	"members":    {desktest.Members, desktest.MembersCount(20)},
	"vetted":     {desktest.Vetted, desktest.Script(`vet s1 passed by="赵六"`, desktest.Counted())},
	"items":      {desktest.Items, desktest.ItemsCount()},
	"exception":  {desktest.Subjects(24), desktest.Vote(24)},
}

// TestEveryScreenSaysTheNextStep of every plan in every phase, with its key, and the key
// does something there. A phase ends where the script goes on to another kind of line.
func TestEveryScreenSaysTheNextStep(t *testing.T) {
	for name, y := range years {
		t.Run(name, func(t *testing.T) {
			d := desktest.New(t, y.plan(t), "zh")
			seen := map[string]bool{}
			stops := 0
			for n, line := range append(y.play, "") {
				kind, _, _ := strings.Cut(line, " ")
				if n == len(y.play) || !seen[kind] {
					seen[kind] = true
					steps(t, d, name+" before "+line)
					stops++
				}
				if line != "" {
					d.Play(line)
				}
			}
			if stops < 5 {
				t.Fatalf("only %d phases", stops)
			}
			after(t, d, name)
		})
	}
}

// after is the phases behind the count: grades, the seal, the export, papers and
// problems.
func after(t *testing.T, d *desktest.Desk, name string) {
	t.Helper()
	if !d.State.Round.Closed {
		d.Play(`close-count by="王监票"`)
		steps(t, d, name+", count closed")
	}
	for d.State.Next() >= 0 {
		if d.State.Running() < 0 {
			d.Order(meeting.StartItem{Item: d.State.Agenda[d.State.Next()].ID, Reason: "补记"})
			d.Play("wait 5m")
		}
		d.Play("finish")
	}
	for i := d.State.FirstUndecided(); i >= 0; i = d.State.FirstUndecided() {
		grade := max(1, d.State.Verdict(i).Forced, d.State.Verdict(i).Suggested)
		d.Order(meeting.DecideGrade{Subject: d.State.Plan.Subjects[i].ID, Grade: d.State.Plan.Rule.Scale.Name(grade), Reason: "综合研究"})
		if i == 0 {
			steps(t, d, name+", one decided")
		}
	}
	steps(t, d, name+", all decided")
	d.Play("seal")
	steps(t, d, name+", sealed")
	d.Press("f7 enter").Tick()
	steps(t, d, name+", exported")
	d.Play(`problem s1 origin=superior text="台账不全"`)
	if len(d.State.Plan.Papers) > 0 {
		d.Play("file all date=2024-02-01")
	}
	steps(t, d, name+", filed")
	d.Play(`sign-off p1 by="赵六" date=2024-02-02`)
	steps(t, d, name+", all done")
}

// said is the next step in the window, and the key that it names first.
var (
	said   = regexp.MustCompile(`下一步：(\S.*?)(  |\n|$)`)
	stroke = regexp.MustCompile(`Ctrl\+[A-Z]|F\d+|Enter|Esc|↑↓|←→|数字|输入`)
)

// steps opens every place and presses what it says is to be pressed.
func steps(t *testing.T, d *desktest.Desk, where string) {
	t.Helper()
	d.Play("wait 11s") // so that an item that just began may be ended
	for _, place := range strings.Fields("f2 f3 f4 f5 f6 f7 f8") {
		was := *d // all of the room and the screens; what the key does is undone
		d.Press(place).Tick()
		step := said.FindStringSubmatch(d.Frame())
		if step == nil || strings.Contains(step[1], "{") {
			t.Errorf("%s: %s says no next step:\n%s", where, place, d.Frame())
			*d = was
			continue
		}
		key := stroke.FindString(step[1])
		if why := works(d, key); why != "" {
			t.Errorf("%s: %s says %q, and %s:\n%s", where, place, step[1], why, d.Frame())
		}
		*d = was
	}
}

// works is why a key does nothing where the desk stands, "" where it does something.
func works(d *desktest.Desk, key string) string {
	press := map[string]string{"Enter": "enter", "Esc": "esc", "↑↓": "down", "←→": "right", "数字": "1", "输入": "1"}[key]
	switch {
	case key == "":
		return "names no key"
	case press == "":
		press = strings.ToLower(key)
	}
	frame, seq, rings, errands := d.Frame(), d.Seq, d.Rings, len(d.Errands)
	told := d.Press(press).Frame()
	if d.Tick(); told == frame {
		told = d.Frame()
	}
	if key == "↑↓" && told == frame { // it stood on the last row
		told = d.Press("up up").Frame()
	}
	switch {
	case d.Rings > rings:
		return press + " is refused"
	case told == frame && d.Seq == seq && len(d.Errands) == errands:
		return press + " does nothing"
	}
	return ""
}

// TestWhatLiesOverAScreenSaysItsNextStep: the menu, all that it opens, help and search, in
// two phases of a meeting; what an answer leads to says it as well.
func TestWhatLiesOverAScreenSaysItsNextStep(t *testing.T) {
	d := desktest.New(t, desktest.House(t), "zh")
	opened := 0
	reports := len(desktest.Script(desktest.Reports))
	for n, phase := range [][]string{append(desktest.Closed()[:reports:reports], `problem s1 origin=superior text="台账不全"`), desktest.Closed()[reports:]} {
		d.Play(phase...).Size(99, 60)
		seen := map[string]bool{"@投影": true} // the hall is told nothing
		for _, place := range strings.Fields("f2 f3 f4 f5 f6 f7 f8") {
			stands := *d
			for _, keys := range append(offered(d.Press(place+" rest f10")), "f1", "/") {
				if seen[keys] {
					continue
				}
				seen[keys] = strings.HasPrefix(keys, "@") // what works everywhere, once
				*d = stands
				before := step(d.Press(place))
				if d.Press("rest " + keys); step(d) != before {
					opened++
				}
				for deep := range 2 {
					if why := leads(d); why != "" {
						t.Fatalf("phase %d, %s %s, %d deep: %s:\n%s", n, place, keys, deep, why, d.Frame())
					}
				}
			}
			*d = stands
		}
	}
	if opened < 50 {
		t.Errorf("only %d were opened", opened)
	}
}

// offered is the entries of the menu that is open, as they are pressed.
func offered(d *desktest.Desk) []string {
	var out []string
	for _, row := range strings.Split(d.Frame(), "\n") {
		if name, _, is := strings.Cut(strings.TrimLeft(row, " ▸"), "  "); is && strings.HasPrefix(row, "    ") && !strings.HasPrefix(name, "–") {
			out = append(out, "@"+strings.ReplaceAll(name, " ", "\u3000"))
		}
	}
	return out
}

// step is the next step as the window says it, "" for none.
func step(d *desktest.Desk) string {
	d.Tick()
	if found := said.FindStringSubmatch(d.Frame()); found != nil {
		return found[1]
	}
	return ""
}

// leads is why the next step that is said does not lead on, "" where it does.
func leads(d *desktest.Desk) string {
	say := step(d)
	if say == "" {
		return "no next step"
	}
	key, types := stroke.FindString(say), strings.HasPrefix(say, "填好") || strings.HasPrefix(say, "写好")
	if types {
		d.Press("'李")
	}
	switch {
	case strings.HasPrefix(say, "打字查找"):
		key = "Esc" // nothing was typed that Enter could find
	case strings.HasPrefix(say, "按数字选"):
		key = "Enter" // some answers are refused, the one that is offered is not
	}
	if why := works(d, key); why != "" && !types {
		return say + ": " + why
	}
	return ""
}
