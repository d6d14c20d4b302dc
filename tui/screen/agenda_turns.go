package screen

import (
	"strconv"
	"strings"
	"time"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// subjectOf is the ID of the subject of item i, "" where it is about nobody alone.
func subjectOf(s meeting.State, i int) string {
	if n := s.Agenda[i].Subject; n >= 0 {
		return s.Plan.Subjects[n].ID
	}
	return ""
}

// regret is for how long the end of an item may be taken back by a key.
const regret = time.Minute

// justEnded is where the item that ran last has ended less than a minute ago.
func (a Agenda) justEnded(c desk.Context) key.Can {
	s := c.Ahead
	return key.If(s.Current >= 0 && s.Steps[s.Current].Status == meeting.Done && !s.IsSealed() &&
		c.Now.Sub(s.Steps[s.Current].Ended) < regret)
}

// over is where nothing runs and the item under the cursor has been held.
func (a Agenda) over(c desk.Context) key.Can {
	s := c.Ahead
	return key.If(s.Running() < 0 && !s.IsSealed() && s.Steps[a.at(s)].Status == meeting.Done)
}

func (a Agenda) reopen(c desk.Context, _ int) (Agenda, desk.Answer) {
	i := a.at(c.Ahead)
	id := c.Ahead.Agenda[i].ID
	return a, desk.Asks(desk.AskText(meeting.MaxReason, func(reason string, c desk.Context) desk.Answer {
		return c.Submit(meeting.ReopenItem{Item: id, Reason: reason})
	}, c.Say(words.ReopenItemAsk, "item", c.Item(i))))
}

// reviewed is where the item under the cursor is a review.
func (a Agenda) reviewed(c desk.Context) key.Can {
	return key.If(!c.Ahead.IsSealed() && c.Ahead.Agenda[a.at(c.Ahead)].Kind == plan.Review)
}

// otherReview keeps what somebody beside the chair said.
func (a Agenda) otherReview(c desk.Context, _ int) (Agenda, desk.Answer) {
	i := a.at(c.Ahead)
	id := subjectOf(c.Ahead, i)
	return a, desk.Asks(desk.AskText(meeting.MaxName, func(by string, c desk.Context) desk.Answer {
		if by = strings.TrimSpace(by); by == "" {
			return desk.Warn(words.ReviewerAsk(c.Lang))
		}
		return desk.Asks(desk.AskText(meeting.MaxText, func(text string, c desk.Context) desk.Answer {
			return c.Submit(meeting.NoteReview{Subject: id, By: by, Text: text}).Saying(words.NotesKept(c.Lang))
		}, c.Say(words.ReviewOfAsk, "by", by, "item", c.Item(i))).Named(c, "review:"+id+":"+by))
	}, words.ReviewerAsk(c.Lang)))
}

// orderable is where somebody who speaks has not begun.
func (a Agenda) orderable(c desk.Context) key.Can {
	s := c.Ahead
	waiting := 0
	for i, it := range s.Agenda {
		if it.Kind == plan.Report && waits(s.Steps[i]) {
			waiting++
		}
	}
	return key.If(waiting > 1 && !s.IsSealed())
}

// order asks for the order of speaking by the numbers of the plan, and what it comes
// from.
func (a Agenda) order(c desk.Context, _ int) (Agenda, desk.Answer) {
	var now []string
	for _, id := range c.Ahead.Speaking() {
		now = append(now, strconv.Itoa(c.Ahead.Plan.Subject(id)+1))
	}
	return a, desk.Asks(desk.AskText(meeting.MaxReason, func(text string, c desk.Context) desk.Answer {
		order := meeting.ChangeOrder{Subjects: ofNumbers(c.Ahead.Plan, text)}
		if r := c.Try(order); r != nil {
			return desk.Warn(c.Refuse(r))
		}
		return desk.Asks(desk.AskChoice(words.SpeakingChoices(c.Lang), func(n int, c desk.Context) desk.Answer {
			if n == 0 {
				return desk.Answer{}
			}
			order.Lot = n == 1
			return c.Submit(order)
		}, words.SpeakingWhence(c.Lang)))
	}, words.SpeakingAsk(c.Lang)).Filled(strings.Join(now, " ")))
}

// ofNumbers are the subjects whose numbers stand in a text; what is no number of one
// stands as it was written, and is refused.
func ofNumbers(p plan.Plan, text string) []string {
	var out []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,，、", r) }) {
		if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(p.Subjects) {
			word = p.Subjects[n-1].ID
		}
		out = append(out, word)
	}
	return out
}
