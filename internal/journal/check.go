package journal

// Check verifies both files of a session and that they agree, and changes
// nothing on disk. The report says what Open would find; the error is the first
// thing that is wrong with either file. Copies of which one is the beginning of
// the other are as a kill or a power cut leaves them: that is a note and no error.
func Check(path string) (Report, error) {
	p, err := hold(path, false, nil)
	if err != nil {
		return Report{}, err
	}
	defer p.close()
	v, err := p.look()
	if v == nil {
		return Report{}, err
	}
	return v.report(), err
}

// look judges a pair that is not to be written. A verdict comes with an error
// where a chain holds and one of the files is damaged or missing.
func (p *pair) look() (*verdict, error) {
	v, err := judge(p.book, p.twin)
	if err != nil {
		return nil, err
	}
	if bad := v.bad(); bad != nil {
		return v, bad.flaw
	}
	return v, nil
}
