package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/key"
)

// Archive is where the meeting ends: what is still open, the seal, the export.
type Archive struct {
	at  int // the paper under the cursor
	ask ask
}

func (a Archive) Scope(c Context) key.Scope {
	if a.ask.open() {
		return a.ask.scope(c)
	}
	var scope key.Scope
	switch {
	case c.State.IsSealed(): // on disk: a bag is made of what is stored
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeyExport(c.Lang), "enter")}
	case c.try(meeting.Seal{}) == nil:
		scope = key.Scope{key.On(key.Confirm, "Enter", words.KeySeal(c.Lang), "enter")}
	}
	return append(scope, a.filingKeys(c)...)
}

func (a Archive) Do(m key.Meaning, c Context) (Screen, Answer) {
	if a.ask.open() {
		var ans Answer
		a.ask, ans = a.ask.do(m, c)
		return a, ans
	}
	switch {
	case m.What != key.Confirm:
		return a.file(m, c), Answer{}
	case c.State.IsSealed():
		return a, Answer{Errand: Export, Say: words.Exporting(c.Lang)}
	default:
		a.ask = askChoice([]string{words.SealNo(c.Lang), words.SealYes(c.Lang)}, func(i int, c Context) Answer {
			if i == 0 {
				return Answer{}
			}
			ans := c.submit(meeting.Seal{})
			if !ans.Ring {
				ans.Say = words.SealedNow(c.Lang)
			}
			return ans
		}, append(c.unheld(), words.SealAsk(c.Lang))...)
	}
	return a, Answer{}
}

func (a Archive) Typing(Context) bool { return a.ask.typing() }

func (a Archive) Press(k tea.KeyPressMsg, _ Context) (Screen, bool) {
	var taken bool
	a.ask, taken = a.ask.press(k)
	return a, taken
}

func (a Archive) Paste(text string, c Context) (Screen, Answer) {
	var ans Answer
	a.ask, ans = a.ask.paste(text, c)
	return a, ans
}

func (a Archive) Draw(c Context) Picture {
	s := c.State
	rows := []string{"", "  " + c.Look.Strong.Render(words.ArchiveHead(c.Lang)), ""}
	line := func(done bool, text string) {
		mark, style := " ", c.Look.Text
		if done {
			mark, style = c.Look.Done(), c.Look.Good
		}
		for i, part := range c.indent(4, text, style) {
			if i == 0 {
				part = "  " + style.Render(mark) + part[3:]
			}
			rows = append(rows, part)
		}
	}
	held := held(s)
	line(held == len(s.Steps), c.Say(words.ArchiveAgenda, "held", held, "all", len(s.Steps)))
	line(s.Round.Closed, c.Say(words.ArchiveCount, "valid", s.Round.Valid, "void", s.Round.Void, "collected", s.Round.Collected))
	decided := 0
	for _, d := range s.Decisions {
		if d.Grade != 0 {
			decided++
		}
	}
	line(decided == len(s.Decisions), c.Say(words.ArchiveGrades, "decided", decided, "all", len(s.Decisions)))
	line(s.IsSealed(), words.ArchiveSeal(c.Lang))
	rows = append(rows, "")
	if !s.IsSealed() {
		if r := c.try(meeting.Seal{}); r != nil {
			rows = append(rows, c.indent(2, c.Refuse(r)+c.whereTo(r), c.Look.Amber)...)
		}
	}
	if !s.IsSealed() && len(s.Seals) > 0 {
		rows = append(rows, c.indent(2, c.Say(words.SealBroken, "seal", len(s.Seals)), c.Look.Amber)...)
	}
	if c.Outcome != "" {
		rows = append(rows, c.indent(2, c.Outcome, c.Look.Good)...)
		rows = append(rows, "")
	}
	rows = append(rows, c.marked()...)
	rows = append(rows, c.indent(2, c.Say(words.ArchiveFile, "path", c.Path), c.Look.Dim)...)
	rows = tight(rows, c.Rows-2-len(s.Plan.Papers))
	rows = append(rows, a.filing(c, c.Rows-len(rows))...)
	return a.ask.over(Picture{Rows: rows}, c)
}

// marked is what people write down of a sealed record and read aloud.
func (c Context) marked() []string {
	s := c.State
	if !s.IsSealed() || c.Mark.Seal != len(s.Seals) {
		return nil
	}
	rows := c.indent(2, c.Say(words.MarkWords, "words", strings.Join(c.Mark.Words, " ")), c.Look.Strong)
	rows = append(rows, c.indent(2, c.Say(words.MarkGroups, "groups", c.Mark.Groups), c.Look.Text)...)
	return append(rows, c.indent(2, c.Say(words.MarkKey, "fingerprint", c.Mark.Fingerprint), c.Look.Dim)...)
}

// held is how many items of the agenda are over.
func held(s meeting.State) int {
	n := 0
	for _, st := range s.Steps {
		if st.Status == meeting.Done || st.Status == meeting.Skipped {
			n++
		}
	}
	return n
}

// unheld says how many items of the agenda a seal would leave as they are: the
// clock of the last one is easily left to run.
func (c Context) unheld() []string {
	if n := len(c.Ahead.Steps) - held(c.Ahead); n > 0 {
		return []string{c.Say(words.SealUnheld, "items", n)}
	}
	return nil
}

// whereTo is the key of the place where a refusal of the seal can be met.
func (c Context) whereTo(r *meeting.Refusal) string {
	place, ok := map[meeting.Code]Place{meeting.CountOpen: RecordPlace, meeting.NotDecided: GradePlace}[r.Code]
	if !ok {
		return ""
	}
	return c.Say(words.WhereTo, "key", placeCaps[place])
}
