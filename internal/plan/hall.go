package plan

import "shuping/internal/tally"

// A Hall says what everybody sees of the vote on the projector.
type Hall struct {
	Counting  Counting
	After     After
	Reference bool // the grade that the votes alone suggest, before one is decided
}

// Counting is what the hall sees while sheets are read.
type Counting string

const (
	CountingOff      Counting = "off"
	CountingProgress Counting = "progress"    // how many sheets were read
	CountingClosed   Counting = "closed"      // the tally of the bundles that were closed
	CountingChecked  Counting = "checked"     // of those that were confirmed
	CountingEvery    Counting = "every-sheet" // of every sheet
)

// Countings lists them, from nothing to all.
var Countings = []Counting{CountingOff, CountingProgress, CountingClosed, CountingChecked, CountingEvery}

// After is what may be announced in the hall once the count is closed.
type After string

const (
	AfterOff    After = "off"
	AfterVotes  After = "votes"
	AfterGrades After = "votes-and-grades"
)

// Afters lists them, from nothing to all.
var Afters = []After{AfterOff, AfterVotes, AfterGrades}

// hallOf is what a plan shows that says it by display, the key of earlier versions.
var hallOf = map[string]Hall{
	"off":             {Counting: CountingOff, After: AfterOff},
	"progress":        {Counting: CountingProgress, After: AfterOff},
	"tally":           {Counting: CountingClosed, After: AfterVotes},
	"tally-and-grade": {Counting: CountingClosed, After: AfterGrades},
}

func (r *reader) hall(t *node) Hall {
	h := Hall{Counting: CountingClosed, After: AfterGrades}
	if t.has("display") {
		h = hallOf[oneOf(r, t, "display", "off", "progress", "tally", "tally-and-grade")]
	}
	table := r.tableIfAny(t, "hall")
	if table == nil {
		return h
	}
	if t.has("display") {
		r.fault(table.at, HallTwice)
	}
	if table.has("counting") {
		h.Counting = oneOf(r, table, "counting", Countings...)
	}
	if table.has("after") {
		h.After = oneOf(r, table, "after", Afters...)
	}
	if table.has("reference") {
		h.Reference = r.holds(table, "reference")
	}
	return h
}

func (h Hall) write(w *writing) {
	w.table("hall", "会场看到什么")
	w.key("counting", quotedText(h.Counting), "计票时：off 不显示，progress 进度，closed 已封各组的票数，checked 已复核各组，every-sheet 逐张")
	w.key("after", quotedText(h.After), "计票结束后可宣布：off 不宣布，votes 票数，votes-and-grades 票数和等次")
	if h.Reference {
		w.key("reference", "true", "等次确定之前，可显示票数参考等次")
	}
}

func (h Hall) tell(t *telling) {
	t.line("", "会场大屏幕，计票时：%s", "The hall, while sheets are counted: %s", h.Counting.Name(t.l))
	t.line("", "会场大屏幕，计票结束后：%s", "The hall, after the count: %s", h.After.Name(t.l))
	if h.Reference {
		t.line("", "等次确定之前，可显示票数参考等次", "The grade that the votes suggest may be shown before one is decided")
	}
}

// Name is what is seen.
func (c Counting) Name(l tally.Language) string { return pick(l, countingNames[c]) }

var countingNames = map[Counting][2]string{
	CountingOff:      {"不显示", "nothing"},
	CountingProgress: {"只显示进度", "the progress alone"},
	CountingClosed:   {"已封各组的票数", "the tally of closed bundles"},
	CountingChecked:  {"已复核各组的票数", "the tally of checked bundles"},
	CountingEvery:    {"每一张的票数", "the tally of every sheet"},
}

// Name is what is announced.
func (a After) Name(l tally.Language) string { return pick(l, afterNames[a]) }

var afterNames = map[After][2]string{
	AfterOff:    {"不宣布", "nothing is announced"},
	AfterVotes:  {"宣布票数", "the votes are announced"},
	AfterGrades: {"先后宣布票数和等次", "the votes, then the grades are announced"},
}
