package count

import (
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// listing is the list that one turns to by oneself, whatever is in hand.
var listing = []gate{
	{ // What was counted, to be confirmed one by one.
		waits: func(c Count, s meeting.State) (about, bool) {
			r := s.Round
			return about{}, c.listed && !r.Closed && !r.IsVoid() && !r.Check.Under() && !r.Piling.Under()
		},
		says: said(words.ChecksHead),
		next: func(_ Count, d desk.Context) string {
			if unconfirmed(d.Ahead) == 0 {
				return words.NextRead(d.Lang)
			}
			return words.NextChecks(d.Lang)
		},
		sample: func(_ Count, d desk.Context) string {
			if len(d.Ahead.Unchecked()) == d.Ahead.Round.Bundles.Len() {
				return words.CoachCheck(d.Lang)
			}
			return words.CoachChecked(d.Lang)
		},
		list:  countedRows,
		below: drawCounted,
		acts: []action{
			{Keys: []string{"enter"}, Name: words.KeyCheckBundle, When: checkable, Do: Count.check},
			withdrawPiles,
			{Keys: []string{"esc"}, Name: words.KeyBack, Do: turn(func(c *Count) { c.listed, c.cursor = false, nil })},
		},
	},
}

// inHand is the gates of the bundle that is open.
var inHand = []gate{
	{ // The marks of a sheet.
		waits: func(c Count, s meeting.State) (about, bool) {
			return ofBundle(s), inBundle(s) && (s.Round.Bundle.Gap() > 0 || !c.full(s))
		},
		says: func(_ Count, d desk.Context) string { return gapSays(d, d.Ahead.Round.Bundle.Gap()) },
		next: nextMark,
		sample: func(c Count, d desk.Context) string {
			return d.Say(words.CoachSheet, "keys", c.sampleSheet(d.Ahead, d.Ahead.Round.Read()))
		},
		marks: &marking{many: true, doubts: true, ballot: func(c Count, b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
			ans := d.Submit(keyed(b))
			if !ans.Ring && c.settles(d.After(keyed(b))) { // the page of rulings opens by itself
				c.doze = desk.Dozing(d)
			}
			return c, ans
		}},
		acts: []action{
			{Name: words.KeyCloseEarly, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool {
				return len(c.draft) == 0 && len(s.Round.Bundle.Ballots) > 0
			}), Do: closeEarly},
			slip(func(s meeting.State) bool { return len(s.Round.Bundle.Ballots) > 0 }),
			goOn, listCounted,
		},
	},
	{ // The scrutineer's ruling on a doubtful sheet.
		waits: func(c Count, s meeting.State) (about, bool) {
			return ofBundle(s), c.settles(s)
		},
		says: func(_ Count, d desk.Context) string {
			return d.Say(words.SettleSheet, "sheet", d.Ahead.Round.Bundle.FirstDoubtful())
		},
		next: nextRuling(words.NextSettle),
		sample: unlessRuled(func(c Count, d desk.Context) string {
			b := d.Ahead.Round.Bundle
			return d.Say(words.CoachRule, "keys", c.sampleRuled(d.Ahead, d.Ahead.Round.Read()-len(b.Ballots)+b.FirstDoubtful()-1))
		}),
		place: func(_ Count, d desk.Context) (sheet, by string) {
			b := d.Ahead.Round.Bundle
			return d.Say(words.BundleSheet, "bundle", b.Number, "sheet", b.FirstDoubtful()), b.By
		},
		marks: &marking{waits: true, rules: true, ballot: Count.settle},
		acts:  []action{slip(func(s meeting.State) bool { return len(s.Round.Bundle.Ballots) > 0 }), goOn},
	},
	{ // The bundle, counted by hand.
		waits: func(_ Count, s meeting.State) (about, bool) { return ofBundle(s), inBundle(s) },
		says: func(c Count, d desk.Context) string {
			b := d.Ahead.Round.Bundle
			entered := b.Keyed()
			if disk := d.State.Round.Bundle; disk.Number == b.Number { // what still waits is in no sum yet
				entered = disk.Keyed()
			}
			return stackNamed(d, b.Stack, d.Say(words.GateHand, "bundle", b.Number, "entered", entered))
		},
		next: said(words.NextHand),
		sample: func(_ Count, d desk.Context) string {
			return d.Say(words.CoachHand, "entered", len(d.Ahead.Round.Bundle.Ballots))
		},
		asks:    numbers(words.GateCounted),
		states:  Count.closeBundle,
		follows: true,
		acts:    append(lastSheet, slip(func(s meeting.State) bool { return len(s.Round.Bundle.Ballots) > 0 }), goOn, listCounted),
	},
}

