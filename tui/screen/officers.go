package screen

import (
	"slices"
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// An office is one thing that is said of who does what at the meeting.
type office struct {
	row     words.Sentence // in the list of what is to be in order before the meeting, nil where it is not in it
	ask     words.Sentence
	stands  func(meeting.State) string
	put     func(*meeting.NameOfficers, string)
	elected bool // it is settled once the count is closed
}

var offices = []office{
	{ask: words.PlaceAsk, stands: func(s meeting.State) string { return s.Officers.Place }, put: func(o *meeting.NameOfficers, text string) { o.Place = text }},
	{ask: words.ChairAsk, stands: func(s meeting.State) string { return s.Officers.Chair }, put: func(o *meeting.NameOfficers, text string) { o.Chair = text }},
	{row: words.RecorderRow, ask: words.RecorderAsk, stands: func(s meeting.State) string { return s.Officers.Recorder }, put: func(o *meeting.NameOfficers, text string) { o.Recorder = text }},
	{row: words.ScrutineersRow, ask: words.ScrutineersAsk, elected: true, stands: func(s meeting.State) string { return strings.Join(s.Officers.Scrutineers, "、") },
		put: func(o *meeting.NameOfficers, text string) { o.Scrutineers = meeting.ReadPeople(text) }},
	{row: words.TellersRow, ask: words.TellersAsk, elected: true, stands: func(s meeting.State) string { return strings.Join(s.Officers.Tellers, "、") },
		put: func(o *meeting.NameOfficers, text string) { o.Tellers = meeting.ReadPeople(text) }},
}

// electing is where the item under the cursor elects scrutineers and tellers, or where
// it is another one.
func electing(is bool) func(Agenda, desk.Context) key.Can {
	return func(a Agenda, c desk.Context) key.Can {
		return key.If(!c.Ahead.IsSealed() && (c.Ahead.Agenda[a.at(c.Ahead)].Kind == plan.Elect) == is)
	}
}

// officers asks for one office after another, and at the end whether they are recorded.
func (a Agenda) officers(c desk.Context, _ int) (Agenda, desk.Answer) {
	return a, desk.Asks(askOfficers(c, offices, meeting.NameOfficers{}, nil))
}

// staffed is a row for each office that has one: who holds it, or that it is filled at
// the meeting.
func staffed(c desk.Context) checklist {
	var out checklist
	for i, o := range offices {
		if o.row == nil {
			continue
		}
		r := chore{kind: o.row, subject: -1, state: o.stands(c.Ahead), stands: settled, ask: asking(func(c desk.Context) desk.Question {
			return askOfficers(c, offices[i:i+1], meeting.NameOfficers{}, nil)
		})}
		switch elects := slices.ContainsFunc(c.Ahead.Agenda, func(it plan.Item) bool { return it.Kind == plan.Elect }); {
		case r.state != "":
		case o.elected && elects:
			r.state, r.stands = words.OfficerElected(c.Lang), optional
		default:
			r.state, r.stands = words.OfficerNone(c.Lang), noticeable
			if c.Ahead.Rehearsal { // nobody is named for it
				r.stands = optional
			}
		}
		out = append(out, r)
	}
	return out
}

// askOfficers asks for one office after another; o is what was said before, and changes
// tells it in words.
func askOfficers(c desk.Context, rest []office, o meeting.NameOfficers, changes []string) desk.Question {
	for len(rest) > 0 && rest[0].elected && c.Ahead.Round.Closed {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return askOfficersKept(c, o, changes)
	}
	is := rest[0]
	stands, label := is.stands(c.Ahead), is.ask(c.Lang)
	return desk.AskText(meeting.MaxOfficers*meeting.MaxName, func(text string, c desk.Context) desk.Answer {
		if text = strings.TrimSpace(text); text == "" || text == stands {
			return desk.Asks(askOfficers(c, rest[1:], o, changes))
		}
		alone := meeting.NameOfficers{Reason: words.OfficersAsk(c.Lang)} // whether somebody counts what he watches is asked at the end
		is.put(&alone, text)
		if refusal := c.Try(alone); refusal != nil {
			return desk.Warn(c.Refuse(refusal))
		}
		next := o
		is.put(&next, text)
		return desk.Asks(askOfficers(c, rest[1:], next, append(changes[:len(changes):len(changes)], label+"："+text)))
	}, words.OfficersAsk(c.Lang), c.Say(words.OfficerIs, "office", label)).Filled(stands).ByHand()
}

// askOfficersKept asks whether what was said is recorded.
func askOfficersKept(c desk.Context, o meeting.NameOfficers, changes []string) desk.Question {
	if len(changes) == 0 {
		return desk.AskChoice([]string{words.OfficersBack(c.Lang)}, func(int, desk.Context) desk.Answer { return desk.Answer{} }, words.OfficersSame(c.Lang))
	}
	keep := func(c desk.Context) desk.Answer { return c.Submit(o).Saying(words.OfficersKept(c.Lang)) }
	return desk.AskChoice([]string{words.OfficersBack(c.Lang), words.OfficersYes(c.Lang)}, func(i int, c desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		refusal := c.Try(o)
		if refusal == nil || refusal.Code != meeting.ScrutineerCounts {
			return keep(c)
		}
		return desk.Asks(desk.AskText(meeting.MaxReason, func(why string, c desk.Context) desk.Answer {
			o.Reason = why
			return keep(c)
		}, c.Refuse(refusal), words.ReopenWhy(c.Lang)).ByHand())
	}, changes...).ByHand()
}
