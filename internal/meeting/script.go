package meeting

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"shuping/internal/tally"
	"shuping/internal/typed"
)

// Parse reads one line of a script: words separated by spaces, key=value where
// the value may be in double quotes (with \" \\ and \n inside), and # at the
// start of a word for a comment. An empty line or a comment gives no order.
func Parse(line string) (Order, error) {
	words, err := split(typed.Compose(line)) // some keyboards type a letter and its mark apart
	if err != nil || len(words) == 0 {
		return nil, err
	}
	if key := words[0].key; key != "" {
		return nil, refuse(UnknownCommand, "command", key+"=")
	}
	a := &arguments{command: words[0].text, named: map[string]string{}}
	for _, w := range words[1:] {
		if w.key == "" {
			a.plain = append(a.plain, w.text)
			continue
		}
		if _, twice := a.named[w.key]; twice {
			return nil, refuse(UnknownArgument, "command", a.command, "argument", w.key)
		}
		a.named[w.key] = w.text
	}
	read, ok := commands[a.command]
	if !ok {
		return nil, refuse(UnknownCommand, "command", a.command)
	}
	o := read(a)
	if a.err == nil {
		a.rest()
	}
	if a.err != nil {
		return nil, a.err
	}
	return o, nil
}

// commands lists every first word of a line.
var commands = map[string]func(*arguments) Order{
	"attend": func(a *arguments) Order {
		return CountHeads{a.maybe("class"), a.number("expected"), a.number("present"), a.witness()}
	},
	"start":  func(a *arguments) Order { return StartItem{a.word("item"), a.maybe("reason")} },
	"finish": func(*arguments) Order { return FinishItem{} },
	"skip": func(a *arguments) Order {
		return SkipItem{a.word("item"), a.maybe("reason")}
	},
	"pause":    func(*arguments) Order { return PauseClock{} },
	"resume":   func(*arguments) Order { return ResumeClock{} },
	"add-time": func(a *arguments) Order { return AddTime{a.count("minutes")} },
	"review": func(a *arguments) Order {
		return NoteReview{a.word("subject"), a.text("text")}
	},
	"speech": func(a *arguments) Order { return NoteSpeech{a.text("text")} },
	"issue": func(a *arguments) Order {
		return IssueSheets{
			a.count("sheets"), a.maybe("reason"), a.maybe("class"), a.maybe("subject"),
			a.perhaps("printed"), a.perhaps("destroyed"), a.witness(),
		}
	},
	"collect": func(a *arguments) Order {
		return CollectSheets{a.count("sheets"), a.maybe("class"), a.maybe("subject"), a.witness()}
	},
	"bundle": func(a *arguments) Order {
		return OpenBundle{a.maybe("class"), a.maybe("subject"), a.maybe("by"), a.maybe("file"), a.maybe("sha256")}
	},
	"missing": func(a *arguments) Order { return MendSlip{a.count("sheet"), false, Side(a.maybe("of"))} },
	"doubled": func(a *arguments) Order { return MendSlip{a.count("sheet"), true, Side(a.maybe("of"))} },
	"second": func(a *arguments) Order {
		return OpenSecond{a.count("bundle"), a.text("by"), a.maybe("first")}
	},
	"spot": func(a *arguments) Order {
		return DrawSpot{a.count("bundle"), a.text("by"), a.text("dice")}
	},
	"close-second": func(a *arguments) Order { return CloseSecond{a.count("sheets")} },
	"leave-check":  func(a *arguments) Order { return LeaveCheck{a.maybe("reason")} },
	"rekey":        func(a *arguments) Order { return a.rekey() },
	"rule":         func(a *arguments) Order { return a.rule() },
	"b":            func(a *arguments) Order { return a.ballot() },
	"piles":        func(a *arguments) Order { return a.piles(false) },
	"piles-again":  func(a *arguments) Order { return a.piles(true) },
	"pile":         func(a *arguments) Order { return CountPile{a.pile()} },
	"repile":       func(a *arguments) Order { return CountPileAgain{Of: Side(a.text("of")), Pile: a.pile()} },
	"rule-pile": func(a *arguments) Order {
		return RulePile{By: a.text("by"), Reason: a.text("reason"), Pile: a.pile()}
	},
	"close-piles": func(a *arguments) Order { return ClosePiles{a.count("sheets")} },
	"leave-piles": func(a *arguments) Order { return LeavePiles{a.maybe("reason")} },
	"withdraw-piles": func(a *arguments) Order {
		return WithdrawPiles{a.maybe("class"), a.maybe("subject"), a.maybe("reason")}
	},
	"doubt":         func(*arguments) Order { return SetAside{} },
	"settle":        func(a *arguments) Order { return a.settle() },
	"takeback":      func(*arguments) Order { return TakeBack{} },
	"close-bundle":  func(a *arguments) Order { return CloseBundle{a.count("sheets")} },
	"correct":       func(a *arguments) Order { return a.correct() },
	"correct-piles": func(a *arguments) Order { return a.correctPiles() },
	"correct-heads": func(a *arguments) Order {
		return CorrectHeads{a.maybe("class"), a.number("expected"), a.number("present"), a.text("by"), a.text("reason")}
	},
	"comment": func(a *arguments) Order {
		return NoteComments{[]Comment{{a.next(), a.text("text")}}}
	},
	"comments":    func(a *arguments) Order { return a.comments() },
	"close-count": func(a *arguments) Order { return CloseCount{a.text("by"), a.maybe("saw")} },
	"fact": func(a *arguments) Order {
		return RecordFact{a.word("subject"), a.text("kind"), a.text("source")}
	},
	"withdraw-fact": func(a *arguments) Order {
		return WithdrawFact{a.word("subject"), a.text("kind"), a.maybe("reason")}
	},
	"assess": func(a *arguments) Order {
		return AssessSubject{a.word("subject"), a.text("source"), a.maybe("grade"), a.maybe("score"), a.maybe("note")}
	},
	"opinion": func(a *arguments) Order {
		return WriteOpinion{a.word("subject"), a.text("merits"), a.text("problems")}
	},
	"decide": func(a *arguments) Order {
		return DecideGrade{a.word("subject"), a.word("grade"), a.maybe("reason")}
	},
	"seal": func(*arguments) Order { return Seal{} },

	"file-plan": func(a *arguments) Order { return FilePlan{a.day("date"), a.maybe("to")} },
	"vet":       func(a *arguments) Order { return a.vet() },
	"attach": func(a *arguments) Order {
		return AttachFile{a.word("to"), a.text("name"), int64(a.number("size")), a.text("sha256")}
	},
	"duty":     func(a *arguments) Order { return AssignDuty{a.text("what"), a.text("who")} },
	"question": func(a *arguments) Order { return NoteQuestion{a.next(), a.text("text")} },
	"problem": func(a *arguments) Order {
		return RecordProblem{a.word("subject"), Origin(a.text("origin")), a.text("text"), a.remedy()}
	},
	"carry":    func(a *arguments) Order { return a.carry() },
	"amend":    func(a *arguments) Order { return AmendProblem{a.word("problem"), a.changes()} },
	"progress": func(a *arguments) Order { return NoteProgress{a.word("problem"), a.day("date"), a.text("text")} },
	"sign-off": func(a *arguments) Order { return SignOffProblem{a.word("problem"), a.text("by"), a.day("date")} },
	"return":   func(a *arguments) Order { return ReturnProblem{a.word("problem"), a.maybe("reason")} },
	"link":     func(a *arguments) Order { return LinkProblem{a.word("problem"), a.text("to")} },
	"file":     func(a *arguments) Order { return a.file() },
}

