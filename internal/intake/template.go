package intake

import (
	"fmt"
	"strconv"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// blankRows is how many rows of a template are to be filled in where nobody knows how
// many there will be.
const blankRows = 200

// SheetForm is an empty table for the sheets of a meeting, as [ReadSheets] reads it.
// Where it is known how many sheets are back they are numbered.
func SheetForm(s meeting.State, l words.Language) cells.Form {
	c := copier{state: s, form: newForm(s)}
	out := cells.Form{Name: words.SheetsSheet(l), Choices: words.TemplateChoices(l), Blank: blankRows}
	heads := c.columns()[2:] // without pack and sheet
	if n := s.Round.Collected; s.Round.HasCollected && n > 0 {
		heads = append([]head{{kind: numberHead}}, heads...)
		out.Blank = n
		for i := range n {
			out.Filled = append(out.Filled, []string{strconv.Itoa(i + 1)})
		}
	}
	var marks stretch
	void := ""
	for i, h := range heads {
		out.Columns = append(out.Columns, c.column(h, l))
		name := fault.ColumnName(i + 1)
		switch h.kind {
		case markHead:
			marks = marks.with(name)
		case voidHead:
			void = name
		}
	}
	out.Checks = []cells.Check{
		{Formula: fmt.Sprintf("AND(COUNTA($%[1]s2:$%[2]s2)>0,COUNTA($%[1]s2:$%[2]s2)<%[3]d,$%[4]s2=\"\")", marks.from, marks.to, marks.n, void)},
		{Formula: fmt.Sprintf("AND(COUNTA($%s2:$%s2)>0,$%s2<>\"\")", marks.from, marks.to, void)},
	}
	return out
}

// A stretch is columns beside each other, by name.
type stretch struct {
	from, to string
	n        int
}

func (s stretch) with(name string) stretch {
	if s.n == 0 {
		s.from = name
	}
	return stretch{s.from, name, s.n + 1}
}

// column is a column of a template for sheets.
func (c copier) column(h head, l words.Language) cells.Column {
	out := cells.Column{Head: c.form.say(h), Title: c.form.say(h), Wrong: words.TemplateWrong(l)}
	switch h.kind {
	case numberHead:
		out.Wrong = ""
	case classHead:
		for n := range c.state.Plan.Rule.Classes {
			out.Choices = append(out.Choices, c.form.sayClass(n))
		}
	case subjectHead:
		for n := range c.state.Plan.Subjects {
			out.Choices = append(out.Choices, c.form.saySubject(n))
		}
	case markHead:
		for _, m := range (&sheetReader{state: c.state}).choices() {
			out.Choices = append(out.Choices, c.form.sayMark(m))
		}
		out.Hint = words.TemplateMark(l)
	case voidHead:
		for _, n := range c.state.Plan.Sheets.Reasons() {
			out.Choices = append(out.Choices, c.form.sayVoid(n))
		}
		out.Hint = words.TemplateVoid(l)
	}
	return out
}

// ProblemForm is an empty table for problems, as [ReadProblems] reads it.
func ProblemForm(p plan.Plan, l words.Language) cells.Form {
	out := cells.Form{Name: words.LedgerSheet(l), Choices: words.TemplateChoices(l), Blank: blankRows}
	for _, c := range columns[:written] {
		if c.is == id || c.is == status {
			continue // of problems that are there
		}
		col := cells.Column{Head: c.is.Head(), Title: c.is.Head()}
		switch c.is {
		case subject:
			for _, s := range p.Subjects {
				col.Choices = append(col.Choices, s.Label())
			}
			col.Wrong = words.TemplateWrong(l)
		case origin:
			for _, o := range origins {
				col.Choices = append(col.Choices, o.words[0])
			}
			col.Wrong = words.TemplateWrong(l)
		case text, measure, target:
			col.Longest, col.Wrong = meeting.MaxText, words.Fill(words.TemplateTooLong(l), words.Values("limit", meeting.MaxText))
		case who, branch:
			col.Longest, col.Wrong = meeting.MaxWho, words.Fill(words.TemplateTooLong(l), words.Values("limit", meeting.MaxWho))
		case due:
			col.Hint = words.TemplateDue(l)
		case progress:
			col.Hint = words.TemplateProgress(l)
		case done:
			col.Hint = words.TemplateDone(l)
		}
		out.Columns = append(out.Columns, col)
	}
	return out
}

// NameForm is an empty table for the names of those who take part, as [ReadNames]
// reads it.
func NameForm(p plan.Plan, l words.Language) cells.Form {
	out := cells.Form{Name: words.NamesSheet(l), Choices: words.TemplateChoices(l), Blank: blankRows}
	for _, c := range nameColumns {
		col := cells.Column{Head: c.heads[0], Title: c.heads[0]}
		switch c.is {
		case nameOf:
			col.Longest, col.Wrong = meeting.MaxName, words.Fill(words.TemplateTooLong(l), words.Values("limit", meeting.MaxName))
		case classOf:
			for _, v := range p.Voters {
				col.Choices = append(col.Choices, v.Name)
			}
			col.Wrong = words.TemplateWrong(l)
		}
		out.Columns = append(out.Columns, col)
	}
	// A name that stands twice is in colour.
	out.Checks = []cells.Check{{Formula: fmt.Sprintf("AND($B2<>\"\",COUNTIF($B$2:$B$%d,$B2)>1)", out.Blank+1)}}
	return out
}
