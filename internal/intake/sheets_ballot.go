package intake

import (
	"slices"
	"strconv"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// A ballot is one sheet as its row says it.
type ballot struct {
	*sheetReader
	row    cells.Row
	said   [][]saying // by mark
	voided bool
	void   int
}

// A saying is what a cell says of a mark.
type saying struct {
	at   cells.Place
	text string
	mark tally.Mark
}

func (b *ballot) say(mark int, at cells.Place, text string, m tally.Mark) {
	b.said[mark] = append(b.said[mark], saying{at, text, m})
}

func (b *ballot) tick(h head, at cells.Place, text string) {
	switch {
	case isTick(text):
		b.say(h.mark, at, text, h.choice)
	case !isNoTick(text):
		b.fault(at, NoTick, "value", fault.Excerpt(text))
	}
}

// first is the first thing that is said of any mark.
func (b *ballot) first() (saying, bool) {
	var out saying
	for _, list := range b.said {
		for _, s := range list {
			if out.text == "" || s.at.Column < out.at.Column {
				out = s
			}
		}
	}
	return out, out.text != ""
}

// marks are those of the sheet, as far as they are said: of two ticks the row is
// spoiled.
func (b *ballot) marks() []tally.Mark {
	out := make([]tally.Mark, len(b.said))
	for i, list := range b.said {
		switch {
		case len(list) == 1:
			out[i] = list[0].mark
		case len(list) > 1:
			out[i] = tally.Spoiled
		case b.shape == Ticks:
			out[i] = tally.Blank
		}
	}
	return out
}

// ballot is the sheet, and what is wrong with it.
func (b *ballot) ballot() meeting.Ballot {
	first, any := b.first()
	switch {
	case b.voided && any && b.void > 0:
		b.fault(first.at, MarkOnVoid, "value", fault.Excerpt(first.text), "reason", b.form.sayVoid(b.void))
		return meeting.Ballot{}
	case b.voided && b.void > 0 && b.form.plan.Sheets.Voids[b.void-1].Retired:
		b.doubt(cells.Place{Row: b.row.Number}, NothingTicked, "reading", fault.New("intake", ReadsBlank))
		return meeting.Ballot{Marks: slices.Repeat([]tally.Mark{tally.Blank}, b.form.columns())}
	case b.voided:
		return meeting.Ballot{Void: b.void}
	case b.shape == Ticks && !any:
		return b.untouched()
	case b.shape == Ticks:
		b.doubled()
	default:
		b.empty()
		b.counted()
	}
	return meeting.Ballot{Marks: b.marks()}
}

// untouched is a sheet on which nothing is ticked: void where the plan has a reason
// for that, and else nothing but abstentions.
func (b *ballot) untouched() meeting.Ballot {
	at := cells.Place{Row: b.row.Number}
	if n := b.form.blankVoid(); n > 0 {
		b.doubt(at, NothingTicked, "reading", fault.New("intake", ReadsVoid, "reason", b.form.sayVoid(n)))
		return meeting.Ballot{Void: n}
	}
	b.doubt(at, NothingTicked, "reading", fault.New("intake", ReadsBlank))
	return meeting.Ballot{Marks: b.marks()}
}

// doubled tells of rows with two ticks.
func (b *ballot) doubled() {
	for i, list := range b.said {
		if len(list) > 1 {
			b.doubt(list[1].at, TwoTicks, "column", b.form.say(head{kind: markHead, mark: i}))
		}
	}
}

// empty finds the marks of which nothing is said.
func (b *ballot) empty() {
	for c := 1; c <= b.table.width; c++ {
		if h, kept := b.table.columns[c]; kept && h.kind == markHead && len(b.said[h.mark]) == 0 {
			b.fault(cells.Place{Row: b.row.Number, Column: c}, EmptyMark, "column", b.form.say(h))
		}
	}
}

// counted notes whether the sheet is written in digits alone.
func (b *ballot) counted() {
	for _, list := range b.said {
		for _, s := range list {
			if _, err := strconv.Atoi(typed.Fold(s.text)); err != nil {
				b.worded++
				return
			}
		}
	}
	b.digits = append(b.digits, b.row.Number)
}

// shownLines is how many sheets are told in words before they count.
const shownLines = 3

// line adds the sheet in words, if it is one of the first.
func (b *ballot) line(lines []Reading) []Reading {
	if len(lines) == shownLines || len(b.faults) > 0 {
		return lines
	}
	l := Reading{Row: b.row.Number}
	if b.voided {
		l.Says = []string{b.form.sayVoid(b.void)}
	} else {
		for i, m := range b.marks() {
			if m != 0 {
				l.Says = append(l.Says, b.form.say(head{kind: markHead, mark: i})+" "+b.form.sayMark(m))
			}
		}
	}
	return append(lines, l)
}
