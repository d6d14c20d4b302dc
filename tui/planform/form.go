package planform

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/look"
)

// A Setting is all that a form is given of the world.
type Setting struct {
	Lang  words.Language
	Dark  bool
	Depth look.Depth // the most colours that may be used
	Today plan.Day
	Packs []plan.Plan // to begin with; never none
	Path  string      // where the plan is written; "" asks for it
	// Offer is the path that is offered where it is asked for.
	Offer func(plan.Plan) string
	// Taken says why nothing can be written to a path, "" if it can.
	Taken func(path string) string
	// Write writes a new file and says what went wrong, "" if nothing did.
	Write func(path string, text []byte) string
}

// A Form is the root model that asks for a plan.
type Form struct {
	setting Setting
	look    look.Look
	draft   Draft

	width, height int
	at            int // the page, an index into pages
	page          Page
	entries       []entry
	focus         int
	read          frame.Page     // where one is in the page's text
	leaving       *desk.Question // whether to leave, nil while that is not asked
	menu          *frame.Menu    // nil while it is closed
	manual        *frame.Manual  // nil while it is not read
	busy          bool           // the file is being written
	notice        string
	told          []string // what the answers on the page come to, in the plan's words
	written       string
}

// New is a form at its first page.
func New(s Setting) Form {
	f := Form{setting: s, look: look.New(s.Dark, s.Depth), draft: newDraft(s)}
	return f.open(0)
}

// Written is the path of the plan that was written, and whether one was.
func (f Form) Written() (path string, ok bool) { return f.written, f.written != "" }

// Init asks what the terminal is like.
func (f Form) Init() tea.Cmd { return look.Ask() }

type writtenMsg struct{ problem string }

// Update takes one message.
func (f Form) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if l, redraw, told := f.look.Learn(msg); told {
		f.look = l
		return f.dressed(), redraw
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.width, f.height = msg.Width, msg.Height
		return f.dressed(), nil
	case tea.KeyPressMsg:
		return f.press(msg)
	case tea.PasteMsg:
		return f.paste(msg.Content)
	case tea.MouseClickMsg:
		return f.click(msg)
	case tea.MouseWheelMsg:
		return f.wheel(msg)
	case writtenMsg:
		return f.wrote(msg.problem)
	}
	return f, nil
}

// open shows page i, filled in from the draft.
func (f Form) open(i int) Form {
	f.at, f.page = i, pages[i].ask(f.draft, f.setting.Lang)
	f.entries = nil
	for _, q := range f.page.Questions {
		f.entries = append(f.entries, newEntry(q))
	}
	f.focus, f.read, f.notice = 0, frame.Page{}, ""
	return f.telling().dressed()
}

// telling says what the answers come to, where the page has a way to say it.
func (f Form) telling() Form {
	f.told = nil
	without := pages[f.at].without
	if without == nil {
		return f
	}
	if d, problem := f.attempt(f.answers()); problem == nil {
		f.told = told(d.plan, without(d.plan), f.setting.Lang)
	}
	return f
}

// told is what the lines of p say that those of bare do not, but for the hash.
func told(p, bare plan.Plan, l words.Language) []string {
	hash := fmt.Sprintf("%x", p.RuleSHA256())
	already := words.PlanLines(l, bare)
	return slices.DeleteFunc(words.PlanLines(l, p), func(line string) bool {
		return strings.Contains(line, hash) || slices.Contains(already, line)
	})
}

// answers is what stands on the page.
func (f Form) answers() []Answer {
	out := make([]Answer, len(f.entries))
	for i, e := range f.entries {
		out[i] = e.answer()
	}
	return out
}

// with is the form with the entry in focus replaced. The entries of a form that
// was copied before stay as they were.
func (f Form) with(e entry) Form {
	f.entries = append([]entry(nil), f.entries...)
	f.entries[f.focus] = e
	return f.telling().dressed()
}

// step goes to the next question that is asked, or stays.
func (f Form) step(by int) Form {
	answers := f.answers()
	for i := f.focus + by; i >= 0 && i < len(f.entries); i += by {
		if f.page.asked(i, answers) {
			f.focus = i
			break
		}
	}
	return f
}

// next goes to the next question, and from the last one takes the page.
func (f Form) next() (Form, tea.Cmd) {
	if on := f.step(+1); on.focus != f.focus {
		return on, nil
	}
	return f.take()
}

// take takes the page and goes on, or says why it cannot be taken.
func (f Form) take() (Form, tea.Cmd) {
	draft, problem := f.taken(f.answers())
	if problem != nil {
		f.focus, f.notice = problem.At, problem.Say
		return f, look.Ring
	}
	f.draft = draft
	switch draft.then {
	case write:
		return f.write()
	case restart:
		f.draft.then = goOn
		return f.open(1), nil
	case abandon:
		return f, tea.Quit
	}
	said := draft.said
	f.draft.said = ""
	for i := f.at + 1; i < len(pages); i++ {
		if pages[i].asked(f.draft) {
			f = f.open(i)
			f.notice = said
			return f, nil
		}
	}
	return f, nil
}

// taken is the draft with the page's answers in it. Where the plan refuses
// them, the blame is found by giving the answers one by one.
func (f Form) taken(answers []Answer) (Draft, *Problem) {
	draft, problem := f.attempt(answers)
	if problem == nil || problem.At >= 0 {
		return draft, problem
	}
	mixed := make([]Answer, len(answers))
	for i, q := range f.page.Questions {
		mixed[i] = q.answer()
	}
	for i := range answers {
		mixed[i] = answers[i]
		if _, p := f.attempt(mixed); p != nil && p.Say == problem.Say && f.page.asked(i, answers) {
			problem.At = i
			return draft, problem
		}
	}
	problem.At = f.focus
	return draft, problem
}

// attempt gives the draft the answers and reads the plan that comes of them.
// The problem is at -1 where only the whole plan shows it.
func (f Form) attempt(answers []Answer) (Draft, *Problem) {
	draft, problem := pages[f.at].take(f.draft, answers, f.setting.Lang)
	if problem != nil {
		return draft, problem
	}
	if say := draft.fault(f.setting.Lang); say != "" {
		return draft, &Problem{-1, say}
	}
	return draft, nil
}

// back goes to the page before, and from the first asks whether to leave. What
// stands on the page is kept if it makes sense.
func (f Form) back() Form {
	for i := f.at - 1; i >= 0; i-- {
		if pages[i].asked(f.draft) {
			said := words.FormNotKept(f.setting.Lang)
			if draft, problem := f.taken(f.answers()); problem == nil {
				said = ""
				if draft.then == goOn {
					f.draft, said = draft, draft.said
					f.draft.said = ""
				}
			}
			f = f.open(i)
			f.notice = said
			return f
		}
	}
	return f.asked()
}

// write hands the plan over to be written.
func (f Form) write() (Form, tea.Cmd) {
	f.draft.then = goOn
	f.busy = true
	write, path, text := f.setting.Write, f.draft.path, f.draft.plan.TOML(words.InPlanFile)
	return f, func() tea.Msg { return writtenMsg{write(path, text)} }
}

// wrote leaves when the plan lies on the disk; else it says why it does not.
func (f Form) wrote(problem string) (Form, tea.Cmd) {
	f.busy = false
	if problem != "" {
		f.notice = problem
		return f, look.Ring
	}
	f.written = f.draft.path
	return f, tea.Quit
}
