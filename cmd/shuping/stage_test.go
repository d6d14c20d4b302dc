//go:build linux || darwin

package main

import (
	"bytes"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"syscall"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// ownFolder is an environment in which the start screen finds nothing of anybody's.
func ownFolder(t testing.TB) []string {
	dir := t.TempDir()
	return []string{"HOME=" + dir, "XDG_DATA_HOME=" + dir, "XDG_CONFIG_HOME=" + filepath.Join(dir, "config")}
}

// newMeeting is the keys that begin a meeting where there is none: the first plan, no
// names, the file and the folder that are offered.
const newMeeting = "\r\r\r\r\r\r"

// wrapped is a text that may go on in the next row after any of its characters.
func wrapped(text string) *regexp.Regexp {
	var parts []string
	for _, r := range text {
		parts = append(parts, regexp.QuoteMeta(string(r)))
	}
	return regexp.MustCompile(strings.Join(parts, `\s*`))
}

// TestNewMeetingTakesNamesAndPlace: what was filled in is in the session, which lies
// where it was wanted, and a name that is taken is asked for again.
func TestNewMeetingTakesNamesAndPlace(t *testing.T) {
	env := ownFolder(t)
	folder := t.TempDir()
	w := onTerminal(t, env)
	w.until(0, regexp.MustCompile("按方案新建"))
	for _, again := range []bool{false, true} {
		from := w.mark()
		w.press(map[bool]string{false: "1", true: "2"}[again]) // the session is in front, though it lies elsewhere
		w.until(from, regexp.MustCompile("按哪个方案开会"))
		from = w.mark()
		w.press("1")
		w.until(from, regexp.MustCompile("放在文件夹"))
		from = w.mark()
		w.press("张三7\r")
		w.until(from, regexp.MustCompile("姓名里没有数字"))
		w.press("\x7f\r李四\r今年\r" + folder + "\r")
		if again {
			w.until(from, wrapped("今年.shuping"))
			from = w.mark()
			w.press("明年\r\r") // into the field that was wrong
		}
		w.until(from, regexp.MustCompile("F2议程"))
		from = w.mark()
		w.press("\x11")
		w.until(from, regexp.MustCompile("要离开会议吗"))
		from = w.mark()
		w.press("2")
		w.until(from, regexp.MustCompile("按方案新建"))
	}
	w.cmd.Process.Signal(syscall.SIGTERM)
	w.end()
	m, _, _ := newMain("")
	for _, name := range []string{"今年", "明年"} {
		s, _, err := m.recall(filepath.Join(folder, name+".shuping"))
		if err != nil || s.Plan.Subjects[0].Name != "张三" || s.Plan.Subjects[1].Name != "李四" {
			t.Errorf("%v, %v", s.Plan.Subjects, err)
		}
	}
}

// TestNewMeetingAfterLastYear: last year's export is verified before anything is asked,
// and what was carried over is said in the new meeting.
func TestNewMeetingAfterLastYear(t *testing.T) {
	bag, err := filepath.Abs(filepath.Join("..", "..", "internal", "archive", "testdata", "bag-2.zip"))
	if err != nil {
		t.Fatal(err)
	}
	w := onTerminal(t, ownFolder(t))
	w.until(0, regexp.MustCompile("接着上一年新建"))
	for _, c := range []struct {
		keys string
		then *regexp.Regexp
	}{
		{"2", regexp.MustCompile("选归档包")},
		{"/none.zip\r", regexp.MustCompile("none")}, // said, and asked for again
		{"\x15" + bag + "\r", regexp.MustCompile("按哪个方案开会")},
		{"1", regexp.MustCompile("放在文件夹")},
		{"\r\r\r\r", wrapped("结转 2 个问题：未销号 2 个")},
	} {
		from := w.mark()
		w.press(c.keys)
		w.until(from, c.then)
	}
	w.cmd.Process.Signal(syscall.SIGTERM)
	w.end()
}

// TestOneSignalEndsTheScreens: however they were begun, and with the terminal as it
// was.
func TestOneSignalEndsTheScreens(t *testing.T) {
	first := regexp.MustCompile("开始新的会议|演练")
	for name, c := range map[string]struct {
		args []string
		keys string
		then *regexp.Regexp
	}{
		"start screen":                 {nil, "", first},
		"choices from the start":       {nil, "\r", regexp.MustCompile("按哪个方案开会")},
		"console from the start":       {nil, newMeeting, regexp.MustCompile("开会前检查|F1")},
		"rehearsal from the start":     {nil, "4", regexp.MustCompile("F1")},
		"plan from the start":          {nil, "5", regexp.MustCompile("第 1 页|Ctrl")},
		"start screen after a console": {nil, newMeeting + "\x112", regexp.MustCompile("继续")},
		"rehearsal":                    {[]string{"rehearse"}, "", regexp.MustCompile("F1")},
		"plan":                         {[]string{"plan", "new"}, "", regexp.MustCompile("Ctrl")},
		"console":                      {[]string{"run", session(t, 50, 10)}, "", regexp.MustCompile("F1")},
	} {
		signals := []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP}
		if testing.Short() { // one to each, and each to some
			signals = signals[len(name)%3:][:1]
		}
		for _, s := range signals {
			t.Run(name+"/"+s.String(), func(t *testing.T) {
				t.Parallel()
				w := onTerminal(t, ownFolder(t), c.args...)
				if len(c.args) == 0 {
					w.until(0, first)
				}
				from := w.mark()
				w.press(c.keys)
				switch {
				case c.keys != "" || len(c.args) > 0:
					w.until(from, c.then)
				}
				w.cmd.Process.Signal(s)
				if state := w.end(); state.ExitCode() != 0 {
					t.Errorf("ended with %v:\n%s", state, w.all())
				}
				if !bytes.Contains(w.all(), []byte("\x1b[?1049l")) {
					t.Error("the terminal is left as the program had it")
				}
				if mode, err := term.GetState(w.keys.Fd()); err != nil || !reflect.DeepEqual(mode, fresh(t)) {
					t.Errorf("the mode of the terminal is %v, %v", mode, err)
				}
			})
		}
	}
}

