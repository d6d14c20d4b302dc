package meeting

import "time"

// A Trail is what the records say by when and by whom they were written, beside what
// they say. Nothing is refused for it: it is told where figures are.
type Trail struct {
	Began     time.Time // the first item, count of heads or stack that was handed out
	Last      time.Time // the instant of the last record that has one
	Backwards int       // records whose instant lies before that of the one before them
	Scripted  int       // records that a script wrote, but for sheets, which name nobody
}

// scriptRole is how a script names itself.
const scriptRole = "script"

// with is the trail with one more record.
func (t Trail) with(e Event) Trail {
	if e.At.IsZero() {
		return t
	}
	switch e.Deed.(type) {
	case ItemStarted, HeadsCounted, SheetsIssued:
		if t.Began.IsZero() {
			t.Began = e.At
		}
	}
	if e.At.Before(t.Last) {
		t.Backwards++
	}
	if e.Who.Role == scriptRole {
		t.Scripted++
	}
	t.Last = e.At
	return t
}
