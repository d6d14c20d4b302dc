package intake

import (
	"strconv"
	"strings"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/tally"
	"shuping/internal/typed"
	"shuping/internal/words"
)

// counts reads a table that says of each subject how many sheets give which grade.
func (r *sheetReader) counts() {
	c := counter{sheetReader: r, piles: make([][]meeting.Pile, len(r.stacks)), rows: map[[2]int]int{}, voids: map[int]meeting.Pile{}, lump: map[int]int{}}
	for _, row := range r.table.rows {
		c.row(row)
	}
	for n, piles := range c.piles {
		if piles != nil && len(c.faults) == 0 {
			c.settle(n)
		}
	}
}

// A counter reads a table of counts.
type counter struct {
	*sheetReader
	piles [][]meeting.Pile     // by stack and row of the sheet
	rows  map[[2]int]int       // where a row of a stack stands
	voids map[int]meeting.Pile // by stack, what the table says of each reason
	lump  map[int]int          // by stack, how many sheets it says are void, for whatever reason
}

// row reads one row below the heads.
func (c *counter) row(row cells.Row) {
	first, _ := c.table.says(row)
	at := cells.Place{Row: row.Number}
	_, _, n, known := c.named(row, c.form.rows)
	if len(c.subjectColumns()) == 0 && c.form.columns() == 1 && !isTotal(first) && !isNote(first) {
		n, known = 0, true
	}
	switch {
	case c.table.again(&c.finder, row):
	case known:
		c.pile(row, n)
	case c.void(row, first):
	case isTotal(first):
		c.leave(at, TotalRow, "text", fault.Excerpt(first))
	case isNote(first):
		c.leave(at, NoteRow, "text", fault.Excerpt(first))
	default:
		where, text, _, _ := c.named(row, c.form.rows)
		if text == "" {
			where, text = at, first
		}
		c.fault(where, UnknownSubject, "value", fault.Excerpt(text), "subjects", c.form.subjectNames())
	}
}

// void takes a row that says how many sheets are void, for a reason or for any.
func (c *counter) void(row cells.Row, label string) bool {
	reason, known := c.form.voids.find(label)
	if h, ok := c.form.heads.find(label); !known && !(ok && h.kind == voidHead) || isDigits(typed.Fold(label)) {
		return false
	}
	c.table.legible(&c.finder, row)
	said, found := 0, false
	for i := 1; i <= row.Len(); i++ {
		if n, ok := countOf(row.At(i)); ok && row.At(i) != "" && strings.TrimSpace(row.At(i)) != label {
			if found && n != said {
				c.fault(cells.Place{Row: row.Number, Column: i}, SumDiffers, "column", fault.Excerpt(label), "said", n, "sum", said)
			}
			said, found = n, true
		}
	}
	n := c.stackOf(max(c.ofRow(row), 0), max(c.about, 0))
	if !known {
		c.lump[n] = said
		return true
	}
	p := c.voids[n]
	if p.Numbers == nil {
		p.Numbers = make([]int, len(c.state.Plan.Sheets.Voids))
	}
	p.Numbers[reason-1] = said
	c.voids[n] = p
	return true
}

// ofRow is the class that a row is about.
func (c *counter) ofRow(row cells.Row) int {
	for i := 1; i <= c.table.width; i++ {
		if h, kept := c.table.columns[i]; kept && h.kind == classHead {
			at := cells.Place{Row: row.Number, Column: i}
			return c.ofClass(at, c.table.Shown(at))
		}
	}
	return c.class
}

// pile reads the numbers of one row of the sheet; n is which, over all subjects.
func (c *counter) pile(row cells.Row, n int) {
	c.table.legible(&c.finder, row)
	c.acrossRow(row)
	about, line := c.about, n
	if c.form.each {
		line = n % c.form.columns()
		if about = n / c.form.columns(); c.about >= 0 && c.about != about {
			c.fault(cells.Place{Row: row.Number}, OtherSubject, "value", c.form.saySubject(about), "chosen", c.form.saySubject(c.about))
			return
		}
	}
	stack := c.stackOf(c.ofRow(row), about)
	if stack < 0 {
		return // of no class; that was told
	}
	if c.piles[stack] == nil {
		c.piles[stack] = make([]meeting.Pile, 1+c.form.columns())
	}
	key := [2]int{stack, line}
	if other := c.rows[key]; other > 0 {
		c.fault(cells.Place{Row: row.Number}, CountTwice, "row", other, "label", c.labelOf(stack, line))
		return
	}
	c.rows[key] = row.Number
	c.piles[stack][line+1] = c.numbers(row, stack, line)
}

