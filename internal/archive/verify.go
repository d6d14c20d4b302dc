package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"sync"

	"shuping/internal/fault"
	"shuping/internal/journal"
	"shuping/internal/meeting"
	"shuping/internal/result"
)

// Progress is told now and then how much is done of how much; nil is nobody.
type Progress func(done, total int64)

// Verify checks the bag in the folder or zip at path from the bag alone: its
// files, its manifests, who signed it, the chain of its journal, and everything
// else against what the journal says when it is replayed. What somebody typed from
// the signed paper, words or groups or both, must be of one of its seals; "" is
// nothing typed, and then the report is not anchored. The checks are made in the
// order of [Steps] and stop at the first that fails.
//
// The error says that nothing could be checked, because nothing is there or the
// disk cannot be read, or it is that of ctx. A bad bag is no error here; it is
// [Report.Err].
func Verify(ctx context.Context, path, typed string, progress Progress) (Report, error) {
	return examine(ctx, path, typed, progress, nil)
}

// VerifyBytes checks the bag that lies in a zip of so many bytes, as [Verify] does. The
// name is what the report and the faults call it.
func VerifyBytes(ctx context.Context, name string, zip io.ReaderAt, size int64, typed string, progress Progress) (Report, error) {
	return examineBytes(ctx, name, zip, size, typed, progress, nil)
}

// examine makes the checks and lets use have what was checked, while it is open.
func examine(ctx context.Context, path, typed string, progress Progress, use func(Report, *examiner) error) (Report, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Report{Path: path}, blame(Missing, "path", path).Because(err)
	case err != nil:
		return Report{Path: path}, unreadable(path, err)
	case info.IsDir():
		s, bad, err := openFolder(path)
		if err != nil {
			return Report{Path: path}, err
		}
		defer s.Close()
		return newExaminer(ctx, typed, s, bad, progress).reportTo(path, use)
	case !info.Mode().IsRegular():
		return Report{Path: path}, blame(NotABag, "path", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return Report{Path: path}, unreadable(path, err)
	}
	defer file.Close()
	return examineBytes(ctx, path, file, info.Size(), typed, progress, use)
}

func examineBytes(ctx context.Context, name string, zip io.ReaderAt, size int64, typed string, progress Progress, use func(Report, *examiner) error) (Report, error) {
	s, bad, err := openBytes(name, zip, size)
	if err != nil {
		return Report{Path: name}, err
	}
	return newExaminer(ctx, typed, s, bad, progress).reportTo(name, use)
}

// reportTo makes the checks and lets use have what they have shown.
func (e *examiner) reportTo(path string, use func(Report, *examiner) error) (Report, error) {
	r, err := e.report(path)
	if err == nil && use != nil {
		err = use(r, e)
	}
	return r, err
}

func newExaminer(ctx context.Context, typed string, s shelf, bad *fault.Fault, progress Progress) *examiner {
	e := &examiner{
		ctx: ctx, typed: typed, shelf: s, bad: bad, progress: progress,
		sums: map[string]sum{}, held: map[string][]byte{}, fitting: map[sort]bool{}, told: new(sync.Mutex), buffer: make([]byte, 64<<10),
	}
	for name, n := range s.files() {
		e.total += n
		e.bytes += n
		if isPaper(name) || isBook(name) { // read a second time for their figures
			e.total += n
		}
	}
	return e
}

// report makes the checks. When it returns none of them is under way.
func (e *examiner) report(path string) (Report, error) {
	outer := e.ctx
	ctx, stop := context.WithCancel(outer)
	e.ctx = ctx
	defer func() {
		stop()
		if e.book != nil {
			<-e.book.done
		}
		e.ctx = outer
	}()
	report := Report{Path: path, Form: e.shelf.form(), Repacked: e.shelf.repacked()}
	for _, t := range trials {
		if t.later && e.format == format1 {
			continue
		}
		values, f := t.make(e)
		if e.broke != nil {
			return report, e.failure(path)
		}
		report.Checks = append(report.Checks, Check{Number: len(report.Checks) + 1, Step: t.step, Values: values, Fault: f})
		if f != nil {
			break
		}
		e.tell(&report, t.step)
	}
	e.stand(&report)
	return report, nil
}

// tell puts down what a check that passed has shown of the bag.
func (e *examiner) tell(r *Report, step Step) {
	switch step {
	case StepBag:
		r.Format, r.Private = e.format, slices.Contains(e.payload, notesFile)
	case StepSignature:
		r.Signer = e.signer
	case StepReplay:
		e.introduce(r)
	case StepWorkbook:
		r.Compared = e.read.former() || e.read.isOwn()
	case StepInfo:
		r.Identifier = e.read.identifier()
	}
}

