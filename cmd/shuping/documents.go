package main

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"shuping/data"
	"shuping/internal/archive"
	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/plan"
	"shuping/internal/words"
)

// The documents that --json prints, but for those that have files of their own. Each is
// described by the schema of its name under data/schemas.

// A headDoc is a record by its number and hash.
type headDoc struct {
	Seq  uint64 `json:"seq"`
	Hash string `json:"hash"`
}

type checkDoc struct {
	Schema    string   `json:"schema"`
	Path      string   `json:"path"`
	OK        bool     `json:"ok"`
	Problems  []string `json:"problems"`
	Head      *headDoc `json:"head"`
	Title     *string  `json:"title"`
	Unit      *string  `json:"unit"`
	Year      *int     `json:"year"`
	Rehearsal bool     `json:"rehearsal"`
	Round     *int     `json:"round"`
	Issued    int      `json:"issued"`
	Collected int      `json:"collected"`
	Read      int      `json:"read"`
	Closed    bool     `json:"closed"`
	Sealed    bool     `json:"sealed"`
	Files     int      `json:"files"`
}

// checkJSON is check for programs. What is wrong with a session is part of the document,
// and the failure of the command.
func (m *Main) checkJSON(path string) error {
	doc := checkDoc{Schema: "shuping/check/1", Path: path, Problems: []string{}}
	err := m.checkInto(&doc, path)
	if err != nil && len(doc.Problems) == 0 {
		doc.Problems = append(doc.Problems, visible(m.sentence(err)))
	}
	doc.OK = err == nil
	return cmp.Or(m.printJSON(doc), err)
}

func (m *Main) checkInto(doc *checkDoc, path string) error {
	if _, err := journal.Check(path); err != nil {
		return err
	}
	s, head, err := m.recall(path)
	if err != nil {
		return err
	}
	doc.Head = &headDoc{head.Seq, head.Hash.String()}
	doc.Title, doc.Unit, doc.Year, doc.Rehearsal = given(s.Plan.Title), given(s.Plan.Unit), given(s.Plan.Year), s.Rehearsal
	doc.Round = given(s.Round.Last())
	doc.Issued, doc.Collected, doc.Read = s.Round.InHand()
	doc.Closed, doc.Sealed, doc.Files = s.Round.Closed, s.IsSealed(), len(attachedFiles(s))
	ctx, stop := interruptible()
	defer stop()
	bad, err := m.strayed(ctx, path, s)
	if err != nil || len(bad) == 0 {
		return err
	}
	doc.Problems = bad
	return fail(words.DueBadFiles(m.lang), map[string]any{"path": path, "count": len(bad)})
}

type planDoc struct {
	Schema   string       `json:"schema,omitempty"`
	Name     string       `json:"name"`
	Title    string       `json:"title"`
	Unit     string       `json:"unit"`
	Year     int          `json:"year"`
	Subjects []subjectDoc `json:"subjects"`
	Scale    []string     `json:"scale"`
	Lines    []string     `json:"lines"`
}

type subjectDoc struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Post string `json:"post"`
}

func (m *Main) planDoc(name string, p plan.Plan) planDoc {
	doc := planDoc{Name: name, Title: p.Title, Unit: p.Unit, Year: p.Year, Subjects: []subjectDoc{}, Scale: []string{}, Lines: words.PlanLines(m.lang, p)}
	for _, s := range p.Subjects {
		doc.Subjects = append(doc.Subjects, subjectDoc{s.ID, s.Name, s.Post})
	}
	for _, g := range p.Rule.Scale {
		doc.Scale = append(doc.Scale, g)
	}
	return doc
}

func (m *Main) planListJSON() error {
	doc := struct {
		Schema string    `json:"schema"`
		Plans  []planDoc `json:"plans"`
	}{"shuping/plans/1", []planDoc{}}
	for _, name := range data.Plans() {
		p, err := m.findPlan(name)
		if err != nil {
			return err
		}
		doc.Plans = append(doc.Plans, m.planDoc(name, p))
	}
	return m.printJSON(doc)
}

func (m *Main) planShowJSON(name string) error {
	p, err := m.findPlan(name)
	if err != nil {
		return err
	}
	doc := m.planDoc(name, p)
	doc.Schema = "shuping/plan/1"
	return m.printJSON(doc)
}

