package hall

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/look"
)

// A show is what the hall sees now: what it is, in a word for the chair, and its pages.
type show struct {
	seen    string
	several bool
	pages   func() []page
}

// one is a show of one page.
func one(c desk.Context, seen string, g func(desk.Context) page) show {
	return show{seen, false, func() []page { return []page{g(c)} }}
}

// now is what the hall may see.
func now(c desk.Context) show {
	s := c.State
	if r := s.Running(); r >= 0 && s.Agenda[r].Kind != plan.Evaluation {
		return running(c, r)
	}
	if counted, is := counts(c, s.Hall()); is {
		return counted
	}
	return comes(c)
}

// running is the item that runs.
func running(c desk.Context, r int) show {
	return one(c, c.Item(r), func(c desk.Context) page { return itemPage(c, r) })
}

// counts is the count and what came of it, where the hall may see something of that.
func counts(c desk.Context, h meeting.Hall) (show, bool) {
	one := func(seen string, g func(desk.Context) page) (show, bool) { return one(c, seen, g), true }
	switch h.Stage {
	case meeting.HallVoid:
		return one(words.HallProgress(c.Lang), voidPage)
	case meeting.HallProgress:
		return one(words.HallProgress(c.Lang), progressPage)
	case meeting.HallTally:
		return show{words.HallTally(c.Lang), true, func() []page { return tallyPages(c, h) }}, true
	case meeting.HallAwaits:
		return one(words.HallAwaits(c.Lang), func(c desk.Context) page { return countedPage(c, h) })
	case meeting.HallEnded:
		return one(words.HallEnded(c.Lang), func(c desk.Context) page { return countedPage(c, h) })
	case meeting.HallResult:
		seen := words.HallTally(c.Lang)
		if h.Grades {
			seen = words.Matter(c.Lang, string(meeting.Grades))
		}
		return show{seen, true, func() []page { return resultPages(c, h) }}, true
	}
	return show{}, false
}

// comes is the sheets that are filled in, what comes next, who is there, or the title.
func comes(c desk.Context) show {
	s := c.State
	switch r := s.Running(); {
	case s.Round.Issued > 0 && !s.Round.Closed && (r >= 0 || !s.Round.HasCollected):
		return one(c, words.HallFill(c.Lang), func(c desk.Context) page { return fillingPage(c, r) })
	case r < 0 && s.Next() >= 0 && s.Current >= 0:
		return one(c, words.HallNext(c.Lang), nextPage)
	case s.Heads.Present > 0 && (s.Next() >= 0 || r >= 0):
		return one(c, words.HallPresent(c.Lang), attendancePage)
	case r >= 0:
		return running(c, r)
	default:
		return one(c, words.HallTitle(c.Lang), titlePage)
	}
}

// pages is all that the hall may see now, never none: what has no room on one page goes
// on to the next.
func pages(c desk.Context) []page {
	var out []page
	for _, g := range now(c).pages() {
		out = append(out, g.parts(c)...)
	}
	if len(out) == 1 {
		return out
	}
	for i := range out {
		number := fmt.Sprintf("%d/%d", i+1, len(out))
		if out[i].grid != nil {
			out[i].foot = strings.TrimSpace(number + "   " + out[i].foot)
		} else {
			out[i].right = strings.TrimSpace(out[i].right + "  " + number)
		}
	}
	return out
}

// parts is the page, or where it has no room several that begin with the same block.
func (g page) parts(c desk.Context) []page {
	if g.grid != nil || len(g.blocks) < 2 {
		return []page{g}
	}
	if g.fits(c) {
		return []page{g}
	}
	rest := slices.DeleteFunc(slices.Clone(g.blocks[1:]), func(b block) bool { _, is := b.(strip); return is })
	if len(rest) == 1 {
		if rest = apart(rest[0]); rest == nil {
			return []page{g}
		}
	}
	var out []page
	for _, half := range [][]block{rest[:(len(rest)+1)/2], rest[(len(rest)+1)/2:]} {
		if len(half) > 0 {
			x := g
			x.blocks = append([]block{g.blocks[0]}, half...)
			out = append(out, x.parts(c)...)
		}
	}
	return out
}