// acrossRow refuses merges over numbers.
func (c *counter) acrossRow(row cells.Row) {
	for i := 1; i <= c.table.width; i++ {
		h, kept := c.table.columns[i]
		if m, is := c.table.Merge(cells.Place{Row: row.Number, Column: i}); kept && is && h.kind != classHead && h.kind != subjectHead && h.kind != personHead && h.kind != voidHead {
			c.badMerge(m)
		}
	}
}

// labelOf is what a row of the sheets of a stack is called.
func (c *counter) labelOf(stack, line int) string {
	if c.form.each {
		label := c.form.saySubject(c.state.Round.Stacks[stack].Subject)
		if line > 0 {
			label += " " + c.state.Plan.Rule.Items[line-1].Title
		}
		return label
	}
	return c.form.say(head{kind: markHead, mark: line})
}

// numbers reads how many sheets say what of one row, and holds the sums against them.
func (c *counter) numbers(row cells.Row, stack, line int) meeting.Pile {
	rule := c.state.Plan.Rule
	p := meeting.Pile{Row: line + 1, Numbers: make([]int, rule.Boxes())}
	if rule.Aside != "" {
		p.Numbers = append(p.Numbers, 0)
	}
	var says []string
	for i := 1; i <= c.table.width; i++ {
		h, kept := c.table.columns[i]
		if !kept || h.kind != gradeHead {
			continue
		}
		n := c.countAt(row, i)
		switch h.choice {
		case tally.Blank:
			p.Blank += n
		case tally.Spoiled:
			p.Spoiled += n
		case tally.Aside:
			p.Numbers[rule.Boxes()] = n
		default:
			p.Numbers[rule.Box(h.choice)-1] = n
		}
		says = append(says, c.form.sayMark(h.choice)+" "+strconv.Itoa(n))
	}
	c.sums(row, stack, p)
	if len(c.lines) < shownLines {
		c.lines = append(c.lines, Reading{row.Number, append([]string{c.labelOf(stack, line) + " " + says[0]}, says[1:]...)})
	}
	return p
}

// sums holds what a row says of its numbers together against them: 有效票 with or
// without the blank ones and the spoiled, 合计 with or without the void sheets.
func (c *counter) sums(row cells.Row, stack int, p meeting.Pile) {
	for i := 1; i <= c.table.width; i++ {
		h, kept := c.table.columns[i]
		if !kept || typed.Fold(row.At(i)) == "" {
			continue
		}
		marks := p.Sum() - p.Blank - p.Spoiled
		switch h.kind {
		case validHead:
			if n := c.countAt(row, i); n != marks && n != p.Sum() && n != marks+p.Blank {
				c.fault(cells.Place{Row: row.Number, Column: i}, SumDiffers, "column", fault.Excerpt(c.table.words[i]), "said", n, "sum", marks)
			}
		case sumHead:
			st := c.state.Round.Stacks[stack]
			if n := c.countAt(row, i); n != p.Sum() && n != marks && !(st.HasCollected && n == st.Collected) {
				c.fault(cells.Place{Row: row.Number, Column: i}, SumDiffers, "column", fault.Excerpt(c.table.words[i]), "said", n, "sum", p.Sum())
			}
		case voidHead:
			c.lump[stack] = max(c.lump[stack], c.countAt(row, i))
		}
	}
}

// countAt is a number of sheets, none where nothing is said.
func (c *counter) countAt(row cells.Row, column int) int {
	n, ok := countOf(row.At(column))
	if !ok {
		c.fault(cells.Place{Row: row.Number, Column: column}, NoCount, "value", fault.Excerpt(row.At(column)))
	}
	return n
}

// aCount is a number of sheets as people write it: 9, 9票, 9.0, 9（81.82%）.
var aCount = typed.Pattern(`^([0-9]{1,6})(?:\.0+)?(?:票|张|份|人)?(?:\([0-9.]+%?\))?$`)

