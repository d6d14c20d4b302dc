package archive

import "io"

// open gives the file through a meter, nil once reading broke.
func (e *examiner) open(name string) *meter {
	if e.broke != nil {
		return nil
	}
	f, err := e.shelf.open(name)
	if err != nil {
		e.broke = err
		return nil
	}
	return &meter{e: e, file: f}
}

// A meter reads a file, tells how far it is, and stops when it is told to.
type meter struct {
	e    *examiner
	file content
	err  error // other than the end of the file
}

func (m *meter) Read(b []byte) (int, error) {
	return m.count(func() (int, error) { return m.file.Read(b) })
}

// ReadAt may read a byte more than once, and then tells of it more than once.
func (m *meter) ReadAt(b []byte, at int64) (int, error) {
	return m.count(func() (int, error) { return m.file.ReadAt(b, at) })
}

func (m *meter) count(read func() (int, error)) (int, error) {
	if m.err == nil {
		m.err = m.e.ctx.Err()
	}
	if m.err != nil {
		return 0, m.err
	}
	n, err := read()
	if err != nil && err != io.EOF {
		m.err = err
	}
	m.e.count(n)
	return n, err
}

// count tells of so many bytes more.
func (e *examiner) count(n int) {
	e.told.Lock()
	defer e.told.Unlock()
	e.done = min(e.done+int64(n), e.total)
	if e.progress != nil {
		e.progress(e.done, e.total)
	}
}

func (m *meter) Close() error { return m.file.Close() }
