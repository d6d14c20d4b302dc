package journal

// Check verifies both files of a session and that they agree, and changes
// nothing on disk. The report says what Open would find; the error is the first
// thing that is wrong with either file, nil if both are sound and equal.
func Check(path string) (Report, error) {
	p, err := hold(path, false)
	if err != nil {
		return Report{}, err
	}
	defer p.close()
	v, err := judge(p.book, p.twin)
	if err != nil {
		return Report{}, err
	}
	for _, s := range []*strand{p.book, p.twin} {
		if s.flaw != nil {
			return v.report(), s.flaw
		}
		if !v.holds(s) {
			return v.report(), &Fault{Code: Behind, Path: s.path, Record: s.count(), Detail: v.against(s)}
		}
	}
	return v.report(), nil
}
