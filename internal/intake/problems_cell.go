package intake

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/typed"
)

// subject is the ID of whose problem it is.
func (w *rower) subject() (string, bool) {
	list := w.state.Plan.Subjects
	if !w.has(subject) && len(list) == 1 {
		return list[0].ID, true
	}
	word, found := typed.Fold(w.said(subject)), ""
	for _, by := range []func(plan.Subject) string{
		plan.Subject.Label, func(s plan.Subject) string { return s.ID },
		func(s plan.Subject) string { return s.Name }, func(s plan.Subject) string { return s.Post },
	} {
		matches := 0
		for _, s := range list {
			if typed.Fold(by(s)) == word {
				found = s.ID
				matches++
			}
		}
		if matches == 1 {
			return found, true
		}
	}
	labels := make([]string, len(list))
	for i, s := range list {
		labels[i] = s.Label()
	}
	w.fault(w.at(subject), UnknownSubject, "value", quoted(w.said(subject)), "subjects", strings.Join(labels, "、"))
	return "", false
}

func (w *rower) origin() (meeting.Origin, bool) {
	o, ok := originOf(w.said(origin))
	if !ok {
		w.fault(w.at(origin), UnknownOrigin, "value", quoted(w.said(origin)), "origins", originWords())
	}
	return o, ok
}

// text is a cell of several lines.
func (w *rower) text(c column, limit int) string {
	said := w.said(c)
	if n := utf8.RuneCountInString(said); n > limit {
		w.fault(w.at(c), TooLong, "length", n, "limit", limit)
	}
	return said
}

// line is a cell of one line.
func (w *rower) line(c column) string {
	said := w.text(c, meeting.MaxWho)
	if strings.Contains(said, "\n") {
		w.fault(w.at(c), OneLine)
	}
	return said
}

// day is the time limit, none where nothing is said.
func (w *rower) day() (plan.Day, bool) {
	if w.said(due) == "" {
		return plan.Day{}, true
	}
	day, ok := plan.ReadDay(w.said(due))
	if !ok {
		w.fault(w.at(due), NoDay, "value", quoted(w.said(due)))
	}
	return day, ok
}

// idAfter is the ID behind another.
func idAfter(id string) string {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "p"))
	return fmt.Sprint("p", n+1)
}
