package tui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"shuping/data"
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/glyph"
	"shuping/tui/look"
	"shuping/tui/screen"
)

// A desk is a seat whose room is in memory: keys are pressed on it, its
// commands run when the test says so, and its clock stands still between them.
type desk struct {
	t     testing.TB
	model Model
	at    time.Time
	pace  time.Duration // from one key to the next

	// the room
	state   meeting.State
	seq     uint64
	fault   string
	warning string
	rows    []screen.LogRow
	taking  screen.Taking // what the next table that is read would change
	asked   []string      // the paths of the tables that were read
	grabs   int           // writes that were begun
	sizes   []int

	// what waits outside the model
	slow    bool      // answers wait until they are let in
	answers []tea.Msg // of writes
	eye     tea.Cmd   // the look that waits for a sight
	looked  bool

	ticks  int // frames that were put off
	frames int // frames that were built
	rings  int
	gone   bool // the program would have ended
}

// morning is when every test meeting takes place.
var morning = time.Date(2024, 1, 17, 9, 0, 0, 0, time.Local)

// newDesk opens a seat on a plan in a window of 80 by 24.
func newDesk(t testing.TB, plan, lang string) *desk {
	t.Helper()
	d := &desk{t: t, at: morning, pace: 200 * time.Millisecond}
	d.order(meeting.OpenSession{PlanName: "test", PlanText: plan})
	d.sit(lang, look.Full)
	return d
}

// sit begins a new program on the room as it stands.
func (d *desk) sit(lang string, depth look.Depth) {
	d.t.Helper()
	d.model = New(Seat{
		Look: func() (Sight, bool) {
			d.looked = true
			return d.sight(), true
		},
		WriteLedger: func() (string, error) { return "/home/chair/2023-整改台账.xlsx", nil },
		ReadLedger: func(path string, _ meeting.State) (screen.Taking, error) {
			d.asked = append(d.asked, path)
			return d.taking, nil
		},
		Submit: d.submit, Errand: d.errand, Path: "/home/chair/2023.shuping",
		Lang: words.LanguageOf(lang), Font: largeFont(d.t), Now: func() time.Time { return d.at },
		Dark: true, Depth: depth,
	}, d.sight())
	d.gone, d.answers = false, nil
	d.size(80, 24)
	d.run(d.model.Init())
}

var font *glyph.Font

// largeFont is read once for all desks.
func largeFont(t testing.TB) *glyph.Font {
	if font == nil {
		f, err := glyph.New(data.Font())
		if err != nil {
			t.Fatal(err)
		}
		font = f
	}
	return font
}

func (d *desk) sight() Sight {
	return Sight{
		State: d.state, Seq: d.seq, Head: strings.Repeat("3f9a", 16), Now: d.at,
		Fault: d.fault, Warning: d.warning,
	}
}

// submit is the room's pen.
func (d *desk) submit(orders []meeting.Order) (int, Sight, *meeting.Refusal) {
	d.grabs++
	d.sizes = append(d.sizes, len(orders))
	if d.fault != "" {
		return 0, d.sight(), nil
	}
	for n, o := range orders {
		if r := d.try(o); r != nil {
			return n, d.sight(), r
		}
	}
	return len(orders), d.sight(), nil
}

func (d *desk) try(o meeting.Order) *meeting.Refusal {
	events, err := meeting.Decide(d.state, meeting.Command{At: d.at, Order: o})
	if err != nil {
		return err.(*meeting.Refusal)
	}
	for _, e := range events {
		d.state = meeting.Apply(d.state, e)
		d.seq++
		row := screen.LogRow{Seq: d.seq, At: e.At, Kind: e.Deed.Kind()}
		if !e.At.IsZero() {
			row.Line = words.ItemKind(words.Chinese, "report") + " " + e.Deed.Kind()
		}
		d.rows = append(d.rows, row)
	}
	return nil
}

func (d *desk) order(o meeting.Order) {
	d.t.Helper()
	if r := d.try(o); r != nil {
		d.t.Fatalf("%#v: %v", o, r)
	}
}

func (d *desk) errand(e screen.Errand) (Outcome, error) {
	if e == screen.ReadMark {
		return Outcome{Mark: screen.Mark{
			Seal: len(d.state.Seals), Words: strings.Fields("春风 书架 木门 灯塔 铅笔 云朵 石桥 火车"),
			Groups:      strings.TrimSpace(strings.Repeat("3f9a ", 16)),
			Fingerprint: "SHA256:Jq5mYxC0f9q0Jd3uVb0kq6mY8m1mQ9w0zXyT1u2v3w4",
		}}, nil
	}
	return Outcome{Log: append([]screen.LogRow(nil), d.rows...), Path: "/home/chair/2023.zip"}, nil
}

