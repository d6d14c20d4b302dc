package tally

// Share is what the marks of grades together come to in a poll, over the rule's
// base and weighted where its parts weigh; false where nothing has a base. It is
// for reading: rounded to twelve decimals where its terms are too long.
func (r Rule) Share(p Poll, grades ...int) (Fraction, bool) {
	w := p.over(r.Base)
	if w.size == 0 {
		return Fraction{}, false
	}
	_, share, _ := w.share(grades...)
	return readableFraction(share), true
}
