package archive

import (
	stdzip "archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"shuping/internal/docx"
	"shuping/internal/fault"
	"shuping/internal/papers"
	"shuping/internal/workbook"
)

// Writer is the version of what draws up the papers, the workbook and the tables of
// contents. It stands in every bag of the third format, whose papers are made anew and
// compared whole where the version is this one. Whoever changes a byte of any paper
// raises it.
const Writer = 1

const writerLabel = "Shuping-Writer"

// writerOf is the version of the writer that bag-info.txt names, 0 if it names none.
func writerOf(info []byte) int {
	for line := range strings.Lines(string(info)) {
		if label, value, ok := strings.Cut(line, ": "); ok && label == writerLabel {
			n, err := strconv.Atoi(strings.TrimSuffix(value, "\n"))
			if err == nil && n > 0 && strconv.Itoa(n)+"\n" == value {
				return n
			}
		}
	}
	return 0
}

// isOwn reports whether this program would write the papers of the bag as they are.
func (r *reading) isOwn() bool { return !r.former() && r.writer == Writer }

// whole makes every paper of a bag anew and compares it with the one that is there.
func (e *examiner) whole() (values, *fault.Fault) {
	n := 0
	for _, name := range e.payload {
		if isPaper(name) {
			n++
		}
	}
	said := values{"papers": n, "writer": e.read.writer, "own": Writer}
	if !e.read.isOwn() {
		return said, nil
	}
	templates, f := e.templates()
	if f != nil || e.broke != nil {
		return nil, f
	}
	docs, err := papers.Documents(e.read.state, e.read.told(), templates)
	if err != nil {
		return nil, paperFault(err)
	}
	for _, d := range docs {
		name := e.read.paperName(d)
		file := e.reread(name)
		if e.broke != nil {
			return nil, nil
		}
		if f := comparePaper(name, file, d.Bytes); f != nil {
			return nil, f
		}
	}
	if _, there := e.sums[notesFile]; there {
		return said, checkStored(notesFile, e.reread(notesFile))
	}
	return said, nil
}

// reread reads a file a second time.
func (e *examiner) reread(name string) []byte {
	file := e.fetch(name)
	if e.broke == nil && sumOf(file) != e.sums[name] {
		e.broke = errors.New(name + " changed while it was read")
	}
	return file
}

func comparePaper(name string, file, want []byte) *fault.Fault {
	if f := checkStored(name, file); f != nil {
		return f
	}
	d, err := docx.Compare(file, want)
	switch {
	case err != nil:
		return blame(PaperBad, "name", name, "reason", shown(err.Error()))
	case d == nil:
		return nil
	case d.Part == "":
		return blame(LayoutDiffers, "name", name, "byte", firstDifference(file, want))
	}
	return blame(PaperDiffers, "name", name, "part", shown(d.Part), "paragraph", d.Paragraph, "found", orNothing(d.Found), "expected", orNothing(d.Expected))
}

// wholeBook makes the workbook anew and compares it with the one that is there.
func (e *examiner) wholeBook(m *meter) (values, error) {
	said := values{"sheets": e.read.state.Round.Read(), "writer": e.read.writer, "own": Writer}
	if !e.read.isOwn() {
		return said, nil
	}
	return said, workbook.CompareWhole(m, e.shelf.files()[bookFile], e.read.state, e.read.told().Head)
}

// bookFault is what comparing the workbook has found, if it was not the disk.
func bookFault(err error) *fault.Fault {
	var d *workbook.Difference
	switch {
	case errors.As(err, &d):
		at := strings.TrimSpace(d.Sheet + " " + d.Cell)
		return blame(BookDiffers, "place", shown(at), "found", orNothing(d.Found), "expected", orNothing(d.Expected))
	case err != nil:
		return blame(BookBad, "reason", shown(err.Error()))
	}
	return nil
}

// templates are the office's own templates in the bag, nil where it has none.
func (e *examiner) templates() (fs.FS, *fault.Fault) {
	files := map[string][]byte{}
	for _, t := range e.read.state.Templates {
		file := e.reread(e.read.attachmentName(t.Newest().SHA256))
		if e.broke != nil {
			return nil, nil
		}
		files[t.Name] = file
	}
	return folderOf(files)
}

// recorded are the templates that the journal names, as they lie beside the session.
func (x *exporter) recorded() (fs.FS, *fault.Fault) {
	files := map[string][]byte{}
	for _, t := range x.read.state.Templates {
		var b bytes.Buffer
		if f := x.fetch(&b, t.Newest()); f != nil {
			return nil, f
		}
		files[t.Name] = b.Bytes()
	}
	return folderOf(files)
}

// folderOf is a folder of these files, nil of none.
func folderOf(files map[string][]byte) (fs.FS, *fault.Fault) {
	if len(files) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	w := stdzip.NewWriter(&b)
	for _, name := range sortedNames(files) {
		into, err := w.CreateHeader(&stdzip.FileHeader{Name: name, Method: stdzip.Store})
		if err == nil {
			_, err = into.Write(files[name])
		}
		if err != nil {
			return nil, blame(NotComposed, "name", shown(name), "reason", shown(err.Error())).Because(err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, blame(NotComposed, "name", "", "reason", shown(err.Error())).Because(err)
	}
	z, err := stdzip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, blame(NotComposed, "name", "", "reason", shown(err.Error())).Because(err)
	}
	return z, nil
}
