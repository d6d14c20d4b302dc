package count

import (
	"strconv"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/typed"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// A closed count is opened again, counted anew or voted on again only on purpose: each
// is asked, with the harmless answer first, then who wants it and why.

// reopenings are the actions that do so, and those that put right a count that is closed
// or was.
var reopenings = []action{
	reopening(words.KeyReopen, words.ReopenAsk, func(d desk.Context) []renewal {
		return []renewal{{name: words.ReopenYes(d.Lang), order: func(by, reason string) meeting.Order { return meeting.ReopenCount{By: by, Reason: reason} }}}
	}),
	reopening(words.KeyRecount, words.RecountAsk, recounts),
	reopening(words.KeyVoteAgain, words.VoteAgainAsk, votesAgain),
	{Name: words.KeyCorrectSheet, Shown: key.InMenu, When: may(mendable), Do: turn(func(c *Count) { c.mends, c.listed, c.bundle, c.sheet = true, false, 0, 0 })},
	{Name: words.KeyWithdraw, Shown: key.InMenu, ByHand: true, When: may(func(c Count, s meeting.State) bool { return s.Round.Reopened && mendable(c, s) }), Do: asks(askWithdrawn)},
}

// mendable reports whether a sheet of a count that was closed can be put right.
func mendable(c Count, s meeting.State) bool {
	return isMendable(s) && !c.mends && c.again == nil && s.Round.Bundles.Len() > 0
}

// isMendable is where a count is closed, or open again with nothing in hand.
func isMendable(s meeting.State) bool {
	r := s.Round
	return r.Closed || r.Reopened && !r.Bundle.Open && !r.Check.Under() && !r.Piling.Under()
}

// A renewal is one way to begin again, and the order for it; or the question that says
// which order it is.
type renewal struct {
	name  string
	order begins
	which func(desk.Context) desk.Question
}

type begins func(by, reason string) meeting.Order

// votesAgain is a new vote on all, or on some where the count is closed.
func votesAgain(d desk.Context) []renewal {
	list := []renewal{{name: words.VoteAgainYes(d.Lang), order: func(by, reason string) meeting.Order { return meeting.VoidRound{By: by, Reason: reason} }}}
	subjects := d.Ahead.Plan.Subjects
	if len(subjects) > 1 && d.Try(meeting.VoidRound{By: anybody.By, Reason: anybody.Saw, Subjects: []string{subjects[0].ID}}) == nil {
		list = append(list, renewal{name: words.VoteAgainSome(d.Lang), which: askVotedOn})
	}
	return list
}

// mostListed is how many subjects the question that asks for their numbers lists.
const mostListed = 12

// askVotedOn asks by their numbers on whom there is a new vote.
func askVotedOn(d desk.Context) desk.Question {
	subjects := d.Ahead.Plan.Subjects
	lines := []string{words.VoteAgainWhich(d.Lang)}
	var names []string
	for i, p := range subjects[:min(mostListed, len(subjects))] {
		names = append(names, d.Say(words.VoteAgainList, "number", i+1, "subject", p.Label()))
	}
	lines = append(lines, strings.Join(names, "  "))
	return desk.AskText(200, func(text string, d desk.Context) desk.Answer {
		var ids []string
		for _, word := range strings.FieldsFunc(typed.Fold(text), func(r rune) bool { return r < '0' || r > '9' }) {
			n, err := strconv.Atoi(word)
			if err != nil || n < 1 || n > len(subjects) {
				ids = nil
				break
			}
			ids = append(ids, subjects[n-1].ID)
		}
		if len(ids) == 0 {
			return desk.Warn(d.Say(words.VoteAgainNobody, "subjects", len(subjects)))
		}
		return askRenewal(d, func(by, reason string) meeting.Order { return meeting.VoidRound{By: by, Reason: reason, Subjects: ids} })
	}, lines...).ByHand()
}

// askRenewal asks who wants it and why.
func askRenewal(d desk.Context, order begins) desk.Answer {
	if r := d.Try(order(anybody.By, anybody.Saw)); r != nil {
		return desk.Warn(d.Refuse(r))
	}
	return desk.Asks(askRuling(d, words.ReopenWho(d.Lang), func(by, reason string, d desk.Context) desk.Answer {
		return d.Submit(order(by, reason))
	}, words.ReopenWhy))
}

// recounts is everything counted anew, or one of several stacks.
func recounts(d desk.Context) []renewal {
	list := []renewal{{name: words.RecountYes(d.Lang), order: func(by, reason string) meeting.Order { return meeting.RecountSheets{By: by, Reason: reason} }}}
	if len(d.Ahead.Round.Stacks) == 1 {
		return list
	}
	for _, n := range stacks(d.Ahead, isBack) {
		class, subject := d.Ahead.StackIDs(n)
		if class+subject == "" || !reached(d.Ahead, n) {
			continue
		}
		list = append(list, renewal{name: d.Say(words.RecountOne, "stack", words.StackName(d.Lang, d.Ahead.StackName(n))), order: func(by, reason string) meeting.Order {
			return meeting.RecountSheets{Class: class, Subject: subject, By: by, Reason: reason}
		}})
	}
	return list
}

func reopening(name, ask words.Sentence, ways func(desk.Context) []renewal) action {
	refusal := func(d desk.Context) *meeting.Refusal { return d.Try(ways(d)[0].order(anybody.By, anybody.Saw)) }
	return action{
		Name: name, Shown: key.InMenu, ByHand: true,
		When: func(c Count, d desk.Context) key.Can {
			r := refusal(d)
			return key.If(len(c.draft) == 0 && (r == nil || r.Code == meeting.IsSealed && d.Ahead.Round.Closed))
		},
		Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
			if r := refusal(d); r != nil {
				return c, desk.Warn(d.Refuse(r))
			}
			list := ways(d)
			choices := []string{words.ReopenNo(d.Lang)}
			for _, way := range list {
				choices = append(choices, way.name)
			}
			return c, desk.Asks(desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
				if i == 0 {
					return desk.Answer{}
				}
				if which := list[i-1].which; which != nil {
					return desk.Asks(which(d))
				}
				return askRenewal(d, list[i-1].order)
			}, ask(d.Lang)).ByHand())
		},
	}
}