// arguments are the words of one line; the first thing wrong with them is kept.
type arguments struct {
	command string
	plain   []string
	named   map[string]string
	err     error
}

func (a *arguments) fail(err *Refusal) {
	if a.err == nil {
		a.err = err
	}
}

// word takes the next word that has no key.
func (a *arguments) word(name string) string {
	if len(a.plain) == 0 {
		a.fail(refuse(MissingArgument, "command", a.command, "argument", name))
		return ""
	}
	w := a.plain[0]
	a.plain = a.plain[1:]
	return w
}

// count takes the next word as a number.
func (a *arguments) count(name string) int { return a.parse(name, a.word(name)) }

// text takes the value of a key that must be there.
func (a *arguments) text(key string) string {
	v, ok := a.named[key]
	if !ok {
		a.fail(refuse(MissingArgument, "command", a.command, "argument", key))
	}
	delete(a.named, key)
	return v
}

// number takes the value of a key that must be there as a number.
func (a *arguments) number(key string) int { return a.parse(key, a.text(key)) }

// maybe takes the value of a key, "" if it is not there.
func (a *arguments) maybe(key string) string {
	v := a.named[key]
	delete(a.named, key)
	return v
}

func (a *arguments) parse(name, word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		a.fail(refuse(BadNumber, "argument", name, "value", word))
	}
	return n
}

// perhaps takes the value of a key as a number, 0 if it is not there.
func (a *arguments) perhaps(key string) int {
	if _, there := a.named[key]; !there {
		return 0
	}
	return a.number(key)
}

// next takes the next word that has no key, "" if there is none.
func (a *arguments) next() string {
	if len(a.plain) == 0 {
		return ""
	}
	return a.word("")
}

