package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/testscript"

	"shuping/internal/words"
	"shuping/tui/planform"
)

// A filler answers the form as the program sets it up, without a terminal.
type filler struct {
	form  planform.Form
	ended bool
}

// fillIn opens the form that plan new would open for the path.
func fillIn(path string) (*filler, error) {
	m, _, _ := newMain("")
	m.lang = words.Chinese
	setting, err := m.formSetting(path)
	return &filler{form: planform.New(setting)}, err
}

func (f *filler) send(msg tea.Msg) {
	next, cmd := f.form.Update(msg)
	f.form = next.(planform.Form)
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		f.ended = true
	case tea.RawMsg: // the bell
	default:
		f.send(msg)
	}
}

// pass goes on by so many pages, as far as the last.
func (f *filler) pass(pages int) {
	for range pages {
		f.send(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	}
}

// finish passes all pages, and on the last one writes the plan.
func (f *filler) finish() {
	f.pass(questions)
	f.send(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// overwrite puts text in the place of what stands there.
func (f *filler) overwrite(text string) {
	f.send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	f.send(tea.PasteMsg{Content: text})
}

// questions is more pages than there are.
const questions = 30

// filled PATH UNIT: somebody has filled in plan new for the path and the unit,
// and has changed nothing else. With ! nothing is written.
func filled(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: filled PATH UNIT")
	}
	f, err := fillIn(ts.MkAbs(args[0]))
	ts.Check(err)
	f.pass(1)
	f.overwrite(args[1])
	f.finish()
	if _, written := f.form.Written(); written == neg {
		ts.Fatalf("written: %v", written)
	}
}

// TestPlanPath: what a plan cannot be written to is said before anything is
// asked, and again when it is written.
func TestPlanPath(t *testing.T) {
	dir := t.TempDir()
	m, _, _ := newMain("")
	m.lang = words.Chinese
	old := filepath.Join(dir, "old.toml")
	if problem := m.writePlan(old, []byte("old")); problem != "" {
		t.Fatal(problem)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "a.toml"):         "",
		old:                                  "已经存在，不会覆盖",
		filepath.Join(dir, "a"):              "要以 .toml 结尾",
		filepath.Join(dir, ".toml"):          "要以 .toml 结尾",
		filepath.Join(dir, "none", "a.toml"): "不存在",
		filepath.Join(old, "a.toml"):         "不存在",
	} {
		if got := m.planTaken(path); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if problem := m.writePlan(old, []byte("new")); !strings.Contains(problem, "已经存在，不会覆盖") {
		t.Error(problem)
	}
	if text, err := os.ReadFile(old); err != nil || string(text) != "old" {
		t.Errorf("%s %v", text, err)
	}
	if got := freePlan(dir, 2024); got != filepath.Join(dir, "plan-2024.toml") {
		t.Error(got)
	}
	if problem := m.writePlan(freePlan(dir, 2024), nil); problem != "" {
		t.Fatal(problem)
	}
	if got := freePlan(dir, 2024); got != filepath.Join(dir, "plan-2024-2.toml") {
		t.Error(got)
	}
}

// TestStartScreenOffersPlans: one can be made there, and one that was made is
// there to begin a meeting on.
func TestStartScreenOffersPlans(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan-2024.toml")
	f, err := fillIn(path)
	if err != nil {
		t.Fatal(err)
	}
	f.finish()
	if _, written := f.form.Written(); !written || !f.ended {
		t.Fatal("no plan was written")
	}
	m, _, _ := newMain("")
	m.lang = words.Chinese
	if got := m.planLine(path); !strings.Contains(got, "根河市市场监督管理局党总支") {
		t.Error(got)
	}
	if err := os.WriteFile(path, []byte("title ="), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := m.planLine(path); !strings.Contains(got, "打不开") {
		t.Error(got)
	}
	groups, _ := m.beginnings()
	if got := groups[len(groups)-1].Choices[1].Name; got != words.FormStart(m.lang) {
		t.Error(got)
	}
}