// titled is a page with the small print that all share.
func titled(c desk.Context, one string, blocks ...block) page {
	g := page{one: one, left: c.State.Plan.Title + "  " + c.State.Plan.Unit, blocks: blocks}
	if c.State.Rehearsal {
		g.right = words.Rehearsal(c.Lang)
	}
	return g
}

// person is subject i as a word: post and name, or where there is no room for both the
// short name that the plan gives, or one of them.
func person(c desk.Context, i int) word {
	s := c.State.Plan.Subjects[i]
	w := word{text: s.Label(), role: matter, style: c.Look.Text, short: called(s)}
	if s.Short != "" {
		w.short = s.Short
	}
	return w
}

// called is what the hall knows a subject by: the name where there is one.
func called(s plan.Subject) string {
	if s.Name != "" {
		return s.Name
	}
	return s.Post
}

func titlePage(c desk.Context) page {
	p := c.State.Plan
	g := titled(c, p.Title, word{text: words.HallOpening(c.Lang), role: matter, style: c.Look.Accent}, word{text: p.Unit, role: matter, style: c.Look.Text, short: p.Unit})
	g.left = p.Title
	return g
}

func attendancePage(c desk.Context) page {
	h := c.State.Heads
	present, expected := fmt.Sprint(h.Present), fmt.Sprint(h.Expected)
	blocks := []block{
		row{word{text: words.HallPresent(c.Lang), role: label, style: c.Look.Text}, number{text: present, room: expected, tenths: 4, style: c.Look.Text}},
		row{word{text: words.HallExpected(c.Lang), role: label, style: c.Look.Dim}, number{text: expected, room: expected, tenths: 3, style: c.Look.Dim}},
	}
	return titled(c, words.HallPresent(c.Lang)+" "+present, blocks...)
}

// itemPage is what runs: the kind, the person, the clock. In the last minute bars are
// amber; over the time the kind gives way to the word for it, and the bars are red.
func itemPage(c desk.Context, i int) page {
	it, st := c.State.Agenda[i], c.State.Steps[i]
	kind, who := words.ItemKind(c.Lang, string(it.Kind)), ""
	text, style := c.Remaining(i)
	foot := words.TimeLeft(c.Lang)
	main := word{text: kind, role: matter, style: c.Look.Accent}
	left, warns := c.Left(i)
	switch {
	case st.Paused:
		style, foot = c.Look.Dim, words.ClockPaused(c.Lang)
		main = word{text: words.HallPaused(c.Lang), role: matter, style: c.Look.Dim}
	case left < 0:
		main = word{text: words.HallOver(c.Lang), role: matter, style: c.Look.Red}
		foot = kind + "  " + c.Say(words.HallOverBy, "minutes", int(st.Length(it)/time.Minute))
		if left <= -10*time.Minute { // 超时 and the bars say it, and the number keeps its room
			text = strings.TrimPrefix(text, "+")
		}
	}
	room := "00:00"
	if st.Length(it) >= time.Hour {
		room = "0:00:00"
	}
	var clock block = row{main, number{text: text, room: room, tenths: 3, style: style}}
	if warns && !st.Paused {
		clock = rail{clock, style, true}
	}
	blocks := []block{clock}
	if it.Subject >= 0 {
		name := person(c, it.Subject)
		who, blocks = name.text, []block{name, clock}
	}
	g := titled(c, strings.TrimSpace(who+" "+text), blocks...)
	g.right = strings.TrimSpace(g.right + "  " + c.Say(words.HallItem, "n", i+1, "all", len(c.State.Agenda)))
	g.foot = foot
	return g
}

func nextPage(c desk.Context) page {
	n := c.State.Next()
	it := c.State.Agenda[n]
	next := row{word{text: words.ItemNext(c.Lang), role: label, style: c.Look.Dim}, word{text: words.ItemKind(c.Lang, string(it.Kind)), role: matter, style: c.Look.Accent}}
	blocks := []block{next}
	if it.Subject >= 0 {
		blocks = append(blocks, person(c, it.Subject))
	}
	return titled(c, words.ItemNext(c.Lang)+" "+c.Item(n), blocks...)
}