// comments takes subject and text, subject and text.
func (a *arguments) comments() Order {
	var list []Comment
	for len(a.plain) > 0 {
		list = append(list, Comment{a.word("subject"), a.word("text")})
	}
	return NoteComments{list}
}

func (a *arguments) witness() Witness { return Witness{a.maybe("by"), a.maybe("saw")} }

// rest refuses whatever was not taken.
func (a *arguments) rest() {
	for _, w := range a.plain {
		a.fail(refuse(UnknownArgument, "command", a.command, "argument", w))
	}
	for _, k := range slices.Sorted(maps.Keys(a.named)) {
		a.fail(refuse(UnknownArgument, "command", a.command, "argument", k))
	}
}

func (a *arguments) ballot() Order {
	switch {
	case len(a.plain) == 1 && a.plain[0] == "0":
		return VoidBallot{a.voided()}
	default:
		return EnterBallot{a.marks()}
	}
}

func (a *arguments) settle() Order {
	place := a.count("sheet")
	if len(a.plain) == 1 && a.plain[0] == "0" {
		o := Settle{Place: place, Void: a.voided(), By: a.maybe("by")}
		if o.Void == 0 { // or it would be a sheet without marks
			a.fail(refuse(BadNumber, "argument", "reason", "value", "0"))
		}
		return o
	}
	return Settle{Place: place, Marks: a.marks(), By: a.maybe("by")}
}

func (a *arguments) rekey() Order {
	o := KeyAgain{Sheet: a.count("sheet"), Of: Side(a.text("of"))}
	if len(a.plain) == 1 && a.plain[0] == "doubt" {
		a.plain, o.Doubtful = nil, true
		return o
	}
	o.Marks, o.Void = a.reading()
	return o
}

func (a *arguments) rule() Order {
	o := RuleSheet{Sheet: a.count("sheet"), By: a.text("by"), Reason: a.text("reason")}
	o.Marks, o.Void = a.reading()
	return o
}

func (a *arguments) correct() Order {
	o := CorrectSheet{Bundle: a.number("bundle"), Sheet: a.number("sheet"), By: a.text("by"), Reason: a.text("reason")}
	o.Marks, o.Void = a.reading()
	return o
}

// reading takes marks, or void= with the digit of the reason.
func (a *arguments) reading() ([]tally.Mark, int) {
	if _, void := a.named["void"]; !void {
		return a.marks(), 0
	}
	n := a.number("void")
	if n == 0 { // or it would be a sheet without marks
		a.fail(refuse(BadNumber, "argument", "void", "value", "0"))
	}
	return nil, n
}

// voided takes the 0 and the reason behind it.
func (a *arguments) voided() int {
	a.plain = nil
	return a.number("reason")
}

func (a *arguments) marks() []tally.Mark {
	if len(a.plain) == 0 {
		a.fail(refuse(MissingArgument, "command", a.command, "argument", "mark"))
	}
	var out []tally.Mark
	for _, w := range a.plain {
		if len(w) != 1 || w < "1" || w > "9" {
			a.fail(refuse(BadNumber, "argument", "mark", "value", w))
			break
		}
		out = append(out, tally.Mark(w[0]-'0'))
	}
	a.plain = nil
	return out
}

// A word of a script line, with the key before its = if it has one.
type word struct{ key, text string }

func split(line string) ([]word, error) {
	var words []word
	rest := []rune(line)
	for {
		for len(rest) > 0 && unicode.IsSpace(rest[0]) {
			rest = rest[1:]
		}
		if len(rest) == 0 || rest[0] == '#' {
			return words, nil
		}
		var w word
		var err error
		if w, rest, err = next(rest); err != nil {
			return nil, err
		}
		words = append(words, w)
	}
}

// next cuts one word off; quotes may stand anywhere in its text.
func next(rest []rune) (word, []rune, error) {
	var w word
	var b strings.Builder
	quoted, keyed := false, false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case quoted && c == '\\' && i+1 < len(rest):
			i++
			b.WriteRune(unescape(rest[i]))
		case c == '"':
			quoted = !quoted
		case quoted:
			b.WriteRune(c)
		case c == '=' && !keyed && b.Len() > 0:
			w.key, keyed = b.String(), true
			b.Reset()
		case unicode.IsSpace(c):
			w.text = b.String()
			return w, rest[i:], nil
		default:
			b.WriteRune(c)
		}
	}
	if quoted {
		return w, nil, refuse(OpenQuote)
	}
	w.text = b.String()
	return w, nil, nil
}

func unescape(c rune) rune {
	if c == 'n' {
		return '\n'
	}
	return c
}
