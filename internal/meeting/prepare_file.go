package meeting

import (
	"slices"
	"strings"
	"time"
)

// Bounds of an attached file.
const (
	MaxFile     = 32 << 20 // bytes
	MaxFileName = 200      // characters
)

// A File is one that was attached. Its bytes lie beside the session under their
// SHA-256; the record holds what tells them from any others.
type File struct {
	Name   string
	Size   int64  // bytes
	SHA256 string // in hex
	At     time.Time
}

// AttachFile says which file belongs to a report ("report:s1"), to a paper of the
// plan ("paper:ledger") or, as evidence, to a problem ("problem:p3"), or that it is one
// of the office's own templates by its path in their folder ("template:minutes.xml").
type AttachFile struct {
	To     string
	Name   string
	Size   int64
	SHA256 string
}

// FileAttached adds the file to those that were attached there before.
type FileAttached struct {
	To     string `json:"to"`
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

func (o AttachFile) decide(s State) ([]Deed, error) {
	d := FileAttached(o)
	if err := d.fits(s); err != nil {
		return nil, err
	}
	if isBlank(o.Name) || strings.ContainsAny(o.Name, `/\`) {
		return nil, refuse(BadFileName, "name", o.Name)
	}
	if err := checkLine(o.Name, MaxFileName); err != nil {
		return nil, err
	}
	list, _ := s.FilesOf(o.To)
	if strings.HasPrefix(o.To, "template:") && len(list) > 0 {
		list = list[len(list)-1:] // an older one may come back
	}
	if slices.ContainsFunc(list, func(f File) bool { return f.SHA256 == o.SHA256 }) {
		return nil, refuse(AlreadyAttached, "name", o.Name, "to", o.To)
	}
	return []Deed{d}, nil
}

// FilesOf lists the files that are attached to a report, paper or problem, oldest
// first, and whether there is such a one.
func (s State) FilesOf(to string) ([]File, bool) {
	what, id, _ := strings.Cut(to, ":")
	switch what {
	case "report":
		if i := s.Plan.Subject(id); i >= 0 {
			return s.Reports[i].Files, true
		}
	case "paper":
		if i, err := s.paper(id); err == nil {
			return s.PaperFiles[i], true
		}
	case "problem":
		if i := s.problemAt(id); i >= 0 {
			return s.Ledger[i].Files, true
		}
	case "template":
		at := s.templateAt(id)
		if at < 0 {
			return nil, s.Plan.Templates != "" && id != ""
		}
		return s.Templates[at].Files, true
	}
	return nil, false
}

// Files lists every file that was attached, each behind what it belongs to, in the
// order of subjects, papers and problems.
func (s State) Files() []Attachment {
	var out []Attachment
	add := func(what, id string, files []File) {
		for _, f := range files {
			out = append(out, Attachment{what + ":" + id, f})
		}
	}
	for i, sub := range s.Plan.Subjects {
		add("report", sub.ID, s.Reports[i].Files)
	}
	for i, p := range s.Plan.Papers {
		add("paper", p.ID, s.PaperFiles[i])
	}
	for _, p := range s.Ledger {
		add("problem", p.ID, p.Files)
	}
	for _, t := range s.Templates {
		add("template", t.Name, t.Files)
	}
	return out
}

// A Template is one of the office's own templates of the papers, as it was recorded:
// the last of its files is the one that papers are made with.
type Template struct {
	Name  string // its path in the folder of templates
	Files []File // oldest first
}

// Newest is the file that papers are made with.
func (t Template) Newest() File { return t.Files[len(t.Files)-1] }

func (s State) templateAt(name string) int {
	return slices.IndexFunc(s.Templates, func(t Template) bool { return t.Name == name })
}

// withTemplate adds a file to those of a template; templates stand in the order of
// their names.
func (s State) withTemplate(name string, f File) State {
	list := slices.Clone(s.Templates)
	at := s.templateAt(name)
	if at < 0 {
		at, _ = slices.BinarySearchFunc(list, name, func(t Template, name string) int { return strings.Compare(t.Name, name) })
		list = slices.Insert(list, at, Template{Name: name})
	}
	list[at].Files = append(list[at].Files[:len(list[at].Files):len(list[at].Files)], f)
	s.Templates = list
	return s
}

// An Attachment is a file and what it belongs to, as [AttachFile] names it.
type Attachment struct {
	To string
	File
}

func (FileAttached) Kind() string      { return "file-attached" }
func (FileAttached) chains(State) bool { return true }
func (AttachFile) chains(State) bool   { return true }

func (d FileAttached) fits(s State) error {
	if _, ok := s.FilesOf(d.To); !ok {
		return refuse(UnknownTarget, "to", d.To)
	}
	if !isSHA256(d.SHA256) {
		return refuse(BadSHA256, "value", d.SHA256)
	}
	if d.Size < 1 || d.Size > MaxFile {
		return refuse(FileSize, "size", d.Size, "limit", MaxFile)
	}
	return nil
}

func (d FileAttached) apply(s State, at time.Time) State {
	f := File{d.Name, d.Size, d.SHA256, at}
	add := func(list []File) []File { return append(list[:len(list):len(list)], f) }
	what, id, _ := strings.Cut(d.To, ":")
	switch what {
	case "report":
		return s.report(id, func(r Report) Report { r.Files = add(r.Files); return r })
	case "paper":
		if i, err := s.paper(id); err == nil {
			s.PaperFiles = listWith(s.PaperFiles, i, add(s.PaperFiles[i]))
		}
		return s
	case "template":
		return s.withTemplate(id, f)
	default:
		return s.befell(id, at, func(p *Problem) { p.Files = add(p.Files) },
			Past{Act: ActEvidenced, Text: d.Name + " SHA-256 " + d.SHA256})
	}
}