// fillingPage is while sheets are filled in, with the clock where one runs.
func fillingPage(c desk.Context, running int) page {
	blocks := []block{
		word{text: words.HallFill(c.Lang), role: matter, style: c.Look.Accent},
		word{text: words.HallFillRule(c.Lang), role: matter, style: c.Look.Text},
	}
	unsigned := word{text: words.HallUnsigned(c.Lang), role: label, style: c.Look.Text}
	if running < 0 {
		return titled(c, words.HallFill(c.Lang), append(blocks, unsigned)...)
	}
	text, style := c.Remaining(running)
	return titled(c, words.HallFill(c.Lang)+" "+text, append(blocks, row{number{text: text, room: "00:00", tenths: 2, style: style}, unsigned})...)
}

func progressPage(c desk.Context) page {
	s := c.State
	_, collected, done := s.Round.InHand()
	read, back := fmt.Sprint(done), fmt.Sprint(collected)
	g := titled(c, words.HallRead(c.Lang)+" "+read+"/"+back,
		row{word{text: words.HallRead(c.Lang), role: label, style: c.Look.Text}, number{text: read, room: back, tenths: 3, style: c.Look.Text}},
		row{word{text: words.HallBack(c.Lang), role: label, style: c.Look.Dim}, number{text: back, room: back, tenths: 2, style: c.Look.Dim}},
		strip{rows: 2, draw: func(cols int) string {
			full := 0
			if collected > 0 {
				full = min(cols, done*cols/collected)
			}
			return solid(c.Look.Accent, full) + c.Look.Field.Render(strings.Repeat(" ", cols-full))
		}})
	g.foot = words.HallLater(c.Lang)
	if s.Plan.Hall.After == plan.AfterOff {
		g.foot = ""
	}
	return g
}

// countedPage is a closed count of which nothing was announced.
func countedPage(c desk.Context, h meeting.Hall) page {
	ended := word{text: words.HallEnded(c.Lang), role: matter, style: c.Look.Accent}
	if h.Stage == meeting.HallEnded {
		return titled(c, words.HallEnded(c.Lang), ended)
	}
	g := titled(c, words.HallAwaits(c.Lang), ended, word{text: words.HallAwaits(c.Lang), role: matter, style: c.Look.Text})
	if h.Corrected {
		g.blocks = append(g.blocks, word{text: words.CorrectedMark(c.Lang), role: label, style: c.Look.Amber})
	}
	return g
}

func voidPage(c desk.Context) page {
	text := c.Say(words.RoundVoidBig, "round", c.State.Round.Number)
	return titled(c, text, word{text: text, role: matter, style: c.Look.Red}, word{text: words.HallAgain(c.Lang), role: matter, style: c.Look.Text})
}

func faultPage(c desk.Context) page {
	g := titled(c, words.ShowPaused(c.Lang),
		word{text: words.ShowPaused(c.Lang), role: matter, style: c.Look.Amber}, word{text: words.ShowWait(c.Lang), role: matter, style: c.Look.Text})
	g.left = ""
	return g
}

// short is the names of all subjects in so many cells, as the hall knows them: whole
// where they fit, else by the short names that the plan gives them, else without what
// all of them end in, 第一 for 第一党支部书记, else cut in the middle.
func short(c desk.Context, cells int) []string {
	names := make([]string, len(c.State.Plan.Subjects))
	for i, s := range c.State.Plan.Subjects {
		names[i] = called(s)
	}
	if longest(names) <= cells {
		return names
	}
	for i, s := range c.State.Plan.Subjects {
		if s.Short != "" {
			names[i] = s.Short
		}
	}
	if longest(names) <= cells {
		return names
	}
	if bare := withoutTail(names); longest(bare) <= cells {
		return bare
	}
	return c.Look.Apart(names, max(2, cells))
}

// withoutTail is names without their common end, each of at least two characters.
func withoutTail(names []string) []string {
	all := make([][]rune, len(names))
	for i, n := range names {
		all[i] = []rune(n)
	}
	tail := 0
	for same := len(names) > 1; same; {
		for _, r := range all {
			at := len(r) - 1 - tail
			same = same && at >= 2 && r[at] == all[0][len(all[0])-1-tail]
		}
		if same {
			tail++
		}
	}
	out := make([]string, len(names))
	for i, r := range all {
		out[i] = string(r[:len(r)-tail])
	}
	return out
}

func longest(names []string) int {
	wide := 0
	for _, n := range names {
		wide = max(wide, look.Width(n))
	}
	return wide
}
