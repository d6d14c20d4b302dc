package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/frame"
	"shuping/tui/key"
)

// Archive is where the meeting ends: what is still open, the seal, the export, and
// which papers went where.
type Archive struct {
	list frame.List

	checking bool // what is to be in order before the seal is in sight
	chores   frame.List
}

var archiveActions = []desk.Action[Archive]{
	{Keys: []string{"enter"}, Name: words.KeyExport, When: func(_ Archive, c desk.Context) key.Can { return key.If(c.State.IsSealed()) }, // on disk: an export is made of what is stored
		Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) { return a, export(c, "") }},
	{Keys: []string{"ctrl+o"}, Name: words.ExportElsewhere, When: func(_ Archive, c desk.Context) key.Can { return key.If(c.State.IsSealed()) }, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) { return a, pickFolder(c) }},
	{Name: words.RevealFolder, Shown: key.InMenu, When: exported, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) {
		return a, desk.Answer{Errand: desk.Reveal, To: c.Exported}
	}},
	{Name: words.CopyPath, Shown: key.InMenu, When: exported, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) {
		return a, desk.Answer{Copy: c.Exported, Say: c.Say(words.PathCopied, "path", c.Exported), Tone: desk.Good}
	}},
	{Keys: []string{"enter"}, Name: words.KeySeal, When: Archive.sealable, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) { return a, desk.Asks(askSeal(c)) }},
	{Keys: []string{"ctrl+w"}, Name: words.KeySealing, When: func(_ Archive, c desk.Context) key.Can { return key.If(!c.Ahead.IsSealed()) }, Do: func(a Archive, _ desk.Context, _ int) (Archive, desk.Answer) {
		a.checking = true
		return a, desk.Answer{}
	}},
	{Keys: []string{"ctrl+n"}, Name: words.KeyFile, When: Archive.papers, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) {
		return a, desk.Asks(askFiling(c, a.paper(c)))
	}},
	{Keys: []string{"ctrl+t"}, Name: words.KeyAttach, When: Archive.papers, Do: func(a Archive, c desk.Context, _ int) (Archive, desk.Answer) {
		return a, pickFile(c, "paper:"+a.paper(c).ID)
	}},
}

func exported(_ Archive, c desk.Context) key.Can { return key.If(c.Exported != "") }

// pickFolder asks for the folder that the export goes into: a stick, the desktop.
func pickFolder(c desk.Context) desk.Answer {
	return desk.Answer{Pick: &desk.Pick{Ask: words.ExportWhere(c.Lang), Place: true, Then: func(path string, c desk.Context) desk.Answer {
		return export(c, path)
	}}}
}

// export writes the export into a folder, "" for the usual one. Where the mirror stands
// otherwise than the session, that is said first: both may have gone on.
func export(c desk.Context, to string) desk.Answer {
	ans := desk.Answer{Errand: desk.Export, To: to, Say: words.Exporting(c.Lang)}
	if c.Mirror.Fault == "" {
		return ans
	}
	return desk.Asks(desk.AskChoice([]string{words.ExportNotYet(c.Lang), words.ExportAnyway(c.Lang)}, func(n int, _ desk.Context) desk.Answer {
		if n == 0 {
			return desk.Answer{}
		}
		return ans
	}, c.Mirror.Fault, words.ExportDespite(c.Lang)))
}

func (a Archive) Acts(c desk.Context) []desk.Act {
	if a.checks(c) {
		return desk.Acts(a, c, sealingActions)
	}
	return desk.Acts(a, c, archiveActions)
}

func (a Archive) sealable(c desk.Context) key.Can {
	if c.State.IsSealed() || c.Ahead.IsSealed() {
		return key.No
	}
	if why := unsealable(c); why != "" {
		return key.Not(why)
	}
	return key.Yes
}

// unsealable is why the meeting cannot be sealed now, "" where it can.
func unsealable(c desk.Context) string {
	if r := c.Try(meeting.Seal{}); r != nil && !practised(c, r) {
		return c.Refuse(r) + whereTo(c, r)
	}
	return ""
}

func (a Archive) papers(c desk.Context) key.Can { return key.If(len(c.Ahead.Plan.Papers) > 0) }

func (a Archive) View(c desk.Context) desk.View {
	if a.checks(c) {
		return sealing(c).view(c, a.chores)
	}
	papers := c.Ahead.Plan.Papers
	return desk.View{List: a.list.Within(len(papers)), Rows: frame.Rows{N: len(papers), Page: 5, Text: func(i int) string { return papers[i].Title }}}
}

func (a Archive) Seen(v desk.View, c desk.Context) desk.Screen {
	if a.checks(c) {
		a.chores = v.List
		return a
	}
	a.list = v.List
	return a
}

// Point moves to a paper. What Enter does here is not about it; in the list of what is
// to be in order it opens the row.
func (a Archive) Point(n int, c desk.Context) (desk.Screen, bool) {
	if a.checks(c) {
		there := a.chores.At == n
		a.chores.At = n
		return a, there
	}
	a.list.At = n
	return a, false
}

