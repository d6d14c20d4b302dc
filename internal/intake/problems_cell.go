package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuping/internal/cells"
	"shuping/internal/fault"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// subjects are the IDs of whose problem it is: of one subject, of several that a cell
// names, or of all. Where the problem's number says it nobody need.
func (w *rower) subjects() ([]string, bool) {
	list := w.state.Plan.Subjects
	p, numbered := w.state.Problem(typed.Fold(w.said(id)))
	words := append(append(w.parts(subject), w.parts(post)...), w.parts(person)...)
	switch {
	case len(words) == 0 && w.under != "" && !w.has(subject):
		return []string{w.under}, true
	case w.said(id) != "" && (!numbered || len(words) == 0 || w.said(subject) == Whose(w.state, p)):
		return []string{p.Subject}, true
	case len(words) == 0 && len(list) == 1 && !w.has(subject):
		return []string{list[0].ID}, true
	case !w.has(subject) && !w.has(post) && !w.has(person):
		w.fault(w.place(), NewNeeds, "column", subject.Head())
		return nil, false
	case len(words) == 0:
		w.fault(w.place(), Empty, "column", subject.Head())
		return nil, false
	}
	if all, _ := everybody().find(words[0]); all && !numbered {
		ids := make([]string, len(list))
		for i, s := range list {
			ids[i] = s.ID
		}
		w.doubt(w.place(), ForEverybody, "value", fault.Excerpt(words[0]), "count", len(ids))
		return ids, true
	}
	if found, ok := w.oneOf(words); ok {
		return []string{found}, true
	}
	if ids := w.several(words[0]); len(ids) > 1 && !numbered {
		w.doubt(w.place(), ForSeveral, "value", fault.Excerpt(words[0]), "count", len(ids))
		return ids, true
	}
	w.fault(w.place(), UnknownSubject, "value", fault.Excerpt(words[0]), "subjects", w.labels())
	return nil, false
}

// place is where the table says whose problem it is.
func (w *rower) place() (at cells.Place) {
	for _, c := range []column{subject, post, person} {
		if w.has(c) {
			return w.at(c)
		}
	}
	at.Row = w.first()
	return at
}

func (w *rower) labels() string {
	labels := make([]string, len(w.state.Plan.Subjects))
	for i, s := range w.state.Plan.Subjects {
		labels[i] = s.Label()
	}
	return strings.Join(labels, "、")
}

// oneOf is the subject whom words name, by themselves or together. A word that nobody
// knows beside one that somebody does is a name that the plan does not say; two that
// name two subjects name none.
func (w *rower) oneOf(words []string) (string, bool) {
	found := ""
	for _, word := range append([]string{strings.Join(words, "")}, words...) {
		if is, ok := w.called(word); ok {
			if found != "" && found != is {
				return "", false
			}
			found = is
		}
	}
	return found, found != ""
}

// called is the ID of the one subject with a label, ID, name or post, or whose post is
// that of the secretary of a branch.
func (w *rower) called(word string) (string, bool) {
	word = loose(word)
	for _, by := range []func(plan.Subject) string{
		plan.Subject.Label, func(s plan.Subject) string { return s.ID },
		func(s plan.Subject) string { return s.Name }, func(s plan.Subject) string { return s.Post },
		func(s plan.Subject) string { return strings.TrimSuffix(s.Post, "书记") },
	} {
		found, matches := "", 0
		for _, s := range w.state.Plan.Subjects {
			if word != "" && loose(by(s)) == word {
				found = s.ID
				matches++
			}
		}
		if matches == 1 {
			return found, true
		}
	}
	return "", false
}

// several are the subjects that a cell lists.
func (w *rower) several(cell string) []string {
	var ids []string
	for _, word := range strings.FieldsFunc(cell, func(c rune) bool { return strings.ContainsRune("、,，;；/\n和及", c) }) {
		is, ok := w.called(word)
		if !ok || slices.Contains(ids, is) {
			return nil
		}
		ids = append(ids, is)
	}
	return ids
}

func (w *rower) origin() (meeting.Origin, bool) {
	o, ok := originOf(w.said(origin))
	if !ok {
		w.fault(w.at(origin), UnknownOrigin, "value", fault.Excerpt(w.said(origin)), "origins", originWords())
	}
	return o, ok
}

// text is a cell of several lines.
func (w *rower) text(c column) string {
	said := w.said(c)
	w.fitsIn(c, said, meeting.MaxText)
	return said
}

func (w *rower) fitsIn(c column, said string, limit int) {
	if n := utf8.RuneCountInString(said); n > limit {
		w.fault(w.at(c), TooLong, "length", n, "limit", limit)
	}
}

// line is a cell of one line. Persons one below the other stand beside each other.
func (w *rower) line(c column) string {
	said := w.said(c)
	w.fitsIn(c, said, meeting.MaxWho)
	if strings.Contains(said, "\n") {
		w.fault(w.at(c), OneLine)
	}
	return said
}

// limit is the time limit, none where nothing is said.
func (w *rower) limit() plan.Limit {
	said := w.said(due)
	if said == "" {
		return plan.Limit{}
	}
	if day, ok := plan.ReadDay(said); ok {
		return plan.Limit{Kind: plan.LimitDay, Last: day, Words: said}
	}
	l, ok := plan.ReadLimit(said, w.state.LimitsFrom())
	if !ok {
		w.fault(w.at(due), NoDay, "value", fault.Excerpt(said))
	}
	return l
}

// kept asks about a time limit that is not a single day.
func (w *rower) kept() {
	l := w.limit()
	if meeting.LimitWords(l) == "" {
		return
	}
	if l.Last == (plan.Day{}) {
		w.doubt(w.at(due), LimitWithoutDay, "value", fault.Excerpt(w.said(due)))
		return
	}
	w.doubt(w.at(due), LimitUntil, "value", fault.Excerpt(w.said(due)), "day", l.Last)
}

// idAfter is the ID behind another.
func idAfter(id string) string {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "p"))
	return fmt.Sprint("p", n+1)
}

// points are what a text numbers: 1. 2、（3）①.
var points = typed.Pattern(`(?m)(?:^|[；;。\n]\s*)[（(]?([0-9]{1,2}|[一二三四五六七八九十])[）)、.．]`)

var (
	itemNumbers    = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}
	chineseNumbers = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
)
