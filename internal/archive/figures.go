package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"shuping/internal/fault"
	"shuping/internal/papers"
	"shuping/internal/seal"
	"shuping/internal/typed"
	"shuping/internal/workbook"
)

// signature asks who signed the tag manifest, and that the key beside the
// signature is that one.
func (e *examiner) signature() (values, *fault.Fault) {
	for _, name := range layouts[e.format].loose {
		e.page(name)
		if e.broke != nil {
			return nil, nil
		}
		if f := e.checkCRC(name); f != nil {
			return nil, f
		}
	}
	s := signature{key: e.held[signerFile], armored: e.held[signatureFile]}
	key, err := seal.Verify(s.armored, e.held[tagManifestFile])
	if err != nil {
		return nil, sealFault(err)
	}
	if string(s.key) != key.String()+"\n" {
		return nil, blame(SignerDiffers, "name", signerFile)
	}
	if !bytes.Equal(e.held[allowedFile], s.files(key)[allowedFile]) {
		return nil, blame(SignerDiffers, "name", allowedFile)
	}
	e.signer = key.Fingerprint()
	return values{"fingerprint": e.signer}, nil
}

// papers holds the figures of each paper of the first formats against those that the
// result has.
func (e *examiner) papers() (values, *fault.Fault) {
	if !e.read.former() {
		return e.whole()
	}
	all := papers.Figures(e.read.state, e.read.told())
	n, figures := 0, 0
	for _, name := range e.payload {
		if !isPaper(name) {
			continue
		}
		file := e.fetch(name)
		if e.broke != nil {
			return nil, nil
		}
		if sumOf(file) != e.sums[name] { // it was changed in between
			return nil, blame(SumDiffers, "name", name, "manifest", manifestFile)
		}
		found, f := compareFigures(name, file, e.read.mayShow(name, all), e.read.mustShow(name))
		if f != nil {
			return nil, f
		}
		n, figures = n+1, figures+found
	}
	return values{"papers": n, "figures": figures}, nil
}

// mayShow is the figures that a paper may show: of all subjects, or of the one
// that it is on.
func (r *reading) mayShow(name string, all map[string]string) map[string]string {
	_, id, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".docx"), "-")
	i := r.state.Plan.Subject(id)
	if i < 0 {
		return all
	}
	own := fmt.Sprintf("f_s%d_", i+1)
	out := map[string]string{}
	for figure, text := range all {
		if strings.HasPrefix(figure, own) || !ofSubject().MatchString(figure) {
			out[figure] = text
		}
	}
	return out
}

// mustShow reports whether a paper says what was counted: an opinion on somebody
// without a grade has none to show.
func (r *reading) mustShow(name string) bool {
	paper, id, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".docx"), "-")
	i := r.state.Plan.Subject(id)
	return ofTheCount().MatchString(path.Base(name)) && (paper != "opinion" || i < 0 || r.state.Decisions[i].Grade != 0)
}

var (
	ofSubject  = typed.Pattern(`^f_s[0-9]+_`)
	ofTheCount = typed.Pattern(`^(minutes|summary|count|opinion-.*|grounds-.*)\.docx$`)
)

// compareFigures says how many figures a paper shows. An office's own templates
// may show fewer than those of the program; one that must and shows
// none is not believed.
func compareFigures(name string, file []byte, want map[string]string, must bool) (int, *fault.Fault) {
	if f := checkStored(name, file); f != nil {
		return 0, f
	}
	found, err := papers.FiguresOf(file)
	if err != nil {
		return 0, blame(PaperBad, "name", name, "reason", shown(err.Error()))
	}
	if len(found) == 0 && must {
		return 0, blame(PaperSilent, "name", name)
	}
	for _, figure := range sortedNames(found) {
		expected, known := want[figure]
		if !known {
			expected = nothing
		}
		if found[figure] != expected || !known {
			return 0, blame(FigureDiffers, "name", name, "figure", shown(figure), "found", shown(found[figure]), "expected", shown(expected))
		}
	}
	return len(found), nil
}

// checkStored refuses a paper of which any part is compressed, or says that it has more
// bytes than the file: ours are neither, so that nothing in them can unfold.
func checkStored(name string, file []byte) *fault.Fault {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return blame(PaperBad, "name", name, "reason", shown(err.Error()))
	}
	left := uint64(len(file))
	for _, part := range z.File {
		if part.Method != zip.Store || part.UncompressedSize64 > left {
			return blame(Unfolds, "name", name)
		}
		left -= part.UncompressedSize64
	}
	return nil
}

// A bookCheck is the check of the workbook, which is made while others are.
type bookCheck struct {
	done   chan struct{} // closed once the rest stands
	values values
	fault  *fault.Fault
	broke  error // of ctx or of the disk
}

// beginBook begins to hold every formula, figure and sheet of the workbook against the
// journal, and reports whether there is a workbook to begin with.
func (e *examiner) beginBook() bool {
	name := bookFile
	if e.read.former() {
		name = workbookFile
	}
	m := e.open(name)
	if m == nil {
		return false
	}
	c := &bookCheck{done: make(chan struct{})}
	e.book = c
	go func() {
		defer close(c.done)
		defer m.Close()
		var err error
		if e.read.former() {
			c.values = values{"sheets": e.read.state.Round.Read()}
			err = workbook.Compare(m, e.shelf.files()[name], e.read.state, e.read.told().Head, true)
		} else {
			c.values, err = e.wholeBook(m)
		}
		if c.broke = m.err; c.broke == nil {
			c.fault = bookFault(err)
		}
	}()
	return true
}

// workbook is what the check of the workbook has come to.
func (e *examiner) workbook() (values, *fault.Fault) {
	<-e.book.done
	e.broke = e.book.broke
	return e.book.values, e.book.fault
}

func orNothing(text string) string {
	if text == "" {
		return nothing
	}
	return shown(text)
}

// sheets holds the table of the sheets against the one that follows from the
// journal: first by its sum, and where that is another, line by line.
func (e *examiner) sheets() *fault.Fault {
	all := newSummer()
	if err := e.read.stream(sheetsFile, all, nil); err != nil {
		return blame(NotComposed, "name", path.Base(sheetsFile), "reason", shown(err.Error()))
	}
	if all.sum() == e.sums[sheetsFile] {
		return nil
	}
	m := e.open(sheetsFile)
	if m == nil {
		return nil
	}
	defer m.Close()
	r, w := io.Pipe()
	go func() { w.CloseWithError(e.read.stream(sheetsFile, w, nil)) }()
	defer r.Close()
	f := compareLines(sheetsFile, m, r)
	if m.err != nil {
		e.broke = m.err
	}
	return f
}
