package meeting

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"shuping/internal/plan"
	"shuping/internal/tally"
	"shuping/internal/typed"
)

// Parse reads one line of a script: words separated by spaces, key=value where
// the value may be in double quotes (with \" \\ and \n inside), and # at the
// start of a word for a comment. An empty line or a comment gives no order. The digit
// of a grade is its box on a sheet of this meeting, the first 1.
func (s State) Parse(line string) (Order, error) {
	words, err := lineWords(line)
	if err != nil || len(words) == 0 {
		return nil, err
	}
	if key := words[0].key; key != "" {
		return nil, refuse(UnknownCommand, "command", key+"=")
	}
	a := &arguments{command: words[0].text, named: map[string]string{}, sheet: s.Plan.Rule}
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
	kind, ok := LineCalled(a.command)
	if !ok {
		return nil, refuse(UnknownCommand, "command", a.command)
	}
	o := a.on(kind.read(a))
	if a.err == nil {
		a.rest()
	}
	if a.err != nil {
		return nil, a.err
	}
	return o, nil
}

// arguments are the words of one line; the first thing wrong with them is kept.
type arguments struct {
	command string
	plain   []string
	named   map[string]string
	sheet   tally.Rule // whose boxes the digits of marks are
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

// on is the order, on the bundle that the line names.
func (a *arguments) on(o Order) Order {
	if _, names := a.named["bundle"]; !names || !isOfSheet(o) {
		return o
	}
	return On{a.number("bundle"), o}
}

func (a *arguments) seat() Seat { return Seat(a.maybe("seat")) }

// people takes the value of a key as names with commas between them.
func (a *arguments) people(key string) []string {
	return ReadPeople(a.maybe(key))
}

// stated takes the value of a key as a number, nil if it is not there.
func (a *arguments) stated(key string) *int {
	if _, there := a.named[key]; !there {
		return nil
	}
	return new(a.number(key))
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

// order takes the subjects in the order in which they speak.
func (a *arguments) order() Order {
	o := ChangeOrder{Subjects: []string{a.word("subject")}}
	o.Subjects = append(o.Subjects, a.plain...)
	a.plain = nil
	lot := Answer(a.maybe("lot"))
	if err := oneOf("lot", lot, []Answer{"", Yes}); err != nil {
		a.fail(err.(*Refusal))
	}
	o.Lot = lot == Yes
	return o
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
		out = append(out, a.box(int(w[0]-'0')))
	}
	a.plain = nil
	return out
}

// box is the mark that a digit keys. Without unmarked grades a digit is its mark, and one
// that no sheet offers is refused where the rest of the order is.
func (a *arguments) box(digit int) tally.Mark {
	if a.sheet.Unmarked == 0 {
		return tally.Mark(digit)
	}
	m := a.sheet.InBox(digit)
	if m == 0 {
		a.fail(refuse(UnknownMark, "mark", digit, "grades", a.sheet.Boxes()))
	}
	return m
}

// date takes the day on which something was done, which must be there.
func (a *arguments) date() plan.Day { return a.dayIn("date", a.text("date")) }

// maybeDay takes the value of a key as a day, the zero Day if it is not there.
func (a *arguments) maybeDay(key string) plan.Day { return a.dayIn(key, a.maybe(key)) }

func (a *arguments) dayIn(key, word string) plan.Day {
	if word == "" {
		return plan.Day{}
	}
	d, ok := plan.ReadDay(word)
	if !ok {
		a.fail(refuse(BadDay, "argument", key, "value", word))
	}
	return d
}

// instant reads an instant, none where there is no word.
func (a *arguments) instant(key, word string) time.Time {
	if word == "" {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339Nano, word)
	if err != nil || at.UTC().Year() < 1 || at.UTC().Year() > 9999 {
		a.fail(refuse(BadDay, "argument", key, "value", word))
		return time.Time{}
	}
	return at.UTC()
}

// remedy takes what is to be done about a problem.
func (a *arguments) remedy() Remedy {
	r := Remedy{Measure: a.maybe("measure"), Target: a.maybe("target"), Who: a.maybe("who"), Branch: a.maybe("branch")}
	r.Due, r.Limit = a.limit(a.maybe("due"))
	return r
}

// limit reads a time limit: a day, or words for it, which name their year.
func (a *arguments) limit(word string) (plan.Day, string) {
	if day, ok := plan.ReadDay(word); ok || word == "" {
		return day, ""
	}
	l, ok := plan.ReadLimit(word, plan.Day{})
	if !ok {
		a.fail(refuse(BadLimit, "argument", "due", "value", word))
	}
	return l.Last, LimitWords(l)
}

// changes takes what is named; an empty value clears.
func (a *arguments) changes() Changes {
	var c Changes
	for key, to := range map[string]**string{
		"subject": &c.Subject, "text": &c.Text, "measure": &c.Measure, "target": &c.Target, "who": &c.Who, "branch": &c.Branch,
	} {
		if _, named := a.named[key]; named {
			*to = new(a.text(key))
		}
	}
	if _, named := a.named["origin"]; named {
		c.Origin = new(Origin(a.text("origin")))
	}
	if _, named := a.named["due"]; named {
		due, limit := a.limit(a.text("due"))
		c.Due, c.Limit = &due, &limit
	}
	return c
}

// piles takes the words of a count by piles that begins.
func (a *arguments) piles(again bool) Order {
	return OpenPiles{Class: a.maybe("class"), Subject: a.maybe("subject"), By: a.text("by"), Again: again}
}

// pile takes a row, 0 for the void sheets, and its numbers.
func (a *arguments) pile() Pile {
	p := Pile{Row: a.count("row"), Blank: a.perhaps("blank"), Spoiled: a.perhaps("spoiled")}
	p.Numbers = []int{a.count("number")}
	for len(a.plain) > 0 {
		p.Numbers = append(p.Numbers, a.count("number"))
	}
	return p
}

// A word of a script line, with the key before its = if it has one.
type word struct{ key, text string }

// lineWords are the words of a line, up to a comment.
func lineWords(line string) ([]word, error) {
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
		if w, rest, err = cutWord(rest); err != nil {
			return nil, err
		}
		words = append(words, w)
	}
}

// cutWord cuts one word off; quotes may stand anywhere in its text. A letter and its
// mark, which some keyboards type apart, are one character of it.
func cutWord(rest []rune) (word, []rune, error) {
	var w word
	var b strings.Builder
	quoted, keyed := false, false
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case quoted && c == '\\' && i+1 < len(rest):
			i++
			b.WriteRune(unescaped(rest[i]))
		case c == '"':
			quoted = !quoted
		case quoted:
			b.WriteRune(c)
		case c == '=' && !keyed && b.Len() > 0:
			w.key, keyed = b.String(), true
			b.Reset()
		case unicode.IsSpace(c):
			w.text = typed.Compose(b.String())
			return w, rest[i:], nil
		default:
			b.WriteRune(c)
		}
	}
	if quoted {
		return w, nil, refuse(OpenQuote)
	}
	w.text = typed.Compose(b.String())
	return w, nil, nil
}

func unescaped(c rune) rune {
	if c == 'n' {
		return '\n'
	}
	return c
}