// play lets the room take lines of a script; "wait 9m" moves the clock.
func (d *desk) play(lines ...string) *desk {
	d.t.Helper()
	for _, line := range lines {
		if span, ok := strings.CutPrefix(line, "wait "); ok {
			by, err := time.ParseDuration(span)
			if err != nil {
				d.t.Fatal(err)
			}
			d.at = d.at.Add(by)
			continue
		}
		o, err := meeting.Parse(line)
		if err != nil {
			d.t.Fatalf("%s: %v", line, err)
		}
		d.order(o)
	}
	d.publish()
	return d
}

// publish lets the model see the room.
func (d *desk) publish() {
	d.t.Helper()
	d.at = d.at.Add(interval) // so that it is drawn at once
	d.take(d.eye())
}

// take hands one message to the model, as Update does, and runs what it asks
// for. A frame that was put off waits for tick.
func (d *desk) take(msg tea.Msg) {
	d.t.Helper()
	drawn := d.model.frame.at
	m, cmd := d.model.update(msg)
	m, tick := m.rebuild(msg)
	d.model = m
	if tick != nil {
		d.ticks++
	}
	if m.frame.at != drawn {
		d.frames++
	}
	d.run(cmd)
}

// tick lets an interval pass and the frames that were put off be drawn.
func (d *desk) tick() {
	d.t.Helper()
	for d.ticks > 0 {
		d.ticks--
		d.at = d.at.Add(interval)
		d.take(frameMsg{})
	}
}

// run carries a command out. The look is put by until something is published;
// the answer of a write waits where answers are slow.
func (d *desk) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	d.looked = false
	msg := cmd()
	if d.looked {
		d.eye = cmd
		return
	}
	switch msg := msg.(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case wroteMsg:
		if d.slow {
			d.answers = append(d.answers, msg)
			return
		}
		d.take(msg)
	case errandMsg, tableMsg:
		d.take(msg)
	case tea.RawMsg:
		if msg.Msg == "\a" {
			d.rings++
		}
	case tea.QuitMsg:
		d.gone = true
	}
}

// answer lets the oldest answer in.
func (d *desk) answer() {
	d.t.Helper()
	if len(d.answers) == 0 {
		d.t.Fatalf("nothing is being written:\n%s", d.frame())
	}
	msg := d.answers[0]
	d.answers = d.answers[1:]
	d.at = d.at.Add(interval) // so that it is drawn at once
	d.take(msg)
}

// drain lets every answer in, and those that follow from them.
func (d *desk) drain() {
	d.t.Helper()
	for len(d.answers) > 0 {
		d.answer()
	}
}

// press presses keys by name, parted by spaces: f3, enter, ctrl+q, 12 for two
// digits, '好 for text that an input method commits at once, and the words of
// said for a question that is answered whole.
func (d *desk) press(keys string) *desk {
	d.t.Helper()
	return d.each(keys, func() {})
}

// each presses keys and does something after every one.
func (d *desk) each(keys string, then func()) *desk {
	d.t.Helper()
	for _, k := range strings.Fields(keys) {
		if answer, ok := said[k]; ok {
			d.rest(k)
			d.each(answer, then)
			continue
		}
		for _, msg := range strokes(d.t, k) {
			d.at = d.at.Add(d.pace)
			d.take(msg)
			then()
		}
	}
	return d
}

// said answers a question that gets in the way of what a test is about: who
// confirmed a gate and what they saw, who keys, whether a bundle that is not full
// is the last, who keys a bundle again, and what the hands do until a page that
// opened by itself listens.
var said = map[string]string{
	"seen": "ctrl+u '王监票 enter 1", "keyer": "'李录入 enter", "last": "2", "again": "ctrl+u '赵复录 enter",
	"pause": "",
}

// rest lets the hands rest until what opened by itself listens.
func (d *desk) rest(word string) {
	if word == "last" || word == "pause" {
		d.at = d.at.Add(time.Second)
	}
}

var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": tea.KeySpace, "tab": tea.KeyTab,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "kpenter": tea.KeyKpEnter,
	"kp0": tea.KeyKp0, "kp1": tea.KeyKp1, "kp2": tea.KeyKp2, "kp9": tea.KeyKp9, "kp.": tea.KeyKpDecimal,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f11": tea.KeyF11,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f12": tea.KeyF12,
}

