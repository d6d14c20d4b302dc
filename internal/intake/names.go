package intake

import (
	"strings"
	"sync"
	"unicode/utf8"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// Names are those who take part, as a table lists them.
type Names struct {
	Findings
	List []Name
}

// A Name is one who takes part.
type Name struct {
	Row   int
	Name  string
	Class int // index into the plan's voters, -1 where there is nothing to choose
	Unit  string
}

// Count is how many are of the class at index n.
func (l Names) Count(n int) int {
	count := 0
	for _, name := range l.List {
		if name.Class == n {
			count++
		}
	}
	return count
}

// A nameColumn is what stands in one of a list of names.
type nameColumn int

const (
	numberOfName nameColumn = iota + 1
	nameOf
	classOf
	unitOf
	remarkOf
)

// nameColumns lists all in the order in which they are written, each with its heads.
var nameColumns = []struct {
	is    nameColumn
	heads []string
}{
	{numberOfName, []string{"序号", "序", "no.", "no"}},
	{nameOf, []string{"姓名", "名字", "参会人员", "参会人员姓名", "人员姓名", "与会人员", "name"}},
	{classOf, []string{"参评类别", "类别", "人员类别", "参会类别", "身份", "政治面貌", "class"}},
	{unitOf, []string{"所在支部", "单位", "党支部", "支部", "所在党支部", "所在支部及职务", "部门", "科室", "工作单位", "单位及职务", "unit"}},
	{remarkOf, []string{"备注", "签到", "签名", "签字", "职务", "联系方式", "联系电话", "电话", "手机", "手机号", "remark"}},
}

var knownNameColumns = sync.OnceValue(func() (l lexicon[nameColumn]) {
	for _, c := range nameColumns {
		l.add(c.is, c.heads...)
	}
	return l
})

// MaxNames is how many names a list may have.
const MaxNames = 10_000

// ReadNames takes the list of those who take part. An error is of the type [fault.Faults].
func ReadNames(p plan.Plan, book cells.Book, sheet string) (Names, error) {
	r := &nameReader{plan: p, met: map[string]int{}}
	var ok bool
	r.table, ok = tableOf(&r.finder, book, sheet, vocabulary[nameColumn]{knownNameColumns().find, func(found map[nameColumn]int) bool { return found[nameOf] > 0 }})
	if ok && len(r.faults) == 0 {
		r.header()
	}
	if ok && len(r.faults) == 0 {
		for _, row := range r.table.rows {
			if r.row(row); len(r.list) > MaxNames {
				r.fault(cells.Place{Row: row.Number}, TooManyRows, "limit", MaxNames)
				break
			}
		}
		if len(r.list) == 0 && len(r.faults) == 0 {
			r.fault(cells.Place{}, NoNames)
		}
	}
	if len(r.faults) > 0 {
		return Names{}, r.faults
	}
	return Names{r.Findings, r.list}, nil
}

// A nameReader goes from row to row.
type nameReader struct {
	finder
	plan    plan.Plan
	table   table[nameColumn]
	at      map[nameColumn]int
	classes lexicon[int]
	met     map[string]int // the row of a name
	list    []Name
}

// header finds out what each column is for.
func (r *nameReader) header() {
	r.at = map[nameColumn]int{}
	for i, v := range r.plan.Voters {
		r.classes.add(i, v.Name, v.ID, "中共"+v.Name)
	}
	t := &r.table
	var left []string
	for c := 1; c <= t.width; c++ {
		is, ok := t.columns[c]
		other, twice := r.at[is]
		switch {
		case ok && twice && is != remarkOf && is != unitOf:
			r.fault(t.at(c), ColumnTwice, "column", fault.Excerpt(t.words[c]), "other", t.at(other).In())
		case ok && !twice && is != remarkOf:
			r.at[is] = c
			continue
		case t.used(c) && t.words[c] == "":
			left = append(left, fault.ColumnName(c))
		case t.used(c):
			left = append(left, fault.Excerpt(t.words[c]).String())
		}
		delete(t.columns, c)
	}
	if len(left) > 0 {
		r.leave(cells.Place{}, ColumnsLeft, "columns", fault.List(left))
	}
	if r.at[classOf] == 0 && len(r.plan.Voters) > 1 {
		r.fault(cells.Place{Row: t.head[len(t.head)-1].Number}, NamesNeedClass, "classes", r.classNames())
	}
}

func (r *nameReader) classNames() string {
	names := make([]string, len(r.plan.Voters))
	for i, v := range r.plan.Voters {
		names[i] = v.Name
	}
	return strings.Join(names, "、")
}

// row reads one row below the heads: a name, or something that is told to be none.
func (r *nameReader) row(row cells.Row) {
	first, n := r.table.says(row)
	at := cells.Place{Row: row.Number}
	name := strings.TrimSpace(row.At(r.at[nameOf]))
	switch {
	case r.table.again(&r.finder, row):
	case isTotal(first):
		r.leave(at, TotalRow, "text", fault.Excerpt(first))
	case isNote(first) && (name == "" || n == 1):
		r.leave(at, NoteRow, "text", fault.Excerpt(first))
	case name == "" && n == 1 && r.at[numberOfName] > 0 && row.At(r.at[numberOfName]) != "":
		// A number without a name waits for one.
	case r.table.legible(&r.finder, row):
	case name == "":
		r.fault(cells.Place{Row: row.Number, Column: r.at[nameOf]}, Empty, "column", "姓名")
	default:
		r.take(row, name)
	}
}

// take reads a name.
func (r *nameReader) take(row cells.Row, name string) {
	at := cells.Place{Row: row.Number, Column: r.at[nameOf]}
	if m, merged := r.table.Merge(at); merged {
		r.badMerge(m)
		return
	}
	if typed.HasDigit(name) || strings.Contains(name, "\n") {
		r.fault(at, NoName, "value", fault.Excerpt(name))
		return
	}
	if n := utf8.RuneCountInString(name); n > meeting.MaxName {
		r.fault(at, TooLong, "length", n, "limit", meeting.MaxName)
		return
	}
	out := Name{Row: row.Number, Name: name, Class: -1, Unit: strings.TrimSpace(r.shown(row, unitOf))}
	if r.at[classOf] > 0 {
		said := strings.TrimSpace(r.shown(row, classOf))
		n, ok := r.classes.find(said)
		if !ok {
			r.fault(cells.Place{Row: row.Number, Column: r.at[classOf]}, UnknownClass, "value", fault.Excerpt(said), "classes", r.classNames())
			return
		}
		out.Class = n
	}
	if other := r.met[typed.FoldName(name)]; other > 0 {
		r.doubt(at, NameTwice, "name", fault.Excerpt(name), "row", other)
	}
	r.met[typed.FoldName(name)] = row.Number
	r.list = append(r.list, out)
}

// shown is what a person reads in a column: what is merged over several rows is of all
// of them.
func (r *nameReader) shown(row cells.Row, is nameColumn) string {
	if r.at[is] == 0 {
		return ""
	}
	return r.table.Shown(cells.Place{Row: row.Number, Column: r.at[is]})
}
