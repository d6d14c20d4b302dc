package screen

import (
	"strings"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
	"shuping/tui/desk"
	"shuping/tui/key"
)

// An office is one thing that is said of who does what at the meeting.
type office struct {
	ask     words.Sentence
	stands  func(meeting.State) string
	put     func(*meeting.NameOfficers, string)
	elected bool // it is settled once the count is closed
}

var offices = []office{
	{ask: words.PlaceAsk, stands: func(s meeting.State) string { return s.Officers.Place }, put: func(o *meeting.NameOfficers, text string) { o.Place = text }},
	{ask: words.ChairAsk, stands: func(s meeting.State) string { return s.Officers.Chair }, put: func(o *meeting.NameOfficers, text string) { o.Chair = text }},
	{ask: words.RecorderAsk, stands: func(s meeting.State) string { return s.Officers.Recorder }, put: func(o *meeting.NameOfficers, text string) { o.Recorder = text }},
	{ask: words.ScrutineersAsk, elected: true, stands: func(s meeting.State) string { return strings.Join(s.Officers.Scrutineers, "、") },
		put: func(o *meeting.NameOfficers, text string) { o.Scrutineers = meeting.ReadPeople(text) }},
	{ask: words.TellersAsk, elected: true, stands: func(s meeting.State) string { return strings.Join(s.Officers.Tellers, "、") },
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
	return a, desk.Asks(askOfficer(c, 0, meeting.NameOfficers{}, nil))
}

// askOfficer asks for an office and those behind it; o is what was said before, and
// changes tells it in words.
func askOfficer(c desk.Context, n int, o meeting.NameOfficers, changes []string) desk.Question {
	for n < len(offices) && offices[n].elected && c.Ahead.Round.Closed {
		n++
	}
	if n == len(offices) {
		return askOfficersKept(c, o, changes)
	}
	is := offices[n]
	stands, label := is.stands(c.Ahead), is.ask(c.Lang)
	return desk.AskText(meeting.MaxOfficers*meeting.MaxName, func(text string, c desk.Context) desk.Answer {
		if text = strings.TrimSpace(text); text == "" || text == stands {
			return desk.Asks(askOfficer(c, n+1, o, changes))
		}
		alone := meeting.NameOfficers{Reason: words.OfficersAsk(c.Lang)} // whether somebody counts what he watches is asked at the end
		is.put(&alone, text)
		if refusal := c.Try(alone); refusal != nil {
			return desk.Warn(c.Refuse(refusal))
		}
		next := o
		is.put(&next, text)
		return desk.Asks(askOfficer(c, n+1, next, append(changes[:len(changes):len(changes)], label+"："+text)))
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
