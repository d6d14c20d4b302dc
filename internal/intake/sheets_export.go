package intake

import (
	"slices"
	"strconv"

	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/words"
)

// A Copy is the sheets of a round as a table.
type Copy struct {
	Rows    [][]string // the heads first
	ByPiles []string   // the stacks that were counted by piles and have no sheets here, by name
	Hidden  bool       // no sheet says of which class it is
}

// CopySheets gives the sheets of a closed count as they count now. An error is a
// *meeting.Refusal, or [fault.Faults] where there is no sheet.
func CopySheets(s meeting.State) (Copy, error) {
	switch {
	case s.Rehearsal:
		return Copy{}, &meeting.Refusal{Code: meeting.IsRehearsal}
	case s.Round.IsVoid():
		return Copy{}, &meeting.Refusal{Code: meeting.RoundIsVoid, Values: map[string]any{"round": s.Round.Number}}
	case !s.Round.Closed:
		return Copy{}, &meeting.Refusal{Code: meeting.CountOpen}
	}
	c := copier{state: s, form: newForm(s), hides: hides(s)}
	rows := c.sheets()
	out := Copy{ByPiles: byPiles(s), Hidden: c.hides}
	switch {
	case len(rows) == 0 && len(out.ByPiles) > 0:
		return Copy{}, fault.Faults{fault.New("intake", AllByPiles)}
	case len(rows) == 0:
		return Copy{}, fault.Faults{fault.New("intake", NoneRead)}
	case out.Hidden && len(out.ByPiles) > 0:
		return Copy{}, fault.Faults{fault.New("intake", OneIsApart)}
	}
	if c.hides {
		slices.SortFunc(rows, slices.Compare[[]string])
	}
	out.Rows = append([][]string{c.heads()}, rows...)
	return out, nil
}

// hides reports whether the figures of any class are hidden, so that no sheet may
// say of which it is.
func hides(s meeting.State) bool {
	for n := range s.Round.Stacks {
		if s.Hides(n) {
			return true
		}
	}
	return false
}

// byPiles names the stacks that were counted by piles.
func byPiles(s meeting.State) []string {
	var out []string
	for n, st := range s.Round.Stacks {
		if st.ByPiles() {
			out = append(out, words.StackName(words.Chinese, s.StackName(n)))
		}
	}
	return out
}

// A copier writes sheets as rows.
type copier struct {
	state meeting.State
	form  *form
	hides bool
}

// columns are the heads of the table.
func (c copier) columns() []head {
	var out []head
	if !c.hides {
		out = append(out, head{kind: bundleHead}, head{kind: sheetHead})
	}
	if c.form.classed && !c.hides {
		out = append(out, head{kind: classHead})
	}
	if c.form.each {
		out = append(out, head{kind: subjectHead})
	}
	for i := range c.form.columns() {
		out = append(out, head{kind: markHead, mark: i})
	}
	return append(out, head{kind: voidHead})
}

func (c copier) heads() []string {
	var out []string
	for _, h := range c.columns() {
		out = append(out, c.form.say(h))
	}
	return out
}

// sheets are the rows of all closed bundles, in their order.
func (c copier) sheets() [][]string {
	var out [][]string
	columns := c.columns()
	for bundle := range c.state.Round.Bundles.Closed() {
		for i, b := range bundle.Ballots {
			if b.Withdrawn {
				continue
			}
			row := make([]string, len(columns))
			for k, h := range columns {
				row[k] = c.cell(h, bundle, i+1, b)
			}
			out = append(out, row)
		}
	}
	return out
}

func (c copier) cell(h head, bundle meeting.ClosedBundle, sheet int, b meeting.Ballot) string {
	st := c.state.Round.Stacks[bundle.Stack]
	switch {
	case h.kind == bundleHead:
		return strconv.Itoa(bundle.Number)
	case h.kind == sheetHead:
		return strconv.Itoa(sheet)
	case h.kind == classHead:
		return c.form.sayClass(st.Class)
	case h.kind == subjectHead:
		return c.form.saySubject(st.Subject)
	case h.kind == markHead && b.Void == 0:
		if st.Rows == nil {
			return c.form.sayMark(b.Marks[h.mark])
		}
		columns := c.state.Plan.Rule.Columns()
		if row := st.Row(h.mark / columns); row >= 0 { // on a sheet of some subjects, of them alone
			return c.form.sayMark(b.Marks[row*columns+h.mark%columns])
		}
	case h.kind == voidHead && b.Void > 0:
		return c.form.sayVoid(b.Void)
	}
	return ""
}