// Next is the seal, the export, then the first paper that is not filed yet.
func (a Archive) Next(c desk.Context) string {
	s := c.State
	sealable := !s.IsSealed() && c.Try(meeting.Seal{}) == nil
	switch {
	case a.checks(c):
		list := sealing(c)
		return list.next(c, a.chores.Within(len(list)).At)
	case s.Rehearsal:
		return coach(c, desk.ArchivePlace)
	case sealable:
		if n := sealing(c).count(noticeable); n > 0 {
			return c.Say(words.NextSealing, "n", n)
		}
		return words.NextSeal(c.Lang)
	case s.IsSealed() && c.Outcome == "":
		return words.NextExport(c.Lang)
	case !s.IsSealed():
		return onward(c)
	}
	for i, p := range s.Plan.Papers {
		if !s.Filings[i].Given() {
			return c.Say(words.NextFile, "paper", p.Title)
		}
	}
	return afterwards(c)
}

// practised reports whether a rehearsal refuses to be sealed and is as far as a meeting
// that would be: it is asked what a seal asks.
func practised(c desk.Context, r *meeting.Refusal) bool {
	return r.Code == meeting.IsRehearsal && c.Ahead.Round.Closed && c.Ahead.FirstUndecided() < 0
}

func askSeal(c desk.Context) desk.Question {
	return desk.AskChoice([]string{words.SealNo(c.Lang), words.SealYes(c.Lang)}, func(i int, c desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		if c.Ahead.Rehearsal {
			return desk.Answer{Say: words.SealPractice(c.Lang), Tone: desk.Good}
		}
		return c.Submit(meeting.Seal{}).Saying(words.SealedNow(c.Lang))
	}, append(unheld(c), words.SealAsk(c.Lang))...).ByHand()
}

func (a Archive) Draw(c desk.Context) desk.Picture {
	if a.checks(c) {
		return sealing(c).draw(c, a.chores, words.KeySealing(c.Lang), words.SealingAbout(c.Lang))
	}
	s := c.State
	rows := []string{"", "  " + c.Look.Strong.Render(words.ArchiveHead(c.Lang)), ""}
	line := func(done bool, text string) {
		mark, style := " ", c.Look.Text
		if done {
			mark, style = c.Look.Done(), c.Look.Good
		}
		for i, part := range c.Indent(4, text, style) {
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
	for i := range s.Decisions {
		if !s.Undecided(i) {
			decided++
		}
	}
	line(decided == len(s.Decisions), c.Say(words.ArchiveGrades, "decided", decided, "all", len(s.Decisions)))
	line(s.IsSealed(), words.ArchiveSeal(c.Lang))
	rows = append(rows, "")
	if !s.IsSealed() {
		if r := c.Try(meeting.Seal{}); r != nil {
			rows = append(rows, c.Indent(2, c.Refuse(r)+whereTo(c, r), c.Look.Amber)...)
		}
	}
	if !s.IsSealed() && s.GradeSeals() > 0 {
		rows = append(rows, c.Indent(2, c.Say(words.SealBroken, "seal", s.GradeSeals()), c.Look.Amber)...)
	}
	if c.Outcome != "" {
		rows = append(rows, c.Indent(2, c.Outcome, c.Look.Good)...)
		rows = append(rows, "")
	}
	if s.IsSealed() && c.Outcome == "" && c.ExportTo != "" {
		rows = append(rows, c.Indent(2, c.Say(words.ExportGoes, "folder", c.ExportTo), c.Look.Text)...)
	}
	if !s.IsSealed() {
		rows = append(rows, c.Sealed()...)
	}
	rows = append(rows, marked(c)...)
	rows = append(rows, c.Indent(2, c.Say(words.ArchiveFile, "path", c.Path), c.Look.Dim)...)
	rows = desk.TightRows(rows, c.Rows-2-len(s.Plan.Papers))
	return a.filing(c, c.Rows-len(rows)).Under(rows...)
}

// marked is what people write down of a sealed record and read aloud.
func marked(c desk.Context) []string {
	s := c.State
	if !s.IsSealed() || c.Mark.Seal != s.GradeSeals() {
		return nil
	}
	rows := c.Indent(2, c.Say(words.MarkWords, "words", strings.Join(c.Mark.Words, " ")), c.Look.Strong)
	rows = append(rows, c.Indent(2, c.Say(words.MarkGroups, "groups", c.Mark.Groups), c.Look.Text)...)
	return append(rows, c.Indent(2, c.Say(words.MarkKey, "fingerprint", c.Mark.Fingerprint), c.Look.Dim)...)
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
func unheld(c desk.Context) []string {
	if n := len(c.Ahead.Steps) - held(c.Ahead); n > 0 {
		return []string{c.Say(words.SealUnheld, "items", n)}
	}
	return nil
}

// whereTo is the key of the place where a refusal of the seal can be met.
func whereTo(c desk.Context, r *meeting.Refusal) string {
	place, ok := map[meeting.Code]desk.Place{meeting.CountOpen: desk.CountPlace, meeting.NotDecided: desk.GradePlace}[r.Code]
	if !ok {
		return ""
	}
	return c.Say(words.WhereTo, "key", placeCaps[place])
}