type values = map[string]any

func (e *examiner) files() (values, *fault.Fault) {
	return values{"files": len(e.shelf.files()), "bytes": e.bytes}, e.bad
}

func (e *examiner) tagManifest() (values, *fault.Fault) {
	_, told := e.shelf.files()[formatFile]
	return e.manifest(tagManifestFile, layouts[e.format].tagged(told))
}

func (e *examiner) links() (values, *fault.Fault) {
	return values{"records": e.last.Seq, "hash": e.last.Hash.String()}, e.chain
}

func (e *examiner) replayed() (values, *fault.Fault) {
	return values{"valid": e.read.state.Round.Valid, "void": e.read.state.Round.Void}, e.replay
}

func (e *examiner) seal() (values, *fault.Fault) {
	return values{"day": e.read.day(), "round": e.read.state.Round.Number, "covers": string(coversOf(e.read.state))}, e.read.final()
}

// bag asks for BagIt 1.0, for a format that is known, and for its files. Which
// papers belong to a bag only its journal says, later on.
func (e *examiner) bag() (values, *fault.Fault) {
	files := e.shelf.files()
	for _, name := range []string{declarationFile, infoFile} { // of every format
		if _, ok := files[name]; !ok {
			return nil, blame(FileMissing, "name", name)
		}
	}
	if string(e.page(declarationFile)) != declaration {
		return nil, blame(NotBagIt)
	}
	format := formatOf(e.page(infoFile))
	if format == "" {
		return nil, blame(ForeignBag)
	}
	form, known := layouts[format]
	if !known {
		return nil, blame(FormatUnknown, "format", shown(format))
	}
	e.read.writer = writerOf(e.page(infoFile))
	e.format, e.payload = format, form.order(sortedNames(files))
	for _, list := range [][]string{{tagManifestFile}, form.tags, form.loose, e.payload} {
		for _, name := range list {
			if _, ok := files[name]; !ok {
				return nil, blame(FileMissing, "name", name)
			}
		}
	}
	for _, name := range sortedNames(files) {
		if !form.holds(name) {
			return nil, blame(FileExtra, "name", name)
		}
	}
	return values{"format": format}, nil
}

// words looks for what was typed among the seals, of the counts and of the grades.
func (e *examiner) words() (values, *fault.Fault) {
	chain := e.read.chain
	if e.replay != nil { // which seals there are is not known, and said soon
		chain = slices.Concat(e.counts, e.seals)
	}
	n, by, f := findAnchor(e.typed, chain)
	if f != nil {
		return nil, f
	}
	e.typedBy = by
	if by != "nothing" {
		e.named = n
	}
	if e.replay != nil {
		return values{"seal": n, "record": recordOf(chain, n), "by": by}, nil
	}
	if by == "nothing" {
		n, _ = e.read.covering()
	} else if e.read.state.Seals[n-1].Of == meeting.SealedCount {
		by += "-of-count"
	}
	return values{"seal": n, "record": recordOf(chain, n), "by": by}, nil
}

func recordOf(chain []journal.Head, n int) uint64 {
	if n == 0 {
		return 0
	}
	return chain[n-1].Seq
}

// introduce says whose bag this is, once its journal is proven.
func (e *examiner) introduce(r *Report) {
	p := e.read.state.Plan
	r.Title, r.Unit, r.Year, r.Round = p.Title, p.Unit, p.Year, e.read.state.Round.Number
	r.Head = result.Head{Seq: e.read.head.Seq, Hash: e.read.head.Hash.String()}
	r.First, r.State = e.read.first, e.read.state
	for i, s := range e.read.state.Seals {
		r.Seals = append(r.Seals, Seal{Sealing: s, Hash: e.read.chain[i].Hash})
	}
	r.Checkers = checkersOf(e.read.state)
	r.Observed = result.Observations(e.read.state, e.read.state.Trail)
}

// failure is the error for what stopped the checks.
func (e *examiner) failure(path string) error {
	if e.ctx.Err() != nil {
		return blame(Stopped).Because(e.ctx.Err())
	}
	return unreadable(path, e.broke)
}

// checkersOf are the people who confirmed what others had entered, or what was seen at
// a gate, each once, in the order in which they are met.
func checkersOf(s meeting.State) []string {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	c := result.CustodyOf(s)
	for _, g := range c.Gates {
		add(g.By)
	}
	for _, b := range c.Bundles {
		add(b.CheckedBy)
	}
	for _, x := range c.Counted {
		add(x.CheckedBy)
	}
	add(s.Round.ClosedBy)
	return out
}
