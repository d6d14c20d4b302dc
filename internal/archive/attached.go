package archive

import (
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"shuping/internal/attached"
	"shuping/internal/fault"
	"shuping/internal/meeting"
)

// attachedNames are the names in a bag of what was attached. The same bytes lie
// there once, however often they were.
func (r *reading) attachedNames() []string {
	var out []string
	for _, a := range r.state.Files() {
		out = append(out, r.attachmentName(a.SHA256))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// attachmentName is what the bytes of a sum are called in the bag: after the first name
// that people gave them, with the beginning of the sum before it, so that no two are
// called alike. In the second format it is the sum alone.
func (r *reading) attachmentName(sum string) string {
	if r.former() {
		return attachments + sum
	}
	for _, a := range r.state.Files() {
		if a.SHA256 == sum {
			return attachments + sum[:sumBefore] + "-" + nameForDisk(a.Name)
		}
	}
	return attachments + sum
}

// sumBefore is how many digits of the sum stand before a name.
const sumBefore = 12

// nameForDisk is a name as every system takes it, with its ending.
func nameForDisk(name string) string {
	const most = 40 // characters
	name = strings.Map(func(c rune) rune {
		if isStrangeRune(c) || strings.ContainsRune(`/\:`, c) {
			return '_'
		}
		return c
	}, norm.NFC.String(name))
	ending := path.Ext(name)
	if len([]rune(ending)) > 10 {
		ending = ""
	}
	stem := []rune(strings.TrimSuffix(name, ending))
	return strings.Trim(string(stem[:min(len(stem), most)])+ending, " .　")
}

// entitled are the rows of the contents on one attached file: one for each thing to
// which people attached it, with the name that they gave it there.
func (r *reading) entitled(name string) [][]string {
	var rows [][]string
	for _, a := range r.state.Files() {
		if r.attachmentName(a.SHA256) == name {
			rows = append(rows, contentsRow(name, a.Name, r.belonging(a.To)))
		}
	}
	return rows
}

// belonging says what a file belongs to.
func (r *reading) belonging(to string) string {
	what, id, _ := strings.Cut(to, ":")
	p := r.state.Plan
	switch what {
	case "report":
		return "附件：述职报告（" + p.Subjects[p.Subject(id)].Label() + "）"
	case "paper":
		for _, paper := range p.Papers {
			if paper.ID == id {
				return "附件：材料（" + paper.Title + "）"
			}
		}
	case "problem":
		for _, problem := range r.state.Ledger {
			if i := p.Subject(problem.Subject); problem.ID == id && i >= 0 {
				return "附件：整改台账 " + id + "（" + p.Subjects[i].Label() + "）"
			}
		}
	}
	if what == "template" {
		return "材料模板（" + id + "）"
	}
	return "附件：整改台账 " + id // of a problem that is nobody's this year
}

// attached sums up every attached file. One that is not there, or not as the journal
// says, keeps the bag from being written.
func (x *exporter) attached() *fault.Fault {
	for _, a := range x.read.state.Files() {
		x.weight += a.Size
	}
	for _, a := range x.read.state.Files() {
		name := x.read.attachmentName(a.SHA256)
		if known, ok := x.sums[name]; ok && known.size == a.Size {
			continue
		}
		all := newSummer()
		if f := x.fetch(io.MultiWriter(all, (*carrier)(x)), a.File); f != nil {
			return f
		}
		x.sums[name] = all.sum()
	}
	return nil
}

// attachment writes one of them out.
func (x *exporter) attachment(w io.Writer, name string) *fault.Fault {
	for _, a := range x.read.state.Files() {
		if x.read.attachmentName(a.SHA256) == name {
			return x.fetch(io.MultiWriter(w, (*carrier)(x)), a.File)
		}
	}
	return blame(FileMissing, "name", name)
}

// fetch copies an attached file from beside the session.
func (x *exporter) fetch(w io.Writer, a meeting.File) *fault.Fault {
	out := &watchedWriter{ctx: x.ctx, w: w}
	err := attached.Copy(x.ctx, out, x.with.Session, attached.File{Name: a.Name, Size: a.Size, SHA256: a.SHA256})
	bad := fault.Find(err, "attached")
	switch {
	case x.ctx.Err() != nil:
		return blame(Stopped).Because(x.ctx.Err())
	case out.err != nil:
		return x.storage(out.err)
	case bad != nil:
		return blame(AttachedBad, "name", a.Name, "sha256", a.SHA256).Because(bad)
	case err != nil:
		return unreadable(a.Name, err)
	}
	return nil
}

// A carrier is told what was read of the attached files, which are told as one pass.
type carrier exporter

func (c *carrier) Write(b []byte) (int, error) {
	records := int64(c.head.Seq)
	before := records * c.carried / c.weight
	c.carried += int64(len(b))
	(*exporter)(c).step(records*c.carried/c.weight - before)
	return len(b), nil
}
