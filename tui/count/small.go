package count

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// small is the gate before sheets are issued to a class that weighs and has few people.
var small = gate{
	waits: lacking(func(s meeting.State, n int) bool {
		_, _, is := s.SmallClass(n)
		return is && !s.Idle(n)
	}),
	says: func(c Count, d desk.Context) string {
		class, people, _ := d.Ahead.SmallClass(c.of.stack)
		return d.Say(words.GateSmall, "class", d.Ahead.Plan.ClassName(class), "people", people, "fewest", d.Ahead.Plan.Sheets.FewestOf)
	},
	next: said(words.NextSmall),
	acts: []action{{Keys: []string{"enter"}, Name: words.KeySettleSmall, ByHand: true, Do: asks(askSmall)}},
}

// askSmall offers to count the class with the next one, or to go on knowingly.
func askSmall(c Count, d desk.Context) desk.Question {
	class, _, _ := d.Ahead.SmallClass(c.of.stack)
	choices, into := []string{words.SmallNo(d.Lang)}, []string{""}
	if next := d.Ahead.NextClass(class); next != "" {
		choices, into = append(choices, d.Say(words.SmallMerge, "into", d.Ahead.Plan.ClassName(next))), append(into, next)
	}
	choices, into = append(choices, words.SmallKeep(d.Lang)), append(into, "")
	return desk.AskChoice(choices, func(i int, d desk.Context) desk.Answer {
		if i == 0 {
			return desk.Answer{}
		}
		return desk.Asks(askScrutineer(d, func(by string, d desk.Context) desk.Answer {
			return d.Submit(meeting.SettleClass{Class: class, Into: into[i], By: by})
		}, choices[i], words.WitnessName(d.Lang)))
	}, c.gate.says(c, d)).ByHand()
}
