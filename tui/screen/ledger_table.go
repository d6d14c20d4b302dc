package screen

import (
	"shuping/internal/meeting"
	"shuping/internal/words"
	"shuping/tui/desk"
)

// A Taking is a table that was held against the ledger and is not taken in yet.
type Taking struct {
	Lines   []string        // what it would change, or what is wrong with it, row by row
	Sum     string          // what all of that comes to
	Orders  []meeting.Order // none where there is a fault or nothing to change
	Done    string          // said when they are stored
	Changes int             // that the ledger had seen when the table was held against it
}

// Changes is how many changes the ledger has seen. Nothing of it is ever erased, so
// it is the same ledger where it is the same number.
func Changes(s meeting.State) int {
	n := 0
	for _, p := range s.Ledger {
		n += len(p.History)
	}
	return n
}

// Reviewed is the ledger with a table to be looked at, once nothing else is asked.
func (l Ledger) Reviewed(t Taking) Ledger {
	l.taking, l.waits = t, true
	return l
}

// Asks opens the table that waits, with the question whether it is taken in; to
// leave it comes first.
func (l Ledger) Asks(c desk.Context) (desk.Screen, *desk.Question) {
	if !l.waits {
		return l, nil
	}
	t := l.taking
	l.waits, l.taking = false, Taking{}
	choices := words.TableTakes(c.Lang)
	if len(t.Orders) == 0 {
		choices = []string{words.KeyBack(c.Lang)}
	}
	q := desk.AskChoice(choices, func(n int, c desk.Context) desk.Answer {
		switch {
		case n == 0:
			return desk.Answer{}
		case Changes(c.Ahead) != t.Changes:
			return desk.Answer{Say: words.TableStale(c.Lang), Tone: desk.Look}
		}
		return c.Submit(t.Orders...).Saying(t.Done)
	}, t.Sum).Under(c.Say(words.TableHead, "all", len(t.Lines)), t.Lines...).ByHand()
	return l, &q
}

// pickTable looks for a table that is to be read.
func pickTable(c desk.Context) desk.Answer {
	return desk.Answer{Pick: &desk.Pick{Ask: words.TablePathAsk(c.Lang), Kinds: []string{".xlsx", ".csv"}, Then: func(path string, c desk.Context) desk.Answer {
		return desk.Answer{Table: &desk.Table{In: true, Path: path}, Say: words.TableReading(c.Lang)}
	}}}
}
