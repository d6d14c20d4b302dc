package tally

// Share is what the marks of grades together come to in a poll, over the rule's
// base and weighted where its parts weigh; false where nothing has a base.
func (r Rule) Share(p Poll, grades ...int) (Fraction, bool) {
	w := p.over(r.Base)
	if w.size == 0 {
		return Fraction{}, false
	}
	_, share, _ := w.share(grades...)
	f := exact(share)
	return f, f.Given()
}
