package archive

import (
	"fmt"
	"path"
	"slices"

	"shuping/data"
	"shuping/internal/fault"
	"shuping/internal/typed"
)

func (e *examiner) plan() (values, *fault.Fault) {
	got, want := e.held[planFile], e.pages[planFile]
	if n := firstDifference(got, want); n >= 0 {
		return nil, blame(PlanDiffers, "line", lineOf(want, n))
	}
	return values{"title": e.read.state.Plan.Title}, nil
}

func (e *examiner) result() (values, *fault.Fault) {
	return values{"subjects": len(e.read.state.Plan.Subjects)},
		compareJSON(resultFile, e.held[resultFile], e.pages[resultFile])
}

// tables holds each table against the one that follows from the journal. Which
// papers there are is in the contents, so that one that is missing or too many is
// found there.
func (e *examiner) tables() (values, *fault.Fault) {
	pages := []string{tableFile, custodyFile}
	if e.format == format1 {
		return values{"files": len(pages)}, e.comparePages(pages)
	}
	if f := e.further(); f != nil {
		return nil, f
	}
	if !e.beginBook() {
		return nil, nil
	}
	if e.read.former() || e.read.isOwn() {
		e.pages[contentsFile] = e.read.contents(e.payload)
		pages = append(pages, contentsFile)
	}
	if f := e.comparePages(pages); f != nil {
		return nil, f
	}
	return values{"files": len(pages) + 1}, e.sheets()
}

func (e *examiner) comparePages(names []string) *fault.Fault {
	for _, name := range names {
		if f := compareCSV(name, e.held[name], e.pages[name]); f != nil {
			return f
		}
	}
	return nil
}

// further asks for the papers, schemas and attachments that the journal calls for, and
// for no others. A paper that is not on the count may be missing, because earlier
// versions of the program did not write all of them. Private notes may be there,
// although they do not follow from the journal.
func (e *examiner) further() *fault.Fault {
	always, want := layouts[e.format].payload, e.read.further()
	for _, name := range want {
		must := e.read.isOwn() || isSchema(name) || isAttachment(name) || onCount().MatchString(path.Base(name))
		if must && !slices.Contains(e.payload, name) {
			return blame(FileMissing, "name", name)
		}
	}
	for _, name := range e.payload {
		other := isPaper(name) && !e.read.former() && !e.read.isOwn() // what a later version writes is unknown
		if name != notesFile && !other && !slices.Contains(always, name) && !slices.Contains(want, name) {
			return blame(FileExtra, "name", name)
		}
	}
	for _, a := range e.read.state.Files() {
		name := e.read.attachmentName(a.SHA256)
		if fmt.Sprintf("%x", e.sums[name].sha) != a.SHA256 {
			return blame(NameOfSum, "name", name)
		}
		if found := e.sums[name].size; found != a.Size {
			return blame(SizeDiffers, "name", name, "found", found, "expected", a.Size)
		}
	}
	return nil
}

// onCount are the papers that every bag has.
var onCount = typed.Pattern(`^(minutes|summary|count|opinion-.*|correction)\.docx$`)

func (e *examiner) info() (values, *fault.Fault) {
	var octets int64
	for _, name := range e.payload {
		octets += e.sums[name].size
	}
	if f := compareInfo(e.held[infoFile], e.read.info(e.format, octets, e.payload)); f != nil {
		return nil, f
	}
	if e.format == format2 || e.read.isOwn() {
		want := data.HowToCheck()
		if e.format == format2 {
			want = data.HowToCheckFormer()
		}
		if n := firstDifference(e.held[howToFile], want); n >= 0 {
			return nil, blame(LayoutDiffers, "name", howToFile, "byte", n)
		}
	}
	id := e.read.identifier()
	if found := e.shelf.folder(); found != "" && found != id {
		return nil, blame(FolderDiffers, "found", shown(found), "expected", id)
	}
	return values{"identifier": id}, nil
}