// strokes are the presses of one word.
func strokes(t testing.TB, word string) []tea.KeyPressMsg {
	t.Helper()
	if text, ok := strings.CutPrefix(word, "'"); ok {
		if r, size := utf8.DecodeRuneInString(text); size == len(text) {
			return []tea.KeyPressMsg{{Code: r, Text: text}}
		}
		return []tea.KeyPressMsg{{Code: tea.KeyExtended, Text: text}}
	}
	if letter, ok := strings.CutPrefix(word, "ctrl+"); ok {
		return []tea.KeyPressMsg{{Code: rune(letter[0]), Mod: tea.ModCtrl}}
	}
	if code, ok := named[word]; ok {
		k := tea.KeyPressMsg{Code: code}
		if code == tea.KeySpace {
			k.Text = " "
		}
		return []tea.KeyPressMsg{k}
	}
	var out []tea.KeyPressMsg
	for _, r := range word {
		out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return out
}

func (d *desk) size(width, height int) {
	d.at = d.at.Add(interval)
	d.take(tea.WindowSizeMsg{Width: width, Height: height})
}

// dress gives the terminal another background and other colours.
func (d *desk) dress(dark bool, p colorprofile.Profile) {
	bg := tea.BackgroundColorMsg{Color: ansi.BasicColor(15)}
	if dark {
		bg.Color = ansi.BasicColor(0)
	}
	d.take(bg)
	d.at = d.at.Add(interval)
	d.take(tea.ColorProfileMsg{Profile: p})
}

// frame is what stands in the window, without its styles.
func (d *desk) frame() string { return ansi.Strip(d.model.View().Content) }

var styled = regexp.MustCompile(`\x1b\[([0-9;]*)m|[^\x1b]+`)

// inked is a frame with spaces in reverse video as █ and those on a coloured
// ground as ░, so that bars, fields and large characters can be read.
func inked(frame string) string {
	var b strings.Builder
	space := " "
	for _, part := range styled.FindAllStringSubmatch(frame, -1) {
		switch codes := ";" + part[1] + ";"; {
		case !strings.HasPrefix(part[0], "\x1b"):
			b.WriteString(strings.ReplaceAll(part[0], " ", space))
		case strings.Contains(codes, ";7;"):
			space = "█"
		case strings.Contains(codes, ";48;"):
			space = "░"
		default:
			space = " "
		}
	}
	return b.String()
}

// shows fails unless every text stands somewhere in the window.
func (d *desk) shows(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.frame(), text) {
			d.t.Errorf("the window does not show %q:\n%s", text, d.frame())
		}
	}
}

// hides fails if any of the texts stands in the window.
func (d *desk) hides(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.frame(), text) {
			d.t.Errorf("the window shows %q:\n%s", text, d.frame())
		}
	}
}

// house is the plan that the program starts on.
func house(t testing.TB) string {
	text, ok := data.Plan(data.DefaultPlan)
	if !ok {
		t.Fatal("there is no plan")
	}
	return wantsVetting.ReplaceAllString(string(text), "") // reports start with one key
}

var wantsVetting = regexp.MustCompile(`(?ms)^\[prepare\]\n.*?\n\n`)

// vetted is the house plan as it is: reports are vetted before they are given.
func vetted(t testing.TB) string {
	text, _ := data.Plan(data.DefaultPlan)
	return string(text)
}

var subjectsOf = regexp.MustCompile(`(?s)\[\[subjects\]\].*?# 参加会议`)

// planFor is the house plan with other subjects, called by name where a name
// follows the post, "第一党支部书记 𬭎喆".
func planFor(t testing.TB, subjects ...string) string {
	t.Helper()
	var b strings.Builder
	for i, s := range subjects {
		post, name, named := strings.Cut(s, " ")
		fmt.Fprintf(&b, "[[subjects]]\nid = \"s%d\"\npost = %q\n", i+1, post)
		if named {
			fmt.Fprintf(&b, "name = %q\n", name)
		}
		b.WriteString("\n")
	}
	return subjectsOf.ReplaceAllLiteralString(house(t), b.String()+"# 参加会议")
}

// many is that many subjects, among them names with rare characters.
func many(n int) []string {
	rare := []string{"李𬭎", "欧阳喆", "王堃", "买买提·吐尔逊", "张三"}
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("第%d党支部书记 %s", i+1, rare[i%len(rare)])
	}
	return out
}

// setting is plan with one key set otherwise.
func setting(plan, key, value string) string {
	line := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(key) + `(\s*)=.*$`)
	return line.ReplaceAllString(plan, key+"$1= "+strings.ReplaceAll(value, "$", "$$"))
}

// sheets is n sheets as lines of a script, each with the same mark in every row.
func sheets(n, subjects, mark int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "b" + strings.Repeat(fmt.Sprintf(" %d", mark), subjects)
	}
	return out
}
