package archive

import (
	"context"
	"errors"
	"io"

	"shuping/internal/journal"
	"shuping/internal/papers"
)

// Progress is told now and then how much is done of how much; nil is nobody.
type Progress func(done, total int64)

// Verify checks the bag in the folder or zip at path from the bag alone: its
// files, its manifests, the chain of its journal, and everything else against
// what the journal says when it is replayed. The checks are made in the order of
// [Steps] and stop at the first that fails.
//
// The error says that nothing could be checked, because nothing is there or the
// disk cannot be read, or it is that of ctx. A bad bag is no error here; it is
// [Report.Err].
func Verify(ctx context.Context, path string, progress Progress) (Report, error) {
	s, bad, err := take(path)
	if err != nil {
		return Report{Path: path}, err
	}
	defer s.Close()
	return verify(ctx, path, s, bad, progress)
}

// verify checks what stands on the shelf, whose files are bad or not.
func verify(ctx context.Context, path string, s shelf, bad *Fault, progress Progress) (Report, error) {
	e := examiner{
		ctx: ctx, shelf: s, bad: bad, progress: progress,
		sums: map[string]sum{}, pages: map[string][]byte{},
	}
	for _, n := range s.files() {
		e.total += n
	}
	report := Report{Path: path, Form: s.form()}
	for i, step := range Steps {
		values, f := e.check(step)
		if e.broke != nil {
			return report, e.failure(path)
		}
		report.Checks = append(report.Checks, Check{Number: i + 1, Step: step, Values: values, Fault: f})
		if f != nil {
			break
		}
		if step == StepReplay {
			e.introduce(&report)
		}
	}
	return report, nil
}

// An examiner makes the checks. Every file is read once.
type examiner struct {
	ctx      context.Context
	shelf    shelf
	bad      *Fault // what is wrong with the files
	progress Progress

	done, total int64
	broke       error // of ctx or of the disk

	sums    map[string]sum
	pages   map[string][]byte // every file but the journal
	last    journal.Head      // of the chain, as far as it holds
	read    reading
	chain   *Fault // what is wrong with the journal
	replay  *Fault
	papered map[string][]byte // what the payload should be
}

type values = map[string]any

func (e *examiner) check(step Step) (values, *Fault) {
	switch step {
	case StepFiles:
		return values{"files": len(e.shelf.files()), "bytes": e.total}, e.bad
	case StepBag:
		return e.bag()
	case StepTagManifest:
		return e.manifest(tagManifestFile, tags)
	case StepManifest:
		return e.manifest(manifestFile, payload)
	case StepChain:
		return values{"records": e.last.Seq, "hash": e.last.Hash.String()}, e.chain
	case StepReplay:
		return values{"valid": e.read.state.Round.Valid, "void": e.read.state.Round.Void}, e.replay
	case StepPlan:
		return e.plan()
	case StepResult:
		return values{"subjects": len(e.read.state.Plan.Subjects)},
			compareJSON(resultFile, e.pages[resultFile], e.papered[resultFile])
	case StepTables:
		return e.tables()
	case StepInfo:
		return e.info()
	default:
		return values{"day": e.read.day(), "round": e.read.state.Round.Number}, e.read.final()
	}
}

// bag asks for BagIt 1.0, for a format that is known, and for its files.
func (e *examiner) bag() (values, *Fault) {
	files := e.shelf.files()
	known := map[string]bool{}
	for _, list := range [][]string{{declarationFile, infoFile, manifestFile, tagManifestFile}, payload} {
		for _, name := range list {
			known[name] = true
			if _, ok := files[name]; !ok {
				return nil, fault(FileMissing, "name", name)
			}
		}
	}
	for _, name := range sorted(files) {
		if !known[name] {
			return nil, fault(FileExtra, "name", name)
		}
	}
	if string(e.page(declarationFile)) != declaration {
		return nil, fault(NotBagIt)
	}
	format := formatOf(e.page(infoFile))
	if format != Format {
		return nil, fault(FormatUnknown, "format", shown(format))
	}
	return values{"format": format}, nil
}

// manifest holds the files against their sums, and in a zip against the CRC-32
// that it states.
func (e *examiner) manifest(name string, files []string) (values, *Fault) {
	listed, f := readManifest(name, e.page(name), files)
	if f != nil {
		return nil, f
	}
	for _, file := range append([]string{name}, files...) {
		e.sum(file)
		if e.broke != nil {
			return nil, nil
		}
		if want, ok := listed[file]; ok && e.sums[file].sha != want {
			return nil, fault(SumDiffers, "name", file, "manifest", name)
		}
		if crc, ok := e.shelf.crc(file); ok && e.sums[file].crc != crc {
			return nil, fault(CRCDiffers, "name", file)
		}
	}
	return values{"files": len(files)}, nil
}