func countOf(text string) (int, bool) {
	word := typed.Fold(text)
	if word == "" || word == "-" || word == "—" || word == "/" || word == "无" {
		return 0, true
	}
	m := aCount().FindStringSubmatch(word)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// settle holds the rows of a stack against each other and against what was collected.
func (c *counter) settle(n int) {
	rows, st := c.piles[n], c.state.Round.Stacks[n]
	for line, p := range rows[1:] {
		switch {
		case p.Numbers == nil:
			c.fault(cells.Place{}, CountMissing, "label", c.labelOf(n, line))
			return
		case p.Sum() != rows[1].Sum():
			c.fault(cells.Place{Row: c.rows[[2]int{n, line}]}, CountsDiffer, "label", c.labelOf(n, line), "sum", p.Sum(),
				"other", c.labelOf(n, 0), "due", rows[1].Sum())
			return
		}
	}
	valid := rows[1].Sum()
	void := c.voidOf(n)
	if st.HasCollected && valid+void.Sum() < st.Collected {
		c.fault(cells.Place{}, VoidsNeeded, "stack", fault.About{What: c.state.StackName(n)}, "void", st.Collected-valid,
			"collected", st.Collected, "valid", valid, "reasons", c.form.reasons())
		return
	}
	rows[0] = void
	c.stacks[n].Piles = rows
}

// voidOf is how many sheets of a stack are void for which reason, as the table or the
// caller says.
func (c *counter) voidOf(n int) meeting.Pile {
	reasons := len(c.state.Plan.Sheets.Voids)
	p := meeting.Pile{Numbers: make([]int, reasons)}
	switch said, ok := c.voids[n]; {
	case ok:
		copy(p.Numbers, said.Numbers)
	case len(c.options.Voids) > 0:
		for reason, sheets := range c.options.Voids {
			if reason >= 1 && reason <= reasons {
				p.Numbers[reason-1] = sheets
			}
		}
	case c.lump[n] > 0 && reasons == 1:
		p.Numbers[0] = c.lump[n]
	}
	return p
}

// A Total is what a row of sheets comes to.
type Total struct {
	Stack  string // "" where there is only one
	Label  string // of the row; "" for the void sheets
	Counts []Choice
}

// A Choice is how many sheets say one thing.
type Choice struct {
	Name string
	N    int
}

// totals are what the sheets of each stack come to, row by row.
func (r *sheetReader) totals(stacks []Stack) []Total {
	var out []Total
	c := counter{sheetReader: r}
	for _, st := range stacks {
		name := words.StackName(words.Chinese, r.state.StackName(st.Index))
		for line := range r.form.columns() {
			t := Total{Stack: name, Label: c.labelOf(st.Index, line)}
			for _, m := range r.choices() {
				t.Counts = append(t.Counts, Choice{r.form.sayMark(m), st.of(line, m, r.state.Plan.Rule)})
			}
			out = append(out, t)
		}
		t := Total{Stack: name}
		for i := range r.state.Plan.Sheets.Voids {
			if n := st.void(i + 1); n > 0 {
				t.Counts = append(t.Counts, Choice{r.form.sayVoid(i + 1), n})
			}
		}
		out = append(out, t)
	}
	return out
}

// choices are what may be said of a row.
func (r *sheetReader) choices() []tally.Mark {
	var out []tally.Mark
	for i := range r.state.Plan.Rule.Offered() {
		out = append(out, tally.Mark(i+1))
	}
	if r.state.Plan.Rule.Aside != "" {
		out = append(out, tally.Aside)
	}
	return append(out, tally.Blank, tally.Spoiled)
}

// of is how many sheets say m of a row, under the rule.
func (st Stack) of(line int, m tally.Mark, rule tally.Rule) int {
	if len(st.Piles) > 0 {
		switch p := st.Piles[line+1]; m {
		case tally.Blank:
			return p.Blank
		case tally.Spoiled:
			return p.Spoiled
		case tally.Aside:
			return p.Numbers[rule.Boxes()]
		default:
			return p.Numbers[rule.Box(m)-1]
		}
	}
	n := 0
	for _, b := range st.Ballots {
		if b.Void == 0 && b.Marks[line] == m {
			n++
		}
	}
	return n
}

// void is how many sheets are void for a reason.
func (st Stack) void(reason int) int {
	if len(st.Piles) > 0 {
		return st.Piles[0].Numbers[reason-1]
	}
	n := 0
	for _, b := range st.Ballots {
		if b.Void == reason {
			n++
		}
	}
	return n
}
