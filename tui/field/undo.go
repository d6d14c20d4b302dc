package field

// moment is what Ctrl+Z goes back to.
type moment struct {
	value string
	at    int
}

// memory is how many edits can be taken back.
const memory = 100

// remember keeps the present moment. The full slice expression makes append
// copy: an older Field may share the array.
func (f Field) remember() Field {
	past := f.past[max(0, len(f.past)-memory+1):]
	f.past = append(past[:len(past):len(past)], moment{f.value, f.at})
	return f
}

func (f Field) undo() Field {
	if n := len(f.past); n > 0 {
		f = f.unselected()
		f.value, f.at = f.past[n-1].value, f.past[n-1].at
		f.past = f.past[: n-1 : n-1]
	}
	return f
}