func (e *examiner) sum(file string) {
	if file == journalFile {
		e.journal()
		return
	}
	e.page(file)
}

// page is the whole of a small file; nil once reading broke.
func (e *examiner) page(name string) []byte {
	if b, ok := e.pages[name]; ok || e.broke != nil {
		return b
	}
	m := e.open(name)
	if m == nil {
		return nil
	}
	defer m.Close()
	b, err := io.ReadAll(io.LimitReader(m, maxPage+1))
	if err != nil {
		e.broke = err
		return nil
	}
	e.pages[name], e.sums[name] = b, sumOf(b)
	return b
}

// journal reads the journal once: it sums it up, proves its chain and replays
// it. What is wrong with chain and replay is kept for their own checks.
func (e *examiner) journal() {
	m := e.open(journalFile)
	if m == nil {
		return
	}
	defer m.Close()
	all := newSummer()
	bytes := io.TeeReader(m, all)
	for rec, err := range journal.ReadLines(bytes) {
		if err != nil {
			e.chain = chainFault(err)
			break
		}
		e.last = journal.Head{Seq: rec.Seq, Hash: rec.Hash}
		if e.replay == nil {
			e.replay = e.follow(rec)
		}
	}
	if m.err == nil {
		// What stands behind a break belongs to the sum; m keeps the error.
		_, _ = io.Copy(io.Discard, bytes)
	}
	e.broke = m.err
	e.sums[journalFile] = all.sum()
	if e.chain == nil && e.replay == nil {
		e.papered = e.read.papers()
	}
}

func (e *examiner) follow(rec journal.Record) *Fault {
	if err := e.read.follow(rec); err != nil {
		return fault(NotReplayed, "record", rec.Seq, "kind", shown(rec.Kind), "reason", shown(err.Error()))
	}
	return nil
}

// chainFault says where the chain breaks. The fault of package journal is not
// its cause in the sense of errors.Is: it would name a session where there is a
// bag.
func chainFault(err error) *Fault {
	var j *journal.Fault
	f := fault(ChainBroken, "record", uint64(0), "reason", shown(err.Error()))
	if errors.As(err, &j) {
		f.Values["record"] = j.Record
		if j.Err != nil {
			f.Values["reason"] = shown(j.Err.Error())
		} else if j.Detail != "" {
			f.Values["reason"] = shown(j.Detail)
		}
	}
	return f
}

func (e *examiner) plan() (values, *Fault) {
	got, want := e.pages[planFile], e.papered[planFile]
	if n := diff(got, want); n >= 0 {
		return nil, fault(PlanDiffers, "line", lineOf(want, n))
	}
	return values{"title": e.read.state.Plan.Title}, nil
}

func (e *examiner) tables() (values, *Fault) {
	for _, name := range []string{tableFile, custodyFile} {
		if f := compareCSV(name, e.pages[name], e.papered[name]); f != nil {
			return nil, f
		}
	}
	return values{}, nil
}

func (e *examiner) info() (values, *Fault) {
	var octets int64
	for _, name := range payload {
		octets += e.sums[name].size
	}
	if f := compareInfo(e.pages[infoFile], e.read.info(octets, len(payload))); f != nil {
		return nil, f
	}
	id := e.read.identifier()
	if found := e.shelf.folder(); found != "" && found != id {
		return nil, fault(FolderDiffers, "found", shown(found), "expected", id)
	}
	return values{"identifier": id}, nil
}

// introduce says whose bag this is, once its journal is proven.
func (e *examiner) introduce(r *Report) {
	p := e.read.state.Plan
	r.Title, r.Unit, r.Year, r.Round = p.Title, p.Unit, p.Year, e.read.state.Round.Number
	r.Head = papers.Head{Seq: e.read.head.Seq, Hash: e.read.head.Hash.String()}
}

// failure is the error for what stopped the checks.
func (e *examiner) failure(path string) error {
	if e.ctx.Err() != nil {
		return fault(Stopped).because(e.ctx.Err())
	}
	return unreadable(path, e.broke)
}

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
	file io.ReadCloser
	err  error // other than the end of the file
}

func (m *meter) Read(b []byte) (int, error) {
	if m.err == nil {
		m.err = m.e.ctx.Err()
	}
	if m.err != nil {
		return 0, m.err
	}
	n, err := m.file.Read(b)
	if err != nil && err != io.EOF {
		m.err = err
	}
	m.e.done += int64(n)
	if m.e.progress != nil {
		m.e.progress(m.e.done, m.e.total)
	}
	return n, err
}

func (m *meter) Close() error { return m.file.Close() }
