package count

import (
	"strconv"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// A closed count is opened again, counted anew or voted on again only on purpose: each
// is asked, with the harmless answer first, then who wants it and why.

// reopenings are the actions that do so.
var reopenings = []action{
	reopening(words.KeyReopen, words.ReopenAsk, words.ReopenYes, func(by, reason string) meeting.Order { return meeting.ReopenCount{By: by, Reason: reason} }),
	reopening(words.KeyRecount, words.RecountAsk, words.RecountYes, func(by, reason string) meeting.Order { return meeting.RecountSheets{By: by, Reason: reason} }),
	reopening(words.KeyVoteAgain, words.VoteAgainAsk, words.VoteAgainYes, func(by, reason string) meeting.Order { return meeting.VoidRound{By: by, Reason: reason} }),
	{Name: words.KeyWithdraw, Shown: key.InMenu, ByHand: true, When: may(func(c Count, s meeting.State) bool {
		return s.Round.Reopened && s.Round.Bundles.Len() > 0 && len(c.draft) == 0 && !s.Round.Bundle.Open && !s.Round.Check.Under() && !s.Round.Piling.Under()
	}), Do: asks(askWithdrawn)},
}

func reopening(name, ask, yes words.Sentence, order func(by, reason string) meeting.Order) action {
	return action{
		Name: name, Shown: key.InMenu, ByHand: true,
		When: func(c Count, d desk.Context) key.Can {
			r := d.Try(order(anybody.By, anybody.Saw))
			return key.If(len(c.draft) == 0 && (r == nil || r.Code == meeting.IsSealed && d.Ahead.Round.Closed))
		},
		Do: func(c Count, d desk.Context, _ int) (Count, desk.Answer) {
			if r := d.Try(order(anybody.By, anybody.Saw)); r != nil {
				return c, desk.Warn(d.Refuse(r))
			}
			return c, desk.Asks(desk.AskChoice([]string{words.ReopenNo(d.Lang), yes(d.Lang)}, func(i int, d desk.Context) desk.Answer {
				if i == 0 {
					return desk.Answer{}
				}
				return desk.Asks(askRuling(d, words.ReopenWho(d.Lang), func(by, reason string, d desk.Context) desk.Answer {
					return d.Submit(order(by, reason))
				}, words.ReopenWhy))
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