// bundles is the gates between bundles, once the sheets have come back.
var bundles = []gate{
	{ // The next bundle.
		waits: func(c Count, s meeting.State) (about, bool) {
			list := stacks(s, hasUnread)
			return about{stack: pickedStack(list, c.pick)}, len(list) > 0
		},
		says: func(c Count, d desk.Context) string {
			r := d.Ahead.Round
			if d.State.Round.Last() == r.Last() {
				r = d.State.Round
			}
			return stackNamed(d, c.of.stack, d.Say(words.GateOpen, "next", r.Bundles.Given()+1, "size", d.Ahead.Size(c.of.stack),
				"left", r.Stacks[c.of.stack].Collected-r.ReadOf(c.of.stack)))
		},
		next: said(words.NextOpen),
		sample: func(_ Count, d desk.Context) string {
			if lastKeyer(d.Ahead) == "" {
				return words.CoachOpenFirst(d.Lang)
			}
			return words.CoachOpen(d.Lang)
		},
		beside: drawCover,
		acts: []action{
			{Keys: []string{"enter"}, Name: words.KeyOpenBundle, Do: Count.openBundle},
			{Name: words.KeyMoveSheet, Shown: key.InMenu, ByHand: true, When: may(func(_ Count, s meeting.State) bool { return s.Round.Reopened && len(s.Adrift()) > 0 }), Do: asks(Count.askMoved)},
			{Keys: []string{"tab"}, Name: words.KeyOtherStack, When: may(severalUnread), Do: nextStack(1)},
			{Keys: []string{"shift+tab"}, Shown: key.Hidden, When: may(severalUnread), Do: nextStack(-1)},
			listCounted,
			{Name: words.KeyPiles, Shown: key.InMenu, When: may(func(c Count, s meeting.State) bool { return pilable(s, c.of.stack) }), Do: asks(func(c Count, d desk.Context) desk.Question {
				return askPiles(d, c.of.stack, false)
			})},
			withdrawPiles,
		},
	},
}

func inBundle(s meeting.State) bool { return s.Round.Bundle.Open && !s.Round.Closed }

func ofBundle(s meeting.State) about { return about{stack: s.Round.Bundle.Stack} }

// full reports whether no sheet of the open bundle is keyed any more: it has its
// number, none is left, or it is to be closed early.
func (c Count) full(s meeting.State) bool {
	b := s.Round.Bundle
	return c.early || b.Keyed() >= sizeOf(s) || !hasUnread(s, b.Stack)
}

// sizeOf is how many sheets the open bundle takes: one where it was moved here.
func sizeOf(s meeting.State) int {
	if s.Round.Bundle.From != "" {
		return 1
	}
	return s.Size(s.Round.Bundle.Stack)
}

// settles reports whether the sheets that were set aside are ruled on now: the others
// of the bundle are keyed.
func (c Count) settles(s meeting.State) bool {
	return inBundle(s) && s.Round.Bundle.Gap() == 0 && c.full(s) && s.Round.Bundle.FirstDoubtful() > 0
}

// gapSays is what stands above a sheet that was skipped, "" where none was.
func gapSays(d desk.Context, gap int) string {
	if gap == 0 {
		return ""
	}
	return d.Say(words.GapPlace, "sheet", gap)
}

