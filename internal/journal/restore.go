package journal

import "io"

// Restore makes a session of two files from a journal as JSON Lines, such as a copy
// of a twin, record for record: every hash is the same. It reads from twice and returns
// the last record. Neither name may be taken, and what [ReadLines] refuses is refused
// and leaves nothing.
func Restore(path string, from io.ReadSeeker) (last Head, err error) {
	if err := unused(path); err != nil {
		return Head{}, err
	}
	lines := func(yield func([]byte, error) bool) {
		if _, err := from.Seek(0, io.SeekStart); err != nil {
			yield(nil, err)
			return
		}
		for record, err := range ReadLines(from) {
			if !yield(record.Line(), err) {
				return
			}
			last = record.head()
		}
	}
	if err := establish(path, 0, lines); err != nil {
		return Head{}, diskFault(path, "restoring it", err)
	}
	return last, nil
}