type planFaultDoc struct {
	Code   string `json:"code"`
	Line   *int   `json:"line"`
	Column *int   `json:"column"`
	Text   string `json:"text"`
}

// planCheckJSON is planCheck for programs.
func (m *Main) planCheckJSON(path string) error {
	doc := struct {
		Schema string         `json:"schema"`
		Path   string         `json:"path"`
		OK     bool           `json:"ok"`
		Title  *string        `json:"title"`
		Faults []planFaultDoc `json:"faults"`
	}{"shuping/plan-check/1", path, true, nil, []planFaultDoc{}}
	p, err := m.findPlan(path)
	var faults fault.Faults
	switch {
	case errors.As(err, &faults):
		doc.OK = false
		for _, f := range faults {
			doc.Faults = append(doc.Faults, planFaultDoc{string(f.Code), given(f.At.Line), given(f.At.Column), visible(words.Fault(m.lang, f))})
		}
		err = fail(words.PlanFaults(m.lang), map[string]any{"path": path, "count": len(faults)})
	case err != nil:
		return err
	}
	doc.Title = given(p.Title)
	return cmp.Or(m.printJSON(doc), err)
}

type exportDoc struct {
	Schema      string   `json:"schema"`
	Path        string   `json:"path"`
	Seal        int      `json:"seal"`
	Head        headDoc  `json:"head"`
	Words       []string `json:"words"`
	Groups      string   `json:"groups"`
	Fingerprint string   `json:"fingerprint"`
	Signature   *string  `json:"signature"`
}

func newExportDoc(bag archive.Bag) exportDoc {
	return exportDoc{
		"shuping/export/1", bag.Path, bag.Mark.Nth, headDoc{bag.Mark.Head.Seq, bag.Mark.Head.Hash.String()},
		bag.Mark.Words, bag.Mark.Groups, bag.Mark.Fingerprint, given(bag.Signature),
	}
}

type papersDoc struct {
	Schema string     `json:"schema"`
	Folder string     `json:"folder"`
	Papers []paperDoc `json:"papers"`
}

type paperDoc struct {
	Path  string `json:"path"`
	Title string `json:"title"`
}

func newPapersDoc(to string, list []archive.Paper) papersDoc {
	doc := papersDoc{"shuping/papers/1", to, []paperDoc{}}
	for _, p := range list {
		doc.Papers = append(doc.Papers, paperDoc{filepath.Join(to, p.Name), p.Title})
	}
	return doc
}

type sheetsExportDoc struct {
	Schema  string   `json:"schema"`
	Path    string   `json:"path"`
	ByPiles []string `json:"by_piles"`
	Hidden  bool     `json:"hidden"`
}

type coverDoc struct {
	Bundle    int     `json:"bundle"`
	Sheets    int     `json:"sheets"`
	Class     *string `json:"class"`
	Subject   *string `json:"subject"`
	By        *string `json:"by"`
	File      *string `json:"file"`
	Checked   *string `json:"checked"`
	CheckedBy *string `json:"checked_by"`
	Differed  int     `json:"differed"`
	Ruled     int     `json:"ruled"`
}

// coversJSON is sheetsCovers for programs.
func (m *Main) coversJSON(path string) error {
	s, _, err := m.recall(path)
	if err != nil {
		return err
	}
	doc := struct {
		Schema  string     `json:"schema"`
		Path    string     `json:"path"`
		Bundles []coverDoc `json:"bundles"`
	}{"shuping/covers/1", path, []coverDoc{}}
	for b := range s.Round.Bundles.Closed() {
		doc.Bundles = append(doc.Bundles, coverOf(s, b))
	}
	return m.printJSON(doc)
}

func coverOf(s meeting.State, b meeting.ClosedBundle) coverDoc {
	class, subject := s.StackIDs(b.Stack)
	return coverDoc{
		b.Number, b.Sheets(), given(class), given(subject), given(strings.Join(b.Keyers(), "、")), given(b.File),
		given(string(b.Checked)), given(strings.Join(b.Checkers(), "、")), b.Differed, b.Ruled,
	}
}