// nextMark is the next step while one sheet is keyed after another.
func nextMark(c Count, d desk.Context) string {
	if c.voiding {
		return words.NextVoidReason(d.Lang)
	}
	switch {
	case c.gate.marks.waits && c.whole(d.Ahead):
		return words.NextWhole(d.Lang)
	case !c.byException(d.Ahead):
	case len(c.typed) == 0:
		return words.NextAllRows(d.Lang)
	default:
		return words.NextOddRow(d.Lang)
	}
	return d.Say(words.NextMark, "row", len(c.draft)+1)
}

// closeEarly turns to the hand count before the bundle is full, goOn back: half a
// ruling is no beginning of the next sheet.
var closeEarly = turn(func(c *Count) { c.early = true })

var goOn = action{Keys: []string{"esc"}, Name: words.KeyBack, When: may(func(c Count, _ meeting.State) bool { return c.early }), Do: turn(func(c *Count) { c.early, c.draft = false, nil })}

// lastSheet is how the last sheet is taken back where a number is asked for.
var lastSheet = []action{
	{Keys: []string{"."}, Name: words.KeyTakeBack, ByHand: true, When: may(Count.canTakeSheet), Do: Count.takeSheet},
	{Keys: []string{"ctrl+z"}, Name: words.KeySheetBack, Shown: key.InMenu, ByHand: true, When: may(Count.canTakeSheet), Do: Count.takeSheet},
}

// settle submits the ruling on the first doubtful sheet, and asks first who rules.
func (c Count) settle(b meeting.Ballot, d desk.Context) (Count, desk.Answer) {
	o := meeting.Settle{Place: d.Ahead.Round.Bundle.FirstDoubtful(), Marks: b.Marks, Void: b.Void}
	if refusal := d.Try(o); refusal != nil {
		return c, desk.Warn(d.Refuse(refusal))
	}
	return c, desk.Asks(afterRuling(b, d, askScrutineer(d, func(by string, d desk.Context) desk.Answer {
		o.By = by
		ans := d.Submit(o)
		if !ans.Ring && c.settles(d.After(o)) { // so does the next one
			ans.Onto = func(s desk.Screen) desk.Screen {
				c := s.(Count)
				c.doze = desk.Dozing(d)
				return c
			}
		}
		return ans
	}, d.Say(words.RuleWho, "sheet", o.Place, "words", ballotWords(d, b))).ByHand()))
}

// afterRuling is the question that follows a ruling. Marks are handed over with Enter;
// after the digit of a reason it opens by itself.
func afterRuling(b meeting.Ballot, d desk.Context, q desk.Question) desk.Question {
	if b.Void > 0 {
		return q.Unasked(d)
	}
	return q
}

// nextRuling is the next step while a ruling is keyed.
func nextRuling(sentence words.Sentence) func(Count, desk.Context) string {
	return unlessRuled(said(sentence))
}

// unlessRuled says something until a sheet is ruled on: then the step is that of its
// marks.
func unlessRuled(say func(Count, desk.Context) string) func(Count, desk.Context) string {
	return func(c Count, d desk.Context) string {
		if c.voiding || c.whole(d.Ahead) {
			return nextMark(c, d)
		}
		return say(c, d)
	}
}

// closeBundle closes the bundle with its hand count. One that is not full while sheets
// are left to key is closed on purpose.
func (c Count) closeBundle(list []int, d desk.Context) (Count, desk.Answer) {
	n, b := list[0], d.Ahead.Round.Bundle
	c.form = form{}
	ans := d.Submit(meeting.CloseBundle{Sheets: n}).Saying(d.Say(words.BundleClosed, "bundle", b.Number, "sheets", n))
	if ans.Ring || n == sizeOf(d.Ahead) || n == 0 || !hasUnread(d.Ahead, b.Stack) {
		return c, ans
	}
	return c, desk.Asks(desk.AskChoice([]string{words.BundleRestNo(d.Lang), d.Say(words.BundleRestYes, "sheets", n)}, func(i int, _ desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return ans
	}, d.Say(words.BundleRestAsk, "bundle", b.Number, "sheets", n, "size", d.Ahead.Size(b.Stack))).Unasked(d).ByHand())
}