// fresh is the mode of a terminal that no program has had.
func fresh(t testing.TB) *term.State {
	t.Helper()
	keys, screen, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer keys.Close()
	defer screen.Close()
	mode, err := term.GetState(keys.Fd())
	if err != nil {
		t.Fatal(err)
	}
	return mode
}

// TestKeysBetweenTwoScreensAreTheNextOnes: they are written in one go with the key
// that leaves the first.
func TestKeysBetweenTwoScreensAreTheNextOnes(t *testing.T) {
	w := onTerminal(t, ownFolder(t))
	w.until(0, regexp.MustCompile("演练"))
	keys := newMeeting
	for range max(1, fewer(5)) {
		from := w.mark()
		w.press(keys + "\x11") // opens a session, and asks to leave it
		keys = "\r"
		w.until(from, regexp.MustCompile("要离开会议吗"))
		from = w.mark()
		w.press("2")
		w.until(from, regexp.MustCompile("演练"))
	}
	w.cmd.Process.Signal(syscall.SIGTERM)
	w.end()
	if bytes.Contains(w.all(), []byte("^Q")) {
		t.Error("a key was echoed")
	}
}

// A talker is a screen that counts what it is told.
type talker struct {
	keys, said *int
	over       bool
}

type sayMsg struct{}

func (m talker) Init() tea.Cmd { return func() tea.Msg { return sayMsg{} } }

func (m talker) Over() bool { return m.over }

func (m talker) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		*m.keys++
		if msg.Code == 'q' {
			m.over = true
			return m, tea.Batch(tea.Quit, func() tea.Msg { return sayMsg{} })
		}
	case sayMsg:
		*m.said++
	}
	return m, nil
}

func (m talker) View() tea.View { return tea.NewView("") }

// settle carries out a command and what follows from it.
func settle(a *acts, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			settle(a, c)
		}
		return
	}
	_, next := a.Update(msg)
	settle(a, next)
}

// TestAScreenHearsOnlyItsOwn: keys behind the one that leaves wait for the next
// screen, and what a command of the last screen comes to is nothing to it.
func TestAScreenHearsOnlyItsOwn(t *testing.T) {
	var a acts
	key := func(r rune) tea.Cmd {
		_, cmd := a.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		return cmd
	}
	enter := func() (talker, chan tea.Model) {
		m, last := talker{keys: new(int), said: new(int)}, make(chan tea.Model, 1)
		_, cmd := a.Update(enterMsg{m, last})
		settle(&a, cmd)
		return m, last
	}
	one, last := enter()
	late := key('q')
	key('x')
	key('y')
	if got := (<-last).(talker); !got.over || *one.keys != 1 || *one.said != 1 {
		t.Errorf("%d keys, %d messages", *one.keys, *one.said)
	}
	two, last := enter()
	settle(&a, late) // the quit of the first
	if *two.keys != 2 || *two.said != 1 || len(last) > 0 {
		t.Errorf("%d keys, %d messages, left %v", *two.keys, *two.said, len(last) > 0)
	}
	a.Update(calledMsg{})
	if <-last; a.model != nil {
		t.Error("a signal did not end it")
	}
	three, last := enter()
	if <-last; *three.said > 0 {
		t.Error("a screen was begun behind a signal")
	}
}
