package field

// A selection lies between the caret and the place where it was begun. What is typed
// or pasted takes its place, and moving without Shift ends it. A value that is only
// offered is drawn as one and taken for one, but it was not selected by hand.

// Selected is the text that was selected by hand, "" for none.
func (f Field) Selected() string {
	if f.offered {
		return ""
	}
	from, to := f.span()
	return f.value[from:to]
}

// WithOffer is WithValue with a value that the first character typed replaces. A key
// that moves the caret keeps it.
func (f Field) WithOffer(s string) Field {
	f = f.WithValue(s)
	if f.value != "" {
		f.anchor, f.offered = 1, true
	}
	return f
}

// span is the selection, from a place to itself where there is none.
func (f Field) span() (from, to int) {
	if f.anchor == 0 {
		return f.at, f.at
	}
	return min(f.anchor-1, f.at), max(f.anchor-1, f.at)
}

// unselected is the field without its selection.
func (f Field) unselected() Field {
	f.anchor, f.offered = 0, false
	return f
}

// selecting is a move that takes the end of the selection along.
func selecting(move func(Field) Field) func(Field) Field {
	return func(f Field) Field {
		begun := f.anchor
		if f.offered || begun == 0 {
			begun = f.at + 1
		}
		next := move(f.unselected())
		if next.anchor = begun; next.at == begun-1 {
			next.anchor = 0
		}
		return next
	}
}

// all selects all of it, with the caret behind it.
func (f Field) all() Field {
	f = f.move(len(f.value))
	if f.value != "" {
		f.anchor = 1
	}
	return f
}