func severalUnread(_ Count, s meeting.State) bool { return len(stacks(s, hasUnread)) > 1 }

func nextStack(by int) doing {
	return turn(func(c *Count) { c.pick += by })
}

// listCounted turns to the list of what was counted.
var listCounted = action{Keys: []string{"esc"}, Name: words.KeyBundles, When: may(func(_ Count, s meeting.State) bool { return len(counted(s)) > 0 }), Do: turn(func(c *Count) { c.listed = true })}

func (c Count) toList() Count {
	c.listed = true
	return c
}

// checkable is where something was counted; while a bundle is open it has to wait.
func checkable(_ Count, d desk.Context) key.Can {
	switch {
	case len(counted(d.Ahead)) == 0:
		return key.No
	case inBundle(d.Ahead):
		return key.Not(d.Say(words.CheckLater, "bundle", d.Ahead.Round.Bundle.Number))
	default:
		return key.Yes
	}
}

// openBundle begins the next bundle; who keys it is asked before the first.
func (c Count) openBundle(d desk.Context, _ int) (Count, desk.Answer) { return c, c.opens("", d) }

// opens is the answer that begins a bundle, of a sheet that was withdrawn elsewhere
// where from says so.
func (c Count) opens(from string, d desk.Context) desk.Answer {
	class, subject := d.Ahead.StackIDs(c.of.stack)
	open := func(by string, d desk.Context) desk.Answer {
		return d.Submit(meeting.OpenBundle{Class: class, Subject: subject, By: by, From: from})
	}
	if by := lastKeyer(d.Ahead); by != "" {
		return open(by, d)
	}
	if refusal := d.Try(meeting.OpenBundle{Class: class, Subject: subject, From: from}); refusal != nil {
		return desk.Warn(d.Refuse(refusal))
	}
	elected := ""
	if tellers := d.Ahead.Officers.Tellers; len(tellers) > 0 {
		elected = tellers[0]
	}
	return desk.Asks(desk.AskName(open, words.KeyerName(d.Lang)).Filled(elected))
}

// askMoved asks which of the sheets that were withdrawn is keyed here.
func (c Count) askMoved(d desk.Context) desk.Question {
	choices, list := []string{words.ReopenNo(d.Lang)}, d.Ahead.Adrift()
	for _, from := range list {
		bundle, sheet, _ := placeOf(from)
		choices = append(choices, d.Say(words.MoveSheet, "bundle", bundle, "sheet", sheet))
	}
	return desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return c.opens(list[i-1], d)
	}, stackNamed(d, c.of.stack, words.MoveAsk(d.Lang))).ByHand()
}

// lastKeyer is who keyed the last bundle, "" if that is not known.
func lastKeyer(s meeting.State) string {
	return s.Round.Bundles.Last().By
}

// drawCover is the cover of the bundle that was closed last, and the bundles that
// nobody confirmed yet.
func drawCover(c Count, d desk.Context) []string {
	s := d.Ahead
	if s.Round.Bundles.Len() == 0 {
		return nil
	}
	var rows []string
	last := s.Round.Bundles.Last()
	if last.Sheets() > 0 && last.By != "" {
		rows = append(rows, d.Indent(2, d.Say(words.BundleCover, "bundle", last.Number, "sheets", last.Sheets(), "by", last.By), d.Look.Accent)...)
	}
	left := s.Unchecked()
	switch {
	case len(left) == 0:
	case len(stacks(s, hasUnread)) == 0 && s.Plan.Sheets.Check != plan.CheckOffered:
		rows = append(rows, d.Indent(2, d.Say(words.ChecksMust, "list", d.Numbers(left)), d.Look.Amber)...)
	default:
		rows = append(rows, d.Indent(2, d.Say(words.ChecksLeft, "bundles", len(left)), d.Look.Dim)...)
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return rows
}