// askWithdrawn asks for the place of the sheet that is taken out, then who saw it and
// why.
func askWithdrawn(_ Count, d desk.Context) desk.Question {
	return desk.AskText(16, func(text string, d desk.Context) desk.Answer {
		bundle, sheet, ok := placeOf(text)
		was, there := sheetAt(d.Ahead, bundle, sheet)
		if !ok || !there {
			return desk.Warn(d.Say(words.NoSuchSheet, "bundle", bundle, "sheet", sheet))
		}
		line := d.Say(words.WithdrawnIs, "bundle", bundle, "sheet", sheet, "words", ballotWords(d, was))
		return desk.Asks(desk.AskChoice([]string{words.WithdrawNo(d.Lang), words.WithdrawYes(d.Lang)}, func(i int, d desk.Context) desk.Answer {
			if i == 0 {
				return desk.Answer{}
			}
			return desk.Asks(askRuling(d, line, func(by, reason string, d desk.Context) desk.Answer {
				return d.Submit(meeting.WithdrawSheet{Bundle: bundle, Sheet: sheet, By: by, Reason: reason})
			}, words.WithdrawReason))
		}, line).ByHand())
	}, words.WithdrawWhere(d.Lang)).ByHand()
}

// placeOf reads 3/4, the fourth sheet of the third bundle.
func placeOf(text string) (bundle, sheet int, ok bool) {
	first, second, ok := strings.Cut(strings.ReplaceAll(text, "／", "/"), "/")
	bundle, err := strconv.Atoi(strings.TrimSpace(first))
	sheet, err2 := strconv.Atoi(strings.TrimSpace(second))
	return bundle, sheet, ok && err == nil && err2 == nil
}

// stamped is what people write down of the seal of the count and read out.
func stamped(_ Count, d desk.Context) []string {
	rows := d.Sealed()
	if rows == nil {
		return nil
	}
	return append(rows, append(d.Indent(2, words.CountReadOut(d.Lang), d.Look.Dim), "")...)
}
