package count

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// small is the gate before sheets are issued to a class that weighs and has few people,
// and before those of a class of which few came back are read.
var small = gate{
	waits: lacking(func(s meeting.State, n int) bool {
		_, is := s.SmallClass(n)
		return is && !s.Idle(n)
	}),
	says: func(c Count, d desk.Context) string {
		x, _ := d.Ahead.SmallClass(c.of.stack)
		return d.Say(ofSmall(x, words.GateSmall, words.GateFew), "class", d.Ahead.Plan.ClassName(x.Class), "people", x.People, "sheets", x.Sheets, "fewest", d.Ahead.Plan.Sheets.FewestOf)
	},
	next: func(c Count, d desk.Context) string {
		x, _ := d.Ahead.SmallClass(c.of.stack)
		return ofSmall(x, words.NextSmall, words.NextFew)(d.Lang)
	},
	acts: []action{{Keys: []string{"enter"}, Name: words.KeySettleSmall, ByHand: true, Do: asks(askSmall)}},
}

// ofSmall is what is said where its people are few, or its sheets.
func ofSmall(x meeting.SettledClass, people, sheets words.Sentence) words.Sentence {
	if x.Sheets > 0 {
		return sheets
	}
	return people
}

// askSmall offers to count the class with the next one, or to go on knowingly.
func askSmall(c Count, d desk.Context) desk.Question {
	x, _ := d.Ahead.SmallClass(c.of.stack)
	choices, into := []string{words.SmallNo(d.Lang)}, []string{""}
	if next := d.Ahead.NextClass(x.Class); next != "" {
		merge := d.Say(ofSmall(x, words.SmallMerge, words.FewMerge), "class", d.Ahead.Plan.ClassName(x.Class), "into", d.Ahead.Plan.ClassName(next))
		choices, into = append(choices, merge), append(into, next)
	}
	choices, into = append(choices, words.SmallKeep(d.Lang)), append(into, "")
	return desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return desk.Asks(askScrutineer(d, func(by string, d desk.Context) desk.Answer {
			return d.Submit(meeting.SettleClass{Class: x.Class, Into: into[i], By: by})
		}, choices[i], words.WitnessName(d.Lang)))
	}, c.gate.says(c, d)).ByHand()
}
