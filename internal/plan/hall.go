package plan

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
